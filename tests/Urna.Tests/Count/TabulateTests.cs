using System.Collections.Immutable;
using Urna.Count;
using Urna.Model;

namespace Urna.Tests.Count;

/// <summary>No vote is lost and none counts twice, at whatever level and with whatever left out.</summary>
public class TabulateTests
{
    static readonly PlaceTree places = new(
    [
        new("country", null, "country", "Country"),
        .. from r in Enumerable.Range(0, 3) select new Place($"r{r}", "country", "region", $"Region {r}"),
        .. from r in Enumerable.Range(0, 3) from c in Enumerable.Range(0, 4) select new Place($"r{r}c{c}", $"r{r}", "commune", $"Commune {r}.{c}"),
        new("abroad", "country", "abroad", "Abroad"),
    ]);

    static readonly ImmutableArray<Candidacy> candidacies = [.. new[] { "a", "b", "c" }.Select(c => new Candidacy { Choice = c, Candidate = c })];

    static readonly Gen<Contest> genContest =
        from units in Gen.Shuffle(places.Places.Where(p => p.Level is "commune" or "abroad").Select(p => p.Id).ToArray(), 1, 13)
        from returns in Gen.Select(Gen.Long[0, 100_000].Array[3], Gen.Long[0, 500], Gen.Long[0, 500], Gen.Bool).Array[units.Length]
        select new Contest
        {
            Id = "x",
            Title = LocalizedText.Same("X"),
            Date = new DateOnly(2020, 1, 1),
            Candidacies = candidacies,
            Balance = new Balance(BalanceKind.CastIsValidBlankNull),
            Returns = [.. units.Zip(returns, (unit, r) => Return(unit, r.Item1, r.Item2, r.Item3, r.Item4))],
        };

    static PollingStationReturn Return(string unit, long[] votes, long blank, long none, bool statesNull) => new(
        unit,
        new ReportedCounts(votes.Sum() + blank + none, null, null, blank, statesNull ? none : null, null),
        [.. votes.Select((v, c) => new ChoiceVotes(c, v, 1))],
        1);

    [Fact]
    public void By_EveryLevel_ConservesVotesAndUnits() =>
        Gen.Select(genContest, Generators.OneOf("country", "region", "commune", "abroad")).Sample((contest, level) =>
        {
            var parts = Tabulate.By(contest, places, level);
            var whole = Tabulate.Whole(contest, places);
            return parts.Sum(p => p.Units) == whole.Units
                && whole.Choices.All(c => c.Votes.Known == parts.Sum(p => p.Choices.Single(x => x.Choice == c.Choice).Votes.Known))
                && whole.Choices.Sum(c => c.Votes.Known) == contest.Returns.Sum(r => r.Votes.Sum(v => v.Votes))
                && whole.Valid.Known == parts.Sum(p => p.Valid.Known)
                && whole.Null.UnitsMissing == parts.Sum(p => p.Null.UnitsMissing);
        });

    [Fact]
    public void ByVoters_GroupsAndEverybodysBoxes_ConserveVotesAndUnits() =>
        Gen.Select(genContest, Generators.OneOf("r1", "r0c1", "abroad")).Sample((contest, women) =>
        {
            var apart = new PlaceTree([.. places.Places.Select(p => p.Id == women ? p with { Voters = "women" } : p)]);
            var groups = Tabulate.ByVoters(contest, apart);
            var whole = Tabulate.Whole(contest, apart);
            var inside = Tabulate.At(contest, apart, women);
            return inside.Units == 0
                ? groups.IsEmpty
                : groups[0].Place.Id == "women"
                    && groups[0].Valid == inside.Valid
                    && groups.Sum(g => g.Units) == whole.Units
                    && groups.Sum(g => g.Valid.Known) == whole.Valid.Known;
        });

    [Fact]
    public void Whole_WithoutAPlace_IsTheWholeMinusThatPlace() =>
        Gen.Select(genContest, Generators.OneOf("r0", "r1c2", "abroad")).Sample((contest, place) =>
        {
            var whole = Tabulate.Whole(contest, places);
            var without = Tabulate.Whole(contest, places, [place]);
            var at = Tabulate.At(contest, places, place);
            return whole.Units == without.Units + at.Units && whole.Valid.Known == without.Valid.Known + at.Valid.Known;
        });

    [Fact]
    public void Whole_ATotalThatNeedsAMissingPart_IsNotGiven() =>
        genContest.Sample(contest =>
        {
            var whole = Tabulate.Whole(contest, places);
            var missing = contest.Returns.Count(r => r.Counts.Null is null);
            return whole.Null.Value is null == missing > 0 && whole.Cast.UnitsMissing == missing;
        });

    [Fact]
    public void Whole_AnAbsentRow_IsMissingUnlessTheSourceLeavesOutZeros()
    {
        var contest = new Contest
        {
            Id = "x",
            Title = LocalizedText.Same("X"),
            Date = new DateOnly(2020, 1, 1),
            Candidacies = candidacies,
            Returns = [new("r0c0", default, [new(0, 5, 2)], 2), new("r0c1", default, [new(0, 1, 3), new(1, 2, 4), new(2, 3, 5)], 3)],
        };

        Assert.Null(Tabulate.Whole(contest, places).Choices[1].Votes.Value);
        Assert.Null(Tabulate.Whole(contest, places).Valid.Value);
        Assert.Equal(2, Tabulate.Whole(contest with { AbsentIsZero = true }, places).Choices[1].Votes.Value);
        Assert.Equal(11, Tabulate.Whole(contest with { AbsentIsZero = true }, places).Valid.Value);
    }
}
