using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Tests.Validate;

/// <summary>Places are a tree, however deep and wide.</summary>
public class PlaceTreeTests
{
    const int Deep = 100_000;

    [Fact]
    public void Tree_OfAnyDepth_IsReadWithoutOneCallInAnother()
    {
        var places = new PlaceTree([.. Enumerable.Range(0, Deep).Reverse().Select(i => new Place($"{i}", i == 0 ? null : $"{i - 1}", i == 0 ? "top" : "below", $"P {i}"))]);
        var contest = new Contest
        {
            Id = "c",
            Title = LocalizedText.Same("c"),
            Date = new DateOnly(2030, 5, 5),
            Candidacies = [new Candidacy { Choice = "a", District = "0" }, new Candidacy { Choice = "b", District = $"{Deep / 2}" }, new Candidacy { Choice = "x", District = "7" }],
            Returns = [],
        };

        Assert.Equal(["top", "below"], places.Levels);
        Assert.Equal([0, 1, 2], new Ballots(contest, places).At($"{Deep - 1}"));
        Assert.Equal([0, 2], new Ballots(contest, places).At("8"));
        Assert.Equal([0], new Ballots(contest, places).At("1"));
    }

    [Theory]
    [InlineData("a:b b:c c:a r:", 0)]
    [InlineData("r: a:r b:a x:y y:z z:y", 3)]
    [InlineData("r: a:a", 1)]
    public void FaultIn_ALoop_NamesAPlaceOfIt(string tree, int index)
    {
        ImmutableArray<Place> places = [.. tree.Split(' ').Select(p => p.Split(':')).Select(p => new Place(p[0], p[1].Length == 0 ? null : p[1], "x", p[0]))];

        Assert.Equal(index, PlaceTree.FaultIn(places)?.Index);
    }
}
