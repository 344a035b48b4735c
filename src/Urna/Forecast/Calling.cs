using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Forecast;

/// <summary>When a night may say that something is decided: the rule is written here and in <c>docs/night.md</c>.</summary>
/// <remarks>
/// A call needs all of: what is out is known from a roll, from ballots cast or from an earlier election; the projected lead is at least D × (1 − f), f the least
/// share of votes that is in by the interval of the volume, and D what votes that were out have ever differed by; and the draws give at most one chance in 200 against
/// it. Where arrival tells of a change that could take a quarter of the lead, nothing is called.
/// </remarks>
static class Calling
{
    /// <summary>Chance by the draws from which a call may be made.</summary>
    const double Sure = 0.995;

    /// <summary>Chance from which it is told that one leans.</summary>
    const double Likely = 0.9;

    /// <summary>By how much votes that are out may differ from the projection, as a share of them, where places tell of each other.</summary>
    const double WithPlaces = 0.2;

    /// <summary>The same where the whole is one place.</summary>
    const double Alone = 0.35;

    /// <summary>The calls of a night.</summary>
    /// <param name="model">The fitted night.</param>
    /// <param name="draws">Its draws.</param>
    public static ImmutableArray<Call> Of(NightModel model, NightDraws draws)
    {
        var frame = model.Frame;
        var ballot = frame.Contest.Candidacies;
        if (draws.Totals.Average() <= 0)
        {
            return [];
        }

        var calls = ImmutableArray.CreateBuilder<Call>();
        if (frame.Stands.Length == 0)
        {
            int[] order = [.. Enumerable.Range(0, ballot.Length).OrderByDescending(i => Share(draws, i)).ThenBy(i => i)];
            if (order.Length > 1)
            {
                calls.Add(Judge(CallKind.First, ballot[order[0]].Choice, "", Ahead(draws, order[0], order[1]), FirstProbability(draws, order[0]), In(model, draws), model));
                calls.Add(Judge(CallKind.Majority, ballot[order[0]].Choice, "", (2 * Share(draws, order[0])) - 1, Above(draws, order[0], 0.5), In(model, draws), model));
            }

            if (frame.Rule?.Steps.OfType<MajorityStep>().FirstOrDefault() is { Finalists: 2 } && order.Length > 2)
            {
                calls.AddRange(order.Take(2).Select(i => Judge(CallKind.Runoff, ballot[i].Choice, "", Ahead(draws, i, order[2]), AmongFirst(draws, i, 2), In(model, draws), model)));
            }

            if (NationalThreshold(frame.Rule) is { } share)
            {
                calls.AddRange(order.Where(i => Share(draws, i) > share / 4).Select(i => Judge(CallKind.Threshold, ballot[i].Choice, "", 2 * (Share(draws, i) - share), Above(draws, i, share), In(model, draws), model)));
            }
        }

        calls.AddRange(SingleSeats(model, draws));
        return calls.ToImmutable();
    }

    /// <summary>The only seats of districts, under a law that gives them to the most voted.</summary>
    static IEnumerable<Call> SingleSeats(NightModel model, NightDraws draws)
    {
        var frame = model.Frame;
        var (k, c) = (frame.Columns.Count, frame.Contest.Candidacies.Length);
        if (frame.Rule is not { } rule || rule.Steps.OfType<SharingStep>().FirstOrDefault() is MajorityStep or null)
        {
            yield break;
        }

        for (var d = 0; d < frame.Districts.Length; d++)
        {
            if (frame.Contest.Seats.GetValueOrDefault(frame.Districts[d]) != 1)
            {
                continue;
            }

            var row = draws.Middle.AsSpan(d * c, c).ToArray();
            var counted = model.CountedByChoice.AsSpan(d * c, c).ToArray().Sum();
            var total = row.Sum();
            int[] order = [.. Enumerable.Range(0, c).OrderByDescending(i => row[i]).ThenBy(i => i)];
            if (total > 0 && c > 1)
            {
                yield return Judge(
                    CallKind.Elected, frame.Contest.Candidacies[order[0]].Choice, frame.Districts[d], (row[order[0]] - row[order[1]]) / total, draws.FirstIn[(d * c) + order[0]], Math.Min(1, counted / total), model);
            }
        }
    }

    static Call Judge(CallKind what, string who, string district, double lead, double probability, double isIn, NightModel model)
    {
        var complete = model.IsKnown && model.MissingTotal <= 0;
        var differ = WithPlaces + ((Alone - WithPlaces) * Math.Exp(-(model.Reporting - 1) / 8.0));
        var needed = complete ? 0 : differ * (1 - isIn);
        var turning = model.ArrivalShift * (1 - isIn) > lead / 4;
        var reason = complete ? CallReason.Complete
            : !model.IsKnown ? CallReason.OutstandingUnknown
            : lead < needed || probability < Sure ? CallReason.PathLeft
            : turning ? CallReason.ArrivalTells
            : CallReason.NoPath;
        var status = reason == CallReason.NoPath || (complete && lead > 0) ? CallStatus.Called
            : probability >= Likely && reason != CallReason.OutstandingUnknown && !complete ? CallStatus.Leaning
            : CallStatus.Open;
        return new Call(what, who, district, status, probability, reason, lead, needed);
    }

    /// <summary>The least share of the votes that is in, by the volume's draws.</summary>
    static double In(NightModel model, NightDraws draws)
    {
        var most = Quantiles.Of(draws.Totals, 0.95);
        return most > 0 ? Math.Min(1, model.CountedByChoice.Sum() / most) : 0;
    }

    static double Share(NightDraws draws, int choice) => SumOf(draws, choice) / Math.Max(draws.Middle.Sum(), double.Epsilon);

    static double SumOf(NightDraws draws, int choice)
    {
        var sum = 0.0;
        for (var i = choice; i < draws.Middle.Length; i += draws.Shares.Length)
        {
            sum += draws.Middle[i];
        }

        return sum;
    }

    static double Ahead(NightDraws draws, int one, int other) => Share(draws, one) - Share(draws, other);

    static double Above(NightDraws draws, int choice, double share) => draws.Shares[choice].Average(s => s > share ? 1.0 : 0);

    /// <summary>How often a choice is first in the draws; a tie is no first place.</summary>
    internal static double FirstProbability(NightDraws draws, int choice) => AmongFirst(draws, choice, 1);

    static double AmongFirst(NightDraws draws, int choice, int places)
    {
        var times = 0;
        for (var b = 0; b < draws.Totals.Length; b++)
        {
            var own = draws.Shares[choice][b];
            var ahead = 0;
            for (var i = 0; i < draws.Shares.Length; i++)
            {
                ahead += i != choice && draws.Shares[i][b] >= own ? 1 : 0;
            }

            times += ahead < places ? 1 : 0;
        }

        return (double)times / draws.Totals.Length;
    }

    internal static double? NationalThreshold(ElectoralRule? rule) =>
        rule?.Steps.OfType<ThresholdStep>().SelectMany(t => t.AnyOf).FirstOrDefault(c => c is { Level: ThresholdLevel.National, Shares.Count: 1 })?.Shares.Values.First() is { } share
            ? (double)share.Numerator / share.Denominator
            : null;
}
