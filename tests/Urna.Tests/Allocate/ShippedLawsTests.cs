using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Store.Laws;

namespace Urna.Tests.Allocate;

/// <summary>Every law that ships is a law, and fills seats that keep the axioms.</summary>
public class ShippedLawsTests
{
    public static TheoryData<string> Names => [.. Repository.Laws.Names];

    [Fact]
    public void Laws_AreFiftyAndMore_OfFortyCountries()
    {
        var laws = Repository.Laws.Names.Select(n => Repository.Laws.Find(n).Value!).ToList();

        Assert.Equal(Repository.Laws.Names.Length, Repository.Laws.Names.Distinct().Count());
        Assert.True(laws.Count >= 50, $"{laws.Count} laws");
        Assert.True(laws.Select(l => l.Country).Distinct().Count() > 40, $"{laws.Select(l => l.Country).Distinct().Count()} countries");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_OfALawThatShips_FindsNothing(string name)
    {
        Assert.Empty(RuleFile.Check(Repository.Laws.FindFile(name).Value!));
        Assert.NotEmpty(Repository.Laws.Find(name).Value!.Sources);
    }

    /// <summary>Random small elections: no seat is lost or given twice, whoever is tied, barred or limited.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Allocate_ALawThatShips_KeepsTheAxioms(string name)
    {
        var law = Repository.Laws.Find(name).Value!;
        for (var seed = 0; seed < 12; seed++)
        {
            var votes = RandomElections.For(law, seed);
            var result = SeatAllocation.Allocate(law, votes);
            if (!result.Faults.IsEmpty)
            {
                continue;
            }

            Assert.True(Axioms.SeatsAreConserved(law, result), $"{name}, seed {seed}");
            if (SlowContest.SeatsByList(law, votes) is { } slow && result is { Outcome: not Outcome.Tie and not Outcome.Incomplete } fast)
            {
                var held = fast.Districts.SelectMany(d => d.Elected).GroupBy(s => s.Candidacy.ListName).ToDictionary(g => g.Key, g => g.Count());
                Assert.Equal(slow.OrderBy(s => s.Key), held.OrderBy(s => s.Key));
            }
        }
    }
}
