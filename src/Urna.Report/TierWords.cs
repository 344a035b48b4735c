using Urna.Allocate.Account;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Tiers;
using Urna.Allocate.Validity;

namespace Urna.Report;

/// <summary>Says what steps of thresholds, quotas, list orders and tiers ask for, and what they did.</summary>
static class TierWords
{
    /// <summary>One sentence for what a step did; null if it is none of these.</summary>
    public static string? Of(AllocationStep step, Wording e) => step switch
    {
        ListBarred { Needed: { } needed } s => e.L(
            $"{s.List} does not pass the threshold: {e.Whole(s.Votes)} votes, {e.Whole(needed)} needed.",
            $"{s.List} no supera el umbral: {e.Whole(s.Votes)} votos, necesitaba {e.Whole(needed)}."),
        ListBarred s => e.L($"{s.List} ({e.Whole(s.Votes)} votes) does not pass the threshold.", $"{s.List} ({e.Whole(s.Votes)} votos) no supera el umbral."),
        DistrictSized s => e.L($"{s.District} has {e.Whole(s.Seats)} seats, for {e.Whole(s.Size)}.", $"{s.District} tiene {e.Whole(s.Seats)} escaños, por {e.Whole(s.Size)}."),
        SeatsLevelled s => e.L(
            $"{s.List} ({e.Whole(s.Votes)} votes): {e.Whole(s.Share)} of all seats are its share, {e.Whole(s.Held)} it holds in the districts, {e.Whole(s.Added)} are added.",
            $"{s.List} ({e.Whole(s.Votes)} votos): le corresponden {e.Whole(s.Share)} del total de escaños, tiene {e.Whole(s.Held)} en los distritos y se agregan {e.Whole(s.Added)}."),
        SeatWithdrawn s => Withdrawn(s, e),
        SeatsPassedUp s => e.L(
            $"{e.Whole(s.Seats)} seats of {s.District}, which whole quotas did not fill, go to the tier above.",
            $"{e.Whole(s.Seats)} escaños de {s.District}, que las cuotas enteras no llenaron, pasan al nivel superior."),
        HeldBelow { StaysVacant: true } s => e.L(
            $"A seat{Within(s.Within, e)} is due to {s.Candidate}, who is elected in {s.District}: it stays vacant.",
            $"Un escaño{Within(s.Within, e)} corresponde a {s.Candidate}, que resulta elegida o elegido en {s.District}: queda vacante."),
        HeldBelow s => e.L(
            $"{s.Candidate}{Within(s.Within, e)} is elected in {s.District} and is passed over here.",
            $"{s.Candidate}{Within(s.Within, e)} tiene un escaño en {s.District} y aquí se le omite."),
        SeatsPooled s => e.L(
            $"{s.List} has {e.Whole(s.Votes)} votes left over from the districts: {e.Whole(s.Added)} seats.",
            $"A {s.List} le quedan {e.Whole(s.Votes)} votos de los distritos: {e.Whole(s.Added)} escaños."),
        SeatPlaced s => Placed(s, e),
        SeatsByQuota s => e.L(
            $"{s.Winner} takes {e.Whole(s.Seats)} of the seats{Within(s.Within, e)}: {e.Whole(s.Votes)} votes are {e.Whole(s.Whole)} whole quotas of {Quota(s.Quota, e)}, and {Rest(s, e)} more.",
            $"{s.Winner} obtiene {e.Whole(s.Seats)} escaños{Within(s.Within, e)}: {e.Whole(s.Votes)} votos son {e.Whole(s.Whole)} cuotas enteras de {Quota(s.Quota, e)}, y {Rest(s, e)} más."),
        _ => null,
    };

    /// <summary>One sentence for what a step asks for; null if it is none of these.</summary>
    public static string? Of(RuleStep step, Wording e) => step switch
    {
        LargestRemainderStep s => MethodWords.Sentence(s, e),
        ListOrderStep { Preference: null } s => e.L("Persons are elected in the order of their list.", "Las personas se eligen en el orden de su lista.") + Below(s.ElectedBelow, e),
        ListOrderStep s => e.L(
            $"Persons with {(s.Inclusive ? "at least" : "more than")} {s.Preference} of {Base(s.Of, e)} come first, by their votes; then the order of the list.",
            $"Primero, por sus votos, las personas con {(s.Inclusive ? "al menos" : "más de")} {s.Preference} de {Base(s.Of, e)}; después, el orden de la lista.") + Below(s.ElectedBelow, e),
        ThresholdStep { Holders: Holder.Party } s => e.L(
            $"Parties within lists have seats only with {string.Join(", or ", s.AnyOf.Select(c => Condition(c, e)))}{Exempt(s, e)}; the votes of others {(s.DropsVotes ? "count for nobody" : "still count for their list")}.",
            $"Dentro de las listas solo obtienen escaños los partidos con {string.Join(", o ", s.AnyOf.Select(c => Condition(c, e)))}{Exempt(s, e)}; los votos de los demás {(s.DropsVotes ? "no cuentan para nadie" : "cuentan igualmente para su lista")}."),
        ThresholdStep s => e.L(
            $"Lists take part from here on only with {string.Join(", or ", s.AnyOf.Select(c => Condition(c, e)))}{Exempt(s, e)}.",
            $"En adelante solo participan las listas con {string.Join(", o ", s.AnyOf.Select(c => Condition(c, e)))}{Exempt(s, e)}."),
        DistrictSeatsStep s => Sizes(s, e),
        LevellingStep s => Levelling(s, e),
        PoolStep s => e.L(
            $"Seats that the districts left are shared among lists by {MethodWords.Of(s.Method, e)}, on the votes that won none.{MethodWords.Placed(s.Placement, e)}",
            $"Los escaños que dejan los distritos se reparten entre las listas por {MethodWords.Of(s.Method, e)}, sobre los votos que no obtuvieron ninguno.{MethodWords.Placed(s.Placement, e)}"),
        _ => null,
    };

    /// <summary>What becomes of a tier's seat that is due to somebody elected below; empty where they are passed over.</summary>
    internal static string Below(ElectedBelow below, Wording e) => below == ElectedBelow.Skip ? "" : e.L(
        " In a tier, a seat that is due to somebody elected in a district stays vacant.",
        " En un nivel superior, el escaño que corresponde a quien ya resulta electa o electo en un distrito queda vacante.");

    static string Withdrawn(SeatWithdrawn s, Wording e)
    {
        var next = s is { NextWeakest: { } place, NextShare: { } share }
            ? e.L($"; its next weakest is in {place} ({e.Percent(share.Value, 2)})", $"; el siguiente más débil está en {place} ({e.Percent(share.Value, 2)})")
            : "";
        return e.L(
            $"{s.List} holds more than its share and gives back the seat of {s.Holder} in {s.District}: {e.Whole(s.Votes)} votes, {e.Percent(s.Share.Value, 2)} of the district's for this seat, its weakest{next}.",
            $"{s.List} tiene más de lo que le corresponde y devuelve el escaño de {s.Holder} en {s.District}: {e.Whole(s.Votes)} votos, {e.Percent(s.Share.Value, 2)} de los del distrito para este escaño, su parte menor{next}.");
    }

    /// <summary>A seat of a tier in its district, with the figures that were compared.</summary>
    static string Placed(SeatPlaced s, Wording e)
    {
        var quotient = $"{e.Whole(s.Votes)} / {StepWords.Text(s.Divisor, e)} = {StepWords.Quotient(s.Votes, s.Divisor, e)}";
        var claim = s.By switch
        {
            PlaceBy.ShareOfVotes => e.L(
                $"{quotient} votes, which are {Claim(s, s.Claim, e)} of the district's {e.Whole(s.Of!.Value)}",
                $"{quotient} votos, que son {Claim(s, s.Claim, e)} de los {e.Whole(s.Of!.Value)} del distrito"),
            PlaceBy.VotesPerSeat or PlaceBy.VotesPerAllSeats => e.L(
                $"{quotient} votes, which are {Claim(s, s.Claim, e)} of what one of the district's {e.Whole(s.Times!.Value)} seats stands for ({e.Whole(s.Of!.Value)} votes in all)",
                $"{quotient} votos, que son {Claim(s, s.Claim, e)} de lo que representa uno de los {e.Whole(s.Times!.Value)} escaños del distrito ({e.Whole(s.Of!.Value)} votos en total)"),
            PlaceBy.Remainder => e.L($"{e.Whole(s.Votes)} votes that won none there", $"{e.Whole(s.Votes)} votos que allí no obtuvieron ninguno"),
            _ => e.L($"{quotient} votes", $"{quotient} votos"),
        };
        var next = s is { NextList: { } list, NextDistrict: { } place, NextClaim: { } other }
            ? e.L($"; next is {list} in {place} with {Claim(s, other, e)}", $"; le sigue {list} en {place} con {Claim(s, other, e)}")
            : "";
        return e.L($"A seat of {s.List} is placed here: {claim}{next}.", $"Un escaño de {s.List} se ubica aquí: {claim}{next}.");
    }

    static string Claim(SeatPlaced s, Numerics.Fraction claim, Wording e) => s.By switch
    {
        PlaceBy.ShareOfVotes => e.Percent(claim.Value, 3),
        PlaceBy.VotesPerSeat or PlaceBy.VotesPerAllSeats => e.Numbers.Number(claim.Value, 4),
        _ => e.Numbers.Number(claim.Value, claim.Denominator.IsOne ? 0 : 1),
    };

    static string Within(string within, Wording e) => within.Length == 0 ? "" : e.L($" of {within}", $" de {within}");

    static string Quota(Quota quota, Wording e) => e.Numbers.Number(quota.Value, quota.Denominator == 1 ? 0 : 3);

    static string Rest(SeatsByQuota s, Wording e) =>
        e.Numbers.Number(s.Votes - (s.Whole * s.Quota.Value), s.Quota.Denominator == 1 ? 0 : 3);

    static string Base(PreferenceBase of, Wording e) => of switch
    {
        PreferenceBase.ListVotes => e.L("the votes of their list", "los votos de su lista"),
        PreferenceBase.PersonalVotes => e.L("the personal votes of their list", "los votos personales de su lista"),
        PreferenceBase.ListQuota => e.L("their list's votes for each seat it won", "los votos de su lista por cada escaño obtenido"),
        PreferenceBase.ListDroop => e.L("their list's votes divided by its seats plus one", "los votos de su lista divididos por sus escaños más uno"),
        _ => e.L("the district's votes for each of its seats", "los votos del distrito por cada uno de sus escaños"),
    };

    static string Condition(ThresholdCondition c, Wording e)
    {
        var where = c.Level switch
        {
            ThresholdLevel.National => "",
            ThresholdLevel.District => e.L(" in the district", " en el distrito"),
            _ => e.L(" in at least one district", " en al menos un distrito"),
        };
        if (c.Seats is { } seats)
        {
            return e.L($"{e.Whole(seats)} seat(s) won{where}", $"{e.Whole(seats)} escaño(s) obtenido(s){where}");
        }

        if (c.Votes is { } votes)
        {
            return e.L($"{e.Whole(votes)} votes{where}", $"{e.Whole(votes)} votos{where}");
        }

        var least = c.Inclusive ? e.L("at least", "al menos") : e.L("more than", "más de");
        if (c.Quotas is { } quotas)
        {
            return e.L($"{least} {quotas} of the district's votes for a seat{where}", $"{least} {quotas} de los votos por escaño del distrito{where}");
        }

        var shares = string.Join(", ", c.Shares.Select(s => c.Shares.Count == 1 ? Percent(s.Value, e) : e.L($"{Percent(s.Value, e)} from {e.Whole(s.Key)} parties on", $"{Percent(s.Value, e)} desde {e.Whole(s.Key)} partidos")));
        return e.L($"{least} {shares} of {Votes(c.Of, e)}{where}", $"{least} {shares} de {Votes(c.Of, e)}{where}");
    }

    internal static string Percent(Proportion share, Wording e) => share.Numerator * 10_000 % share.Denominator == 0 ? e.Percent(share.Value, share.Numerator * 100 % share.Denominator == 0 ? 0 : 2) : share.ToString();

    internal static string Votes(VoteBase of, Wording e) => of switch
    {
        VoteBase.Valid => e.L("the votes for candidacies", "los votos a candidaturas"),
        VoteBase.ValidAndBlank => e.L("the votes for candidacies and the blank votes", "los votos a candidaturas y en blanco"),
        VoteBase.Cast => e.L("the votes cast", "los votos emitidos"),
        _ => e.L("the people on the roll", "las personas inscritas"),
    };

    static string Exempt(ThresholdStep s, Wording e) =>
        (s.Exempt.IsEmpty ? "" : e.L($"; exempt: {string.Join(", ", s.Exempt)}", $"; exentas: {string.Join(", ", s.Exempt)}"))
        + (s.ExemptIndependents ? e.L("; candidacies outside lists are exempt", "; las candidaturas fuera de lista están exentas") : "");

    static string Sizes(DistrictSeatsStep s, Wording e)
    {
        var of = Votes(s.Of, e);
        var least = s.Minimum == 0 ? "" : e.L($" Each has at least {e.Whole(s.Minimum)}.", $" Cada uno tiene al menos {e.Whole(s.Minimum)}.");
        if (s.Method is { } method)
        {
            var all = s.Seats is { } seats ? e.L($"The {e.Whole(seats)} seats", $"Los {e.Whole(seats)} escaños") : e.L("The seats", "Los escaños");
            return e.L($"{all} are shared among the districts by {MethodWords.Of(method, e)}, on {of}.", $"{all} se reparten entre los distritos por {MethodWords.Of(method, e)}, según {of}.") + least;
        }

        if (s.Per is { } per)
        {
            var rest = s.Rounding switch
            {
                QuotaRounding.Up => e.L("a part counts as one", "una parte cuenta como uno"),
                QuotaRounding.Nearest => e.L("half or more counts as one", "la mitad o más cuenta como uno"),
                _ => e.L("a part counts for nothing", "una parte no cuenta"),
            };
            return e.L($"A district has one seat for each {e.Whole(per)} of {of}; {rest}.", $"Un distrito tiene un escaño por cada {e.Whole(per)} de {of}; {rest}.") + least;
        }

        var sizes = string.Join(", ", s.Sizes.Select(z => z.UpTo is { } upTo ? e.L($"{e.Whole(z.Seats)} up to {e.Whole(upTo)}", $"{e.Whole(z.Seats)} hasta {e.Whole(upTo)}") : e.L($"{e.Whole(z.Seats)} above", $"{e.Whole(z.Seats)} por encima")));
        return e.L($"Seats of a district by {of}: {sizes}.", $"Escaños de un distrito según {of}: {sizes}.");
    }

    static string Levelling(LevellingStep s, Wording e)
    {
        var all = s.Seats is { } seats ? e.L($"all {e.Whole(seats)} seats", $"los {e.Whole(seats)} escaños") : e.L("all seats", "todos los escaños");
        var over = s.Overhang switch
        {
            Overhang.Keep => e.L("a list that won more in the districts keeps them, and the house grows", "la lista que ganó más en los distritos los conserva y la cámara crece"),
            Overhang.Absorb => e.L("a list that won more in the districts keeps them, and the others have fewer", "la lista que ganó más en los distritos los conserva y las demás tienen menos"),
            Overhang.PassOn => e.L(
                "a list that won more in the districts gives back the seats with its smallest quotients, and each goes to the next list there",
                "la lista que ganó más en los distritos devuelve los escaños de sus cocientes menores, y cada uno pasa a la lista siguiente allí"),
            Overhang.Level => e.L("the house grows until every list has at least what it won in the districts", "la cámara crece hasta que cada lista tenga al menos lo que ganó en los distritos"),
            _ => e.L("a list that won more in the districts gives back those where it was weakest", "la lista que ganó más en los distritos devuelve aquellos en que fue más débil"),
        };
        return e.L(
            $"Each list's share of {all} is found by {MethodWords.Of(s.Method, e)}; it gets what the districts did not give it. Overhang: {over}.{MethodWords.Placed(s.Placement, e)}",
            $"La parte de cada lista en {all} se calcula por {MethodWords.Of(s.Method, e)}; recibe lo que los distritos no le dieron. Excedentes: {over}.{MethodWords.Placed(s.Placement, e)}");
    }
}
