using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Validate;

/// <summary>Whether every vote is in one unit only, and in a district where the choice stands.</summary>
static class UnitCheck
{
    public static IEnumerable<Finding> Of(Contest contest, PlaceTree places, Ballots ballots) =>
        [.. Nested(contest, places), .. OutsideDistrict(contest, ballots), .. WithoutSeats(contest, places)];

    static IEnumerable<Finding> Nested(Contest contest, PlaceTree places)
    {
        var units = contest.Returns.Select(u => u.Place).ToHashSet();
        var around = ByParent(places, line => line.FirstOrDefault(p => units.Contains(p.Id)));
        return from unit in contest.Returns
               let above = around(places[unit.Place].Parent)
               where above is not null
               select Codes.Finding("V209", LocalizedText.Say("v209.lies-in-which-reports-as-well", ("place", unit.Place), ("above", above.Id))) with
               {
                   File = contest.ResultsFile,
                   Row = unit.Row,
                   Place = unit.Place,
                   Found = above.Id,
                   Expected = "units that do not contain each other",
               };
    }

    /// <summary>Units whose votes fill no seat although the contest has seats.</summary>
    static IEnumerable<Finding> WithoutSeats(Contest contest, PlaceTree places)
    {
        if (contest.Seats.IsEmpty)
        {
            return [];
        }

        var around = ByParent(places, line => line.FirstOrDefault(p => contest.Seats.ContainsKey(p.Id)));
        return from unit in contest.Returns
               where !contest.Seats.ContainsKey(unit.Place) && around(places[unit.Place].Parent) is null
               select Codes.Finding("V213", LocalizedText.Say("v213.lies-in-no-district-that-has", ("place", unit.Place))) with
               {
                   File = contest.ResultsFile,
                   Row = unit.Row,
                   Place = unit.Place,
                   Expected = "a unit within a district of 'seats'",
               };
    }

    /// <summary>Finds a place on the line of a parent, once for all units that share it.</summary>
    static Func<string?, Place?> ByParent(PlaceTree places, Func<IEnumerable<Place>, Place?> find)
    {
        var found = new Dictionary<string, Place?>();
        return parent =>
        {
            if (parent is null)
            {
                return null;
            }

            if (!found.TryGetValue(parent, out var place))
            {
                found.Add(parent, place = find(places.Line(parent)));
            }

            return place;
        };
    }

    static IEnumerable<Finding> OutsideDistrict(Contest contest, Ballots ballots) =>
        from unit in contest.Returns
        from entry in ballots.Outside(unit)
        let choice = contest.Candidacies[entry.Choice]
        select Codes.Finding("V210", LocalizedText.Say(
            "v210.votes-for-who-stands-in", ("place", unit.Place), ("votes", entry.Votes), ("choice", choice.Name),
            ("district", choice.District))) with
        {
            File = contest.ResultsFile,
            Row = entry.Row,
            Place = unit.Place,
            Found = contest.Candidacies[entry.Choice].Choice,
            Expected = $"a choice on the ballot of {unit.Place}",
        };
}
