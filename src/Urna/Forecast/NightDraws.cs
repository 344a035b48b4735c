using Urna.Numerics;

namespace Urna.Forecast;

/// <summary>Draws of how a night may end: votes by choice over all, seats by list, and who is first where.</summary>
sealed class NightDraws
{
    /// <summary>Draws for laws whose districts hang together; each is filled in full.</summary>
    const int MostExactly = 100;

    /// <summary>What is not known to be out, in parts of what is counted: the standard deviation where no roll, cast or earlier election says.</summary>
    const double Doubt = 0.4;

    readonly NightModel model;
    readonly NightSeats? seats;
    readonly double[] split;

    /// <summary>Shares by choice, shape [choices][draws].</summary>
    public double[][] Shares { get; }

    /// <summary>All valid votes by draw.</summary>
    public double[] Totals { get; }

    /// <summary>Seats by list, shape [lists][draws]; empty where no law fills any.</summary>
    public double[][] Seats { get; private set; } = [];

    /// <summary>How often each choice is first in each district, shape [districts × choices].</summary>
    public double[] FirstIn { get; }

    /// <summary>Expected votes at the end, shape [districts × choices].</summary>
    public double[] Middle { get; }

    NightDraws(NightModel model, NightSeats? seats, int draws)
    {
        (this.model, this.seats) = (model, seats);
        var (d, c) = (model.Frame.Districts.Length, model.Frame.Contest.Candidacies.Length);
        split = Split(model);
        Shares = [.. Enumerable.Range(0, c).Select(_ => new double[draws])];
        Totals = new double[draws];
        FirstIn = new double[d * c];
        Middle = MiddleOf(model, split);
    }

    /// <summary>Draws the end of a night.</summary>
    /// <param name="model">The fitted night.</param>
    /// <param name="seats">How seats are filled; null where none are.</param>
    /// <param name="draws">Draws.</param>
    /// <param name="seed">The seed: each draw has a source of its own, so their number does not change them.</param>
    public static NightDraws Of(NightModel model, NightSeats? seats, int draws, ulong seed)
    {
        var made = new NightDraws(model, seats, draws);
        var source = new RandomSource(seed);
        var filled = seats is null ? 0 : seats.IsFast ? draws : Math.Min(draws, MostExactly);
        var rows = new List<int[]>();
        for (var b = 0; b < draws; b++)
        {
            var lines = made.Draw(source.Split(b), b);
            if (b < filled && seats!.Fill(lines) is { } won)
            {
                rows.Add(won);
            }
        }

        made.Seats = rows.Count == 0 ? [] : [.. Enumerable.Range(0, seats!.Lists.Length).Select(l => rows.Select(r => (double)r[l]).ToArray())];
        for (var i = 0; i < made.FirstIn.Length; i++)
        {
            made.FirstIn[i] /= draws;
        }

        return made;
    }

    long[] Draw(RandomSource random, int draw)
    {
        var frame = model.Frame;
        var (d, k, c) = (frame.Districts.Length, frame.Columns.Count, frame.Contest.Candidacies.Length);
        var votes = new double[d * k];
        var factor = new double[d];
        foreach (var (shares, spread) in model.Parts)
        {
            Array.Fill(factor, Math.Exp((spread * random.Normal()) - (spread * spread / 2)));
            shares.Draw(random, factor, votes);
        }

        if (!model.IsKnown)
        {
            AddDoubt(random, votes, Doubt, 3 * NightSettings.Default.Alone);
        }
        else if (model.Late > 0)
        {
            AddDoubt(random, votes, model.Late, NightSettings.Default.LateShares);
        }

        var lines = new long[d * c];
        var total = 0L;
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = model.CountedByChoice[i] + (long)Math.Round(split[i] * votes[(i / c * k) + frame.Columns.OfChoice[i % c]]);
            total += lines[i];
        }

        Totals[draw] = total;
        for (var district = 0; district < d; district++)
        {
            var best = 0;
            for (var i = 0; i < c; i++)
            {
                var here = lines[(district * c) + i];
                best = here > lines[(district * c) + best] ? i : best;
                Shares[i][draw] += here / Math.Max(total, 1.0);
            }

            FirstIn[(district * c) + best]++;
        }

        return lines;
    }

    /// <summary>Votes that nobody has told of: like those counted, but for as much as votes without a place may differ.</summary>
    void AddDoubt(RandomSource random, double[] votes, double size, double differ)
    {
        var k = model.Frame.Columns.Count;
        var amount = size * Math.Abs(random.Normal());
        var shift = new double[k];
        for (var i = 0; i < k; i++)
        {
            shift[i] = Math.Exp(differ * random.Normal());
        }

        for (var d = 0; d < model.Frame.Districts.Length; d++)
        {
            var (sum, whole) = (0.0, 0.0);
            for (var i = 0; i < k; i++)
            {
                sum += model.Counted[(d * k) + i] * shift[i];
                whole += model.Counted[(d * k) + i];
            }

            for (var i = 0; i < k && sum > 0; i++)
            {
                votes[(d * k) + i] += amount * whole * model.Counted[(d * k) + i] * shift[i] / sum;
            }
        }
    }

    /// <summary>The part of each choice in its column, by district: as counted there, with a vote more for each.</summary>
    static double[] Split(NightModel model)
    {
        var frame = model.Frame;
        var (d, k, c) = (frame.Districts.Length, frame.Columns.Count, frame.Contest.Candidacies.Length);
        var (split, sums, rank) = (new double[d * c], new double[d * k], new int[d * k]);
        for (var i = 0; i < split.Length; i++)
        {
            var stands = frame.Stands.Length == 0 || NightFrame.Standing(frame.Contest.Candidacies[i % c], frame.Places, frame.Districts[i / c]);
            // Where nobody has votes yet, equal parts would end in ties that no law breaks: who stands earlier on the ballot has a little more.
            split[i] = stands ? model.CountedByChoice[i] + 1 + (1.0 / (2 + rank[(i / c * k) + frame.Columns.OfChoice[i % c]]++)) : 0;
            sums[(i / c * k) + frame.Columns.OfChoice[i % c]] += split[i];
        }

        for (var i = 0; i < split.Length; i++)
        {
            var sum = sums[(i / c * k) + frame.Columns.OfChoice[i % c]];
            split[i] = frame.Columns.AreChoices ? 1 : sum > 0 ? split[i] / sum : 0;
        }

        return split;
    }

    static double[] MiddleOf(NightModel model, double[] split)
    {
        var frame = model.Frame;
        var (d, k, c) = (frame.Districts.Length, frame.Columns.Count, frame.Contest.Candidacies.Length);
        var middle = new double[d * c];
        for (var i = 0; i < middle.Length; i++)
        {
            middle[i] = model.CountedByChoice[i];
            foreach (var (shares, _) in model.Parts)
            {
                middle[i] += split[i] * shares.Middle[(i / c * k) + frame.Columns.OfChoice[i % c]];
            }
        }

        return middle;
    }
}
