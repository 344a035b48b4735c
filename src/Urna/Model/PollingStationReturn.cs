using System.Collections.Immutable;

namespace Urna.Model;

/// <summary>The votes that one unit reports for one choice.</summary>
/// <param name="Choice">The index of the choice in <see cref="Contest.Candidacies"/>.</param>
/// <param name="Votes">Votes, ≥ 0.</param>
/// <param name="Row">The row of the results file, from 1 with the header as row 1.</param>
public readonly record struct ChoiceVotes(int Choice, long Votes, int Row);

/// <summary>What one unit (a station, commune or district) reports in one contest.</summary>
/// <param name="Place">The unit's place.</param>
/// <param name="Counts">The counts stated beside the choices.</param>
/// <param name="Votes">The votes by choice, ascending by choice; a choice that is absent is not zero.</param>
/// <param name="Row">The first row of the results file that speaks of the unit.</param>
public sealed record PollingStationReturn(string Place, ReportedCounts Counts, ImmutableArray<ChoiceVotes> Votes, int Row)
{
    /// <summary>The rows of <see cref="Counts"/>, in the order of the reserved choices; 0 where none is stated, empty if unknown.</summary>
    public ImmutableArray<int> CountRows { get; init; } = [];
}
