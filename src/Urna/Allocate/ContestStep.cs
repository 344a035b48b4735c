namespace Urna.Allocate;

/// <summary>A step that looks at several districts together.</summary>
/// <remarks>
/// Those before the first sharing step of a law decide who takes part and how many seats there are; those after it
/// may give or move seats of lists, before these go down to parties and persons.
/// </remarks>
public abstract record ContestStep : RuleStep
{
    /// <summary>Whether the seats of a district hang on the votes of others, so that all stay open where one lacks data.</summary>
    internal virtual bool JoinsDistricts => true;

    /// <summary>Changes the districts' drafts, and writes down what it did.</summary>
    /// <param name="contest">The districts while their seats are filled.</param>
    internal abstract void Apply(ContestDraft contest);
}

/// <summary>A step that gives lists the seats of a tier above the districts.</summary>
public abstract record TierStep : ContestStep
{
    /// <summary>How the tier's seats are shared among lists.</summary>
    public required SharingStep Method { get; init; }

    /// <summary>Where the tier's seats go in the districts; null if they stay in the tier.</summary>
    public TierPlacement? Placement { get; init; }

    /// <inheritdoc/>
    internal override void Apply(ContestDraft contest)
    {
        foreach (var tier in contest.TiersFor(this))
        {
            if (Placement is null)
            {
                tier.Draft.LimitTo(ContestDraft.ElectedBelow(tier));
            }

            if (contest.ListsOf(tier) is { Length: > 0 } lists)
            {
                Apply(contest, tier, lists);
            }
            else
            {
                LeaveVacant(tier);
            }
        }
    }

    /// <summary>Where no list takes part, the tier's seats stay empty, and those that its districts left for it.</summary>
    void LeaveVacant(TierDraft tier)
    {
        foreach (var (draft, seats) in tier.Districts.Select(d => (d, TierAward.PassedUp(d))).Append((tier.Draft, tier.Draft.Seats)).Where(p => p.Item2 > 0))
        {
            draft.Steps.Add(new SeatsVacant(Article, Holder.List, "", seats, draft.Lists.All(l => l.Votes == 0)));
        }
    }

    /// <summary>Shares the seats of one tier.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="tier">The tier with its districts.</param>
    /// <param name="lists">The lists that take part, most votes first.</param>
    internal abstract void Apply(ContestDraft contest, TierDraft tier, System.Collections.Immutable.ImmutableArray<TierList> lists);
}

/// <summary>The first step of a district whose lists get their seats from a step that looks at several districts.</summary>
sealed record SharedAboveStep : SharingStep
{
    /// <summary>The step for lists.</summary>
    public static SharedAboveStep Lists { get; } = new() { Article = "", Holders = Holder.List };

    internal override Basis Basis => Basis.Quotient;

    internal override int Share(in Sharing sharing, Span<int> held, Span<bool> tied) => 0;
}
