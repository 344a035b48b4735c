using System.Collections.Immutable;
using System.Threading.Channels;

namespace Urna.Web.Live;

/// <summary>The state that is served now; another takes its place whole when a folder has something new.</summary>
/// <param name="settings">What is served.</param>
sealed class LiveElections(ServeSettings settings)
{
    /// <summary>Longer than the clock of any usual file system takes to go on.</summary>
    static readonly TimeSpan tick = TimeSpan.FromMilliseconds(20);

    readonly Lock gate = new();
    readonly Lock looking = new();
    ImmutableList<Channel<LiveState>> readers = [];
    LiveState state = Open(settings);
    volatile string trouble = "";

    /// <summary>The state of now.</summary>
    public LiveState Now => Volatile.Read(ref state);

    /// <summary>Whether the folders could not be looked at the last time, so that what is served may be old.</summary>
    public bool IsStale => trouble.Length > 0;

    /// <summary>Looks at the folders until the service ends, whatever happens to them.</summary>
    /// <param name="end">Ends it.</param>
    public async Task WatchAsync(CancellationToken end)
    {
        using var timer = new PeriodicTimer(settings.Look);
        try
        {
            while (await timer.WaitForNextTickAsync(end).ConfigureAwait(false))
            {
                Look();
            }
        }
        catch (OperationCanceledException)
        {
            // That is how it is ended.
        }
    }

    /// <summary>Looks once: what changed is served from now on, and told to those who wait.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Look()
    {
        lock (looking)
        {
            try
            {
                var former = Now;
                if (SeenElections.At(settings.Paths).Stamps.Whole == former.Stamp && !former.IsGone)
                {
                    trouble = "";
                    return false;
                }

                // Files of one size that are written within a tick of the clock have one stamp; a moment later no writing looks like a former one.
                Thread.Sleep(tick);
                var next = former.Next(SeenElections.At(settings.Paths));
                Volatile.Write(ref state, next);
                trouble = "";
                foreach (var reader in readers)
                {
                    reader.Writer.TryWrite(next);
                }

                return true;
            }
            catch (StateGone)
            {
                // It is being written to: what was served before is served on until the next look.
                return false;
            }
            catch (Exception e)
            {
                // A folder that is being replaced, or is gone: what was served before is served on, and whoever runs the service is told once.
                if (trouble != e.Message)
                {
                    settings.Failed($"{e.GetType().Name}: {e.Message}");
                }

                trouble = e.Message.Length > 0 ? e.Message : e.GetType().Name;
                return false;
            }
        }
    }

    /// <summary>Listens to the states that come from now on, until it is disposed.</summary>
    public Listener Listen()
    {
        var own = Channel.CreateBounded<LiveState>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        Change(all => all.Add(own));
        return new Listener(own.Reader, () => Change(all => all.Remove(own)));
    }

    /// <summary>Somebody who waits for new states; of several that nobody took, the newest is kept.</summary>
    /// <param name="Coming">The states.</param>
    /// <param name="End">Called when nobody waits any more.</param>
    public sealed record Listener(ChannelReader<LiveState> Coming, Action End) : IDisposable
    {
        public void Dispose() => End();
    }

    void Change(Func<ImmutableList<Channel<LiveState>>, ImmutableList<Channel<LiveState>>> change)
    {
        lock (gate)
        {
            readers = change(readers);
        }
    }

    static LiveState Open(ServeSettings settings) => new(SeenElections.At(settings.Paths), settings.Version);
}
