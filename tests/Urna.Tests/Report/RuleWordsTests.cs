using System.Collections.Immutable;
using System.Text.Json;
using Urna.Allocate.Laws;
using Urna.Contract;
using Urna.Model;
using Urna.Report;
using Urna.Tests.Allocate;

namespace Urna.Tests.Report;

/// <summary>What <c>rule show</c> says is the law: another law is told in other words.</summary>
public class RuleWordsTests
{
    /// <summary>Fields that no law can change by themselves, with what they hang on.</summary>
    static readonly Dictionary<string, string> bound = new()
    {
        ["BiproportionalStep.Holders"] = "always lists",
        ["BiproportionalStep.Ties"] = "the step has its own way",
        ["CongressStep.Holders"] = "those of the majority step",
        ["CongressStep.Ties"] = "the step has its own way",
        ["DistrictSeatsStep.Method.Least"] = "no seat is left without a district",
        ["DistrictSeatsStep.Method.Minimum"] = "the step has its own",
        ["DistrictSeatsStep.Method.OfAllVotes"] = "all districts take part",
        ["DistrictSeatsStep.Method.WithQuotaOnly"] = "no seat is left without a district",
        ["EachStep.Ties"] = "nothing can be tied",
        ["ListOrderStep.Holders"] = "always persons",
        ["ListSurplusStep.Holders"] = "always persons",
        ["ListSurplusStep.Ties"] = "the step has its own way",
        ["PassedDownStep.Holders"] = "always persons",
        ["PassedDownStep.Ties"] = "the step has its own way",
        ["MajorityStep.Holders"] = "those of the second vote",
        ["NationalParityStep.Districts"] = "always the whole contest",
        ["PoolStep.Placement.By"] = "always remainders",
        ["PoolStep.Placement.InTiers"] = "pooled seats go to districts or stay above",
        ["DistrictSeatsStep.Method.LeastPerson"] = "districts have no persons",
        ["DistrictSeatsStep.Method.RemainderList"] = "districts have no persons",
        ["DistrictSeatsStep.Method.RemainderPerson"] = "districts have no persons",
        ["LevellingStep.Method.LeastPerson"] = "no persons stand above the districts",
        ["LevellingStep.Method.RemainderList"] = "no persons stand above the districts",
        ["LevellingStep.Method.RemainderPerson"] = "no persons stand above the districts",
        ["PoolStep.Method.LeastPerson"] = "no persons stand above the districts",
        ["PoolStep.Method.RemainderList"] = "no persons stand above the districts",
        ["PoolStep.Method.RemainderPerson"] = "no persons stand above the districts",
        ["SurplusVotesStep.Districts"] = "always the tier",
        ["PoolStep.Placement.Divisors"] = "remainders are not divided",
        ["RunoffStep.Holders"] = "those of the majority step",
    };

    /// <summary>Fields of the arithmetic of a tier that its step has itself.</summary>
    static readonly string[] ofTheStep = [".Method.Holders", ".Method.Districts", ".Method.Exhausted", ".Method.WherePresent", ".Method.Stated"];

    /// <summary>Districts of a step are those of the steps beside it, and may be absent only where there are names.</summary>
    static bool IsOfNames(string field) => field.EndsWith(".WherePresent", StringComparison.Ordinal) || field.EndsWith(".Districts", StringComparison.Ordinal);

    static string Words(LawVariant variant, ElectoralRule law, Language language) =>
        JsonSerializer.Serialize(LawAnswers.Of(law, new Wording(language)).Steps.ElementAt(variant.Step));

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Spanish)]
    public void Words_OfEveryFieldOfALaw_ChangeWithIt(Language language)
    {
        var same = LawVariants.All.Where(v => !v.Field.Contains(".Method.Article", StringComparison.Ordinal) && !v.Field.Contains(".Method.Unverified", StringComparison.Ordinal))
            .Where(v => Words(v, v.Law, language) == Words(v, v.Changed, language)).Select(v => $"{v.Field}: {v.Changed.Steps[v.Step]}").Distinct();

        Assert.True(!same.Any(), string.Join('\n', same));
    }

    /// <summary>No field is left out because no law was found that can change it.</summary>
    [Fact]
    public void Words_OfEveryField_AreTried()
    {
        var tried = LawVariants.All.Select(v => v.Field).ToHashSet();
        var untried = LawVariants.Fields.Where(f => !tried.Contains(f) && !bound.ContainsKey(f) && !Array.Exists(ofTheStep, e => f.EndsWith(e, StringComparison.Ordinal)) && !IsOfNames(f));

        Assert.True(!untried.Any(), string.Join('\n', untried));
        Assert.Equal(Urna.Tests.Allocate.Laws.StepTypes.Select(t => t.Name).Order(StringComparer.Ordinal), LawVariants.Laws.SelectMany(l => l.Steps).Select(s => s.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(bound.Keys, tried.Contains);
    }
}
