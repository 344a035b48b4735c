using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>A sentence as the rules see it: its pieces, its frame, and what each number is of.</summary>
sealed partial class SentenceText
{
    readonly List<Item> cues = [];
    readonly List<Item> places = [];

    /// <summary>Reads a sentence.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="chunker">What knows the names.</param>
    /// <param name="otherwise">The language of the text around.</param>
    /// <param name="before">Who the text was about before; null if nobody for sure.</param>
    public SentenceText(string text, Chunker chunker, Language otherwise, Item? before = null)
    {
        Text = text;
        var dateline = Dateline().Match(text).Length;
        Tokens = [.. Token.Of(text).Where(t => t.Start >= dateline)];
        Language = Lexicon.Of(Tokens, otherwise);
        (Items, IsOfTheNight) = CountProgress.Without(chunker.Of(Tokens, Language));
        (Frame, About) = Subjects.Of(Folding.Of(Items, cues, places), Tokens, before);
        var read = Grammar.Of(Frame);
        Readings = [.. read, .. Grammar.Gapped(Frame, read, places), .. Totals(read)];
    }

    /// <summary>The sentence.</summary>
    public string Text { get; }

    /// <summary>Its words.</summary>
    public ImmutableArray<Token> Tokens { get; }

    /// <summary>Its language.</summary>
    public Language Language { get; }

    /// <summary>All its pieces.</summary>
    public ImmutableArray<Item> Items { get; }

    /// <summary>Those that are left when circumstances are taken out.</summary>
    public ImmutableArray<Item> Frame { get; }

    /// <summary>Whether it tells how far the count had come of which its numbers are.</summary>
    public bool IsOfTheNight { get; }

    /// <summary>Whether it speaks of the vote abroad.</summary>
    public bool IsOfAbroad => Items.Any(i => i.Class == 'x' && Tokens[i.First].Folded is "ABROAD" or "OVERSEAS" or "EXTERIOR" or "EXTRANJERO" or "FUERA" or "OUTSIDE" or "EXPATRIATES" or "DIASPORA");

    /// <summary>Who the text is about after it; null if nobody for sure.</summary>
    public Item? About { get; }

    /// <summary>What each number is of.</summary>
    public ImmutableArray<Reading> Readings { get; }

    /// <summary>The pieces that say which contest is meant, in order.</summary>
    public IEnumerable<Item> Cues => cues.Where(c => c.Cue is not null || c.Quantity is { Kind: QuantityKind.Date }).OrderBy(c => c.First);

    /// <summary>The places that it names, in order.</summary>
    public IEnumerable<Item> Places => places.OrderBy(p => p.First);

    /// <summary>The names that it has, in order.</summary>
    public IEnumerable<Item> Names => Items.Where(i => i.Class == 'N');

    /// <summary>Numbers that no rule gave to anybody.</summary>
    public IEnumerable<Item> Unread => Frame.Where(i => i.IsNumber && !Readings.Any(r => r.Number == i || (r.Role == Role.SeatChange && r.Than == i)));

    /// <summary>Whether a word of a class stands in the sentence.</summary>
    public bool Has(string classes) => Items.Any(i => classes.Contains(i.Class, StringComparison.Ordinal));

    /// <summary>The first and last piece of the clause in which pieces of the frame stand.</summary>
    /// <param name="first">The index of a piece of the frame.</param>
    /// <param name="last">The index of a later one, or the same.</param>
    /// <param name="marks">The classes that end a clause.</param>
    public (int First, int Last) ClauseOf(int first, int last, string marks = ",;:()-W")
    {
        while (first > 0 && !marks.Contains(Frame[first - 1].Class, StringComparison.Ordinal) && !(Frame[first - 1].Class == '&' && (Frame[first].Class == 'r' || (first > 1 && Frame[first - 2].IsNumber))))
        {
            first--;
        }

        while (last < Frame.Length - 1 && !marks.Contains(Frame[last + 1].Class, StringComparison.Ordinal) && !(Frame[last + 1].Class == '&' && (Frame[last].IsNumber || (last + 2 < Frame.Length && Frame[last + 2].Class == 'r'))))
        {
            last++;
        }

        return (first, last);
    }

    /// <summary>The words of the sentence from one piece of the frame to another.</summary>
    public (int Start, int End) WordsOf(int first, int last)
    {
        var (from, to) = (Frame[first].Quantity?.First ?? Frame[first].First, Frame[last].After);

        // What was taken out right beside it, as “in the runoff”, belongs to the clause too.
        while (from > 0 && !IsEdge(Tokens[from - 1]) && !Frame.Take(first).Any(i => i.After == from))
        {
            from--;
        }

        while (to < Tokens.Length && !IsEdge(Tokens[to]) && !Frame.Skip(last + 1).Any(i => i.First == to))
        {
            to++;
        }

        return (Tokens[from].Start, Tokens[to - 1].End);
    }

    static bool IsEdge(Token token) => token.Raw is "," or ";" or ":" or "(" or ")" or "–" or "—" or "-" or "[" or "]";

    /// <summary>Whether a cue stands in a clause that only explains: “since Allende won in 1970”.</summary>
    public bool IsSubordinate(Item cue)
    {
        for (var i = cue.First - 1; i >= 0 && !IsEdge(Tokens[i]); i--)
        {
            if (Tokens[i].Folded is "SINCE" or "WHO" or "WHICH" or "WHEN" or "AFTER" or "BEFORE" or "QUE" or "QUIEN" or "CUANDO" or "TRAS" or "DESDE" or "THAN" or "UNLIKE" or "AS" or "COMO" or "COMPARED" or "FROM")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a clause looks back: had won, había obtenido.</summary>
    /// <param name="first">The first piece of the clause.</param>
    /// <param name="last">The last one.</param>
    public bool LooksBack(int first, int last) => Enumerable.Range(first, last - first + 1).Any(i => Frame[i].After > Frame[i].First && Tokens[Frame[i].First].Folded is "HABIA" or "HABIAN")
        || Enumerable.Range(first, last - first + 1).Any(i => Frame[i].After > Frame[i].First && Tokens[Frame[i].First].Folded == "HAD" && Frame[i].First + 1 < Tokens.Length
            && Tokens[Frame[i].First + 1].Folded is var next && (next.EndsWith("ED", StringComparison.Ordinal) || next is "WON" or "GOT" or "BEEN" or "COME" or "TAKEN" or "LED" or "BEATEN" or "HAD" or "GOTTEN" or "LOST" or "ONLY"));

    /// <summary>Blank and null votes and people on the roll are nobody's.</summary>
    IEnumerable<Reading> Totals(ImmutableArray<Reading> read) => Frame.Index()
        .Where(f => f.Item.Quantity is { Kind: QuantityKind.Votes, Of: CountOf.Blank or CountOf.Null or CountOf.Roll } && !read.Any(r => r.Number == f.Item || (r.Role == Role.SeatChange && r.Than == f.Item)))
        .Select(f => new Reading("total", Role.Cast, f.Item, null, null, f.Index, f.Index, true));

    /// <summary>Where an agency writes from: “SANTIAGO, Dec 19 (wire) - ”.</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{Lu} ]{3,30}(?:, ?[\p{L}0-9 .]{1,25})?(?: ?\([^()]{1,20}\))? ?(?:\.[-–—]|[-–—]) ", RegexOptions.None, 1000)]
    private static partial Regex Dateline();
}
