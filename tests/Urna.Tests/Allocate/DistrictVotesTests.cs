using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Votes;
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

    /// <summary>
    /// A folder whose whole has seats above its districts gives laws the national tier that plain files call <c>*</c>: Denmark's step of levelling is for it, and the
    /// official outcome of the whole is that of the tier.
    /// </summary>
    [Fact]
    public void Of_SeatsOfTheWholeAboveDistricts_AreTheNationalTier()
    {
        PlaceTree places = new([new("x", null, "country", "X"), new("n", "x", "district", "N"), new("s", "x", "district", "S")]);
        Candidacy[] lists = [.. "ABC".Select(l => new Candidacy { Choice = $"{l}", List = $"{l}" })];
        var contest = new Contest
        {
            Id = "c",
            Title = LocalizedText.Same("c"),
            Date = new(2015, 6, 18),
            Balance = new Balance(BalanceKind.CastIsValidBlankNull),
            Candidacies = [.. lists],
            Seats = new Dictionary<string, int> { ["x"] = 40, ["n"] = 70, ["s"] = 65 }.ToImmutableSortedDictionary(),
            Returns = [Unit("n", 5_003, 2_987, 701), Unit("s", 2_011, 4_021, 307)],
        };
        var folder = SeatAllocation.Allocate(Repository.Law("folketing-2006"), ContestVotes.Of(contest, places));
        var plain = SeatAllocation.Allocate(
            Repository.Law("folketing-2006"),
            new ContestVotes([new("*", 40, []), District("n", 70, 5_003, 2_987, 701), District("s", 65, 2_011, 4_021, 307)], [], []));

        Assert.Empty(folder.Faults);
        Assert.Equal(Seats(plain), Seats(folder));
        Assert.Equal(["*", "n", "s"], folder.Districts.Select(d => d.District).Order(StringComparer.Ordinal));
        var whole = folder.Districts.Single(d => d.District == "*").Elected.Select(s => new OfficialWinner("x", s.Candidacy.ListName, s.Candidacy.ListName));
        Assert.Empty(OutcomeCheck.Of(contest with { Outcome = [.. whole, .. folder.Districts.Where(d => d.District != "*").SelectMany(d => d.Elected.Select(s => new OfficialWinner(d.District, s.Candidacy.ListName, s.Candidacy.ListName)))] }, folder));

        static PollingStationReturn Unit(string place, params long[] votes) => new(place, new(null, null, null, null, null, null), [.. votes.Select((v, i) => new ChoiceVotes(i, v, i + 2))], 2);
        DistrictVotes District(string name, int seats, params long[] votes) => new(name, seats, [.. votes.Select((v, i) => new CandidacyVotes(lists[i], v))]);
        static IEnumerable<string> Seats(ContestAllocation result) => result.Districts.SelectMany(d => d.Lists.Select(l => $"{d.District} {l.List} {l.Seats}")).Order(StringComparer.Ordinal);
    }
}
