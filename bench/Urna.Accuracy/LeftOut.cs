using System.Collections.Immutable;
using Urna.Infer.Groups;
using Urna.Model;

namespace Urna.Accuracy;

/// <summary>Cases judged by what was learnt without them.</summary>
static class LeftOut
{
    /// <summary>Judges each case by the tables of other sources alone.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="columnsKnown">Whether it is known what the columns are.</param>
    public static ImmutableArray<JudgedTable> BySource(IReadOnlyList<GroupCase> cases, bool columnsKnown = true) =>
        [.. cases.Select(c => c.Source).Distinct().ToArray().AsParallel().AsOrdered().SelectMany(source => Judged(cases, c => c.Source == source, columnsKnown).ToArray())];

    /// <summary>Judges the cases of pairs that only one source has by the other half of them.</summary>
    /// <param name="cases">The cases.</param>
    public static ImmutableArray<JudgedTable> ByHalf(IReadOnlyList<GroupCase> cases)
    {
        var halves = cases.GroupBy(c => c.Pair).Where(p => p.DistinctBy(c => c.Source).Count() == 1)
            .SelectMany(p => p.Index().Select(c => (c.Item, Half: c.Index % 2))).ToDictionary(c => c.Item, c => c.Half);
        return [.. new[] { 0, 1 }.SelectMany(half => Judged(cases, c => halves.TryGetValue(c, out var own) && own == half, true))];
    }

    static IEnumerable<JudgedTable> Judged(IReadOnlyList<GroupCase> cases, Func<GroupCase, bool> isLeftOut, bool columnsKnown)
    {
        var model = GroupLearner.Learn([.. cases.Where(c => !isLeftOut(c))]);
        return cases.Where(isLeftOut).Select(c => JudgedTable.Of(c, model, columnsKnown));
    }
}
