using Urna.Model;

namespace Urna.Validate;

/// <summary>Whether the counts of each unit agree with each other and with its roll.</summary>
static class BalanceCheck
{
    public static IEnumerable<Finding> Of(Contest contest, Ballots ballots) =>
        contest.Returns.SelectMany(unit => Of(unit, contest, UnitCounts.Of(unit, contest.Balance, ballots.AreCompleteIn(unit))));

    static IEnumerable<Finding> Of(PollingStationReturn unit, Contest contest, UnitCounts counts)
    {
        Finding At(string code, LocalizedText message, long found, long expected) => Codes.Finding(code, message) with
        {
            File = contest.ResultsFile,
            Row = unit.Row,
            Place = unit.Place,
            Found = $"{found}",
            Expected = $"{expected}",
        };

        if (counts.Cast is { } cast && counts.Registered is { } registered && cast > registered)
        {
            yield return At(
                "V202",
                LocalizedText.Say("v202.more-votes-than-people", ("place", unit.Place), ("cast", cast), ("registered", registered)),
                cast, registered) with
            { Expected = $"at most {registered}" };
        }

        if (contest.Balance.Kind == BalanceKind.None)
        {
            var (given, voters) = (MostOfOneKind(unit, contest), counts.Cast ?? counts.Registered ?? long.MaxValue);
            if (given > voters)
            {
                yield return At(
                    "V407",
                    LocalizedText.Say(
                        "v407.more-votes-than-voters", ("place", unit.Place), ("given", given), ("voters", voters), ("isRoll", counts.Cast is null)),
                    given, voters) with
                { Expected = $"at most {voters}, where a ballot gives one vote" };
            }

            yield break;
        }

        if (unit.Counts.Valid is { } stated && counts.Valid is { } valid && stated != valid)
        {
            yield return At(
                "V203", LocalizedText.Say("v203.choices-sum-to-another", ("place", unit.Place), ("stated", stated), ("valid", valid)),
                stated, valid);
        }

        if (unit.Counts.Cast is { } castStated && Parts(unit.Counts, counts, contest.Balance) is { } parts && castStated != parts)
        {
            yield return At(
                "V201", LocalizedText.Say("v201.parts-sum-to-another", ("place", unit.Place), ("cast", castStated), ("parts", parts)),
                castStated, parts);
        }

        if (contest.Balance.Kind == BalanceKind.VotesPerBallot && counts.Valid is { } ballots
            && UnitCounts.SumOfChoices(unit) is var sum && sum > ballots * contest.Balance.Votes)
        {
            yield return At(
                "V208",
                LocalizedText.Say("v208.more-votes-than-ballots", ("place", unit.Place), ("sum", sum), ("ballots", ballots), ("each", contest.Balance.Votes)),
                sum,
                ballots * contest.Balance.Votes);
        }
    }

    /// <summary>The votes for choices; of the two votes of a ballot with a constituency, those of which there are more.</summary>
    static long MostOfOneKind(PollingStationReturn unit, Contest contest)
    {
        var (first, others) = (0L, 0L);
        foreach (var entry in unit.Votes)
        {
            if (contest.Candidacies[entry.Choice].Kind == CandidacyKind.Constituency)
            {
                first += entry.Votes;
            }
            else
            {
                others += entry.Votes;
            }
        }

        return Math.Max(first, others);
    }

    static long? Parts(ReportedCounts stated, UnitCounts counts, Balance balance) => balance.Kind == BalanceKind.BlankInValid
        ? counts.Valid + stated.Null
        : counts.Valid + (stated.BlankOrNull ?? stated.Blank + stated.Null);
}
