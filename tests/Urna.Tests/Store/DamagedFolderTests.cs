using System.Text;
using Urna.Store.Elections;
using Urna.Validate;

namespace Urna.Tests.Store;

/// <summary>Every kind of damage is told with its code, file and row, and all at once.</summary>
public class DamagedFolderTests
{
    /// <summary>File, text replaced, replacement, expected code, expected row.</summary>
    public static TheoryData<string, string, string, string, int> Damages { get; } = new()
    {
        { "results.csv", "assembly,n-1,a1,120", "assembly,n-1,a1,12O", "V104", 3 },
        { "results.csv", "assembly,n-1,a1,120", "assembly,n-1,a1,", "V104", 3 },
        { "results.csv", "assembly,n-1,a1,120", "assembly,n-1,a1,120.5", "V104", 3 },
        { "results.csv", "assembly,n-1,a1,120", "assembly,n-1,a1,+120", "V104", 3 },
        { "results.csv", "assembly,n-1,a1,120", "assembly,n-1,a1,1e3", "V104", 3 },
        { "results.csv", "assembly,n-1,a1,120", "assembly,n-1,a1,1\u00002", "V112", 3 },
        { "results.csv", "assembly,n-1,a1,120", "assembly,n-1,a1,\"120", "V112", 3 },
        { "results.csv", "assembly,n-1,a1,120", "assembly;n-1;a1;120", "V112", 3 },
        { "candidacies.csv", "Ana Pérez,,F", "Ana\u0000Pérez,,F", "V112", 2 },
        { "places.csv", "north,xx,district", "north,n-1,district", "V111", 3 },
        { "election.yaml", "north: 3", "north: 2000000000", "V117", 12 },
        { "election.yaml", "outcome: outcome.csv", "names: { z9: Zeta }", "V108", 17 },
        { "results.csv", "assembly,n-1,a1,120", "assembly,n-1,a1,-120", "V105", 3 },
        { "results.csv", "assembly,n-1,a1,120", "assembly,n-1,a1,99999999999999999999", "V117", 3 },
        { "results.csv", "assembly,n-2,a2,80", "assembly,n-2,a1,80", "V106", 12 },
        { "results.csv", "assembly,n-2,registered,900", "assembly,n-9,registered,900", "V107", 10 },
        { "results.csv", "assembly,s-1,b3,350", "assembly,s-1,b9,350", "V108", 20 },
        { "results.csv", "assembly,s-1,b3,350", "asembly,s-1,b3,350", "V109", 20 },
        { "results.csv", "assembly,s-1,b3,350", "assembly,s-1,b3", "V112", 20 },
        { "results.csv", "assembly,s-1,b3,350", "assembly,s-1,b3,350,7", "V112", 20 },
        { "results.csv", "contest,place,choice,votes", "contest,place,choice,vote", "V103", 1 },
        { "results.csv", "contest,place,choice,votes", "contest,place,place,choice,votes", "V106", 1 },
        { "places.csv", "n-2,north", "n-1,north", "V106", 6 },
        { "places.csv", "s-1,south", "s-1,souht", "V107", 7 },
        { "places.csv", "xx,,country", "xx,south,country", "V111", 2 },
        { "places.csv", "south,xx", "south,", "V111", 4 },
        { "candidacies.csv", "b3,south", "b2,south", "V106", 8 },
        { "candidacies.csv", "b3,south", "b3,suoth", "V107", 8 },
        { "candidacies.csv", "Ana Pérez,,F", "Ana Pérez,,W", "V110", 2 },
        { "candidacies.csv", "independent,F", "indep,F", "V110", 6 },
        { "candidacies.csv", "a2,north", "null,north", "V110", 3 },
        { "outcome.csv", "south,b3", "south,zz", "V108", 6 },
        { "outcome.csv", "south,b3", "suoth,b3", "V107", 6 },
        { "election.yaml", "date: 2020-05-03", "date: 03/05/2020", "V118", 4 },
        { "election.yaml", "country: xx", "contry: xx", "V110", 3 },
        { "election.yaml", "title: { en: A small election, es: Una elección pequeña }", "title: { en: A small election, es: Una elección pequeña", "V102", 0 },
        { "election.yaml", "balance: cast = valid + blank + null", "balance: cast = valid", "V110", 15 },
        { "election.yaml", "results: results.csv", "results: result.csv", "V101", 0 },
        { "election.yaml", "sources: [made]", "sources: [maid]", "V116", 16 },
        { "election.yaml", "north: 3", "norht: 3", "V107", 12 },
        { "election.yaml", "north: 3", "north: 0", "V104", 12 },
        { "election.yaml", "a1: 210", "a7: 210", "V108", 19 },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void Read_DamagedFolder_TellsCodeFileAndRow(string file, string from, string to, string code, int row)
    {
        using var election = new TinyElection().Damage(file, from, to);

        var read = ElectionFolder.Read(election.Folder);

        Assert.Null(read.Value);
        Assert.Contains(read.Findings, f =>
            f.Code == code && f.Severity == Severity.Fault && (row == 0 || (f.Row == row && f.File == file)));
    }

    [Fact]
    public void Read_SeveralDamages_TellsAllAtOnce()
    {
        using var election = new TinyElection()
            .Damage("results.csv", "assembly,n-1,a1,120", "assembly,n-1,a1,x")
            .Damage("results.csv", "assembly,n-2,a2,80", "assembly,n-2,a2,-80")
            .Damage("results.csv", "assembly,s-1,b3,350", "assembly,s-7,b3,350")
            .Damage("candidacies.csv", "Ana Pérez,,F", "Ana Pérez,,W")
            .Damage("election.yaml", "date: 2020-05-03", "date: yesterday");

        var codes = ElectionFolder.Read(election.Folder).Findings.Where(f => f.Severity == Severity.Fault).Select(f => f.Code).ToHashSet();

        Assert.Superset(new HashSet<string> { "V104", "V105", "V107", "V110", "V118" }, codes);
    }

    [Fact]
    public void Read_TextThatIsNotUtf8_IsAFault()
    {
        using var election = new TinyElection();
        var path = Path.Combine(election.Folder, "places.csv");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(File.ReadAllText(path)));

        Assert.Contains(ElectionFolder.Read(election.Folder).Findings, f => f.Code == "V113" && f.File == "places.csv");
    }

    /// <summary>One broken file is one fault, and not one more for each row that refers to it.</summary>
    [Theory]
    [InlineData("candidacies.csv", "V113")]
    [InlineData("places.csv", "V113")]
    public void Read_BrokenFile_IsToldOnce(string file, string code)
    {
        using var election = new TinyElection();
        var path = Path.Combine(election.Folder, file);
        File.WriteAllBytes(path, [.. File.ReadAllBytes(path), 0xE9, 0x0A]);

        var faults = ElectionFolder.Read(election.Folder).Findings.Where(f => f.Severity == Severity.Fault && f.File != "election.yaml");

        Assert.Equal((file, code), Assert.Single(faults.Select(f => (f.File, f.Code))));
    }

    [Fact]
    public void Read_EmptyBallot_IsAFault()
    {
        using var election = new TinyElection();
        File.WriteAllText(Path.Combine(election.Folder, "candidacies.csv"), "choice,district\n");

        Assert.Contains(ElectionFolder.Read(election.Folder).Findings, f => f.Code == "V115" && f.File == "candidacies.csv");
    }

    [Fact]
    public void Read_NoFolder_SaysWhichFileIsMissing() =>
        Assert.Contains(ElectionFolder.Read("no-such-folder").Findings, f => f.Code == "V101" && f.File == "election.yaml");

    [Fact]
    public void Read_UnknownPlace_NamesTheNearest()
    {
        using var election = new TinyElection().Damage("results.csv", "assembly,s-1,b3,350", "assembly,S-1,b3,350");

        var fault = Assert.Single(ElectionFolder.Read(election.Folder).Findings, f => f.Code == "V107");

        Assert.StartsWith("s-1", fault.Expected, StringComparison.Ordinal);
    }

    /// <summary>A folder comes from a disk that makes no difference between small and capital letters.</summary>
    [Theory]
    [InlineData("places.csv", "Places.CSV")]
    [InlineData("results.csv", "RESULTS.csv")]
    [InlineData("election.yaml", "Election.yaml")]
    public void Read_AFileInOtherSmallAndCapitalLetters_IsReadOrNamed(string file, string other)
    {
        using var election = new TinyElection();
        File.Move(Path.Combine(election.Folder, file), Path.Combine(election.Folder, other));
        if (File.Exists(Path.Combine(election.Folder, file)))
        {
            Assert.NotNull(ElectionFolder.Read(election.Folder).Value);
            return;
        }

        var fault = Assert.Single(ElectionFolder.Read(election.Folder).Findings, f => f.Code == "V101");
        Assert.Contains($"'{other}'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ALevelThatNoPlaceHas_IsToldAndTheFolderRead()
    {
        using var election = new TinyElection();
        election.Damage("election.yaml", "places: places.csv\n", "places: places.csv\nlevels: { commune: Communes, comunne: { en: Communes, es: Comunas } }\nchambers: { senate: Senate }\n");
        var read = ElectionFolder.Read(election.Folder);

        Assert.NotNull(read.Value);
        Assert.Equal([("V408", "comunne"), ("V408", "senate")], read.Findings.Select(f => (f.Code, f.Found)));
    }

    [Fact]
    public void Read_SoundFolder_HasNoFindings()
    {
        using var election = new TinyElection();

        var read = ElectionFolder.Read(election.Folder);

        Assert.Empty(read.Findings);
        Assert.NotNull(read.Value);
        Assert.Empty(Validation.Check(read.Value));
    }

    /// <summary>Any bytes in any file of the folder give a result or faults, never a crash.</summary>
    [Fact]
    public void Read_RandomBytes_NeverCrashes() =>
        Gen.Select(Generators.OneOf("election.yaml", "places.csv", "candidacies.csv", "results.csv", "outcome.csv"), Gen.Byte.Array[0, 60], Gen.Int[0, 2000])
            .Sample(
                (file, bytes, at) =>
                {
                    using var election = new TinyElection();
                    var path = Path.Combine(election.Folder, file);
                    var content = File.ReadAllBytes(path).ToList();
                    content.InsertRange(at % content.Count, bytes);
                    File.WriteAllBytes(path, [.. content]);
                    var read = ElectionFolder.Read(election.Folder);
                    return (read.Value is null) == read.Findings.Any(f => f.Severity == Severity.Fault);
                },
                iter: 500,
                threads: 1);
}
