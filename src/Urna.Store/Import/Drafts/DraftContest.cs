namespace Urna.Store.Import.Drafts;

/// <summary>The part of a drafted mapping that says what is counted, and which columns are left out.</summary>
sealed class DraftContest(DraftPage page, DraftShape shape, DraftColumns columns)
{
    /// <summary>Writes it.</summary>
    /// <param name="areUnique">Whether each row has a place and choice of its own.</param>
    public void Write(bool areUnique)
    {
        var contests = columns.IsLong ? [] : Groups() is { Count: > 1 } groups
            ? groups.ConvertAll(g => (Name: g, Counts: new DraftCounts(shape, columns, [.. columns.Figures.Where(c => GroupOf(c) == g || GroupOf(c).Length == 0)])))
            : [(Name: "", Counts: new DraftCounts(shape, columns, columns.Figures))];
        Ignore([.. contests.Select(c => c.Counts)]);
        page.Line("contests:");
        if (columns.IsLong)
        {
            Contest("", null, areUnique);
        }

        foreach (var (name, counts) in contests)
        {
            Contest(name, counts, areUnique);
        }
    }

    /// <summary>The groups of a header that are contests: those with candidacies, and blank, null, valid or all votes of their own.</summary>
    List<string> Groups() =>
        [.. columns.Figures.Where(c => GroupOf(c).Length > 0 && DraftWords.CountOf(DraftName.Last(shape.Header.Names[c])) is "blank" or "null" or "blank-or-null" or "valid" or "cast").Select(GroupOf).Distinct()
            .Where(g => columns.Figures.Any(c => GroupOf(c) == g && DraftWords.CountOf(DraftName.Last(shape.Header.Names[c])) is null && !DraftWords.IsVotes(DraftName.Last(shape.Header.Names[c]))))];

    string GroupOf(int column) => DraftName.Group(shape.Header.Names[column]);

    void Ignore(IReadOnlyList<DraftCounts> contests)
    {
        var used = columns.Levels.SelectMany(l => new[] { l.Id, l.Name }).Concat(columns.Contests).Concat(new[] { columns.ChoiceColumn, columns.PartyColumn, columns.VotesColumn }.OfType<int>())
            .Concat(contests.SelectMany(c => c.Reserved.Values.Concat(c.Candidates))).Concat(columns.IsLong ? LongCounts().Select(c => c.Column) : []).ToHashSet();
        var left = Enumerable.Range(0, shape.Header.Names.Length).Where(c => !used.Contains(c) && shape.Header.Names[c].Length > 0).Select(c => DraftPage.Quoted(shape.Header.Names[c])).ToList();
        if (left.Count > 0)
        {
            page.Line($"ignore: [{string.Join(", ", left)}]   # neither places nor counts");
        }
    }

    /// <summary>Counts of the unit that each of its rows repeats, in a long table.</summary>
    List<(int Column, string Kind)> LongCounts() =>
        [.. columns.Figures.Where(c => c != columns.VotesColumn).Select(c => (Column: c, Kind: DraftWords.CountOf(shape.Header.Names[c]))).Where(c => c.Kind is not (null or CountWords.Total)).DistinctBy(c => c.Kind).Select(c => (c.Column, c.Kind!))];

    void Contest(string name, DraftCounts? counts, bool areUnique)
    {
        var id = name.Length > 0 ? Escaped(name) : columns.Contests.Count > 0 ? string.Join(" ", columns.Contests.Select(c => $"{{{shape.Header.Names[c]}}}")) : "contest";
        page.Line($"  - id: {DraftPage.Quoted(id)}");
        page.Line(name.Length > 0 || columns.Contests.Count > 0 ? $"    title: {DraftPage.Quoted(id)}" : "    title: { en: \"The contest of the file\", es: \"La elección del archivo\" }");
        if (counts?.Balance is { } balance)
        {
            page.Line($"    balance: {balance}   # as the sums of nearly all rows say");
        }

        if (columns.IsLong || counts is { EmptyIsZero: true })
        {
            page.Line("    missing: zero   # a candidacy without a figure has none");
        }
        else if (counts is { HasEmpty: true })
        {
            page.Line("    # an empty cell of a candidacy is missing; if the source leaves zeros empty, say missing: zero");
        }

        if (!areUnique)
        {
            page.Line($"    {DraftPage.Choose}: several rows have the same place; 'repeated: sum' adds them, 'same' takes one: which is it?");
        }

        foreach (var open in counts?.Open ?? [])
        {
            page.Line($"    {DraftPage.Choose}: {open}");
        }

        page.Line("    choices:");
        var repeated = areUnique ? "" : ", repeated: sum";
        if (counts is null)
        {
            Long(repeated);
            return;
        }

        foreach (var (kind, column) in counts.Reserved)
        {
            page.Line($"      - {{ column: {DraftPage.Quoted(shape.Header.Names[column])}, choice: {(kind == "null" ? "\"null\"" : kind)}{repeated} }}");
        }

        foreach (var column in counts.Candidates)
        {
            var header = shape.Header.Names[column];
            var own = name.Length > 0 ? DraftName.Last(header) : header;
            var whom = counts.Candidates.Count(c => DraftName.Whom(shape.Header.Names[c]) == DraftName.Whom(header)) == 1 ? DraftName.Whom(own) : own;
            page.Line($"      - {{ column: {DraftPage.Quoted(header)}, choice: {DraftPage.Quoted(Escaped(whom))}, {(whom.Contains(' ', StringComparison.Ordinal) ? "candidate" : "party")}: {DraftPage.Quoted(Escaped(whom))}{repeated} }}");
        }
    }

    void Long(string repeated)
    {
        foreach (var (column, kind) in LongCounts())
        {
            page.Line($"      - {{ column: {DraftPage.Quoted(shape.Header.Names[column])}, choice: {(kind == "null" ? "\"null\"" : kind)}, repeated: same }}");
        }

        var choice = $"{{{shape.Header.Names[columns.ChoiceColumn!.Value]}}}";
        var party = columns.PartyColumn is { } p ? $"{{{shape.Header.Names[p]}?}}" : "";
        var isParty = DraftWords.IsParty(shape.Header.Names[columns.ChoiceColumn.Value]) && !DraftWords.IsChoice(shape.Header.Names[columns.ChoiceColumn.Value]);
        var id = party.Length > 0 && columns.Data.Select(r => (r[columns.ChoiceColumn.Value], r[columns.PartyColumn!.Value])).Distinct().Count() > columns.Distinct(columns.ChoiceColumn.Value) ? $"{choice} ({party})" : choice;
        page.Line($"      - {{ column: {DraftPage.Quoted(shape.Header.Names[columns.VotesColumn!.Value])}, choice: {DraftPage.Quoted(id)}, {(isParty ? "party" : "candidate")}: {DraftPage.Quoted(choice)}{(party.Length > 0 ? $", party: {DraftPage.Quoted(party)}" : "")}{repeated} }}");
    }

    /// <summary>A name that a template does not take for a column.</summary>
    static string Escaped(string name) => name.Replace('{', '(').Replace('}', ')');
}
