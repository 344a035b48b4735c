using System.Collections.Immutable;
using Urna.Store;

namespace Urna.Web.Live;

/// <summary>Elections as they lie in their folders at one moment; nothing of them is read yet.</summary>
/// <param name="Served">Those that are served.</param>
/// <param name="Known">They, the same objects, and those beside any that was named alone, which claims may name.</param>
/// <param name="Stamps">What their files are.</param>
sealed record SeenElections(Workspace Served, Workspace Known, FolderStamps Stamps)
{
    const int MostReadings = 10;

    /// <summary>Looks at folders.</summary>
    /// <param name="paths">Election folders, or folders of them.</param>
    /// <exception cref="InvalidDataException">A path is neither.</exception>
    /// <exception cref="IOException">A folder cannot be listed.</exception>
    public static SeenElections At(ImmutableArray<string> paths)
    {
        var served = Workspace.Open(paths);
        var known = paths.All(Workspace.HoldsElections) ? served : Workspace.Open(paths.Concat(paths.Where(p => !Workspace.HoldsElections(p)).Select(Above).OfType<string>()));

        // The stamps are taken before anything is read: what changes while it is read is seen by them.
        return new(known.Among(served), known, FolderStamps.Of(paths.Where(Workspace.HoldsElections), known.Elections.Select(e => e.Path)));
    }

    /// <summary>The same, some elections of which stay as they were read before.</summary>
    /// <param name="lasting">Elections whose folders have not changed since.</param>
    public SeenElections Keeping(IEnumerable<WorkspaceElection> lasting)
    {
        var known = Known.Keeping(lasting);
        return this with { Known = known, Served = known.Among(Served) };
    }

    /// <summary>The same, with an election as it is now, read whole.</summary>
    /// <param name="folder">Its folder.</param>
    /// <exception cref="StateGone">It was written to again and again while it was read.</exception>
    public SeenElections Reading(string folder)
    {
        for (var i = 0; i < MostReadings; i++)
        {
            var fresh = Known.Elections.First(e => FolderStamps.Full(e.Path) == folder).Afresh();
            var stamps = Stamps.Again(folder);
            _ = fresh.Reading;
            if (stamps.Holds(folder))
            {
                return Keeping([fresh]) with { Stamps = stamps };
            }
        }

        throw new StateGone();
    }

    static string? Above(string path) => Path.GetDirectoryName(FolderStamps.Full(File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : path));
}
