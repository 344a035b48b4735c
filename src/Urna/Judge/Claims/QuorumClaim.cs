using Urna.Model;

namespace Urna.Judge.Claims;

/// <summary>Whether a bloc reaches a quorum of the law, in one chamber or in all.</summary>
public sealed record QuorumClaim : WordClaim
{
    internal QuorumClaim(ClaimFields fields)
        : base(fields, Kind) => (Election, Chamber, Quorum, Matter, Date, Subject) =
            (fields.Contest?.Election, fields.Chamber, fields.Quorum, fields.Matter, fields.Date, fields.Subject);

    /// <summary>The election whose members are counted; null for the claims' own.</summary>
    public string? Election { get; }

    /// <summary>The chamber; null for all.</summary>
    public string? Chamber { get; }

    /// <summary>The name of the quorums; null for those of the election.</summary>
    public string? Quorum { get; }

    /// <summary>The kind of law; null where every scope has its own.</summary>
    public string? Matter { get; }

    /// <summary>The day whose quorums hold; null for the election's.</summary>
    public DateOnly? Date { get; }

    /// <summary>Whose seats.</summary>
    public Subject Subject { get; }

    internal static ClaimKind Kind { get; } = new(Measure.Quorum, ["matter", "of"], ["contest", "chamber", "quorum", "date", "value"], f => new QuorumClaim(f))
    {
        Words = [Yes, No],
    };

    internal override Terms Terms => new(Subject) { Matter = Matter, Date = Date };

    internal override Figure Figure(Measuring measuring) => measuring.Quorum(this);

    internal override LocalizedText? Said => Word == No ? LocalizedText.Say("quorum-claim.it-does-not-reach-the-quorum") : LocalizedText.Say("quorum-claim.it-reaches-the-quorum");

    internal override LocalizedText? Told(Figure figure) => figure.Detail;
}
