using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Claims;

/// <summary>From what to what a measure went since an earlier contest.</summary>
public sealed record FromToClaim : CountedClaim
{
    internal FromToClaim(ClaimFields fields)
        : base(fields, Kind) => (What, Ground, Since, Subject, Place, Base, Values, Wording) =
            (fields.What ?? Measure.Turnout, Ground.Of(fields), fields.Since[0], fields.Subject, fields.Place, fields.Base ?? ShareBase.Valid, fields.Values, fields.Wording ?? Wording.Plain);

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

    /// <summary>What shares are of.</summary>
    public ShareBase Base { get; }

    /// <summary>The two numbers, the earlier first.</summary>
    public ImmutableArray<Stated> Values { get; }

    /// <summary>How both are said.</summary>
    public Wording Wording { get; }

    internal static ClaimKind Kind { get; } = new(Measure.FromTo, ["contest", "values", "since"], ["what", "of", "standing", "chamber", "places", "base", "wording"], f => new FromToClaim(f))
    {
        MostSince = 1,
        UnitsOfValues = f => (ClaimKinds.Of(f.What ?? Measure.Turnout) ?? TurnoutClaim.Kind).Units(f),
    };

    internal override Terms Terms => new(Subject) { Base = Base };

    internal override (Stated Stated, Wording Wording)? Number => (Values[1], Wording);

    internal override LocalizedText? Said => FigureWords.Of(Values[0]) is var from && FigureWords.Of(Values[1]) is var to
        ? LocalizedText.Say("from-to-claim.from-to", ("from", from), ("to", to)) : null;

    internal override Figure Figure(Measuring measuring) => measuring.FromTo(this);

    internal override LocalizedText? Told(Figure figure) => figure.Detail;

    internal override Verdict? VerdictOf(Figure figure) => figure.Earlier is not { } earlier ? null : Judging.Worst(
        Judging.Of(Values[0], Wording, earlier.Value, earlier.Possible, false), Judging.Of(Values[1], Wording, figure.Value, figure.Possible, false));
}
