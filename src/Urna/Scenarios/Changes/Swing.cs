using System.Globalization;
using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Scenarios.Changes;

/// <summary>Swings of votes between lists, district by district; as many votes as before.</summary>
/// <remarks>
/// Uniform: in each district a list's share changes by its points, and lists that are not named make up for them in proportion to their votes. A list that
/// would fall below nothing falls to nothing, and one cannot gain more than the others have; where it does not run, nothing changes. Proportional: a
/// list's votes are multiplied so that its share of all votes changes by its points. Votes within a list keep their proportions. All is done in whole
/// numbers, by largest remainders, so that a swing of 0 is no change.
/// </remarks>
static class Swing
{
    /// <summary>The contest after a swing.</summary>
    public static CountedContest Apply(CountedContest contest, VoteSwing? swing, ScenarioFaults faults)
    {
        if (swing is null)
        {
            return contest;
        }

        var points = PointsByList(contest.Votes, swing, faults);
        if (faults.Any)
        {
            return contest;
        }

        var total = contest.Votes.Districts.Sum(d => d.Votes.Sum(v => v.Votes));
        var byList = contest.Votes.Districts.SelectMany(d => d.Votes).GroupBy(v => v.Candidacy.ListName).ToDictionary(g => g.Key, g => g.Sum(v => v.Votes));
        return contest.WithLines(d =>
        {
            var lines = d.Votes.ToArray();
            foreach (var pool in lines.Index().GroupBy(l => (l.Item.Round, l.Item.Candidacy.Kind == CandidacyKind.Constituency)))
            {
                Apply(lines, [.. pool.Select(l => l.Index)], swing.Kind, points, list => (byList[list], total));
            }

            return lines.AsSpan().SequenceEqual(d.Votes.AsSpan()) ? d.Votes : [.. lines];
        });
    }

    static Dictionary<string, ExactShare> PointsByList(ContestVotes votes, VoteSwing swing, ScenarioFaults faults)
    {
        var names = BallotNames.Of(votes);
        var points = new Dictionary<string, ExactShare>();
        foreach (var (i, p) in swing.Points.Index())
        {
            if (names.List(p.Name) is not { } list)
            {
                faults.NotThere("swing", i, p.Name, "list", names.Lists);
            }
            else if (!points.TryAdd(list, p.Share))
            {
                faults.Contradicts("swing", i, list, LocalizedText.Say("scenario.fault-swings-twice", ("list", list)));
            }
        }

        if (swing.Points.IsEmpty)
        {
            faults.Add("V620", "swing", 0, "", "points by list",
                LocalizedText.Say("scenario.fault-the-swing-names-no-list"));
        }

        var totals = votes.Districts.SelectMany(d => d.Votes).GroupBy(v => v.Candidacy.ListName).ToDictionary(g => g.Key, g => g.Sum(v => v.Votes));
        var all = totals.Values.Sum();
        var sum = 0L;
        foreach (var (i, p) in swing.Points.Index().Where(p => names.List(p.Item.Name) is not null))
        {
            var share = all == 0 ? 0 : (double)totals[names.List(p.Name)!] / all;
            sum += p.Share.Millionths;
            if (share + p.Share.Value is < 0 or > 1)
            {
                faults.Add("V623", "swing", i, Told(p.Share), $"{-share * 100:0.##} to {(1 - share) * 100:0.##}",
                LocalizedText.Say("scenario.fault-has-of-the-votes-and-would-have", ("name", p.Name), ("share", string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##}")), ("share2", string.Create(CultureInfo.InvariantCulture, $"{(share + p.Share.Value) * 100:0.##}"))));
            }
        }

        if (totals.Keys.All(points.ContainsKey) && sum != 0)
        {
            faults.Add("V623", "swing", 0, Told(new(sum)), "points that sum to 0, or a list that is not named",
                LocalizedText.Say("scenario.fault-all-lists-swing-and-their-points-do-not"));
        }

        return points;
    }

    static string Told(ExactShare share) => (share.Value * 100).ToString("+0.####;-0.####;0", System.Globalization.CultureInfo.InvariantCulture);

    static void Apply(CandidacyVotes[] lines, int[] pool, SwingKind kind, Dictionary<string, ExactShare> points, Func<string, (long Votes, long Of)> whole)
    {
        var lists = pool.GroupBy(i => lines[i].Candidacy.ListName).Select(g => (List: g.Key, Lines: g.ToArray(), Votes: g.Sum(i => lines[i].Votes))).ToArray();
        var all = lists.Sum(l => l.Votes);
        if (all == 0)
        {
            return;
        }

        // Exact votes over one denominator: those of lists that swing first, then the others share what is left.
        var denominator = (BigInteger)ExactShare.One;
        var named = lists.Where(l => points.ContainsKey(l.List)).ToArray();
        var factors = kind == SwingKind.Proportional ? named.Aggregate(BigInteger.One, (product, l) => product * whole(l.List).Votes) : BigInteger.One;
        denominator *= factors.IsZero ? BigInteger.One : factors;
        var exact = new BigInteger[lists.Length];
        var sum = BigInteger.Zero;
        for (var i = 0; i < lists.Length; i++)
        {
            if (points.TryGetValue(lists[i].List, out var p))
            {
                var unit = denominator / ExactShare.One;
                var (votes, of) = whole(lists[i].List);
                exact[i] = (lists[i].Votes * denominator) + (kind == SwingKind.Uniform ? all * unit * p.Millionths : votes == 0 ? BigInteger.Zero : lists[i].Votes * (unit / votes) * of * p.Millionths);
                exact[i] = BigInteger.Max(exact[i], 0);
                sum += exact[i];
            }
        }

        Settle(exact, lists.Select(l => (l.Votes, points.ContainsKey(l.List))).ToArray(), all, ref denominator, sum);
        var rounded = Parts.Rounded(exact, denominator);
        for (var i = 0; i < lists.Length; i++)
        {
            if (rounded[i] != lists[i].Votes)
            {
                Recipients.Set(lines, lists[i].Lines, rounded[i]);
            }
        }
    }

    /// <summary>Makes the parts sum to all votes: the others share what is left; where none are, or too little is left, the named give way in proportion.</summary>
    static void Settle(BigInteger[] exact, (long Votes, bool Swings)[] lists, long all, ref BigInteger denominator, BigInteger sum)
    {
        var whole = all * denominator;
        var others = lists.Where(l => !l.Swings).Sum(l => l.Votes);
        var scale = others > 0 && sum <= whole ? (BigInteger)others : sum.IsZero ? BigInteger.One : sum;
        for (var i = 0; i < exact.Length; i++)
        {
            exact[i] = others > 0 && sum <= whole ? (lists[i].Swings ? exact[i] * scale : (whole - sum) * lists[i].Votes)
                : sum.IsZero ? lists[i].Votes * denominator
                : exact[i] * whole;
        }

        denominator *= scale;
    }
}
