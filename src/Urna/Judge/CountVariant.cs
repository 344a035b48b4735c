using Urna.Model;

namespace Urna.Judge;

/// <summary>Another fair way to count a contest than by all rows of its results.</summary>
abstract record CountVariant
{
    /// <summary>Only the units that state both roll and votes cast.</summary>
    public sealed record KnownUnits : CountVariant;

    /// <summary>The totals that a source states.</summary>
    /// <param name="Source">The source's id.</param>
    public sealed record OfSource(string Source) : CountVariant;

    /// <summary>The rows with what is known of the votes that they lack.</summary>
    public sealed record WithLacks : CountVariant;

    /// <summary>The count of the night, which was not final.</summary>
    public sealed record OfTheNight : CountVariant;
}
