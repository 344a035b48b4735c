using System.Collections.Immutable;
using System.Text.Json;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Real;

/// <summary>Official outcomes of Chile, person by person (shared/cases, from SERVEL, TRICEL and the Congress's archive).</summary>
public class ChileCasesTests
{
    [Theory]
    [InlineData("cl_diputados_2021.json", "congress-2015", 155)]
    [InlineData("cl_diputados_2013.json", "binomial-1988", 120)]
    [InlineData("cl_diputados_1989.json", "binomial-1988", 120)]
    [InlineData("cl_diputados_1973.json", "congress-1973", 150)]
    public void Allocate_SeatsThePersonsWhoWereElected(string file, string law, int seats)
    {
        var json = CaseFiles.Read(file);
        var result = SeatAllocation.Allocate(Repository.Law(law), new ContestVotes(CaseFiles.Districts(json.GetProperty("units")), [], []));

        AssertElected(CaseFiles.Elected(json.GetProperty("official")), result);
        Assert.Equal(seats, result.Districts.Sum(d => d.Elected.Length));
        Assert.IsType<Outcome.Elected>(result.Outcome);
    }

    [Fact]
    public void Allocate_ListMarginsOf2021_EqualTheBruteForceOracle()
    {
        var votes = CaseFiles.Districts(CaseFiles.Read("cl_diputados_2021.json").GetProperty("units"));
        var margins = CaseFiles.Read("cl_diputados_2021_margins.json").GetProperty("units");
        var result = SeatAllocation.Allocate(Repository.Law("congress-2015"), new ContestVotes(votes, [], []));

        Assert.All(result.Districts, district =>
        {
            var oracle = margins.GetProperty(district.District);
            AssertMargins(oracle.GetProperty("votes_to_gain_one"), district.Lists, l => l.VotesToGain);
            AssertMargins(oracle.GetProperty("votes_to_lose_one"), district.Lists, l => l.VotesToLose);
        });
    }

    [Fact]
    public void Allocate_Convention_BalancesWomenAndMenAsTheElectoralCourtDid()
    {
        var json = CaseFiles.Read("cl_convencion_2021_distritos.json");
        var result = SeatAllocation.Allocate(Repository.Law("convention-2021"), new ContestVotes(ConventionDistricts(json), [], []));

        AssertElected(CaseFiles.Elected(json.GetProperty("official")), result);
        Assert.Equal(138, result.Districts.Sum(d => d.Elected.Length));
        Assert.Equal(12, result.Districts.Sum(d => d.Elected.Count(s => s.Basis == Basis.Parity)));
        Assert.Equal(11, result.Districts.Count(d => d.Elected.Any(s => s.Basis == Basis.Parity)));
    }

    [Fact]
    public void Allocate_ReservedSeats_YieldToTheAlternatesOfAtacamenoAndDiaguita()
    {
        var json = CaseFiles.Read("cl_convencion_2021_reservados.json");
        var districts = json.GetProperty("peoples").EnumerateObject().Select(People).ToImmutableArray();
        var result = SeatAllocation.Allocate(Repository.Law("convention-2021"), new ContestVotes(districts, [], []));

        Assert.All(result.Districts, d => Assert.Empty(d.Missing));
        Assert.Equal(10, result.Districts.Sum(d => d.Elected.Length));
        var alternates = result.Districts.Where(d => d.Elected.Any(s => s.Basis == Basis.Alternate)).Select(d => d.District).ToHashSet();
        Assert.Equal(["ATACAMEÑO", "DIAGUITA"], alternates.Order(StringComparer.Ordinal));
        Assert.Contains(result.Districts, d => d.Elected.Any(s => s.Person == "FELIX RAMON GALLEGUILLOS AYMANI"));
    }

    [Fact]
    public void Allocate_President1970_CongressChoosesAllendeByMoreThanHalf()
    {
        var json = CaseFiles.Read("cl_presidente_1970.json");
        var votes = json.GetProperty("candidates").EnumerateObject()
            .Select(c => new CandidacyVotes(new Candidacy { Choice = c.Name, Candidate = c.Name }, c.Value.GetInt64())).ToImmutableArray();
        var congress = json.GetProperty("congress").GetProperty("votes").EnumerateObject().Select(v => new CongressVote(v.Name, v.Value.GetInt64())).ToImmutableArray();
        var law = Repository.Law("president-1925");
        var country = new DistrictVotes("cl", 1, votes);

        var before = SeatAllocation.Allocate(law, new ContestVotes([country], [], []));
        Assert.IsType<Outcome.Congress>(before.Outcome);
        Assert.Equal(["Salvador Allende", "Jorge Alessandri"], before.Between.Single().Among);

        var after = SeatAllocation.Allocate(law, new ContestVotes([country], congress, []));
        Assert.IsType<Outcome.Elected>(after.Outcome);
        Assert.Equal("Salvador Allende", Assert.Single(after.Districts[0].Elected).Person);
    }

    static ImmutableArray<DistrictVotes> ConventionDistricts(JsonElement json) =>
    [
        .. json.GetProperty("units").EnumerateArray().Select(unit => new DistrictVotes(
            unit.GetProperty("name").GetString()!,
            unit.GetProperty("seats").GetInt32(),
            [
                .. from list in unit.GetProperty("lists").EnumerateArray()
                   from candidate in list.GetProperty("candidates").EnumerateArray()
                   let independent = list.GetProperty("independent_candidacy").GetBoolean()
                   let party = candidate.GetProperty("party").GetString()!
                   let name = candidate.GetProperty("name").GetString()!
                   select new CandidacyVotes(
                       new Candidacy
                       {
                           Choice = $"{list.GetProperty("name").GetString()}/{name}",
                           Candidate = name,
                           List = independent ? "" : list.GetProperty("name").GetString()!,
                           Party = party is "INDEPENDIENTE" ? "IND" : party.StartsWith("IND-", StringComparison.Ordinal) ? party[4..] : party,
                           Kind = independent ? CandidacyKind.Independent : CandidacyKind.OfList,
                           Sex = SexOf(candidate),
                       },
                       candidate.GetProperty("votes").GetInt64()),
            ])),
    ];

    static DistrictVotes People(JsonProperty people) => new(
        people.Name,
        people.Value.GetProperty("seats").GetInt32(),
        [
            .. people.Value.GetProperty("candidates").EnumerateArray().Select(c => new CandidacyVotes(
                new Candidacy
                {
                    Choice = c.GetProperty("name").GetString()!,
                    Candidate = c.GetProperty("name").GetString()!,
                    Alternate = c.GetProperty("alternate").GetString()!,
                    Sex = SexOf(c),
                    Kind = CandidacyKind.Independent,
                },
                c.GetProperty("votes").GetInt64())),
        ],
        people.Value.GetProperty("registered").GetInt64());

    static Sex SexOf(JsonElement candidate) => candidate.GetProperty("sex").GetString() switch { "F" => Sex.Female, "M" => Sex.Male, _ => Sex.Unknown };

    static void AssertElected(Dictionary<string, HashSet<string>> official, ContestAllocation result) =>
        Assert.All(result.Districts, d => Assert.Equal(official[d.District].Order(StringComparer.Ordinal), d.Elected.Select(s => s.Person).Order(StringComparer.Ordinal)));

    static void AssertMargins(JsonElement oracle, ImmutableArray<ListStanding> lists, Func<ListStanding, long?> margin)
    {
        var computed = lists.Where(l => margin(l) is not null).ToDictionary(l => l.List, l => margin(l)!.Value);
        var known = oracle.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Number).ToDictionary(p => p.Name, p => p.Value.GetInt64());
        Assert.Equal(known.OrderBy(p => p.Key, StringComparer.Ordinal), computed.OrderBy(p => p.Key, StringComparer.Ordinal));
    }
}
