using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Scenarios.Changes;

/// <summary>Votes that pass from those who had them to others, by a matrix.</summary>
/// <remarks>
/// Under a law with a second vote that was not held, the matrix says how those who voted in the first would have voted between the finalists. Otherwise the
/// votes themselves pass. Who is not named keeps the votes; in a second vote, votes of who is not named and did not go on are nobody's.
/// </remarks>
static class Transferred
{
    static readonly string[] counts = ["blank", "null", "blank-or-null", "abstention"];

    /// <summary>The contest after the transfer.</summary>
    public static CountedContest Apply(CountedContest contest, VoteTransfer? transfer, ScenarioFaults faults)
    {
        if (transfer is null)
        {
            return contest;
        }

        var names = BallotNames.Of(contest.Votes);
        var rows = Rows(transfer, names, faults);
        if (faults.Any)
        {
            return contest;
        }

        var isSecond = contest.Rule.Steps.Any(s => s is RunoffStep) && contest.Votes.Districts.All(d => d.Votes.All(v => v.Round == 1));
        return isSecond ? InASecondVote(contest, rows) : Passed(contest, rows);
    }

    sealed record Row(string From, Func<Candidacy, bool>? Is, ImmutableArray<(string Name, Func<Candidacy, bool>? Is, ExactShare Share)> To);

    static ImmutableArray<Row> Rows(VoteTransfer transfer, BallotNames names, ScenarioFaults faults)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        foreach (var (i, row) in transfer.Rows.Index())
        {
            var isCount = counts.Contains(row.From);
            var from = isCount ? null : Recipients.Of(row.From, names);
            if (!isCount && from is null)
            {
                faults.NotThere("transfer", i, row.From, "listOrPerson", names.Lists.Concat(counts));
            }

            var to = row.To.Select(t => (t.Name, Is: counts.Contains(t.Name) ? null : Recipients.Of(t.Name, names), t.Share)).ToImmutableArray();
            foreach (var unknown in to.Where(t => t.Is is null && !counts.Contains(t.Name)))
            {
                faults.NotThere("transfer", i, unknown.Name, "listOrPerson", names.Lists.Concat(counts));
            }

            var sum = row.To.Aggregate(Int128.Zero, (s, t) => s + t.Share.Millionths);
            if (sum > ExactShare.One + (ExactShare.One / 1_000_000) || row.To.Any(t => t.Share.Millionths < 0))
            {
                faults.Add("V623", "transfer", i, $"{(double)sum / ExactShare.One:0.####}", "shares of 100% at most in all",
                LocalizedText.Say("scenario.fault-the-votes-of-pass-more-than-once", ("from", row.From)));
            }

            if (transfer.Rows.Take(i).Any(other => FoldedName.Of(other.From) == FoldedName.Of(row.From)))
            {
                faults.Contradicts("transfer", i, row.From, LocalizedText.Say("scenario.fault-has-two-rows", ("from", row.From)));
            }

            rows.Add(new(row.From, from, to));
        }

        return rows.ToImmutable();
    }

    static CountedContest Passed(CountedContest contest, ImmutableArray<Row> rows) => contest.WithLines(d =>
    {
        var lines = d.Votes.ToArray();
        var before = d.Votes;
        foreach (var row in rows)
        {
            int[] own = row.Is is { } isOwn ? [.. Enumerable.Range(0, lines.Length).Where(l => isOwn(before[l].Candidacy))] : [];
            var votes = row.Is is null ? CountOf(row.From, d) ?? 0 : own.Sum(l => before[l].Votes);
            var given = Given(row, votes);
            var kept = own.Length == 0 ? 0 : row.To.Index().Where(t => t.Item.Is is { } isTo && own.Any(l => isTo(before[l].Candidacy))).Sum(t => given[t.Index]);
            if (own.Length > 0)
            {
                Recipients.Set(lines, own, own.Sum(l => lines[l].Votes) - votes + kept);
            }

            foreach (var (t, to) in row.To.Index().Where(t => t.Item.Is is { } isTo && !own.Any(l => isTo(before[l].Candidacy))))
            {
                Recipients.Add(lines, v => to.Is!(v.Candidacy), given[t]);
            }
        }

        return [.. lines];
    });

    static CountedContest InASecondVote(CountedContest contest, ImmutableArray<Row> rows)
    {
        var first = SeatAllocation.Allocate(contest.Rule, contest.Votes with { Congress = [] });
        var between = first.Between.ToDictionary(f => f.District, f => f.Among);
        var unknown = new List<string>();
        var changed = contest.WithLines(d => between.TryGetValue(d.District, out var among) ? [.. d.Votes, .. Second(d, among, rows, unknown)] : d.Votes);
        return unknown.Count == 0 ? changed : changed.Noting(
            "V626",
            LocalizedText.Say("scenario.fault-votes-of-are-not-known-so-nobody-is", ("distinct", string.Join(", ", unknown.Distinct()))));
    }

    static IEnumerable<CandidacyVotes> Second(DistrictVotes d, ImmutableArray<string> among, ImmutableArray<Row> rows, List<string> unknown)
    {
        var finalists = d.Votes.Where(v => among.Contains(v.Candidacy.Name)).ToArray();
        var votes = new long[finalists.Length];
        foreach (var row in rows)
        {
            var own = row.Is is { } isOwn ? d.Votes.Where(v => isOwn(v.Candidacy)).Sum(v => v.Votes) : CountOf(row.From, d);
            if (own is not { } known)
            {
                unknown.Add(row.From);
                continue;
            }

            var given = Given(row, known);
            for (var f = 0; f < finalists.Length; f++)
            {
                votes[f] += row.To.Index().Where(t => t.Item.Is?.Invoke(finalists[f].Candidacy) == true).Sum(t => given[t.Index]);
            }
        }

        for (var f = 0; f < finalists.Length; f++)
        {
            votes[f] += rows.Any(r => r.Is?.Invoke(finalists[f].Candidacy) == true) ? 0 : finalists[f].Votes;
            yield return new CandidacyVotes(finalists[f].Candidacy, votes[f], 2);
        }
    }

    static long[] Given(Row row, long votes)
    {
        var sum = row.To.Aggregate(0L, (s, t) => s + t.Share.Millionths);
        return Parts.Of(votes, [.. row.To.Select(t => t.Share.Millionths), Math.Max(0, ExactShare.One - sum)]);
    }

    static long? CountOf(string name, DistrictVotes d) => name switch
    {
        "blank" => d.Blank,
        "null" => d.Null,
        "blank-or-null" => d.Blank + d.Null,
        _ => d.Registered - d.Blank - d.Null - d.Votes.Where(v => v.Round == 1).Sum(v => v.Votes) is { } left and >= 0 ? left : null,
    };
}
