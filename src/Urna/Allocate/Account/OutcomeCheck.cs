using System.Collections.Immutable;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate.Account;

/// <summary>Whether the seats under the law are those of the official outcome.</summary>
public static class OutcomeCheck
{
    /// <summary>A finding for each person in one and not the other, each tie, each gap.</summary>
    /// <param name="contest">The contest, with its official outcome if known.</param>
    /// <param name="allocation">Its seats under the law.</param>
    public static IEnumerable<Finding> Of(Contest contest, ContestAllocation allocation)
    {
        foreach (var (district, tie) in allocation.Districts.SelectMany(d => d.Ties.Select(t => (d.District, t))))
        {
            yield return Codes.Finding("V302", LocalizedText.Say(
                "v302.are-tied-for-seat-s", ("contest", contest.Id), ("district", district), ("among", Argument.List(tie.Among)),
                ("seats", tie.Seats))) with
            {
                Place = district,
                Found = string.Join(", ", tie.Among),
            };
        }

        foreach (var (district, missing) in allocation.Districts.SelectMany(d => d.Missing.Select(m => (d.District, m))))
        {
            yield return Codes.Finding("V303", LocalizedText.Say(
                "v303.no-seat-is-filled-needed", ("contest", contest.Id), ("district", district), ("missing", missing))) with
            { Place = district };
        }

        if (contest.Outcome.IsEmpty)
        {
            yield break;
        }

        var outcome = Named(contest, allocation);

        // A law that names nobody can only be held against the seats of each list.
        var unnamed = allocation.Districts.Where(d => d.Elected.Any(s => s.Candidate is null)).Select(d => d.District).ToHashSet();
        foreach (var difference in allocation.Districts.Where(d => unnamed.Contains(d.District)).SelectMany(d => ByList(contest, outcome, d)))
        {
            yield return difference;
        }

        var computed = allocation.Districts.Where(d => !unnamed.Contains(d.District)).SelectMany(d => d.Elected.Select(s => (d.District, s.Candidacy.Choice, Name: s.Person))).ToHashSet();
        var official = outcome.Where(w => !unnamed.Contains(w.District)).Select(w => (w.District, w.Choice, Name: w.Candidate)).ToHashSet();

        foreach (var (district, _, name) in computed.Except(official))
        {
            yield return Codes.Finding("V301", LocalizedText.Say(
                "v301.the-law-seats-who-is-not", ("contest", contest.Id), ("district", district), ("name", name))) with
            { Place = district, Found = name };
        }

        // Where the votes do not say whom the law seats, the two cannot differ.
        var open = allocation.Districts.Where(d => !d.Missing.IsEmpty).Select(d => d.District).ToHashSet();
        foreach (var (district, _, name) in official.Except(computed).Where(w => !open.Contains(w.District)))
        {
            yield return Codes.Finding("V301", LocalizedText.Say(
                "v301.the-official-outcome-has-whom-the", ("contest", contest.Id), ("district", district), ("name", name))) with
            { Place = district, Expected = name };
        }
    }

    /// <summary>The official winners, with those of the whole where the law calls it the national tier.</summary>
    static ImmutableArray<OfficialWinner> Named(Contest contest, ContestAllocation allocation)
    {
        var names = allocation.Districts.Select(d => d.District).ToHashSet();
        return names.Contains(TierStep.NationalTier)
            ? [.. contest.Outcome.Select(w => names.Contains(w.District) || !contest.Seats.ContainsKey(w.District) ? w : w with { District = TierStep.NationalTier })]
            : contest.Outcome;
    }

    /// <summary>A finding for each list whose seats in a district are not those of the official outcome.</summary>
    static IEnumerable<Finding> ByList(Contest contest, ImmutableArray<OfficialWinner> winners, DistrictAllocation district)
    {
        var listOf = contest.Candidacies.GroupBy(c => c.Choice).ToDictionary(g => g.Key, g => g.First().ListName);
        var official = winners.Where(w => w.District == district.District).CountBy(w => listOf.GetValueOrDefault(w.Choice, w.Candidate)).ToDictionary();
        var computed = district.Elected.CountBy(s => s.Candidacy.ListName).ToDictionary();
        foreach (var list in official.Keys.Union(computed.Keys).Where(l => official.GetValueOrDefault(l) != computed.GetValueOrDefault(l)))
        {
            var (law, outcome) = (computed.GetValueOrDefault(list), official.GetValueOrDefault(list));
            yield return Codes.Finding("V301", LocalizedText.Say(
                "v301.the-law-gives-seats-the-official", ("contest", contest.Id), ("district", district.District), ("list", list),
                ("law", law), ("outcome", outcome))) with
            { Place = district.District, Found = $"{law}", Expected = $"{outcome}" };
        }
    }
}
