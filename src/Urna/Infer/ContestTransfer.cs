using System.Collections.Immutable;
using Urna.Model;
using Urna.Validate;

namespace Urna.Infer;

/// <summary>The flows between two contests as a problem: their choices, and who cast no valid vote, on both sides.</summary>
/// <param name="From">The earlier contest.</param>
/// <param name="To">The later contest.</param>
/// <param name="Level">The level of the units.</param>
/// <param name="Problem">The two tables.</param>
/// <param name="LeftOut">Places of either contest that do not enter, because a count is missing or the other contest has no return there.</param>
public sealed record ContestTransfer(Contest From, Contest To, string Level, TransferProblem Problem, ImmutableArray<string> LeftOut)
{
    /// <summary>The name of people who cast a blank or null vote.</summary>
    public const string BlankOrNull = "blank-or-null";

    /// <summary>The name of people on the roll who did not vote.</summary>
    public const string Abstention = "abstention";

    /// <summary>Pairs the units of two contests; null if no unit states roll, votes cast and every choice in both.</summary>
    /// <param name="from">The earlier contest.</param>
    /// <param name="to">The later contest.</param>
    /// <param name="places">Their places.</param>
    public static ContestTransfer? Between(Contest from, Contest to, PlaceTree places)
    {
        var earlier = Tables(from, places);
        var later = Tables(to, places);
        var units = from.Returns.Select(u => u.Place).Where(p => earlier.ContainsKey(p) && later.ContainsKey(p)).ToImmutableArray();
        if (units.IsEmpty)
        {
            return null;
        }

        var problem = new TransferProblem(
            Names(from), Names(to), units, [.. units.SelectMany(u => earlier[u])], [.. units.SelectMany(u => later[u])]);
        var leftOut = from.Returns.Concat(to.Returns).Select(u => u.Place).Distinct().Except(units);
        return new ContestTransfer(from, to, places[units[0]].Level, problem, [.. leftOut]);
    }

    /// <summary>What a reader must know of the pairing.</summary>
    public IEnumerable<Finding> Findings =>
        LeftOut.Select(place => Codes.Finding("V501", $"{place} does not enter: roll, votes cast or a choice is missing in one of the contests.", $"{place} no entra: falta el padrón, los votos emitidos o una opción en una de las votaciones.") with { Place = place })
            .Concat(Problem.Check.Findings);

    static ImmutableArray<string> Names(Contest contest) => [.. contest.Candidacies.Select(c => c.Choice), BlankOrNull, Abstention];

    /// <summary>The counts of each unit that states all it takes: choices, blank or null, abstention.</summary>
    static Dictionary<string, long[]> Tables(Contest contest, PlaceTree places)
    {
        var ballots = new Ballots(contest, places);
        var tables = new Dictionary<string, long[]>();
        foreach (var unit in contest.Returns)
        {
            var counts = UnitCounts.Of(unit, contest.Balance, ballots.AreCompleteIn(unit));
            if (counts is { Registered: { } registered, Cast: { } cast, Valid: { } valid } && cast <= registered && valid <= cast)
            {
                tables[unit.Place] = Counts(contest, unit, cast - valid, registered - cast);
            }
        }

        return tables;
    }

    static long[] Counts(Contest contest, PollingStationReturn unit, long blankOrNull, long abstention)
    {
        var counts = new long[contest.Candidacies.Length + 2];
        foreach (var entry in unit.Votes)
        {
            counts[entry.Choice] = entry.Votes;
        }

        counts[^2] = blankOrNull;
        counts[^1] = abstention;
        return counts;
    }
}

/// <summary>The estimated flows between two contests.</summary>
/// <param name="Transfer">The two contests as a problem.</param>
/// <param name="Estimate">The estimate.</param>
/// <param name="Bounds">What the units' margins alone allow.</param>
public sealed record ContestFlow(ContestTransfer Transfer, TransferEstimate Estimate, TransferBounds Bounds)
{
    /// <summary>What a reader must know of the pairing and of the estimate.</summary>
    public IEnumerable<Finding> Findings => Transfer.Findings.Concat(Estimate.Findings);
}
