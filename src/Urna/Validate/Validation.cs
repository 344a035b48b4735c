using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Validate;

/// <summary>Asks of every contest of an election whether its figures can be true together.</summary>
public static class Validation
{
    /// <summary>All findings, contest by contest, then those between contests.</summary>
    /// <param name="election">The election.</param>
    public static ImmutableArray<Finding> Check(Election election) => [.. election.Contests.SelectMany(c => Check(c, election.Places)), .. Beside(election)];

    /// <summary>The findings that are of no one contest: between contests, and of the places.</summary>
    internal static ImmutableArray<Finding> Beside(Election election) => [.. BoxCheck.Of(election), .. Check(election.Places)];

    /// <summary>Places whose names do not tell them apart.</summary>
    internal static ImmutableArray<Finding> Check(PlaceTree places) => [.. NameCheck.Of(places), .. LookAlikes.Of(places)];

    /// <summary>All findings of one contest.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="places">Its places.</param>
    public static ImmutableArray<Finding> Check(Contest contest, PlaceTree places)
    {
        var ballots = new Ballots(contest, places);
        return
        [
            .. BalanceCheck.Of(contest, ballots),
            .. AbsenceCheck.Of(contest, places, ballots),
            .. UnitCheck.Of(contest, places, ballots),
            .. StatedCheck.Of(contest, places, ballots),
            .. NameCheck.Of(contest),
        ];
    }
}
