using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Votes;
using Urna.Count;
using Urna.Model;
using Urna.Store.Laws;

namespace Urna.Tests.Allocate;

/// <summary>Less data never gives more certainty: no seat, outcome, share or turnout that the whole data do not give as well.</summary>
/// <remarks>Contests whose source leaves out rows of zero votes are left aside: there an absent row says zero.</remarks>
public class LessDataTests
{
    static readonly Dictionary<string, Election> shipped = [];

    /// <summary>What may be deleted: rows at random, all rows of a unit, all rows of a choice or count, all votes of a unit that keeps its roll.</summary>
    public enum Deleted
    {
        Rows,
        Unit,
        Choice,
        Votes,
    }

    static readonly Gen<(double Contest, Deleted Kind, double At, double[] Rows)> genDeletion = Gen.Select(
        Gen.Double[0, 1], Gen.Enum<Deleted>(), Gen.Double[0, 1], Gen.Double[0, 1].Array[1, 6], (contest, kind, at, rows) => (contest, kind, at, rows));

    [Theory]
    [InlineData("cl-1970", 40)]
    [InlineData("cl-1971", 40)]
    [InlineData("cl-1973", 40)]
    [InlineData("cl-1989-2017", 40)]
    [InlineData("cl-2013", 40)]
    [InlineData("cl-2020", 40)]
    [InlineData("cl-2021", 40)]
    [InlineData("cl-2022", 40)]
    [InlineData("cl-2023", 40)]
    public void RowsDeletedFromAShippedElection_MakeNothingMoreCertain(string id, int samples)
    {
        var election = Shipped(id);
        var rules = election.Contests.Select(c => c.Rule).OfType<string>().Distinct().Where(r => Repository.Laws.Find(r).Value is not null).ToDictionary(r => r, Repository.Law);
        var contests = election.Contests.Where(c => !c.AbsentIsZero && c.Kind != ContestKind.Voters).ToImmutableArray();
        var full = contests.ToDictionary(c => c.Id, c => Known.Of(c, election.Places, rules));
        genDeletion.Sample(
            d =>
            {
                var contest = contests[(int)(d.Contest * (contests.Length - 1))];
                return full[contest.Id].Holds(Known.Of(Without(contest, election, d.Kind, d.At, d.Rows), election.Places, rules));
            },
            iter: LongRun.Of(samples, 20 * samples));
    }

    static readonly string[] laws =
    [
        "  - { step: highest-averages, holders: lists, divisors: dhondt, article: x }\n  - { step: most-votes, holders: candidates, article: x }\n",
        "  - { step: threshold, share: 20%, of: valid-and-blank, article: x }\n  - { step: highest-averages, holders: lists, divisors: dhondt, article: x }\n",
        "  - { step: threshold, share: 20%, of: cast, level: district, article: x }\n  - { step: largest-remainder, holders: lists, quota: hare, article: x }\n  - { step: most-votes, holders: candidates, article: x }\n",
        "  - { step: most-votes, holders: candidates, article: x }\n",
        "  - { step: biproportional, upper: votes, article: x }\n",
        "  - { step: district-seats, of: registered, per: 5, minimum: 1, article: x }\n  - { step: highest-averages, holders: lists, divisors: dhondt, article: x }\n",
    ];

    [Fact]
    public void RowsDeletedFromASmallElection_MakeNothingMoreCertain() =>
        Gen.Select(Gen.Int[0, laws.Length - 1], Gen.Long[0, 9].Array[24], Gen.Int[1, 3].Array[2], genDeletion).Sample((law, votes, seats, d) =>
        {
            var (contest, places) = Small(votes, seats);
            var other = contest with { Id = "other", Seats = ImmutableSortedDictionary<string, int>.Empty, Rule = null };
            var rules = new Dictionary<string, ElectoralRule> { ["law"] = Law(law) };
            var election = new Election { Id = "e", Title = LocalizedText.Same("e"), Country = "xx", Date = contest.Date, Places = places, Contests = [contest, other] };
            var less = Without(contest, election, d.Kind, d.At, d.Rows);
            return Known.Of(contest, places, rules).Holds(Known.Of(less, places, rules));
        });

    /// <summary>A unit of which only the roll is known has not reported: its district stays open, and the count says so.</summary>
    [Fact]
    public void AUnitWithARollAlone_HasNotReported_AndItsDistrictStaysOpen()
    {
        var (contest, places) = Small([.. Enumerable.Range(1, 24).Select(v => (long)v)], [2, 2]);
        var less = contest with { Returns = contest.Returns.SetItem(0, contest.Returns[0] with { Votes = [], Counts = new(50, null, null, null, null, null) }) };
        var whole = Tabulate.Whole(less, places);

        Assert.Equal((FigureState.NotReported, FigureState.Stated), (whole.Valid.State, whole.Registered.State));
        Assert.Equal(["u0"], whole.NotReported);
        Assert.All(whole.Choices, c => Assert.Equal(c.Choice < 3 ? FigureState.NotReported : FigureState.Stated, c.Votes.State));
        var result = SeatAllocation.Allocate(Law(0), ContestVotes.Of(less, places));
        Assert.Equal("the votes of u0, not reported yet", Assert.Single(Assert.Single(Assert.IsType<Outcome.Incomplete>(result.Outcome).Missing).Needed).English);
        Assert.Equal([0, 2], result.Districts.Select(d => d.Elected.Length));
    }

    /// <summary>A place that votes in another contest of the day is awaited in this one.</summary>
    [Fact]
    public void AUnitWithoutARow_IsAwaited_IfItReportsInAnotherContestOfTheDay()
    {
        var (contest, places) = Small([.. Enumerable.Range(1, 24).Select(v => (long)v)], [2, 2]);
        var less = contest with { Returns = contest.Returns.RemoveAt(0) };
        ImmutableArray<Contest> Day(DateOnly day) => AwaitedUnits.In([less, contest with { Id = "other", Date = day, Seats = ImmutableSortedDictionary<string, int>.Empty }], places);

        Assert.Equal(["u0"], Day(contest.Date)[0].Awaited);
        Assert.Empty(Day(contest.Date)[1].Awaited);
        Assert.Empty(Day(contest.Date.AddDays(1))[0].Awaited);
        Assert.Equal(FigureState.NotReported, Tabulate.Whole(Day(contest.Date)[0], places).Registered.State);
    }

    /// <summary>What an answer says for certain of a contest.</summary>
    sealed record Known(int Finality, HashSet<string> Seats, HashSet<string> Figures)
    {
        public static Known Of(Contest contest, PlaceTree places, Dictionary<string, ElectoralRule> rules)
        {
            var allocation = contest.Rule is { } name && rules.TryGetValue(name, out var rule) && !contest.Seats.IsEmpty ? SeatAllocation.Allocate(rule, ContestVotes.Of(contest, places)) : null;
            var count = Tabulate.Whole(contest, places);
            return new(
                allocation?.Outcome switch { null or Outcome.Refused or Outcome.Incomplete => 0, Outcome.Tie => 1, Outcome.Runoff or Outcome.Congress => 2, _ => 3 },
                [.. allocation?.Faults.IsEmpty == true ? allocation.Districts.SelectMany(d => d.Elected.GroupBy(s => s.Candidacy.Choice).SelectMany(g => g.Select((s, i) => $"{d.District}/{g.Key}/{s.Person}/{i}"))) : []],
                [.. count.Choices.Where(c => count.Share(c) is not null).Select(c => $"share {c.Choice}"), .. count.Turnout is null ? [] : new[] { "turnout" },
                 .. new[] { count.Registered, count.Cast, count.Valid, count.Blank, count.Null }.Select((t, i) => (t, i)).Where(p => p.t.Value is not null).Select(p => $"count {p.i}")]);
        }

        /// <summary>Whether all that less data say for certain is said by these as well.</summary>
        public bool Holds(Known less) => less.Finality <= Finality && less.Seats.IsSubsetOf(Seats) && less.Figures.IsSubsetOf(Figures);
    }

    /// <summary>The contest without some rows of its results.</summary>
    static Contest Without(Contest contest, Election election, Deleted kind, double at, double[] rows)
    {
        var unit = contest.Returns[(int)(at * (contest.Returns.Length - 1))].Place;
        var choice = (int)(at * (contest.Candidacies.Length + ReportedCounts.ReservedChoices.Length - 1));
        var doomed = rows.Select(r => contest.Returns[(int)(r * (contest.Returns.Length - 1))].Place).ToHashSet();
        bool IsDeleted(string place, int row) => kind switch
        {
            Deleted.Unit => place == unit,
            Deleted.Votes => place == unit && row != contest.Candidacies.Length,
            Deleted.Choice => row == choice,
            _ => doomed.Contains(place) && rows.Any(r => (int)(r * 7919) % 11 == row % 11),
        };
        var left = contest.Returns.Select(u => u with
        {
            Votes = [.. u.Votes.Where(v => !IsDeleted(u.Place, v.Choice))],
            Counts = Counts(u, IsDeleted, contest.Candidacies.Length),
        }).Where(u => !u.Votes.IsEmpty || u.Counts != default).ToImmutableArray();

        // A place of which no results of the day speak may not have existed: nobody can await it.
        var gone = contest.Returns.Select(u => u.Place).Except(left.Select(u => u.Place)).ToHashSet();
        var less = AwaitedUnits.In([.. election.Contests.Select(c => c.Id == contest.Id ? contest with { Returns = left } : c)], election.Places).Single(c => c.Id == contest.Id);
        return gone.IsSubsetOf(less.Awaited) ? less : contest;
    }

    static ReportedCounts Counts(PollingStationReturn unit, Func<string, int, bool> isDeleted, int after)
    {
        var kept = default(ReportedCounts);
        foreach (var (i, name) in ReportedCounts.ReservedChoices.ToArray().Index())
        {
            if (unit.Counts[name] is { } figure && !isDeleted(unit.Place, after + i))
            {
                kept = kept.With(name, figure);
            }
        }

        return kept;
    }

    /// <summary>Two districts of two units, three lists of one person in each.</summary>
    static (Contest Contest, PlaceTree Places) Small(long[] votes, int[] seats)
    {
        var places = new PlaceTree(
        [
            new("c", null, "country", "c"), new("d0", "c", "district", "d0"), new("d1", "c", "district", "d1"),
            .. Enumerable.Range(0, 4).Select(u => new Place($"u{u}", $"d{u / 2}", "unit", $"u{u}")),
        ]);
        var contest = new Contest
        {
            Id = "c",
            Title = LocalizedText.Same("c"),
            Date = new DateOnly(2020, 5, 3),
            Rule = "law",
            Balance = new Balance(BalanceKind.CastIsValidBlankNull),
            Seats = ImmutableSortedDictionary<string, int>.Empty.Add("d0", seats[0]).Add("d1", seats[1]),
            Candidacies = [.. Enumerable.Range(0, 6).Select(c => new Candidacy { Choice = $"k{c}", List = $"L{c % 3}", Candidate = $"P{c}", District = $"d{c / 3}" })],
            Returns =
            [
                .. Enumerable.Range(0, 4).Select(u => new PollingStationReturn(
                    $"u{u}",
                    new(50, null, null, votes[(u * 6) + 3], votes[(u * 6) + 4], null),
                    [.. Enumerable.Range(0, 3).Select(k => new ChoiceVotes((u / 2 * 3) + k, votes[(u * 6) + k], (u * 6) + k + 2))],
                    (u * 6) + 2)),
            ],
        };
        return (contest, places);
    }

    static ElectoralRule Law(int number)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "rule: law\ncountry: xx\nsteps:\n" + laws[number]);
            var read = RuleFile.Read(file);
            return read.Value ?? throw new ArgumentException(string.Join('\n', read.Findings.Select(f => f.Message)), nameof(number));
        }
        finally
        {
            File.Delete(file);
        }
    }

    static Election Shipped(string id)
    {
        lock (shipped)
        {
            return shipped.TryGetValue(id, out var known) ? known : shipped[id] = Repository.Election(id);
        }
    }
}
