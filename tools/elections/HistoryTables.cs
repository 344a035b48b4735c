/// <summary>What history needs beside counts: people of voting age, national turnout, places over time.</summary>
static class ChileHistory
{
    public static void Make(Tables data, Folders folders)
    {
        People(data, folders);
        Turnout(data, folders);
        Places(folders, data);
    }

    /// <summary>Communes and regions that were parted from others since 1988: by their laws, with the days from general knowledge.</summary>
    static readonly (string Place, string Date, string From, string Law)[] splits =
    [
        ("9112", "1995-06-02", "9101", "Ley 19.391"), ("5103", "1995-12-28", "5109", "Ley 19.424"), ("16103", "1995-12-29", "16101", "Ley 19.434"), ("7109", "1995-12-29", "7107", "Ley 19.435"),
        ("8108", "1995-12-29", "8101", "Ley 19.436"), ("8103", "1996-06-24", "8101", "Ley 19.461"), ("13604", "1994-06-13", "13605", "Ley 19.340"), ("8112", "2004-03-15", "8110", "Ley 19.936"),
        ("1107", "2004-04-12", "1101", "Ley 19.943"), ("9121", "2004-04-22", "9111", "Ley 19.944"), ("8314", "2004-07-21", "8311", "Ley 19.959"),
        ("region-14", "2007-10-02", "region-10", "Ley 20.174"), ("region-15", "2007-10-08", "region-1", "Ley 20.175"), ("region-16", "2018-09-06", "region-8", "Ley 21.033"),
    ];

    static void Places(Folders folders, Tables data)
    {
        var names = data.Communes.Select(c => (Id: c["cut_comuna"], Name: c["comuna"])).Concat(data.Communes.Select(c => (Id: Chile.Region(c), Name: c["region"]))).Distinct().ToDictionary(p => p.Id, p => p.Name);
        string Names(string ids) => string.Join(", ", ids.Split(' ').Select(id => names[id]));
        folders.Csv("history/places.csv", "country,place,date,kind,from,note,nota", splits.OrderBy(s => s.Date, StringComparer.Ordinal).ThenBy(s => s.Place, StringComparer.Ordinal).Select(s => new object?[]
        {
            "cl", s.Place, s.Date, "split", s.From,
            $"{names[s.Place]} was parted from {Names(s.From)} ({s.Law}). Figures of earlier votes are by the places of today as the source assigns its polling places; where it has none, they stand in {Names(s.From)}.",
            $"{names[s.Place]} se separó de {Names(s.From)} ({s.Law}). Las cifras de votaciones anteriores son por los lugares de hoy según la fuente asigna sus locales; donde no los tiene, figuran en {Names(s.From)}.",
        }).Concat([
            new object?[] { "cl", "district", "2017-11-19", "redrawn", "", "Until 2013 there were 60 districts of two deputies, since 2017 there are 28 of three to eight: a number before is not the same place.", "Hasta 2013 hubo 60 distritos de dos diputados, desde 2017 hay 28 de tres a ocho: un número anterior no es el mismo lugar." },
            ["cl", "senate-constituency", "2017-11-19", "redrawn", "", "Until 2013 some regions had two constituencies; since 2017 each region is one.", "Hasta 2013 algunas regiones tenían dos circunscripciones; desde 2017 cada región es una."],
            ["cl", "province", "1974-01-01", "redrawn", "", "The 25 provinces of before 1974 are not those of today, and no table here maps them to communes.", "Las 25 provincias anteriores a 1974 no son las de hoy, y ninguna tabla de aquí las lleva a comunas."],
        ]));
    }

    /// <summary>People, and those of 18 and over, by year: of communes, regions and the country from 2002, of the country alone before.</summary>
    static void People(Tables data, Folders folders)
    {
        var rows = data.ReadArchive("cl_poblacion_18_mas_comuna.csv.gz");
        Check.Equal("rows of people by commune", 5_882, rows.Count);
        var region = data.Communes.ToDictionary(c => c["cut_comuna"], Chile.Region);
        var national = data.ReadArchive("cl_participacion_nacional_1988_2025.csv");
        foreach (var row in national.Where(r => r["population_source"] == "INE projection"))
        {
            Check.Equal($"people of 18 and over in {row["date"]}", row.Count("population_18_plus")!.Value, rows.Where(r => r["year"] == row["date"][..4]).Sum(r => r.Count("population_18_plus")!.Value));
        }

        IEnumerable<object?[]> Of(IEnumerable<IGrouping<(string Place, string Year), Row>> groups) =>
            groups.Select(g => new object?[] { "cl", g.Key.Place, g.Key.Year, g.Sum(r => r.Count("population")), g.Sum(r => r.Count("population_18_plus")), "ine" });
        folders.Csv("history/people.csv.gz", "country,place,year,people,adults,source",
        [
            .. national.Where(r => r["population_source"].StartsWith("UN", StringComparison.Ordinal)).DistinctBy(r => r["date"][..4]).Select(r => new object?[] { "cl", "cl", r["date"][..4], "", r["population_18_plus"], "un" }),
            .. Of(rows.GroupBy(r => ("cl", r["year"]))),
            .. Of(rows.GroupBy(r => (region[r["cut_comuna"]], r["year"]))),
            .. Of(rows.GroupBy(r => (r["cut_comuna"], r["year"]))),
        ]);
    }

    /// <summary>The folder and contest that a row of the national table is of; empty where no folder has it.</summary>
    static (string Election, string Contest) Known(string date, string election) => (date[..4], election) switch
    {
        ("1988", _) => ("cl-1988", "plebiscite"),
        (var year, "president round 1") when Chile.Number(year) < 2018 => ("cl-1989-2017", $"president-{year}-1"),
        (var year, "president round 2") when Chile.Number(year) < 2018 => ("cl-1989-2017", $"president-{Chile.Number(year) - (date[5..7] == "01" ? 1 : 0)}-2"),
        (var year and ("2021" or "2025"), "president round 1") => ($"cl-{year}", "president-1"),
        (var year and ("2021" or "2025"), "president round 2") => ($"cl-{year}", "president-2"),
        (var year and ("1989" or "1997" or "2001" or "2025"), "deputies") => ($"cl-{year}", "deputies"),
        (var year and ("1992" or "1996" or "2000"), "municipal") => ($"cl-{year}", "councils"),
        (var year and ("2008" or "2016" or "2024"), "municipal (mayors)") => ($"cl-{year}", "mayors"),
        (var year and "2016", "municipal (councillors)") => ($"cl-{year}", "councils"),
        ("2020", _) => ("cl-2020", "plebiscite"),
        ("2021", "primaries, president") => ("cl-2021", "primaries"),
        ("2021", "governors round 2 (13 regions)") => ("cl-2021", "governors-2"),
        ("2022", "plebiscite") => ("cl-2022", "plebiscite"),
        ("2023", "plebiscite") => ("cl-2023", "plebiscite"),
        ("2023", "constitutional council") => ("cl-2023", "council"),
        ("2024", "regional councillors") => ("cl-2024", "regional-councils"),
        _ => ("", ""),
    };

    /// <summary>The election and contest of a row that no folder has.</summary>
    static (string Election, string Contest) Alone(string date, string election) => ($"cl-{date[..4]}", election switch
    {
        "municipal (mayors)" => "mayors",
        "municipal (councillors)" => "councils",
        "constitutional convention" => "convention-and-reserved",
        var other => throw new InvalidDataException($"'{other}' of {date} has no id."),
    });

    static (string En, string Es) Title(string election) => election switch
    {
        "municipal (mayors)" => ("Mayors", "Alcaldías"),
        "municipal (councillors)" => ("Municipal councils", "Concejos municipales"),
        "constitutional convention" => ("Constitutional Convention", "Convención Constitucional"),
        var other => (other, other),
    };

    static void Turnout(Tables data, Folders folders)
    {
        var rows = data.ReadArchive("cl_participacion_nacional_1988_2025.csv");
        Check.Equal("rows of national turnout", 43, rows.Count);
        foreach (var row in rows.Where(r => r.Count("valid") is not null && r.Count("blank") is not null && r["election"] != "constitutional convention"))
        {
            Check.Equal($"votes cast {row["date"]} {row["election"]}", row.Count("votes_cast")!.Value, row.Count("valid")!.Value + row.Count("blank")!.Value + row.Count("null")!.Value);
        }

        folders.Csv("history/turnout.csv", "country,date,election,contest,title,titulo,scope,registered,cast,valid,blank,null,preliminary,source,note", rows.Select(r =>
        {
            var (election, contest) = Known(r["date"], r["election"]);
            var isAlone = election.Length == 0;
            (election, contest) = isAlone ? Alone(r["date"], r["election"]) : (election, contest);
            var (en, es) = Title(r["election"]);
            return new object?[]
            {
                "cl", r["date"], election, contest, isAlone ? en : "", isAlone ? es : "", r["scope"] == "with abroad" ? "with-abroad" : "home", r["registered"], r["votes_cast"], r["valid"], r["blank"], r["null"],
                r["votes_source"].Contains("preliminary", StringComparison.Ordinal) ? "yes" : "", "national", r["votes_source"],
            };
        }));
    }
}
