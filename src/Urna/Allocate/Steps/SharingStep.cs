using Urna.Allocate.Methods;

namespace Urna.Allocate.Steps;

/// <summary>A step that shares seats among holders of one kind.</summary>
public abstract record SharingStep : RuleStep
{
    /// <summary>Among whom.</summary>
    public required Holder Holders { get; init; }

    /// <summary>How ties are broken, in order.</summary>
    public System.Collections.Immutable.ImmutableArray<TieRule> Ties { get; init; } = [TieRule.Lot];

    /// <summary>Whether a holder's margins follow from the votes of its own district.</summary>
    internal virtual bool HasMargins => true;

    /// <summary>Whether more votes never cost a holder a seat.</summary>
    internal virtual bool IsMonotone => true;

    /// <summary>Whether one seat more never costs a holder one.</summary>
    internal virtual bool IsHouseMonotone => true;

    /// <summary>Whether the step looks at the last quotient of the step before.</summary>
    internal virtual bool UsesQuotient => false;

    /// <summary>Whether the step looks at the places of persons on their list.</summary>
    internal virtual bool NeedsPositions => false;

    /// <summary>Whether the step looks at the votes of the persons of each holder.</summary>
    internal virtual bool NeedsPersons => false;

    /// <summary>What becomes of a tier's seat that this step would give to somebody elected in a district below.</summary>
    internal virtual ElectedBelow ForElectedBelow => ElectedBelow.Skip;

    /// <summary>Why a person holds a seat that this step gave them.</summary>
    internal virtual Basis Basis => Basis.MostVotes;

    /// <summary>Shares the seats by the step's arithmetic, and leaves ties open.</summary>
    /// <param name="sharing">What is shared among whom.</param>
    /// <param name="held">Seats by holder: zero on entry, the sure seats on return.</param>
    /// <param name="tied">Holders tied for the seats that are left: false on entry.</param>
    /// <returns>Seats left to the tied; 0 if there is no tie.</returns>
    internal abstract int Share(in Sharing sharing, Span<int> held, Span<bool> tied);
}
