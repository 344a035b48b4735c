/// <summary>A contest's entry in a folder's description; what is not given is left out.</summary>
sealed record Entry(string Id, string En, string Es)
{
    public string? Kind { get; init; }

    public string? Date { get; init; }

    public string? Rule { get; init; }

    public int? Round { get; init; }

    public string? FirstRound { get; init; }

    public string? Seats { get; init; }

    public bool Balanced { get; init; }

    public bool AbsentIsZero { get; init; }

    public bool Preliminary { get; init; }

    public bool HasOutcome { get; init; }

    public bool HasCongress { get; init; }

    public bool HasLots { get; init; }

    public string Packed { get; init; } = "";

    public string? Names { get; init; }

    public required string Sources { get; init; }

    public string[] Stated { get; init; } = [];

    public string[] Lacks { get; init; } = [];

    public (string En, string Es)? Note { get; init; }

    public override string ToString()
    {
        (string Key, string? Value)[] fields =
        [
            ("kind", Kind), ("date", Date), ("rule", Rule), ("round", Round?.ToString()), ("first-round", FirstRound), ("seats", Seats),
            ("candidacies", $"candidacies-{Id}.csv{Packed}"), ("results", $"results-{Id}.csv{Packed}"), ("balance", Balanced ? "cast = valid + blank + null" : null), ("missing", AbsentIsZero ? "zero" : null),
            ("names", Names), ("sources", $"[{Sources}]"), ("count", Preliminary ? "preliminary" : null), ("congress", HasCongress ? $"congress-{Id}.csv" : null), ("lots", HasLots ? $"lots-{Id}.csv" : null),
            ("outcome", HasOutcome ? $"outcome-{Id}.csv" : null),
        ];
        var lines = new List<string> { $"  - id: {Id}", $"    title: {{ en: \"{En}\", es: \"{Es}\" }}" };
        lines.AddRange(fields.Where(f => f.Value is not null).Select(f => $"    {f.Key}: {f.Value}"));
        lines.AddRange(Stated.Length == 0 ? [] : ["    stated:", .. Stated.Select(s => $"      - {s}")]);
        lines.AddRange(Lacks.Length == 0 ? [] : ["    lacks:", .. Lacks.Select(s => $"      - {s}")]);
        lines.AddRange(Note is { } note ? ["    note:", $"      en: \"{note.En}\"", $"      es: \"{note.Es}\""] : []);
        return string.Concat(lines.Select(l => l + "\n"));
    }
}

/// <summary>The head of a folder's description, before its contests.</summary>
static class Describing
{
    public const string Abroad = "{ name: { en: the vote abroad, es: el voto en el extranjero }, at-most: ";

    public static string Source(string id, string title, string publisher, string via, string? noteEn = null, string? noteEs = null) =>
        $"  - {{ id: {id}, title: \"{title}\", publisher: \"{publisher}\", via: \"{via}\"{(noteEn is null ? "" : $", note: {{ en: \"{noteEn}\", es: \"{noteEs}\" }}")} }}";

    /// <summary>A folder's description.</summary>
    public static string Folder(string id, (string En, string Es) title, string date, string levels, IEnumerable<string> sources, IEnumerable<Entry> contests, bool map = false, bool members = false, bool quorums = false)
    {
        var parts = new List<string>
        {
            Chile.Schema.TrimEnd('\n'), $"id: {id}", $"title: {{ en: \"{title.En}\", es: \"{title.Es}\" }}", "country: cl", $"date: {date}", "places: places.csv",
        };
        parts.AddRange(map ? [Chile.Map] : []);
        parts.Add(levels);
        parts.AddRange(["sources:", .. sources]);
        parts.AddRange(members ? ["members: members.csv"] : []);
        parts.AddRange(quorums ? ["quorums: quorums"] : []);
        parts.AddRange(members ? [Chile.Chambers] : []);
        parts.Add("contests:");
        return string.Join('\n', parts) + "\n" + string.Concat(contests);
    }

    public const string Country = "levels:\n  country: { en: Country, es: País }";

    public const string OfCongress = Country + "\n  district: { en: District, es: Distrito }\n  senate-constituency: { en: Senate constituency, es: Circunscripción senatorial }";
}
