using System.Collections.Immutable;
using CsvHelper;
using Urna.Model;
using Urna.Store.Csv;
using Urna.Store.Elections;
using Urna.Validate;
using YamlDotNet.Serialization;

namespace Urna.Store.Import;

/// <summary>What an import read.</summary>
/// <param name="Rows">Rows of the file, each a unit.</param>
/// <param name="Places">Places found.</param>
/// <param name="Figures">Figures written.</param>
/// <param name="EmptyCells">Cells without a figure: missing, not zero.</param>
public sealed record ImportSummary(int Rows, int Places, long Figures, long EmptyCells);

/// <summary>Turns an official file into an election folder, by a mapping.</summary>
public static class Importer
{
    /// <summary>Reads the file and writes the folder; writes nothing if anything is wrong.</summary>
    /// <param name="file">A CSV file of one row a unit; one that ends in .gz is unpacked.</param>
    /// <param name="map">The mapping's YAML file.</param>
    /// <param name="folder">The election folder to write.</param>
    public static ReadResult<ImportSummary> Import(string file, string map, string folder)
    {
        var faults = new FaultLog();
        if (ImportMapFile.Read(map, faults) is not { } mapping || faults.HasFaults)
        {
            return new ReadResult<ImportSummary>(null, faults.Findings);
        }

        var draft = new ImportDraft(mapping);
        var columns = new CsvFile.Columns(mapping.Columns, mapping.Ignore);
        CsvFile.Read(file, Path.GetFileName(file), columns, faults, draft.Add);
        if (!faults.HasFaults && draft.Rows == 0)
        {
            faults.Add("V112", "The file has no rows.", Path.GetFileName(file), expected: "one row a unit");
        }

        return faults.Result(() =>
        {
            OutputFolder.Write(folder, Files(mapping, draft));
            return new ImportSummary(draft.Rows, draft.Places.Count, draft.Figures, draft.EmptyCells);
        });
    }

    static IEnumerable<(string Path, IEnumerable<string> Text)> Files(ImportMap map, ImportDraft draft)
    {
        yield return (ElectionFolder.FileName, [Describe(map)]);
        yield return ("places.csv", Csv(["place", "parent", "level", "name"], draft.Places.Select(p => new[] { p.Id, p.Parent ?? "", p.Level, p.Name })));
        for (var c = 0; c < map.Contests.Length; c++)
        {
            var contest = map.Contests[c];
            yield return (CandidaciesOf(contest), Csv(
                ["choice", "district", "list", "party", "candidate"],
                contest.Columns.Select(x => x.Candidacy).OfType<Candidacy>().Select(x => new[] { x.Choice, x.District ?? "", x.List, x.Party, x.Candidate })));
            yield return (ResultsOf(contest), Csv(["contest", "place", "choice", "votes"], draft.Results(c)));
        }
    }

    static string CandidaciesOf(MappedContest contest) => $"candidacies-{contest.Id}.csv";

    static string ResultsOf(MappedContest contest) => $"results-{contest.Id}.csv";

    static string Describe(ImportMap map)
    {
        var election = new Dictionary<string, object>(map.Header)
        {
            ["places"] = "places.csv",
            ["contests"] = map.Contests.Select(c => new Dictionary<string, object>(c.Fields)
            {
                ["candidacies"] = CandidaciesOf(c),
                ["results"] = ResultsOf(c),
            }).ToList(),
        };
        return new SerializerBuilder().WithQuotingNecessaryStrings().WithNewLine("\n").Build().Serialize(election);
    }

    /// <summary>The lines of a CSV file, a block at a time.</summary>
    static IEnumerable<string> Csv(string[] header, IEnumerable<string[]> rows)
    {
        foreach (var block in rows.Prepend(header).Chunk(4096))
        {
            using var text = new StringWriter();
            using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
            {
                foreach (var row in block)
                {
                    csv.WriteRecord(row);
                }
            }

            yield return text.ToString();
        }
    }
}
