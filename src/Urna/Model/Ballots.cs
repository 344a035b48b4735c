using System.Collections.Immutable;

namespace Urna.Model;

/// <summary>Which choices stand on the ballot of each place.</summary>
public sealed class Ballots
{
    readonly Contest contest;
    readonly PlaceTree places;
    readonly ImmutableArray<int> everywhere;
    readonly Dictionary<string, List<int>> byDistrict = [];
    readonly Dictionary<string, ImmutableArray<int>> byPlace = [];

    /// <summary>The ballots of a contest.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="places">Its places.</param>
    /// <exception cref="ArgumentException">A unit of the contest is not one of the places.</exception>
    public Ballots(Contest contest, PlaceTree places)
    {
        foreach (var unit in contest.Returns)
        {
            _ = places.Contains(unit.Place) ? unit.Place : throw new ArgumentException($"{contest.Id}: '{unit.Place}' reports and is not a place. Expected: one of {places.Places.Length} places from '{places.Root.Id}' down.", nameof(contest));
        }

        this.contest = contest;
        this.places = places;
        everywhere = [.. Enumerable.Range(0, contest.Candidacies.Length).Where(c => contest.Candidacies[c].District is null)];
        for (var c = 0; c < contest.Candidacies.Length; c++)
        {
            if (contest.Candidacies[c].District is { } district)
            {
                if (!byDistrict.TryGetValue(district, out var choices))
                {
                    byDistrict.Add(district, choices = []);
                }

                choices.Add(c);
            }
        }
    }

    /// <summary>The choices on the ballot of a place, ascending.</summary>
    /// <param name="place">A place's id.</param>
    public ImmutableArray<int> At(string place)
    {
        if (byDistrict.Count == 0)
        {
            return everywhere;
        }

        // Down from the nearest place whose ballot is known, without a call inside a call: places may lie very deep.
        var line = new Stack<Place>();
        var choices = everywhere;
        foreach (var above in places.Line(place))
        {
            if (byPlace.TryGetValue(above.Id, out var known))
            {
                choices = known;
                break;
            }

            line.Push(above);
        }

        foreach (var below in line)
        {
            choices = byDistrict.TryGetValue(below.Id, out var own) ? [.. choices.Concat(own).Order()] : choices;
            byPlace.Add(below.Id, choices);
        }

        return choices;
    }

    /// <summary>Whether a unit states votes for every choice on its ballot, or an absent one is zero.</summary>
    /// <param name="unit">The unit's return.</param>
    public bool AreCompleteIn(PollingStationReturn unit) => AbsentIsZeroIn(unit) || Absent(unit).IsEmpty;

    /// <summary>Whether a choice without a row is zero in a unit: the source leaves such rows out, and the unit has a row, or no valid vote.</summary>
    /// <param name="unit">The unit's return.</param>
    public bool AbsentIsZeroIn(PollingStationReturn unit) =>
        contest.AbsentIsZero && (!unit.Votes.IsEmpty || (unit.Counts.Valid ?? unit.Counts.Cast) == 0);

    /// <summary>The choices on a unit's ballot for which it states nothing.</summary>
    /// <param name="unit">The unit's return.</param>
    public ImmutableArray<int> Absent(PollingStationReturn unit)
    {
        ImmutableArray<int>.Builder? absent = null;
        var next = 0;
        foreach (var choice in At(unit.Place))
        {
            while (next < unit.Votes.Length && unit.Votes[next].Choice < choice)
            {
                next++;
            }

            if (next == unit.Votes.Length || unit.Votes[next].Choice != choice)
            {
                (absent ??= ImmutableArray.CreateBuilder<int>()).Add(choice);
            }
        }

        return absent?.ToImmutable() ?? [];
    }

    /// <summary>The votes of a unit for choices that are not on its ballot.</summary>
    /// <param name="unit">The unit's return.</param>
    public ImmutableArray<ChoiceVotes> Outside(PollingStationReturn unit)
    {
        ImmutableArray<ChoiceVotes>.Builder? outside = null;
        var ballot = At(unit.Place);
        var next = 0;
        foreach (var entry in unit.Votes)
        {
            while (next < ballot.Length && ballot[next] < entry.Choice)
            {
                next++;
            }

            if (next == ballot.Length || ballot[next] != entry.Choice)
            {
                (outside ??= ImmutableArray.CreateBuilder<ChoiceVotes>()).Add(entry);
            }
        }

        return outside?.ToImmutable() ?? [];
    }
}
