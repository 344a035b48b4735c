using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Allocate.Parity;

/// <summary>What a balance of women and men over several districts must know.</summary>
/// <remarks>
/// One unknown winner can turn which sex is too many, and so unseat somebody in any other district: while one is missing, nobody of the
/// balanced districts is surely elected.
/// </remarks>
static class ParityData
{
    /// <summary>What is missing: who is elected in some district, or the sex of somebody elected.</summary>
    /// <param name="districts">The districts that are balanced together.</param>
    public static IEnumerable<LocalizedText> Missing(ImmutableArray<DistrictAllocation> districts)
    {
        var open = districts.Where(d => !d.Missing.IsEmpty).Select(d => d.District).ToList();
        if (open.Count > 0)
        {
            yield return LocalizedText.Say("parity-data.who-is-elected-in", ("open", string.Join(", ", open)));
        }

        var unknown = districts.SelectMany(d => d.Elected).Where(s => s.Candidacy.Sex == Sex.Unknown).Select(s => s.Person).ToList();
        if (unknown.Count > 0)
        {
            yield return LocalizedText.Say("parity-data.the-sex-of", ("unknown", string.Join(", ", unknown)));
        }
    }

    /// <summary>A district in which nobody is named until what is missing is known; one that lacks something itself keeps its own reasons.</summary>
    public static DistrictAllocation Open(DistrictAllocation district, ImmutableArray<LocalizedText> lacks) =>
        district.Missing.IsEmpty ? district with { Elected = [], Missing = lacks } : district;

    /// <summary>The votes of each district, in the order of their seats; a tier that served another step may stand between them.</summary>
    public static ImmutableArray<DistrictVotes> VotesOf(ImmutableArray<DistrictAllocation> districts, ContestVotes contest)
    {
        var byName = contest.Districts.ToDictionary(d => d.District);
        return [.. districts.Select(d => byName.GetValueOrDefault(d.District) ?? new DistrictVotes(d.District, 0, []))];
    }
}
