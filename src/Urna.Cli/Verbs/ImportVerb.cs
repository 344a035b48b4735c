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
        var files = new Argument<string[]>("FILE") { Description = "official files, a folder of them, or a .zip file (.gz is unpacked)", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string?>("--as") { Description = "the format, one of those that ship", HelpName = "FORMAT" };
        var map = new Option<FileInfo?>("--map") { Description = "a mapping of your own that says what each column is", HelpName = "MAP.yaml" };
        var detect = new Option<bool>("--detect") { Description = "only say what the files seem to be, and why" };
        var draft = new Option<bool>("--draft") { Description = "write a commented mapping for a table that no format describes" };
        var output = new Option<DirectoryInfo?>("--output", "-o") { Description = "the election folder to write", HelpName = "ELECTION" };
        var date = new Option<DateOnly?>("--date") { Description = "the day of the vote, where the files do not state it", HelpName = "DATE" };
        var title = new Option<string?>("--title") { Description = "the election's title", HelpName = "TITLE" };
        var asOf = new Option<string?>("--as-of") { Description = "the moment that the files speak of, as 2021-11-21T19:30: adds a snapshot to the ledger", HelpName = "TIME" };
        var force = new Option<bool>("--force") { Description = "write over another election, or over files that urna did not write" };
        var command = new Command("import", "Turn official files into an election folder, by a mapping.") { files, format, map, detect, draft, output, date, title, asOf, force };
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

            var folder = parsed.GetValue(output)?.FullName ?? throw new UsageException("Name the election folder to write with -o.");
            var options = new ImportOptions
            {
                Date = parsed.GetValue(date),
                Title = parsed.GetValue(title),
                AsOf = Moment(parsed.GetValue(asOf)),
                Force = parsed.GetValue(force),
                Waiting = () => Messages.Tell($"Another urna is writing '{folder}'; waiting for it."),
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
            throw new UsageException("Give either --as or --map.");
        }

        if (map is not null)
        {
            return map;
        }

        if (format is not null && !FormatLibrary.Names.Contains(format))
        {
            throw new UsageException($"'{format}' is not a format that ships; there are {string.Join(", ", FormatLibrary.Names)}.");
        }

        if (FormatLibrary.FaultsOf(files) is { IsEmpty: false } faults)
        {
            Messages.TellFaults(string.Join(", ", files), faults);
            return null;
        }

        var matches = FormatLibrary.Match(files, format);
        if (matches is [{ Fits: true } best, ..])
        {
            Messages.Tell($"Reading as {best.Format}, by {Path.GetFileName(best.Map)}: {best.Why}.");
            return best.Map;
        }

        if (matches.Count == 1)
        {
            // With a single mapping its own faults say more than its refusal.
            return matches[0].Map;
        }

        Messages.Tell($"The files are not {(format is null ? "of any format that ships" : $"what '{format}' says")}; write a mapping (docs/import.md).");
        TellRefusals(matches);
        return null;
    }

    /// <summary>The moment of a snapshot; null if none is given.</summary>
    static SnapshotMoment? Moment(string? text) =>
        text is null ? null : SnapshotMoment.Parse(text) ?? throw new UsageException($"'{text}' is not a moment; write {SnapshotMoment.Expected}.");

    static int Draft(string[] files, string? target, bool force)
    {
        if (FormatLibrary.FaultsOf(files) is { IsEmpty: false } faults)
        {
            Messages.TellFaults(string.Join(", ", files), faults);
            return ExitCode.Unreadable;
        }

        if (target is not null && (Directory.Exists(target) || (File.Exists(target) && !force)))
        {
            throw new UsageException($"'{target}' is there already; choose another file{(Directory.Exists(target) ? "" : ", or say --force")}.");
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

        Messages.Tell(mapping.Open == 0 ? "Nothing is left to choose; look at it all the same." : $"{mapping.Open} line{(mapping.Open == 1 ? " is" : "s are")} left to choose.");
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

        Messages.Tell("None of the formats that ship fits.");
        TellRefusals(matches);
        return ExitCode.Unreadable;
    }

    static void TellRefusals(IEnumerable<FormatMatch> matches)
    {
        var near = matches.Where(m => !m.Fits).Take(Shown).ToList();
        foreach (var match in near)
        {
            Messages.Tell($"  not {match.Format} ({Path.GetFileName(match.Map)}): {match.Why}");
        }

        if (near is [{ Nearness: > 0 } nearest, ..])
        {
            Messages.Tell($"The nearest is {nearest.Format}: copy {nearest.Map.Replace("shipped:", "", StringComparison.Ordinal)} and write your columns' names in place of those that it lacks, or let 'urna import --draft FILE' write a mapping.");
        }
        else
        {
            Messages.Tell("'urna import --draft FILE' writes a mapping for a table of your own.");
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
                Messages.Tell($"{finding.Code} {finding.File}: {finding.Message}");
            }

            if (code.Count() > Shown)
            {
                Messages.Tell($"{code.Key} … and {code.Count() - Shown} more ({Codes.Of(code.Key).Title.English})");
            }
        }

        Messages.Tell($"{summary.Rows} units, {summary.Places} places and {summary.Figures} figures written to '{folder}'; {summary.EmptyCells} empty cells are missing, not zero.");
        if (summary.IsUpgraded)
        {
            Messages.Tell($"'{folder}' was written by an earlier version of urna; it now says what belongs to it, and the ledger is bound to its tables.");
        }

        if (!summary.IsLatest)
        {
            Messages.Tell($"The ledger has a later snapshot than {options.AsOf!.Text}: it stands in its place in time, and the tables stay those of the latest.");
        }

        return ExitCode.Clean;
    }
}
