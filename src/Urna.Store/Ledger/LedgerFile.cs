using System.Collections.Immutable;
using System.Globalization;
using DuckDB.NET.Data;
using Urna.Model;
using Urna.Store.Elections;
using Urna.Store.Folders;
using Urna.Validate;

namespace Urna.Store.Ledger;

/// <summary>The ledger of an election: every snapshot that was imported, and the row of each figure.</summary>
/// <remarks>Every query throws <see cref="InvalidDataException"/> where the file is no ledger, or not the one that was written with the folder's tables.</remarks>
/// <param name="folder">The election folder.</param>
public sealed class LedgerFile(string folder) : IDisposable
{
    /// <summary>The ledger's name in an election folder.</summary>
    public const string FileName = "ledger.duckdb";

    LedgerReading? kept;

    /// <summary>Whether the folder has a ledger.</summary>
    public bool Exists
    {
        get
        {
            using var files = FolderFiles.Open(folder);
            return files.Has(FileName);
        }
    }

    /// <summary>A ledger with its election, both of one state of the folder, which stay so until the ledger is disposed.</summary>
    /// <param name="path">The election folder, or its <c>election.yaml</c>.</param>
    /// <exception cref="InvalidDataException">The file is no ledger, or not that of the tables.</exception>
    public static (LedgerFile Ledger, ReadResult<Election> Election) Open(string path)
    {
        var folder = ElectionFolder.FolderOf(path);
        var reading = LedgerReading.Open(folder, isWriter: false);
        return (new LedgerFile(folder) { kept = reading }, ElectionFolder.Read(path, reading.Folder));
    }

    /// <summary>What a reader must know of the ledger: that it is not that of the tables, that a table was changed since, or that neither can be known.</summary>
    /// <param name="path">The election folder, or its <c>election.yaml</c>.</param>
    public static ImmutableArray<Finding> Check(string path)
    {
        var folder = ElectionFolder.FolderOf(path);
        using (var files = FolderFiles.Open(folder))
        {
            if (!files.Has(FileName))
            {
                return files.Manifest?.Files.ContainsKey(FileName) == true ? [Fault($"'{FileName}' is gone, which urna wrote with these tables.")] : [];
            }
        }

        try
        {
            using var reading = LedgerReading.Open(folder, isWriter: false);
            return reading.Findings;
        }
        catch (InvalidDataException e)
        {
            return [Fault(e.Message.Replace("V181 ", "", StringComparison.Ordinal))];
        }
    }

    /// <summary>What a reader must know before he trusts the ledger beside the tables.</summary>
    public ImmutableArray<Finding> Findings => With(r => r.Findings);

    /// <summary>Closes it.</summary>
    public void Dispose() => kept?.Dispose();

    /// <summary>The snapshots, oldest first: those without a moment, then by their moments.</summary>
    public ImmutableArray<Snapshot> Snapshots() => With(r => LedgerQueries.Snapshots(r.Ledger));

    /// <summary>The snapshot of a moment or a number; null if there is none.</summary>
    /// <param name="name">The moment however it is written, a number, or <c>latest</c>, which is the latest in time.</param>
    public Snapshot? Find(string name)
    {
        var all = Snapshots();
        return name == "latest" ? all.LastOrDefault()
            : all.FirstOrDefault(s => s.AsOf == name)
                ?? (SnapshotMoment.Parse(name) is { } moment ? all.FirstOrDefault(s => moment.Equals(SnapshotMoment.Parse(s.AsOf))) : null)
                ?? (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? all.FirstOrDefault(s => s.Number == number) : null);
    }

    /// <summary>The rows that gave the figures of some units for a choice.</summary>
    /// <param name="snapshot">The snapshot's number.</param>
    /// <param name="places">The units.</param>
    /// <param name="choice">The choice.</param>
    /// <param name="contest">The contest; null for all that have the choice.</param>
    public ImmutableArray<FigureSource> Why(int snapshot, IReadOnlyCollection<string> places, string choice, string? contest) =>
        With(r => LedgerQueries.Why(r.Ledger, snapshot, places, choice, contest));

    /// <summary>The figures of a snapshot, contest by contest.</summary>
    /// <param name="snapshot">The snapshot's number.</param>
    public ImmutableArray<(string Contest, string Place, string Choice, long Votes)> Figures(int snapshot) => With(r => LedgerQueries.Figures(r.Ledger, snapshot));

    /// <summary>Units by status in a snapshot; corrected is a unit that differs from the snapshot before it in time.</summary>
    /// <param name="snapshot">The snapshot's number.</param>
    public ImmutableArray<(string Contest, string Status, long Units)> Statuses(int snapshot) => With(r => LedgerQueries.Statuses(r.Ledger, snapshot));

    /// <summary>What differs between two snapshots.</summary>
    /// <param name="from">The earlier one.</param>
    /// <param name="to">The later one.</param>
    public LedgerDifference Compare(Snapshot from, Snapshot to) => With(r => LedgerQueries.Compare(r.Ledger, from, to));

    static Finding Fault(string why) => Codes.Finding("V181", why) with { File = FileName, Expected = "the ledger that was written with the tables" };

    T With<T>(Func<LedgerReading, T> ask)
    {
        if (kept is not null)
        {
            return ask(kept);
        }

        using var reading = LedgerReading.Open(folder, isWriter: false);
        return ask(reading);
    }
}
