using System.Text;
using Urna.Numerics;

namespace Urna.Tests.Store.Import;

/// <summary>What a broken copy of a file says, beside the file itself.</summary>
enum Broken
{
    /// <summary>The same: its figures are those of the file.</summary>
    Nothing,

    /// <summary>It contradicts itself, or the form of its kind: it is told, or its figures are those of the file.</summary>
    Told,

    /// <summary>Less: nothing stands in it that is not in the file, or it is told.</summary>
    Less,

    /// <summary>Other figures, which nothing in it contradicts.</summary>
    Own,
}

/// <summary>A table of text that careless hands change: a header below some lines, and rows of cells between separators.</summary>
/// <param name="separator">The sign between cells.</param>
/// <param name="lines">The lines.</param>
/// <param name="header">The number of the first line of the header.</param>
/// <param name="first">The number of the first row below it.</param>
sealed class BrokenTable(char separator, IReadOnlyList<string> lines, int header, int first)
{
    /// <summary>The table in a text; its header is the first line that is as wide as most lines.</summary>
    public static BrokenTable Of(string text, int headerRows, int most)
    {
        var lines = text.TrimEnd('\n').Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        var separator = ";|\t,".MaxBy(s => lines.Take(60).Select(l => Split(l, s).Count).Order().Skip(Math.Min(60, lines.Count) / 2).First());
        var usual = lines.Select(l => Split(l, separator).Count).GroupBy(n => n).MaxBy(g => g.Count() * g.Key)!.Key;
        var header = lines.FindIndex(l => Split(l, separator) is var cells && cells.Count >= 0.8 * usual && !cells.Exists(c => c.Length > 1 && c.All(char.IsAsciiDigit)));
        header = header < 0 ? lines.FindIndex(l => Split(l, separator).Count >= 0.8 * usual) : header;
        header = Math.Max(0, header);
        var first = Math.Min(header + headerRows, lines.Count - 1);

        // The end of a file has its totals.
        var kept = lines.Count <= first + most ? lines : [.. lines[..(first + most - 4)], .. lines[^4..]];
        return new BrokenTable(separator, kept, header, first);
    }

    /// <summary>The table as a text.</summary>
    public string Text => Joined(lines);

    /// <summary>A copy that was changed by chance: what was done, the text, and what the text then says.</summary>
    public (string What, string Text, Broken Says) Change(RandomSource random)
    {
        int Pick(int from, int to) => from + (int)(random.Bits() % (ulong)Math.Max(1, to - from));
        List<string> own = [.. lines];
        var row = Math.Min(Pick(first, own.Count), own.Count - 1);
        var cells = Split(own[row], separator);
        var names = Split(own[header], separator);
        switch (random.Bits() % 22)
        {
            case 0:
                var renamed = Pick(0, names.Count);
                return ($"the column '{names[renamed]}' renamed", With(header, Replaced(names, renamed, $"{names[renamed].Trim('"')}_x")), Broken.Told);
            case 1:
                var dropped = Pick(0, names.Count);
                return ($"the column '{names[dropped]}' dropped", Joined(own.Select((l, i) => i < header ? l : Join(Split(l, separator).Where((_, c) => c != dropped)))), Broken.Less);
            case 2:
                var total = own.FindIndex(first, l => l.Contains("otal", StringComparison.Ordinal) || l.Contains("TOTAL", StringComparison.Ordinal) || l.Contains("Bundesgebiet", StringComparison.Ordinal));
                var other = total >= 0 ? total : row;
                return ($"a figure of row {other} off by one", With(other, OffByOne(own[other])), total >= 0 ? Broken.Told : Broken.Own);
            case 3:
                own.RemoveAt(row);
                return ($"row {row} missing", Joined(own), Broken.Less);
            case 4:
                own.Insert(row, own[header]);
                return ("the header again", Joined(own), Broken.Told);
            case 5:
                own.Insert(row, own[row]);
                return ($"row {row} twice", Joined(own), cells.TrueForAll(c => c.Length == 0) ? Broken.Nothing : Broken.Told);
            case 6:
                return ("line ends of Windows", Joined(own).Replace("\n", "\r\n", StringComparison.Ordinal), Broken.Nothing);
            case 7:
                own.Insert(row, new string(separator, names.Count - 1));
                return ("an empty row", Joined(own), Broken.Nothing);
            case 8:
                var name = Letters(cells, random);
                return ($"the separator in '{cells[name]}'", With(row, Replaced(cells, name, Within(cells[name].Trim('"'), separator))), Broken.Told);
            case 9:
                var quoted = Letters(cells, random);
                return ($"the separator in '{cells[quoted]}', between quotes", With(row, Replaced(cells, quoted, $"\"{Within(cells[quoted].Trim('"'), separator).Replace("\"", "", StringComparison.Ordinal)}\"")), Broken.Told);
            case 10:
                var (one, two) = (Pick(0, names.Count), Pick(0, names.Count));
                return ($"the columns '{names[one]}' and '{names[two]}' changed places", Joined(own.Select((l, i) => i < header ? l : Join(Swapped(Split(l, separator), one, two)))), Broken.Told);
            case 11:
                var text = Joined(own);
                var end = Pick(text.Length / 2, text.Length - 1);
                return ("cut off", text[..end], Broken.Told);
            case 12:
                return ("a figure with a letter", With(row, Figure(cells, f => f[..^1] + "O", random)), Broken.Told);
            case 13:
                return ("a figure with a fraction", With(row, Figure(cells, f => f + ".5", random)), Broken.Told);
            case 14:
                return ("a negative figure", With(row, Figure(cells, f => "-" + f, random)), Broken.Told);
            case 15:
                return ("a figure without digits", With(row, Figure(cells, _ => "", random)), Broken.Less);
            case 16:
                own.InsertRange(0, ["Results as of today", ""]);
                return ("lines above", Joined(own), Broken.Told);
            case 17:
                var again = own[first..].OrderBy(_ => random.Bits()).ToList();
                return ("the rows shuffled", Joined([.. own[..first], .. again]), Broken.Told);
            case 18:
                return ("a cell too many", With(row, own[row] + separator + "7"), Broken.Told);
            case 19:
                return ("a cell too few", With(row, Join(cells.SkipLast(1))), Broken.Less);
            case 20:
                var shifted = Pick(0, cells.Count);
                return ($"a row that is shifted at cell {shifted}", With(row, Join([.. cells.Take(shifted), "", .. cells.Skip(shifted).SkipLast(1)])), Broken.Own);
            default:
                return ("spaces around cells", With(row, Join(cells.Select(c => c.StartsWith('"') ? c : $" {c} "))), Broken.Nothing);
        }
    }

    string With(int row, string line) => Joined(lines.Select((l, i) => i == row ? line : l));

    string With(int row, IEnumerable<string> cells) => With(row, Join(cells));

    static string Joined(IEnumerable<string> lines) => string.Join('\n', lines) + "\n";

    string Join(IEnumerable<string> cells) => string.Join(separator, cells);

    static List<string> Replaced(List<string> cells, int at, string cell) => [.. cells.Select((c, i) => i == at ? cell : c)];

    static List<string> Swapped(List<string> cells, int one, int two)
    {
        if (one < cells.Count && two < cells.Count)
        {
            (cells[one], cells[two]) = (cells[two], cells[one]);
        }

        return cells;
    }

    static string Within(string text, char sign) => text.Length < 2 ? $"{text}{sign}{text}" : text.Insert(text.Length / 2, $"{sign}");

    /// <summary>A cell of letters, or any where none has some.</summary>
    static int Letters(List<string> cells, RandomSource random)
    {
        var letters = cells.Index().Where(c => c.Item.Any(char.IsLetter)).Select(c => c.Index).ToList();
        return letters.Count == 0 ? (int)(random.Bits() % (ulong)cells.Count) : letters[(int)(random.Bits() % (ulong)letters.Count)];
    }

    /// <summary>The cells with a figure changed; a column in which rows say nearly the same is one of codes.</summary>
    List<string> Figure(List<string> cells, Func<string, string> change, RandomSource random)
    {
        var rows = lines.Skip(first).Select(l => Split(l, separator)).ToList();
        var figures = cells.Index().Where(c => c.Item.Length > 0 && c.Item.All(char.IsAsciiDigit) && rows.Where(r => c.Index < r.Count).Select(r => r[c.Index]).Distinct().Count() > Math.Min(3, rows.Count / 2)).Select(c => c.Index).ToList();
        if (figures.Count == 0)
        {
            return cells;
        }

        var at = figures[(int)(random.Bits() % (ulong)figures.Count)];
        return Replaced(cells, at, change(cells[at]));
    }

    string OffByOne(string line)
    {
        var cells = Split(line, separator);
        var at = cells.FindLastIndex(c => c.Trim('"').Length > 1 && c.Trim('"').All(char.IsAsciiDigit));
        return at < 0 ? line : Join(Replaced(cells, at, $"{long.Parse(cells[at].Trim('"'), System.Globalization.CultureInfo.InvariantCulture) + 1}"));
    }

    /// <summary>The cells of a line, with the quotes around them.</summary>
    static List<string> Split(string line, char separator)
    {
        var cells = new List<string>();
        var (cell, isQuoted) = (new StringBuilder(), false);
        foreach (var sign in line)
        {
            isQuoted ^= sign == '"';
            if (sign == separator && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(sign);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
