using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Count;
using Urna.Model;
using Urna.Numerics;
using Urna.Power;

namespace Urna.History;

/// <summary>Votes and seats of a contest: families, parties, disproportionality, women, the closest.</summary>
static class SeatHistory
{
    /// <summary>Shares of votes of families of lists, or of whoever is asked for, in a place.</summary>
    public static IEnumerable<HistoryPoint> Votes(Election election, Contest contest, Tabulation count, VoteCount vote, HistoryBook book, HistoryQuestion question)
    {
        if (!question.Asks(HistoryMeasure.Votes) || count.Choices.IsEmpty || count.Choices.Any(c => c.Votes.Value is null))
        {
            yield break;
        }

        var all = count.Choices.Sum(c => c.Votes.Known);
        foreach (var (subject, name, isOf) in Subjects(election, contest, book, question))
        {
            var own = count.Choices.Where(c => isOf(contest.Candidacies[c.Choice])).ToList();
            if (own.Count > 0 && all > 0)
            {
                yield return vote.Point(subject, HistoryMeasure.Votes, HistoryUnit.Share, new Fraction(own.Sum(c => c.Votes.Known), all)) with { SubjectName = name, Whole = new("valid", all) };
            }
        }
    }

    /// <summary>Whose votes and seats are told: those who are asked for, else every family of the country.</summary>
    static IEnumerable<(string Subject, LocalizedText Name, Func<Candidacy, bool> IsOf)> Subjects(Election election, Contest contest, HistoryBook book, HistoryQuestion question) =>
        question.Of is not { } of ? book.Families.Where(f => f.Country == election.Country).Select(f => (f.Id, f.Title, (Func<Candidacy, bool>)(c => f.Has(election, c))))
        : book.Families.FirstOrDefault(f => f.Id == of || FoldedName.Of(f.Title.English) == FoldedName.Of(of) || FoldedName.Of(f.Title.Spanish) == FoldedName.Of(of)) is { } family
            ? [(family.Id, family.Title, c => family.Has(election, c))]
        : [(of, LocalizedText.Same(of), c => new[] { c.Choice, c.Candidate, c.List, c.Party }.Any(n => n.Length > 0 && FoldedName.Of(n) == FoldedName.Of(of)))];

    /// <summary>What seats tell, over the whole contest.</summary>
    public static IEnumerable<HistoryPoint> Seats(Reckoning reckoning, Contest contest, VoteCount vote, HistoryBook book, HistoryQuestion question)
    {
        var allocation = reckoning.Seats(contest);
        if (question.Asks(HistoryMeasure.Seats) && contest.Seats.Values.Sum() > 1 && allocation is { Outcome: Outcome.Elected })
        {
            foreach (var point in SeatsOf(reckoning.Election, contest, allocation, vote, book, question))
            {
                yield return point;
            }
        }

        if (question.Asks(HistoryMeasure.Parties) || question.Asks(HistoryMeasure.Disproportionality))
        {
            foreach (var point in Indices(reckoning, contest, allocation, vote, question))
            {
                yield return point;
            }
        }

        if (question.Asks(HistoryMeasure.Women) && Women(contest, allocation) is ({ } women, var known, var unknown))
        {
            yield return vote.Point("", HistoryMeasure.Women, HistoryUnit.Share, women) with
            {
                Whole = new("elected", known),
                Note = unknown == 0 ? null : LocalizedText.Say("history.sex-unknown", ("n", unknown)),
            };
        }

        foreach (var point in question.Asks(HistoryMeasure.Closest) ? Closest(reckoning, contest, vote) : [])
        {
            yield return point;
        }
    }

    /// <summary>Seats of each; of the official outcome where the law does not say which persons sit, since then it tells no party.</summary>
    static IEnumerable<HistoryPoint> SeatsOf(Election election, Contest contest, ContestAllocation allocation, VoteCount vote, HistoryBook book, HistoryQuestion question)
    {
        var byLaw = allocation.Districts.All(d => d.Elected.All(s => s.Candidate is not null || s.Candidacy.Candidate.Length == 0 && s.Candidacy.Party.Length > 0));
        var byChoice = byLaw ? [] : contest.Candidacies.ToDictionary(c => c.Choice);
        List<Candidacy> seats = byLaw ? [.. allocation.Districts.SelectMany(d => d.Elected).Select(s => s.Candidacy)] : [.. contest.Outcome.Select(w => byChoice[w.Choice])];
        foreach (var (subject, name, isOf) in Subjects(election, contest, book, question))
        {
            if (seats.Count > 0 && contest.Candidacies.Any(isOf))
            {
                yield return vote.Point(subject, HistoryMeasure.Seats, HistoryUnit.Seats, seats.Count(isOf)) with
                {
                    SubjectName = name, Whole = new("seats", seats.Count), Note = byLaw ? vote.Note : LocalizedText.Say("history.official-outcome"),
                };
            }
        }
    }

    static IEnumerable<HistoryPoint> Indices(Reckoning reckoning, Contest contest, ContestAllocation? allocation, VoteCount vote, HistoryQuestion question)
    {
        // Where one seat is filled in the whole contest, seats have no distance from votes to speak of.
        var lists = allocation is { Outcome: Outcome.Elected } seats && contest.Seats.Values.Sum() > 1 ? ContestIndices.Of(reckoning.Votes(contest), seats).ByList : null;
        if (question.Asks(HistoryMeasure.Parties) && (lists?.EffectiveByVotes ?? Effective(contest, reckoning.Total(contest))) is { } byVotes)
        {
            yield return vote.Point("by-votes", HistoryMeasure.Parties, HistoryUnit.Number, HistoryPoint.Rounded(byVotes)) with { SubjectName = LocalizedText.Say("history.by-votes") };
        }

        if (question.Asks(HistoryMeasure.Parties) && lists is { EffectiveBySeats: var bySeats })
        {
            yield return vote.Point("by-seats", HistoryMeasure.Parties, HistoryUnit.Number, HistoryPoint.Rounded(bySeats)) with { SubjectName = LocalizedText.Say("history.by-seats") };
        }

        if (question.Asks(HistoryMeasure.Disproportionality) && lists is { Gallagher: var gallagher })
        {
            yield return vote.Point("", HistoryMeasure.Disproportionality, HistoryUnit.Number, HistoryPoint.Rounded(gallagher));
        }
    }

    /// <summary>1/Σ v² over lists; null where a part of the votes is not known.</summary>
    static double? Effective(Contest contest, Tabulation count)
    {
        if (contest.Kind == ContestKind.Plebiscite || count.Choices.IsEmpty || count.Choices.Any(c => c.Votes.Value is null))
        {
            return null;
        }

        // Where people vote for a person and no list stands, two persons of one party are two.
        static string Key(Candidacy c) => c.List.Length > 0 || c.Candidate.Length == 0 ? c.ListName : c.Choice;
        var lists = count.Choices.GroupBy(c => Key(contest.Candidacies[c.Choice])).Select(g => (double)g.Sum(c => c.Votes.Known)).ToList();
        return lists.Sum() is > 0 and var all ? 1 / lists.Sum(v => v / all * (v / all)) : null;
    }

    /// <summary>The share of women among the elected whose sex is known: of the official outcome, else of those whom the law seats.</summary>
    static (Fraction? Share, int Known, int Unknown) Women(Contest contest, ContestAllocation? allocation)
    {
        var byChoice = contest.Candidacies.ToDictionary(c => c.Choice);
        var elected = contest.Outcome.Any() ? contest.Outcome.Select(w => byChoice[w.Choice].Sex).ToList()
            : allocation is { Outcome: Outcome.Elected } ? allocation.Districts.SelectMany(d => d.Elected).Select(s => s.Candidacy.Sex).ToList() : [];
        var known = elected.Count(s => s != Sex.Unknown);
        return known * 2 > elected.Count ? (new Fraction(elected.Count(s => s == Sex.Female), known), known, elected.Count - known) : (null, 0, 0);
    }

    /// <summary>The district of one seat, or of a plebiscite the whole, where the first was least ahead of the second.</summary>
    static IEnumerable<HistoryPoint> Closest(Reckoning reckoning, Contest contest, VoteCount vote)
    {
        var votes = contest.Kind == ContestKind.Plebiscite ? OfWhole(contest, reckoning.Total(contest))
            : contest.Seats.IsEmpty || contest.Seats.Values.Any(s => s != 1) ? []
            : reckoning.Votes(contest).Districts.Select(d => (d.District, d.Votes.OrderByDescending(v => v.Votes).Select(v => (v.Candidacy.Name, v.Votes)).ToImmutableArray()));
        var races = votes.Where(d => d.Item2.Length > 1 && d.Item2.Sum(v => v.Votes) > 0)
            .Select(d => (Place: d.District, First: d.Item2[0], Second: d.Item2[1], All: d.Item2.Sum(v => v.Votes)))
            .OrderBy(d => new Fraction(d.First.Votes - d.Second.Votes, d.All)).ThenBy(d => d.Place, StringComparer.Ordinal).Take(1);
        foreach (var race in races)
        {
            var place = reckoning.Election.Places.Contains(race.Place) ? reckoning.Election.Places[race.Place] : vote.Place;
            yield return (vote with { Place = place }).Point($"{race.First.Name}", HistoryMeasure.Closest, HistoryUnit.Points, new Fraction(race.First.Votes - race.Second.Votes, race.All)) with
            {
                SubjectName = LocalizedText.Say("history.over", ("first", race.First.Name), ("second", race.Second.Name)),
                Whole = new("valid", race.All),
            };
        }
    }

    static IEnumerable<(string District, ImmutableArray<(string Name, long Votes)> Votes)> OfWhole(Contest contest, Tabulation count) =>
        count.Choices.Any(c => c.Votes.Value is null) ? [] : [(count.Place.Id, [.. count.Ranked.Select(c => (contest.Candidacies[c.Choice].Name, c.Votes.Known))])];
}
