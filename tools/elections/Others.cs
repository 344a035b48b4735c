/// <summary>The plebiscite of 1988 by commune.</summary>
static class Chile1988
{
    public static void Make(Tables data, Folders folders)
    {
        var rows = data.ReadArchive("cl1988_plebiscito_comuna.csv");
        Check.Equal("communes of 1988", 340, rows.Count);
        Check.Sums("plebiscite of 1988", rows, ("no", 3_967_579), ("si", 3_119_110), ("blank", 70_660), ("null", 94_594), ("total", 7_251_943));
        Check.Totals("plebiscite of 1988", rows, "comuna", "total", "no", "si", "blank", "null");
        Chile.Places(data, folders, "cl-1988");
        folders.Csv("cl-1988/candidacies-plebiscite.csv", "choice,district,candidate", [["si", "cl", "Sí"], ["no", "cl", "No"]]);
        folders.Results("cl-1988/results-plebiscite.csv", "plebiscite", from r in rows
                                                                       from figure in new[] { ("si", "si"), ("no", "no"), ("blank", "blank"), ("null", "null"), ("cast", "total") }
                                                                       select (r["cut_comuna"], figure.Item1, r.Count(figure.Item2)));
        folders.Text("cl-1988/election.yaml", Describing.Folder("cl-1988", ("Chile, plebiscite of 1988", "Chile, plebiscito de 1988"), "1988-10-05", Chile.Levels,
            [
                Describing.Source("tricel", "Plebiscito de 1988, por comuna", "TRICEL", "tresquintos/datos@f3244cb"),
                Describing.Source("national", "Plebiscito de 1988, cifras nacionales", "TRICEL", "es.wikipedia.org (CC BY-SA)"),
            ],
            [
                new Entry("plebiscite", "President for eight more years?", "¿Presidente por ocho años más?")
                {
                    Kind = "plebiscite", Balanced = true, Sources = "tricel, national",
                    Stated = ["{ source: national, figures: { registered: 7435913, cast: 7251933, valid: 7086679, no: 3967569, si: 3119110, blank: 70660, \"null\": 94594 } }"],
                    Note = ("By the communes of today, in 340 rows. No roll by commune. One commune, not identified, has ten votes of No too many: the official count has 3,967,569.", "Por las comunas de hoy, en 340 filas. Sin padrón por comuna. Una comuna, no identificada, tiene diez votos No de más: el cómputo oficial tiene 3.967.569."),
                },
            ], map: true));
    }
}

/// <summary>Governors of 2021, in both votes, by commune.</summary>
static class ChileGovernors
{
    public static IEnumerable<Entry> Make(Tables data, Folders folders)
    {
        var rows = data.ReadArchive("cl2021_gobernadores_comuna.csv.gz");
        var regions = data.ReadArchive("cl2021_gobernadores_region.csv");
        Check.Equal("rows of governors 2021", 2_753, rows.Count);
        var ids = Chile.Numbered(regions.Where(r => r["round"] == "1"), r => $"region-{r["cut_region"]}").ToDictionary(r => (r.Row["cut_region"], r.Row["candidate"]), r => r.Id);
        foreach (var (round, sum) in new[] { ("1", 6_075_398L), ("2", 2_525_089L) })
        {
            var own = rows.Where(r => r["round"] == round).ToList();
            Check.Equal($"governors 2021, round {round}", sum, own.Sum(r => r.Votes));
            foreach (var region in regions.Where(r => r["round"] == round))
            {
                Check.Equal($"governors 2021, round {round}, {region["candidate"]}", region.Votes, own.Where(r => r["cut_region"] == region["cut_region"] && r["candidate"] == region["candidate"]).Sum(r => r.Votes));
            }

            var id = $"governors-{round}";
            string Choice(Row r) => ids[(r["cut_region"], r["candidate"])];
            folders.Csv($"cl-2021/candidacies-{id}.csv", "choice,district,list,party,candidate,kind", own.DistinctBy(Choice).OrderBy(r => r.Count("cut_region")).ThenBy(Choice, StringComparer.Ordinal).Select(r => r["coalition"] == "CANDIDATURA INDEPENDIENTE"
                ? new object?[] { Choice(r), $"region-{r["cut_region"]}", "", r["party"], r["candidate"], "independent" }
                : [Choice(r), $"region-{r["cut_region"]}", r["coalition"], r["party"], r["candidate"], ""]));
            folders.Results($"cl-2021/results-{id}.csv", id, own.Select(r => (r["cut_comuna"], Choice(r), r.Count("votes"))));
            var elected = regions.Where(r => r["round"] == round && r["outcome_derived"] == "elected").ToList();
            Check.Equal($"governors 2021, elected in round {round}", round == "1" ? 3 : 13, elected.Count);
            folders.Csv($"cl-2021/outcome-{id}.csv", "district,choice,candidate", elected.Select(r => new object?[] { $"region-{r["cut_region"]}", Choice(r), r["candidate"] }));
            yield return new(id, $"Regional governors, {(round == "1" ? "first" : "second")} vote", $"Gobernadores regionales, {(round == "1" ? "primera" : "segunda")} votación")
            {
                Date = round == "1" ? "2021-05-16" : "2021-06-13", Rule = "governors-2018", Round = Chile.Number(round), FirstRound = round == "2" ? "governors-1" : null, Seats = Chile.Seats(own.Select(r => $"region-{r["cut_region"]}").Distinct().Select(r => (r, 1L))),
                Sources = "servel-governors", HasOutcome = true, Stated = [$"{{ source: servel-governors, figures: {{ valid: {sum} }} }}"],
                Note = round == "1" ? ("Votes for candidates only: the source has no roll, blank or null votes. Three were elected with 40 per cent or more; thirteen regions voted again.", "Solo votos a candidaturas: la fuente no trae padrón, blancos ni nulos. Tres fueron elegidos con 40 por ciento o más; trece regiones votaron de nuevo.")
                    : ("Thirteen regions. Votes for candidates only: the source has no roll, blank or null votes.", "Trece regiones. Solo votos a candidaturas: la fuente no trae padrón, blancos ni nulos."),
            };
        }
    }

    public static string Source => Describing.Source("servel-governors", "Resultados por mesa, elección de gobernadores regionales 2021", "SERVEL", "cnavarreteliz/atlas-elections-data@8782df0", "Who was elected is derived from the votes and the rule of forty per cent.", "Quiénes fueron elegidos se deriva de los votos y de la regla del cuarenta por ciento.");
}

/// <summary>The Mapuche seats of the Convention, as far as the press gave them.</summary>
static class ChileMapuche
{
    public static Entry Make(Tables data, Folders folders)
    {
        var rows = data.ReadArchive("cl2021_convencion_mapuche_electos_prensa.csv");
        var totals = data.ReadArchive("cl2021_convencion_mapuche_totales_prensa.csv").ToDictionary(r => r["item"], r => r.Count("value")!.Value);
        Check.Equal("holders of Mapuche seats", 7, rows.Count);
        Check.Equal("votes cast for Mapuche seats", totals["votes_cast"], totals["valid"] + totals["blank"] + totals["null"]);
        var others = totals["valid"] - rows.Sum(r => r.Votes);
        var ids = Chile.Numbered(rows, _ => "MAPUCHE");
        folders.Csv("cl-2021/candidacies-convention-mapuche.csv", "choice,district,party,candidate,kind,alternate", [.. ids.Select(r => new object?[] { r.Id, "MAPUCHE", "", r.Row["candidate"], "independent", r.Row["alternate_seated"] }), ["MAPUCHE-others", "MAPUCHE", "", "Otras 32 candidaturas", "independent", ""]]);
        folders.Results("cl-2021/results-convention-mapuche.csv", "convention-mapuche",
            [.. new[] { ("registered", "registered"), ("blank", "blank"), ("null", "null"), ("cast", "votes_cast") }.Select(f => ("MAPUCHE", f.Item1, (long?)totals[f.Item2])), .. ids.Select(r => ("MAPUCHE", r.Id, r.Row.Count("votes"))), ("MAPUCHE", "MAPUCHE-others", others)]);
        return new("convention-mapuche", "Constitutional Convention, Mapuche seats (press)", "Convención Constitucional, escaños mapuche (prensa)")
        {
            Date = "2021-05-16", Balanced = true, Sources = "press-mapuche", Preliminary = true, Names = "{ MAPUCHE-others: { en: 32 other candidates, es: Otras 32 candidaturas } }",
            Note = ("Press of 17 May 2021, 99.91 per cent of the stations. Of 39 candidates only the seven whose names filled seats are known; the others are the valid votes less theirs, so no law is applied. Two seats passed to alternates by parity: Victorino Antilef and Alexis Caiguan.", "Prensa del 17 de mayo de 2021, 99,91 por ciento de las mesas. De 39 candidaturas solo se conocen las siete cuyos nombres llenaron escaños; las demás son los votos válidos menos los suyos, por lo que no se aplica ley alguna. Dos escaños pasaron a alternos por paridad: Victorino Antilef y Alexis Caiguan."),
        };
    }

    public static string Source => Describing.Source("press-mapuche", "Escaños reservados mapuche, 17 de mayo de 2021", "SERVEL", "mapuexpress, olca.cl");
}

/// <summary>The Constitutional Council of 2023 by party.</summary>
static class ChileCouncil
{
    public static Entry Make(Tables data, Folders folders)
    {
        var rows = data.ReadArchive("cl2023_consejo_partidos.csv");
        Check.Equal("rows of the Council of 2023", 175, rows.Count);
        Check.Equal("valid votes of the Council of 2023", 9_795_930, rows.Sum(r => r.Votes));
        var seats = rows.DistinctBy(r => r["circumscription"]).Select(r => (Place(r), r.Count("seats")!.Value)).ToList();
        Check.Equal("seats of the Council of 2023", 50, seats.Sum(s => s.Value));
        string Place(Row r) => ChileChambers.Region(data, r["circumscription"]);
        var ids = Chile.Numbered(rows, Place);
        folders.Csv("cl-2023/candidacies-council.csv", "choice,district,list,party", ids.Select(r => new object?[] { r.Id, Place(r.Row), r.Row["list"], r.Row["party"] }));
        folders.Results("cl-2023/results-council.csv", "council", ids.Select(r => (Place(r.Row), r.Id, r.Row.Count("votes"))));
        return new("council", "Constitutional Council, votes by party", "Consejo Constitucional, votos por partido")
        {
            Date = "2023-05-07", Rule = "council-2023-lists", Seats = Chile.Seats(seats), Sources = "servel-council", Stated = ["{ source: servel-council, figures: { valid: 9795930 } }"],
            Note = ("The night of 7 May 2023, by party: no candidates, so that persons and parity are not told, nor the seat of the indigenous peoples. Lists have 23, 16 and 11 seats.", "La noche del 7 de mayo de 2023, por partido: sin candidaturas, por lo que no se dicen personas ni paridad, ni el escaño de los pueblos indígenas. Las listas tienen 23, 16 y 11 escaños."),
        };
    }

    public static string Source => Describing.Source("servel-council", "Elección de consejeros constitucionales, noche del 7 de mayo de 2023", "SERVEL", "dataista-cl/alianzas-consejo-constitucional@4bab9f6");
}
