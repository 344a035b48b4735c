using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>Drafts of what somebody has: votes, shares, seats, a rank, a majority; and of how many voted.</summary>
sealed partial class Drafting
{
    Draft? Amount(Reading reading, bool isSure)
    {
        var quantity = reading.Number!.Quantity!;
        // A bare number is of the unit that the sentence tells, else of that of the sentence before.
        var isBare = quantity.Kind == QuantityKind.Bare;
        var isAlone = isBare && !sentence.Has("SkQK");
        var isSeats = quantity.Kind == QuantityKind.Seats || (isBare && (sentence.Has("Sk") || (isAlone && unitBefore == 'S' && quantity.Amount < 500)));
        var isVotes = quantity.Kind == QuantityKind.Votes || (isBare && quantity.Amount >= 1000 && (sentence.Has("K") || (isAlone && unitBefore == 'K')));
        isSeats &= !isVotes;
        var isShare = quantity.Kind == QuantityKind.Percent || (isBare && !isSeats && !isVotes && (sentence.Has("Q") || (isAlone && unitBefore == 'Q' && quantity.Value.Contains('.', StringComparison.Ordinal))) && quantity.Amount < 100);
        if (!isSeats && !isShare && !isVotes)
        {
            return null;
        }

        var ofSeats = isShare && sentence.Items.Any(i => i.Class == 'k' && i.First - quantity.After is >= 0 and <= 3);
        var measure = isSeats ? "seats" : ofSeats ? "seat-share" : isShare ? "share" : "votes";
        var value = quantity.Kind != QuantityKind.Bare ? quantity.Value : isSeats ? $"{quantity.Value} seats" : isVotes ? $"{quantity.Value} votes" : $"{quantity.Value} %";
        var chamber = quantity.Chamber.Length > 0 ? quantity.Chamber : isSeats ? ChamberAround() : "";
        isSure &= !ofSeats && quantity.Of is not (CountOf.Roll or CountOf.Spoilt or CountOf.Blank or CountOf.Null) && (quantity.Kind != QuantityKind.Bare || quantity.Amount < 400 || isVotes);
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

    /// <summary>The chamber that the other numbers of the sentence name, where no cue names one; empty where they name none or several.</summary>
    string ChamberAround() => sentence.Cues.Any(c => c.Cue?.Kind is "deputies" or "senate" or "convention") ? ""
        : sentence.Items.Select(i => i.Quantity?.Chamber ?? "").Where(c => c.Length > 0).Distinct().ToList() is [var one] ? one : "";

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
        draft.Set("of", [TotalOf(quantity.Of)], isSure && quantity.Of is not CountOf.Spoilt, ["valid", "cast", "registered", "blank", "null"]);
        AddPlaces(draft, reading, false);
        return Finished(draft, reading, isSure);
    }

    static string TotalOf(CountOf of) => of switch { CountOf.Valid => "valid", CountOf.Roll => "registered", CountOf.Blank => "blank", CountOf.Null => "null", _ => "cast" };

    Draft Rank(Reading reading, bool isSure)
    {
        var quantity = reading.Number!.Quantity!;
        var contest = Venue(reading, v => v.Contest is not null && Has(v, reading.Of!), "", false);
        // “Last” is the number of those on the ballot.
        var value = quantity.Value.Length > 0 ? quantity.Value : contest is { IsSure: true, Venues: [{ Choices: > 2 and var all }] } ? $"rank {all + quantity.Amount}" : null;
        var draft = new Draft(reading, quantity, "rank", value) { Contest = contest };
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

    /// <summary>Whether a number that no rule read may be one of a count.</summary>
    bool IsAboutVotes(Item item)
    {
        var quantity = item.Quantity!;
        var isNumber = quantity.Kind is QuantityKind.Percent or QuantityKind.Points or QuantityKind.Votes or QuantityKind.Seats or QuantityKind.Rank or QuantityKind.Majority;
        var isKnown = quantity.IsExplicit || sentence.Has("NUXYVZaH") || sentence.Cues.Any() || quantity.Kind is QuantityKind.Votes or QuantityKind.Seats;
        var near = sentence.Items.Where(i => i.Class == 'x' && Math.Abs(i.First - item.First) <= 4);
        return isNumber && isKnown && !near.Any(i => elsewhere.At(sentence.Tokens, i.First).Length > 0) && !(quantity.Kind == QuantityKind.Seats && IsSize(item)) && !(quantity.Kind == QuantityKind.Votes && quantity.Of == CountOf.Voters && !sentence.Has("VZa"));
    }

    /// <summary>Whether seats are those of the whole body: “the 155 seats of the Chamber”.</summary>
    bool IsSize(Item item) => item.First > 0 && sentence.Tokens[item.First - 1].Folded is "THE" or "LOS" or "LAS" or "ITS" or "SUS" or "OF";

    static readonly Phrases<bool> elsewhere = new Phrases<bool>().Add(true,
        "POLL|POLLS|SURVEY|SURVEYS|ENCUESTA|ENCUESTAS|SONDEO|SONDEOS|GDP|PIB|INFLATION|INFLACION|UNEMPLOYMENT|DESEMPLEO|PRICE|PRICES|PRECIOS|PESOS|DOLLARS|DOLARES|APPROVAL|APROBACION|GROWTH|CRECIMIENTO|CADEM|BUDGET|PRESUPUESTO|OPINION POLL|OPINION POLLS|POLLSTER|POLLSTERS");

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
}
