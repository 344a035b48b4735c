using System.Collections.Immutable;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;
using static Urna.Allocate.Validity.StepFaults;

namespace Urna.Allocate.Validity;

/// <summary>A step with its number in the law, from 0.</summary>
readonly record struct Placed(int Number, RuleStep Step)
{
    /// <summary>A step that shares seats and is followed by another below it: no majority, and no second vote.</summary>
    public SharingStep? Sharing => Step is SharingStep sharing and not (MajorityStep or RunoffStep or CongressStep) ? sharing : null;

    /// <summary>The step's name in law files.</summary>
    public string Name => NameOf(Step);

    /// <summary>A fault of this step.</summary>
    public LawFault Fault(string field, LocalizedText message, string expected, string? found = null) => new(Number, field, message, found ?? Name, expected);
}

/// <summary>Whether the steps of a law that fill the same districts fit together.</summary>
/// <remarks>Each step alone may be right and the law still say nothing: a second vote that no majority leads to, parties shared before their lists.</remarks>
static class StepOrder
{
    /// <summary>A fault for each step that cannot stand where it stands.</summary>
    public static IEnumerable<LawFault> Of(ImmutableArray<RuleStep> steps)
    {
        ImmutableArray<Placed> all = [.. steps.Select((s, i) => new Placed(i, s))];
        if (!steps.Any(s => s is SharingStep or TierStep or BallotStep or NeedsDataStep))
        {
            return [all[^1].Fault(
                "step",
                LocalizedText.Say("v130.no-step-of-the-law-shares"),
                "a step such as highest-averages, most-votes or transferable-vote")];
        }

        return Groups(all).SelectMany(g => Rounds(g.Steps).Concat(Descent(g.Steps)).Concat(Companions(g.Steps)).Concat(Fillers(g.District, g.Steps, all))).Concat(TierOrder.Of(all));
    }

    /// <summary>The steps of each district that steps name, and those of all other districts.</summary>
    static IEnumerable<(string? District, ImmutableArray<Placed> Steps)> Groups(ImmutableArray<Placed> steps) =>
        steps.SelectMany(s => s.Step.Districts).DistinctBy(FoldedName.Of).Append(null)
            .Select(district => (district, steps.Where(s => district is null ? s.Step.Districts.IsEmpty : s.Step.IsFor(FoldedName.Of(district))).ToImmutableArray()))
            .Where(group => !group.Item2.IsEmpty);

    /// <summary>A majority and what follows it.</summary>
    static IEnumerable<LawFault> Rounds(ImmutableArray<Placed> group)
    {
        var majority = group.FirstOrDefault(s => s.Step is MajorityStep);
        var last = group.Where(s => s.Step is RunoffStep or CongressStep).ToList();
        if (majority.Step is not MajorityStep first)
        {
            return last.Select(s => s.Fault(
                "step",
                LocalizedText.Say("v130.has-nobody-to-choose-between-no", ("name", s.Name)),
                "a majority step before it"));
        }

        var wrong = group.Where(s => s.Step is not (MajorityStep or RunoffStep or CongressStep))
            .Select(s => s.Fault("step", LocalizedText.Say("v130.cannot-stand-beside-majority", ("name", s.Name)), "runoff or congress")).ToList();
        if (last.Count == 0)
        {
            wrong.Add(majority.Fault(
                "step",
                LocalizedText.Say("v130.nothing-says-what-follows-where-nobody"),
                "a runoff or congress step after it"));
        }

        wrong.AddRange(group.Where(s => s.Step is MajorityStep).Skip(1).Select(s => s.Fault(
            "step",
            LocalizedText.Say("v130.there-is-a-majority-before-this"),
            "one majority step")));
        wrong.AddRange(last.Skip(1).Select(s => s.Fault(
            "step",
            LocalizedText.Say("v130.is-a-second-way-to-choose", ("name", s.Name)),
            $"only {last[0].Name}")));
        wrong.AddRange(last.Where(s => s.Number < majority.Number).Select(s => s.Fault(
            "step",
            LocalizedText.Say("v130.comes-before-majority", ("name", s.Name)),
            "majority first")));
        wrong.AddRange(last.Where(s => ((SharingStep)s.Step).Holders != first.Holders)
            .Select(s => s.Fault(
                "holders",
                LocalizedText.Say(
                    "v130.chooses-among-but-majority-among", ("name", s.Name), ("word", Word(((SharingStep)s.Step).Holders)),
                    ("word2", Word(first.Holders))),
                Word(first.Holders), Word(((SharingStep)s.Step).Holders))));
        return wrong;
    }

    /// <summary>Sharing goes down: each step shares the seats of the one before.</summary>
    static IEnumerable<LawFault> Descent(ImmutableArray<Placed> group)
    {
        var sharing = group.Where(s => s.Sharing is not null).ToList();
        for (var i = 0; i < sharing.Count; i++)
        {
            var (below, step) = (sharing[i], sharing[i].Sharing!);
            if (step is ListSurplusStep && (i == 0 || sharing[i - 1].Sharing is not HighestAveragesStep { Divisors: { } d } || d.At(1).Root))
            {
                yield return below.Fault(
                    "step",
                    LocalizedText.Say("v130.needs-the-quotient-of-the-step", ("below", below.Name)),
                    "a highest-averages step before it");
            }

            if (i > 0 && step is MostVotesStep { IsAfterFirst: true })
            {
                yield return below.Fault("after-first", LocalizedText.Say("v130.whoever-is-first-in-a-district"), "no field after-first", "true");
            }

            if (step is PassedDownStep && i == 0)
            {
                yield return below.Fault("step", LocalizedText.Say("v130.elects-persons-of-lists-that-have", ("below", below.Name)), "a step for lists before it");
            }

            if (i == 0)
            {
                continue;
            }

            var above = sharing[i - 1];
            if (step.Holders <= above.Sharing!.Holders)
            {
                yield return below.Fault(
                    "holders",
                    LocalizedText.Say(
                        "v130.shares-among-but-the-step-before", ("below", below.Name), ("word", Word(step.Holders)),
                        ("word2", Word(above.Sharing.Holders))),
                    Lower(above.Sharing.Holders), Word(step.Holders));
            }

            if (above.Sharing is MostVotesStep && step is HighestAveragesStep or LargestRemainderStep)
            {
                yield return above.Fault(
                    "step",
                    LocalizedText.Say("v130.gives-each-holder-one-seat-so", ("above", above.Name), ("below", below.Name)),
                    "highest-averages");
            }

            foreach (var fault in OnlyFirst(below, step))
            {
                yield return fault;
            }
        }
    }

    /// <summary>Steps that share the seats of a district, and never those that a list has won.</summary>
    static IEnumerable<LawFault> OnlyFirst(Placed placed, SharingStep step)
    {
        if (step is DoublingStep or EachStep or ByRankStep or BiproportionalStep)
        {
            yield return placed.Fault(
                "step",
                LocalizedText.Say("v130.shares-the-seats-of-a-district", ("placed", placed.Name)),
                $"{placed.Name} as the first step");
        }

        if (step is LargestRemainderStep { Quota: QuotaKind.Fixed } quota)
        {
            yield return placed.Fault(
                "quota",
                LocalizedText.Say("v130.a-number-as-quota-leaves-the-3"),
                "hare, droop, hagenbach-bischoff or imperiali", $"{quota.Stated}");
        }
        else if (step is LargestRemainderStep { Remainders: Remainders.None })
        {
            yield return placed.Fault(
                "remainders",
                LocalizedText.Say("v130.nobody-takes-the-seats-of-a"),
                "largest, highest-averages or most-votes", "none");
        }

        if (step is MostVotesStep { OfEachSex: > 0 } sexes)
        {
            yield return placed.Fault(
                "of-each-sex",
                LocalizedText.Say("v130.seats-for-each-sex-are-those"),
                "most-votes with of-each-sex as the first step", $"{sexes.OfEachSex}");
        }
    }

    /// <summary>Steps that need others, that stand alone, or that stand once.</summary>
    static IEnumerable<LawFault> Companions(ImmutableArray<Placed> group)
    {
        foreach (var needs in group.Where(s => s.Step is NeedsDataStep && group.Length > 1))
        {
            yield return needs.Fault("step", LocalizedText.Say("v130.a-district-whose-votes-are-not"), "needs-data alone");
        }

        foreach (var ballots in group.Where(s => s.Step is BallotStep && group.Length > 1))
        {
            yield return ballots.Fault("step", LocalizedText.Say("v130.a-step-that-counts-ranked-ballots"), $"{ballots.Name} alone");
        }

        foreach (var parity in group.Where(s => s.Step is ParityStep or NationalParityStep or AlternateParityStep))
        {
            if (!group.Any(s => s.Number < parity.Number && s.Sharing is { Holders: Holder.Candidate }))
            {
                yield return parity.Fault(
                    "step",
                    LocalizedText.Say("v130.balances-persons-but-no-step-before", ("parity", parity.Name)),
                    "a step before it that shares among candidates");
            }

            if (group.Any(s => s.Number < parity.Number && s.Step.GetType() == parity.Step.GetType()))
            {
                yield return parity.Fault(
                    "step",
                    LocalizedText.Say("v130.stands-twice-for-the-same-districts", ("parity", parity.Name)),
                    $"{parity.Name} once");
            }
        }
    }

    /// <summary>A district that steps name takes only those: one of them must share its seats.</summary>
    static IEnumerable<LawFault> Fillers(string? district, ImmutableArray<Placed> group, ImmutableArray<Placed> all)
    {
        if (group.Any(s => s.Step is SharingStep or TierStep or BallotStep or NeedsDataStep) || all.Any(s => s.Step is TierStep && (district is null || s.Step.Districts.IsEmpty)))
        {
            yield break;
        }

        // Steps that look at several districts and name none go along with those that share the seats of named ones.
        if (district is null && group.All(s => s.Step is ContestStep or NationalParityStep) && all.Any(s => s.Step is SharingStep or NeedsDataStep))
        {
            yield break;
        }

        yield return group[0].Fault(
            "step",
            LocalizedText.Say("v130.sign", ("district", district is null), ("district2", district)),
            "a step that shares seats");
    }

    static string Lower(Holder holder) => holder switch
    {
        Holder.List => "subpacts, parties or candidates",
        Holder.Subpact => "parties or candidates",
        Holder.Party => "candidates",
        _ => "no further step: persons are the last holders",
    };
}
