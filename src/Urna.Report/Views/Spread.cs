using Urna.Model;

namespace Urna.Report.Views;

/// <summary>Where a place stands among all of its level, by the share of one contender.</summary>
/// <param name="Share">The share here, in [0, 1].</param>
/// <param name="Above">Places with a greater share.</param>
/// <param name="Count">All places of the level, this one among them.</param>
/// <param name="Bins">Places by share, in steps of 2.5 points.</param>
sealed record Spread(double Share, int Above, int Count, IReadOnlyList<(int Bin, int Count)> Bins)
{
    const int Steps = 40;

    /// <summary>The most places in a step.</summary>
    public int Most { get; } = Bins.Max(b => b.Count);

    /// <summary>The step of this place.</summary>
    public int Own => Step(Share);

    /// <summary>The spread of a contender over the places of a place's level; null where fewer than five have a share.</summary>
    public static Spread? Of(ContestView contest, int contender, Place place)
    {
        if (ShareOf(contest.At(place.Id), contender) is not { } own)
        {
            return null;
        }

        var shares = contest.Shares(contender, place.Level, r => ShareOf(r, contender));
        return shares.Length < 5 ? null
            : new(own, shares.Count(s => s > own), shares.Length, [.. shares.CountBy(Step).OrderBy(p => p.Key).Select(p => (p.Key, p.Value))]);
    }

    /// <summary>The place's rank in words.</summary>
    public string Sentence(Edition e) => e.Say("home.rank", ("share", Share), ("above", Above), ("below", Count - Above - 1));

    static double? ShareOf(PlaceResult? result, int contender) =>
        result?.ByContender[contender] is { } votes ? result.Share(votes) : null;

    static int Step(double share) => Math.Clamp((int)(share * Steps), 0, Steps - 1);
}
