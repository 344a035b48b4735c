using Urna.Contract;

namespace Urna.Store.Ledger;

/// <summary>What a ledger tells, in the shapes of answers.</summary>
public static class LedgerAnswers
{
    /// <summary>The answer of where a figure comes from.</summary>
    /// <param name="s">The row of a file.</param>
    public static FigureSourceJson Of(FigureSource s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return new(s.Contest, s.Place, s.Choice, s.Votes, s.File, s.Sha256, s.Sheet, s.Row, s.Sources);
    }

    /// <summary>The answer of a difference between two snapshots.</summary>
    /// <param name="d">The difference.</param>
    public static DifferenceJson Of(LedgerDifference d)
    {
        ArgumentNullException.ThrowIfNull(d);
        return new(
            Of(d.From),
            Of(d.To),
            d.Units.Select(u => new FigureChangeJson(u.Contest, u.Place, u.Change, u.Choice, u.Before, u.After)),
            d.Choices.Select(c => new ChoiceChangeJson(c.Contest, c.Choice, c.Before, c.After)));
    }

    static SnapshotJson Of(Snapshot s) => new(s.Number, s.AsOf, s.Units, s.Figures, s.Sha256);
}
