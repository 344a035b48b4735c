using Urna.Infer;
using Urna.Infer.Estimates;
using Urna.Infer.Roll;
using Urna.Infer.Tables;
using Urna.Model;
using Urna.Store.Elections;

namespace Urna.Tests.Infer;

/// <summary>Two contests as a problem: everyone on the roll is in it once on each side.</summary>
public class ContestTransferTests
{
    static readonly Election election = Repository.Election("cl-2021");

    [Fact]
    public void Between_TwoRounds_HaveAbstentionOnBothSidesAndEqualMargins()
    {
        var transfer = Between("president-1", "president-2")!;

        Assert.Equal(346, transfer.Problem.Units.Length);
        Assert.Equal("commune", transfer.Level);
        Assert.Equal([new LoneUnit("abroad", 71_018, OfContest: true)], transfer.LeftOut);
        Assert.Equal(0, transfer.Problem.Check.UnequalUnits);
        Assert.Equal(14_959_956, People(transfer.Problem));
        Assert.Equal(["blank-or-null", "abstention"], transfer.Problem.RowNames[^2..]);
        Assert.Equal("No votó", transfer.Titles.Rows[^1].Spanish);
    }

    [Fact]
    public void Estimate_TwoRounds_Converges_AndConservesTheRoll()
    {
        var estimate = TransferMethod.Multinomial.Estimate(Between("president-1", "president-2")!.Problem);

        Assert.True(estimate.Converged);
        Assert.Equal(14_959_956, estimate.Counts.Sum(), 1.0);
        Assert.All(estimate.Shares, share => Assert.InRange(share, 0, 1));
    }

    [Fact]
    public void Between_ContestsWithoutARoll_SaysThatNothingCanBeSaid() => Assert.Null(Between("mayors", "president-2"));

    /// <summary>Who voted is known by age; who did not is one row more, and everyone on the roll is in it.</summary>
    [Fact]
    public void Between_VotersByAgeAndALaterRound_KeepsWhoDidNotVoteApart()
    {
        var transfer = Between("voters-age", "president-2")!;

        Assert.Equal(["80-plus", "group-unknown", "did-not-vote-in-president-1"], transfer.Problem.RowNames[^3..]);
        Assert.Equal(["boric", "kast", "blank-or-null", "abstention"], transfer.Problem.ColumnNames);
        Assert.Equal("18-19 (voted)", transfer.Titles.Rows[0].English);
        Assert.Equal("Did not vote in President, first round (group unknown)", transfer.Titles.Rows[^1].English);
        Assert.Equal(14_959_956, People(transfer.Problem));
        Assert.Equal(0, transfer.Problem.Check.UnequalUnits);
        Assert.Contains(transfer.Findings, f => f.Code == "V524" && f.Message.Contains("people who voted in “President, first round”", StringComparison.Ordinal));
    }

    /// <summary>Voters by age of the first round chose in the first round: nobody among them abstained.</summary>
    [Theory]
    [InlineData("voters-age", "president-1")]
    [InlineData("president-1", "voters-sex")]
    [InlineData("voters-age", "voters-sex")]
    public void Between_VotersOfOneContest_HasNoAbstention(string from, string to)
    {
        var transfer = Between(from, to)!;

        Assert.DoesNotContain(transfer.Problem.RowNames.Concat(transfer.Problem.ColumnNames), n => n.Contains("abstention", StringComparison.Ordinal) || n.StartsWith("did-not", StringComparison.Ordinal));
        Assert.Equal(0, transfer.Problem.Check.UnequalUnits);
        Assert.DoesNotContain(transfer.Findings, f => f.Code == "V524");
    }

    [Fact]
    public void Between_RollsThatDiffer_HaveEntriesAndExits()
    {
        using var folder = new TwoRounds();
        var transfer = folder.Between()!;

        Assert.Equal(["ana", "beto", "blank-or-null", "abstention", "entered-the-roll"], transfer.Problem.RowNames);
        Assert.Equal(["ana", "blank-or-null", "abstention", "left-the-roll"], transfer.Problem.ColumnNames);
        Assert.Equal((5, 1, 10, 1), (transfer.Roll.Entered, transfer.Roll.UnitsEntered, transfer.Roll.Left, transfer.Roll.UnitsLeft));
        Assert.Equal("Entró al padrón", transfer.Titles.Rows[^1].Spanish);
        Assert.Equal(205, People(transfer.Problem));
        Assert.Equal(["V521", "V503"], transfer.Findings.Select(f => f.Code));
        Assert.Equal(["V502", "V503"], folder.Between(RollScenario.None)!.Findings.Select(f => f.Code));
    }

    /// <summary>A choice may be called anything, even what a row of Urna is called.</summary>
    [Fact]
    public void Between_ChoiceNamedAsARowOfUrna_StaysAChoice()
    {
        using var folder = new TwoRounds("abstention");
        var names = folder.Between()!.Problem.ColumnNames;

        Assert.Equal(["abstention", "blank-or-null", "abstention*", "left-the-roll"], names);
    }

    [Theory]
    [InlineData("voters-of: president-1", "voters-of: presidnt-1", "V116")]
    [InlineData("voters-of: president-1", "voters-of: voters-sex", "V116")]
    [InlineData("kind: voters\n    voters-of", "kind: election\n    voters-of", "V110")]
    public void Read_VotersOfWhatIsNoVote_IsAFault(string from, string to, string code)
    {
        var folder = Directory.CreateTempSubdirectory("urna-test-").FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Elections, "cl-2021"), "*.*"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var yaml = File.ReadAllText(Path.Combine(folder, "election.yaml"));
        Assert.Contains(from, yaml, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "election.yaml"), yaml.Replace(from, to, StringComparison.Ordinal));

        Assert.Contains(ElectionFolder.Read(folder).Findings, f => f.Code == code);
        Directory.Delete(folder, recursive: true);
    }

    static ContestTransfer? Between(string from, string to) => ContestTransfer.Between(election.Contest(from)!, election.Contest(to)!, election);

    static double People(TransferProblem problem) => Enumerable.Range(0, problem.Units.Length).Sum(b => problem.RowsOf(b).ToArray().Sum());

    /// <summary>Two rounds in two places: one roll grows by 5, the other shrinks by 10.</summary>
    sealed class TwoRounds : IDisposable
    {
        readonly Election read;

        public TwoRounds(string choice = "ana")
        {
            Folder = Directory.CreateTempSubdirectory("urna-test-").FullName;
            Write("election.yaml", """
                id: two
                title: Two rounds
                country: xx
                date: 2020-05-03
                places: places.csv
                contests:
                  - { id: one, title: One, candidacies: first.csv, results: results.csv, balance: cast = valid + blank + null }
                  - { id: two, title: Two, first-round: one, candidacies: second.csv, results: results.csv, balance: cast = valid + blank + null }
                """);
            Write("places.csv", "place,parent,level,name\nxx,,country,X\np,xx,commune,P\nq,xx,commune,Q");
            Write("first.csv", "choice\nana\nbeto");
            Write("second.csv", $"choice\n{choice}");
            Write("results.csv", $"""
                contest,place,choice,votes
                one,p,registered,100
                one,p,ana,30
                one,p,beto,20
                one,p,blank-or-null,0
                one,q,registered,100
                one,q,ana,40
                one,q,beto,10
                one,q,blank-or-null,1
                two,p,registered,105
                two,p,{choice},60
                two,p,blank-or-null,0
                two,q,registered,90
                two,q,{choice},50
                two,q,blank-or-null,0
                """);
            read = ElectionFolder.Read(Folder).Value!;
        }

        string Folder { get; }

        public ContestTransfer? Between(RollScenario? scenario = null) => ContestTransfer.Between(read.Contests[0], read.Contests[1], read, scenario);

        public void Dispose() => Directory.Delete(Folder, recursive: true);

        void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text + "\n");
    }
}
