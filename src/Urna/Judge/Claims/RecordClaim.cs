using System.Collections.Immutable;

namespace Urna.Judge.Claims;

/// <summary>How many times the greatest of earlier numbers.</summary>
public sealed record RecordClaim : NumberClaim
{
    internal RecordClaim(ClaimFields fields)
        : base(fields, Kind) => (What, Contest, Since, SinceAll, Subject, Than, Place, Base) =
            (fields.What ?? Measure.Turnout, fields.Contest!, fields.Since, fields.SinceAll, fields.Subject, fields.Than, fields.Place, fields.Base ?? ShareBase.Valid);

    /// <summary>What is a record.</summary>
    public Measure What { get; }

    /// <summary>The contest.</summary>
    public ContestName Contest { get; }

    /// <summary>Earlier contests that it is compared with.</summary>
    public ImmutableArray<ContestName> Since { get; }

    /// <summary>Whether it is compared with every earlier contest of its kind in the store.</summary>
    public bool SinceAll { get; }

    /// <summary>Whose votes; nobody where it is of all.</summary>
    public Subject Subject { get; }

    /// <summary>Who is behind, for a margin.</summary>
    public ImmutableArray<string> Than { get; }

    /// <summary>The place; null for the whole.</summary>
    public string? Place { get; }

    /// <summary>What shares are of.</summary>
    public ShareBase Base { get; }

    internal static ClaimKind Kind { get; } = new(Measure.Record, ["contest", "value", "since"], ["what", "of", "standing", "than", "places", "base", "wording"], f => new RecordClaim(f))
    {
        Units = _ => [ClaimUnit.Ratio],
    };

    internal override Terms Terms => new(Subject) { Than = Than, Base = Base };

    internal override Figure Figure(Measuring measuring) => measuring.Record(this);
}
