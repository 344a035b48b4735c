using Urna.Validate;

namespace Urna.Infer;

/// <summary>A unit that does not enter, because only one of the two tables speaks of it in full.</summary>
/// <param name="Unit">The unit's key.</param>
/// <param name="People">The people that are thereby left out, as far as they are stated.</param>
/// <param name="OfContest">Whether it is a place of a contest, of which a single figure may be missing.</param>
public sealed record LoneUnit(string Unit, double People, bool OfContest)
{
    /// <summary>A finding for each unit, and one for their sum where there are several.</summary>
    /// <param name="units">The units.</param>
    public static IEnumerable<Finding> Findings(IReadOnlyCollection<LoneUnit> units)
    {
        foreach (var unit in units)
        {
            yield return unit.OfContest
                ? Codes.Finding("V501", $"{unit.Unit} does not enter, with {unit.People:F0} people: roll, votes cast or a choice is missing in one of the contests.", $"{unit.Unit} no entra, con {unit.People:F0} personas: falta el padrón, los votos emitidos o una opción en una de las votaciones.") with { Place = unit.Unit }
                : Codes.Finding("V501", $"The unit '{unit.Unit}' stands in one of the two tables only and does not enter, with {unit.People:F0} people.", $"La unidad '{unit.Unit}' está solo en una de las dos tablas y no entra, con {unit.People:F0} personas.") with { Place = unit.Unit };
        }

        if (units.Count > 1)
        {
            var people = units.Sum(u => u.People);
            yield return Codes.Finding("V501", $"In all, {units.Count} units with {people:F0} people do not enter.", $"En total no entran {units.Count} unidades con {people:F0} personas.");
        }
    }
}
