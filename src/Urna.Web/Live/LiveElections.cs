using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Urna.Store;

namespace Urna.Web.Live;

/// <summary>The state that is served now; another takes its place whole when a folder has something new.</summary>
/// <param name="settings">What is served.</param>
sealed class LiveElections(ServeSettings settings) : IDisposable
{
    readonly CancellationTokenSource end = new();
    readonly Lock gate = new();
    ImmutableList<Channel<LiveState>> readers = [];
    LiveState state = Open(settings);

    /// <summary>The state of now.</summary>
    public LiveState Now => Volatile.Read(ref state);

    /// <summary>Looks at the folders until the service ends.</summary>
    public async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(settings.Look);
        try
        {
            while (await timer.WaitForNextTickAsync(end.Token).ConfigureAwait(false))
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
        try
        {
            if (Stamp(settings.Paths) == Now.Stamp)
            {
                return false;
            }

            var next = Open(settings);
            Volatile.Write(ref state, next);
            foreach (var reader in readers)
            {
                reader.Writer.TryWrite(next);
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // A folder that is being replaced: what was served before is served on.
            return false;
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

    public void Dispose()
    {
        if (end.IsCancellationRequested)
        {
            return;
        }

        end.Cancel();
        end.Dispose();
    }

    void Change(Func<ImmutableList<Channel<LiveState>>, ImmutableList<Channel<LiveState>>> change)
    {
        lock (gate)
        {
            readers = change(readers);
        }
    }

    static LiveState Open(ServeSettings settings)
    {
        // The stamp is taken first: what changes while the folders are opened is seen at the next look.
        var stamp = Stamp(settings.Paths);
        var served = Workspace.Open(settings.Paths);
        return new(served, Around(served, settings.Paths), stamp, settings.Version);
    }

    /// <summary>Elections, and those that lie beside any that was named alone.</summary>
    /// <param name="served">The elections.</param>
    /// <param name="paths">As they were named.</param>
    public static Workspace Around(Workspace served, ImmutableArray<string> paths) =>
        paths.All(Workspace.HoldsElections) ? served : Workspace.Open([.. paths.Select(p => !Workspace.HoldsElections(p) && Path.GetDirectoryName(Path.GetFullPath(File.Exists(p) ? Path.GetDirectoryName(p)! : p).TrimEnd(Path.DirectorySeparatorChar)) is { } above ? above : p)]);

    /// <summary>What the folders' files are: names, sizes and times.</summary>
    static string Stamp(ImmutableArray<string> paths)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in paths)
        {
            var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.FullName}\0{file.Length}\0{file.LastWriteTimeUtc.Ticks}\n")));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
