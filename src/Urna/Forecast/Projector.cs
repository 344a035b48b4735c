using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Model;
using Urna.Validate;

namespace Urna.Forecast;

/// <summary>Projects half-counted nights of one contest: what stands goes in, what is expected comes out.</summary>
/// <remarks>It keeps what does not change from moment to moment; the answers do not depend on what was asked before. One thread at a time.</remarks>
public sealed class Projector
{
    const int FewPlaces = 3;

    readonly Contest contest;
    readonly PlaceTree places;
    readonly ElectoralRule? rule;
    readonly ProjectionOptions options;
    readonly Dictionary<string, long> rolls;
    NightFrame? frame;
    NightSeats? seats;

    /// <summary>Prepares a contest.</summary>
    /// <param name="contest">The contest; of its returns only the rolls are looked at.</param>
    /// <param name="places">Its places.</param>
    /// <param name="rule">The law that fills its seats; null where none does.</param>
    /// <param name="options">How it is projected.</param>
    public Projector(Contest contest, PlaceTree places, ElectoralRule? rule, ProjectionOptions options)
    {
        ArgumentNullException.ThrowIfNull(contest);
        (this.contest, this.places, this.rule, this.options) = (contest, places, rule, options);
        rolls = contest.Returns.Where(r => r.Counts.Registered is not null).ToDictionary(r => r.Place, r => r.Counts.Registered!.Value);
    }

    /// <summary>Projects what stands at a moment.</summary>
    /// <param name="state">What stands.</param>
    public Projection Project(NightState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var units = NightUnits.Of(state, places, rolls);
        return Project(units, state.AsOf, [.. state.Findings, .. units.Findings]);
    }

    /// <summary>Projects units.</summary>
    internal Projection Project(NightUnits units, DateTimeOffset? asOf, ImmutableArray<Finding> findings)
    {
        if (frame is null || !frame.Units.SequenceEqual(units.Places))
        {
            frame = NightFrame.Of(contest, places, rule, units.Places, options.Baseline);
            seats = NightSeats.Of(frame);
        }

        var model = NightModel.Of(frame, units, options.Settings);
        var draws = NightDraws.Of(model, seats, options.Draws, options.Seed);
        var total = draws.Middle.Sum();
        var counted = model.CountedByChoice.Sum();
        return new Projection(
            contest,
            asOf,
            units.Places.Length,
            Enumerable.Range(0, units.Places.Length).Count(u => IsWhole(units, u)),
            Enumerable.Range(0, units.Places.Length).Count(u => !IsWhole(units, u) && units.Cells.Values.Any(c => c[u] is { Total: > 0 })),
            counted,
            model.IsKnown ? Quantiles.Interval(draws.Totals, options.Level, total) : null,
            Choices(model, draws, counted, total),
            Margin(draws, total),
            Seats(model, draws),
            Calling.Of(model, draws),
            options.Level,
            options.Draws,
            options.Seed,
            [.. findings, .. Told(model, units)])
        {
            Baseline = options.Baseline,
            Districts = [.. frame.Districts.Select((d, i) => new ProjectedDistrict(d, CountedIn(model, i), model.Parts.Sum(p => p.Shares.Volume[i])))],
            Places = [.. units.Places.Select((p, u) => new ProjectedDistrict(p, units.Cells.Values.Sum(c => c[u]?.Total ?? 0), model.Missing[u]))],
            Samples = options.KeepsSamples ? draws.Shares : [],
            Totals = draws.Totals,
        };
    }

    static bool IsWhole(NightUnits units, int u) =>
        units.Cells.Where(c => c.Key != VoteType.All || units.Cells.Count == 1 || c.Value[u] is not null).All(c => c.Value[u]?.IsComplete == true);

    static long CountedIn(NightModel model, int district)
    {
        var c = model.Frame.Contest.Candidacies.Length;
        return model.CountedByChoice.AsSpan(district * c, c).ToArray().Sum();
    }

    IEnumerable<Finding> Told(NightModel model, NightUnits units)
    {
        if (!model.IsKnown)
        {
            yield return NightFindings.OutstandingUnknown(model.Unknown);
        }

        if (model.Reporting <= FewPlaces && model.MissingTotal > 0)
        {
            yield return NightFindings.NoPlaces(model.Reporting);
        }

        if (model.ArrivalShift > 0)
        {
            yield return NightFindings.ArrivalTells(100 * model.ArrivalShift);
        }

        foreach (var finding in options.Baseline?.Findings ?? [])
        {
            yield return finding;
        }
    }

    ImmutableArray<ProjectedChoice> Choices(NightModel model, NightDraws draws, long counted, double total)
    {
        var c = contest.Candidacies.Length;
        return
        [
            .. contest.Candidacies.Select((candidacy, i) =>
            {
                var (votes, middle) = (0L, 0.0);
                for (var at = i; at < draws.Middle.Length; at += c)
                {
                    votes += model.CountedByChoice[at];
                    middle += draws.Middle[at];
                }

                var share = total > 0 ? middle / total : 0;
                return new ProjectedChoice(candidacy, votes, counted > 0 ? (double)votes / counted : null, Quantiles.Interval(draws.Shares[i], options.Level, share), Calling.FirstProbability(draws, i));
            }),
        ];
    }

    /// <summary>The first over the second: of choices that stand everywhere, else of lists.</summary>
    ProjectedMargin? Margin(NightDraws draws, double total)
    {
        var names = frame!.Stands.Length == 0 ? [.. contest.Candidacies.Select(c => c.Choice)] : contest.Candidacies.Select(c => c.ListName).ToImmutableArray();
        var groups = names.Select((name, i) => (name, i)).GroupBy(x => x.name).Select(g => (g.Key, Of: g.Select(x => x.i).ToArray())).ToList();
        if (groups.Count < 2 || total <= 0)
        {
            return null;
        }

        var c = contest.Candidacies.Length;
        double Middle(int[] of) => of.Sum(i => Enumerable.Range(0, frame.Districts.Length).Sum(d => draws.Middle[(d * c) + i])) / total;
        var ranked = groups.Select(g => (g.Key, g.Of, Share: Middle(g.Of))).OrderByDescending(g => g.Share).ToList();
        var (first, second) = (ranked[0], ranked[1]);
        double[] leads = [.. Enumerable.Range(0, draws.Totals.Length).Select(b => first.Of.Sum(i => draws.Shares[i][b]) - second.Of.Sum(i => draws.Shares[i][b]))];
        return new(first.Key, second.Key, Quantiles.Interval(leads, options.Level, first.Share - second.Share));
    }

    ImmutableArray<ProjectedSeats> Seats(NightModel model, NightDraws draws)
    {
        if (seats is null || draws.Seats.Length == 0)
        {
            return [];
        }

        var now = model.CountedByChoice.Sum() > 0 ? seats.Fill(model.CountedByChoice) : null;
        return
        [
            .. seats.Lists.Select((list, l) =>
            {
                var range = Quantiles.Interval(draws.Seats[l], options.Level, draws.Seats[l].Average());
                return new ProjectedSeats(list, now?[l], new(range.Mean, Math.Floor(range.Lower), Math.Ceiling(range.Upper)));
            }).Where(s => s.Now > 0 || s.Seats.Upper > 0),
        ];
    }
}
