/// <summary>Municipal elections: councils of 1992, 1996, 2000 and 2016, mayors of 2008 and 2016, and both votes of 2024.</summary>
static class ChileMunicipal
{
    const string Antarctica = "12202";

    const string CouncilLaw = "municipal-councils-lists";

    static readonly (string Year, string Office, string Date, string Alone, int Communes)[] votes =
    [
        ("1992", "concejal", "1992-06-28", "CI", 333), ("1996", "concejal", "1996-10-27", "CI", 342), ("2000", "concejal", "2000-10-29", "CI", 342),
        ("2008", "alcalde", "2008-10-26", "CI", 345), ("2016", "alcalde", "2016-10-23", "T", 345), ("2016", "concejal", "2016-10-23", "T", 345),
    ];

    static readonly Dictionary<string, (long Valid, long Blank, long Null)> sums = new()
    {
        ["1992 concejal"] = (6_407_946, 214_032, 418_775), ["1996 concejal"] = (6_313_399, 217_027, 562_400), ["2000 concejal"] = (6_515_471, 181_985, 392_319),
        ["2008 alcalde"] = (6_362_068, 189_770, 407_174), ["2016 alcalde"] = (4_751_692, 64_891, 110_352), ["2016 concejal"] = (4_549_979, 165_520, 200_037),
    };

    public static void Make(Tables data, Folders folders)
    {
        var rows = data.ReadArchive("cl_municipal_1992_2016_candidatos.csv.gz");
        var totals = data.ReadArchive("cl_municipal_1992_2016_totales.csv.gz");
        Check.Equal("municipal candidates 1992-2016", 32_084, rows.Count);
        Check.Equal("municipal totals 1992-2016", 2_052, totals.Count);
        var turnout = data.ReadArchive("cl_participacion_2016_2017_comuna.csv");
        Check.Equal("registered in 2016", 14_121_316, turnout.Where(r => r["election"] == "municipal_alcalde").Sum(r => r.Count("registered")!.Value));
        foreach (var year in votes.GroupBy(v => v.Year))
        {
            var id = $"cl-{year.Key}";
            Chile.Places(data, folders, id);
            var contests = year.Select(v => Contest(
                folders, id, v, [.. rows.Where(r => r["year"] == v.Year && r["office"] == v.Office)], [.. totals.Where(r => r["year"] == v.Year && r["office"] == v.Office)],
                [.. turnout.Where(r => r["year"] == v.Year && r["election"] == $"municipal_{v.Office}")])).ToList();
            folders.Text($"{id}/election.yaml", Describing.Folder(id, ($"Chile, municipal election of {year.Key}", $"Chile, elección municipal de {year.Key}"), year.First().Date, Chile.Levels,
            [
                Describing.Source("servel", $"Elecciones municipales {year.Key}, votación por candidatura", "SERVEL, TRICEL", "tresquintos/datos@d677ea9", "By the communes of today; lists bear their letters only, and sub-pacts are not in the source.", "Por las comunas de hoy; las listas llevan solo su letra, y la fuente no trae los subpactos."),
                .. year.Key == "2016" ? new[] { Describing.Source("result-service", "Resultados municipales 2016, padrón por comuna", "SERVEL", "datachile/datachile-etl@8fa5773") } : [],
            ], contests, map: true));
        }
    }

    static Entry Contest(Folders folders, string election, (string Year, string Office, string Date, string Alone, int Communes) vote, List<Row> candidates, List<Row> totals, List<Row> turnout)
    {
        var council = vote.Office == "concejal";
        var id = council ? "councils" : "mayors";
        var (valid, blank, @null) = sums[$"{vote.Year} {vote.Office}"];
        Check.Equal($"{id} {vote.Year}, communes", vote.Communes, totals.Count);
        Check.Sums($"{id} {vote.Year}", totals, ("valid", valid), ("blank", blank), ("null", @null));
        Check.Totals($"{id} {vote.Year}", totals, "comuna", "total", "valid", "blank", "null");
        Check.Valid($"{id} {vote.Year}", totals, t => t["cut_comuna"], candidates.ToLookup(c => c["cut_comuna"]));
        var rows = Chile.Numbered(candidates, r => r["cut_comuna"]);
        folders.Csv($"{election}/candidacies-{id}.csv.gz", "choice,district,list,party,candidate,kind,sex", rows.Select(r => r.Row["list"] == vote.Alone
            ? new object?[] { r.Id, r.Row["cut_comuna"], "", r.Row["party"], r.Row["candidate"], "independent", r.Row["sex"] }
            : [r.Id, r.Row["cut_comuna"], r.Row["list"], r.Row["party"], r.Row["candidate"], "", r.Row["sex"]]));
        var roll = turnout.ToDictionary(t => t["cut_comuna"], t => t.Count("registered"));
        folders.Results($"{election}/results-{id}.csv.gz", id,
            (from t in totals
             from figure in new[] { ("registered", roll.GetValueOrDefault(t["cut_comuna"])), ("blank", t.Count("blank")), ("null", t.Count("null")) }
             select (t["cut_comuna"], figure.Item1, figure.Item2)).Concat(rows.Select(r => (r.Row["cut_comuna"], r.Id, r.Row.Count("votes")))));
        var elected = rows.Where(r => r.Row["elected"] == "1" && r.Row["cut_comuna"] != Antarctica).ToList();
        folders.Csv($"{election}/outcome-{id}.csv", "district,choice,candidate", elected.Select(r => new object?[] { r.Row["cut_comuna"], r.Id, r.Row["candidate"] }));
        // Two with the most votes: the source marks one of them, whom lots must have named.
        var lots = council ? [] : elected.Where(e => rows.Count(r => r.Row["cut_comuna"] == e.Row["cut_comuna"] && r.Row.Votes == e.Row.Votes) > 1).ToList();
        var tied = lots.Count > 0;
        if (tied)
        {
            folders.Csv($"{election}/lots-{id}.csv", "district,level,winner", lots.Select(l => new object?[] { l.Row["cut_comuna"], "candidate", l.Row["candidate"] }));
        }

        return new(id, council ? "Municipal councils" : "Mayors", council ? "Concejos municipales" : "Alcaldías")
        {
            Rule = council ? CouncilLaw : "mayors", Balanced = true, Packed = ".gz", HasOutcome = true, HasLots = tied, Sources = roll.Count > 0 ? "servel, result-service" : "servel",
            Seats = council ? Chile.Seats(elected.CountBy(r => r.Row["cut_comuna"]).Select(c => (c.Key, (long)c.Value))) : Chile.Seats(totals.Where(t => t["cut_comuna"] != Antarctica).Select(t => (t["cut_comuna"], 1L))),
            Stated = [$"{{ source: servel, figures: {Chile.Figures([("valid", valid), ("blank", blank), ("null", @null), ("cast", valid + blank + @null)])} }}", .. roll.Count > 0 ? ["{ source: result-service, figures: { registered: 14121316 } }"] : Array.Empty<string>()],
            Note = Note(vote.Year, council),
        };
    }

    static (string, string) Note(string year, bool council) => (year, council) switch
    {
        ("1992", _) => ("Seats of lists only: sub-pacts are not in the source. The source prints the day as 28 October. Thirteen communes of today have no row.", "Solo escaños de listas: la fuente no trae los subpactos. La fuente imprime el día como 28 de octubre. Trece comunas de hoy no tienen fila."),
        ("1996", _) => ("Seats of lists only: sub-pacts are not in the source. Rows of Antártica are counted and fill no seat: it has no council. In Palmilla the official seats are not those of the votes.", "Solo escaños de listas: la fuente no trae los subpactos. Las filas de Antártica se cuentan y no llenan escaños: no tiene concejo. En Palmilla los escaños oficiales no son los de los votos."),
        ("2000", _) => ("Seats of lists only: sub-pacts are not in the source. Rows of Antártica are counted and fill no seat: it has no council. In Castro and San Pablo the official seats are not those of the votes.", "Solo escaños de listas: la fuente no trae los subpactos. Las filas de Antártica se cuentan y no llenan escaños: no tiene concejo. En Castro y San Pablo los escaños oficiales no son los de los votos."),
        ("2016", true) => ("Seats of lists only: sub-pacts are not in the source. In La Cisterna the official seats are not those of the votes. Antártica, whose 314 registered are in the stated roll, has no row.", "Solo escaños de listas: la fuente no trae los subpactos. En La Cisterna los escaños oficiales no son los de los votos. Antártica, cuyos 314 inscritos están en el padrón declarado, no tiene fila."),
        ("2016", false) => ("In Huara two had 1,058 votes each; the source marks who was elected, taken as drawn by lot. In Río Claro it marks nobody. Antártica, whose 314 registered are in the stated roll, has no row.", "En Huara dos tuvieron 1.058 votos cada uno; la fuente marca a quien fue elegido, que se toma como sorteado. En Río Claro no marca a nadie. Antártica, cuyos 314 inscritos están en el padrón declarado, no tiene fila."),
        _ => ("The source has no roll. In Timaukel two had as many votes each; the source marks who was elected, taken as drawn by lot.", "La fuente no trae padrón. En Timaukel dos tuvieron los mismos votos; la fuente marca a quien fue elegido, que se toma como sorteado."),
    };
}

/// <summary>The elections of October 2024: regional councils by candidate, final; mayors, preliminary.</summary>
static class Chile2024
{
    const string Antarctica = "12202";

    const string CapeHorn = "12201";

    public static void Make(Tables data, Folders folders)
    {
        var candidates = data.ReadArchive("cl2024_core_candidatos.csv");
        var votes = data.ReadArchive("cl2024_core_comuna.csv.gz");
        var turnout = data.ReadArchive("cl2024_core_participacion_comuna.csv");
        Check.Equal("candidates for regional councils", 2_515, candidates.Count);
        Check.Sums("regional councils", candidates, ("votes", 9_731_542), ("elected", 302));
        Check.Sums("turnout of regional councils", turnout, ("mesas", 40_014), ("registered", 15_450_377), ("votes_cast", 13_110_296));
        var constituencies = candidates.DistinctBy(Constituency).OrderBy(r => r.Count("cut_region")).ThenBy(Constituency, StringComparer.Ordinal).ToList();
        Check.Equal("provincial constituencies", 66, constituencies.Count);
        Check.Equal("seats of regional councils", 302, constituencies.Sum(r => r.Count("seats")!.Value));
        var of = votes.DistinctBy(r => r["cut_comuna"]).ToDictionary(r => r["cut_comuna"], Constituency);
        Check.Equal("communes within one constituency", of.Count, votes.DistinctBy(r => (r["cut_comuna"], Constituency(r))).Count());
        folders.Csv("cl-2024/places.csv", "place,parent,level,name",
        [
            ["cl", "", "country", "Chile"],
            .. data.Communes.DistinctBy(c => c["cut_region"]).OrderBy(c => c.Count("cut_region")).Select(r => new object?[] { Chile.Region(r), "cl", "region", r["region"] }),
            .. constituencies.Select(c => new object?[] { Constituency(c), $"region-{c["cut_region"]}", "constituency", c["provincial_circumscription"] }),
            .. data.Communes.OrderBy(c => c.Count("cut_comuna")).Select(c => new object?[] { c["cut_comuna"], of[c["cut_comuna"]], "commune", c["comuna"] }),
        ]);
        folders.Text("cl-2024/election.yaml", Describing.Folder("cl-2024", ("Chile, elections of October 2024", "Chile, elecciones de octubre de 2024"), "2024-10-27",
            Describing.Country + "\n  region: { en: Region, es: Región }\n  constituency: { en: Provincial constituency, es: Circunscripción provincial }\n  commune: { en: Commune, es: Comuna }",
            [
                Describing.Source("servel-core", "2024_10_ConsejerosRegionales_DatosEleccion", "SERVEL", "bastianolea/servel_elecciones_core@d1c4456"),
                Describing.Source("servel-live", "Resultados de alcaldías, 28 de octubre de 2024", "SERVEL", "bastianolea/servel_scraping_votaciones@dc26b8b (GPL-3)", "The live page, preliminary: all stations in 344 communes, 289 of 290 in Renca, 963 of 965 in Santiago.", "La página en vivo, preliminar: todas las mesas en 344 comunas, 289 de 290 en Renca, 963 de 965 en Santiago."),
            ], [Councils(folders, candidates, votes, turnout, constituencies), Mayors(data, folders, turnout)], map: true));
    }

    static string Constituency(Row row) => $"core-{row["cut_region"]}-{row["provincial_circumscription"].ToLowerInvariant().Replace(' ', '-')}";

    static Entry Councils(Folders folders, List<Row> candidates, List<Row> votes, List<Row> turnout, List<Row> constituencies)
    {
        var rows = Chile.Numbered(candidates, Constituency);
        var id = rows.ToDictionary(r => (Constituency(r.Row), r.Row["number"], r.Row["candidate"]), r => r.Id);
        string Choice(Row r) => r["candidate"] switch { "VOTOS EN BLANCO" => "blank", "VOTOS NULOS" => "null", _ => id[(Constituency(r), r["number"], r["candidate"])] };
        foreach (var sum in votes.GroupBy(Choice).Where(g => g.Key is not ("blank" or "null")))
        {
            Check.Equal($"regional councils, {sum.Key} by commune", rows.Single(r => r.Id == sum.Key).Row.Votes, sum.Sum(r => r.Votes));
        }

        folders.Csv("cl-2024/candidacies-regional-councils.csv.gz", "choice,district,list,subpact,party,candidate,kind", rows.Select(r => r.Row["pact"] == "INDEPENDIENTES"
            ? new object?[] { r.Id, Constituency(r.Row), "", "", r.Row["party"], r.Row["candidate"], "independent" }
            : [r.Id, Constituency(r.Row), r.Row["pact"], r.Row["subpact"], r.Row["party"], r.Row["candidate"], ""]));
        folders.Results("cl-2024/results-regional-councils.csv.gz", "regional-councils",
            (from t in turnout
             from figure in new[] { ("registered", "registered"), ("cast", "votes_cast") }
             select (t["cut_comuna"], figure.Item1, t.Count(figure.Item2))).Concat(votes.Select(v => (v["cut_comuna"], Choice(v), v.Count("votes")))));
        folders.Csv("cl-2024/outcome-regional-councils.csv", "district,choice,candidate", rows.Where(r => r.Row["elected"] == "1").Select(r => new object?[] { Constituency(r.Row), r.Id, r.Row["candidate"] }));
        return new("regional-councils", "Regional councils", "Consejos regionales")
        {
            Rule = "regional-councils", Seats = Chile.Seats(constituencies.Select(c => (Constituency(c), c.Count("seats")!.Value))), Balanced = true, Packed = ".gz", HasOutcome = true, Sources = "servel-core",
            Stated = ["{ source: servel-core, figures: { registered: 15450377, valid: 9731542, cast: 13110296 } }"],
            Note = ("Definitive result. In 31 stations votes exceed the roll. In Cachapoal I, list Y, an independent with 8,353 votes sits, where the rule gives the seat to the party's own member.", "Resultado definitivo. En 31 mesas los votos superan el padrón. En Cachapoal I, lista Y, ocupa el cargo una persona independiente con 8.353 votos, donde la regla lo da a la militancia del partido."),
        };
    }

    static Entry Mayors(Tables data, Folders folders, List<Row> turnout)
    {
        var all = data.ReadArchive("cl2024_alcaldes_comuna_preliminar.csv.gz");
        Check.Equal("rows of mayors 2024", 1_922, all.Count);
        Check.Equal("valid votes of mayors 2024", 11_700_818, all.Where(r => r["candidate"] != "blank_and_null").Sum(r => r.Votes));
        var southern = all.Where(r => r["cut_comuna"] == Antarctica).ToDictionary(r => r["candidate"], r => r.Votes);
        Check.Equal("choices of Antártica in Cabo de Hornos", southern.Count, all.Count(r => r["cut_comuna"] == CapeHorn && southern.ContainsKey(r["candidate"])));
        var rows = all.Where(r => r["cut_comuna"] != Antarctica).ToList();
        var ballot = Chile.Numbered(rows.Where(r => r["candidate"] != "blank_and_null"), r => r["cut_comuna"]);
        long Votes(Row r) => r.Votes + (r["cut_comuna"] == CapeHorn ? southern.GetValueOrDefault(r["candidate"]) : 0);
        folders.Csv("cl-2024/candidacies-mayors.csv.gz", "choice,district,list,party,candidate,kind", ballot.Select(r => r.Row["list"] == "CANDIDATURAS INDEPENDIENTES"
            ? new object?[] { r.Id, r.Row["cut_comuna"], "", r.Row["party"], r.Row["candidate"], "independent" }
            : [r.Id, r.Row["cut_comuna"], r.Row["list"][(r.Row["list"].IndexOf(" - ", StringComparison.Ordinal) + 3)..], r.Row["party"], r.Row["candidate"], ""]));
        var roll = turnout.GroupBy(t => t["cut_comuna"] == Antarctica ? CapeHorn : t["cut_comuna"]).ToDictionary(g => g.Key, g => g.Sum(t => t.Count("registered")));
        folders.Results("cl-2024/results-mayors.csv.gz", "mayors",
            [.. rows.Where(r => r["candidate"] == "blank_and_null").SelectMany(r => new[] { (r["cut_comuna"], "registered", roll[r["cut_comuna"]]), (r["cut_comuna"], "blank-or-null", (long?)Votes(r)) }), .. ballot.Select(r => (r.Row["cut_comuna"], r.Id, (long?)Votes(r.Row)))]);
        return new("mayors", "Mayors", "Alcaldías")
        {
            Rule = "mayors", Seats = "1", Balanced = true, Packed = ".gz", Sources = "servel-live, servel-core", Preliminary = true, Stated = ["{ source: servel-live, count: preliminary, figures: { valid: 11700818 } }"],
            Note = ("Preliminary. Blank and null votes are one figure. Antártica has no mayor of its own: its votes are counted in Cabo de Hornos. The roll is that of the regional councils of the same day.", "Preliminar. Blancos y nulos son una sola cifra. Antártica no tiene alcaldía propia: sus votos se cuentan en Cabo de Hornos. El padrón es el de los consejos regionales del mismo día."),
        };
    }
}
