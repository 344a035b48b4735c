using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Votes;
using Urna.Audit.Statements;
using Urna.Model;

namespace Urna.Audit.Plans;

/// <summary>A contest as an audit looks at it: its votes, its boxes, and what must be true of both.</summary>
/// <param name="Id">The contest; empty for plain files.</param>
/// <param name="Votes">The votes from which its seats are filled.</param>
/// <param name="Counted">The same with all ballots.</param>
/// <param name="Statements">What must be true of them, or why no audit can say it.</param>
/// <param name="Boxes">Its boxes, in the order of the count; empty where none are known.</param>
public sealed record AuditedContest(string Id, ContestVotes Votes, CountedVotes Counted, StatementSet Statements, ImmutableArray<AuditBox> Boxes)
{
    /// <summary>Votes that a ballot may give, ≥ 1.</summary>
    public int VotesPerBallot { get; init; } = 1;

    /// <summary>The district of a place, by number; null where it has none.</summary>
    public required Func<string, int?> DistrictOf { get; init; }

    /// <summary>Whether the boxes come from a manifest, and not from the units of the count.</summary>
    public bool HasManifest { get; init; }

    /// <summary>Its groups of statements, each with the boxes of its districts.</summary>
    public IEnumerable<(AuditGroup Group, ImmutableArray<AuditBox> Boxes)> Groups =>
        AuditGroup.Of(Id, Statements, Counted).Select(g => (g, (ImmutableArray<AuditBox>)[.. Boxes.Where(b => g.Scope.Contains(b.District))]));

    /// <summary>A contest of an election; its units are its boxes.</summary>
    /// <param name="contest">A contest that a law fills.</param>
    /// <param name="reckoning">The election with its laws.</param>
    /// <exception cref="ArgumentException">No law fills its seats.</exception>
    public static AuditedContest Of(Contest contest, Reckoning reckoning)
    {
        if (reckoning.Seats(contest) is not { } allocation)
        {
            throw new ArgumentException($"'{contest.Id}' names no law that fills seats.", nameof(contest));
        }

        var (votes, places) = (reckoning.Votes(contest), reckoning.Election.Places);
        var boxes = Units(contest, places, votes);
        var byDistrict = boxes.ToLookup(b => b.District);
        var counted = CountedVotes.Of(votes, [.. votes.Districts.Select((_, i) => byDistrict[i].Any() ? byDistrict[i].Sum(b => b.Ballots) : (long?)null)]);
        var isWhole = new Ballots(contest, places);
        var known = contest.Returns.All(u => UnitCounts.Of(u, contest.Balance, isWhole.AreCompleteIn(u)).Cast is not null);
        return new(
            contest.Id,
            votes,
            new([.. counted.Districts.Select(d => d with { AllAreKnown = known })]),
            ContestStatements.Of(allocation.Rule, votes, allocation, contest.Balance.Votes),
            boxes)
        {
            VotesPerBallot = contest.Balance.Votes,
            DistrictOf = DistrictsOf(contest, places, votes),
        };
    }

    /// <summary>A contest of plain files; it has no boxes until a manifest names them.</summary>
    /// <param name="votes">The votes.</param>
    /// <param name="allocation">Their outcome under the law.</param>
    public static AuditedContest Of(ContestVotes votes, ContestAllocation allocation)
    {
        var names = votes.Districts.Index().ToDictionary(d => FoldedName.Of(d.Item.District), d => d.Index);
        var only = votes.Districts.Index().Where(d => d.Item.District != "*").ToList() is [var one] ? one.Index : (int?)null;
        return new("", votes, CountedVotes.Of(votes), ContestStatements.Of(allocation.Rule, votes, allocation), [])
        {
            DistrictOf = place => names.TryGetValue(FoldedName.Of(place), out var number) ? number : only,
        };
    }

    static ImmutableArray<AuditBox> Units(Contest contest, PlaceTree places, ContestVotes votes)
    {
        var (districtOf, ballots) = (DistrictsOf(contest, places, votes), new Ballots(contest, places));
        var linesOf = votes.Districts.Select(d => d.Votes.Index().ToDictionary(v => v.Item.Candidacy.Choice, v => v.Index)).ToArray();
        var boxes = ImmutableArray.CreateBuilder<AuditBox>();
        foreach (var unit in contest.Returns.Where(u => u.HasReported))
        {
            if (districtOf(unit.Place) is not { } district)
            {
                continue;
            }

            var lines = new long[votes.Districts[district].Votes.Length];
            foreach (var entry in unit.Votes)
            {
                if (linesOf[district].TryGetValue(contest.Candidacies[entry.Choice].Choice, out var line))
                {
                    lines[line] = entry.Votes;
                }
            }

            var counts = UnitCounts.Of(unit, contest.Balance, ballots.AreCompleteIn(unit));
            boxes.Add(new AuditBox(unit.Place, Where(places, unit.Place), district, counts.Cast ?? (lines.Sum() + (counts.Blank ?? 0) + (counts.Null ?? 0)), [.. lines])
            {
                Name = places[unit.Place].Name,
                Blank = counts.Blank ?? 0,
                Null = counts.Null ?? 0,
            });
        }

        return boxes.ToImmutable();
    }

    /// <summary>Where a unit lies, for those who fetch its box: the names of the places above it, from the greatest down.</summary>
    static string Where(PlaceTree places, string unit)
    {
        var names = places.Line(unit).Select(p => p.Name).Reverse().ToList();
        return names.Count < 3 ? names[^1] : string.Join(", ", names[1..^1]);
    }

    static Func<string, int?> DistrictsOf(Contest contest, PlaceTree places, ContestVotes votes)
    {
        var nearest = places.Nearest(contest.Seats.ContainsKey);
        var numbers = votes.Districts.Index().ToDictionary(d => d.Item.District, d => d.Index);
        return place => places.Contains(place) && nearest(place) is { } district && (numbers.TryGetValue(district, out var number) || numbers.TryGetValue("*", out number)) ? number : null;
    }
}
