using System.Collections.Immutable;
using Urna.History;
using Urna.Model;
using Urna.Store;
using Urna.Tests.Cli;

namespace Urna.Tests.History;

/// <summary>Figures over all elections that ship, held against those that officials and the archive's tables state.</summary>
public class ElectionHistoryTests
{
    static readonly Lazy<(ImmutableArray<Reckoning> Elections, HistoryBook Book)> chile = new(() =>
    {
        var workspace = Workspace.Open(Repository.Elections);
        return ([.. workspace.Elections.Where(e => e.Folder.StartsWith("cl-", StringComparison.Ordinal)).AsParallel().AsOrdered().Select(e => e.Require())], workspace.History.Value!);
    });

    static ImmutableArray<HistoryPoint> Ask(params ImmutableArray<HistoryMeasure> measures) => Ask(new HistoryQuestion { Measures = measures });

    static ImmutableArray<HistoryPoint> Ask(HistoryQuestion question) => ElectionHistory.Of(chile.Value.Elections, chile.Value.Book, question);

    static double Of(ImmutableArray<HistoryPoint> points, string election, string contest, string subject = "") =>
        points.Single(p => p.Election == election && p.Contest == contest && p.Subject == subject).Value.Value;

    /// <summary>Votes cast per person on the roll, per cent, as the archive's table of national turnout computes it.</summary>
    [Theory]
    [InlineData("cl-1988", "plebiscite", 97.53)]
    [InlineData("cl-1989-2017", "president-1989-1", 94.72)]
    [InlineData("cl-1989-2017", "president-1999-2", 90.63)]
    [InlineData("cl-1989-2017", "president-2009-1", 87.68)]
    [InlineData("cl-1989-2017", "president-2013-2", 41.98)]
    [InlineData("cl-1989-2017", "president-2017-1", 46.69)]
    [InlineData("cl-2021", "president-1", 47.33)]
    [InlineData("cl-2021", "president-2", 55.65)]
    [InlineData("cl-2024", "regional-councils", 84.85)]
    [InlineData("cl-2025", "president-1", 85.72)]
    public void Turnout_IsThatOfTheOfficialFigures(string election, string contest, double percent) =>
        Assert.Equal(percent, 100 * Of(Ask(HistoryMeasure.Turnout), election, contest), 2);

    /// <summary>About two thirds of the fall from 1989 to November 2021 come before 2012, by people of voting age.</summary>
    [Theory]
    [InlineData("cl-1988", "plebiscite", 88.62)]
    [InlineData("cl-1989-2017", "president-1989-1", 85.66)]
    [InlineData("cl-1989-2017", "president-2009-1", 59.47)]
    [InlineData("cl-1989-2017", "president-2013-1", 51.19)]
    [InlineData("cl-2021", "president-1", 46.58)]
    [InlineData("cl-2004", "mayors", 61.83)]
    [InlineData("cl-2012", "councils", 44.79)]
    [InlineData("cl-2022", "plebiscite", 84.46)]
    public void TurnoutOfAdults_IsThatOfThePopulation(string election, string contest, double percent) =>
        Assert.Equal(percent, 100 * Of(Ask(HistoryMeasure.TurnoutOfAdults), election, contest), 2);

    /// <summary>The traditional right fell from 72 deputies to 53, and to 34; each by the law.</summary>
    [Theory]
    [InlineData("cl-2017", "right", 72)]
    [InlineData("cl-2021", "right", 53)]
    [InlineData("cl-2025", "right", 34)]
    [InlineData("cl-2021", "communists", 12)]
    [InlineData("cl-1989", "concertacion", 69)]
    public void Seats_OfFamilies_AreTheLaws(string election, string family, int seats) =>
        Assert.Equal(seats, Of(Ask(HistoryMeasure.Seats), election, "deputies", family));

    /// <summary>Where the law names lists only, party seats are the official outcome's and never a silent zero.</summary>
    [Fact]
    public void Seats_OfPartiesUnderALawOfLists_AreThoseOfTheOutcome()
    {
        var point = Ask(HistoryMeasure.Seats).Single(p => p is { Election: "cl-1992", Contest: "councils", Subject: "socialists" });

        Assert.True(point.Value.Value > 0);
        Assert.NotNull(point.Note);
    }

    [Fact]
    public void Women_AreCountedWhereTheSourceHasSex()
    {
        var women = Ask(HistoryMeasure.Women);

        Assert.Equal(68.0 / 138, Of(women, "cl-2021", "convention"), 9);
        Assert.DoesNotContain(women, p => p.Contest == "deputies");
        Assert.True(Of(women, "cl-1992", "councils") < Of(women, "cl-1996", "councils") && Of(women, "cl-2000", "councils") < Of(women, "cl-2016", "councils"));
    }

    [Fact]
    public void Closest_FindsTheTiesThatLotsDecided()
    {
        var closest = Ask(HistoryMeasure.Closest);

        Assert.Equal(0, Of([.. closest.Where(p => p is { Election: "cl-2016", Contest: "mayors" }).Select(p => p with { Subject = "" })], "cl-2016", "mayors"));
        Assert.Equal("1404", closest.Single(p => p is { Election: "cl-2016", Contest: "mayors" }).Place);
        Assert.Equal(31_142.0 / 7_055_116, Of([.. closest.Where(p => p.Contest == "president-1999-1").Select(p => p with { Subject = "" })], "cl-1989-2017", "president-1999-1"), 9);
    }

    /// <summary>Two persons of one party are two, where the vote is for persons.</summary>
    [Fact]
    public void Parties_OfPresidents_CountPersons() => Assert.InRange(Of(Ask(HistoryMeasure.Parties), "cl-1920-1958", "president-1920", "by-votes"), 2.0, 2.02);

    [Fact]
    public void Points_AllHaveTheirSource() => Assert.All(Ask(), p => Assert.NotEmpty(p.Sources));

    /// <summary>A commune by name, by id, and by country and id are one; its points are those of its own votes.</summary>
    [Fact]
    public void Place_ByAnyName_IsFollowed()
    {
        var question = new HistoryQuestion { Measures = [HistoryMeasure.Votes], Of = "kast" };
        var byName = Ask(question with { Place = "Las Condes" });

        Assert.Equal(byName.Select(p => p.Value), Ask(question with { Place = "13114" }).Select(p => p.Value));
        Assert.Equal(byName.Select(p => p.Value), Ask(question with { Place = "cl/13114" }).Select(p => p.Value));
        Assert.Equal(["cl-2021", "cl-2021", "cl-2025", "cl-2025"], byName.Select(p => p.Election));
    }

    /// <summary>Each region has its votes; their sum is the country's.</summary>
    [Fact]
    public void Level_GivesEachPlace()
    {
        var regions = Ask(new HistoryQuestion { Measures = [HistoryMeasure.TurnoutOfAdults], Level = "region" }).Where(p => p is { Election: "cl-2025", Contest: "president-1" }).ToList();

        Assert.Equal(16, regions.Count);
        Assert.Equal(15_757_554, regions.Sum(p => p.Whole!.Value));
    }

    /// <summary>District 10 of 60 is not district 10 of 28: it is refused, and not followed in silence.</summary>
    [Theory]
    [InlineData("10")]
    [InlineData("Distrito 10")]
    public void Place_WhoseLevelWasRedrawn_IsRefused(string place) => Assert.Throws<KeyNotFoundException>(() => Ask(new HistoryQuestion { Place = place }));

    /// <summary>The roll of 2012 brought the greatest change of turnout: from 87 to 49 of a hundred.</summary>
    [Fact]
    public void Change_OfTurnout_IsLargestWithTheRollOf2012()
    {
        var largest = Ask(HistoryMeasure.Change, HistoryMeasure.Turnout).First(p => p.Election == "cl-1989-2017" && p.Series.EndsWith(" 1", StringComparison.Ordinal));

        Assert.Equal(("president-2013-1", HistoryUnit.Points), (largest.Contest, largest.Unit));
        Assert.Equal(-0.3832, largest.Value.Value, 4);
    }

    [Fact]
    public void Check_OfTheBookThatShips_FindsNothing() => Assert.Empty(HistoryCheck.Of(chile.Value.Elections, chile.Value.Book));

    /// <summary>Turnout is of a place and of no list: what cannot be answered so is refused, and not answered without it.</summary>
    [Fact]
    public void Measures_ThatNoListHas_AreRefusedOfOne()
    {
        var run = UrnaCommand.Run("history", "elections", "--measure", "turnout", "--of", "right");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("seats or votes", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Check_FamilyWithAnUnknownName_IsTold()
    {
        var book = new HistoryBook { Families = [new ListFamily("f", LocalizedText.Same("F"), "cl", [new FamilyMembers(["Alianza por Chil"], [], [], ["cl-2001"])])] };

        Assert.Equal("V670", Assert.Single(HistoryCheck.Of(chile.Value.Elections, book)).Code);
    }

    /// <summary>An election that cannot be read is not left out: the highest of what is left would be told as the highest.</summary>
    [Fact]
    public void History_WithABrokenElection_TellsNothing()
    {
        var folder = Directory.CreateTempSubdirectory("urna-test-");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Elections, "cl-1971")))
        {
            foreach (var id in new[] { "a", "b" })
            {
                Directory.CreateDirectory(Path.Combine(folder.FullName, id));
                var text = File.ReadAllText(file);
                File.WriteAllText(Path.Combine(folder.FullName, id, Path.GetFileName(file)), id == "b" ? text.Replace("cast,2835412", "cast,-1", StringComparison.Ordinal) : text.Replace("id: cl-1971", "id: a", StringComparison.Ordinal));
            }
        }

        var run = UrnaCommand.Run("history", folder.FullName, "--measure", "turnout");
        folder.Delete(recursive: true);

        Assert.Equal(3, run.ExitCode);
        Assert.Empty(run.Output);
    }
}
