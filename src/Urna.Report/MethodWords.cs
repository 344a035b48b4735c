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
        HighestAveragesStep { Minimum: > 0 } s => e.Say(
            "method.highest-averages-divisors-at-least-each", ("divisors", Divisors(s.Divisors, e)), ("minimum", s.Minimum)),
        HighestAveragesStep s => e.Say("method.highest-averages-divisors", ("divisors", Divisors(s.Divisors, e))),
        LargestRemainderStep s => e.Say("method.quotas-and-remainders-one-for-each", ("quota", Quota(s, e)), ("rest", Rest(s, e))),
        _ => method.GetType().Name,
    };

    /// <summary>What a step of highest averages says beside its divisors.</summary>
    public static string Beside(HighestAveragesStep step, Wording e) =>
        (step.Minimum == 0 ? "" : e.Say("method.whoever-has-votes-has-beforehand-counted", ("minimum", step.Minimum)))
        + (step.Exhausted == Exhaustion.NextQuotients ? "" : e.Say("method.seats-that-a-list-cannot-fill"));

    /// <summary>A quota and its remainders, in a sentence.</summary>
    public static string Sentence(LargestRemainderStep step, Wording e) => e.Say(
        "method.seats-are-shared-among-one-for", ("among", RuleWords.Among(step.Holders, e)), ("quota", Quota(step, e)),
        ("rest", Rest(step, e))) + Minima(step, e);

    /// <summary>The votes that persons and lists must have for a seat; empty where any will do.</summary>
    static string Minima(LargestRemainderStep step, Wording e) =>
        (step.LeastPerson is { } person ? e.Say("method.for-a-seat-by-quota-a", ("person", person.ToString())) : "")
        + (step.RemainderList is { } list ? e.Say("method.for-one-left-over-the-list", ("list", list.ToString())) : "")
        + (step.RemainderPerson is { } other ? e.Say("method.for-one-left-over-a-person", ("other", other.ToString())) : "")
        + (step.HasMinima ? e.Say("method.what-is-still-left-goes-on") : "");

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
        { InTiers: true } => e.Say("method.all-seats-of-a-list-are", ("divisors", Divisors(placement.Divisors, e))),
        _ => Where(placement, e) + Order(placement, e),
    };

    static string Where(TierPlacement placement, Wording e)
    {
        var divided = placement.By == PlaceBy.Remainder ? "" : e.Say("method.divisors", ("divisors", Divisors(placement.Divisors, e)));
        return placement.By switch
        {
            PlaceBy.Quotient => e.Say("method.they-are-placed-in-the-districts", ("divided", divided)),
            PlaceBy.ShareOfVotes => e.Say("method.they-are-placed-in-the-districts-2", ("divided", divided)),
            PlaceBy.VotesPerAllSeats => e.Say("method.they-are-placed-in-the-districts-3", ("divided", divided)),
            PlaceBy.VotesPerSeat => e.Say("method.they-are-placed-in-the-districts-4", ("divided", divided)),
            _ => e.Say("method.they-are-placed-where-the-lists"),
        };
    }

    static string Order(TierPlacement placement, Wording e) => placement.AsWon
        ? e.Say("method.they-are-placed-in-the-order")
        : e.Say("method.the-largest-claim-of-any-list");

    static string Quota(LargestRemainderStep step, Wording e)
    {
        var quota = step.Stated is { } stated ? e.Say("method.votes", ("stated", stated)) : step.Quota switch
        {
            QuotaKind.Hare => e.Say("method.hare-quota-votes-seats"),
            QuotaKind.Droop => e.Say("method.droop-quota-the-whole-number-above"),
            QuotaKind.HagenbachBischoff => e.Say("method.hagenbach-bischoff-quota-votes-seats-1"),
            _ => e.Say("method.imperiali-quota-votes-seats-2"),
        };
        return quota + step.Rounding switch
        {
            QuotaRounding.None => "",
            QuotaRounding.Down => e.Say("term.its-fraction-dropped"),
            QuotaRounding.Up => e.Say("term.rounded-up"),
            _ => e.Say("method.rounded-to-the-nearest-whole-number"),
        } + (step.OfAllVotes ? e.Say("method.from-all-votes-for-candidacies-also") : "");
    }

    static string Rest(LargestRemainderStep step, Wording e)
    {
        var least = step.Least.Numerator == 0 ? "" : e.Say("method.and-a-remainder-must-reach-of", ("least", step.Least.ToString()));
        var only = step.WithQuotaOnly ? e.Say("method.but-only-to-those-with-a") : "";
        return step switch
        {
            { Quota: QuotaKind.Fixed, Remainders: Remainders.Largest } => e.Say(
                "method.a-remainder-that-reaches-of-it", ("least", step.Least.ToString())),
            { Quota: QuotaKind.Fixed } => e.Say("term.remainders-win-nothing"),
            { Remainders: Remainders.Largest } => e.Say("method.the-seats-left-over-go-to", ("only", only), ("least", least)),
            { Remainders: Remainders.HighestAverages } => e.Say(
                "method.the-seats-left-over-go-to-2", ("divisors", Divisors(step.Divisors, e)), ("only", only)),
            { Remainders: Remainders.MostVotes } => e.Say("method.the-seats-left-over-go-to-3", ("only", only)),
            { Least.Numerator: > 0 } => e.Say("method.a-remainder-of-at-least-of", ("least", step.Least.ToString())),
            _ => e.Say("method.the-seats-left-over-are-pooled"),
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
