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
            return Absent(to, election, unit, new("counts of both contests by unit", "cuentas de ambas votaciones por unidad")) with { Query = query };
        }

        var problem = flow.Transfer.Problem;
        ImmutableArray<int> rows = [.. Of.Select(n => IndexOf(problem.RowNames, ChoiceOf(from, n))).Distinct()];
        ImmutableArray<int> columns = [.. claim.Columns.Select(n => IndexOf(problem.ColumnNames, ChoiceOf(to, n)))];
        if (rows.Contains(-1) || columns.Contains(-1))
        {
            return Absent(to, election, unit, new("a row or column of that name", "una fila o columna de ese nombre")) with { Query = query };
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
        var titles = rows.Select(r => flow.Transfer.Titles.Rows[r]).ToList();
        return new($"people ({string.Join(", ", titles.Select(t => t.English))})", $"personas ({string.Join(", ", titles.Select(t => t.Spanish))})");
    }

    /// <summary>The two shares that are compared, and whether the interval says which is ahead.</summary>
    static LocalizedText Sides(ContestFlow flow, ImmutableArray<int> columns, Inferred first, Inferred second, Inferred difference)
    {
        if (!difference.Observable)
        {
            return difference.Lower > 0 || difference.Upper < 0
                ? new("the totals alone say which is ahead", "los totales por sí solos dicen cuál va adelante")
                : new("the totals do not say which is ahead", "los totales no dicen cuál va adelante");
        }

        var (a, b) = (flow.Transfer.Titles.Columns[columns[0]], flow.Transfer.Titles.Columns[columns[1]]);
        var (s, t) = (FigureWords.Estimate(first.Share, ClaimUnit.Share), FigureWords.Estimate(second.Share, ClaimUnit.Share));
        var (ahead, lead) = difference.Lower > 0 ? ($"{a.English} is ahead throughout the interval", $"{a.Spanish} va adelante en todo el intervalo")
            : difference.Upper < 0 ? ($"{b.English} is ahead throughout the interval", $"{b.Spanish} va adelante en todo el intervalo")
            : ("the interval does not say who is ahead", "el intervalo no dice quién va adelante");
        return new($"{a.English} {s.English}, {b.English} {t.English}; {ahead}", $"{a.Spanish} {s.Spanish}, {b.Spanish} {t.Spanish}; {lead}");
    }
}
