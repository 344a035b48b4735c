using System.Collections.Immutable;
using Urna.Infer.Groups;
using Urna.Model;

namespace Urna.Accuracy;

/// <summary>What of a learnt pair may be printed, by how it did on sources left out.</summary>
/// <param name="Learning">What was learnt, as wide as it must be.</param>
/// <param name="Judged">The tables, each with its source left out, that it was judged on.</param>
/// <remarks>
/// A 90 % interval is printed where it held at least 87 % of cells: less one standard error in all, without any one source, and of every kind of table that takes
/// it, left out as learnt. Intervals are made wider until they do, at most twice; what then still fails has its bounds alone.
/// </remarks>
sealed record Printable(GroupLearning Learning, JudgedTable[] Judged)
{
    const double LeastHeld = 0.87;
    const double MostWrong = 0.1;
    const double Step = 1.05;
    const double MostWidened = 2;
    const int LeastCells = 50;
    const int LeastSources = 2;

    // The level that is promised, of those at which multiples are learnt.
    const int Promised = 2;

    /// <summary>What of a model may be printed.</summary>
    /// <param name="cases">The cases it is learnt on.</param>
    public static Printable[] Of(IReadOnlyList<GroupCase> cases)
    {
        var model = GroupLearner.Learn(cases);
        var (known, unknown) = (LeftOut.BySource(cases), LeftOut.BySource(cases, columnsKnown: false));
        var pairs = model.Pairs.Where(p => p.Pair.Columns != GroupKind.Other).Select(p => Judge(p, model, known, cases, _ => true)).ToArray();
        var own = pairs.Where(p => p.Learning.Use != IntervalUse.OfRows).Select(p => p.Learning.Pair).ToHashSet();
        return [.. pairs, .. model.Pairs.Where(p => p.Pair.Columns == GroupKind.Other).Select(p => Judge(p, model, unknown, cases, c => !own.Contains(c.Pair)))];
    }

    /// <summary>A model that was learnt of fewer sources, printed by the same rules.</summary>
    /// <param name="learnt">The model.</param>
    /// <param name="rules">The model that ships.</param>
    public static GroupModel Of(GroupModel learnt, GroupModel rules) =>
        learnt with { Pairs = [.. learnt.Pairs.Select(p => rules.Pairs.FirstOrDefault(r => r.Pair == p.Pair) is { } rule ? Wider(p, rule.Widened) with { Use = rule.Use, TellsSigns = rule.TellsSigns } : p)] };

    static Printable Judge(GroupLearning pair, GroupModel model, IEnumerable<JudgedTable> leftOut, IEnumerable<GroupCase> cases, Func<GroupCase, bool> takesIt)
    {
        var judged = leftOut.Where(t => (!t.ByBounds || pair.Pair.Rows == GroupKind.Other) && t.Case.Belongs(pair.Pair) && t.Learning.Pair == pair.Pair).ToArray();
        var shipped = cases.Where(c => c.Belongs(pair.Pair) && pair.Seen.Holds(c.Traits)).Select(c => JudgedTable.Of(c, pair, model)).ToArray();
        var sources = judged.Select(t => t.Case.Source).Distinct().Count();
        if (pair.Pair.Rows == GroupKind.Other)
        {
            return new Printable(pair with { Use = IntervalUse.None }, judged);
        }

        if (sources < LeastSources)
        {
            return new Printable(pair with { Use = pair.Pair.Columns == GroupKind.Other ? IntervalUse.None : IntervalUse.OfRows }, judged);
        }

        var widened = 1.0;
        while (widened <= MostWidened && !Holds(judged, shipped, widened, takesIt))
        {
            widened *= Step;
        }

        var use = widened > MostWidened ? IntervalUse.None : IntervalUse.Own;
        var wider = Wider(pair, use == IntervalUse.Own ? Math.Round(widened, 3) : 1);
        return new Printable(
            wider with { Use = use, TellsSigns = use == IntervalUse.Own && TellsSigns([.. judged.Where(t => takesIt(t.Case))], wider.Widened) },
            [.. judged.Select(t => t with { Learning = Wider(t.Learning, wider.Widened) })]);
    }

    static bool Holds(JudgedTable[] judged, JudgedTable[] shipped, double widened, Func<GroupCase, bool> takesIt)
    {
        var held = judged.SelectMany(t => Held(t, widened).Select(h => (t.Case.Source, t.Case.Kind, Takes: takesIt(t.Case), Held: h))).ToArray();
        return held.Length >= LeastCells
            && Lower(held.Count(h => h.Held), held.Length) >= LeastHeld
            && held.Select(h => h.Source).Distinct().All(s => Part(held.Where(h => h.Source != s).Select(h => h.Held)) >= LeastHeld)
            && held.Where(h => h.Takes).GroupBy(h => h.Kind).All(k => Part(k.Select(h => h.Held)) >= LeastHeld)
            && shipped.Where(t => takesIt(t.Case)).GroupBy(t => t.Case.Kind).All(k => Part(k.SelectMany(t => Held(t, widened))) >= LeastHeld);
    }

    static bool TellsSigns(JudgedTable[] judged, double widened)
    {
        var called = judged.SelectMany(t => t.Differences().Where(d => Math.Abs(d.Estimate) > widened * t.Learning.Differences[Promised] * d.Usual)
            .Select(d => (t.Case.Kind, IsRight: Math.Sign(d.Estimate) == Math.Sign(d.Truth)))).ToArray();
        return called.Length > 0
            && Lower(called.Count(d => d.IsRight), called.Length) >= 1 - MostWrong
            && called.GroupBy(d => d.Kind).All(k => Part(k.Select(d => d.IsRight)) >= 1 - MostWrong);
    }

    static IEnumerable<bool> Held(JudgedTable table, double widened) => table.Cells.Select(i => table.Holds(i, widened * table.Learning.Shares[Promised]));

    static double Part(IEnumerable<bool> held) => held.DefaultIfEmpty(false).Average(h => h ? 1.0 : 0);

    /// <summary>The part that held, less one standard error: Wilson's, which is below 1 where all of few held.</summary>
    static double Lower(int held, int all)
    {
        var part = held / (double)all;
        return (part + (0.5 / all) - Math.Sqrt((part * (1 - part) / all) + (0.25 / all / all))) / (1 + (1.0 / all));
    }

    static GroupLearning Wider(GroupLearning pair, double widened) => pair with
    {
        Widened = widened,
        Shares = Times(pair.Shares, widened),
        Differences = Times(pair.Differences, widened),
        Tables = Times(pair.Tables, widened),
    };

    static ImmutableArray<double> Times(ImmutableArray<double> multiples, double factor) => [.. multiples.Select(m => Math.Round(m * factor, 3))];
}
