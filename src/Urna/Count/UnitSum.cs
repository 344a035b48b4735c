using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Count;

/// <summary>Adds up units of a contest, group after group; its work is that of the units, whatever the size of the whole ballot.</summary>
/// <param name="contest">The contest.</param>
/// <param name="ballots">Which choices stand where.</param>
sealed class UnitSum(Contest contest, Ballots ballots)
{
    readonly Tally[] tallies = new Tally[contest.Candidacies.Length];
    readonly List<int> touched = [];

    /// <summary>The count of a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="units">The units that lie there.</param>
    /// <param name="awaited">Places there that have no row in the results yet.</param>
    /// <param name="without">Where these are all units of the place but those of some places, which these are; null where they are some others.</param>
    public Tabulation Of(Place place, IReadOnlyCollection<PollingStationReturn> units, IReadOnlyCollection<string> awaited, ImmutableArray<string>? without)
    {
        Total registered = default, cast = default, valid = default, blank = default, none = default;
        var notReported = ImmutableArray.CreateBuilder<string>();
        foreach (var unit in units)
        {
            Add(unit);
            var reported = unit.HasReported;
            var counts = UnitCounts.Of(unit, contest.Balance, ballots.AreCompleteIn(unit));
            registered = registered.Plus(counts.Registered, reported);
            cast = cast.Plus(counts.Cast, reported);
            valid = valid.Plus(counts.Valid, reported);
            blank = blank.Plus(counts.Blank, reported);
            none = none.Plus(counts.Null, reported);
            if (!reported)
            {
                notReported.Add(unit.Place);
            }
        }

        foreach (var id in awaited)
        {
            Expect(id, reported: false, absentIsZero: false);
        }

        if (registered.UnitsMissing > 0 && without is { } left && StatedRoll(place, left) is { } roll)
        {
            registered = new Total(roll, 0, 0);
        }

        Total WithAwaited(Total total) => total.Lacking(awaited.Count, awaited.Count);
        return new Tabulation(
            contest, place, units.Count, WithAwaited(registered), WithAwaited(cast), WithAwaited(valid), WithAwaited(blank), WithAwaited(none), Choices(units.Count + awaited.Count))
        {
            NotReported = [.. notReported, .. awaited],
            UnitsAwaited = awaited.Count,
        };
    }

    /// <summary>The roll that a source states of just these units; it stands where they do not all state theirs, whether some do or none.</summary>
    long? StatedRoll(Place place, ImmutableArray<string> without) =>
        contest.Stated.FirstOrDefault(s => s.Place == place.Id && s.Figures.ContainsKey("registered") && s.Without.ToHashSet().SetEquals(without))?.Figures["registered"];

    void Add(PollingStationReturn unit)
    {
        Expect(unit.Place, unit.HasReported, ballots.AbsentIsZeroIn(unit));
        foreach (var entry in unit.Votes)
        {
            Touch(entry.Choice);
            tallies[entry.Choice].Known += entry.Votes;
            tallies[entry.Choice].Stated++;
        }
    }

    void Expect(string place, bool reported, bool absentIsZero)
    {
        foreach (var choice in ballots.At(place))
        {
            Touch(choice);
            tallies[choice].Expected++;
            tallies[choice].Zero += absentIsZero ? 1 : 0;
            tallies[choice].NotReported += reported ? 0 : 1;
        }
    }

    void Touch(int choice)
    {
        if (tallies[choice] is { Expected: 0, Stated: 0 })
        {
            touched.Add(choice);
        }
    }

    /// <summary>The totals of the choices, which leaves none for the next group.</summary>
    ImmutableArray<ChoiceTotal> Choices(int units)
    {
        if (units == 0)
        {
            return [.. Enumerable.Range(0, tallies.Length).Select(c => new ChoiceTotal(c, default))];
        }

        touched.Sort();
        ImmutableArray<ChoiceTotal> totals = [.. touched.Select(c => Total(c, tallies[c]))];
        foreach (var choice in touched)
        {
            tallies[choice] = default;
        }

        touched.Clear();
        return totals;
    }

    static ChoiceTotal Total(int choice, Tally tally) => new(
        choice, new Total(tally.Known, Math.Max(0, tally.Expected - Math.Max(tally.Stated, tally.Zero)), tally.NotReported))
    {
        UnitsStating = tally.Stated,
    };

    struct Tally
    {
        public long Known;
        public int Stated;
        public int Expected;
        public int Zero;
        public int NotReported;
    }
}
