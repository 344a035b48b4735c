using System.Collections.Immutable;
using System.Globalization;
using Urna.Infer.Roll;
using Urna.Model;
using Urna.Validate;

namespace Urna.Infer;

/// <summary>Contests of two elections as one problem, by the places that both have.</summary>
/// <remarks>
/// Years lie between the two: who moved, died or came of age is told apart by no count, and stands net among those who entered and those of whom no ballot was
/// counted. A place is one in both only if its id, level and name are the same.
/// </remarks>
public static class AcrossElections
{
    /// <summary>The flows from a contest of one election to one of another; null if no unit states all it takes in both.</summary>
    /// <param name="earlier">The election of the rows.</param>
    /// <param name="earlierContest">Its contest.</param>
    /// <param name="later">The election of the columns.</param>
    /// <param name="laterContest">Its contest. Where none of its units states a roll, its votes alone are the columns.</param>
    /// <param name="scenario">How the rolls are made to agree; net if null.</param>
    public static ContestTransfer? Between(Election earlier, Contest earlierContest, Election later, Contest laterContest, RollScenario? scenario = null)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(earlierContest);
        ArgumentNullException.ThrowIfNull(later);
        ArgumentNullException.ThrowIfNull(laterContest);
        if (earlier.Country != later.Country || earlierContest.Candidacies.Any(c => c.District is { } d && !later.Places.Contains(d)))
        {
            return null;
        }

        var rows = earlierContest with { Id = $"{earlier.Id}:{earlierContest.Id}", Seats = ImmutableSortedDictionary<string, int>.Empty, FirstRound = null, VotersOf = null, Awaited = [], Returns = [.. earlierContest.Returns.Where(u => IsSame(u.Place, earlier, later))] };
        var columns = laterContest with { Seats = ImmutableSortedDictionary<string, int>.Empty, FirstRound = null, VotersOf = null };
        var both = later with { Contests = [rows, columns] };
        return ContestTransfer.Between(rows, columns, both, scenario, votesOnly: laterContest.Returns.All(u => u.Counts.Registered is null));
    }

    static bool IsSame(string place, Election earlier, Election later) =>
        later.Places.Contains(place) && earlier.Places[place] is var a && later.Places[place] is var b && a.Level == b.Level && FoldedName.Of(a.Name) == FoldedName.Of(b.Name);

    /// <summary>What years between two elections do to an estimate.</summary>
    /// <param name="transfer">The pair.</param>
    /// <param name="earlier">The election of the rows.</param>
    /// <param name="later">The election of the columns.</param>
    public static Finding Caution(ContestTransfer transfer, Election earlier, Election later)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        return Codes.Finding(
            "V671",
            LocalizedText.Say(
                "v671.and-are-other-elections-with", ("earlier", earlier.Id), ("later", later.Id),
                ("first", transfer.From.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("second", transfer.To.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
    }
}
