using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate;

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

        var computed = allocation.Districts.SelectMany(d => d.Elected.Select(s => (d.District, s.Candidacy.Choice, Name: s.Person))).ToHashSet();
        var official = contest.Outcome.Select(w => (w.District, w.Choice, Name: w.Candidate)).ToHashSet();
        if (official.Count == 0)
        {
            yield break;
        }

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
}
