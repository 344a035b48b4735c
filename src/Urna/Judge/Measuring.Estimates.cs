using System.Collections.Immutable;
using Urna.Infer;
using Urna.Judge.Claims;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Judge;

/// <summary>Shares that no count shows: of one row or several together, in one column or ahead of another.</summary>
sealed partial class Measuring
{
    const double Level = 0.9;

    /// <summary>A share that is inferred, or how far one is ahead of another.</summary>
    public Figure Estimate(InferredShareClaim claim)
    {
        var (election, to) = store.Contest(claim.Contest)!.Value;
        var (_, from) = store.Contest(claim.From)!.Value;
        var unit = claim.Columns.Length > 1 ? ClaimUnit.Points : ClaimUnit.Share;
        var query = FormattableString.Invariant($"urna infer {Folder(election)} --from {from.Id} --to {to.Id} --level {Level}");
        if (store.Flow(election, from, to, cancel) is not { } flow)
        {
            return Absent(to, election, unit, LocalizedText.Say("measuring-estimates.counts-of-both-contests-by-unit")) with { Query = query };
        }

        var problem = flow.Transfer.Problem;
        ImmutableArray<int> rows = [.. Of.Select(n => IndexOf(problem.RowNames, ChoiceOf(from, n))).Distinct()];
        ImmutableArray<int> columns = [.. claim.Columns.Select(n => IndexOf(problem.ColumnNames, ChoiceOf(to, n)))];
        if (rows.Contains(-1) || columns.Contains(-1))
        {
            return Absent(to, election, unit, LocalizedText.Say("measuring-estimates.a-row-or-column-of-that")) with { Query = query };
        }

        var pooled = new PooledShares(flow.Inference, rows);
        var first = pooled.In(columns[0]);
        var found = columns.Length == 1 ? first : PooledShares.Difference(first, pooled.In(columns[1]));
        return new Figure(null, unit, RowTitles(flow, rows), (long)Math.Round(pooled.People), null, query)
        {
            Inferred = found,
            Sources = [.. from.Sources.Union(to.Sources)],
            Rows = [WholeTable(election, from), WholeTable(election, to)],
            Detail = columns.Length == 1 ? null : Sides(flow, columns, first, pooled.In(columns[1]), found),
        };
    }

    static string ChoiceOf(Contest contest, string name) => contest.Candidacies.FirstOrDefault(c => Is(c, [name]))?.Choice ?? name;

    static int IndexOf(ImmutableArray<string> names, string name) => names.Contains(name) ? names.IndexOf(name) : names.ToList().FindIndex(n => Same(name, n));

    static LocalizedText RowTitles(ContestFlow flow, ImmutableArray<int> rows)
    {
        return LocalizedText.Say("measuring-estimates.people", ("titles", LocalizedText.Join(", ", rows.Select(r => flow.Transfer.Titles.Rows[r]))));
    }

    /// <summary>The two shares that are compared, and whether the interval says which is ahead.</summary>
    static LocalizedText Sides(ContestFlow flow, ImmutableArray<int> columns, Inferred first, Inferred second, Inferred difference)
    {
        if (!difference.Observable)
        {
            return difference.Lower > 0 || difference.Upper < 0
                ? LocalizedText.Say("measuring-estimates.the-totals-alone-say-which-is")
                : LocalizedText.Say("measuring-estimates.the-totals-do-not-say-which");
        }

        var (a, b) = (flow.Transfer.Titles.Columns[columns[0]], flow.Transfer.Titles.Columns[columns[1]]);
        var (s, t) = (FigureWords.Estimate(first.Share, ClaimUnit.Share), FigureWords.Estimate(second.Share, ClaimUnit.Share));
        var ahead = difference.Lower > 0 ? LocalizedText.Say("measuring-estimates.is-ahead", ("choice", a))
            : difference.Upper < 0 ? LocalizedText.Say("measuring-estimates.is-ahead", ("choice", b))
            : LocalizedText.Say("measuring-estimates.nobody-is-ahead");
        return LocalizedText.Say("measuring-estimates.both", ("a", a), ("shareOfA", s), ("b", b), ("shareOfB", t), ("ahead", ahead));
    }
}
