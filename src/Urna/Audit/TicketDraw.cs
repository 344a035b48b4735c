using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Urna.Audit;

/// <summary>One draw: whose ticket was the smallest of those left.</summary>
/// <param name="Ticket">The ticket, a decimal fraction written in full.</param>
/// <param name="Id">What was drawn.</param>
/// <param name="Time">Which time it is that this is drawn, ≥ 1.</param>
public sealed record Draw(string Ticket, string Id, int Time);

/// <summary>Draws by a public seed, which anybody can repeat with SHA-256 and a pencil.</summary>
/// <remarks>
/// Everything has a ticket: the digits of SHA-256 of the hashed seed and its name, written backwards after "0.". Who has the smallest is drawn first. To be drawn again a ticket is replaced by a greater one: its leading nines are
/// kept, and what follows is hashed anew. So the first draws are the same however many follow. Rivest (2018), Consistent sampling with replacement.
/// </remarks>
public static class TicketDraw
{
    const int LeastDigits = 64;

    /// <summary>Draws without replacement.</summary>
    /// <param name="ids">All that can be drawn, each name once.</param>
    /// <param name="seed">The public seed, such as digits of dice.</param>
    /// <param name="count">How many, from 0 to as many as there are.</param>
    /// <exception cref="ArgumentException">A name comes twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">More are asked for than there are.</exception>
    public static IReadOnlyList<Draw> Without(IReadOnlyCollection<string> ids, string seed, int count)
    {
        Once(ids);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, ids.Count);
        var hashed = Hash(seed);
        return [.. ids.Select(id => new Draw(First(hashed, id), id, 1)).OrderBy(d => d.Ticket, StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal).Take(count)];
    }

    /// <summary>Draws with replacement.</summary>
    /// <param name="ids">All that can be drawn, each name once; at least one.</param>
    /// <param name="seed">The public seed.</param>
    /// <param name="count">How many, ≥ 0.</param>
    /// <exception cref="ArgumentException">A name comes twice, or there is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static IReadOnlyList<Draw> With(IReadOnlyCollection<string> ids, string seed, int count)
    {
        Once(ids);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (ids.Count == 0)
        {
            throw new ArgumentException("There is nothing to draw from.", nameof(ids));
        }

        var hashed = Hash(seed);
        var left = new SortedSet<(string Ticket, string Id, int Time)>(
            ids.Select(id => (First(hashed, id), id, 1)),
            Comparer<(string Ticket, string Id, int Time)>.Create((a, b) => string.CompareOrdinal(a.Ticket, b.Ticket) is var c and not 0 ? c : string.CompareOrdinal(a.Id, b.Id)));
        var drawn = new List<Draw>();
        while (drawn.Count < count)
        {
            var next = left.Min;
            left.Remove(next);
            drawn.Add(new Draw(next.Ticket, next.Id, next.Time));
            left.Add((After(next.Ticket), next.Id, next.Time + 1));
        }

        return drawn;
    }

    static string First(string hashed, string id) => "0." + Digits(hashed + id);

    /// <summary>A ticket that is greater, and beyond that as random as the first: of the digits that follow the nines, the first try that is.</summary>
    static string After(string ticket)
    {
        var nines = 0;
        while (2 + nines < ticket.Length && ticket[2 + nines] == '9')
        {
            nines++;
        }

        for (var i = 1; ; i++)
        {
            var next = string.Concat(ticket.AsSpan(0, 2 + nines), Digits(string.Create(CultureInfo.InvariantCulture, $"{ticket}:{i}")));
            if (string.CompareOrdinal(next, ticket) > 0)
            {
                return next;
            }
        }
    }

    static string Digits(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        var digits = new BigInteger(hash, isUnsigned: true, isBigEndian: true).ToString(CultureInfo.InvariantCulture).PadLeft(LeastDigits, '0').ToCharArray();
        Array.Reverse(digits);
        return new string(digits);
    }

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    static void Once(IReadOnlyCollection<string> ids)
    {
        if (ids.GroupBy(i => i, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
        {
            throw new ArgumentException($"'{twice.Key}' comes twice.", nameof(ids));
        }
    }
}
