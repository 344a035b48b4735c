using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Model;
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

    /// <summary>Reads a folder with its laws.</summary>
    public static ElectionInput Read(string path)
    {
        var read = ElectionFolder.Read(path);
        if (read.Value is not { } election)
        {
            return new(null, ImmutableDictionary<string, ElectoralRule>.Empty, read.Findings);
        }

        var (rules, findings) = Laws.FindAll(election, Directory.Exists(path) ? path : Path.GetDirectoryName(path) ?? "");
        var all = read.Findings.AddRange(findings);
        return new(findings.Any(f => f.Severity == Severity.Fault) ? null : election, rules, all);
    }

    /// <summary>Reads a folder and tells what of it is not used, or all that keeps it from being read.</summary>
    public static (Election Election, ImmutableDictionary<string, ElectoralRule> Rules)? ReadOrTell(string path, Language language)
    {
        var input = Read(path);
        if (input.Election is { } election)
        {
            Messages.TellWarnings(input.Findings, language);
            return (election, input.Rules);
        }

        Messages.TellFaults(path, input.Findings, language);
        return null;
    }

    /// <summary>The contests that a verb is asked for.</summary>
    public static ImmutableArray<Contest> Contests(Election election, string? id) =>
        id is null ? election.Contests
        : election.Contest(id) is { } contest ? [contest]
        : throw new UsageException($"'{election.Id}' has no contest '{id}'; it has {string.Join(", ", election.Contests.Select(c => c.Id))}.");
}
