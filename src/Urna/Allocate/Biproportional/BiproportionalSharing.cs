using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate.Biproportional;

/// <summary>Shares the seats of all districts of a biproportional law, first among lists, then in the table.</summary>
static class BiproportionalSharing
{
    /// <summary>Fills the seats of the districts' lists, or leaves ties open, or says why nothing can fill them.</summary>
    /// <param name="step">The step.</param>
    /// <param name="contest">The contest; lists that are barred take no part.</param>
    public static void Apply(BiproportionalStep step, ContestDraft contest)
    {
        var table = ListTable.Of(step, contest);
        foreach (var district in table.Districts)
        {
            district.IsShared = true;
            district.HasOwnMargins = false;
        }

        if (table.Districts.IsEmpty || Upper(step, table, contest) is not { } lists)
        {
            return;
        }

        if (lists.Sum() is var filled && filled < table.Seats.Sum())
        {
            contest.Faults.Add(Fault($"The lists that take part can fill {filled} of {table.Seats.Sum()} seats.", table, [], []));
            return;
        }

        if (Least(step, table) is not { } least)
        {
            return;
        }

        var problem = new BiproportionalProblem(table.Votes, table.Seats, [.. lists], step.LowerDivisors, least, table.Capacities);
        switch (Biproportion.Solve(problem))
        {
            case BiproportionalSeats result:
                Fill(step, table, result, least);
                break;
            case BiproportionalShortage shortage:
                contest.Faults.Add(Shortage(table, shortage));
                break;
        }
    }

    /// <summary>Seats by list over all districts; null where a tie is open.</summary>
    static int[]? Upper(BiproportionalStep step, ListTable table, ContestDraft contest)
    {
        var byVotes = step.Upper == UpperWeight.Votes;
        ImmutableArray<int> magnitudes = byVotes ? [.. table.Seats.Select(_ => 1)] : table.Seats;
        var weights = UpperApportionment.VoterNumbers(table.Votes, magnitudes, table.Columns, step.RoundsVoterNumbers && !byVotes);
        var seats = table.Seats.Sum();
        var shared = UpperApportionment.Share(weights, table.CapacityByList, seats, step.UpperDivisors);
        var told = new List<AllocationStep>();
        if (shared.Left > 0)
        {
            var winners = contest.Territory.Winners(TieLevel.List, shared.Tied, i => table.Lists[i], shared.Left, [(TieRule.Lot, (Func<int, long>?)null)], step.Article, told);
            foreach (var winner in winners)
            {
                shared.Held[winner]++;
            }

            shared = shared with { Left = shared.Left - winners.Length };
        }

        var divisor = shared.Left > 0 ? null : UpperApportionment.Divisor(weights, table.CapacityByList, shared.Held, step.UpperDivisors);
        var shares = Enumerable.Range(0, table.Columns).Select(j => new ListShare(table.Lists[j], weights[j], shared.Held[j]));
        told.Insert(0, new ListsApportioned(step.Article, seats, !byVotes, divisor, [.. shares.OrderByDescending(l => l.Weight)]));
        foreach (var district in table.Districts)
        {
            told.ForEach(district.Steps.Add);
        }

        return shared.Left > 0 ? null : shared.Held;
    }

    /// <summary>At least one seat for the strongest list of a district, where the law says so; null where a tie over that is open.</summary>
    /// <remarks>Several strongest have one each, unless the law waives it then. Where there are more of them than seats, lots decide.</remarks>
    static ImmutableArray<int>? Least(BiproportionalStep step, ListTable table)
    {
        var least = new int[table.Claims.Length];
        var open = false;
        for (var row = 0; step.WinnerTakesOne && row < table.Districts.Length; row++)
        {
            var district = table.Districts[row];
            var most = Enumerable.Range(row * table.Columns, table.Columns).Max(c => table.Claims[c] < 0 ? 0 : table.At(c).Votes);
            ImmutableArray<int> first = [.. Enumerable.Range(row * table.Columns, table.Columns).Where(c => table.Claims[c] >= 0 && table.At(c).Votes == most)];
            if (first.Length > 1 && step.EqualWinners == EqualWinners.None)
            {
                continue;
            }

            if (first.Length > district.Seats)
            {
                first = district.Ties.Winners(TieLevel.List, first, c => table.At(c).Name, district.Seats, [(TieRule.Lot, (Func<int, long>?)null)], step.Article, district.Steps);
                open |= first.Length < district.Seats;
            }

            foreach (var cell in first)
            {
                least[cell] = Math.Min(1, table.At(cell).Capacity);
            }
        }

        return open ? null : [.. least];
    }

    /// <summary>Gives the lists their seats, with lots where they were drawn, and writes down how.</summary>
    static void Fill(BiproportionalStep step, ListTable table, BiproportionalSeats filled, ImmutableArray<int> least)
    {
        var drawn = new DrawnTable(filled);
        var ties = filled.Ties.Select(t => (t.Row * table.Columns) + t.Column).ToList();
        var lots = (from cell in ties
                    let district = table.Districts[cell / table.Columns]
                    from lot in district.Ties.Drawn(TieLevel.List)
                    where FoldedName.Of(lot.Winner) == FoldedName.Of(table.At(cell).Name)
                    select (Cell: cell, Lot: lot, district.Ties)).ToList();
        lots.ForEach(l => drawn.Draw(l.Cell));
        foreach (var (cell, lot, breaker) in lots.Where(l => !drawn.IsOpen(l.Cell) && drawn.Seats[l.Cell] > filled.Ties[ties.IndexOf(l.Cell)].Sure))
        {
            breaker.Use(lot);
        }

        // The table has its ties at once: lots in one district may settle those of others.
        var order = table.Districts[0].Ties.Clock.Next();
        for (var row = 0; row < table.Districts.Length; row++)
        {
            Tell(step, table, filled, least, drawn, row);
            Tie(step, table, drawn, row, [.. filled.Ties.Where(t => t.Row == row)], order);
        }
    }

    /// <summary>The seats of a district's lists, each with its divisors.</summary>
    static void Tell(BiproportionalStep step, ListTable table, BiproportionalSeats filled, ImmutableArray<int> least, DrawnTable drawn, int row)
    {
        var district = table.Districts[row];
        var cells = Enumerable.Range(row * table.Columns, table.Columns).Where(c => table.Claims[c] >= 0);
        foreach (var cell in cells.OrderBy(c => table.Claims[c]))
        {
            var seats = drawn.Sure(cell);
            district.Held[table.Claims[cell]] = seats;
            var tied = filled.Ties.Any(t => t.Row == row && t.Column == cell % table.Columns);
            var rounded = new SeatsRounded(
                step.Article, table.At(cell).Name, table.At(cell).Votes, filled.RowDivisors[row], filled.ColumnDivisors[cell % table.Columns], seats, tied, false);
            district.Steps.Add(rounded with { Held = !tied && IsHeld(step, rounded, seats, seats == least[cell] && seats > 0, seats == table.At(cell).Capacity) });
        }
    }

    /// <summary>Whether a list's seats are the least or most that it can have, and not its quotient rounded.</summary>
    static bool IsHeld(BiproportionalStep step, SeatsRounded cell, int seats, bool isLeast, bool isMost)
    {
        var posts = new Signposts(step.LowerDivisors, seats + 1);
        var product = cell.DistrictDivisor * cell.ListDivisor;
        return (isLeast && posts.Numerator(seats - 1) > 0 && posts.Quotient(cell.Votes, seats - 1) < product)
            || (isMost && posts.Numerator(seats) > 0 && posts.Quotient(cell.Votes, seats) > product);
    }

    /// <summary>A district's tie: open, or decided by lots.</summary>
    static void Tie(BiproportionalStep step, ListTable table, DrawnTable drawn, int row, ImmutableArray<TiedCell> ties, int order)
    {
        var district = table.Districts[row];
        var cells = ties.Select(t => (Cell: (row * table.Columns) + t.Column, t.Sure)).ToList();
        var open = cells.Where(c => drawn.IsOpen(c.Cell)).ToList();
        var decided = cells.Where(c => !drawn.IsOpen(c.Cell) && drawn.Seats[c.Cell] > c.Sure).Select(c => table.At(c.Cell).Name).ToImmutableArray();
        if (!decided.IsEmpty)
        {
            district.Steps.Add(new TieBroken(step.Article, TieLevel.List, [.. cells.Select(c => table.At(c.Cell).Name)], decided, TieRule.Lot));
        }

        if (open.Count > 0)
        {
            district.Ties.Leave(new OpenTie(TieLevel.List, [.. open.Select(c => table.At(c.Cell).Name)], open.Count(c => drawn.Seats[c.Cell] > c.Sure)) { Order = order });
        }
    }

    static Finding Shortage(ListTable table, BiproportionalShortage shortage) => Fault(
        $"The seats of these districts and lists do not fit together: {shortage.Seats} seats have room for {Math.Max(0, shortage.Room)} where these lists have votes and candidacies.",
        table,
        shortage.Rows,
        shortage.Columns);

    static Finding Fault(string message, ListTable table, ImmutableArray<int> rows, ImmutableArray<int> columns) => Codes.Finding("V122", message) with
    {
        Place = rows.Length == 1 ? table.Districts[rows[0]].District.District : "",
        Found = string.Join(", ", rows.Select(i => table.Districts[i].District.District)),
        Expected = columns.IsEmpty ? "lists with votes and candidacies for all seats" : $"more votes or candidacies for others than {string.Join(", ", columns.Select(j => table.Lists[j]))}",
    };
}
