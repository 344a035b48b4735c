using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Lots;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate.Transferable;

/// <summary>Fills the one seat of a district by pairs of candidates, or by levels.</summary>
static class PreferenceDistrict
{
    /// <summary>Who may win, why, and what was compared.</summary>
    /// <param name="Winners">One candidate, those who are tied, or none; null if it cannot be told.</param>
    /// <param name="Basis">Why the winner has the seat.</param>
    /// <param name="Steps">What was compared.</param>
    sealed record Count(List<int>? Winners, Basis Basis, ImmutableArray<AllocationStep> Steps);

    /// <summary>Counts the ballots of a district.</summary>
    /// <param name="law">The law's step.</param>
    /// <param name="district">The district, with its ballots.</param>
    /// <param name="ties">The ties of the district before.</param>
    public static FilledDistrict Fill(PreferenceCountStep law, DistrictVotes district, TieState ties)
    {
        if (district.Ballots is not { } ranked)
        {
            return Missing(district, ties, LocalizedText.Say("transferable-district.the-ranked-ballots-of", ("district", district.District)));
        }

        if (district.Seats != 1)
        {
            return new(TransferableDistrict.Empty(district), ties, [TransferableDistrict.Fault(
                "V110",
                LocalizedText.Say("v110.a-count-by-pairs-or-levels", ("district", district.District), ("seats", district.Seats)),
                district, $"{district.Seats}", "1")]);
        }

        var ballots = Levels.Read(ranked);
        var first = ballots.UpTo(1);
        if (district.VotesAreStated && TransferableDistrict.Disagreement(district, first) is { } disagreement)
        {
            return new(TransferableDistrict.Empty(district), ties, [disagreement]);
        }

        ImmutableArray<string> names = [.. district.Votes.Select(v => v.Candidacy.Name)];
        var count = law.Method == PreferenceMethod.Bucklin ? ByLevels(law, ballots, names) : ByPairs(law, ballots, names);
        return count.Winners is { } winners
            ? Filled(law, district, ballots, count, winners, ties)
            : Missing(district, ties, LocalizedText.Say("preference-district.the-order-of-equal-victories", ("district", district.District)));
    }

    static FilledDistrict Filled(PreferenceCountStep law, DistrictVotes district, Levels ballots, Count count, List<int> winners, TieState ties)
    {
        var first = ballots.UpTo(1);
        var steps = count.Steps;
        var chosen = winners;
        if (winners.Count > 1)
        {
            var broken = ties.Break(TieLevel.Candidate, [.. winners], c => district.Votes[c].Candidacy.Name, 1, [], law.Article);
            (chosen, ties, steps) = ([.. broken.Winners], broken.Ties, steps.AddRange(broken.Told));
        }

        ImmutableArray<Seat> elected = [.. chosen.Select(c => new Seat(district.Votes[c].Candidacy, first[c], winners.Count > 1 ? Basis.Lot : count.Basis))];
        return new(TransferableDistrict.Standing(law.Article, district, first, elected, ties, steps), ties, []);
    }

    static Count ByPairs(PreferenceCountStep law, Levels ballots, ImmutableArray<string> names)
    {
        var pairs = Pairs.Of(ballots);
        var steps = from a in Enumerable.Range(0, names.Length)
                    from b in Enumerable.Range(a + 1, names.Length - a - 1)
                    select (AllocationStep)new PairCompared(law.Article, names[a], names[b], pairs[a, b], pairs[b, a]);
        return new(ballots.Valid == 0 ? [] : pairs.Winners(law.Method, law.Size), Basis.Pairs, [.. steps]);
    }

    /// <summary>Levels are added until somebody has more than half of the ballots; if nobody ever has, most votes win.</summary>
    static Count ByLevels(PreferenceCountStep law, Levels ballots, ImmutableArray<string> names)
    {
        var steps = ImmutableArray.CreateBuilder<AllocationStep>();
        var votes = new long[names.Length];
        var isMajority = false;
        for (var level = 1; level <= ballots.Deepest && !isMajority; level++)
        {
            votes = ballots.UpTo(level);
            steps.AddRange(names.Select((n, c) => new LevelCounted(law.Article, level, n, votes[c], ballots.Valid)));
            isMajority = votes.Max() > ballots.Valid - votes.Max();
        }

        List<int> winners = ballots.Valid == 0 ? [] : [.. Enumerable.Range(0, names.Length).Where(c => votes[c] == votes.Max())];
        return new(winners, isMajority ? Basis.Majority : Basis.MostVotes, steps.ToImmutable());
    }

    static FilledDistrict Missing(DistrictVotes district, TieState ties, LocalizedText what) =>
        new(TransferableDistrict.Empty(district) with { Missing = [what] }, ties, []);
}
