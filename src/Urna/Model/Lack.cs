using System.Collections.Immutable;

namespace Urna.Model;

/// <summary>Votes of a contest that its results do not hold, though they were cast.</summary>
/// <param name="Name">What is lacking, for people: the vote abroad, the last stations.</param>
/// <param name="AtMost">Votes cast that are lacking, at most, ≥ 0; null where nothing bounds them.</param>
/// <param name="Figures">Those of its figures that are known, by choice or reserved choice.</param>
/// <remarks>What the results lack is never counted as zero: it bounds what they can contradict.</remarks>
public sealed record Lack(LocalizedText Name, long? AtMost, ImmutableSortedDictionary<string, long> Figures)
{
    /// <summary>Votes cast that are lacking, at most, ≥ 0; null where nothing bounds them.</summary>
    public long? AtMost { get; init => field = Checked.Count(value, "votes that are lacking"); } = Checked.Count(AtMost, "votes that are lacking");

    /// <summary>Those of its figures that are known, by choice or reserved choice, each ≥ 0.</summary>
    public ImmutableSortedDictionary<string, long> Figures { get; init => field = Known(value); } = Known(Figures);

    static ImmutableSortedDictionary<string, long> Known(ImmutableSortedDictionary<string, long> figures)
    {
        foreach (var (choice, figure) in figures)
        {
            Checked.Count(figure, $"'{choice}' that is lacking");
        }

        return figures;
    }
}
