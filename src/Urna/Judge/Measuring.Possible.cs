using Urna.Model;
using Urna.Numerics;

namespace Urna.Judge;

/// <summary>Between what a number may lie, given what its data lack: no missing vote is taken as zero.</summary>
sealed partial class Measuring
{
    /// <summary>A figure with its ballot, what its data lack, and what it may be.</summary>
    static Figure Told(Figure figure, OnBallot on, PossibleRange? possible, bool ofCast = false) => figure with
    {
        Base = figure.DenominatorName is { } name ? LocalizedText.Say("measuring-possible.sign", ("name", name), ("ballot", on.Ballot)) : on.Ballot,
        Possible = possible is { } range && range.Least == range.Most && range.Least == figure.Value ? null : possible,
        Completeness = (ofCast ? on.Gap.Missing.AddRange(on.Gap.MissingBallots) : on.Gap.Missing) is { IsEmpty: false } missing ? new(PartKnown(on, ofCast), missing) : Completeness.Full,
    };

    /// <summary>The part of the votes that is known at least; null where nothing bounds the others.</summary>
    static double? PartKnown(OnBallot on, bool ofCast)
    {
        var (known, lacking) = ofCast ? (on.Cast, on.Gap.Ballots) : (on.Votes, on.Gap.Votes);
        return lacking is not { } others ? null : known + others > 0 ? (double)known / (known + others) : 0;
    }

    /// <summary>A share of votes: those lacking may all be for it, or all for others.</summary>
    PossibleRange? PossibleShare(OnBallot on, long own)
    {
        var (known, lacking) = terms.Base switch
        {
            ShareBase.Cast => (on.Cast, on.Gap.Ballots),
            ShareBase.Registered => (Math.Max(on.Count.Registered.Known, on.Cast), on.Gap.Roll),
            _ => (on.Count.Valid.Value is { } valid ? Math.Max(valid, on.Votes) : on.Votes, on.Gap.Votes),
        };
        return on.Gap.Votes == 0 && lacking == 0 ? null : Between(own, own, known, on.Gap.Votes, lacking, Fraction.Zero);
    }

    /// <summary>A margin: the votes lacking may all be for the one, or all for the other.</summary>
    PossibleRange? PossibleMargin(OnBallot on, long ahead)
    {
        if (on.Gap.Votes == 0 && (terms.InVotes || (terms.Base == ShareBase.Valid ? on.Gap.Votes : terms.Base == ShareBase.Cast ? on.Gap.Ballots : on.Gap.Roll) == 0))
        {
            return null;
        }

        if (terms.InVotes)
        {
            return new(ahead - on.Gap.Votes is { } least ? (Fraction)least : null, ahead + on.Gap.Votes is { } most ? (Fraction)most : null);
        }

        var known = terms.Base switch { ShareBase.Cast => on.Cast, ShareBase.Registered => Math.Max(on.Count.Registered.Known, on.Cast), _ => on.Votes };
        var extra = terms.Base switch { ShareBase.Cast => on.Gap.Ballots, ShareBase.Registered => on.Gap.Roll, _ => on.Gap.Votes };
        return Between(ahead - (on.Gap.Votes ?? 0), ahead, known, on.Gap.Votes, extra, new Fraction(-1, 1));
    }

    /// <summary>Between the least part of the greatest whole and the greatest part of the least whole.</summary>
    static PossibleRange Between(long least, long own, long known, long? votes, long? whole, Fraction none) => votes is not { } more || whole is not { } others
        ? new(none, Fraction.One)
        : new(
            known + others > 0 ? new Fraction(least, known + (least < 0 ? more : others)) : none,
            known + more > 0 ? new Fraction(Math.Min(own + more, known + more), known + more) : Fraction.One);

    /// <summary>A turnout: those lacking may all have voted, or none of them.</summary>
    static PossibleRange? PossibleTurnout(OnBallot on)
    {
        var (cast, roll, registered) = (on.Cast, on.Gap.Roll, on.Count.Registered.Known);
        if (on.Gap is { Ballots: 0, Roll: 0 })
        {
            return null;
        }

        var most = on.Gap.Ballots is { } more && registered > 0 ? new Fraction(Math.Min(cast + more, registered), registered) : Fraction.One;
        return new(roll is { } others && registered + others > 0 ? new Fraction(Math.Min(cast, registered + others), registered + others) : Fraction.Zero, most);
    }
}
