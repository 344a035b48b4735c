using Urna.Model;

namespace Urna.Store.Import;

/// <summary>Contests of a few figures that another contest lacks, each in its place: a slip in the name of a contest makes one.</summary>
static class StrayFigures
{
    /// <summary>A contest of more figures is one of its own.</summary>
    const int Most = 3;

    /// <summary>Beyond it nobody compares each contest with each.</summary>
    const int MostContests = 3_000;

    /// <summary>Tells each contest whose figures all fill a gap of one other.</summary>
    public static void Tell(ImportDraft draft, FaultLog faults)
    {
        if (draft.Contests.Count is < 2 or > MostContests)
        {
            return;
        }

        foreach (var contest in draft.Contests.Where(IsSmall))
        {
            if (draft.Contests.Find(o => !IsSmall(o) && ReferenceEquals(o.Mapped, contest.Mapped) && Lacks(o, contest)) is not { } whole)
            {
                continue;
            }

            var unit = contest.Figures.First(u => u.Count > 0);
            var place = draft.Places.Units[unit.Unit];
            faults.Add(
                "V570",
                LocalizedText.Say("v570.contest-has-only-what-another-lacks", ("contest", contest.Id), ("whole", whole.Id), ("place", place)),
                draft.Files[unit.FileOf(0)].File.Name, unit.Figures[0].Row, found: contest.Id, expected: whole.Id, place: place);
        }
    }

    static bool IsSmall(ContestDraft contest) => contest.Figures.Take(Most + 1).Sum(u => u.Count) is > 0 and <= Most;

    /// <summary>Whether a contest knows the places and choices of each figure of another, and has none there itself.</summary>
    static bool Lacks(ContestDraft whole, ContestDraft part)
    {
        var hasCandidacy = false;
        foreach (var unit in part.Figures)
        {
            foreach (var figure in unit.Figures)
            {
                var choice = part.ChoiceOf(figure.Choice);
                if (!whole.IsGap(unit.Unit, choice))
                {
                    return false;
                }

                hasCandidacy |= !ReportedCounts.IsReserved(choice);
            }
        }

        return hasCandidacy;
    }
}
