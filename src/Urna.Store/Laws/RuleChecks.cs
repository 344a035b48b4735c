using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Transferable;
using Urna.Model;
using Urna.Store.Yaml;

namespace Urna.Store.Laws;

/// <summary>A step of a law file.</summary>
/// <param name="Yaml">Where it stands.</param>
/// <param name="Step">The step; null if it could not be read.</param>
readonly record struct ReadStep(YamlMap Yaml, RuleStep? Step)
{
    /// <summary>The step's name in the file.</summary>
    public string Name => Yaml.Text("step") ?? "";
}

/// <summary>Whether the steps of a law fit together.</summary>
/// <remarks>Each step alone may be right and the law still say nothing: a second vote that no majority leads to, parties shared before their lists.</remarks>
static class RuleChecks
{
    const string Code = "V130";

    /// <summary>Adds a fault for each pair of steps that cannot follow each other.</summary>
    /// <param name="steps">The steps, all of them read.</param>
    public static void Check(ImmutableArray<ReadStep> steps)
    {
        foreach (var step in steps)
        {
            CheckAlone(step);
        }

        if (!steps.IsEmpty && !steps.Any(s => s.Step is SharingStep or TierStep or TransferableVoteStep or NeedsDataStep))
        {
            steps[^1].Yaml.Fault(Code, "no step of the law shares seats.", "step", steps[^1].Name, "a step such as highest-averages, most-votes or levelling");
        }

        var told = new HashSet<(int, string)>();
        foreach (var group in Groups(steps))
        {
            foreach (var (step, key, message, expected) in Rounds(group).Concat(Order(group)).Concat(Companions(group)).Where(f => told.Add((f.Step.Yaml.Line, f.Message))))
            {
                step.Yaml.Fault(Code, message, key, step.Yaml.IsText(key) ? step.Yaml.Text(key) ?? "" : step.Name, expected);
            }
        }
    }

    /// <summary>The steps of each district that steps name, and those of all other districts.</summary>
    static IEnumerable<ImmutableArray<ReadStep>> Groups(ImmutableArray<ReadStep> steps) =>
        steps.SelectMany(s => s.Step!.Districts.Select(FoldedName.Of)).Distinct().Append(null)
            .Select(key => steps.Where(s => key is null ? s.Step!.Districts.IsEmpty : s.Step!.Districts.Any(d => FoldedName.Of(d) == key)).ToImmutableArray())
            .Where(group => !group.IsEmpty);

    static void CheckAlone(ReadStep step)
    {
        foreach (var twice in step.Step!.Districts.GroupBy(FoldedName.Of).Where(g => g.Skip(1).Any()))
        {
            step.Yaml.Fault(Code, $"the district '{twice.First()}' stands twice in '{step.Name}'.", "districts", twice.First(), "each district once");
        }

        if (step.Step is SharingStep { Ties: var ties } && (ties.Distinct().Count() < ties.Length || ties.IndexOf(TieRule.Lot) is not -1 and var lot && lot < ties.Length - 1))
        {
            step.Yaml.Fault(Code, "the rules for ties stand once each, and a drawing of lots is the last.", "ties", string.Join(", ", step.Yaml.Texts("ties")), "each rule once, lot last");
        }

        if (step.Step is MajorityStep { Needed: { Numerator: 0 } or { Value: >= 1 } })
        {
            step.Yaml.Fault(Code, "nobody, or everybody, has such a share.", "share", step.Yaml.Text("share") ?? "", "a fraction between 0 and 1, as 1/2");
        }

        if (step.Step is MostVotesStep { OfEachSex: > 0 } and { Holders: not Holder.Candidate })
        {
            step.Yaml.Fault(Code, "seats for each sex can be shared among persons only.", "holders", step.Yaml.Text("holders") ?? "", "candidates");
        }

        if (step.Step is ListSurplusStep { Holders: not Holder.Candidate })
        {
            step.Yaml.Fault(Code, $"'{step.Name}' chooses persons.", "holders", step.Yaml.Text("holders") ?? "", "candidates");
        }

        if (step.Step is HighestAveragesStep { Exhausted: Exhaustion.NewElection } renewed && (renewed.Minimum > 0 || renewed.Ties.Contains(TieRule.MostPersonalVotes)))
        {
            step.Yaml.Fault(Code, "with a new election there is no 'minimum', and ties do not look at the next person.", "exhausted", "new-election", "next-quotients, or ties by highest-personal-vote");
        }
    }

    /// <summary>A majority and what follows it.</summary>
    static IEnumerable<(ReadStep Step, string Key, string Message, string Expected)> Rounds(ImmutableArray<ReadStep> group)
    {
        var majority = group.FirstOrDefault(s => s.Step is MajorityStep);
        var last = group.Where(s => s.Step is RunoffStep or CongressStep).ToList();
        if (majority.Step is null)
        {
            return last.Select(s => (s, "step", $"'{s.Name}' has nobody to choose between: no 'majority' step comes before it.", "a majority step before it"));
        }

        var wrong = group.Where(s => s.Step is SharingStep and not (MajorityStep or RunoffStep or CongressStep))
            .Select(s => (s, "step", $"'{s.Name}' cannot stand beside 'majority'.", "runoff or congress")).ToList();
        if (last.Count == 0)
        {
            wrong.Add((majority, "step", "nothing says what follows where nobody has the majority.", "a runoff or congress step after it"));
        }

        wrong.AddRange(last.Skip(1).Select(s => (s, "step", $"'{s.Name}' is a second way to choose between the finalists.", $"only {last[0].Name}")));
        wrong.AddRange(last.Where(s => group.IndexOf(s) < group.IndexOf(majority)).Select(s => (s, "step", $"'{s.Name}' comes before 'majority'.", "majority first")));
        return wrong;
    }

    /// <summary>Sharing goes down: each step shares the seats of the one before.</summary>
    static IEnumerable<(ReadStep Step, string Key, string Message, string Expected)> Order(ImmutableArray<ReadStep> group)
    {
        var sharing = group.Where(s => s.Step is SharingStep and not (MajorityStep or RunoffStep or CongressStep)).ToList();
        for (var i = 1; i < sharing.Count; i++)
        {
            var (above, below) = (sharing[i - 1], sharing[i]);
            if (((SharingStep)below.Step!).Holders <= ((SharingStep)above.Step!).Holders)
            {
                yield return (below, "holders", $"'{below.Name}' shares among {below.Yaml.Text("holders")}, but the step before it shares among {above.Yaml.Text("holders")}.",
                    Lower(((SharingStep)above.Step).Holders));
            }

            if (above.Step is MostVotesStep && below.Step is HighestAveragesStep)
            {
                yield return (above, "step", $"'{above.Name}' gives each holder one seat, so '{below.Name}' after it has nothing to share.", "highest-averages");
            }

            if (below.Step is DoublingStep)
            {
                yield return (below, "step", $"'{below.Name}' shares the seats of a district, and those of no list.", "doubling as the first step");
            }
        }

        foreach (var step in sharing.Where((s, i) => s.Step is ListSurplusStep && (i == 0 || sharing[i - 1].Step is not HighestAveragesStep { Divisors: var d } || d.At(1).Root)))
        {
            yield return (step, "step", $"'{step.Name}' needs the quotient of the step before it.", "a highest-averages step before it");
        }
    }

    /// <summary>Steps that need others, or that stand alone.</summary>
    static IEnumerable<(ReadStep Step, string Key, string Message, string Expected)> Companions(ImmutableArray<ReadStep> group)
    {
        foreach (var needs in group.Where(s => s.Step is NeedsDataStep && group.Length > 1))
        {
            yield return (needs, "step", "a district whose votes are not known has no other step.", "needs-data alone");
        }

        foreach (var parity in group.Where(s => s.Step is ParityStep or NationalParityStep))
        {
            if (!group.Take(group.IndexOf(parity)).Any(s => s.Step is SharingStep { Holders: Holder.Candidate }))
            {
                yield return (parity, "step", $"'{parity.Name}' balances persons, but no step before it elects any.", "a step before it that shares among candidates");
            }
        }

        if (group.All(s => s.Step is ParityStep or NationalParityStep or AlternateParityStep))
        {
            yield return (group[0], "step", "no step shares seats.", "a step that shares seats");
        }
    }

    static string Lower(Holder holder) => holder switch
    {
        Holder.List => "subpacts, parties or candidates",
        Holder.Subpact => "parties or candidates",
        Holder.Party => "candidates",
        _ => "no further step: persons are the last holders",
    };
}
