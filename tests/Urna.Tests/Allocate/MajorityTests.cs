using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>Majorities with a second condition, and who goes on.</summary>
public class MajorityTests
{
    static readonly RunoffStep runoff = new() { Article = "art. 2", Holders = Holder.Candidate };

    static MajorityStep Step(params ImmutableArray<MajorityCondition> ways) => new(ways, 2) { Article = "art. 1", Holders = Holder.Candidate };

    /// <summary>More than 45 %, or 40 % and more than 10 points ahead (Constitution of Argentina arts. 97-98).</summary>
    static readonly MajorityStep argentina = Step(new(new(45, 100)), new(new(40, 100), true) { Lead = new(1, 10), LeadExceeded = true });

    /// <summary>More than half of the votes, of a quarter of the roll (Code électoral art. L126); whoever has an eighth of the roll goes on (art. L162).</summary>
    static readonly MajorityStep france = Step(new MajorityCondition(new(1, 2)) { OfRoll = new(1, 4) }) with { FinalistShare = new(1, 8), FinalistOf = VoteBase.Registered, MayWithdraw = true };

    static CandidacyVotes Line(string name, long votes, int round = 1) => new(new Candidacy { Choice = name, District = "D", Party = name, Candidate = name }, votes, round);

    static ContestAllocation Fill(MajorityStep step, long? roll, params ImmutableArray<CandidacyVotes> lines) =>
        SeatAllocation.Allocate(RandomLaws.Law(step, runoff), new([new DistrictVotes("D", 1, lines, roll)], [], []));

    /// <summary>First rounds of Argentina: the shares of 2007, 2015 and 2019, and the bounds of both conditions.</summary>
    [Theory]
    [InlineData(4529, 2304, true)]
    [InlineData(3708, 3415, false)]
    [InlineData(4824, 4028, true)]
    [InlineData(4500, 4400, false)]
    [InlineData(4000, 3000, false)]
    [InlineData(4000, 2999, true)]
    [InlineData(3999, 2000, false)]
    public void Majority_WithALead_AsksForBoth(long first, long second, bool elected)
    {
        var rest = 10_000 - first - second;
        var result = Fill(argentina, null, Line("a", first), Line("b", second), Line("c", rest / 2), Line("d", rest - (rest / 2)));

        Assert.Equal(elected, result.Districts[0].Elected.Any());
        Assert.Equal(!elected, result.Districts[0].Finalists is not null);
    }

    [Theory]
    [InlineData(2_400, true)]
    [InlineData(2_404, false)]
    public void Majority_OfTheRoll_IsAskedForBesides(long roll, bool elected)
    {
        var result = Fill(france, roll, Line("a", 600), Line("b", 300), Line("c", 200));

        Assert.Equal(elected, result.Districts[0].Elected.Any());
    }

    /// <summary>An eighth of the roll of 2,404 is 300.5.</summary>
    [Theory]
    [InlineData(2_404, "a, b")]
    [InlineData(2_392, "a, b, c")]
    [InlineData(9_000, "a, b")]
    public void Finalists_WithAShareOfTheRoll_GoOn(long roll, string among)
    {
        var result = Fill(france, roll, Line("a", 400), Line("b", 301), Line("c", 299), Line("d", 100));

        Assert.Equal(among, string.Join(", ", result.Districts[0].Finalists!.Among));
    }

    [Fact]
    public void Finalists_MayWithdraw_WhereTheLawSaysSo()
    {
        var lines = ImmutableArray.Create(Line("a", 400), Line("b", 301), Line("c", 299), Line("b", 500, 2), Line("c", 400, 2));

        Assert.Equal("b", Fill(france, 2_392, lines).Districts[0].Elected.Single().Candidate);
        Assert.NotEmpty(Fill(france with { MayWithdraw = false }, 2_392, lines).Districts[0].Missing);
    }

    [Fact]
    public void Majority_OfWhatIsNotKnown_StaysOpen()
    {
        Assert.NotEmpty(Fill(france, null, Line("a", 600), Line("b", 300)).Districts[0].Missing);
        Assert.NotEmpty(Fill(Step(new MajorityCondition(new(1, 2)) { Of = VoteBase.Cast }), 900, Line("a", 600), Line("b", 300)).Districts[0].Missing);
    }
}
