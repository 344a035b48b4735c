using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Urna.Contract;
using Urna.Forecast;
using Urna.Model;
using Urna.Store.Nights;

namespace Urna.Cli.Verbs;

/// <summary><c>urna night replay</c>: how good projections of past nights are.</summary>
static class NightReplayVerb
{
    static readonly Dictionary<string, ReplayOrder> orders = new()
    {
        ["random"] = ReplayOrder.Random, ["clustered"] = ReplayOrder.Clustered, ["small-first"] = ReplayOrder.SmallFirst, ["adverse"] = ReplayOrder.Adverse,
    };

    sealed record Request(string Election, string? Contest, string Order, int Nights, string At, string? Baseline, FileInfo? Changed, int Draws, ulong Seed, Format Format, Language Language);

    public static Command Command()
    {
        var election = Options.Election();
        var contest = Options.Contest();
        var order = new Option<string>("--order") { HelpName = "ORDER|FILE.csv", DefaultValueFactory = _ => "clustered" };
        var nights = new Option<int>("--nights") { HelpName = "N", DefaultValueFactory = _ => 20 };
        var at = new Option<string>("--at") { HelpName = "1,5,10", DefaultValueFactory = _ => "1,5,10,25,50,75" };
        var baseline = NightVerb.Baseline();
        var changed = NightVerb.Changed();
        var draws = NightVerb.Draws(200);
        var seed = NightVerb.Seed();
        var format = Options.Format();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("replay")
        {
            election, contest, order, nights, at, baseline, changed, draws, seed, format, output, language,
        };
        command.SetAction(parsed => Run(
            new Request(
                parsed.GetRequiredValue(election), parsed.GetValue(contest), parsed.GetValue(order)!, parsed.GetValue(nights), parsed.GetValue(at)!, parsed.GetValue(baseline), parsed.GetValue(changed), parsed.GetValue(draws), parsed.GetValue(seed),
                parsed.GetValue(format), parsed.GetValue(language)),
            new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Run(Request request, Answer answer)
    {
        if (request.Nights < 1 || request.Draws < 2)
        {
            throw new UsageException("--nights is at least 1, and --draws at least 2.");
        }

        if (Opened.Election(request.Election, request.Language) is not { } reckoning)
        {
            return ExitCode.Unreadable;
        }

        var contest = NightVerb.Contest(reckoning.Election, request.Contest);
        var named = request.Baseline ?? (contest.FirstRound is { } first && reckoning.Election.Contest(first) is not null ? $"{request.Election}:{first}" : null);
        var (isRead, baseline) = NightVerb.Earlier(reckoning.Election, contest, named, request.Changed, request.Language);
        var times = orders.ContainsKey(request.Order) ? new ReplayTimes(ImmutableDictionary<string, double>.Empty) : Times(request);
        if (!isRead || times is null)
        {
            return ExitCode.Unreadable;
        }

        if (contest.Returns.Count(r => r.Votes.Any(v => v.Votes > 0)) < 2)
        {
            Messages.Tell($"'{contest.Id}' has votes in fewer than two places: there is no night to replay.");
            return ExitCode.NotEnoughData;
        }

        var scores = Replay.Of(contest, reckoning.Election.Places, reckoning.LawOf(contest), new()
        {
            Order = orders.TryGetValue(request.Order, out var order) ? order : ReplayOrder.File,
            Times = times.ByPlace,
            Nights = request.Nights,
            At = Moments(request.At),
            Baseline = baseline,
            Draws = request.Draws,
            Seed = request.Seed,
        });
        Write(request, answer, scores);
        return ExitCode.Clean;
    }

    static ReplayTimes? Times(Request request)
    {
        if (!File.Exists(request.Order))
        {
            throw new UsageException($"'{request.Order}' in --order is neither {string.Join(", ", orders.Keys)} nor a file.");
        }

        var read = ReplayOrderFile.Read(request.Order);
        if (read.Value is null)
        {
            Messages.TellFaults(request.Order, read.Findings, request.Language);
        }

        return read.Value;
    }

    static ImmutableArray<double> Moments(string text) =>
    [
        .. text.Split(',').Select(t => double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out var at) && at is > 0 and < 100
            ? at
            : throw new UsageException($"'{t}' in --at is not a part of the votes; per cent, between 0 and 100.")),
    ];

    static void Write(Request request, Answer answer, ImmutableArray<ReplayScore> scores)
    {
        var shapes = scores.Select(ReplayJson.Of).ToList();
        switch (request.Format)
        {
            case Format.Json:
                answer.JsonArray(shapes);
                break;
            case Format.Csv:
                answer.Csv(Header, shapes.Select(Cells));
                break;
            default:
                var table = new Table { Border = TableBorder.Simple };
                foreach (var column in Header)
                {
                    table.AddColumn(new TableColumn(column).RightAligned());
                }

                foreach (var row in shapes.Select(Cells))
                {
                    table.AddRow([.. row.Select(c => c is double d ? d.ToString("0.###", CultureInfo.InvariantCulture) : $"{c}")]);
                }

                answer.Render(table);
                break;
        }
    }

    static string[] Header { get; } = ["at", "nights", "error", "uncounted", "naive", "best", "way", "in50", "in80", "in90", "in95", "width", "seats", "false", "called_at"];

    static object?[] Cells(ReplayJson s) =>
        [s.At, s.Nights, s.Error, s.ErrorUncounted, s.ErrorNaive, s.ErrorBest, s.Best, s.Intervals["50"], s.Intervals["80"], s.Intervals["90"], s.Intervals["95"], s.Width, s.SeatError, s.FalseCalls, s.CalledAt];
}
