using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>Balances women and men over districts of one seat: winners yield to their own alternates.</summary>
/// <remarks>
/// Constitution of Chile, transitory art. 43 (Ley 21.298): the over-represented sex loses the seats whose winner has the fewest votes
/// per person on the people's roll.
/// </remarks>
static class AlternateParity
{
    public static ImmutableArray<DistrictAllocation> Apply(
        AlternateParityStep step, ImmutableArray<DistrictAllocation> allocations, ImmutableArray<DistrictVotes> votes)
    {
        var names = step.Districts.Select(FoldedName.Of).ToHashSet();
        var own = Enumerable.Range(0, allocations.Length).Where(i => names.Contains(FoldedName.Of(allocations[i].District))).ToList();
        if (own.Count == 0)
        {
            return allocations;
        }

        if (Missing(step, own, allocations, votes) is { } missing)
        {
            return [.. allocations.Select((a, i) => own.Contains(i) ? a with { Missing = a.Missing.Add(missing) } : a)];
        }

        var women = own.Sum(i => allocations[i].Elected.Count(s => s.Candidacy.Sex == Sex.Female));
        var men = own.Sum(i => allocations[i].Elected.Length) - women;
        var larger = women > men ? Sex.Female : Sex.Male;
        var yielding = own.Where(i => allocations[i].Elected is [var seat] && seat.Candidacy.Sex == larger)
            .Order(Comparer<int>.Create((a, b) => CompareShares(a, b, allocations, votes)))
            .Take(Math.Abs(women - men) / 2).ToHashSet();
        return [.. allocations.Select((a, i) => yielding.Contains(i) ? Yield(step, a) : a)];
    }

    static LocalizedText? Missing(
        AlternateParityStep step, List<int> own, ImmutableArray<DistrictAllocation> allocations, ImmutableArray<DistrictVotes> votes)
    {
        if (own.Count < step.Districts.Length)
        {
            var absent = string.Join(", ", step.Districts.Where(d => own.TrueForAll(i => FoldedName.Of(allocations[i].District) != FoldedName.Of(d))));
            return new($"the votes of {absent}", $"los votos de {absent}");
        }

        var rolls = own.Where(i => votes[i].Registered is null or 0).Select(i => votes[i].District).ToList();
        return rolls.Count == 0 ? null : new($"the people registered in {string.Join(", ", rolls)}", $"las personas inscritas en {string.Join(", ", rolls)}");
    }

    /// <summary>Orders districts by their winner's votes per person on the roll, exactly.</summary>
    static int CompareShares(int a, int b, ImmutableArray<DistrictAllocation> allocations, ImmutableArray<DistrictVotes> votes) =>
        ((Int128)allocations[a].Elected[0].Votes * votes[b].Registered!.Value).CompareTo((Int128)allocations[b].Elected[0].Votes * votes[a].Registered!.Value);

    static DistrictAllocation Yield(AlternateParityStep step, DistrictAllocation allocation)
    {
        var winner = allocation.Elected[0];
        var alternate = winner with { Basis = Basis.Alternate };
        return allocation with
        {
            Elected = [alternate],
            Steps = allocation.Steps.Add(new SeatYielded(step.Article, winner.Person, winner.Votes, alternate.Person, winner.Votes, "alternate")),
        };
    }
}
