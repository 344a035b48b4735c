using Urna.Model;
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
                ? Codes.Finding("V501", LocalizedText.Say("v501.does-not-enter-with-people-roll", ("unit", unit.Unit), ("people", $"{unit.People:F0}"))) with { Place = unit.Unit }
                : Codes.Finding("V501", LocalizedText.Say("v501.the-unit-stands-in-one-of", ("unit", unit.Unit), ("people", $"{unit.People:F0}"))) with { Place = unit.Unit };
        }

        if (units.Count > 1)
        {
            var people = units.Sum(u => u.People);
            yield return Codes.Finding("V501", LocalizedText.Say("v501.in-all-units-with-people-do", ("units", units.Count), ("people", $"{people:F0}")));
        }
    }
}
