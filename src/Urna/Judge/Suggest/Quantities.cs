using System.Collections.Immutable;

namespace Urna.Judge.Suggest;

/// <summary>Finds the numbers that a sentence states.</summary>
static class Quantities
{
    /// <summary>All of them, in order.</summary>
    /// <param name="tokens">The words of the sentence.</param>
    public static IEnumerable<Quantity> Of(ImmutableArray<Token> tokens)
    {
        var i = 0;
        while (i < tokens.Length)
        {
            var found = Day.At(tokens, i) ?? Rank(tokens, i) ?? Part(tokens, i) ?? Majority(tokens, i) ?? Number(tokens, i);
            if (found is not null)
            {
                yield return found;
            }

            i = Math.Max(i + 1, found?.After ?? 0);
        }
    }

    static Quantity? Rank(ImmutableArray<Token> tokens, int at)
    {
        if (Cues.Placed.Before(tokens, at) == 0)
        {
            return null;
        }

        var (rank, taken) = Cues.Ranks.Select((phrases, i) => (i + 1, phrases.At(tokens, at))).FirstOrDefault(r => r.Item2 > 0);
        // “In” alone leads to a place only where the place is named as one: “in third place”.
        var isNamed = taken > 1 || tokens[at - 1].Folded is not ("IN" or "EN") || Cues.Placed.Before(tokens, at) > 1;
        return taken == 0 || !isNamed || Cues.Rounds.At(tokens, at + taken) > 0 ? null
            : new Quantity(QuantityKind.Rank, at, at + taken, rank > 6 ? "" : $"rank {rank}", Wording.Plain);
    }

    static Quantity? Part(ImmutableArray<Token> tokens, int at)
    {
        var (percent, taken) = Cues.Fractions.Select(f => (f.Percent, f.Phrases.At(tokens, at))).FirstOrDefault(f => f.Item2 > 0);
        return taken == 0 || Cues.Majority.At(tokens, at + taken) > 0 ? null
            : new Quantity(QuantityKind.Percent, at, at + taken, $"{percent} %", WordingOf(tokens, at) is var said && said == Wording.Plain ? Wording.About : said);
    }

    static Quantity? Majority(ImmutableArray<Token> tokens, int at) =>
        Cues.Majority.At(tokens, at) is var taken and > 0 && Cues.Relative.At(tokens, at) == 0 && Cues.Relative.At(tokens, at - 1) == 0
            ? new Quantity(QuantityKind.Majority, at, at + taken, "50 %", Cues.Negated.In([.. tokens.Skip(at - 4).Take(Math.Min(4, at))]) ? Wording.AtMost : Wording.Over) : null;

    static Quantity? Number(ImmutableArray<Token> tokens, int at)
    {
        if (NumberText.At(tokens, at) is not { } number)
        {
            return null;
        }

        var next = at + number.Words;
        var wording = WordingOf(tokens, at);
        // “37 of 155 deputies”: the whole has the unit.
        var whole = next + 1 < tokens.Length && tokens[next].Folded is "OF" or "DE" && NumberText.At(tokens, next + 1) is { } all ? next + 1 + all.Words : next;
        // “Women under 30 voted”: an age, and no number of votes.
        var isAge = tokens[at].IsDigits && tokens[at].Raw.Length <= 2 && !number.IsScaled && Cues.Groups.In([.. tokens.Skip(at - 4).Take(Math.Min(4, at))]);
        return isAge && Cues.Percent.At(tokens, next) == 0 ? new Quantity(QuantityKind.Bare, at, next, number.Text, wording) : Unit(next) ?? (whole > next ? Seats(whole) : null)
            ?? (tokens[at].IsDigits ? new Quantity(QuantityKind.Bare, at, next, number.Text, wording) : null);

        Quantity? Unit(int after) =>
            Cues.Percent.At(tokens, after) is var p and > 0 ? new Quantity(QuantityKind.Percent, at, after + p, $"{number.Text} %", wording)
            : Cues.Points.At(tokens, after) is var q and > 0 ? new Quantity(QuantityKind.Points, at, after + q, $"{number.Text} points", wording)
            : Cues.People.At(tokens, after) is var v and > 0 ? new Quantity(QuantityKind.People, at, after + v, $"{number.Text} votes", wording, number.IsScaled)
            : number.IsScaled ? new Quantity(QuantityKind.People, at, after, $"{number.Text} votes", wording, true)
            : Seats(after);

        Quantity? Seats(int after) => Cues.Seats.At(tokens, after) is var s and > 0 ? new Quantity(QuantityKind.Seats, at, after + s, $"{number.Text} seats", wording) : null;
    }

    static Wording WordingOf(ImmutableArray<Token> tokens, int at)
    {
        // “About the 28 %”, “cerca del 28 %”.
        var end = at > 0 && tokens[at - 1].Folded is "THE" or "EL" or "UN" or "A" ? at - 1 : at;
        return Cues.Wordings.FirstOrDefault(w => w.Phrases.Before(tokens, at) > 0 || w.Phrases.Before(tokens, end) > 0).Wording;
    }
}
