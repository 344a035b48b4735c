using System.Numerics;
using Urna.Power;

namespace Urna.Report;

/// <summary>Says what a quorum asks for.</summary>
public static class QuorumWords
{
    /// <summary>The majority in words, as 4/7 of the members in office.</summary>
    /// <param name="quorum">The quorum.</param>
    /// <param name="e">The readers' words.</param>
    public static string Share(Quorum quorum, Wording e)
    {
        var share = $"{(quorum.Exceeds ? e.L("more than ", "más de ") : "")}{quorum.Numerator}/{quorum.Denominator}";
        return quorum.Of == QuorumBase.Present
            ? e.L($"{share} of the members present, here all", $"{share} de los miembros presentes, aquí todos")
            : e.L($"{share} of the members in office", $"{share} de los miembros en ejercicio");
    }

    /// <summary>When it holds; empty if at any time.</summary>
    /// <param name="quorum">The quorum.</param>
    /// <param name="e">The readers' words.</param>
    public static string Period(Quorum quorum, Wording e) => (quorum.From, quorum.Until) switch
    {
        (null, null) => "",
        ({ } from, null) => e.L($"since {from:yyyy-MM-dd}", $"desde {from:yyyy-MM-dd}"),
        (null, { } until) => e.L($"until {until:yyyy-MM-dd}", $"hasta {until:yyyy-MM-dd}"),
        ({ } from, { } until) => e.L($"{from:yyyy-MM-dd} to {until:yyyy-MM-dd}", $"{from:yyyy-MM-dd} a {until:yyyy-MM-dd}"),
    };

    /// <summary>What a reader must know of a decision; empty if nothing.</summary>
    /// <param name="power">The power of the members.</param>
    /// <param name="e">The readers' words.</param>
    public static string Note(ChamberPower power, Wording e)
    {
        var (name, quota, seats) = (power.Chamber.Name, e.Whole(power.Game.Quota), e.Whole(power.Game.Seats));
        return !power.Game.CanPass
            ? e.L($"{name}: {quota} are more than all {seats} seats, so no coalition passes and nobody has power.", $"{name}: {quota} son más que los {seats} escaños, por lo que ninguna coalición aprueba y nadie tiene poder.")
            : !power.Game.IsProper
                ? e.L($"{name}: {quota} of {seats} is not more than half, so two coalitions without a common member can both pass.", $"{name}: {quota} de {seats} no es más de la mitad, por lo que pueden aprobar dos coaliciones sin miembros en común.")
                : "";
    }

    /// <summary>A number of coalitions, of any size.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="e">The readers' words.</param>
    public static string Count(BigInteger count, Wording e) => count <= long.MaxValue ? e.Whole((long)count) : $"{count}";
}
