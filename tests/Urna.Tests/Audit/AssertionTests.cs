using System.Globalization;
using Urna.Audit;
using Urna.Numerics;

namespace Urna.Tests.Audit;

/// <summary>Assertions about seats: their means are exact, and a true one is true of the ballots that were reported.</summary>
public class AssertionTests
{
    sealed record Constituency(string Name, int Seats, long Valid, (string List, long Votes, int Seats)[] Lists);

    static Constituency[] Belgium()
    {
        var rows = File.ReadLines(Repository.Shared("audit", "be2024_chamber_lists.csv")).Skip(1).Select(l => l.Split(',')).ToArray();
        return
        [
            .. rows.GroupBy(r => r[0]).Select(g => new Constituency(
                g.Key, Number(g.First()[1]), Number(g.First()[2]), [.. g.Select(r => (string.Join(',', r[5..^2]), (long)Number(r[^2]), Number(r[^1])))])),
        ];

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>Of each pair a list's last seat against another's next, for lists of at least 5 %; and each list below it, below it.</summary>
    static IEnumerable<Assertion> Of(Constituency c) =>
        (from w in c.Lists
         from l in c.Lists
         where w != l && w.Seats > 0 && 20 * l.Votes >= c.Valid
         select Assertion.Quotients(w.List, w.Votes, w.Seats, l.List, l.Votes, l.Seats + 1, c.Valid))
        .Concat(c.Lists.Where(l => 20 * l.Votes < c.Valid).Select(l => Assertion.Missed(AssertionKind.Threshold, l.List, l.Votes, new Fraction(1, 20), c.Valid, c.Valid)));

    /// <summary>Belgium, Chamber, 9 June 2024: the tightest assertion of a constituency, by the comparison of ballots at 5 %.</summary>
    [Theory]
    [InlineData("d'Anvers", "CD&V", "PVDA", 0.500267, 1.0, 0.500134, 11203)]
    [InlineData("Bruxelles", "PS", "MR", 0.500472, 1.125, 0.50021, 7137)]
    [InlineData("occidentale", "PVDA", "CD&V", 0.506614, 2.0, 0.501659, 904)]
    [InlineData("orientale", "Vooruit", "CD&V", 0.500908, 1.0, 0.500455, 3296)]
    [InlineData("Hainaut", "", "ECOLO", 0.500173, 0.526316, 0.500164, 9136)]
    public void Tightest_OfABelgianConstituency_IsThePublishedOne(string name, string winner, string loser, double mean, double upper, double noError, double size)
    {
        var tightest = Of(Belgium().Single(c => c.Name.Contains(name, StringComparison.Ordinal))).MinBy(a => a.NoError)!;
        Assert.Equal((winner, loser), (tightest.Winner, tightest.Loser));
        Assert.Equal(mean, tightest.Mean.Value, 6);
        Assert.Equal(upper, tightest.Upper.Value, 6);
        Assert.Equal(noError, tightest.NoError, 6);
        Assert.Equal(size, Math.Round(BallotComparison.Size(tightest, 0.05)));
    }

    [Fact]
    public void Assertions_OfAllBelgianConstituencies_AreTrueOfTheOfficialSeats() =>
        Assert.All(Belgium(), c => Assert.All(Of(c), a => Assert.True(a.IsTrue, $"{c.Name}: {a.Winner} over {a.Loser}")));

    /// <summary>Denmark, European Parliament 2014, between coalitions: Stark and Teague's least relative margin.</summary>
    [Fact]
    public void Quotients_OfDenmark2014_HaveThePublishedLeastMargin()
    {
        const long Ballots = 2_332_217;
        (string Name, long Votes, int Seats)[] coalitions = [("A", 435_245 + 148_949 + 249_305, 5), ("C", 208_262 + 379_840, 3), ("I", 65_480, 0), ("N", 183_724, 1), ("O", 605_889, 4)];
        var least = (from w in coalitions
                     from l in coalitions
                     where w != l && w.Seats > 0
                     let a = Assertion.Quotients(w.Name, w.Votes, w.Seats, l.Name, l.Votes, l.Seats + 1, Ballots)
                     select (a.Margin / a.Upper).Value).Min();
        Assert.InRange(2 / least, 0, 262.25);
    }

    /// <summary>For small elections the mean, ballot by ballot, is above one half exactly where the statement is true.</summary>
    [Fact]
    public void Mean_IsAboveOneHalf_WhereTheStatementIsTrue() =>
        Gen.Select(Gen.Long[0, 30], Gen.Long[0, 30], Gen.Long[0, 10], Gen.Long[1, 6], Gen.Long[1, 6], Gen.Int[1, 19]).Sample((w, l, other, last, next, twentieths) =>
        {
            var (valid, share) = (w + l + 1, new Fraction(twentieths, 20));
            var ballots = valid + other;
            return Assertion.Plurality("w", w, "l", l, ballots).IsTrue == (w > l)
                && Assertion.Quotients("w", w, last, "l", l, next, ballots).IsTrue == (w * next > l * last)
                && Assertion.Reached(AssertionKind.Majority, "w", w, share, valid, ballots).IsTrue == (20 * w > twentieths * valid)
                && Assertion.Missed(AssertionKind.Threshold, "w", w, share, valid, ballots).IsTrue == (20 * w < twentieths * valid);
        });

    [Fact]
    public void Assertions_OfWhatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Assertion.Plurality("a", 5, "b", 6, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Assertion.Plurality("a", -1, "b", 0, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Assertion.Quotients("a", 5, 0, "b", 4, 1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Assertion.Reached(AssertionKind.Majority, "a", 5, 1, 8, 10));
    }
}
