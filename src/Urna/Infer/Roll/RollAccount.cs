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
                var (rate, tasa) = Scenario.Kind == RollKind.Gross ? ($" Each unit is taken to have lost {Scenario.Rate:0.####} of its people.", $" Se supone que cada unidad perdió {Scenario.Rate:0.####} de sus personas.") : ("", "");
                yield return Codes.Finding(
                    "V521",
                    $"The row '{Scenario.Entry}' has {Entered:F0} people in {UnitsEntered} units, the column '{Scenario.Exit}' {Left:F0} in {UnitsLeft}, so that rows and columns agree.{rate}",
                    $"La fila '{Scenario.Entry}' tiene {Entered:F0} personas en {UnitsEntered} unidades y la columna '{Scenario.Exit}' {Left:F0} en {UnitsLeft}, para que filas y columnas concuerden.{tasa}");
            }

            if (!Unbalanced.IsEmpty)
            {
                var names = string.Join(", ", Unbalanced.Take(NamesTold));
                var rest = Unbalanced.Length - NamesTold;
                yield return Codes.Finding(
                    "V522",
                    $"Rows and columns differ in {Unbalanced.Length} units although '{Scenario.Entry}' and '{Scenario.Exit}' are given: {names}{(rest > 0 ? $" and {rest} more" : "")}.",
                    $"Filas y columnas difieren en {Unbalanced.Length} unidades aunque se dan '{Scenario.Entry}' y '{Scenario.Exit}': {names}{(rest > 0 ? $" y {rest} más" : "")}.");
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
                yield return Codes.Finding(
                    "V523",
                    $"The tables do not both name '{ContestTransfer.Abstention}'. If they hold votes only, '{Scenario.Entry}' and '{Scenario.Exit}' include people who were on the roll all along and voted once only.",
                    $"Las dos tablas no nombran '{ContestTransfer.Abstention}'. Si solo contienen votos, '{Scenario.Entry}' y '{Scenario.Exit}' incluyen a quienes siempre estuvieron en el padrón y votaron una sola vez.");
            }
        }
    }
}
