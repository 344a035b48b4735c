using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Urna.Judge.Suggest;

/// <summary>What a number of a sentence is of, by one of the rules.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Role">What is said.</param>
/// <param name="Number">The number; null where none is told, as in “beat”.</param>
/// <param name="Of">Whose it is; null if nobody's.</param>
/// <param name="Than">Whom it is set against; null if nobody.</param>
/// <param name="First">The first piece of the words that say it.</param>
/// <param name="Last">The last one.</param>
/// <param name="IsSure">Whether the rule leaves no other reading of these words.</param>
sealed record Reading(string Rule, Role Role, Item? Number, Item? Of, Item? Than, int First, int Last, bool IsSure)
{
    /// <summary>Further ones whose number it is together with the first.</summary>
    public ImmutableArray<Item> Others { get; init; } = [];
}

/// <summary>What a number says.</summary>
enum Role
{
    Amount,
    Margin,
    Lead,
    Turnout,
    Abstention,
    Cast,
    Rank,
    Majority,
    TurnoutChange,
    SeatChange,
    Won,
    PlacesWon,
    Together,
    Assembly,
    Date,
}

/// <summary>The rules by which numbers belong to names: each a pattern over the pieces of a sentence.</summary>
/// <remarks>
/// Letters: N a name, C an unknown name, P place, Y contest; Q per cent, K votes, S seats, M points, B a bare number, R rank, J majority, T day, O places; g got, b beat, 2 beat by
/// (Spanish), p was beaten by, l lost, F followed by, A ahead of, D behind, z against, a voted for, V voted, Z stayed away, U turnout, X abstention, L lead, q was, E rose, d fell,
/// s 's, h with, f for, y by, o of, i in, t to, v over, r who, W while, n not, m would, x what a count does not tell, H a pronoun, I each, + together, = or, G another time, j an unknown circumstance, e electors, c votes, k seats, u unknown.
/// In a pattern “~” stands for a few pieces that are no names, numbers or marks.
/// </remarks>
static class Grammar
{
    const string Path = "[^NPQKSMBORJTW,;:()ablpF2=\\-]{0,7}?";

    /// <summary>Pieces that may stand within a reading without making it unsure.</summary>
    const string Safe = "ghcqoyebazftrsLvAFpl2VUXZi&,:(-)EdxmG=RI+!M";

    sealed record Rule(string Name, Regex Pattern, Role Role, bool IsSure);

    static Rule Make(string name, Role role, string pattern, bool isSure = true) =>
        new(name, new Regex(pattern.Replace("~", Path, StringComparison.Ordinal), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), role, isSure);

    /// <summary>The rules, the most telling first. Groups: v of a, w of b; d how far a is ahead of b.</summary>
    static readonly ImmutableArray<Rule> rules =
    [
        Make("beat-by-two", Role.Amount, "(?<a>N)~b(?<b>N)~[hy,(:]{0,2}(?<v>[QKB])[tz\\-&]{1,2}~(?<w>[QK])"),
        Make("beat-by-to", Role.Amount, "(?<a>N)~b(?<b>N),?~y(?<v>[KQB])[tz](?<w>[KQB])"),
        Make("beat-and-score", Role.Amount, "(?<a>N)~b(?<b>N)[^NQKW;]*?[:(,\\-]h?(?<v>[QKB])[tz\\-&](?<w>[QKB])(?![of]N)"),
        Make("beat-by-points", Role.Margin, "(?<a>N)~b(?<b>N),?(?:~[yihL]~)?(?<d>M)(?![tz][QKMB])"),
        Make("beat-by-votes", Role.Margin, "(?<a>N)~b(?<b>N),?~(?:[yi]L?o?|Lo?)(?<d>K)(?![tz][QKMB])"),
        Make("beat-with", Role.Amount, "(?<a>N)~b(?<b>N),?h(?<v>[QK])"),
        Make("beat-in-brackets", Role.Amount, "(?<a>N)~b(?<b>N)\\((?<v>[QK])", false),
        Make("beaten-by-points", Role.Margin, "(?<b>N)~p(?<a>N),?(?:~[yihL]~)?(?<d>M)"),
        Make("beaten-by-votes", Role.Margin, "(?<b>N)~p(?<a>N),?~(?:[yi]L?o?|Lo?)(?<d>K)"),
        Make("beaten-with", Role.Amount, "(?<b>N)~p(?<a>N),?[hy](?<v>[QK])", false),
        Make("took-from", Role.Margin, "(?<a>N)~2t(?<b>N)(?<d>[MK])"),
        Make("took-more", Role.Margin, "(?<a>N)~2(?<d>[MK])(?:t(?<b>N))?"),
        Make("took-names-less", Role.Margin, "2(?<d>[MK])t(?<b>N)", false),
        Make("lost-by-to", Role.Margin, "(?<b>N)~l~(?:[yi]L?o?|Lo?)(?<d>[MK])(?:[tz](?<a>N))"),
        Make("lost-by", Role.Margin, "(?<b>N)~l~(?:[yi]L?o?|Lo?)(?<d>[MK])(?![tz])"),
        Make("lost-with", Role.Amount, "(?<a>N)~l~[hy]~(?<v>Q)"),
        Make("lead-over", Role.Margin, "Lo?(?<a>N)[vz](?<b>N)[qo]{1,2}~(?<d>[MK])"),
        Make("lead-of-over", Role.Lead, "(?:Lo|s)(?<a>N)s?L?(?:[vz](?<b>N))?[qo]~(?<d>[MK])", false),
        Make("names-lead", Role.Margin, "(?<a>N)sLv?(?<b>N)?q~(?<d>[MK])"),
        Make("won-by", Role.Margin, "(?<a>N)~[gl]~(?:[yi]L?o?|[hi]?Lo?)(?<d>[MK])(?:~[vAzt](?<b>N))?"),
        Make("won-points-over", Role.Margin, "(?<a>N)~[gqh]~(?<d>M)~[vA](?<b>N)"),
        Make("gap-after", Role.Lead, "(?<a>N)[^N;W]*?(?<b>N)[^N;W]*?[,:\\-][hiy]?Lo?(?<d>[MK])(?![tz][QKMB])"),
        Make("with-a-lead", Role.Margin, "(?<a>N)[^N;:W]*?(?:[hyi]?Lo?)(?<d>[MK])(?:~[vAz](?<b>N))?", false),
        Make("ahead-of-by", Role.Margin, "(?<a>N)~A(?<b>N)~[yhi]~(?<d>[MK])"),
        Make("ahead", Role.Margin, "(?<a>N)[^N;:W]*?(?<d>[MK])~A(?<b>N)"),
        Make("behind", Role.Margin, "(?<b>N)[^N;:W]*?(?<d>[MK])D(?<a>N)"),
        Make("between", Role.Lead, "L[^NQ;:]{0,3}?(?<d>[MK])[^NQ;:]*?(?<a>N)&(?<b>N)"),
        Make("between-names-first", Role.Lead, "L[^NQ;:]{0,2}?(?<a>N)&(?<b>N)[^NQ;:W]*?(?<d>[MK])"),
        Make("lay-between", Role.Lead, "(?<d>[MK])[^NQ;:]*?(?<a>N)&(?<b>N)", false),
        Make("lay-between-names-first", Role.Lead, "(?<a>N)&(?<b>N)[^NQ;:W]*?(?<d>[MK])", false),
        Make("voted-for", Role.Amount, "(?<v>[QK])[oceVux,]{0,5}a(?<a>N)"),
        Make("voted-for-first", Role.Amount, "a(?<a>N)(?<v>[QK])"),
        Make("for-voted", Role.Amount, "[yf](?<a>N),?[aV](?<v>[QK])"),
        Make("chose-names-less", Role.Won, "$^"),
        Make("turnout-rose-by", Role.TurnoutChange, "[UX][^NQKSMB;:W]{0,5}?[Ed]~(?<d>M)"),
        Make("turnout-was", Role.Turnout, "[UX][^NQKSMBJT;:W,]{0,6}?(?<v>Q)"),
        Make("turnout-of-half", Role.Turnout, "(?<v>Q)[oce]{0,2}[UX]"),
        Make("turnout-from", Role.Turnout, "[UX][^NKSM;:W]*?Q,?[Ed]~[oz](?<v>Q)"),
        Make("stayed-away", Role.Turnout, "(?<v>Q)[oceu]{0,4}[ZV](?![oiu]*N|[tfz])"),
        Make("stayed-away-first", Role.Turnout, "[ZV](?<v>Q)"),
        Make("people-voted", Role.Cast, "(?<v>K)[oceu]{0,3}(?:[VZ](?![fyio]?N|[tfz])|a(?=$|[,;:)W]))"),
        Make("voted-people", Role.Cast, "[VZ](?<v>K)(?![fo]N|[tfz])"),
        Make("rank", Role.Rank, "(?<a>N)(?:\\(?|,?)[^NPQKSMBRJTW;:()ablpF2]{0,5}?(?<v>R)"),
        Make("rank-first", Role.Rank, "(?<v>R)[,:]?(?:[qgt]|gt)?,?(?<a>N)"),
        Make("seats-fell", Role.SeatChange, "(?<a>N)~[dEqg]~(?<w>[BS])t(?<v>S)"),
        Make("won-in-places", Role.PlacesWon, "(?<a>N)~[gb]~i?(?<v>O)"),
        Make("went-from-to", Role.SeatChange, "(?<a>N)~(?:[gEd]o?|o)(?<w>[BS])t(?<v>[SB])"),
        Make("each", Role.Amount, "(?<names>N(?:,N)*,?&N)~[ghq,]{0,3}(?<each>[QKSB])I"),
        Make("together", Role.Together, "(?<names>N(?:,N)*,?&N)\\+h?(?<v>[QKS])"),
        Make("short-of", Role.Margin, "(?<b>N)~[gq]t(?<d>[MK])o(?<a>N)"),
        Make("chosen-by", Role.Assembly, "(?<a>N)[^NQKSM;:]{0,6}?y(?<v>K)(?:[tz](?<w>[BK])(?:[fo](?<b>N))?)?"),
        Make("respectively", Role.Amount, "(?<names>N(?:,N)*,?&,?N)[^N;:]{0,9}?(?<numbers>[QKSB](?:,[QKSB])*,?&[QKSB]),{0,2}!"),
        Make("got-in-turn", Role.Amount, "(?<names>N(?:,N)*,?&N)~[ghq,]{0,2}(?<numbers>[QKSB](?:,[QKSB])*,?&[QKSB])"),
        Make("got", Role.Amount, "(?<a>N)~[gq]~h?(?<v>[QKSB])"),
        Make("who-got", Role.Amount, "(?<a>N),?r~[gq]~h?(?<v>[QKS])"),
        Make("of-which", Role.Amount, "(?<a>N)~[gq]h?(?<v>B)"),
        Make("in-brackets", Role.Amount, "(?<a>N)\\((?:h|q)?(?<v>[QKSB])(?=[^NW]*\\))"),
        Make("fronted", Role.Amount, "(?:^|[,;:W&])h(?<v>[QKS])c?,?(?<a>N)~[gblp2]"),
        Make("inverted", Role.Amount, "(?<![N)])[gF](?<a>N),?h(?<v>[QKS])"),
        Make("got-it", Role.Amount, "^(?<v>[QK])g(?<a>N)"),
        Make("for", Role.Amount, "(?<v>[QKS])[oc]{0,2}f(?<a>N)"),
        Make("to", Role.Amount, "(?<v>[QKS])[oc]{0,2}t(?<a>N)", false),
        Make("possessive", Role.Amount, "(?<a>N)sc?[qg]?(?<v>[QKS])"),
        Make("of-names-votes", Role.Amount, "[co]o(?<a>N)[qg]h?(?<v>[QK])"),
        Make("with-later", Role.Amount, "(?<a>N)~[gR][^NQKSMB;:W]{0,8}?,h(?<v>[QK])"),
        Make("against-of", Role.Amount, "(?<=[QKBN])[z&,]+(?<v>[QKB])o(?<a>N)"),
        Make("followed-by", Role.Amount, "F(?<a>N),?[h(]?(?<v>[QKSB])"),
        Make("with", Role.Amount, "(?<![bpAD])(?<a>N),?h(?<v>[QKS]|B(?=$|[,;:)&W]))"),
        Make("with-after-ahead", Role.Amount, "(?<=[AD])(?<a>N),?h(?<v>[QKS])", false),
        Make("beside", Role.Amount, "(?<![bpADozi])(?<a>N)[,:\\-]?(?<v>[QKSB])"),
        Make("of", Role.Amount, "(?<v>[QKS])o(?<a>N)"),
        Make("majority", Role.Majority, "(?<a>N)~[gqlun]?~(?<v>J)"),
        Make("beat", Role.Won, "(?<a>N)~b(?<b>N)"),
        Make("beaten", Role.Won, "(?<b>N)~p(?<a>N)"),
    ];

    /// <summary>What the numbers of a sentence are of.</summary>
    /// <param name="items">Its pieces.</param>
    public static ImmutableArray<Reading> Of(ImmutableArray<Item> items)
    {
        var codes = string.Concat(items.Select(i => i.Class));
        var taken = new HashSet<Item>(ReferenceEqualityComparer.Instance);
        var readings = ImmutableArray.CreateBuilder<Reading>();
        foreach (var rule in rules)
        {
            foreach (Match match in rule.Pattern.Matches(codes))
            {
                readings.AddRange(Read(rule, match, items, codes, taken));
            }
        }

        readings.AddRange(Chained(items, codes, readings, taken));
        return [.. readings.OrderBy(r => r.Number?.First ?? r.Last)];
    }

    static IEnumerable<Reading> Read(Rule rule, Match match, ImmutableArray<Item> items, string codes, HashSet<Item> taken)
    {
        Item? At(string group) => match.Groups[group] is { Success: true, Index: var index } ? items[index] : null;

        if (match.Groups["names"] is { Success: true } names)
        {
            return InTurn(rule, match, names, items, codes, taken);
        }

        var (a, b) = (At("a"), At("b"));
        var numbers = new[] { At("v"), At("w"), At("d") }.OfType<Item>().ToList();
        var isUsed = numbers.Exists(taken.Contains) || (rule.Role == Role.Won && (taken.Contains(a!) || a is null));
        if (isUsed || (numbers.Count == 0 && rule.Role != Role.Won))
        {
            return [];
        }

        taken.UnionWith(numbers);
        if (rule.Role is Role.Margin or Role.Won)
        {
            taken.Add(rule.Role == Role.Won ? a! : numbers[0]);
            _ = a is not null && b is not null && taken.Add(a);
        }

        var (first, last) = (match.Index, match.Index + match.Length - 1);
        // Who beat another has the greater of two numbers; another order is not that of the names.
        var isInOrder = At("v") is not { } v || At("w") is not { } less || rule.Role != Role.Amount || v.Quantity!.Amount >= less.Quantity!.Amount;
        var isSure = rule.IsSure && isInOrder && IsSafe(codes, match, items, rule.Role == Role.Majority && numbers[0].Quantity!.IsDenied);
        return rule.Role switch
        {
            Role.Amount => [new(rule.Name, Role.Amount, At("v")!, a, null, first, last, isSure), .. At("w") is { } w ? [new Reading(rule.Name, Role.Amount, w, b, null, first, last, isSure)] : Array.Empty<Reading>()],
            Role.Turnout => [new(rule.Name, codes[first..(last + 1)].IndexOfAny(['X', 'Z']) >= 0 ? Role.Abstention : Role.Turnout, At("v")!, null, null, first, last, isSure)],
            Role.Won => [new(rule.Name, Role.Won, null, a, b, first, last, isSure)],
            Role.SeatChange => [new(rule.Name, Role.SeatChange, At("v")!, a, At("w"), first, last, isSure)],
            Role.Assembly => [new(rule.Name, Role.Assembly, At("v")!, a, null, first, last, isSure), .. At("w") is { } w && b is not null ? [new Reading(rule.Name, Role.Assembly, w, b, null, first, last, isSure)] : Array.Empty<Reading>()],
            _ => [new(rule.Name, rule.Role, numbers[0], a, b, first, last, isSure)],
        };
    }

    /// <summary>“Kast and Boric had 27.9 and 25.8 %”: names and numbers pair in order, where there are as many.</summary>
    static IEnumerable<Reading> InTurn(Rule rule, Match match, Group names, ImmutableArray<Item> items, string codes, HashSet<Item> taken)
    {
        var told = match.Groups["each"] is { Success: true } each ? each : match.Groups["numbers"];
        var who = Enumerable.Range(names.Index, names.Length).Where(i => codes[i] == 'N').Select(i => items[i]).ToList();
        var what = Enumerable.Range(told.Index, told.Length).Where(i => items[i].IsNumber).Select(i => items[i]).ToList();
        if (rule.Role == Role.Together || match.Groups["each"].Success)
        {
            what = [.. who.Select(_ => items[match.Groups["each"].Success ? told.Index : match.Groups["v"].Index])];
        }

        if (who.Count != what.Count || what.Exists(taken.Contains))
        {
            yield break;
        }

        taken.UnionWith(what);
        if (rule.Role == Role.Together)
        {
            yield return new(rule.Name, Role.Together, what[0], who[0], null, match.Index, match.Index + match.Length - 1, true) { Others = [.. who.Skip(1)] };
            yield break;
        }

        foreach (var (name, number) in who.Zip(what))
        {
            yield return new(rule.Name, Role.Amount, number, name, null, match.Index, match.Index + match.Length - 1, rule.Name == "respectively" || IsSafe(codes, match, items));
        }
    }

    /// <summary>“4,621,231 votes (55.87 %)”: a number of another kind right after one is of the same.</summary>
    static IEnumerable<Reading> Chained(ImmutableArray<Item> items, string codes, IReadOnlyCollection<Reading> readings, HashSet<Item> taken)
    {
        foreach (var margin in readings.Where(r => r.Role is Role.Margin or Role.Lead).ToList())
        {
            // “970,569 votes, or 11.7 points”.
            var from = items.IndexOf(margin.Number!) + 1;
            if (again.Match(codes, from) is { Success: true } match && match.Index == from && items[match.Groups["d"].Index] is var more && more.Class != margin.Number!.Class && taken.Add(more))
            {
                yield return margin with { Rule = "chained", Number = more, Last = match.Groups["d"].Index };
            }
        }

        foreach (var reading in readings.Where(r => r.Role is Role.Amount or Role.Rank && r.Of is not null).OrderBy(r => r.Number!.First).ToList())
        {
            var (here, at) = (reading, items.IndexOf(reading.Number!));
            while (next.Match(codes, at + 1) is { Success: true } match && match.Index == at + 1)
            {
                var to = match.Groups["v"].Index;
                if (taken.Contains(items[to]) || (items[to].Class == items[at].Class && (items[to].Class != 'S' || items[to].Quantity!.Chamber == items[at].Quantity!.Chamber)))
                {
                    break;
                }

                taken.Add(items[to]);
                here = here with { Rule = "chained", Role = Role.Amount, Number = items[to], Last = to };
                yield return here;
                at = to;
            }
        }
    }

    static readonly Regex again = new("[,(=&]{1,3}L?o?(?<d>[MK])(?![otfa][CN])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>“In A she got 60 % and in B 58 %”: a number after a place of its own is of the same.</summary>
    /// <param name="items">The pieces.</param>
    /// <param name="readings">What was read.</param>
    /// <param name="places">The places that were taken out of the pieces.</param>
    public static IEnumerable<Reading> Gapped(ImmutableArray<Item> items, IReadOnlyCollection<Reading> readings, IReadOnlyCollection<Item> places)
    {
        var known = readings.Where(r => r.Role is Role.Amount or Role.Turnout or Role.Abstention && r.Rule != "each").ToDictionary(r => (object)r.Number!, ReferenceEqualityComparer.Instance);
        for (var i = 1; i < items.Length; i++)
        {
            var from = i - 1;
            while (from > 0 && items[from].Class is ',' or '&' or ';' or 'h')
            {
                from--;
            }

            if (items[i].Class is 'Q' or 'K' && from < i - 1 && items[from].Class == items[i].Class && !known.ContainsKey(items[i]) && known.TryGetValue(items[from], out var found)
                && places.Count(p => p.First >= items[from].After && p.After <= items[i].First + 1) == 1)
            {
                var reading = found with { Rule = "gapped", Number = items[i], First = i, Last = i };
                known.Add(items[i], reading);
                yield return reading;
            }
        }
    }

    static readonly Regex next = new("[,&(hoy=\\-]{0,3}(?:[hqocg]{0,2})(?<v>[QKS])(?![otfa][CN])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    static bool IsSafe(string codes, Match match, ImmutableArray<Item> items, bool isDenial = false)
    {
        var named = match.Groups.Values.Skip(1).Where(g => g.Success).SelectMany(g => Enumerable.Range(g.Index, g.Length)).ToHashSet();
        var between = Enumerable.Range(match.Index, match.Length).Where(i => !named.Contains(i)).ToList();
        // Words that the rules do not know change nothing where the number's own words say of what it is, or “with” leads to it: “won the presidency with 55.9 %”.
        var number = Enumerable.Range(match.Index, match.Length).FirstOrDefault(i => named.Contains(i) && items[i].IsNumber, -1);
        var isTold = number > 0 && (items[number].Quantity!.IsExplicit || codes[number - 1] == 'h') && codes[match.Index..number].Any(c => "gbR".Contains(c, StringComparison.Ordinal)) && between.Count(i => codes[i] == 'u') <= 4;
        return between.TrueForAll(i => Safe.Contains(codes[i], StringComparison.Ordinal) || (isDenial && codes[i] == 'n') || (isTold && codes[i] == 'u' && i < number));
    }
}
