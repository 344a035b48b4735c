using System.Collections.Immutable;
using System.Globalization;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>Parts the words of a sentence into names, places, cues, numbers and words of known or unknown use.</summary>
sealed class Chunker(NameIndex names, PlaceIndex places, Phrases<VenueCue> contests)
{
    /// <summary>All pieces, in order; words that change nothing are left out.</summary>
    /// <param name="tokens">The words of the sentence.</param>
    /// <param name="language">Its language.</param>
    public ImmutableArray<Item> Of(ImmutableArray<Token> tokens, Language language)
    {
        var items = ImmutableArray.CreateBuilder<Item>();
        var numbers = new Quantities(tokens, language);
        for (var at = 0; at < tokens.Length;)
        {
            var item = Name(tokens, at, language, items.Count > 0 && items[^1].Class == 'P') ?? Place(tokens, at) ?? Cue(tokens, at) ?? Number(numbers, tokens, at, items) ?? Word(tokens, at, language);
            at = item.After;
            if (item.Class != Lexicon.Nothing)
            {
                // The words of a wording that a number takes to itself are no pieces of their own.
                while (item.Quantity is { } quantity && items.Count > 0 && items[^1].First >= quantity.First)
                {
                    items.RemoveAt(items.Count - 1);
                }

                items.Add(item);
            }
        }

        return items.ToImmutable();
    }

    Item? Name(ImmutableArray<Token> tokens, int at, Language language, bool isAfterPlace)
    {
        var (length, meanings) = names.At(tokens, at);
        if (length == 0 || (length == 1 && at == 0 && Lexicon.At(tokens, at, language).Length > 0))
        {
            return null;
        }

        // Another Frei, another Alessandri: a first or last name that no ballot has makes it another person.
        var isOther = meanings.Any(m => m.IsPerson) && length < 3 && ((at > 1 && !isAfterPlace && IsUnknownName(tokens, at - 1, language)) || IsUnknownName(tokens, at + length, language));
        return new Item(isOther ? 'C' : 'N', at, at + length) { Meanings = meanings };
    }

    bool IsUnknownName(ImmutableArray<Token> tokens, int at, Language language) =>
        at < tokens.Length && tokens[at].IsWord && tokens[at].IsCapital && Lexicon.At(tokens, at, language).Length == 0 && VenueKinds.Cues.At(tokens, at).Length == 0 && names.At(tokens, at).Length == 0
        && contests.At(tokens, at).Length == 0 && !IsCalendar(tokens[at]) && Units.Counts.At(tokens, at).Length == 0;

    Item? Place(ImmutableArray<Token> tokens, int at) =>
        places.At(tokens, at) is ( > 0 and var length, var meanings) ? new Item('P', at, at + length) { Places = meanings } : null;

    Item? Cue(ImmutableArray<Token> tokens, int at)
    {
        var (named, contest) = contests.At(tokens, at);
        var (length, cue) = VenueKinds.Cues.At(tokens, at);
        if (named > 0 && named >= length)
        {
            return new Item('Y', at, at + named) { Cue = contest };
        }

        if (cue is { Round: 2 } && Enumerable.Range(Math.Max(0, at - 6), Math.Min(6, at)).Any(i => goingOn.Contains(tokens[i].Folded)) && !Enumerable.Range(Math.Max(0, at - 6), Math.Min(6, at)).Any(i => tokens[i].IsDigits))
        {
            // Who goes on to the second round did so by the first.
            cue = VenueCue.Of("president", 1);
        }

        if (length > 0)
        {
            return Lexicon.At(tokens, at, Language.English).Length > length || Lexicon.At(tokens, at, Language.Spanish).Length > length ? null : new Item('Y', at, at + length) { Cue = cue };
        }

        return tokens[at].Raw.Length == 4 && tokens[at].Raw.All(char.IsAsciiDigit) && int.Parse(tokens[at].Raw, CultureInfo.InvariantCulture) is >= 1800 and < 2200 and var year
            && Units.Counts.At(tokens, at + 1).Length == 0 && Units.Seats.At(tokens, at + 1).Length == 0
            ? new Item('Y', at, at + 1) { Cue = VenueCue.Of(year: year) } : null;
    }

    static Item? Number(Quantities numbers, ImmutableArray<Token> tokens, int at, ImmutableArray<Item>.Builder before)
    {
        if (numbers.At(at) is not { } quantity || (quantity.Kind == QuantityKind.Bare && quantity.Value.Length == 0))
        {
            return null;
        }

        var isAge = quantity.Kind == QuantityKind.Bare && quantity.After < tokens.Length && tokens[quantity.After].Folded is "YEAR" or "YEARS" or "ANOS" or "ANO" or "DAYS" or "DIAS" or "WEEKS" or "MONTHS" or "MESES" or "SEMANAS" or "HOURS" or "HORAS";
        if (before.LastOrDefault(i => i.First < quantity.First)?.Class == 'x' && quantity is { Kind: QuantityKind.Bare, Wording: Wording.Over or Wording.Under, Amount: < 100 })
        {
            return new Item('x', at, quantity.After) { Quantity = quantity };
        }

        return new Item(isAge ? 'u' : "QMKSORJTB"[Order(quantity.Kind)], at, Math.Max(at + 1, quantity.After)) { Quantity = isAge ? null : quantity };
    }

    static int Order(QuantityKind kind) => kind switch
    {
        QuantityKind.Percent => 0,
        QuantityKind.Points => 1,
        QuantityKind.Votes => 2,
        QuantityKind.Seats => 3,
        QuantityKind.Places => 4,
        QuantityKind.Rank => 5,
        QuantityKind.Majority => 6,
        QuantityKind.Date => 7,
        _ => 8,
    };

    static Item Word(ImmutableArray<Token> tokens, int at, Language language)
    {
        var token = tokens[at];
        if (!token.IsWord)
        {
            return new Item(token.Raw[0] switch { '–' or '—' => '-', '[' => '(', ']' => ')', '…' => ',', var mark => mark }, at, at + 1);
        }

        var (length, known) = Lexicon.At(tokens, at, language);
        return length > 0 ? new Item(known, at, at + length)
            : IsCalendar(token) || token.Raw.Length == 1 && !token.IsCapital ? new Item(Lexicon.Nothing, at, at + 1)
            : new Item(token.IsCapital ? 'C' : 'u', at, at + 1);
    }

    static readonly HashSet<string> goingOn = ["PASARON", "PASO", "PASAR", "PASARAN", "AVANZARON", "AVANZO", "AVANZAR", "ADVANCED", "ADVANCE", "ADVANCES", "QUALIFIED", "PROCEED", "PROCEEDED", "PROGRESSED", "FORCED", "FORCING", "DISPUTARAN", "ENFRENTARAN", "CLASIFICARON"];

    static bool IsCalendar(Token token) => calendar.Contains(token.Folded);

    static readonly HashSet<string> calendar =
    [
        "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY", "LUNES", "MARTES", "MIERCOLES", "JUEVES", "VIERNES", "SABADO", "DOMINGO",
        "JANUARY", "FEBRUARY", "MARCH", "APRIL", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER",
        "ENERO", "FEBRERO", "MARZO", "ABRIL", "MAYO", "JUNIO", "JULIO", "AGOSTO", "SEPTIEMBRE", "OCTUBRE", "NOVIEMBRE", "DICIEMBRE", "SERVEL",
    ];
}
