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
            yield return Codes.Finding(
                "V302",
                $"{contest.Id}, {district}: {string.Join(" and ", tie.Among)} are tied for {tie.Seats} seat(s).",
                $"{contest.Id}, {district}: {string.Join(" y ", tie.Among)} empatan por {tie.Seats} escaño(s).") with
            {
                Place = district,
                Found = string.Join(", ", tie.Among),
            };
        }

        foreach (var (district, missing) in allocation.Districts.SelectMany(d => d.Missing.Select(m => (d.District, m))))
        {
            yield return Codes.Finding(
                "V303",
                $"{contest.Id}, {district}: no seat is filled; needed: {missing.English}.",
                $"{contest.Id}, {district}: no se asigna ningún escaño; se necesita: {missing.Spanish}.") with
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
            yield return Codes.Finding(
                "V301",
                $"{contest.Id}, {district}: the law seats {name}, who is not in the official outcome.",
                $"{contest.Id}, {district}: la ley da un escaño a {name}, que no está en el resultado oficial.") with
            { Place = district, Found = name };
        }

        // Where the votes do not say whom the law seats, the two cannot differ.
        var open = allocation.Districts.Where(d => !d.Missing.IsEmpty).Select(d => d.District).ToHashSet();
        foreach (var (district, _, name) in official.Except(computed).Where(w => !open.Contains(w.District)))
        {
            yield return Codes.Finding(
                "V301",
                $"{contest.Id}, {district}: the official outcome has {name}, whom the law does not seat.",
                $"{contest.Id}, {district}: en el resultado oficial está {name}, a quien la ley no da un escaño.") with
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
            yield return Codes.Finding(
                "V301",
                $"{contest.Id}, {district.District}: the law gives {list} {law} seats; the official outcome has {outcome}.",
                $"{contest.Id}, {district.District}: la ley da {law} escaños a {list}; el resultado oficial tiene {outcome}.") with
            { Place = district.District, Found = $"{law}", Expected = $"{outcome}" };
        }
    }
}
