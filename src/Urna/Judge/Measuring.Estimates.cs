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
        if (store.Transfer(election, from, to) is not { } transfer)
        {
            return Absent(to, election, unit, LocalizedText.Say("measuring-estimates.counts-of-both-contests-by-unit")) with { Query = query };
        }

        var problem = transfer.Problem;
        ImmutableArray<int> rows = [.. Of.Select(n => IndexOf(problem.RowNames, ChoiceOf(from, n))).Distinct()];
        ImmutableArray<int> columns = [.. claim.Columns.Select(n => IndexOf(problem.ColumnNames, ChoiceOf(to, n)))];
        if (rows.Contains(-1) || columns.Contains(-1))
        {
            return Absent(to, election, unit, LocalizedText.Say("measuring-estimates.a-row-or-column-of-that")) with { Query = query };
        }

        // Where nothing but bounds can be told of the rows, nothing is estimated.
        var (people, shares) = PooledShares.BoundsAlone(problem, rows, columns) ?? Estimated(election, from, to, rows, columns);
        var found = columns.Length == 1 ? shares[0] : PooledShares.Difference(shares[0], shares[1]);
        return new Figure(null, unit, RowTitles(transfer, rows), (long)Math.Round(people), null, query)
        {
            Inferred = found,
            Sources = [.. from.Sources.Union(to.Sources)],
            Rows = [WholeTable(election, from), WholeTable(election, to)],
            Detail = columns.Length == 1 ? null : Sides(transfer, columns, shares[0], shares[1], found),
        };
    }

    (double People, ImmutableArray<Inferred> In) Estimated(Election election, Contest from, Contest to, ImmutableArray<int> rows, ImmutableArray<int> columns)
    {
        var pooled = new PooledShares(store.Flow(election, from, to, cancel)!.Inference, rows);
        return (pooled.People, [.. columns.Select(pooled.In)]);
    }

    static string ChoiceOf(Contest contest, string name) => contest.Candidacies.FirstOrDefault(c => Is(c, [name]))?.Choice ?? name;

    static int IndexOf(ImmutableArray<string> names, string name) => names.Contains(name) ? names.IndexOf(name) : names.ToList().FindIndex(n => Same(name, n));

    static LocalizedText RowTitles(ContestTransfer transfer, ImmutableArray<int> rows)
    {
        return LocalizedText.Say("measuring-estimates.people", ("titles", LocalizedText.Join(", ", rows.Select(r => transfer.Titles.Rows[r]))));
    }

    /// <summary>The two shares that are compared, and whether the interval says which is ahead.</summary>
    static LocalizedText Sides(ContestTransfer transfer, ImmutableArray<int> columns, Inferred first, Inferred second, Inferred difference)
    {
        if (!difference.Observable || first.Share is not { } one || second.Share is not { } other)
        {
            return difference.Lower > 0 || difference.Upper < 0
                ? LocalizedText.Say("measuring-estimates.the-totals-alone-say-which-is")
                : LocalizedText.Say("measuring-estimates.the-totals-do-not-say-which");
        }

        var (a, b) = (transfer.Titles.Columns[columns[0]], transfer.Titles.Columns[columns[1]]);
        var (s, t) = (FigureWords.Estimate(one, ClaimUnit.Share), FigureWords.Estimate(other, ClaimUnit.Share));
        var ahead = difference.Lower > 0 ? LocalizedText.Say("measuring-estimates.is-ahead", ("choice", a))
            : difference.Upper < 0 ? LocalizedText.Say("measuring-estimates.is-ahead", ("choice", b))
            : LocalizedText.Say("measuring-estimates.nobody-is-ahead");
        return LocalizedText.Say("measuring-estimates.both", ("a", a), ("shareOfA", s), ("b", b), ("shareOfB", t), ("ahead", ahead));
    }
}
