using Urna.Store;
using Urna.Store.Ledger;

namespace Urna.Cli.Verbs;

/// <summary>The ledger of an election as a verb gets it.</summary>
static class LedgerInput
{
    /// <summary>The ledger of a folder, which must have one.</summary>
    public static LedgerFile Of(string election)
    {
        OutputFolder.Recover(election);
        var ledger = new LedgerFile(election);
        return ledger.Exists ? ledger : throw new UsageException($"'{election}' has no {LedgerFile.FileName}: only elections that 'urna import' wrote have one.");
    }

    /// <summary>A snapshot by its moment or number.</summary>
    public static Snapshot Find(LedgerFile ledger, string name) =>
        ledger.Find(name)
        ?? throw new UsageException($"The ledger has no snapshot '{name}'; it has {string.Join(", ", ledger.Snapshots().Select(s => s.AsOf.Length > 0 ? $"{s.Number} ({s.AsOf})" : $"{s.Number}"))}.");
}
