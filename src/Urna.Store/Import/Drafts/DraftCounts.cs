using System.Text.RegularExpressions;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import.Drafts;

/// <summary>Which columns of a wide table are the roll, the ballots and the votes of whom, as headers say and sums confirm.</summary>
sealed partial class DraftCounts
{
    const double Sure = 0.95;

    readonly TableHeader header;
    readonly IReadOnlyList<string[]> data;

    /// <summary>What some columns of counts are.</summary>
    /// <param name="shape">The table.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="own">The columns of counts of one contest.</param>
    public DraftCounts(DraftShape shape, DraftColumns columns, IReadOnlyList<int> own)
    {
        (header, data) = (shape.Header, columns.Data);
        var parts = PartsOfGroups(own);
        Ignored.AddRange(parts);
        var figures = own.Except(parts).ToList();
        var named = figures.Select(c => (Column: c, Kind: KindOf(c, figures))).ToList();
        foreach (var kind in named.Where(n => n.Kind is not (null or CountWords.Total)).GroupBy(n => n.Kind!))
        {
            var best = Best([.. kind.Select(k => k.Column)]);
            Reserved.Add(kind.Key, best);
            Ignored.AddRange(kind.Select(k => k.Column).Where(c => c != best));
        }

        var rest = figures.Where(c => named.First(n => n.Column == c).Kind is null && !Reserved.ContainsValue(c)).ToList();
        Ignored.AddRange(rest.Where(c => Other().IsMatch(CountWords.Folded(header.Names[c]))));
        Candidates.AddRange(rest.Except(Ignored));
        DropSumOfAll();
        DropSums();
        foreach (var total in named.Where(n => n.Kind == CountWords.Total).Select(n => n.Column))
        {
            Place(total);
        }

        CheckCast();
    }

    /// <summary>Says so where the candidacies with blank and null votes are not the ballots that the table states.</summary>
    void CheckCast()
    {
        if (!Reserved.TryGetValue("cast", out var cast) || Reserved.ContainsKey("valid") || (Of("blank") ?? Of("null") ?? Of("blank-or-null")) is null)
        {
            return;
        }

        var share = Share(Values(cast), Plus(Plus(Plus(Sum(Candidates), Of("blank")), Of("null")), Of("blank-or-null")));
        if (share < Sure)
        {
            Open.Add($"the candidacies with blank and null votes are '{header.Names[cast]}' in {share:P0} of the rows: is a column left out, or one too many?");
        }
    }

    /// <summary>The columns of reserved choices.</summary>
    public Dictionary<string, int> Reserved { get; } = [];

    /// <summary>The columns of votes for somebody.</summary>
    public List<int> Candidates { get; } = [];

    /// <summary>Columns of counts that are left out.</summary>
    public List<int> Ignored { get; } = [];

    /// <summary>What somebody must look at, with the evidence.</summary>
    public List<string> Open { get; } = [];

    /// <summary>The count that a column is by its header, or by the last part of one that has several.</summary>
    string? KindOf(int column, IReadOnlyList<int> figures)
    {
        var name = header.Names[column];
        if (DraftWords.CountOf(name) is { } whole && !DraftName.HasGroup(name))
        {
            return whole;
        }

        // A total that stands alone in its group is of the table; one beside other counts is of the group.
        if (GroupTotals.Contains(column))
        {
            return null;
        }

        var last = DraftName.Last(name);
        var isAlone = figures.Count(c => DraftName.Group(header.Names[c]) == DraftName.Group(name)) < 2 || !DraftName.HasGroup(name);
        return DraftWords.IsVotes(last) && !isAlone && !CountWords.IsTotal(last) ? null : DraftWords.CountOf(last) ?? DraftWords.CountOf(name);
    }

    /// <summary>The columns of groups that are parts of the group's total, as modes of voting beside the votes of a candidate.</summary>
    List<int> PartsOfGroups(IReadOnlyList<int> figures)
    {
        var parts = new List<int>();
        foreach (var group in figures.Where(c => DraftName.HasGroup(header.Names[c])).GroupBy(c => DraftName.Group(header.Names[c])).Where(g => g.Count() > 2))
        {
            var total = group.Where(c => CountWords.IsTotal(DraftName.Last(header.Names[c])) || DraftWords.IsVotes(DraftName.Last(header.Names[c]))).Cast<int?>().LastOrDefault();
            if (total is { } own && Share(Values(own), Sum([.. group.Where(c => c != own)])) >= Sure)
            {
                parts.AddRange(group.Where(c => c != own));
                GroupTotals.Add(own);
            }
        }

        return parts;
    }

    /// <summary>Columns that are the total of their group, and so the votes of whom the group names.</summary>
    HashSet<int> GroupTotals { get; } = [];

    /// <summary>The identity that holds between the counts; null if none does.</summary>
    public string? Balance
    {
        get
        {
            var valid = Reserved.TryGetValue("valid", out var column) ? Values(column) : Sum(Candidates);
            var blank = Reserved.TryGetValue("blank", out var b) ? Values(b) : null;
            var none = Reserved.TryGetValue("null", out var n) ? Values(n) : null;
            var both = Reserved.TryGetValue("blank-or-null", out var bn) ? Values(bn) : null;
            if (!Reserved.TryGetValue("cast", out var cast))
            {
                return blank is not null && Reserved.ContainsKey("valid") && Share(valid, Plus(Sum(Candidates), blank)) >= Sure && Share(valid, Sum(Candidates)) < Sure ? "blank-in-valid"
                    : blank is not null || none is not null ? "cast = valid + blank + null" : null;
            }

            return Reserved.ContainsKey("valid") && blank is not null && Share(valid, Plus(Sum(Candidates), blank)) >= Sure && Share(Values(cast), Plus(valid, none)) >= Sure ? "blank-in-valid"
                : Share(Values(cast), Plus(Plus(Plus(valid, blank), none), both)) >= Sure ? "cast = valid + blank + null" : null;
        }
    }

    /// <summary>Whether empty cells of candidates are zeros, as the sums say.</summary>
    public bool EmptyIsZero =>
        data.Any(r => Candidates.Any(c => DraftNumbers.IsEmpty(r[c])))
        && ((Reserved.TryGetValue("valid", out var valid) && Share(Values(valid), Sum(Candidates)) >= Sure) || Balance is not null);

    /// <summary>Whether candidates have empty cells.</summary>
    public bool HasEmpty => data.Any(r => Candidates.Any(c => DraftNumbers.IsEmpty(r[c])));

    /// <summary>The column that its header names best, or that is the sum of the others.</summary>
    int Best(List<int> columns)
    {
        if (columns.Count == 1)
        {
            return columns[0];
        }

        var best = columns.Where(c => CountWords.Of(header.Names[c]) is not null).Concat(columns.Where(c => CountWords.Folded(header.Names[c]).Contains("total", StringComparison.Ordinal))).Cast<int?>().FirstOrDefault()
            ?? columns.Where(c => Share(Values(c), Sum([.. columns.Where(o => o != c)])) >= Sure).Cast<int?>().FirstOrDefault();
        if (best is null)
        {
            Open.Add($"several columns may be '{DraftWords.CountOf(header.Names[columns[0]])}': {string.Join(", ", columns.Select(c => $"'{header.Names[c]}'"))}; the first was taken");
        }

        return best ?? columns[0];
    }

    /// <summary>Takes a column that is the sum of all other candidates' for the valid votes, whatever its header says.</summary>
    void DropSumOfAll()
    {
        if (Reserved.ContainsKey("valid") || Candidates.Count < 3)
        {
            return;
        }

        foreach (var column in Candidates.Where(c => Share(Values(c), Sum([.. Candidates.Where(o => o != c)])) >= Sure).Take(1).ToList())
        {
            Candidates.Remove(column);
            Reserved.Add("valid", column);
        }
    }

    /// <summary>Leaves out columns that are the sum of other candidates' columns, as a pact beside its parties.</summary>
    void DropSums()
    {
        if (!Reserved.TryGetValue("valid", out var valid) || Share(Values(valid), Sum(Candidates)) >= Sure || Share(Values(valid), Plus(Sum(Candidates), Of("blank"))) >= Sure)
        {
            return;
        }

        foreach (var column in Candidates.ToList())
        {
            if (Share(Values(valid), Sum([.. Candidates.Where(c => c != column)])) >= Sure)
            {
                Candidates.Remove(column);
                Ignored.Add(column);
                Open.Add($"'{header.Names[column]}' is no candidacy: without it, the others sum to '{header.Names[valid]}' in nearly every row");
                return;
            }
        }

        Open.Add($"the columns of candidacies do not sum to '{header.Names[valid]}' in every row ({Share(Values(valid), Sum(Candidates)):P0} of them)");
    }

    /// <summary>Finds whether a column of totals is of the valid votes or of all ballots.</summary>
    void Place(int total)
    {
        var sum = Sum(Candidates);
        var all = Plus(Plus(Plus(sum, Of("blank")), Of("null")), Of("blank-or-null"));
        var (isValid, isCast) = (Share(Values(total), sum), Share(Values(total), all));
        var kind = isCast >= Sure && !Reserved.ContainsKey("cast") && (Of("blank") is not null || Of("null") is not null || Of("blank-or-null") is not null) ? "cast"
            : isValid >= Sure && !Reserved.ContainsKey("valid") ? "valid" : null;
        if (kind is not null)
        {
            Reserved.Add(kind, total);
            return;
        }

        Ignored.Add(total);
        if (Math.Max(isValid, isCast) < Sure)
        {
            Open.Add($"'{header.Names[total]}' is the sum of the candidacies in {isValid:P0} of the rows, and with blank and null votes in {isCast:P0}; it was left out");
        }
    }

    long?[]? Of(string kind) => Reserved.TryGetValue(kind, out var column) ? Values(column) : null;

    long?[] Values(int column) => [.. data.Select(r => DraftNumbers.Read(r[column]))];

    long?[] Sum(IReadOnlyList<int> columns) => [.. data.Select(r => (long?)columns.Sum(c => DraftNumbers.Read(r[c]) ?? 0))];

    static long?[] Plus(long?[] one, long?[]? other) => other is null ? one : [.. one.Zip(other, (a, b) => a + (b ?? 0))];

    /// <summary>The share of the rows in which two columns say the same.</summary>
    static double Share(long?[] one, long?[] other)
    {
        var pairs = one.Zip(other).Where(p => p.First is not null).ToList();
        return pairs.Count == 0 ? 0 : (double)pairs.Count(p => p.First == p.Second) / pairs.Count;
    }

    [GeneratedRegex(@"\b(abstenc\w*|abstention\w*|abstain\w*|astenuti|nichtwahler|poblacion|population|margin|majority|majorite|diferencia|differenz|escanos|seats|sitze|siege|sieges|seggi|cargos|mesas|secciones|hombres|mujeres|men|women|male|female|hommes|femmes|maschi|femmine|manner|frauen|masculino|femenino|feminino|homens|mulheres|year|ano|rank|rang|orden|latitud|longitud)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Other();
}
