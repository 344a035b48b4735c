using Urna.Model;
using Urna.Power;

namespace Urna.Tests.Power;

/// <summary>Who votes as one.</summary>
public class ChamberTests
{
    static readonly MemberGroup[] members =
    [
        new("Senate", "RN", "Right", 3, 2017, Position: 5),
        new("senate", "rn", "Right", 4, 2021, Position: 5),
        new("senate", "IND", "Right", 2, 2021, MemberKind.WithoutParty),
        new("senate", "IND", "Outside", 1, 2021, MemberKind.Independent),
        new("senate", "PS", "Left", 6, 2021, Position: 1),
        new("deputies", "PS", "", 2, 2021),
    ];

    [Fact]
    public void Of_ByParty_JoinsSpellingsAndYears_AndLeavesPersonsApart()
    {
        var senate = Chamber.Of(members, BlocKind.Party)[0];

        Assert.Equal("Senate", senate.Name);
        Assert.Equal(16, senate.Seats);
        Assert.Equal([("RN", 7), ("PS", 6), ("IND (1)", 1), ("IND (2)", 1), ("IND (3)", 1)], senate.Blocs.Select(b => (b.Name, b.Seats)));
        Assert.Equal([5, 1, null], senate.Blocs.Take(3).Select(b => b.Position));
    }

    [Fact]
    public void Of_ByList_KeepsPersonsWithTheirList()
    {
        var chambers = Chamber.Of(members, BlocKind.List);

        Assert.Equal([("Right", 9), ("Left", 6), ("Outside", 1)], chambers[0].Blocs.Select(b => (b.Name, b.Seats)));
        Assert.Equal([("PS", 2)], chambers[1].Blocs.Select(b => (b.Name, b.Seats)));
    }
}
