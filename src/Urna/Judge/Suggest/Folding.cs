using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Urna.Judge.Suggest;

/// <summary>Takes out of a sentence what is not its frame: brackets, appositions, circumstances of place and contest.</summary>
static class Folding
{
    static readonly Regex cue = Make("[iohy]?(?<drop>Y)");
    static readonly Regex day = Make("(?:[ioh]|h)?(?<drop>T)(?<!qT)");
    static readonly Regex place = Make("[iothf]?(?<drop>P)");
    static readonly Regex unknown = Make("[io][uCk][uCxk]*(?:[o][uCe]+)*");
    static readonly Regex ofVotes = Make("(?<=[QKSRJ])[oi][ce]|(?<=[QK])[c](?![oi])");
    static readonly Regex emptyBrackets = Make("\\([^()QKSBMR]*\\)");
    static readonly Regex partyInBrackets = Make("(?<=N)\\((?<drop>[^()QKSBMR]*,)(?=[^()]*\\))");
    static readonly Regex personOfParty = Make("(?<party>N),(?=(?<person>N),?[gblp2hqaF(R])");
    static readonly Regex betweenCommas = Make("(?<=N),(?<body>(?:[oruCnjH]|&[oruC])[^QKSMR;:()W]*?|r[^QKSMR;:()]*?|[uC]*o?N|B|),(?=[gblpqhaF2(R\\-]|$)");
    static readonly Regex partyBetween = Make("(?<=N),[uC]*o(?<party>N),(?=[QKSB&u])");
    static readonly Regex nothingBetween = Make("(?<=N),,(?=[gblpqhaFR(QKSB])");
    static readonly Regex partyOf = Make("(?<=N)o(?<party>N)(?=[gblpqhaF2,(R])");
    static readonly Regex doubled = Make("(?<party>N),?(?=N)");
    static readonly Regex modified = Make("(?<=^|[,;:W&(bpfyaFtAD\\-])[uC]?u+(?=N)");

    /// <summary>The frame of a sentence.</summary>
    /// <param name="items">Its pieces.</param>
    /// <param name="cues">What is taken out and says which contest is meant.</param>
    /// <param name="places">What is taken out and names a place.</param>
    public static ImmutableArray<Item> Of(ImmutableArray<Item> items, List<Item> cues, List<Item> places)
    {
        var left = items.ToList();
        Drop(left, cue, (match, found) => cues.Add(found[match.Groups["drop"].Index]));
        Drop(left, day, (match, found) => cues.Add(found[match.Groups["drop"].Index]), match => match.Value.Length > 0);
        foreach (var match in Matches(left, personOfParty))
        {
            if (left[match.Index].IsGroup && !left[match.Groups["person"].Index].IsGroup)
            {
                var person = match.Groups["person"].Index;
                if (left[person + 1].Class == ',')
                {
                    left.RemoveAt(person + 1);
                }

                left.RemoveRange(match.Index, match.Length);
            }
        }

        Drop(left, betweenCommas, (_, _) => { });
        Drop(left, place, (match, found) => places.Add(found[match.Groups["drop"].Index]));
        Drop(left, Make("^,"), (_, _) => { });
        Replace(left, unknown, 'j');
        Drop(left, ofVotes, (_, _) => { });
        Drop(left, emptyBrackets, (_, _) => { });
        foreach (var match in Matches(left, partyInBrackets))
        {
            var body = match.Groups["drop"];
            left.RemoveRange(body.Index, body.Length);
        }

        Drop(left, nothingBetween, (_, _) => { });
        foreach (var match in Matches(left, partyBetween).Where(m => left[m.Groups["party"].Index].IsGroup && !left[m.Index - 1].IsGroup))
        {
            left.RemoveRange(match.Index, match.Length);
        }

        Apposed(left);
        Drop(left, betweenCommas, (_, _) => { });
        Drop(left, modified, (_, _) => { });
        Apposed(left);
        return [.. left];
    }

    /// <summary>A party beside a person says whose candidate that is: “the PDC's Provoste”, “Kast, of the Republicans,”.</summary>
    static void Apposed(List<Item> items)
    {
        foreach (var match in Matches(items, partyOf))
        {
            var party = match.Groups["party"].Index;
            if (items[party].IsGroup && !items[match.Index - 1].IsGroup)
            {
                items.RemoveRange(match.Index, match.Length);
            }
        }

        foreach (var match in Matches(items, doubled))
        {
            var (party, person) = (match.Index, match.Index + match.Length);
            if (items[party].IsGroup && !items[person].IsGroup && match.Length == 1)
            {
                items.RemoveRange(party, match.Length);
            }
        }
    }

    static List<Match> Matches(List<Item> items, Regex pattern) => [.. pattern.Matches(Codes(items)).Reverse()];

    static void Drop(List<Item> items, Regex pattern, Action<Match, List<Item>> before, Func<Match, bool>? isMeant = null)
    {
        foreach (var match in Matches(items, pattern).Where(m => isMeant?.Invoke(m) ?? true))
        {
            before(match, items);
            items.RemoveRange(match.Index, match.Length);
        }
    }

    static void Replace(List<Item> items, Regex pattern, char by)
    {
        foreach (var match in Matches(items, pattern))
        {
            var (first, last) = (items[match.Index], items[match.Index + match.Length - 1]);
            items.RemoveRange(match.Index, match.Length);
            items.Insert(match.Index, new Item(by, first.First, last.After));
        }
    }

    static string Codes(List<Item> items) => string.Concat(items.Select(i => i.Class));

    static Regex Make(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
