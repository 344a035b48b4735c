using System.Collections.Immutable;

namespace Urna.Store;

/// <summary>Elections that a folder knows and may not hold everywhere: their figures come from copies that may not be passed on for profit.</summary>
/// <remarks>Claims and archives that name one lack data where it is not; with it, nothing differs.</remarks>
static class WithheldElections
{
    /// <summary>The file, one id a line.</summary>
    public const string FileName = "withheld.txt";

    /// <summary>The ids that are named beside the folders of elections.</summary>
    /// <param name="elections">The elections.</param>
    public static ImmutableArray<string> Beside(ImmutableArray<WorkspaceElection> elections) =>
    [
        .. elections.Select(e => Path.GetDirectoryName(Path.GetFullPath(e.Path).TrimEnd(Path.DirectorySeparatorChar))).OfType<string>().Distinct()
            .Select(folder => Path.Combine(folder, FileName)).Where(File.Exists).SelectMany(File.ReadAllLines).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Distinct(),
    ];
}
