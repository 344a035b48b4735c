using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge;

/// <summary>Judges claims by the counts of a store.</summary>
public static class ClaimJudge
{
    /// <summary>Judges one claim.</summary>
    /// <param name="claim">The claim, whose names the store has.</param>
    /// <param name="store">The elections.</param>
    public static Judgement Of(Claim claim, ClaimStore store)
    {
        if (claim.Measure is Measure.NotObservable or Measure.NeedsData)
        {
            return new Judgement(claim, claim.Measure == Measure.NotObservable ? Verdict.NotObservable : Verdict.NeedsData, [], claim.Reason ?? LocalizedText.Same(""));
        }

        ImmutableArray<ScopeJudgement> scopes = claim.Scopes.IsEmpty
            ? [InScope(claim, null, store)]
            : [.. claim.Scopes.Select(scope => InScope(claim, scope, store))];
        var verdict = Judging.Of([.. scopes.Select(s => s.Verdict)]);
        return new Judgement(claim, verdict, scopes, Explanation.Of(claim, verdict, scopes));
    }

    static ScopeJudgement InScope(Claim claim, ClaimScope? scope, ClaimStore store)
    {
        var figure = new Measuring(store, claim, scope).Figure();
        var verdict = figure.Inferred is not null ? Verdict.Estimated
            : figure.Value is not { } value ? Verdict.NeedsData
            : Judging.Of(claim.Stated!, claim.Wording, value);
        return new ScopeJudgement(scope, figure, verdict);
    }
}
