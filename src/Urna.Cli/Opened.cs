using System.Collections.Immutable;
using Urna.Model;
using Urna.Store;
using Urna.Store.Ledger;

namespace Urna.Cli;

/// <summary>What verbs open, with what is wrong told on the way.</summary>
static class Opened
{
    /// <summary>An election with its laws, after what of it is not used was told; null after all that keeps it from being read.</summary>
    public static Reckoning? Election(string path, Language language) => Told(WorkspaceElection.At(path), language);

    /// <summary>The same for an election of a workspace.</summary>
    public static Reckoning? Told(WorkspaceElection election, Language language)
    {
        if (election.Reading is { Reckoning: { } reckoning, Findings: var findings })
        {
            Messages.TellWarnings(findings, language);
            return reckoning;
        }

        Messages.TellFaults(election.Path, election.Reading.Findings, language);
        return null;
    }

    /// <summary>The contests that a verb is asked for.</summary>
    public static ImmutableArray<Contest> Contests(Election election, string? id) =>
        id is null ? election.Contests
        : election.Contest(id) is { } contest ? [contest]
        : throw new UsageException(LocalizedText.Say(
            "opened.has-no-contest-it-has", ("election", election.Id), ("id", id),
            ("contests", string.Join(", ", election.Contests.Select(c => c.Id)))));

    /// <summary>The ledger of a folder, which must have one, with its election: both of one state. What does not fit together is told.</summary>
    public static (LedgerFile Ledger, ReadResult<Election> Election) LedgerAndElection(string path)
    {
        if (!Directory.Exists(path) && !File.Exists(path))
        {
            throw new InvalidDataException($"'{path}' does not exist.");
        }

        if (!WorkspaceElection.At(path).Ledger.Exists)
        {
            throw new UsageException(LocalizedText.Say("opened.has-no-only-elections-that-urna", ("path", path), ("fileName", LedgerFile.FileName)));
        }

        var open = LedgerFile.Open(path);
        foreach (var finding in open.Ledger.Findings)
        {
            Messages.TellFinding(finding, Language.English);
        }

        return open;
    }

    /// <summary>What was read; null after all that keeps it from being read.</summary>
    public static Election? Told(ReadResult<Election> read, string path)
    {
        if (read.Value is null)
        {
            Messages.TellFaults(path, read.Findings);
        }

        return read.Value;
    }

    /// <summary>A snapshot by its moment or number.</summary>
    public static Snapshot Snapshot(LedgerFile ledger, string name) =>
        ledger.Find(name)
        ?? throw new UsageException(LocalizedText.Say(
            "opened.the-ledger-has-no-snapshot-it", ("name", name),
            ("snapshots", string.Join(", ", ledger.Snapshots().Select(s => s.AsOf.Length > 0 ? $"{s.Number} ({s.AsOf})" : $"{s.Number}")))));
}
