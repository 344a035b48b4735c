using System.Text.RegularExpressions;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import.Drafts;

/// <summary>A level of places that columns of a table give.</summary>
/// <param name="Level">The level, as folders call it.</param>
/// <param name="Id">The column of its code, or of its name where it has no code.</param>
/// <param name="Name">The column of its name.</param>
/// <param name="IsSure">Whether the header says so.</param>
sealed record DraftLevel(string Level, int Id, int Name, bool IsSure);

/// <summary>What the columns of a table are, as far as headers and cells tell.</summary>
sealed partial class DraftColumns
{
    readonly TableHeader header;

    /// <summary>Whether a column is the votes for yes, so that "No" is an answer and no number.</summary>
    readonly bool hasAnswers;

    public DraftColumns(DraftShape shape)
    {
        header = shape.Header;
        var width = header.Names.Length;
        var cells = Enumerable.Range(0, width).Select(c => shape.Body.Select(r => r[c]).Where(t => !DraftNumbers.IsEmpty(t)).ToList()).ToList();
        hasAnswers = header.Names.Any(n => CountWords.Folded(DraftName.Last(n)) is "si" or "yes" or "sim" or "ja" or "oui");
        Figures = [.. Enumerable.Range(0, width).Where(c => IsFigures(header.Names[c], cells[c]))];
        Rows = [.. shape.Body.Select((r, i) => KindOf(r, i, shape.Body))];
        Data = [.. shape.Body.Where((_, i) => Rows[i] == DraftRow.Data)];
        Shares = [.. Enumerable.Range(0, width).Where(c => !Figures.Contains(c) && cells[c].Count > 0 && cells[c].Count(t => DraftNumbers.IsOther(t) || DraftNumbers.IsFigure(t)) > 0.9 * cells[c].Count && cells[c].Exists(DraftNumbers.IsOther))];
        var labels = Enumerable.Range(0, width).Where(c => !Figures.Contains(c) && !Shares.Contains(c) && Data.Any(r => r[c].Length > 0)).ToList();
        VotesColumn = Figures.Where(c => DraftWords.IsVotes(header.Names[c])).Select(c => (int?)c).FirstOrDefault();
        var choice = labels.Where(c => DraftWords.IsChoice(header.Names[c]) && !DraftWords.IsCode(header.Names[c])).Select(c => (int?)c).FirstOrDefault();
        var party = labels.Where(c => DraftWords.IsParty(header.Names[c]) && c != choice && !DraftWords.IsCode(header.Names[c])).Select(c => (int?)c).FirstOrDefault();
        VotesColumn ??= choice is null ? null : TotalOfModes();
        IsLong = VotesColumn is not null && (choice ?? party) is not null;
        (ChoiceColumn, PartyColumn) = IsLong ? (choice ?? party, choice is null ? null : party) : (null, null);
        Contests = [.. labels.Where(c => DraftWords.IsContest(header.Names[c]) && Distinct(c) is > 1 and < 40)];
        Levels = LevelsOf([.. labels.Where(c => c != ChoiceColumn && c != PartyColumn && !DraftWords.IsContest(header.Names[c]) && !(IsLong && (DraftWords.IsChoice(header.Names[c]) || DraftWords.IsParty(header.Names[c]))))], shape);
    }

    /// <summary>The columns of counts.</summary>
    public IReadOnlyList<int> Figures { get; }

    /// <summary>Columns of shares and other fractions.</summary>
    public IReadOnlyList<int> Shares { get; }

    /// <summary>What each row of the body is.</summary>
    public IReadOnlyList<DraftRow> Rows { get; }

    /// <summary>The rows of units.</summary>
    public IReadOnlyList<string[]> Data { get; }

    /// <summary>Whether each row is of one choice.</summary>
    public bool IsLong { get; }

    public int? VotesColumn { get; }

    public int? ChoiceColumn { get; }

    public int? PartyColumn { get; }

    /// <summary>Columns that tell contests apart.</summary>
    public IReadOnlyList<int> Contests { get; }

    /// <summary>The levels of places, the widest first.</summary>
    public IReadOnlyList<DraftLevel> Levels { get; }

    /// <summary>In a table of a row a candidate without a column of votes: the only column of counts, or the one that is the sum of the others.</summary>
    int? TotalOfModes()
    {
        var counts = Figures.Where(c => DraftWords.CountOf(header.Names[c]) is null or CountWords.Total).ToList();
        if (counts.Count == 1)
        {
            return counts[0];
        }

        long Read(string[] row, int column) => DraftNumbers.Read(row[column]) ?? 0;
        return counts.Where(c => CountWords.IsTotal(header.Names[c]) && Data.Count(r => Read(r, c) == counts.Where(o => o != c).Sum(o => Read(r, o))) >= 0.95 * Data.Count).Cast<int?>().FirstOrDefault();
    }

    /// <summary>How many texts a column has.</summary>
    public int Distinct(int column) => Data.Select(r => r[column]).Distinct().Count();

    bool IsFigures(string name, List<string> cells) =>
        cells.Count > 0 && cells.Count(DraftNumbers.IsFigure) >= 0.9 * cells.Count && !cells.Exists(DraftNumbers.IsOther)
        && (DraftWords.CountOf(name) is not null || (!IsPlaceNumber(name) && !DraftWords.IsShare(name)));

    bool IsPlaceNumber(string name) => (DraftWords.IsCode(name) && !(hasAnswers && CountWords.Folded(DraftName.Last(name)) is "no")) || (DraftWords.LevelOf(name) is not null && !VotesWithin().IsMatch(CountWords.Folded(name))) || DraftWords.IsContest(name);

    DraftRow KindOf(string[] row, int index, IReadOnlyList<string[]> body)
    {
        var labels = Enumerable.Range(0, row.Length).Where(c => !Figures.Contains(c)).ToList();
        var hasFigures = Figures.Any(c => DraftNumbers.IsFigure(row[c]));
        if (!hasFigures && row.Count(c => c.Length > 0) == 1)
        {
            return body.Skip(index + 1).Any(r => Figures.Any(c => DraftNumbers.IsFigure(r[c]))) ? DraftRow.Section : DraftRow.Note;
        }

        var isTotal = hasFigures && labels.Count > 0 && (labels.Exists(c => DraftShape.IsTotalCell(row[c])) || labels.TrueForAll(c => row[c].Length == 0));
        return isTotal ? DraftRow.Total : DraftRow.Data;
    }

    List<DraftLevel> LevelsOf(List<int> labels, DraftShape shape)
    {
        var names = labels.Where(c => Data.Any(r => r[c].Any(char.IsLetter)) && !DraftWords.IsCode(header.Names[c])).ToList();
        var codes = labels.Except(names).ToList();
        var levels = new List<DraftLevel>();
        foreach (var name in names)
        {
            var level = DraftWords.LevelOf(header.Names[name]);
            var code = codes.Where(c => IsOneToOne(c, name) && (DraftWords.LevelOf(header.Names[c]) is { } own ? own == level : Math.Abs(c - name) == 1)).Select(c => (int?)c).FirstOrDefault();
            if (code is { } paired)
            {
                codes.Remove(paired);
            }

            levels.Add(new DraftLevel(level ?? "", code ?? name, name, level is not null));
        }

        levels.AddRange(codes.Where(c => DraftWords.LevelOf(header.Names[c]) is not null || (levels.Count == 0 && Distinct(c) == Data.Count)).Select(c => new DraftLevel(DraftWords.LevelOf(header.Names[c]) ?? "", c, c, DraftWords.LevelOf(header.Names[c]) is not null)));
        if (levels.Count == 0 && shape.IsTransposed)
        {
            levels.Add(new DraftLevel("", 0, 0, false));
        }

        // A column whose header says nothing, beside columns that say what they are, is a remark unless the rows need it.
        var known = levels.Where(l => l.IsSure).ToList();
        var kept = known.Count > 0 && KeysOf(known) == KeysOf(levels) ? known : levels;
        return Named([.. kept.OrderBy(l => Distinct(l.Id)).ThenBy(l => l.Id)]);
    }

    /// <summary>How many keys levels make together.</summary>
    int KeysOf(IEnumerable<DraftLevel> levels)
    {
        var columns = levels.Select(l => l.Id).ToArray();
        return Data.Select(r => string.Join('\u001f', columns.Select(c => r[c]))).Distinct().Count();
    }

    bool IsOneToOne(int one, int other) =>
        Data.Select(r => (r[one], r[other])).Distinct().ToList() is var pairs && pairs.Select(p => p.Item1).Distinct().Count() == pairs.Count && pairs.Select(p => p.Item2).Distinct().Count() == pairs.Count;

    /// <summary>Levels with names that differ.</summary>
    static List<DraftLevel> Named(List<DraftLevel> levels)
    {
        var taken = new HashSet<string> { "country" };
        return levels.ConvertAll(level =>
        {
            var name = level.Level.Length > 0 && level.Level != "country" ? level.Level : level.Level == "country" ? "nation" : level == levels[^1] ? "unit" : "area";
            for (var turn = 2; !taken.Add(name); turn++)
            {
                name = $"{name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-')}-{turn}";
            }

            return level with { Level = name };
        });
    }

    [GeneratedRegex(@"\b(votos|votes|voix|stimmen|voti|total)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VotesWithin();
}
