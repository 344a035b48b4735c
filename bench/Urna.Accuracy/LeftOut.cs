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
    /// <param name="rules">The model that ships, which tells what is printed; null to judge what was learnt as it is.</param>
    public static ImmutableArray<JudgedTable> BySource(IReadOnlyList<GroupCase> cases, bool columnsKnown = true, GroupModel? rules = null) =>
        [.. cases.Select(c => c.Source).Distinct().ToArray().AsParallel().AsOrdered().SelectMany(source => Judged(cases, c => c.Source == source, columnsKnown, rules).ToArray())];

    static IEnumerable<JudgedTable> Judged(IReadOnlyList<GroupCase> cases, Func<GroupCase, bool> isLeftOut, bool columnsKnown, GroupModel? rules)
    {
        var model = GroupLearner.Learn([.. cases.Where(c => !isLeftOut(c))]);
        var printed = rules is null ? model : Printable.Of(model, rules);
        return cases.Where(isLeftOut).Select(c => JudgedTable.Of(c, printed, columnsKnown));
    }
}
