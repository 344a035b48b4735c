using Urna.Model;
using Urna.Store.Import.Sources;
using Urna.Store.Ledger;

namespace Urna.Store.Import;

/// <summary>What an import read.</summary>
/// <param name="Rows">Units that the files report.</param>
/// <param name="Places">Places found.</param>
/// <param name="Figures">Figures written.</param>
/// <param name="EmptyCells">Cells without a figure: missing, not zero.</param>
public sealed record ImportSummary(int Rows, int Places, long Figures, long EmptyCells)
{
    /// <summary>Whether the tables are those of the import; they are not where the ledger has a later snapshot.</summary>
    public bool IsLatest { get; init; } = true;

    /// <summary>Whether an earlier version wrote the folder, which now says what belongs to it.</summary>
    public bool IsUpgraded { get; init; }
}

/// <summary>Turns official files into an election folder, by a mapping.</summary>
public static class Importer
{
    const int MostFaults = 10_000;

    /// <summary>Beyond it nobody looks for totals among the units: the search takes as long as the reading.</summary>
    const int MostUnitsForTotals = 50_000;

    /// <summary>Reads a file and writes the folder; writes nothing if anything is wrong.</summary>
    /// <param name="file">The file; one that ends in .gz is unpacked.</param>
    /// <param name="map">The mapping's YAML file.</param>
    /// <param name="folder">The election folder to write.</param>
    public static ReadResult<ImportSummary> Import(string file, string map, string folder) => Import([file], map, folder, new ImportOptions());

    /// <summary>Reads files and writes the folder; writes nothing if anything is wrong.</summary>
    /// <param name="files">Files, folders of files, or zip files.</param>
    /// <param name="map">The mapping's YAML file.</param>
    /// <param name="folder">The election folder to write.</param>
    /// <param name="options">What the mapping leaves open.</param>
    public static ReadResult<ImportSummary> Import(IReadOnlyList<string> files, string map, string folder, ImportOptions options)
    {
        var faults = new FaultLog();
        if (ImportMapFile.Read(map, faults) is not { } mapping || faults.HasFaults)
        {
            return new ReadResult<ImportSummary>(null, faults.Findings);
        }

        var sources = SourceFile.Of(files, faults, options.LargestUnpacked);
        var draft = Read(mapping, sources, faults);
        return faults.HasFaults ? new ReadResult<ImportSummary>(null, faults.Findings) : Write(mapping, draft, folder, options, faults);
    }

    /// <summary>Why the folder of an import cannot be written as it is now; null if it can.</summary>
    /// <param name="folder">The election folder to write.</param>
    /// <param name="options">What the user says.</param>
    /// <param name="inputs">What is read.</param>
    public static string? RefusalOf(string folder, ImportOptions options, params ReadOnlySpan<string> inputs) =>
        OutputFolder.RefusalOf(new OutputTarget(folder, OutputKind.Election) { Force = options.Force }, inputs) ?? ElectionWriter.RefusalOf(folder, options);

    static ReadResult<ImportSummary> Write(ImportMap mapping, ImportDraft draft, string folder, ImportOptions options, FaultLog faults)
    {
        var written = new WrittenElection(mapping, draft, options with { Id = options.Id ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) }, faults);
        _ = written.Id;
        return faults.Result(() =>
        {
            var (isLatest, isUpgraded) = ElectionWriter.Write(folder, options, written, draft);
            return new ImportSummary(draft.Places.Units.Count, draft.Places.Places.Count, written.Figures, draft.EmptyCells) { IsLatest = isLatest, IsUpgraded = isUpgraded };
        });
    }

    static ImportDraft Read(ImportMap map, List<SourceFile> sources, FaultLog faults)
    {
        var draft = new ImportDraft(map, faults);
        var joined = map.Tables.SelectMany(t => t.With.Select(w => w.Table)).Distinct()
            .ToDictionary(t => t, t => JoinedTable.Read(map.Tables.First(f => f.Id == t), sources, faults));
        var used = new HashSet<SourceFile>(joined.Values.SelectMany(j => j.Files));
        foreach (var table in map.Tables.Where(t => IsRead(map, t)))
        {
            var own = TableFit.FilesOf(table, sources);
            if (own.Count == 0 && !table.IsOptional)
            {
                faults.Add(
                    "V101",
                    LocalizedText.Say(
                        "v101.no-file-is-among-those-given", ("name", table.File), ("table", table.Id)),
                    table.File ?? "", found: string.Join(", ", sources.Take(5).Select(s => s.Name)), expected: table.File ?? "a file");
            }

            var records = new RepeatedRecords(table);
            foreach (var file in own)
            {
                used.Add(file);
                draft.Files.Add((file, table.Kind == TableKind.Sheet ? table.Sheet ?? "first sheet" : table.Id));
                ReadTable(map, table, file, draft, (joined, records), faults);
            }

            records.Tell(faults);
        }

        foreach (var file in sources.Where(s => !used.Contains(s)))
        {
            faults.Add("V142", LocalizedText.Say("v142.the-file-is-not-read-no", ("file", file.Name)), file.Name);
        }

        if (!faults.HasFaults && draft.Places.Units.Count == 0)
        {
            faults.Add(
                "V112",
                LocalizedText.Say("v112.the-files-have-no-row-of"),
                sources.FirstOrDefault()?.Name ?? "", expected: "one row a unit");
        }

        if (!faults.HasFaults)
        {
            draft.Close(sources.FirstOrDefault()?.Name ?? "");
        }

        if (!faults.HasFaults && draft.Places.Units.Count <= MostUnitsForTotals)
        {
            TotalsCheck.Tell(draft, sources.FirstOrDefault()?.Name ?? "", faults);
            StrayFigures.Tell(draft, faults);
        }

        draft.Places.Close(sources.FirstOrDefault()?.Name ?? "");
        return draft;
    }

    /// <summary>Whether a table gives figures or names of its own, and not only columns to others.</summary>
    static bool IsRead(ImportMap map, TableFormat table) =>
        map.Read.Any(c => c.Readings.Any(r => map.TableOf(r.Table) == table.Id) || (c.Ballots is { } b && map.TableOf(b.Table) == table.Id))
        || (map.Contests.IsEmpty && table == map.Tables[0]);

    static void ReadTable(
        ImportMap map, TableFormat table, SourceFile file, ImportDraft draft, (Dictionary<string, JoinedTable> Joined, RepeatedRecords Records) beside, FaultLog faults)
    {
        var tally = new RowTally(file.Name, faults);
        var joins = table.With.Select(w => (Join: w, Table: beside.Joined[w.Table])).ToArray();
        LeftOut[] left = [];
        Func<SourceRow, bool>? take = null;
        TableExtension? extension = null;
        UnreadColumns? unread = null;
        var repeated = new RepeatedRows(map, table);
        TableReader.Read(file, table, faults, tally, Begin, Take);
        if (!faults.HasFaults)
        {
            tally.Close();
            unread?.Tell(file.Name, faults);
            repeated.Tell(file.Name, faults);
        }

        bool Begin(TableHeader header)
        {
            extension = new TableExtension(header, joins, table.Names, file.Name, faults);
            left = [.. table.LeaveOut.Where(l => !l.IsOf(header))];
            if (!TableFit.Check(map, table, header, extension.Header, file.Name, faults))
            {
                return false;
            }

            unread = UnreadColumns.Of(map, table, header);
            take = draft.Rows(table, extension.Header, draft.Files.Count - 1);
            return true;
        }

        void Take(SourceRow row)
        {
            if (faults.Count > MostFaults && faults.HasFaults)
            {
                return;
            }

            var extended = extension!.Extend(row);
            if (Array.Find(left, l => Condition.Hold(l.Where, extended)) is { } leftOut)
            {
                tally.Tell("V141", LocalizedText.Same(leftOut.Reason), row.Row);
            }
            else if (take!(extended))
            {
                unread!.Look(row);
                repeated.Look(row);
                beside.Records.Look(row);
                tally.Keep();
            }
            else
            {
                tally.Tell("V142", LocalizedText.Say("import.no-rule"), row.Row);
            }
        }
    }
}

/// <summary>What a mapping leaves open, and the user says.</summary>
public sealed record ImportOptions
{
    /// <summary>The id of the election; null for the folder's name.</summary>
    public string? Id { get; init; }

    /// <summary>The title; null for the mapping's or the file's.</summary>
    public string? Title { get; init; }

    /// <summary>The moment that the files speak of; null to begin the ledger anew.</summary>
    public SnapshotMoment? AsOf { get; init; }

    /// <summary>Whether another election, or what another hand has put there, is written over.</summary>
    public bool Force { get; init; }

    /// <summary>How long to wait for another who writes the folder.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Called once if another writes the folder, before waiting for it.</summary>
    public Action? Waiting { get; init; }

    /// <summary>The most bytes that a packed file may unpack to.</summary>
    public long LargestUnpacked { get; init; } = Files.Bounds.Unpacked;

    /// <summary>The day of the vote; null for the one that mapping or file states.</summary>
    public DateOnly? Date { get; init; }
}
