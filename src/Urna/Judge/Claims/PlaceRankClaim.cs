namespace Urna.Judge.Claims;

/// <summary>The place of a place among those of its level, by a measure.</summary>
public sealed record PlaceRankClaim : NumberClaim
{
    internal PlaceRankClaim(ClaimFields fields)
        : base(fields, Kind) => (What, Contest, Subject, Than, Place, Base, IsLowestFirst) =
            (fields.What ?? Measure.Turnout, fields.Contest!, fields.Subject, fields.Than, fields.Places[0], fields.Base ?? ShareBase.Valid, fields.IsLowestFirst);

    /// <summary>By what places are ranked.</summary>
    public Measure What { get; }

    /// <summary>The contest.</summary>
    public ContestName Contest { get; }

    /// <summary>Whose votes; nobody where it is of all.</summary>
    public Subject Subject { get; }

    /// <summary>Who is behind, for a margin.</summary>
    public System.Collections.Immutable.ImmutableArray<string> Than { get; }

    /// <summary>The place.</summary>
    public string Place { get; }

    /// <summary>What shares are of.</summary>
    public ShareBase Base { get; }

    /// <summary>Whether the lowest is the first.</summary>
    public bool IsLowestFirst { get; }

    internal static ClaimKind Kind { get; } = new(Measure.PlaceRank, ["contest", "value", "places"], ["what", "of", "standing", "than", "base", "order", "wording"], f => new PlaceRankClaim(f))
    {
        Units = _ => [ClaimUnit.Rank],
    };

    internal override Terms Terms => new(Subject) { Than = Than, Base = Base, Stated = Stated, IsWholeContest = true };

    internal override Figure Figure(Measuring measuring) => measuring.PlaceRank(this);
}
