using System.Collections.Immutable;
using System.Globalization;

namespace Urna.Audit.Plans;

/// <summary>A ballot or box that was drawn.</summary>
/// <param name="Ticket">The ticket, a decimal fraction written in full.</param>
/// <param name="IsBox">Whether a whole box was drawn.</param>
/// <param name="Id">The ballot's name, <c>box/number</c>, or the box's.</param>
/// <param name="Box">The box.</param>
/// <param name="Number">The ballot's number in its box, from 1; 0 for a box.</param>
/// <param name="Times">Which time it is that this is drawn, ≥ 1.</param>
public sealed record AuditDraw(string Ticket, bool IsBox, string Id, string Box, long Number, int Times);

/// <summary>Draws ballots or boxes by tickets.</summary>
public static class AuditSample
{
    /// <summary>The name of a ballot: the box's where it is the only one, else <c>box/number</c>.</summary>
    /// <param name="box">The box.</param>
    /// <param name="ballots">Its ballots.</param>
    /// <param name="number">The ballot's number in it, from 1.</param>
    public static string BallotName(string box, long ballots, long number) =>
        ballots == 1 ? box : string.Create(CultureInfo.InvariantCulture, $"{box}/{number}");

    /// <summary>The name of a box's lot: the box's for the first, else <c>box#number</c>.</summary>
    /// <param name="box">The box.</param>
    /// <param name="number">The lot's number, from 1.</param>
    public static string LotName(string box, long number) => number == 1 ? box : string.Create(CultureInfo.InvariantCulture, $"{box}#{number}");

    /// <summary>Ballots of boxes, drawn with replacement.</summary>
    /// <param name="boxes">The boxes.</param>
    /// <param name="seed">The public seed.</param>
    /// <param name="count">How many, ≥ 0.</param>
    /// <exception cref="ArgumentException">There is no ballot.</exception>
    public static ImmutableArray<AuditDraw> Ballots(ImmutableArray<AuditBox> boxes, string seed, int count)
    {
        var counts = boxes.ToDictionary(b => b.Id, b => b.Ballots, StringComparer.Ordinal);
        var draws = TicketDraw.With([.. boxes.Select(b => (b.Id, b.Ballots))], (box, n) => BallotName(box, counts[box], n), seed, count);
        return
        [
            .. draws.Select(d =>
            {
                var slash = counts.TryGetValue(d.Id, out var ballots) && ballots == 1 ? -1 : d.Id.LastIndexOf('/');
                return slash < 0
                    ? new AuditDraw(d.Ticket, false, d.Id, d.Id, 1, d.Time)
                    : new AuditDraw(d.Ticket, false, d.Id, d.Id[..slash], long.Parse(d.Id.AsSpan(slash + 1), CultureInfo.InvariantCulture), d.Time);
            }),
        ];
    }

    /// <summary>Boxes, drawn with replacement in proportion to their bounds.</summary>
    /// <param name="bounds">The boxes with their bounds.</param>
    /// <param name="seed">The public seed.</param>
    /// <param name="count">How many draws, ≥ 0.</param>
    /// <exception cref="ArgumentException">No box has a bound above 0.</exception>
    public static ImmutableArray<AuditDraw> Boxes(BoxBounds bounds, string seed, int count)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        var draws = TicketDraw.With([.. bounds.Boxes.Select((b, i) => (b.Id, (long)bounds.Lots[i]))], LotName, seed, count);
        return
        [
            .. draws.Select(d =>
            {
                var hash = bounds.Find(d.Id) is null ? d.Id.LastIndexOf('#') : -1;
                var box = hash < 0 ? d.Id : d.Id[..hash];
                return new AuditDraw(d.Ticket, true, box, box, 0, times[box] = times.GetValueOrDefault(box) + 1);
            }),
        ];
    }
}
