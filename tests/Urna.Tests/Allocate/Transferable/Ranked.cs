using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Transferable;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Allocate.Transferable;

/// <summary>Ranked elections written as text, for tests: each letter a candidate.</summary>
static class Ranked
{
    public static TransferableVoteStep Scottish { get; } = new()
    {
        Article = "art. 1",
        Quota = QuotaRule.Droop,
        Surplus = SurplusRule.WeightedInclusiveGregory,
        Decimals = 5,
        SkippedRanks = 0,
        Ties = [TieRule.Backwards, TieRule.Lot],
    };

    public static TransferableVoteStep InstantRunoff { get; } = new() { Article = "art. 1", Quota = QuotaRule.Droop, Surplus = SurplusRule.None, Ties = [TieRule.Lot] };

    /// <summary>A district whose ballots are as <c>20 ABC</c>; <c>-</c> is a blank rank, <c>(AB)</c> a shared one.</summary>
    public static DistrictVotes District(string names, int seats, params ReadOnlySpan<string> ballots)
    {
        var builder = new RankedBallots.Builder(names.Length);
        foreach (var ballot in ballots)
        {
            var parts = ballot.Split(' ');
            builder.Add(long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), Marks(names, parts.Length > 1 ? parts[1] : ""));
        }

        return District([.. names.Select(n => $"{n}")], seats, builder.ToBallots());
    }

    public static DistrictVotes District(ImmutableArray<string> names, int seats, RankedBallots ballots) =>
        new("d", seats, [.. names.Select((n, i) => new CandidacyVotes(new Candidacy { Choice = $"{i}", Candidate = n }, 0))]) { Ballots = ballots, VotesAreStated = false };

    public static ContestAllocation Allocate(RuleStep law, DistrictVotes district, params ImmutableArray<LotDrawn> lots) =>
        SeatAllocation.Allocate(new ElectoralRule("test", LocalizedText.Same(""), "xm", LocalizedText.Same(""), [], [law]), new ContestVotes([district], [], lots));

    public static DistrictAllocation Count(RuleStep law, DistrictVotes district, params ImmutableArray<LotDrawn> lots) =>
        Allocate(law, district, lots).Districts[0];

    public static string[] Elected(this DistrictAllocation result) => [.. result.Elected.Select(s => s.Person)];

    public static CountTaken[] Counts(this DistrictAllocation result) => [.. result.Steps.OfType<CountTaken>()];

    /// <summary>A candidate's votes after a count, from 1, with all decimals.</summary>
    public static string Votes(this DistrictAllocation result, int count, string candidate) =>
        result.Counts()[count - 1].Tallies.Single(t => t.Candidate == candidate).Votes.ToDecimal();

    static int[] Marks(string names, string ranking)
    {
        var marks = new List<int>();
        var shared = false;
        var inside = false;
        foreach (var c in ranking)
        {
            switch (c)
            {
                case '(':
                    (inside, shared) = (true, false);
                    break;
                case ')':
                    inside = shared = false;
                    break;
                case '-':
                    marks.Add(RankedBallots.Skipped);
                    break;
                case '?':
                    marks.Add(RankedBallots.Overvoted);
                    break;
                default:
                    marks.Add(shared ? RankedBallots.EqualTo(names.IndexOf(c, StringComparison.Ordinal)) : names.IndexOf(c, StringComparison.Ordinal));
                    shared = inside;
                    break;
            }
        }

        return [.. marks];
    }
}
