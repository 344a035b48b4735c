using System.Collections.Concurrent;
using System.Collections.Immutable;
using Urna.Judge;
using Urna.Model;
using Urna.Report;
using Urna.Report.Live;
using Urna.Store;
using Urna.Validate;

namespace Urna.Web.Live;

/// <summary>All that a service knows at one moment: one answer is made of one state and never of two.</summary>
/// <remarks>
/// Elections, sites and answers are computed when they are first asked for, once, by however many readers. What a folder holds by then may
/// be newer than the state: so whatever was read is confirmed against the files' stamps, and where they changed the state is gone and answers no more.
/// </remarks>
/// <param name="seen">The elections, and what their files were when the state was made.</param>
/// <param name="version">The version of Urna.</param>
sealed class LiveState(SeenElections seen, string version)
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

    /// <summary>Folders whose elections were read as the state has them; they are read no more.</summary>
    readonly ConcurrentDictionary<string, bool> held = new(StringComparer.Ordinal);

    /// <summary>Folders whose elections somebody asked for.</summary>
    readonly ConcurrentDictionary<string, bool> asked = new(StringComparer.Ordinal);
    long bytes;
    volatile bool isGone;

    public Workspace Workspace => seen.Served;

    /// <summary>The elections that claims may name: those that are served, and those beside them.</summary>
    public Workspace Known => seen.Known;

    /// <summary>What the folders were when the state was made; two states of the same stamp are the same.</summary>
    public string Stamp => seen.Stamps.Whole;

    /// <summary>Whether it may hold something that was read too late.</summary>
    public bool IsGone => isGone;

    /// <summary>The state that comes after it: elections whose folders did not change are not read again, those that did are read at once.</summary>
    /// <param name="now">The elections as they are seen now.</param>
    public LiveState Next(SeenElections now)
    {
        var changed = now.Stamps.ChangedFrom(seen.Stamps).ToHashSet(StringComparer.Ordinal);
        var lasting = changed.Contains(FolderStamps.Shared) ? [] : held.Keys.Where(f => !changed.Contains(f)).ToHashSet(StringComparer.Ordinal);
        var elections = now.Keeping(Known.Elections.Where(e => lasting.Contains(FolderStamps.Full(e.Path))));
        foreach (var folder in asked.Keys.Where(f => !lasting.Contains(f) && now.Known.Elections.Any(e => FolderStamps.Full(e.Path) == f)))
        {
            elections = elections.Reading(folder);
            lasting.Add(folder);
        }

        var next = new LiveState(elections, version);
        foreach (var folder in lasting)
        {
            next.asked.TryAdd(folder, true);
            next.held.TryAdd(folder, true);
        }

        return next;
    }

    /// <summary>An election that can be read.</summary>
    /// <exception cref="ServeFault">There is none of the name, or it cannot be read.</exception>
    public (WorkspaceElection Folder, Reckoning Reckoning) Election(string name) => Workspace.Named(name) switch
    {
        [var one] => Hold(one).Reckoning is { } reckoning ? (one, reckoning) : throw ServeFault.NotEnough([.. Hold(one).Findings.Where(f => f.Severity == Severity.Fault)]),
        _ => throw ServeFault.NotThere("election", name, Workspace.Elections.Select(e => e.Id ?? e.Folder)),
    };

    /// <summary>A contest of an election.</summary>
    /// <exception cref="ServeFault">There is none of the name.</exception>
    public (WorkspaceElection Folder, Reckoning Reckoning, Contest Contest) Contest(string election, string contest)
    {
        var (folder, reckoning) = Election(election);
        return (folder, reckoning, reckoning.Election.Contest(contest) ?? throw ServeFault.NotThere("contest", contest, reckoning.Election.Contests.Select(c => c.Id)));
    }

    /// <summary>The elections, each with what reading it gave.</summary>
    public ImmutableArray<(WorkspaceElection Folder, ElectionReading Reading)> Elections() => [.. Workspace.Elections.Select(e => (e, Hold(e)))];

    /// <summary>The whole account of an election.</summary>
    public Account Account(string election)
    {
        var (folder, reckoning) = Election(election);
        return Once(accounts, folder.Path, () =>
        {
            var claims = Read(folder, () => folder.Claims is { } said ? Known.Claims(said, folder.Article) : null);
            var account = claims is { Value: null } ? null : Pipeline.Run(reckoning, claims?.Value);
            ImmutableArray<Finding> faults = [.. (account?.Findings ?? claims!.Findings).Where(f => f.Severity == Severity.Fault)];
            return faults.IsEmpty ? account! : throw ServeFault.NotEnough(faults);
        });
    }

    /// <summary>The pages of an election in a language.</summary>
    public SiteRenderer Site(string election, Language language)
    {
        var (folder, _) = Election(election);
        return Once(sites, (folder.Path, language.Code()), () =>
        {
            var account = Account(election);
            return new SiteRenderer(account, Flows.Of(account), new SiteOptions(language, version)
            {
                Others = Languages.All.Where(l => l.Language != language).ToImmutableSortedDictionary(l => l.Language, l => $"../../{l.Code}/{Uri.EscapeDataString(election)}/"),
            });
        });
    }

    /// <summary>Reads something of an election's folder, or of what elections share, as it was when the state was made.</summary>
    /// <param name="election">The election.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="StateGone">It has changed since.</exception>
    public T Read<T>(WorkspaceElection election, Func<T> read)
    {
        var result = read();
        Confirm(FolderStamps.Full(election.Path), FolderStamps.Shared);
        return result;
    }

    /// <summary>That nothing changed which may still have been read for an answer.</summary>
    /// <exception cref="StateGone">Something did.</exception>
    public void Confirm() => Confirm([.. seen.Stamps.Keys.Where(k => !held.ContainsKey(k))]);

    /// <summary>The elections as the home page tells them, also those that cannot be read.</summary>
    public ImmutableArray<LiveElection> Told() =>
        [.. Elections().Select(e => new LiveElection(e.Folder.Id ?? e.Folder.Folder, e.Reading.Reckoning?.Election.Title, e.Reading.Reckoning?.Election.Date, e.Reading.Reckoning is null ? [.. e.Reading.Findings.Select(f => $"{f.Code} {f.Message}").Take(3)] : []))];

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

        var made = new Lazy<Task<Reply>>(async () =>
        {
            var reply = await Made(answer).ConfigureAwait(false);
            Interlocked.Add(ref bytes, reply.Body.Length);
            return reply;
        });
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

    /// <summary>Reads an election, if it was not yet, as it was when the state was made.</summary>
    ElectionReading Hold(WorkspaceElection election)
    {
        var folder = FolderStamps.Full(election.Path);
        if (held.ContainsKey(folder))
        {
            return election.Reading;
        }

        asked.TryAdd(folder, true);
        var reading = Read(election, () => election.Reading);
        if (reading.Reckoning is not null)
        {
            held.TryAdd(folder, true);
        }

        return reading;
    }

    void Confirm(params ImmutableArray<string> parts)
    {
        if (isGone || !parts.All(seen.Stamps.Holds))
        {
            isGone = true;
            throw new StateGone();
        }
    }

    /// <summary>Something that is computed once, by however many readers; a fault is told and not kept.</summary>
    static T Once<TKey, T>(ConcurrentDictionary<TKey, Lazy<T>> all, TKey key, Func<T> make)
        where TKey : notnull
    {
        var one = all.GetOrAdd(key, _ => new Lazy<T>(make));
        try
        {
            return one.Value;
        }
        catch (Exception)
        {
            all.TryRemove(KeyValuePair.Create(key, one));
            throw;
        }
    }

    /// <summary>An answer that is computed now and not kept.</summary>
    /// <param name="answer">Computes it.</param>
    /// <exception cref="StateGone">A folder changed under it.</exception>
    public async Task<Reply> Made(Func<Task<Reply>> answer)
    {
        var reply = await Task.Run(() => Worked(answer)).ConfigureAwait(false);
        Confirm();
        return reply;
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
