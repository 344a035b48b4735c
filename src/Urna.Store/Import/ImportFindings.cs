using Urna.Model;
using Urna.Store.Csv;
using Urna.Store.Folders;
using Urna.Validate;

namespace Urna.Store.Import;

/// <summary>What an import told, kept beside its tables so that later readers are told it again.</summary>
/// <remarks>Warnings and errors only: rows that were left out as no figures are told once. Who has dealt with one takes its row away.</remarks>
static class ImportFindings
{
    /// <summary>The name of the file in an election folder; there is none where nothing was told.</summary>
    public const string FileName = "import-findings.csv";

    static readonly string[] names = ["code", "file", "row", "column", "place", "found", "expected", "message", "spanish", "portuguese"];

    static readonly CsvFile.Columns columns = new(["code", "message"], ["file", "row", "column", "place", "found", "expected", "spanish", "portuguese"]);

    /// <summary>What is worth keeping of findings; totals stand in the election itself, and are compared there again.</summary>
    public static IEnumerable<Finding> Kept(IEnumerable<Finding> findings) => findings.Where(f => f.Severity is Severity.Warning or Severity.Error && f.Code != "V207");

    /// <summary>The file's text, a line at a time.</summary>
    public static IEnumerable<string> Text(IEnumerable<Finding> findings)
    {
        yield return CsvText.Header(names);
        foreach (var f in Kept(findings))
        {
            yield return CsvText.Line(names, [f.Code, f.File, f.Row, f.Column, f.Place, f.Found, f.Expected, f.Message, f.Sentence.Spanish, f.Sentence.Portuguese]);
        }
    }

    /// <summary>Tells again what the import of a folder told.</summary>
    public static void Read(FolderFiles folder, FaultLog faults)
    {
        if (!folder.Has(FileName) || folder.Refuses(FileName, beside: false, faults))
        {
            return;
        }

        CsvFile.Read(folder, FileName, columns, faults, row =>
        {
            if (row.Required("code") is not { } code || row.Required("message") is not { } message)
            {
                return;
            }

            if (Codes.All.FirstOrDefault(c => c.Code == code) is not { Severity: not Severity.Fault } known)
            {
                row.Fault(
                    "V110",
                    LocalizedText.Say("v110.is-not-the-code-of-a", ("code", code)),
                    "code", code, "a code below a fault, as V142");
                return;
            }

            faults.Add(new Finding(known.Code, known.Severity, new LocalizedText(message, Or(row.Text("spanish"), message), Or(row.Text("portuguese"), Or(row.Text("spanish"), message))))
            {
                File = row.Text("file"),
                Row = row.SmallOrNone("row"),
                Column = row.Text("column"),
                Place = row.Text("place"),
                Found = row.Text("found"),
                Expected = row.Text("expected"),
            });
        });
    }

    static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;
}
