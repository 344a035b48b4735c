using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>Asks a person wherever the count contradicts a draft and another reading of the same words holds.</summary>
/// <remarks>It only ever makes a draft less sure; that a reading holds never makes one sure. The rule is the same for every side.</remarks>
static class SecondLook
{
    /// <summary>Opens the fields in which a reading that holds differs from a draft that does not.</summary>
    /// <param name="draft">A draft that leaves nothing to choose.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="before">The names that the paragraph told before.</param>
    /// <param name="isOfTheNight">Whether the article tells that the contest's count had not ended.</param>
    /// <param name="store">The elections.</param>
    /// <param name="venues">Every contest and chamber.</param>
    public static void Ask(Draft draft, SentenceText sentence, ImmutableArray<Item> before, bool isOfTheNight, ClaimStore store, ImmutableArray<Venue> venues)
    {
        var fields = draft.All();
        if (DraftFields.Of("draft", fields) is not { } own || !own.Faults(store).IsEmpty)
        {
            Open(draft, "measure", [draft.Measure.Values[0], "not-observable"]);
            return;
        }

        if (ClaimJudge.Of(Claim.Of(own), store).Verdict is not (Verdict.Contradicted or Verdict.DependsOnScope) || own.Wording is Wording.AtLeast or Wording.AtMost or Wording.Over or Wording.Under)
        {
            return;
        }

        if (isOfTheNight && draft.Quantity is not null && Drafting.ofBallots.Contains(draft.Measure.Values[0]) && draft.Fields.TrueForAll(f => f.Key != "count"))
        {
            draft.Fields.Add(new DraftField("count", ["night"], true));
        }

        foreach (var (key, value) in Alternatives(draft, [.. sentence.Names, .. before], venues).Distinct())
        {
            var other = With(draft, fields, key, value, venues);
            if (other is { } read && DraftFields.Of("draft", read) is { } claim && claim.Faults(store).IsEmpty && ClaimJudge.Of(Claim.Of(claim), store).Verdict is Verdict.Confirmed or Verdict.ConfirmedByRounding)
            {
                var current = fields.First(f => f.Key == key).Values;
                Open(draft, key, [.. current, value]);
            }
        }
    }

    static IEnumerable<(string Key, string Value)> Alternatives(Draft draft, IEnumerable<Item> names, ImmutableArray<Venue> venues)
    {
        if (draft.Contest.Venues is not [var venue] || draft.Measure.Values is not [var measure])
        {
            yield break;
        }

        foreach (var other in draft.Contest.IsTold ? [] : venues.Where(v => v != venue && v.Contest is not null && (v.Election == venue.Election || v.IsOwn || draft.Reading.Of?.Meanings.Any(m => m.Venue == v && m.IsPerson) == true)))
        {
            yield return ("contest", other.Name);
        }

        var of = draft.Fields.Find(f => f.Key == "of")?.Values;
        foreach (var name in of is null ? [] : names.SelectMany(n => n.Meanings).Where(m => m.Venue == venue && !of.Value.Contains(m.Of)).Select(m => m.Of).Distinct())
        {
            yield return ("of", name);
        }

        foreach (var place in draft.OtherPlaces)
        {
            yield return ("places", place);
        }

        if (measure == "margin" && of is { Length: 1 })
        {
            yield return ("measure", draft.Value!.EndsWith("votes", StringComparison.Ordinal) ? "votes" : "share");
        }

        if (measure is "turnout" or "abstention")
        {
            yield return ("measure", measure == "turnout" ? "abstention" : "turnout");
        }
    }

    static ImmutableArray<DraftField>? With(Draft draft, ImmutableArray<DraftField> fields, string key, string value, ImmutableArray<Venue> venues)
    {
        var changed = fields.Select(f => f.Key == key ? f with { Values = [value], IsOpen = false } : f).ToImmutableArray();
        if (key == "measure" && value is "votes" or "share")
        {
            return [.. changed.Where(f => f.Key != "than").Select(f => f.Key == "value" ? f with { Values = [f.Values[0].Replace("points", "%", StringComparison.Ordinal)] } : f)];
        }

        if (key != "contest" || draft.Reading.Of is not { } subject)
        {
            return key == "of" && fields.Any(f => f.Key == "than" && f.Values.Contains(value))
                ? [.. changed.Select(f => f.Key == "than" ? f with { Values = fields.First(o => o.Key == "of").Values } : f)] : changed;
        }

        // On another ballot the same name may be called otherwise.
        var there = venues.First(v => v.Name == value);
        string? Of(Item item) => item.Meanings.Where(m => m.Venue == there).Select(m => m.Of).FirstOrDefault();
        return Of(subject) is not { } of ? null
            : [.. changed.Select(f => f.Key == "of" ? f with { Values = [of] } : f.Key == "than" && draft.Reading.Than is { } than && Of(than) is { } rival ? f with { Values = [rival] } : f)];
    }

    static void Open(Draft draft, string key, ImmutableArray<string> values)
    {
        if (key == "measure")
        {
            draft.Measure = new DraftField("measure", values, true);
        }
        else if (key == "contest")
        {
            draft.Contest = draft.Contest with { IsSure = false };
            draft.Also.AddRange(values);
        }
        else
        {
            var at = draft.Fields.FindIndex(f => f.Key == key);
            draft.Fields[at] = new DraftField(key, [.. draft.Fields[at].Values.Concat(values).Distinct()], true);
        }
    }
}
