using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Votes;

namespace Urna.Tests.Real;

/// <summary>The Swiss laws that ship, from the votes of all lists, those below the quorum too.</summary>
public class SwissLawsTests
{
    [Theory]
    [InlineData("ch_zuerich_kantonsrat_2019.json", "zuerich-kantonsrat", 180)]
    [InlineData("ch_zug_2018.json", "zug-kantonsrat", 80)]
    public void Allocate_GivesEveryListItsOfficialSeatsInEveryDistrict(string file, string law, int seats)
    {
        var json = CaseFiles.Read(file);
        var all = json.GetProperty("units").EnumerateArray().SelectMany(u => u.GetProperty("parties").EnumerateObject()).Select(p => p.Name).ToHashSet();
        var result = SeatAllocation.Allocate(Repository.Law(law), new ContestVotes(SwissCasesTests.Districts(json, all), [], []));

        Assert.IsType<Outcome.Elected>(result.Outcome);
        SwissCasesTests.AssertSeats(json.GetProperty("official").GetProperty("units"), result);
        Assert.Equal(seats, result.Districts.Sum(d => d.Lists.Sum(l => l.Seats)));
    }
}
