using System.Collections.Immutable;
using Urna.Model;
using Urna.Power;

namespace Urna.Tests.Power;

/// <summary>What passes in several chambers at once.</summary>
public class PassageTests
{
    static readonly Quorum half = new("half", new("half", "mitad"), 1, 2) { Exceeds = true, Article = "art. 1" };

    static readonly Gen<ImmutableArray<Chamber>> genChambers = Gen.Int[0, 9].Array[7].Array[2, 3]
        .Select(seats => seats.Select((s, c) => Members($"c{c}", s)).ToImmutableArray());

    /// <summary>Going through all sets of lists: those that reach it everywhere, and without any one not.</summary>
    [Fact]
    public void Of_AnyChambers_AreTheMinimalSetsThatReachItInAll() => Gen.Select(genChambers, Gen.Int[1, 6]).Sample((chambers, share) =>
    {
        var quorum = half with { Numerator = share, Denominator = 7, Exceeds = false };
        var needs = chambers.Select(c => new ChamberNeed(c, Math.Max(1, quorum.Needed(c.Seats)))).ToImmutableArray();
        var passage = Passage.Of(quorum, needs, int.MaxValue);
        var expected = Enumerable.Range(1, 127).Where(set => Reaches(set) && Enumerable.Range(0, 7).All(i => (set >> i & 1) == 0 || !Reaches(set & ~(1 << i))))
            .Select(set => string.Join(',', Enumerable.Range(0, 7).Where(i => (set >> i & 1) != 0)));
        return passage.Count == passage.Coalitions.Length
            && passage.Coalitions.Select(c => string.Join(',', c.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal))
            && passage.Coalitions.Select(c => c.Length).SequenceEqual(passage.Coalitions.Select(c => c.Length).Order());

        bool Reaches(int set) => needs.All(n => n.Chamber.Blocs.Where(b => (set >> int.Parse(b.Name, System.Globalization.CultureInfo.InvariantCulture) & 1) != 0).Sum(b => b.Seats) >= n.Needed);
    });

    /// <summary>One chamber by the one way and by the other.</summary>
    [Fact]
    public void Of_SameChamberTwice_IsAsOfOne() => Gen.Int[0, 9].Array[7].Sample(seats =>
    {
        var needed = Math.Max(1, half.Needed(seats.Sum()));
        ChamberNeed[] needs = [new(Members("a", seats), needed), new(Members("b", seats), needed)];
        var one = Passage.Of(half, [needs[0]], int.MaxValue);
        var two = Passage.Of(half, [.. needs], int.MaxValue);
        return one.Count == two.Count && one.Coalitions.Select(c => string.Join(',', c)).SequenceEqual(two.Coalitions.Select(c => string.Join(',', c)));
    });

    /// <summary>2021 by hand: the two largest lists have 90 deputies and 35 senators; those of the president and the centre-left, 74 and 23.</summary>
    [Fact]
    public void Of_Congress2021_IsWhatTheSeatsSay()
    {
        var lists = Chamber.Of(Repository.Election("cl-2021").Members, BlocKind.List);
        var law = Repository.Quorums.Find("quorums").Value!;
        var date = new DateOnly(2022, 3, 11);
        var organic = Passage.Of(lists, law, date, 100).Single(p => p.Quorum.Id == "organic");
        var together = CoalitionCheck.Of(lists, ["apruebo dignidad", "Nuevo Pacto Social"], law, date).Single(c => c.Quorum.Id == "organic");

        Assert.Equal([89, 29], organic.Needs.Select(n => n.Needed));
        Assert.Equal(["Chile Podemos +|Nuevo Pacto Social", "Chile Podemos +|Apruebo Dignidad"], organic.Coalitions.Select(c => string.Join('|', c)));
        Assert.False(together.Passes);
        Assert.Equal([(74, 15), (23, 6)], together.Chambers.Select(c => (c.Seats, c.Lacking)));
        Assert.Throws<ArgumentException>(() => CoalitionCheck.Of(lists, ["nobody"], law, date));
    }

    /// <summary>A person outside any list sits in one chamber only, whatever the names.</summary>
    [Fact]
    public void Of_PersonsOfOneName_StayApart()
    {
        MemberGroup[] members =
        [
            new("a", "IND", "", 1, null, MemberKind.Independent), new("b", "IND", "", 1, null, MemberKind.Independent), new("a", "P", "", 1, null), new("b", "Q", "", 1, null),
        ];
        var chambers = Chamber.Of(members, BlocKind.List);
        var passage = Passage.Of(half with { Numerator = 1, Exceeds = true }, [.. chambers.Select(c => new ChamberNeed(c, 1))], 10);

        Assert.Equal(["IND – a", "IND – b", "P", "Q"], passage.Blocs.Order(StringComparer.Ordinal));
        Assert.Equal(4, passage.Count);
    }

    [Fact]
    public void Of_TooManyListsInTwoChambers_IsNotSought()
    {
        var many = Members("a", [.. Enumerable.Repeat(1, Passage.MostBlocs + 1)]);

        Assert.Null(Passage.Of(half, [new(many, 13), new(many with { Name = "b" }, 13)], 10).Count);
        Assert.Equal(5_200_300, Passage.Of(half, [new(many, 13)], 10).Count);
    }

    static Chamber Members(string name, int[] seats) => new(name, [.. seats.Select((s, i) => new Bloc($"{i}", s))]);
}
