using System.Collections.Immutable;
using System.Globalization;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>Finds the numbers that a sentence states.</summary>
/// <param name="tokens">The words of the sentence.</param>
/// <param name="language">Its language.</param>
sealed class Quantities(ImmutableArray<Token> tokens, Language language)
{
    static readonly ImmutableHashSet<string> between = ["VALID", "NEW", "TOTAL", "NATIONAL", "ELECTED", "OF", "DE"];

    /// <summary>The number that begins at a word, with its unit; null if none does.</summary>
    public Quantity? At(int at) => Day.At(tokens, at) ?? Rank(at) ?? Part(at) ?? Majority(at) ?? Number(at);

    Quantity? Rank(int at)
    {
        if (Units.Ranks.At(tokens, at) is ( > 0 and var named, var known))
        {
            return Ranked(at, at + named, known);
        }

        var start = at + Units.Placed.At(tokens, at).Length;
        start += start < tokens.Length && tokens[start].Folded is "THE" or "A" or "EL" or "LA" && start > at ? 1 : 0;
        var (taken, rank) = Units.Ordinals.At(tokens, start);
        if (taken == 0)
        {
            return null;
        }

        var place = Units.PlaceWords.At(tokens, start + taken).Length;
        // “In” alone, or nothing, leads to a place only where the place is named as one, or what follows is its number: “third with 12 %”.
        var isPlaced = start > at && !(start == at + 1 && tokens[at].Folded is "IN" or "EN" or "FUE" or "WAS" or "TOOK" or "HELD");
        var isTold = start + taken < tokens.Length && tokens[start + taken].Folded is "WITH" or "CON" or "," or ")" or ";" or "(" or "AT" or "ON";
        var wasTold = start == at + 1 && tokens[at].Folded is "FUE" or "WAS" && (isTold || start + taken == tokens.Length || tokens[start + taken].Folded is "IN");
        var isLast = start == at && isTold && start + taken < tokens.Length && tokens[start + taken].Folded is "WITH" or "CON";
        return place > 0 || ((isPlaced || wasTold || isLast) && Units.NoPlaces.At(tokens, start + taken).Length == 0) ? Ranked(at, start + taken + place, rank) : null;
    }

    static Quantity Ranked(int first, int after, int rank) => new(QuantityKind.Rank, first, after, rank <= 0 ? "" : $"rank {rank}", Wording.Plain) { Number = first, Amount = rank };

    Quantity? Part(int at)
    {
        var (taken, percent) = Units.Fractions.At(tokens, at);
        if (taken == 0 || Units.Majority.At(tokens, at + taken).Length > 0 || Next(at + taken, "MILLION") || Next(at + taken, "A"))
        {
            return OneIn(at);
        }

        var (first, wording) = Said(at);
        var (based, ofWhat) = Units.Bases.At(tokens, at + taken);
        return new Quantity(QuantityKind.Percent, first, at + taken + based, $"{percent} %", wording == Wording.Plain ? Wording.About : wording)
        {
            Number = at,
            Base = ofWhat,
            IsSure = based > 0 || (at + taken < tokens.Length && Lexicon.At(tokens, at + taken, language).Class is 'a' or 'V' or 'Z'),
            Amount = decimal.Parse(percent!, CultureInfo.InvariantCulture),
        };
    }

    /// <summary>One in three, dos de cada tres: a part that is left to a person.</summary>
    Quantity? OneIn(int at)
    {
        if (Numeral.At(tokens, at, language) is not { IsScaled: false } part || part.After + 1 >= tokens.Length)
        {
            return null;
        }

        var isEvery = (Next(part.After, "DE") && Next(part.After + 1, "CADA")) || (Next(part.After, "OUT") && Next(part.After + 1, "OF")) || (Next(part.After, "IN") && Next(part.After + 1, "EVERY"))
            || (Next(part.After, "OF") && Next(part.After + 1, "EVERY"));
        var second = isEvery ? part.After + 2 : Next(part.After, "IN") ? part.After + 1 : -1;
        return second > 0 && Numeral.At(tokens, second, language) is { IsScaled: false, Value: > 0 } whole && whole.Value >= part.Value && whole.Value <= 100 && (isEvery || whole.Value <= 10)
            ? new Quantity(QuantityKind.Percent, at, whole.After, $"{decimal.Round(part.Value / whole.Value * 100)} %", Wording.About) { Number = at, IsSure = false }
            : null;
    }

    Quantity? Majority(int at)
    {
        if (Units.Relative.At(tokens, at) is ( > 0 and var relative, _))
        {
            return new Quantity(QuantityKind.Bare, at, at + relative, "", Wording.Plain) { Number = at };
        }

        var taken = Units.Majority.At(tokens, at).Length;
        var isDenied = Enumerable.Range(Math.Max(0, at - 4), Math.Min(4, at)).Any(i => Units.Denials.At(tokens, i).Length > 0);
        return taken == 0 ? null : new Quantity(QuantityKind.Majority, at, at + taken, "50 %", isDenied ? Wording.AtMost : Wording.Over) { Number = at, IsDenied = isDenied };
    }

    Quantity? Number(int at)
    {
        if (Numeral.At(tokens, at, language) is not { } number)
        {
            return null;
        }

        var (first, wording) = Said(at);
        var next = number.After;
        var bare = new Quantity(QuantityKind.Bare, first, next, number.Text, wording) { Number = at, IsSure = number.IsSure, Amount = number.Value };
        return WithUnit(bare, number, next) ?? OfWhole(bare, next)
            ?? (next < tokens.Length && between.Contains(tokens[next].Folded) && (tokens[next].Folded is not ("OF" or "DE") || number.IsScaled) ? WithUnit(bare, number, next + 1) : null)
            ?? (number.IsScaled ? bare with { Kind = QuantityKind.Votes, Value = $"{number.Text} votes", Of = CountOf.Votes, IsSure = next < tokens.Length && Lexicon.At(tokens, next, language).Class is 'V' or 'a' } : null)
            ?? (tokens[at].IsDigits || number.After > at + 1 || tokens[at].Folded is not ("UN" or "UNA" or "UNO" or "ONE" or "A") ? bare : null);
    }

    Quantity? WithUnit(Quantity bare, Numeral number, int after)
    {
        var (points, _) = Units.Points.At(tokens, after);
        var (percent, _) = Units.Percent.At(tokens, after);
        if (points > 0)
        {
            return bare with { Kind = QuantityKind.Points, After = after + points, Value = $"{number.Text} points" };
        }

        if (percent > 0)
        {
            var (based, ofWhat) = Units.Bases.At(tokens, after + percent);
            return bare with { Kind = QuantityKind.Percent, After = after + percent + based, Value = $"{number.Text} %", Base = ofWhat, IsExplicit = based > 0 };
        }

        var (votes, of) = Units.Counts.At(tokens, after);
        if (votes > 0)
        {
            return bare with { Kind = QuantityKind.Votes, After = after + votes, Value = $"{number.Text} votes", Of = of, IsExplicit = true };
        }

        var (seats, chamber) = Units.Seats.At(tokens, after);
        var (places, level) = Units.Places.At(tokens, after);
        return seats > 0 ? bare with { Kind = QuantityKind.Seats, After = after + seats, Value = $"{number.Text} seats", Chamber = chamber!, IsExplicit = true }
            : places > 0 ? bare with { Kind = QuantityKind.Places, After = after + places, Value = $"{number.Text} places", Level = level! }
            : null;
    }

    /// <summary>“37 of 155 deputies”, “12 de los 155 escaños”: the whole has the unit.</summary>
    Quantity? OfWhole(Quantity bare, int next)
    {
        if (next >= tokens.Length || tokens[next].Folded is not ("OF" or "DE" or "OUT"))
        {
            return null;
        }

        var at = next + 1;
        while (at < tokens.Length && tokens[at].Folded is "OF" or "THE" or "LOS" or "LAS" or "ITS" or "UN" or "TOTAL" or "A")
        {
            at++;
        }

        if (Numeral.At(tokens, at, language) is not { IsScaled: false } whole)
        {
            return null;
        }

        var (seats, chamber) = Units.Seats.At(tokens, whole.After);
        var (places, level) = Units.Places.At(tokens, whole.After);
        var body = decimal.TryParse(whole.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var all) && all < 10_000 ? (long)all : 0;
        return seats > 0 ? bare with { Kind = QuantityKind.Seats, After = whole.After + seats, Value = $"{bare.Value} seats", Chamber = chamber!, Body = body }
            : House(whole.After) is (> 0 and var told, { Length: > 0 } house) ? bare with { Kind = QuantityKind.Seats, After = whole.After + told, Value = $"{bare.Value} seats", Chamber = house, Body = body, IsExplicit = true }
            : places > 0 ? bare with { Kind = QuantityKind.Places, After = whole.After + places, Value = $"{bare.Value} places", Level = level!, OutOf = $"{whole.Text} places" }
            : null;
    }

    /// <summary>A chamber right after the whole: “21 of the 38 in the Senate”.</summary>
    (int Length, string Kind) House(int at)
    {
        var next = at < tokens.Length && tokens[at].Folded is "IN" or "OF" or "DEL" or "DE" or "EN" ? at + 1 : -1;
        next += next > 0 && next < tokens.Length && VenueKinds.Cues.At(tokens, next).Length == 0 && tokens[next].Folded is "THE" or "LA" or "EL" ? 1 : 0;
        return next > 0 && VenueKinds.Cues.At(tokens, next) is ( > 0 and var length, { Kind: "deputies" or "senate" or "convention" } cue) ? (next + length - at, cue.Kind) : (0, "");
    }

    /// <summary>How a number is said, and where the words of that begin.</summary>
    (int First, Wording Wording) Said(int at)
    {
        // “About the 28 %”, “cerca del 28 %”, “un 28 %”.
        var end = at > 0 && tokens[at - 1].Folded is "THE" or "EL" or "UN" or "A" or "UNA" or "LOS" or "LAS" ? at - 1 : at;
        foreach (var before in new[] { at, end })
        {
            if (Units.Wordings.Before(tokens, before) is ( > 0 and var taken, var wording))
            {
                return (before - taken, wording);
            }
        }

        return (end, Wording.Plain);
    }

    bool Next(int at, string word) => at < tokens.Length && tokens[at].Folded == word;
}
