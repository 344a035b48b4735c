using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>Drafts of the day on which something was held.</summary>
sealed partial class Drafting
{
    /// <summary>“The primaries, held on 18 July 2021”: the day is what is said, not when something else was.</summary>
    IEnumerable<Draft> Days()
    {
        foreach (var day in sentence.Items.Where(i => i.Class == 'T' && i.Quantity is { Value.Length: 10 }))
        {
            var about = sentence.Cues.Where(c => c.First < day.First && c.Quantity is null && !(c.Cue is { Year: > 0, Kind: "" })).ToList();
            var wasHeld = Enumerable.Range(Math.Max(0, day.First - 6), Math.Min(6, day.First)).Any(i => held.At(sentence.Tokens, i) is { Length: > 0 and var length } && Enumerable.Range(i + length, Math.Max(0, day.First - i - length)).All(IsOnTheDay));
            if (!wasHeld || about.Count == 0 || sentence.Frame.Length == 0 && sentence.Items.Length == 0)
            {
                continue;
            }

            var at = sentence.Frame.Length == 0 ? 0 : Math.Min(sentence.Frame.Length - 1, sentence.Frame.TakeWhile(i => i.First < day.First).Count());
            var told = Told.In(about);
            var years = sentence.Cues.Where(c => c.Cue is { Year: > 0 }).ToList();
            var contest = VenueChoice.Of(venues, v => v.Contest is not null, years.Count > 0 ? Told.In([.. about, .. years]) : told, told, focus, focus.HoldsIn(paragraph), paragraph);
            var reading = new Reading("held", Role.Date, day, null, null, at, at, true);
            var draft = new Draft(reading, day.Quantity, "date", day.Quantity!.Value) { Contest = contest, First = at, Last = at };
            if (sentence.Items is [{ Class: 'x' or 'm' or 'n' }, ..] || sentence.Items.Any(i => i.Class == 'm' && i.First < day.First))
            {
                draft.Measure = new DraftField("measure", ["date", "not-observable"], true);
            }

            yield return draft;
        }
    }

    bool IsOnTheDay(int token) => sentence.Tokens[token].Folded is "ON" or "EL" or "THE" or "IN" or "EN" or "CHILE" or "SUNDAY" or "DOMINGO" or "FRIDAY" or "VIERNES" or "SATURDAY" or "SABADO" or "," or "DIA";

    static readonly Phrases<bool> held = new Phrases<bool>().Add(true, """
        HELD|WAS HELD|WERE HELD|TOOK PLACE|WAS|WERE|FUE|FUERON|SE REALIZO|SE CELEBRO|SE REALIZARON|SE CELEBRARON|TUVO LUGAR|TUVIERON LUGAR|SE EFECTUO|SE LLEVO A CABO
        CELEBRADO|CELEBRADA|CELEBRADOS|CELEBRADAS|REALIZADO|REALIZADA|REALIZADOS|REALIZADAS|EFECTUADO|EFECTUADA|FUE CELEBRADO|FUE CELEBRADA
        """);
}
