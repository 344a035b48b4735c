using System.Collections.Immutable;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Judge;

/// <summary>Says why a verdict is what it is.</summary>
static class Explanation
{
    /// <summary>The reason, in neutral words.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="verdict">Its verdict.</param>
    /// <param name="scopes">What holds under each way to take it.</param>
    public static LocalizedText Of(CountedClaim claim, Verdict verdict, ImmutableArray<ScopeJudgement> scopes)
    {
        var figures = scopes.Select(s => (s.Scope?.Name, Told: Told(claim, s.Figure))).ToList();
        var all = LocalizedText.Join("; ", figures.Select(f => f.Name is { } name ? LocalizedText.Join(": ", [name, f.Told]) : f.Told));
        var counted = verdict is Verdict.Estimated or Verdict.NotObservable
            ? LocalizedText.For(l => $"{Sentence(all.In(l))}.") : LocalizedText.Say("explanation.counted", ("figures", all));
        IEnumerable<LocalizedText?> parts =
        [
            claim.Said is { } said ? claim.Fields.IsNegated ? LocalizedText.Say("explanation.stated-not", ("said", said)) : LocalizedText.Say("explanation.stated", ("said", said)) : null,
            counted,
            .. scopes.Where(s => s.Figure.Inferred is not null && claim.Number is not null).Select(s => Beside(claim.Number!.Value.Stated, s.Figure.Inferred!)),
            .. scopes.Where(s => s.Verdict == Verdict.Contradicted).SelectMany(s => new[] { Rounded(claim, s), s.Figure.Instead?.With("", ".") }),
            .. scopes.Select(s => s.Figure.But?.With("", ".")),
            .. verdict == Verdict.Contradicted || IsFar(claim, scopes[0]) ? scopes.Take(1).Select(s => Off(claim, s)) : [],
            .. scopes.Where(s => s.Figure.Possible is not null && (s.Figure.Value is null || (verdict == Verdict.NeedsData && s.Verdict == Verdict.NeedsData))).Take(1).Select(s => Open(claim, s.Figure)),
            .. scopes.SelectMany(s => s.Figure.Completeness.Missing).Distinct() is var lacking && lacking.Any() ? [Lacking(lacking)] : Array.Empty<LocalizedText?>(),
            claim.Note,
        ];
        var told = parts.OfType<LocalizedText>().Distinct().ToList();
        return LocalizedText.Join(" ", told);
    }

    /// <summary>Whether a bound holds by far, so that a reader would ask by how much.</summary>
    static bool IsFar(CountedClaim claim, ScopeJudgement scope) =>
        scope.Verdict == Verdict.Confirmed && !claim.Fields.IsNegated && claim.Number is { Wording: Wording.Over or Wording.AtLeast or Wording.Under or Wording.AtMost, Stated: { Unit: ClaimUnit.Share or ClaimUnit.Points or ClaimUnit.Votes } stated }
        && scope.Figure.Value is { } value && stated.Value > Fraction.Zero && (value > stated.Value * farAbove || value < stated.Value * farBelow);

    static readonly Fraction farAbove = new(12, 10);

    static readonly Fraction farBelow = new(8, 10);

    /// <summary>How far what is counted is from what is stated; null where there is no distance.</summary>
    static LocalizedText? Off(CountedClaim claim, ScopeJudgement scope)
    {
        if (claim.Number is not { } number || scope.Figure.Value is not { } value || claim.Fields.IsNegated || FigureWords.Distance(value, number.Stated) is not { } far)
        {
            return null;
        }

        var told = LocalizedText.Say("explanation.the-distance-is", ("far", far));
        return scope.Verdict == Verdict.Contradicted && ClaimKinds.Of(claim.Measure)!.IsOfBallots && !claim.Fields.IsOfTheNight && AcceptedSpan.IsNear(number.Stated, value)
            ? LocalizedText.Say("explanation.if-it-is-of-the-count", ("told", told)) : told;
    }

    /// <summary>Between what the number may lie, where that leaves the claim open; null where nothing is known of it.</summary>
    static LocalizedText? Open(CountedClaim claim, Figure figure)
    {
        if (figure.Possible is not { } range || (range.Least is null && range.Most is null))
        {
            return null;
        }

        LocalizedText Told(Fraction value) => FigureWords.Of(value, figure.Unit, claim.Number?.Stated.Value);
        return (range.Least, range.Most) switch
        {
            ({ } least, { } most) => LocalizedText.Say(
                "explanation.with-what-the-data-lack-it", ("told", Told(least)), ("told2", Told(most))),
            ({ } least, null) => LocalizedText.Say("explanation.with-what-the-data-lack-it-2", ("told", Told(least))),
            var (_, most) => LocalizedText.Say(
                "explanation.with-what-the-data-lack-it-3", ("told", Told(most!.Value))),
        };
    }

    static LocalizedText Lacking(IEnumerable<LocalizedText> lacking) => LocalizedText.Say(
        "explanation.the-data-lack", ("lacking", Argument.List(lacking)));

    static LocalizedText Capital(LocalizedText text) => LocalizedText.For(l => Sentence(text.In(l)));

    static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    static LocalizedText Told(CountedClaim claim, Figure figure)
    {
        if (figure.Missing is { } missing)
        {
            return missing;
        }

        if (figure.Inferred is { } inferred)
        {
            var estimated = Estimated(inferred, figure.Unit);
            return figure.Detail is { } sides ? LocalizedText.Say("explanation.sign", ("estimated", estimated), ("sides", sides)) : estimated;
        }

        if (claim.Told(figure) is { } told)
        {
            return told;
        }

        var number = figure.Word is { } word ? FigureWords.Outcome(word) : Number(figure, claim.Number?.Stated.Value);
        return figure.Detail is { } detail ? LocalizedText.Say("explanation.sign-2", ("number", number), ("detail", detail)) : number;
    }

    /// <summary>The number, with its denominator where it is a share.</summary>
    static LocalizedText Number(Figure figure, Fraction? stated)
    {
        var number = FigureWords.Of(figure.Value!.Value, figure.Unit, stated);
        if (figure.Unit == ClaimUnit.Ratio)
        {
            return LocalizedText.Say("explanation.sign-3", ("number", number), ("denominatorName", figure.DenominatorName));
        }

        if (figure is { Unit: ClaimUnit.Seats, Denominator: { } seats, Detail: null })
        {
            return LocalizedText.Say("explanation.of", ("number", number), ("seats", seats));
        }

        return figure is { Unit: ClaimUnit.Share, DenominatorName: { } name, Denominator: { } all, Detail: null } && FigureWords.Whole(all) is var whole
            ? LocalizedText.Say("explanation.of-2", ("number", number), ("whole", whole), ("name", name))
            : number;
    }

    static LocalizedText Estimated(Inferred i, ClaimUnit unit)
    {
        var (lower, upper) = (FigureWords.Estimate(i.Lower, unit), FigureWords.Estimate(i.Upper, unit));
        var (least, most, level) = (FigureWords.Estimate(i.BoundLower, unit), FigureWords.Estimate(i.BoundUpper, unit), FigureWords.Of(new Fraction((long)Math.Round(100 * i.Level), 100), ClaimUnit.Share, 0));
        if (!i.Observable || i.Share is not { } estimate)
        {
            return LocalizedText.Say("explanation.not-observable-the-units-totals-do", ("least", least), ("most", most));
        }

        var share = FigureWords.Estimate(estimate, unit);
        var (held, on) = (FigureWords.Of(new Fraction((long)Math.Round(1000 * (i.Coverage?.Measured ?? 0)), 1000), ClaimUnit.Share, 0), i.Coverage?.On);
        return LocalizedText.Say(
            "explanation.estimated-with-an-interval-of-to", ("share", share), ("lower", lower), ("upper", upper), ("level", level),
            ("held", held), ("on", on), ("least", least), ("most", most));
    }

    /// <summary>Where a stated number lies beside an estimate.</summary>
    static LocalizedText Beside(Stated stated, Inferred i)
    {
        var value = stated.Value.Value;
        return value < i.BoundLower || value > i.BoundUpper ? LocalizedText.Say("explanation.what-is-stated-lies-outside-what")
            : !i.Observable ? LocalizedText.Say("explanation.what-is-stated-is-within-what")
            : value < i.Lower || value > i.Upper ? LocalizedText.Say("explanation.what-is-stated-lies-outside-the")
            : LocalizedText.Say("explanation.what-is-stated-lies-within-the");
    }

    /// <summary>What would have been true to the digits stated; null where digits are not rounded.</summary>
    static LocalizedText? Rounded(CountedClaim claim, ScopeJudgement scope) =>
        claim.Number is { Wording: Wording.Plain or Wording.About, Stated: { Unit: ClaimUnit.Share or ClaimUnit.Points or ClaimUnit.Ratio } stated } && scope.Figure.Value is { } value
            ? Capital(LocalizedText.Say(
                "explanation.to-the-digits-stated", ("hasName", scope.Scope is not null), ("name", scope.Scope?.Name),
                ("value", FigureWords.Of(value, stated.Unit, FigureWords.Decimals(stated)))))
            : null;
}
