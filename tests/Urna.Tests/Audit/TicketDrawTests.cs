using Urna.Audit;

namespace Urna.Tests.Audit;

/// <summary>The public draw is the published one, and anybody's.</summary>
public class TicketDrawTests
{
    static readonly string[] hundred = [.. Enumerable.Range(0, 100).Select(i => $"{i}")];

    /// <summary>Rivest's own example: seed 41, ids 0 to 99.</summary>
    [Fact]
    public void Without_SeedFortyOne_DrawsThePublishedTen()
    {
        var draws = TicketDraw.Without(hundred, "41", 10);
        Assert.Equal(["73", "51", "17", "58", "38", "42", "39", "20", "11", "67"], draws.Select(d => d.Id));
        Assert.Equal("0.00050833394096835111330169589627758408993595177228944843195859010481406998501", draws[0].Ticket);
    }

    /// <summary>Who draws more has the same first ones, in any order of the list.</summary>
    [Fact]
    public void Draws_AreTheFirstOfLongerOnes_InAnyOrderOfTheList() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 20], Gen.Int[0, 1_000]).Sample((ids, count, seed) =>
        {
            string[] all = [.. Enumerable.Range(0, ids).Select(i => $"id {i}")];
            var longer = TicketDraw.With([.. all.Reverse()], $"{seed}", count + 5);
            return TicketDraw.With(all, $"{seed}", count).SequenceEqual(longer.Take(count))
                && longer.Zip(longer.Skip(1)).All(p => string.CompareOrdinal(p.First.Ticket, p.Second.Ticket) <= 0)
                && longer.GroupBy(d => d.Id).All(g => g.Select(d => d.Time).SequenceEqual(Enumerable.Range(1, g.Count())));
        });

    [Fact]
    public void With_ManyDraws_EachComesAboutAsOften()
    {
        var times = TicketDraw.With(hundred, "8675309", 20_000).CountBy(d => d.Id).Select(c => c.Value).ToList();
        Assert.InRange(times.Sum(t => (t - 200.0) * (t - 200) / 200), 50, 160);
    }

    [Fact]
    public void Draws_ThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => TicketDraw.Without(["a", "a"], "1", 1));
        Assert.Throws<ArgumentException>(() => TicketDraw.With([], "1", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TicketDraw.Without(["a"], "1", 2));
    }
}
