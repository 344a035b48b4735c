using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Urna.Allocate;
using Urna.Audit;
using Urna.Audit.Plans;
using Urna.Model;
using Urna.Report;
using Urna.Store.Audits;
using Urna.Store.Elections;
using Urna.Store.Laws;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary>What a plan and an assessment are asked for.</summary>
sealed record AuditRequest(
    string? Election, ImmutableArray<string> Contests, string? Rule, FileInfo? Votes, FileInfo? Seats, FileInfo? Lots, double Risk, AuditMethod Method, string Seed, FileInfo? Manifest, FileInfo? Errors, int? Draws, Format Format, Language Language);

/// <summary>The options of plans and assessments, and what they name.</summary>
static class AuditInput
{
    // Names of ballots beyond that are made only where a manifest says where they lie.
    const long MostBallotsOfUnits = 2_000_000;

    public static Argument<string?> Election { get; } = new("ELECTION") { Arity = ArgumentArity.ZeroOrOne };

    static readonly Option<string[]> contests = new("--contest") { HelpName = "ID", DefaultValueFactory = _ => [] };
    static readonly Option<string?> rule = new("--rule") { HelpName = "RULE" };
    static readonly Option<FileInfo?> votes = new("--votes") { HelpName = "VOTES.csv" };
    static readonly Option<FileInfo?> seats = new("--seats") { HelpName = "SEATS.csv" };
    static readonly Option<FileInfo?> lots = new("--lots") { HelpName = "FILE.csv" };
    static readonly Option<double> risk = new("--risk") { HelpName = "RISK", DefaultValueFactory = _ => 0.05 };
    static readonly Option<string> method = new("--method") { HelpName = "ballot-polling|ballot-comparison|batch-comparison", DefaultValueFactory = _ => "ballot-polling" };
    static readonly Option<string?> seed = new("--seed") { HelpName = "DIGITS" };
    static readonly Option<FileInfo?> manifest = new("--manifest") { HelpName = "M.csv" };
    static readonly Option<FileInfo?> errors = new("--errors") { HelpName = "E.csv" };
    static readonly Option<int?> draws = new("--draws") { HelpName = "N" };
    static readonly Option<Format> format = Options.Format();
    static readonly Option<Language> language = Options.Language();

    static AuditInput() => method.AcceptOnlyFromAmong("ballot-polling", "ballot-comparison", "batch-comparison");

    public static IEnumerable<Option> All => [contests, rule, votes, seats, lots, risk, method, seed, manifest, errors, draws, format, language];

    /// <summary>What was asked for.</summary>
    public static AuditRequest Of(ParseResult parsed)
    {
        var request = new AuditRequest(
            parsed.GetValue(Election),
            [.. parsed.GetValue(contests)!],
            parsed.GetValue(rule),
            parsed.GetValue(votes),
            parsed.GetValue(seats),
            parsed.GetValue(lots),
            parsed.GetValue(risk),
            parsed.GetValue(method) switch { "ballot-polling" => AuditMethod.BallotPolling, "ballot-comparison" => AuditMethod.BallotComparison, _ => AuditMethod.BatchComparison },
            parsed.GetValue(seed) ?? "",
            parsed.GetValue(manifest),
            parsed.GetValue(errors),
            parsed.GetValue(draws),
            parsed.GetValue(format),
            parsed.GetValue(language));
        return request switch
        {
            { Risk: not (> 0 and < 1) } => throw new UsageException($"{request.Risk.ToString(CultureInfo.InvariantCulture)} is not allowed for --risk; give a number above 0 and below 1, as 0.05."),
            { Draws: < 0 or > 10_000_000 } => throw new UsageException($"{request.Draws} is not allowed for --draws; give a number from 0 to 10000000."),
            _ when !request.Seed.All(char.IsAsciiDigit) => throw new UsageException($"'{request.Seed}' is not allowed for --seed; give digits, as 20 throws of dice."),
            { Election: not null, Rule: null, Votes: null, Seats: null, Lots: null } or { Election: null, Rule: not null, Votes: not null, Seats: not null, Contests: [] } => request,
            _ => throw new UsageException("give either an ELECTION (and --contest), or all of --rule, --votes and --seats."),
        };
    }

    /// <summary>The plan that was asked for, or the exit code after what keeps it from being made was told.</summary>
    public static (AuditPlan? Plan, ImmutableArray<AuditedContest> Contests, int Code) Plan(AuditRequest request)
    {
        var words = new Wording(request.Language);
        var (contests, code) = request.Election is { } path ? FromElection(request, path, words) : FromFiles(request, words);
        if (contests.IsEmpty)
        {
            return (null, [], code);
        }

        if (request.Manifest is { } file)
        {
            var (read, fits) = WithManifest(contests, file, request);
            if (!fits)
            {
                return (null, [], ExitCode.Unreadable);
            }

            contests = read;
        }

        ErrorRates? rates = null;
        if (request.Errors is { } expected)
        {
            var read = AuditFiles.Errors(expected.FullName);
            rates = read.Value;
            if (rates is null)
            {
                Messages.TellFaults(expected.Name, read.Findings, request.Language);
                return (null, [], ExitCode.Unreadable);
            }
        }

        contests = Drawable(contests, request, words);
        return request.Method == AuditMethod.BatchComparison && contests.Any(c => c.Boxes.IsEmpty)
            ? Unknown(words)
            : (AuditPlan.Of(new AuditSettings(request.Method, request.Risk, request.Seed, rates), contests.SelectMany(c => c.Groups), request.Draws), contests, ExitCode.Clean);
    }

    static (AuditPlan?, ImmutableArray<AuditedContest>, int) Unknown(Wording words)
    {
        Messages.Tell(words.Say("audit.batch-comparison-needs-the-votes-of-each"));
        return (null, [], ExitCode.NotEnoughData);
    }

    /// <summary>The contests whose ballots can be named; others lose their boxes, and what is not known is told.</summary>
    static ImmutableArray<AuditedContest> Drawable(ImmutableArray<AuditedContest> contests, AuditRequest request, Wording words)
    {
        var needed = contests.ToDictionary(c => c.Id, c => c.Statements.Statements.SelectMany(s => s.Scope).ToHashSet());
        foreach (var (contest, district) in contests.SelectMany(c => c.Counted.Districts.Index().Where(d => needed[c.Id].Contains(d.Index) && !d.Item.AllAreKnown).Select(d => (c, d.Item))))
        {
            Messages.TellFinding(Codes.Finding("V611", LocalizedText.Say("audit.blank-and-null-ballots-are-not-known", ("district", district.District), ("ballots", district.Ballots))) with { Place = district.District }, request.Language);
        }

        if (request.Method == AuditMethod.BatchComparison || request.Seed.Length == 0)
        {
            return contests;
        }

        return [.. contests.Select(c =>
        {
            if (c.HasManifest)
            {
                return c;
            }

            if (c.Boxes.IsEmpty || c.Boxes.Sum(b => b.Ballots) > MostBallotsOfUnits)
            {
                Messages.Tell(AuditWords.NothingDrawn(hasBoxes: false, words));
                return c with { Boxes = [] };
            }

            Messages.Tell(AuditWords.UnitsAsBoxes(c.Boxes.Length, words));
            return c;
        })];
    }

    static (ImmutableArray<AuditedContest>, int) FromElection(AuditRequest request, string path, Wording words)
    {
        if (Opened.Election(path, request.Language) is not { } reckoning)
        {
            return ([], ExitCode.Unreadable);
        }

        var asked = request.Contests.IsEmpty ? Opened.Contests(reckoning.Election, null).Where(c => reckoning.LawOf(c) is not null) : request.Contests.Distinct().SelectMany(id => Opened.Contests(reckoning.Election, id));
        var audits = ImmutableArray.CreateBuilder<AuditedContest>();
        var refused = 0;
        foreach (var contest in asked)
        {
            if (reckoning.LawOf(contest) is null)
            {
                throw new UsageException($"'{contest.Id}' names no law that fills seats.");
            }

            var audited = AuditedContest.Of(contest, reckoning);
            refused += audited.Statements.IsComplete ? 0 : 1;
            if (Taken(audited, words))
            {
                audits.Add(audited);
            }
        }

        // What was asked for by name is planned as a whole or not at all.
        return refused > 0 && (!request.Contests.IsEmpty || audits.Count == 0) ? ([], ExitCode.NotEnoughData) : (audits.ToImmutable(), audits.Count == 0 ? ExitCode.NotEnoughData : ExitCode.Clean);
    }

    static (ImmutableArray<AuditedContest>, int) FromFiles(AuditRequest request, Wording words)
    {
        var law = RuleLibrary.Shipped.Find(request.Rule!);
        var read = VotesFile.Read(request.Votes!.FullName, request.Seats!.FullName, request.Lots?.FullName);
        if (law.Value is null || read.Value is null)
        {
            Messages.TellFaults($"{request.Rule}, {request.Votes.Name}, {request.Seats.Name}", law.Findings.Concat(read.Findings), request.Language);
            return ([], ExitCode.Unreadable);
        }

        Messages.TellWarnings(law.Findings.Concat(read.Findings), request.Language);
        var allocation = SeatAllocation.Allocate(law.Value, read.Value);
        if (!allocation.Faults.IsEmpty)
        {
            Messages.TellFaults(request.Votes.Name, allocation.Faults, request.Language);
            return ([], ExitCode.Unreadable);
        }

        var audited = AuditedContest.Of(read.Value, allocation);
        return Taken(audited, words) ? ([audited], ExitCode.Clean) : ([], ExitCode.NotEnoughData);
    }

    static bool Taken(AuditedContest audited, Wording words)
    {
        if (!audited.Statements.IsComplete)
        {
            Messages.Tell(AuditWords.Refused(audited.Id, audited.Statements.Refusals, words));
        }

        return audited.Statements.IsComplete;
    }

    static (ImmutableArray<AuditedContest> Contests, bool Fits) WithManifest(ImmutableArray<AuditedContest> contests, FileInfo file, AuditRequest request)
    {
        var read = AuditFiles.Manifest(file.FullName);
        if (read.Value is not { } rows)
        {
            Messages.TellFaults(file.Name, read.Findings, request.Language);
            return ([], false);
        }

        var applied = contests.Select(c => Manifest.Apply(c, [.. rows], file.Name, request.Method == AuditMethod.BatchComparison)).ToList();
        ImmutableArray<Finding> findings = [.. read.Findings.Concat(applied.SelectMany(a => a.Findings)).Distinct()];
        if (findings.Any(f => f.Severity == Severity.Fault))
        {
            Messages.TellFaults(file.Name, findings, request.Language);
            return ([], false);
        }

        Messages.TellWarnings(findings, request.Language);
        return ([.. applied.Select(a => a.Contest)], true);
    }
}
