namespace Urna.Allocate.Methods;

/// <summary>One seat each to those with most votes.</summary>
static class Plurality
{
    /// <summary>Awards seats from the most votes down, until all are awarded or a tie is met.</summary>
    /// <param name="votes">Votes by holder, each ≥ 0.</param>
    /// <param name="seats">Seats to fill, ≥ 0.</param>
    /// <param name="withoutVotes">Whether somebody without votes can be elected: the persons of a list that won seats can.</param>
    /// <param name="held">Seats by holder: zero on entry, 0 or 1 on return.</param>
    /// <param name="tied">On return, true for holders tied for the seats that are left.</param>
    /// <returns>Seats left to the tied; 0 if there is no tie.</returns>
    public static int Share(ReadOnlySpan<long> votes, int seats, bool withoutVotes, Span<int> held, Span<bool> tied)
    {
        var floor = withoutVotes ? -1 : 0L;
        for (var left = seats; left > 0;)
        {
            var most = floor;
            var equals = 0;
            for (var i = 0; i < votes.Length; i++)
            {
                if (held[i] == 0 && votes[i] >= most && votes[i] > floor)
                {
                    equals = votes[i] == most ? equals + 1 : 1;
                    most = votes[i];
                }
            }

            if (equals == 0)
            {
                return 0;
            }

            for (var i = 0; i < votes.Length; i++)
            {
                var leads = held[i] == 0 && votes[i] == most;
                held[i] += leads && equals <= left ? 1 : 0;
                tied[i] = leads && equals > left;
            }

            if (equals > left)
            {
                return left;
            }

            left -= equals;
        }

        return 0;
    }
}
