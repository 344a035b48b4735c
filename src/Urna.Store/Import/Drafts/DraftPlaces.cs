namespace Urna.Store.Import.Drafts;

/// <summary>The part of a drafted mapping that says which places rows are of, and how they nest.</summary>
sealed class DraftPlaces(DraftPage page, DraftShape shape, DraftColumns columns)
{
    /// <summary>Writes it; whether each row has a place and choice of its own.</summary>
    public bool Write()
    {
        page.Line("places:");
        page.Line("  - { level: country, id: xx, name: The whole, title: { en: Country, es: País } }");
            var parents = "";
        if (columns.Rows.Contains(DraftRow.Section))
        {
            page.Line("  - { level: section, id: \"section-{section}\", name: \"{section}\", title: { en: Area, es: Zona } }");
            parents = "{section}, ";
        }

        var before = new List<int>();
        foreach (var level in columns.Levels)
        {
            var isUnit = level == columns.Levels[^1];
            var own = $"{{{shape.NameOf(level.Id)}}}";
            var isNested = parents.Length == 0 || (before.Count > 0 && !columns.Rows.Contains(DraftRow.Section) && IsWithinOne(level.Id, before));
            var id = isNested ? own : $"{parents}{own}";
            id = isUnit && !OthersHave(level) ? id : $"{level.Level}-{id}";
            var (english, spanish) = TitleOf(level, isUnit);
            var open = level.IsSure || columns.Levels.Count == 1 ? "" : $"   {DraftPage.Choose} the level: the header '{shape.NameOf(level.Name)}' says nothing of it";
            page.Line($"  - {{ level: {level.Level}, id: {DraftPage.Quoted(id)}, name: {DraftPage.Quoted($"{{{shape.NameOf(level.Name)}}}")}, title: {{ en: {DraftPage.Quoted(english)}, es: {DraftPage.Quoted(spanish)} }} }}{open}");
            parents = $"{(isNested ? "" : parents)}{own}, ";
            before.Add(level.Id);
        }

        if (columns.Levels.Count == 0)
        {
            page.Line($"  {DraftPage.Choose}: no column names the place of a row; the whole file is one place");
        }

        var keys = columns.Levels.Select(l => l.Id).Concat(columns.Contests).Concat(columns.IsLong ? new[] { columns.ChoiceColumn, columns.PartyColumn }.OfType<int>() : []).ToArray();
        var unique = columns.Data.Select(r => string.Join('\u001f', keys.Select(c => r[c]))).Distinct().Count() == columns.Data.Count || columns.Rows.Contains(DraftRow.Section);
        return unique;
    }

    bool IsWithinOne(int column, List<int> above) =>
        columns.Data.GroupBy(r => r[column]).All(g => g.Select(r => string.Join('\u001f', above.Select(c => r[c]))).Distinct().Count() == 1);

    bool OthersHave(DraftLevel level)
    {
        var own = columns.Data.Select(r => r[level.Id]).ToHashSet();
        return columns.Levels.Where(l => l != level).Any(l => columns.Data.Any(r => own.Contains(r[l.Id]))) || own.Contains("xx");
    }

    static (string English, string Spanish) TitleOf(DraftLevel level, bool isUnit) => level.Level.Split('-')[0] switch
    {
        "station" => ("Polling station", "Mesa"),
        "precinct" => ("Precinct", "Sección"),
        "venue" => ("Polling place", "Local"),
        "commune" => ("Municipality", "Comuna"),
        "county" => ("County", "Condado"),
        "constituency" => ("Constituency", "Circunscripción"),
        "district" => ("District", "Distrito"),
        "province" => ("Province", "Provincia"),
        "region" => ("Region", "Región"),
        "nation" => ("Country of residence", "País de residencia"),
        _ => isUnit ? ("Unit", "Unidad") : ("Area", "Zona"),
    };
}
