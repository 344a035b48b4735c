using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate.Votes;

/// <summary>Lists that only accents or case tell apart, such as A and Å of Denmark.</summary>
/// <remarks>Spellings of one name meet across districts; two names that stand side by side in one district are two lists, however alike.</remarks>
static class ListKeys
{
    /// <summary>The votes, in which lists of one district that fold to one name keep names of their own.</summary>
    /// <param name="votes">The votes.</param>
    public static ContestVotes Apart(ContestVotes votes)
    {
        var alike = votes.Districts.SelectMany(Alike).ToHashSet();
        return alike.Count == 0 ? votes : votes with
        {
            Districts = [.. votes.Districts.Select(d => d with { Votes = [.. d.Votes.Select(v => IsOne(v, alike) ? v with { Candidacy = v.Candidacy with { OwnListKey = $"\u0001{v.Candidacy.ListName}" } } : v)] })],
        };
    }

    static bool IsOne(CandidacyVotes line, HashSet<string> alike) => line.Candidacy.Kind != CandidacyKind.Independent && alike.Contains(FoldedName.Of(line.Candidacy.ListName));

    /// <summary>Folded names that several lists of a district have.</summary>
    static IEnumerable<string> Alike(DistrictVotes district) => district.Votes.Where(v => v.Candidacy.Kind != CandidacyKind.Independent).Select(v => v.Candidacy.ListName).Distinct()
        .GroupBy(FoldedName.Of).Where(g => g.Skip(1).Any()).Select(g => g.Key);
}
