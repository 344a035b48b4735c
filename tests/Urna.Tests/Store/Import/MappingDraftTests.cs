using Urna.Contract;
using Urna.Count;
using Urna.Store.Elections;
using Urna.Store.Import;
using Urna.Validate;

namespace Urna.Tests.Store.Import;

/// <summary>Tables of twenty-four shapes in six languages, that no format describes: the draft reads them without an edit.</summary>
public class MappingDraftTests
{
    /// <summary>File, units, roll, ballots cast, valid, blank and null votes of the first contest, and its choices.</summary>
    [Theory]
    [InlineData("01-es-commune.csv", 4, 475_911, 263_053, 253_766, 4_599, 4_688, "127655 126111")]
    [InlineData("02-pt-secao.txt", 4, 1_580, 1_250, 1_120, 57, 73, "590 530")]
    [InlineData("03-fr-communes.csv", 3, 47_000, 25_000, 24_150, 520, 330, "10300 13850")]
    [InlineData("04-de-wahlkreise.csv", 3, 166_234, 108_000, 106_800, null, 1_200, "53300 53500")]
    [InlineData("05-it-lunga.csv", 2, 1_500, 1_000, 960, 15, 25, "400 560")]
    [InlineData("06-en-precinct-long.csv", 2, null, null, 1_350, 10, null, "1180 170")]
    [InlineData("07-es-mesas-en-columnas.csv", 3, 1_400, 475, 460, 6, 9, "250 210")]
    [InlineData("08-en-sections.csv", 4, 3_400, null, 1_460, null, 14, "720 740")]
    [InlineData("09-es-mesas.csv", 4, 1_205, 800, 760, 20, 20, "420 340")]
    [InlineData("10-de-gemeinden.csv", 3, 39_000, 19_000, 18_835, 130, 35, "10475 8360")]
    [InlineData("11-en-merged.csv", 3, 20_200, null, 9_800, null, null, "4900 4900")]
    [InlineData("12-es-porcentajes.csv", 3, 154_000, 77_000, 70_900, 2_440, 3_660, "40000 30900")]
    [InlineData("13-pt-secoes.csv", 3, 1_170, 870, 810, 27, 33, "490 320")]
    [InlineData("14-fr-colonnes.csv", 3, 2_300, 1_500, 1_465, 23, 12, "800 665")]
    [InlineData("15-de-zwei.csv", 2, 90_000, 55_000, 54_450, null, 550, "22000 20750 11700")]
    [InlineData("16-it-lunga.csv", 2, 1_200, 850, 820, 12, 18, "480 340")]
    [InlineData("17-en-modes.csv", 2, null, null, 506, null, null, "254 252")]
    [InlineData("18-es-subtotales.csv", 4, 1_280, 663, 635, 12, 16, "325 310")]
    [InlineData("19-fr-bureaux.csv", 2, 1_800, 1_200, 1_173, 18, 9, "650 523")]
    [InlineData("20-de-tabelle.html", 2, 7_800, 4_244, 4_200, 35, 9, "2200 2000")]
    [InlineData("21-en-regions.csv", 3, 1_200, 650, 637, null, 13, "299 338")]
    [InlineData("22-es-doble.csv", 2, null, 69, 65, 1, 3, "40 25")]
    [InlineData("23-fr-lignes.tsv", 2, 800, 500, 485, null, null, "200 285")]
    [InlineData("24-it-fuss.csv", 2, 2_900_000, 1_500_000, 1_470_000, 18_000, 12_000, "900000 570000")]
    public void Draft_OfATable_ReadsItUnedited(string file, int units, int? registered, int? cast, int? valid, int? blank, int? none, string votes)
    {
        using var small = new SmallImport();
        var source = Path.Combine(Repository.Root, "tests", "Urna.Tests", "Inputs", "drafts", file);
        var drafted = MappingDraft.Of([source]);
        Assert.True(drafted.Value is not null, string.Join('\n', drafted.Findings.Select(f => f.Message)));
        Assert.Equal(0, drafted.Value.Open);
        var read = Importer.Import([source], small.Write("draft.yaml", drafted.Value.Text), small.Election, new ImportOptions { Date = new DateOnly(2030, 5, 5) });
        Assert.True(read.Value is not null, string.Join('\n', read.Findings.Select(f => f.Message)));
        Assert.DoesNotContain(read.Findings, f => f.Severity >= Severity.Warning);
        var election = ElectionFolder.Read(small.Election).Value!;
        var count = CountJson.Of(Tabulate.Whole(election.Contests[0], election.Places));

        Assert.Equal((units, registered, cast, valid, blank, none), (count.Units, (int?)count.Registered, (int?)count.Cast, (int?)count.Valid, (int?)count.Blank, (int?)count.Null));
        Assert.Equal(votes, string.Join(' ', count.Choices.Select(c => c.Votes)));
        Assert.DoesNotContain(Validation.Check(election), f => f.Severity >= Severity.Error);
    }

    /// <summary>A total that is off by one, and a column that is no candidacy, are told by sums.</summary>
    [Fact]
    public void Draft_OfSumsThatDoNotHold_LeavesThemToChoose()
    {
        using var small = new SmallImport();
        var drafted = MappingDraft.Of([small.Write("t.csv", "Comuna;Rojos;Azules;Votos válidos;Total\nA;10;20;31;40\nB;5;6;12;20\n")]).Value!;

        Assert.True(drafted.Open > 0);
        Assert.Contains("do not sum to 'Votos válidos'", drafted.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("words\nwithout\nfigures\n")]
    [InlineData("")]
    public void Draft_OfNoTable_IsToldSo(string text)
    {
        using var small = new SmallImport();
        var drafted = MappingDraft.Of([small.Write("t.csv", text)]);

        Assert.Null(drafted.Value);
        Assert.Contains(drafted.Findings, f => f.Code is "V103" or "V121");
    }
}
