using CsvHelper;
using Urna.Count;
using Urna.Model;

namespace Urna.Tests.Cli;

/// <summary>A contest of a shipped election written as plain VOTES.csv and SEATS.csv.</summary>
sealed class PlainFiles : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("urna-test-");

    public string Votes => Path.Combine(folder.FullName, "votes.csv");

    public string Seats => Path.Combine(folder.FullName, "seats.csv");

    public static PlainFiles Of(string electionId, string contestId)
    {
        var election = Repository.Election(electionId);
        var contest = election.Contest(contestId)!;
        var files = new PlainFiles();
        Write(files.Seats, ["district", "seats"], contest.Seats.Select(s => new[] { s.Key, $"{s.Value}" }));
        Write(
            files.Votes,
            ["district", "list", "party", "candidate", "votes", "kind", "sex"],
            Tabulate.Whole(contest, election.Places).Choices.Select(c => (Line: contest.Candidacies[c.Choice], Votes: c.Votes.Known))
                .Select(c => new[] { c.Line.District!, c.Line.List, c.Line.Party, c.Line.Candidate, $"{c.Votes}", Kind(c.Line.Kind), SexOf(c.Line.Sex) }));
        return files;
    }

    public void Dispose() => folder.Delete(recursive: true);

    static string Kind(CandidacyKind kind) => kind switch { CandidacyKind.Independent => "independent", CandidacyKind.ListVote => "list-vote", _ => "" };

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
