using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Report;

namespace Urna.Tests.Allocate;

/// <summary>Chile's lists before 1958: quotient, "derrame" and "multiplicaciones", on cases done by hand from the law's account.</summary>
public class ListSurplusTests
{
    static CandidacyVotes Person(string list, int place, long votes) =>
        new(new Candidacy { Choice = $"{list}{place}", List = list, Candidate = $"{list}{place}", ListPosition = place == 0 ? null : place }, votes);

    static CandidacyVotes ListVotes(string list, long votes) => new(new Candidacy { Choice = list, List = list, Kind = CandidacyKind.ListVote }, votes);

    static IEnumerable<CandidacyVotes> List(string list, params long[] votes) => votes.Select((v, i) => Person(list, i + 1, v));

    static ContestAllocation Allocate(int seats, params IEnumerable<CandidacyVotes> votes) =>
        SeatAllocation.Allocate(Repository.Law("congress-1925"), new ContestVotes([new DistrictVotes("d", seats, [.. votes])], [], []));

    static Dictionary<string, Basis> Elected(ContestAllocation result) => result.Districts[0].Elected.ToDictionary(s => s.Person, s => s.Basis);

    /// <summary>
    /// A has 1,000 votes, 100 of them for the list alone; B 450; C 200; four seats. Quotients 1000, 500, 450, 333⅓: three for A.
    /// A2 (610) is above 333⅓ and passes 276⅔ to A1 (20 + 100), who has 396⅔ and passes 63⅓ to A3 (50): 113⅓ is not enough.
    /// One seat is left: A3 113⅓, A4 120, A5 100, each times one.
    /// </summary>
    [Fact]
    public void Congress1925_Surplus_PassesToTheFirstOfTheOthersAndOn()
    {
        var result = Allocate(4, [ListVotes("A", 100), .. List("A", 20, 610, 50, 120, 100), .. List("B", 450, 0, 0, 0), .. List("C", 200, 0)]);

        Assert.Equal(
            new Dictionary<string, Basis> { ["A2"] = Basis.Quotient, ["A1"] = Basis.Surplus, ["A4"] = Basis.MostVotes, ["B1"] = Basis.Quotient },
            Elected(result).OrderBy(p => p.Key, StringComparer.Ordinal).ToDictionary());
        var places = result.Districts[0].Steps.OfType<ListPlaceReckoned>().Where(s => s.Within == "A").ToDictionary(s => s.Candidate);
        Assert.Equal(new VoteFraction(830, 3), places["A1"].Received);
        Assert.Equal(new VoteFraction(1190, 3), places["A1"].Total);
        Assert.Equal(new VoteFraction(190, 3), places["A3"].Received);
        Assert.Equal(1, places["A3"].Factor);
    }

    [Fact]
    public void Congress1925_EachTransfer_IsToldInBothLanguages()
    {
        var steps = Allocate(4, [ListVotes("A", 100), .. List("A", 20, 610, 50, 120, 100), .. List("B", 450, 0, 0, 0), .. List("C", 200, 0)]).Districts[0].Steps;
        var first = steps.OfType<ListPlaceReckoned>().First(s => s.Candidate == "A1");

        Assert.Equal(
            "A1, no. 1 of A: 20 votes + 100 for the list alone + 276.67 passed on by those before = 396.67; the quotient is 333.33. Elected, by the surplus.",
            StepWords.Of(first, new Wording(Language.English)));
        Assert.Equal(
            "A1, n.º 1 de A: 20 votos + 100 de lista + 276,67 de derrame = 396,67; la cifra repartidora es 333,33. Obtiene el cargo, por derrame.",
            StepWords.Of(first, new Wording(Language.Spanish)));
    }

    /// <summary>
    /// A has 900 votes and all three seats, quotient 300; nobody is above it. Totals times 3, 2, 1, 1, 1: 300, 580, 130, 280, 100.
    /// </summary>
    [Fact]
    public void Congress1925_Multiplications_FavourTheFirstOfTheList() =>
        Assert.Equal(["A1", "A2", "A4"], Elected(Allocate(3, [.. List("A", 100, 290, 130, 280, 100), .. List("B", 299)])).Keys.Order(StringComparer.Ordinal));

    /// <summary>100 × 2, 200 × 1 and 200 × 1 are equal: the two who stand before are elected, and no tie is left open.</summary>
    [Fact]
    public void Congress1925_EqualProducts_GoToWhoStandsBefore()
    {
        var result = Allocate(2, [.. List("A", 100, 200, 200, 140), .. List("B", 300)]);

        Assert.Equal(["A1", "A2"], Elected(result).Keys.Order(StringComparer.Ordinal));
        Assert.IsType<Outcome.Elected>(result.Outcome);
    }

    [Fact]
    public void Congress1925_AsManyPersonsAsSeats_AllAreElected() =>
        Assert.All(Elected(Allocate(3, [.. List("A", 0, 5, 895), .. List("B", 10)])), e => Assert.Equal(Basis.Quotient, e.Value));

    /// <summary>Without the list's order the law cannot be applied; the answer says what is missing and seats nobody by guess.</summary>
    [Fact]
    public void Congress1925_WithoutTheListsOrder_SaysWhatIsMissing()
    {
        var result = Allocate(1, [Person("A", 0, 60) with { }, new(new Candidacy { Choice = "x", List = "A", Candidate = "X" }, 40), .. List("B", 10)]);

        Assert.Equal("the place on the list of A0, X", Assert.Single(result.Districts[0].Missing).English);
        Assert.Empty(result.Districts[0].Elected);
    }

    /// <summary>The same law written down another way: each surplus goes on by itself, in fractions of any size.</summary>
    [Fact]
    public void Congress1925_AnyList_ElectsWhomTheLawReadStepByStepElects() =>
        Gen.Select(Gen.Long[0, 400].Array[2, 9], Gen.Long[0, 300], Gen.Long[0, 900].Array[1, 3], Gen.Int[1, 8]).Where(c => c.Item1.Sum() + c.Item2 > 0).Sample((persons, list, others, seats) =>
        {
            var result = Allocate(seats, [ListVotes("A", list), .. List("A", persons), .. others.SelectMany((v, i) => List($"{(char)('B' + i)}", [v, .. new long[8]]))]);
            var own = result.Districts[0].Lists.Single(l => l.List == "A").Seats;
            if (result.Districts[0].Steps.Any(s => s is NewElectionHeld or TieBroken) || !result.Districts[0].Ties.IsEmpty)
            {
                return own <= persons.Length;
            }

            var last = result.Districts[0].Steps.OfType<SeatByQuotient>().Last();
            var expected = ByTheLaw(persons, list, own, last.Votes, (int)last.Divisor.Numerator);
            return expected.Order().SequenceEqual(result.Districts[0].Elected.Where(s => s.Candidacy.List == "A").Select(s => s.Candidacy.ListPosition!.Value - 1).Order());
        });

    static List<int> ByTheLaw(long[] persons, long list, int seats, long quotientVotes, int divisor)
    {
        if (persons.Length <= seats)
        {
            return [.. Enumerable.Range(0, persons.Length)];
        }

        var totals = persons.Select(p => (BigInteger)p * divisor).ToArray();
        totals[0] += (BigInteger)list * divisor;
        var elected = Enumerable.Range(0, totals.Length).Where(i => totals[i] > quotientVotes).ToList();
        foreach (var surplus in elected.Select(i => totals[i] - quotientVotes).ToList())
        {
            var passing = surplus;
            while (passing > 0 && elected.Count < seats && Enumerable.Range(0, totals.Length).Except(elected).Cast<int?>().FirstOrDefault() is { } next)
            {
                totals[next] += passing;
                passing = totals[next] - quotientVotes;
                if (passing > 0)
                {
                    totals[next] = quotientVotes;
                    elected.Add(next);
                }
            }
        }

        var left = seats - elected.Count;
        var rest = Enumerable.Range(0, totals.Length).Except(elected).ToList();
        return [.. elected, .. rest.OrderByDescending(i => totals[i] * Math.Max(1, left - rest.IndexOf(i))).Take(left)];
    }
}
