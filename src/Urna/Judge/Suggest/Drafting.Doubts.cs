using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>What makes a reading less than sure.</summary>
sealed partial class Drafting
{
    /// <summary>Pieces that tell that a number is not what was counted: conditions, polls, groups of people, other times.</summary>
    const string Doubts = "mx";

    /// <summary>Pieces that keep a clause from being sure where they stand beside what a rule read.</summary>
    const string Strangers = "CnjP";

    bool IsSure(Reading reading)
    {
        var (first, last) = sentence.ClauseOf(reading.First, reading.Last, ",;:()-W");
        var left = Enumerable.Range(first, Math.Max(0, reading.First - first)).Reverse().TakeWhile(i => !"bpFAz".Contains(sentence.Frame[i].Class, StringComparison.Ordinal));
        var around = left.Concat(Enumerable.Range(reading.Last + 1, Math.Max(0, last - reading.Last))).ToList();
        // Whose number another reading before already told is nobody who could be meant here.
        var own = sentence.Readings.Where(r => r.Last < reading.First).SelectMany(r => new[] { r.Of, r.Than }).Concat([reading.Of, reading.Than, .. reading.Others]).ToList();
        return reading.IsSure
            && !around.Exists(i => (reading.Role != Role.Majority || sentence.Frame[i].Class != 'n') && Strangers.Contains(sentence.Frame[i].Class, StringComparison.Ordinal) || (sentence.Frame[i].Class == 'N' && !own.Contains(sentence.Frame[i]) && i < reading.First) || "ADdE".Contains(sentence.Frame[i].Class, StringComparison.Ordinal) && i > reading.Last)
            && !(reading.First > 0 && sentence.Frame[0].Class is 'j');
    }

    /// <summary>Whether the words around tell that the number is not what was counted: conditions, polls, groups of people, other times.</summary>
    bool IsDoubtful(Reading reading)
    {
        var (first, last) = sentence.ClauseOf(reading.First, reading.Last);
        var (start, end) = sentence.ClauseOf(reading.First, reading.Last, ";:W");
        // Polls and parts of the count reach over commas; conditions, groups and times only where they lead the clause or stand in it, or follow as “among …”.
        var fronted = Enumerable.Range(start, first - start).TakeWhile(i => sentence.Frame[i].Class is not 'N' && !sentence.Frame[i].IsNumber);
        var after = last + 2 <= end && sentence.Frame[last + 2].Class is 'i' or 'h' or 'o' or 'f' or 'x' or 'm' ? Enumerable.Range(last + 2, end - last - 1).TakeWhile(i => sentence.Frame[i].Class != ',') : [];
        return Enumerable.Range(start, first - start).Any(i => sentence.Frame[i].Class == 'x')
            || Enumerable.Range(first, last - first + 1).Concat(fronted).Concat(after).Any(i => Doubts.Contains(sentence.Frame[i].Class, StringComparison.Ordinal) || (sentence.Frame[i].Class == 'G' && !IsTimeTold))
            || Enumerable.Range(start, end - start + 1).Any(i => sentence.Frame[i].Class == 'x' && elsewhere.At(sentence.Tokens, sentence.Frame[i].First).Length > 0)
            || sentence.Items is [{ Class: 'x' or 'm' }, ..] || (sentence.Items is [{ Class: 'n' }, ..] && !sentence.Frame.Take(first).Any(i => i.Class is ':' or ';')) || sentence.Frame[0].Class is 'x' or 'm' || (sentence.Items is [{ Class: 'G' }, ..] && !IsTimeTold);
    }

    /// <summary>Whether the sentence itself tells which time is meant: “four years earlier, in 2017”.</summary>
    bool IsTimeTold => Told.In(sentence.Cues) is { IsMixed: false } told && (!told.Years.IsEmpty || !told.Rounds.IsEmpty || !told.Days.IsEmpty || !told.Contests.IsEmpty);
}
