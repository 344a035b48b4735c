using Urna.Model;

namespace Urna.Judge.Claims;

/// <summary>Whether a bloc has more than half of the members of a chamber.</summary>
public sealed record MajorityClaim : WordClaim
{
    internal MajorityClaim(ClaimFields fields)
        : base(fields, Kind) => (Ground, Subject, Members) = (Ground.Of(fields), fields.Subject, fields.Members);

    /// <summary>The contest or the chamber.</summary>
    public Ground Ground { get; }

    /// <summary>Whose seats.</summary>
    public Subject Subject { get; }

    /// <summary>Members of the chamber, ≥ 1; null for those that the data have.</summary>
    public int? Members { get; }

    internal static ClaimKind Kind { get; } = new(Measure.Majority, ["contest", "of"], ["standing", "chamber", "elected", "members", "value"], f => new MajorityClaim(f))
    {
        Words = [Yes, No],
    };

    internal override Terms Terms => new(Subject) { Members = Members, Elected = Fields.Elected };

    internal override Figure Figure(Measuring measuring) => measuring.Majority(Ground, Word != No);

    internal override LocalizedText? Said => Word == No ? LocalizedText.Say("term.no-majority") : LocalizedText.Say("term.a-majority");
}
