using System.Text;
using Urna.Contract;
using Urna.Count;
using Urna.Store.Elections;
using Urna.Store.Import;
using Urna.Tests.Cli;
using Urna.Validate;

namespace Urna.Tests.Store.Import;

/// <summary>Kinds of rows, columns and cells in which a figure could be lost, doubled or given to another, and what is told instead.</summary>
public class ImportKindsTests
{
    const string Long = """
        country: xx
        date: 2030-05-05
        tables:
          - { id: votes, file: votes.csv TABLE }
          - { id: lists, file: lists.csv }
          - { id: towns, file: towns.csv }
        places:
          - { level: country, id: xx, title: Country }
          - { level: town, id: "{town}", title: Town }
        contests:
          - { id: c, title: C, choices: [{ table: votes, column: votes, choice: "{list}", list: "{lists.name}" }] }
        """;

    static readonly (string Name, string Text)[] joined =
    [
        ("votes.csv", "town,list,votes\nA,01,10\nB,01,20\n"),
        ("lists.csv", "district,list,name\n1,01,Reds\n2,01,Blues\n"),
        ("towns.csv", "town,district\nA,1\nB,2\n"),
    ];

    [Fact]
    public void Join_OnAKeyOfTwoRows_NamesBoth()
    {
        var fault = Assert.Single(Findings(Long.Replace("TABLE", ", with: [{ table: lists, on: { list: list } }]", StringComparison.Ordinal), joined), f => f.Code == "V106");

        Assert.Contains("rows 2 and 3 of the table 'lists'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Join_OnAColumnOfAnEarlierJoin_FindsTheRow()
    {
        var lists = Of(Long.Replace("TABLE", ", with: [{ table: towns, on: { town: town } }, { table: lists, on: { towns.district: district, list: list } }]", StringComparison.Ordinal), e => e.Contests[0].Candidacies, joined);

        Assert.Equal("Reds", Assert.Single(lists).List);
    }

    [Theory]
    [InlineData("with: [{ table: lists, on: { towns.district: district, list: list } }, { table: towns, on: { town: town } }]", "towns.district")]
    [InlineData("with: [{ table: lists, on: { list: number } }]", "number")]
    [InlineData("leave-out: [{ where: { towns.districts: \"2\" }, reason: r }], with: [{ table: towns, on: { town: town } }]", "towns.districts")]
    [InlineData("fill-down: [citty]", "citty")]
    [InlineData("fill-down: [\"9\"]", "9")]
    public void Mapping_WithAColumnThatIsNot_IsToldSo(string table, string column) =>
        Assert.Contains(Findings(Long.Replace("TABLE", ", " + table, StringComparison.Ordinal), joined), f => f.Code == "V103" && f.Column == column);

    [Fact]
    public void LeaveOut_ByAColumnOfAJoin_LeavesOut()
    {
        var units = Of(Long.Replace("TABLE", ", leave-out: [{ where: { towns.district: \"2\" }, reason: r }], with: [{ table: towns, on: { town: town } }]", StringComparison.Ordinal).Replace("{lists.name}", "L", StringComparison.Ordinal), e => e.Contests[0].Returns.Select(r => r.Place).ToList(), joined);

        Assert.Equal("A", Assert.Single(units));
    }

    [Fact]
    public void Totals_ThatDifferFromTheUnits_AreTold()
    {
        const string map = """
            country: xx
            date: 2030-05-05
            tables: [{ id: t, totals: [{ where: { unit: TOTAL }, of: whole }, { where: { unit: SUB }, of: "{town}" }] }]
            places:
              - { level: country, id: xx, title: Country }
              - { level: town, id: "{town}", title: Town }
              - { level: unit, id: "{town}-{unit}", title: Unit }
            contests:
              - { id: c, title: C, choices: [{ column: a, choice: a, candidate: A }, { column: b, choice: b, candidate: B }] }
            """;
        var findings = Findings(map, ("t.csv", "town,unit,a,b\nN,1,10,5\nN,2,20,6\nN,SUB,30,12\nS,1,1,1\nS,SUB,1,1\n,TOTAL,31,13\n"));

        Assert.Equal(["N", ""], findings.Where(f => f.Code == "V207").Select(f => f.Place));
        Assert.DoesNotContain(findings, f => f.Code == "V142");
    }

    [Fact]
    public void Totals_AreOfTheElection_AndValidateComparesThem()
    {
        using var small = new SmallImport();
        var map = small.Write("m.yaml", SmallImport.Map.Replace("{ id: votes }", "{ id: votes, totals: [{ where: { station: all }, of: whole }] }", StringComparison.Ordinal));
        Importer.Import(small.Write("v.csv", "station,a,b,blank\n1,10,20,1\n2,5,6,0\nall,15,27,1\n"), map, small.Election);

        var told = UrnaCommand.Run("validate", small.Election);
        Assert.Contains("V207", told.Output, StringComparison.Ordinal);
        Assert.Contains("states 27 for 'b'", told.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Total_BesideItsParts_IsReadAlone()
    {
        const string rows = "unit,who,mode,votes\nP1,Doe,DAY,100\nP1,Doe,MAIL,50\nP1,Doe,TOTAL,150\nP1,Roe,DAY,90\nP1,Roe,MAIL,20\nP1,Roe,TOTAL,111\nP2,Doe,TOTAL,70\n";
        const string map = """
            country: xx
            date: 2030-05-05
            tables: [{ id: t }]
            places: [{ level: country, id: xx, title: Country }, { level: unit, id: "{unit}", title: Unit }]
            ignore: [mode]
            contests: [{ id: c, title: C, missing: zero, choices: [{ column: votes, choice: "{who}", candidate: "{who}", repeated: sum, total: { mode: TOTAL } }] }]
            """;
        Assert.Equal([220L, 111], Of(map, Votes, ("t.csv", rows)));
        Assert.Contains("111, and the parts sum to 110", Assert.Single(Findings(map, ("t.csv", rows)), f => f.Code == "V562").Message, StringComparison.Ordinal);
        Assert.Contains(Findings(map.Replace(", total: { mode: TOTAL }", "", StringComparison.Ordinal), ("t.csv", rows)), f => f.Code == "V563");
    }

    [Theory]
    [InlineData("Under Votes", "blank")]
    [InlineData("UNDERVOTES", "blank")]
    [InlineData("Over Votes", "null")]
    [InlineData("Votos en Blanco", "blank")]
    [InlineData("VOTOS NULOS", "null")]
    [InlineData("Brancos", "blank")]
    [InlineData("Bulletins blancs", "blank")]
    [InlineData("Ungültige Stimmen", "null")]
    [InlineData("Schede bianche", "blank")]
    [InlineData("Registered Voters", "registered")]
    [InlineData("Ballots Cast", "cast")]
    [InlineData("Wahlberechtigte", "registered")]
    [InlineData("Comparecimento", "cast")]
    public void Words_ForCounts_AreNoCandidacies(string word, string kind)
    {
        var map = RowMap();
        (string, string)[] files = [("t.csv", $"unit,who,votes\nP1,Ana,90\nP1,{word},103\n")];

        Assert.Equal([90L], Of(map, Votes, files));
        Assert.Equal(103, Of(map, e => e.Contests[0].Returns[0].Counts[kind], files));
        Assert.Contains(Findings(map, files), f => f.Code == "V560" && f.Found == word && f.Expected == kind);
        Assert.Equal([90L, 103], Of(map.Replace("candidate:", "counts: no, candidate:", StringComparison.Ordinal), Votes, files));
    }

    /// <summary>A party whose name holds such a word, and a person whom the mapping writes out, are what they are.</summary>
    [Fact]
    public void Words_WithinNames_AreNames() =>
        Assert.Equal([5L, 7, 3], Of(RowMap(), Votes, ("t.csv", "unit,who,votes\nP1,Escaños en Blanco,5\nP1,Void Where Prohibited,7\nP1,None of the Above,3\n")));

    [Fact]
    public void Turnout_OfRowsBesideContests_IsThatOfEach()
    {
        using var small = new SmallImport();
        var file = small.Write("r.csv", "county,precinct,office,district,party,candidate,votes\nL,P-A,Registered Voters,,,,400\nL,P-A,Ballots Cast,,,,260\nL,P-A,Governor,,RED,Ana,90\nL,P-A,Governor,,BLU,Bea,60\nL,P-A,Governor,,,Over Votes,2\nL,P-A,Governor,,,Under Votes,108\nL,Total,Governor,,RED,Ana,91\n");
        var read = Importer.Import([file], FormatLibrary.Match([file], "us-openelections-csv")[0].Map, small.Election, new ImportOptions { Date = new DateOnly(2030, 11, 5) });
        var election = ElectionFolder.Read(small.Election).Value!;
        var count = CountJson.Of(Tabulate.Whole(Assert.Single(election.Contests), election.Places));

        Assert.Equal((400, 260, 150, 108, 2), (count.Registered, count.Cast, count.Valid, count.Blank, count.Null));
        Assert.Contains(read.Findings, f => f.Code == "V207");
    }

    [Fact]
    public void Roll_OfTheWholeOnly_IsThatOfTheWhole()
    {
        using var small = new SmallImport();
        var map = small.Write("m.yaml", """
            country: xx
            date: 2030-05-05
            tables: [{ id: t, totals: [{ where: { unit: all }, of: whole }] }]
            places: [{ level: country, id: xx, title: Country }, { level: unit, id: "{unit}", title: Unit }]
            contests: [{ id: c, title: C, choices: [{ column: roll, choice: registered }, { column: a, choice: a, candidate: A }] }]
            """);
        var read = Importer.Import(small.Write("t.csv", "unit,roll,a\n1,0,10\n2,0,20\nall,100,30\n"), map, small.Election);
        var election = ElectionFolder.Read(small.Election).Value!;

        Assert.Contains(read.Findings, f => f.Code == "V564");
        Assert.Equal(100, CountJson.Of(Tabulate.Whole(election.Contests[0], election.Places)).Registered);
        Assert.Null(CountJson.Of(Tabulate.At(election.Contests[0], election.Places, "1")).Registered);
    }

    [Fact]
    public void Header_WhoseNamesHoldItsSign_LosesNoColumn()
    {
        const string map = """
            country: xx
            date: 2030-05-05
            tables: [{ id: t, separator: ";", header-rows: 2 }]
            places: [{ level: country, id: xx, title: Country }, { level: unit, id: "{Unit}", title: Unit }]
            contests: [{ id: c, title: C, choices: [{ columns: "^(?<n>[0-9]+) / (?<name>((?! / ).)+)$", choice: "{n}", list: "{name}" }] }]
            """;
        (string, string)[] files = [("t.csv", "Unit;1;2\n;Reds;Greens / Blues\nP1;20;10\n")];

        Assert.Equal([20L, 10], Of(map, Votes, files));
        Assert.Equal("Greens / Blues", Of(map, e => e.Contests[0].Candidacies[1].List, files));
    }

    [Theory]
    [InlineData("12,5")]
    [InlineData("1,34")]
    [InlineData("1,3,4,6")]
    [InlineData(",7")]
    [InlineData("1,2345")]
    [InlineData("1234,567")]
    public void Thousands_InOtherGroupsThanThree_AreNoNumber(string figure) =>
        Assert.Contains(Findings(SmallImport.Map.Replace("{ id: votes }", "{ id: votes, thousands: \",\" }", StringComparison.Ordinal), ("v.csv", $"station,a,b,blank\n1,\"{figure}\",2,0\n")), f => f.Code == "V104");

    [Fact]
    public void Thousands_OfSeveralSigns_AreRead() =>
        Assert.Equal([1_234_567L, 2_000], Of(SmallImport.Map.Replace("{ id: votes }", "{ id: votes, thousands: [\".\", \" \"] }", StringComparison.Ordinal), Votes, ("v.csv", "station,a,b,blank\n1,1.234.567,2\u00a0000,0\n")));

    [Theory]
    [InlineData("""<c r="B2"><f>1+1</f></c>""", "was not saved")]
    [InlineData("""<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>""", "#DIV/0!")]
    [InlineData("""<c r="B2" t="e"><v>#REF!</v></c>""", "#REF!")]
    public void Cell_WithoutAValue_IsNoEmptyCell(string cell, string told)
    {
        using var small = new SmallImport();
        var book = small.Workbook("b.xlsx", $"""<row r="1"><c r="A1" t="inlineStr"><is><t>station</t></is></c><c r="B1" t="inlineStr"><is><t>a</t></is></c><c r="C1" t="inlineStr"><is><t>b</t></is></c><c r="D1" t="inlineStr"><is><t>blank</t></is></c></row><row r="2"><c r="A2"><v>1</v></c>{cell}<c r="C2"><v>5</v></c><c r="D2"><f>0</f><v>0</v></c></row>""");
        var fault = Assert.Single(small.Read(book, SmallImport.Map.Replace("{ id: votes }", "{ id: votes, kind: sheet }", StringComparison.Ordinal)).Findings, f => f.Severity == Severity.Fault);

        Assert.Equal(("V104", 2, "a"), (fault.Code, fault.Row, fault.Column));
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1-Apr")]
    [InlineData("Apr-05")]
    [InlineData("abr-05")]
    [InlineData("2021-04-01")]
    [InlineData("4/1/2021")]
    [InlineData("01-mai-21")]
    public void Code_ThatASpreadsheetMadeADate_IsTold(string code) =>
        Assert.Contains(Findings(SmallImport.Map.Replace("\"{station}\"", "\"mesa-{station}\"", StringComparison.Ordinal), ("v.csv", $"station,a,b,blank\n{code},1,2,0\n")), f => f.Code == "V144" && f.Found == code);

    [Fact]
    public void Date_OfAContest_IsThatOfItsRows()
    {
        const string map = """
            country: xx
            date: 2030-05-05
            tables: [{ id: t }]
            places: [{ level: country, id: xx, title: Country }, { level: unit, id: "{unit}", title: Unit }]
            contests: [{ id: "round-{round}", title: C, date: "{day}", choices: [{ column: a, choice: a, candidate: A }] }]
            """;

        Assert.Equal([new DateOnly(2030, 5, 5), new DateOnly(2030, 6, 2)], Of(map, e => e.Contests.Select(c => c.Date).ToList(), ("t.csv", "unit,round,day,a\n1,1,2030-05-05,7\n1,2,2030-06-02,8\n")));
        Assert.Contains(Findings(map, ("t.csv", "unit,round,day,a\n1,1,soon,7\n")), f => f.Code == "V118" && f.Found == "soon");
    }

    [Theory]
    [InlineData(';', "semicolons")]
    [InlineData('\t', "tabs")]
    [InlineData('|', "bars")]
    public void Separator_OtherThanTheMappings_IsReadAndTold(char separator, string told)
    {
        var text = "station,a,b,blank\n1,10,20,1\n".Replace(',', separator);

        Assert.Equal([10L, 20], Of(SmallImport.Map, Votes, ("v.csv", text)));
        Assert.Contains(told, Assert.Single(Findings(SmallImport.Map, ("v.csv", text)), f => f.Code == "V561").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1252", "Ñuñoa, Peñalolén, Valparaíso")]
    [InlineData("ibm850", "1ère circonscription, Éric, Hérault")]
    [InlineData("windows-1251", "Москва, Казань, Новгород")]
    [InlineData("shift_jis", "東京都, 大阪府, 北海道")]
    [InlineData("euc-kr", "서울특별시, 부산광역시")]
    [InlineData("gb18030", "北京市朝阳区")]
    public void Encoding_ThatIsNotSaid_IsFoundAndTold(string name, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var small = new SmallImport();
        var file = Path.Combine(small.Root, "v.csv");
        File.WriteAllText(file, $"station,a,b,blank\n\"{text}\",1,2,0\n\"{text} 2\",1,2,0\n", Encoding.GetEncoding(name));
        var read = small.Read(file);

        Assert.True(read.Value is not null, string.Join('\n', read.Findings.Select(f => f.Message)));
        Assert.Contains(read.Findings, f => f.Code == "V561");
        Assert.Contains(ElectionFolder.Read(small.Election).Value!.Places.Places, p => p.Id == text);
    }

    [Fact]
    public void Sections_BecomeAColumn()
    {
        const string map = """
            country: xx
            date: 2030-05-05
            tables: [{ id: t, sections: { column: region, where: { a: "", b: "" }, text: "{place}" } }]
            places:
              - { level: country, id: xx, title: Country }
              - { level: region, id: "{region}", title: Region }
              - { level: unit, id: "{region}, {place}", title: Unit }
            contests: [{ id: c, title: C, choices: [{ column: a, choice: a, candidate: A }, { column: b, choice: b, candidate: B }] }]
            """;

        Assert.Equal(["Norte, 1", "Norte, 2", "Sur, 1"], Of(map, e => e.Contests[0].Returns.Select(r => r.Place).ToList(), ("t.csv", "place,a,b\nNorte,,\n1,5,6\n2,7,8\nSur,,\n1,9,1\n")));
    }

    [Fact]
    public void Snapshots_ThatBringAndTakeVotes_SayWhatCameAndIsGone()
    {
        using var small = new SmallImport();
        var map = small.Write("m.yaml", SmallImport.Map.Replace("{ column: blank, choice: blank }", "{ column: blank, choice: registered }", StringComparison.Ordinal));
        foreach (var (hour, rows) in new[] { (19, "1,100,80,300\n2,90,95,300\n3,,,300\n"), (20, "1,100,80,300\n2,60,95,300\n3,10,20,300\n"), (21, "1,100,80,300\n2,60,95,300\n3,10,,300\n") })
        {
            var read = Importer.Import([small.Write("v.csv", "station,a,b,blank\n" + rows)], map, small.Election, new ImportOptions { AsOf = Urna.Store.Ledger.SnapshotMoment.Parse($"2030-05-05T{hour}:00") });
            Assert.True(read.Value is not null, string.Join('\n', read.Findings.Select(f => f.Message)));
        }

        Assert.Equal(
            "contest,place,change,choice,before,after\nc,3,came,,,\nc,2,corrected,a,90,60\n", UrnaCommand.Run("diff", small.Election, "1", "2", "--format", "csv").Output.ReplaceLineEndings("\n"));
        Assert.Equal("contest,place,change,choice,before,after\nc,3,gone,b,20,\n", UrnaCommand.Run("diff", small.Election, "2", "3", "--format", "csv").Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Total_BelowEachDistrict_IsTold()
    {
        const string rows = "station,a,b,blank\n1,7,7,1\n2,15,15,1\nNorth,22,22,2\n3,4,4,0\nSouth,4,4,0\nLand,26,26,2\n";
        var findings = Findings(SmallImport.Map, ("v.csv", rows));

        Assert.Equal(["North", "South"], findings.Where(f => f.Code == "V149").Select(f => f.Place).Where(p => p is "North" or "South").Order(StringComparer.Ordinal));
    }

    static string RowMap() => """
        country: xx
        date: 2030-05-05
        tables: [{ id: t }]
        places: [{ level: country, id: xx, title: Country }, { level: unit, id: "{unit}", title: Unit }]
        contests: [{ id: c, title: C, missing: zero, choices: [{ column: votes, choice: "{who}", candidate: "{who}" }] }]
        """;

    static List<long> Votes(Urna.Model.Election election) =>
        [.. CountJson.Of(Tabulate.Whole(election.Contests[0], election.Places)).Choices.Select(c => c.Votes ?? -1)];

    static System.Collections.Immutable.ImmutableArray<Finding> Findings(string map, params (string Name, string Text)[] files)
    {
        using var small = new SmallImport();
        return Importer.Import([.. files.Select(f => small.Write(f.Name, f.Text))], small.Write("map.yaml", map), small.Election, new ImportOptions()).Findings;
    }

    static T Of<T>(string map, Func<Urna.Model.Election, T> take, params (string Name, string Text)[] files)
    {
        using var small = new SmallImport();
        var read = Importer.Import([.. files.Select(f => small.Write(f.Name, f.Text))], small.Write("map.yaml", map), small.Election, new ImportOptions());
        Assert.True(read.Value is not null, string.Join('\n', read.Findings.Select(f => f.Message)));
        var folder = ElectionFolder.Read(small.Election);
        Assert.True(folder.Value is not null, string.Join('\n', folder.Findings.Select(f => f.Message)));
        return take(folder.Value);
    }
}
