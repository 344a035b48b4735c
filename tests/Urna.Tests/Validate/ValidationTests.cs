using Urna.Store.Elections;
using Urna.Tests.Store;
using Urna.Validate;

namespace Urna.Tests.Validate;

/// <summary>Each finding is raised by the damage it is about, and by nothing in a sound election.</summary>
public class ValidationTests
{
    /// <summary>Text replaced in the results, replacement, expected code, expected row.</summary>
    public static TheoryData<string, string, string, int> Damages { get; } = new()
    {
        { "assembly,n-1,null,4", "assembly,n-1,null,4\nassembly,n-1,cast,500", "V201", 2 },
        { "assembly,n-1,registered,1000", "assembly,n-1,registered,100", "V202", 2 },
        { "assembly,n-1,null,4", "assembly,n-1,null,4\nassembly,n-1,valid,401", "V203", 2 },
        { "assembly,n-1,a2,60\n", "", "V204", 2 },
        { "assembly,s-1,a3,400\nassembly,s-1,b3,350\nassembly,s-1,blank,10\nassembly,s-1,null,15\n", "", "V205", 18 },
        { "assembly,s-1,registered,1500\nassembly,s-1,a3,400\nassembly,s-1,b3,350\nassembly,s-1,blank,10\nassembly,s-1,null,15\n", "", "V206", 0 },
        { "assembly,n-1,a1,120", "assembly,n-1,a1,119", "V207", 0 },
        { "assembly,s-1,b3,350", "assembly,s-1,b3,350\nassembly,s-1,b2,1", "V210", 21 },
        { "assembly,s-1,b3,350", "assembly,s-1,b3,350\nassembly,south,b3,1", "V209", 18 },
        { "assembly,n-1,blank,6\n", "", "V212", 2 },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void Check_DamagedResults_RaisesTheFinding(string from, string to, string code, int row)
    {
        using var election = new TinyElection().Damage("results.csv", from, to);
        var read = ElectionFolder.Read(election.Folder);
        Assert.NotNull(read.Value);

        Assert.Contains(Validation.Check(read.Value), f => f.Code == code && (row == 0 || f.Row == row));
    }

    [Fact]
    public void Check_UnitOutsideTheDistrictsWithSeats_IsTold()
    {
        using var election = new TinyElection().Damage("election.yaml", "seats: { north: 3, south: 2 }", "seats: { north: 3 }");

        Assert.Contains(Validation.Check(ElectionFolder.Read(election.Folder).Value!), f => f.Code == "V213" && f.Place == "s-1");
    }

    [Fact]
    public void Check_AbsentRowsThatAreZero_AreToldAndNotMissing()
    {
        using var election = new TinyElection()
            .Damage("results.csv", "assembly,n-1,a2,60\n", "")
            .Damage("election.yaml", "balance:", "missing: zero\n    balance:");
        var findings = Validation.Check(ElectionFolder.Read(election.Folder).Value!);

        Assert.Contains(findings, f => f.Code == "V211");
        Assert.DoesNotContain(findings, f => f.Code == "V204");
    }

    /// <summary>Two contests of one day: the same votes cast and roll in each station, until one digit is lost.</summary>
    [Fact]
    public void Check_ContestsOfOneDay_TellsTheUnitThatDiffersMost()
    {
        using var folder = new TinyElection();
        var election = ElectionFolder.Read(folder.Folder).Value!;
        var first = election.Contests[0];
        var same = first with { Id = "second" };
        var slip = same with { Returns = [.. first.Returns.Select(u => u.Place == "n-1" ? u with { Counts = u.Counts with { Registered = 100, Null = u.Counts.Null + 2 } } : u)] };

        Assert.DoesNotContain(Validation.Check(election with { Contests = [first, same] }), f => f.Code == "V214");
        Assert.DoesNotContain(Validation.Check(election with { Contests = [first, slip with { Date = first.Date.AddDays(1) }] }), f => f.Code == "V214");
        Assert.Equal(
            [("registered", "n-1", "1000", "100"), ("cast", "n-1", "410", "412")],
            Validation.Check(election with { Contests = [first, slip] }).Where(f => f.Code == "V214").Select(f => (f.Column, f.Place, f.Expected, f.Found)));
    }

    [Fact]
    public void Codes_AreUniqueAndDocumented()
    {
        Assert.Equal(Codes.All.Length, Codes.All.Select(c => c.Code).Distinct().Count());
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "findings.md"));
        Assert.All(Codes.All, c => Assert.Contains($"## {c.Code} ", document, StringComparison.Ordinal));
    }
}
