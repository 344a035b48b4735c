using Urna.Model;
using Urna.Power;

namespace Urna.Contract;

/// <summary>How far the seats of a contest are from its votes.</summary>
/// <param name="ByList">By list; null where there are no votes or no seats.</param>
/// <param name="ByParty">By party; null where there are none, or where seats have no party.</param>
/// <param name="Independents">What the rule does to those outside the parties, by how they stand.</param>
public sealed record IndicesJson(DisproportionalityJson? ByList, DisproportionalityJson? ByParty, IEnumerable<StandingShareJson> Independents)
{
    /// <summary>The answer of a contest's indices.</summary>
    /// <param name="indices">The indices.</param>
    public static IndicesJson Of(ContestIndices indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        return new(
            indices.ByList is { } lists ? DisproportionalityJson.Of(lists) : null,
            indices.ByParty is { } parties ? DisproportionalityJson.Of(parties) : null,
            indices.Independents.Select(StandingShareJson.Of));
    }
}

/// <summary>Indices of disproportionality; each share v of the votes and s of the seats lies in [0, 1].</summary>
/// <param name="Gallagher">√(½ Σ (v − s)²), in [0, 1].</param>
/// <param name="LoosemoreHanby">½ Σ |v − s|, in [0, 1].</param>
/// <param name="SainteLague">Σ (s − v)²/v, ≥ 0; null where someone without votes has seats.</param>
/// <param name="Rae">The mean of |v − s| over all who took part.</param>
/// <param name="DHondt">The greatest s/v; null where someone without votes has seats.</param>
/// <param name="LargestDeviation">The greatest |v − s|.</param>
/// <param name="TwoLargest">The mean of |v − s| over the two with most votes; null for fewer than two.</param>
/// <param name="EffectiveByVotes">1/Σ v².</param>
/// <param name="EffectiveBySeats">1/Σ s².</param>
public sealed record DisproportionalityJson(
    double Gallagher,
    double LoosemoreHanby,
    double? SainteLague,
    double Rae,
    double? DHondt,
    double LargestDeviation,
    double? TwoLargest,
    double EffectiveByVotes,
    double EffectiveBySeats)
{
    /// <summary>The answer of some indices.</summary>
    /// <param name="d">The indices.</param>
    public static DisproportionalityJson Of(Disproportionality d)
    {
        ArgumentNullException.ThrowIfNull(d);
        return new(d.Gallagher, d.LoosemoreHanby, d.SainteLague, d.Rae, d.DHondt, d.LargestDeviation, d.TwoLargest, d.EffectiveByVotes, d.EffectiveBySeats);
    }
}

/// <summary>The votes and seats of those who stand in one way to the parties.</summary>
/// <param name="Standing">How they stand.</param>
/// <param name="Votes">Their votes.</param>
/// <param name="Seats">Their seats.</param>
/// <param name="VoteShare">Their share of the votes, in [0, 1]; null without votes.</param>
/// <param name="SeatShare">Their share of the seats, in [0, 1]; null without seats.</param>
/// <param name="Bias">Share of the seats less share of the votes.</param>
/// <param name="AdvantageRatio">Share of the seats over share of the votes.</param>
public sealed record StandingShareJson(string Standing, long Votes, int Seats, double? VoteShare, double? SeatShare, double? Bias, double? AdvantageRatio)
{
    /// <summary>The answer of some votes and seats.</summary>
    /// <param name="share">The votes and seats.</param>
    public static StandingShareJson Of(StandingShare share)
    {
        ArgumentNullException.ThrowIfNull(share);
        return new(Spelling.Kebab(share.Standing), share.Votes, share.Seats, share.VoteShare, share.SeatShare, share.Bias, share.AdvantageRatio);
    }
}
