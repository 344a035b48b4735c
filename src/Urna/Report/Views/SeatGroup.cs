using System.Collections.Immutable;

namespace Urna.Report.Views;

/// <summary>Seats that a picture shows as one run.</summary>
/// <param name="Name">The name for people.</param>
/// <param name="Contender">Who holds them; null for seats that stay open.</param>
/// <param name="Seats">How many, ≥ 1.</param>
public sealed record SeatGroup(string Name, Contender? Contender, int Seats)
{
    /// <summary>The seats of a contest by contender, in the order of the line-up, open seats last.</summary>
    internal static ImmutableArray<SeatGroup> Of(ContestView contest, Edition edition)
    {
        var districts = contest.Allocation!.Districts;
        var held = districts.SelectMany(d => d.Elected).CountBy(s => contest.Of(s.Candidacy.ListName))
            .OrderByDescending(p => p.Key.Colour == Palette.Grey ? 0 : p.Value).ThenBy(p => contest.Contenders.IndexOf(p.Key))
            .Select(p => new SeatGroup(edition.NameOf(p.Key), p.Key, p.Value));
        var open = districts.Sum(d => d.Seats - d.Elected.Length);
        return open > 0 ? [.. held, new SeatGroup(edition.L("Not filled", "Sin asignar"), null, open)] : [.. held];
    }
}
