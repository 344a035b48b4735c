using System.Collections.Immutable;
using System.Diagnostics;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Validity;

/// <summary>What is wrong with a step by itself, whatever stands beside it.</summary>
static class StepFaults
{
    /// <summary>The faults of a step's own fields.</summary>
    public static IEnumerable<LawFault> Of(RuleStep step) => Common(step).Concat(step switch
    {
        SharingStep sharing => SharingFaults.Of(sharing),
        ThresholdStep threshold => ThresholdFaults.Of(threshold),
        DistrictSeatsStep sizes => DistrictSeatsFaults.Of(sizes),
        BonusStep bonus => LimitFaults.Of(bonus),
        SurplusVotesStep => [],
        CapStep cap => LimitFaults.Of(cap),
        TierStep tier => TierFaults.Of(tier),
        TransferableVoteStep ballots => TransferableFaults.Of(ballots),
        PreferenceCountStep count => TransferableFaults.Of(count),
        ParityStep parity => Replacements(parity.Replacements),
        NationalParityStep parity => Replacements(parity.Replacements).Concat(WholeContest(parity)),
        AlternateParityStep parity => Named(parity),
        NeedsDataStep needs => Reason(needs),
        _ => throw new UnreachableException($"A step of a kind without checks: {step.GetType().Name}."),
    });

    /// <summary>The step's name in law files.</summary>
    public static string NameOf(RuleStep step) => Spelling.Kebab(step.GetType().Name[..^"Step".Length]);

    /// <summary>The word for a kind of holder in law files.</summary>
    public static string Word(Holder holder) => holder switch
    {
        Holder.List => "lists",
        Holder.Subpact => "subpacts",
        Holder.Party => "parties",
        Holder.Candidate => "candidates",
        _ => $"{holder}",
    };

    /// <summary>A fault where a value is none of its enumeration's.</summary>
    public static IEnumerable<LawFault> Known<T>(string field, T value)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            yield return new(
                field,
                LocalizedText.Say("v130.is-not-one-of-the-values", ("value", value.ToString()), ("field", field)),
                $"{value}", string.Join(", ", Enum.GetValues<T>().Select(v => Spelling.Kebab(v))));
        }
    }

    /// <summary>A fault where a number is below the least that says anything.</summary>
    public static IEnumerable<LawFault> AtLeast(string field, long? value, long least)
    {
        if (value < least)
        {
            yield return new(
                field,
                LocalizedText.Say("v130.in-is-below", ("value", value), ("field", field), ("least", least)),
                $"{value}", $"a whole number, {least} or more");
        }
    }

    /// <summary>A fault where a field is filled that the others leave without effect.</summary>
    public static IEnumerable<LawFault> Idle(bool isIdle, string field, string found, string because)
    {
        if (isIdle)
        {
            yield return new(
                field,
                LocalizedText.Say("v130.changes-nothing-here", ("field", field), ("because", because)),
                found, $"no '{field}'");
        }
    }

    /// <summary>Faults of a list of names: blank ones, and the same one twice.</summary>
    public static IEnumerable<LawFault> Names(string field, ImmutableArray<string> names, string what, string inStep)
    {
        if (names.IsDefault || names.Any(string.IsNullOrWhiteSpace))
        {
            yield return new(field, LocalizedText.Say("v130.a-name-in-is-empty", ("field", field)), "", $"each {what} by its name");
            yield break;
        }

        foreach (var twice in names.GroupBy(FoldedName.Of).Where(g => g.Skip(1).Any()))
        {
            yield return new(
                field,
                LocalizedText.Say("v130.the-stands-twice-in", ("what", what), ("twice", twice.First()), ("inStep", inStep)),
                twice.First(), $"each {what} once");
        }
    }

    static IEnumerable<LawFault> Common(RuleStep step)
    {
        if (string.IsNullOrWhiteSpace(step.Article))
        {
            yield return new(
                "article",
                LocalizedText.Say("v130.does-not-say-which-article-it", ("nameOf", NameOf(step))),
                "", "the article of the law");
        }

        var isIdle = step.WherePresent && !step.Districts.IsDefault && !step.IsNaming;
        foreach (var fault in Names("districts", step.Districts, "district", NameOf(step)).Concat(Idle(isIdle, "where-present", "true", "the step names nothing")))
        {
            yield return fault;
        }
    }

    static IEnumerable<LawFault> Replacements(ImmutableArray<Holder> replacements)
    {
        if (replacements.IsDefaultOrEmpty)
        {
            yield return new("replacements", LocalizedText.Say("v130.nobody-can-take-the-seat-of"), "", "party, list, or both in order");
        }
        else if (replacements.Any(r => r == Holder.Candidate || !Enum.IsDefined(r)) || replacements.Distinct().Count() < replacements.Length)
        {
            yield return new(
                "replacements",
                LocalizedText.Say("v130.a-replacement-is-sought-once-in"),
                string.Join(", ", replacements.Select(r => Spelling.Kebab(r))), "party, subpact, list: each once");
        }
    }

    static IEnumerable<LawFault> WholeContest(NationalParityStep step) =>
        Idle(!step.Districts.IsDefaultOrEmpty, "districts", string.Join(", ", step.Districts.IsDefault ? [] : step.Districts), "women and men are balanced over the whole contest");

    static IEnumerable<LawFault> Named(AlternateParityStep step)
    {
        if (step.Districts.IsDefaultOrEmpty)
        {
            yield return new("districts", LocalizedText.Say("v130.alternate-parity-does-not-say-which"), "", "a list of districts");
        }
    }

    static IEnumerable<LawFault> Reason(NeedsDataStep step)
    {
        if (string.IsNullOrWhiteSpace(step.Because.English) || string.IsNullOrWhiteSpace(step.Because.Spanish))
        {
            yield return new("because", LocalizedText.Say("v130.needs-data-does-not-say-what"), "", "a text in English and Spanish");
        }
    }
}
