namespace Urna.Report;

/// <summary>Verdicts in words.</summary>
public static class ClaimWords
{
    /// <summary>A verdict for people.</summary>
    /// <param name="verdict">The verdict as programs read it.</param>
    /// <param name="words">The language.</param>
    public static string Of(string verdict, Wording words) => verdict switch
    {
        "confirmed" => words.L("confirmed", "confirmada"),
        "confirmed-by-rounding" => words.L("confirmed by rounding", "confirmada por redondeo"),
        "depends-on-scope" => words.L("depends on scope", "depende del alcance"),
        "contradicted" => words.L("contradicted", "contradicha"),
        "estimated" => words.L("estimated", "estimada"),
        "not-observable" => words.L("not observable", "no observable"),
        _ => words.L("needs data", "faltan datos"),
    };
}
