using Urna.Model;

namespace Urna.Judge.Claims;

/// <summary>How a measure changed since an earlier contest.</summary>
public sealed record ChangeClaim : NumberClaim
{
    internal ChangeClaim(ClaimFields fields)
        : base(fields, Kind) => (What, Ground, Since, Subject, Place, Beyond, Base) =
            (fields.What ?? Measure.Turnout, Ground.Of(fields), fields.Since[0], fields.Subject, fields.Place, fields.Than.IsEmpty ? null : fields.Than[0], fields.Base ?? ShareBase.Valid);

    /// <summary>What changed.</summary>
    public Measure What { get; }

    /// <summary>The contest or the chamber.</summary>
    public Ground Ground { get; }

    /// <summary>The earlier contest, or the election alone of a chamber.</summary>
    public ContestName Since { get; }

    /// <summary>Whose votes or seats; nobody where it is of all.</summary>
    public Subject Subject { get; }

    /// <summary>The place; null for the whole.</summary>
    public string? Place { get; }

    /// <summary>The place whose change is taken off; null if none is.</summary>
    public string? Beyond { get; }

    /// <summary>What shares are of.</summary>
    public ShareBase Base { get; }

    internal static ClaimKind Kind { get; } = new(Measure.Change, ["contest", "value", "since"], ["what", "of", "standing", "than", "chamber", "places", "base", "wording"], f => new ChangeClaim(f))
    {
        MostSince = 1,
        Units = f => [UnitOf(f.What)],
    };

    internal override Terms Terms => new(Subject) { Base = Base };

    internal override Figure Figure(Measuring measuring) => measuring.Change(this);

    internal override LocalizedText? Instead(Measuring measuring, Figure figure) => measuring.InsteadOf(this, figure);

    static ClaimUnit UnitOf(Measure? what) => what switch
    {
        Measure.Votes => ClaimUnit.Votes,
        Measure.Rank => ClaimUnit.Rank,
        Measure.Seats => ClaimUnit.Seats,
        _ => ClaimUnit.Points,
    };
}
