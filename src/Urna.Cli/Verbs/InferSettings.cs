using Urna.Model;
using System.CommandLine;
using Urna.Infer;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Uncertainty;
using Urna.Store.Transfers;

namespace Urna.Cli.Verbs;

/// <summary>How far <c>urna infer</c> goes, and what it says of uncertainty.</summary>
/// <param name="Options">How far the method goes.</param>
/// <param name="Level">The level of intervals; null if none was asked for.</param>
/// <param name="Draws">Bootstrap estimates; 0 for none.</param>
/// <param name="Seed">The seed of draws and starts.</param>
/// <param name="Starts">Random starts to try.</param>
/// <param name="Units">Where tables of units go; null for nowhere.</param>
sealed record InferSettings(TransferOptions Options, double? Level, int Draws, long Seed, int Starts, FileInfo? Units)
{
    const double UsualLevel = 0.9;

    /// <summary>The intervals to compute; null for none.</summary>
    public IntervalOptions? Intervals { get; private init; } =
        Level is null && Draws == 0 && Units is null ? null : new IntervalOptions(Level ?? UsualLevel, Draws, Seed);

    /// <summary>The same for a method and a form of answer: people who take what is usual see intervals too.</summary>
    public InferSettings For(TransferMethod method, Format format) =>
        format == Format.Table && method == TransferMethod.Auto && Intervals is null ? this with { Intervals = new IntervalOptions(UsualLevel, 0, Seed) } : this;

    /// <summary>Writes the table of each unit, if asked to.</summary>
    public void WriteUnits(Inference inference)
    {
        if (Units is { } file)
        {
            Progress.During("Writing tables of units", () =>
            {
                UnitTablesFile.Write(file.FullName, inference);
                return 0;
            });
        }
    }
}

/// <summary>The options that set them.</summary>
sealed class InferOptions
{
    readonly Option<double> tolerance = new("--tolerance") { DefaultValueFactory = _ => new TransferOptions().Tolerance, HelpName = "T" };
    readonly Option<double?> level = new("--level") { HelpName = "L" };
    readonly Option<int> draws = new("--draws") { HelpName = "N" };
    readonly Option<long> seed = new("--seed") { DefaultValueFactory = _ => 1, HelpName = "S" };
    readonly Option<int> starts = new("--starts") { HelpName = "N" };
    readonly Option<FileInfo?> units = new("--units") { HelpName = "FILE" };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { tolerance, level, draws, seed, starts, units })
        {
            command.Add(option);
        }
    }

    /// <summary>What was given.</summary>
    /// <exception cref="UsageException">A value is not allowed.</exception>
    public InferSettings Of(ParseResult parsed)
    {
        if (parsed.GetValue(tolerance) is not (> 0 and < 1))
        {
            throw new UsageException(LocalizedText.Say("infer-settings.is-not-allowed-for-tolerance-give", ("getValue", parsed.GetValue(tolerance))));
        }

        if (parsed.GetValue(level) is not (null or (> 0 and < 1)))
        {
            throw new UsageException(LocalizedText.Say("infer-settings.is-not-allowed-for-level-give", ("getValue", parsed.GetValue(level))));
        }

        RequireCount(parsed, draws);
        RequireCount(parsed, starts);
        return new InferSettings(
            new TransferOptions(parsed.GetValue(tolerance)),
            parsed.GetValue(level),
            parsed.GetValue(draws),
            parsed.GetValue(seed),
            parsed.GetValue(starts),
            parsed.GetValue(units));
    }

    static void RequireCount(ParseResult parsed, Option<int> option)
    {
        if (parsed.GetValue(option) is not (>= 0 and <= 1_000_000))
        {
            throw new UsageException(LocalizedText.Say(
                "infer-settings.is-not-allowed-for-give-a", ("getValue", parsed.GetValue(option)), ("option", option.Name)));
        }
    }
}
