using Urna.Allocate.Filling;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Transferable;

/// <summary>Electing, and who comes first.</summary>
sealed partial class TransferableCount<T, TMath>
{
    /// <summary>Elects whoever has the quota.</summary>
    void ElectByQuota()
    {
        var standing = Standing();
        if (law.Stop == StopRule.TwoLeft && standing.Count > 2)
        {
            return;
        }

        var reached = standing.FindAll(c => math.Compare(piles.Votes[c], quota) is var order && (order > 0 || (order == 0 && !law.MustExceed)));
        if (reached.Count > Vacancies)
        {
            var boundary = piles.Votes[reached[Vacancies - 1]];
            reached = Leading(reached, Vacancies) ?? reached.FindAll(c => math.Compare(piles.Votes[c], boundary) > 0);
        }

        foreach (var candidate in reached)
        {
            Elect(candidate, input.Seats == 1 && law.Quota != QuotaRule.Hare ? Basis.Majority : Basis.Quotient);
            if (law.Surplus != SurplusRule.None && math.Compare(piles.Votes[candidate], quota) > 0)
            {
                pending.Add(candidate);
            }
        }
    }

    /// <summary>Fills the last vacancies where the count need not go on; null where it must.</summary>
    LastVacanciesFilled? FillLastVacancies()
    {
        var standing = Standing();
        if (Vacancies == 0 || standing.Count == 0)
        {
            return null;
        }

        var (winners, by, basis) = standing.Count <= Vacancies ? (standing, LastVacancyRule.None, Basis.MostVotes) : EarlyWinner(standing);
        foreach (var candidate in winners)
        {
            Elect(candidate, basis);
        }

        return winners.Count == 0 ? null : new LastVacanciesFilled(law.Article, [.. winners.Select(c => input.Names[c])], by);
    }

    /// <summary>Whoever the law gives the last vacancy before the quota is reached.</summary>
    (List<int> Winners, LastVacancyRule By, Basis Basis) EarlyWinner(List<int> standing)
    {
        if (Vacancies > 1 || law.LastVacancy == LastVacancyRule.None || (law.Stop == StopRule.TwoLeft && standing.Count > 2))
        {
            return ([], LastVacancyRule.None, Basis.MostVotes);
        }

        if (law.LastVacancy == LastVacancyRule.FirstOfTwo)
        {
            var lots = ties.Used.Count;
            return standing.Count == 2 && Leading(standing, 1) is { } first
                ? (first, law.LastVacancy, ties.Used.Count > lots ? Basis.Lot : Basis.MostVotes)
                : ([], LastVacancyRule.None, Basis.MostVotes);
        }

        var rest = standing.Skip(1).Aggregate(Untransferred(), (sum, c) => math.Add(sum, piles.Votes[c]));
        rest = Lumped().Aggregate(rest, (sum, c) => math.Add(sum, piles.Votes[c]));
        var order = math.Compare(piles.Votes[standing[0]], rest);
        var wins = order > 0 || (order == 0 && law.LastVacancy == LastVacancyRule.AtLeastTheRest && math.Compare(piles.Votes[standing[0]], piles.Votes[standing[1]]) > 0);
        return wins ? ([standing[0]], law.LastVacancy, Basis.MostVotes) : ([], LastVacancyRule.None, Basis.MostVotes);
    }

    void Elect(int candidate, Basis basis)
    {
        states[candidate] = CandidateState.Elected;
        continuing[candidate] = false;
        electedAt[candidate] = history.Count;
        elected.Add((candidate, basis));
    }

    /// <summary>The so many with most votes; null where a tie for the last place is open.</summary>
    /// <param name="among">Candidates, most votes first.</param>
    /// <param name="places">How many, fewer than they are.</param>
    List<int>? Leading(List<int> among, int places)
    {
        var boundary = piles.Votes[among[places - 1]];
        if (math.Compare(piles.Votes[among[places]], boundary) < 0)
        {
            return among[..places];
        }

        var sure = among.FindAll(c => math.Compare(piles.Votes[c], boundary) > 0);
        var tied = among.FindAll(c => math.Compare(piles.Votes[c], boundary) == 0);
        var broken = ties.Break(TieLevel.Candidate, [.. tied], c => input.Names[c], places - sure.Count, TieMeasures(tied), law.Article);
        ties = broken.Ties;
        steps.AddRange(broken.Told);
        var winners = broken.Winners;
        isOpen |= winners.Length < places - sure.Count;
        return isOpen ? null : [.. sure, .. winners];
    }

    /// <summary>How the law breaks ties: by earlier counts, in either order, and by lot.</summary>
    /// <remarks>SSI 2007/42, schedule 1, rules 49(2)-(3) and 51(2): the most recent count at which they were unequal, then lots.</remarks>
    IEnumerable<(TieRule Rule, Func<int, long>? Measure)> TieMeasures(List<int> tied)
    {
        foreach (var rule in law.Ties)
        {
            if (rule == TieRule.Lot)
            {
                yield return (rule, null);
                continue;
            }

            for (var i = 0; i < history.Count - 1; i++)
            {
                var then = history[rule == TieRule.Forwards ? i : history.Count - 2 - i];
                yield return (rule, candidate => tied.Count(other => math.Compare(then[candidate], then[other]) > 0));
            }
        }
    }
}
