using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Transferable;

/// <summary>Ranked ballots as a law reads them: the candidates of each, in order, each once.</summary>
sealed class Preferences
{
    readonly int[] starts;
    readonly int[] order;

    Preferences(int candidates, long[] counts, int[] starts, int[] order, long without)
    {
        Candidates = candidates;
        Counts = counts;
        this.starts = starts;
        this.order = order;
        Without = without;
        foreach (var count in counts)
        {
            Valid += count;
        }
    }

    /// <summary>How many candidates there are.</summary>
    public int Candidates { get; }

    /// <summary>Ballots by ranking; rankings without any preference are left out.</summary>
    public long[] Counts { get; }

    /// <summary>Ballots that show a preference.</summary>
    public long Valid { get; }

    /// <summary>Ballots that show none.</summary>
    public long Without { get; }

    /// <summary>Reads ballots under a law.</summary>
    public static Preferences Of(RankedBallots ballots, TransferableVoteStep law)
    {
        var begins = new int[ballots.Rankings + 1];
        var candidates = new int[ballots.Marks];
        var counts = new long[ballots.Rankings];
        var seen = new int[ballots.Choices];
        Array.Fill(seen, -1);
        var (kept, end, without) = (0, 0, 0L);
        for (var ranking = 0; ranking < ballots.Rankings; ranking++)
        {
            var length = Read(ballots.MarksOf(ranking), law, candidates.AsSpan(end), seen, ranking);
            if (length == 0)
            {
                without += ballots.CountOf(ranking);
                continue;
            }

            begins[kept] = end;
            counts[kept++] = ballots.CountOf(ranking);
            end += length;
        }

        begins[kept] = end;
        return new Preferences(ballots.Choices, counts[..kept], begins, candidates, without);
    }

    /// <summary>The candidates of a ranking, the most preferred first; at least one.</summary>
    public ReadOnlySpan<int> Of(int ranking) => order.AsSpan(starts[ranking]..starts[ranking + 1]);

    /// <summary>First preferences by candidate.</summary>
    public long[] First()
    {
        var first = new long[Candidates];
        for (var ranking = 0; ranking < Counts.Length; ranking++)
        {
            first[order[starts[ranking]]] += Counts[ranking];
        }

        return first;
    }

    /// <summary>Writes the candidates of one ballot, and gives how many they are.</summary>
    static int Read(ReadOnlySpan<int> marks, TransferableVoteStep law, Span<int> order, int[] seen, int ranking)
    {
        var (length, blanks) = (0, 0);
        for (var i = 0; i < marks.Length; i++)
        {
            var mark = marks[i];
            if (mark == RankedBallots.Skipped)
            {
                if (++blanks > law.SkippedRanks)
                {
                    return length;
                }

                continue;
            }

            blanks = 0;
            var overvoted = mark == RankedBallots.Overvoted;
            for (; i + 1 < marks.Length && RankedBallots.IsEqual(marks[i + 1]); i++)
            {
                overvoted = true;
            }

            var twice = !overvoted && seen[mark] == ranking;
            if ((overvoted && law.Overvote == MarkRule.Exhaust) || (twice && law.Duplicate == MarkRule.Exhaust))
            {
                return length;
            }

            if (!overvoted && !twice)
            {
                seen[mark] = ranking;
                order[length++] = mark;
            }
        }

        return length;
    }
}
