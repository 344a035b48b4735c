using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Infer.Uncertainty;

/// <summary>What was measured of the intervals of one kind of groups.</summary>
/// <param name="Held">The part of cells whose interval held the truth, at each of the learnt levels.</param>
/// <param name="LeastIdentifiability">The least score of a row on which it was measured; nothing is known below.</param>
/// <param name="On">On what it was measured.</param>
sealed record MeasuredCoverage(ImmutableArray<double> Held, double LeastIdentifiability, LocalizedText On)
{
    static readonly MeasuredCoverage PartiesByCandidate = new(
        [0.492, 0.806, 0.897, 0.950],
        0.011,
        LocalizedText.Say("measured-coverage.parties-by-candidate-159-elections-of"));

    /// <summary>What was measured of parties by candidate, by a method.</summary>
    /// <param name="method">The method's name.</param>
    public static MeasuredCoverage OfParties(string method) => method switch
    {
        "association" => PartiesByCandidate,
        "multinomial" => PartiesByCandidate with { Held = [0.491, 0.801, 0.894, 0.947] },
        _ => PartiesByCandidate with { Held = [0.504, 0.791, 0.896, 0.946] },
    };

    /// <summary>What was measured at a level, linear between the learnt ones.</summary>
    /// <param name="level">How often an interval shall hold the truth, in (0, 1).</param>
    public IntervalCoverage At(double level)
    {
        ImmutableArray<double> levels = [0, .. IntervalCalibration.Levels, 1];
        ImmutableArray<double> held = [0, .. Held, 1];
        var k = 1;
        while (level > levels[k])
        {
            k++;
        }

        return new IntervalCoverage(level, held[k - 1] + ((held[k] - held[k - 1]) * (level - levels[k - 1]) / (levels[k] - levels[k - 1])), On);
    }
}
