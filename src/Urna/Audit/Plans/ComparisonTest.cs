namespace Urna.Audit.Plans;

/// <summary>How a ballot that was compared changes what is left of the risk.</summary>
/// <remarks>
/// Where all statements are that one has more votes than another: Kaplan and Markov with the usual inflation, Stark (2010); readings in the winner's favour do not help. Else the overstatement assorter of SHANGRLA with a fixed bet.
/// </remarks>
static class ComparisonTest
{
    /// <summary>The logarithm by which one ballot multiplies the evidence, before it is inverted to a p-value.</summary>
    /// <param name="assertion">The assertion, true as reported.</param>
    /// <param name="isOfPluralities">Whether it stands among pluralities only.</param>
    /// <param name="votes">By how many votes the ballot was reported too favourably; 2 is as far as can be, in halves of the assorter's greatest number.</param>
    public static double Step(Assertion assertion, bool isOfPluralities, double votes)
    {
        var margin = assertion.Margin.Value;
        if (isOfPluralities)
        {
            const double Inflation = BallotComparison.UsualInflation;
            return Math.Log(1 - (Math.Max(0, votes) / (2 * Inflation))) - Math.Log(1 - (margin / (2 * Inflation)));
        }

        var upper = assertion.Upper.Value;
        var overstatement = votes * upper / 2;
        var value = (1 - (overstatement / upper)) / (2 - (margin / upper));
        return Math.Log(1 + (GroupSize.ComparisonBet * (value - 0.5)));
    }
}
