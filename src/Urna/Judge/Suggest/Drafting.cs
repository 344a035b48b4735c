using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>Makes drafts of what the rules read in one sentence, each field with what it may be.</summary>
/// <param name="sentence">The sentence.</param>
/// <param name="venues">Every contest and chamber, the claims' own first.</param>
/// <param name="focus">Which contest the article spoke of before.</param>
/// <param name="paragraph">The paragraph of the sentence.</param>
/// <param name="placeBefore">Whether the sentence before spoke of one place.</param>
/// <param name="unitBefore">The kind of the numbers of the sentence before: S, K or Q; a space where they are of several or none.</param>
/// <param name="levelBefore">The level of the places that the text named last; empty where none was sure.</param>
sealed partial class Drafting(SentenceText sentence, ImmutableArray<Venue> venues, Focus focus, int paragraph, bool placeBefore, string levelBefore, char unitBefore)
{
    /// <summary>The drafts, in the order of the sentence.</summary>
    public IEnumerable<Draft> All()
    {
        var read = sentence.Readings.Select(Of).OfType<Draft>();
        var unread = sentence.Unread.Where(IsAboutVotes).Select(Open).OfType<Draft>();
        var all = read.Concat(unread).OrderBy(d => d.At).ToList();
        return Days().Concat(all);
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
            Role.SeatChange => FromTo(reading, isSure),
            Role.Together => Together(reading),
            Role.Assembly => Assembly(reading, isSure),
            Role.Won => Won(reading, isSure),
            Role.PlacesWon => PlacesWon(reading, isSure),
            _ => null,
        };
    }

    /// <summary>Measures that a count of the night may be asked for.</summary>
    public static readonly ImmutableHashSet<string> ofBallots = ["share", "votes", "margin", "turnout", "abstention", "rank"];

    static readonly ImmutableHashSet<string> measureOfGroups = ["share", "votes"];

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

        if (sentence.IsOfTheNight && draft.Quantity is not null && ofBallots.Contains(draft.Measure.Values[0]))
        {
            draft.Fields.Add(new DraftField("count", ["night"]));
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
}
