using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>Where a draft is: the places that its words name.</summary>
sealed partial class Drafting
{
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
        // “Santiago's Metropolitan Region” is one place.
        named.RemoveAll(p => named.Exists(o => o.First == p.After + 1 && sentence.Tokens[p.After].Folded == "S"));
        var before = sentence.Frame.Where(i => i.Class == 'N' || i.IsNumber).Select(i => i.First).DefaultIfEmpty(int.MaxValue).Min();
        var here = named.Where(p => sentence.Tokens[p.First].Start >= start && sentence.Tokens[p.After - 1].End <= end).ToList();
        var fronted = named.Where(p => p.First < before).ToList();
        var where = here.Count > 0 || sentence.Frame[first].Class != 'r' || sentence.Tokens[sentence.Frame[first].First].Folded is not ("WHERE" or "DONDE") ? []
            : named.Where(p => p.After <= sentence.Frame[first].First && p.After >= sentence.Frame[first].First - 1).ToList();
        var bound = here.Count > 0 ? here : where.Count > 0 ? where : fronted;
        var isSure = !isSeats && bound.Count == 1 && (here.Count == 1 || where.Count == 1 || named.Count == 1) && IsLed(bound[0]) && (here.Count > 0 || where.Count > 0 || named.Count == fronted.Count);
        ImmutableArray<string> ids = [.. (bound.Count > 0 ? bound : named).SelectMany(p => p.Places).Where(m => draft.Contest.Venues.Any(v => v.Election == m.Election)).Select(m => m.Id).Distinct()];
        if (ids.Length > 1 && bound.Count == 1 && LevelAround(named, bound[0]) is { Length: > 0 } level
            && bound[0].Places.Where(m => m.Level == level && draft.Contest.Venues.Any(v => v.Election == m.Election)).Select(m => m.Id).Distinct().ToList() is [var own])
        {
            // A name of a region and a commune is of the level of the places that the text names beside it.
            draft.OtherPlaces.AddRange(ids.Where(i => i != own));
            ids = [own];
        }

        draft.Fields.Add(new DraftField("places", ids, !isSure || ids.Length != 1));
    }

    bool IsLed(Item place) => place.First > 0 && sentence.Tokens[place.First - 1].Folded is "IN" or "EN" or "ACROSS" or "S"
        || (place.First > 1 && sentence.Tokens[place.First - 1].Folded is "THE" or "LA" or "EL" && sentence.Tokens[place.First - 2].Folded is "IN" or "EN" or "ACROSS");

    /// <summary>Whether a place only says what somebody is: senator for Coquimbo, alcalde de Recoleta.</summary>
    bool IsRole(Item place) => Enumerable.Range(Math.Max(0, place.First - 3), Math.Min(3, place.First)).Any(i => sentence.Tokens[i].Folded is "SENATOR" or "DEPUTY" or "MAYOR" or "GOVERNOR" or "BORN" or "NATIVE"
        or "ALCALDE" or "ALCALDESA" or "SENADOR" or "SENADORA" or "DIPUTADO" or "DIPUTADA" or "GOBERNADOR" or "GOBERNADORA" or "NACIDO" or "EXALCALDE" or "INTENDENTE");

    /// <summary>The level of the other places of the sentence, else of those that the text named last; empty where it is not one.</summary>
    string LevelAround(List<Item> named, Item own)
    {
        var levels = named.Where(p => p != own).Select(LevelOf).Where(l => l.Length > 0).Distinct().ToList();
        return levels is [var one] ? one : levels.Count == 0 ? levelBefore : "";
    }

    /// <summary>The level of a place that has one only; empty else.</summary>
    public static string LevelOf(Item place) => place.Places.Select(m => m.Level).Distinct().ToList() is [var one] ? one : "";
}
