using System.Collections.Immutable;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Judge;

/// <summary>The order of those on one ballot: persons among persons, lists among lists, parties among parties.</summary>
sealed partial class Measuring
{
    /// <summary>One that is ranked, with its votes.</summary>
    readonly record struct Ranked(string Name, long Votes, bool IsKnown);

    Figure Rank(Election election, Contest contest, string? place)
    {
        if (SeveralBallots(contest, place) is { } several)
        {
            return Absent(contest, election, ClaimUnit.Rank, several);
        }

        var on = CountOn(election, contest, place);
        var isCounted = Counted(contest);
        var own = on.Count.Choices.Where(c => isCounted(contest.Candidacies[c.Choice])).ToList();
        var others = Others(on, contest, isCounted);
        var votes = own.Sum(c => c.Votes.Known);
        var possible = PossibleRank(on, votes, others);
        if (own.Count == 0 || own.Exists(c => c.Votes.Value is null) || others.Exists(o => !o.IsKnown))
        {
            return Told(Absent(contest, election, ClaimUnit.Rank, votesOfAChoice), on, possible);
        }

        var equals = others.FindAll(o => o.Votes == votes).ConvertAll(o => o.Name);
        return Told(Whole(others.Count(o => o.Votes > votes) + 1, ClaimUnit.Rank, CountQuery(election, contest, place)), on, possible) with
        {
            Detail = LocalizedText.Say("measuring-ranks.with", ("votes", FigureWords.Of(votes, ClaimUnit.Votes))),
            But = equals.Count == 0 ? null : LocalizedText.Say("measuring-places.the-place-is-shared-with", ("names", FigureWords.List([.. equals.Take(MostNamed)]))),
            Instead = terms.Stated is { } stated ? HolderOf(stated.Value, [.. others, new(NameOf(contest, own), votes, true)]) : null,
        };
    }

    static string NameOf(Contest contest, List<Count.ChoiceTotal> own) => own is [var one] ? contest.Candidacies[one.Choice].Name : contest.Candidacies[own[0].Choice].ListName;

    /// <summary>The others on the ballot: of the kind of those who are named.</summary>
    List<Ranked> Others(OnBallot ballot, Contest contest, Func<Candidacy, bool> isCounted)
    {
        Func<Candidacy, (string Key, string Name)> kind = PersonsNamed(contest).Count > 0 || !terms.Of.Standing.IsEmpty ? c => (c.Choice, c.Name)
            : Of.All(n => contest.Candidacies.Any(c => Same(n, c.List))) ? c => (FoldedName.Of(c.ListName), c.ListName)
            : c => c.Party.Length > 0 && c.Kind != CandidacyKind.Independent ? (FoldedName.Of(c.Party), c.Party) : (c.Choice, c.Name);
        var isOfPersons = PersonsNamed(contest).Count > 0;
        return
        [
            .. from choice in ballot.Count.Choices
               let candidacy = contest.Candidacies[choice.Choice]
               where !isCounted(candidacy) && !(isOfPersons && candidacy.Kind == CandidacyKind.ListVote)
               let named = kind(candidacy)
               group choice by named.Key into same
               let first = contest.Candidacies[same.First().Choice]
               select new Ranked(kind(first).Name, same.Sum(c => c.Votes.Known), same.All(c => c.Votes.Value is not null)),
        ];
    }

    /// <summary>Between which places it may be: votes lacking may all be its own, or all those of one other.</summary>
    static PossibleRange? PossibleRank(OnBallot on, long own, List<Ranked> others) => on.Gap.Votes switch
    {
        0 => null,
        { } lacking => new(1 + others.Count(o => o.Votes > own + lacking), 1 + others.Count(o => o.Votes + lacking > own)),
        null => new(1, others.Count + 1),
    };

    /// <summary>Who has a place in the order by votes; null if nobody has it alone.</summary>
    static LocalizedText? HolderOf(Fraction stated, List<Ranked> all)
    {
        var ranked = all.OrderByDescending(r => r.Votes).ToList();
        var rank = stated > ranked.Count ? 0 : (int)stated.Value;
        return rank < 1 || ranked.FindAll(c => c.Votes == ranked[rank - 1].Votes).Count > 1 ? null
            : LocalizedText.Say("measuring-ranks.rank-is-with", ("votes", FigureWords.Of(ranked[rank - 1].Votes, ClaimUnit.Votes)), ("rank", rank), ("ranked", ranked[rank - 1].Name));
    }
}
