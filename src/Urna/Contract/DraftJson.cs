using System.Text.Json.Serialization;
using Urna.Judge.Suggest;

namespace Urna.Contract;

/// <summary>A drafted claim, in the shape of <c>urna claims suggest --format json</c>: fields that a person must choose are null.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Line">The line of the article, from 1.</param>
/// <param name="Span">The words of the article that make it.</param>
/// <param name="Occurrence">Which of their places is meant, from 1; null where they stand once.</param>
/// <param name="Rule">The rule that read it.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Contest">The contest, or the election alone of a chamber.</param>
/// <param name="Chamber">The chamber whose members are counted.</param>
/// <param name="Of">Whose it is; null where nobody is named or it is open.</param>
/// <param name="Than">What it is compared with.</param>
/// <param name="Places">The places; null for the whole, or where open.</param>
/// <param name="Base">What a share is of; null for valid votes.</param>
/// <param name="What">What changed.</param>
/// <param name="Since">Earlier contests.</param>
/// <param name="Reach">What a place must reach.</param>
/// <param name="Level">The level of places that are counted.</param>
/// <param name="OutOf">Of how many places it is said to be.</param>
/// <param name="Wording">How the number is said; null for as it stands.</param>
/// <param name="Value">The number with its unit, a day, or a word.</param>
/// <param name="Choose">Each open field with what it may be, the likeliest first.</param>
public sealed record DraftJson(
    string Id, int Line, string Span, int? Occurrence, string Rule, string? Measure, string? Contest, string? Chamber, IEnumerable<string>? Of, string? Than, IEnumerable<string>? Places,
    string? Base, string? What, IEnumerable<string>? Since, string? Reach, string? Level, string? OutOf, string? Wording, string? Value, IReadOnlyDictionary<string, IEnumerable<string>> Choose)
{
    /// <summary>Whether it is a draft that a person has not taken for right: always.</summary>
    [JsonPropertyOrder(-1)]
    public bool Draft { get; init; } = true;

    /// <summary>The shape of a draft.</summary>
    /// <param name="draft">The draft.</param>
    public static DraftJson From(DraftClaim draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        IEnumerable<string>? All(string key) => draft.Fields.FirstOrDefault(f => f.Key == key) is { IsOpen: false } field ? field.Values : null;
        string? One(string key) => All(key)?.First();
        return new(
            draft.Id, draft.Line, draft.Words, draft.Occurrence, draft.Rule, One("measure"), One("contest"), One("chamber"), All("of"), One("than"), All("places"), One("base"), One("what"), All("since"),
            One("reach"), One("level"), One("out-of"), One("wording"), One("value"), draft.Fields.Where(f => f.IsOpen).ToDictionary(f => f.Key, f => f.Values.AsEnumerable()));
    }
}
