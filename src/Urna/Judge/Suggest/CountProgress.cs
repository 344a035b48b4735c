using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Urna.Judge.Suggest;

/// <summary>How far a count had come: “with 98 of every 100 stations counted” is no result, and tells that what stands beside it is of the night.</summary>
static class CountProgress
{
    static readonly Regex[] told =
    [
        new("(?:^|(?<=[,;:(\\-]))[^N,;:()]*[QKBO][^N,;:()]*%[^N,;:()]*", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)),
        new("(?:^|(?<=[,;:(\\-]))[^N,;:()]*%[^N,;:()]*[QKBO][^N,;:()]*", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)),
        new("h[^NhQKB,;:()]{0,3}[QKB][^N,;:()]*%[^N,;:()]*", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)),
    ];

    /// <summary>The pieces without those that tell how far a count had come, and whether any did.</summary>
    /// <param name="items">The pieces of a sentence.</param>
    public static (ImmutableArray<Item> Left, bool IsOfTheNight) Without(ImmutableArray<Item> items)
    {
        var left = items.ToList();
        var isOfTheNight = false;
        foreach (var pattern in told)
        {
            var codes = string.Concat(left.Select(i => i.Class));
            foreach (Match match in pattern.Matches(codes).Reverse())
            {
                isOfTheNight |= !left.Skip(match.Index).Take(match.Length).Any(i => i.Quantity is { Kind: QuantityKind.Percent, Amount: 100 });
                left.RemoveRange(match.Index, match.Length);
            }
        }

        return ([.. left.Select(i => i.Class == '%' ? i with { Class = 'x' } : i)], isOfTheNight);
    }
}
