using Urna.Model;

namespace Urna.Store.Import;

/// <summary>Accounts for every figure that an import reads: kept with a unit, a total beside them, a repetition, or told.</summary>
sealed class FigureAccount
{
    Int128 read;
    Int128 elsewhere;

    /// <summary>A figure was read.</summary>
    public void Read(long votes) => read += votes;

    /// <summary>The figure does not stand with a unit: it repeats another, is a total, or a finding speaks of it.</summary>
    public void Elsewhere(long votes) => elsewhere += votes;

    /// <summary>Tells that figures were lost, where those that were kept and those told are not those that were read.</summary>
    /// <param name="contests">The contests, before totals are settled.</param>
    /// <param name="file">The file, as findings name it.</param>
    /// <param name="faults">Where it is told.</param>
    public void Close(IEnumerable<ContestDraft> contests, string file, FaultLog faults)
    {
        Int128 kept = 0;
        foreach (var contest in contests)
        {
            foreach (var unit in contest.Figures)
            {
                foreach (var figure in unit.Figures)
                {
                    kept += figure.Votes;
                }
            }
        }

        if (read != kept + elsewhere)
        {
            faults.Add(
                "V143",
                LocalizedText.Say(
                    "v143.the-figures-that-were-read-sum", ("read", read.ToString()), ("kept", kept.ToString()), ("elsewhere", elsewhere.ToString()),
                    ("abs", Int128.Abs(read - kept - elsewhere).ToString())),
                file, found: $"{kept + elsewhere}", expected: $"{read}");
        }
    }
}
