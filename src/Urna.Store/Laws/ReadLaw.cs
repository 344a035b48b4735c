using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Validity;
using Urna.Store.Yaml;

namespace Urna.Store.Laws;

/// <summary>A step of a law file.</summary>
/// <param name="Yaml">Where it stands.</param>
/// <param name="Step">The step; null if it could not be read.</param>
/// <param name="IsSound">Whether it was read without a fault.</param>
readonly record struct ReadStep(YamlMap Yaml, RuleStep? Step, bool IsSound);

/// <summary>The steps of a law file, and whether they are a law.</summary>
static class ReadLaw
{
    /// <summary>Reads the steps, with each fault in the line of its field.</summary>
    /// <param name="maps">The steps as the file has them.</param>
    /// <param name="faults">Where faults go.</param>
    /// <returns>The steps; a law if no fault was added.</returns>
    public static ImmutableArray<RuleStep> Steps(ImmutableArray<YamlMap> maps, FaultLog faults)
    {
        ImmutableArray<ReadStep> read = [.. maps.Select(m => Read(m, faults))];
        if (read.Any(s => !s.IsSound))
        {
            // A field that could not be read has a value that nobody wrote: what follows from it would be a guess.
            foreach (var (yaml, step, _) in read.Where(s => s.IsSound))
            {
                Tell(ElectoralRule.CheckAlone(step!), _ => yaml);
            }

            return [];
        }

        ImmutableArray<RuleStep> steps = [.. read.Select(s => s.Step!)];
        Tell(steps.IsEmpty ? [] : ElectoralRule.Check(steps), f => read[f.Step].Yaml);
        return steps;
    }

    static ReadStep Read(YamlMap yaml, FaultLog faults)
    {
        var before = faults.Count;
        var step = RuleSteps.Read(yaml);
        return new(yaml, step, step is not null && faults.Count == before);
    }

    static void Tell(ImmutableArray<LawFault> faults, Func<LawFault, YamlMap> yamlOf)
    {
        foreach (var fault in faults)
        {
            var yaml = yamlOf(fault);
            foreach (var list in fault.Part is null ? [] : (string[])["any-of", "sizes"])
            {
                yaml = yaml.Has(list) ? yaml.Maps(list)[fault.Part!.Value] : yaml;
            }

            // A share by the number of parties is a mapping: its line is that of the field.
            yaml.Fault(fault.Code, fault.Message, fault.Field, fault.Found, fault.Expected);
        }
    }
}
