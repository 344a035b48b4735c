using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Methods;

namespace Urna.Report.Views;

/// <summary>A holder's quotients.</summary>
/// <param name="Name">The holder.</param>
/// <param name="Votes">Its votes.</param>
/// <param name="Seats">For each divisor, the number of the seat that its quotient won; null where it won none.</param>
public sealed record QuotientRow(string Name, long Votes, ImmutableArray<int?> Seats);

/// <summary>Holders by divisors, with the quotients that won a seat.</summary>
/// <param name="Article">The article of law.</param>
/// <param name="Divisors">The divisors of the columns.</param>
/// <param name="Rows">The holders near enough to matter, most votes first.</param>
/// <param name="Left">How many holders are not shown: their first quotient is below half of the last that won.</param>
/// <param name="Passed">Holders that had higher quotients but no candidacy left.</param>
public sealed record QuotientTable(
    string Article, ImmutableArray<Divisor> Divisors, ImmutableArray<QuotientRow> Rows, int Left, ImmutableArray<string> Passed)
{
    /// <summary>The table of one sharing; null if it gave no seat by quotient.</summary>
    /// <param name="steps">The steps of the sharing.</param>
    /// <param name="divisors">The law's divisors.</param>
    /// <param name="holders">All holders with their votes.</param>
    internal static QuotientTable? Of(IEnumerable<SeatByQuotient> steps, DivisorRule divisors, IEnumerable<(string Name, long Votes)> holders)
    {
        var won = steps.ToList();
        if (won.Count == 0)
        {
            return null;
        }

        var most = won.CountBy(s => s.Winner).Max(p => p.Value);
        ImmutableArray<Divisor> columns = [.. Enumerable.Range(0, most + 1).Select(divisors.At)];
        var last = won[^1];
        var all = holders.OrderByDescending(h => h.Votes).ToList();
        var shown = all.Where(h => columns[0].Numerator == 0 || 2 * (h.Votes / columns[0].Value) >= last.Votes / last.Divisor.Value).ToList();
        var rows = shown.Select(h => new QuotientRow(h.Name, h.Votes, [.. columns.Select(d => won.Find(s => s.Winner == h.Name && s.Divisor == d)?.Seat)]));
        return new QuotientTable(last.Article, columns, [.. rows], all.Count - shown.Count, [.. won.SelectMany(s => s.Passed).Distinct()]);
    }
}
