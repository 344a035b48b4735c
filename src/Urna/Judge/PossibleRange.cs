using Urna.Numerics;

namespace Urna.Judge;

/// <summary>Between what a number may lie, given all that its data lack.</summary>
/// <param name="Least">The least that it may be; null where nothing bounds it.</param>
/// <param name="Most">The greatest; null where nothing bounds it.</param>
public sealed record PossibleRange(Fraction? Least, Fraction? Most)
{
    /// <summary>What a difference may be.</summary>
    /// <param name="a">The first number.</param>
    /// <param name="b">The one that is taken off.</param>
    internal static PossibleRange? Difference(Figure a, Figure b)
    {
        var (x, y) = (Of(a), Of(b));
        return (a.Possible is null && b.Possible is null) || x is null || y is null ? null
            : new(x.Least is { } least && y.Most is { } most ? least - most : null, x.Most is { } top && y.Least is { } bottom ? top - bottom : null);
    }

    /// <summary>What a figure may be: itself alone where nothing is lacking; null where nothing is known.</summary>
    internal static PossibleRange? Of(Figure figure) => figure.Possible ?? (figure.Value is { } value ? new(value, value) : null);
}
