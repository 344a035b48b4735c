using System.Globalization;

namespace Urna.Infer.Roll;

/// <summary>Which people may stand in one of two tables only.</summary>
public enum RollKind
{
    /// <summary>The tables stay as given; differences stay.</summary>
    None,

    /// <summary>Each unit's difference enters or leaves, and nobody else.</summary>
    Net,

    /// <summary>Each unit loses a given part of its people, and the balance enters.</summary>
    Gross,

    /// <summary>The tables already hold who entered and who left.</summary>
    Known,
}

/// <summary>How two tables of the same units, taken at two moments, are made to agree.</summary>
/// <remarks>
/// In our own words after the scenarios of lphom: Romero, Pavía, Martín, Romero, "Assessing uncertainty of voter transitions estimated
/// from aggregated data", Journal of Applied Statistics 47 (2020).
/// </remarks>
public sealed record RollScenario
{
    /// <summary>The row of new voters and movers in.</summary>
    public const string Entered = "entered-the-roll";

    /// <summary>The column of the dead and movers out.</summary>
    public const string Left = "left-the-roll";

    /// <summary>The spellings that <see cref="Parse"/> knows.</summary>
    public const string Allowed = "none, net, gross:RATE (0 < RATE < 1), known:ENTRY-ROW,EXIT-COLUMN";

    RollScenario(RollKind kind, double rate = 0, string entry = Entered, string exit = Left) => (Kind, Rate, Entry, Exit) = (kind, rate, entry, exit);

    // What was read, so that names with commas are told apart once the names of the tables are known.
    string? names;

    /// <summary>The tables stay as given.</summary>
    public static RollScenario None { get; } = new(RollKind.None);

    /// <summary>Each unit's difference enters or leaves.</summary>
    public static RollScenario Net { get; } = new(RollKind.Net);

    /// <summary>Which people may stand in one table only.</summary>
    public RollKind Kind { get; }

    /// <summary>The part of a unit's people that leaves, in (0, 1); 0 unless gross.</summary>
    public double Rate { get; }

    /// <summary>The name of the row of those who entered.</summary>
    public string Entry { get; }

    /// <summary>The name of the column of those who left.</summary>
    public string Exit { get; }

    /// <summary>Each unit loses a part of its people, and the balance enters.</summary>
    /// <param name="rate">The part, in (0, 1).</param>
    /// <exception cref="ArgumentException">The rate is outside (0, 1).</exception>
    public static RollScenario Gross(double rate) =>
        rate is > 0 and < 1 ? new(RollKind.Gross, rate) : throw new ArgumentException($"The rate {rate} is not between 0 and 1.", nameof(rate));

    /// <summary>The tables hold who entered and who left.</summary>
    /// <param name="entry">The row of those who entered.</param>
    /// <param name="exit">The column of those who left.</param>
    public static RollScenario Known(string entry, string exit) => new(RollKind.Known, 0, entry, exit);

    /// <summary>The same with its names told apart by those of the tables, where they were read as one text.</summary>
    /// <param name="rows">Names of rows.</param>
    /// <param name="columns">Names of columns.</param>
    public RollScenario Of(IReadOnlyCollection<string> rows, IReadOnlyCollection<string> columns) =>
        names is { } text && Model.NameList.Split(text, n => rows.Contains(n) || columns.Contains(n)) is [var entry, var exit] ? Known(entry, exit) : this;

    /// <summary>The net scenario under other names, where the difference is no matter of the roll.</summary>
    /// <param name="entry">The row of those who enter.</param>
    /// <param name="exit">The column of those who leave.</param>
    public static RollScenario NetAs(string entry, string exit) => new(RollKind.Net, 0, entry, exit);

    /// <summary>Reads a wording; null where it is not one of <see cref="Allowed"/>.</summary>
    /// <param name="text">The wording.</param>
    public static RollScenario? Parse(string text) => text.Split(':', 2) switch
    {
        ["none"] => None,
        ["net"] => Net,
        ["gross", var rate] when double.TryParse(rate, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) && part is > 0 and < 1 => Gross(part),
        ["known", var names] when Model.NameList.Split(names, _ => false) is { Length: >= 2 } parts => Known(parts[0], string.Join(',', parts[1..])) with { names = names },
        _ => null,
    };
}
