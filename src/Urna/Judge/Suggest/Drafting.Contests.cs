using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>Which contest or chamber a draft is of, and what it calls whom there.</summary>
sealed partial class Drafting
{
    VenueChoice Venue(Reading reading, Func<Venue, bool> can, string kind, bool isSeats)
    {
        var (first, last) = sentence.ClauseOf(reading.First, reading.Last);
        var (start, end) = sentence.WordsOf(first, last);
        bool IsHere(Item item) => sentence.Tokens[item.First].Start >= start && sentence.Tokens[item.After - 1].End <= end;
        var clause = Told.In(sentence.Cues.Where(IsHere));
        var cueBefore = sentence.Cues.LastOrDefault(c => sentence.Tokens[c.After - 1].End <= start + 1 || (c.After <= sentence.Frame[first].First && !IsHere(c)));
        if (clause.IsEmpty && cueBefore is not null && IsWhen(sentence.Frame[first].First, cueBefore.After))
        {
            // “In the first round, when 7 million voted”: what is told right before “when” is what is meant.
            clause = Told.In([cueBefore]);
        }

        var others = sentence.Cues.Where(c => !sentence.IsSubordinate(c) && !IsHere(c)).ToList();
        // A cue within another claim's clause is that one's, unless it stands before all of them.
        var free = others.Where(c => c.First < sentence.Frame.Where(i => i.Class == 'N' || i.IsNumber).Select(i => i.First).DefaultIfEmpty(int.MaxValue).Min() || sentence.Readings.Length <= 1 || !IsInReading(c) || Carries(c, start));
        var told = Told.In(free);
        if (kind.Length > 0)
        {
            clause = clause with { Kinds = [.. clause.Kinds.Where(k => k is "deputies" or "senate").Append(kind).Distinct()], Rounds = [] };
        }

        if (isSeats)
        {
            (clause, told) = (clause with { Rounds = [], Kinds = [.. clause.Kinds.Where(k => k != "president")] }, told with { Rounds = [], Kinds = [.. told.Kinds.Where(k => k != "president")] });
        }

        var holds = focus.HoldsIn(paragraph) && !sentence.LooksBack(first, last) && !sentence.Has("x");
        var elections = isSeats ? OfBodies() : (All: null, One: null);
        var choice = VenueChoice.Of(Seated(v => can(v) && (elections.All?.Contains(v.Election) ?? true), isSeats, kind, reading), _ => true, clause, told, focus, holds, paragraph);
        var isSplit = others.Count > free.Count() && clause.IsEmpty;
        // “72 of 155 deputies and 19 of 43 senators”: there was one such Congress.
        var isOne = isSeats && choice.Venues.Length == 1 && choice.Venues[0].Election == elections.One;
        return choice with { IsTold = !clause.Rounds.IsEmpty || !clause.Contests.IsEmpty || !clause.Days.IsEmpty || clause.Kinds.Any(k => k is "primary" or "convention" or "senate"), IsSure = (choice.IsSure || isOne) && !isSplit && choice.Venues.Length == 1 };
    }

    /// <summary>Whether a cue of the clauses before goes on: nothing else was told between, and the clause does not look back.</summary>
    bool Carries(Item cue, int start) => sentence.Tokens[cue.First].Start < start && Told.In(sentence.Cues.Where(c => !sentence.IsSubordinate(c))) is { IsMixed: false }
        && !sentence.Cues.Any(c => c.First > cue.First && sentence.Tokens[c.First].Start < start);

    /// <summary>Whether a clause begins with “when” or “where” right after a cue.</summary>
    bool IsWhen(int at, int afterCue) => Enumerable.Range(afterCue, Math.Max(0, Math.Min(at + 1, sentence.Tokens.Length) - afterCue)) is var between && between.Count() <= 4
        && between.Any(i => sentence.Tokens[i].Folded is "WHEN" or "CUANDO" or "WHERE" or "DONDE");

    /// <summary>Those that can; of a chamber that a contest fills whole, the contest alone; of a body of so many seats, those that have them.</summary>
    ImmutableArray<Venue> Seated(Func<Venue, bool> can, bool isSeats, string kind, Reading reading)
    {
        var able = venues.Where(can).ToImmutableArray();
        if (isSeats && Body(kind) is > 0 and var body && able.Where(v => SeatsOf(v) == body).ToImmutableArray() is { IsEmpty: false } whole)
        {
            able = whole;
        }
        else if (isSeats && reading.Number?.Quantity is { Amount: > 0 and var amount } && able.Where(v => SeatsOf(v) >= amount).ToImmutableArray() is { IsEmpty: false } large)
        {
            // 37 seats are not among 27. Who “has” senators sits there; who “won” them was elected on the day.
            able = IsHaving(reading) && large.Where(v => v.Contest is null).ToImmutableArray() is { IsEmpty: false } chambers
                ? [.. large.Where(v => v.Contest is null || !chambers.Any(c => c.Election == v.Election && VenueKinds.Fits(c, v.Kinds.FirstOrDefault("")) && SeatsOf(c) != SeatsOf(v)))]
                : large;
        }

        return !isSeats ? able : [.. able.Where(v => v.Contest is not null || !able.Any(c => c.Contest is { } contest && c.Election == v.Election && contest.Id == v.Chamber
            && SeatsOf(c) == SeatsOf(v)))];
    }

    /// <summary>The elections that fit every body of seats of which the sentence tells the size, and the one where there is but one; nulls where it tells none.</summary>
    (ImmutableHashSet<Election>? All, Election? One) OfBodies()
    {
        var fitting = sentence.Items.Select(i => i.Quantity).OfType<Quantity>().Where(q => q.Body > 0 && q.Chamber.Length > 0)
            .Select(q => venues.Where(v => VenueKinds.Fits(v, q.Chamber) && SeatsOf(v) == q.Body).Select(v => v.Election).ToImmutableHashSet()).Where(e => !e.IsEmpty).ToList();
        var all = fitting.Count == 0 ? null : fitting.Aggregate((a, b) => a.Intersect(b));
        return all is null or { IsEmpty: true } ? (null, null) : (all, all.Count == 1 ? all.First() : null);
    }

    /// <summary>Whether the verb before a number is one of having, not of winning.</summary>
    bool IsHaving(Reading reading) => sentence.Frame.Take(reading.Last + 1).LastOrDefault(i => i.Class == 'g') is { } verb && having.At(sentence.Tokens, verb.First).Length > 0;

    static readonly Phrases<bool> having = new Phrases<bool>().Add(true, "HAS|HAVE|HOLDS|HOLD|KEEPS|TIENE|TIENEN|CUENTA CON|CUENTAN CON|POSEE|MANTIENE");

    /// <summary>The seats of the body that the sentence speaks of, where its numbers tell one: “24 of the 50 seats; the others have 18”.</summary>
    long Body(string kind) => sentence.Items.Select(i => i.Quantity).OfType<Quantity>().Where(q => q.Body > 0 && (kind.Length == 0 || q.Chamber.Length == 0 || q.Chamber == kind)).Select(q => q.Body).Distinct().ToList() is [var one] ? one : 0;

    static long SeatsOf(Venue venue) => venue.Contest is { } contest ? contest.Seats.Values.Sum() : venue.Election.Members.Where(m => m.Chamber == venue.Chamber).Sum(m => m.Seats);

    bool IsInReading(Item cue) => sentence.Readings.Any(r =>
    {
        var (first, last) = sentence.ClauseOf(r.First, r.Last);
        var (start, end) = sentence.WordsOf(first, last);
        return sentence.Tokens[cue.First].Start >= start && sentence.Tokens[cue.After - 1].End <= end;
    });

    static bool Has(Venue venue, Item name) => name.Meanings.Any(m => m.Venue == venue);

    static bool HasSeats(Venue venue) => venue.Contest is null || !venue.Contest.Seats.IsEmpty;

    static ImmutableArray<string> Names(Item name, VenueChoice contest) =>
        [.. name.Meanings.Where(m => contest.Venues.Contains(m.Venue)).OrderBy(m => contest.Venues.IndexOf(m.Venue)).DistinctBy(m => Who(m, contest)).Select(m => m.Of)];

    /// <summary>Who is meant: two names of the same candidacies are one.</summary>
    static string Who(Meaning meaning, VenueChoice contest)
    {
        var of = FoldedName.Of(meaning.Of);
        return contest.Venues.Length != 1 || meaning.Venue.Contest is null ? of
            : string.Join('|', meaning.Venue.Contest.Candidacies.Where(c => FoldedName.Of(c.Choice) == of || FoldedName.Of(c.List) == of || FoldedName.Of(c.Party) == of || FoldedName.Of(c.Candidate) == of).Select(c => c.Choice));
    }

    /// <summary>The others whom the sentence names, as further candidates.</summary>
    ImmutableArray<string> Others(Item name, VenueChoice contest) => [.. sentence.Names.Where(n => n != name).SelectMany(n => Names(n, contest)).Distinct()];

    /// <summary>Whether a person stands on a ballot of one of many districts, of which alone a share or rank could be.</summary>
    static bool IsOneOfMany(Item name, VenueChoice contest) =>
        contest.Venues.Any(v => v.Contest is { } c && c.Candidacies.Select(k => k.District).Distinct().Skip(1).Any() && name.Meanings.Any(m => m.Venue == v && m.IsPerson));
}
