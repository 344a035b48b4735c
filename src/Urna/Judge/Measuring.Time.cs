using System.Collections.Immutable;
using System.Globalization;
using Urna.History;
using Urna.Judge.Claims;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Judge;

/// <summary>A vote in the line of all votes of its country, and people of places.</summary>
sealed partial class Measuring
{
    const int MostLacking = 6;

    /// <summary>Whether a number was reached by a vote and by none before it.</summary>
    public Figure FirstTime(FirstTimeClaim claim) => InTime(claim, (own, value) =>
    {
        var (known, lacking) = Before(own, all: true);
        var reached = known.Where(v => v.Value >= claim.Reach.Value).OrderBy(v => v.Vote.Date).ToList();
        var holds = value >= claim.Reach.Value && reached.Count == 0;
        var told = reached.Count > 0 ? LocalizedText.Say("time.reached-before", ("figure", Told(value)), ("earlier", Told(reached[0].Value)), ("vote", NameOf(reached[0].Vote)))
            : known.Count == 0 ? LocalizedText.Say("time.none-before", ("figure", Told(value)))
            : known.MaxBy(v => v.Value) is var most ? LocalizedText.Say("time.greatest-before", ("figure", Told(value)), ("earlier", Told(most.Value)), ("vote", NameOf(most.Vote)), ("n", known.Count))
            : LocalizedText.Same("");
        return (holds == (claim.Word != Claim.No), told, [own, .. known.Select(v => v.Vote)], lacking);
    });

    /// <summary>Whether a vote has the highest or the lowest number of those before it.</summary>
    public Figure Extreme(ExtremeClaim claim) => InTime(claim, (own, value) =>
    {
        var (known, lacking) = Before(own, claim.IsOfAll);
        if (known.Count == 0)
        {
            return (null, LocalizedText.Say("time.none-before", ("figure", Told(value))), [own], lacking);
        }

        var next = claim.IsLowest ? known.MinBy(v => v.Value) : known.MaxBy(v => v.Value);
        var holds = claim.IsLowest ? value < next.Value : value > next.Value;
        var told = LocalizedText.Say("time.next", ("figure", Told(value)), ("lowest", claim.IsLowest), ("earlier", Told(next.Value)), ("vote", NameOf(next.Vote)), ("n", known.Count));
        return (holds == (claim.Word != Claim.No), told, [own, .. known.Select(v => v.Vote)], lacking);
    });

    /// <summary>Whether a number went one way from each vote of a series to the next.</summary>
    public Figure Trend(TrendClaim claim) => InTime(claim, (own, value) =>
    {
        var (known, lacking) = Before(own, all: false);
        ImmutableArray<(VoteCount Vote, Fraction Value)> line = [.. known, (own, value)];
        var against = line.Zip(line.Skip(1)).Where(p => claim.Word == TrendClaim.Falling ? p.Second.Value >= p.First.Value : p.Second.Value <= p.First.Value).ToList();
        var figures = LocalizedText.Join("; ", line.Select(p => LocalizedText.Say("time.step", ("year", Day(p.Vote)), ("figure", Told(p.Value)))));
        var told = against.Count == 0 ? figures
            : LocalizedText.Say("time.against", ("figures", figures), ("vote", NameOf(against[0].Second.Vote)), ("from", Told(against[0].First.Value)), ("to", Told(against[0].Second.Value)));
        return (line.Length < 2 ? null : against.Count == 0 ? lacking.IsEmpty ? true : null : false, told, [.. line.Select(p => p.Vote)], lacking);
    });

    /// <summary>Whether more of a change came after a day than before it.</summary>
    public Figure ChangeAfter(ChangeAfterClaim claim) => InTime(claim, (own, value) =>
    {
        var (known, lacking) = Before(own, all: false);
        var (_, since) = store.Contest(claim.Since)!.Value;
        var line = known.Where(v => v.Vote.Date >= since.Date).ToList();
        var middle = line.LastOrDefault(v => v.Vote.Date < claim.After);
        if (line.Count == 0 || middle.Vote is null || line[0].Vote.Date != since.Date)
        {
            return (null, LocalizedText.Say("time.none-before", ("figure", Told(value))), [own], lacking);
        }

        var (before, after) = (middle.Value - line[0].Value, value - middle.Value);
        var all = value - line[0].Value;
        var holds = all != Fraction.Zero && (all < Fraction.Zero ? after < before : after > before);
        var told = LocalizedText.Say(
            "time.parts", ("first", Told(line[0].Value)), ("firstDay", Day(line[0].Vote)), ("middle", Told(middle.Value)), ("middleDay", Day(middle.Vote)), ("last", Told(value)), ("lastDay", Day(own)));
        return (holds == (claim.Word != Claim.No), told, [line[0].Vote, middle.Vote, own], [.. lacking.Where(v => v.Date >= since.Date)]);
    });

    /// <summary>Votes cast per person of voting age.</summary>
    public Figure TurnoutOfAdults(TurnoutOfAdultsClaim claim)
    {
        var (election, contest) = store.Contest(claim.Contest)!.Value;
        return OwnVote(election, contest) is { } own && People(own) is { } people && own.Cast is { } cast
            ? new Figure(new Fraction(cast, people.Adults), ClaimUnit.Share, LocalizedText.Say("time.adults"), people.Adults, null, HistoryQuery(election, "turnout-of-adults")) { Sources = [.. own.Sources, store.History.Book.SourceLine(people.Source)] }
            : Absent(contest, election, ClaimUnit.Share, LocalizedText.Say("time.no-adults"));
    }

    /// <summary>People of some places per person of the country, in a year.</summary>
    public Figure PeopleShare(PeopleShareClaim claim)
    {
        var election = store.Election(claim.Election)!;
        var (book, year) = (store.History.Book, (terms.Date ?? election.Date).Year);
        long? Of(string place) => book.PeopleOf(election.Country, place, year) is { } people ? terms.Base == ShareBase.Adults ? people.Adults : people.People : null;
        var name = LocalizedText.Say(terms.Base == ShareBase.Adults ? "time.adults-of-year" : "time.people-of-year", ("year", year));
        var lacking = terms.Places.FirstOrDefault(p => Of(p) is null);
        return Of(election.Places.Root.Id) is { } all && lacking is null
            ? new Figure(new Fraction(terms.Places.Sum(p => Of(p)!.Value), all), ClaimUnit.Share, name, all, null, HistoryQuery(election, "turnout-of-adults"))
            {
                Sources = [book.SourceLine(book.PeopleOf(election.Country, election.Places.Root.Id, year)!.Source)],
            }
            : new Figure(null, ClaimUnit.Share, name, null, LocalizedText.Say("time.no-people", ("year", year)), HistoryQuery(election, "turnout-of-adults"));
    }

    /// <summary>The figure of a claim about time: whether it holds, and why; null where votes whose number is not known leave it open.</summary>
    Figure InTime(TimeClaim claim, Func<VoteCount, Fraction, (bool? Holds, LocalizedText Told, ImmutableArray<VoteCount> Votes, ImmutableArray<VoteCount> Lacking)> measure)
    {
        var (election, contest) = store.Contest(claim.Contest)!.Value;
        if (!store.History.Faults.IsEmpty)
        {
            return Absent(contest, election, UnitInTime, LocalizedText.Say("time.broken", ("files", Argument.List(store.History.Faults.Select(f => f.File).Distinct()))));
        }

        if (OwnVote(election, contest) is not { } own || ValueOf(own) is not { } value)
        {
            return Absent(contest, election, UnitInTime, LocalizedText.Say("time.no-figure"));
        }

        var (holds, told, votes, lacking) = measure(own, value);
        var (denominator, size) = terms.Base switch
        {
            ShareBase.Cast or ShareBase.Valid => ((LocalizedText?)null, (long?)null),
            ShareBase.Adults => (LocalizedText.Say("time.adults"), People(own)!.Adults),
            _ => (onTheRoll, own.Counts.Registered),
        };
        return new Figure(value, UnitInTime, denominator, size, holds is null ? LocalizedText.Say("time.open", ("told", told)) : null, HistoryQuery(election, terms.Base == ShareBase.Adults ? "turnout-of-adults" : "turnout"))
        {
            Holds = holds,
            Detail = told,
            Sources = [.. votes.SelectMany(v => v.Sources).Concat(terms.Base == ShareBase.Adults ? votes.Select(People).OfType<PeopleCount>().Select(p => store.History.Book.SourceLine(p.Source)) : []).Distinct()],
            Rows = SourceRows.Together(votes.SelectMany(v => v.Row is { } row ? [OfTable(row)] : v == own ? RowsOf(Measure.Turnout, election, contest, null) : [])),
            Completeness = lacking.IsEmpty ? Completeness.Full : new Completeness(null, [LocalizedText.Say("time.lacking", ("votes", Argument.List(lacking.Take(MostLacking).Select(NameOf))), ("more", Math.Max(0, lacking.Length - MostLacking)))]),
        };
    }

    /// <summary>A row of a table beside the election folders, named as theirs are.</summary>
    static SourceRows OfTable(TableRow row) =>
        row.File.LastIndexOf('/') is > 0 and var at ? new(row.File[..at], row.File[(at + 1)..], [row.Number]) : new("", row.File, [row.Number]);

    ClaimUnit UnitInTime => terms.Base is ShareBase.Cast or ShareBase.Valid ? ClaimUnit.Votes : ClaimUnit.Share;

    /// <summary>The votes before one, of its country and from a day on, with their numbers; and those whose number is not known.</summary>
    (List<(VoteCount Vote, Fraction Value)> Known, ImmutableArray<VoteCount> Lacking) Before(VoteCount own, bool all)
    {
        var from = terms.Date ?? DateOnly.MinValue;
        var votes = store.History.Votes.Where(v => v.Country == own.Country && v.Date < own.Date && v.Date >= from && (all ? v.Kind is ContestKind.Election or ContestKind.Plebiscite : v.Series == own.Series)).ToList();

        // Who votes gets the ballots of all votes of the day: one that is known speaks for the others.
        var known = votes.Where(v => ValueOf(v) is not null).ToList();
        var days = known.Select(v => v.Date).ToHashSet();
        return ([.. known.Select(v => (v, ValueOf(v)!.Value))], [.. votes.Where(v => ValueOf(v) is null && !(all && days.Contains(v.Date)))]);
    }

    VoteCount? OwnVote(Election election, Contest contest) => store.History.Votes.FirstOrDefault(v => v.Election == election.Id && v.Contest == contest.Id);

    PeopleCount? People(VoteCount vote) => store.History.Book.PeopleOf(vote.Country, vote.Place.Id, vote.Date.Year);

    Fraction? ValueOf(VoteCount vote) => terms.Base switch
    {
        ShareBase.Cast => vote.Cast is { } cast ? cast : null,
        ShareBase.Valid => vote.Counts.Valid is { } valid ? valid : null,
        ShareBase.Adults => vote.Cast is { } cast && People(vote) is { } people ? new Fraction(cast, people.Adults) : null,
        _ => vote.Counts is { Cast: { } cast, Registered: > 0 and { } roll } ? new Fraction(cast, roll) : null,
    };

    LocalizedText Told(Fraction value) => FigureWords.Of(value, UnitInTime);

    static string Day(VoteCount vote) => vote.Date.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    static string NameOf(VoteCount vote) => $"{vote.Election}/{vote.Contest}";

    /// <summary>The command over the folder that holds the election's own.</summary>
    string HistoryQuery(Election election, string measure)
    {
        var path = store.PathOf(election);
        return $"urna history {Quoted(path == "." ? ".." : path.LastIndexOf('/') is > 0 and var end ? path[..end] : ".")} --measure {measure}";
    }
}
