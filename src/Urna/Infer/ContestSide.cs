using System.Collections.Immutable;
using Urna.Infer.Tables;
using Urna.Model;

namespace Urna.Infer;

/// <summary>One side of a transfer: what the people of each unit chose, or which group they were of.</summary>
sealed class ContestSide
{
    readonly List<(string Name, LocalizedText Title)> lines = [];

    /// <summary>The side of a contest.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="voted">The contest in which its groups voted; null unless it holds groups of voters.</param>
    /// <param name="places">Their places.</param>
    /// <param name="wholeRoll">Whether everyone on the roll enters, or only who voted.</param>
    public ContestSide(Contest contest, Contest? voted, PlaceTree places, bool wholeRoll)
    {
        foreach (var candidacy in contest.Candidacies)
        {
            var title = contest.ChoiceNames.GetValueOrDefault(candidacy.Choice) ?? LocalizedText.Same(candidacy.Name);
            lines.Add((candidacy.Choice, voted is null || !wholeRoll ? title : LocalizedText.Say("contest-side.voted", ("title", title))));
        }

        if (voted is null)
        {
            AddVotes(contest, places, wholeRoll);
        }
        else
        {
            AddGroups(contest, voted, places, wholeRoll);
        }
    }

    /// <summary>The names of the rows or columns.</summary>
    public ImmutableArray<string> Names => [.. lines.Select(l => l.Name)];

    /// <summary>Their names for people.</summary>
    public ImmutableArray<LocalizedText> Titles => [.. lines.Select(l => l.Title)];

    /// <summary>The counts of each unit that states all it takes, in the order of the names.</summary>
    public Dictionary<string, long[]> Tables { get; } = [];

    void AddVotes(Contest contest, PlaceTree places, bool wholeRoll)
    {
        var blank = Add(ContestTransfer.BlankOrNull);
        var abstention = wholeRoll ? Add(ContestTransfer.Abstention) : -1;
        foreach (var (unit, counts, choices) in Complete(contest, places))
        {
            if (counts.Cast is { } cast && choices <= cast && (!wholeRoll || cast <= counts.Registered))
            {
                var table = Counts(unit);
                table[blank] = cast - choices;
                if (wholeRoll)
                {
                    table[abstention] = counts.Registered!.Value - cast;
                }

                Tables[unit.Place] = table;
            }
        }
    }

    /// <summary>Groups of those who voted in another contest, whose roll tells how many did not.</summary>
    void AddGroups(Contest contest, Contest voted, PlaceTree places, bool wholeRoll)
    {
        var unknown = wholeRoll ? Add(ContestTransfer.GroupUnknown) : -1;
        var absent = wholeRoll
            ? Add(ContestTransfer.DidNotVoteIn(voted), LocalizedText.Say(
                "contest-side.did-not-vote-in-group-unknown", ("voted", voted.Title)))
            : -1;
        var rolls = wholeRoll ? Complete(voted, places).ToDictionary(u => u.Unit.Place, u => u.Counts) : [];
        foreach (var (unit, _, people) in Complete(contest, places))
        {
            var table = Counts(unit);
            if (!wholeRoll)
            {
                Tables[unit.Place] = table;
            }
            else if (rolls.GetValueOrDefault(unit.Place) is { Registered: { } registered, Cast: { } cast } && Math.Max(cast, people) <= registered)
            {
                table[unknown] = Math.Max(0, cast - people);
                table[absent] = registered - Math.Max(cast, people);
                Tables[unit.Place] = table;
            }
        }

        // Where every voter's group is known, a row without people would only puzzle.
        if (wholeRoll && Tables.Values.All(t => t[unknown] == 0))
        {
            lines.RemoveAt(unknown);
            foreach (var place in Tables.Keys.ToList())
            {
                Tables[place] = [.. Tables[place].Where((_, i) => i != unknown)];
            }
        }
    }

    /// <summary>The units that state every choice, where a ballot names one.</summary>
    static IEnumerable<(PollingStationReturn Unit, UnitCounts Counts, long Choices)> Complete(Contest contest, PlaceTree places)
    {
        var ballots = new Ballots(contest, places);
        return contest.Balance.Kind == BalanceKind.VotesPerBallot ? []
            : from unit in contest.Returns
              where ballots.AreCompleteIn(unit)
              select (unit, UnitCounts.Of(unit, contest.Balance, true), UnitCounts.SumOfChoices(unit));
    }

    int Add(string name, LocalizedText? title = null)
    {
        title ??= TransferTitles.Of(name);
        while (lines.Exists(l => l.Name == name))
        {
            // A choice may have any name, even this one.
            name += "*";
        }

        lines.Add((name, title));
        return lines.Count - 1;
    }

    long[] Counts(PollingStationReturn unit)
    {
        var counts = new long[lines.Count];
        foreach (var entry in unit.Votes)
        {
            counts[entry.Choice] = entry.Votes;
        }

        return counts;
    }
}
