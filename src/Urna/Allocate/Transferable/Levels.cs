using Urna.Model;

namespace Urna.Allocate.Transferable;

/// <summary>Ranked ballots as levels: at which rank each candidate stands on each.</summary>
/// <remarks>
/// A rank left blank is a rank, candidates of one rank share it, and a candidate ranked again counts where first ranked. Who is not ranked stands
/// below all who are.
/// </remarks>
sealed class Levels
{
    /// <summary>The level of a candidate who is not ranked.</summary>
    public const int Unranked = int.MaxValue;

    readonly int[] levels;

    Levels(int candidates, long[] counts, int[] levels, long without, int deepest)
    {
        (Candidates, Counts, this.levels, Without, Deepest) = (candidates, counts, levels, without, deepest);
        foreach (var count in counts)
        {
            Valid += count;
        }
    }

    /// <summary>How many candidates there are.</summary>
    public int Candidates { get; }

    /// <summary>Ballots by ranking; rankings without any candidate are left out.</summary>
    public long[] Counts { get; }

    /// <summary>Ballots that rank somebody.</summary>
    public long Valid { get; }

    /// <summary>Ballots that rank nobody.</summary>
    public long Without { get; }

    /// <summary>The last level at which a ballot ranks somebody, from 1; 0 if none does.</summary>
    public int Deepest { get; }

    /// <summary>The levels of all candidates on a ranking.</summary>
    public ReadOnlySpan<int> Of(int ranking) => levels.AsSpan(ranking * Candidates, Candidates);

    /// <summary>Reads ballots.</summary>
    public static Levels Read(RankedBallots ballots)
    {
        var (counts, levels, without, deepest) = (new List<long>(), new List<int>(), 0L, 0);
        for (var ranking = 0; ranking < ballots.Rankings; ranking++)
        {
            var row = Row(ballots.MarksOf(ranking), ballots.Choices);
            if (Array.TrueForAll(row, l => l == Unranked))
            {
                without += ballots.CountOf(ranking);
                continue;
            }

            counts.Add(ballots.CountOf(ranking));
            levels.AddRange(row);
            deepest = Math.Max(deepest, row.Where(l => l != Unranked).Max());
        }

        return new(ballots.Choices, [.. counts], [.. levels], without, deepest);
    }

    /// <summary>Ballots that rank each candidate at a level, or above it.</summary>
    public long[] UpTo(int level)
    {
        var votes = new long[Candidates];
        for (var ranking = 0; ranking < Counts.Length; ranking++)
        {
            var row = Of(ranking);
            for (var c = 0; c < Candidates; c++)
            {
                votes[c] += row[c] <= level ? Counts[ranking] : 0;
            }
        }

        return votes;
    }

    static int[] Row(ReadOnlySpan<int> marks, int candidates)
    {
        var row = new int[candidates];
        Array.Fill(row, Unranked);
        var level = 0;
        foreach (var mark in marks)
        {
            level += RankedBallots.IsEqual(mark) ? 0 : 1;
            if (mark is not (RankedBallots.Skipped or RankedBallots.Overvoted))
            {
                var candidate = mark < 0 ? ~mark : mark;
                row[candidate] = Math.Min(row[candidate], level);
            }
        }

        return row;
    }
}
