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

    /// <summary>Draws with replacement of what lies in boxes, numbered from 1 in each.</summary>
    /// <param name="boxes">The boxes, each name once, and how much lies in each, ≥ 0.</param>
    /// <param name="nameOf">The name of what has a number in a box; each once.</param>
    /// <param name="seed">The public seed.</param>
    /// <param name="count">How many, ≥ 0.</param>
    /// <returns>The same draws as from a list of all names, which is never made: only those whose first ticket is small enough are looked at.</returns>
    /// <exception cref="ArgumentException">There is nothing to draw from.</exception>
    public static IReadOnlyList<Draw> With(IReadOnlyList<(string Id, long Count)> boxes, Func<string, long, string> nameOf, string seed, int count)
    {
        var all = boxes.Sum(b => b.Count);
        if (all == 0)
        {
            throw new ArgumentException("There is nothing to draw from.", nameof(boxes));
        }

        // The tickets that are drawn are among the smallest first ones, as many as there are draws.
        var hashed = Hash(seed);
        for (var part = (count + (6 * Math.Sqrt(count)) + 20) / all; ; part *= 4)
        {
            var below = part >= 1 ? Keys : (uint)(part * Keys);
            List<string> near = [.. boxes.AsParallel().AsOrdered().SelectMany(b => Below(b.Id, b.Count, nameOf, hashed, below))];
            if (near.Count >= Math.Min(count, all))
            {
                return With(near, seed, count);
            }
        }
    }

    const uint Keys = 1_000_000_000;

    static List<string> Below(string box, long count, Func<string, long, string> nameOf, string hashed, uint below)
    {
        var near = new List<string>();
        Span<byte> text = stackalloc byte[512];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var start = Encoding.UTF8.GetBytes(hashed, text);
        for (long number = 1; number <= count; number++)
        {
            var name = nameOf(box, number);
            var buffer = name.Length * 3 > text.Length - start ? [.. text[..start], .. new byte[name.Length * 3]] : text;
            var length = start + Encoding.UTF8.GetBytes(name, buffer[start..]);
            SHA256.HashData(buffer[..length], hash);
            if (KeyOf(hash) < below)
            {
                near.Add(name);
            }
        }

        return near;
    }

    /// <summary>The first nine digits of a ticket: the last nine of the hash, backwards.</summary>
    static uint KeyOf(ReadOnlySpan<byte> hash)
    {
        var rest = 0UL;
        for (var i = 0; i < hash.Length; i += 4)
        {
            rest = ((rest << 32) | System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash[i..])) % Keys;
        }

        var (key, left) = (0u, (uint)rest);
        for (var digit = 0; digit < 9; digit++)
        {
            (left, var last) = Math.DivRem(left, 10);
            key = (key * 10) + last;
        }

        return key;
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
