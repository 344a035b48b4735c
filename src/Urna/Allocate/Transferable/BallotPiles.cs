using Urna.Allocate.Steps;

namespace Urna.Allocate.Transferable;

/// <summary>Ballots that were sorted by their next preference, before they are passed on.</summary>
/// <param name="Parcel">The first of the ballots; −1 if there are none.</param>
/// <param name="Values">The values that they have, as numbers of the piles' list.</param>
/// <param name="Ballots">Ballots by candidate, the last for none, and value.</param>
/// <typeparam name="T">A number of votes.</typeparam>
sealed record SortedBallots<T>(int Parcel, List<int> Values, long[][] Ballots);

/// <summary>The ballots of every candidate, each with the value that it has now.</summary>
/// <remarks>
/// Each distinct ranking moves as one. Values stand in a list and ballots hold their number, so that sorting and moving ballots
/// are integer loops, whatever the arithmetic; new values are worked out once for each value and not for each ballot.
/// </remarks>
/// <typeparam name="T">A number of votes.</typeparam>
/// <typeparam name="TMath">Its arithmetic.</typeparam>
sealed class BallotPiles<T, TMath>
    where TMath : struct, IVoteArithmetic<T>
{
    const int None = -1;

    readonly Preferences preferences;
    readonly TMath math;
    readonly List<T> values;
    readonly int[] top;
    readonly int[] under;
    readonly int[] rank;
    readonly int[] value;
    readonly int[] received;
    int[] column = [];

    /// <summary>Sorts the ballots by first preference.</summary>
    public BallotPiles(Preferences preferences, TMath math)
    {
        this.preferences = preferences;
        this.math = math;
        values = [math.Of(1)];
        Votes = new T[preferences.Candidates];
        top = new int[preferences.Candidates];
        Array.Fill(top, None);
        var rankings = preferences.Counts.Length;
        (under, rank, value, received) = (new int[rankings], new int[rankings], new int[rankings], new int[rankings]);
        for (var ballot = 0; ballot < rankings; ballot++)
        {
            Put(ballot, preferences.Of(ballot)[0]);
        }

        foreach (var (candidate, votes) in preferences.First().Index())
        {
            Votes[candidate] = math.Of(votes);
        }
    }

    /// <summary>Votes by candidate.</summary>
    public T[] Votes { get; }

    /// <summary>A value by its number.</summary>
    public T Value(int number) => values[number];

    /// <summary>Takes all ballots of a candidate.</summary>
    public int TakeAll(int candidate)
    {
        var parcel = top[candidate];
        top[candidate] = None;
        return parcel;
    }

    /// <summary>Takes the ballots that a candidate received last.</summary>
    public int TakeLast(int candidate)
    {
        var parcel = top[candidate];
        if (parcel == None)
        {
            return None;
        }

        var last = parcel;
        while (under[last] != None && received[under[last]] == received[parcel])
        {
            last = under[last];
        }

        top[candidate] = under[last];
        under[last] = None;
        return parcel;
    }

    /// <summary>Parts the ballots of excluded candidates into the parcels that move one after the other.</summary>
    /// <param name="candidates">The excluded.</param>
    /// <param name="parcels">How they are parted.</param>
    /// <returns>Parcels in order, each with the ballots of every excluded candidate by value.</returns>
    public List<ExcludedParcel> TakeExcluded(IReadOnlyList<int> candidates, ExclusionParcels parcels)
    {
        var parted = new List<ExcludedParcel>();
        foreach (var (index, candidate) in candidates.Index())
        {
            for (var ballot = TakeAll(candidate); ballot != None;)
            {
                var next = under[ballot];
                var parcel = ParcelOf(ballot, parcels, candidates.Count, parted);
                under[ballot] = parcel.Top;
                parcel.Top = ballot;
                parcel.Ballots[index] += preferences.Counts[ballot];
                ballot = next;
            }
        }

        parted.Sort((a, b) => a.IsFirst != b.IsFirst ? b.IsFirst.CompareTo(a.IsFirst) : math.Compare(values[b.Value], values[a.Value]));
        return parted;
    }

    /// <summary>Sorts a parcel by the next preference of each ballot.</summary>
    /// <param name="parcel">The parcel.</param>
    /// <param name="continuing">Who can receive ballots.</param>
    public SortedBallots<T> Sort(int parcel, ReadOnlySpan<bool> continuing)
    {
        var found = ValuesIn(parcel);
        var ballots = new long[preferences.Candidates + 1][];
        for (var i = 0; i < ballots.Length; i++)
        {
            ballots[i] = new long[found.Count];
        }

        for (var ballot = parcel; ballot != None; ballot = under[ballot])
        {
            var order = preferences.Of(ballot);
            var next = rank[ballot] + 1;
            while (next < order.Length && !continuing[order[next]])
            {
                next++;
            }

            rank[ballot] = next;
            ballots[next < order.Length ? order[next] : preferences.Candidates][column[value[ballot]]] += preferences.Counts[ballot];
        }

        return new(parcel, found, ballots);
    }

    /// <summary>Passes sorted ballots on.</summary>
    /// <param name="sorted">The ballots.</param>
    /// <param name="worth">The new value by column; the values that stay are given as they are.</param>
    /// <param name="count">The number of this count.</param>
    public void Pass(SortedBallots<T> sorted, ReadOnlySpan<T> worth, int count)
    {
        var numbers = new int[worth.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = math.Compare(worth[i], values[sorted.Values[i]]) == 0 ? sorted.Values[i] : values.Count;
            if (numbers[i] == values.Count)
            {
                values.Add(worth[i]);
            }
        }

        for (var ballot = sorted.Parcel; ballot != None;)
        {
            var next = under[ballot];
            var order = preferences.Of(ballot);
            if (rank[ballot] < order.Length)
            {
                value[ballot] = numbers[column[value[ballot]]];
                received[ballot] = count;
                Put(ballot, order[rank[ballot]]);
            }

            ballot = next;
        }
    }

    void Put(int ballot, int candidate)
    {
        under[ballot] = top[candidate];
        top[candidate] = ballot;
    }

    /// <summary>The numbers of the values in a parcel; notes in which column each stands.</summary>
    List<int> ValuesIn(int parcel)
    {
        if (column.Length < values.Count)
        {
            Array.Resize(ref column, values.Count * 2);
        }

        var found = new List<int>();
        Array.Fill(column, None);
        for (var ballot = parcel; ballot != None; ballot = under[ballot])
        {
            if (column[value[ballot]] == None)
            {
                column[value[ballot]] = found.Count;
                found.Add(value[ballot]);
            }
        }

        return found;
    }

    /// <summary>The parcel in which a ballot of an excluded candidate moves.</summary>
    ExcludedParcel ParcelOf(int ballot, ExclusionParcels parcels, int excluded, List<ExcludedParcel> parted)
    {
        var isFirst = parcels == ExclusionParcels.FirstThenByValue && received[ballot] == 0;
        foreach (var parcel in parted)
        {
            if (parcels == ExclusionParcels.Together || (parcel.IsFirst == isFirst && math.Compare(values[parcel.Value], values[value[ballot]]) == 0))
            {
                return parcel;
            }
        }

        var made = new ExcludedParcel(value[ballot], isFirst, new long[excluded]);
        parted.Add(made);
        return made;
    }
}

/// <summary>Ballots of excluded candidates that move at one count.</summary>
/// <param name="value">The number of their value, where all have the same.</param>
/// <param name="isFirst">Whether they are first preferences.</param>
/// <param name="ballots">Ballots by excluded candidate.</param>
sealed class ExcludedParcel(int value, bool isFirst, long[] ballots)
{
    /// <summary>The first ballot of the parcel; −1 if it has none.</summary>
    public int Top { get; set; } = -1;

    /// <summary>The number of their value, where all have the same.</summary>
    public int Value { get; } = value;

    /// <summary>Whether they are first preferences.</summary>
    public bool IsFirst { get; } = isFirst;

    /// <summary>Ballots by excluded candidate.</summary>
    public long[] Ballots { get; } = ballots;
}
