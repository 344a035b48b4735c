using Urna.Allocate;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>Votes of a district that exist can be votes of a district.</summary>
public class DistrictVotesTests
{
    static readonly Candidacy ana = new() { Choice = "ana", Candidate = "Ana" };

    /// <summary>What is refused, and words of the refusal.</summary>
    public static TheoryData<string, Func<object>> Refused { get; } = new()
    {
        { "-1", () => new CandidacyVotes(ana, -1) },
        { "round: 0", () => new CandidacyVotes(ana, 1, 0) },
        { "nothing is given", () => new CandidacyVotes(null!, 1) },
        { "district: nothing", () => new DistrictVotes("", 1, []) },
        { "seats of d: -1", () => new DistrictVotes("d", -1, []) },
        { "votes of d: nothing", () => new DistrictVotes("d", 1, default) },
        { "votes of d: nothing", () => new DistrictVotes("d", 1, [null!]) },
        { "'ana' stands twice", () => new DistrictVotes("d", 1, [new(ana, 1), new(ana with { Candidate = "Bea" }, 2)]) },
        { "has no name", () => new DistrictVotes("d", 1, [new(ana with { Candidate = "", List = "L", Kind = CandidacyKind.Independent }, 1)]) },
        { "registered of d: -5", () => new DistrictVotes("d", 1, [], -5) },
        { "blank votes of d: -5", () => new DistrictVotes("d", 1, []) { Blank = -5 } },
        { "null votes of d: -5", () => new DistrictVotes("d", 1, []) { Null = -5 } },
        { "levelling seats of d: -1", () => new DistrictVotes("d", 1, []) { Levelling = -1 } },
        { "tier of d: nothing", () => new DistrictVotes("d", 1, []) { Tier = "" } },
        { "'d' stands twice", () => new ContestVotes([new("d", 1, []), new("d", 2, [])], [], []) },
        { "names the tier 't'", () => new ContestVotes([new("d", 1, []) { Tier = "t" }], [], []) },
        { "names the tier 'd'", () => new ContestVotes([new("d", 1, []) { Tier = "d" }], [], []) },
        { "districts: nothing", () => new ContestVotes(default, [], []) },
        { "lots: nothing", () => new ContestVotes([], [], default) },
        { "choice: nothing", () => ana with { Choice = " " } },
        { "list: ' '", () => ana with { List = " " } },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void Constructor_OfVotesThatCannotBe_SaysWhatAndWhere(string words, Func<object> make) =>
        Assert.Contains(words, Assert.ThrowsAny<ArgumentException>(make).Message, StringComparison.Ordinal);

    [Fact]
    public void With_ChecksAsTheConstructorDoes()
    {
        var district = new DistrictVotes("d", 1, [new(ana, 1), new(ana, 2, 2)]);

        Assert.Throws<ArgumentOutOfRangeException>(() => district with { Seats = -1 });
        Assert.Throws<ArgumentException>(() => district with { Votes = [new(ana, 1), new(ana, 2)] });
    }
}
