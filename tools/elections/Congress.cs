/// <summary>Chambers and Senates by candidate, each in the folder of its year.</summary>
static class ChileChambers
{
    const string Via = "sebastianriffo/congreso@c582db6";

    public const string Independent = "Candidatura Independiente";

    /// <summary>Years of the series: candidates, valid votes, elected and units of the chamber and of the Senate, as the tables' README states them.</summary>
    static readonly (string Year, string Date, string Law, (int Persons, long Votes, int Elected, int Units) Chamber, (int Persons, long Votes, int Elected, int Units) Senate)[] years =
    [
        ("1989", "1989-12-14", "binomial-1988", (419, 6_797_122, 120, 60), (110, 6_800_410, 38, 19)),
        ("1993", "1993-12-11", "binomial-1988", (384, 6_738_859, 120, 60), (55, 1_874_127, 18, 9)),
        ("1997", "1997-12-11", "binomial-1988", (442, 5_795_773, 120, 60), (66, 4_239_366, 20, 10)),
        ("2001", "2001-12-16", "binomial-1988", (381, 6_144_003, 120, 60), (46, 1_732_415, 18, 9)),
        ("2005", "2005-12-11", "binomial-1988", (386, 6_601_811, 120, 60), (66, 4_770_981, 20, 10)),
        ("2009", "2009-12-13", "binomial-1988", (429, 6_615_856, 120, 60), (53, 1_895_482, 18, 9)),
        ("2017", "2017-11-19", "congress-2015", (960, 5_996_972, 155, 28), (132, 2_035_853, 23, 7)),
    ];

    /// <summary>The regions whose names the source of Senates writes in its own way.</summary>
    static readonly Dictionary<string, string> regions = new()
    {
        ["Bío-Bío"] = "Biobío", ["Biobio"] = "Biobío", ["Araucanía"] = "La Araucanía", ["Aysén"] = "Aysén del General Carlos Ibáñez del Campo", ["Magallanes"] = "Magallanes y de la Antártica Chilena", ["Metropolitana"] = "Metropolitana de Santiago", ["O'Higgins"] = "Libertador Gral. Bernardo O'Higgins",
        ["Santiago"] = "Metropolitana de Santiago",
    };

    static List<Row> Series(Tables data) => data.ReadArchive("cl_congreso_1973_2021_candidatos.csv.gz");

    static List<Row> Of(Tables data, string year, string chamber) => [.. Series(data).Where(r => r["year"] == year && r["chamber"] == chamber)];

    public static void Make(Tables data, Folders folders)
    {
        Check.Equal("candidates of the series of Congresses", 6_331, Series(data).Count);
        foreach (var (year, date, law, chamber, senate) in years)
        {
            Year(data, folders, year, date, law, chamber, senate);
        }
    }

    static void Counted(string what, List<Row> rows, (int Persons, long Votes, int Elected, int Units) stated)
    {
        Check.Equal($"{what}, candidates", stated.Persons, rows.Count(r => r["is_list_vote"] != "1"));
        Check.Sums(what, rows, ("votes", stated.Votes), ("elected", stated.Elected));
        Check.Equal($"{what}, units", stated.Units, rows.DistinctBy(Unit).Count());
    }

    static void Year(Tables data, Folders folders, string year, string date, string law, (int Persons, long Votes, int Elected, int Units) chamber, (int Persons, long Votes, int Elected, int Units) senate)
    {
        var id = $"cl-{year}";
        var (deputies, senators) = (Of(data, year, "camara"), Of(data, year, "senado"));
        Counted($"deputies {year}", deputies, chamber);
        Counted($"Senate {year}", senators, senate);
        folders.Csv($"{id}/places.csv", "place,parent,level,name",
        [
            ["cl", "", "country", "Chile"],
            .. deputies.DistinctBy(Unit).OrderBy(r => Chile.Number(Unit(r))).Select(c => new object?[] { Unit(c), "cl", "district", $"Distrito {Unit(c)}" }),
            .. senators.DistinctBy(Unit).Select(c => new object?[] { $"senate-{Unit(c)}", "cl", "senate-constituency", Unit(c) }),
        ]);
        var sums = (Deputies: Write(folders, id, "deputies", deputies, Unit), Senate: Write(folders, id, "senate", senators, r => $"senate-{Unit(r)}"));
        var national = data.ReadArchive("cl_participacion_nacional_1988_2025.csv").SingleOrDefault(r => r["date"] == date && r["election"] == "deputies");
        var stated = Chile.Figures([("valid", chamber.Votes)]);
        var before = year == "2017" ? "2013" : $"{Chile.Number(year) - 4}";
        var (others, lawful) = year switch { "2017" => (43, 23), "1989" => (38, 38), _ => (senate.Elected * 0, senate.Elected) };
        var hasMembers = year == "2017";
        if (hasMembers)
        {
            Chile.Members(data, folders, id, year, before, deputies: 155, senate: others, senateThisYear: lawful);
        }

        string[] roll = national is null ? [] : [$"{{ source: national, figures: {Chile.Figures(National(national))} }}"];
        var cite = roll.Length == 0 ? "servel" : "servel, national";
        folders.Text($"{id}/election.yaml", Describing.Folder(id, ($"Chile, Congress of {year}{(law.StartsWith('b') ? " (binomial)" : "")}", $"Chile, Congreso de {year}{(law.StartsWith('b') ? " (binominal)" : "")}"), date, Describing.OfCongress,
            [
                Describing.Source("servel", $"Resultados históricos, elecciones parlamentarias {year}", "SERVEL", Via, "CC BY-NC 4.0: no other source of these votes by candidate was found.", "CC BY-NC 4.0: no se encontró otra fuente de estos votos por candidatura."),
                .. roll.Length == 0 ? [] : new[] { Describing.Source("national", $"Votación de diputados {year}, cifras nacionales", "SERVEL, TRICEL", "es.wikipedia.org (CC BY-SA)") },
                .. hasMembers ? new[] { Describing.Source("members", "Integrantes del Congreso tras la elección de 2017, con la mitad del Senado elegida en 2013", "SERVEL", Via) } : [],
            ],
            [
                new Entry("deputies", "Chamber of Deputies", "Cámara de Diputados") { Rule = law, Seats = sums.Deputies, Balanced = true, Sources = cite, HasOutcome = true, Stated = [$"{{ source: servel, figures: {stated} }}", .. roll], Note = NoBlank },
                new Entry("senate", $"Senate ({senate.Units} constituencies)", $"Senado ({senate.Units} circunscripciones)") { Rule = law, Seats = sums.Senate, Balanced = true, Sources = "servel", HasOutcome = true, Stated = [$"{{ source: servel, figures: {Chile.Figures([("valid", senate.Votes)])} }}"], Note = NoBlank },
            ], members: hasMembers, quorums: hasMembers));
    }

    static readonly (string, string) NoBlank = ("Votes for candidates: the source has no roll, blank or null votes by district.", "Votos a candidaturas: la fuente no trae padrón, blancos ni nulos por distrito.");

    static IEnumerable<(string, long)> National(Row row) =>
        new[] { ("registered", row.Count("registered")), ("cast", row.Count("votes_cast")) }.Where(f => f.Item2 is not null).Select(f => (f.Item1, f.Item2!.Value));

    static string Unit(Row row) => row["unit"] is ['D', .. var number] && number.All(char.IsAsciiDigit) ? number : row["unit"];

    /// <summary>Writes ballot, votes and outcome of a chamber; returns its seats.</summary>
    static string Write(Folders folders, string election, string contest, List<Row> candidates, Func<Row, string> unit)
    {
        var rows = Chile.Numbered(candidates, unit);
        folders.Csv($"{election}/candidacies-{contest}.csv", "choice,district,list,party,candidate,kind", rows.Select(r => r.Row switch
        {
            var row when row["is_list_vote"] == "1" => new object?[] { r.Id, unit(row), row["list"], "", "", "list-vote" },
            var row when row["list"] == Independent => [r.Id, unit(row), "", row["party"], row["candidate"], "independent"],
            var row => [r.Id, unit(row), row["list"], row["party"], row["candidate"], ""],
        }));
        folders.Results($"{election}/results-{contest}.csv", contest, rows.Select(r => (unit(r.Row), r.Id, r.Row.Count("votes"))));
        folders.Csv($"{election}/outcome-{contest}.csv", "district,choice,candidate", rows.Where(r => r.Row["elected"] == "1").Select(r => new object?[] { unit(r.Row), r.Id, r.Row["candidate"] }));
        return Chile.Seats(candidates.GroupBy(unit).Select(g => (g.Key, (long)g.Count(r => r["elected"] == "1"))));
    }

    /// <summary>The half of the Senate elected in 1973, with votes for lists.</summary>
    public static Entry Senate1973(Tables data, Folders folders)
    {
        var rows = Of(data, "1973", "senado");
        Counted("Senate 1973", rows, (39, 2_201_855, 25, 5));
        return new("senate", "Senate (five of ten groups of provinces)", "Senado (cinco de diez agrupaciones provinciales)")
        {
            Rule = "congress-1973", Seats = Write(folders, "cl-1973", "senate", rows, r => $"senate-{Unit(r)}"), Balanced = true, Sources = "archive", HasOutcome = true,
            Stated = ["{ source: archive, figures: { valid: 2201855 } }"], Note = NoBlank,
        };
    }

    public static IEnumerable<object?[]> Places1973(Tables data) =>
        Of(data, "1973", "senado").DistinctBy(Unit).Select(c => new object?[] { $"senate-{Unit(c)}", "cl", "senate-constituency", Unit(c) });

    /// <summary>The Senate of 2021 in nine regions.</summary>
    public static Entry Senate2021(Tables data, Folders folders)
    {
        var rows = Of(data, "2021", "senado");
        Counted("Senate 2021", rows, (173, 4_658_504, 27, 9));
        return new("senate", "Senate (nine regions)", "Senado (nueve regiones)")
        {
            Date = "2021-11-21", Rule = "congress-2015", Seats = Write(folders, "cl-2021", "senate", rows, r => Region(data, Unit(r))), Balanced = true, Sources = "congress-members", HasOutcome = true,
            Stated = ["{ source: congress-members, figures: { valid: 4658504 } }"], Note = NoBlank,
        };
    }

    /// <summary>The region of a name, as the tables of communes have it or as other sources write it.</summary>
    public static string Region(Tables data, string name)
    {
        var full = regions.GetValueOrDefault(name, name);
        return data.Communes.Find(c => c["region"] == full || c["region"].EndsWith($" {full}", StringComparison.Ordinal) || c["region"].StartsWith($"{full} ", StringComparison.Ordinal)) is { } commune
            ? Chile.Region(commune)
            : throw new InvalidDataException($"'{name}' is no region.");
    }

    /// <summary>Both chambers of 2025, by candidate, preliminary.</summary>
    public static IEnumerable<Entry> Of2025(Tables data, Folders folders)
    {
        var all = data.ReadArchive("cl2025_congreso_candidatos.csv");
        var totals = data.ReadArchive("cl2025_congreso_totales.csv");
        Check.Equal("candidates for Congress of 2025", 1_221, all.Count);
        var constituency = data.Communes.GroupBy(c => c["circ_senatorial"]).ToDictionary(g => g.Key, g => Chile.Region(g.First()));
        foreach (var (chamber, id, en, es, persons, votes, elected, units) in new[]
        {
            ("camara", "deputies", "Chamber of Deputies", "Cámara de Diputadas y Diputados", 1_096, 10_603_315L, 155, 28),
            ("senado", "senate", "Senate (seven regions)", "Senado (siete regiones)", 125, 3_086_634L, 23, 7),
        })
        {
            string Place(Row r) => chamber == "camara" ? r["unit"] : constituency[r["unit"]];
            var own = all.Where(r => r["chamber"] == chamber).ToList();
            var ownTotals = totals.Where(r => r["chamber"] == chamber).ToList();
            Check.Equal($"{id} 2025, candidates", persons, own.Count);
            Check.Sums($"{id} 2025", own, ("votes", votes), ("elected", elected));
            Check.Equal($"{id} 2025, units", units, ownTotals.Count);
            Check.Valid($"{id} 2025", ownTotals, t => t["unit"], own.ToLookup(c => c["unit"]));
            Check.Totals($"{id} 2025", ownTotals.Where(t => chamber != "camara" || t["unit"] != "10"), "unit", "total", "valid", "blank", "null");
            var rows = Chile.Numbered(own, Place);
            folders.Csv($"cl-2025/candidacies-{id}.csv", "choice,district,list,party,candidate,kind", rows.Select(r => IsAlone(r.Row)
                ? new object?[] { r.Id, Place(r.Row), "", r.Row["quota_party"], r.Row["candidate"], "independent" }
                : [r.Id, Place(r.Row), r.Row["pact"], r.Row["quota_party"], r.Row["candidate"], ""]));

            // In district 10 the printed total is 167 below its parts: the parts are taken, and the total is told in the note.
            folders.Results($"cl-2025/results-{id}.csv", id, (from t in ownTotals
                                                              from figure in new[] { "blank", "null" }
                                                              select (Place(t), figure, t.Count(figure))).Concat(rows.Select(r => (Place(r.Row), r.Id, r.Row.Count("votes")))));
            folders.Csv($"cl-2025/outcome-{id}.csv", "district,choice,candidate", rows.Where(r => r.Row["elected"] == "1").Select(r => new object?[] { Place(r.Row), r.Id, r.Row["candidate"] }));
            yield return new(id, en, es)
            {
                Date = "2025-11-16", Rule = "congress-2015", Seats = Chile.Seats(ownTotals.Select(t => (Place(t), t.Count("seats")!.Value))), Balanced = true, Sources = "servel-congress", Preliminary = true, HasOutcome = true,
                Stated = [chamber == "camara" ? "{ source: servel-congress, count: preliminary, figures: { registered: 15618167, valid: 10603315, blank: 948878, \"null\": 1704235 } }" : "{ source: servel-congress, count: preliminary, figures: { valid: 3086634 } }"],
                Note = ("Preliminary count of 17 November 2025, as is who was elected, whom the press later reported likewise. An independent in a party's quota stands under that party." + (chamber == "camara" ? " 40,458 of 40,473 stations. In district 10 the printed total (796,668) is 167 below its parts." : " All 11,483 stations."),
                    "Recuento preliminar del 17 de noviembre de 2025, como también quiénes fueron elegidos, a quienes la prensa confirmó después. Una persona independiente en cupo de un partido figura bajo ese partido." + (chamber == "camara" ? " 40.458 de 40.473 mesas. En el distrito 10 el total impreso (796.668) es 167 menor que sus partes." : " Las 11.483 mesas.")),
            };
        }

        Members2025(data, folders, [.. all.Where(r => r["elected"] == "1")]);
    }

    static bool IsAlone(Row row) => row["list"].StartsWith("IND", StringComparison.Ordinal);

    /// <summary>Who sits after 2025: those elected then, and the half of the Senate elected in 2021.</summary>
    static void Members2025(Tables data, Folders folders, List<Row> elected)
    {
        var sitting = data.Read("cl_congreso_miembros_1925_2021.csv").Where(m => m["year"] == "2021" && m["chamber"] == "senado" && m["at_start"] == "1" && m["elected_this_year"] == "1").ToList();
        Check.Equal("senators elected in 2021", 27, sitting.Count);
        folders.Csv("cl-2025/members.csv", "chamber,party,list,seats,elected,kind",
            elected.Select(r => (Chamber: r["chamber"] == "camara" ? "deputies" : "senate", Party: r["quota_party"], List: IsAlone(r) ? Independent : r["pact"], Year: "2025", Kind: IsAlone(r) ? "independent" : ""))
                .Concat(sitting.Select(m => (Chamber: "senate", Party: m["party"], List: m["list"], Year: "2021", Kind: m["party"] != "IND" ? "" : m["list"] == Independent ? "independent" : "without-party")))
                .GroupBy(m => m).OrderBy(g => g.Key.Chamber, StringComparer.Ordinal).ThenBy(g => g.Key.Year, StringComparer.Ordinal).ThenByDescending(g => g.Count()).ThenBy(g => g.Key.List, StringComparer.Ordinal).ThenBy(g => g.Key.Party, StringComparer.Ordinal)
                .Select(g => new object?[] { g.Key.Chamber, g.Key.Party, g.Key.List, g.Count(), g.Key.Year, g.Key.Kind }));
    }
}
