using System.Numerics;
using Urna.Allocate.Account;
using Urna.Allocate.Biproportional;
using Urna.Allocate.Steps;
using Urna.Numerics;

namespace Urna.Report;

/// <summary>Says what a biproportional law asks for, and what its steps did.</summary>
static class BiproportionalWords
{
    /// <summary>One sentence on the law's step.</summary>
    public static string Of(BiproportionalStep step, Wording e)
    {
        var weight = step.Upper == UpperWeight.Votes
            ? e.Say("term.votes-2")
            : step.RoundsVoterNumbers
                ? e.Say("biproportional.voter-numbers-votes-over-the-seats")
                : e.Say("biproportional.voter-numbers-votes-over-the-seats-2");
        return e.Say(
            "biproportional.all-seats-are-shared-among-lists", ("weight", weight), ("upperDivisors", step.UpperDivisors.ToString()),
            ("lowerDivisors", step.LowerDivisors.ToString()))
            + (step.WinnerTakesOne ? e.Say("biproportional.the-strongest-list-of-a-district") : "")
            + (step is { WinnerTakesOne: true, EqualWinners: EqualWinners.None } ? e.Say("biproportional.where-several-are-the-strongest-that") : "");
    }

    /// <summary>One sentence on what was done.</summary>
    public static string Of(AllocationStep step, Wording e) => step switch
    {
        ListsApportioned s => Lists(s, e),
        SeatsRounded s => Cell(s, e),
        _ => step.GetType().Name,
    };

    static string Lists(ListsApportioned s, Wording e)
    {
        var weight = s.VoterNumbers ? e.Say("term.voter-numbers") : e.Say("term.votes-2");
        var divided = s.Divisor is { } d ? e.Say("biproportional.divided-by-and-rounded", ("text", Text(d, e))) : "";
        var lists = string.Join("; ", s.Lists.Select(l => $"{l.List} {Text(l.Weight, e)}: {e.Whole(l.Seats)}"));
        return e.Say(
            "biproportional.the-seats-of-all-districts-go", ("seats", s.Seats), ("weight", weight), ("divided", divided),
            ("lists", lists));
    }

    static string Cell(SeatsRounded s, Wording e)
    {
        var (quotient, product) = (e.Numbers.Number(s.Quotient, 3), $"{Text(s.DistrictDivisor, e)} × {Text(s.ListDivisor, e)}");
        var how = s.Tied ? e.Say("biproportional.on-the-boundary-of-a-tie")
            : s.Held ? e.Say("biproportional.held-to-its-least-or-most")
            : e.Say("term.rounded");
        return e.Say(
            "biproportional.votes-divided-by-are", ("list", s.List), ("votes", s.Votes), ("product", product), ("quotient", quotient),
            ("how", how), ("seats", s.Seats));
    }

    /// <summary>A decimal with all its places if it has at most five; else large numbers to one place, and small ones to five.</summary>
    static string Text(Fraction ratio, Wording e) =>
        e.Numbers.Number(ratio.Value, Enumerable.Range(0, 6).FirstOrDefault(p => BigInteger.Pow(10, p) % ratio.Denominator == 0, ratio.Value >= 1000 ? 1 : 5));
}
