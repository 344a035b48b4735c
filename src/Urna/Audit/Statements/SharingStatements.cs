using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Audit.Statements;

/// <summary>What must be true of the votes for one sharing of seats to be as reported, step by step of a law.</summary>
static class SharingStatements
{
    /// <summary>The statements of a sharing, or why there are none.</summary>
    public static StatementSet Of(SharingStep step, AuditSharing sharing) => step switch
    {
        HighestAveragesStep { Minimum: > 0 } => StatementSet.Refused(RefusalWords.Minimum),
        HighestAveragesStep averages => Quotients(averages, sharing),
        MostVotesStep { OfEachSex: > 0 } => StatementSet.Refused(RefusalWords.Parity),
        MostVotesStep => MostVotes(sharing),
        RunoffStep => MostVotes(sharing),
        DoublingStep doubling => Doubling(doubling, sharing),
        LargestRemainderStep remainders => LargestRemainders(remainders, sharing),
        ListOrderStep order => ListOrder(order, sharing),
        _ => StatementSet.Refused(RefusalWords.Of(step)),
    };

    /// <summary>Every quotient that won a seat is above every quotient that would win the next.</summary>
    /// <remarks>The inequality of Balinski &amp; Young (2001), app. A, that characterises a divisor method; Stark &amp; Teague (2014), Verifiable European elections. Who has no candidacy left is no rival.</remarks>
    static StatementSet Quotients(HighestAveragesStep step, AuditSharing sharing)
    {
        if (step.Exhausted == Exhaustion.NewElection && sharing.Holders.Any(h => h.Seats >= h.Capacity))
        {
            return StatementSet.Refused(RefusalWords.NewElection);
        }

        if (LeavesVacant(sharing))
        {
            return StatementSet.Refused(RefusalWords.Vacant);
        }

        var pairs = from w in sharing.Holders
                    where w.Seats > 0
                    from l in sharing.Holders
                    where l != w && l.Seats < l.Capacity
                    select Quotient(step.Divisors.At(w.Seats - 1), step.Divisors.At(l.Seats), w, l, sharing);
        var alone = sharing.Holders.Where(w => w.Seats > 0 && !sharing.Holders.Any(l => l != w && l.Seats < l.Capacity));
        return new([.. pairs, .. alone.Select(sharing.HasVotes)], []);
    }

    /// <summary>One quotient above another.</summary>
    static Statement Quotient(Divisor last, Divisor next, AuditHolder winner, AuditHolder loser, AuditSharing sharing)
    {
        // An infinite quotient is above every other, and two of them compare by votes.
        if (last.Numerator == 0)
        {
            return next.Numerator == 0 ? sharing.More(winner, loser) : sharing.HasVotes(winner);
        }

        // Only who has no vote at all is without a seat while its first quotient would be infinite.
        if (next.Numerator == 0)
        {
            return sharing.HasNoVotes(loser);
        }

        return last.Root || next.Root
            ? sharing.Ahead(AssertionKind.Quotients, winner, 1, loser, RootAbove(last, next))
            : sharing.Ahead(AssertionKind.Quotients, winner, new Fraction(last.Denominator, (BigInteger)last.Numerator), loser, new Fraction(next.Denominator, (BigInteger)next.Numerator));
    }

    /// <summary>A fraction just above the quotient of two roots, so that what is true with it is true with the roots.</summary>
    static Fraction RootAbove(Divisor above, Divisor below)
    {
        // Twelve digits: less than a vote in any count. The comparison is made exact by powers.
        var scale = BigInteger.Pow(10, 12);
        var (up, down) = ((BigInteger)above.Numerator * below.Denominator, (BigInteger)below.Numerator * above.Denominator);
        var guess = (BigInteger)(above.Value / below.Value * 1e12);
        while (BigInteger.Pow(guess, above.Degree) * down < up * BigInteger.Pow(scale, above.Degree))
        {
            guess += BigInteger.Max(1, guess / 1_000_000_000_000_000);
        }

        return new(guess, scale);
    }

    static StatementSet MostVotes(AuditSharing sharing) => LeavesVacant(sharing) ? StatementSet.Refused(RefusalWords.Vacant) : new(
        [.. sharing.More([.. sharing.Holders.Where(h => h.Seats > 0)], [.. sharing.Holders.Where(h => h.Seats == 0)]).Where(s => s.Kind == AssertionKind.Plurality || !sharing.IsWithin)], []);

    /// <summary>Ley 18.700 art. 109 bis: both seats to the first list if it exceeds a multiple of the second; else one each to the first two.</summary>
    static StatementSet Doubling(DoublingStep step, AuditSharing sharing)
    {
        var won = sharing.Holders.Where(h => h.Seats > 0).ToList();
        if (LeavesVacant(sharing))
        {
            return StatementSet.Refused(RefusalWords.Vacant);
        }

        if (won is [{ Seats: DoublingStep.Seats } doubled])
        {
            return new([sharing.HasVotes(doubled), .. sharing.Holders.Where(h => h != doubled).Select(l => sharing.Ahead(AssertionKind.Quotients, doubled, new Fraction(1, step.Factor), l, 1))], []);
        }

        var notDoubled = from a in won
                         from b in won
                         where a != b && b.Capacity >= DoublingStep.Seats
                         select sharing.Ahead(AssertionKind.Quotients, a, 1, b, new Fraction(1, step.Factor)) with { Inclusive = true };
        return new([.. MostVotes(sharing).Statements, .. notDoubled], []);
    }

    /// <summary>Every seat given exceeds its quota by more than every seat not given.</summary>
    /// <remarks>Largest remainders give each seat where votes / quota − seats is greatest: Balinski &amp; Young (2001), app. A. With votes for the quota's own sum the inequality is linear: Blom et al. (2021), Assertion-based approaches to auditing complex elections.</remarks>
    static StatementSet LargestRemainders(LargestRemainderStep step, AuditSharing sharing)
    {
        var parts = step.Quota switch { QuotaKind.Hare => 0, QuotaKind.HagenbachBischoff => 1, QuotaKind.Imperiali => 2, _ => -1 };
        if (parts < 0 || step.Rounding != QuotaRounding.None || step.Remainders != Remainders.Largest || step.WithQuotaOnly || step.HasMinima || step.Least.Numerator > 0)
        {
            return StatementSet.Refused(RefusalWords.Quota);
        }

        if (sharing.Given < sharing.ToShare || sharing.Holders.Any(h => h.Seats >= h.Capacity))
        {
            return StatementSet.Refused(RefusalWords.Vacant);
        }

        ImmutableArray<BallotLine> whole = step.OfAllVotes ? sharing.Within : [.. sharing.Holders.SelectMany(h => h.Lines)];
        var statements = from w in sharing.Holders
                         where w.Seats > 0
                         from l in sharing.Holders
                         where l != w
                         select Remainder(w, l, new Fraction(l.Seats + 1 - w.Seats, sharing.ToShare + parts), whole, sharing);
        return new([.. statements], []);
    }

    static Statement Remainder(AuditHolder winner, AuditHolder loser, Fraction each, ImmutableArray<BallotLine> whole, AuditSharing sharing)
    {
        var own = winner.Lines.Concat(loser.Lines).ToHashSet();
        return new(AssertionKind.Quotients, winner.Name, loser.Name, sharing.District)
        {
            Scope = sharing.Scope,
            Lines = [new(winner.Lines, each + 1), new(loser.Lines, each - 1), new([.. whole.Where(l => !own.Contains(l))], each)],
        };
    }

    /// <summary>Persons in the order of the list, with those whose own votes lift them before it.</summary>
    /// <remarks>
    /// Whoever is elected stays so if all whom votes lift are elected, and whoever is elected behind somebody left out is lifted. Where votes lift more than there are seats, those elected have more votes than the rest, and are lifted themselves.
    /// </remarks>
    static StatementSet ListOrder(ListOrderStep step, AuditSharing sharing)
    {
        if (step.Preference is not { } share || sharing.Given == 0)
        {
            return new([], []);
        }

        if (sharing.Holders.Any(h => h.Capacity > 1))
        {
            return StatementSet.Refused(RefusalWords.Of(step));
        }

        var order = sharing.Holders.Index().OrderBy(h => h.Item.Position == 0 ? int.MaxValue : h.Item.Position).ThenBy(h => h.Index).Select(h => h.Item).ToList();
        var firstOut = order.FindIndex(h => h.Seats == 0);
        if (firstOut < 0)
        {
            return new([], []);
        }

        ImmutableArray<AuditHolder> elected = [.. order.Where(h => h.Seats > 0)];
        var outside = order.Where(h => h.Seats == 0).Select(h => (Person: h, Below: Lifted(step, share, h, sharing, false))).ToList();
        var stronger = outside.Where(o => !o.Below.Holds(sharing.Votes)).Select(o => o.Person).ToList();
        return new(
            [
                .. (stronger.Count > 0 ? elected : order.Skip(firstOut).Where(h => h.Seats > 0)).Select(h => Lifted(step, share, h, sharing, true)),
                .. outside.Where(o => !stronger.Contains(o.Person)).Select(o => o.Below),
                .. from e in elected from o in stronger select sharing.More(e, o),
            ],
            []);
    }

    static Statement Lifted(ListOrderStep step, Proportion share, AuditHolder person, AuditSharing sharing, bool reached)
    {
        var (whole, parts) = step.Of switch
        {
            PreferenceBase.ListVotes => (sharing.Within, 1),
            PreferenceBase.PersonalVotes => ([.. sharing.Holders.SelectMany(h => h.Lines)], 1),
            PreferenceBase.ListQuota => (sharing.Within, sharing.ToShare),
            PreferenceBase.ListDroop => (sharing.Within, sharing.ToShare + 1),
            _ => (sharing.Whole.Lines, sharing.Whole.Seats),
        };
        return sharing.Part(AssertionKind.Threshold, person, new Fraction(share.Numerator, (BigInteger)share.Denominator * parts), whole, reached, step.Inclusive);
    }

    /// <summary>Whether a seat stays empty though somebody might take it with more votes.</summary>
    static bool LeavesVacant(AuditSharing sharing) => sharing.Given < sharing.ToShare && sharing.Holders.Any(h => h.Seats < h.Capacity);
}
