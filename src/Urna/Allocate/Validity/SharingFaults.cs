using System.Collections.Immutable;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;
using static Urna.Allocate.Validity.StepFaults;

namespace Urna.Allocate.Validity;

/// <summary>What is wrong with a step that shares seats, by itself.</summary>
static class SharingFaults
{
    /// <summary>The faults of its own fields.</summary>
    public static IEnumerable<LawFault> Of(SharingStep step) => Known("holders", step.Holders).Concat(Ties(step)).Concat(step switch
    {
        HighestAveragesStep s => MethodFaults.Of(s),
        LargestRemainderStep s => MethodFaults.Of(s),
        ListOrderStep s => ListOrder(s),
        MostVotesStep s => MostVotes(s),
        DoublingStep s => AtLeast("factor", s.Factor, 1),
        ByRankStep s => LimitFaults.Of(s),
        EachStep s => AtLeast("seats", s.Seats, 1),
        ListSurplusStep => Persons(step),
        PassedDownStep s => Persons(step).Concat(s.Part is { Numerator: > 0, Denominator: > 0 } && s.Part.Numerator <= s.Part.Denominator ? [] : [new("share", LocalizedText.Say("v130.a-part-of-the-votes-for"), $"{s.Part}", "above 0 and at most 1")]),
        MajorityStep s => Majority(s),
        BiproportionalStep s => Biproportional(s),
        _ => [],
    });

    /// <summary>Rules for ties that a step cannot use, or that stand in no order.</summary>
    /// <param name="ties">The rules.</param>
    /// <param name="usable">Those that can break a tie of the step.</param>
    public static IEnumerable<LawFault> Ties(ImmutableArray<TieRule> ties, params TieRule[] usable)
    {
        var found = ties.IsDefault ? "" : string.Join(", ", ties.Select(t => Spelling.Kebab(t)));
        if (ties.IsDefault || ties.Distinct().Count() < ties.Length || (ties.IndexOf(TieRule.Lot) is not -1 and var lot && lot < ties.Length - 1))
        {
            yield return new("ties", LocalizedText.Say("v130.the-rules-for-ties-stand-once"), found, "each rule once, lot last");
        }
        else if (ties.Any(t => !usable.Contains(t)))
        {
            yield return new(
                "ties",
                LocalizedText.Say(
                    "v130.breaks-no-tie-of-this-step", ("kebab", Spelling.Kebab(ties.First(t => !usable.Contains(t))))),
                found, string.Join(", ", usable.Select(t => Spelling.Kebab(t))));
        }
    }

    static IEnumerable<LawFault> Ties(SharingStep step) => step switch
    {
        EachStep or CongressStep or ListSurplusStep or PassedDownStep or BiproportionalStep => step.Ties.IsDefault || !step.Ties.SequenceEqual([TieRule.Lot])
            ? Idle(true, "ties", step.Ties.IsDefault ? "" : string.Join(", ", step.Ties.Select(t => Spelling.Kebab(t))), "the step has its own way with ties") : [],
        { Holders: Holder.Candidate } => Ties(step.Ties, TieRule.MostVotes, TieRule.MostPersonalVotes, TieRule.HighestPersonalVote, TieRule.ListOrder, TieRule.Lot),
        _ => Ties(step.Ties, TieRule.MostVotes, TieRule.MostPersonalVotes, TieRule.HighestPersonalVote, TieRule.Lot),
    };

    static IEnumerable<LawFault> Persons(SharingStep step)
    {
        if (step.Holders != Holder.Candidate)
        {
            yield return new(
                "holders",
                LocalizedText.Say("v130.chooses-persons", ("nameOf", NameOf(step))),
                Word(step.Holders), "candidates");
        }
    }

    static IEnumerable<LawFault> ListOrder(ListOrderStep step)
    {
        foreach (var fault in Persons(step).Concat(Known("of", step.Of)).Concat(Known("elected-below", step.ElectedBelow)))
        {
            yield return fault;
        }

        if (step.Preference is not { } share)
        {
            foreach (var fault in Idle(step.Of != PreferenceBase.ListVotes, "of", Spelling.Kebab(step.Of), "there is no 'share'").Concat(Idle(!step.Inclusive, "inclusive", "false", "there is no 'share'")))
            {
                yield return fault;
            }

            yield break;
        }

        // A person can have several quotas, but no more votes than the list.
        var most = step.Of is PreferenceBase.ListVotes or PreferenceBase.PersonalVotes;
        foreach (var fault in Proportions.Positive("share", share, most ? (step.Inclusive ? Limit.One : Limit.BelowOne) : Limit.None))
        {
            yield return fault;
        }
    }

    static IEnumerable<LawFault> MostVotes(MostVotesStep step)
    {
        foreach (var fault in AtLeast("of-each-sex", step.OfEachSex, 0).Concat(Known("elected-below", step.ElectedBelow)))
        {
            yield return fault;
        }

        if (step is { OfEachSex: > 0, Holders: not Holder.Candidate })
        {
            yield return new("holders", LocalizedText.Say("v130.seats-for-each-sex-can-be"), Word(step.Holders), "candidates");
        }

        if (step is { OfEachSex: > 0, IsAfterFirst: true })
        {
            yield return new("after-first", LocalizedText.Say("v130.seats-for-each-sex-go-to"), "true", "no field after-first");
        }
    }

    static IEnumerable<LawFault> Majority(MajorityStep step)
    {
        if (step.AnyOf.IsDefaultOrEmpty)
        {
            yield return new("any-of", LocalizedText.Say("v130.a-majority-needs-a-condition"), "", "share: 1/2, or a list of conditions") { Code = "V103" };
            yield break;
        }

        for (var i = 0; i < step.AnyOf.Length; i++)
        {
            foreach (var fault in Majority(step.AnyOf[i]))
            {
                yield return fault with { Part = i };
            }
        }

        foreach (var fault in AtLeast("finalists", step.Finalists, 2).Concat(Known("finalist-of", step.FinalistOf))
            .Concat(step.FinalistShare is { } goesOn ? Proportions.Positive("finalist-share", goesOn, Limit.BelowOne) : [])
            .Concat(Idle(step.FinalistShare is null && step.FinalistOf != VoteBase.Valid, "finalist-of", Spelling.Kebab(step.FinalistOf), "there is no 'finalist-share'")))
        {
            yield return fault;
        }
    }

    static IEnumerable<LawFault> Majority(MajorityCondition condition)
    {
        if (condition.Needed is not { Denominator: > 0, Numerator: > 0 } share || share.Numerator >= share.Denominator)
        {
            yield return new(
                "share",
                LocalizedText.Say("v130.nobody-or-everybody-has-such-a"),
                $"{condition.Needed}", "a fraction between 0 and 1, as 1/2");
        }

        foreach (var fault in Known("of", condition.Of)
            .Concat(condition.Lead is { } lead ? Proportions.Positive("lead", lead, Limit.BelowOne) : [])
            .Concat(Idle(condition.Lead is null && condition.LeadExceeded, "lead-exceeded", "true", "there is no 'lead'"))
            .Concat(condition.OfRoll is { } part ? Proportions.Positive("share-of-roll", part, Limit.BelowOne) : []))
        {
            yield return fault;
        }
    }

    static IEnumerable<LawFault> Biproportional(BiproportionalStep step)
    {
        if (step.Holders != Holder.List)
        {
            yield return new("holders", LocalizedText.Say("v130.biproportional-shares-seats-among-lists"), Word(step.Holders), "lists");
        }

        foreach (var fault in Known("upper", step.Upper).Concat(MethodFaults.Divisors("upper-divisors", step.UpperDivisors)).Concat(MethodFaults.Divisors("lower-divisors", step.LowerDivisors)))
        {
            yield return fault;
        }

        foreach (var fault in Known("equal-winners", step.EqualWinners).Concat(Idle(!step.WinnerTakesOne && step.EqualWinners != EqualWinners.OneEach, "equal-winners", Model.Spelling.Kebab(step.EqualWinners), "it goes with winner-takes-one")))
        {
            yield return fault;
        }

        if (step.LowerDivisors?.At(1).Root == true)
        {
            yield return new(
                "lower-divisors",
                LocalizedText.Say("v130.a-table-cannot-be-rounded-by"),
                step.LowerDivisors.Name, string.Join(", ", DivisorRule.Known.Where(d => !d.At(1).Root).Select(d => d.Name)))
            {
                Code = "V110",
            };
        }

        foreach (var fault in Idle(step is { RoundsVoterNumbers: true, Upper: UpperWeight.Votes }, "voter-rounding", "nearest", "lists are compared by votes"))
        {
            yield return fault;
        }
    }
}
