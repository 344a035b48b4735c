using System.Collections.Immutable;
using Urna.Store.Laws;

namespace Urna.Tests.Store;

/// <summary>Steps that can be read one by one, and together say nothing.</summary>
public class RuleChecksTests
{
    const string Lists = "{ step: highest-averages, holders: lists, divisors: dhondt, article: x }";
    const string Parties = "{ step: highest-averages, holders: parties, divisors: dhondt, article: x }";
    const string Subpacts = "{ step: highest-averages, holders: subpacts, divisors: dhondt, article: x }";
    const string Persons = "{ step: most-votes, holders: candidates, article: x }";
    const string Majority = "{ step: majority, holders: candidates, share: 1/2, article: x }";
    const string Runoff = "{ step: runoff, holders: candidates, article: x }";
    const string Congress = "{ step: congress, holders: candidates, article: x }";
    const string Surplus = "{ step: list-surplus, holders: candidates, article: x }";
    const string Parity = "{ step: parity, replacements: [party, list], article: x }";

    static ImmutableArray<Urna.Validate.Finding> Check(params string[] steps)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("urna-test-").FullName, "law.yaml");
        File.WriteAllLines(file, ["rule: law", "country: xx", "steps:", .. steps.Select(s => $"  - {s}")]);
        var findings = RuleFile.Check(file);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return findings;
    }

    /// <summary>Each list of steps has one fault, in the row of the step that is wrong, and says what is expected.</summary>
    public static TheoryData<int, string, string[]> Wrong { get; } = new()
    {
        { 4, "a majority step before it", [Runoff] },
        { 4, "a step such as highest-averages, most-votes or transferable-vote", ["{ step: threshold, share: 5%, article: x }"] },
        { 4, "a majority step before it", [Congress] },
        { 4, "a runoff or congress step after it", [Majority] },
        { 6, "only runoff", [Majority, Runoff, Congress] },
        { 4, "majority first", [Runoff, Majority] },
        { 5, "runoff or congress", [Majority, Persons, Runoff] },
        { 5, "subpacts, parties or candidates", [Lists, Lists] },
        { 5, "candidates", [Parties, Lists] },
        { 5, "parties or candidates", [Subpacts, Subpacts] },
        { 6, "no further step: persons are the last holders", [Lists, Persons, Parties] },
        { 6, "no further step: persons are the last holders", [Lists, Persons, Persons] },
        { 4, "highest-averages", ["{ step: most-votes, holders: lists, article: x }", Parties] },
        { 5, "doubling as the first step", [Lists, "{ step: doubling, holders: parties, article: x }"] },
        { 4, "a highest-averages step before it", [Surplus] },
        { 5, "a highest-averages step before it", [Lists.Replace("dhondt", "hill", StringComparison.Ordinal), Surplus] },
        { 5, "candidates", [Lists, Surplus.Replace("candidates", "parties", StringComparison.Ordinal)] },
        { 5, "a step before it that shares among candidates", [Lists, Parity] },
        { 4, "a step before it that shares among candidates", [Parity, Lists, Persons] },
        { 5, "a step before it that shares among candidates", [Lists, "{ step: national-parity, replacements: party, article: x }"] },
        { 5, "needs-data alone", [Persons, "{ step: needs-data, because: y, article: x }"] },
        { 4, "candidates", ["{ step: most-votes, holders: lists, of-each-sex: 1, article: x }"] },
        { 4, "each rule once, lot last", ["{ step: most-votes, holders: candidates, ties: [lot, most-votes], article: x }"] },
        { 4, "each rule once, lot last", ["{ step: most-votes, holders: candidates, ties: [most-votes, most-votes], article: x }"] },
        { 4, "a fraction between 0 and 1, as 1/2", [Majority.Replace("1/2", "3/2", StringComparison.Ordinal), Runoff] },
        { 4, "each district once", ["{ step: most-votes, holders: candidates, districts: [Maule, MAULE], article: x }"] },
        { 4, "next-quotients, or ties by highest-personal-vote", ["{ step: highest-averages, holders: lists, divisors: dhondt, exhausted: new-election, minimum: 1, article: x }"] },
        { 4, "a fraction above 0 and at most 1, as 5% or 1/20", ["{ step: threshold, share: 5, article: x }", Lists] },
        { 4, "a fraction above 0 and at most 1, as 5% or 1/20", ["{ step: threshold, share: { 1: 5%, 2: 7 }, article: x }", Lists] },
        { 4, "a step that shares seats before it, or share, quotas or votes", ["{ step: threshold, seats: 7, article: x }", Lists] },
        { 4, "a step that shares seats before it", ["{ step: levelling, divisors: dhondt, article: x }", Lists] },
        { 5, "a step that shares seats after it", [Lists, "{ step: threshold, share: 5%, article: x }"] },
        { 4, "place: districts", ["{ step: levelling, divisors: dhondt, place-by: quotient, article: x }", Lists] },
        { 5, "a majority step before it", [Persons.Replace("article", "districts: a, article", StringComparison.Ordinal), Runoff.Replace("article", "districts: [a, b], article", StringComparison.Ordinal)] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_StepsThatDoNotFit_TellsTheRowAndWhatWouldFit(int row, string expected, string[] steps)
    {
        var findings = Check(steps);

        Assert.Contains(findings, f => f.Code == "V130" && f.Row == row && f.Expected == expected);
    }

    /// <summary>Each condition has a line of its own, and so has its fault.</summary>
    [Fact]
    public void Check_OneOfSeveralConditions_IsToldInItsOwnLine()
    {
        var findings = Check("step: threshold\n    article: x\n    any-of:\n      - { share: 5% }\n      - { share: 150% }", Lists);

        Assert.Equal((8, "share", "3/2"), Assert.Single(findings) is var f ? (f.Row, f.Column, f.Found) : default);
    }

    /// <summary>What cannot be read is told beside what says nothing; how steps follow each other waits until all can be read.</summary>
    [Fact]
    public void Check_FaultsOfReadingAndOfMeaning_AreToldAtOnce()
    {
        var findings = Check("{ step: highest-averages, holders: list, divisors: dhondt, article: x }", "{ step: threshold, share: 5, article: x }");

        Assert.Equal([("V110", 4), ("V130", 5)], findings.Select(f => (f.Code, f.Row!.Value)));
    }

    [Fact]
    public void Check_LawNamedOtherThanItsFile_IsAFault()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("urna-test-").FullName, "other.yaml");
        File.WriteAllText(file, $"rule: law\ncountry: xx\nsteps:\n  - {Persons}\n");

        Assert.Equal(("V130", "other"), Assert.Single(RuleFile.Check(file)) is var f ? (f.Code, f.Expected) : default);
        Assert.Empty(RuleFile.Read(file).Findings);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public void Check_LawsThatFit_HaveNoFaults()
    {
        Assert.Empty(Check(Lists, Subpacts, Parties, Persons, Parity));
        Assert.Empty(Check(Majority, Runoff));
        Assert.Empty(Check(Majority, Congress));
        Assert.Empty(Check(Lists, Surplus));
        Assert.Empty(Check("{ step: doubling, holders: lists, article: x }", Persons));
    }

    [Fact]
    public void Check_EveryShippedLaw_HasNoFaults() => Assert.All(Repository.Laws.Files.Where(f => RuleFile.FieldsOf(f).Contains("steps")), f => Assert.Empty(RuleFile.Check(f)));
}
