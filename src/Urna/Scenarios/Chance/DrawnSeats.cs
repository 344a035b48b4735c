using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Numerics;
using Urna.Scenarios.Changes;

namespace Urna.Scenarios.Chance;

/// <summary>The seats of a list over all draws.</summary>
/// <param name="List">The list.</param>
/// <param name="Counts">In how many draws it had 0, 1, 2 … seats.</param>
/// <param name="Draws">Draws in all.</param>
/// <param name="House">Seats that were filled in most.</param>
public sealed record ListDraws(string List, ImmutableArray<int> Counts, int Draws, int House)
{
    /// <summary>Its mean number of seats.</summary>
    public double Mean => Counts.Index().Sum(c => (double)c.Index * c.Item) / Draws;

    /// <summary>How often it had more than half of the seats, in [0, 1].</summary>
    public double Majority => (double)Counts.Skip((House / 2) + 1).Sum() / Draws;

    /// <summary>The least number of seats that so many draws do not exceed.</summary>
    /// <param name="share">The share of draws, in (0, 1).</param>
    public int Quantile(double share)
    {
        long below = 0;
        for (var seats = 0; seats < Counts.Length; seats++)
        {
            below += Counts[seats];
            if (below >= share * Draws)
            {
                return seats;
            }
        }

        return Counts.Length - 1;
    }
}

/// <summary>How often a person was elected.</summary>
/// <param name="District">Their district.</param>
/// <param name="Choice">Their candidacy.</param>
/// <param name="Candidate">Their name.</param>
/// <param name="List">Their list.</param>
/// <param name="Times">In how many draws.</param>
public sealed record PersonDraws(string District, string Choice, string Candidate, string List, int Times);

/// <summary>What came of draws: every figure is of the same ones.</summary>
/// <param name="Options">How they were made.</param>
/// <param name="Lists">Seats by list, those with most first; lists that never had one are left out.</param>
/// <param name="Persons">Persons who were elected in some draw.</param>
/// <param name="Ties">Ties that the seed drew.</param>
/// <param name="IsLean">Whether districts were filled one by one, without an account of the steps.</param>
public sealed record DrawnSeats(DrawOptions Options, ImmutableArray<ListDraws> Lists, ImmutableArray<PersonDraws> Persons, long Ties, bool IsLean)
{
    const int Block = 32;

    /// <summary>Draws votes and fills the seats of each draw under the law.</summary>
    /// <param name="contest">The contest about whose votes is drawn.</param>
    /// <param name="options">How.</param>
    /// <remarks>Each draw has a source of its own and only whole numbers are added up, so the answer is the same with any number of cores.</remarks>
    public static DrawnSeats Of(CountedContest contest, DrawOptions options)
    {
        ArgumentNullException.ThrowIfNull(contest);
        ArgumentNullException.ThrowIfNull(options);
        var votes = contest.Votes with { Findings = [], Lots = [], Congress = [] };
        var model = VoteModel.Of(votes, options);
        var isLean = votes.Districts.All(d => d.Missing.IsEmpty) && !contest.Rule.Steps.Any(s => s is ParityStep or NationalParityStep or AlternateParityStep)
            && votes.Districts.All(d => SeatCount.Of(contest.Rule, d) is not null && contest.Rule.StepsFor(d.District).OfType<SharingStep>().Last().Holders == Holder.Candidate);
        var total = new Sums(votes, model);
        var source = new RandomSource(options.Seed);
        Parallel.For(
            0,
            (options.Number + Block - 1) / Block,
            () => new Worker(contest.Rule, votes, model, isLean),
            (block, _, worker) =>
            {
                for (var draw = block * Block; draw < Math.Min(options.Number, (block + 1) * Block); draw++)
                {
                    worker.Draw(source.Split(draw));
                }

                return worker;
            },
            worker => total.Add(worker.Sums));
        return Told(options, votes, model, total, isLean);
    }

    static DrawnSeats Told(DrawOptions options, ContestVotes votes, VoteModel model, Sums total, bool isLean)
    {
        var house = votes.Districts.Sum(d => d.Seats);
        return new(
            options,
            [
                .. model.Lists.Select((list, i) => new ListDraws(list, Trimmed(total.OfList[i]), options.Number, house)).Where(l => l.Counts.Length > 1)
                    .OrderByDescending(l => l.Mean).ThenBy(l => l.List, StringComparer.Ordinal),
            ],
            [
                .. from d in votes.Districts.Index()
                   from l in d.Item.Votes.Index()
                   where total.OfLine[d.Index][l.Index] > 0 && l.Item.Candidacy.Candidate.Length > 0
                   select new PersonDraws(d.Item.District, l.Item.Candidacy.Choice, l.Item.Candidacy.Candidate, l.Item.Candidacy.ListName, total.OfLine[d.Index][l.Index]),
            ],
            total.Ties,
            isLean);
    }

    static ImmutableArray<int> Trimmed(int[] counts) => [.. counts.AsSpan(0, Array.FindLastIndex(counts, c => c > 0) + 1)];

    /// <summary>Whole numbers that draws add up.</summary>
    sealed class Sums(ContestVotes votes, VoteModel model)
    {
        readonly Lock gate = new();

        public int[][] OfList { get; } = [.. model.Lists.Select(_ => new int[Most(votes) + 1])];

        public int[][] OfLine { get; } = [.. votes.Districts.Select(d => new int[d.Votes.Length])];

        public long Ties { get; set; }

        static int Most(ContestVotes votes) => Math.Max(votes.Districts.Sum(d => d.Seats), 1) * 2;

        public void Add(Sums other)
        {
            lock (gate)
            {
                Ties += other.Ties;
                Add(OfList, other.OfList);
                Add(OfLine, other.OfLine);
            }
        }

        static void Add(int[][] to, int[][] from)
        {
            foreach (var (own, more) in to.Zip(from))
            {
                for (var i = 0; i < own.Length; i++)
                {
                    own[i] += more[i];
                }
            }
        }
    }

    /// <summary>One core's memory.</summary>
    sealed class Worker(ElectoralRule rule, ContestVotes votes, VoteModel model, bool isLean)
    {
        readonly SeatCount?[] counters = [.. votes.Districts.Select(d => isLean ? SeatCount.Of(rule, d) : null)];
        readonly long[][] lines = [.. votes.Districts.Select(d => new long[d.Votes.Length])];
        readonly int[][] seats = [.. votes.Districts.Select(d => new int[d.Votes.Length])];
        readonly double[] whole = new double[model.Lists.Length];
        readonly int[] held = new int[model.Lists.Length];

        public Sums Sums { get; } = new(votes, model);

        public void Draw(RandomSource random)
        {
            model.DrawWhole(random, whole);
            for (var d = 0; d < lines.Length; d++)
            {
                model.Draw(d, random, whole, lines[d]);
            }

            if (isLean)
            {
                for (var d = 0; d < lines.Length; d++)
                {
                    if (counters[d]!.Fill(lines[d], seats[d]) > 0)
                    {
                        Fill([d], random);
                    }
                }
            }
            else
            {
                Fill([.. Enumerable.Range(0, lines.Length)], random);
            }

            Count();
        }

        /// <summary>Fills districts by the ordinary door, and draws the lots of ties.</summary>
        void Fill(int[] districts, RandomSource random)
        {
            var drawn = new ContestVotes([.. districts.Select(d => votes.Districts[d] with { Votes = [.. votes.Districts[d].Votes.Select((v, l) => v with { Votes = lines[d][l] })] })], [], []) { Findings = [] };
            var (filled, ties) = DrawnLots.Fill(rule, drawn, random);
            Sums.Ties += ties;
            foreach (var d in districts)
            {
                Array.Clear(seats[d]);
                var byChoice = votes.Districts[d].Votes.Index().GroupBy(v => v.Item.Candidacy.Choice).ToDictionary(g => g.Key, g => g.First().Index);
                foreach (var seat in filled.Districts.Where(f => f.District == votes.Districts[d].District).SelectMany(f => f.Elected))
                {
                    seats[d][byChoice.TryGetValue(seat.Candidacy.Choice, out var line) ? line : votes.Districts[d].Votes.ToList().FindIndex(v => v.Candidacy.ListName == seat.Candidacy.ListName)]++;
                }
            }
        }

        void Count()
        {
            Array.Clear(held);
            for (var d = 0; d < seats.Length; d++)
            {
                var (own, listOf, sums) = (seats[d], model.ListsOf(d), Sums.OfLine[d]);
                for (var l = 0; l < own.Length; l++)
                {
                    if (own[l] > 0)
                    {
                        held[listOf[l]] += own[l];
                        sums[l] += own[l];
                    }
                }
            }

            for (var i = 0; i < held.Length; i++)
            {
                Sums.OfList[i][Math.Min(held[i], Sums.OfList[i].Length - 1)]++;
            }
        }
    }
}
