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
        var english = string.Join("; ", figures.Select(f => f.Name is { } name ? $"{name.English}: {f.Told.English}" : f.Told.English));
        var spanish = string.Join("; ", figures.Select(f => f.Name is { } name ? $"{name.Spanish}: {f.Told.Spanish}" : f.Told.Spanish));
        var counted = verdict is Verdict.Estimated or Verdict.NotObservable ? new LocalizedText($"{Sentence(english)}.", $"{Sentence(spanish)}.") : new($"Counted: {english}.", $"Se cuenta: {spanish}.");
        IEnumerable<LocalizedText?> parts =
        [
            claim.Said is { } said ? claim.Fields.IsNegated ? said.With("Stated: not ", ".", "Se afirma: no ", ".") : said.With("Stated: ", ".", "Se afirma: ", ".") : null,
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
        return new(string.Join(' ', told.Select(t => t.English)), string.Join(' ', told.Select(t => t.Spanish)));
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

        var told = far.With("The distance is ", ".", "La distancia es de ", ".");
        return scope.Verdict == Verdict.Contradicted && ClaimKinds.Of(claim.Measure)!.IsOfBallots && !claim.Fields.IsOfTheNight && AcceptedSpan.IsNear(number.Stated, value)
            ? told.With("", " If it is of the count of the night, ‘count: night’ says so.", "", " Si es del recuento de la noche, ‘count: night’ lo dice.") : told;
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
            ({ } least, { } most) => new($"With what the data lack it may be anything from {Told(least).English} to {Told(most).English}.", $"Con lo que falta en los datos puede ser cualquier cosa de {Told(least).Spanish} a {Told(most).Spanish}."),
            ({ } least, null) => new($"With what the data lack it is {Told(least).English} or more.", $"Con lo que falta en los datos es de {Told(least).Spanish} o más."),
            var (_, most) => new($"With what the data lack it is {Told(most!.Value).English} or less.", $"Con lo que falta en los datos es de {Told(most.Value).Spanish} o menos."),
        };
    }

    static LocalizedText Lacking(IEnumerable<LocalizedText> lacking) => new(
        $"The data lack: {string.Join("; ", lacking.Select(l => l.English))}.", $"A los datos les falta: {string.Join("; ", lacking.Select(l => l.Spanish))}.");

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
            return figure.Detail is { } sides ? estimated.With("", $" ({sides.English})", "", $" ({sides.Spanish})") : estimated;
        }

        if (claim.Told(figure) is { } told)
        {
            return told;
        }

        var number = figure.Word is { } word ? FigureWords.Outcome(word) : Number(figure, claim.Number?.Stated.Value);
        return figure.Detail is { } detail ? number.With("", $" ({detail.English})", "", $" ({detail.Spanish})") : number;
    }

    /// <summary>The number, with its denominator where it is a share.</summary>
    static LocalizedText Number(Figure figure, Fraction? stated)
    {
        var number = FigureWords.Of(figure.Value!.Value, figure.Unit, stated);
        if (figure.Unit == ClaimUnit.Ratio)
        {
            return number.With("", $" {figure.DenominatorName?.English}", "", $" {figure.DenominatorName?.Spanish}");
        }

        if (figure is { Unit: ClaimUnit.Seats, Denominator: { } seats, Detail: null })
        {
            return number.With("", $" of {seats}", "", $" de {seats}");
        }

        return figure is { Unit: ClaimUnit.Share, DenominatorName: { } name, Denominator: { } all, Detail: null } && FigureWords.Whole(all) is var whole
            ? number.With("", $" of {whole.English} {name.English}", "", $" de {whole.Spanish} {name.Spanish}")
            : number;
    }

    static LocalizedText Estimated(Inferred i, ClaimUnit unit)
    {
        var (share, lower, upper) = (FigureWords.Estimate(i.Share, unit), FigureWords.Estimate(i.Lower, unit), FigureWords.Estimate(i.Upper, unit));
        var (least, most, level) = (FigureWords.Estimate(i.BoundLower, unit), FigureWords.Estimate(i.BoundUpper, unit), FigureWords.Of(new Fraction((long)Math.Round(100 * i.Level), 100), ClaimUnit.Share, 0));
        if (!i.Observable)
        {
            return new(
                $"not observable: the units' totals do not tell these people from the others, and allow anything from {least.English} to {most.English}",
                $"no observable: los totales de las unidades no distinguen a estas personas de las demás, y permiten cualquier cosa de {least.Spanish} a {most.Spanish}");
        }

        var (held, on) = (FigureWords.Of(new Fraction((long)Math.Round(1000 * (i.Coverage?.Measured ?? 0)), 1000), ClaimUnit.Share, 0), i.Coverage?.On);
        return new(
            $"estimated {share.English}, with an interval of {lower.English} to {upper.English} made to hold the truth in {level.English} of cases (it held {held.English} on {on?.English}); the units' totals alone allow {least.English} to {most.English}",
            $"se estima {share.Spanish}, con un intervalo de {lower.Spanish} a {upper.Spanish} hecho para contener la verdad en el {level.Spanish} de los casos (la contuvo en el {held.Spanish} sobre {on?.Spanish}); los totales de las unidades permiten por sí solos de {least.Spanish} a {most.Spanish}");
    }

    /// <summary>Where a stated number lies beside an estimate.</summary>
    static LocalizedText Beside(Stated stated, Inferred i)
    {
        var value = stated.Value.Value;
        return value < i.BoundLower || value > i.BoundUpper ? new("What is stated lies outside what the units' totals allow.", "Lo afirmado queda fuera de lo que permiten los totales de las unidades.")
            : !i.Observable ? new("What is stated is within what they allow, and so is its opposite.", "Lo afirmado cabe en lo que permiten, y también lo contrario.")
            : value < i.Lower || value > i.Upper ? new("What is stated lies outside the interval, though the units' totals allow it.", "Lo afirmado queda fuera del intervalo, aunque los totales de las unidades lo permiten.")
            : new("What is stated lies within the interval.", "Lo afirmado está dentro del intervalo.");
    }

    /// <summary>What would have been true to the digits stated; null where digits are not rounded.</summary>
    static LocalizedText? Rounded(CountedClaim claim, ScopeJudgement scope) =>
        claim.Number is { Wording: Wording.Plain or Wording.About, Stated: { Unit: ClaimUnit.Share or ClaimUnit.Points or ClaimUnit.Ratio } stated } && scope.Figure.Value is { } value
            ? FigureWords.Of(value, stated.Unit, FigureWords.Decimals(stated)).With(
                Sentence($"{scope.Scope?.Name.English}{(scope.Scope is null ? "" : ": ")}to the digits stated it is "), ".", Sentence($"{scope.Scope?.Name.Spanish}{(scope.Scope is null ? "" : ": ")}con los dígitos que se afirman es "), ".")
            : null;
}
