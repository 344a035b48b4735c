using System.Collections.Immutable;
using Urna.Count;

namespace Urna.Contract;

/// <summary>The count of a contest in a place, in the shape of <c>urna count --format json</c>.</summary>
/// <param name="Contest">The contest's id.</param>
/// <param name="Place">The place's id.</param>
/// <param name="Name">The place's name.</param>
/// <param name="Level">The place's level.</param>
/// <param name="Units">Units that report there.</param>
/// <param name="Registered">People on the roll; null where a part is missing.</param>
/// <param name="Cast">Votes cast; null where a part is missing.</param>
/// <param name="Valid">Valid votes; null where a part is missing.</param>
/// <param name="Blank">Blank votes; null where a part is missing.</param>
/// <param name="Null">Null votes; null where a part is missing.</param>
/// <param name="Choices">The choices on the ballot there.</param>
/// <param name="Reasons">Why a total is null, by its name; null where none is.</param>
public sealed record CountJson(
    string Contest,
    string Place,
    string Name,
    string Level,
    int Units,
    long? Registered,
    long? Cast,
    long? Valid,
    long? Blank,
    long? Null,
    IEnumerable<CountJson.ChoiceCount> Choices,
    IReadOnlyDictionary<string, string>? Reasons)
{
    /// <summary>The votes of a choice.</summary>
    public sealed record ChoiceCount(string Choice, string Name, long? Votes);

    /// <summary>The count of a place.</summary>
    /// <param name="t">The tabulation.</param>
    public static CountJson Of(Tabulation t) => new(
        t.Contest.Id,
        t.Place.Id,
        t.Place.Name,
        t.Place.Level,
        t.Units,
        t.Registered.Value,
        t.Cast.Value,
        t.Valid.Value,
        t.Blank.Value,
        t.Null.Value,
        t.Choices.Select(c => new ChoiceCount(t.Contest.Candidacies[c.Choice].Choice, t.Contest.Candidacies[c.Choice].Name, c.Votes.Value)),
        ReasonsOf(t) is { IsEmpty: false } reasons ? reasons : null);

    static string NotReported(Total total) => total.UnitsNotReported == 0 ? ""
        : total.UnitsNotReported == total.UnitsMissing ? ": not reported yet" : $", {total.UnitsNotReported} of them not reported yet";

    static ImmutableSortedDictionary<string, string> ReasonsOf(Tabulation t)
    {
        var choices = t.Choices.Select(c => KeyValuePair.Create(t.Contest.Candidacies[c.Choice].Choice, c.Votes));
        KeyValuePair<string, Total>[] counts =
        [
            new("registered", t.Registered), new("cast", t.Cast), new("valid", t.Valid), new("blank", t.Blank), new("null", t.Null),
        ];
        return choices.Concat(counts).Where(p => p.Value.UnitsMissing > 0)
            .ToImmutableSortedDictionary(p => p.Key, p => $"{p.Value.UnitsMissing} of {t.Units + t.UnitsAwaited} units do not state it{NotReported(p.Value)}");
    }
}
