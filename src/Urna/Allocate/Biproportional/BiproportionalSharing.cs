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
    /// <summary>The contest with the seats of the districts' lists, or with ties open, or with why nothing can fill them.</summary>
    /// <param name="step">The step.</param>
    /// <param name="contest">The contest; lists that are barred take no part.</param>
    public static ContestState Take(BiproportionalStep step, ContestState contest)
    {
        var table = ListTable.Of(step, contest);
        table = table with { Districts = [.. table.Districts.Select(d => d with { IsShared = true, HasOwnMargins = false })] };
        if (table.Districts.IsEmpty)
        {
            return contest;
        }

        (var lists, table, contest) = Upper(step, table, contest);
        if (lists is null)
        {
            return table.In(contest);
        }

        if (lists.Sum() is var filled && filled < table.Seats.Sum())
        {
            return table.In(contest).Refuse(Fault(LocalizedText.Say("v122.lists-can-fill", ("filled", filled), ("seats", table.Seats.Sum())), table, [], []));
        }

        (var least, table) = Least(step, table, contest.Clock);
        if (least is null)
        {
            return table.In(contest);
        }

        var problem = new BiproportionalProblem(table.Votes, table.Seats, [.. lists], step.LowerDivisors, [.. least], table.Capacities);
        return Biproportion.Solve(problem) switch
        {
            BiproportionalSeats result => Fill(step, table, result, [.. least], contest).In(contest),
            BiproportionalShortage shortage => table.In(contest).Refuse(Shortage(table, shortage)),
            _ => table.In(contest),
        };
    }

    /// <summary>Seats by list over all districts; null where a tie is open.</summary>
    static (int[]? Lists, ListTable Table, ContestState State) Upper(BiproportionalStep step, ListTable table, ContestState contest)
    {
        var byVotes = step.Upper == UpperWeight.Votes;
        ImmutableArray<int> magnitudes = byVotes ? [.. table.Seats.Select(_ => 1)] : table.Seats;
        var weights = UpperApportionment.VoterNumbers(table.Votes, magnitudes, table.Columns, step.RoundsVoterNumbers && !byVotes);
        var seats = table.Seats.Sum();
        var shared = UpperApportionment.Share(weights, table.CapacityByList, seats, step.UpperDivisors);
        ImmutableArray<AllocationStep> broken = [];
        if (shared.Left > 0)
        {
            (var tie, contest) = contest.BreakInTerritory(shared.Tied, i => table.Lists[i], shared.Left, step.Article);
            broken = tie.Told;
            foreach (var winner in tie.Winners)
            {
                shared.Held[winner]++;
            }

            shared = shared with { Left = shared.Left - tie.Winners.Length };
        }

        var divisor = shared.Left > 0 ? null : UpperApportionment.Divisor(weights, table.CapacityByList, shared.Held, step.UpperDivisors);
        var shares = Enumerable.Range(0, table.Columns).Select(j => new ListShare(table.Lists[j], weights[j], shared.Held[j]));
        ImmutableArray<AllocationStep> told = [new ListsApportioned(step.Article, seats, !byVotes, divisor, [.. shares.OrderByDescending(l => l.Weight)]), .. broken];
        return (shared.Left > 0 ? null : shared.Held, table with { Districts = [.. table.Districts.Select(d => d.Tell(told))] }, contest);
    }

    /// <summary>At least one seat for the strongest list of a district, where the law says so; null where a tie over that is open.</summary>
    /// <remarks>Several strongest have one each, unless the law waives it then. Where there are more of them than seats, lots decide.</remarks>
    static (int[]? Least, ListTable Table) Least(BiproportionalStep step, ListTable table, int clock)
    {
        var least = new int[table.Claims.Length];
        var open = false;
        for (var row = 0; step.WinnerTakesOne && row < table.Districts.Length; row++)
        {
            var most = Enumerable.Range(row * table.Columns, table.Columns).Max(c => table.Claims[c] < 0 ? 0 : table.At(c).Votes);
            ImmutableArray<int> first = [.. Enumerable.Range(row * table.Columns, table.Columns).Where(c => table.Claims[c] >= 0 && table.At(c).Votes == most)];
            if (first.Length > 1 && step.EqualWinners == EqualWinners.None)
            {
                continue;
            }

            if (first.Length > table.Districts[row].Seats)
            {
                var (cells, district) = (table, table.Districts[row] with { Ties = table.Districts[row].Ties with { Clock = clock } });
                (first, district) = district.Break(TieLevel.List, first, c => cells.At(c).Name, district.Seats, [(TieRule.Lot, (Func<int, long>?)null)], step.Article);
                (table, clock) = (table.With(row, district), district.Ties.Clock);
                open |= first.Length < district.Seats;
            }

            foreach (var cell in first)
            {
                least[cell] = Math.Min(1, table.At(cell).Capacity);
            }
        }

        return (open ? null : least, table);
    }

    /// <summary>The table in which the lists have their seats, with lots where they were drawn, and with how.</summary>
    static ListTable Fill(BiproportionalStep step, ListTable table, BiproportionalSeats filled, ImmutableArray<int> least, ContestState contest)
    {
        var drawn = new DrawnTable(filled);
        var ties = filled.Ties.Select(t => (t.Row * table.Columns) + t.Column).ToList();
        var lots = (from cell in ties
                    let row = cell / table.Columns
                    from lot in table.Districts[row].Ties.Drawn(TieLevel.List)
                    where FoldedName.Of(lot.Winner) == FoldedName.Of(table.At(cell).Name)
                    select (Cell: cell, Lot: lot, Row: row)).ToList();
        lots.ForEach(l => drawn.Draw(l.Cell));
        foreach (var (_, lot, row) in lots.Where(l => !drawn.IsOpen(l.Cell) && drawn.Seats[l.Cell] > filled.Ties[ties.IndexOf(l.Cell)].Sure))
        {
            table = table.With(row, table.Districts[row] with { Ties = table.Districts[row].Ties.Using(lot) });
        }

        // The table has its ties at once: lots in one district may settle those of others.
        var order = Math.Max(contest.Clock, table.Districts.Max(d => d.Ties.Clock)) + 1;
        for (var row = 0; row < table.Districts.Length; row++)
        {
            var told = Tell(step, table, filled, least, drawn, row);
            table = table.With(row, Tie(step, table, told, drawn, row, [.. filled.Ties.Where(t => t.Row == row)], order));
        }

        return table;
    }

    /// <summary>A district with the seats of its lists, each with its divisors.</summary>
    static DistrictState Tell(BiproportionalStep step, ListTable table, BiproportionalSeats filled, ImmutableArray<int> least, DrawnTable drawn, int row)
    {
        var district = table.Districts[row];
        var cells = Enumerable.Range(row * table.Columns, table.Columns).Where(c => table.Claims[c] >= 0);
        foreach (var cell in cells.OrderBy(c => table.Claims[c]))
        {
            var seats = drawn.Sure(cell);
            var tied = filled.Ties.Any(t => t.Row == row && t.Column == cell % table.Columns);
            var rounded = new SeatsRounded(
                step.Article, table.At(cell).Name, table.At(cell).Votes, filled.RowDivisors[row], filled.ColumnDivisors[cell % table.Columns], seats, tied, false);
            district = district.WithHeld(table.Claims[cell], seats)
                .Tell(rounded with { Held = !tied && IsHeld(step, rounded, seats, seats == least[cell] && seats > 0, seats == table.At(cell).Capacity) });
        }

        return district;
    }

    /// <summary>Whether a list's seats are the least or most that it can have, and not its quotient rounded.</summary>
    static bool IsHeld(BiproportionalStep step, SeatsRounded cell, int seats, bool isLeast, bool isMost)
    {
        var posts = new Signposts(step.LowerDivisors, seats + 1);
        var product = cell.DistrictDivisor * cell.ListDivisor;
        return (isLeast && posts.Numerator(seats - 1) > 0 && posts.Quotient(cell.Votes, seats - 1) < product)
            || (isMost && posts.Numerator(seats) > 0 && posts.Quotient(cell.Votes, seats) > product);
    }

    /// <summary>The district with its tie: open, or decided by lots.</summary>
    static DistrictState Tie(BiproportionalStep step, ListTable table, DistrictState district, DrawnTable drawn, int row, ImmutableArray<TiedCell> ties, int order)
    {
        var cells = ties.Select(t => (Cell: (row * table.Columns) + t.Column, t.Sure)).ToList();
        var open = cells.Where(c => drawn.IsOpen(c.Cell)).ToList();
        var decided = cells.Where(c => !drawn.IsOpen(c.Cell) && drawn.Seats[c.Cell] > c.Sure).Select(c => table.At(c.Cell).Name).ToImmutableArray();
        if (!decided.IsEmpty)
        {
            district = district.Tell(new TieBroken(step.Article, TieLevel.List, [.. cells.Select(c => table.At(c.Cell).Name)], decided, TieRule.Lot));
        }

        var tie = new OpenTie(TieLevel.List, [.. open.Select(c => table.At(c.Cell).Name)], open.Count(c => drawn.Seats[c.Cell] > c.Sure)) { Order = order };
        return district with { Ties = open.Count > 0 ? district.Ties.Leaving(tie) : district.Ties with { Clock = order } };
    }

    static Finding Shortage(ListTable table, BiproportionalShortage shortage) => Fault(
        LocalizedText.Say("v122.no-fit", ("seats", shortage.Seats), ("room", $"{Math.Max(0, shortage.Room)}")),
        table,
        shortage.Rows,
        shortage.Columns);

    static Finding Fault(LocalizedText message, ListTable table, ImmutableArray<int> rows, ImmutableArray<int> columns) => Codes.Finding("V122", message) with
    {
        Place = rows.Length == 1 ? table.Districts[rows[0]].Name : "",
        Found = string.Join(", ", rows.Select(i => table.Districts[i].Name)),
        Expected = columns.IsEmpty ? "lists with votes and candidacies for all seats" : $"more votes or candidacies for others than {string.Join(", ", columns.Select(j => table.Lists[j]))}",
    };
}
