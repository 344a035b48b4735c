using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Forecast;

/// <summary>Fills the seats of projected votes under the exact law, again and again.</summary>
sealed class NightSeats
{
    readonly NightFrame frame;
    readonly ContestVotes template;
    readonly ImmutableArray<SeatCount> counters;
    readonly int[][] lines;

    NightSeats(NightFrame frame, ContestVotes template, ImmutableArray<SeatCount> counters, int[][] lines)
    {
        (this.frame, this.template, this.counters, this.lines) = (frame, template, counters, lines);
        Lists = [.. frame.Contest.Candidacies.Select(c => c.ListName).Distinct()];
        listOf = [.. frame.Contest.Candidacies.Select(c => Lists.IndexOf(c.ListName))];
    }

    readonly int[] listOf;

    /// <summary>The lists, in the order of the ballot.</summary>
    public ImmutableArray<string> Lists { get; }

    /// <summary>Whether every district is filled by itself, so that a draw costs little.</summary>
    public bool IsFast => !counters.IsEmpty;

    /// <summary>A way to fill the seats; null where no law fills any, or its districts cannot be told.</summary>
    /// <param name="frame">The frame.</param>
    public static NightSeats? Of(NightFrame frame)
    {
        if (frame.Rule is not { } rule || frame.Contest.Seats.IsEmpty || !frame.Contest.Ballots.IsEmpty)
        {
            return null;
        }

        var returns = frame.Districts.Where(frame.Contest.Seats.ContainsKey).Select((d, i) => new PollingStationReturn(
            d,
            new ReportedCounts(null, null, null, 0, 0, null),
            [.. Enumerable.Range(0, frame.Contest.Candidacies.Length).Where(c => NightFrame.Standing(frame.Contest.Candidacies[c], frame.Places, d)).Select(c => new ChoiceVotes(c, 1, 0))],
            0)).ToImmutableArray();
        var contest = frame.Contest with { Awaited = [], Returns = returns, Congress = [], Lots = [], Outcome = [], Stated = [] };
        var whole = ContestVotes.Of(contest, frame.Places, []);
        var choice = contest.Candidacies.Select((c, i) => (c.Choice, i)).ToDictionary();
        var choices = whole.Districts.Select(d => d.Votes.Select(v => choice[v.Candidacy.Choice]).ToArray()).ToArray();
        var counts = whole.Districts.Select(d => SeatCount.Of(rule, d)).ToList();
        return new(frame, whole, counts.TrueForAll(c => c is not null) ? [.. counts.Select(c => c!)] : [], choices);
    }

    /// <summary>Seats by list of votes by district and choice; null where the law gives none.</summary>
    /// <param name="votes">Votes, shape [districts × choices].</param>
    public int[]? Fill(ReadOnlySpan<long> votes)
    {
        var seats = new int[Lists.Length];
        if (!IsFast)
        {
            return Exactly(votes);
        }

        for (var d = 0; d < template.Districts.Length; d++)
        {
            var at = RowOf(template.Districts[d].District);
            if (at < 0)
            {
                continue;
            }

            var own = lines[d];
            var (row, won) = (new long[own.Length], new int[own.Length]);
            for (var i = 0; i < own.Length; i++)
            {
                row[i] = votes[(at * frame.Contest.Candidacies.Length) + own[i]];
            }

            counters[d].Fill(row, won);
            for (var i = 0; i < own.Length; i++)
            {
                seats[listOf[own[i]]] += won[i];
            }
        }

        return seats;
    }

    int[]? Exactly(ReadOnlySpan<long> votes)
    {
        var districts = ImmutableArray.CreateBuilder<DistrictVotes>(template.Districts.Length);
        for (var d = 0; d < template.Districts.Length; d++)
        {
            var at = RowOf(template.Districts[d].District);
            var row = ImmutableArray.CreateBuilder<CandidacyVotes>();
            for (var i = 0; i < lines[d].Length; i++)
            {
                row.Add(template.Districts[d].Votes[i] with { Votes = at < 0 ? 0 : votes[(at * frame.Contest.Candidacies.Length) + lines[d][i]] });
            }

            districts.Add(template.Districts[d] with { Votes = row.ToImmutable(), Missing = [] });
        }

        var allocation = SeatAllocation.Fill(frame.Rule!, template with { Districts = districts.ToImmutable() });
        if (allocation.Outcome is not (Outcome.Elected or Outcome.Tie))
        {
            return null;
        }

        var seats = new int[Lists.Length];
        foreach (var (list, number) in allocation.SeatsByList)
        {
            if (Lists.IndexOf(list) is >= 0 and var at)
            {
                seats[at] += number;
            }
        }

        return seats;
    }

    int RowOf(string district) => frame.Districts.IndexOf(district);
}
