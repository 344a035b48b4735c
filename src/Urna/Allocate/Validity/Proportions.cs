using Urna.Model;
using Urna.Allocate.Methods;

namespace Urna.Allocate.Validity;

/// <summary>How large a share can be and still be reached.</summary>
enum Limit
{
    /// <summary>It may be any.</summary>
    None,

    /// <summary>At most the whole.</summary>
    One,

    /// <summary>Less than the whole.</summary>
    BelowOne,
}

/// <summary>Whether a share that a law names can be reached by somebody and missed by somebody.</summary>
static class Proportions
{
    /// <summary>A fault where everybody or nobody would have the share.</summary>
    public static IEnumerable<LawFault> Positive(string field, Proportion share, Limit limit)
    {
        var isTooLarge = limit == Limit.One ? share.Numerator > share.Denominator : limit == Limit.BelowOne && share.Numerator >= share.Denominator;
        if (share.Denominator <= 0 || share.Numerator <= 0 || isTooLarge)
        {
            yield return new(
                field,
                LocalizedText.Say("v130.sign-2", ("isTooLarge", isTooLarge)),
                $"{share}", limit switch
            {
                Limit.One => "a fraction above 0 and at most 1, as 5% or 1/20",
                Limit.BelowOne => "a fraction above 0 and below 1, as 5% or 1/20",
                _ => "a fraction above 0, as 3/4 or 1",
            });
        }
    }
}
