using Urna.Model;
using System.Collections.Immutable;
using Urna.Judge;
using Urna.Store.Elections;
using Urna.Store.Folders;
using Urna.Store.Laws;
using Urna.Store.Ledger;
using Urna.Store.Scenarios;
using Urna.Validate;

namespace Urna.Store;

/// <summary>An election folder as every front end gets it: read when first asked for, with its laws, then kept.</summary>
/// <remarks>
/// All findings of reading are kept, also where the election can be used. Safe for any number of threads; what the folder holds later is not
/// seen by one that was read.
/// </remarks>
public sealed class WorkspaceElection
{
    const string ClaimsFile = "claims.yaml";
    const string ArticleFile = "article.md";

    readonly Lazy<string?> id;
    readonly Lock gate = new();
    readonly bool leadsOut;
    ElectionReading? reading;

    WorkspaceElection(string path, bool leadsOut)
    {
        Path = path;
        this.leadsOut = leadsOut;
        id = new Lazy<string?>(StatedId);
    }

    /// <summary>The folder, as it was named.</summary>
    public string Path { get; }

    /// <summary>The folder's own name.</summary>
    public string Folder => System.IO.Path.GetFileName(System.IO.Path.GetFullPath(Path).TrimEnd(System.IO.Path.DirectorySeparatorChar));

    /// <summary>The id that its description states; null where that cannot be read.</summary>
    public string? Id => id.Value;

    /// <summary>The election with its laws, or all that keeps it from being read.</summary>
    public ElectionReading Reading
    {
        get
        {
            try
            {
                lock (gate)
                {
                    return reading ??= Read();
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It may pass, so it is told and not kept.
                return new ElectionReading(null, [Codes.Finding("V121", LocalizedText.Say("v121.cannot-be-read", ("path", Path), ("message", e.Message))) with { File = ElectionFolder.FileName }]);
            }
        }
    }

    /// <summary>The election with its laws, and what is computed from both; null if it cannot be read.</summary>
    public Reckoning? Reckoning => Reading.Reckoning;

    /// <summary>The ledger of its imports, which only an imported election has.</summary>
    public LedgerFile Ledger => new(Path);

    /// <summary>The claims that lie beside it; null if none do.</summary>
    public string? Claims => Beside(ClaimsFile);

    /// <summary>The article that lies beside it; null if none does.</summary>
    public string? Article => Beside(ArticleFile);

    /// <summary>The scenarios that lie beside it; null if none do.</summary>
    public string? Scenarios => Beside(ScenariosFile.FileName);

    /// <summary>An election folder, or an election that ships.</summary>
    /// <param name="path">The folder, its <c>election.yaml</c>, or the name of one that ships; that it exists is seen when it is read.</param>
    public static WorkspaceElection At(string path) => new(
        System.IO.Path.GetFileName(path) != ElectionFolder.FileName ? ShippedElections.Resolve(path)
        : System.IO.Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder
        : ".", leadsOut: false);

    /// <summary>An election folder that was found in another; behind a link that leads out of it, nothing is read, and that is told.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="store">The folder in which it was found.</param>
    internal static WorkspaceElection In(string store, string path) => new(path, RealPath.LeadsOut(store, path));

    /// <summary>The same folder, of which nothing was read yet.</summary>
    public WorkspaceElection Afresh() => new(Path, leadsOut);

    /// <summary>Everything found in it: on reading, and by asking whether its figures and seats can be true together.</summary>
    public ImmutableArray<Finding> Check() => Reading is { Reckoning: { } reckoning, Findings: var read } ? [.. read, .. LedgerFile.Check(Path), .. reckoning.Findings] : Reading.Findings;

    /// <summary>The election with its laws, for callers that cannot go on without.</summary>
    /// <exception cref="InvalidDataException">It cannot be read; the message has every fault.</exception>
    public Reckoning Require() => Reckoning ?? throw new InvalidDataException(
        $"'{Path}' cannot be used:{string.Concat(Reading.Findings.Where(f => f.Severity == Severity.Fault).Select(f => $"\n{f.File}{(f.Row is { } row ? $":{row}" : "")}: {f.Code} {f.Message}"))}");

    /// <summary>The rows of files that gave the figures of a place: of official files where a ledger tells them, else of its own tables.</summary>
    /// <param name="place">A place of the election; the rows are those of its units.</param>
    /// <param name="choice">A choice's id or a reserved choice; without a ledger also a name on the ballot.</param>
    /// <param name="contest">The contest; null for all that have the choice.</param>
    /// <param name="snapshot">A snapshot of the ledger; null for the latest.</param>
    /// <exception cref="InvalidDataException">The election or its ledger cannot be read.</exception>
    public ImmutableArray<FigureSource> Why(string place, string choice, string? contest = null, Snapshot? snapshot = null)
    {
        var election = Require().Election;
        if (!Ledger.Exists)
        {
            return TableFigures.Why(Path, election, place, choice, contest);
        }

        // The places are those of the ledger's own state, which may have passed on since the election was read.
        var (ledger, now) = LedgerFile.Open(Path);
        using var open = ledger;
        election = now.Value ?? election;
        var at = snapshot is null ? ledger.Find("latest") : ledger.Snapshots().FirstOrDefault(snapshot.Equals) ?? throw new InvalidDataException($"'{Path}' was begun anew just now; ask again.");
        var units = election.Places.Places.Select(p => p.Id).Where(p => election.Places.IsWithin(p, place)).ToList();
        return at is null ? [] : [.. ledger.Why(at.Number, units, choice, contest).Select(s => s with { Sources = election.Contest(s.Contest)?.Sources ?? [] })];
    }

    /// <summary>Whether a figure can be asked for: a choice of some contest, or a reserved one.</summary>
    /// <param name="choice">A choice's id, or a name on the ballot.</param>
    public bool HasChoice(string choice) => TableFigures.Has(Require().Election, choice);

    /// <summary>The election as claims may name it.</summary>
    /// <param name="from">The folder from which commands that show its figures are to run; null to name it by its folder's name.</param>
    internal StoredElection Stored(string? from) => new(Folder, Id, () => Reading)
    {
        // One that ships is named, wherever the program lies.
        Path = from is null || ShippedElections.Has(Path) ? Folder : System.IO.Path.GetRelativePath(from, Path).Replace('\\', '/'),
    };

    ElectionReading Read()
    {
        if (leadsOut)
        {
            return new(null, [Codes.Finding("V180", LocalizedText.Say("v180.is-a-link-that-leads-out", ("folder", Folder))) with
            {
                File = ElectionFolder.FileName,
                Found = Folder,
                Expected = "an election folder, or to be named itself",
            }]);
        }

        var read = ElectionFolder.Read(Path);
        if (read.Value is not { } election)
        {
            return new(null, read.Findings);
        }

        var (rules, ofRules) = RuleLibrary.Shipped.FindAll(election, Path);
        var quorums = election.Quorums is { } name ? QuorumLibrary.Shipped.Find(name, Path) : null;
        var ofQuorums = quorums?.Findings.Select(f => f.File.Length > 0 ? f : f with { File = ElectionFolder.FileName }) ?? [];
        ImmutableArray<Finding> findings = [.. read.Findings, .. ofRules, .. ofQuorums, .. ElectionFolder.LeadingOut(Path, ClaimsFile, ArticleFile, ScenariosFile.FileName)];
        return new(findings.Any(f => f.Severity == Severity.Fault) ? null : new Reckoning(election, rules, quorums?.Value), findings);
    }

    /// <summary>The id alone, without the tables: enough to find an election by it.</summary>
    string? StatedId() => leadsOut ? null : ElectionFolder.IdOf(Path);

    string? Beside(string name) => System.IO.Path.Combine(Path, name) is var file && File.Exists(file) ? file : null;
}
