using Urna.Judge.Claims;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Judge;

/// <summary>Places against each other, and the votes of an assembly.</summary>
sealed partial class Measuring
{
    /// <summary>The place of a place among those of its level.</summary>
    public Figure PlaceRank(PlaceRankClaim claim) => At(Measure.PlaceRank, claim.Contest, claim.Place, (election, contest) =>
    {
        var level = election.Places[claim.Place].Level;
        var figures = election.Places.Places.Where(p => p.Level == level && VotesIn(election, contest, p.Id)).Select(p => (Place: p, Figure: Part(claim.What, new ContestGround(claim.Contest), p.Id))).ToList();
        var (levels, query) = (election.LevelName(level), CountQuery(election, contest, claim.Place));
        if (figures.Find(f => f.Place.Id == claim.Place).Figure is not { } own || PossibleRange.Of(own) is not { } range)
        {
            return Absent(contest, election, ClaimUnit.Rank, LocalizedText.Say("measuring-places.that-number-in-the-place"));
        }

        var others = figures.FindAll(f => f.Place.Id != claim.Place);
        bool Ahead(PossibleRange other, bool surely) => claim.IsLowestFirst
            ? surely ? other.Most < range.Least : other.Least is not { } least || range.Most is not { } most || least < most
            : surely ? other.Least > range.Most : other.Most is not { } top || range.Least is not { } bottom || top > bottom;
        var (least, most) = (1 + others.Count(o => PossibleRange.Of(o.Figure) is { } r && Ahead(r, true)), 1 + others.Count(o => PossibleRange.Of(o.Figure) is not { } r || Ahead(r, false)));
        var known = own.Value is { } value && others.TrueForAll(o => o.Figure.Value is not null) ? value : (Fraction?)null;
        var equals = others.FindAll(o => o.Figure.Value == own.Value && known is not null).ConvertAll(o => o.Place.Name);
        var figure = known is null ? Absent(contest, election, ClaimUnit.Rank, LocalizedText.Say("measuring-places.that-number-in-some-places"))
            : Whole(1 + others.Count(o => claim.IsLowestFirst ? o.Figure.Value < known : o.Figure.Value > known), ClaimUnit.Rank, query);
        return figure with
        {
            Possible = known is not null && least == most ? null : new(least, most),
            Completeness = figures.Aggregate(Completeness.Full, (sum, f) => Completeness.Together(sum, f.Figure.Completeness)),
            Base = LocalizedText.Say("measuring-places.places", ("figures", figures.Count), ("levels", levels)),
            Detail = known is null ? null : LocalizedText.Say("measuring-places.with-of", ("known", FigureWords.Of(known.Value, own.Unit)), ("figures", figures.Count), ("levels", levels)),
            But = equals.Count == 0 ? null : LocalizedText.Say("measuring-places.the-place-is-shared-with", ("names", FigureWords.List([.. equals.Take(MostNamed)]))),
            Instead = (claim.IsLowestFirst ? figures.MinBy(f => f.Figure.Value) : figures.MaxBy(f => f.Figure.Value)) is { Figure.Value: { } first } leads
                ? LocalizedText.Say("measuring-places.first-is-with", ("first", FigureWords.Of(first, own.Unit)), ("place", leads.Place.Name)) : null,
        };
    });

    static bool VotesIn(Election election, Contest contest, string place) => contest.Returns.Any(u => election.Places.IsWithin(u.Place, place));

    /// <summary>In how many places of a level those who are counted came first.</summary>
    public Figure PlacesWon(PlacesWonClaim claim) => At(Measure.PlacesWon, claim.Contest, claim.Within, (election, contest) =>
    {
        var places = election.Places.Places.Where(p => p.Level == claim.Level && (claim.Within is null || election.Places.IsWithin(p.Id, claim.Within)) && VotesIn(election, contest, p.Id)).ToList();
        var ranks = places.ConvertAll(p => Rank(election, contest, p.Id));
        var (won, could) = (ranks.Count(r => IsFirst(r, surely: true)), ranks.Count(r => IsFirst(r, surely: false)));
        var shared = ranks.Count(r => r.Value == Fraction.One && r.But is not null);
        var (levels, query) = (election.LevelName(claim.Level), CountQuery(election, contest, claim.Within));
        var isAnother = claim.OutOf is { } all && all.Value != places.Count;
        return Whole(won, ClaimUnit.Places, query) with
        {
            Possible = won == could ? null : new(won, could),
            Completeness = ranks.Aggregate(Completeness.Full, (sum, r) => Completeness.Together(sum, r.Completeness)),
            Holds = isAnother ? false : null,
            Base = LocalizedText.Say("measuring-places.places-2", ("places", places.Count), ("levels", levels)),
            Detail = LocalizedText.Say("measuring-places.of", ("places", places.Count), ("levels", levels)),
            But = shared == 0 ? null : LocalizedText.Say("measuring-places.in-more-the-first-place-is", ("shared", shared)),
        };
    });

    static bool IsFirst(Figure rank, bool surely) =>
        rank.Possible is { } range ? (surely ? range.Most == Fraction.One : range.Least == Fraction.One) : rank.Value == Fraction.One && rank.But is null;

    /// <summary>Votes in the assembly that chose.</summary>
    public Figure AssemblyVotes(ContestName name) => At(Measure.AssemblyVotes, name, null, (election, contest) =>
    {
        long? Of(System.Collections.Immutable.ImmutableArray<string> names)
        {
            var own = contest.Congress.Where(v => names.Any(n => Same(n, v.Candidate)) || contest.Candidacies.Any(c => Is(c, names) && (Same(v.Candidate, c.Candidate) || Same(v.Candidate, c.Choice)))).ToList();
            return own.Count == 0 ? null : own.Sum(v => v.Votes);
        }

        var told = LocalizedText.Same(string.Join(", ", contest.Congress.Select(v => $"{v.Candidate} {v.Votes}")));
        var votes = Of(this.Of) - (terms.Than.IsEmpty ? 0 : Of(terms.Than));
        return votes is { } known ? Whole(known, ClaimUnit.Votes, SeatsQuery(election, contest, explain: true)) with { Detail = LocalizedText.Say("measuring-places.in-the-assembly", ("told", told)) }
            : Absent(contest, election, ClaimUnit.Votes, LocalizedText.Say("measuring-places.votes-of-an-assembly-for-them")) with { Query = SeatsQuery(election, contest, explain: true) };
    });
}
