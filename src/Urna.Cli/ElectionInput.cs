using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Model;
using Urna.Power;
using Urna.Store.Elections;
using Urna.Store.Laws;
using Urna.Validate;

namespace Urna.Cli;

/// <summary>An election as a verb gets it: the folder and the laws its contests name.</summary>
/// <param name="Election">The election; null if it cannot be read.</param>
/// <param name="Rules">The laws, by the name that contests use.</param>
/// <param name="Findings">Everything found on the way.</param>
sealed record ElectionInput(Election? Election, ImmutableDictionary<string, ElectoralRule> Rules, ImmutableArray<Finding> Findings)
{
    /// <summary>The laws that ship beside the program.</summary>
    public static RuleLibrary Laws { get; } = new(Path.Combine(AppContext.BaseDirectory, "rules"));

    /// <summary>The quorums that ship beside the program.</summary>
    public static QuorumLibrary ShippedQuorums { get; } = new(Path.Combine(AppContext.BaseDirectory, "rules"));

    /// <summary>The quorums that the election names; null if none.</summary>
    public QuorumLaw? Quorums { get; init; }

    /// <summary>Reads a folder with its laws.</summary>
    public static ElectionInput Read(string path)
    {
        var read = ElectionFolder.Read(path);
        if (read.Value is not { } election)
        {
            return new(null, ImmutableDictionary<string, ElectoralRule>.Empty, read.Findings);
        }

        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path) ?? "";
        var (rules, findings) = Laws.FindAll(election, folder);
        var quorums = election.Quorums is { } name ? ShippedQuorums.Find(name, folder) : null;
        findings = findings.AddRange(quorums?.Findings.Select(f => f.File.Length > 0 ? f : f with { File = ElectionFolder.FileName }) ?? []);
        var all = read.Findings.AddRange(findings);
        return new(findings.Any(f => f.Severity == Severity.Fault) ? null : election, rules, all) { Quorums = quorums?.Value };
    }

    /// <summary>Reads a folder, or tells all that keeps it from being read.</summary>
    public static (Election Election, ImmutableDictionary<string, ElectoralRule> Rules, QuorumLaw? Quorums)? ReadOrTell(string path)
    {
        var input = Read(path);
        if (input.Election is { } election)
        {
            return (election, input.Rules, input.Quorums);
        }

        Messages.TellFaults(path, input.Findings);
        return null;
    }

    /// <summary>The contests that a verb is asked for.</summary>
    public static ImmutableArray<Contest> Contests(Election election, string? id) =>
        id is null ? election.Contests
        : election.Contest(id) is { } contest ? [contest]
        : throw new UsageException($"'{election.Id}' has no contest '{id}'; it has {string.Join(", ", election.Contests.Select(c => c.Id))}.");
}
