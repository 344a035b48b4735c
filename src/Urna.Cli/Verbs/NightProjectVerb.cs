using System.Collections.Immutable;
using System.CommandLine;
using Urna.Contract;
using Urna.Forecast;
using Urna.Model;
using Urna.Store.Nights;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary><c>urna night project</c>: what a half-counted night says of its end.</summary>
static class NightProjectVerb
{
    sealed record Request(
        string Election, string? Contest, FileInfo? Snapshots, FileInfo? Status, string? Baseline, FileInfo? Changed, string? AsOf, bool All, double Level, int Draws, ulong Seed, Format Format, Language Language);

    public static Command Command()
    {
        var election = Options.Election();
        var contest = Options.Contest();
        var snapshots = new Option<FileInfo?>("--snapshots") { HelpName = "F.csv" };
        var status = new Option<FileInfo?>("--status") { HelpName = "F.csv" };
        var baseline = NightVerb.Baseline();
        var changed = NightVerb.Changed();
        var asOf = new Option<string?>("--as-of") { HelpName = "TIME" };
        var all = new Option<bool>("--all");
        var level = new Option<double>("--level") { HelpName = "L", DefaultValueFactory = _ => 0.9 };
        var draws = NightVerb.Draws(1000);
        var seed = NightVerb.Seed();
        var format = Options.Format();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("project")
        {
            election, contest, snapshots, status, baseline, changed, asOf, all, level, draws, seed, format, output, language,
        };
        command.SetAction(parsed => Run(
            new Request(
                parsed.GetRequiredValue(election), parsed.GetValue(contest), parsed.GetValue(snapshots), parsed.GetValue(status), parsed.GetValue(baseline), parsed.GetValue(changed), parsed.GetValue(asOf),
                parsed.GetValue(all), parsed.GetValue(level), parsed.GetValue(draws), parsed.GetValue(seed), parsed.GetValue(format), parsed.GetValue(language)),
            new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Run(Request request, Answer answer)
    {
        if (request.Level is not (> 0 and < 1) || request.Draws < 2 || (request.All && request.AsOf is not null) || (request.Status is not null && request.Snapshots is null))
        {
            throw new UsageException("--level is between 0 and 1, --draws at least 2, --all goes without --as-of, and --status with --snapshots.");
        }

        if (Opened.Election(request.Election, request.Language) is not { } reckoning)
        {
            return ExitCode.Unreadable;
        }

        var contest = NightVerb.Contest(reckoning.Election, request.Contest);
        var (isRead, baseline) = NightVerb.Earlier(reckoning.Election, contest, request.Baseline, request.Changed, request.Language);
        if (!isRead || Night(request, reckoning.Election, contest) is not { } night)
        {
            return ExitCode.Unreadable;
        }

        if (night.Moments.IsEmpty)
        {
            Messages.Tell($"'{request.Election}' has no night of '{contest.Id}': record one with 'urna night record', or give --snapshots.");
            return ExitCode.NotEnoughData;
        }

        var projector = new Projector(contest, reckoning.Election.Places, reckoning.LawOf(contest), new() { Level = request.Level, Draws = request.Draws, Seed = request.Seed, Baseline = baseline });
        Write(request, answer, Moments(request, night, contest, projector));
        return ExitCode.Clean;
    }

    /// <summary>The night that was asked for; null after all that keeps it from being read.</summary>
    static NightLog? Night(Request request, Election election, Contest contest)
    {
        var choices = contest.Candidacies.Select(c => c.Choice).ToHashSet();
        var read = request.Snapshots is { } file
            ? PlainNightTables.Read(file.FullName, request.Status?.FullName, election.Places, choices)
            : new NightStore(request.Election, contest.Id).Read(election.Places, choices);
        if (read.Value is null)
        {
            Messages.TellFaults(request.Snapshots?.Name ?? request.Election, read.Findings, request.Language);
        }

        return read.Value;
    }

    static IEnumerable<Projection> Moments(Request request, NightLog night, Contest contest, Projector projector)
    {
        var until = request.AsOf is null ? night.Moments[^1]
            : NightTime.Parse(request.AsOf) ?? throw new UsageException($"'{request.AsOf}' in --as-of is not a time; as 2021-11-21T19:30:00.");
        if (until < night.Moments[0])
        {
            throw new UsageException($"--as-of {request.AsOf} is before the first snapshot, {NightJson.Time(night.Moments[0])}.");
        }

        var sweep = new NightSweep(night, [.. contest.Candidacies.Select(c => c.Choice)]);
        foreach (var moment in request.All ? night.Moments : [until])
        {
            sweep.To(moment);
            var projection = projector.Project(sweep.State);
            yield return projection with { Findings = [.. night.Findings, .. projection.Findings] };
        }
    }

    static void Write(Request request, Answer answer, IEnumerable<Projection> projections)
    {
        switch (request.Format)
        {
            case Format.Json when request.All:
                answer.JsonArray(projections.Select(NightJson.Of));
                break;
            case Format.Json:
                answer.Json(NightJson.Of(projections.Last()));
                break;
            case Format.Csv:
                answer.Csv(NightTables.Header, projections.SelectMany(NightTables.Cells));
                break;
            default:
                answer.Render([.. projections.SelectMany(p => NightTables.Of(p, request.Language))]);
                break;
        }
    }
}
