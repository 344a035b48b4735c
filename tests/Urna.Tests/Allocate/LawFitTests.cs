using System.Collections.Immutable;
using System.Reflection;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Validate;

namespace Urna.Tests.Allocate;

/// <summary>A law and votes that are not of one election fill no seat, through any door.</summary>
public class LawFitTests
{
    static readonly HighestAveragesStep lists = new(DivisorRule.DHondt) { Article = "art. 1", Holders = Holder.List };
    static readonly MostVotesStep persons = new() { Article = "art. 2", Holders = Holder.Candidate };
    static readonly LevellingStep levelling = new(null, Overhang.Absorb) { Article = "art. 3", Method = lists };
    static readonly DistrictSeatsStep sizes = new(VoteBase.Valid) { Article = "art. 4", Method = lists };

    static readonly ThresholdStep threshold = new([new() { Votes = 50 }], ["A"], false) { Article = "art. 5" };

    static DistrictVotes District(string name, int seats, params long[] votes) =>
        new(name, seats, [.. votes.Select((v, i) => new CandidacyVotes(new Candidacy { Choice = $"{name}{i}", District = name, List = $"{(char)('A' + i)}" }, v))]);

    static ContestAllocation Allocate(ImmutableArray<RuleStep> steps, params DistrictVotes[] districts) =>
        SeatAllocation.Allocate(RandomLaws.Law(steps), new ContestVotes([.. districts], [], []));

    static Finding Only(string code, ContestAllocation result)
    {
        Assert.Empty(result.Districts.SelectMany(d => d.Elected));
        Assert.All(result.Districts.Where(d => d.Seats > 0), d => Assert.NotEmpty(d.Missing));
        var fault = Assert.Single(result.Faults);
        Assert.Equal((code, Severity.Fault), (fault.Code, fault.Severity));
        Assert.NotEqual(fault.Message, fault.Sentence.Spanish);
        return fault;
    }

    /// <summary>Every kind of name that a law can hold: the field, a step that names a slip of the pen, and the name meant.</summary>
    public static TheoryData<string, string, RuleStep[]> Names { get; } = new()
    {
        { "districts", "north", [lists, persons with { Districts = ["nrth"] }] },
        { "districts", "north", [threshold with { Districts = ["nrth"] }, lists, lists with { Districts = ["nrth"] }] },
        { "districts", "north", [lists, new NeedsDataStep(new("x", "x")) { Article = "art. 6", Districts = ["nrth"] }] },
        { "districts", "south", [lists, persons with { Districts = ["Sotuh"] }, new AlternateParityStep { Article = "art. 7", Districts = ["Sotuh"] }] },
        { "districts", "(none)", [lists, levelling with { Districts = ["north"] }] },
        { "exempt", "A", [threshold with { Exempt = ["Á a"] }, lists] },
        { "write-ins", "A", [new TransferableVoteStep { Article = "art. 8", WriteIns = ["UWI"] }] },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Allocate_ANameThatNothingBears_IsToldWithTheNearest(string field, string nearest, RuleStep[] steps)
    {
        var result = Allocate([.. steps], District("north", 2, 60, 40), District("south", 1, 30, 70));

        Assert.Empty(result.Districts.SelectMany(d => d.Elected));
        Assert.All(result.Faults, f => Assert.Equal(("V132", field), (f.Code, f.Column)));
        Assert.StartsWith(nearest, result.Faults[0].Expected, StringComparison.Ordinal);
    }

    /// <summary>A field of names that is added to a step must be looked for in the votes as well.</summary>
    [Fact]
    public void Names_OfEveryField_AreThoseThatAreTried() => Assert.Equal(
        ["Districts", "Exempt", "WriteIns"],
        Laws.StepTypes.SelectMany(t => t.GetProperties()).Where(p => p.PropertyType == typeof(ImmutableArray<string>) || p.PropertyType == typeof(string) && p.Name is not "Article")
            .Select(p => p.Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Allocate_ANameThatMayBeAbsent_IsToldOnlyWhereItIsMisspelt()
    {
        ImmutableArray<RuleStep> law = [lists, persons with { Districts = ["AIMARA"], WherePresent = true }];

        Assert.Empty(Allocate(law, District("north", 2, 60, 40)).Faults);
        Assert.Empty(Allocate(law, District("aimara", 2, 60, 40)).Faults);
        Assert.Equal("AYMARA, north", Only("V132", Allocate(law, District("north", 2, 60, 40), District("AYMARA", 1, 30, 70))).Expected);
        Assert.Empty(Allocate([lists, persons with { Districts = ["District 3"], WherePresent = true }], District("District 13", 2, 60, 40)).Faults);
    }

    [Fact]
    public void Allocate_ATierWhoseSeatsNoStepFills_IsTold()
    {
        Assert.Equal("*", Only("V133", Allocate([lists], District("north", 2, 60, 40), District("*", 5, 60, 40))).Place);
        Assert.Equal("East", Only("V133", Allocate([lists], District("north", 2, 60, 40) with { Tier = "East" }, new DistrictVotes("East", 5, []))).Place);
        Assert.Equal("East", Only("V133", Allocate([lists, levelling with { Districts = ["*"] }], District("north", 2, 60, 40) with { Tier = "East" }, District("East", 5, 60, 40), new("*", 1, []))).Place);
        Assert.Equal("*", Only("V133", Allocate([sizes with { Seats = 4 }, lists], District("north", 0, 60, 40), new("*", 5, []))).Place);
        Assert.Equal("north", Only("V133", Allocate([lists, levelling], District("north", 2, 60, 40) with { Levelling = 1 }, new("*", 1, []))).Place);
    }

    [Fact]
    public void Allocate_SeatsThatNothingStates_AreTold()
    {
        Assert.Equal("*", Only("V134", Allocate([sizes, lists], District("north", 0, 60, 40))).Place);
        Assert.Equal("*", Only("V134", Allocate([sizes, lists], District("north", 0, 60, 40), new("*", 0, []))).Place);
        Assert.Equal("*", Only("V134", Allocate([lists, levelling], District("north", 2, 60, 40))).Place);
        Assert.Equal("*", Only("V134", SeatAllocation.Allocate(Repository.Law("chamber-1995"), new([District("Praha", 0, 60, 40)], [], []))).Place);
        Assert.Empty(Allocate([lists, levelling with { Seats = 4 }], District("north", 2, 60, 40)).Faults);
        Assert.Empty(Allocate([lists, levelling], District("north", 2, 60, 40), new("*", 0, [])).Faults);
    }

    /// <summary>The seats that a law states are the districts', and those of the row * stay those of the tier.</summary>
    [Fact]
    public void DistrictSeats_OfTheLaw_LeaveTheTierItsOwn()
    {
        var result = Allocate([sizes with { Seats = 4 }, lists, levelling], District("north", 0, 60, 40), District("south", 0, 55, 45), new DistrictVotes("*", 3, []));

        Assert.Empty(result.Faults);
        Assert.Equal([2, 2, 3], result.Districts.Select(d => d.Seats));
    }

    /// <summary>The whole territory as one district is no tier: there is nothing below it.</summary>
    [Fact]
    public void Allocate_OnlyTheWholeTerritory_IsADistrict() => Assert.Equal(3, Allocate([lists], District("*", 3, 60, 40)).Districts.Single().Elected.Length);
}
