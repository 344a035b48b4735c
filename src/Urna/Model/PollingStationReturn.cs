using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Urna.Model;

/// <summary>The votes that one unit reports for one choice.</summary>
/// <param name="Choice">The index of the choice in <see cref="Contest.Candidacies"/>.</param>
/// <param name="Votes">Votes, ≥ 0.</param>
/// <param name="Row">The row of the results file, from 1 with the header as row 1.</param>
// Results have millions of these: the runtime packs the three numbers into 16 bytes where their order would take 24.
[StructLayout(LayoutKind.Auto)]
public readonly record struct ChoiceVotes(int Choice, long Votes, int Row)
{
    /// <summary>The index of the choice in <see cref="Contest.Candidacies"/>.</summary>
    public int Choice { get; init => field = Checked.AtLeast(0, value, "choice"); } = Checked.AtLeast(0, Choice, "choice");

    /// <summary>Votes, ≥ 0.</summary>
    public long Votes { get; init => field = Of(Choice, value); } = Of(Choice, Votes);

    // The name of the place is written only where it is told: results have millions of these.
    static long Of(int choice, long votes) => votes < 0 ? Checked.Count(votes, $"votes of choice {choice}") : votes;
}

/// <summary>What one unit (a station, commune or district) reports in one contest.</summary>
/// <param name="Place">The unit's place.</param>
/// <param name="Counts">The counts stated beside the choices.</param>
/// <param name="Votes">The votes by choice, ascending by choice; a choice that is absent is not zero.</param>
/// <param name="Row">The first row of the results file that speaks of the unit.</param>
public sealed record PollingStationReturn(string Place, ReportedCounts Counts, ImmutableArray<ChoiceVotes> Votes, int Row)
{
    /// <summary>The unit's place.</summary>
    public string Place { get; init => field = Checked.Text(value, "place of a return"); } = Checked.Text(Place, "place of a return");

    /// <summary>The votes by choice, ascending by choice; a choice that is absent is not zero.</summary>
    public ImmutableArray<ChoiceVotes> Votes { get; init => field = Ascending(value, Place); } = Ascending(Votes, Place);

    /// <summary>The rows of <see cref="Counts"/>, in the order of the reserved choices; 0 where none is stated, empty if unknown.</summary>
    public ImmutableArray<int> CountRows
    {
        get;
        init => field = value.IsDefault || (value.Length > 0 && value.Length != ReportedCounts.ReservedChoices.Length)
            ? throw new ArgumentException($"{Place}: not a row for each reserved choice. Expected: {ReportedCounts.ReservedChoices.Length} rows, or none.", nameof(value))
            : value;
    } = [];

    /// <summary>Whether it holds more than a roll: votes for some choice, or a count of votes.</summary>
    public bool HasReported => !Votes.IsEmpty || (Counts.Cast ?? Counts.Valid ?? Counts.Blank ?? Counts.Null ?? Counts.BlankOrNull) is not null;

    static ImmutableArray<ChoiceVotes> Ascending(ImmutableArray<ChoiceVotes> votes, string place)
    {
        Checked.List(votes, "votes of a return");
        for (var i = 1; i < votes.Length; i++)
        {
            if (votes[i].Choice <= votes[i - 1].Choice)
            {
                throw new ArgumentException($"{place}: choice {votes[i].Choice} comes after choice {votes[i - 1].Choice}. Expected: each choice once, ascending.", nameof(votes));
            }
        }

        return votes;
    }
}
