namespace Urna.Infer.Uncertainty;

/// <summary>How much shares would move had other people of the same kind lived in the units.</summary>
/// <param name="StandardErrors">By cell, shape [rows × columns].</param>
/// <param name="AtBoundary">Cells whose share is 0 or 1, where a standard error says nothing.</param>
/// <param name="Influence">By cell, the most that leaving out any one unit (or cluster) would move the share.</param>
/// <param name="MostInfluential">By cell, the unit of that; −1 at the boundary.</param>
sealed record SamplingErrors(double[] StandardErrors, bool[] AtBoundary, double[] Influence, int[] MostInfluential);
