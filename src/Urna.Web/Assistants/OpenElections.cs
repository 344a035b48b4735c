using System.Collections.Immutable;
using Urna.Judge;
using Urna.Judge.Suggest;
using Urna.Model;
using Urna.Store;
using Urna.Validate;

namespace Urna.Web.Assistants;

/// <summary>The elections that a server has open, by the names that tools are given.</summary>
/// <param name="workspace">The elections.</param>
sealed class OpenElections(Workspace workspace)
{
    /// <summary>All of them, also those that cannot be read.</summary>
    public ImmutableArray<WorkspaceElection> All => workspace.Elections;

    /// <summary>An election with its laws.</summary>
    /// <exception cref="ToolFault">There is none of the name, or it cannot be read.</exception>
    public (Reckoning Reckoning, string Path) Election(string name) => workspace.Named(name) switch
    {
        [{ Reckoning: { } reckoning } one] => (reckoning, Word(one.Path)),
        [var one] => throw new ToolFault([.. one.Reading.Findings.Where(f => f.Severity == Severity.Fault)]),
        _ => throw ToolFault.NotAllowed("election", name, All.Select(e => e.Id ?? e.Folder)),
    };

    /// <summary>A contest of an election.</summary>
    /// <exception cref="ToolFault">There is none of the name.</exception>
    public static Contest Contest(Election election, string name, string field = "contest") =>
        election.Contest(name) ?? throw ToolFault.NotAllowed(field, name, election.Contests.Select(c => c.Id));

    /// <summary>The sources that a contest names.</summary>
    public static IEnumerable<Source> SourcesOf(Election election, params IEnumerable<Contest> contests) =>
        election.Sources.Where(s => contests.Any(c => c.Sources.Contains(s.Id)));

    /// <summary>The elections as claims about one of them take them.</summary>
    public ReadResult<ClaimStore> StoreOf(string name) => workspace.StoreOf(name, Directory.GetCurrentDirectory());

    /// <summary>Other names by which articles about an election call what it has.</summary>
    public ReadResult<NameBook> NamesFor(string name) => workspace.NamesFor(name);

    /// <summary>A word as a shell takes it.</summary>
    public static string Word(string word) => word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '+') ? word
        : $"\"{string.Concat(word.Select(c => c is '"' or '\\' or '$' or '`' ? $"\\{c}" : $"{c}"))}\"";
}
