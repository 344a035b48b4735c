#!/usr/bin/env dotnet
// Makes the election folders that ship with Urna from the tables of official figures.
//
//     dotnet run tools/make-elections.cs -- DATA ARCHIVE ELECTIONS
//
// DATA and ARCHIVE are the folders of source tables (their READMEs name the official source of each). The same tables give the same bytes.
// Every sum that the tables' README states about what is used here is checked; if one fails, nothing is written.
#:package CsvHelper
#:include elections/Folders.cs
#:include elections/Describing.cs
#:include elections/Congress.cs
#:include elections/Presidents.cs
#:include elections/Municipal.cs
#:include elections/Others.cs
#:include elections/HistoryTables.cs
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
    Console.Error.WriteLine("usage: dotnet run tools/make-elections.cs -- DATA ARCHIVE ELECTIONS");
    return 2;
}

var data = new Tables(args[0], args[1]);
var folders = new Folders(args[2]);
try
{
    folders.Copy(data.PathOf("cl_comunas.geojson"), "maps/cl-communes.geojson");
    folders.Copy(data.PathOf("cl_regiones.geojson"), "maps/cl-regions.geojson");
    Chile2021.Make(data, folders);
    ChileCongress.Make(data, folders);
    ChilePresidents.Make(data, folders);
    ChilePlebiscites.Make(data, folders);
    Chile1971.Make(data, folders);
    ChilePresidentsBefore1970.Make(data, folders);
    Chile1988.Make(data, folders);
    ChileChambers.Make(data, folders);
    ChileMunicipal.Make(data, folders);
    Chile2024.Make(data, folders);
    Chile2025.Make(data, folders);
    ChileHistory.Make(data, folders);
    folders.Write();
    return 0;
}
catch (Exception e) when (e is InvalidDataException or IOException)
{
    Console.Error.WriteLine($"make-elections: {e.Message}");
    return 1;
}

/// <summary>The source tables.</summary>
sealed class Tables(string folder, string archive)
{
    public string PathOf(string name) => Path.Combine(folder, name);

    public List<Row> Read(string name) => SourceTable.Read(PathOf(name));

    /// <summary>A table of the archive, which came later and replaces some of the others.</summary>
    public List<Row> ReadArchive(string name) => SourceTable.Read(Path.Combine(archive, name));

    /// <summary>The communes of today, with district and region.</summary>
    public List<Row> Communes => field ??= Read("cl_comunas.csv");

    /// <summary>The polling stations of 2021, both rounds.</summary>
    public List<Row> Stations => field ??= Read("cl2021_pres_mesa.csv.gz");
}

static class Check
{
    /// <summary>Stops the script where a sum is not what the tables' README states.</summary>
    public static void Equal(string what, long expected, long actual)
    {
        if (expected != actual)
        {
            throw new InvalidDataException($"{what}: expected {expected}, but the tables give {actual}.");
        }
    }

    /// <summary>Stops the script where a column does not sum to what is stated.</summary>
    public static void Sums(string what, List<Row> rows, params (string Column, long Sum)[] stated)
    {
        foreach (var (column, sum) in stated)
        {
            Equal($"{what}, {column}", sum, rows.Sum(r => r.Count(column) ?? 0));
        }
    }

    /// <summary>Stops the script where a row's total is not the sum of its parts; a row without its parts is passed.</summary>
    public static void Totals(string what, IEnumerable<Row> rows, string key, string total, params string[] parts)
    {
        foreach (var row in rows.Where(r => parts.All(p => r.Count(p) is not null)))
        {
            Equal($"{what} in {row[key]}, {total}", row.Count(total) ?? -1, parts.Sum(p => row.Count(p)!.Value));
        }
    }

    /// <summary>Stops the script where the candidates of a unit do not sum to its valid votes.</summary>
    public static void Valid(string what, IEnumerable<Row> units, Func<Row, string> unit, ILookup<string, Row> candidates)
    {
        foreach (var row in units)
        {
            Equal($"{what}, candidates of {unit(row)}", row.Count("valid") ?? -1, candidates[unit(row)].Sum(c => c.Votes));
        }
    }

    /// <summary>Stops the script where the elected of each list or party are not as many as stated.</summary>
    public static void Elected(string what, IEnumerable<Row> rows, string column, params (string Name, long Seats)[] stated)
    {
        var seats = rows.Where(r => r["elected"] == "1").CountBy(r => r[column]).ToDictionary();
        Equal($"{what}, number of {column} with seats", stated.Length, seats.Count);
        foreach (var (name, expected) in stated)
        {
            Equal($"{what}, seats of {name}", expected, seats.GetValueOrDefault(name));
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
          credit:
            en: "Communes: hsotoparada/chile-elections-2021@29ca5b0 (MIT), derived from vector maps of the Biblioteca del Congreso Nacional; simplified, without legal value"
            es: "Comunas: hsotoparada/chile-elections-2021@29ca5b0 (MIT), derivadas de los mapas vectoriales de la Biblioteca del Congreso Nacional; simplificadas, sin valor legal"
        """;

    /// <summary>The names of the chambers.</summary>
    public const string Chambers = """
        chambers:
          deputies: { en: Chamber of Deputies, es: Cámara de Diputadas y Diputados }
          senate: { en: Senate, es: Senado }
        """;

    /// <summary>How the lists of 2021 are shown.</summary>
    public const string Lists2021 = """
        lists:
          - { name: "Dignidad Ahora", colour: "#7a3b32", position: 1 }
          - { name: "Apruebo Dignidad", names: ["Chile Digno, Verde y Soberano", "Chile Digno Verde y Soberano", "Frente Amplio"], colour: "#bf3b12", position: 2 }
          - { name: "Partido Ecologista Verde", names: ["Ecologistas e Independientes"], colour: "#1c8058", position: 3 }
          - { name: "Nuevo Pacto Social", names: ["Unidad Constituyente", "Unidad por el Apruebo", "Lista del Apruebo"], colour: "#8446a8", position: 4 }
          - { name: "Partido de la Gente", colour: "#b98600", position: 5 }
          - { name: "Chile Podemos +", names: ["Chile Podemos Más", "Chile Vamos", "Vamos por Chile"], colour: "#3a86d0", position: 6 }
          - { name: "Frente Social Cristiano", colour: "#14244f", position: 7 }
        lists-note:
          en: "The order from left to right is editorial: it has no official source."
          es: "El orden de izquierda a derecha es editorial: no tiene fuente oficial."
          pt: "A ordem da esquerda para a direita é editorial: não tem fonte oficial."
        """;

    public const string Levels = """
        levels:
          country: { en: Country, es: País }
          region: { en: Region, es: Región }
          district: { en: District, es: Distrito }
          commune: { en: Commune, es: Comuna }
        """;

    /// <summary>Country, regions, districts and communes of today, then what else an election has.</summary>
    public static void Places(Tables data, Folders folders, string election, params Other[] others)
    {
        var communes = data.Communes;
        Check.Equal("communes", 346, communes.Count);
        foreach (var district in communes.GroupBy(c => c["distrito"]))
        {
            Check.Equal($"regions of district {district.Key}", 1, district.Select(c => c["cut_region"]).Distinct().Count());
        }

        var regions = communes.DistinctBy(c => c["cut_region"]).OrderBy(c => c.Count("cut_region"));
        var districts = communes.DistinctBy(c => c["distrito"]).OrderBy(c => c.Count("distrito"));
        var voters = others.Any(o => o.Voters.Length > 0);
        IEnumerable<object?[]> rows =
        [
            ["cl", "", "country", "Chile"],
            .. regions.Select(r => new object?[] { Region(r), "cl", "region", r["region"] }),
            .. districts.Select(d => new object?[] { d["distrito"], Region(d), "district", $"Distrito {d["distrito"]}" }),
            .. communes.OrderBy(c => c.Count("cut_comuna")).Select(c => new object?[] { c["cut_comuna"], c["distrito"], "commune", c["comuna"] }),
        ];
        folders.Csv(
            $"{election}/places.csv",
            voters ? "place,parent,level,name,voters" : "place,parent,level,name",
            [
                .. rows.Select(r => voters ? [.. r, ""] : r),
                .. others.Select(o => voters ? new object?[] { o.Id, o.Parent, o.Level, o.Name, o.Voters } : [o.Id, o.Parent, o.Level, o.Name]),
            ]);
    }

    /// <summary>A place beyond region, district and commune; the voters are empty where its boxes are everybody's.</summary>
    public sealed record Other(string Id, string Parent, string Level, string Name, string Voters = "");

    public static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    public static string Region(Row commune) => $"region-{commune["cut_region"]}";

    /// <summary>Candidacies numbered in the order of the source within each district: <c>7-03</c>.</summary>
    public static List<(string Id, Row Row)> Numbered(IEnumerable<Row> rows, Func<Row, string> district)
    {
        var counts = new Dictionary<string, int>();
        return [.. rows.Select(r => ($"{district(r)}-{counts[district(r)] = counts.GetValueOrDefault(district(r)) + 1:00}", r))];
    }

    /// <summary>A line of a contest's <c>stated</c> figures, or a part of it.</summary>
    public static string Figures(IEnumerable<(string Choice, long Votes)> figures) =>
        "{ " + string.Join(", ", figures.Select(f => $"{(f.Choice == "null" ? "\"null\"" : f.Choice)}: {f.Votes}")) + " }";

    public static string Seats(IEnumerable<(string District, long Seats)> seats) =>
        "{ " + string.Join(", ", seats.Select(s => $"\"{s.District}\": {s.Seats}")) + " }";

    /// <summary>Members by chamber, party, list and year of election.</summary>
    public static void Members(Tables data, Folders folders, string election, string year, string sittingSince, int deputies, int senate, int senateThisYear)
    {
        var all = data.Read("cl_congreso_miembros_1925_2021.csv");
        var members = all.Where(m => m["year"] == year && m["at_start"] == "1").ToList();
        Check.Equal("members since 1925", 4_159, all.Count);
        Check.Equal($"deputies after {year}", deputies, members.Count(m => m["chamber"] == "camara"));
        Check.Equal($"senators after {year}", senate, members.Count(m => m["chamber"] == "senado"));
        Check.Equal($"senators elected in {year}", senateThisYear, members.Count(m => m["chamber"] == "senado" && m["elected_this_year"] == "1"));
        folders.Csv($"{election}/members.csv", "chamber,party,list,seats,elected,kind", members
            .GroupBy(m => (Chamber: m["chamber"] == "camara" ? "deputies" : "senate", Party: m["party"], List: m["list"], Elected: m["elected_this_year"] == "1" ? year : sittingSince))
            .OrderBy(g => g.Key.Chamber, StringComparer.Ordinal).ThenBy(g => g.Key.Elected, StringComparer.Ordinal).ThenByDescending(g => g.Count())
            .ThenBy(g => g.Key.List, StringComparer.Ordinal).ThenBy(g => g.Key.Party, StringComparer.Ordinal)
            .Select(g => new object?[] { g.Key.Chamber, g.Key.Party, g.Key.List, g.Count(), g.Key.Elected, Kind(g.Key.Party, g.Key.List) }));
    }

    /// <summary>Members without a party act alone in the chamber, or with their list where one is asked for.</summary>
    static string Kind(string party, string list) => party != "IND" ? "" : list == "Candidatura Independiente" ? "independent" : "without-party";
}

/// <summary>The elections of 2021: president, Congress, Convention, primaries, mayors.</summary>
static class Chile2021
{
    const string Id = "cl-2021";

    static readonly (string Id, string Column)[] candidates =
        [("boric", "boric"), ("kast", "kast"), ("parisi", "parisi"), ("sichel", "sichel"), ("provoste", "provoste"), ("meo", "meo"), ("artes", "artes")];

    /// <summary>The national figures as stated: in Chile, and with the vote abroad where that is known.</summary>
    static readonly (int Round, string Option, long Chile, long? Official)[] national =
    [
        (1, "registered", 14_959_956, 15_030_974), (1, "boric", 1_796_851, 1_815_024), (1, "kast", 1_954_607, 1_961_779), (1, "parisi", 899_067, 900_064),
        (1, "sichel", 894_838, 898_635), (1, "provoste", 813_407, 815_563), (1, "meo", 533_554, 534_383), (1, "artes", 102_209, 102_897),
        (1, "valid", 6_994_533, null), (1, "blanco", 30_427, null), (1, "nulo", 55_316, null), (1, "total", 7_080_276, null),
        (2, "registered", 14_959_956, 15_030_974), (2, "boric", 4_596_579, 4_621_231), (2, "kast", 3_640_606, 3_650_662),
        (2, "blanco", 23_816, null), (2, "nulo", 68_331, null), (2, "total", 8_329_332, 8_364_534),
    ];

    static readonly string[] voterAges = ["18_19", "20_29", "30_39", "40_49", "50_59", "60_69", "70_79", "80_plus"];

    static readonly (string Choice, long Votes)[] primarySums =
        [("boric", 1_053_430), ("jadue", 687_129), ("sichel", 658_664), ("lavin", 415_322), ("desbordes", 131_368), ("briones", 131_094), ("blank", 6_050), ("null", 41_726)];

    /// <summary>The reserved choice that a word of the source stands for; other words stand for themselves.</summary>
    static string Choice(string option) => option switch { "blanco" => "blank", "nulo" => "null", "total" => "cast", _ => option };

    public static void Make(Tables data, Folders folders)
    {
        CheckStations(data);
        var peoples = data.Read("cl2021_convencion_reservados.csv").Select(r => r["people"]).Distinct().ToList();
        Chile.Places(data, folders, Id,
            [new("abroad", "cl", "abroad", "Extranjero"), .. peoples.Select(p => new Chile.Other(p, "cl", "people", p))]);
        President(data, folders, 1, candidates);
        President(data, folders, 2, candidates[..2]);
        Voters(data, folders);
        var deputySeats = Deputies(data, folders);
        var conventionSeats = Convention(data, folders);
        Reserved(data, folders);
        Primaries(data, folders);
        Mayors(data, folders);
        Chile.Members(data, folders, Id, "2021", "2017", deputies: 155, senate: 50, senateThisYear: 27);
        IEnumerable<Entry> later = [ChileChambers.Senate2021(data, folders), .. ChileGovernors.Make(data, folders), ChileMapuche.Make(data, folders)];
        folders.Text($"{Id}/election.yaml", Describe(deputySeats, conventionSeats) + string.Concat(later));
    }

    /// <summary>A round: communes, and abroad what the national figures leave over.</summary>
    static void President(Tables data, Folders folders, int round, (string Id, string Column)[] ballot)
    {
        var rows = data.Read("cl2021_pres_nacional.csv").Where(r => r["round"] == $"{round}").ToDictionary(r => r["option"]);
        var contest = $"president-{round}";
        var communes = data.Read("cl2021_pres_comuna.csv");
        Check.Totals(contest, communes, "comuna", $"r{round}_total", $"r{round}_valid", $"r{round}_blanco", $"r{round}_nulo");
        foreach (var (_, option, chile, official) in national.Where(n => n.Round == round))
        {
            Check.Equal($"{contest} {option} by commune", chile, communes.Sum(c => c.Count(option == "registered" ? option : $"r{round}_{option}")!.Value));
            if (rows.TryGetValue(option, out var row))
            {
                Check.Equal($"{contest} {option} in Chile", chile, row.Count("votes_chile") ?? -1);
                Check.Equal($"{contest} {option} with the vote abroad", official ?? -1, row.Count("votes_official_total") ?? -1);
                Check.Equal($"{contest} {option} abroad", official - chile ?? -1, row.Count("votes_abroad_derived") ?? -1);
            }
        }

        folders.Csv($"{Id}/candidacies-{contest}.csv", "choice,district,list,party,candidate", ballot.Select(c =>
        {
            var row = rows[c.Column];
            return new object?[] { c.Id, "cl", row["pact"], row["party"], row["name"] };
        }));
        var home = from commune in communes
                   from figure in ballot.Select(c => (c.Id, Column: $"r{round}_{c.Column}")).Prepend(("registered", "registered"))
                       .Concat([("blank", $"r{round}_blanco"), ("null", $"r{round}_nulo"), ("cast", $"r{round}_total")])
                   select (commune["cut_comuna"], figure.Item1, commune.Count(figure.Item2));
        var abroad = rows.Values.Where(r => round == 2 || r["option"] is not "registered").Select(r => (
            "abroad", Choice(r["option"]), r.Count("votes_abroad_derived")));
        folders.Results($"{Id}/results-{contest}.csv", contest, home.Concat(abroad));
        if (round == 2)
        {
            Outcome(folders, contest, [("cl", "boric", rows["boric"]["name"])]);
        }
    }

    /// <summary>A round's stated lines: the country with the vote abroad, then without it.</summary>
    static string Stated(int round, string source)
    {
        var own = national.Where(n => n.Round == round).ToList();
        var whole = Chile.Figures(own.Where(n => n.Official is not null).Select(n => (Choice(n.Option), n.Official!.Value)));
        var home = Chile.Figures(own.Select(n => (Choice(n.Option), n.Chile)));
        return $"- {{ source: {source}, figures: {whole} }}\n      - {{ source: {source}, without: [abroad], figures: {home} }}";
    }

    /// <summary>The stations agree with the communes, and with what is stated about them.</summary>
    static void CheckStations(Tables data)
    {
        var stations = data.Stations;
        string[] first = ["r1_boric", "r1_kast", "r1_parisi", "r1_sichel", "r1_provoste", "r1_meo", "r1_artes", "r1_blanco", "r1_nulo"];
        string[] second = ["r2_boric", "r2_kast", "r2_blanco", "r2_nulo"];
        static long Sum(Row station, IEnumerable<string> columns) => columns.Sum(c => station.Count(c)!.Value);

        Check.Equal("stations", 46_639, stations.Count);
        Check.Equal("stations from the preliminary count", 33, stations.Count(s => s["r1_source"] == "preliminary"));
        Check.Equal("stations with more votes than registered", 0, stations.Count(s => Math.Max(Sum(s, first), Sum(s, second)) > s.Count("registered")));
        var byCommune = stations.ToLookup(s => s["cut_comuna"]);
        foreach (var commune in data.Read("cl2021_pres_comuna.csv"))
        {
            foreach (var column in first.Concat(second).Append("registered"))
            {
                Check.Equal($"stations of {commune["comuna"]}, {column}", commune.Count(column)!.Value, byCommune[commune["cut_comuna"]].Sum(s => s.Count(column)!.Value));
            }
        }

        var signed = stations.Where(s => s["r1_voters_men"].Length > 0).ToList();
        var ages = voterAges.Select(a => $"r1_voters_{a}").ToList();
        Check.Equal("stations with voters", 46_606, signed.Count);
        Check.Equal("voters by age", 7_074_944, signed.Sum(s => Sum(s, ages)));
        Check.Equal("votes counted where voters are known", 7_075_532, signed.Sum(s => Sum(s, first)));
        Check.Equal("stations whose voters differ from their votes", 9_719, signed.Count(s => Sum(s, ages) != Sum(s, first)));
        Check.Equal("stations whose men and women differ from the ages", 0, signed.Count(s => Sum(s, ages) != Sum(s, ["r1_voters_men", "r1_voters_women"])));
    }

    /// <summary>People who voted in round one, by age band and by sex, from the signed rolls of the stations.</summary>
    static void Voters(Tables data, Folders folders)
    {
        var stations = data.Stations.Where(s => s["r1_voters_men"].Length > 0).ToList();
        Write("voters-age", [.. voterAges.Select(a => (a.Replace('_', '-'), a))]);
        Write("voters-sex", [("women", "women"), ("men", "men")]);

        void Write(string contest, (string Choice, string Column)[] groups)
        {
            folders.Csv($"{Id}/candidacies-{contest}.csv", "choice,district,candidate", groups.Select(g => new object?[] { g.Choice, "cl", g.Choice.Replace("-plus", "+") }));
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
        var own = rows.ConvertAll(r => r.Row);
        Check.Equal("candidates for deputy", 1_256, rows.Count);
        Check.Sums("deputies", own, ("votes", 6_328_214), ("elected", 155));
        Check.Sums("deputies by district", districts, ("seats", 155), ("valid", 6_328_214), ("blank", 404_775), ("null", 339_159), ("total", 7_072_148));
        Check.Totals("deputies", districts, "district", "total", "valid", "blank", "null");
        Check.Valid("deputies", districts, d => d["district"], own.ToLookup(r => r["district"]));
        Check.Elected("deputies", own, "list",
            ("Chile Podemos +", 53), ("Apruebo Dignidad", 37), ("Nuevo Pacto Social", 37), ("Frente Social Cristiano", 15), ("Partido de la Gente", 6),
            ("Dignidad Ahora", 3), ("Partido Ecologista Verde", 2), ("Independientes Unidos", 1), ("Candidatura Independiente", 1));
        Check.Elected("deputies", own, "party",
            ("RN", 25), ("UDI", 23), ("REPUBLICANO", 14), ("PS", 13), ("PC", 12), ("CS", 9), ("RD", 8), ("PDC", 8), ("PPD", 7), ("PDG", 6), ("COMUNES", 6),
            ("PR", 4), ("EVOPOLI", 4), ("PL", 4), ("PH", 3), ("PEV", 2), ("FREVS", 2), ("PRI", 1), ("PCC", 1), ("CU", 1), ("CIUDADANOS", 1), ("IND", 1));
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
        CheckConvention(rows.ConvertAll(r => r.Row), districts);
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

    static void CheckConvention(List<Row> rows, List<Row> districts)
    {
        Check.Equal("Convention's candidates", 1_278, rows.Count);
        Check.Sums("Convention", rows, ("votes", 5_713_858), ("elected", 138));
        Check.Sums("Convention by district", districts,
            ("seats", 138), ("registered", 14_900_190), ("valid", 5_713_858), ("blank", 288_771), ("null", 187_819), ("total", 6_190_448), ("women_elected", 68));
        Check.Totals("Convention", districts, "district", "total", "valid", "blank", "null");
        Check.Valid("Convention", districts, d => d["district"], rows.ToLookup(r => r["district"]));
        Check.Equal("votes in district 25 of the Convention", 100_481, rows.Where(r => r["district"] == "25").Sum(r => r.Votes));
        foreach (var (column, sex, expected) in new[] { ("elected", "F", 68), ("elected", "M", 70), ("elected_before_parity", "F", 70), ("elected_before_parity", "M", 68) })
        {
            Check.Equal($"Convention, {column} of sex {sex}", expected, rows.Count(r => r[column] == "1" && r["sex"] == sex));
        }

        var replaced = rows.Where(r => r["elected_before_parity"] == "1" && r["elected"] == "0").ToList();
        Check.Equal("replacements by parity", 12, replaced.Count);
        Check.Equal("districts with replacements by parity", 11, replaced.DistinctBy(r => r["district"]).Count());
    }

    static void Reserved(Tables data, Folders folders)
    {
        var all = data.Read("cl2021_convencion_reservados.csv");
        var rows = Chile.Numbered(all.Where(r => r["votes"].Length > 0), r => r["people"]);
        Check.Equal("rows of the reserved seats", 63, all.Count);
        Check.Equal("candidates for reserved seats with votes", 56, rows.Count);
        Check.Equal("peoples with votes", 9, rows.DistinctBy(r => r.Row["people"]).Count());
        Check.Equal("holders of Mapuche seats", 7, all.Count(r => r["people"] == "MAPUCHE"));
        Check.Equal("reserved seats", 17, all.DistinctBy(r => r["people"]).Sum(r => r.Count("seats")!.Value));
        using var rolls = JsonDocument.Parse(File.ReadAllText(Path.Combine(data.PathOf(".."), "cases", "cl_convencion_2021_reservados.json")));
        var totals = from people in rolls.RootElement.GetProperty("peoples").EnumerateObject()
                     from figure in new[] { "registered", "valid", "blank", "null" }
                     select (people.Name, figure, (long?)people.Value.GetProperty(figure).GetInt64());
        foreach (var people in rolls.RootElement.GetProperty("peoples").EnumerateObject())
        {
            Check.Equal($"reserved seats, candidates of {people.Name}", people.Value.GetProperty("valid").GetInt64(), rows.Where(r => r.Row["people"] == people.Name).Sum(r => r.Row.Votes));
        }

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
        Check.Equal("rows of the primaries", 2_767, rows.Count);
        Check.Equal("primaries", 3_124_783, rows.Sum(r => r.Votes));
        foreach (var (choice, sum) in primarySums)
        {
            Check.Equal($"primaries, {choice}", sum, rows.Where(r => Choice(r) == choice).Sum(r => r.Votes));
        }

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
            var other => throw new InvalidDataException($"'{other}' is not a candidate of the primaries."),
        };
        folders.Csv($"{Id}/candidacies-primaries.csv", "choice,district,list,party,candidate", rows.Where(r => r["pact"].Length > 0).DistinctBy(Choice)
            .OrderBy(r => r["pact"], StringComparer.Ordinal).ThenBy(Choice, StringComparer.Ordinal)
            .Select(r => new object?[] { Choice(r), "cl", r["pact"], r["party"], r["candidate"] }));
        // One row of the 2,768 is absent, the blank votes of Antártica: the source's total equals the sum without it, so it was 0.
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
        Check.Equal("candidates for mayor", 1_450, all.Count);
        Check.Sums("mayors", all, ("votes", 6_343_688), ("elected", 345));
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
            publisher: "SERVEL, TRICEL"
            via: ["cran/datana@38bbc46", "cran/fastei@743d35d", "danielfm123/presidenciales_2021@a2fd922", "bastianolea/presidenciales_2021_chile@da69eb4"]
            note:
              en: "Communes are sums of 46,639 stations; 33 stations of the first round come from the preliminary count, and every commune equals the final count. The vote abroad is the official national total less the vote in Chile."
              es: "Las comunas son sumas de 46.639 mesas; 33 mesas de la primera votación provienen del recuento preliminar, y cada comuna es igual al recuento final. El voto en el extranjero es el total nacional oficial menos el voto en Chile."
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
            title:
              en: "Members of the Congress after the election, with the half of the Senate elected in 2017"
              es: "Integrantes del Congreso tras la elección, con la mitad del Senado elegida en 2017"
            publisher: "SERVEL"
            via: "sebastianriffo/congreso@c582db6"
        {{ChileGovernors.Source}}
        {{ChileMapuche.Source}}
        members: members.csv
        quorums: quorums
        {{Chile.Chambers}}
        {{Chile.Lists2021}}
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
              {{Stated(1, "tricel-president")}}
            note:
              en: "The vote abroad is derived: the official national total of each candidate less the vote in Chile. Its blank and null votes are unknown, not zero, and so its roll (71,018) is not set against it."
              es: "El voto en el extranjero es derivado: el total nacional oficial de cada candidatura menos el voto en Chile. Sus blancos y nulos se desconocen; no son cero, y por eso no se le opone su padrón (71.018)."
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
              {{Stated(2, "tricel-president")}}
            note:
              en: "Of the vote abroad the blank and null votes are known only together, as what is left of the votes cast."
              es: "Del voto en el extranjero los blancos y nulos solo se conocen juntos, como resto de los votos emitidos."
          - id: voters-age
            title: { en: "Voters of the first round by age", es: "Votantes de la primera votación por edad" }
            kind: voters
            voters-of: president-1
            groups: age
            date: 2021-11-21
            candidacies: candidacies-voters-age.csv
            results: results-voters-age.csv
            sources: [servel-voters]
            stated:
              - { source: servel-voters, figures: { valid: 7074944 } }
            lacks:
              - { name: { en: "33 stations, and votes without a signature", es: "33 mesas, y votos sin firma" }, at-most: 5332 }
            note:
              en: "People who signed the roll in 46,606 of 46,639 stations in Chile; those stations counted 7,075,532 votes, 588 more than signatures."
              es: "Personas que firmaron el padrón en 46.606 de 46.639 mesas en Chile; esas mesas contaron 7.075.532 votos, 588 más que firmas."
          - id: voters-sex
            title: { en: "Voters of the first round by sex", es: "Votantes de la primera votación por sexo" }
            kind: voters
            voters-of: president-1
            groups: sex
            date: 2021-11-21
            candidacies: candidacies-voters-sex.csv
            names: { women: { en: Women, es: Mujeres }, men: { en: Men, es: Hombres } }
            results: results-voters-sex.csv
            sources: [servel-voters]
            stated:
              - { source: servel-voters, figures: { valid: 7074944 } }
            lacks:
              - { name: { en: "33 stations, and votes without a signature", es: "33 mesas, y votos sin firma" }, at-most: 5332 }
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
              en: "An independent in a party's quota stands under that party. Spellings of one party are folded (CONVER, CONVER., CONVERG to CONVERGENCIA; REPUBL, REPUBL. to REPUBLICANO), and the sex of one candidate of district 25 is not in the source. In district 25 the printed cell of valid votes (88,840) is stale; the candidates sum to 100,481, which agrees with the votes cast."
              es: "Una persona independiente en cupo de un partido figura bajo ese partido. Las grafías de un mismo partido se unifican (CONVER, CONVER., CONVERG en CONVERGENCIA; REPUBL, REPUBL. en REPUBLICANO), y el sexo de una candidata o candidato del distrito 25 no está en la fuente. En el distrito 25 la celda impresa de votos válidos (88.840) está desactualizada; las candidaturas suman 100.481, que concuerda con los votos emitidos."
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
              - { source: servel-primaries, figures: {{Chile.Figures(primarySums.Append(("cast", 3_124_783)))}} }
            note:
              en: "The vote in Chile only. The source leaves out rows of 0 votes; one is absent here, the blank votes of Antártica, and it is written as 0, since the source's total equals the sum without it."
              es: "Solo el voto en Chile. La fuente omite las filas con 0 votos; aquí falta una, los votos en blanco de Antártica, y se escribe como 0, pues el total de la fuente es igual a la suma sin ella."
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

/// <summary>Congress of 2013, and that of 1973.</summary>
static class ChileCongress
{
    const string Via = "sebastianriffo/congreso@c582db6";

    public static void Make(Tables data, Folders folders)
    {
        var candidates = data.Read("cl_congreso_candidatos.csv");
        var totals = data.Read("cl_congreso_totales.csv");
        CheckSeries(candidates, totals);
        Binomial2013(candidates, totals, data, folders);
        Deputies1973(candidates, totals, data, folders);
    }

    /// <summary>Candidates, valid votes, elected and units of each chamber and year; unit by unit against its totals.</summary>
    static void CheckSeries(List<Row> candidates, List<Row> totals)
    {
        Check.Equal("candidates for Congress", 2_599, candidates.Count);
        foreach (var (year, chamber, persons, votes, elected, units) in new[]
        {
            ("1973", "camara", 322, 3_624_072, 150, 29), ("1989", "camara", 419, 6_797_122, 120, 60), ("2013", "camara", 470, 6_220_222, 120, 60),
            ("2013", "senado", 67, 4_943_883, 20, 10), ("2021", "camara", 1_256, 6_328_214, 155, 28),
        })
        {
            var own = candidates.Where(c => c["year"] == year && c["chamber"] == chamber).ToList();
            var ownTotals = totals.Where(t => t["year"] == year && t["chamber"] == chamber).ToList();
            Check.Equal($"{chamber} {year}, candidates", persons, own.Count(c => c["is_list_vote"] != "1"));
            Check.Sums($"{chamber} {year}", own, ("votes", votes), ("elected", elected));
            Check.Equal($"{chamber} {year}, units", units, ownTotals.Count);
            Check.Totals($"{chamber} {year}", ownTotals, "unit", "total", "valid", "blank", "null");
            Check.Valid($"{chamber} {year}", ownTotals, t => t["unit"], own.ToLookup(c => c["unit"]));
        }
    }

    static void Binomial2013(List<Row> candidates, List<Row> totals, Tables data, Folders folders)
    {
        var deputies = candidates.Where(c => c["year"] == "2013" && c["chamber"] == "camara").ToList();
        var senate = candidates.Where(c => c["year"] == "2013" && c["chamber"] == "senado").ToList();
        folders.Csv("cl-2013/places.csv", "place,parent,level,name",
        [
            ["cl", "", "country", "Chile"],
            .. deputies.DistinctBy(Unit).Select(c => new object?[] { Unit(c), "cl", "district", $"Distrito {Unit(c)}" }),
            .. senate.DistinctBy(Unit).Select(c => new object?[] { Unit(c), "cl", "senate-constituency", Unit(c) }),
        ]);
        Contest(folders, "cl-2013", "deputies", deputies, totals.Where(t => t["year"] == "2013" && t["chamber"] == "camara"));
        Contest(folders, "cl-2013", "senate", senate, totals.Where(t => t["year"] == "2013" && t["chamber"] == "senado"));
        Chile.Members(data, folders, "cl-2013", "2013", "2009", deputies: 120, senate: 38, senateThisYear: 20);
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
            quorums: quorums
            {{Chile.Chambers}}
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
        Check.Elected("deputies of 1973", deputies, "list", ("Confederación de la Democracia", 87), ("Unidad Popular", 63));
        foreach (var (list, votes) in new[] { ("Confederación de la Democracia", 2_008_620), ("Unidad Popular", 1_605_165), ("Unión Socialista Popular", 10_287) })
        {
            Check.Equal($"votes of {list} in 1973", votes, deputies.Where(d => d["list"] == list).Sum(d => d.Votes));
        }

        var units = deputies.DistinctBy(Unit).ToList();
        folders.Csv("cl-1973/places.csv", "place,parent,level,name",
        [
            ["cl", "", "country", "Chile"],
            .. units.Select(c => new object?[] { Unit(c), "cl", "district", Unit(c) }),
            .. ChileChambers.Places1973(data),
        ]);
        Contest(folders, "cl-1973", "deputies", deputies, totals.Where(t => t["year"] == "1973" && t["chamber"] == "camara"));
        Chile.Members(data, folders, "cl-1973", "1973", "1969", deputies: 150, senate: 50, senateThisYear: 25);
        folders.Text("cl-1973/election.yaml", $$"""
            {{Chile.Schema}}id: cl-1973
            title: { en: "Chile, Congress of 1973", es: "Chile, Congreso de 1973" }
            country: cl
            date: 1973-03-04
            places: places.csv
            levels:
              country: { en: Country, es: País }
              district: { en: District, es: Distrito }
              senate-constituency: { en: Group of provinces, es: Agrupación provincial }
            sources:
              - { id: archive, title: "Elección parlamentaria de 1973, votos por candidato y lista", publisher: "Dirección del Registro Electoral", via: "{{Via}}" }
            members: members.csv
            {{Chile.Chambers}}
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

            """ + ChileChambers.Senate1973(data, folders));
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

    /// <summary>The rounds, each with the date and the national sums that the archive's README states.</summary>
    static readonly (string Year, string Round, string Date, (string Option, long Votes)[] Sums)[] contests =
    [
        ("1989", "1", "1989-12-14", [("Patricio Aylwin", 3_850_571), ("Hernan Buchi", 2_052_116), ("Francisco Javier Errazuriz", 1_077_172)]),
        ("1993", "1", "1993-12-11", [("Eduardo Frei", 4_044_112)]),
        ("1999", "1", "1999-12-12", [("Ricardo Lagos", 3_383_334), ("Joaquin Lavin", 3_352_192)]),
        ("1999", "2", "2000-01-16", [("Ricardo Lagos", 3_683_158), ("Joaquin Lavin", 3_495_569)]),
        ("2005", "1", "2005-12-11", [("Michelle Bachelet", 3_190_691)]),
        ("2005", "2", "2006-01-15", [("Michelle Bachelet", 3_723_019), ("Sebastian Piñera", 3_236_394)]),
        ("2009", "1", "2009-12-13", [("Sebastian Piñera", 3_074_164)]),
        ("2009", "2", "2010-01-17", [("Sebastian Piñera", 3_591_182), ("Eduardo Frei", 3_367_790)]),
        ("2013", "1", "2013-11-17", [("Michelle Bachelet Jeria", 3_075_839)]),
        ("2013", "2", "2013-12-15", [("Michelle Bachelet Jeria", 3_470_379), ("Evelyn Matthei Fornet", 2_111_891)]),
        ("2017", "1", "2017-11-19", [("Sebastian Piñera Echenique", 2_411_317)]),
        ("2017", "2", "2017-12-17", [("Sebastian Piñera Echenique", 3_788_641), ("Alejandro Guillier Alvarez", 3_147_868)]),
    ];

    /// <summary>Ballot boxes of women and of men, as the source marks them, and the place that each is within a commune.</summary>
    static readonly (string Mark, string Voters, string Name)[] boxes = [("F", "women", "Mujeres"), ("M", "men", "Varones")];

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
        foreach (var (choice, sum) in new[] { ("allende", 1_070_330), ("alessandri", 1_031_161), ("tomic", 821_801) })
        {
            Check.Equal($"president 1970, {choice}", sum, rows.Where(r => Choice(r) == choice).Sum(r => r.Votes));
        }

        var counts = data.Read("cl_pres_1964_1970_nacional.csv").Where(r => r["year"] == "1970").ToList();
        var nextDay = counts.Where(r => r["source"].Contains("1970-09-05", StringComparison.Ordinal)).ToList();
        var congress = counts.Where(r => r["item"] == "congress_vote");
        string Figure(Row r) => r["item"] switch { "candidate" => Choice(r), "voters" => "cast", var item => item };
        folders.Csv("cl-1970/places.csv", "place,parent,level,name",
            [["cl", "", "country", "Chile"], .. rows.Select(r => r["province"]).Distinct().Select(p => new object?[] { p, "cl", "province", accents.GetValueOrDefault(p, p) })]);
        folders.Csv("cl-1970/candidacies-president.csv", "choice,district,list,candidate", candidates.Select(c => new object?[] { c.Id, "cl", c.Party, c.Name }));
        folders.Results("cl-1970/results-president.csv", "president", rows.Select(r => (r["province"], Choice(r), r.Count("votes"))));
        folders.Csv("cl-1970/congress-president.csv", "candidate,votes", congress.Select(r => new object?[] { r["candidate"], r["value"] }));
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
              - { id: tricel, title: { en: "Final count of the TRICEL, as generally quoted", es: "Recuento final del TRICEL, como se cita en general" }, publisher: TRICEL, note: { en: "From general knowledge; the document itself was not read.", es: "De conocimiento general; no se leyó el documento." } }
              - { id: next-day, title: { en: "Count published on 5 September 1970", es: "Recuento publicado el 5 de septiembre de 1970" }, publisher: "Ministerio del Interior", via: "es.wikipedia.org, elección presidencial de 1970 (CC BY-SA)" }
              - { id: encyclopedia, title: { en: "Roll of electors of 1970", es: "Padrón electoral de 1970" }, via: "es.wikipedia.org, elección presidencial de 1970 (CC BY-SA)" }
              - { id: congress, title: { en: "Vote of the Congreso Pleno, 24 October 1970", es: "Votación del Congreso Pleno, 24 de octubre de 1970" }, publisher: "Congreso Nacional", via: "es.wikipedia.org, elección presidencial de 1970 (CC BY-SA)", note: { en: "Blank ballots are not included: no official figure was found.", es: "No incluye los votos en blanco: no se encontró una cifra oficial." } }
            contests:
              - id: president
                title: { en: "President", es: "Presidencial" }
                rule: president-1925
                seats: { cl: 1 }
                candidacies: candidacies-president.csv
                results: results-president.csv
                congress: congress-president.csv
                sources: [communes, tricel, next-day, encyclopedia, congress]
                outcome: outcome-president.csv
                stated:
                  - { source: tricel, figures: { allende: 1070334, alessandri: 1031159, tomic: 821801 } }
                  - { source: next-day, count: preliminary, figures: {{Chile.Figures(nextDay.Select(r => (Figure(r), r.Count("value")!.Value)))}} }
                  - { source: encyclopedia, figures: {{Chile.Figures(counts.Where(r => r["item"] == "registered").Select(r => (Figure(r), r.Count("value")!.Value)))}} }
                note:
                  en: "Two counts of 1970 circulate: the one published the next day and the final one. The sum of the communes is given here, and its difference from both is a finding. Roll, blank and null votes are not in the source by province."
                  es: "Circulan dos recuentos de 1970: el publicado al día siguiente y el final. Aquí se da la suma de las comunas, y su diferencia con ambos es una observación. La fuente no trae padrón, blancos ni nulos por provincia."

            """);
    }

    static void Make1989To2017(Tables data, Folders folders)
    {
        const string id = "cl-1989-2017";
        var rows = data.ReadArchive("cl_pres_1989_2017_comuna_full.csv.gz");
        Check.Equal("rows of presidents 1989-2017", 40_799, rows.Count);
        var national = data.ReadArchive("cl_participacion_nacional_1988_2025.csv").Where(r => r["scope"] == "Chile").ToLookup(r => r["date"]);
        var separate = rows.Where(r => r["mesa_sex"] != "X").Select(r => r["cut_comuna"]).ToHashSet();
        Chile.Places(data, folders, id, [
            .. from commune in data.Communes.OrderBy(c => c.Count("cut_comuna"))
               where separate.Contains(commune["cut_comuna"])
               from box in boxes
               select new Chile.Other($"{commune["cut_comuna"]}-{box.Voters}", commune["cut_comuna"], "boxes", $"{commune["comuna"]}, {box.Name}", box.Voters)]);
        var described = new StringBuilder();
        foreach (var (year, round, date, sums) in contests)
        {
            var own = rows.Where(r => r["year"] == year && r["round"] == round).ToList();
            Check.Equal($"president {year}, rows of round {round} of another day", 0, own.Count(r => r["date"] != date));
            described.Append(Round1989To2017(data, folders, new Round(id, year, round, date, own, national[date].Single(r => r["election"].StartsWith("president", StringComparison.Ordinal))), sums));
        }

        folders.Text($"{id}/election.yaml", $$"""
            {{Chile.Schema}}id: cl-1989-2017
            title: { en: "Chile, presidents 1989-2017", es: "Chile, presidenciales 1989-2017" }
            country: cl
            date: 2017-12-17
            places: places.csv
            {{Chile.Map}}
            {{Chile.Levels}}
              boxes: { en: Ballot boxes, es: Mesas }
            voters:
              women: { en: Women, es: Mujeres }
              men: { en: Men, es: Hombres }
            sources:
              - { id: servel, title: "Elecciones presidenciales 1989-2017, votación por mesa", publisher: "SERVEL, TRICEL", via: "tresquintos/datos@d677ea9", note: { en: "Added up by commune. The source exchanges the boxes of women and men in 1993, 1999 (first round) and 2005 (both rounds); here they stand right: women are 52 to 53 per cent of those who voted, as in all other years.", es: "Sumadas por comuna. La fuente intercambia las mesas de mujeres y de varones en 1993, 1999 (primera votación) y 2005 (ambas); aquí están en su lugar: las mujeres son 52 a 53 por ciento de quienes votaron, como en todos los demás años." } }
              - { id: national, title: { en: "National counts and rolls of presidential elections", es: "Cómputos y padrones nacionales de elecciones presidenciales" }, publisher: "SERVEL, TRICEL", via: "es.wikipedia.org (CC BY-SA), datachile/datachile-etl@8fa5773", note: { en: "Figures for Chile as a whole, as encyclopedias and the press quote them; the roll of 2013 and 2017 is everybody entitled, entered without asking.", es: "Cifras para Chile en total, como las citan enciclopedias y la prensa; el padrón de 2013 y 2017 es de inscripción automática." } }
            contests:

            """ + described);
    }

    /// <summary>One round: its rows by commune, box and option, and its national figures.</summary>
    sealed record Round(string Election, string Year, string Number, string Date, List<Row> Rows, Row National)
    {
        public string Id => $"president-{Year}-{Number}";
    }

    /// <summary>Writes the tables of a round and returns its entry in the folder's description.</summary>
    static string Round1989To2017(Tables data, Folders folders, Round round, (string Option, long Votes)[] sums)
    {
        var names = round.Rows.Where(r => r["option"] is not ("blank" or "null")).Select(r => (Name: r["option"], Party: r["party"])).DistinctBy(n => n.Name).ToList();
        string Choice(Row r) => r["option"] is "blank" or "null" ? r["option"] : Slug(r["option"]);
        string Unit(Row r) => r["mesa_sex"] == "X" ? r["cut_comuna"] : $"{r["cut_comuna"]}-{boxes.Single(b => b.Mark == r["mesa_sex"]).Voters}";
        folders.Csv($"{round.Election}/candidacies-{round.Id}.csv", "choice,district,party,candidate", names.Select(n => new object?[] { Slug(n.Name), "cl", Party(n.Party), n.Name }));
        var order = names.Select(n => n.Name).Concat(["blank", "null"]).ToList();
        folders.Results($"{round.Election}/results-{round.Id}.csv", round.Id, round.Rows
            .OrderBy(r => r.Count("cut_comuna")).ThenBy(r => r["mesa_sex"], StringComparer.Ordinal).ThenBy(r => order.IndexOf(r["option"]))
            .Select(r => (Unit(r), Choice(r), r.Count("votes")))
            .Concat(Roll(data, round).Select(r => (r["cut_comuna"], "registered", r.Count("registered")))));
        foreach (var (option, sum) in sums)
        {
            Check.Equal($"{round.Id} {option}", sum, round.Rows.Where(r => r["option"] == option).Sum(r => r.Votes));
        }

        var units = round.Rows.GroupBy(r => (r["cut_comuna"], r["mesa_sex"])).ToList();
        Check.Equal($"{round.Id}, units without all options once", 0, units.Count(u => u.Count() != order.Count || u.DistinctBy(r => r["option"]).Count() != order.Count));
        return Entry(round, [.. data.Communes.Where(c => !round.Rows.Any(r => r["cut_comuna"] == c["cut_comuna"]))], sums);
    }

    /// <summary>The roll by commune, which the result service of 2017 alone tells.</summary>
    static List<Row> Roll(Tables data, Round round) =>
        [.. data.ReadArchive("cl_participacion_2016_2017_comuna.csv").Where(r => r["year"] == round.Year && r["election"] == $"president_round_{round.Number}")];

    /// <summary>The party as the source prints it; it prints NULL for one who stood as an independent.</summary>
    static string Party(string printed) => printed == "NULL" ? "INDEP" : printed;

    /// <summary>What the reader must know of a round, in English and Spanish.</summary>
    static (string En, string Es) Caveat(Round round, List<Row> absent)
    {
        var names = string.Join(", ", absent.Select(c => c["comuna"]));
        var (noRows, sinFilas) = absent.Count == 0 ? ("all with rows", "todas con filas") : ($"without rows of {names}", $"sin filas de {names}");
        return round.Year == "2017"
            ? ($"In Chile only, by the communes of today, {noRows}; the vote abroad is not in the source. The roll by commune is that of the result service.",
                $"Solo en Chile, por las comunas de hoy, {sinFilas}; el voto en el extranjero no está en la fuente. El padrón por comuna es el del servicio de resultados.")
            : absent.Count == 0
                ? ("By the communes of today, all with rows. No roll by commune.", "Por las comunas de hoy, todas con filas. Sin padrón por comuna.")
                : ($"By the communes of today, {noRows}: unknown, not zero, and perhaps counted in the communes beside them. No roll by commune.",
                    $"Por las comunas de hoy, {sinFilas}: se desconoce, no es cero, y quizá se cuentan en las comunas vecinas. Sin padrón por comuna.");
    }

    static string Entry(Round round, List<Row> absent, (string Option, long Votes)[] sums)
    {
        var (en, es) = Caveat(round, absent);
        var first = round.Number == "2" ? $"\n    first-round: president-{round.Year}-1" : "";

        // People abroad voted from 2017 on, and their roll grew with each election: it was 71,018 in 2021.
        var lacks = round.Year == "2017" ? "\n    lacks:\n      - { name: { en: the vote abroad, es: el voto en el extranjero }, at-most: 71018 }" : "";
        var stated = new[] { ("registered", "registered"), ("cast", "votes_cast"), ("valid", "valid"), ("blank", "blank"), ("null", "null") }
            .Select(f => (f.Item1, Votes: round.National.Count(f.Item2))).Where(f => f.Votes is not null).Select(f => (f.Item1, f.Votes!.Value));
        return $$"""
              - id: {{round.Id}}
                title: { en: "President {{round.Year}}, {{(round.Number == "1" ? "first" : "second")}} round", es: "Presidencial {{round.Year}}, {{(round.Number == "1" ? "primera" : "segunda")}} votación" }
                date: {{round.Date}}
                rule: president-1980
                round: {{round.Number}}{{first}}
                balance: cast = valid + blank + null
                seats: { cl: 1 }
                candidacies: candidacies-{{round.Id}}.csv
                results: results-{{round.Id}}.csv
                sources: [servel, national]
                stated:
                  - { source: national, figures: {{Chile.Figures(stated.Concat(sums.Select(s => (Slug(s.Option), s.Votes))))}} }{{lacks}}
                note:
                  en: "{{en}}"
                  es: "{{es}}"

            """;
    }

    /// <summary>A name as an id: small letters and hyphens.</summary>
    /// <remarks>The only letter of the names beyond ASCII is ñ; any other stops the script rather than be lost.</remarks>
    static string Slug(string name) => string.Concat(name.ToUpperInvariant().Select(c => c switch
    {
        'Ñ' => 'n',
        ' ' or '-' => '-',
        >= 'A' and <= 'Z' => char.ToLowerInvariant(c),
        _ => throw new InvalidDataException($"'{c}' in '{name}' has no letter for an id."),
    }));
}

/// <summary>The plebiscites of 2020, 2022 and 2023.</summary>
static class ChilePlebiscites
{
    static readonly (string Year, string Date, string En, string Es, string Status, string AbroadFor, string AbroadAgainst)[] plebiscites =
    [
        ("2020", "2020-10-25", "Chile, plebiscite of 2020", "Chile, plebiscito de 2020", "preliminary", "25,331", "6,323"),
        ("2022", "2022-09-04", "Chile, constitutional plebiscite of 2022", "Chile, plebiscito constitucional de 2022", "final", "36,045", "23,120"),
        ("2023", "2023-12-17", "Chile, constitutional plebiscite of 2023", "Chile, plebiscito constitucional de 2023", "final", "11,002", "12,434"),
    ];

    static readonly Dictionary<string, string> options = new()
    {
        ["Apruebo"] = "approve",
        ["Rechazo"] = "reject",
        ["Convención Constitucional"] = "convention",
        ["Convención Mixta Constitucional"] = "mixed",
        ["A favor"] = "for",
        ["En contra"] = "against",
        ["Votos Nulos"] = "null",
        ["Votos en Blanco"] = "blank",
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
        foreach (var (year, date, en, es, status, abroadFor, abroadAgainst) in plebiscites)
        {
            var id = $"cl-{year}";
            Chile.Places(data, folders, id);
            var questions = rows.Where(r => r["year"] == year).GroupBy(r => r["question"]).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
            var entries = questions.Select(q => Question(data, folders, id, year, q.Key, [.. q], status, abroadFor, abroadAgainst));
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
                {{(year == "2023" ? ChileCouncil.Source : year == "2022" ? Roll : "")}}
                contests:

                """.Replace("\n\ncontests:", "\ncontests:") + string.Concat(entries) + (year == "2023" ? $"{ChileCouncil.Make(data, folders)}" : ""));
        }
    }

    static string Roll => Describing.Source("roll", "Plebiscito de 2022, electores por comuna", "SERVEL", "torco/plebiscitos@3ad8261", "344 of 346 communes: without Paihuano and O'Higgins.", "344 de 346 comunas: sin Paihuano y O'Higgins.");

    static string Question(Tables data, Folders folders, string id, string year, string question, List<Row> rows, string status, string abroadFor, string abroadAgainst)
    {
        var contest = question == "1" ? "plebiscite" : "organ";
        foreach (var ((_, _, choice), sum) in sums.Where(s => s.Key.Year == year && s.Key.Question == question))
        {
            Check.Equal($"{id} {contest} {choice}", sum, rows.Where(r => options[r["option"]] == choice).Sum(r => r.Votes));
        }

        Check.Equal($"{id} {contest}, communes", 346, rows.DistinctBy(r => r["cut_comuna"]).Count());
        Check.Equal($"{id} {contest}, rows that are not {status}", 0, rows.Count(r => r["status"] != status));
        folders.Csv($"{id}/candidacies-{contest}.csv", "choice,district,candidate", rows.Select(r => r["option"]).Distinct()
            .Where(o => options[o] is not ("blank" or "null")).Select(o => new object?[] { options[o], "cl", o }));
        var roll = year == "2022" ? data.ReadArchive("cl2022_plebiscito_electores_comuna.csv") : [];
        Check.Equal($"{id} {contest}, registered", year == "2022" ? 15_070_751 : 0, roll.Sum(r => r.Count("registered")!.Value));
        folders.Results($"{id}/results-{contest}.csv", contest, rows.Select(r => (r["cut_comuna"], options[r["option"]], r.Count("votes"))).Concat(roll.Select(r => (r["cut_comuna"], "registered", r.Count("registered")))));
        var (en, es) = (year, question) switch
        {
            ("2020", "1") => ("Do you want a new Constitution?", "¿Quiere usted una Nueva Constitución?"),
            ("2020", _) => ("Which body should write it?", "¿Qué tipo de órgano debiera redactarla?"),
            _ => ("Do you approve the text?", "¿Aprueba el texto propuesto?"),
        };
        var figures = Chile.Figures(sums.Where(s => s.Key.Year == year && s.Key.Question == question).Select(s => (s.Key.Choice, s.Value)));
        var count = status == "preliminary" ? "\n    count: preliminary" : "";

        // Where the vote abroad is not known, its roll bounds it: it grew with each election, and was 71,018 in 2021.
        static long Votes(string printed) => long.Parse(printed, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        (string, long)[] known = [(year == "2023" ? "for" : "approve", Votes(abroadFor)), (year == "2023" ? "against" : "reject", Votes(abroadAgainst))];
        var abroad = question == "1" ? $"figures: {Chile.Figures(known)}" : "at-most: 71018";
        return $$"""
              - id: {{contest}}
                title: { en: "{{en}}", es: "{{es}}" }
                kind: plebiscite
                candidacies: candidacies-{{contest}}.csv
                results: results-{{contest}}.csv
                balance: cast = valid + blank + null
                sources: [servel{{(year == "2022" ? ", roll" : "")}}]
                stated:
                  - { source: servel, figures: {{figures}} }{{count}}
                lacks:
                  - { name: { en: the vote abroad, es: el voto en el extranjero }, {{abroad}} }
                note:
                  en: "{{(status == "preliminary" ? "Preliminary count" : "Final count")}} of the vote in Chile; {{(year == "2022" ? "the roll is known in 344 of 346 communes" : "the source has no roll")}}. {{(question == "1" ? $"The vote abroad, not included, was {abroadFor} for and {abroadAgainst} against." : "The vote abroad is not included.")}}"
                  es: "{{(status == "preliminary" ? "Recuento preliminar" : "Recuento final")}} del voto en Chile; {{(year == "2022" ? "el padrón se conoce en 344 de 346 comunas" : "la fuente no trae padrón")}}. {{(question == "1" ? $"El voto en el extranjero, no incluido, fue de {abroadFor.Replace(',', '.')} a favor y {abroadAgainst.Replace(',', '.')} en contra." : "No incluye el voto en el extranjero.")}}"

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
        folders.Csv("cl-1971/candidacies-municipal.csv", "choice,district,list,party", rows.Select(r => new object?[] { r["party"], "cl", r["bloc"], r["name"] }));
        folders.Results("cl-1971/results-municipal.csv", "municipal",
            [("cl", "registered", 3_792_682), ("cl", "cast", 2_835_412), .. rows.Select(r => ("cl", r["party"], r.Count("votes")))]);
        folders.Text("cl-1971/election.yaml", $$"""
            {{Chile.Schema}}id: cl-1971
            title: { en: "Chile, municipal election of 1971", es: "Chile, elección municipal de 1971" }
            country: cl
            date: 1971-04-04
            places: places.csv
            levels:
              country: { en: Country, es: País }
            sources:
              - { id: encyclopedia, title: "Elección municipal de 1971, votos por partido", via: "es.wikipedia.org (CC BY-SA)", note: { en: "An encyclopedia's table of the official count; the count itself was not read.", es: "Tabla de una enciclopedia sobre el recuento oficial; no se leyó el recuento mismo." } }
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
