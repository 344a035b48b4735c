using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Urna.Infer.Associations;
using Urna.Infer.FixedPoints;
using Urna.Infer.Groups;
using Urna.Infer.Tables;
using Urna.Model;

namespace Urna.Accuracy;

/// <summary>A table of some kind of groups whose truth is published, and what places show of it.</summary>
/// <param name="Election">The counts and the truth.</param>
/// <param name="Kind">Its kind, as the index of the cases names it.</param>
/// <param name="Source">Who published it: cases of one source are left out together.</param>
/// <param name="Traits">What the units tell of the table.</param>
/// <param name="Shown">What places show, and the same if everyone of a place chose alike.</param>
/// <param name="Bounds">What the units' margins alone allow.</param>
sealed partial record GroupCase(KnownElection Election, string Kind, string Source, TableTraits Traits, DrawnShares Shown, TransferBounds Bounds)
{
    static readonly Dictionary<string, GroupKind> kinds = new()
    {
        ["sex"] = GroupKind.Sex,
        ["age"] = GroupKind.Age,
        ["race"] = GroupKind.Race,
        ["race and sex"] = GroupKind.Race,
        ["party"] = GroupKind.Party,
        ["vote"] = GroupKind.Vote,
        ["candidate"] = GroupKind.Vote,
        ["turnout"] = GroupKind.Turnout,
        ["two contests of one ballot"] = GroupKind.Vote,
        [TwoVotes] = GroupKind.Vote,
    };

    /// <summary>What rows and columns are.</summary>
    public PairOfKinds Pair => new(Election.Problem.Kinds.Rows, Election.Problem.Kinds.Columns);

    /// <summary>Whether it is of the elections on which the curve of association was learnt.</summary>
    public bool LearntTheCurve => Kind == TwoVotes;

    const string TwoVotes = "two votes of one ballot (the 318)";

    readonly double[] truth = [.. TruthOf(Election)];
    readonly double people = Election.Problem.InformedRows.Sum();
    readonly double votes = Election.Problem.InformedColumns.Sum();

    /// <summary>Whether what was learnt of a pair is for it.</summary>
    /// <param name="pair">The pair; other kinds stand for all.</param>
    public bool Belongs(PairOfKinds pair) =>
        pair == new PairOfKinds(GroupKind.Vote, GroupKind.Other) ? Pair == pair
        : (pair.Rows == GroupKind.Other || Pair.Rows == pair.Rows) && (pair.Columns == GroupKind.Other || Pair.Columns == pair.Columns);

    /// <summary>How many columns there are.</summary>
    public int Columns => Election.Problem.ColumnNames.Length;

    /// <summary>The people of a row over all people.</summary>
    /// <param name="row">The row's index.</param>
    public double Part(int row) => Election.Problem.InformedRows[row] / people;

    /// <summary>The columns' part of all votes: every row's share if nobody differed.</summary>
    /// <param name="column">The column's index.</param>
    public double Everyone(int column) => Election.Problem.InformedColumns[column] / votes;

    /// <summary>The true share of a cell; null in a row without people.</summary>
    /// <param name="cell">The cell's index.</param>
    public double? Truth(int cell) => double.IsNaN(truth[cell]) ? null : truth[cell];

    static IEnumerable<double> TruthOf(KnownElection election) => election.Truth.Chunk(election.Problem.ColumnNames.Length)
        .SelectMany((row, g) => row.Select(t => row.Sum() > 0 && election.Problem.InformedRows[g] > 0 ? t / row.Sum() : double.NaN));

    /// <summary>Reads the cases of a folder with an index.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">How far fixed points go.</param>
    public static ImmutableArray<GroupCase> Read(string folder, TransferOptions options)
    {
        var index = File.ReadLines(Path.Combine(folder, "index.csv")).Skip(1).Select(l => l.Split(',')).ToDictionary(f => $"{f[0]}_{f[1]}", f => f[2]);
        var files = Directory.GetFiles(folder, "*_G*_C*.csv").Order(StringComparer.Ordinal).Select(f => (File: f, Named: FileName().Match(Path.GetFileName(f)))).Where(f => f.Named.Success && index.ContainsKey(f.Named.Groups["name"].Value));
        return [.. files.AsParallel().AsOrdered().Select(f => Of(KnownElection.Of(f.File, int.Parse(f.Named.Groups["rows"].Value, CultureInfo.InvariantCulture), f.Named.Groups["name"].Value), index[f.Named.Groups["name"].Value], f.Named.Groups["source"].Value, options))];
    }

    /// <summary>The elections whose ballots were counted by both votes, as two contests of one ballot.</summary>
    /// <param name="elections">The elections and simulations.</param>
    /// <param name="options">How far fixed points go.</param>
    public static ImmutableArray<GroupCase> OfTwoVotes(IEnumerable<KnownElection> elections, TransferOptions options) =>
        [.. elections.Where(e => e.IsReal).AsParallel().AsOrdered().Select(e => Of(e, TwoVotes, e.Name.Split('_')[1], options))];

    /// <summary>A case of what is known of its kind.</summary>
    static GroupCase Of(KnownElection election, string kind, string source, TransferOptions options)
    {
        var sides = kind.Replace(" (Chile)", "", StringComparison.Ordinal).Split(" × ");
        var rows = kinds.GetValueOrDefault(sides[0], kind.Contains("preference", StringComparison.Ordinal) ? GroupKind.Vote : GroupKind.Other);
        var columns = sides.Length == 1 ? rows : kinds.GetValueOrDefault(sides[1], GroupKind.Other);
        var problem = election.Problem.Of(new TransferKinds(rows, columns));
        var association = Association.Of(problem, options);
        var seeds = association.Seeds(problem, AssociationCurve.Learnt);
        var shown = DrawnShares.Of(problem, seeds, FittedUnits.Summed(problem, seeds));
        return new GroupCase(election with { Problem = problem }, kind, source, TableTraits.Of(problem, shown), shown, TransferBounds.Of(problem));
    }

    [GeneratedRegex(@"^(?<name>(?<source>[A-Za-z]+)_.*_\d+)_G(?<rows>\d+)_C\d+\.csv$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName();
}
