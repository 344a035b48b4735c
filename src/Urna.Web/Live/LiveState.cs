using System.Collections.Concurrent;
using System.Collections.Immutable;
using Urna.Model;
using Urna.Report;
using Urna.Report.Live;
using Urna.Store;
using Urna.Validate;

namespace Urna.Web.Live;

/// <summary>All that a service knows at one moment: one answer is made of one state and never of two.</summary>
/// <remarks>Elections, sites and answers are computed when they are first asked for, once, by however many readers.</remarks>
/// <param name="workspace">The elections that are served.</param>
/// <param name="known">Them, and those beside them, which claims may name.</param>
/// <param name="stamp">What the folders were when the state was made.</param>
/// <param name="version">The version of Urna.</param>
sealed class LiveState(Workspace workspace, Workspace known, string stamp, string version)
{
    /// <summary>Answers that are kept at most.</summary>
    const int MostKept = 4_096;

    /// <summary>Bytes of kept answers at most.</summary>
    const long MostBytes = 256L << 20;

    /// <summary>Answers that are computed or wait for it at most.</summary>
    const int MostWaiting = 512;

    static readonly SemaphoreSlim benches = new(Math.Max(2, Environment.ProcessorCount));

    static int waiting;

    readonly ConcurrentDictionary<string, Lazy<Task<Reply>>> kept = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<(string Election, string Language), Lazy<SiteRenderer>> sites = new();
    readonly ConcurrentDictionary<string, Lazy<Account>> accounts = new(StringComparer.Ordinal);
    long bytes;

    public Workspace Workspace { get; } = workspace;

    /// <summary>The elections that claims may name: those that are served, and those beside them.</summary>
    public Workspace Known { get; } = known;

    /// <summary>What the folders were when the state was made; two states of the same stamp are the same.</summary>
    public string Stamp { get; } = stamp;

    /// <summary>An election that can be read.</summary>
    /// <exception cref="ServeFault">There is none of the name, or it cannot be read.</exception>
    public (WorkspaceElection Folder, Reckoning Reckoning) Election(string name) => Workspace.Named(name) switch
    {
        [{ Reckoning: { } reckoning } one] => (one, reckoning),
        [var one] => throw ServeFault.NotEnough([.. one.Reading.Findings.Where(f => f.Severity == Severity.Fault)]),
        _ => throw ServeFault.NotThere("election", name, Workspace.Elections.Select(e => e.Id ?? e.Folder)),
    };

    /// <summary>A contest of an election.</summary>
    /// <exception cref="ServeFault">There is none of the name.</exception>
    public (WorkspaceElection Folder, Reckoning Reckoning, Contest Contest) Contest(string election, string contest)
    {
        var (folder, reckoning) = Election(election);
        return (folder, reckoning, reckoning.Election.Contest(contest) ?? throw ServeFault.NotThere("contest", contest, reckoning.Election.Contests.Select(c => c.Id)));
    }

    /// <summary>The whole account of an election.</summary>
    public Account Account(string election)
    {
        var (folder, _) = Election(election);
        return accounts.GetOrAdd(folder.Path, _ => new Lazy<Account>(() =>
        {
            // Estimates are kept with the election that claims are judged by, so that none is made twice.
            var own = Known.Elections.First(e => Path.GetFullPath(e.Path) == Path.GetFullPath(folder.Path));
            var claims = own.Claims is { } said ? Known.Claims(said, own.Article) : null;
            var account = claims is { Value: null } ? null : Pipeline.Run(own.Require(), claims?.Value);
            ImmutableArray<Finding> faults = [.. (account?.Findings ?? claims!.Findings).Where(f => f.Severity == Severity.Fault)];
            return faults.IsEmpty ? account! : throw ServeFault.NotEnough(faults);
        })).Value;
    }

    /// <summary>The pages of an election in a language.</summary>
    public SiteRenderer Site(string election, Language language)
    {
        var (folder, _) = Election(election);
        return sites.GetOrAdd((folder.Path, language.Code()), key => new Lazy<SiteRenderer>(() =>
        {
            var account = Account(election);
            return new SiteRenderer(account, Flows.Of(account), new SiteOptions(language, version)
            {
                Others = Languages.All.Where(l => l.Language != language).ToImmutableSortedDictionary(l => l.Language, l => $"../../{l.Code}/{Uri.EscapeDataString(election)}/"),
            });
        })).Value;
    }

    /// <summary>The elections as the home page tells them, also those that cannot be read.</summary>
    public ImmutableArray<LiveElection> Told() =>
        [.. Workspace.Elections.Select(e => new LiveElection(e.Id ?? e.Folder, e.Reckoning?.Election.Title, e.Reckoning?.Election.Date, e.Reckoning is null ? [.. e.Reading.Findings.Select(f => $"{f.Code} {f.Message}").Take(3)] : []))];

    /// <summary>The answer of an address, kept once it was computed.</summary>
    /// <param name="address">The address with all that changes the answer.</param>
    /// <param name="answer">Computes it.</param>
    public async Task<Reply> Of(string address, Func<Task<Reply>> answer)
    {
        if (kept.Count >= MostKept || Interlocked.Read(ref bytes) > MostBytes)
        {
            // Whoever asks for ever new addresses does not keep the usual ones from being kept again.
            kept.Clear();
            Interlocked.Exchange(ref bytes, 0);
        }

        var made = new Lazy<Task<Reply>>(() => Task.Run(async () =>
        {
            var reply = await Worked(answer).ConfigureAwait(false);
            Interlocked.Add(ref bytes, reply.Body.Length);
            return reply;
        }));
        var kind = kept.GetOrAdd(address, made);
        try
        {
            return await kind.Value.ConfigureAwait(false);
        }
        catch (Exception)
        {
            // A fault is told to whoever asks, and not kept.
            kept.TryRemove(KeyValuePair.Create(address, kind));
            throw;
        }
    }

    /// <summary>An answer that is computed beside no more others than there are cores; where too many wait, it is refused.</summary>
    static async Task<Reply> Worked(Func<Task<Reply>> answer)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new ServeFault(503, []);
        }

        await benches.WaitAsync().ConfigureAwait(false);
        try
        {
            return await answer().ConfigureAwait(false);
        }
        finally
        {
            benches.Release();
            Interlocked.Decrement(ref waiting);
        }
    }
}
