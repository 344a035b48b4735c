using System.Collections.Immutable;
using System.Text.Json;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Real;

/// <summary>Official outcomes of other countries under laws that are data alone (shared/cases, sources named in each file).</summary>
public class ForeignCasesTests
{
    [Fact]
    public void Allocate_Slovakia2020_ThresholdsByCoalitionAndLargestRemainders()
    {
        var json = CaseFiles.Read("sk_nr_2020.json");
        ImmutableArray<CandidacyVotes> votes =
        [
            .. json.GetProperty("parties").EnumerateArray().Select(p => Line(p.GetProperty("name").GetString()!, p.GetProperty("votes").GetInt64(), p.GetProperty("coalition_members").GetInt32())),
        ];

        AssertSeats(json.GetProperty("official").GetProperty("seats"), Allocate("national-council-2014", new DistrictVotes("sk", 150, votes)));
    }

    [Fact]
    public void Allocate_Czechia2017_SeatsToRegionsThenDHondtAboveFivePercent()
    {
        var json = CaseFiles.Read("cz_psp_2017.json");
        var units = json.GetProperty("units").EnumerateArray().Select(u => new DistrictVotes(u.GetProperty("name").GetString()!, 0, Lines(u.GetProperty("parties"))));
        var official = json.GetProperty("official");
        var result = Allocate("chamber-1995", [.. units, new DistrictVotes("*", 200, [])]);

        AssertSeats(official.GetProperty("seats"), result);
        foreach (var unit in official.GetProperty("units").EnumerateObject())
        {
            AssertLists(unit.Value, result.Districts.Single(d => d.District == unit.Name));
        }

        Assert.Equal(200, result.Districts.Sum(d => d.Seats));
        Assert.DoesNotContain(result.Districts, d => d.District == "*");
    }

    [Theory]
    [InlineData(1994)]
    [InlineData(1995)]
    [InlineData(1999)]
    [InlineData(2002)]
    [InlineData(2006)]
    [InlineData(2008)]
    [InlineData(2013)]
    [InlineData(2017)]
    [InlineData(2019)]
    public void Allocate_Austria_NineElections(int year)
    {
        var json = CaseFiles.Read("at_nationalrat_1994_2019.json");
        var election = json.GetProperty("elections").EnumerateArray().Single(e => e.GetProperty("year").GetInt32() == year);
        // Two lists of 2008 have one short name, LINKE.
        var votes = election.GetProperty("votes").EnumerateArray().GroupBy(v => v.GetProperty("name").GetString()!)
            .SelectMany(same => same.Select((v, i) => Line(i == 0 ? same.Key : $"{same.Key} ({i + 1})", v.GetProperty("votes").GetInt64())));

        AssertSeats(json.GetProperty("official").GetProperty("elections").GetProperty($"{year}"), Allocate("national-council-1992", new DistrictVotes("at", 183, [.. votes])));
    }

    [Fact]
    public void Allocate_NewZealand2014_ElectoratesThresholdAndOverhang()
    {
        var json = CaseFiles.Read("nz_parliament_2014.json");
        var electorates = json.GetProperty("electorates").EnumerateArray().Select(e => new DistrictVotes(
            e.GetProperty("name").GetString()!, 1, [.. e.GetProperty("votes").EnumerateObject().Select(v => Line(v.Name, v.Value.GetInt64(), 1, CandidacyKind.Constituency))]));
        var official = json.GetProperty("official");
        var result = Allocate("parliament-1993", [.. electorates, new DistrictVotes("*", 49, Lines(json.GetProperty("party_votes")))]);

        AssertSeats(official.GetProperty("seats"), result);
        Assert.Equal(official.GetProperty("total").GetInt32(), result.Districts.Sum(d => d.Seats));
        Assert.Equal(
            official.GetProperty("electorate_seats").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt32()).OrderBy(p => p.Key, StringComparer.Ordinal),
            result.Districts.Where(d => d.District != "*").SelectMany(d => d.Lists).Where(l => l.Seats > 0).CountBy(l => l.List).OrderBy(p => p.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Allocate_Iceland2013_AdjustmentSeatsInTheirConstituencies()
    {
        var json = CaseFiles.Read("is_althing_2013.json");
        var units = json.GetProperty("units").EnumerateArray().Select(u =>
            new DistrictVotes(u.GetProperty("name").GetString()!, u.GetProperty("constituency_seats").GetInt32(), Lines(u.GetProperty("parties")))
            {
                Levelling = u.GetProperty("adjustment_seats").GetInt32(),
            });
        var official = json.GetProperty("official");
        var result = Allocate("althing-2000", [.. units, new DistrictVotes("*", 9, [])]);

        AssertSeats(official.GetProperty("seats"), result);
        Assert.Equal(official.GetProperty("total").GetInt32(), result.Districts.Sum(d => d.Seats));
        foreach (var unit in official.GetProperty("replay_units").EnumerateObject())
        {
            AssertLists(unit.Value, result.Districts.Single(d => d.District == unit.Name));
        }
    }

    [Fact]
    public void Allocate_UnitedStates2020_EqualProportionsWithOneSeatEach()
    {
        var json = CaseFiles.Read("us_house_2020.json");

        AssertSeats(json.GetProperty("official").GetProperty("seats"), Allocate("house-1941", new DistrictVotes("us", 435, Lines(json.GetProperty("states")))));
    }

    [Fact]
    public void Allocate_SlovakPresident2019_FirstTwoGoOn()
    {
        var json = CaseFiles.Read("sk_president_2019_round1.json");
        var votes = json.GetProperty("candidates").EnumerateObject().Select(c => new CandidacyVotes(new Candidacy { Choice = c.Name, Candidate = c.Name }, c.Value.GetInt64()));
        var result = Allocate("president-1999", new DistrictVotes("sk", 1, [.. votes]));

        Assert.IsType<Outcome.Runoff>(result.Outcome);
        Assert.Equal(json.GetProperty("official").GetProperty("runoff").EnumerateArray().Select(r => r.GetString()), result.Between.Single().Among);
    }

    static ContestAllocation Allocate(string law, params ReadOnlySpan<DistrictVotes> districts)
    {
        var result = SeatAllocation.Allocate(Repository.Law(law), new ContestVotes([.. districts], [], []));
        Assert.Empty(result.Faults);
        Assert.True(result.Outcome is Outcome.Elected or Outcome.Runoff);
        return result;
    }

    static ImmutableArray<CandidacyVotes> Lines(JsonElement votes) => [.. votes.EnumerateObject().Select(v => Line(v.Name, v.Value.GetInt64()))];

    static CandidacyVotes Line(string list, long votes, int members = 1, CandidacyKind kind = CandidacyKind.OfList) =>
        new(new Candidacy { Choice = $"{list}/{kind}", List = list, Party = list, Members = members, Kind = kind }, votes);

    static void AssertSeats(JsonElement official, ContestAllocation result) => Assert.Equal(
        official.EnumerateObject().Select(p => (p.Name, p.Value.GetInt32())).Where(p => p.Item2 > 0).Order(),
        result.SeatsByList.Select(l => (l.Key, l.Value)).Order());

    static void AssertLists(JsonElement official, DistrictAllocation district) => Assert.Equal(
        official.EnumerateObject().Select(p => (p.Name, p.Value.GetInt32())).Where(p => p.Item2 > 0).Order(),
        district.Lists.Where(l => l.Seats > 0).Select(l => (l.List, l.Seats)).Order());
}
