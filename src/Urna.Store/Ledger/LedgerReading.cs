using Urna.Model;
using System.Collections.Immutable;
using DuckDB.NET.Data;
using Urna.Store.Elections;
using Urna.Store.Folders;
using Urna.Store.Yaml;
using Urna.Validate;

namespace Urna.Store.Ledger;

/// <summary>A ledger that is open, with the files of the state to which it belongs.</summary>
sealed class LedgerReading : IDisposable
{
    const int Tries = 1000;
    const int TriesForWhole = 2;
    const int Pause = 10;

    LedgerReading(FolderFiles folder, DuckDBConnection ledger) => (Folder, Ledger) = (folder, ledger);

    /// <summary>The files of the state.</summary>
    public FolderFiles Folder { get; }

    /// <summary>The ledger.</summary>
    public DuckDBConnection Ledger { get; }

    /// <summary>Tables that another hand has changed, or that it cannot be known whether they are those of the ledger.</summary>
    public ImmutableArray<Finding> Findings => LedgerBinding.Of(Ledger) is not { } binding
        ? [Codes.Finding("V183", LocalizedText.Say("v183.nothing-says-that-belongs-to-the", ("fileName", LedgerFile.FileName))) with { File = LedgerFile.FileName }]
        :
        [
            .. binding.Changed(Folder).Select(f =>
                Codes.Finding("V182", LocalizedText.Say("v182.is-not-as-urna-wrote-it", ("f", f))) with { File = f }),
        ];

    /// <summary>Opens the ledger of a folder as it is now; what is written meanwhile does not change it.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="isWriter">Whether the folder's writer asks.</param>
    /// <exception cref="InvalidDataException">It is no ledger, or not that of the tables.</exception>
    public static LedgerReading Open(string path, bool isWriter)
    {
        for (var i = 0; i < Tries; i++)
        {
            var folder = FolderFiles.Open(path, isWriter);
            DuckDBConnection? ledger = null;
            try
            {
                ledger = TryOpen(folder, i);
            }
            finally
            {
                if (ledger is null)
                {
                    folder.Dispose();
                }
            }

            if (ledger is not null)
            {
                FilesRead.Note(isWriter ? "" : Path.Combine(path, LedgerFile.FileName));
                return new LedgerReading(folder, ledger);
            }

            Thread.Sleep(Pause);
        }

        throw new IOException($"'{path}' is written so often that its ledger cannot be read.");
    }

    public void Dispose()
    {
        Ledger.Dispose();
        Folder.Dispose();
    }

    /// <summary>Opens the ledger; null if another took its place just then.</summary>
    static DuckDBConnection? TryOpen(FolderFiles folder, int tried)
    {
        if (folder.LeadsOut(LedgerFile.FileName, beside: false))
        {
            throw Fault("it is a link that leads out of the folder");
        }

        var place = folder.PathOf(LedgerFile.FileName);
        DuckDBConnection ledger;
        try
        {
            ledger = LedgerConnection.OpenToRead(place);
        }
        catch (InvalidDataException) when (!folder.IsCurrent || folder.PathOf(LedgerFile.FileName) != place)
        {
            return null;
        }

        var belongs = false;
        try
        {
            belongs = folder.IsCurrent && Belongs(folder, ledger, tried);
            return belongs ? ledger : null;
        }
        finally
        {
            if (!belongs)
            {
                ledger.Dispose();
            }
        }
    }

    /// <summary>Whether the open ledger is that of the state: another reader of this program may hold the one before, which it then shares.</summary>
    static bool Belongs(FolderFiles folder, DuckDBConnection ledger, int tried)
    {
        if (LedgerBinding.FaultOf(folder) is { } why)
        {
            // The folder may have passed to another state and back just then.
            return tried < TriesForWhole ? false : throw Fault(why);
        }

        var binding = LedgerBinding.Of(ledger);
        if (folder.Manifest is { } manifest)
        {
            return binding?.State == manifest.State || (tried + 1 < Tries ? false : throw Fault("it says that it belongs to others"));
        }

        var own = YamlMap.Load(folder, ElectionFolder.FileName, ElectionFolder.FileName, new FaultLog())?.Text("id");
        return binding is null || binding.Election == own ? true : throw Fault($"it is that of '{binding.Election}'");
    }

    static InvalidDataException Fault(string why) => new($"V181 '{LedgerFile.FileName}' is not the ledger of these tables: {why}.");
}
