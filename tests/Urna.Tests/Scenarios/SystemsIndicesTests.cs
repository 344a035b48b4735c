using System.Collections.Immutable;
using System.Globalization;
using Urna.Allocate;
using Urna.Allocate.Methods;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Power;
using Urna.Scenarios;
using Urna.Scenarios.Changes;

namespace Urna.Tests.Scenarios;

/// <summary>Another author's notebook, 2021 and 2025: the same votes under other rules, by indices to a hundredth.</summary>
public class SystemsIndicesTests
{
    public static TheoryData<int, string, string> Systems { get; } = new()
    {
        { 2021, "D'Hondt estándar", "as-it-was" },
        { 2021, "D'Hondt con umbral nacional", "threshold-4" },
        { 2021, "D'Hondt nacional con umbral alto", "nation-4" },
        { 2025, "D'Hondt estándar", "as-it-was" },
        { 2025, "D'Hondt con umbral nacional", "threshold-4" },
        { 2025, "D'Hondt nacional con umbral alto", "nation-4" },
        { 2021, "D'Hondt nacional con umbral bajo", "nation-155th" },
        { 2025, "D'Hondt nacional con umbral bajo", "nation-155th" },
        { 2021, "D'Hondt sin pactos", "without-pacts" },
        { 2025, "D'Hondt sin pactos", "without-pacts" },
    };

    /// <summary>His rule leaves out the few candidacies outside lists; with them withdrawn the figures are his.</summary>
    [Theory]
    [MemberData(nameof(Systems))]
    public void Indices_OfASystem_AreTheNotebooks(int year, string system, string scenario)
    {
        var expected = Row(year, system);
        var contest = year == 2021 ? SmallContests.Shipped("cl-2021", "deputies") : Deputies2025();
        ImmutableArray<StandDown> outside = [.. contest.Votes.Districts.SelectMany(d => d.Votes).Select(v => v.Candidacy).Where(c => c.Kind == CandidacyKind.Independent).Select(c => new StandDown(c.Choice))];
        var changed = SmallContests.Scenario with { Withdraw = outside };
        changed = scenario switch
        {
            "threshold-4" => changed with { Threshold = new(new(4, 100), Urna.Allocate.Steps.Holder.Party) },
            "nation-4" => changed with { Districts = new(), Split = [new(ListSplit.Every)], Threshold = new(new(4, 100)) },
            "nation-155th" => changed with { Districts = new(), Split = [new(ListSplit.Every)], Threshold = new(new(1, 155)) },
            "without-pacts" => changed with { Split = [new(ListSplit.Every)] },
            _ => changed,
        };
        var applied = ScenarioTests.Applied(contest, changed);
        var indices = ContestIndices.Of(applied.Votes, applied.Allocate());

        Assert.Equal(expected["gallagher_parties"], indices.ByParty!.Gallagher * 100, 0.0101);
        Assert.Equal(expected["loosemore_hanby_parties"], indices.ByParty.LoosemoreHanby * 100, 0.0101);
        Assert.Equal(expected["effective_parties"], indices.ByParty.EffectiveBySeats, 0.0101);
        if (changed.Split.IsEmpty)
        {
            Assert.Equal(expected["gallagher_pacts"], indices.ByList!.Gallagher * 100, 0.0101);
            Assert.Equal(expected["loosemore_hanby_pacts"], indices.ByList.LoosemoreHanby * 100, 0.0101);
            Assert.Equal(expected["effective_pacts"], indices.ByList.EffectiveBySeats, 0.0101);
        }
    }

    static Dictionary<string, double> Row(int year, string system)
    {
        var lines = File.ReadAllLines(Repository.Shared("whatif", "cl_systems_indices.csv"));
        var header = lines[0].Split(',');
        var row = lines.First(l => l.StartsWith($"{year},{system},", StringComparison.Ordinal)).Split(',');
        return header.Zip(row).Skip(2).ToDictionary(p => p.First, p => double.Parse(p.Second, CultureInfo.InvariantCulture));
    }

    /// <summary>The candidacies of 2025, in the districts and with the seats of 2021; four run outside pacts.</summary>
    static CountedContest Deputies2025()
    {
        var contest = SmallContests.Shipped("cl-2021", "deputies");
        var rows = File.ReadAllLines(Repository.Shared("whatif", "cl2025_diputados_candidatos.csv")).Skip(1).Select(l => l.Split(',')).Where(r => r.Length >= 7).ToList();
        var seats = contest.Votes.Districts.ToDictionary(d => d.District, d => d.Seats);
        var districts = rows.GroupBy(r => r[4]).Select(g => new DistrictVotes(
            g.Key,
            seats[g.Key],
            [
                .. g.Select(r => new CandidacyVotes(
                    new Candidacy { Choice = $"{r[4]}-{r[0]}", District = r[4], List = r[3].Trim() == "IND" ? "" : r[2].Trim(), Party = r[3].Trim(), Candidate = r[1].Trim(), Kind = r[3].Trim() == "IND" ? CandidacyKind.Independent : CandidacyKind.OfList },
                    long.Parse(r[5], CultureInfo.InvariantCulture))),
            ]));
        var votes = new ContestVotes([.. districts], [], []);
        return Laid(votes, contest.Rule);
    }

    /// <summary>The votes as a contest of units, so that its districts can be joined.</summary>
    static CountedContest Laid(ContestVotes votes, Urna.Allocate.Laws.ElectoralRule rule)
    {
        var candidacies = votes.Districts.SelectMany(d => d.Votes.Select(v => v.Candidacy)).ToImmutableArray();
        var index = candidacies.Index().ToDictionary(c => c.Item.Choice, c => c.Index);
        var contest = new Contest
        {
            Id = "deputies",
            Title = LocalizedText.Same("2025"),
            Date = new(2025, 11, 16),
            Seats = votes.Districts.ToImmutableSortedDictionary(d => d.District, d => d.Seats),
            Candidacies = candidacies,
            Returns = [.. votes.Districts.Select(d => new PollingStationReturn(d.District, default, [.. d.Votes.Select(v => new ChoiceVotes(index[v.Candidacy.Choice], v.Votes, 0)).OrderBy(v => v.Choice)], 0))],
        };
        var places = new PlaceTree([new Place("cl", null, "country", "Chile"), .. votes.Districts.Select(d => new Place(d.District, "cl", "district", d.District))]);
        return new CountedContest(rule, ContestVotes.Of(contest, places)) { Source = contest, Places = places };
    }
}
