using System.Collections.Immutable;
using Urna.Model;
using Urna.Scenarios;

namespace Urna.Report.Views;

/// <summary>Seats that a picture shows as one run.</summary>
/// <param name="Name">The name for people.</param>
/// <param name="Contender">Who holds them; null for seats that stay open.</param>
/// <param name="Seats">How many, ≥ 1.</param>
public sealed record SeatGroup(string Name, Contender? Contender, int Seats)
{
    /// <summary>The members of a chamber by list, most first.</summary>
    internal static ImmutableArray<SeatGroup> Of(IEnumerable<MemberGroup> members, Edition edition)
    {
        var lists = members.GroupBy(m => m.List.Length > 0 ? m.List : m.Party).OrderByDescending(g => g.Sum(m => m.Seats)).ToList();
        var colours = edition.ColoursFor([.. lists.Select(g => g.Key)]);
        return [.. lists.Select((g, i) => new SeatGroup(edition.Shown(g.Key), new Contender(g.Key, "", ContenderKind.List, colours[i], 1), g.Sum(m => m.Seats)))];
    }

    /// <summary>The seats of a scenario by list: lists keep the place and the colour that they have elsewhere, and new ones come after.</summary>
    internal static ImmutableArray<SeatGroup> Of(ScenarioOutcome actual, ScenarioOutcome outcome, Edition edition)
    {
        var order = actual.Allocation.SeatsByList.Select(s => s.Key).ToList();
        var held = outcome.Allocation.SeatsByList.Where(s => !IsOutside(s.Key)).OrderBy(s => order.IndexOf(s.Key) is >= 0 and var at ? at : order.Count).ToList();
        var colours = edition.ColoursFor([.. order.Where(l => !IsOutside(l)).Concat(held.Select(h => h.Key)).Distinct()]);
        var names = order.Where(l => !IsOutside(l)).Concat(held.Select(h => h.Key)).Distinct().ToList();
        var outside = outcome.Allocation.SeatsByList.Where(s => IsOutside(s.Key)).Sum(s => s.Value);
        var groups = held.Select(h => new SeatGroup(edition.Shown(h.Key), new Contender(h.Key, "", ContenderKind.List, colours[names.IndexOf(h.Key)], 1), h.Value)).ToList();
        if (outside > 0)
        {
            var independents = new Contender("", "", ContenderKind.Independents, Palette.Grey, outside);
            groups.Add(new(edition.HolderName(independents), independents, outside));
        }

        var open = outcome.Allocation.Districts.Sum(d => d.Seats - d.Elected.Length);
        return open > 0 ? [.. groups, new SeatGroup(edition.Say("term.not-filled"), null, open)] : [.. groups];
    }

    static bool IsOutside(string list) => list.StartsWith("IND: ", StringComparison.Ordinal);

    /// <summary>The seats of a contest by contender, in the order of the line-up, open seats last.</summary>
    internal static ImmutableArray<SeatGroup> Of(ContestView contest, Edition edition)
    {
        var districts = contest.Allocation!.Districts;
        var held = districts.SelectMany(d => d.Elected).CountBy(s => contest.Of(s.Candidacy.ListName))
            .OrderByDescending(p => p.Key.Colour == Palette.Grey ? 0 : p.Value).ThenBy(p => contest.Contenders.IndexOf(p.Key))
            .Select(p => new SeatGroup(edition.HolderName(p.Key), p.Key, p.Value));
        var open = districts.Sum(d => d.Seats - d.Elected.Length);
        return open > 0 ? [.. held, new SeatGroup(edition.Say("term.not-filled"), null, open)] : [.. held];
    }
}
