using System.Collections.Immutable;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Allocate.Filling;

/// <summary>Who would take a holder's next seat, for ties that personal votes break.</summary>
/// <param name="tree">Who holds whom.</param>
/// <param name="sharing">The sharing steps, from the top.</param>
/// <param name="lines">The lines of the ballot.</param>
/// <param name="within">The holders of a range on a level.</param>
sealed class NextPerson(HolderTree tree, ImmutableArray<SharingStep> sharing, ImmutableArray<CandidacyVotes> lines, Func<int, Range, ImmutableArray<Claimant>> within)
{
    /// <summary>The personal votes of whoever would take the seat after some others of the holder.</summary>
    /// <remarks>Where parties stand between a list and its persons, the seat first goes to the party that would win it.</remarks>
    public long Votes(int level, int holder, int held)
    {
        if (level + 1 >= sharing.Length || sharing[level + 1] is not HighestAveragesStep step)
        {
            return PersonalVotes(level, holder).Skip(held).FirstOrDefault();
        }

        var holders = within(level + 1, tree.Within(level, holder));
        var now = SharedSeats.By(step, holders, held, default);
        var then = SharedSeats.By(step, holders, held + 1, default);
        return Enumerable.Range(0, holders.Length).Where(i => then.Held[i] > now.Held[i] || then.Tied.Contains(i))
            .Select(i => Votes(level + 1, holders[i].Holder, now.Held[i])).DefaultIfEmpty().Max();
    }

    /// <summary>The votes of the holder's most voted person.</summary>
    public long Highest(int level, int holder) => PersonalVotes(level, holder).FirstOrDefault();

    IEnumerable<long> PersonalVotes(int level, int holder) =>
        tree.Levels[level].Lines[holder].Select(l => lines[l]).Where(m => m.Candidacy.Kind != CandidacyKind.ListVote).Select(m => m.Votes).OrderDescending();
}
