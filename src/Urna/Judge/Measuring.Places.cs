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
            return Absent(contest, election, ClaimUnit.Rank, new("that number in the place", "ese número en el lugar"));
        }

        var others = figures.FindAll(f => f.Place.Id != claim.Place);
        bool Ahead(PossibleRange other, bool surely) => claim.IsLowestFirst
            ? surely ? other.Most < range.Least : other.Least is not { } least || range.Most is not { } most || least < most
            : surely ? other.Least > range.Most : other.Most is not { } top || range.Least is not { } bottom || top > bottom;
        var (least, most) = (1 + others.Count(o => PossibleRange.Of(o.Figure) is { } r && Ahead(r, true)), 1 + others.Count(o => PossibleRange.Of(o.Figure) is not { } r || Ahead(r, false)));
        var known = own.Value is { } value && others.TrueForAll(o => o.Figure.Value is not null) ? value : (Fraction?)null;
        var equals = others.FindAll(o => o.Figure.Value == own.Value && known is not null).ConvertAll(o => o.Place.Name);
        var figure = known is null ? Absent(contest, election, ClaimUnit.Rank, new("that number in some places", "ese número en algunos lugares"))
            : Whole(1 + others.Count(o => claim.IsLowestFirst ? o.Figure.Value < known : o.Figure.Value > known), ClaimUnit.Rank, query);
        return figure with
        {
            Possible = known is not null && least == most ? null : new(least, most),
            Completeness = figures.Aggregate(Completeness.Full, (sum, f) => Completeness.Together(sum, f.Figure.Completeness)),
            Base = new($"{figures.Count} places ({levels.English})", $"{figures.Count} lugares ({levels.Spanish})"),
            Detail = known is null ? null : FigureWords.Of(known.Value, own.Unit).With("with ", $", of {figures.Count} ({levels.English})", "con ", $", de {figures.Count} ({levels.Spanish})"),
            But = equals.Count == 0 ? null : FigureWords.List([.. equals.Take(MostNamed)]).With("The place is shared with ", "", "El lugar se comparte con ", ""),
            Instead = (claim.IsLowestFirst ? figures.MinBy(f => f.Figure.Value) : figures.MaxBy(f => f.Figure.Value)) is { Figure.Value: { } first } leads
                ? FigureWords.Of(first, own.Unit).With($"First is {leads.Place.Name}, with ", "", $"Primero está {leads.Place.Name}, con ", "") : null,
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
            Base = new($"{places.Count} places ({levels.English})", $"{places.Count} lugares ({levels.Spanish})"),
            Detail = new($"of {places.Count} ({levels.English})", $"de {places.Count} ({levels.Spanish})"),
            But = shared == 0 ? null : new($"In {shared} more the first place is shared", $"En {shared} más el primer lugar se comparte"),
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

        var told = new LocalizedText(string.Join(", ", contest.Congress.Select(v => $"{v.Candidate} {v.Votes}")), string.Join(", ", contest.Congress.Select(v => $"{v.Candidate} {v.Votes}")));
        var votes = Of(this.Of) - (terms.Than.IsEmpty ? 0 : Of(terms.Than));
        return votes is { } known ? Whole(known, ClaimUnit.Votes, SeatsQuery(election, contest, explain: true)) with { Detail = told.With("in the assembly: ", "", "en la asamblea: ", "") }
            : Absent(contest, election, ClaimUnit.Votes, new("votes of an assembly for them", "votos de una asamblea por ellos")) with { Query = SeatsQuery(election, contest, explain: true) };
    });
}
