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
    readonly List<UnitDraft> units = [];

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

    /// <summary>Whether rows may name a choice.</summary>
    public bool Knows(string choice) => choices.ContainsKey(choice);

    /// <summary>Adds a row; the row that said the same before, or null.</summary>
    public int? Add(string place, string choice, long votes, int row)
    {
        if (!indexOf.TryGetValue(place, out var index))
        {
            indexOf.Add(place, index = units.Count);
            units.Add(new UnitDraft(place, row));
        }

        return units[index].Add(choices[choice], votes, row);
    }

    /// <summary>The returns, in the order in which their units first appear.</summary>
    public ImmutableArray<PollingStationReturn> Finish() => [.. units.Select(u => u.Finish())];

    sealed class UnitDraft(string place, int firstRow)
    {
        readonly List<ChoiceVotes> votes = [];
        readonly int[] reservedRows = new int[ReservedCount];
        ReportedCounts counts;

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

            var index = choice - ReservedCount;
            var at = votes.Count == 0 || votes[^1].Choice < index
                ? votes.Count
                : CollectionsMarshal.AsSpan(votes).BinarySearch(new ChoiceVotes(index, 0, 0), Comparer<ChoiceVotes>.Create((a, b) => a.Choice.CompareTo(b.Choice)));
            if (at >= 0 && at < votes.Count && votes[at].Choice == index)
            {
                return votes[at].Row;
            }

            votes.Insert(at < 0 ? ~at : at, new ChoiceVotes(index, value, row));
            return null;
        }

        public PollingStationReturn Finish() => new(place, counts, [.. votes], firstRow) { CountRows = [.. reservedRows] };
    }
}
