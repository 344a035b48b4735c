using System.Collections.Immutable;

namespace Urna.Judge;

/// <summary>Lists as callers give them, never absent.</summary>
static class Given
{
    /// <summary>The values; none for a list that was never made.</summary>
    public static ImmutableArray<T> All<T>(ImmutableArray<T> values) => values.IsDefault ? [] : values;

    /// <summary>The names, an absent one as an empty text, which no check lets pass.</summary>
    public static ImmutableArray<string> Names(ImmutableArray<string> names) => All(names).Any(n => n is null) ? [.. names.Select(n => n ?? "")] : All(names);
}
