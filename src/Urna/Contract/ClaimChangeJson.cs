using System.Globalization;
using System.Text.Json;

namespace Urna.Contract;

/// <summary>What held of a claim at one time.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Stated">What was stated.</param>
/// <param name="Computed">What was computed.</param>
public sealed record ClaimStateJson(string Verdict, object? Stated, object? Computed);

/// <summary>How a judged claim differs from an earlier judgement, in the shape of <c>urna claims --since</c>.</summary>
/// <param name="Id">The claim's id.</param>
/// <param name="Claim">The claim in words.</param>
/// <param name="Change">What changed: <c>verdict</c>, <c>stated</c>, <c>figure</c>, or that the claim is <c>new</c> or <c>gone</c>.</param>
/// <param name="Unit">The unit of what is stated and computed.</param>
/// <param name="Before">What held before; null if it is new.</param>
/// <param name="Now">What holds now; null if it is gone.</param>
/// <param name="Explanation">Why it holds now; that of before if it is gone.</param>
public sealed record ClaimChangeJson(string Id, string Claim, string Change, string Unit, ClaimStateJson? Before, ClaimStateJson? Now, string Explanation)
{
    // Estimates of two machines may differ in their last bits.
    const double Tolerance = 1e-9;

    /// <summary>What changed, claim by claim in the order of now; those that are gone come last.</summary>
    /// <param name="before">The earlier judgement.</param>
    /// <param name="now">The present one.</param>
    public static IEnumerable<ClaimChangeJson> Between(IReadOnlyCollection<ClaimJson> before, IReadOnlyCollection<ClaimJson> now)
    {
        var known = before.ToDictionary(c => c.Id);
        var present = now.Select(c => c.Id).ToHashSet();
        return
        [
            .. from claim in now
               let earlier = known.GetValueOrDefault(claim.Id)
               let change = earlier is null ? "new" : ChangeOf(earlier, claim)
               where change is not null
               select new ClaimChangeJson(claim.Id, claim.Claim, change, claim.Unit, earlier is null ? null : StateOf(earlier), StateOf(claim), claim.Explanation),
            .. from gone in before
               where !present.Contains(gone.Id)
               select new ClaimChangeJson(gone.Id, gone.Claim, "gone", gone.Unit, StateOf(gone), null, gone.Explanation),
        ];
    }

    static ClaimStateJson StateOf(ClaimJson claim) => new(claim.Verdict, claim.Stated, claim.Computed);

    /// <summary>The weightiest change; null if none.</summary>
    static string? ChangeOf(ClaimJson before, ClaimJson now) =>
        before.Verdict != now.Verdict ? "verdict"
        : !Same(before.Stated, now.Stated) ? "stated"
        : !Same(before.Computed, now.Computed) || !Same(before.Lower, now.Lower) || !Same(before.Upper, now.Upper) || !SameScopes(before, now) ? "figure"
        : null;

    static bool SameScopes(ClaimJson before, ClaimJson now)
    {
        var (a, b) = (before.Scopes.ToList(), now.Scopes.ToList());
        return a.Count == b.Count && a.Zip(b).All(p => p.First.Verdict == p.Second.Verdict && Same(p.First.Computed, p.Second.Computed));
    }

    static bool Same(object? a, object? b)
    {
        var (x, y) = (TextOf(a), TextOf(b));
        return x == y || (double.TryParse(x, CultureInfo.InvariantCulture, out var p) && double.TryParse(y, CultureInfo.InvariantCulture, out var q) && Math.Abs(p - q) <= Tolerance * Math.Max(Math.Abs(p), Math.Abs(q)));
    }

    /// <summary>A number or word as data write it, also where it comes from a file.</summary>
    static string TextOf(object? value) => value switch
    {
        null or JsonElement { ValueKind: JsonValueKind.Null } => "",
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!,
        JsonElement other => other.GetRawText(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value}",
    };
}
