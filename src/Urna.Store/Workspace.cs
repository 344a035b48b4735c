using System.Collections.Concurrent;
using Urna.Model;
using System.Collections.Immutable;
using Urna.History;
using Urna.Judge;
using Urna.Judge.Suggest;
using Urna.Power;
using Urna.Store.Claims;
using Urna.Store.Elections;
using Urna.Store.Laws;
using Urna.Validate;

namespace Urna.Store;

/// <summary>Election folders that were opened together: the one door to elections, their laws, claims and ledgers.</summary>
/// <remarks>
/// Opening reads nothing but names. Each election is read, and each of its answers computed, when it is first asked for, once, by however
/// many threads. <c>docs/decisions/0023-one-workspace-for-every-front-end.md</c> says why.
/// </remarks>
public sealed class Workspace
{
    readonly Lazy<ImmutableDictionary<string, QuorumLaw>> quorums = new(ShippedQuorums);

    readonly ConcurrentDictionary<string, Lazy<ReadResult<HistoryBook>>> books = new(StringComparer.Ordinal);

    Workspace(ImmutableArray<WorkspaceElection> elections)
    {
        Elections = elections;
    }

    /// <summary>The elections, in the order of the folders' names; also those that cannot be read.</summary>
    public ImmutableArray<WorkspaceElection> Elections { get; }

    /// <summary>Opens election folders, and all election folders of other folders.</summary>
    /// <param name="paths">Each an election folder, its <c>election.yaml</c>, or a folder of election folders.</param>
    /// <exception cref="InvalidDataException">A path is none of these.</exception>
    public static Workspace Open(params IEnumerable<string> paths)
    {
        var found = paths.Select(path => (Path: path, Elections: At(path))).ToList();
        return found.Where(f => f.Elections.IsEmpty).Select(f => $"'{f.Path}'").ToList() is { Count: > 0 } neither
            ? throw new InvalidDataException($"{string.Join(", ", neither)}: neither an election folder, with {ElectionFolder.FileName}, nor a folder of such folders.")
            : new([.. found.SelectMany(f => f.Elections).DistinctBy(e => Path.GetFullPath(e.Path))]);
    }

    /// <summary>Whether a folder is none itself, and holds election folders.</summary>
    /// <param name="path">The folder.</param>
    public static bool HoldsElections(string path) => Directory.Exists(path) && !ElectionFolder.Is(path) && In(path).Any();

    /// <summary>The elections of these folders alone, as they are read here.</summary>
    /// <param name="chosen">Elections of the same folders.</param>
    public Workspace Among(Workspace chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var own = Elections.ToDictionary(e => Path.GetFullPath(e.Path));
        return new([.. chosen.Elections.Select(e => own.GetValueOrDefault(Path.GetFullPath(e.Path), e))]);
    }

    /// <summary>The same elections, some of them as they were read before.</summary>
    /// <param name="read">Elections whose folders have not changed since.</param>
    public Workspace Keeping(IEnumerable<WorkspaceElection> read)
    {
        var kept = read.ToDictionary(e => Path.GetFullPath(e.Path));
        return new([.. Elections.Select(e => kept.GetValueOrDefault(Path.GetFullPath(e.Path), e))]);
    }

    /// <summary>Opens an election folder together with those that lie beside it, which its claims may name.</summary>
    /// <param name="election">The election folder, or its <c>election.yaml</c>.</param>
    public static (Workspace Workspace, WorkspaceElection Own) Around(string election)
    {
        var own = WorkspaceElection.At(election);
        var full = Path.GetFullPath(own.Path).TrimEnd(Path.DirectorySeparatorChar);
        var others = Path.GetDirectoryName(full) is { } above ? In(above).Where(e => e.Path != full) : [];
        return (new Workspace([.. others.Append(own).OrderBy(e => e.Folder, StringComparer.Ordinal)]), own);
    }

    /// <summary>The elections of a name: the one whose folder and id both are it, or else all of which one is.</summary>
    /// <param name="name">An id, or the name of a folder.</param>
    public ImmutableArray<WorkspaceElection> Named(string name) =>
        Elections.FirstOrDefault(e => e.Folder == name && e.Id == name) is { } both ? [both] : [.. Elections.Where(e => e.Folder == name || e.Id == name)];

    /// <summary>The election of a name, with its laws, for callers that cannot go on without.</summary>
    /// <param name="name">Its id, or the name of its folder.</param>
    /// <exception cref="InvalidDataException">There is none, or several, or it cannot be read; the message has every fault.</exception>
    public Reckoning Read(string name) => Named(name) switch
    {
        [var one] => one.Require(),
        [] => throw new InvalidDataException(NotThere(name).Message + $" There is {Nearest.Among(name, Elections.Select(e => e.Id ?? e.Folder))}."),
        var several => throw new InvalidDataException($"Several folders are the election '{name}': {string.Join(", ", several.Select(e => e.Path))}."),
    };

    /// <summary>Claims of a file, bound to an article if one is given; all faults of either, or of an election that they need.</summary>
    /// <param name="file">The claims.</param>
    /// <param name="article">The article; null for none.</param>
    /// <param name="from">The folder from which commands that show figures are to run; null to name elections by their folders' names.</param>
    public ReadResult<ClaimSet> Claims(string file, string? article = null, string? from = null)
    {
        var text = article is null ? null : ArticleFile.Read(article);
        return text is { Value: null } ? new(null, text.Findings) : ClaimsFile.Read(file, name => StoreOf(name, from), text?.Value);
    }

    /// <summary>The elections as claims about one of them take them; what keeps that one from being used otherwise.</summary>
    /// <param name="own">The id of the claims' own election, or the name of its folder.</param>
    /// <param name="from">The folder from which commands that show figures are to run; null to name elections by their folders' names.</param>
    public ReadResult<ClaimStore> StoreOf(string own, string? from = null)
    {
        ImmutableArray<StoredElection> stored = [.. Elections.Select(e => e.Stored(from))];
        var named = Named(own);
        if (named is [{ Reckoning: { } reckoning }])
        {
            return new(new ClaimStore(reckoning, stored) { Withheld = [.. WithheldElections.Beside(Elections)], Quorums = quorums.Value, History = new(() => BookOf(named[0]).Value ?? HistoryBook.Empty, () => CountVotes(named[0], reckoning.Election.Country)) }, []);
        }

        return new(null, named.IsEmpty ? [NotThere(own)] : ClaimStore.FaultsOf(own, [.. stored.Where((_, i) => named.Contains(Elections[i]))]));
    }

    /// <summary>What history needs beside counts, of the one folder that holds the elections; an empty book where there is none.</summary>
    public ReadResult<HistoryBook> History => Elections.DistinctBy(AboveOf).ToList() is [var one] ? BookOf(one) : new(HistoryBook.Empty, []);

    /// <summary>The book of the folder that holds an election: whatever else is opened beside, a claim is judged by the same history.</summary>
    ReadResult<HistoryBook> BookOf(WorkspaceElection election) => books.GetOrAdd(AboveOf(election), above => new(() => HistoryFile.Read(above))).Value;

    static string AboveOf(WorkspaceElection election) => Path.GetDirectoryName(Path.GetFullPath(election.Path).TrimEnd(Path.DirectorySeparatorChar)) ?? "";

    /// <summary>The votes of a country's elections in one folder as wholes; of those whose files are as the table of totals says, without reading them.</summary>
    (ImmutableArray<VoteCount> Votes, ImmutableArray<Finding> Faults) CountVotes(WorkspaceElection election, string country)
    {
        if (BookOf(election) is not { Value: { } book })
        {
            return ([], BookOf(election).Findings);
        }

        var above = AboveOf(election);
        var totals = HistoryTotals.Read(above);
        var own = Elections.Where(e => AboveOf(e) == above).AsParallel().AsOrdered().Where(e => totals.Of(e.Path) is { } known ? known.Any(v => v.Country == country) : (ElectionFolder.StatedIn(e.Path, "country") ?? country) == country).ToList();
        var counted = own.AsParallel().AsOrdered().Select(e => (Election: e, Votes: totals.Of(e.Path) ?? (e.Reckoning is { } read ? NationalVotes.Of(read, book) : default))).ToList();
        return (NationalVotes.With(counted.Where(c => !c.Votes.IsDefault).SelectMany(c => c.Votes), book),
            [.. counted.Where(c => c.Votes.IsDefault).SelectMany(c => c.Election.Reading.Findings.Where(f => f.Severity == Severity.Fault).Select(f => f with { File = $"{c.Election.Folder}/{f.File}" }))]);
    }

    /// <summary>The table of totals of the elections as they are now, for the folder that holds them.</summary>
    /// <exception cref="InvalidDataException">An election cannot be read.</exception>
    public string HistoryTotalsTable() => HistoryTotals.Write(Elections, History.Value ?? throw new InvalidDataException($"'{HistoryFile.FileName}' cannot be read."));

    /// <summary>Usual other names for an election: those beside its folder, and its own.</summary>
    /// <param name="own">The id of the election, or the name of its folder.</param>
    public ReadResult<NameBook> NamesFor(string own)
    {
        var folders = Named(own).SelectMany(e => new[] { Path.GetDirectoryName(Path.GetFullPath(e.Path).TrimEnd(Path.DirectorySeparatorChar)), Path.GetFullPath(e.Path) }).OfType<string>().Distinct();
        var read = folders.Select(f => Path.Combine(f, NamesFile.FileName)).Where(File.Exists).Select(NamesFile.Read).ToList();
        return read.TrueForAll(r => r.Value is not null)
            ? new(read.Aggregate(NameBook.Empty, (all, r) => all.With(r.Value!)), [])
            : new(null, [.. read.SelectMany(r => r.Findings)]);
    }

    Finding NotThere(string name) => Codes.Finding("V110", LocalizedText.Say("v110.there-is-no-election", ("name", name))) with
    {
        Found = name,
        Expected = Nearest.Among(name, Elections.Select(e => e.Id ?? e.Folder)),
    };

    static ImmutableArray<WorkspaceElection> At(string path) =>
        WorkspaceElection.At(path) is var one && ElectionFolder.Is(one.Path) ? [one]
        : Directory.Exists(path) ? [.. In(path)]
        : [];

    static IEnumerable<WorkspaceElection> In(string folder) =>
        from path in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
        where !OutputFolder.IsAside(path) && ElectionFolder.Is(path)
        select WorkspaceElection.In(folder, path);

    /// <summary>The quorums that ship, by name and by country and name.</summary>
    static ImmutableDictionary<string, QuorumLaw> ShippedQuorums()
    {
        var shipped = ImmutableDictionary.CreateBuilder<string, QuorumLaw>();
        foreach (var name in QuorumLibrary.Shipped.Names)
        {
            if (QuorumLibrary.Shipped.Find(name).Value is { } law)
            {
                shipped.TryAdd(name, law);
                shipped.TryAdd($"{law.Country}/{name}", law);
            }
        }

        return shipped.ToImmutable();
    }
}
