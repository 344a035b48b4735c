#!/usr/bin/env dotnet
// Makes the election folders of countries other than Chile that ship with Urna, from the tables and cases of official figures.
//
//     dotnet run tools/make-foreign-elections.cs -- ARCHIVE CASES ELECTIONS
//
// ARCHIVE and CASES are the folders of source tables (their READMEs name the official source and the licence of each). The same tables give the same bytes.
#:package CsvHelper
#:include elections/Folders.cs
#:property RestorePackagesWithLockFile=false
#:property InvariantGlobalization=true
#:property PublishAot=false
#:property NoWarn=$(NoWarn);MA0047;CA1861

using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CsvHelper;

if (args.Length != 3)
{
    Console.Error.WriteLine("usage: dotnet run tools/make-foreign-elections.cs -- ARCHIVE CASES ELECTIONS");
    return 2;
}

var data = new Tables(args[0], args[1]);
var folders = new Folders(args[2]);
try
{
    Austria.Make(data, folders);
    Switzerland.Make(data, folders);
    Czechia.Make(data, folders);
    CzechiaOthers.Make(folders);
    Germany.Make(data, folders);
    Nordic.Make(data, folders);
    Netherlands.Make(data, folders);
    NewZealand.Make(data, folders);
    Slovakia.Make(data, folders);
    Israel.Make(folders);
    UnitedStates.Make(data, folders);
    Mexico.Make(folders);
    UnitedKingdom.Make(data, folders);
    Ranked.Make(data, folders);
    folders.Write();
    return 0;
}
catch (Exception e) when (e is InvalidDataException or IOException)
{
    Console.Error.WriteLine($"make-foreign-elections: {e.Message}");
    return 1;
}

/// <summary>The source tables.</summary>
sealed class Tables(string archive, string cases)
{
    public JsonElement Case(string name)
    {
        using var stream = File.OpenRead(Path.Combine(cases, name));
        return JsonDocument.Parse(stream).RootElement.Clone();
    }

    public List<Row> Read(string name) => SourceTable.Read(Path.Combine(archive, name));
}

/// <summary>A line of a ballot with its votes; the district is empty where the ballot is the same everywhere.</summary>
sealed record Line(string District, string List, long? Votes, string Candidate = "", string Kind = "", int Members = 0, string Party = "")
{
    /// <summary>Seats that it officially has.</summary>
    public int Seats { get; init; }
}

/// <summary>A text in English and Spanish.</summary>
sealed record Words(string En, string Es)
{
    public override string ToString() => $"{{ en: {Yaml.Quoted(En)}, es: {Yaml.Quoted(Es)} }}";
}

/// <summary>A contest of one day, in one house.</summary>
sealed record Contest(string Id, Words Title, string Rule, List<Line> Lines)
{
    public string Date { get; init; } = "";

    public string Fields { get; init; } = "";

    /// <summary>Seats by place; the country where it is one district, or a tier.</summary>
    public required IReadOnlyList<(string Place, long Seats)> Seats { get; init; }

    /// <summary>Whether the official seats of each line are told.</summary>
    public bool HasOutcome { get; init; }

    /// <summary>The district of the official outcome of lines without one.</summary>
    public string Whole { get; init; } = "";

    /// <summary>Units, where the ballot is the same everywhere: the votes of each list by unit.</summary>
    public ILookup<string, Line>? Units { get; init; }

    /// <summary>Other figures that the source states, by place.</summary>
    public IReadOnlyList<(string Place, string Choice, long? Votes)> Counts { get; init; } = [];

    public required Words Note { get; init; }
}

static class Yaml
{
    public static string Quoted(string text) => $"\"{text.Replace("\"", "\\\"")}\"";
}

/// <summary>Writes an election: places, ballots, results, outcomes and what they are.</summary>
static class Folder
{
    static readonly Dictionary<string, Words> levels = new()
    {
        ["country"] = new("Country", "País"),
        ["canton"] = new("Canton", "Cantón"),
        ["land"] = new("Land", "Land"),
        ["district"] = new("District", "Distrito"),
        ["party-vote"] = new("Party votes", "Votos de partido"),
    };

    /// <summary>Country and districts as places.</summary>
    public static IEnumerable<object?[]> Flat(string country, string name, string level, IEnumerable<string> districts) =>
        [[country, "", "country", name], .. districts.Select(d => new object?[] { d, country, level, d })];

    public static void Write(Folders folders, string id, Words title, string country, string date, IEnumerable<object?[]> places, string source, params Contest[] contests)
    {
        var rows = places.ToList();
        folders.Csv($"{id}/places.csv", "place,parent,level,name", rows);
        foreach (var contest in contests)
        {
            Tables(folders, id, contest, country);
        }

        folders.Text($"{id}/election.yaml", $$"""
            # yaml-language-server: $schema=../../schemas/election.schema.json
            # Made by tools/make-foreign-elections.cs; edit the script, not this file.
            id: {{id}}
            title: {{title}}
            country: {{country}}
            date: {{date}}
            places: places.csv
            levels:
            {{string.Join('\n', rows.Select(r => (string)r[2]!).Distinct().Select(l => $"  {l}: {levels[l]}"))}}
            sources:
              - {{source}}
            contests:

            """ + string.Concat(contests.Select(Entry)));
    }

    static void Tables(Folders folders, string id, Contest contest, string country)
    {
        var counts = new Dictionary<string, int>();
        var numbered = contest.Lines.Select(l => (Id: $"{(l.District.Length == 0 ? country : l.District)}-{counts[l.District] = counts.GetValueOrDefault(l.District) + 1:00}", Line: l)).ToList();
        var members = contest.Lines.Exists(l => l.Members > 0);
        folders.Csv($"{id}/candidacies-{contest.Id}.csv", $"choice,district,list,party,candidate,kind{(members ? ",members" : "")}", numbered.Select(n =>
            members ? new object?[] { n.Id, n.Line.District, n.Line.List, n.Line.Party, n.Line.Candidate, n.Line.Kind, n.Line.Members } : [n.Id, n.Line.District, n.Line.List, n.Line.Party, n.Line.Candidate, n.Line.Kind]));
        var idOf = numbered.GroupBy(n => n.Line.List).ToDictionary(g => g.Key, g => g.First().Id);
        var votes = contest.Units is { } units
            ? units.SelectMany(u => u.Select(l => (u.Key, idOf[l.List], l.Votes)))
            : numbered.Select(n => (n.Line.District.Length == 0 ? contest.Whole : n.Line.District, n.Id, n.Line.Votes));
        folders.Results($"{id}/results-{contest.Id}.csv", contest.Id, [.. contest.Counts, .. votes]);
        if (contest.HasOutcome)
        {
            folders.Csv($"{id}/outcome-{contest.Id}.csv", "district,choice", numbered.SelectMany(n => Enumerable.Repeat(new object?[] { n.Line.District.Length == 0 ? contest.Whole : n.Line.District, n.Id }, n.Line.Seats)));
        }
    }

    static string Entry(Contest contest) => $"""
          - id: {contest.Id}
            title: {contest.Title}

        """ + string.Concat(new[]
        {
            contest.Date.Length > 0 ? $"date: {contest.Date}" : "",
            contest.Rule.Length > 0 ? $"rule: {contest.Rule}" : "",
            contest.Seats.Count > 0 ? "seats: { " + string.Join(", ", contest.Seats.Select(s => $"{Yaml.Quoted(s.Place)}: {s.Seats}")) + " }" : "",
            contest.Fields,
            $"candidacies: candidacies-{contest.Id}.csv",
            $"results: results-{contest.Id}.csv",
            "sources: [source]",
            contest.HasOutcome ? $"outcome: outcome-{contest.Id}.csv" : "",
            $"note: {contest.Note}",
        }.Where(l => l.Length > 0).SelectMany(l => l.Split('\n')).Select(l => $"    {l}\n"));

    /// <summary>A source, as the folder names it.</summary>
    public static string Source(string title, string publisher, string via, string licence) =>
        $"{{ id: source, title: {Yaml.Quoted(title)}, publisher: {Yaml.Quoted(publisher)}, via: {Yaml.Quoted(via)}, note: {new Words($"Licence of the copy: {licence}.", $"Licencia de la copia: {licence}.")} }}";
}

static class Json
{
    public static IEnumerable<(string Name, long Votes)> Numbers(JsonElement map) => map.EnumerateObject().Select(p => (p.Name, p.Value.GetInt64()));

    public static int Seats(JsonElement map, string name) => map.TryGetProperty(name, out var seats) ? seats.GetInt32() : 0;
}

/// <summary>Nine National Councils: national votes, and the seats of each party in all.</summary>
static class Austria
{
    static readonly string[] dates = ["1994-10-09", "1995-12-17", "1999-10-03", "2002-11-24", "2006-10-01", "2008-09-28", "2013-09-29", "2017-10-15", "2019-09-29"];

    public static void Make(Tables data, Folders folders)
    {
        var json = data.Case("at_nationalrat_1994_2019.json");
        var elections = json.GetProperty("elections").EnumerateArray().OrderBy(e => e.GetProperty("year").GetInt32()).ToList();
        Folder.Write(
            folders,
            "at-1994-2019",
            new("Austria, National Councils of 1994 to 2019", "Austria, Consejos Nacionales de 1994 a 2019"),
            "at",
            "2019-09-29",
            Folder.Flat("at", "Österreich", "district", []),
            Folder.Source("Nationalratswahlen 1994-2019, votes and seats by party", "Bundesministerium für Inneres", "martinlackner/apportionment, examples/nr_wahlen.txt", "MIT"),
            [.. elections.Select((e, i) => Of(json, e, dates[i]))]);
    }

    static Contest Of(JsonElement json, JsonElement election, string date)
    {
        var year = date[..4];
        var seats = json.GetProperty("official").GetProperty("elections").GetProperty(year);

        // Two lists of 2008 have one short name.
        var lines = election.GetProperty("votes").EnumerateArray().GroupBy(v => v.GetProperty("name").GetString()!)
            .SelectMany(same => same.Select((v, i) => new Line("", i == 0 ? same.Key : $"{same.Key} ({i + 1})", v.GetProperty("votes").GetInt64()) { Seats = i == 0 ? Json.Seats(seats, same.Key) : 0 }));
        return new($"national-council-{year}", new($"National Council {year}", $"Consejo Nacional {year}"), "national-council-1992", [.. lines])
        {
            Date = date,
            Seats = [("at", 183)],
            Whole = "at",
            HasOutcome = true,
            Note = new("National votes by party; the votes of the regions, and who sat, are not in the source.", "Votos nacionales por partido; los de las regiones, y quiénes ocuparon los escaños, no están en la fuente."),
        };
    }
}

/// <summary>Cantons under double proportion.</summary>
static class Switzerland
{
    public static void Make(Tables data, Folders folders)
    {
        var lists = data.Read("ch_zug_2018_listen.csv");
        var persons = data.Read("ch_zug_2018_kandidaten.csv");
        var own = persons.GroupBy(p => (p["district"], p["list"])).ToDictionary(g => g.Key, g => g.Sum(p => p.Votes));
        Folder.Write(
            folders,
            "ch-zug-2018",
            new("Zug, cantonal council of 2018", "Zug, consejo cantonal de 2018"),
            "ch",
            "2018-10-07",
            [["canton-zug", "", "canton", "Kanton Zug"], .. lists.Select(l => l["district"]).Distinct().Select(d => new object?[] { d, "canton-zug", "district", d })],
            Folder.Source("Kantonsratswahl 2018, lists and candidates", "Kanton Zug", "polettif/proporz@5ec6239", "GPL-3; the figures are open data of the canton"),
            new Contest("council", new("Cantonal council", "Consejo cantonal"), "zug-kantonsrat", [
                .. persons.Select(p => new Line(p["district"], p["list"], p.Votes, p["candidate"], Party: p["list"]) { Seats = (int)p.Count("elected")!.Value }),
                .. lists.Select(l => new Line(l["district"], l["list"], l.Count("list_votes") - own.GetValueOrDefault((l["district"], l["list"])), Kind: "list-vote", Party: l["list"])),
            ])
            {
                Seats = [.. lists.DistinctBy(l => l["district"]).Select(l => (l["district"], l.Count("seats")!.Value))],
                HasOutcome = true,
                Note = new("Each voter has as many votes as the district has seats: votes are of candidates, and for the list alone.", "Cada votante tiene tantos votos como escaños el distrito: los votos son de candidaturas, o de la lista sola."),
            });
        var json = data.Case("ch_zuerich_kantonsrat_2019.json");
        var units = json.GetProperty("units").EnumerateArray().ToList();
        var official = json.GetProperty("official").GetProperty("units");
        Folder.Write(
            folders,
            "ch-zuerich-2019",
            new("Zürich, cantonal council of 2019", "Zúrich, consejo cantonal de 2019"),
            "ch",
            "2019-03-24",
            Folder.Flat("zuerich", "Kanton Zürich", "district", units.Select(u => u.GetProperty("name").GetString()!)),
            Folder.Source("Kantonsratswahl 2019, votes and seats by list and district", "Kanton Zürich", "abraxas-labs/voting-ausmittlung-service, test files", "as in that repository"),
            new Contest("council", new("Cantonal council", "Consejo cantonal"), "zuerich-kantonsrat", [
                .. units.SelectMany(u => Json.Numbers(u.GetProperty("parties")).Select(p => new Line(u.GetProperty("name").GetString()!, p.Name, p.Votes)
                {
                    Seats = Json.Seats(official.GetProperty(u.GetProperty("name").GetString()!), p.Name),
                })),
            ])
            {
                Seats = [.. units.Select(u => (u.GetProperty("name").GetString()!, u.GetProperty("seats").GetInt64()))],
                HasOutcome = true,
                Note = new("Votes of lists by district; persons are not in the source.", "Votos de las listas por distrito; las personas no están en la fuente."),
            });
    }
}

/// <summary>The members of the European Parliament of 2019, and two districts of the Senate of 2018.</summary>
static class CzechiaOthers
{
    static readonly (string Name, long Votes, int Seats)[] europe =
    [
        ("Klub angažovaných nestraníků", 2580, 0), ("Strana nezávislosti ČR", 9676, 0), ("Cesta odpovědné společnosti", 7890, 0), ("Národní socialisté", 1312, 0),
        ("Občanská demokratická strana", 344885, 4), ("ANO, vytrollíme europarlament", 37046, 0), ("Česká strana sociálně demokratická", 93664, 0), ("Romská demokratická strana", 1651, 0),
        ("KSČM", 164624, 1), ("Koalice DSSS a NF", 4363, 0), ("SPR-RSČ", 4284, 0), ("Koalice Rozumní, ND", 18715, 0),
        ("Pravý Blok", 4752, 0), ("NE-VOLIM.CZ", 2221, 0), ("Pro Česko", 2760, 0), ("Vědci pro Českou republiku", 19492, 0),
        ("Koalice ČSNS, Patrioti ČR", 1289, 0), ("JSI PRO?Jist.Solid.In.pro bud.", 836, 0), ("PRO Zdraví a Sport", 7868, 0), ("Moravské zemské hnutí", 3195, 0),
        ("Česká Suverenita", 2609, 0), ("TVŮJ KANDIDÁT", 1653, 0), ("HLAS", 56449, 0), ("Koalice Svobodní, RČ", 15492, 0),
        ("Koalice STAN, TOP 09", 276220, 3), ("Česká pirátská strana", 330844, 3), ("Svoboda a přímá demokracie", 216718, 2), ("Aliance národních sil", 1971, 0),
        ("ANO 2011", 502343, 6), ("Agrární demokratická strana", 4004, 0), ("Moravané", 6599, 0), ("První Republika", 844, 0),
        ("Demokratická strana zelených", 14339, 0), ("Bezpečnost,Odpovědnost,Solid.", 2583, 0), ("Koalice Soukromníci, NEZ", 8720, 0), ("Evropa společně", 12587, 0),
        ("Konzervativní Alternativa", 235, 0), ("KDU-ČSL", 171723, 2), ("Alternativa pro Česk. rep.2017", 11729, 0),
    ];

    public static void Make(Folders folders)
    {
        Folder.Write(
            folders,
            "cz-2019-europe",
            new("Czechia, European Parliament of 2019", "Chequia, Parlamento Europeo de 2019"),
            "cz",
            "2019-05-25",
            Folder.Flat("cz", "Česko", "district", []),
            Folder.Source("Volby do Evropského parlamentu 2019, votes and seats by party", "Český statistický úřad", "simberaj/votelib@0102cb2", "MIT"),
            new Contest("european-parliament", new("European Parliament", "Parlamento Europeo"), "european-parliament-2003", [.. europe.Select(l => new Line("", l.Name, l.Votes) { Seats = l.Seats })])
            {
                Seats = [("cz", 21)],
                Whole = "cz",
                HasOutcome = true,
                Note = new("National votes by list; persons are not in the source.", "Votos nacionales por lista; las personas no están en la fuente."),
            });
        Folder.Write(
            folders,
            "cz-2018-senate",
            new("Czechia, Senate of 2018, districts 20 and 68, first round", "Chequia, Senado de 2018, distritos 20 y 68, primera vuelta"),
            "cz",
            "2018-10-05",
            Folder.Flat("cz", "Česko", "district", ["20", "68"]),
            Folder.Source("Volby do Senátu 2018, first round", "Český statistický úřad", "simberaj/votelib@e6fb62c", "MIT"),
            new Contest("senate", new("Senate, first round", "Senado, primera vuelta"), "senate-1995", [
                new("20", "", 4868, "Martin Dvořák"), new("20", "", 20595, "Jiří Drahoš"), new("20", "", 2801, "Benjamin Miloslav Kuras"), new("20", "", 5110, "Eva Syková"), new("20", "", 3058, "Miroslava Skovajsová"), new("20", "", 1169, "Karel Skoupil"), new("20", "", 258, "Rudolf Karel Mazáč"), new("20", "", 1251, "Jiří Kocman"),
                new("68", "", 3241, "Josef Vícha"), new("68", "", 5014, "Petr Pavlíček"), new("68", "", 2885, "Kamil Běrský"), new("68", "", 2030, "Vlastimil Kupka"), new("68", "", 5324, "Vladimír Tancík"), new("68", "", 15900, "Herbert Pavera"), new("68", "", 9443, "Simona Horáková"),
            ])
            {
                Seats = [("20", 1), ("68", 1)],
                Note = new("Two districts only: in the first a candidate had more than half, in the second two went on. The second round is not in the source.", "Solo dos distritos: en el primero una candidatura tuvo más de la mitad, en el segundo pasaron dos. La segunda vuelta no está en la fuente."),
            });
    }
}

/// <summary>The Chamber of 2017, whose regions get their seats from the votes cast in them.</summary>
static class Czechia
{
    public static void Make(Tables data, Folders folders)
    {
        var units = data.Case("cz_psp_2017.json").GetProperty("units").EnumerateArray().ToList();
        Folder.Write(
            folders,
            "cz-2017",
            new("Czechia, Chamber of Deputies of 2017", "Chequia, Cámara de Diputados de 2017"),
            "cz",
            "2017-10-21",
            Folder.Flat("cz", "Česko", "district", units.Select(u => u.GetProperty("name").GetString()!)),
            Folder.Source("Volby do Poslanecké sněmovny 2017, votes by party and region", "Český statistický úřad", "simberaj/votelib@94af16c", "MIT"),
            new Contest("deputies", new("Chamber of Deputies", "Cámara de Diputados"), "chamber-1995", [
                .. units.SelectMany(u => Json.Numbers(u.GetProperty("parties")).Select(p => new Line(u.GetProperty("name").GetString()!, p.Name, p.Votes))),
            ])
            {
                Seats = [("cz", 200)],
                Fields = "seats-by-law: [" + string.Join(", ", units.Select(u => Yaml.Quoted(u.GetProperty("name").GetString()!))) + "]",
                Note = new("The law works out the seats of each region from the votes in it. The seats of each party in the country are official; by region only some were at hand, and none are claimed here.", "La ley calcula los escaños de cada región por los votos en ella. Los escaños de cada partido en el país son oficiales; por región solo se tuvieron algunos, y aquí no se afirma ninguno."),
            });
    }
}

/// <summary>The Bundestag of 2025, preliminary.</summary>
static class Germany
{
    public static void Make(Tables data, Folders folders)
    {
        var rows = data.Read("de_bundestag_2025_wahlkreis_vorlaeufig.csv.gz");
        var districts = rows.DistinctBy(r => r["district"]).ToList();
        var lands = data.Read("de_bundestag_2025_land_vorlaeufig.csv").DistinctBy(r => r["land"]).OrderBy(r => r["land"], StringComparer.Ordinal).ToList();
        var votes = rows.Where(r => r["kind"] != "total" && r.Count("count") > 0).ToList();
        var totals = rows.Where(r => r["group"] is "Wahlberechtigte" && r["kind"] == "total");
        Folder.Write(
            folders,
            "de-2025",
            new("Germany, Bundestag of 2025 (preliminary)", "Alemania, Bundestag de 2025 (preliminar)"),
            "de",
            "2025-02-23",
            [
                ["de", "", "country", "Deutschland"],
                .. lands.Select(l => new object?[] { $"land-{l["land"]}", "de", "land", l["land_name"] }),
                .. districts.Select(d => new object?[] { d["district"], $"land-{d["land"]}", "district", d["district_name"] }),
            ],
            Folder.Source("Bundestagswahl 2025, kerg2, preliminary result of 24 February 2025", "Die Bundeswahlleiterin, Wiesbaden 2025", "zykure/wahlergebnisse@02bed36", "Datenlizenz Deutschland Namensnennung 2.0"),
            new Contest("bundestag", new("Bundestag", "Bundestag"), "bundestag-2023", [
                .. votes.Where(r => r["vote"] == "1").Select(r => new Line(r["district"], r["group"], r.Count("count"), Candidate: r["kind"] == "single" ? r["group"] : "", Kind: "constituency", Party: r["group"])),
                .. votes.Where(r => r["vote"] == "2").Select(r => new Line(r["district"], r["group"], r.Count("count"), Party: r["group"])),
            ])
            {
                Seats = [("de", 331), .. districts.Select(d => (d["district"], 1L))],
                Fields = "seats-by-law: [" + string.Join(", ", lands.Select(l => $"land-{l["land"]}")) + "]\ncount: preliminary",
                Counts = [.. totals.Select(r => (r["district"], "registered", r.Count("count")))],
                Note = new("First votes are of kind constituency. Candidates' names are not in the source; in 23 constituencies whoever had most first votes has no seat.", "Los primeros votos son del tipo constituency. Los nombres de las candidaturas no están en la fuente; en 23 circunscripciones quien tuvo más primeros votos no tiene escaño."),
            });
    }
}

/// <summary>Parliaments of the north: Norway, Denmark, Iceland, Finland.</summary>
static class Nordic
{
    static readonly Dictionary<string, string> storting = new() { ["2017"] = "2017-09-11", ["2021"] = "2021-09-13", ["2025"] = "2025-09-08" };

    public static void Make(Tables data, Folders folders)
    {
        var rows = data.Read("no_storting_2009_2025.csv");
        foreach (var (year, date) in storting)
        {
            Norway(folders, year, date, [.. rows.Where(r => r["year"] == year)]);
        }

        Denmark(folders, data.Read("dk_folketing_2015_storkreds.csv"));
        Iceland(folders, data.Case("is_althing_2013.json").GetProperty("units").EnumerateArray().ToList());
        Finland(folders, data.Read("fi_eduskunta_2019.csv"));
    }

    static void Norway(Folders folders, string year, string date, List<Row> rows)
    {
        var districts = rows.GroupBy(r => r["district"]).ToList();
        var levelling = string.Join(", ", districts.Select(d => $"{Yaml.Quoted(d.Key)}: {d.Sum(r => r.Count("of_which_levelling"))}"));
        Folder.Write(
            folders,
            $"no-{year}",
            new($"Norway, Storting of {year}", $"Noruega, Storting de {year}"),
            "no",
            date,
            Folder.Flat("no", "Norge", "district", districts.Select(d => d.Key)),
            Folder.Source($"Stortingsvalget {year}, votes and seats by party and county", "Valgdirektoratet (valgresultat.no)", "hersle/valgsimulator@1e79ae7", "GPL-3; figures only"),
            new Contest("storting", new("Storting", "Storting"), "storting-2002", [.. rows.Select(r => new Line(r["district"], r["party"], r.Votes, Party: r["party_name"]) { Seats = (int)r.Count("seats")!.Value })])
            {
                Seats = [("no", 19), .. districts.Select(d => (d.Key, d.Sum(r => r.Count("seats")!.Value - r.Count("of_which_levelling")!.Value)))],
                Fields = $"levelling: {{ {levelling} }}" + (year == "2025" ? "\ncount: preliminary" : ""),
                Counts = [.. districts.Select(d => (d.Key, "registered", d.First().Count("eligible")))],
                HasOutcome = true,
                Note = new("Each county has one levelling seat among its seats. Persons are not in the source.", "Cada provincia tiene un escaño de nivelación entre los suyos. Las personas no están en la fuente."),
            });
    }

    static readonly Dictionary<string, string> folketing = new()
    {
        ["A"] = "A. Socialdemokratiet", ["B"] = "B. Radikale Venstre", ["C"] = "C. Det Konservative Folkeparti", ["F"] = "F. SF", ["I"] = "I. Liberal Alliance", ["K"] = "K. Kristendemokraterne",
        ["O"] = "O. Dansk Folkeparti", ["V"] = "V. Venstre", ["Ø"] = "Ø. Enhedslisten", ["Å"] = "Å. Alternativet",
    };

    static void Denmark(Folders folders, List<Row> rows)
    {
        var districts = rows.DistinctBy(r => r["storkreds"]).ToList();
        Folder.Write(
            folders,
            "dk-2015",
            new("Denmark, Folketing of 2015", "Dinamarca, Folketing de 2015"),
            "dk",
            "2015-06-18",
            Folder.Flat("dk", "Danmark", "district", districts.Select(d => d["storkreds"])),
            Folder.Source("Folketingsvalget 2015, votes by party and constituency", "Danmarks Statistik", "mikkelkrogsholm/mandatfordeling@a834f51", "MIT"),
            new Contest("folketing", new("Folketing", "Folketing"), "folketing-2006", [.. rows.Select(r => new Line(r["storkreds"], folketing[r["party"]], r.Votes))])
            {
                Seats = [("dk", 40), .. districts.Select(d => (d["storkreds"], d.Count("constituency_seats")!.Value))],
                Note = new("The 175 seats of Denmark, without the Faroes and Greenland. The source has no outcome: the seats of each party in all are those that were published.", "Los 175 escaños de Dinamarca, sin Feroe ni Groenlandia. La fuente no trae el resultado: los escaños de cada partido en total son los que se publicaron."),
            });
    }

    static void Iceland(Folders folders, List<JsonElement> units)
    {
        static string Name(JsonElement unit) => unit.GetProperty("name").GetString()!;
        Folder.Write(
            folders,
            "is-2013",
            new("Iceland, Althing of 2013", "Islandia, Alþingi de 2013"),
            "is",
            "2013-04-27",
            Folder.Flat("is", "Ísland", "district", units.Select(Name)),
            Folder.Source("Alþingiskosningar 2013, votes by list and constituency", "Landskjörstjórn", "smari/voting, iceland_2013_landskjorstjorn.csv", "as in that repository"),
            new Contest("althing", new("Althing", "Alþingi"), "althing-2000", [.. units.SelectMany(u => Json.Numbers(u.GetProperty("parties")).Where(p => p.Votes > 0).Select(p => new Line(Name(u), p.Name, p.Votes)))])
            {
                Seats = [("is", 9), .. units.Select(u => (Name(u), u.GetProperty("constituency_seats").GetInt64()))],
                Fields = "levelling: { " + string.Join(", ", units.Select(u => $"{Yaml.Quoted(Name(u))}: {u.GetProperty("adjustment_seats").GetInt32()}")) + " }",
                Note = new("Lists by their letters. The seats of each list in all are official; where the adjustment seats went was not at hand, and is not claimed.", "Listas por su letra. Los escaños de cada lista en total son oficiales; no se tuvo a mano dónde quedaron los de ajuste, y no se afirma."),
            });
    }

    static void Finland(Folders folders, List<Row> rows)
    {
        var districts = rows.DistinctBy(r => r["district"]).ToList();
        Folder.Write(
            folders,
            "fi-2019",
            new("Finland, Parliament of 2019, votes of parties", "Finlandia, Parlamento de 2019, votos de los partidos"),
            "fi",
            "2019-04-14",
            Folder.Flat("fi", "Suomi", "district", districts.Select(d => d["district"])),
            Folder.Source("Eduskuntavaalit 2019, votes by party and district", "Oikeusministeriö", "polettif/proporz@5ec6239", "GPL-3; figures only"),
            new Contest("parliament", new("Parliament, votes", "Parlamento, votos"), "", [.. rows.Select(r => new Line(r["district"], r["party"], r.Votes))])
            {
                Seats = [],
                Note = new("12 districts with 199 seats, without Åland. The source does not say which parties stood in an alliance, and has no outcome: no seats are claimed.", "12 distritos con 199 escaños, sin Åland. La fuente no dice qué partidos iban en alianza ni trae el resultado: no se afirman escaños."),
            });
    }
}

/// <summary>The Second Chamber of 2023, in nineteen of twenty districts.</summary>
static class Netherlands
{
    /// <summary>The lists that won seats, as the table of votes and that of seats name them.</summary>
    static readonly (string Votes, string Seats)[] names =
    [
        ("VVD", "VVD"), ("D66", "D66"), ("GL-PvdA", "GROENLINKS / Partij van de Arbeid (PvdA)"), ("PVV", "PVV (Partij voor de Vrijheid)"), ("CDA", "CDA"), ("SP", "SP (Socialistische Partij)"),
        ("FVD", "Forum voor Democratie"), ("PvdD", "Partij voor de Dieren"), ("CU", "ChristenUnie"), ("Volt", "Volt"), ("JA21", "JA21"), ("SGP", "Staatkundig Gereformeerde Partij (SGP)"),
        ("DENK", "DENK"), ("BBB", "BBB"), ("NSC", "Nieuw Sociaal Contract"),
    ];

    public static void Make(Tables data, Folders folders)
    {
        var rows = data.Read("nl_tweede_kamer_2023_kieskring.csv");
        var official = data.Read("nl_tweede_kamer_2023_zetels.csv").ToDictionary(r => r["party"], r => (int)r.Count("seats")!.Value);
        var seats = names.ToDictionary(n => n.Votes, n => official[n.Seats]);
        var lists = rows.GroupBy(r => r["party"]).Select(g => new Line("", g.Key, g.Sum(r => r.Votes)) { Seats = seats.GetValueOrDefault(g.Key) }).OrderByDescending(l => l.Votes).ToList();
        Folder.Write(
            folders,
            "nl-2023",
            new("Netherlands, Second Chamber of 2023", "Países Bajos, Segunda Cámara de 2023"),
            "nl",
            "2023-11-22",
            Folder.Flat("nl", "Nederland", "district", rows.Select(r => r["kieskring"]).Distinct()),
            Folder.Source("Tweede Kamerverkiezing 2023, votes by list and kieskring, and elected persons", "Kiesraad", "TVLuke/Democracy-Exchange@b416caf", "MIT"),
            new Contest("second-chamber", new("Second Chamber", "Segunda Cámara"), "tweede-kamer-1989", lists)
            {
                Seats = [("nl", 150)],
                Whole = "nl",
                Units = rows.ToLookup(r => r["kieskring"], r => new Line("", r["party"], r.Votes)),
                HasOutcome = true,
                Note = new("Nineteen of the twenty districts: Bonaire is not in the source. The seats are the official ones of the whole.", "Diecinueve de los veinte distritos: Bonaire no está en la fuente. Los escaños son los oficiales del conjunto."),
            });
    }
}

/// <summary>The House of 2014, with the votes of every electorate.</summary>
static class NewZealand
{
    public static void Make(Tables data, Folders folders)
    {
        var json = data.Case("nz_parliament_2014.json");
        var electorates = json.GetProperty("electorates").EnumerateArray().ToList();
        static string Name(JsonElement unit) => unit.GetProperty("name").GetString()!;
        Folder.Write(
            folders,
            "nz-2014",
            new("New Zealand, House of Representatives of 2014", "Nueva Zelanda, Cámara de Representantes de 2014"),
            "nz",
            "2014-09-20",
            [.. Folder.Flat("nz", "New Zealand", "district", electorates.Select(Name)), ["party-votes", "nz", "party-vote", "Party votes of the country"]],
            Folder.Source("General election 2014, votes by electorate and party", "Electoral Commission", "simberaj/votelib@94af16c", "MIT"),
            new Contest("house", new("House of Representatives", "Cámara de Representantes"), "parliament-1993", [
                .. electorates.SelectMany(e => Json.Numbers(e.GetProperty("votes")).Select(v => new Line(Name(e), v.Name, v.Votes, Kind: "constituency", Party: v.Name))),
                .. Json.Numbers(json.GetProperty("party_votes")).Select(p => new Line("party-votes", p.Name, p.Votes, Party: p.Name)),
            ])
            {
                Seats = [("nz", 120 - electorates.Count), .. electorates.Select(e => (Name(e), 1L))],
                Note = new("Party votes are of the whole country, first votes of each electorate by the candidate's party. One seat of overhang; the seats of each party in all are official.", "Los votos de partido son del país; los primeros votos, de cada electorado por el partido de la candidatura. Un escaño excedente; los escaños de cada partido en total son oficiales."),
            });
    }
}

/// <summary>Four Knessets: lists that passed the threshold, with the agreements between two of them.</summary>
static class Israel
{
    static readonly (string Id, string Date, string Rule, (string Name, long Votes, int Seats)[][] Lists)[] knessets =
    [
        ("knesset-19", "2013-01-22", "knesset-2004", [
            [("Likud Yisrael Beitenu", 885163, 31), ("Habayit Hayehudi", 345985, 12)], [("Yesh Atid", 543458, 19), ("Israel Labor Party", 432118, 15)],
            [("Shas", 331868, 11), ("United Torah Judaism", 195892, 7)], [("Hatenua", 189167, 6), ("Meretz", 172403, 6)], [("United Arab List", 138450, 4)],
            [("Hadash", 113439, 4), ("Balad", 97030, 3)], [("Kadima", 78974, 2)],
        ]),
        ("knesset-20", "2015-03-17", "knesset-1973", [
            [("Likud", 985408, 30), ("Habayit Hayehudi", 283910, 8)], [("Zionist Camp", 786313, 24), ("Meretz", 165529, 5)], [("Joint List", 446583, 13)], [("Yesh Atid", 371602, 11)],
            [("Kulanu", 315360, 10), ("Yisrael Beitenu", 214906, 6)], [("Shas", 241613, 7), ("United Torah Judaism", 210143, 6)],
        ]),
        ("knesset-21", "2019-04-09", "knesset-1973", [
            [("Likud", 1140370, 35), ("United Right", 159468, 5)], [("Blue and White", 1125881, 35)], [("Shas", 258275, 8), ("United Torah Judaism", 249049, 8)],
            [("Hadash-Ta'al", 193442, 6), ("Ra'am-Balad", 143666, 4)], [("Israeli Labor Party", 190870, 6), ("Meretz", 156473, 4)], [("Yisrael Beitenu", 173004, 5)], [("Kulanu", 152756, 4)],
        ]),
        ("knesset-22", "2019-09-17", "knesset-1973", [
            [("Blue and White", 1151214, 33), ("Yisrael Beitenu", 310154, 8)], [("Likud", 1113617, 32), ("Yemina", 260655, 7)], [("Joint List", 470211, 13)],
            [("Shas", 330199, 9), ("United Torah Judaism", 268775, 7)], [("Labor-Gesher", 212782, 6), ("Democratic Union", 192495, 5)],
        ]),
    ];

    public static void Make(Folders folders) => Folder.Write(
        folders,
        "il-2013-2019",
        new("Israel, Knessets of 2013 to 2019", "Israel, Knéset de 2013 a 2019"),
        "il",
        "2019-09-17",
        Folder.Flat("il", "Israel", "district", []),
        Folder.Source("Knesset elections 2013-2019, votes and seats of the lists that passed", "Central Elections Committee", "martinlackner/apportionment@4bdce9d, examples/knesset.txt", "MIT"),
        [.. knessets.Select(k => new Contest(k.Id, new($"Knesset {k.Id[^2..]}", $"Knéset {k.Id[^2..]}"), k.Rule, [
            .. k.Lists.SelectMany(agreement => agreement.Select(l => new Line("", string.Join(" + ", agreement.Select(o => o.Name)), l.Votes, Party: l.Name) { Seats = l.Seats })),
        ])
        {
            Date = k.Date,
            Seats = [("il", 120)],
            Whole = "il",
            HasOutcome = true,
            Note = new("Lists that did not pass the threshold are not in the source, nor are persons. A list here is an agreement on surplus votes, a party one of its lists.", "Las listas que no pasaron el umbral no están en la fuente, ni las personas. Una lista es aquí un acuerdo de votos sobrantes, y un partido una de sus listas."),
        })]);
}

/// <summary>Seats of the states in the House after the census of 2020.</summary>
static class UnitedStates
{
    public static void Make(Tables data, Folders folders)
    {
        var json = data.Case("us_house_2020.json");
        var seats = json.GetProperty("official").GetProperty("seats");
        Folder.Write(
            folders,
            "us-2020-apportionment",
            new("United States, seats of the states after the census of 2020", "Estados Unidos, escaños de los estados según el censo de 2020"),
            "us",
            "2020-04-01",
            Folder.Flat("us", "United States", "district", []),
            Folder.Source("Apportionment of the House, census of 2020", "Census Bureau", "christopherkenny/apportion", "MIT"),
            new Contest("house", new("Seats of the states in the House", "Escaños de los estados en la Cámara"), "house-1941", [
                .. Json.Numbers(json.GetProperty("states")).Select(s => new Line("", s.Name, s.Votes) { Seats = Json.Seats(seats, s.Name) }),
            ])
            {
                Seats = [("us", 435)],
                Whole = "us",
                HasOutcome = true,
                Note = new("No election: what stands as votes are the people of each state, and a list is a state.", "No es una elección: los votos son los habitantes de cada estado, y una lista es un estado."),
            });
    }
}

/// <summary>The president of 2018.</summary>
static class Mexico
{
    public static void Make(Folders folders) => Folder.Write(
        folders,
        "mx-2018",
        new("Mexico, president of 2018", "México, presidencia de 2018"),
        "mx",
        "2018-07-01",
        Folder.Flat("mx", "México", "district", []),
        Folder.Source("Cómputos distritales 2018", "Instituto Nacional Electoral", "simberaj/votelib@e6fb62c", "MIT"),
        new Contest("president", new("President", "Presidencia"), "president-1917", [
            new("", "", 30113483, "Andrés Manuel López Obrador") { Seats = 1 }, new("", "", 12610120, "Ricardo Anaya"), new("", "", 9289853, "José Antonio Meade"),
            new("", "", 2961732, "Jaime Rodríguez Calderón"), new("", "", 32743, "Margarita Zavala"),
        ])
        {
            Seats = [("mx", 1)],
            Whole = "mx",
            HasOutcome = true,
            Note = new("National votes by person; Margarita Zavala had withdrawn. Null votes and names written in are not in the source.", "Votos nacionales por persona; Margarita Zavala se había retirado. Los votos nulos y los nombres escritos no están en la fuente."),
        });
}

/// <summary>The National Council of 2020, and the first round of 2019.</summary>
static class Slovakia
{
    public static void Make(Tables data, Folders folders)
    {
        var json = data.Case("sk_nr_2020.json");
        var seats = json.GetProperty("official").GetProperty("seats");
        Folder.Write(
            folders,
            "sk-2020",
            new("Slovakia, National Council of 2020", "Eslovaquia, Consejo Nacional de 2020"),
            "sk",
            "2020-02-29",
            Folder.Flat("sk", "Slovensko", "district", []),
            Folder.Source("Voľby do Národnej rady 2020, votes and seats by party", "Štatistický úrad Slovenskej republiky", "simberaj/votelib@94af16c", "MIT"),
            new Contest("national-council", new("National Council", "Consejo Nacional"), "national-council-2014", [
                .. json.GetProperty("parties").EnumerateArray().Select(p => (Name: p.GetProperty("name").GetString()!, Json: p))
                    .Select(p => new Line("", p.Name, p.Json.GetProperty("votes").GetInt64(), Members: p.Json.GetProperty("coalition_members").GetInt32()) { Seats = Json.Seats(seats, p.Name) }),
            ])
            {
                Seats = [("sk", 150)],
                Whole = "sk",
                HasOutcome = true,
                Note = new("The thresholds hang on how many parties a list joins. Persons are not in the source.", "Los umbrales dependen de cuántos partidos reúne una lista. Las personas no están en la fuente."),
            });
        var president = data.Case("sk_president_2019_round1.json").GetProperty("candidates");
        Folder.Write(
            folders,
            "sk-2019",
            new("Slovakia, president of 2019, first round", "Eslovaquia, presidencia de 2019, primera vuelta"),
            "sk",
            "2019-03-16",
            Folder.Flat("sk", "Slovensko", "district", []),
            Folder.Source("Voľby prezidenta 2019, first round", "Štatistický úrad Slovenskej republiky", "simberaj/votelib@94af16c", "MIT"),
            new Contest("president", new("President, first round", "Presidencia, primera vuelta"), "president-1999", [.. Json.Numbers(president).Select(c => new Line("", "", c.Votes, c.Name))])
            {
                Seats = [("sk", 1)],
                Whole = "sk",
                Note = new("The first two went on to a second round, which is not in the source. No list and no roll is in it.", "Las dos primeras candidaturas pasaron a una segunda vuelta, que no está en la fuente. No trae listas ni padrón."),
            });
    }
}

/// <summary>The Commons of 2024: parties, and all others as one line.</summary>
static class UnitedKingdom
{
    public static void Make(Tables data, Folders folders)
    {
        var rows = data.Read("uk_commons_2024.csv.gz");
        var units = rows.GroupBy(r => r["constituency"]).ToList();

        // Where the lump of all others has most votes, or the winner is among them, one of its parts may have won: its votes are left out, so that the seat stays open.
        var open = units.Where(u => u.MaxBy(r => r.Votes)!["party"] == "other" || u.All(r => r["party"] != r["winner_party"])).Select(u => u.Key).ToHashSet();
        Folder.Write(
            folders,
            "gb-2024",
            new("United Kingdom, House of Commons of 2024", "Reino Unido, Cámara de los Comunes de 2024"),
            "gb",
            "2024-07-04",
            Folder.Flat("gb", "United Kingdom", "district", units.Select(u => u.Key)),
            Folder.Source("General election 2024, results by constituency", "House of Commons Library", "TVLuke/Democracy-Exchange@b416caf", "MIT; Open Parliament Licence"),
            new Contest("commons", new("House of Commons", "Cámara de los Comunes"), "commons-1885", [
                .. rows.Select(r => new Line(r["constituency"], r["party"], open.Contains(r["constituency"]) && r["party"] == "other" ? null : r.Votes, Party: r["party"])
                {
                    Seats = r["party"] == r["winner_party"] && !open.Contains(r["constituency"]) ? 1 : 0,
                }),
            ])
            {
                Seats = [.. units.Select(u => (u.Key, 1L))],
                Counts = [.. units.SelectMany(u => new (string, string, long?)[] { (u.Key, "registered", u.First().Count("electorate")), (u.Key, "null", u.First().Count("invalid")) })],
                HasOutcome = true,
                Note = new(
                    $"The source lumps small parties and persons without one as \"other\". In {open.Count} constituencies one of them may have won: there the votes of that line are left out, and the seat stays open. Candidates' names are not in the source.",
                    $"La fuente reúne partidos pequeños y personas sin partido como \"other\". En {open.Count} circunscripciones pudo ganar una de ellas: allí se omiten los votos de esa línea y el escaño queda abierto. Los nombres no están en la fuente."),
            });
    }
}

/// <summary>Elections by ranked ballots.</summary>
static class Ranked
{
    public static void Make(Tables data, Folders folders)
    {
        var ireland = data.Case("ie_president_1990.json");
        Write(
            folders, "ie-1990", new("Ireland, president of 1990", "Irlanda, presidencia de 1990"), "ie", "1990-11-07", "Éire", "irish-president", "president", 1, ["Austin Currie", "Brian Lenihan", "Mary Robinson"], Rankings(ireland), ["Mary Robinson"],
            Folder.Source("Presidential election 1990, counts", "Returning officer", "simberaj/votelib@94af16c", "MIT"),
            new("First preferences, and of one candidate's ballots where they went next, as the counts tell.", "Primeras preferencias y, de las papeletas de una candidatura, adónde fueron después, según los recuentos."));
        Write(
            folders, "us-burlington-2009", new("Burlington, Vermont, mayor of 2009", "Burlington, Vermont, alcaldía de 2009"), "us", "2009-03-03", "Burlington", "irv", "mayor", 1, ["Andy Montroll", "Bob Kiss", "Kurt Wright"],
            [
                (1332, ["Andy Montroll", "Bob Kiss", "Kurt Wright"]), (767, ["Andy Montroll", "Kurt Wright", "Bob Kiss"]), (455, ["Andy Montroll"]),
                (2043, ["Bob Kiss", "Andy Montroll", "Kurt Wright"]), (371, ["Bob Kiss", "Kurt Wright", "Andy Montroll"]), (568, ["Bob Kiss"]),
                (1513, ["Kurt Wright", "Andy Montroll", "Bob Kiss"]), (495, ["Kurt Wright", "Bob Kiss", "Andy Montroll"]), (1289, ["Kurt Wright"]),
            ],
            ["Bob Kiss"],
            Folder.Source("Mayoral election 2009, ballots", "City of Burlington", "simberaj/votelib@36fd8b8, after rangevoting.org", "MIT; figures only"),
            new("The ballots as they rank the last three candidates; the two who were excluded before, and write-ins, are left out by the source.", "Las papeletas según ordenan a las tres últimas candidaturas; la fuente omite a las dos excluidas antes y los nombres escritos."));
        var govan = data.Case("gb_glasgow_govan_2007.json");
        Write(
            folders, "gb-govan-2007", new("Glasgow City Council 2007, Govan ward", "Consejo municipal de Glasgow 2007, distrito de Govan"), "gb", "2007-05-03", "Govan", "scottish-councils", "council", 4,
            [.. govan.GetProperty("candidates").EnumerateArray().Select(c => c.GetString()!)], Rankings(govan), [],
            Folder.Source("Govan ward 2007, ballots", "Glasgow City Council", "jklundell/droop, test/blt/scotland/Govan-2007.blt", "as in that repository"),
            new("All ballots. The official outcome was not at hand, and none is claimed; an independent program elects the same four.", "Todas las papeletas. No se tuvo a mano el resultado oficial, y no se afirma; un programa independiente elige a las mismas cuatro personas."));
        var park = data.Case("us_minneapolis_park_2013.json");
        Write(
            folders, "us-minneapolis-2013", new("Minneapolis 2013, Park Board at large", "Minneapolis 2013, junta de parques"), "us", "2013-11-05", "Minneapolis", "minneapolis", "park-board", 3,
            [.. park.GetProperty("candidates").EnumerateArray().Select(c => c.GetProperty("name").GetString()!), "UWI"],
            [.. park.GetProperty("ballots").EnumerateArray().Select(r => r.EnumerateArray().ToList()).Select(r => (r[^1].GetInt64(), r[..^1].Select(c => c.GetString()!).ToList()))],
            [.. park.GetProperty("official").GetProperty("elected").EnumerateArray().Select(e => e.GetString()!)],
            Folder.Source("Municipal election 2013, Park and Recreation Commissioner at large, ballots", "City of Minneapolis", "BrightSpots/rcv, test data", "MPL-2.0; figures only"),
            new("All ballots of three ranks. UWI are undeclared write-ins.", "Todas las papeletas de tres puestos. UWI son nombres escritos no declarados."));
    }

    static List<(long Count, List<string> Ranking)> Rankings(JsonElement json) =>
        [.. json.GetProperty("ballots").EnumerateArray().Select(b => (b.GetProperty("count").GetInt64(), b.GetProperty("ranking").EnumerateArray().Select(r => r.GetString()!).ToList()))];

    static void Write(
        Folders folders, string id, Words title, string country, string date, string place, string rule, string contest, int seats, string[] names, List<(long Count, List<string> Ranking)> ballots, string[] elected, string source, Words note)
    {
        string Rank(string name) => name switch { "undervote" => "-", "overvote" => "c01=c02", _ => $"c{Array.IndexOf(names, name) + 1:00}" };
        folders.Csv($"{id}/places.csv", "place,parent,level,name", [[country, "", "country", place]]);
        folders.Csv($"{id}/candidacies-{contest}.csv", "choice,district,candidate", names.Select((n, i) => new object?[] { $"c{i + 1:00}", country, n }));
        folders.Csv($"{id}/results-{contest}.csv", "contest,place,choice,votes", []);
        folders.Csv($"{id}/ballots-{contest}.csv", "contest,place,count,ranking", ballots.Select(b => new object?[] { contest, country, b.Count, string.Join('>', Trimmed(b.Ranking).Select(Rank)) }));
        if (elected.Length > 0)
        {
            folders.Csv($"{id}/outcome-{contest}.csv", "district,choice", elected.Select(e => new object?[] { country, Rank(e) }));
        }

        folders.Text($"{id}/election.yaml", $$"""
            # yaml-language-server: $schema=../../schemas/election.schema.json
            # Made by tools/make-foreign-elections.cs; edit the script, not this file.
            id: {{id}}
            title: {{title}}
            country: {{country}}
            date: {{date}}
            places: places.csv
            levels:
              country: { en: Area, es: Territorio }
            sources:
              - {{source}}
            contests:
              - id: {{contest}}
                title: {{title}}
                rule: {{rule}}
                seats: { {{country}}: {{seats}} }
                candidacies: candidacies-{{contest}}.csv
                results: results-{{contest}}.csv
                ballots: ballots-{{contest}}.csv
                sources: [source]{{(elected.Length > 0 ? $"\n    outcome: outcome-{contest}.csv" : "")}}
                note: {{note}}

            """);
    }

    /// <summary>A ranking without the empty ranks at its end.</summary>
    static List<string> Trimmed(List<string> ranking) => ranking[..(ranking.FindLastIndex(r => r != "undervote") + 1)];
}
