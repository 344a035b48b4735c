using System.Collections.Immutable;
using Urna.Model;
using Urna.Store.Csv;
using Urna.Store.Folders;
using Urna.Validate;

namespace Urna.Store.Elections;

/// <summary>Reads <c>candidacies-*.csv</c>.</summary>
static class CandidaciesFile
{
    static readonly CsvFile.Columns columns = new(
        ["choice"], ["district", .. CandidacyColumns.Names]);

    public static ImmutableArray<Candidacy> Read(FolderFiles folder, string file, PlaceTree places, FaultLog faults)
    {
        var candidacies = ImmutableArray.CreateBuilder<Candidacy>();
        var rows = new Dictionary<string, int>();
        CsvFile.Read(folder, file, columns, faults, row =>
        {
            if (row.Required("choice") is not { } choice)
            {
                return;
            }

            if (ReportedCounts.IsReserved(choice))
            {
                row.Fault(
                    "V110",
                    LocalizedText.Say("v110.is-reserved-for-a-count-beside", ("choice", choice)),
                    "choice", choice, "another id");
                return;
            }

            if (!rows.TryAdd(choice, row.Row))
            {
                row.Fault(
                    "V106",
                    LocalizedText.Say("v106.the-choice-stands-already-in-row", ("choice", choice), ("row", rows[choice])),
                    "choice", choice, "each choice once");
                return;
            }

            var district = row.Text("district");
            if (district.Length > 0 && !places.Contains(district))
            {
                row.Fault(
                    "V107",
                    LocalizedText.Say("v107.is-not-a-place", ("district", district)),
                    "district", district, Nearest.Among(district, places.Places.Select(p => p.Id)));
            }

            candidacies.Add(CandidacyColumns.Read(row, choice, district));
        });
        if (candidacies.Count == 0 && !faults.Findings.Any(f => f.File == file && f.Severity == Severity.Fault))
        {
            faults.Add(
                "V115",
                LocalizedText.Say("v115.the-file-has-no-candidacies", ("file", file)),
                file, 1, "choice", "", "a row a candidacy");
        }

        return candidacies.ToImmutable();
    }
}
