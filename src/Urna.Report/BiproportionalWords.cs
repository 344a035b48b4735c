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
            ? e.L("votes", "votos")
            : step.RoundsVoterNumbers
                ? e.L("voter numbers (votes over the seats of each district, rounded to the nearest whole number)", "números de votantes (votos entre los escaños de cada distrito, redondeados al entero más cercano)")
                : e.L("voter numbers (votes over the seats of each district)", "números de votantes (votos entre los escaños de cada distrito)");
        return e.L(
            $"All seats are shared among lists by their {weight} ({step.UpperDivisors}); a table with a divisor for each district and each list ({step.LowerDivisors}) then gives every list and every district its seats.",
            $"Todos los escaños se reparten entre las listas según sus {weight} ({step.UpperDivisors}); una tabla con un divisor por distrito y otro por lista ({step.LowerDivisors}) da luego a cada lista y a cada distrito sus escaños.")
            + (step.WinnerTakesOne ? e.L(" The strongest list of a district has at least one seat there.", " La lista más votada de un distrito tiene allí al menos un escaño.") : "")
            + (step is { WinnerTakesOne: true, EqualWinners: EqualWinners.None } ? e.L(" Where several are the strongest, that does not apply.", " Donde varias son las más votadas, eso no se aplica.") : "");
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
        var weight = s.VoterNumbers ? e.L("voter numbers", "números de votantes") : e.L("votes", "votos");
        var divided = s.Divisor is { } d ? e.L($", divided by {Text(d, e)} and rounded", $", divididos por {Text(d, e)} y redondeados") : "";
        var lists = string.Join("; ", s.Lists.Select(l => $"{l.List} {Text(l.Weight, e)}: {e.Whole(l.Seats)}"));
        return e.L(
            $"The {e.Whole(s.Seats)} seats of all districts go to lists by {weight}{divided}: {lists}.",
            $"Los {e.Whole(s.Seats)} escaños de todos los distritos van a las listas por sus {weight}{divided}: {lists}.");
    }

    static string Cell(SeatsRounded s, Wording e)
    {
        var (quotient, product) = (e.Numbers.Number(s.Quotient, 3), $"{Text(s.DistrictDivisor, e)} × {Text(s.ListDivisor, e)}");
        var how = s.Tied ? e.L("on the boundary of a tie", "en el límite de un empate")
            : s.Held ? e.L("held to its least or most", "sujeto a su mínimo o máximo")
            : e.L("rounded", "redondeado");
        return e.L(
            $"{s.List}: {e.Whole(s.Votes)} votes divided by {product} are {quotient}, {how}: {e.Whole(s.Seats)}.",
            $"{s.List}: {e.Whole(s.Votes)} votos divididos por {product} son {quotient}, {how}: {e.Whole(s.Seats)}.");
    }

    /// <summary>A decimal with all its places if it has at most five; else large numbers to one place, and small ones to five.</summary>
    static string Text(Fraction ratio, Wording e) =>
        e.Numbers.Number(ratio.Value, Enumerable.Range(0, 6).FirstOrDefault(p => BigInteger.Pow(10, p) % ratio.Denominator == 0, ratio.Value >= 1000 ? 1 : 5));
}
