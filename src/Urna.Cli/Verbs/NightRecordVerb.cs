using System.CommandLine;
using System.Globalization;
using Urna.Forecast;
using Urna.Model;
using Urna.Store;
using Urna.Store.Nights;

namespace Urna.Cli.Verbs;

/// <summary><c>urna night record</c>: keeps what a source says, as it says it.</summary>
static class NightRecordVerb
{
    const int StaleAfter = 5;

    sealed record Request(string Election, string? Contest, FileInfo? Snapshots, FileInfo? Status, string? Source, string? As, string? Every, int? Times, Language Language);

    public static Command Command()
    {
        var election = Options.Election();
        var contest = Options.Contest();
        var snapshots = new Option<FileInfo?>("--snapshots") { HelpName = "F.csv" };
        var status = new Option<FileInfo?>("--status") { HelpName = "F.csv" };
        var source = new Option<string?>("--source") { HelpName = "FILE|URL" };
        var format = new Option<string?>("--as") { HelpName = "FORMAT" };
        var every = new Option<string?>("--every") { HelpName = "TIME" };
        var times = new Option<int?>("--times") { HelpName = "N" };
        var language = Options.Language();
        var command = new Command("record")
        {
            election, contest, snapshots, status, source, format, every, times, language,
        };
        command.SetAction((parsed, cancel) => Run(
            new Request(
                parsed.GetRequiredValue(election), parsed.GetValue(contest), parsed.GetValue(snapshots), parsed.GetValue(status), parsed.GetValue(source), parsed.GetValue(format), parsed.GetValue(every), parsed.GetValue(times), parsed.GetValue(language)),
            cancel));
        return command;
    }

    static async Task<int> Run(Request request, CancellationToken cancel)
    {
        if ((request.Snapshots is null) == (request.Source is null) || (request.Status is not null && request.Snapshots is null) || (request.Source is null) != (request.As is null))
        {
            throw new UsageException("give either --snapshots (and --status), or --source with --as.");
        }

        if (request.As is { } name && name != "plain" && !NightFormats.Names.Contains(name))
        {
            throw new UsageException($"'{name}' is not allowed for --as; allowed: plain, {string.Join(", ", NightFormats.Names)}.");
        }

        var every = request.Every is { } text ? Interval(text) : (TimeSpan?)null;
        if (Opened.Election(request.Election, request.Language) is not { Election: var election })
        {
            return ExitCode.Unreadable;
        }

        var contest = NightVerb.Contest(election, request.Contest);
        var store = new NightStore(request.Election, contest.Id);
        using var held = store.Hold(TimeSpan.FromSeconds(5));
        return request.Snapshots is { } file ? Plain(request, file, election, contest, store)
            : await Watch(new NightRecorder(store, election.Places, contest, request.As!, request.Source!), every, request.Times, cancel).ConfigureAwait(false);
    }

    static int Plain(Request request, FileInfo file, Election election, Contest contest, NightStore store)
    {
        var read = PlainNightTables.Read(file.FullName, request.Status?.FullName, election.Places, contest.Candidacies.Select(c => c.Choice).ToHashSet());
        if (read.Value is not { } log)
        {
            Messages.TellFaults(file.Name, read.Findings, request.Language);
            return ExitCode.Unreadable;
        }

        Messages.TellWarnings(read.Findings.Concat(log.Findings), request.Language);
        var bytes = File.ReadAllBytes(file.FullName);
        bytes = request.Status is { } status ? [.. bytes, .. File.ReadAllBytes(status.FullName)] : bytes;
        if (store.Keep(bytes, DateTimeOffset.UtcNow, file.Name) is { } raw)
        {
            store.Append(raw, log);
        }

        Messages.Tell($"{log.Votes.Length} rows of votes, {log.Statuses.Length} of status: {store.Folder}");
        return ExitCode.Clean;
    }

    static async Task<int> Watch(NightRecorder recorder, TimeSpan? every, int? times, CancellationToken cancel)
    {
        recorder.Recover();
        for (var look = 1; ; look++)
        {
            var seen = await recorder.LookAsync(DateTimeOffset.UtcNow, cancel).ConfigureAwait(false);
            Messages.Tell(seen.Kind switch
            {
                LookKind.Taken => $"{seen.Rows} rows.",
                LookKind.Unchanged => every is { } usual && seen.Since > StaleAfter * usual ? $"nothing new for {seen.Since.TotalMinutes.ToString("0", CultureInfo.InvariantCulture)} minutes." : "unchanged.",
                LookKind.Unreachable => $"no answer: {seen.Why}",
                _ => $"an answer that cannot be read is kept: {seen.Why}",
            });
            if (every is not { } interval || look >= times)
            {
                return seen.Kind is LookKind.Taken or LookKind.Unchanged ? ExitCode.Clean : ExitCode.Unreadable;
            }

            await Task.Delay(interval * recorder.BackOff, cancel).ConfigureAwait(false);
        }
    }

    static TimeSpan Interval(string text)
    {
        var number = text.TrimEnd('s', 'm', 'h');
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0 && text.Length - number.Length <= 1
            ? text[^1] switch { 'm' => TimeSpan.FromMinutes(value), 'h' => TimeSpan.FromHours(value), _ => TimeSpan.FromSeconds(value) }
            : throw new UsageException($"'{text}' in --every is not a time; as 60s, 5m or 1h.");
    }
}
