using Urna.Power;

namespace Urna.Tests.Power;

/// <summary>Quorums are those of the law on the day, of the members in office.</summary>
public class QuorumTests
{
    static readonly QuorumLaw law = Repository.Quorums.Find("quorums").Value!;

    /// <summary>The Constitution's table of 155 deputies and 50 senators, reform by reform.</summary>
    [Theory]
    [InlineData("2022-08-22", "ordinary 78/26, qualified 78/26, organic 89/29, interpretive 93/30, reform 93/30, reform-entrenched 104/34")]
    [InlineData("2022-08-23", "ordinary 78/26, qualified 78/26, organic 89/29, interpretive 89/29, reform 89/29, reform-entrenched 89/29")]
    [InlineData("2023-01-26", "ordinary 78/26, qualified 78/26, organic 89/29, interpretive 89/29, reform 89/29, reform-entrenched 89/29")]
    [InlineData("2023-01-27", "ordinary 78/26, qualified 78/26, organic 78/26, interpretive 89/29, reform 89/29, reform-entrenched 89/29")]
    [InlineData("1973-09-10", "")]
    public void For_CongressOnADay_AreTheLaws(string day, string expected)
    {
        var quorums = law.For("deputies", DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, string.Join(", ", quorums.OrderBy(Order).Select(q => $"{q.Id} {q.Needed(155)}/{q.Needed(50)}")));

        static int Order(Quorum q) => Array.IndexOf(["ordinary", "qualified", "organic", "interpretive", "reform", "reform-entrenched"], q.Id);
    }

    /// <summary>Of the members in office: 103 when one of the 155 had resigned.</summary>
    [Fact]
    public void For_Convention_IsItsOwn()
    {
        var quorum = Assert.Single(law.For("Convención", new DateOnly(2021, 10, 1)));

        Assert.Equal(104, quorum.Needed(155));
        Assert.Equal(103, quorum.Needed(154));
        Assert.NotNull(quorum.Unverified);
    }

    [Theory]
    [InlineData(QuorumRounding.Up, 104)]
    [InlineData(QuorumRounding.Down, 103)]
    [InlineData(QuorumRounding.Nearest, 103)]
    public void Needed_TwoThirdsOf155_IsAsItRounds(QuorumRounding rounding, int needed) =>
        Assert.Equal(needed, new Quorum("q", new("q", "q"), 2, 3) { Rounding = rounding, Article = "" }.Needed(155));

    /// <summary>The least whole number that is a share, or more than it, of any house.</summary>
    [Fact]
    public void Needed_IsTheLeastThatReaches() => Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9], Gen.Int[0, 2_000], Gen.Bool).Sample((a, b, members, exceeds) =>
    {
        var (numerator, denominator) = (Math.Min(a, b), Math.Max(a, b));
        var needed = new Quorum("q", new("q", "q"), numerator, denominator) { Exceeds = exceeds, Article = "" }.Needed(members);
        return Reaches(needed) && !Reaches(needed - 1);

        bool Reaches(int seats) => exceeds ? seats * denominator > members * numerator : seats * denominator >= members * numerator;
    });
}
