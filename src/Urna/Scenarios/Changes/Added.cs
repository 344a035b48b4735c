using System.Collections.Immutable;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Scenarios.Changes;

/// <summary>Votes added to lists or persons of a district, or moved between them.</summary>
static class Added
{
    /// <summary>The contest with the votes; of a list, its lines share them in proportion to their own.</summary>
    public static CountedContest Apply(CountedContest contest, ImmutableArray<VotesMore> added, ScenarioFaults faults)
    {
        var changed = contest.Votes.Districts.ToArray();
        foreach (var (i, a) in added.Index())
        {
            var at = Array.FindIndex(changed, d => Model.FoldedName.Of(d.District) == Model.FoldedName.Of(a.District));
            if (at < 0)
            {
                faults.NotThere("add-votes", i, a.District, "district", changed.Select(d => d.District));
                continue;
            }

            var lines = changed[at].Votes.ToArray();
            if (Change(lines, a.Of, a.Votes, i, a.District, changed[at], faults) && (a.From is not { } from || Change(lines, from, -a.Votes, i, a.District, changed[at], faults)))
            {
                changed[at] = changed[at] with { Votes = [.. lines] };
            }
        }

        return added.IsEmpty ? contest : contest.With([.. changed]);
    }

    static bool Change(CandidacyVotes[] lines, string name, long votes, int item, string district, DistrictVotes whole, ScenarioFaults faults)
    {
        var names = BallotNames.Of(new ContestVotes([whole with { Tier = null }], [], []));
        if (Recipients.Of(name, names) is not { } isMeant)
        {
            faults.NotThere("add-votes", item, name, "listOrPerson", names.Lists);
            return false;
        }

        int[] own = [.. Enumerable.Range(0, lines.Length).Where(l => isMeant(lines[l].Candidacy))];
        var now = own.Sum(l => lines[l].Votes);
        if (votes < -now || votes > long.MaxValue / 8)
        {
            faults.Add("V623", "add-votes", item, $"{votes}", $"{-now} or more",
                LocalizedText.Say("scenario.fault-has-votes-in", ("name", name), ("now", now), ("district", district)));
            return false;
        }

        Recipients.Set(lines, own, now + votes);
        return true;
    }
}
