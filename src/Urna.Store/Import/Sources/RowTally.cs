using Urna.Model;

namespace Urna.Store.Import.Sources;

/// <summary>Accounts for every row of a table: kept, or told in a finding.</summary>
/// <remarks>Rows of one reason that follow each other are one finding.</remarks>
sealed class RowTally(string file, FaultLog faults)
{
    (string Code, LocalizedText Reason, int First, int Last, int Rows)? block;

    /// <summary>Rows read.</summary>
    public long Read { get; private set; }

    /// <summary>Rows that gave figures, names or nothing but empty cells.</summary>
    public long Kept { get; private set; }

    /// <summary>Rows that a finding speaks of.</summary>
    public long Told { get; private set; }

    /// <summary>A row was read.</summary>
    public void Take() => Read++;

    /// <summary>The row was kept.</summary>
    public void Keep()
    {
        Kept++;
        EndBlock();
    }

    /// <summary>The row holds no figures: a header, a total, or what no rule of the mapping reads.</summary>
    public void Tell(string code, LocalizedText reason, int row)
    {
        Told++;
        if (block is { } open && open.Code == code && open.Reason == reason)
        {
            block = open with { Last = row, Rows = open.Rows + 1 };
            return;
        }

        EndBlock();
        block = (code, reason, row, row, 1);
    }

    /// <summary>A row that other findings speak of.</summary>
    public void TellElsewhere()
    {
        Told++;
        EndBlock();
    }

    /// <summary>Asserts that no row was lost.</summary>
    public void Close()
    {
        EndBlock();
        if (Read != Kept + Told)
        {
            faults.Add(
                "V143",
                LocalizedText.Say(
                    "v143.rows-were-read-kept-and-told", ("read", Read), ("kept", Kept), ("told", Told),
                    ("abs", Math.Abs(Read - Kept - Told))),
                file, found: $"{Kept + Told}", expected: $"{Read}");
        }
    }

    void EndBlock()
    {
        if (block is not { } open)
        {
            return;
        }

        faults.Add(open.Code, LocalizedText.Say("import.rows-left-out", ("isOne", open.First == open.Last), ("first", open.First), ("last", open.Last), ("reason", open.Reason)), file, open.First, found: $"{open.Rows} rows");
        block = null;
    }
}
