using Urna.Allocate.Filling;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate;

/// <summary>What keeps districts open that a law looks at together.</summary>
static class Lacks
{
    /// <summary>Keeps all districts open where one of them cannot be filled.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="others">What is missing in districts that are filled by themselves.</param>
    public static ContestState Spread(ContestState contest, IEnumerable<LocalizedText> others)
    {
        // Each district tells its own, and as many of the others' as a reader takes in.
        var all = others.Concat(contest.All.SelectMany(d => d.Missing)).Distinct().ToList();
        var numbers = Enumerable.Range(0, contest.Count).ToList();
        var told = all.Take(MissingVotes.Named).Aggregate(contest, (c, lack) => c.Lacking(numbers.Where(i => !c[i].Missing.Contains(lack)), lack));
        return all.Count > MissingVotes.Named ? told.Lacking(numbers, MissingVotes.OfOthers(all.Count - MissingVotes.Named)) : told;
    }

    /// <summary>Adds a fault for each district without seats, unless the law works them out or the votes do.</summary>
    public static ContestState RefuseSeatless(ElectoralRule rule, ContestState contest) => rule.Steps.Any(s => s is DistrictSeatsStep) ? contest
        : contest.Of(contest.Frame.Districts).Where(d => d.Seats == 0 && d.Frame.Sharing is not [LargestRemainderStep { IsOpenEnded: true }, ..])
            .Aggregate(contest, (c, d) => c.Refuse(Codes.Finding("V110", LocalizedText.Say("v110.has-no-seats-to-fill", ("name", d.Name))) with
            {
                Place = d.Name,
                Column = "seats",
                Found = "0",
                Expected = "1 or more",
            }));
}
