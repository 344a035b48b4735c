using Urna.Model;

namespace Urna.Validate;

/// <summary>What units and places do not say: missing is not zero.</summary>
static class AbsenceCheck
{
    const int Named = 5;

    public static IEnumerable<Finding> Of(Contest contest, PlaceTree places, Ballots ballots) =>
        [.. AbsentChoices(contest, ballots), .. PartialCounts(contest), .. EmptyUnits(contest), .. AbsentPlaces(contest, places)];

    static IEnumerable<Finding> AbsentChoices(Contest contest, Ballots ballots)
    {
        var absent = contest.Returns.Where(u => u.Votes.Length > 0).Select(u => (Unit: u, Choices: ballots.Absent(u))).Where(a => !a.Choices.IsEmpty);
        if (contest.AbsentIsZero)
        {
            var count = absent.Sum(a => a.Choices.Length);
            return count == 0 ? [] : [Codes.Finding("V211", $"{contest.Id}: {count} absent rows are read as zero votes, as the source leaves such rows out.", $"{contest.Id}: {count} filas ausentes se leen como cero votos, porque la fuente omite tales filas.") with { File = contest.ResultsFile }];
        }

        return absent.Select(a => Codes.Finding("V204", $"{a.Unit.Place}: no figure for {Names(a.Choices.Select(c => contest.Candidacies[c].Name))}.", $"{a.Unit.Place}: falta la cifra de {Names(a.Choices.Select(c => contest.Candidacies[c].Name), Language.Spanish)}.") with
        {
            File = contest.ResultsFile,
            Row = a.Unit.Row,
            Place = a.Unit.Place,
            Expected = string.Join(", ", a.Choices.Take(Named).Select(c => contest.Candidacies[c].Choice)),
        });
    }

    /// <summary>Units that lack a count that the contest's other units state.</summary>
    static IEnumerable<Finding> PartialCounts(Contest contest)
    {
        foreach (var reserved in ReportedCounts.ReservedChoices.ToArray())
        {
            var without = contest.Returns.Where(u => u.Counts[reserved] is null).ToList();
            if (without.Count > 0 && without.Count < contest.Returns.Length)
            {
                yield return Codes.Finding(
                    "V212",
                    $"{contest.Id}: {without.Count} of {contest.Returns.Length} units {(without.Count == 1 ? "does" : "do")} not state '{reserved}': {Names(without.Select(u => u.Place))}.",
                    $"{contest.Id}: {without.Count} de {contest.Returns.Length} unidades no {(without.Count == 1 ? "informa" : "informan")} '{reserved}': {Names(without.Select(u => u.Place), Language.Spanish)}.") with
                {
                    File = contest.ResultsFile,
                    Row = without[0].Row,
                    Place = without[0].Place,
                    Expected = reserved,
                };
            }
        }
    }

    static IEnumerable<Finding> EmptyUnits(Contest contest) =>
        contest.Returns.Where(u => u.Counts.Cast is null or 0 && UnitCounts.SumOfChoices(u) == 0 && (u.Counts.Blank ?? 0) + (u.Counts.Null ?? 0) + (u.Counts.BlankOrNull ?? 0) == 0)
            .Select(u => Codes.Finding(
                "V205",
                $"{u.Place}: no vote at all{(u.Counts.Registered is { } roll ? $", with {roll} people on the roll" : "")}.",
                $"{u.Place}: ningún voto{(u.Counts.Registered is { } padron ? $", con {padron} personas en el padrón" : "")}.") with
            {
                File = contest.ResultsFile,
                Row = u.Row,
                Place = u.Place,
                Found = "0",
            });

    static IEnumerable<Finding> AbsentPlaces(Contest contest, PlaceTree places)
    {
        var reporting = contest.Returns.Select(u => u.Place).ToHashSet();
        var levels = contest.Returns.CountBy(u => places[u.Place].Level).ToList();
        foreach (var level in levels.Where(l => l.Value > 1).Select(l => l.Key))
        {
            var all = places.Places.Where(p => p.Level == level).ToList();
            var absent = all.Where(p => !reporting.Contains(p.Id)).ToList();
            if (absent.Count > 0)
            {
                yield return Codes.Finding(
                    "V206",
                    $"{contest.Id}: {absent.Count} of {all.Count} places of level '{level}' {(absent.Count == 1 ? "has" : "have")} no return: {Names(absent.Select(p => p.Name))}.",
                    $"{contest.Id}: {absent.Count} de {all.Count} lugares del nivel '{level}' no {(absent.Count == 1 ? "tiene" : "tienen")} acta: {Names(absent.Select(p => p.Name), Language.Spanish)}.") with
                {
                    File = contest.ResultsFile,
                    Place = absent[0].Id,
                    Found = $"{all.Count - absent.Count}",
                    Expected = $"{all.Count}",
                };
            }
        }
    }

    static string Names(IEnumerable<string> names, Language language = Language.English)
    {
        var all = names.ToList();
        var more = new LocalizedText($" and {all.Count - Named} more", $" y {all.Count - Named} más");
        return string.Join(", ", all.Take(Named)) + (all.Count > Named ? more.In(language) : "");
    }
}
