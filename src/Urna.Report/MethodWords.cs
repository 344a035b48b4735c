using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Validity;

namespace Urna.Report;

/// <summary>Says by which arithmetic seats are shared: divisors, or a quota with its remainders, and where a tier's seats go.</summary>
static class MethodWords
{
    const int Shown = 3;

    /// <summary>The arithmetic of a tier, or of the sizes of districts, within a sentence.</summary>
    public static string Of(SharingStep method, Wording e) => method switch
    {
        HighestAveragesStep { Minimum: > 0 } s => e.L(
            $"highest averages (divisors {Divisors(s.Divisors, e)}, at least {e.Whole(s.Minimum)} each)", $"cifra repartidora (divisores {Divisors(s.Divisors, e)}, al menos {e.Whole(s.Minimum)} para cada uno)"),
        HighestAveragesStep s => e.L($"highest averages (divisors {Divisors(s.Divisors, e)})", $"cifra repartidora (divisores {Divisors(s.Divisors, e)})"),
        LargestRemainderStep s => e.L($"quotas and remainders (one for each {Quota(s, e)}; {Rest(s, e)})", $"cuotas y restos (uno por cada {Quota(s, e)}; {Rest(s, e)})"),
        _ => method.GetType().Name,
    };

    /// <summary>What a step of highest averages says beside its divisors.</summary>
    public static string Beside(HighestAveragesStep step, Wording e) =>
        (step.Minimum == 0 ? "" : e.L(
            $" Whoever has votes has {e.Whole(step.Minimum)} beforehand, counted in their share.", $" Quien tiene votos recibe {e.Whole(step.Minimum)} de antemano, que cuentan en su parte."))
        + (step.Exhausted == Exhaustion.NextQuotients ? "" : e.L(
            " Seats that a list cannot fill are shared among the others as in a new election.",
            " Los cargos que una lista no puede llenar se reparten entre las demás como en una nueva elección."));

    /// <summary>A quota and its remainders, in a sentence.</summary>
    public static string Sentence(LargestRemainderStep step, Wording e) => e.L(
        $"Seats are shared among {RuleWords.Among(step.Holders, e)}: one for each {Quota(step, e)}; {Rest(step, e)}.",
        $"Los escaños se reparten entre {RuleWords.Among(step.Holders, e)}: uno por cada {Quota(step, e)}; {Rest(step, e)}.") + Minima(step, e);

    /// <summary>The votes that persons and lists must have for a seat; empty where any will do.</summary>
    static string Minima(LargestRemainderStep step, Wording e) =>
        (step.LeastPerson is { } person ? e.L($" For a seat by quota a person needs {person} of a quota.", $" Para un escaño por cuota, una persona necesita {person} de una cuota.") : "")
        + (step.RemainderList is { } list ? e.L($" For one left over the list needs {list} of a quota.", $" Para uno restante, la lista necesita {list} de una cuota.") : "")
        + (step.RemainderPerson is { } other ? e.L($" For one left over a person needs {other} of a quota.", $" Para uno restante, una persona necesita {other} de una cuota.") : "")
        + (step.HasMinima ? e.L(" What is still left goes on among all.", " Lo que aún queda sigue entre todas.") : "");

    /// <summary>The first divisors of a sequence; of one that a law writes out, all of its own and the next.</summary>
    public static string Divisors(DivisorRule divisors, Wording e)
    {
        var terms = DivisorRule.Known.Contains(divisors) ? Shown : Math.Max(Shown, divisors.Name.Split(", ").Length) + 1;
        return string.Join(", ", Enumerable.Range(0, terms).Select(i => Exact(divisors.At(i), e))) + "…";
    }

    /// <summary>Where the seats of a tier go; empty if they stay in it.</summary>
    public static string Placed(TierPlacement? placement, Wording e) => placement switch
    {
        null => "",
        { InTiers: true } => e.L(
            $" All seats of a list are shared among the tiers between by its votes there (divisors {Divisors(placement.Divisors, e)}); in each, what its districts gave counts.",
            $" Todos los escaños de una lista se reparten entre los niveles intermedios según sus votos allí (divisores {Divisors(placement.Divisors, e)}); en cada uno cuenta lo que dieron sus distritos."),
        _ => Where(placement, e) + Order(placement, e),
    };

    static string Where(TierPlacement placement, Wording e)
    {
        var divided = placement.By == PlaceBy.Remainder ? "" : e.L($" (divisors {Divisors(placement.Divisors, e)})", $" (divisores {Divisors(placement.Divisors, e)})");
        return placement.By switch
        {
            PlaceBy.Quotient => e.L($" They are placed in the districts with the list's highest quotients{divided}.", $" Se ubican en los distritos con los cocientes más altos de la lista{divided}."),
            PlaceBy.ShareOfVotes => e.L(
                $" They are placed in the districts where the list's next quotient{divided} is the largest part of the votes.",
                $" Se ubican en los distritos donde el siguiente cociente de la lista{divided} es la mayor parte de los votos."),
            PlaceBy.VotesPerAllSeats => e.L(
                $" They are placed in the districts where the list's next quotient{divided} is largest for each vote that a seat stands for, levelling seats among them.",
                $" Se ubican en los distritos donde el siguiente cociente de la lista{divided} es mayor respecto de los votos por escaño, incluidos los de nivelación."),
            PlaceBy.VotesPerSeat => e.L(
                $" They are placed in the districts where the list's next quotient{divided} is largest for each vote that a seat stands for.",
                $" Se ubican en los distritos donde el siguiente cociente de la lista{divided} es mayor respecto de los votos por escaño."),
            _ => e.L(" They are placed where the list's remainder is largest and a seat is vacant.", " Se ubican donde el resto de la lista es mayor y hay un escaño vacante."),
        };
    }

    static string Order(TierPlacement placement, Wording e) => placement.AsWon
        ? e.L(" They are placed in the order in which the tier gave them.", " Se ubican en el orden en que el nivel superior los asignó.")
        : e.L(" The largest claim of any list goes first.", " Se ubica primero la mayor pretensión de cualquier lista.");

    static string Quota(LargestRemainderStep step, Wording e)
    {
        var quota = step.Stated is { } stated ? e.L($"{e.Whole(stated)} votes", $"{e.Whole(stated)} votos") : step.Quota switch
        {
            QuotaKind.Hare => e.L("Hare quota (votes / seats)", "cuota Hare (votos / escaños)"),
            QuotaKind.Droop => e.L("Droop quota (the whole number above votes / (seats + 1))", "cuota Droop (el entero superior a votos / (escaños + 1))"),
            QuotaKind.HagenbachBischoff => e.L("Hagenbach-Bischoff quota (votes / (seats + 1))", "cuota Hagenbach-Bischoff (votos / (escaños + 1))"),
            _ => e.L("Imperiali quota (votes / (seats + 2))", "cuota Imperiali (votos / (escaños + 2))"),
        };
        return quota + step.Rounding switch
        {
            QuotaRounding.None => "",
            QuotaRounding.Down => e.L(", its fraction dropped", ", sin su fracción"),
            QuotaRounding.Up => e.L(", rounded up", ", redondeada hacia arriba"),
            _ => e.L(", rounded to the nearest whole number", ", redondeada al entero más cercano"),
        } + (step.OfAllVotes ? e.L(", from all votes for candidacies, also for those barred", ", de todos los votos a candidaturas, también a las excluidas") : "");
    }

    static string Rest(LargestRemainderStep step, Wording e)
    {
        var least = step.Least.Numerator == 0 ? "" : e.L($", and a remainder must reach {step.Least} of a quota", $", y un resto debe alcanzar {step.Least} de una cuota");
        var only = step.WithQuotaOnly ? e.L(", but only to those with a whole quota", ", pero solo a quienes tienen una cuota entera") : "";
        return step switch
        {
            { Quota: QuotaKind.Fixed, Remainders: Remainders.Largest } => e.L($"a remainder that reaches {step.Least} of it wins one more", $"un resto que alcanza {step.Least} de ella obtiene uno más"),
            { Quota: QuotaKind.Fixed } => e.L("remainders win nothing", "los restos no obtienen nada"),
            { Remainders: Remainders.Largest } => e.L($"the seats left over go to the largest remainders{only}{least}", $"los escaños restantes van a los restos mayores{only}{least}"),
            { Remainders: Remainders.HighestAverages } => e.L(
                $"the seats left over go to the highest averages (divisors {Divisors(step.Divisors, e)}){only}", $"los escaños restantes van a los promedios mayores (divisores {Divisors(step.Divisors, e)}){only}"),
            { Remainders: Remainders.MostVotes } => e.L($"the seats left over go to those with most votes{only}", $"los escaños restantes van a quienes tienen más votos{only}"),
            { Least.Numerator: > 0 } => e.L(
                $"a remainder of at least {step.Least} of a quota wins one more, and the seats left over are pooled above", $"un resto de al menos {step.Least} de una cuota obtiene uno más, y los escaños restantes se acumulan en el nivel superior"),
            _ => e.L("the seats left over are pooled above", "los escaños restantes se acumulan en el nivel superior"),
        };
    }

    /// <summary>A divisor with all decimals that law files can give it, or as others show it.</summary>
    static string Exact(Divisor divisor, Wording e)
    {
        const int most = 6;
        var scale = (Int128)1;
        for (var decimals = 0; decimals <= most && !divisor.Root; decimals++, scale *= 10)
        {
            if (divisor.Numerator * scale % divisor.Denominator == 0)
            {
                return e.Numbers.Number(divisor.Value, decimals);
            }
        }

        return StepWords.Text(divisor, e);
    }
}
