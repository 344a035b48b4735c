using System.Collections.Immutable;
using System.CommandLine;
using Urna.Allocate;
using Urna.Model;
using Urna.Report;
using Urna.Report.Json;
using Urna.Store.Elections;

namespace Urna.Cli.Verbs;

/// <summary><c>urna seats</c>: seats under the exact law, each explained.</summary>
static class SeatsVerb
{
    sealed record Request(
        string? Election, string? Contest, string? Rule, FileInfo? Votes, FileInfo? Seats, FileInfo? Lots, FileInfo? Congress, bool Explain, bool Margins, Format Format, Language Language);

    public static Command Command()
    {
        var election = new Argument<string?>("ELECTION") { Description = "an election folder; or give --rule, --votes and --seats", Arity = ArgumentArity.ZeroOrOne };
        var contest = Options.Contest();
        var rule = new Option<string?>("--rule") { Description = "a shipped law's name, or the path of a law's .yaml file", HelpName = "RULE" };
        var votes = new Option<FileInfo?>("--votes") { Description = "district,list,party,candidate,votes (and optional columns)", HelpName = "VOTES.csv" };
        var seats = new Option<FileInfo?>("--seats") { Description = "district,seats", HelpName = "SEATS.csv" };
        var lots = new Option<FileInfo?>("--lots") { Description = "drawings of lots on record: district,level,winner", HelpName = "FILE.csv" };
        var congress = new Option<FileInfo?>("--congress") { Description = "the vote of Congress: candidate,votes", HelpName = "FILE.csv" };
        var explain = new Option<bool>("--explain") { Description = "tell every step, with its article of law" };
        var margins = new Option<bool>("--margins") { Description = "one table of the closest seats of the whole contest" };
        var format = Options.Format();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("seats", "Fill the seats under the exact law, and say how close each was.")
        {
            election, contest, rule, votes, seats, lots, congress, explain, margins, format, output, language,
        };
        command.SetAction(parsed => Run(
            new Request(
                parsed.GetValue(election),
                parsed.GetValue(contest),
                parsed.GetValue(rule),
                parsed.GetValue(votes),
                parsed.GetValue(seats),
                parsed.GetValue(lots),
                parsed.GetValue(congress),
                parsed.GetValue(explain),
                parsed.GetValue(margins),
                parsed.GetValue(format),
                parsed.GetValue(language)),
            new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Run(Request request, Answer answer)
    {
        var filled = request.Election is { } path ? FromElection(request, path) : FromFiles(request);
        if (filled is not { } allocations)
        {
            return ExitCode.Unreadable;
        }

        var faults = allocations.SelectMany(a => a.Allocation.Faults).ToList();
        if (faults.Count > 0)
        {
            Messages.TellFaults(request.Election ?? request.Votes!.Name, faults, request.Language);
            return ExitCode.Unreadable;
        }

        Write(request, answer, allocations);
        return Tell(allocations, request.Language);
    }

    /// <summary>The contests of an election that fill seats; null if something cannot be read.</summary>
    static ImmutableArray<(Contest? Contest, ContestAllocation Allocation)>? FromElection(Request request, string path)
    {
        if (request.Rule is not null || request.Votes is not null || request.Seats is not null)
        {
            throw new UsageException("give either an ELECTION, or --rule, --votes and --seats.");
        }

        if (ElectionInput.ReadOrTell(path, request.Language) is not { Election: var election, Rules: var rules })
        {
            return null;
        }

        var filled = ImmutableArray.CreateBuilder<(Contest?, ContestAllocation)>();
        foreach (var contest in ElectionInput.Contests(election, request.Contest))
        {
            if (Pipeline.Allocate(contest, election.Places, rules) is { } allocation)
            {
                filled.Add((contest, allocation));
                Messages.TellDisagreement(path, contest, election.Places, request.Language);
            }
            else if (request.Contest is not null)
            {
                throw new UsageException($"'{contest.Id}' names no law that fills seats.");
            }
        }

        return filled.ToImmutable();
    }

    /// <summary>The seats of plain files; null if something cannot be read.</summary>
    static ImmutableArray<(Contest? Contest, ContestAllocation Allocation)>? FromFiles(Request request)
    {
        if (request is not { Rule: { } name, Votes: { } votes, Seats: { } seats })
        {
            throw new UsageException("give an ELECTION, or all of --rule, --votes and --seats.");
        }

        var rule = ElectionInput.Laws.Find(name);
        var read = VotesFile.Read(votes.FullName, seats.FullName, request.Lots?.FullName, request.Congress?.FullName);
        if (rule.Value is null || read.Value is null)
        {
            Messages.TellFaults($"{name}, {votes.Name}, {seats.Name}", rule.Findings.Concat(read.Findings), request.Language);
            return null;
        }

        Messages.TellWarnings(rule.Findings.Concat(read.Findings), request.Language);

        return [(null, SeatAllocation.Allocate(rule.Value, read.Value))];
    }

    static void Write(Request request, Answer answer, ImmutableArray<(Contest? Contest, ContestAllocation Allocation)> filled)
    {
        switch (request.Format)
        {
            case Format.Json when filled is [var only]:
                answer.Json(SeatsJson.Of(only.Contest?.Id, only.Allocation, request.Explain));
                break;
            case Format.Json:
                answer.Json(filled.Select(f => SeatsJson.Of(f.Contest?.Id, f.Allocation, request.Explain)));
                break;
            case Format.Csv:
                answer.Csv(
                    ["contest", "district", "list", "party", "candidate", "votes", "basis"],
                    from f in filled
                    from d in f.Allocation.Districts
                    from s in d.Elected
                    select new object?[] { f.Contest?.Id, d.District, s.Candidacy.ListName, s.Candidacy.Party, s.Person, s.Votes, Words.Kebab(s.Basis) });
                break;
            default:
                answer.Render(filled.SelectMany(f => SeatTables.Of(f.Contest, f.Allocation, request.Explain, request.Margins, request.Language)));
                break;
        }
    }

    /// <summary>Tells what is open or missing, and gives the exit code.</summary>
    static int Tell(ImmutableArray<(Contest? Contest, ContestAllocation Allocation)> filled, Language language)
    {
        var districts = filled.SelectMany(f => f.Allocation.Districts).ToList();
        var words = new Wording(language);
        foreach (var missing in districts.SelectMany(d => d.Missing.Select(m => (d.District, What: m))).GroupBy(m => m.What))
        {
            var where = string.Join(", ", missing.Select(m => m.District));
            Messages.Tell(words.L($"{where}: not enough data; needed: {missing.Key.English}.", $"{where}: faltan datos; se necesita: {missing.Key.Spanish}."));
        }

        foreach (var district in filled.Where(f => f.Allocation.Outcome == Outcome.Elected).SelectMany(f => f.Allocation.Districts).Where(IsShort))
        {
            Messages.Tell(words.L(
                $"{district.District}: {district.Seats - district.Elected.Length} of {district.Seats} seats stay empty, since no candidacy is left to take them.",
                $"{district.District}: {district.Seats - district.Elected.Length} de {district.Seats} escaños quedan vacantes, porque no quedan candidaturas."));
        }

        foreach (var (district, tie) in districts.SelectMany(d => d.Ties.Select(t => (d, t))))
        {
            var names = words.List(tie.Among);
            Messages.Tell(words.L(
                $"{district.District}: {names} are tied for {tie.Seats} seat(s) at the level '{tie.Level}'; record the drawing of lots in a file for --lots.",
                $"{district.District}: {names} empatan por {tie.Seats} escaño(s) en el nivel '{tie.Level}'; registre el sorteo en un archivo para --lots."));
        }

        return districts.Exists(d => !d.Missing.IsEmpty) ? ExitCode.NotEnoughData
            : filled.Any(f => f.Allocation.Outcome == Outcome.Tie) ? ExitCode.BadNews
            : ExitCode.Clean;
    }

    static bool IsShort(DistrictAllocation district) =>
        district.Missing.IsEmpty && district.Ties.IsEmpty && district.Elected.Length < district.Seats;
}
