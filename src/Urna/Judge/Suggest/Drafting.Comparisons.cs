using System.Collections.Immutable;
using System.Globalization;
using Urna.Count;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>Drafts of how far somebody is ahead, what changed, what several have together, and in how many places somebody won.</summary>
sealed partial class Drafting
{
    Draft? Margin(Reading reading, bool isSure)
    {
        var quantity = reading.Number!.Quantity!;
        if (reading.Of is null && reading.Than is null)
        {
            return null;
        }

        var draft = new Draft(reading, quantity, "margin", quantity.Value) { Contest = Venue(reading, v => v.Contest is not null && (reading.Of is null || Has(v, reading.Of)) && (reading.Than is null || Has(v, reading.Than)), "", false) };
        isSure &= quantity.Of is CountOf.Votes or CountOf.Voters;
        var (of, than) = (Side(reading.Of, reading.Than, draft.Contest), Side(reading.Than, reading.Of, draft.Contest));
        if (reading.Role == Role.Lead)
        {
            ImmutableArray<string> both = [.. of.Concat(than).Distinct()];
            var isOrdered = isSure && of.Length == 1 && than.Length == 1 && both.Length == 2 && draft.Contest is { IsSure: true, Venues: [{ Contest: not null }] } && sentence.Places.All(IsRole);
            // A distance between two has no sign: it is told of the one who was ahead.
            both = isOrdered && IsBehind(draft.Contest.Venues[0], both[0], both[1]) ? [.. both.Reverse()] : both;
            draft.Set("of", isOrdered ? [both[0]] : both, isOrdered);
            draft.Set("than", isOrdered ? [both[1]] : [.. both.Reverse()], isOrdered);
        }
        else
        {
            draft.Set("of", of, isSure, than);
            draft.Set("than", than, isSure && than.Length == 1, of);
        }

        AddPlaces(draft, reading, false);
        return Finished(draft, reading, isSure);
    }

    static bool IsBehind(Venue venue, string one, string other)
    {
        var count = Tabulate.Whole(venue.Contest!, venue.Election.Places);
        long Votes(string of) => count.Choices.Where(c => venue.Contest!.Candidacies[c.Choice] is var k && new[] { k.Choice, k.List, k.Party, k.Candidate }.Any(n => FoldedName.Of(n) == FoldedName.Of(of))).Sum(c => c.Votes.Known);
        return Votes(one) < Votes(other);
    }

    /// <summary>Who is meant on one side of a comparison: the one named, or the only other on the ballot.</summary>
    static ImmutableArray<string> Side(Item? named, Item? other, VenueChoice contest) => named is not null ? Names(named, contest)
        : [.. contest.Venues.Where(v => v.Choices == 2).SelectMany(v => v.Contest!.Candidacies.Select(c => c.Choice).Where(c => !other!.Meanings.Any(m => m.Venue == v && m.Of == c))).Distinct()];

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

    /// <summary>“Went from 8 to 12 seats since 2017”: of members, against the election of the year that is told.</summary>
    Draft? FromTo(Reading reading, bool isSure)
    {
        var (to, from) = (reading.Number!.Quantity!, reading.Than!.Quantity!);
        var draft = new Draft(reading, to, "from-to", null) { Contest = Venue(reading, v => v.Contest is null && Has(v, reading.Of!), to.Chamber, true) };
        var now = draft.Contest.Venues is [{ IsOwn: true } only] ? only : null;
        ImmutableArray<Venue> earlier = now is null ? [] : [.. venues.Where(v => v.Contest is null && v.Chamber == now.Chamber && v.Election.Date < now.Election.Date && Has(v, reading.Of!)).OrderByDescending(v => v.Election.Date)];
        var years = sentence.Cues.Select(c => c.Cue?.Year ?? 0).Where(y => y > 0 && now?.Years.Contains(y) != true).Distinct().ToList();
        ImmutableArray<string> told = [.. earlier.Where(v => years is [var year] && v.Years.Contains(year)).Select(v => v.Name)];
        draft.Fields.Add(new DraftField("what", ["seats"]));
        draft.Set("of", Names(reading.Of!, draft.Contest), isSure && now is not null, Others(reading.Of!, draft.Contest));
        draft.Set("since", told.Length == 1 ? told : [.. earlier.Select(v => v.Name)], told.Length == 1);
        draft.Fields.Add(DraftField.Together("values", [$"{Bare(from)} seats", $"{Bare(to)} seats"]));
        return Finished(draft, reading, isSure);

        static string Bare(Quantity quantity) => quantity.Amount.ToString("0", CultureInfo.InvariantCulture);
    }

    /// <summary>“A and B have 74 seats together”: the sum of both.</summary>
    Draft? Together(Reading reading)
    {
        var quantity = reading.Number!.Quantity!;
        ImmutableArray<Item> all = [reading.Of!, .. reading.Others];
        var (isSeats, measure) = (quantity.Kind == QuantityKind.Seats, quantity.Kind switch { QuantityKind.Seats => "seats", QuantityKind.Percent => "share", _ => "votes" });
        var draft = new Draft(reading, quantity, measure, quantity.Value)
        {
            Contest = Venue(reading, v => all.All(n => Has(v, n)) && (isSeats ? HasSeats(v) && (quantity.Chamber.Length == 0 || VenueKinds.Fits(v, quantity.Chamber)) : v.Contest is not null), quantity.Chamber, isSeats),
        };
        var names = all.Select(n => Names(n, draft.Contest)).ToList();
        draft.Fields.Add(names.TrueForAll(n => n.Length == 1) ? DraftField.Together("of", [.. names.Select(n => n[0])]) : new DraftField("of", [.. names.SelectMany(n => n).Distinct()], true));
        AddPlaces(draft, reading, isSeats);
        return Finished(draft, reading, reading.IsSure);
    }

    /// <summary>“Confirmed by 153 votes to 35”, where an assembly chose.</summary>
    Draft? Assembly(Reading reading, bool isSure)
    {
        var quantity = reading.Number!.Quantity!;
        var isTold = sentence.Items.Any(i => chosen.At(sentence.Tokens, i.First).Length > 0) && sentence.Cues.All(c => c.Cue is null or { Kind: "congress" or "" or "president" });
        var draft = new Draft(reading, quantity, "assembly-votes", quantity.Kind == QuantityKind.Bare ? $"{quantity.Value} votes" : quantity.Value)
        {
            Contest = VenueChoice.Of(venues, v => v.Contest is { Congress.IsEmpty: false } && Has(v, reading.Of!), Told.In([]), Told.In([]), focus, true, paragraph),
        };
        if (draft.Contest.Venues.IsEmpty || quantity.Amount >= 1000)
        {
            return Open(reading.Number!);
        }

        draft.Contest = draft.Contest with { IsSure = draft.Contest.IsSure && isTold };
        draft.Set("of", Names(reading.Of!, draft.Contest), isSure || (isTold && quantity.Wording == Wording.Plain), Others(reading.Of!, draft.Contest));
        return Finished(draft, reading, isTold);
    }

    static readonly Phrases<bool> chosen = new Phrases<bool>().Add(true, "CONFIRMED|RATIFIED|CHOSEN|ELECTED BY CONGRESS|CONGRESS|RATIFICADO|CONFIRMADO|ELEGIDO POR EL CONGRESO|CONGRESO|PROCLAMADO");

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
}
