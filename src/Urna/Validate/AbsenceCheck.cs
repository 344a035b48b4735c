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
            return count == 0 ? [] : [Codes.Finding("V211", LocalizedText.Say("v211.absent-rows-are-read-as-zero", ("contest", contest.Id), ("count", count))) with { File = contest.ResultsFile }];
        }

        return absent.Select(a => Codes.Finding("V204", LocalizedText.Say(
            "v204.no-figure-for", ("place", a.Unit.Place), ("choices", Names(a.Choices.Select(c => contest.Candidacies[c].Name))))) with
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
                yield return Codes.Finding("V212", LocalizedText.Say(
                    "v212.of-units-not-state", ("contest", contest.Id), ("without", without.Count), ("returns", contest.Returns.Length),
                    ("reserved", reserved), ("without2", Names(without.Select(u => u.Place))))) with
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
            .Select(u => Codes.Finding("V205", LocalizedText.Say(
                "v205.no-vote-at-all", ("place", u.Place), ("hasRoll", u.Counts.Registered is not null), ("roll", u.Counts.Registered))) with
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
                yield return Codes.Finding("V206", LocalizedText.Say(
                    "v206.of-places-of-level-no-return", ("contest", contest.Id), ("absent", absent.Count), ("all", all.Count),
                    ("level", level), ("absent2", Names(absent.Select(p => p.Name))))) with
                {
                    File = contest.ResultsFile,
                    Place = absent[0].Id,
                    Found = $"{all.Count - absent.Count}",
                    Expected = $"{all.Count}",
                };
            }
        }
    }

    static LocalizedText Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        var told = LocalizedText.Same(string.Join(", ", all.Take(Named)));
        return all.Count > Named ? LocalizedText.Join("", [told, LocalizedText.Say("absence-check.and-more", ("all", all.Count - Named))]) : told;
    }
}
