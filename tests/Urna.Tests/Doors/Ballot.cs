using System.Collections.Immutable;
using System.Globalization;
using Urna.Allocate;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Store;
using Urna.Store.Elections;
using Urna.Tests.Cli;

namespace Urna.Tests.Doors;

/// <summary>A line of a ballot with its votes.</summary>
sealed record BallotLine(string District, string List, string Party, string Candidate, string Kind, string Sex, long Votes);

/// <summary>A contest whose units are its districts, and which can come in by every door.</summary>
/// <param name="Law">The name of a shipped law.</param>
/// <param name="Seats">Seats by district.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Blanks">Blank votes by district; a district that is absent does not state them.</param>
sealed record Ballot(string Law, ImmutableSortedDictionary<string, int> Seats, ImmutableArray<BallotLine> Lines, ImmutableSortedDictionary<string, long> Blanks)
{
    static readonly Dictionary<string, CandidacyKind> kinds = new()
    {
        [""] = CandidacyKind.OfList,
        ["list-vote"] = CandidacyKind.ListVote,
        ["independent"] = CandidacyKind.Independent,
    };

    /// <summary>What an election folder answers.</summary>
    public DoorAnswer ByFolder()
    {
        using var files = new PlainFolder();
        WriteFolder(files);
        return ByFolder(files.Folder);
    }

    /// <summary>What plain files answer.</summary>
    public DoorAnswer ByPlainFiles()
    {
        using var files = new PlainFolder();
        var (votes, seats) = WritePlain(files);
        return ByPlainFiles(Law, votes, seats);
    }

    /// <summary>What the library answers on votes that a program made.</summary>
    public DoorAnswer ByLibrary()
    {
        var votes = new ContestVotes(
            [
                .. Seats.Select(s => new DistrictVotes(s.Key, s.Value, [.. Lines.Index().Where(l => l.Item.District == s.Key).Select(l => new CandidacyVotes(Candidacy(l.Item, IdOf(l.Index)), l.Item.Votes))])
                {
                    Blank = Blanks.TryGetValue(s.Key, out var blank) ? blank : null,
                }),
            ],
            [],
            []);
        return DoorAnswer.Of(SeatAllocation.Allocate(Repository.Law(Law), votes), VotesCheck.Of(votes, Law));
    }

    /// <summary>What an election folder that is written answers.</summary>
    public static DoorAnswer ByFolder(string folder)
    {
        var (reckoning, findings) = WorkspaceElection.At(folder).Reading;
        return reckoning is null ? DoorAnswer.Of(null, findings)
            : DoorAnswer.Of(reckoning.Seats(reckoning.Election.Contests[0]), [.. findings, .. reckoning.Check(reckoning.Election.Contests[0])]);
    }

    /// <summary>What plain files that are written answer.</summary>
    public static DoorAnswer ByPlainFiles(string law, string votes, string seats)
    {
        var read = VotesFile.Read(votes, seats);
        return DoorAnswer.Of(read.Value is { } value ? SeatAllocation.Allocate(Repository.Law(law), value) : null, read.Findings);
    }

    /// <summary>Writes it as an election folder.</summary>
    public void WriteFolder(PlainFolder files)
    {
        files.Write("election.yaml", $$"""
            id: made
            title: Made
            country: xx
            date: 2020-05-03
            places: places.csv
            contests:
              - id: votes
                title: Votes
                rule: {{Law}}
                seats: { {{string.Join(", ", Seats.Select(s => $"{s.Key}: {s.Value}"))}} }
                candidacies: candidacies.csv
                results: results.csv

            """);
        files.Write("places.csv", "place,parent,level,name\nxx,,country,Country\n" + string.Concat(Seats.Keys.Select(d => $"{d},xx,district,{d}\n")));
        files.Write("candidacies.csv", "choice,district,list,party,candidate,kind,sex\n" + string.Concat(Lines.Select((l, i) => $"{IdOf(i)},{l.District},{l.List},{l.Party},{l.Candidate},{l.Kind},{l.Sex}\n")));
        files.Write("results.csv", "contest,place,choice,votes\n" + string.Concat(Lines.Select((l, i) => $"votes,{l.District},{IdOf(i)},{l.Votes}\n")) + string.Concat(Blanks.Select(b => $"votes,{b.Key},blank,{b.Value}\n")));
    }

    /// <summary>Writes it as plain files.</summary>
    public (string Votes, string Seats) WritePlain(PlainFolder files) => (
        files.Write("votes.csv", "district,list,party,candidate,votes,kind,sex\n" + string.Concat(Lines.Select(l => $"{l.District},{l.List},{l.Party},{l.Candidate},{l.Votes},{l.Kind},{l.Sex}\n"))
            + string.Concat(Blanks.Select(b => $"{b.Key},,,,{b.Value},blank,\n"))),
        files.Write("seats.csv", "district,seats\n" + string.Concat(Seats.Select(s => $"{s.Key},{s.Value}\n"))));

    /// <summary>The id of a line: its row in plain files, so that ties between persons of one name are told alike at every door.</summary>
    static string IdOf(int line) => (line + 2).ToString(CultureInfo.InvariantCulture);

    static Candidacy Candidacy(BallotLine line, string choice) => new()
    {
        Choice = choice,
        District = line.District,
        List = line.List,
        Party = line.Party,
        Candidate = line.Candidate,
        Kind = kinds[line.Kind],
        Sex = line.Sex switch { "F" => Sex.Female, "M" => Sex.Male, _ => Sex.Unknown },
    };
}
