using System.Globalization;
using Urna.Power;
using Urna.Tests.Real;

namespace Urna.Tests.Power;

/// <summary>The Chamber of 2021, fraction by fraction.</summary>
public class PowerRealTests
{
    [Theory]
    [InlineData(78)]
    [InlineData(89)]
    [InlineData(93)]
    [InlineData(104)]
    public void Of_Chamber2021_EqualsItsCase(int quota)
    {
        var shared = CaseFiles.Read("cl_camara_2021_poder.json");
        var expected = shared.GetProperty("official").GetProperty("power").GetProperty(quota.ToString(CultureInfo.InvariantCulture));
        var weights = shared.GetProperty("weights").EnumerateObject().ToDictionary(w => w.Name, w => w.Value.GetInt32());
        var chamber = Chamber.Of(Repository.Election("cl-2021").Members, BlocKind.Party).Single(c => c.Name == "deputies");
        var power = PowerIndex.Of(new WeightedGame(chamber.Blocs, quota)).ToDictionary(p => p.Member.Name);

        Assert.Equal(weights.OrderBy(w => w.Key, StringComparer.Ordinal), chamber.Blocs.ToDictionary(b => b.Name, b => b.Seats).OrderBy(w => w.Key, StringComparer.Ordinal));
        Assert.Equal(Fractions("shapley"), weights.Keys.Select(n => $"{power[n].Shapley}"));
        Assert.Equal(Fractions("banzhaf_normalised"), weights.Keys.Select(n => $"{power[n].Banzhaf}"));
        Assert.Equal(Fractions("banzhaf_absolute"), weights.Keys.Select(n => $"{power[n].BanzhafAbsolute}"));

        IEnumerable<string> Fractions(string index) => expected.GetProperty(index).EnumerateArray().Select(f => f.GetString()!);
    }

    /// <summary>The lists of the case are those of the folder.</summary>
    [Fact]
    public void Of_Lists2021_AreTheCases()
    {
        var lists = CaseFiles.Read("cl_camara_2021_poder.json").GetProperty("lists").EnumerateObject().ToDictionary(l => l.Name, l => l.Value.GetInt32());
        var chamber = Chamber.Of(Repository.Election("cl-2021").Members, BlocKind.List).Single(c => c.Name == "deputies");

        Assert.Equal(lists.OrderBy(l => l.Key, StringComparer.Ordinal), chamber.Blocs.ToDictionary(b => b.Name, b => b.Seats).OrderBy(l => l.Key, StringComparer.Ordinal));
    }
}
