using System.Collections.Immutable;
using Urna.Model;
using Urna.Validate;

namespace Urna.Forecast;

/// <summary>A place of now and one of an earlier election that it comes from.</summary>
/// <param name="Place">The id of now.</param>
/// <param name="Earlier">The id of before.</param>
public sealed record PlaceChange(string Place, string Earlier)
{
    /// <summary>The id of now.</summary>
    public string Place { get; init => field = Checked.Text(value, "place"); } = Checked.Text(Place, "place");

    /// <summary>The id of before.</summary>
    public string Earlier { get; init => field = Checked.Text(value, "earlier"); } = Checked.Text(Earlier, "earlier");
}

/// <summary>An earlier contest laid on the places of now.</summary>
/// <remarks>Places are matched by the table first, then where id and name agree, then by a name that stands once at both times. Nothing is matched by id alone.</remarks>
public sealed class Baseline
{
    readonly Dictionary<string, Votes> byPlace;

    Baseline(string contest, Dictionary<string, Votes> byPlace) => (Contest, this.byPlace) = (contest, byPlace);

    /// <summary>The earlier contest's id.</summary>
    public string Contest { get; }

    /// <summary>Its choices: id, list and name, for whoever is the same now.</summary>
    internal ImmutableArray<Candidacy> Ballot { get; private init; }

    /// <summary>Places of now that report and have a counterpart.</summary>
    public int Matched { get; private init; }

    /// <summary>Electors of places of now that have none.</summary>
    public long UnmatchedElectors { get; private init; }

    /// <summary>Places without a counterpart, of now and of before, each with its electors.</summary>
    public ImmutableArray<Finding> Findings { get; private init; } = [];

    /// <summary>What a place was before.</summary>
    internal sealed class Votes(int choices)
    {
        public double[] ByChoice { get; } = new double[choices];

        public double Total { get; set; }

        public double Registered { get; set; }
    }

    /// <summary>Votes of a choice of before, over all places.</summary>
    internal double Sum(int choice) => Whole.ByChoice[choice];

    /// <summary>The whole of before.</summary>
    Votes Whole { get; init; } = new(0);

    /// <summary>What a place of now was before; null if it is not known.</summary>
    internal Votes? At(string place) => byPlace.GetValueOrDefault(place);

    /// <summary>Lays an earlier contest on the places of now.</summary>
    /// <param name="now">The election of now.</param>
    /// <param name="contest">Its contest: the places that report in it must have a counterpart, or are told.</param>
    /// <param name="before">The earlier election; may be the same.</param>
    /// <param name="earlier">Its contest.</param>
    /// <param name="changes">Places that changed; a place may come from several, and several from one.</param>
    public static Baseline Of(Election now, Contest contest, Election before, Contest earlier, ImmutableArray<PlaceChange> changes)
    {
        var sums = Sums(before, earlier);
        var match = Matches(now, before, sums, changes);
        var splits = match.SelectMany(m => m.Value).GroupBy(id => id).Where(g => g.Count() > 1).ToDictionary(g => g.Key, g => g.Count());
        var laid = new Dictionary<string, Votes>();
        foreach (var (place, ids) in match)
        {
            var votes = new Votes(earlier.Candidacies.Length);
            foreach (var id in ids)
            {
                Add(votes, sums[id], 1.0 / splits.GetValueOrDefault(id, 1));
            }

            laid[place] = votes;
        }

        var reporting = Reporting(now, contest);
        var units = earlier.Returns.Select(r => r.Place).ToHashSet();

        // A place is told of by one above it only where that one reported as a whole before: else it is lost, whatever its region is.
        ImmutableArray<string> lost = [.. reporting.Where(p => !laid.ContainsKey(p) && !now.Places.Line(p).Any(a => match.TryGetValue(a.Id, out var from) && from.Any(units.Contains)))];
        var rolls = contest.Returns.Where(r => r.Counts.Registered is not null).ToDictionary(r => r.Place, r => r.Counts.Registered!.Value);
        var used = reporting.SelectMany(p => now.Places.Line(p).Select(a => match.GetValueOrDefault(a.Id, [])).FirstOrDefault(from => !from.IsEmpty && (laid.ContainsKey(p) || from.Any(units.Contains)), []))
            .ToHashSet();
        var left = earlier.Returns.Where(r => !before.Places.Line(r.Place).Any(p => used.Contains(p.Id)) && !Below(before.Places, r.Place, used));
        return new(earlier.Id, laid)
        {
            Ballot = earlier.Candidacies,
            Whole = sums.GetValueOrDefault(before.Places.Root.Id) ?? new(earlier.Candidacies.Length),
            Matched = reporting.Length - lost.Length,
            UnmatchedElectors = lost.Sum(p => rolls.GetValueOrDefault(p)),
            Findings =
            [
                .. lost.Select(p => NightFindings.Unmatched(now.Places[p].Name, rolls.GetValueOrDefault(p))),
                .. left.Select(r => NightFindings.BaselineLeft(before.Places[r.Place].Name, r.Counts.Registered ?? r.Counts.Cast ?? UnitCounts.SumOfChoices(r))),
            ],
        };
    }

    static bool Below(PlaceTree places, string place, HashSet<string> covered) => places.Children(place).Any(c => covered.Contains(c.Id) || Below(places, c.Id, covered));

    /// <summary>The places of which a counterpart is expected: those with a roll or returns, else the lowest.</summary>
    static ImmutableArray<string> Reporting(Election now, Contest contest) =>
        contest.Returns.IsEmpty ? [.. now.Places.Places.Where(p => now.Places.Children(p.Id).IsEmpty).Select(p => p.Id)] : [.. contest.Returns.Select(r => r.Place)];

    static Dictionary<string, ImmutableArray<string>> Matches(Election now, Election before, Dictionary<string, Votes> sums, ImmutableArray<PlaceChange> changes)
    {
        var found = changes.Where(c => now.Places.Contains(c.Place) && sums.ContainsKey(c.Earlier)).GroupBy(c => c.Place)
            .ToDictionary(g => g.Key, g => g.Select(c => c.Earlier).Distinct().ToImmutableArray());
        var taken = found.Values.SelectMany(v => v).ToHashSet();
        if (ReferenceEquals(now, before))
        {
            foreach (var place in now.Places.Places.Where(p => sums.ContainsKey(p.Id)))
            {
                found.TryAdd(place.Id, [place.Id]);
            }

            return found;
        }

        foreach (var place in now.Places.Places.Where(p => !found.ContainsKey(p.Id) && sums.ContainsKey(p.Id) && !taken.Contains(p.Id)))
        {
            if (place.Parent is null || FoldedName.Of(before.Places[place.Id].Name) == FoldedName.Of(place.Name))
            {
                found[place.Id] = [place.Id];
                taken.Add(place.Id);
            }
        }

        var names = now.Places.Places.Where(p => p.Parent is not null).ToLookup(p => Key(now.Places, p));
        var earlier = before.Places.Places.Where(p => p.Parent is not null && sums.ContainsKey(p.Id)).ToLookup(p => Key(before.Places, p));
        foreach (var group in names)
        {
            if (group.Count() == 1 && group.First() is var place && !found.ContainsKey(place.Id) && earlier[group.Key].ToList() is [var one] && !taken.Contains(one.Id))
            {
                found[place.Id] = [one.Id];
            }
        }

        return found;
    }

    static string Key(PlaceTree places, Place place) => $"{place.Level}\0{FoldedName.Of(place.Name)}\0{(place.Parent is { } parent ? FoldedName.Of(places[parent].Name) : "")}";

    /// <summary>Votes of every place of before that reports, and of all above.</summary>
    static Dictionary<string, Votes> Sums(Election before, Contest earlier)
    {
        var sums = new Dictionary<string, Votes>();
        foreach (var unit in earlier.Returns.Where(r => !r.Votes.IsEmpty))
        {
            foreach (var place in before.Places.Line(unit.Place))
            {
                if (!sums.TryGetValue(place.Id, out var votes))
                {
                    sums[place.Id] = votes = new(earlier.Candidacies.Length);
                }

                foreach (var line in unit.Votes)
                {
                    votes.ByChoice[line.Choice] += line.Votes;
                    votes.Total += line.Votes;
                }

                votes.Registered += unit.Counts.Registered ?? 0;
            }
        }

        return sums;
    }

    static void Add(Votes to, Votes from, double part)
    {
        for (var i = 0; i < to.ByChoice.Length; i++)
        {
            to.ByChoice[i] += part * from.ByChoice[i];
        }

        to.Total += part * from.Total;
        to.Registered += part * from.Registered;
    }
}
