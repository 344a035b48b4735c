using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Urna.Model;

namespace Urna.Store.Elections;

/// <summary>The returns of a contest while its rows are read.</summary>
sealed class ReturnsDraft
{
    const int ReservedCount = 6;

    readonly Dictionary<string, int> choices = [];
    readonly Dictionary<string, int> indexOf = [];
    readonly List<Unit> units = [];

    public ReturnsDraft(Contest contest)
    {
        foreach (var reserved in ReportedCounts.ReservedChoices)
        {
            choices.Add(reserved, choices.Count);
        }

        for (var c = 0; c < contest.Candidacies.Length; c++)
        {
            choices.TryAdd(contest.Candidacies[c].Choice, ReservedCount + c);
        }
    }

    /// <summary>The choices that rows may name.</summary>
    public IEnumerable<string> ChoiceIds => choices.Keys;

    /// <summary>Whether the contest's candidacies could be read; if not, a fault of theirs says so.</summary>
    public bool HasChoices => choices.Count > ReservedCount;

    /// <summary>The number of a choice that rows may name; −1 if they may not.</summary>
    public int NumberOf(string choice) => choices.GetValueOrDefault(choice, -1);

    /// <summary>The unit of a place, which is made the first time.</summary>
    public Unit UnitOf(string place, int row)
    {
        if (!indexOf.TryGetValue(place, out var index))
        {
            indexOf.Add(place, index = units.Count);

            // Units mostly have as many figures as the one before.
            units.Add(new Unit(place, row, units.Count == 0 ? 0 : units[^1].Choices));
        }

        return units[index];
    }

    /// <summary>The returns, in the order in which their units first appear.</summary>
    public ImmutableArray<PollingStationReturn> Finish() => [.. units.Select(u => u.Finish())];

    /// <summary>The return of a unit while its rows are read.</summary>
    /// <param name="place">The unit's place.</param>
    /// <param name="firstRow">The first row that speaks of it.</param>
    /// <param name="expected">How many choices it may have.</param>
    public sealed class Unit(string place, int firstRow, int expected)
    {
        static readonly Comparer<ChoiceVotes> byChoice = Comparer<ChoiceVotes>.Create((a, b) => a.Choice.CompareTo(b.Choice));

        readonly int[] reservedRows = new int[ReservedCount];
        ChoiceVotes[] votes = new ChoiceVotes[expected];
        ReportedCounts counts;

        /// <summary>How many choices have votes.</summary>
        public int Choices { get; private set; }

        /// <summary>Adds a row; the row that said the same before, or null.</summary>
        public int? Add(int choice, long value, int row)
        {
            if (choice < ReservedCount)
            {
                if (reservedRows[choice] != 0)
                {
                    return reservedRows[choice];
                }

                reservedRows[choice] = row;
                counts = counts.With(ReportedCounts.ReservedChoices[choice], value);
                return null;
            }

            var own = new ChoiceVotes(choice - ReservedCount, value, row);
            var at = Choices == 0 || votes[Choices - 1].Choice < own.Choice ? ~Choices : Array.BinarySearch(votes, 0, Choices, own, byChoice);
            if (at >= 0)
            {
                return votes[at].Row;
            }

            if (Choices == votes.Length)
            {
                Array.Resize(ref votes, Math.Max(4, 2 * Choices));
            }

            Array.Copy(votes, ~at, votes, ~at + 1, Choices - ~at);
            votes[~at] = own;
            Choices++;
            return null;
        }

        /// <summary>The return, whole.</summary>
        public PollingStationReturn Finish() => new(place, counts, ImmutableCollectionsMarshal.AsImmutableArray(Choices == votes.Length ? votes : votes[..Choices]), firstRow)
        {
            CountRows = ImmutableCollectionsMarshal.AsImmutableArray(reservedRows),
        };
    }
}
