using System.Collections.Immutable;
using Urna.Allocate.Filling;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Validity;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate;

/// <summary>Whether every name in a law is borne by something in the votes.</summary>
/// <remarks>A name that nothing bears is a slip of the pen: without it being told, another law would be applied in silence.</remarks>
static class LawNames
{
    /// <summary>The names of one field of a step, and what may bear them.</summary>
    /// <param name="Field">The field as law files name it.</param>
    /// <param name="Names">The names in the law.</param>
    /// <param name="Borne">The names in the votes, as they are written.</param>
    /// <param name="What">What a name stands for.</param>
    sealed record Kind(string Field, ImmutableArray<string> Names, IEnumerable<string> Borne, LocalizedText What);

    static readonly LocalizedText district = LocalizedText.Say("term.district-2"), tier = LocalizedText.Say("term.tier"), list = LocalizedText.Say("term.list-2"), line = LocalizedText.Say("law-names.line-of-the-ballot");

    /// <summary>A finding for each name that nothing bears.</summary>
    public static IEnumerable<Finding> Of(ElectoralRule rule, ContestVotes votes)
    {
        var all = votes.Districts;
        foreach (var (step, number) in rule.Steps.Select((s, i) => (s, i + 1)).Where(s => s.s.IsNaming))
        {
            foreach (var kind in Kinds(rule, step, all))
            {
                var borne = kind.Borne.Select(FoldedName.Of).ToHashSet();
                foreach (var name in kind.Names.Where(n => !borne.Contains(FoldedName.Of(n)) && !(step.WherePresent && !IsMisspelt(n, kind, rule))))
                {
                    yield return Unborne(rule, step, number, kind, name);
                }
            }
        }
    }

    static IEnumerable<Kind> Kinds(ElectoralRule rule, RuleStep step, ImmutableArray<DistrictVotes> all)
    {
        // The tier above all need not have a row where the law alone says what its seats are.
        var added = rule.Steps.Any(s => s is TierStep && (s.Districts.IsEmpty || s.IsFor(TierStep.NationalTier))) ? [TierStep.NationalTier] : Array.Empty<string>();
        yield return step is TierStep
            ? new("districts", step.Districts, all.Where(ContestLayout.Tiers(all)).Select(d => d.District).Concat(added), tier)
            : new("districts", step.Districts, all.Select(d => d.District).Concat(added), district);
        if (step is ThresholdStep threshold)
        {
            yield return new("exempt", threshold.Exempt, all.SelectMany(d => d.Votes).Select(v => v.Candidacy).Where(c => c.Kind != CandidacyKind.Independent).Select(c => threshold.Holders == Holder.Party ? c.Party : c.ListName), list);
        }

        if (step is TransferableVoteStep ballots)
        {
            yield return new("write-ins", ballots.WriteIns, all.SelectMany(d => d.Votes).Select(v => v.Candidacy.Name), line);
        }
    }

    /// <summary>Whether a name that may be absent is very like one that no law names: then it is not absent, but misspelt.</summary>
    static bool IsMisspelt(string name, Kind kind, ElectoralRule rule)
    {
        var named = kind.Field == "districts" ? rule.Steps.SelectMany(s => s.Districts) : kind.Names;
        return Nearest.Like(name, kind.Borne.Except(named, StringComparer.OrdinalIgnoreCase)) is not null;
    }

    static Finding Unborne(ElectoralRule rule, RuleStep step, int number, Kind kind, string name) => Codes.Finding("V132", LocalizedText.Say(
        "v132.the-law-names-the-step-but", ("rule", rule.Name), ("what", kind.What), ("name", name), ("number", number),
        ("nameOf", StepFaults.NameOf(step)))) with
    {
        Column = kind.Field,
        Place = kind.Field == "districts" ? name : "",
        Found = name,
        Expected = Nearest.Among(name, kind.Borne),
    };
}
