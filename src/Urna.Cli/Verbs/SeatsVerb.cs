using System.Collections.Immutable;
using System.CommandLine;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Transferable;
using Urna.Allocate.Votes;
using Urna.Contract;
using Urna.Model;
using Urna.Power;
using Urna.Report;
using Urna.Store.Ballots;
using Urna.Store.Elections;
using Urna.Store.Laws;

namespace Urna.Cli.Verbs;

/// <summary>A contest with the votes that filled its seats.</summary>
/// <param name="Contest">The contest; null for plain files.</param>
/// <param name="Votes">The votes.</param>
/// <param name="Allocation">The seats.</param>
sealed record FilledContest(Contest? Contest, ContestVotes Votes, ContestAllocation Allocation)
{
    /// <summary>How far the seats are from the votes.</summary>
    public ContestIndices? Indices => ContestIndices.Of(Votes, Allocation);
}

/// <summary><c>urna seats</c>: seats under the exact law, each explained.</summary>
static class SeatsVerb
{
    const int ClosestShown = 20;
    const int OutcomesListed = 1_000;

    sealed record Request(
        string? Election, string? Contest, string? Rule, FileInfo? Votes, FileInfo? Seats, FileInfo? Ballots, FileInfo? Lots, FileInfo? Congress, bool Explain, bool Margins, bool AllOutcomes, bool Indices, string? Threshold, Format Format, Language Language);

    public static Command Command()
    {
        var election = new Argument<string?>("ELECTION") { Arity = ArgumentArity.ZeroOrOne };
        var contest = Options.Contest();
        var rule = new Option<string?>("--rule") { HelpName = "RULE" };
        var votes = new Option<FileInfo?>("--votes") { HelpName = "VOTES.csv" };
        var seats = new Option<FileInfo?>("--seats") { HelpName = "SEATS.csv" };
        var ballots = new Option<FileInfo?>("--ballots") { HelpName = "FILE" };
        var lots = new Option<FileInfo?>("--lots") { HelpName = "FILE.csv" };
        var congress = new Option<FileInfo?>("--congress") { HelpName = "FILE.csv" };
        var explain = new Option<bool>("--explain");
        var margins = new Option<bool>("--margins");
        var allOutcomes = new Option<bool>("--all-outcomes");
        var indices = new Option<bool>("--indices");
        var threshold = new Option<string?>("--threshold") { HelpName = "SHARE" };
        var format = Options.Format();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("seats")
        {
            election, contest, rule, votes, seats, ballots, lots, congress, explain, margins, allOutcomes, indices, threshold, format, output, language,
        };
        command.SetAction(parsed => Run(
            new Request(
                parsed.GetValue(election),
                parsed.GetValue(contest),
                parsed.GetValue(rule),
                parsed.GetValue(votes),
                parsed.GetValue(seats),
                parsed.GetValue(ballots),
                parsed.GetValue(lots),
                parsed.GetValue(congress),
                parsed.GetValue(explain),
                parsed.GetValue(margins),
                parsed.GetValue(allOutcomes),
                parsed.GetValue(indices),
                parsed.GetValue(threshold),
                parsed.GetValue(format),
                parsed.GetValue(language)),
            new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Run(Request request, Answer answer)
    {
        if (request is { Indices: true, Format: Format.Csv })
        {
            throw new UsageException(LocalizedText.Say("seats.indices-goes-with-format-table-or"));
        }

        var filled = request.Election is { } path ? FromElection(request, path) : FromFiles(request);
        if (filled is not { } allocations)
        {
            return ExitCode.Unreadable;
        }

        var faults = allocations.SelectMany(a => a.Allocation.Faults).ToList();
        if (faults.Count > 0)
        {
            Messages.TellFaults(request.Election ?? (request.Ballots ?? request.Votes)!.Name, faults, request.Language);
            return ExitCode.Unreadable;
        }

        Write(request, answer, allocations);
        return Tell(allocations, request.Language);
    }

    /// <summary>The contests of an election that fill seats; null if something cannot be read.</summary>
    static ImmutableArray<FilledContest>? FromElection(Request request, string path)
    {
        if (request.Rule is not null || request.Threshold is not null || request.Votes is not null || request.Seats is not null || request.Ballots is not null)
        {
            throw new UsageException(LocalizedText.Say("seats.give-either-an-election-or-rule"));
        }

        if (Opened.Election(path, request.Language) is not { Election: var election } reckoning)
        {
            return null;
        }

        var filled = ImmutableArray.CreateBuilder<FilledContest>();
        foreach (var contest in Opened.Contests(election, request.Contest))
        {
            // What a check of many units needs is let go before their seats are filled.
            _ = reckoning.LawOf(contest) is null ? default : reckoning.Check(contest);
            if (reckoning.Seats(contest) is { } allocation)
            {
                filled.Add(new FilledContest(contest, reckoning.Votes(contest), allocation));
                Messages.TellDisagreement(path, contest, reckoning, request.Language, allocation.Findings);
            }
            else if (request.Contest is not null)
            {
                throw new UsageException(LocalizedText.Say("seats.names-no-law-that-fills-seats", ("contest", contest.Id)));
            }
        }

        return filled.ToImmutable();
    }

    /// <summary>The seats of plain files; null if something cannot be read.</summary>
    static ImmutableArray<FilledContest>? FromFiles(Request request)
    {
        if (request.Rule is not { } name || request is { Ballots: null, Votes: null } or { Ballots: null, Seats: null } or { Ballots: not null, Congress: not null })
        {
            throw new UsageException(LocalizedText.Say("seats.give-an-election-or-all-of"));
        }

        var rule = RuleLibrary.Shipped.Find(name);
        var read = request.Ballots is { } ballots
            ? RankedVotesFile.Read(ballots.FullName, request.Votes?.FullName, request.Seats?.FullName, request.Lots?.FullName)
            : VotesFile.Read(request.Votes!.FullName, request.Seats!.FullName, request.Lots?.FullName, request.Congress?.FullName);
        if (rule.Value is null || read.Value is null)
        {
            var files = string.Join(", ", new[] { name, request.Ballots?.Name, request.Votes?.Name, request.Seats?.Name }.OfType<string>());
            Messages.TellFaults(files, rule.Findings.Concat(read.Findings), request.Language);
            return null;
        }

        // What the seats tell is told with them.
        var allocation = SeatAllocation.Allocate(WithThreshold(rule.Value, request.Threshold), read.Value);
        Messages.TellWarnings(rule.Findings.Concat(read.Findings).Except(allocation.Faults.IsEmpty ? allocation.Findings : []), request.Language);
        return [new FilledContest(null, read.Value, allocation)];
    }

    /// <summary>The law with the threshold that was asked for.</summary>
    static ElectoralRule WithThreshold(ElectoralRule rule, string? threshold)
    {
        if (threshold is null)
        {
            return rule;
        }

        if (Proportion.Parse(threshold) is not { Numerator: > 0 } share || share.Numerator > share.Denominator)
        {
            throw new UsageException(LocalizedText.Say("seats.in-threshold-is-not-a-share", ("threshold", threshold)));
        }

        return ThresholdChange.Apply(rule, share)
            ?? throw new UsageException(LocalizedText.Say("seats.the-law-shares-no-seats-among", ("rule", rule.Name)));
    }

    static void Write(Request request, Answer answer, ImmutableArray<FilledContest> filled)
    {
        switch (request.Format)
        {
            case Format.Json when filled is [var only]:
                answer.Json(Json(request, only));
                break;
            case Format.Json:
                answer.JsonArray(filled.Select(f => Json(request, f)));
                break;
            case Format.Csv when request.Margins:
                answer.Csv(
                    ["contest", "district", "level", "list", "candidate", "votes", "seats", "votes_to_gain", "votes_to_lose"],
                    from f in filled
                    from m in ClosestSeats.All(f.Allocation, f.Votes)
                    select new object?[] { f.Contest?.Id, m.District, Spelling.Kebab(m.Level), m.List, m.Candidate, m.Votes, m.Seats, m.ToGain, m.ToLose });
                break;
            case Format.Csv:
                answer.Csv(
                    ["contest", "district", "list", "party", "candidate", "votes", "basis"],
                    from f in filled
                    from d in f.Allocation.Districts
                    from s in d.Elected
                    select new object?[] { f.Contest?.Id, d.District, s.Candidacy.ListName, s.Party, s.Candidate, s.Votes, Spelling.Kebab(s.Basis) });
                break;
            default:
                answer.Render(
                [
                    .. filled.SelectMany(f => SeatTables.Of(f, request.Explain, request.Margins, request.Language)),
                    .. request.Margins ? SeatTables.Closest(filled, ClosestShown, request.Language) : [],
                    .. request.AllOutcomes ? filled.Where(IsTied).SelectMany(f => SeatTables.Outcomes(f, Outcomes(f), request.Language)) : [],
                    .. request.Indices ? filled.SelectMany(f => IndexTables.Of(f.Indices, request.Language)) : [],
                ]);
                break;
        }
    }

    static bool IsTied(FilledContest filled) => filled.Allocation.Districts.Any(d => !d.Ties.IsEmpty);

    static PossibleOutcomes Outcomes(FilledContest filled) => PossibleOutcomes.Of(filled.Allocation.Rule, filled.Votes, OutcomesListed);

    static SeatsJson Json(Request request, FilledContest filled) => SeatsJson.Of(filled.Contest?.Id, filled.Allocation, request.Explain) with
    {
        Indices = request.Indices && filled.Indices is { } indices ? IndicesJson.Of(indices) : null,
        Closest = request.Margins ? ClosestSeats.Of(filled.Allocation, filled.Votes, int.MaxValue).Select(SeatsJson.Close.Of) : null,
        Outcomes = request.AllOutcomes ? Outcomes(filled).Outcomes.Select(SeatsJson.Possible.Of) : null,
        OutcomesComplete = request.AllOutcomes ? Outcomes(filled).IsComplete : null,
    };

    /// <summary>Tells what is open or missing, and gives the exit code.</summary>
    static int Tell(ImmutableArray<FilledContest> filled, Language language)
    {
        var districts = filled.SelectMany(f => f.Allocation.Districts).ToList();
        var words = new Wording(language);
        Messages.TellWarnings(filled.SelectMany(f => f.Allocation.Findings), language);
        foreach (var missing in districts.SelectMany(d => d.Missing.Select(m => (d.District, What: m))).GroupBy(m => m.What))
        {
            var where = string.Join(", ", missing.Select(m => m.District));
            Messages.Tell(words.Say("seats.not-enough-data-needed", ("where", where), ("missing", missing.Key)));
        }

        foreach (var vacant in districts.Select(VacantSeats.In).OfType<VacantSeats>())
        {
            Messages.Tell(LocalizedText.Say("seats.sign", ("district", vacant.District), ("vacant", OutcomeWords.Of(vacant, words))));
        }

        foreach (var (district, tie) in districts.SelectMany(d => d.Ties.Select(t => (d, t))))
        {
            if (district.Steps.Any(s => s is CountTaken))
            {
                Messages.Tell(LocalizedText.Say("seats.sign-2", ("district", district.District), ("tie", CountWords.Of(tie, words))));
                continue;
            }

            var names = words.List(tie.Among);
            Messages.Tell(words.Say(
                "seats.are-tied-for-seat-s-at", ("district", district.District), ("names", names), ("seats", tie.Seats),
                ("kebab", Spelling.Kebab(tie.Level))));
        }

        return filled.Select(f => f.Allocation.Outcome).ToList() is var outcomes && outcomes.Exists(o => o is Outcome.Incomplete) ? ExitCode.NotEnoughData
            : outcomes.Exists(o => o is Outcome.Tie) ? ExitCode.BadNews
            : ExitCode.Clean;
    }
}
