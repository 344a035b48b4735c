using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Store;
using Urna.Store.Elections;
using Urna.Tests.Cli;

namespace Urna.Tests.Doors;

/// <summary>An election gives the same seats, findings and errors, whichever door it comes in by: folder, plain files, library.</summary>
public class DoorsAgreeTests
{
    static readonly string[] laws = ["congress-2015", "municipal-councils", "congress-1973", "mayors", "regional-councils", "binomial-1988", "president-1980"];

    static readonly string[] names = ["Ana Ruiz", "Beto Soto", "ANA RUIZ", "Ana Ruíz", "Carla Vera", "Darío Toro", "Elena Mora", "Flor Pinto", "Gil Lara"];

    static readonly Gen<BallotLine> line = Gen.Select(
        Generators.OneOf("", "Alba", "Brisa", "alba", "Cima"), Generators.OneOf("", "P", "Q", "p", "Independiente"), Generators.OneOf(names), Generators.OneOf("", "", "", "independent", "list-vote"), Generators.OneOf("F", "M", ""), Gen.Long[0, 60])
        .Select((list, party, name, kind, sex, votes) => kind switch
        {
            "independent" => new BallotLine("", "", party, name, kind, sex, votes),
            "list-vote" => new BallotLine("", list.Length > 0 ? list : "Alba", "", "", kind, "", votes),
            _ => new BallotLine("", list, party, name, kind, sex, votes),
        });

    static readonly Gen<Ballot> ballots =
        from law in Generators.OneOf(laws)
        from seats in Gen.Int[1, 5].Array[1, 3]
        from lines in line.Array[1, 9].Array[seats.Length]
        from blanks in Gen.Long[0, 9].Array[seats.Length]
        from stated in Gen.Int[0, seats.Length]
        select new Ballot(
            law,
            seats.Index().ToImmutableSortedDictionary(s => $"d{s.Index}", s => s.Item),
            [.. lines.SelectMany((own, d) => own.DistinctBy(l => (l.List, l.Party, l.Candidate, l.Kind)).Select(l => l with { District = $"d{d}" }))],
            blanks.Index().Take(stated).ToImmutableSortedDictionary(b => $"d{b.Index}", b => b.Item));

    [Fact]
    public void Doors_OfAGeneratedContest_Agree() => ballots.Sample(
        ballot =>
        {
            var folder = ballot.ByFolder();
            Assert.Equal(folder, ballot.ByPlainFiles());
            Assert.Equal(folder, ballot.ByLibrary());
        },
        iter: 300,
        threads: 1,
        print: b => $"{b}\n{string.Join('\n', b.Lines)}");

    /// <summary>A person whose party is a word for none stands twice, once with a kind: two lines, told as sharing a name.</summary>
    [Fact]
    public void Doors_OfANameThatStandsOnceWithAKindAndOnceWithAWord_Agree()
    {
        var ballot = Small with { Lines = [.. Small.Lines, new("d0", "", "Independiente", "Ivo", "independent", "M", 4), new("d0", "", "Independiente", "Ivo", "", "M", 3)] };
        var folder = ballot.ByFolder();

        Assert.Equal("", folder.Faults);
        Assert.Contains("V401 d0", folder.Findings, StringComparison.Ordinal);
        Assert.Equal(folder, ballot.ByPlainFiles());
        Assert.Equal(folder, ballot.ByLibrary());
    }

    /// <summary>What a spreadsheet writes where commas stand in numbers is read as commas are, at every table of a folder and of plain files.</summary>
    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public void Doors_OfTablesWithAnotherSeparator_AnswerAsWithCommas(char separator)
    {
        using var folder = new PlainFolder();
        using var plain = new PlainFolder();
        Small.WriteFolder(folder);
        var (votes, seats) = Small.WritePlain(plain);
        foreach (var file in Directory.EnumerateFiles(folder.Folder, "*.csv").Concat([votes, seats]))
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace(',', separator));
        }

        Assert.Equal(Small.ByFolder(), Ballot.ByFolder(folder.Folder));
        Assert.Equal(Small.ByPlainFiles(), Ballot.ByPlainFiles(Small.Law, votes, seats));
    }

    /// <summary>Each shipped contest that a law fills, as plain files: the same persons, person by person.</summary>
    [Theory]
    [InlineData("cl-1970")]
    [InlineData("cl-1973")]
    [InlineData("cl-1989-2017")]
    [InlineData("cl-2013")]
    [InlineData("cl-2020")]
    [InlineData("cl-2021")]
    [InlineData("cl-2023")]
    public void Doors_OfAShippedElection_GiveTheSameSeatsAndNames(string id)
    {
        var reckoning = WorkspaceElection.At(Path.Combine(Repository.Elections, id)).Require();
        foreach (var contest in reckoning.Election.Contests.Where(c => reckoning.Seats(c) is not null))
        {
            using var files = PlainFiles.Of(contest, reckoning);
            var plain = VotesFile.Read(files.Votes, files.Seats, files.Lots, files.Congress);
            var folder = DoorAnswer.Of(reckoning.Seats(contest), reckoning.Check(contest).Where(IsOfNames).ToList());

            Assert.NotNull(plain.Value);
            Assert.Equal(folder, DoorAnswer.Of(SeatAllocation.Allocate(reckoning.LawOf(contest)!, plain.Value), plain.Findings.Where(IsOfNames).ToList()));
        }

        // What stands in a unit below the district is seen only where there are units.
        static bool IsOfNames(Urna.Validate.Finding finding) => finding.Code.StartsWith("V4", StringComparison.Ordinal);
    }

    /// <summary>What is damaged, in the row of a folder and in that of plain files, and the code that both tell.</summary>
    [Theory]
    [InlineData("votes,d0,2,12", "votes,d0,2,-12", "d0,Alba,P,Ana,12", "d0,Alba,P,Ana,-12", "V105")]
    [InlineData("votes,d0,2,12", "votes,d0,2,1.5", "d0,Alba,P,Ana,12", "d0,Alba,P,Ana,1.5", "V104")]
    [InlineData("votes,d0,2,12", "votes,d0,2,", "d0,Alba,P,Ana,12", "d0,Alba,P,Ana,", "V104")]
    [InlineData("votes,d0,2,12", "votes,d0,2,+12", "d0,Alba,P,Ana,12", "d0,Alba,P,Ana,+12", "V104")]
    [InlineData("votes,d0,2,12", "votes,d0,2,12O", "d0,Alba,P,Ana,12", "d0,Alba,P,Ana,12O", "V104")]
    [InlineData("votes,d0,2,12", "votes,d0,2,1e3", "d0,Alba,P,Ana,12", "d0,Alba,P,Ana,1e3", "V104")]
    [InlineData("votes,d0,2,12", "votes,d0,2,99999999999999999999", "d0,Alba,P,Ana,12", "d0,Alba,P,Ana,99999999999999999999", "V117")]
    [InlineData("votes,d0,2,12", "votes,d0,2,1\u00002", "d0,Alba,P,Ana,12", "d0,Alba,P,Ana,1\u00002", "V112")]
    [InlineData("votes,d0,2,12", "votes,d0,2,\"12", "d0,Alba,P,Ana,12", "d0,Alba,P,Ana,\"12", "V112")]
    [InlineData("votes,d0,2,12", "votes,d0,2,12,3,4", "d0,Alba,P,Ana,12", "d0,Alba,P,Ana,12,,,3,4", "V112")]
    [InlineData("votes,d0,2,12", "votes,d9,2,12", "d0,Alba,P,Ana,12", "d9,Alba,P,Ana,12", "V107")]
    [InlineData("contest,place,choice,votes", "contest,place,choice,vote", "district,list,party,candidate,votes", "district,list,party,candidate,vote", "V103")]
    [InlineData("contest,place,choice,votes", "contest,place,votes,votes", "district,list,party,candidate,votes", "district,list,party,votes,votes", "V106")]
    [InlineData("votes,d0,3,8", "votes,d0,2,8", "d0,Brisa,Q,Beto,8", "d0,Alba,P,Ana,8", "V106")]
    [InlineData("Beto,,M", "Beto,,W", "Beto,8,,M", "Beto,8,,W", "V110")]
    [InlineData("Beto,,M", "Beto,indep,M", "Beto,8,,M", "Beto,8,indep,M", "V110")]
    [InlineData("Beto,,M", ",independent,M", "Beto,8,,M", ",8,independent,M", "V115")]
    [InlineData("d0: 2", "d0: -2", "d0,2", "d0,-2", "V105")]
    [InlineData("d0: 2", "d0: x", "d0,2", "d0,x", "V104")]
    [InlineData("d0: 2", "d0: 2000000000", "d0,2", "d0,2000000000", "V117")]
    public void Doors_OfADamagedContest_TellTheSameFault(string folderRow, string folderDamage, string plainRow, string plainDamage, string code)
    {
        using var folder = new PlainFolder();
        using var plain = new PlainFolder();
        Small.WriteFolder(folder);
        var (votes, seats) = Small.WritePlain(plain);
        Damage(folder.Folder, folderRow, folderDamage);
        Damage(plain.Folder, plainRow, plainDamage);

        var (byFolder, byPlain) = (Ballot.ByFolder(folder.Folder), Ballot.ByPlainFiles(Small.Law, votes, seats));

        Assert.Equal(byFolder.Faults, byPlain.Faults);
        Assert.Contains(code, byFolder.Faults.Split('\n'));
    }

    [Fact]
    public void Doors_OfTextThatIsNotUtf8_TellTheSameFault()
    {
        using var folder = new PlainFolder();
        using var plain = new PlainFolder();
        Small.WriteFolder(folder);
        var (votes, seats) = Small.WritePlain(plain);
        foreach (var file in new[] { Path.Combine(folder.Folder, "results.csv"), votes })
        {
            File.WriteAllBytes(file, [.. File.ReadAllBytes(file), 0xE9, 0x0A]);
        }

        Assert.Equal(("V113", "V113"), (Ballot.ByFolder(folder.Folder).Faults, Ballot.ByPlainFiles(Small.Law, votes, seats).Faults));
    }

    static Ballot Small => new(
        "congress-2015",
        ImmutableSortedDictionary<string, int>.Empty.Add("d0", 2).Add("d1", 1),
        [new("d0", "Alba", "P", "Ana", "", "F", 12), new("d0", "Brisa", "Q", "Beto", "", "M", 8), new("d1", "Alba", "P", "Carla", "", "F", 5)],
        ImmutableSortedDictionary<string, long>.Empty);

    /// <summary>Replaces a text that stands in exactly one file of a folder.</summary>
    static void Damage(string folder, string from, string to)
    {
        var file = Assert.Single(Directory.EnumerateFiles(folder), f => File.ReadAllText(f).Contains(from, StringComparison.Ordinal));
        File.WriteAllText(file, File.ReadAllText(file).Replace(from, to, StringComparison.Ordinal));
    }
}
