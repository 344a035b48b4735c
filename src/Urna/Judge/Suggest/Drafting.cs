using System.Collections.Immutable;
using System.Globalization;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>Makes drafts of what the rules read in one sentence, each field with what it may be.</summary>
/// <param name="sentence">The sentence.</param>
/// <param name="venues">Every contest and chamber, the claims' own first.</param>
/// <param name="focus">Which contest the article spoke of before.</param>
/// <param name="paragraph">The paragraph of the sentence.</param>
/// <param name="placeBefore">Whether the sentence before spoke of one place.</param>
sealed class Drafting(SentenceText sentence, ImmutableArray<Venue> venues, Focus focus, int paragraph, bool placeBefore)
{
    /// <summary>Pieces that tell that a number is not what was counted: conditions, polls, groups of people, other times.</summary>
    const string Doubts = "mx";

    /// <summary>Pieces that keep a clause from being sure where they stand beside what a rule read.</summary>
    const string Strangers = "CnjP";

    /// <summary>The drafts, in the order of the sentence.</summary>
    public IEnumerable<Draft> All()
    {
        var read = sentence.Readings.Select(Of).OfType<Draft>();
        var unread = sentence.Unread.Where(IsAboutVotes).Select(Open).OfType<Draft>();
        var all = read.Concat(unread).OrderBy(d => d.At).ToList();
        return all.Count == 0 && sentence.Frame.Length > 0 && Day() is { } day ? [day] : all;
    }

    Draft? Of(Reading reading)
    {
        var isSure = IsSure(reading);
        return reading.Role switch
        {
            Role.Amount => Amount(reading, isSure),
            Role.Margin or Role.Lead => Margin(reading, isSure),
            Role.Turnout => Roll("turnout", reading, isSure),
            Role.Abstention => Roll("abstention", reading, isSure),
            Role.Cast => Cast(reading, isSure),
            Role.Rank => Rank(reading, isSure),
            Role.Majority => Majority(reading, isSure),
            Role.TurnoutChange => TurnoutChange(reading, isSure),
            Role.SeatChange => SeatChange(reading),
            Role.Won => Won(reading, isSure),
            Role.PlacesWon => PlacesWon(reading, isSure),
            _ => null,
        };
    }

    Draft? Amount(Reading reading, bool isSure)
    {
        var quantity = reading.Number!.Quantity!;
        var isSeats = quantity.Kind == QuantityKind.Seats || (quantity.Kind == QuantityKind.Bare && sentence.Has("S"));
        var isVotes = quantity.Kind == QuantityKind.Votes || (quantity.Kind == QuantityKind.Bare && quantity.Amount >= 1000 && sentence.Has("K"));
        isSeats &= !isVotes;
        var isShare = quantity.Kind == QuantityKind.Percent || (quantity.Kind == QuantityKind.Bare && !isSeats && !isVotes && sentence.Has("Q") && quantity.Amount < 100);
        if (!isSeats && !isShare && !isVotes)
        {
            return null;
        }

        var ofSeats = isShare && sentence.Items.Any(i => i.Class == 'k' && i.First - quantity.After is >= 0 and <= 3);
        var measure = isSeats ? "seats" : ofSeats ? "seat-share" : isShare ? "share" : "votes";
        var value = quantity.Kind != QuantityKind.Bare ? quantity.Value : isSeats ? $"{quantity.Value} seats" : isVotes ? $"{quantity.Value} votes" : $"{quantity.Value} %";
        var chamber = quantity.Chamber.Length > 0 ? quantity.Chamber : isSeats ? sentence.Items.Select(i => i.Quantity?.Chamber ?? "").FirstOrDefault(c => c.Length > 0, "") : "";
        isSure &= !ofSeats && quantity.Of is not (CountOf.Roll or CountOf.Spoilt) && (quantity.Kind != QuantityKind.Bare || quantity.Amount < 400 || isVotes);
        var draft = new Draft(reading, quantity, measure, value);
        draft.Contest = Venue(reading, v => Has(v, reading.Of!) && (isSeats || ofSeats ? HasSeats(v) && (chamber.Length == 0 || VenueKinds.Fits(v, chamber)) : v.Contest is not null), chamber, isSeats);
        draft.Set("of", Names(reading.Of!, draft.Contest), isSure, Others(reading.Of!, draft.Contest));
        if (quantity.Base is { } ofWhat)
        {
            draft.Set("base", [Spelling.Kebab(ofWhat)], ofWhat != ShareBase.Cast || isSure);
        }

        AddPlaces(draft, reading, isSeats || ofSeats);
        return Finished(draft, reading, isSure && !(measure is "share" && IsOneOfMany(reading.Of!, draft.Contest)));
    }

    Draft? Margin(Reading reading, bool isSure)
    {
        var quantity = reading.Number!.Quantity!;
        if (reading.Of is null && reading.Than is null)
        {
            return null;
        }

        var draft = new Draft(reading, quantity, "margin", quantity.Value) { Contest = Venue(reading, v => v.Contest is not null && (reading.Of is null || Has(v, reading.Of)) && (reading.Than is null || Has(v, reading.Than)), "", false) };
        isSure &= quantity.Of is CountOf.Votes or CountOf.Voters && reading.Role == Role.Margin;
        var (of, than) = (Side(reading.Of, reading.Than, draft.Contest), Side(reading.Than, reading.Of, draft.Contest));
        if (reading.Role == Role.Lead)
        {
            ImmutableArray<string> both = [.. of.Concat(than).Distinct()];
            draft.Set("of", both, false);
            draft.Set("than", [.. both.Reverse()], false);
        }
        else
        {
            draft.Set("of", of, isSure, than);
            draft.Set("than", than, isSure && than.Length == 1, of);
        }

        AddPlaces(draft, reading, false);
        return Finished(draft, reading, isSure);
    }

    /// <summary>Who is meant on one side of a comparison: the one named, or the only other on the ballot.</summary>
    static ImmutableArray<string> Side(Item? named, Item? other, VenueChoice contest) => named is not null ? Names(named, contest)
        : [.. contest.Venues.Where(v => v.Choices == 2).SelectMany(v => v.Contest!.Candidacies.Select(c => c.Choice).Where(c => !other!.Meanings.Any(m => m.Venue == v && m.Of == c))).Distinct()];

    Draft Roll(string measure, Reading reading, bool isSure)
    {
        var quantity = reading.Number!.Quantity!;
        var draft = new Draft(reading, quantity, measure, quantity.Value) { Contest = Venue(reading, v => v.Contest is not null, "", false) };
        isSure &= quantity.Base is null or ShareBase.Registered;
        draft.Measure = new DraftField("measure", isSure ? [measure] : measure == "turnout" ? ["turnout", "abstention", "share"] : ["abstention", "turnout", "share"]);
        AddPlaces(draft, reading, false);
        return Finished(draft, reading, isSure);
    }

    Draft Cast(Reading reading, bool isSure)
    {
        var quantity = reading.Number!.Quantity!;
        var draft = new Draft(reading, quantity, "votes", quantity.Value) { Contest = Venue(reading, v => v.Contest is not null, "", false) };
        isSure &= !sentence.Items.Any(i => i.Class == 'Z');
        draft.Set("of", [quantity.Of == CountOf.Valid ? "valid" : quantity.Of == CountOf.Roll ? "registered" : "cast"], isSure && quantity.Of is not (CountOf.Spoilt or CountOf.Roll), ["valid", "cast", "registered"]);
        AddPlaces(draft, reading, false);
        return Finished(draft, reading, isSure);
    }

    Draft Rank(Reading reading, bool isSure)
    {
        var quantity = reading.Number!.Quantity!;
        var draft = new Draft(reading, quantity, "rank", quantity.Value.Length == 0 ? null : quantity.Value) { Contest = Venue(reading, v => v.Contest is not null && Has(v, reading.Of!), "", false) };
        draft.Set("of", Names(reading.Of!, draft.Contest), isSure, Others(reading.Of!, draft.Contest));
        AddPlaces(draft, reading, false);
        return Finished(draft, reading, isSure && !IsOneOfMany(reading.Of!, draft.Contest));
    }

    Draft Majority(Reading reading, bool isSure)
    {
        var quantity = reading.Number!.Quantity!;
        var isSeats = sentence.Has("Sk") || sentence.Cues.Any(c => c.Cue?.Kind is "deputies" or "senate" or "congress" or "convention");
        var draft = isSeats ? new Draft(reading, quantity with { Wording = Wording.Plain }, "majority", quantity.IsDenied ? "no" : "yes") : new Draft(reading, quantity, "share", quantity.Value);
        draft.Contest = Venue(reading, v => Has(v, reading.Of!) && (isSeats ? HasSeats(v) : v.Contest is not null), "", isSeats);
        isSure &= !quantity.IsDenied || !sentence.Has("x");
        draft.Set("of", Names(reading.Of!, draft.Contest), isSure, Others(reading.Of!, draft.Contest));
        AddPlaces(draft, reading, isSeats);
        return Finished(draft, reading, isSure);
    }

    Draft TurnoutChange(Reading reading, bool isSure)
    {
        var quantity = reading.Number!.Quantity!;
        var fell = Enumerable.Range(reading.First, reading.Last - reading.First + 1).Any(i => sentence.Frame[i].Class == 'd');
        var draft = new Draft(reading, quantity, "change", fell ? $"-{quantity.Value}" : quantity.Value) { Contest = Venue(reading, v => v.Contest is not null, "", false) };
        draft.Fields.Add(new DraftField("what", ["turnout"]));
        var first = draft.Contest is { IsSure: true, Venues: [{ Contest.FirstRound: { } id, IsOwn: true }] } ? id : null;
        draft.Set("since", first is null ? [] : [first], isSure && first is not null && !sentence.Has("x"));
        AddPlaces(draft, reading, false);
        return Finished(draft, reading, isSure && quantity.Wording == Wording.Plain);
    }

    Draft? SeatChange(Reading reading)
    {
        var (to, from) = (reading.Number!.Quantity!, reading.Than!.Quantity!);
        var draft = new Draft(reading, to, "change", $"{(to.Amount - from.Amount).ToString(CultureInfo.InvariantCulture)} seats") { Contest = Venue(reading, v => HasSeats(v) && Has(v, reading.Of!), to.Chamber, true) };
        draft.Fields.Add(new DraftField("what", ["seats"]));
        draft.Set("of", Names(reading.Of!, draft.Contest), false, Others(reading.Of!, draft.Contest));
        draft.Set("since", [], false);
        return Finished(draft, reading, false);
    }

    Draft? Won(Reading reading, bool isSure)
    {
        // A margin that is told in the same sentence says more than that there was one.
        if (sentence.Readings.Any(r => r.Role is Role.Margin && r.Of == reading.Of))
        {
            return null;
        }

        var draft = new Draft(reading, null, "margin", "0 votes") { Contest = Venue(reading, v => v.Contest is not null && Has(v, reading.Of!) && (reading.Than is null || Has(v, reading.Than)), "", false) };
        draft.Set("of", Names(reading.Of!, draft.Contest), isSure, Others(reading.Of!, draft.Contest));
        draft.Set("than", Side(reading.Than, reading.Of, draft.Contest), isSure);
        AddPlaces(draft, reading, false);
        draft.Fields.Add(new DraftField("wording", ["over"]));
        return Finished(draft, reading, isSure);
    }

    /// <summary>“The primaries were held on 18 July 2021”: the day is what is said, not when something else was.</summary>
    Draft? Day()
    {
        var days = sentence.Items.Where(i => i.Class == 'T' && i.Quantity!.Value.Length == 10).ToList();
        if (days is not [var day] || sentence.Items.Any(i => "QKSMROB".Contains(i.Class, StringComparison.Ordinal)) || !sentence.Cues.Any(c => c.Cue is { Kind.Length: > 0 } or { Contests.Length: > 0 }))
        {
            return null;
        }

        var before = day.First - (day.First > 0 && sentence.Tokens[day.First - 1].Folded is "ON" or "EL" ? 1 : 0);
        if (held.Before(sentence.Tokens, before).Length == 0)
        {
            return null;
        }

        var reading = new Reading("held", Role.Date, day, null, null, 0, Math.Max(0, sentence.Frame.Length - 1), true);
        var told = Told.In(sentence.Cues.Where(c => c != day));
        var draft = new Draft(reading, day.Quantity, "date", day.Quantity!.Value) { Contest = VenueChoice.Of(venues, v => v.Contest is not null, told, told, focus, focus.HoldsIn(paragraph)), Last = Math.Max(0, sentence.Frame.Length - 1) };
        if (IsDoubtful(reading))
        {
            draft.Measure = new DraftField("measure", ["date", "not-observable"], true);
        }

        return draft;
    }

    static readonly Phrases<bool> held = new Phrases<bool>().Add(true, "HELD|WAS HELD|WERE HELD|TOOK PLACE|WAS|WERE|FUE|FUERON|SE REALIZO|SE CELEBRO|SE REALIZARON|SE CELEBRARON|TUVO LUGAR|TUVIERON LUGAR|SE EFECTUO|SE LLEVO A CABO");

    static readonly ImmutableHashSet<string> measureOfGroups = ["share", "votes"];

    Draft PlacesWon(Reading reading, bool isSure)
    {
        var quantity = reading.Number!.Quantity!;
        var draft = new Draft(reading, quantity, "places-won", quantity.Value) { Contest = Venue(reading, v => v.Contest is not null && Has(v, reading.Of!), "", false) };
        draft.Set("of", Names(reading.Of!, draft.Contest), isSure, Others(reading.Of!, draft.Contest));
        draft.Set("level", quantity.Level.Length > 0 ? [quantity.Level] : [], isSure);
        if (quantity.OutOf.Length > 0)
        {
            draft.Fields.Add(new DraftField("out-of", [quantity.OutOf]));
        }

        AddPlaces(draft, reading, false);
        return Finished(draft, reading, isSure);
    }

    /// <summary>Whether a number that no rule read may be one of a count.</summary>
    bool IsAboutVotes(Item item)
    {
        var quantity = item.Quantity!;
        var isNumber = quantity.Kind is QuantityKind.Percent or QuantityKind.Points or QuantityKind.Votes or QuantityKind.Seats or QuantityKind.Rank or QuantityKind.Majority;
        var isKnown = sentence.Has("NUXYVZa") || sentence.Cues.Any() || quantity.Kind is QuantityKind.Votes or QuantityKind.Seats;
        var near = sentence.Items.Where(i => i.Class == 'x' && Math.Abs(i.First - item.First) <= 4);
        return isNumber && isKnown && !near.Any(i => elsewhere.At(sentence.Tokens, i.First).Length > 0) && !(quantity.Kind == QuantityKind.Seats && IsSize(item)) && !(quantity.Kind == QuantityKind.Votes && quantity.Of == CountOf.Voters && !sentence.Has("VZ"));
    }

    /// <summary>Whether seats are those of the whole body: “the 155 seats of the Chamber”.</summary>
    bool IsSize(Item item) => item.First > 0 && sentence.Tokens[item.First - 1].Folded is "THE" or "LOS" or "LAS" or "ITS" or "SUS" or "OF";

    static readonly Phrases<bool> elsewhere = new Phrases<bool>().Add(true,
        "POLL|POLLS|SURVEY|SURVEYS|ENCUESTA|ENCUESTAS|SONDEO|SONDEOS|GDP|PIB|INFLATION|INFLACION|UNEMPLOYMENT|DESEMPLEO|COUNTED|COUNTING|STATIONS|MESAS|ESCRUTADAS|ESCRUTADOS|ESCRUTADO|COMPUTADAS|PRICE|PRICES|PRECIOS|PESOS|DOLLARS|DOLARES|APPROVAL|APROBACION|GROWTH|CRECIMIENTO|CADEM|BUDGET|PRESUPUESTO|PRECINCTS|TABLES|OPINION POLL|OPINION POLLS|POLLSTER|POLLSTERS");

    /// <summary>A number whose owner or measure the rules cannot tell.</summary>
    Draft? Open(Item item)
    {
        var quantity = item.Quantity!;
        var at = sentence.Frame.IndexOf(item);
        var reading = new Reading("unread", Role.Amount, item, null, null, at, at, false);
        var near = sentence.Names.OrderBy(n => n.First < item.First ? item.First - n.First : (n.First - item.First) * 2).ToList();
        ImmutableArray<string> measures = quantity.Kind switch
        {
            QuantityKind.Percent => sentence.Has("UXVZ") ? ["turnout", "abstention", "share"] : ["share", "turnout", "seat-share"],
            QuantityKind.Points => sentence.Has("UX") ? ["change", "margin"] : ["margin", "change"],
            QuantityKind.Votes => ["votes", "margin"],
            QuantityKind.Seats => ["seats", "change"],
            QuantityKind.Rank => ["rank"],
            _ => sentence.Cues.Any(c => c.Cue?.Kind is "deputies" or "senate" or "congress" or "convention") || sentence.Has("Sk") ? ["majority"] : ["majority", "share"],
        };
        var isMajority = quantity.Kind == QuantityKind.Majority;
        var isSeats = quantity.Kind == QuantityKind.Seats || (isMajority && measures.Length == 1);
        var value = isMajority ? quantity.IsDenied ? "no" : "yes" : quantity.Value.Length == 0 ? null : quantity.Value;
        var draft = new Draft(reading, isMajority ? quantity with { Wording = Wording.Plain } : quantity, measures[0], value) { Measure = new DraftField("measure", measures, measures.Length > 1 || !isMajority) };
        draft.Contest = Venue(reading, v => isSeats ? HasSeats(v) : v.Contest is not null && (near.Count == 0 || Has(v, near[0])), quantity.Chamber, isSeats);
        if (quantity.Kind != QuantityKind.Percent || !sentence.Has("UX"))
        {
            draft.Fields.Add(new DraftField("of", [.. near.SelectMany(n => Names(n, draft.Contest)).Distinct().Take(6)], true));
        }

        AddPlaces(draft, reading, isSeats);
        return Finished(draft, reading, false);
    }

    /// <summary>Puts the wording and value to a draft, and leaves to choose what a doubt of the sentence touches.</summary>
    Draft Finished(Draft draft, Reading reading, bool isSure)
    {
        if (draft.Quantity is { } quantity)
        {
            if (quantity.Wording != Wording.Plain)
            {
                draft.Fields.Add(new DraftField("wording", [Spelling.Kebab(quantity.Wording)]));
            }

            if (!quantity.IsSure)
            {
                draft.ValueIsOpen = true;
            }
        }

        if (IsDoubtful(reading) && !draft.Measure.IsOpen)
        {
            draft.Measure = new DraftField("measure", measureOfGroups.Contains(draft.Measure.Values[0]) ? [draft.Measure.Values[0], "inferred-share", "needs-data", "not-observable"] : [draft.Measure.Values[0], "not-observable"], true);
        }

        if (!isSure && draft.Fields.TrueForAll(f => !f.IsOpen) && draft.Contest.IsSure && !draft.Measure.IsOpen && !draft.ValueIsOpen)
        {
            draft.Measure = new DraftField("measure", [draft.Measure.Values[0], "not-observable"], true);
        }

        (draft.First, draft.Last) = sentence.ClauseOf(reading.First, reading.Last);
        return draft;
    }

    bool IsSure(Reading reading)
    {
        var (first, last) = sentence.ClauseOf(reading.First, reading.Last, ",;:()-W");
        var left = Enumerable.Range(first, Math.Max(0, reading.First - first)).Reverse().TakeWhile(i => !"bpFAz".Contains(sentence.Frame[i].Class, StringComparison.Ordinal));
        var around = left.Concat(Enumerable.Range(reading.Last + 1, Math.Max(0, last - reading.Last))).ToList();
        var own = new[] { reading.Of, reading.Than };
        return reading.IsSure
            && !around.Exists(i => (reading.Role != Role.Majority || sentence.Frame[i].Class != 'n') && Strangers.Contains(sentence.Frame[i].Class, StringComparison.Ordinal) || (sentence.Frame[i].Class == 'N' && !own.Contains(sentence.Frame[i]) && i < reading.First) || "ADdE".Contains(sentence.Frame[i].Class, StringComparison.Ordinal) && i > reading.Last)
            && !(reading.First > 0 && sentence.Frame[0].Class is 'j');
    }

    /// <summary>Whether the words around tell that the number is not what was counted: conditions, polls, groups of people, other times.</summary>
    bool IsDoubtful(Reading reading)
    {
        var (first, last) = sentence.ClauseOf(reading.First, reading.Last, ";:W");
        return Enumerable.Range(first, last - first + 1).Any(i => Doubts.Contains(sentence.Frame[i].Class, StringComparison.Ordinal))
            || sentence.Items[0].Class is 'x' or 'm' or 'n' || sentence.Frame[0].Class is 'x' or 'm';
    }

    static bool Has(Venue venue, Item name) => name.Meanings.Any(m => m.Venue == venue);

    static bool HasSeats(Venue venue) => venue.Contest is null || !venue.Contest.Seats.IsEmpty;

    static ImmutableArray<string> Names(Item name, VenueChoice contest) =>
        [.. name.Meanings.Where(m => contest.Venues.Contains(m.Venue)).OrderBy(m => contest.Venues.IndexOf(m.Venue)).Select(m => m.Of).DistinctBy(FoldedName.Of)];

    /// <summary>The others whom the sentence names, as further candidates.</summary>
    ImmutableArray<string> Others(Item name, VenueChoice contest) => [.. sentence.Names.Where(n => n != name).SelectMany(n => Names(n, contest)).Distinct()];

    /// <summary>Whether a person stands on a ballot of one of many districts, of which alone a share or rank could be.</summary>
    static bool IsOneOfMany(Item name, VenueChoice contest) =>
        contest.Venues.Any(v => v.Contest is { } c && c.Candidacies.Select(k => k.District).Distinct().Skip(1).Any() && name.Meanings.Any(m => m.Venue == v && m.IsPerson));

    VenueChoice Venue(Reading reading, Func<Venue, bool> can, string kind, bool isSeats)
    {
        var (first, last) = sentence.ClauseOf(reading.First, reading.Last);
        var (start, end) = sentence.WordsOf(first, last);
        bool IsHere(Item item) => sentence.Tokens[item.First].Start >= start && sentence.Tokens[item.After - 1].End <= end;
        var clause = Told.In(sentence.Cues.Where(IsHere));
        var others = sentence.Cues.Where(c => !sentence.IsSubordinate(c) && !IsHere(c)).ToList();
        // A cue within another claim's clause is that one's, unless it stands before all of them.
        var free = others.Where(c => c.First < sentence.Frame.Where(i => i.Class == 'N' || i.IsNumber).Select(i => i.First).DefaultIfEmpty(int.MaxValue).Min() || sentence.Readings.Length <= 1 || !IsInReading(c));
        var told = Told.In(free);
        if (kind.Length > 0)
        {
            clause = clause with { Kinds = [.. clause.Kinds.Where(k => k is "deputies" or "senate").Append(kind).Distinct()], Rounds = [] };
        }

        if (isSeats)
        {
            (clause, told) = (clause with { Rounds = [], Kinds = [.. clause.Kinds.Where(k => k != "president")] }, told with { Rounds = [], Kinds = [.. told.Kinds.Where(k => k != "president")] });
        }

        var holds = focus.HoldsIn(paragraph) && !sentence.LooksBack(start, end) && !sentence.Has("x");
        var choice = VenueChoice.Of(Seated(can, isSeats), _ => true, clause, told, focus, holds);
        var isSplit = others.Count > free.Count() && clause.IsEmpty;
        return choice with { IsTold = !clause.Rounds.IsEmpty || !clause.Contests.IsEmpty || !clause.Days.IsEmpty || clause.Kinds.Any(k => k is "primary" or "convention" or "senate"), IsSure = choice.IsSure && !isSplit && choice.Venues.Length == 1 };
    }

    /// <summary>Those that can; of a chamber that a contest fills whole, the contest alone.</summary>
    ImmutableArray<Venue> Seated(Func<Venue, bool> can, bool isSeats)
    {
        var able = venues.Where(can).ToImmutableArray();
        return !isSeats ? able : [.. able.Where(v => v.Contest is not null || !able.Any(c => c.Contest is { } contest && c.Election == v.Election && contest.Id == v.Chamber
            && contest.Seats.Values.Sum() == v.Election.Members.Where(m => m.Chamber == v.Chamber).Sum(m => m.Seats)))];
    }

    bool IsInReading(Item cue) => sentence.Readings.Any(r =>
    {
        var (first, last) = sentence.ClauseOf(r.First, r.Last);
        var (start, end) = sentence.WordsOf(first, last);
        return sentence.Tokens[cue.First].Start >= start && sentence.Tokens[cue.After - 1].End <= end;
    });

    void AddPlaces(Draft draft, Reading reading, bool isSeats)
    {
        var named = sentence.Places.Where(p => !IsRole(p)).ToList();
        if (named.Count == 0)
        {
            if (placeBefore && !isSeats && !sentence.Cues.Any())
            {
                draft.Fields.Add(new DraftField("places", [], true));
            }

            return;
        }

        var (first, last) = sentence.ClauseOf(reading.First, reading.Last);
        var (start, end) = sentence.WordsOf(first, last);
        var before = sentence.Frame.Where(i => i.Class == 'N' || i.IsNumber).Select(i => i.First).DefaultIfEmpty(int.MaxValue).Min();
        var here = named.Where(p => sentence.Tokens[p.First].Start >= start && sentence.Tokens[p.After - 1].End <= end).ToList();
        var fronted = named.Where(p => p.First < before).ToList();
        var bound = here.Count > 0 ? here : fronted;
        var isSure = !isSeats && bound.Count == 1 && (here.Count == 1 || named.Count == 1) && IsLed(bound[0]) && (here.Count > 0 || named.Count == fronted.Count);
        ImmutableArray<string> ids = [.. (bound.Count > 0 ? bound : named).SelectMany(p => p.Places).Where(m => draft.Contest.Venues.Any(v => v.Election == m.Election)).Select(m => m.Id).Distinct()];
        draft.Fields.Add(new DraftField("places", ids, !isSure || ids.Length != 1));
    }

    bool IsLed(Item place) => place.First > 0 && sentence.Tokens[place.First - 1].Folded is "IN" or "EN" or "ACROSS"
        || (place.First > 1 && sentence.Tokens[place.First - 1].Folded is "THE" or "LA" or "EL" && sentence.Tokens[place.First - 2].Folded is "IN" or "EN" or "ACROSS");

    /// <summary>Whether a place only says what somebody is: senator for Coquimbo, alcalde de Recoleta.</summary>
    bool IsRole(Item place) => Enumerable.Range(Math.Max(0, place.First - 3), Math.Min(3, place.First)).Any(i => sentence.Tokens[i].Folded is "SENATOR" or "DEPUTY" or "MAYOR" or "GOVERNOR" or "BORN" or "NATIVE"
        or "ALCALDE" or "ALCALDESA" or "SENADOR" or "SENADORA" or "DIPUTADO" or "DIPUTADA" or "GOBERNADOR" or "GOBERNADORA" or "NACIDO" or "EXALCALDE" or "INTENDENTE");
}
