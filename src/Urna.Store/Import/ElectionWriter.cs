using System.Collections.Immutable;
using Urna.Store.Elections;
using Urna.Store.Folders;
using Urna.Store.Ledger;
using Urna.Store.Yaml;

namespace Urna.Store.Import;

/// <summary>What tells one election from another, so that no import is added to another's ledger.</summary>
/// <param name="Id">The election's id; null if it is only the name of the folder.</param>
/// <param name="Country">Its country.</param>
/// <param name="Date">The day of its main vote.</param>
/// <param name="Contests">The ids of its contests.</param>
sealed record ElectionIdentity(string? Id, string Country, string Date, ImmutableArray<string> Contests)
{
    /// <summary>How another election differs; null if it can be the same, with other contests come or gone.</summary>
    public string? DifferenceFrom(ElectionIdentity former) =>
        Id is not null && Id != former.Id ? $"'{former.Id}', and not '{Id}'"
        : (Country, Date) != (former.Country, former.Date) ? $"'{former.Id}' of {former.Date} in '{former.Country}', and not one of {Date} in '{Country}'"
        : !Contests.IsEmpty && !former.Contests.IsEmpty && !Contests.Intersect(former.Contests).Any()
            ? $"'{former.Id}' with other contests ({string.Join(", ", former.Contests.Take(5))}, and not {string.Join(", ", Contests.Take(5))})"
        : null;
}

/// <summary>Puts an import into its folder: the tables of the latest snapshot, and the ledger of all.</summary>
/// <remarks>Tables and ledger pass to the next state together. A snapshot of an earlier moment comes into the ledger alone.</remarks>
static class ElectionWriter
{
    static readonly string[] tablesOfContest = ["candidacies", "results", "ballots"];

    /// <summary>Writes the folder; whether the tables are now those of the import, and whether an earlier version wrote those before.</summary>
    /// <exception cref="OutputRefusedException">The folder is not that of the election, or has a snapshot of the moment.</exception>
    public static (bool IsLatest, bool IsUpgraded) Write(string folder, ImportOptions options, WrittenElection written, ImportDraft draft)
    {
        using var writer = FolderWriter.Begin(new OutputTarget(folder, OutputKind.Election) { Force = options.Force, Patience = options.Patience, Waiting = options.Waiting });
        var former = writer.Former.Has(ElectionFolder.FileName) ? FormerOf(writer.Former) : null;
        var isOther = former is not null && (former.Identity is null || written.Identity.DifferenceFrom(former.Identity) is not null);
        if (isOther && !options.Force)
        {
            throw new OutputRefusedException(former!.Identity is { } other
                ? $"'{folder}' holds the election {written.Identity.DifferenceFrom(other)}; name another folder, or say --force to begin anew."
                : $"'{folder}' holds an {ElectionFolder.FileName} that cannot be read; name another folder, or say --force to begin anew.");
        }

        var kept = isOther || !writer.Former.Has(LedgerFile.FileName) ? null : KeptLedger(folder, options, writer.Former, draft);
        var isLatest = kept is null || options.AsOf is null || kept.Moments.All(m => m is null || m.Time < options.AsOf.Time);
        WriteTogether(
            () => writer.Seal($"{kept?.State} {options.AsOf?.Text}", except: LedgerFile.FileName),
            state => LedgerWriter.Append(
                kept is null ? null : writer.Former.PathOf(LedgerFile.FileName), Path.Combine(writer.Aside, LedgerFile.FileName), options.AsOf?.Text ?? "", draft,
                () => new LedgerBinding(written.Id, state(), writer.Sealed)),
            () =>
            {
                if (isLatest)
                {
                    OutputFolder.WriteFiles(writer.Aside, written.Files());
                }
                else
                {
                    Copy(writer, former!.Files);
                }
            });
        writer.Commit();
        return (isLatest, writer.Former.IsOfFormerVersion);
    }

    /// <summary>Writes the ledger while the tables are written; its last word is the name of the state that they make.</summary>
    static void WriteTogether(Func<string> seal, Action<Func<string>> ledger, Action tables)
    {
        var state = new TaskCompletionSource<string>();
        var meanwhile = Task.Run(() => ledger(() => state.Task.GetAwaiter().GetResult()));
        try
        {
            tables();
            state.SetResult(seal());
        }
        catch (Exception e)
        {
            state.SetException(e);
            throw;
        }
        finally
        {
            meanwhile.ContinueWith(_ => { }, TaskScheduler.Default).GetAwaiter().GetResult();
        }

        meanwhile.GetAwaiter().GetResult();
    }

    /// <summary>Why the moment of an import cannot be added to a folder's ledger as it is now; null if it can.</summary>
    public static string? RefusalOf(string folder, ImportOptions options)
    {
        using var files = Directory.Exists(folder) ? FolderFiles.Open(folder, isWriter: true) : null;
        return files?.Has(LedgerFile.FileName) == true && !(options.Force && options.AsOf is null) ? RefusalOf(folder, options, MomentsOf(folder)) : null;
    }

    static string? RefusalOf(string folder, ImportOptions options, ImmutableArray<SnapshotMoment?> moments)
    {
        var given = moments.OfType<SnapshotMoment>().ToList();
        return options.AsOf is not { } asOf
                ? given.Count > 0 && !options.Force ? $"'{folder}' has a ledger of snapshots; add one with --as-of, or say --force to begin anew." : null
            : given.Find(asOf.Equals) is { } same ? $"The ledger of '{folder}' has a snapshot of {same.Text} already; snapshots are never replaced."
            : given.Exists(m => m.HasOffset != asOf.HasOffset)
                ? $"{asOf.Text} {(asOf.HasOffset ? "has an offset from UTC, and the moments" : "has no offset from UTC, but the moments")} in the ledger of '{folder}' {(asOf.HasOffset ? "have none" : "do")}; write all alike."
            : null;
    }

    /// <summary>The ledger that the import is added to; null to begin anew.</summary>
    static Kept? KeptLedger(string folder, ImportOptions options, FolderFiles former, ImportDraft draft)
    {
        if (options.Force && options.AsOf is null)
        {
            return null;
        }

        var moments = MomentsOf(folder);
        if (RefusalOf(folder, options, moments) is { } refusal)
        {
            throw new OutputRefusedException(refusal);
        }

        if (options.AsOf is null)
        {
            return null;
        }

        using var reading = LedgerReading.Open(folder, isWriter: true);
        var known = reading.Ledger.Read("select id from units", r => r.GetString(0)).ToHashSet();
        return known.Count == 0 || draft.Places.Units.Exists(known.Contains) ? new Kept(moments, LedgerBinding.Of(reading.Ledger)?.State)
            : options.Force ? null
            : throw new OutputRefusedException($"None of the units is one of the ledger of '{folder}': it is that of another election; name another folder, or say --force to begin anew.");
    }

    static ImmutableArray<SnapshotMoment?> MomentsOf(string folder)
    {
        using var reading = LedgerReading.Open(folder, isWriter: true);
        return [.. LedgerQueries.Snapshots(reading.Ledger).Select(s => SnapshotMoment.Parse(s.AsOf))];
    }

    /// <summary>The tables stay as they are, and so does what another hand has changed in them.</summary>
    static void Copy(FolderWriter writer, ImmutableArray<string> files)
    {
        foreach (var file in files)
        {
            using var from = writer.Former.Open(file);
            var path = Path.Combine(writer.Aside, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var to = File.Create(path);
            from.CopyTo(to);
        }
    }

    static Former FormerOf(FolderFiles folder)
    {
        var faults = new FaultLog();
        if (YamlMap.Load(folder, ElectionFolder.FileName, ElectionFolder.FileName, faults) is not { } yaml)
        {
            return new Former(null, []);
        }

        var contests = yaml.Maps("contests");
        var named = contests.SelectMany(c => tablesOfContest.Select(c.Text)).Prepend(yaml.Text("places")).Prepend(ElectionFolder.FileName)
            .OfType<string>().Distinct().Where(f => FolderManifest.IsName(f) && !folder.LeadsOut(f, beside: false) && folder.Has(f));
        ImmutableArray<string> files = folder.Manifest is { } manifest ? [.. manifest.Files.Keys.Where(f => f != LedgerFile.FileName && folder.Has(f))] : [.. named];
        return new Former(
            new ElectionIdentity(yaml.Text("id") ?? "", yaml.Text("country") ?? "", yaml.Text("date") ?? "", [.. contests.Select(c => c.Text("id")).OfType<string>()]), files);
    }

    /// <summary>The election that stands in the folder; its identity is null if it cannot be read.</summary>
    sealed record Former(ElectionIdentity? Identity, ImmutableArray<string> Files);

    /// <summary>The ledger that stands in the folder: its moments, null where none was given, and the state with which it was written.</summary>
    sealed record Kept(ImmutableArray<SnapshotMoment?> Moments, string? State);
}
