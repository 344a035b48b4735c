using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Scenarios.Changes;

/// <summary>Lines of a ballot that votes are given to, or taken from.</summary>
static class Recipients
{
    /// <summary>The lines of a list or of a person; null if the name is of neither.</summary>
    public static Func<Candidacy, bool>? Of(string name, BallotNames names)
    {
        if (names.List(name) is { } list)
        {
            return c => c.ListName == list;
        }

        return names.Person(name) is { Count: 1 } person ? c => c.Choice == person[0].Choice : null;
    }

    /// <summary>Adds votes to lines in proportion to those that they have.</summary>
    /// <returns>The votes that found no line.</returns>
    public static long Add(CandidacyVotes[] lines, Func<CandidacyVotes, bool> isMeant, long votes)
    {
        int[] own = [.. Enumerable.Range(0, lines.Length).Where(i => isMeant(lines[i]))];
        if (own.Length == 0)
        {
            return votes;
        }

        Set(lines, own, own.Sum(i => lines[i].Votes) + votes);
        return 0;
    }

    /// <summary>Gives lines so many votes in all, in proportion to those that they have.</summary>
    public static void Set(CandidacyVotes[] lines, int[] own, long votes)
    {
        var parts = Parts.Of(votes, [.. own.Select(i => lines[i].Votes)]);
        for (var i = 0; i < own.Length; i++)
        {
            lines[own[i]] = lines[own[i]].Votes == parts[i] ? lines[own[i]] : lines[own[i]] with { Votes = parts[i] };
        }
    }
}
