using System.Collections.Immutable;

namespace Urna.Model;

/// <summary>Ranked ballots: each ranking with the number of ballots marked so.</summary>
/// <remarks>
/// A ranking is a row of marks, one or more a rank. A mark of 0 or more is the number of a choice at the next rank; <see cref="EqualTo"/> makes the
/// mark of a choice that shares the rank of the mark before it; <see cref="Skipped"/> is a rank left blank, and <see cref="Overvoted"/> a rank with
/// several choices that the source does not name. What such a rank means is for the law to say.
/// </remarks>
public sealed class RankedBallots
{
    /// <summary>The mark of a rank that was left blank.</summary>
    public const int Skipped = int.MinValue;

    /// <summary>The mark of a rank with several choices, which the source does not name.</summary>
    public const int Overvoted = int.MinValue + 1;

    readonly ImmutableArray<long> counts;
    readonly ImmutableArray<int> starts;
    readonly ImmutableArray<int> marks;

    RankedBallots(int choices, ImmutableArray<long> counts, ImmutableArray<int> starts, ImmutableArray<int> marks)
    {
        Choices = choices;
        this.counts = counts;
        this.starts = starts;
        this.marks = marks;
    }

    /// <summary>Choices that can be marked; their numbers are below it.</summary>
    public int Choices { get; }

    /// <summary>Rankings, of which some may be equal.</summary>
    public int Rankings => counts.Length;

    /// <summary>All marks, of all rankings.</summary>
    public int Marks => marks.Length;

    /// <summary>All ballots.</summary>
    public long Total => counts.Sum();

    /// <summary>The mark of a choice that shares the rank of the mark before it.</summary>
    /// <param name="choice">The choice's number.</param>
    public static int EqualTo(int choice) => ~choice;

    /// <summary>Whether a mark is of a choice that shares the rank of the mark before it.</summary>
    /// <param name="mark">A mark.</param>
    public static bool IsEqual(int mark) => mark is < 0 and not (Skipped or Overvoted);

    /// <summary>Ballots with a ranking.</summary>
    /// <param name="ranking">The ranking's number, from 0.</param>
    public long CountOf(int ranking) => counts[ranking];

    /// <summary>The marks of a ranking.</summary>
    /// <param name="ranking">The ranking's number, from 0.</param>
    public ReadOnlySpan<int> MarksOf(int ranking) => marks.AsSpan()[starts[ranking]..starts[ranking + 1]];

    /// <summary>Whether any ballot marks a choice, by choice.</summary>
    public bool[] Marked()
    {
        var marked = new bool[Choices];
        foreach (var mark in marks)
        {
            if (mark is not (Skipped or Overvoted))
            {
                marked[mark < 0 ? ~mark : mark] = true;
            }
        }

        return marked;
    }

    /// <summary>The same ballots for other numbers of the choices.</summary>
    /// <param name="numbers">The new number of each choice; below 0 only for choices that no ballot marks.</param>
    /// <param name="choices">Choices that can be marked then.</param>
    /// <exception cref="ArgumentException">A choice that a ballot marks has no new number.</exception>
    public RankedBallots Renumbered(IReadOnlyList<int> numbers, int choices)
    {
        foreach (var (choice, isMarked) in Marked().Index())
        {
            if (isMarked && numbers[choice] < 0)
            {
                throw new ArgumentException($"Choice {choice} is marked on a ballot and has no new number.", nameof(numbers));
            }
        }

        var builder = new Builder(choices);
        Span<int> row = new int[Marks];
        for (var r = 0; r < Rankings; r++)
        {
            var own = MarksOf(r);
            for (var i = 0; i < own.Length; i++)
            {
                row[i] = own[i] is Skipped or Overvoted ? own[i] : IsEqual(own[i]) ? EqualTo(numbers[~own[i]]) : numbers[own[i]];
            }

            builder.Add(counts[r], row[..own.Length]);
        }

        return builder.ToBallots();
    }

    /// <summary>The ballots of several places together.</summary>
    /// <param name="parts">Ballots over the same choices, at least one.</param>
    public static RankedBallots Together(IReadOnlyList<RankedBallots> parts)
    {
        if (parts is [var only])
        {
            return only;
        }

        var builder = new Builder(parts[0].Choices);
        foreach (var part in parts)
        {
            for (var r = 0; r < part.Rankings; r++)
            {
                builder.Add(part.counts[r], part.MarksOf(r));
            }
        }

        return builder.ToBallots();
    }

    /// <summary>Collects ballots, one ranking after the other.</summary>
    /// <param name="choices">Choices that can be marked.</param>
    public sealed class Builder(int choices)
    {
        readonly ImmutableArray<long>.Builder counts = ImmutableArray.CreateBuilder<long>();
        readonly ImmutableArray<int>.Builder starts = ImmutableArray.CreateBuilder<int>();
        readonly ImmutableArray<int>.Builder marks = ImmutableArray.CreateBuilder<int>();

        /// <summary>Adds ballots with one ranking.</summary>
        /// <param name="count">How many, ≥ 0.</param>
        /// <param name="ranking">The marks.</param>
        /// <exception cref="ArgumentException">The count is negative, or a mark is no choice's, or it shares no rank.</exception>
        public void Add(long count, params ReadOnlySpan<int> ranking)
        {
            if (count < 0)
            {
                throw new ArgumentException($"{count} ballots are fewer than none.", nameof(count));
            }

            for (var i = 0; i < ranking.Length; i++)
            {
                var mark = ranking[i];
                if (mark is not (Skipped or Overvoted) && (mark < 0 ? ~mark : mark) >= choices)
                {
                    throw new ArgumentException($"The mark {mark} is not of one of {choices} choices.", nameof(ranking));
                }

                if (IsEqual(mark) && (i == 0 || ranking[i - 1] is Skipped or Overvoted))
                {
                    throw new ArgumentException($"The mark {mark} shares the rank of the mark before it, and there is none.", nameof(ranking));
                }
            }

            starts.Add(marks.Count);
            counts.Add(count);
            marks.AddRange(ranking);
        }

        /// <summary>The ballots so far.</summary>
        public RankedBallots ToBallots() => new(choices, counts.ToImmutable(), [.. starts, marks.Count], marks.ToImmutable());
    }
}

/// <summary>The ranked ballots of one place.</summary>
/// <param name="Place">The place's id.</param>
/// <param name="Ballots">The ballots, over the contest's candidacies.</param>
public sealed record PlaceBallots(string Place, RankedBallots Ballots);
