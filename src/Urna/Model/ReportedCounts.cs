namespace Urna.Model;

/// <summary>What a source states beside the votes for choices; null is not stated, and is not zero.</summary>
/// <param name="Registered">People on the roll.</param>
/// <param name="Cast">Votes cast (ballots in the box).</param>
/// <param name="Valid">Valid votes.</param>
/// <param name="Blank">Blank votes.</param>
/// <param name="Null">Null votes.</param>
/// <param name="BlankOrNull">Blank and null votes together, where the source does not part them.</param>
public readonly record struct ReportedCounts(long? Registered, long? Cast, long? Valid, long? Blank, long? Null, long? BlankOrNull)
{
    /// <summary>People on the roll.</summary>
    public long? Registered { get; init => field = Checked.Count(value, "registered"); } = Checked.Count(Registered, "registered");

    /// <summary>Votes cast (ballots in the box).</summary>
    public long? Cast { get; init => field = Checked.Count(value, "cast"); } = Checked.Count(Cast, "cast");

    /// <summary>Valid votes.</summary>
    public long? Valid { get; init => field = Checked.Count(value, "valid"); } = Checked.Count(Valid, "valid");

    /// <summary>Blank votes.</summary>
    public long? Blank { get; init => field = Checked.Count(value, "blank"); } = Checked.Count(Blank, "blank");

    /// <summary>Null votes.</summary>
    public long? Null { get; init => field = Checked.Count(value, "null"); } = Checked.Count(Null, "null");

    /// <summary>Blank and null votes together, where the source does not part them.</summary>
    public long? BlankOrNull { get; init => field = Checked.Count(value, "blank-or-null"); } = Checked.Count(BlankOrNull, "blank-or-null");

    /// <summary>The reserved choices, in the order of the fields.</summary>
    public static ReadOnlySpan<string> ReservedChoices => reserved;

    static readonly string[] reserved = ["registered", "cast", "valid", "blank", "null", "blank-or-null"];

    /// <summary>The figure under a reserved choice.</summary>
    /// <param name="choice">One of <see cref="ReservedChoices"/>.</param>
    /// <exception cref="ArgumentException">The choice is not reserved.</exception>
    public long? this[string choice] => choice switch
    {
        "registered" => Registered,
        "cast" => Cast,
        "valid" => Valid,
        "blank" => Blank,
        "null" => Null,
        "blank-or-null" => BlankOrNull,
        _ => throw new ArgumentException($"'{choice}' is not a reserved choice ({string.Join(", ", reserved)}).", nameof(choice)),
    };

    /// <summary>These counts with one figure set.</summary>
    /// <param name="choice">One of <see cref="ReservedChoices"/>.</param>
    /// <param name="value">The figure, ≥ 0.</param>
    public ReportedCounts With(string choice, long value) => choice switch
    {
        "registered" => this with { Registered = value },
        "cast" => this with { Cast = value },
        "valid" => this with { Valid = value },
        "blank" => this with { Blank = value },
        "null" => this with { Null = value },
        "blank-or-null" => this with { BlankOrNull = value },
        _ => throw new ArgumentException($"'{choice}' is not a reserved choice ({string.Join(", ", reserved)}).", nameof(choice)),
    };

    /// <summary>Whether results use this word for something else than a candidacy.</summary>
    /// <param name="choice">Any text.</param>
    public static bool IsReserved(string choice) => Array.IndexOf(reserved, choice) >= 0;
}
