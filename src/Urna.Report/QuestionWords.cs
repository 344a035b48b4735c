namespace Urna.Report;

/// <summary>What a person is asked of a claim that its words leave open.</summary>
static class QuestionWords
{
    /// <summary>The question that an open field is.</summary>
    /// <param name="field">The field's name in a claims file.</param>
    /// <param name="words">The language.</param>
    public static string Of(string field, Wording words) => field switch
    {
        "measure" => words.Say("question.measure"),
        "contest" => words.Say("question.contest"),
        "of" => words.Say("question.of"),
        "than" => words.Say("question.than"),
        "places" => words.Say("question.places"),
        "value" => words.Say("question.value"),
        "base" => words.Say("question.base"),
        "since" => words.Say("question.since"),
        "level" => words.Say("question.level"),
        "count" => words.Say("question.count"),
        "wording" => words.Say("question.wording"),
        _ => field,
    };
}
