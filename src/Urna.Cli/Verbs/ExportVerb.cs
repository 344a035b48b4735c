using Urna.Model;
using System.CommandLine;
using Urna.Store.Export;

namespace Urna.Cli.Verbs;

/// <summary><c>urna export</c>: an election's figures for other programs.</summary>
static class ExportVerb
{
    public static Command Command()
    {
        var election = Options.Election();
        var to = new Option<string>("--to") { HelpName = "csv|parquet|nist", DefaultValueFactory = _ => "csv" };
        to.AcceptOnlyFromAmong("csv", "parquet", "nist");
        var snapshot = new Option<string?>("--as-of") { HelpName = "TIME" };
        var output = new Option<FileInfo>("--output", "-o") { HelpName = "FILE", Required = true };
        var command = new Command("export") { election, to, snapshot, output };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(election), parsed.GetValue(to)!, parsed.GetValue(snapshot), parsed.GetRequiredValue(output).FullName));
        return command;
    }

    static int Run(string path, string form, string? snapshot, string file)
    {
        if (!Directory.Exists(Path.GetDirectoryName(file)))
        {
            throw new UsageException(LocalizedText.Say("export.the-folder-of-does-not-exist", ("file", file)));
        }

        if (form == "nist" && snapshot is not null)
        {
            throw new UsageException(LocalizedText.Say("export.a-snapshot-is-exported-as-csv"));
        }

        var (ledger, read) = snapshot is null ? (null, null) : Opened.LedgerAndElection(path);
        using var open = ledger;
        if ((read is null ? Opened.Election(path, Model.Language.English)?.Election : Opened.Told(read, path)) is not { } election)
        {
            return ExitCode.Unreadable;
        }

        if (form == "nist")
        {
            NistReport.Write(file, election);
            return ExitCode.Clean;
        }

        var rows = ledger is null ? ExportRow.Of(election) : ExportRow.Of(election, ledger, Opened.Snapshot(ledger, snapshot!).Number);
        if (form == "parquet")
        {
            TableExport.Parquet(file, rows);
        }
        else
        {
            TableExport.Csv(file, rows);
        }

        return ExitCode.Clean;
    }
}
