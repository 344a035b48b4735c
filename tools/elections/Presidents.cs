/// <summary>Presidents from 1920 to 1958, nationally, with the votes of Congress.</summary>
static class ChilePresidentsBefore1970
{
    static readonly (string Year, string Date, bool ByLaw, long Votes, long? Roll)[] years =
    [
        ("1920", "1920-06-25", false, 165_864, 370_314), ("1932", "1932-10-30", true, 342_990, 429_772), ("1938", "1938-10-25", true, 441_441, 612_749), ("1942", "1942-02-01", true, 464_793, 581_486),
        ("1946", "1946-09-04", true, 477_785, null), ("1952", "1952-09-04", true, 954_131, 1_105_029), ("1958", "1958-09-04", true, 1_235_552, 1_497_902),
    ];

    public static void Make(Tables data, Folders folders)
    {
        var rows = data.ReadArchive("cl_pres_1920_1958_nacional.csv");
        var rolls = data.ReadArchive("cl_registrados_1920_1971_nacional.csv").ToDictionary(r => r["date"]);
        Check.Equal("rows of presidents 1920-1958", 28, rows.Count);
        folders.Csv("cl-1920-1958/places.csv", "place,parent,level,name", [["cl", "", "country", "Chile"]]);
        folders.Text("cl-1920-1958/election.yaml", Describing.Folder("cl-1920-1958", ("Chile, presidents 1920-1958", "Chile, presidenciales 1920-1958"), "1958-09-04", Describing.Country,
            [
                Describing.Source("encyclopedia", "Elecciones presidenciales 1920-1958, votación nacional y del Congreso Pleno", "TRICEL, Congreso Nacional", "es.wikipedia.org (CC BY-SA)", "Figures as encyclopedias quote the official counts, which were not read.", "Cifras como enciclopedias citan los recuentos oficiales, que no se leyeron."),
            ], years.Select(y => Of(folders, y.Year, y.Date, y.ByLaw, [.. rows.Where(r => r["date"] == y.Date)], rolls[y.Date], y.Votes, y.Roll))));
    }

    static Entry Of(Folders folders, string year, string date, bool byLaw, List<Row> rows, Row roll, long votes, long? registered)
    {
        var id = $"president-{year}";
        var persons = rows.Where(r => r["votes"].Length > 0).ToList();
        Check.Equal($"{id}, valid votes", votes, persons.Sum(r => r.Votes));
        Check.Equal($"{id}, valid votes as printed", votes, roll.Count("valid") ?? -1);
        Check.Equal($"{id}, roll", registered ?? -1, roll.Count("registered") ?? -1);
        string Choice(Row r) => string.Concat(r["candidate"].Normalize(System.Text.NormalizationForm.FormD).Where(char.IsAscii)).ToLowerInvariant().Replace(' ', '-').Replace("(", "").Replace(")", "");
        var ballot = persons.Where(r => r["candidate"] != "scattered").ToList();
        folders.Csv($"cl-1920-1958/candidacies-{id}.csv", "choice,district,party,candidate", persons.Select(r => new object?[] { Choice(r), "cl", r["party"], r["candidate"] == "scattered" ? "Dispersos" : r["candidate"] }));
        folders.Results($"cl-1920-1958/results-{id}.csv", id, [("cl", "registered", roll.Count("registered")), ("cl", "cast", roll.Count("voters")), .. persons.Select(r => ("cl", Choice(r), r.Count("votes")))]);
        var congress = rows.Where(r => r["congress_votes"].Length > 0).ToList();
        if (congress.Count > 0)
        {
            folders.Csv($"cl-1920-1958/congress-{id}.csv", "candidate,votes", congress.Select(r => new object?[] { r["candidate"].StartsWith("Congress", StringComparison.Ordinal) ? "blank" : r["candidate"], r["congress_votes"] }));
        }

        if (byLaw)
        {
            var president = ballot.OrderByDescending(r => congress.Count > 0 ? r.Count("congress_votes") ?? 0 : r.Votes).First();
            folders.Csv($"cl-1920-1958/outcome-{id}.csv", "district,choice,candidate", [["cl", Choice(president), president["candidate"]]]);
        }

        return new Entry(id, $"President {year}", $"Presidencial {year}")
        {
            Date = date, Rule = byLaw ? "president-1925" : null, Seats = byLaw ? "{ cl: 1 }" : null, Sources = "encyclopedia", HasOutcome = byLaw, HasCongress = congress.Count > 0,
            Note = year switch
            {
                "1920" => ("By electors: Alessandri had 179 and Barros Borgoño 175; a tribunal of honour counted 177 and 176. No law is applied.", "Por electores: Alessandri tuvo 179 y Barros Borgoño 175; un tribunal de honor contó 177 y 176. No se aplica ley alguna."),
                "1942" => ("124 scattered votes stand as one choice. Blank and null votes are 1,714 on one page and 4,161 on another.", "124 votos dispersos figuran como una opción. Los blancos y nulos son 1.714 en una página y 4.161 en otra."),
                "1938" => ("Another series has another roll (turnout of 88.4 per cent).", "Otra serie tiene otro padrón (participación de 88,4 por ciento)."),
                "1946" => ("The source has no roll: turnout of 75.93 per cent as printed.", "La fuente no trae padrón: participación de 75,93 por ciento según imprime."),
                "1958" => ("Another page prints 1,497,493 registered. In Congress 14 votes were blank or null; they stand as blank.", "Otra página imprime 1.497.493 inscritos. En el Congreso 14 votos fueron blancos o nulos; figuran como blancos."),
                _ => ("National figures only.", "Solo cifras nacionales."),
            },
        };
    }
}

/// <summary>The elections of 2025: president in both rounds by commune, Congress by candidate, all preliminary.</summary>
static class Chile2025
{
    static readonly (string Id, string Name, string Party)[] candidates =
    [
        ("jara", "Jeannette Jara Román", "Partido Comunista de Chile"), ("kast", "José Antonio Kast Rist", "Partido Republicano"), ("parisi", "Franco Parisi Fernández", "Partido de la Gente"), ("kaiser", "Johannes Kaiser Barents-Von Hohenhagen", "Partido Nacional Libertario"),
        ("matthei", "Evelyn Matthei Fornet", "Unión Demócrata Independiente"), ("mayne_nicholls", "Harold Mayne-Nicholls Secul", "Independiente"), ("enriquez_ominami", "Marco Enríquez-Ominami Gumucio", "Independiente"), ("artes", "Eduardo Artés Brichetti", "Independiente"),
    ];

    static readonly (string Round, string Option, long Votes)[] sums =
    [
        ("1", "jara", 3_446_854), ("1", "kast", 3_086_963), ("1", "parisi", 2_550_770), ("1", "kaiser", 1_796_034), ("1", "matthei", 1_603_104), ("1", "mayne_nicholls", 162_366),
        ("1", "enriquez_ominami", 154_321), ("1", "artes", 85_516), ("1", "blank", 141_956), ("1", "null", 360_571), ("1", "total", 13_388_455),
        ("2", "kast", 7_231_018), ("2", "jara", 5_184_026), ("2", "blank", 165_003), ("2", "null", 782_029), ("2", "total", 13_362_076),
    ];

    public static void Make(Tables data, Folders folders)
    {
        var rows = data.ReadArchive("cl2025_pres_comuna.csv");
        Check.Equal("rows of president 2025", 5_536, rows.Count);
        foreach (var (round, option, votes) in sums)
        {
            Check.Equal($"president 2025, round {round}, {option}", votes, rows.Where(r => r["round"] == round && r["option"] == option).Sum(r => r.Votes));
        }

        foreach (var commune in rows.GroupBy(r => (r["round"], r["cut_comuna"])))
        {
            Check.Equal($"president 2025, options of {commune.Key}", commune.Single(r => r["option"] == "total").Votes, commune.Where(r => r["option"] != "total").Sum(r => r.Votes));
        }

        Chile.Places(data, folders, "cl-2025");
        IEnumerable<Entry> contests = [Round(folders, "1", rows), Round(folders, "2", rows), .. ChileChambers.Of2025(data, folders)];
        folders.Text("cl-2025/election.yaml", Describing.Folder("cl-2025", ("Chile, elections of 2025", "Chile, elecciones de 2025"), "2025-11-16", Chile.Levels,
            [
                Describing.Source("servel-1", "Elección presidencial 2025, primera votación, por comuna", "SERVEL", "adroguetth/Elecciones_Chile_PrimeraVuelta_2025@126e001 (MIT)", "Preliminary, 17 November 2025; equal to an independent copy in all 52 communes of the capital region.", "Preliminar, 17 de noviembre de 2025; igual a una copia independiente en las 52 comunas de la región metropolitana."),
                Describing.Source("servel-2", "Elección presidencial 2025, segunda votación, por comuna", "SERVEL", "adroguetth/Elecciones_Chile_SegundaVuelta_2025@941352d (MIT)", "Preliminary, 16 December 2025.", "Preliminar, 16 de diciembre de 2025."),
                Describing.Source("servel-congress", "Resultados preliminares, diputados y senadores 2025", "SERVEL", "jnmatte/analisis-electoral-2025@e0ceba3", "Preliminary, 17 November 2025, 04:30.", "Preliminar, 17 de noviembre de 2025, 04:30."),
                Describing.Source("press", "Padrón de 2025", "SERVEL, TRICEL", "press"),
                Describing.Source("members-2021", "Senado elegido en 2021", "SERVEL", "sebastianriffo/congreso@c582db6"),
            ], contests, map: true, members: true, quorums: true));
    }

    static Entry Round(Folders folders, string round, List<Row> rows)
    {
        var id = $"president-{round}";
        var ballot = candidates.Where(c => rows.Exists(r => r["round"] == round && r["option"] == c.Id)).ToList();
        folders.Csv($"cl-2025/candidacies-{id}.csv", "choice,district,party,candidate", ballot.Select(c => new object?[] { Id(c.Id), "cl", c.Party, c.Name }));
        folders.Results($"cl-2025/results-{id}.csv", id, rows.Where(r => r["round"] == round).Select(r => (r["cut_comuna"], r["option"] == "total" ? "cast" : Id(r["option"]), r.Count("votes"))));
        if (round == "2")
        {
            folders.Csv("cl-2025/outcome-president-2.csv", "district,choice,candidate", [["cl", "kast", candidates.Single(c => c.Id == "kast").Name]]);
        }

        var stated = Chile.Figures(sums.Where(s => s.Round == round).Select(s => (s.Option == "total" ? "cast" : Id(s.Option), s.Votes)));
        return new Entry(id, $"President, {(round == "1" ? "first" : "second")} round", $"Presidencial, {(round == "1" ? "primera" : "segunda")} votación")
        {
            Date = round == "1" ? "2025-11-16" : "2025-12-14", Rule = "president-1980", Round = Chile.Number(round), FirstRound = round == "2" ? "president-1" : null, Seats = "{ cl: 1 }", Balanced = true,
            Sources = $"servel-{round}, press", Preliminary = true, HasOutcome = round == "2",
            Stated = [$"{{ source: servel-{round}, count: preliminary, figures: {stated} }}", "{ source: press, figures: { registered: 15618167 } }"],
            Lacks = [Describing.Abroad + "160935 }"],
            Note = round == "1"
                ? ("Preliminary count of the vote in Chile; no roll by commune. With the vote abroad the final count has 3,483,490 for Jara and 3,104,458 for Kast, of 15,779,102 registered.", "Recuento preliminar del voto en Chile; sin padrón por comuna. Con el voto en el extranjero el recuento final tiene 3.483.490 de Jara y 3.104.458 de Kast, con 15.779.102 inscritos.")
                : ("Preliminary count of the vote in Chile; no roll by commune. With the vote abroad, at 99.97 per cent of the stations, 7,254,850 for Kast and 5,218,444 for Jara of 13,421,650 cast.", "Recuento preliminar del voto en Chile; sin padrón por comuna. Con el voto en el extranjero, al 99,97 por ciento de las mesas, 7.254.850 de Kast y 5.218.444 de Jara de 13.421.650 emitidos."),
        };
    }

    static string Id(string option) => option.Replace('_', '-');
}
