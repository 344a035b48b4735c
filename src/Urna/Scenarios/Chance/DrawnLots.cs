using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Scenarios.Chance;

/// <summary>Seats with the lots of ties drawn, each of the tied alike.</summary>
static class DrawnLots
{
    const int Most = 1_000;

    /// <summary>Fills the seats, drawing lots until no tie is open.</summary>
    /// <returns>The seats, and how many lots were drawn.</returns>
    public static (ContestAllocation Filled, int Ties) Fill(ElectoralRule rule, ContestVotes votes, RandomSource random)
    {
        var ties = 0;
        while (true)
        {
            var filled = SeatAllocation.Allocate(rule, votes);
            var open = filled.Districts.SelectMany(d => d.Ties.Select(t => (d.District, Tie: t))).FirstOrDefault();
            if (open.Tie is null || ties == Most)
            {
                return (filled, ties);
            }

            var winner = open.Tie.Among[(int)(random.Uniform() * open.Tie.Among.Length)];
            votes = votes with { Lots = votes.Lots.Add(new LotDrawn(open.District, open.Tie.Level, winner)) };
            ties++;
        }
    }
}
