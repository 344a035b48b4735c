using Urna.Model;
using System.Collections.Immutable;
using Urna.Infer.Tables;
using Urna.Validate;

namespace Urna.Infer.Roll;

/// <summary>Two tables whose margins agree in each unit, and who entered and left to make it so.</summary>
/// <param name="Scenario">How they were made to agree.</param>
/// <param name="Problem">The problem, with a row of those who entered and a column of those who left where anybody did.</param>
/// <param name="Entered">People who entered, in all units.</param>
/// <param name="UnitsEntered">Units in which anybody entered.</param>
/// <param name="Left">People who left, in all units.</param>
/// <param name="UnitsLeft">Units in which anybody left.</param>
/// <param name="Unbalanced">Units that do not balance although their entries and exits are known.</param>
public sealed record RollAccount(
    RollScenario Scenario, TransferProblem Problem, double Entered, int UnitsEntered, double Left, int UnitsLeft, ImmutableArray<string> Unbalanced)
{
    const int NamesTold = 10;

    /// <summary>What a reader must know of the roll.</summary>
    public IEnumerable<Finding> Findings
    {
        get
        {
            if (Entered > 0 || Left > 0)
            {
                yield return Codes.Finding("V521", LocalizedText.Say(
                    "v521.the-row-has-people-in-units", ("entry", Scenario.Entry), ("entered", $"{Entered:F0}"),
                    ("unitsEntered", UnitsEntered), ("exit", Scenario.Exit), ("left", $"{Left:F0}"), ("unitsLeft", UnitsLeft),
                    ("isGross", Scenario.Kind == RollKind.Gross), ("rate", $"{Scenario.Rate:0.####}")));
            }

            if (!Unbalanced.IsEmpty)
            {
                var names = string.Join(", ", Unbalanced.Take(NamesTold));
                var rest = Unbalanced.Length - NamesTold;
                yield return Codes.Finding("V522", LocalizedText.Say(
                    "v522.rows-and-columns-differ-in-units", ("unbalanced", Unbalanced.Length), ("entry", Scenario.Entry),
                    ("exit", Scenario.Exit), ("names", names), ("rest", rest > 0), ("rest2", rest)));
            }
        }
    }

    /// <summary>A finding where people are added to tables that name no abstention.</summary>
    /// <remarks>Of tables of votes only, who voted once only is told as having entered or left the roll.</remarks>
    public IEnumerable<Finding> VotesOnly
    {
        get
        {
            var silent = !Problem.RowNames.Contains(ContestTransfer.Abstention) || !Problem.ColumnNames.Contains(ContestTransfer.Abstention);
            if (Scenario.Kind is RollKind.Net or RollKind.Gross && silent && (Entered > 0 || Left > 0))
            {
                yield return Codes.Finding("V523", LocalizedText.Say(
                    "v523.the-tables-do-not-both-name", ("abstention", ContestTransfer.Abstention), ("entry", Scenario.Entry),
                    ("exit", Scenario.Exit)));
            }
        }
    }
}
