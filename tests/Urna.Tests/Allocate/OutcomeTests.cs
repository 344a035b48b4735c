using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Report;
using Urna.Store.Laws;

namespace Urna.Tests.Allocate;

/// <summary>How a contest ends: a closed family, whose variants carry what keeps seats from being filled.</summary>
public class OutcomeTests
{
    const string DHondt = "{ step: highest-averages, holders: lists, divisors: dhondt, article: x }";
    const string Persons = "{ step: most-votes, holders: candidates, article: x }";

    [Fact]
    public void Words_AreThoseOfTheVariants_WhichNobodyOutsideCanAddTo()
    {
        var variants = typeof(Outcome).GetNestedTypes();

        Assert.All(variants, v => Assert.True(v.IsSealed && v.IsSubclassOf(typeof(Outcome))));
        Assert.Equal(["Congress", "Elected", "Incomplete", "NoVotes", "Refused", "Runoff", "Tie"], variants.Select(v => v.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(typeof(Outcome).GetConstructors(), c => c.IsPublic);
        Assert.Contains(
            typeof(Outcome).GetMethods(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic), m => m is { IsAbstract: true, IsFamilyAndAssembly: true });
    }

    /// <summary>Nobody has a vote: the same words for every kind of step.</summary>
    [Theory]
    [InlineData(2, DHondt, Persons)]
    [InlineData(2, "{ step: largest-remainder, holders: lists, quota: hare, article: x }", Persons)]
    [InlineData(2, "{ step: doubling, holders: lists, article: x }", Persons)]
    [InlineData(1, Persons)]
    [InlineData(1, "{ step: majority, holders: candidates, share: 1/2, article: x }", "{ step: runoff, holders: candidates, article: x }")]
    [InlineData(2, "{ step: threshold, share: 5%, article: x }", DHondt)]
    public void NobodyHasAVote_NobodyIsElected_AndTheAnswerSaysSo(int seats, params string[] steps)
    {
        var result = Allocate(Law(steps), District("d", seats, ("A", 0), ("B", 0), ("C", 0)));

        var outcome = Assert.IsType<Outcome.NoVotes>(result.Outcome);
        Assert.Equal([new VacantSeats("d", seats, seats, NobodyHasVotes: true)], outcome.Vacant);
        Assert.Equal("no-votes", outcome.Word);
        Assert.Equal("Nobody is elected: nobody has a vote.", OutcomeWords.Of(result, new Wording(Language.English)));
        Assert.Empty(result.Districts[0].Elected);
        Assert.Empty(result.Between);
        Assert.All(result.Districts[0].Steps, s => Assert.DoesNotContain("candidacy", StepWords.Of(s, new Wording(Language.English)), StringComparison.Ordinal));
    }

    [Fact]
    public void AllAreBarred_NobodyIsElected_ThoughThereAreVotes()
    {
        var result = Allocate(Law("{ step: threshold, share: 60%, article: x }", DHondt), District("d", 3, ("A", 50), ("B", 50)));

        Assert.False(Assert.IsType<Outcome.NoVotes>(result.Outcome).Vacant.Single().NobodyHasVotes);
        Assert.Equal("Nobody is elected: no list or person that takes part has a vote.", OutcomeWords.Of(result, new Wording(Language.English)));
    }

    [Fact]
    public void OneDistrictWithoutVotes_StaysVacant_BesideThoseThatAreFilled()
    {
        var result = Allocate(Law(DHondt, Persons), District("d", 1, ("A", 5)), District("e", 1, ("A", 0)));

        Assert.Equal([new VacantSeats("e", 1, 1, NobodyHasVotes: true)], Assert.IsType<Outcome.Elected>(result.Outcome).Vacant);
        Assert.Equal([0, 1], result.Districts.Select(d => d.Vacant));
    }

    [Fact]
    public void TheLeastFinalDistrict_DecidesHowTheContestEnds()
    {
        var law = Law("{ step: majority, holders: candidates, share: 1/2, article: x }", "{ step: runoff, holders: candidates, article: x }");
        var won = District("a", 1, ("A", 6), ("B", 4));
        var goesOn = District("b", 1, ("A", 4), ("B", 3), ("C", 2));
        var tied = District("c", 1, ("A", 4), ("B", 3), ("C", 3));
        var unknown = District("d", 1) with { Missing = [new("the votes of d", "los votos de d")] };

        Assert.Empty(Assert.IsType<Outcome.Elected>(Allocate(law, won).Outcome).Vacant);
        var finalists = Assert.Single(Assert.IsType<Outcome.Runoff>(Allocate(law, won, goesOn).Outcome).Between);
        Assert.Equal("b", finalists.District);
        Assert.Equal(["A1", "B1"], finalists.Among);
        Assert.Equal("c", Assert.Single(Assert.IsType<Outcome.Tie>(Allocate(law, won, goesOn, tied).Outcome).Ties).District);
        Assert.Equal("d", Assert.Single(Assert.IsType<Outcome.Incomplete>(Allocate(law, won, goesOn, tied, unknown).Outcome).Missing).District);
        Assert.Equal("b", Assert.Single(Allocate(law, won, goesOn, tied, unknown).Between).District);
    }

    /// <summary>A list that cannot be measured against a threshold is neither in nor out.</summary>
    [Fact]
    public void ThresholdThatCannotBeMeasured_FillsNoSeat()
    {
        var result = Allocate(Law("{ step: threshold, share: 5%, of: valid-and-blank, article: x }", DHondt, Persons), District("d", 3, ("A", 50), ("B", 5)));

        Assert.IsType<Outcome.Incomplete>(result.Outcome);
        Assert.Empty(result.Districts[0].Elected);
        Assert.Empty(result.Districts[0].Lists);
        Assert.Empty(result.SeatsByList);
    }

    /// <summary>A threshold of each district by itself asks nothing of the others.</summary>
    [Theory]
    [InlineData("level: district", true, false)]
    [InlineData("level: national", false, false)]
    public void Threshold_NeedsTheDataOfTheDistrictsThatItLooksAt(string where, bool d, bool e)
    {
        var law = Law($"{{ step: threshold, share: 10%, of: valid-and-blank, {where}, article: x }}", DHondt, Persons);
        var result = Allocate(law, District("d", 2, ("A", 50), ("B", 40)) with { Blank = 3 }, District("e", 2, ("A", 50), ("B", 40)));

        Assert.Equal([d, e], result.Districts.Select(x => x.Missing.IsEmpty && x.Elected.Length == 2));
    }

    /// <summary>A step that names districts looks at them alone, whatever its level.</summary>
    [Theory]
    [InlineData("district")]
    [InlineData("national")]
    [InlineData("any-district")]
    public void Threshold_OfNamedDistricts_NeedsNoOther(string level)
    {
        var law = Law(
            $"{{ step: threshold, share: 45%, of: valid-and-blank, level: {level}, districts: [d], article: x }}",
            DHondt.Replace("article", "districts: [d], article", StringComparison.Ordinal),
            Persons.Replace("article", "districts: [d], article", StringComparison.Ordinal),
            DHondt,
            Persons);
        var result = Allocate(law, District("d", 2, ("A", 50), ("B", 40)) with { Blank = 3 }, District("e", 2, ("A", 1), ("B", 400)));

        Assert.Empty(Assert.IsType<Outcome.Elected>(result.Outcome).Vacant);
        Assert.Equal(["A", "A"], result.Districts[0].Elected.Select(s => s.Candidacy.ListName));
        Assert.Equal(["B", "B"], result.Districts[1].Elected.Select(s => s.Candidacy.ListName));
    }

    /// <summary>Where a tier is filled by what the districts gave, one district without data keeps all open.</summary>
    [Fact]
    public void ADistrictWithoutData_KeepsTheTierOpen()
    {
        var law = Law("{ step: threshold, any-of: [{ share: 1% }, { share: 10%, of: cast, level: district }], article: x }", DHondt, "{ step: levelling, divisors: dhondt, article: x }");
        var result = Allocate(
            law, District("d", 2, ("A", 50), ("B", 40)) with { Blank = 0, Null = 0 }, District("e", 2, ("A", 50), ("B", 40)) with { Blank = 0 }, new DistrictVotes("*", 4, []));

        Assert.All(result.Districts, x => Assert.NotEmpty(x.Missing));
        Assert.Empty(result.SeatsByList);
    }

    /// <summary>Three go on; the second vote has no row for the third, who may have won it.</summary>
    [Fact]
    public void ASecondVoteWithoutAFinalist_IsMissingTheirVotes()
    {
        var law = Law("{ step: majority, holders: candidates, share: 1/2, finalists: 3, article: x }", "{ step: runoff, holders: candidates, article: x }");
        var first = OfRound(1, ("Ana", 39), ("Bea", 30), ("Cid", 20), ("Dan", 11));
        var without = Allocate(law, new DistrictVotes("d", 1, [.. first, .. OfRound(2, ("Ana", 50), ("Bea", 60))]));
        var with = Allocate(law, new DistrictVotes("d", 1, [.. first, .. OfRound(2, ("Ana", 50), ("Bea", 60), ("Cid", 0))]));

        Assert.Contains("Cid", Assert.Single(without.Districts[0].Missing).English, StringComparison.Ordinal);
        Assert.Empty(without.Districts[0].Elected);
        Assert.Equal("Bea", Assert.Single(with.Districts[0].Elected).Person);
    }

    /// <summary>Votes of two rounds are never added up: a law without a second vote has no place for them, and none has a third.</summary>
    [Theory]
    [InlineData(1, 2)]
    [InlineData(1, 2, "{ step: majority, holders: candidates, share: 1/2, article: x }", "{ step: congress, holders: candidates, article: x }")]
    [InlineData(2, 3, "{ step: majority, holders: candidates, share: 1/2, article: x }", "{ step: runoff, holders: candidates, article: x }")]
    public void MoreRoundsThanTheLawHas_AreAFault(int one, int other, params string[] steps)
    {
        var law = steps.Length > 0 ? Law(steps) : Law(DHondt);
        var result = Allocate(law, new DistrictVotes("d", 1, [.. OfRound(one, ("Ana", 40), ("Bea", 35)), .. OfRound(other, ("Ana", 10), ("Bea", 39))]));

        Assert.Contains(result.Faults, f => f is { Code: "V110", Column: "round" });
    }

    [Fact]
    public void ASecondVoteAfterAMajority_IsAFault()
    {
        var law = Law("{ step: majority, holders: candidates, share: 1/2, article: x }", "{ step: runoff, holders: candidates, article: x }");

        Assert.Contains(Allocate(law, new DistrictVotes("d", 1, [.. OfRound(1, ("Ana", 60), ("Bea", 35)), .. OfRound(2, ("Ana", 10), ("Bea", 39))])).Faults, f => f.Code == "V108");
    }

    /// <summary>Cid has 50 and Ana 40, but Ana's alone are first votes: without a tier the others would count for nothing.</summary>
    [Fact]
    public void VotesForListsThatNoTierCounts_AreAFault()
    {
        DistrictVotes district = new("d", 1, [Vote("Ana", CandidacyKind.Constituency, 40), Vote("Cid", CandidacyKind.OfList, 50)]);
        var law = Law("{ step: most-votes, holders: candidates, article: x }");
        var tiers = Law("{ step: most-votes, holders: candidates, article: x }", "{ step: levelling, divisors: dhondt, article: x }");

        Assert.Contains(Allocate(law, district).Faults, f => f is { Code: "V110", Column: "kind" });
        Assert.Empty(Allocate(tiers, district, new DistrictVotes("*", 1, [])).Faults);
        Assert.Contains(Allocate(tiers, district, new DistrictVotes("*", 1, [Vote("P", CandidacyKind.OfList, 5)])).Faults, f => f is { Code: "V110", Column: "kind" });

        static CandidacyVotes Vote(string name, CandidacyKind kind, long votes) => new(new Candidacy { Choice = name, List = name, Kind = kind, Candidate = kind == CandidacyKind.OfList ? "" : name }, votes);
    }

    static IEnumerable<CandidacyVotes> OfRound(int round, params (string Name, long Votes)[] persons) =>
        persons.Select(p => new CandidacyVotes(new Candidacy { Choice = $"{p.Name}{round}", Candidate = p.Name }, p.Votes, round));

    static DistrictVotes District(string name, int seats, params (string List, long Votes)[] lists) =>
        new(name, seats, [.. lists.Select((l, i) => new CandidacyVotes(new Candidacy { Choice = $"{i}", List = l.List, Candidate = $"{l.List}1", District = name }, l.Votes)),
            .. lists.Select((l, i) => new CandidacyVotes(new Candidacy { Choice = $"{i}b", List = l.List, Candidate = $"{l.List}2", District = name }, 0))]);

    static ContestAllocation Allocate(ElectoralRule law, params DistrictVotes[] districts) => SeatAllocation.Allocate(law, new ContestVotes([.. districts], [], []));

    static ElectoralRule Law(params string[] steps)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $"rule: test\ntitle: Test\ncountry: xx\napplies: x\nsources: [x]\nsteps:\n{string.Concat(steps.Select(s => $"  - {s}\n"))}");
            var read = RuleFile.Read(file);
            Assert.True(read.Value is not null, string.Join('\n', read.Findings));
            return read.Value;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
