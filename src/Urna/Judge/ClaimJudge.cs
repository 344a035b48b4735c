using System.Collections.Concurrent;
using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge;

/// <summary>Judges claims by the counts of a store.</summary>
public static class ClaimJudge
{
    /// <summary>Judges all claims of a file, in their order.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="cancel">Ends the estimates that they need.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static JudgedClaims Of(ClaimSet claims, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var judgements = new Judgement[claims.Claims.Length];

        // Estimates take the longest, so they begin first, and each thread takes the next claim that nobody has.
        var order = Enumerable.Range(0, judgements.Length).OrderBy(i => claims.Claims[i].Measure != Measure.InferredShare);
        Partitioner.Create(order, EnumerablePartitionerOptions.NoBuffering).AsParallel().WithCancellation(cancel).ForAll(i => judgements[i] = Of(claims.Claims[i], claims.Store, cancel));
        return new(claims, [.. judgements]);
    }

    /// <summary>Judges one claim. What it names and the store has not is never counted as nothing: then data are missing.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="store">The elections.</param>
    /// <param name="cancel">Ends the estimate that it needs, if any.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static Judgement Of(Claim claim, ClaimStore store, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(store);
        return claim switch
        {
            UncountedClaim { Reason: var reason } => new Judgement(claim, claim.Measure == Measure.NotObservable ? Verdict.NotObservable : Verdict.NeedsData, [], reason),
            _ when ClaimNames.Faults(claim.Fields, store).ToList() is { Count: > 0 } unknown => new Judgement(claim, Verdict.NeedsData, [], Unknown(unknown)),
            _ => Counted((CountedClaim)claim, store, cancel),
        };
    }

    static Judgement Counted(CountedClaim claim, ClaimStore store, CancellationToken cancel)
    {
        var terms = claim.Fields.IsOfTheNight ? claim.Terms with { Variant = new CountVariant.OfTheNight() } : claim.Terms;
        ImmutableArray<ScopeJudgement> own = claim.Scopes.IsEmpty ? [Under(terms, null)] : [.. claim.Scopes.Select(scope => Under(terms.Under(scope), scope))];
        var verdict = Judging.Of([.. own.Select(s => s.Verdict)]);
        var others = verdict is Verdict.Contradicted or Verdict.NeedsData ? new OtherWays(claim, store, Under).Told(own) : [];
        ImmutableArray<ScopeJudgement> scopes = others.IsEmpty ? own : [.. own.Select(Plainly), .. others];
        verdict = others.IsEmpty ? verdict : others.All(s => s.Verdict == Verdict.NeedsData) ? Verdict.NeedsData : Judging.Of([.. scopes.Select(s => s.Verdict)]);
        return new Judgement(claim, verdict, scopes, Explanation.Of(claim, verdict, scopes));

        ScopeJudgement Under(Terms terms, ClaimScope? scope) => Judge(claim, terms, scope, new Measuring(store, terms, cancel));
    }

    /// <summary>What holds as the claim was taken, with a name beside the other ways.</summary>
    static ScopeJudgement Plainly(ScopeJudgement judged) => judged with
    {
        Scope = judged.Scope ?? new ClaimScope(judged.Figure.Base is { } whole ? LocalizedText.Say("claim-judge.of", ("whole", whole)) : LocalizedText.Say("claim-judge.as-it-is-counted-here"), [], [], null),
    };

    static ScopeJudgement Judge(CountedClaim claim, Terms terms, ClaimScope? scope, Measuring measuring)
    {
        var figure = claim.Figure(measuring);
        var negated = claim.Fields.IsNegated;
        var verdict = figure.Inferred is { } inferred ? inferred.Observable ? Verdict.Estimated : Verdict.NotObservable
            : claim.VerdictOf(figure) is { } own ? Judging.Negated(own, negated)
            : figure.Holds is { } holds ? holds != negated ? Verdict.Confirmed : Verdict.Contradicted
            : claim.Number is { } number && (figure.Missing is null || figure.Possible is not null) ? Judging.Of(number.Stated, number.Wording, figure.Value, figure.Possible, negated)
            : Verdict.NeedsData;
        return new ScopeJudgement(scope, figure with { Instead = verdict == Verdict.Contradicted ? claim.Instead(measuring, figure) : null }, verdict);
    }

    /// <summary>That the elections do not have what the claim names, or cannot be used.</summary>
    static LocalizedText Unknown(List<ClaimFault> faults)
    {
        var told = faults.DistinctBy(f => f.Message).ToList();
        if (told.TrueForAll(f => f.IsOfData || !f.Because.IsEmpty))
        {
            return LocalizedText.Join(" ", told.Select(f => f.Message));
        }

        return LocalizedText.Say(
            "claim-judge.the-elections-do-not-have-what",
            ("told", LocalizedText.Join(" ", told.Select(f => LocalizedText.Say("claim-judge.fault", ("message", f.Message), ("expected", f.Expected))))));
    }
}
