namespace Urna.Store.Import;

/// <summary>A figure, and the row that gave it.</summary>
/// <param name="Choice">The number of its choice.</param>
/// <param name="Row">Its first row.</param>
/// <param name="Votes">The figure.</param>
readonly record struct Figure(int Choice, int Row, long Votes);

/// <summary>A row beside the first one of a figure that several rows add up to.</summary>
/// <param name="Unit">The number of its unit.</param>
/// <param name="Figure">What the row gives.</param>
/// <param name="File">The number of its file.</param>
readonly record struct AddedFigure(int Unit, Figure Figure, int File);

/// <summary>Blocks of memory in which the figures of many units stand one after the other.</summary>
/// <remarks>An array for each unit would be moved about by the collector several times while millions of rows are read.</remarks>
sealed class FigureBlocks
{
    const int Length = 1 << 16;

    Figure[] block = [];
    int used;

    /// <summary>Room for some figures.</summary>
    public Memory<Figure> Take(int count)
    {
        if (count > Length)
        {
            return new Figure[count];
        }

        if (used + count > block.Length)
        {
            block = GC.AllocateUninitializedArray<Figure>(Length);
            used = 0;
        }

        used += count;
        return block.AsMemory(used - count, count);
    }
}

/// <summary>The figures of a unit in a contest, ascending by choice.</summary>
/// <param name="unit">The number of the unit.</param>
/// <param name="expected">How many figures there may be.</param>
/// <param name="blocks">Where they stand.</param>
sealed class UnitFigures(int unit, int expected, FigureBlocks blocks)
{
    static readonly Comparer<Figure> byChoice = Comparer<Figure>.Create((a, b) => a.Choice.CompareTo(b.Choice));

    Memory<Figure> room = blocks.Take(Math.Max(expected, 4));
    int file = -1;
    int[]? files;

    /// <summary>The number of the unit.</summary>
    public int Unit => unit;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The figures, ascending by choice.</summary>
    public ReadOnlySpan<Figure> Figures => room.Span[..Count];

    /// <summary>The number of the file that gave a figure.</summary>
    /// <param name="index">Its place in <see cref="Figures"/>.</param>
    public int FileOf(int index) => files?[index] ?? file;

    /// <summary>Adds a figure; the place of the one that stands there already, or −1.</summary>
    public int Add(Figure figure, int source)
    {
        // Rows mostly name the choices in one order; the search is for those that do not.
        var figures = Figures;
        var at = Count == 0 || figures[^1].Choice < figure.Choice ? ~Count : figures.BinarySearch(figure, byChoice);
        if (at >= 0)
        {
            return at;
        }

        Insert(~at, figure, source);
        return -1;
    }

    /// <summary>The votes of a choice; zero where it has no figure.</summary>
    public long VotesOf(int choice) => Figures.BinarySearch(new Figure(choice, 0, 0), byChoice) is >= 0 and var at ? Figures[at].Votes : 0;

    /// <summary>Takes a choice's figure away.</summary>
    public void Remove(int choice)
    {
        var at = Figures.BinarySearch(new Figure(choice, 0, 0), byChoice);
        if (at < 0)
        {
            return;
        }

        room.Span[(at + 1)..Count].CopyTo(room.Span[at..]);
        if (files is not null)
        {
            Array.Copy(files, at + 1, files, at, Count - at - 1);
        }

        Count--;
    }

    /// <summary>Puts a figure in the place of the one that stands there.</summary>
    public void Replace(Figure figure, int source)
    {
        var at = Figures.BinarySearch(figure, byChoice);
        room.Span[at] = figure;
        if (files is not null || source != file)
        {
            files ??= [.. Enumerable.Repeat(file, room.Length)];
            files[at] = source;
        }
    }

    /// <summary>Adds votes to a figure.</summary>
    public void Plus(int index, long votes)
    {
        ref var figure = ref room.Span[index];
        figure = figure with { Votes = figure.Votes + votes };
    }

    void Insert(int at, Figure figure, int source)
    {
        file = file < 0 ? source : file;
        if (files is null && source != file)
        {
            // Nearly all units come from one file, and need no number of it for each figure.
            files = new int[room.Length];
            Array.Fill(files, file);
        }

        if (Count == room.Length)
        {
            var larger = blocks.Take(2 * Count);
            Figures.CopyTo(larger.Span);
            room = larger;
            if (files is not null)
            {
                Array.Resize(ref files, room.Length);
            }
        }

        var figures = room.Span;
        figures[at..Count].CopyTo(figures[(at + 1)..]);
        figures[at] = figure;
        if (files is not null)
        {
            Array.Copy(files, at, files, at + 1, Count - at);
            files[at] = source;
        }

        Count++;
    }
}
