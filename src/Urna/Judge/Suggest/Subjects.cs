using System.Collections.Immutable;

namespace Urna.Judge.Suggest;

/// <summary>Gives verbs without a subject of their own the one that the sentence, or the one before it, told.</summary>
/// <remarks>
/// “Boric won and got …”, “…, winning …”, “…, who got …”, “He had …”, “Quedó a …”. Whoever is told only in a sentence before is <em>carried</em>, and a second look sees the other
/// names of the paragraph too.
/// </remarks>
static class Subjects
{
    /// <summary>Verbs that somebody is the subject of.</summary>
    const string Verbs = "gbl2p";

    /// <summary>What stands before a name that is no subject.</summary>
    const string Governing = "bpFADzvotfiyah2s";

    /// <summary>Verbs of reaching a number that a party or person may be the subject of.</summary>
    static readonly Phrases<bool> personal = new Phrases<bool>().Add(true, "ALCANZO|LLEGO|SUPERO|BORDEO|ROZO|TOTALIZO|CERRO|REACHED");

    const string Edges = ",;:()-&W";

    /// <summary>The frame with the subjects that are understood, and who the sentence is about at its end.</summary>
    /// <param name="frame">The pieces of a sentence.</param>
    /// <param name="tokens">Its words.</param>
    /// <param name="before">Who the sentence before was about; null if nobody for sure.</param>
    public static (ImmutableArray<Item> Frame, Item? About) Of(ImmutableArray<Item> frame, ImmutableArray<Token> tokens, Item? before)
    {
        var items = ImmutableArray.CreateBuilder<Item>();
        Item? current = null;
        var (told, start) = (new List<Item>(), 0);
        for (var i = 0; i < frame.Length; i++)
        {
            var item = frame[i];
            if (IsEdge(frame, i))
            {
                start = i + 1;
            }
            else if (item.Class == 'N' && IsSubject(frame, i))
            {
                current = item;
                told.Add(item);
            }
            else if (item.Class == 'H' && Pronouns.Meant(item, tokens, told is [] ? before : told is [var one] ? one : null, frame.Take(i).LastOrDefault(p => p.Class == 'N')) is { } meant && StartsClause(frame, i))
            {
                items.Add(meant with { First = item.First, After = item.After, IsCarried = true });
                current = items[^1];
                continue;
            }
            else if ((Verbs.Contains(item.Class, StringComparison.Ordinal) || (item.Class == 'q' && personal.At(tokens, item.First).Length > 0)) && Understood(frame, i, start, current, told, before) is { } subject)
            {
                items.Add(subject with { First = item.First, After = item.First, IsCarried = subject.IsCarried || current is null });
                current ??= items[^1];
            }

            items.Add(item);
        }

        var distinct = told.Where(t => !t.IsCarried).DistinctBy(t => string.Join('|', t.Meanings.Select(m => $"{m.Venue.Name}{m.Of}"))).ToList();
        var about = distinct is [var only] ? only : distinct is [] ? frame.Any(f => f.Class is 'N' or 'C' or 'U' or 'X' or 'V' or 'Z' or 'L') ? null : current ?? before : IsFirst(frame, distinct[0]) ? distinct[0] : null;
        return (items.ToImmutable(), about is null ? null : about with { IsCarried = true });
    }

    static bool IsEdge(ImmutableArray<Item> frame, int i) => Edges.Contains(frame[i].Class, StringComparison.Ordinal);

    static bool StartsClause(ImmutableArray<Item> frame, int i) => i == 0 || IsEdge(frame, i - 1) || frame[i - 1].Class is 'j' or 'r';

    /// <summary>Whether a name begins a clause of its own, or its verb follows.</summary>
    static bool IsSubject(ImmutableArray<Item> frame, int i)
    {
        var before = i - 1;
        while (before >= 0 && frame[before].Class is 'u' or 'C')
        {
            before--;
        }

        return before < 0 || !Governing.Contains(frame[before].Class, StringComparison.Ordinal) && (frame[before].Class is not ('&' or ',') || !IsObject(frame, before));
    }

    /// <summary>Whether what stands before a mark is a name that something governs: “followed by A (…), B”.</summary>
    static bool IsObject(ImmutableArray<Item> frame, int mark)
    {
        var at = mark - 1;
        while (at >= 0 && frame[at].Class is not ('N' or ';' or 'W'))
        {
            if (Verbs.Contains(frame[at].Class, StringComparison.Ordinal))
            {
                return false;
            }

            at--;
        }

        return at >= 0 && frame[at].Class == 'N' && !IsSubject(frame, at);
    }

    static bool IsFirst(ImmutableArray<Item> frame, Item item) => frame.FirstOrDefault(f => f.Class is 'N' or 'C') == item && frame.IndexOf(item) is var at && at + 1 < frame.Length
        && frame.Skip(at + 1).Take(2).Any(f => Verbs.Contains(f.Class, StringComparison.Ordinal) || f.Class is 'q' or 'u');

    static Item? Understood(ImmutableArray<Item> frame, int verb, int start, Item? current, List<Item> told, Item? before)
    {
        var own = frame.Skip(start).Take(verb - start).ToList();
        // A subject of its own, an unknown one, a second verb of the same, or a passive is not left out.
        // “In La Araucanía it reached …”: a place that a preposition leads is no subject.
        if (own.Index().Any(o => o.Item.Class == 'P' && (o.Index == 0 || own[o.Index - 1].Class != 'i')) || own.Exists(i => i.Class is 'N' or 'C' or 'H' or 'j' or 'm' or 'n' or 'U' or 'X' or 'e' or 'c' or 'k' or 'K' or 'S' or 'Q' or 'x' or 'g' or 'b' or 'l' or 'p' or 'q' or 'V' or 'a')
            || (verb + 1 < frame.Length && frame[verb + 1].Class == 'N' && frame[verb].Class == 'g'))
        {
            return null;
        }

        var relative = own.FindIndex(i => i.Class == 'r');
        if (relative >= 0)
        {
            var named = start - 1;
            if (start > 1 && frame[start - 1].Class == '&')
            {
                // “…, a lawyer who had … and who got …”: the second is of the same.
                named = Enumerable.Range(0, start - 1).Reverse().FirstOrDefault(i => frame[i].Class == 'r', -1) - 1;
            }

            while (named >= 0 && frame[named].Class is ',' or 'u')
            {
                named--;
            }

            return named >= 0 && frame[named].Class == 'N' && start > 0 && own.Take(relative).All(i => i.Class == 'u') && !(own.Count == 1 && named == start - 2 && frame[start - 1].Class == ',') ? frame[named] : null;
        }

        if (own.Exists(i => i.Class == 'u'))
        {
            return null;
        }

        return current is null ? before : told.Count == 0 || told.TrueForAll(t => t == current) || start == 0 || frame[start - 1].Class is ',' or '&' or ':' && told[0] == current ? current : null;
    }
}
