using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate;

/// <summary>Whether the seats under the law are those of the official outcome.</summary>
public static class OutcomeCheck
{
    /// <summary>One finding for each person who is in one and not in the other, and for each open tie.</summary>
    /// <param name="contest">The contest, with its official outcome if known.</param>
    /// <param name="allocation">Its seats under the law.</param>
    public static IEnumerable<Finding> Of(Contest contest, ContestAllocation allocation)
    {
        foreach (var (district, tie) in allocation.Districts.SelectMany(d => d.Ties.Select(t => (d.District, t))))
        {
            yield return Codes.Finding("V302", $"{contest.Id}, {district}: {string.Join(" and ", tie.Among)} are tied for {tie.Seats} seat(s).") with
            {
                Place = district,
                Found = string.Join(", ", tie.Among),
            };
        }

        var computed = allocation.Districts.SelectMany(d => d.Elected.Select(s => (d.District, s.Candidacy.Choice, Name: s.Person))).ToHashSet();
        var official = contest.Outcome.Select(w => (w.District, w.Choice, Name: w.Candidate)).ToHashSet();
        if (official.Count == 0)
        {
            yield break;
        }

        foreach (var (district, _, name) in computed.Except(official))
        {
            yield return Codes.Finding("V301", $"{contest.Id}, {district}: the law seats {name}, who is not in the official outcome.") with { Place = district, Found = name };
        }

        foreach (var (district, _, name) in official.Except(computed))
        {
            yield return Codes.Finding("V301", $"{contest.Id}, {district}: the official outcome has {name}, whom the law does not seat.") with { Place = district, Expected = name };
        }
    }
}
