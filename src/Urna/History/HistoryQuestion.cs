using System.Collections.Immutable;

namespace Urna.History;

/// <summary>What is asked of history.</summary>
public sealed record HistoryQuestion
{
    /// <summary>The measures; empty for all.</summary>
    public ImmutableArray<HistoryMeasure> Measures { get; init; } = [];

    /// <summary>A place, by id or name; null for each country as a whole.</summary>
    public string? Place { get; init; }

    /// <summary>A level, of which each place is asked for; null for one place.</summary>
    public string? Level { get; init; }

    /// <summary>A family, list, party or person; null for every family.</summary>
    public string? Of { get; init; }

    /// <summary>Whether a measure is asked for.</summary>
    internal bool Asks(HistoryMeasure measure) => Measures.IsEmpty ? measure != HistoryMeasure.Change : Measures.Contains(measure);
}
