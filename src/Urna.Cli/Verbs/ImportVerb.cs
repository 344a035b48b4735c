using Urna.Model;
using System.CommandLine;
using Urna.Store;
using Urna.Store.Import;
using Urna.Store.Ledger;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary><c>urna import</c>: official files become an election folder.</summary>
static class ImportVerb
{
    const int Shown = 3;

    public static Command Command()
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore };
        var format = new Option<string?>("--as") { HelpName = "FORMAT" };
        var map = new Option<FileInfo?>("--map") { HelpName = "MAP.yaml" };
        var detect = new Option<bool>("--detect");
        var draft = new Option<bool>("--draft");
        var output = new Option<DirectoryInfo?>("--output", "-o") { HelpName = "ELECTION" };
        var date = new Option<DateOnly?>("--date") { HelpName = "DATE" };
        var title = new Option<string?>("--title") { HelpName = "TITLE" };
        var asOf = new Option<string?>("--as-of") { HelpName = "TIME" };
        var force = new Option<bool>("--force");
        var command = new Command("import") { files, format, map, detect, draft, output, date, title, asOf, force };
        command.SetAction(parsed =>
        {
            var given = parsed.GetRequiredValue(files);
            if (parsed.GetValue(detect))
            {
                return Detect(given);
            }

            if (parsed.GetValue(draft))
            {
                return Draft(given, parsed.GetValue(output)?.FullName, parsed.GetValue(force));
            }

            var folder = parsed.GetValue(output)?.FullName ?? throw new UsageException(LocalizedText.Say("import.name-the-election-folder-to-write"));
            var options = new ImportOptions
            {
                Date = parsed.GetValue(date),
                Title = parsed.GetValue(title),
                AsOf = Moment(parsed.GetValue(asOf)),
                Force = parsed.GetValue(force),
                Waiting = () => Messages.Tell(LocalizedText.Say("report.another-urna-is-writing-waiting-for", ("folder", folder))),
            };
            var path = MapOf(given, parsed.GetValue(format), parsed.GetValue(map)?.FullName);
            return path is null ? ExitCode.Unreadable : Run(given, path, folder, options);
        });
        return command;
    }

    /// <summary>The mapping to use; null, and told, if the files are not of the format.</summary>
    static string? MapOf(string[] files, string? format, string? map)
    {
        if (map is not null && format is not null)
        {
            throw new UsageException(LocalizedText.Say("import.give-either-as-or-map"));
        }

        if (map is not null)
        {
            return map;
        }

        if (format is not null && !FormatLibrary.Names.Contains(format))
        {
            throw new UsageException(LocalizedText.Say(
                "import.is-not-a-format-that-ships", ("format", format), ("names", string.Join(", ", FormatLibrary.Names))));
        }

        if (FormatLibrary.FaultsOf(files) is { IsEmpty: false } faults)
        {
            Messages.TellFaults(string.Join(", ", files), faults);
            return null;
        }

        var matches = FormatLibrary.Match(files, format);
        if (matches is [{ Fits: true } best, ..])
        {
            Messages.Tell(LocalizedText.Say(
                "import.reading-as-by", ("format", best.Format), ("getFileName", Path.GetFileName(best.Map)), ("why", best.Why)));
            return best.Map;
        }

        if (matches.Count == 1)
        {
            // With a single mapping its own faults say more than its refusal.
            return matches[0].Map;
        }

        Messages.Tell(LocalizedText.Say("import.the-files-are-not-write-a", ("format", format is null), ("format2", format)));
        TellRefusals(matches);
        return null;
    }

    /// <summary>The moment of a snapshot; null if none is given.</summary>
    static SnapshotMoment? Moment(string? text) =>
        text is null ? null : SnapshotMoment.Parse(text) ?? throw new UsageException(LocalizedText.Say(
            "import.is-not-a-moment-write", ("text", text), ("expected", SnapshotMoment.Expected)));

    static int Draft(string[] files, string? target, bool force)
    {
        if (FormatLibrary.FaultsOf(files) is { IsEmpty: false } faults)
        {
            Messages.TellFaults(string.Join(", ", files), faults);
            return ExitCode.Unreadable;
        }

        if (target is not null && (Directory.Exists(target) || (File.Exists(target) && !force)))
        {
            throw new UsageException(LocalizedText.Say(
                "import.is-there-already-choose-another-file", ("target", target), ("exists", Directory.Exists(target))));
        }

        var drafted = MappingDraft.Of(files);
        if (drafted.Value is not { } mapping)
        {
            Messages.TellFaults(files[0], drafted.Findings);
            return ExitCode.Unreadable;
        }

        if (target is null)
        {
            Console.Out.Write(mapping.Text);
        }
        else
        {
            OutputFile.Write(target, mapping.Text);
        }

        Messages.Tell(LocalizedText.Say("import.sign", ("open", mapping.Open == 0), ("open2", mapping.Open)));
        return ExitCode.Clean;
    }

    static int Detect(string[] files)
    {
        if (FormatLibrary.FaultsOf(files) is { IsEmpty: false } faults)
        {
            Messages.TellFaults(string.Join(", ", files), faults);
            return ExitCode.Unreadable;
        }

        var matches = FormatLibrary.Match(files);
        foreach (var match in matches.Where(m => m.Fits))
        {
            Console.Out.WriteLine($"{match.Format} ({Path.GetFileName(match.Map)}): {match.Why}.");
        }

        if (matches.Any(m => m.Fits))
        {
            return ExitCode.Clean;
        }

        Messages.Tell(LocalizedText.Say("import.none-of-the-formats-that-ship"));
        TellRefusals(matches);
        return ExitCode.Unreadable;
    }

    static void TellRefusals(IEnumerable<FormatMatch> matches)
    {
        var near = matches.Where(m => !m.Fits).Take(Shown).ToList();
        foreach (var match in near)
        {
            Messages.Tell(LocalizedText.Say("import.not", ("format", match.Format), ("getFileName", Path.GetFileName(match.Map)), ("why", match.Why)));
        }

        if (near is [{ Nearness: > 0 } nearest, ..])
        {
            Messages.Tell(LocalizedText.Say(
                "import.the-nearest-is-copy-and-write", ("format", nearest.Format),
                ("replace", nearest.Map.Replace("shipped:", "", StringComparison.Ordinal))));
        }
        else
        {
            Messages.Tell(LocalizedText.Say("import.urna-import-draft-file-writes-a"));
        }
    }

    static int Run(string[] files, string map, string folder, ImportOptions options)
    {
        if (Importer.RefusalOf(folder, options, [.. files, map]) is { } refusal)
        {
            throw new UsageException(refusal);
        }

        var read = Progress.During($"Importing {Path.GetFileName(files[0])}", () => Importer.Import(files, map, folder, options));
        if (read.Value is not { } summary)
        {
            Messages.TellFaults(files[0], read.Findings);
            return ExitCode.Unreadable;
        }

        foreach (var code in read.Findings.GroupBy(f => f.Code).OrderByDescending(g => g.First().Severity).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            foreach (var finding in code.Take(Shown))
            {
                Messages.Tell(LocalizedText.Say("import.sign-2", ("code", finding.Code), ("file", finding.File), ("finding", finding.Message)));
            }

            if (code.Count() > Shown)
            {
                Messages.Tell(LocalizedText.Say(
                    "import.and-more", ("code", code.Key), ("code2", code.Count() - Shown), ("code3", Codes.Of(code.Key).Title)));
            }
        }

        Messages.Tell(LocalizedText.Say(
            "import.units-places-and-figures-written-to", ("rows", summary.Rows), ("places", summary.Places),
            ("figures", summary.Figures), ("folder", folder), ("emptyCells", summary.EmptyCells)));
        if (summary.IsUpgraded)
        {
            Messages.Tell(LocalizedText.Say("import.was-written-by-an-earlier-version", ("folder", folder)));
        }

        if (!summary.IsLatest)
        {
            Messages.Tell(LocalizedText.Say("import.the-ledger-has-a-later-snapshot", ("asOf", options.AsOf!.Text)));
        }

        return ExitCode.Clean;
    }
}
