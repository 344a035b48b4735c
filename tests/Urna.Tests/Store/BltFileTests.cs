using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Transferable;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Store;
using Urna.Store.Ballots;
using Urna.Tests.Allocate.Transferable;
using Urna.Validate;

namespace Urna.Tests.Store;

/// <summary>Ranked ballots from files: what is read, and every fault that is told.</summary>
public sealed class BltFileTests : IDisposable
{
    const string Sound = "3 2\n5 1 2 0\n4 2 - 1=3 0\n1 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"Ward\"\n";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("urna-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Read_RanksNamesTitleAndSeats_AreThoseOfTheFile()
    {
        var district = Assert.Single(Read(Sound).Value!.Districts);
        var ballots = district.Ballots!;

        Assert.Equal(("Ward", 2), (district.District, district.Seats));
        Assert.Equal(["A", "B", "C"], district.Votes.Select(v => v.Candidacy.Name));
        Assert.Equal([5, 4, 1], Enumerable.Range(0, ballots.Rankings).Select(ballots.CountOf));
        Assert.Equal([1, RankedBallots.Skipped, 0, RankedBallots.EqualTo(2)], ballots.MarksOf(1).ToArray());
        Assert.Equal(10, ballots.Total);
    }

    [Fact]
    public void Read_CandidateWhoWithdrew_IsPassedOver()
    {
        var district = Assert.Single(Read(Sound.Replace("3 2\n", "3 2\n-1\n", StringComparison.Ordinal)).Value!.Districts);

        Assert.Equal(["B", "C"], district.Votes.Select(v => v.Candidacy.Name));
        Assert.Equal([0], district.Ballots!.MarksOf(0).ToArray());
        Assert.Equal([0, RankedBallots.Skipped, 1], district.Ballots.MarksOf(1).ToArray());
    }

    [Theory]
    [InlineData("\"Kenny BARKER \"\"Party\"\"\"", "Kenny BARKER \"Party\"")]
    [InlineData("\"A # B\"  # a comment", "A # B")]
    [InlineData("Nobody's name", "Nobody's name")]
    public void Read_Names_AreUnquoted(string line, string name) =>
        Assert.Equal(name, Read(Sound.Replace("\"A\"", line, StringComparison.Ordinal)).Value!.Districts[0].Votes[0].Candidacy.Name);

    [Fact]
    public void Read_CommentsIdsAndBlankLines_DoNotCount() =>
        Assert.Equal(10, Read(Sound.Replace("5 1 2 0", "# who\n\n (id-7) 5 1 2 0 # five", StringComparison.Ordinal)).Value!.Districts[0].Ballots!.Total);

    /// <summary>Text replaced, replacement, code and line of the fault.</summary>
    [Theory]
    [InlineData("3 2", "3", "V112", 1)]
    [InlineData("3 2", "three two", "V112", 1)]
    [InlineData("3 2", "0 2", "V112", 1)]
    [InlineData("3 2", "3 0", "V112", 1)]
    [InlineData("3 2", "3 99999999999", "V112", 1)]
    [InlineData("3 2", "99999999 2", "V112", 1)]
    [InlineData("5 1 2 0", "5 1 2", "V112", 2)]
    [InlineData("5 1 2 0", "5 1 0 2 0", "V112", 2)]
    [InlineData("5 1 2 0", "x 1 2 0", "V104", 2)]
    [InlineData("5 1 2 0", "1.5 1 2 0", "V104", 2)]
    [InlineData("5 1 2 0", "5 1 4 0", "V108", 2)]
    [InlineData("5 1 2 0", "5 1=9 0", "V108", 2)]
    [InlineData("5 1 2 0", "5 1= 0", "V108", 2)]
    [InlineData("5 1 2 0", "5 B 0", "V108", 2)]
    [InlineData("5 1 2 0", "1099511627777 1 2 0", "V117", 2)]
    [InlineData("5 1 2 0", "1099511627775 1 2 0", "V117", 3)]
    [InlineData("5 1 2 0", "-4\n5 1 2 0", "V108", 2)]
    [InlineData("4 2 - 1=3 0", "-1", "V112", 3)]
    [InlineData("\n0\n", "\n", "V112", 5)]
    [InlineData("\"B\"", "\"A\"", "V106", 7)]
    [InlineData("\"B\"", "\"B", "V112", 7)]
    [InlineData("\"B\"", "\"\"", "V115", 7)]
    [InlineData("\"B\"\n\"C\"\n\"Ward\"\n", "", "V112", 6)]
    [InlineData("\"Ward\"\n", "\"Ward\"\n\"s\"\n\"c\"\n1 2 0\n", "V112", 12)]
    public void Read_DamagedFile_NamesTheLine(string from, string to, string code, int line)
    {
        Assert.Contains(from, Sound, StringComparison.Ordinal);
        var read = Read(Sound.Replace(from, to, StringComparison.Ordinal));

        Assert.Null(read.Value);
        Assert.Contains(read.Findings, f => f.Code == code && f.Row == line && f.File == "b.blt");
    }

    [Fact]
    public void Read_SeveralFaults_AreAllTold() =>
        Assert.Equal(["V104", "V108", "V112"], Read("3 2\nx 1 0\n5 7 0\n5 1\n0\n\"A\"\n\"B\"\n\"C\"\n").Findings.Select(f => f.Code));

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n\n")]
    public void Read_EmptyFile_IsAFault(string text) => Assert.Equal("V112", Assert.Single(Read(text).Findings).Code);

    [Fact]
    public void Read_NoFile_IsAFault() => Assert.Equal("V101", Assert.Single(RankedVotesFile.Read(Path.Combine(folder.FullName, "none.blt")).Findings).Code);

    [Fact]
    public void Read_TextThatIsNotUtf8_IsAFault()
    {
        var path = Path.Combine(folder.FullName, "b.blt");
        File.WriteAllBytes(path, [0x33, 0x20, 0x32, 0x0A, 0xC3, 0x28]);

        Assert.Equal("V113", Assert.Single(RankedVotesFile.Read(path).Findings).Code);
    }

    [Theory]
    [InlineData("district,seats\nWard,3\n", "V131")]
    [InlineData("district,seats\nWard,2\nOther,1\n", null)]
    [InlineData("district,seats\nX,2\n", null)]
    [InlineData("district,seats\nX,2\nY,2\n", "V107")]
    public void Read_SeatsFile_NamesTheDistrictAndMustAgree(string seats, string? code) =>
        Assert.Equal(code, Read(Sound, seats: seats).Findings.Select(f => f.Code).FirstOrDefault());

    [Theory]
    [InlineData("A,5\nWard,Q,q,B,4\nWard,R,r,C,0\n", null)]
    [InlineData("a,5\nWard,Q,q,b,4\nWard,R,r,C,0\n", null)]
    [InlineData("A,5\nWard,Q,q,B,4\n", "V108")]
    [InlineData("A,5\nWard,Q,q,B,4\nWard,R,r,C,0\nWard,R,r,D,1\n", "V131")]
    [InlineData("A,6\nWard,Q,q,B,4\nWard,R,r,C,0\n", "V131")]
    public void Allocate_VotesFile_MustHaveTheCandidatesAndFirstPreferencesOfTheBallots(string rows, string? code)
    {
        var read = Read(Sound, votes: $"district,list,party,candidate,votes\nWard,P,p,{rows}");
        var result = read.Value is { } votes ? Law(votes) : null;

        Assert.Equal(code, read.Findings.Concat(result?.Faults ?? []).Select(f => f.Code).FirstOrDefault());
        Assert.Equal(code is null ? ["P", "Q"] : null, result?.Faults.IsEmpty == true ? result.Districts[0].Elected.Select(s => s.Candidacy.List).Order(StringComparer.Ordinal) : null);
    }

    [Fact]
    public void Table_GivesWhatTheBltFileGives()
    {
        var blt = Law(Read(Sound).Value!).Districts[0];
        var table = Read("contest,place,count,ranking\nc,Ward,5,A>B\nc,Ward,4,B>->A=C\nc,Ward,1,\n", seats: "district,seats\nWard,2\n", name: "b.csv");
        var other = Law(table.Value!).Districts[0];

        Assert.Equal(blt.Elected(), other.Elected());
        Assert.Equal(blt.Steps.OfType<QuotaSet>(), other.Steps.OfType<QuotaSet>());
        Assert.Equal(blt.Counts().Select(c => c.Exhausted), other.Counts().Select(c => c.Exhausted));
    }

    [Theory]
    [InlineData("c,Ward,5,A>>B", "V112")]
    [InlineData("c,Ward,5,A=", "V112")]
    [InlineData("c,Ward,x,A", "V104")]
    [InlineData("c,Ward,-5,A", "V105")]
    [InlineData("c,,5,A", "V115")]
    [InlineData("c,Ward,5,A\nd,Ward,5,A", "V110")]
    [InlineData("c,Elsewhere,5,A", "V107")]
    public void Table_DamagedRow_IsAFault(string rows, string code) =>
        Assert.Contains(Read($"contest,place,count,ranking\n{rows}\n", seats: "district,seats\nWard,2\n", name: "b.csv").Findings, f => f.Code == code);

    [Fact]
    public void Table_WithoutSeats_IsAFault() =>
        Assert.Equal("V103", Assert.Single(Read("contest,place,count,ranking\nc,Ward,5,A\n", name: "b.csv").Findings).Code);

    /// <summary>Any text is either read or refused with faults, and what is read can be counted.</summary>
    [Fact]
    public void Read_AnyText_IsReadOrRefused()
    {
        var pieces = Generators.OneOf("0", "1", "2", "3", "9", "-", "-1", "=", "1=2", "\n", "\n0\n", " ", "\"A\"", "\"B\"\n", "\"", "#", "x", "99999999999999999999", "\t", "(i)", "é", "3 2\n", "2 1 2 0\n");
        Gen.Select(Gen.Bool, pieces.Array[0, 40], (damaged, parts) => damaged ? Sound[..12] + string.Concat(parts) + Sound[12..] : string.Concat(parts)).Sample(text =>
        {
            var read = RankedVotesFile.Read(Write($"{Environment.CurrentManagedThreadId}.blt", text)!);
            Assert.True(read.Value is null == read.Findings.Any(f => f.Severity == Severity.Fault), text);
            if (read.Value is { } votes)
            {
                Law(votes);
            }
        });
    }

    /// <summary>Real files: first preferences and totals are those of the shared oracle.</summary>
    [Theory]
    [InlineData("edinburgh_2022_ward12.blt", "Ward 12 - Leith Walk", 4, 10996, "Susan RAE \"Scottish Green Party\"", 2847)]
    [InlineData("eilean_siar_2022_ward3.blt", "Ward 3 Uibhist a Tuath", 2, 661, "Mustapha HOCINE \"Independent\"", 276)]
    public void Read_RealFile_HasItsFirstPreferences(string file, string title, int seats, long total, string candidate, long votes)
    {
        var read = RankedVotesFile.Read(Repository.Shared("formats", "ranked-blt", file));
        var result = SeatAllocation.Allocate(Repository.Law("scottish-councils"), read.Value!).Districts[0];

        Assert.Equal((title, seats, total), (result.District, result.Seats, read.Value!.Districts[0].Ballots!.Total));
        Assert.Equal(votes, result.Lists.Single(l => l.List == candidate).Votes);
        Assert.Equal(seats, result.Elected.Length);
    }

    static ContestAllocation Law(ContestVotes votes) => SeatAllocation.Allocate(Repository.Law("scottish-councils"), votes);

    ReadResult<ContestVotes> Read(string ballots, string? votes = null, string? seats = null, string name = "b.blt") =>
        RankedVotesFile.Read(Write(name, ballots)!, Write("votes.csv", votes), Write("seats.csv", seats));

    string? Write(string name, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
