using Urna.Tests.Cli;

namespace Urna.Tests.Golden;

/// <summary>The answers of the command, letter by letter.</summary>
public class SeatsGoldenTests
{
    /// <summary>155 persons, district by district, with what each seat rests on.</summary>
    [Fact]
    public void Seats_Deputies2021() => GoldenFile.Matches(UrnaCommand.Run("seats", "elections/cl-2021", "--contest", "deputies", "--format", "csv").Output, "deputies-2021.csv");

    [Fact]
    public void Seats_ConventionAndReserved2021()
    {
        var general = UrnaCommand.Run("seats", "elections/cl-2021", "--contest", "convention", "--format", "csv").Output;
        var reserved = UrnaCommand.Run("seats", "elections/cl-2021", "--contest", "convention-reserved", "--format", "csv").Output;
        GoldenFile.Matches(general + reserved, "convention-2021.csv");
    }

    [Fact]
    public void Count_President2021ByRegion() =>
        GoldenFile.Matches(UrnaCommand.Run("count", "elections/cl-2021", "--contest", "president-2", "--by", "region").Output, "president-2021-2-by-region.txt");
}
