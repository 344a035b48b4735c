using Urna.Model;

namespace Urna.Validate;

/// <summary>Whether names tell candidacies, lists, parties and places apart.</summary>
static class NameCheck
{
    public static IEnumerable<Finding> Of(Contest contest) => Of(contest.Candidacies, $"{contest.Id}: ");

    /// <summary>What the names of a ballot leave in doubt.</summary>
    /// <param name="candidacies">The ballot.</param>
    /// <param name="prefix">What each sentence begins with, such as the contest.</param>
    public static IEnumerable<Finding> Of(IReadOnlyCollection<Candidacy> candidacies, string prefix) =>
    [
        .. SharedNames(candidacies, prefix),
        .. Spellings(candidacies.Where(IsOfAList).Select(c => c.ListName), "list", prefix),
        .. Spellings(candidacies.Select(c => c.Party), "party", prefix),
        .. Spellings(candidacies.Select(c => c.Subpact), "subpact", prefix),
        .. ByWord(candidacies, prefix),
        .. ListOfIndependents(candidacies, prefix),
        .. Counts(candidacies, prefix),
        .. LookAlikes.Of(candidacies, prefix),
    ];

    /// <summary>Places with ids, or names below one place, that are written differently and fold to one.</summary>
    public static IEnumerable<Finding> Of(PlaceTree places) =>
        from same in FoldingToOne(places.Places.Select(p => p.Id))
            .Concat(places.Places.GroupBy(p => (p.Parent, p.Level)).SelectMany(g => FoldingToOne(g.Select(p => p.Name)))).Distinct()
        let names = string.Join(", ", same.Split('\n'))
        let count = same.Split('\n').Length
        select Codes.Finding("V406", LocalizedText.Say("v406.one-name-in-spellings-stands-for", ("count", count), ("names", names))) with
        {
            Column = "place",
            Found = names,
        };

    /// <summary>Names that are written in several ways and fold to one.</summary>
    /// <param name="names">The names; empty ones are none.</param>
    /// <param name="what">What they name.</param>
    /// <param name="prefix">What each sentence begins with.</param>
    public static IEnumerable<Finding> Spellings(IEnumerable<string> names, string what, string prefix) =>
        from same in FoldingToOne(names)
        let spellings = string.Join(", ", same.Split('\n'))
        let count = same.Split('\n').Length
        select Codes.Finding("V402", LocalizedText.Say(
            "v402.one-in-spellings", ("prefix", prefix), ("what", what), ("count", count), ("spellings", spellings))) with
        {
            Column = what,
            Found = spellings,
        };

    static IEnumerable<Finding> SharedNames(IEnumerable<Candidacy> candidacies, string prefix) =>
        from same in candidacies.Where(c => c.Candidate.Length > 0 && c.Kind != CandidacyKind.ListVote)
            .GroupBy(c => (c.District, Name: FoldedName.Of(c.Candidate)))
        where same.Count() > 1
        select Codes.Finding("V401", LocalizedText.Say(
            "v401.candidacies-are-called", ("prefix", prefix), ("same", same.Count()), ("candidate", same.First().Candidate))) with
        {
            Place = same.Key.District ?? "",
            Found = string.Join(", ", same.Select(c => c.Choice)),
        };

    /// <summary>Persons whom only the word in place of a party puts outside any list.</summary>
    static IEnumerable<Finding> ByWord(IEnumerable<Candidacy> candidacies, string prefix) =>
        from persons in candidacies.Where(c => c.IsIndependentByWord).GroupBy(c => c.Party)
        let first = string.Join(", ", persons.Take(Named).Select(c => c.Candidate)) + (persons.Count() > Named ? ", …" : "")
        select Codes.Finding("V404", LocalizedText.Say(
            "v404.persons-without-a-list-have-as", ("prefix", prefix), ("persons", persons.Count()), ("persons2", persons.Key),
            ("first", first))) with
        {
            Column = "party",
            Found = persons.Key,
            Expected = "independent in 'kind'; if they are one list, its name in 'list'",
        };

    /// <summary>Persons of one district whose list is called by a word for persons outside any.</summary>
    static IEnumerable<Finding> ListOfIndependents(IEnumerable<Candidacy> candidacies, string prefix) =>
        from list in candidacies.Where(c => c.Kind == CandidacyKind.OfList && c.Candidate.Length > 0 && IndependentWords.Are(c.List)).GroupBy(c => (c.District, c.List))
        where list.Count() > 1
        select Codes.Finding("V405", LocalizedText.Say(
            "v405.persons-are-counted-as-one-list", ("prefix", prefix), ("list", list.Count()), ("list2", list.Key.List),
            ("list3", string.Join(", ", list.Select(c => c.Candidate))))) with
        {
            Place = list.Key.District ?? "",
            Column = "list",
            Found = list.Key.List,
            Expected = "independent in 'kind' for persons outside any list",
        };

    /// <summary>Candidacies that by their name are totals, ballots for nobody, or several candidacies added up.</summary>
    static IEnumerable<Finding> Counts(IEnumerable<Candidacy> candidacies, string prefix) =>
        from line in candidacies.SelectMany(c => new (string Column, string Name)[] { ("list", c.Kind == CandidacyKind.Independent ? "" : c.List), ("party", c.Party), ("candidate", c.Candidate) })
        where WordsForCounts.Are(line.Name)
        group line by line into same
        select Codes.Finding("V410", LocalizedText.Say(
            "v410.the-takes-part-as-a-candidacy", ("prefix", prefix), ("column", same.Key.Column), ("same", same.Key.Name))) with
        {
            Column = same.Key.Column,
            Found = same.Key.Name,
            Expected = "no rows of totals; blank or null in 'kind' (in a folder, the choices blank and null) for ballots that choose nobody",
        };

    const int Named = 5;

    static bool IsOfAList(Candidacy candidacy) => candidacy.Kind != CandidacyKind.Independent && (candidacy.List.Length > 0 || candidacy.Party.Length > 0);

    /// <summary>The spellings of each name that has several, a line each.</summary>
    static IEnumerable<string> FoldingToOne(IEnumerable<string> names) =>
        names.Where(n => n.Length > 0).Distinct().GroupBy(FoldedName.Of).Where(g => g.Count() > 1).Select(g => string.Join('\n', g));
}
