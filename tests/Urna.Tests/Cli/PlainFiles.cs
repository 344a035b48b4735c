using CsvHelper;
using Urna.Model;

namespace Urna.Tests.Cli;

/// <summary>A contest of a shipped election written as plain VOTES.csv and SEATS.csv.</summary>
sealed class PlainFiles : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("urna-test-");

    public string Votes => Path.Combine(folder.FullName, "votes.csv");

    public string Seats => Path.Combine(folder.FullName, "seats.csv");

    /// <summary>Drawings of lots; null where there are none.</summary>
    public string? Lots { get; private set; }

    /// <summary>The vote of Congress; null where there was none.</summary>
    public string? Congress { get; private set; }

    public static PlainFiles Of(string electionId, string contestId)
    {
        var reckoning = Urna.Store.WorkspaceElection.At(Path.Combine(Repository.Elections, electionId)).Require();
        return Of(reckoning.Election.Contest(contestId)!, reckoning);
    }

    /// <summary>A contest as plain files: the votes of each candidacy in each district.</summary>
    public static PlainFiles Of(Contest contest, Reckoning reckoning)
    {
        var files = new PlainFiles();
        var districts = reckoning.Votes(contest).Districts;
        Write(files.Seats, ["district", "seats", "registered", "tier"], districts.Select(d => new[] { d.District, $"{d.Seats}", $"{d.Registered}", d.Tier ?? "" }));
        Write(
            files.Votes,
            ["district", "list", "party", "candidate", "votes", "kind", "sex", "subpact", "alternate", "list_position", "round", "members"],
            [
                .. from d in districts
                   from v in d.Votes
                   let c = v.Candidacy
                   select new[] { d.District, c.List, c.Party, c.Candidate, $"{v.Votes}", Kind(c.StatedKind), SexOf(c.Sex), c.Subpact, c.Alternate, $"{c.ListPosition}", $"{v.Round}", $"{c.Members}" },
                .. from d in districts
                   from rest in new[] { (Kind: "blank", Votes: d.Blank), (Kind: "null", Votes: d.Null) }
                   where rest.Votes is not null
                   select new[] { d.District, "", "", "", $"{rest.Votes}", rest.Kind, "", "", "", "", "", "" },
            ]);
        if (!contest.Lots.IsEmpty)
        {
            Write(files.Lots = Path.Combine(files.folder.FullName, "lots.csv"), ["district", "level", "winner"], contest.Lots.Select(l => new[] { l.District, Spelling.Kebab(l.Level), l.Winner }));
        }

        if (!contest.Congress.IsEmpty)
        {
            Write(files.Congress = Path.Combine(files.folder.FullName, "congress.csv"), ["candidate", "votes"], contest.Congress.Select(c => new[] { c.Candidate, $"{c.Votes}" }));
        }

        return files;
    }

    public void Dispose() => folder.Delete(recursive: true);

    static string Kind(CandidacyKind kind) => kind switch { CandidacyKind.Independent => "independent", CandidacyKind.ListVote => "list-vote", CandidacyKind.Constituency => "constituency", _ => "" };

    static string SexOf(Sex sex) => sex switch { Sex.Female => "F", Sex.Male => "M", _ => "" };

    static void Write(string path, string[] header, IEnumerable<string[]> rows)
    {
        using var csv = CsvWriter.ToFile(path, new CsvWriterOptions { NewLine = "\n" });
        foreach (var row in rows.Prepend(header))
        {
            csv.WriteRecord(row);
        }
    }
}
