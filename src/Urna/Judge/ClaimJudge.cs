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
        var measuring = new Measuring(store, claim, scope);
        var figure = measuring.Figure();
        var verdict = figure.Inferred is not null ? Verdict.Estimated
            : figure.Missing is not null ? Verdict.NeedsData
            : figure.Holds is { } holds ? holds ? Verdict.Confirmed : Verdict.Contradicted
            : Judging.Of(claim.Stated!, claim.Wording, figure.Value!.Value);
        return new ScopeJudgement(scope, figure with { Instead = verdict == Verdict.Contradicted ? measuring.Instead(figure) : null }, verdict);
    }
}
