namespace Urna.Allocate.Methods;

/// <summary>The least number of votes for which something holds.</summary>
static class LeastVotes
{
    /// <summary>The least x in 1..most for which a condition holds that, once it holds, goes on to hold.</summary>
    /// <param name="holds">The condition.</param>
    /// <param name="most">A number for which it is known to hold, ≥ 1.</param>
    public static long Where(Func<long, bool> holds, long most)
    {
        var least = 1L;
        while (least < most)
        {
            var middle = least + ((most - least) / 2);
            (least, most) = holds(middle) ? (least, middle) : (middle + 1, most);
        }

        return least;
    }
}
