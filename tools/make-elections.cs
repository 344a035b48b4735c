#!/usr/bin/env dotnet
// Makes the election folders that ship with Urna from the tables of official figures.
//
//     dotnet run tools/make-elections.cs -- DATA ELECTIONS
//
// DATA is the folder of source tables (its README names the official source of each); ELECTIONS is written anew, byte for
// byte the same each time. Every sum that the tables' README states is checked, and the script stops if one fails.
#:package CsvHelper
#:property RestorePackagesWithLockFile=false
#:property InvariantGlobalization=true
#:property PublishAot=false
#:property NoWarn=$(NoWarn);MA0047;CA1861

using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CsvHelper;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: dotnet run tools/make-elections.cs -- DATA ELECTIONS");
    return 2;
}

var data = new Tables(args[0]);
var folders = new Folders(args[1]);
folders.Copy(data.PathOf("cl_comunas.geojson"), "maps/cl-communes.geojson");
folders.Copy(data.PathOf("cl_regiones.geojson"), "maps/cl-regions.geojson");
Chile2021.Make(data, folders);
ChileCongress.Make(data, folders);
ChilePresidents.Make(data, folders);
ChilePlebiscites.Make(data, folders);
Chile1971.Make(data, folders);
return 0;

/// <summary>A row of a source table, by column.</summary>
sealed class Row(Dictionary<string, string> cells)
{
    public string this[string column] => cells[column];

    public long? Count(string column) => cells[column].Length == 0 ? null : long.Parse(cells[column], CultureInfo.InvariantCulture);

    public long Votes => Count("votes")!.Value;
}

/// <summary>The source tables.</summary>
sealed class Tables(string folder)
{
    public string PathOf(string name) => Path.Combine(folder, name);

    public List<Row> Read(string name)
    {
        using Stream file = File.OpenRead(PathOf(name));
        using var stream = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',' }, leaveOpen: true);
        var rows = new List<Row>();
        while (csv.Read())
        {
            rows.Add(new Row(Enumerable.Range(0, csv.Headers.Count).ToDictionary(i => csv.Headers[i], i => csv.GetString(i))));
        }

        return rows;
    }

    /// <summary>The communes of today, with district and region.</summary>
    public List<Row> Communes => field ??= Read("cl_comunas.csv");
}

/// <summary>Writes the files of election folders, UTF-8 with plain line ends.</summary>
sealed class Folders(string root)
{
    static readonly UTF8Encoding utf8 = new(false);

    public void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, to))!);
        File.Copy(from, Path.Combine(root, to), overwrite: true);
        File.SetAttributes(Path.Combine(root, to), FileAttributes.Normal);
    }

    public void Text(string file, string text)
    {
        var path = Path.Combine(root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.ReplaceLineEndings("\n"), utf8);
    }

    public void Csv(string file, string header, IEnumerable<object?[]> rows)
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            csv.WriteRecord(header.Split(','));
            foreach (var row in rows)
            {
                csv.WriteRecord([.. row.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture) ?? "")]);
            }
        }

        Text(file, text.ToString());
    }

    /// <summary>Results: a contest, then place, choice and votes; figures that the source does not state are left out.</summary>
    public void Results(string file, string contest, IEnumerable<(string Place, string Choice, long? Votes)> rows) =>
        Csv(file, "contest,place,choice,votes", rows.Where(r => r.Votes is not null).Select(r => new object?[] { contest, r.Place, r.Choice, r.Votes }));
}

static class Check
{
    /// <summary>Stops the script where a sum is not what the tables' README states.</summary>
    public static void Equal(string what, long expected, long actual)
    {
        if (expected != actual)
        {
            throw new InvalidOperationException($"{what}: expected {expected}, but the tables give {actual}.");
        }
    }
}

static class Chile
{
    public const string Schema = "# yaml-language-server: $schema=../../schemas/election.schema.json\n# Made by tools/make-elections.cs; edit the script, not this file.\n";

    public const string Map = """
        map:
          file: ../maps/cl-communes.geojson
          key: cut_comuna
          level: commune
          credit: "Communes: hsotoparada/chile-elections-2021@29ca5b0 (MIT), derived from vector maps of the Biblioteca del Congreso Nacional; simplified, without legal value"
        """;

    public const string Levels = """
        levels:
          country: { en: Country, es: País }
          region: { en: Region, es: Región }
          district: { en: District, es: Distrito }
          commune: { en: Commune, es: Comuna }
        """;

    /// <summary>Country, regions, districts and communes of today, then what else an election has.</summary>
    public static void Places(Tables data, Folders folders, string election, params (string Id, string Parent, string Level, string Name)[] others)
    {
        var communes = data.Communes;
        foreach (var district in communes.GroupBy(c => c["distrito"]))
        {
            Check.Equal($"regions of district {district.Key}", 1, district.Select(c => c["cut_region"]).Distinct().Count());
        }

        var regions = communes.DistinctBy(c => c["cut_region"]).OrderBy(c => c.Count("cut_region"));
        var districts = communes.DistinctBy(c => c["distrito"]).OrderBy(c => c.Count("distrito"));
        folders.Csv($"{election}/places.csv", "place,parent,level,name",
        [
            ["cl", "", "country", "Chile"],
            .. regions.Select(r => new object?[] { Region(r), "cl", "region", r["region"] }),
            .. districts.Select(d => new object?[] { d["distrito"], Region(d), "district", $"Distrito {d["distrito"]}" }),
            .. communes.OrderBy(c => c.Count("cut_comuna")).Select(c => new object?[] { c["cut_comuna"], c["distrito"], "commune", c["comuna"] }),
            .. others.Select(o => new object?[] { o.Id, o.Parent, o.Level, o.Name }),
        ]);
    }

    public static string Region(Row commune) => $"region-{commune["cut_region"]}";

    /// <summary>Candidacies numbered in the order of the source within each district: <c>7-03</c>.</summary>
    public static List<(string Id, Row Row)> Numbered(IEnumerable<Row> rows, Func<Row, string> district)
    {
        var counts = new Dictionary<string, int>();
        return [.. rows.Select(r => ($"{district(r)}-{counts[district(r)] = counts.GetValueOrDefault(district(r)) + 1:00}", r))];
    }

    public static string Seats(IEnumerable<(string District, long Seats)> seats) =>
        "{ " + string.Join(", ", seats.Select(s => $"\"{s.District}\": {s.Seats}")) + " }";

    /// <summary>Members by chamber, party, list and year of election.</summary>
    public static void Members(Tables data, Folders folders, string election, string year, string sittingSince)
    {
        var members = data.Read("cl_congreso_miembros_1925_2021.csv").Where(m => m["year"] == year && m["at_start"] == "1");
        folders.Csv($"{election}/members.csv", "chamber,party,list,seats,elected", members
            .GroupBy(m => (Chamber: m["chamber"] == "camara" ? "deputies" : "senate", Party: m["party"], List: m["list"], Elected: m["elected_this_year"] == "1" ? year : sittingSince))
            .OrderBy(g => g.Key.Chamber, StringComparer.Ordinal).ThenBy(g => g.Key.Elected, StringComparer.Ordinal).ThenByDescending(g => g.Count())
            .ThenBy(g => g.Key.List, StringComparer.Ordinal).ThenBy(g => g.Key.Party, StringComparer.Ordinal)
            .Select(g => new object?[] { g.Key.Chamber, g.Key.Party, g.Key.List, g.Count(), g.Key.Elected }));
    }
}

/// <summary>The elections of 2021: president, Congress, Convention, primaries, mayors.</summary>
static class Chile2021
{
    const string Id = "cl-2021";

    static readonly (string Id, string Column)[] candidates =
        [("boric", "boric"), ("kast", "kast"), ("parisi", "parisi"), ("sichel", "sichel"), ("provoste", "provoste"), ("meo", "meo"), ("artes", "artes")];

    public static void Make(Tables data, Folders folders)
    {
        var peoples = data.Read("cl2021_convencion_reservados.csv").Select(r => r["people"]).Distinct().ToList();
        Chile.Places(data, folders, Id,
            [("abroad", "cl", "abroad", "Extranjero"), .. peoples.Select(p => (p, "cl", "people", p))]);
        President(data, folders, 1, candidates);
        President(data, folders, 2, candidates[..2]);
        Voters(data, folders);
        var deputySeats = Deputies(data, folders);
        var conventionSeats = Convention(data, folders);
        Reserved(data, folders);
        Primaries(data, folders);
        Mayors(data, folders);
        Chile.Members(data, folders, Id, "2021", "2017");
        folders.Text($"{Id}/election.yaml", Describe(deputySeats, conventionSeats));
    }

    /// <summary>A round: communes, and abroad what the national figures leave over.</summary>
    static void President(Tables data, Folders folders, int round, (string Id, string Column)[] ballot)
    {
        var national = data.Read("cl2021_pres_nacional.csv").Where(r => r["round"] == $"{round}").ToList();
        var contest = $"president-{round}";
        var communes = data.Read("cl2021_pres_comuna.csv");
        foreach (var row in national.Where(r => r["option"] is not ("registered" or "total" or "blanco" or "nulo")))
        {
            Check.Equal($"{contest} {row["option"]}", row.Count("votes_chile")!.Value, communes.Sum(c => c.Count($"r{round}_{row["option"]}")!.Value));
        }

        folders.Csv($"{Id}/candidacies-{contest}.csv", "choice,district,list,party,candidate", ballot.Select(c =>
        {
            var row = national.Single(r => r["option"] == c.Column);
            return new object?[] { c.Id, "cl", row["pact"], row["party"], row["name"] };
        }));
        var home = from commune in communes
                   from figure in ballot.Select(c => (c.Id, Column: $"r{round}_{c.Column}")).Prepend(("registered", "registered"))
                       .Concat([("blank", $"r{round}_blanco"), ("null", $"r{round}_nulo"), ("cast", $"r{round}_total")])
                   select (commune["cut_comuna"], figure.Item1, commune.Count(figure.Item2));
        var abroad = national.Where(r => round == 2 || r["option"] is not "registered").Select(r => (
            "abroad", r["option"] == "total" ? "cast" : r["option"], r.Count("votes_abroad_derived")));
        folders.Results($"{Id}/results-{contest}.csv", contest, home.Concat(abroad));
        if (round == 2)
        {
            Outcome(folders, contest, [("cl", "boric", national.Single(r => r["option"] == "boric")["name"])]);
        }
    }

    /// <summary>People who voted in round one, by age band and by sex, from the signed rolls of the stations.</summary>
    static void Voters(Tables data, Folders folders)
    {
        string[] ages = ["18_19", "20_29", "30_39", "40_49", "50_59", "60_69", "70_79", "80_plus"];
        var stations = data.Read("cl2021_pres_mesa.csv.gz").Where(s => s["r1_voters_18_19"].Length > 0).ToList();
        Check.Equal("voters by age", 7_074_944, stations.Sum(s => ages.Sum(a => s.Count($"r1_voters_{a}")!.Value)));
        Check.Equal("stations with voters", 46_606, stations.Count);
        Write("voters-age", [.. ages.Select(a => (a.Replace('_', '-'), a))]);
        Write("voters-sex", [("women", "women"), ("men", "men")]);

        void Write(string contest, (string Choice, string Column)[] groups)
        {
            folders.Csv($"{Id}/candidacies-{contest}.csv", "choice,district,candidate", groups.Select(g => new object?[] { g.Choice, "cl", g.Choice }));
            folders.Results($"{Id}/results-{contest}.csv", contest,
                from commune in stations.GroupBy(s => s["cut_comuna"]).OrderBy(g => long.Parse(g.Key, CultureInfo.InvariantCulture))
                from g in groups
                select (commune.Key, g.Choice, (long?)commune.Sum(s => s.Count($"r1_voters_{g.Column}")!.Value)));
        }
    }

    static string Deputies(Tables data, Folders folders)
    {
        var rows = Chile.Numbered(data.Read("cl2021_diputados_candidatos.csv"), r => r["district"]);
        var districts = data.Read("cl2021_diputados_distritos.csv");
        Check.Equal("deputies' votes", 6_328_214, rows.Sum(r => r.Row.Votes));
        Check.Equal("deputies elected", 155, rows.Count(r => r.Row["elected"] == "1"));
        folders.Csv($"{Id}/candidacies-deputies.csv", "choice,district,list,party,candidate,kind", rows.Select(r => r.Row["list"] == "Candidatura Independiente"
            ? new object?[] { r.Id, r.Row["district"], "", r.Row["party"], r.Row["candidate"], "independent" }
            : [r.Id, r.Row["district"], r.Row["list"], r.Row["party"], r.Row["candidate"], ""]));
        folders.Results($"{Id}/results-deputies.csv", "deputies", Totals(districts, "valid").Concat(rows.Select(r => (r.Row["district"], r.Id, r.Row.Count("votes")))));
        Outcome(folders, "deputies", rows.Where(r => r.Row["elected"] == "1").Select(r => (r.Row["district"], r.Id, r.Row["candidate"])));
        return Chile.Seats(districts.Select(d => (d["district"], d.Count("seats")!.Value)));
    }

    static string Convention(Tables data, Folders folders)
    {
        var rows = Chile.Numbered(data.Read("cl2021_convencion_candidatos.csv"), r => r["district"]);
        var districts = data.Read("cl2021_convencion_distritos.csv");
        Check.Equal("Convention's votes", 5_713_858, rows.Sum(r => r.Row.Votes));
        Check.Equal("Convention elected", 138, rows.Count(r => r.Row["elected"] == "1"));
        folders.Csv($"{Id}/candidacies-convention.csv", "choice,district,list,party,candidate,kind,sex", rows.Select(r => new object?[]
        {
            r.Id, r.Row["district"], r.Row["independent_candidacy"] == "1" ? "" : r.Row["list"], Party(r.Row["quota_party"]), r.Row["candidate"],
            r.Row["independent_candidacy"] == "1" ? "independent" : "", r.Row["sex"],
        }));
        folders.Results($"{Id}/results-convention.csv", "convention", Totals(districts).Concat(rows.Select(r => (r.Row["district"], r.Id, r.Row.Count("votes")))));
        Outcome(folders, "convention", rows.Where(r => r.Row["elected"] == "1").Select(r => (r.Row["district"], r.Id, r.Row["candidate"])));
        return Chile.Seats(districts.Select(d => (d["district"], d.Count("seats")!.Value)));

        // One party in several spellings: CONVER, CONVER., CONVERG; REPUBL, REPUBL.
        static string Party(string printed) => printed.TrimEnd('.') switch
        {
            "CONVER" or "CONVERG" => "CONVERGENCIA",
            "REPUBL" => "REPUBLICANO",
            var party => party,
        };
    }

    static void Reserved(Tables data, Folders folders)
    {
        var rows = Chile.Numbered(data.Read("cl2021_convencion_reservados.csv").Where(r => r["votes"].Length > 0), r => r["people"]);
        using var rolls = JsonDocument.Parse(File.ReadAllText(Path.Combine(data.PathOf(".."), "cases", "cl_convencion_2021_reservados.json")));
        var totals = from people in rolls.RootElement.GetProperty("peoples").EnumerateObject()
                     from figure in new[] { "registered", "valid", "blank", "null" }
                     select (people.Name, figure, (long?)people.Value.GetProperty(figure).GetInt64());
        folders.Csv($"{Id}/candidacies-convention-reserved.csv", "choice,district,party,candidate,kind,sex,alternate", rows.Select(r => new object?[]
        {
            r.Id, r.Row["people"], "", r.Row["candidate"], "independent", r.Row["sex"], r.Row["alternate"],
        }));
        folders.Results($"{Id}/results-convention-reserved.csv", "convention-reserved", totals.Concat(rows.Select(r => (r.Row["people"], r.Id, r.Row.Count("votes")))));
        Outcome(folders, "convention-reserved", rows.Where(r => r.Row["seat_to"].Length > 0).Select(r => (r.Row["people"], r.Id, r.Row[r.Row["seat_to"]])));
    }

    static void Primaries(Tables data, Folders folders)
    {
        var rows = data.Read("cl2021_primarias_comuna.csv");
        Check.Equal("primaries", 3_124_783, rows.Sum(r => r.Votes));
        string Choice(Row r) => r["candidate"] switch
        {
            "VOTOS EN BLANCO" => "blank",
            "VOTOS NULOS" => "null",
            "GABRIEL BORIC FONT" => "boric",
            "DANIEL JADUE JADUE" => "jadue",
            "SEBASTIAN SICHEL RAMIREZ" => "sichel",
            "JOAQUIN LAVIN INFANTE" => "lavin",
            "MARIO DESBORDES JIMENEZ" => "desbordes",
            "IGNACIO BRIONES ROJAS" => "briones",
            var other => throw new InvalidOperationException($"'{other}' is not a candidate of the primaries."),
        };
        folders.Csv($"{Id}/candidacies-primaries.csv", "choice,district,list,party,candidate", rows.Where(r => r["pact"].Length > 0).DistinctBy(Choice)
            .OrderBy(r => r["pact"], StringComparer.Ordinal).ThenBy(Choice, StringComparer.Ordinal)
            .Select(r => new object?[] { Choice(r), "cl", r["pact"], r["party"], r["candidate"] }));
        // One row of the 2,768 is absent: the source leaves out zeros, and this one is a count of blank votes.
        var stated = rows.Select(r => (Place: r["cut_comuna"], Choice: Choice(r), Votes: (long?)r.Votes)).ToList();
        var zeros = stated.Select(s => s.Place).Distinct().Where(p => !stated.Exists(s => s.Place == p && s.Choice == "blank")).Select(p => (p, "blank", (long?)0));
        folders.Results($"{Id}/results-primaries.csv", "primaries", stated.Concat(zeros));
        Outcome(folders, "primaries", [("cl", "boric", "GABRIEL BORIC FONT"), ("cl", "sichel", "SEBASTIAN SICHEL RAMIREZ")]);
    }

    static void Mayors(Tables data, Folders folders)
    {
        const string antarctica = "12202";
        const string capeHorn = "12201";
        var all = data.Read("cl2021_alcaldes_comuna.csv");
        Check.Equal("mayors' votes", 6_343_688, all.Sum(r => r.Votes));
        Check.Equal("mayors elected", 345, all.Count(r => r["elected"] == "1"));
        // One municipality for two communes: the votes of Antártica count in Cabo de Hornos, for the same candidates.
        var southern = all.Where(r => r["cut_comuna"] == antarctica).ToDictionary(r => r["candidate"], r => r.Votes);
        Check.Equal("candidates of Antártica in Cabo de Hornos", southern.Count, all.Count(r => r["cut_comuna"] == capeHorn && southern.ContainsKey(r["candidate"])));
        var rows = Chile.Numbered(all.Where(r => r["cut_comuna"] != antarctica), r => r["cut_comuna"]);
        folders.Csv($"{Id}/candidacies-mayors.csv", "choice,district,list,party,candidate,kind", rows.Select(r => r.Row["coalition"] == "INDEPENDIENTES"
            ? new object?[] { r.Id, r.Row["cut_comuna"], "", r.Row["party"], r.Row["candidate"], "independent" }
            : [r.Id, r.Row["cut_comuna"], r.Row["coalition"], r.Row["party"], r.Row["candidate"], ""]));
        folders.Results($"{Id}/results-mayors.csv", "mayors", rows.Select(r => (
            r.Row["cut_comuna"], r.Id, (long?)(r.Row.Votes + (r.Row["cut_comuna"] == capeHorn ? southern.GetValueOrDefault(r.Row["candidate"]) : 0)))));
        Outcome(folders, "mayors", rows.Where(r => r.Row["elected"] == "1").Select(r => (r.Row["cut_comuna"], r.Id, r.Row["candidate"])));
    }

    static IEnumerable<(string, string, long?)> Totals(List<Row> districts, params string[] more) =>
        from district in districts
        from figure in new[] { ("registered", "registered"), ("blank", "blank"), ("null", "null"), ("cast", "total") }.Concat(more.Select(m => (m, m)))
        select (district["district"], figure.Item1, district.Count(figure.Item2));

    static void Outcome(Folders folders, string contest, IEnumerable<(string District, string Choice, string Candidate)> winners) =>
        folders.Csv($"{Id}/outcome-{contest}.csv", "district,choice,candidate", winners.Select(w => new object?[] { w.District, w.Choice, w.Candidate }));

    static string Describe(string deputySeats, string conventionSeats) => $$"""
        {{Chile.Schema}}id: cl-2021
        title: { en: "Chile, elections of 2021", es: "Chile, elecciones de 2021" }
        country: cl
        date: 2021-11-21
        places: places.csv
        {{Chile.Map}}
        {{Chile.Levels}}
          abroad: { en: Abroad, es: Extranjero }
          people: { en: Indigenous people, es: Pueblo originario }
        sources:
          - id: tricel-president
            title: "Resultados por mesa, elección presidencial 2021, primera y segunda votación"
            publisher: "SERVEL and TRICEL"
            via: ["cran/datana@38bbc46", "cran/fastei@743d35d", "danielfm123/presidenciales_2021@a2fd922", "bastianolea/presidenciales_2021_chile@da69eb4"]
            note: "Communes are sums of 46,639 stations; 33 stations of the first round come from the preliminary count, and every commune equals the final count. The vote abroad is the official national total less the vote in Chile."
          - id: servel-voters
            title: "Votantes por mesa, sexo y edad, primera votación presidencial 2021"
            publisher: "SERVEL"
            via: "cran/fastei@743d35d"
          - id: servel-primaries
            title: "Resultados Primarias Presidenciales 2021 CHILE"
            publisher: "SERVEL"
            via: "cran/datana@38bbc46"
          - id: tricel-deputies
            title: "Distrito-N-DIPUTADOS-2021, planillas de determinación por distrito"
            publisher: "TRICEL"
            via: ["claugaete/sistemas-electorales@518c5f4", "sebastianriffo/congreso@c582db6"]
          - id: tricel-convention
            title: "Convencionales constituyentes 2021, planillas por distrito y por pueblo"
            publisher: "TRICEL"
            via: "sientifiko/eleccion_constituyentes2021@727a9ff"
          - id: servel-mayors
            title: "Resultados por mesa, elección de alcaldes 2021"
            publisher: "SERVEL"
            via: "cnavarreteliz/atlas-elections-data@8782df0"
          - id: congress-members
            title: "Members of the Congress after the election, with the half of the Senate elected in 2017"
            publisher: "SERVEL"
            via: "sebastianriffo/congreso@c582db6"
        members: members.csv
        contests:
          - id: president-1
            title: { en: "President, first round", es: "Presidencial, primera votación" }
            date: 2021-11-21
            rule: president-1980
            round: 1
            seats: { cl: 1 }
            candidacies: candidacies-president-1.csv
            results: results-president-1.csv
            balance: cast = valid + blank + null
            sources: [tricel-president]
            stated:
              - { source: tricel-president, figures: { boric: 1815024, kast: 1961779, parisi: 900064, sichel: 898635, provoste: 815563, meo: 534383, artes: 102897 } }
              - { source: tricel-president, without: [abroad], figures: { registered: 14959956, valid: 6994533, blank: 30427, "null": 55316, cast: 7080276 } }
            note:
              en: "Of the vote abroad only the candidates' votes are known in the first round: its roll and its blank and null votes are missing, not zero."
              es: "Del voto en el extranjero solo se conocen los votos de cada candidatura en la primera votación: su padrón y sus blancos y nulos faltan; no son cero."
          - id: president-2
            title: { en: "President, second round", es: "Presidencial, segunda votación" }
            date: 2021-12-19
            rule: president-1980
            round: 2
            first-round: president-1
            seats: { cl: 1 }
            candidacies: candidacies-president-2.csv
            results: results-president-2.csv
            balance: cast = valid + blank + null
            sources: [tricel-president]
            outcome: outcome-president-2.csv
            stated:
              - { source: tricel-president, figures: { registered: 15030974, boric: 4621231, kast: 3650662, cast: 8364534 } }
              - { source: tricel-president, without: [abroad], figures: { registered: 14959956, boric: 4596579, kast: 3640606, blank: 23816, "null": 68331, cast: 8329332 } }
            note:
              en: "Of the vote abroad the blank and null votes are known only together, as what is left of the votes cast."
              es: "Del voto en el extranjero los blancos y nulos solo se conocen juntos, como resto de los votos emitidos."
          - id: voters-age
            title: { en: "Voters of the first round by age", es: "Votantes de la primera votación por edad" }
            kind: voters
            date: 2021-11-21
            candidacies: candidacies-voters-age.csv
            results: results-voters-age.csv
            sources: [servel-voters]
            stated:
              - { source: servel-voters, figures: { valid: 7074944 } }
            note:
              en: "People who signed the roll in 46,606 of 46,639 stations in Chile; those stations counted 7,075,532 votes, 588 more than signatures."
              es: "Personas que firmaron el padrón en 46.606 de 46.639 mesas en Chile; esas mesas contaron 7.075.532 votos, 588 más que firmas."
          - id: voters-sex
            title: { en: "Voters of the first round by sex", es: "Votantes de la primera votación por sexo" }
            kind: voters
            date: 2021-11-21
            candidacies: candidacies-voters-sex.csv
            results: results-voters-sex.csv
            sources: [servel-voters]
            stated:
              - { source: servel-voters, figures: { valid: 7074944 } }
            note:
              en: "The same people as by age; the rolls do not cross sex with age."
              es: "Las mismas personas que por edad; los padrones no cruzan sexo con edad."
          - id: deputies
            title: { en: "Chamber of Deputies", es: "Cámara de Diputadas y Diputados" }
            date: 2021-11-21
            rule: congress-2015
            seats: {{deputySeats}}
            candidacies: candidacies-deputies.csv
            results: results-deputies.csv
            balance: cast = valid + blank + null
            sources: [tricel-deputies]
            outcome: outcome-deputies.csv
            stated:
              - { source: tricel-deputies, figures: { valid: 6328214, blank: 404775, "null": 339159, cast: 7072148 } }
            note:
              en: "An independent who runs in a party's quota stands under that party, as the law counts them."
              es: "Una persona independiente en cupo de un partido figura bajo ese partido, como la ley la cuenta."
          - id: convention
            title: { en: "Constitutional Convention, districts", es: "Convención Constitucional, distritos" }
            date: 2021-05-16
            rule: convention-2021
            seats: {{conventionSeats}}
            candidacies: candidacies-convention.csv
            results: results-convention.csv
            balance: cast = valid + blank + null
            sources: [tricel-convention]
            outcome: outcome-convention.csv
            stated:
              - { source: tricel-convention, figures: { registered: 14900190, valid: 5713858, blank: 288771, "null": 187819, cast: 6190448 } }
            note:
              en: "Spellings of one party are folded (CONVER, CONVERG; REPUBL). In district 25 the printed cell of valid votes (88,840) is stale; the candidates sum to 100,481, which agrees with the votes cast."
              es: "Las grafías de un mismo partido se unifican (CONVER, CONVERG; REPUBL). En el distrito 25 la celda impresa de votos válidos (88.840) está desactualizada; las candidaturas suman 100.481, que concuerda con los votos emitidos."
          - id: convention-reserved
            title: { en: "Constitutional Convention, reserved seats", es: "Convención Constitucional, escaños reservados" }
            date: 2021-05-16
            rule: convention-2021
            seats: { AIMARA: 2, "RAPA NUI": 1, ATACAMEÑO: 1, QUECHUA: 1, COLLA: 1, DIAGUITA: 1, KAWASHKAR: 1, YAGAN: 1, CHANGO: 1 }
            candidacies: candidacies-convention-reserved.csv
            results: results-convention-reserved.csv
            balance: cast = valid + blank + null
            sources: [tricel-convention]
            outcome: outcome-convention-reserved.csv
            note:
              en: "The votes of the Mapuche candidates were not found, so their seven seats are not computed; they were held by Francisca Linconao, Natividad Llanquileo, Adolfo Millabur, Elisa Loncon, Rosa Catrileo, Victorino Antilef and Alexis Caiguan."
              es: "No se encontraron los votos de las candidaturas mapuche, por lo que sus siete escaños no se calculan; los ocuparon Francisca Linconao, Natividad Llanquileo, Adolfo Millabur, Elisa Loncon, Rosa Catrileo, Victorino Antilef y Alexis Caiguan."
          - id: primaries
            title: { en: "Presidential primaries", es: "Primarias presidenciales" }
            kind: primary
            date: 2021-07-18
            rule: primaries-2012
            seats: { cl: 2 }
            candidacies: candidacies-primaries.csv
            results: results-primaries.csv
            balance: cast = valid + blank + null
            missing: zero
            sources: [servel-primaries]
            outcome: outcome-primaries.csv
            stated:
              - { source: servel-primaries, figures: { cast: 3124783, "null": 41726, blank: 6050, boric: 1053430, jadue: 687129, sichel: 658664, lavin: 415322, desbordes: 131368, briones: 131094 } }
            note:
              en: "The vote in Chile only. The source leaves out rows of zero votes; one commune had no blank vote."
              es: "Solo el voto en Chile. La fuente omite las filas con cero votos; una comuna no tuvo votos en blanco."
          - id: mayors
            title: { en: "Mayors", es: "Alcaldías" }
            date: 2021-05-16
            rule: mayors
            seats: 1
            candidacies: candidacies-mayors.csv
            results: results-mayors.csv
            sources: [servel-mayors]
            outcome: outcome-mayors.csv
            stated:
              - { source: servel-mayors, figures: { valid: 6343688 } }
            note:
              en: "Votes for candidates only: the source has no roll, blank or null votes. Antártica has no mayor of its own: its votes are counted in Cabo de Hornos. The winners are derived from the votes, not read from an official list."
              es: "Solo votos a candidaturas: la fuente no trae padrón, blancos ni nulos. Antártica no tiene alcaldía propia: sus votos se cuentan en Cabo de Hornos. Quienes ganan se derivan de los votos, no de una lista oficial."

        """;
}

/// <summary>Congress before 2021: members after 2017, deputies and Senate of 2013, deputies of 1973.</summary>
static class ChileCongress
{
    const string Via = "sebastianriffo/congreso@c582db6";

    public static void Make(Tables data, Folders folders)
    {
        var candidates = data.Read("cl_congreso_candidatos.csv");
        var totals = data.Read("cl_congreso_totales.csv");
        Binomial2013(candidates, totals, data, folders);
        Deputies1973(candidates, totals, data, folders);
        Members2017(data, folders);
    }

    static void Binomial2013(List<Row> candidates, List<Row> totals, Tables data, Folders folders)
    {
        var deputies = candidates.Where(c => c["year"] == "2013" && c["chamber"] == "camara").ToList();
        var senate = candidates.Where(c => c["year"] == "2013" && c["chamber"] == "senado").ToList();
        Check.Equal("deputies' votes of 2013", 6_220_222, deputies.Sum(c => c.Votes));
        Check.Equal("senators' votes of 2013", 4_943_883, senate.Sum(c => c.Votes));
        folders.Csv("cl-2013/places.csv", "place,parent,level,name",
        [
            ["cl", "", "country", "Chile"],
            .. deputies.DistinctBy(Unit).Select(c => new object?[] { Unit(c), "cl", "district", $"Distrito {Unit(c)}" }),
            .. senate.DistinctBy(Unit).Select(c => new object?[] { Unit(c), "cl", "senate-constituency", Unit(c) }),
        ]);
        Contest(folders, "cl-2013", "deputies", deputies, totals.Where(t => t["year"] == "2013" && t["chamber"] == "camara"));
        Contest(folders, "cl-2013", "senate", senate, totals.Where(t => t["year"] == "2013" && t["chamber"] == "senado"));
        Chile.Members(data, folders, "cl-2013", "2013", "2009");
        folders.Text("cl-2013/election.yaml", $$"""
            {{Chile.Schema}}id: cl-2013
            title: { en: "Chile, Congress of 2013 (binomial)", es: "Chile, Congreso de 2013 (binominal)" }
            country: cl
            date: 2013-11-17
            places: places.csv
            levels:
              country: { en: Country, es: País }
              district: { en: District, es: Distrito }
              senate-constituency: { en: Senate constituency, es: Circunscripción senatorial }
            sources:
              - { id: servel, title: "Resultados históricos, elecciones parlamentarias 2013", publisher: SERVEL, via: "{{Via}}" }
            members: members.csv
            contests:
              - id: deputies
                title: { en: "Chamber of Deputies", es: "Cámara de Diputados" }
                rule: binomial-1988
                seats: 2
                candidacies: candidacies-deputies.csv
                results: results-deputies.csv
                balance: cast = valid + blank + null
                sources: [servel]
                outcome: outcome-deputies.csv
                stated:
                  - { source: servel, figures: { valid: 6220222 } }
              - id: senate
                title: { en: "Senate (ten of nineteen constituencies)", es: "Senado (diez de diecinueve circunscripciones)" }
                rule: binomial-1988
                seats: 2
                candidacies: candidacies-senate.csv
                results: results-senate.csv
                balance: cast = valid + blank + null
                sources: [servel]
                outcome: outcome-senate.csv
                stated:
                  - { source: servel, figures: { valid: 4943883 } }

            """);
    }

    static void Deputies1973(List<Row> candidates, List<Row> totals, Tables data, Folders folders)
    {
        var deputies = candidates.Where(c => c["year"] == "1973").ToList();
        Check.Equal("deputies' votes of 1973", 3_624_072, deputies.Sum(c => c.Votes));
        var units = deputies.DistinctBy(Unit).ToList();
        folders.Csv("cl-1973/places.csv", "place,parent,level,name",
        [
            ["cl", "", "country", "Chile"],
            .. units.Select(c => new object?[] { Unit(c), "cl", "district", Unit(c) }),
        ]);
        Contest(folders, "cl-1973", "deputies", deputies, totals.Where(t => t["year"] == "1973" && t["chamber"] == "camara"));
        Chile.Members(data, folders, "cl-1973", "1973", "1969");
        folders.Text("cl-1973/election.yaml", $$"""
            {{Chile.Schema}}id: cl-1973
            title: { en: "Chile, deputies of 1973", es: "Chile, diputados de 1973" }
            country: cl
            date: 1973-03-04
            places: places.csv
            levels:
              country: { en: Country, es: País }
              district: { en: District, es: Distrito }
            sources:
              - { id: archive, title: "Elección parlamentaria de 1973, votos por candidato y lista", publisher: "Dirección del Registro Electoral", via: "{{Via}}" }
            members: members.csv
            contests:
              - id: deputies
                title: { en: "Chamber of Deputies", es: "Cámara de Diputados" }
                rule: congress-1973
                seats: {{Chile.Seats(units.Select(u => (Unit(u), u.Count("seats")!.Value)))}}
                candidacies: candidacies-deputies.csv
                results: results-deputies.csv
                balance: cast = valid + blank + null
                sources: [archive]
                outcome: outcome-deputies.csv
                stated:
                  - { source: archive, figures: { valid: 3624072 } }
                note:
                  en: "Parties were federated: a list's votes are those of its candidates and those for the list without a preference."
                  es: "Los partidos estaban federados: los votos de una lista son los de sus candidatos y los dados a la lista sin preferencia."

            """);
    }

    static void Members2017(Tables data, Folders folders)
    {
        folders.Csv("cl-2017/places.csv", "place,parent,level,name", [["cl", "", "country", "Chile"]]);
        Chile.Members(data, folders, "cl-2017", "2017", "2013");
        folders.Text("cl-2017/election.yaml", $$"""
            {{Chile.Schema}}id: cl-2017
            title: { en: "Chile, members of the Congress elected in 2017", es: "Chile, miembros del Congreso elegido en 2017" }
            country: cl
            date: 2017-11-19
            places: places.csv
            sources:
              - { id: servel, title: "Members of the Congress after the election of 2017, with the half of the Senate elected in 2013", publisher: SERVEL, via: "{{Via}}" }
            members: members.csv
            contests: []

            """);
    }

    static string Unit(Row row) => row["unit"] is ['D', .. var number] && number.All(char.IsAsciiDigit) ? number : row["unit"];

    static void Contest(Folders folders, string election, string contest, List<Row> candidates, IEnumerable<Row> totals)
    {
        var rows = Chile.Numbered(candidates, Unit);
        folders.Csv($"{election}/candidacies-{contest}.csv", "choice,district,list,party,candidate,kind", rows.Select(r => r.Row switch
        {
            var row when row["is_list_vote"] == "1" => new object?[] { r.Id, Unit(row), row["list"], "", "", "list-vote" },
            var row when row["list"] == "Candidatura Independiente" => [r.Id, Unit(row), "", row["party"], row["candidate"], "independent"],
            var row => [r.Id, Unit(row), row["list"], row["party"], row["candidate"], ""],
        }));
        folders.Results($"{election}/results-{contest}.csv", contest,
            (from t in totals
             from figure in new[] { ("cast", "total"), ("valid", "valid"), ("blank", "blank"), ("null", "null") }
             select (Unit(t), figure.Item1, t.Count(figure.Item2))).Concat(rows.Select(r => (Unit(r.Row), r.Id, r.Row.Count("votes")))));
        folders.Csv($"{election}/outcome-{contest}.csv", "district,choice,candidate", rows.Where(r => r.Row["elected"] == "1")
            .Select(r => new object?[] { Unit(r.Row), r.Id, r.Row["candidate"] }));
    }
}

/// <summary>Presidents: 1970 by province, 1989 to 2017 by commune.</summary>
static class ChilePresidents
{
    static readonly Dictionary<string, string> accents = new()
    {
        ["Tarapaca"] = "Tarapacá", ["Valparaiso"] = "Valparaíso", ["Curico"] = "Curicó", ["Concepcion"] = "Concepción", ["Bio Bio"] = "Biobío",
        ["Cautin"] = "Cautín", ["Chiloe"] = "Chiloé", ["Aysen"] = "Aysén",
    };

    static readonly (string Year, string Round, string Date, (string, long)[] Sums)[] contests =
    [
        ("1989", "1", "1989-12-14", [("PATRICIO AYLWIN", 3_850_571), ("HERNAN BUCHI", 2_052_116), ("FRANCISCO JAVIER ERRAZURIZ", 1_077_172)]),
        ("1993", "1", "1993-12-11", [("EDUARDO FREI", 4_044_112)]),
        ("1999", "1", "1999-12-12", [("RICARDO LAGOS", 3_383_334), ("JOAQUIN LAVIN", 3_352_192)]),
        ("2005", "1", "2005-12-11", [("MICHELLE BACHELET", 3_190_691)]),
        ("2009", "1", "2009-12-13", [("SEBASTIAN PIÑERA", 3_074_164)]),
        ("2013", "1", "2013-11-17", [("MICHELLE BACHELET JERIA", 3_075_839)]),
        ("2013", "2", "2013-12-15", [("MICHELLE BACHELET JERIA", 3_437_395), ("EVELYN MATTHEI FORNET", 2_090_461)]),
        ("2017", "1", "2017-11-19", [("SEBASTIAN PIÑERA ECHENIQUE", 2_411_317)]),
        ("2017", "2", "2017-12-17", []),
    ];

    public static void Make(Tables data, Folders folders)
    {
        Make1970(data, folders);
        Make1989To2017(data, folders);
    }

    static void Make1970(Tables data, Folders folders)
    {
        (string Id, string Name, string Party)[] candidates =
        [
            ("allende", "Salvador Allende Gossens", "Unidad Popular"), ("alessandri", "Jorge Alessandri Rodríguez", "Independiente"), ("tomic", "Radomiro Tomic Romero", "Partido Demócrata Cristiano"),
        ];
        var rows = data.Read("cl_pres_1958_1964_1970_provincia.csv").Where(r => r["year"] == "1970").ToList();
        string Choice(Row r) => candidates.Single(c => r["candidate"].Split(' ')[1] == c.Name.Split(' ')[1]).Id;
        Check.Equal("Allende 1970", 1_070_330, rows.Where(r => Choice(r) == "allende").Sum(r => r.Votes));
        Check.Equal("Alessandri 1970", 1_031_161, rows.Where(r => Choice(r) == "alessandri").Sum(r => r.Votes));
        Check.Equal("Tomic 1970", 821_801, rows.Where(r => Choice(r) == "tomic").Sum(r => r.Votes));
        folders.Csv("cl-1970/places.csv", "place,parent,level,name",
            [["cl", "", "country", "Chile"], .. rows.Select(r => r["province"]).Distinct().Select(p => new object?[] { p, "cl", "province", accents.GetValueOrDefault(p, p) })]);
        folders.Csv("cl-1970/candidacies-president.csv", "choice,district,list,candidate", candidates.Select(c => new object?[] { c.Id, "cl", c.Party, c.Name }));
        folders.Results("cl-1970/results-president.csv", "president", rows.Select(r => (r["province"], Choice(r), r.Count("votes"))));
        folders.Csv("cl-1970/congress-president.csv", "candidate,votes", [["Salvador Allende Gossens", 153], ["Jorge Alessandri Rodríguez", 35]]);
        folders.Csv("cl-1970/outcome-president.csv", "district,choice,candidate", [["cl", "allende", "Salvador Allende Gossens"]]);
        folders.Text("cl-1970/election.yaml", $$"""
            {{Chile.Schema}}id: cl-1970
            title: { en: "Chile, president 1970", es: "Chile, presidencial 1970" }
            country: cl
            date: 1970-09-04
            places: places.csv
            levels:
              country: { en: Country, es: País }
              province: { en: Province, es: Provincia }
            sources:
              - { id: communes, title: "Elecciones Presidenciales 1952-1970, por comuna", publisher: "Dirección del Registro Electoral / TER", via: "cnavarreteliz/atlas-elections-data@8782df0" }
              - { id: tricel, title: "Final count of the TRICEL, as generally quoted", publisher: TRICEL, note: "From general knowledge; the document itself was not read." }
              - { id: next-day, title: "Count published on 5 September 1970", publisher: "Ministerio del Interior", via: "es.wikipedia.org, elección presidencial de 1970 (CC BY-SA, figures only)" }
              - { id: congress, title: "Vote of the Congreso Pleno, 24 October 1970", publisher: "Congreso Nacional", via: "es.wikipedia.org, elección presidencial de 1970 (CC BY-SA, figures only)", note: "Blank ballots are not included: no official figure was found." }
            contests:
              - id: president
                title: { en: "President", es: "Presidencial" }
                rule: president-1925
                seats: { cl: 1 }
                candidacies: candidacies-president.csv
                results: results-president.csv
                congress: congress-president.csv
                sources: [communes, tricel, next-day, congress]
                outcome: outcome-president.csv
                stated:
                  - { source: tricel, figures: { allende: 1070334, alessandri: 1031159, tomic: 821801 } }
                  - { source: next-day, figures: { allende: 1075616, alessandri: 1036278, tomic: 824849, valid: 2936743 } }
                note:
                  en: "Two counts of 1970 circulate: the one published the next day and the final one. The sum of the communes is given here, and its difference from both is a finding. Roll, blank and null votes are not in the source by province."
                  es: "Circulan dos recuentos de 1970: el publicado al día siguiente y el final. Aquí se da la suma de las comunas, y su diferencia con ambos es una observación. La fuente no trae padrón, blancos ni nulos por provincia."

            """);
    }

    static void Make1989To2017(Tables data, Folders folders)
    {
        const string id = "cl-1989-2017";
        Chile.Places(data, folders, id);
        var rows = data.Read("cl_pres_1989_2017_comuna.csv");
        var described = new StringBuilder();
        foreach (var (year, round, date, sums) in contests)
        {
            var contest = $"president-{year}-{round}";
            var own = rows.Where(r => r["year"] == year && r["round"] == round).ToList();
            var names = own.Select(r => (Name: r["candidate"], Party: r["party"])).DistinctBy(n => n.Name).ToList();
            folders.Csv($"{id}/candidacies-{contest}.csv", "choice,district,party,candidate", names.Select(n => new object?[] { Slug(n.Name), "cl", n.Party, n.Name }));
            folders.Results($"{id}/results-{contest}.csv", contest, own.GroupBy(r => (Commune: r["cut_comuna"], Name: r["candidate"]))
                .OrderBy(g => long.Parse(g.Key.Commune, CultureInfo.InvariantCulture)).ThenBy(g => names.FindIndex(n => n.Name == g.Key.Name))
                .Select(g => (g.Key.Commune, Slug(g.Key.Name), (long?)g.Sum(r => r.Votes))));
            foreach (var (name, sum) in sums)
            {
                Check.Equal($"{contest} {name}", sum, own.Where(r => r["candidate"] == name).Sum(r => r.Votes));
            }

            described.Append(Entry(contest, year, round, date));
        }

        folders.Text($"{id}/election.yaml", $$"""
            {{Chile.Schema}}id: cl-1989-2017
            title: { en: "Chile, presidents 1989-2017", es: "Chile, presidenciales 1989-2017" }
            country: cl
            date: 2017-12-17
            places: places.csv
            {{Chile.Map}}
            {{Chile.Levels}}
            sources:
              - { id: servel, title: "Resultados históricos, elecciones presidenciales por comuna", publisher: SERVEL, via: "cnavarreteliz/atlas-elections-data@8782df0", note: "Valid votes only: no roll, blank or null votes." }
            contests:

            """ + described);
    }

    static string Entry(string contest, string year, string round, string date)
    {
        var (en, es) = (year, round) switch
        {
            ("2013", "2") => (
                "Valid votes only. The source is incomplete: about one vote in a hundred is missing, and four communes have no return.",
                "Solo votos válidos. La fuente está incompleta: falta cerca de un voto de cada cien, y cuatro comunas no tienen datos."),
            ("2017", _) => ("Valid votes in Chile only; the vote abroad is not in the source.", "Solo votos válidos en Chile; el voto en el extranjero no está en la fuente."),
            _ => (
                "Valid votes only, by the communes of today; communes created later have no return.",
                "Solo votos válidos, por las comunas de hoy; las comunas creadas después no tienen datos."),
        };
        var first = round == "2" ? $"\n    first-round: president-{year}-1" : "";
        return $$"""
              - id: {{contest}}
                title: { en: "President {{year}}, {{(round == "1" ? "first" : "second")}} round", es: "Presidencial {{year}}, {{(round == "1" ? "primera" : "segunda")}} votación" }
                date: {{date}}
                rule: president-1980
                round: {{round}}{{first}}
                seats: { cl: 1 }
                candidacies: candidacies-{{contest}}.csv
                results: results-{{contest}}.csv
                sources: [servel]
                note:
                  en: "{{en}}"
                  es: "{{es}}"

            """;
    }

    static string Slug(string name) => string.Concat(name.Normalize(NormalizationForm.FormD).Where(c => char.IsAsciiLetter(c) || c is ' ' or '-')).ToLowerInvariant().Replace(' ', '-');
}

/// <summary>The plebiscites of 2020, 2022 and 2023.</summary>
static class ChilePlebiscites
{
    static readonly (string Year, string Date, string En, string Es, string Status, string Abroad)[] plebiscites =
    [
        ("2020", "2020-10-25", "Chile, plebiscite of 2020", "Chile, plebiscito de 2020", "preliminary", "25,331 for and 6,323 against"),
        ("2022", "2022-09-04", "Chile, constitutional plebiscite of 2022", "Chile, plebiscito constitucional de 2022", "final", "36,045 for and 23,120 against"),
        ("2023", "2023-12-17", "Chile, constitutional plebiscite of 2023", "Chile, plebiscito constitucional de 2023", "final", "11,002 for and 12,434 against"),
    ];

    static readonly Dictionary<string, (string Id, string English)> options = new()
    {
        ["Apruebo"] = ("approve", "Approve"),
        ["Rechazo"] = ("reject", "Reject"),
        ["Convención Constitucional"] = ("convention", "Constitutional Convention"),
        ["Convención Mixta Constitucional"] = ("mixed", "Mixed Convention"),
        ["A favor"] = ("for", "For"),
        ["En contra"] = ("against", "Against"),
        ["Votos Nulos"] = ("null", ""),
        ["Votos en Blanco"] = ("blank", ""),
    };

    static readonly Dictionary<(string Year, string Question, string Choice), long> sums = new()
    {
        [("2020", "1", "approve")] = 5_861_090, [("2020", "1", "reject")] = 1_628_609, [("2020", "1", "null")] = 27_905, [("2020", "1", "blank")] = 13_657,
        [("2020", "2", "convention")] = 5_621_836, [("2020", "2", "mixed")] = 1_496_492, [("2020", "2", "null")] = 282_460, [("2020", "2", "blank")] = 123_473,
        [("2022", "1", "approve")] = 4_823_058, [("2022", "1", "reject")] = 7_868_295, [("2022", "1", "null")] = 200_664, [("2022", "1", "blank")] = 77_212,
        [("2023", "1", "for")] = 5_459_023, [("2023", "1", "against")] = 6_881_853, [("2023", "1", "null")] = 480_579, [("2023", "1", "blank")] = 169_867,
    };

    public static void Make(Tables data, Folders folders)
    {
        var rows = data.Read("cl_plebiscitos_2020_2023_comuna.csv");
        foreach (var (year, date, en, es, status, abroad) in plebiscites)
        {
            var id = $"cl-{year}";
            Chile.Places(data, folders, id);
            var questions = rows.Where(r => r["year"] == year).GroupBy(r => r["question"]).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
            var entries = questions.Select(q => Question(folders, id, year, q.Key, [.. q], status, abroad));
            folders.Text($"{id}/election.yaml", $$"""
                {{Chile.Schema}}id: {{id}}
                title: { en: "{{en}}", es: "{{es}}" }
                country: cl
                date: {{date}}
                places: places.csv
                {{Chile.Map}}
                {{Chile.Levels}}
                sources:
                  - { id: servel, title: "Plebiscito de {{year}}, resultados por mesa", publisher: SERVEL, via: "{{(year == "2020" ? "csmontt/plebiscito2020@ef31aee" : "cnavarreteliz/atlas-elections-data@8782df0")}}" }
                contests:

                """ + string.Concat(entries));
        }
    }

    static string Question(Folders folders, string id, string year, string question, List<Row> rows, string status, string abroad)
    {
        var contest = question == "1" ? "plebiscite" : "organ";
        foreach (var ((_, _, choice), sum) in sums.Where(s => s.Key.Year == year && s.Key.Question == question))
        {
            Check.Equal($"{id} {contest} {choice}", sum, rows.Where(r => options[r["option"]].Id == choice).Sum(r => r.Votes));
        }

        folders.Csv($"{id}/candidacies-{contest}.csv", "choice,district,candidate", rows.Select(r => r["option"]).Distinct()
            .Where(o => options[o].English.Length > 0).Select(o => new object?[] { options[o].Id, "cl", o }));
        folders.Results($"{id}/results-{contest}.csv", contest, rows.Select(r => (r["cut_comuna"], options[r["option"]].Id, r.Count("votes"))));
        var (en, es) = (year, question) switch
        {
            ("2020", "1") => ("Do you want a new Constitution?", "¿Quiere usted una Nueva Constitución?"),
            ("2020", _) => ("Which body should write it?", "¿Qué tipo de órgano debiera redactarla?"),
            _ => ("Do you approve the text?", "¿Aprueba el texto propuesto?"),
        };
        var figures = string.Join(", ", sums.Where(s => s.Key.Year == year && s.Key.Question == question).Select(s => $"\"{s.Key.Choice}\": {s.Value}"));
        return $$"""
              - id: {{contest}}
                title: { en: "{{en}}", es: "{{es}}" }
                kind: plebiscite
                candidacies: candidacies-{{contest}}.csv
                results: results-{{contest}}.csv
                balance: cast = valid + blank + null
                sources: [servel]
                stated:
                  - { source: servel, figures: { {{figures}} } }
                note:
                  en: "{{(status == "preliminary" ? "Preliminary count" : "Final count")}} of the vote in Chile; the source has no roll. {{(question == "1" ? $"The vote abroad, not included, was {abroad}." : "The vote abroad is not included.")}}"
                  es: "{{(status == "preliminary" ? "Recuento preliminar" : "Recuento final")}} del voto en Chile; la fuente no trae padrón. No incluye el voto en el extranjero."

            """;
    }
}

/// <summary>The municipal election of 1971, national, by party.</summary>
static class Chile1971
{
    public static void Make(Tables data, Folders folders)
    {
        var rows = data.Read("cl1971_municipal_nacional.csv");
        Check.Equal("municipal votes of 1971", 2_798_137, rows.Sum(r => r.Votes));
        Check.Equal("councillors of 1971", 1_653, rows.Sum(r => r.Count("councillors")!.Value));
        folders.Csv("cl-1971/places.csv", "place,parent,level,name", [["cl", "", "country", "Chile"]]);
        folders.Csv("cl-1971/candidacies-municipal.csv", "choice,list,party,candidate", rows.Select(r => new object?[] { r["party"], r["bloc"], r["party"], r["name"] }));
        folders.Results("cl-1971/results-municipal.csv", "municipal",
            [("cl", "registered", 3_792_682), ("cl", "cast", 2_835_412), .. rows.Select(r => ("cl", r["party"], r.Count("votes")))]);
        folders.Text("cl-1971/election.yaml", $$"""
            {{Chile.Schema}}id: cl-1971
            title: { en: "Chile, municipal election of 1971", es: "Chile, elección municipal de 1971" }
            country: cl
            date: 1971-04-04
            places: places.csv
            sources:
              - { id: encyclopedia, title: "Elección municipal de 1971, votos por partido", via: "es.wikipedia.org (CC BY-SA, figures only)", note: "An encyclopedia's table of the official count; the count itself was not read." }
            contests:
              - id: municipal
                title: { en: "Councillors, votes by party", es: "Regidores, votos por partido" }
                candidacies: candidacies-municipal.csv
                results: results-municipal.csv
                sources: [encyclopedia]
                stated:
                  - { source: encyclopedia, figures: { valid: 2791137 } }
                note:
                  en: "1,653 councillors were elected. The source prints 2,791,137 valid votes, but its parties sum to 2,798,137, and its percentages fit the sum. The list column is our label of blocs, not an official list."
                  es: "Se eligieron 1.653 regidores. La fuente imprime 2.791.137 votos válidos, pero sus partidos suman 2.798.137, y sus porcentajes calzan con la suma. La columna de lista es nuestra etiqueta de bloques, no una lista oficial."

            """);
    }
}
