using Urna.Allocate.Methods;

namespace Urna.Allocate.Steps;

/// <summary>The first step of a district whose lists get their seats from a step that looks at several districts.</summary>
sealed record SharedAboveStep : SharingStep
{
    /// <summary>The step for lists.</summary>
    public static SharedAboveStep Lists { get; } = new() { Article = "", Holders = Holder.List };

    internal override Basis Basis => Basis.Quotient;

    internal override int Share(in Sharing sharing, Span<int> held, Span<bool> tied) => 0;
}
