using System.Collections.Immutable;
using Urna.Validate;

namespace Urna.Judge;

/// <summary>An election as it was read, or all that keeps it from being read.</summary>
/// <param name="Reckoning">The election with its laws; null if it cannot be read.</param>
/// <param name="Findings">Everything found on the way, faults included.</param>
public sealed record ElectionReading(Reckoning? Reckoning, ImmutableArray<Finding> Findings);

/// <summary>An election that claims may name, read when the first of them does.</summary>
/// <param name="folder">The name of its folder.</param>
/// <param name="id">The id that it states; null where that cannot be read.</param>
/// <param name="read">Reads it.</param>
public sealed class StoredElection(string folder, string? id, Func<ElectionReading> read)
{
    readonly Kept<ElectionReading> kept = new();

    /// <summary>The name of its folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>The id that it states; null where that cannot be read.</summary>
    public string? Id { get; } = id;

    /// <summary>Its folder as commands that show its figures name it.</summary>
    public string Path { get; init; } = folder;

    /// <summary>What was read; it is read once.</summary>
    public ElectionReading Reading => kept.Of(read);

    /// <summary>Its name in messages: that of its folder.</summary>
    public override string ToString() => Folder;
}
