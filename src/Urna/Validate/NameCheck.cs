using Urna.Model;

namespace Urna.Validate;

/// <summary>Whether names tell candidacies, lists and parties apart.</summary>
static class NameCheck
{
    public static IEnumerable<Finding> Of(Contest contest) =>
        [.. SharedNames(contest), .. Spellings(contest, "list", "lista", c => c.List), .. Spellings(contest, "party", "partido", c => c.Party), .. LookAlikes.Of(contest.Candidacies, $"{contest.Id}: ")];

    static IEnumerable<Finding> SharedNames(Contest contest) =>
        from same in contest.Candidacies.Where(c => c.Candidate.Length > 0 && c.Kind != CandidacyKind.ListVote)
            .GroupBy(c => (c.District, Name: FoldedName.Of(c.Candidate)))
        where same.Count() > 1
        select Codes.Finding("V401", $"{contest.Id}: {same.Count()} candidacies are called '{same.First().Candidate}'.", $"{contest.Id}: {same.Count()} candidaturas se llaman '{same.First().Candidate}'.") with
        {
            Place = same.Key.District ?? "",
            Found = string.Join(", ", same.Select(c => c.Choice)),
        };

    static IEnumerable<Finding> Spellings(Contest contest, string what, string spanish, Func<Candidacy, string> name) =>
        from same in contest.Candidacies.Select(name).Where(n => n.Length > 0).Distinct().GroupBy(FoldedName.Of)
        where same.Count() > 1
        select Codes.Finding("V402", $"{contest.Id}: one {what} in {same.Count()} spellings: {string.Join(", ", same)}.", $"{contest.Id}: {spanish} con {same.Count()} grafías: {string.Join(", ", same)}.") with
        {
            Column = what,
            Found = string.Join(", ", same),
        };
}
