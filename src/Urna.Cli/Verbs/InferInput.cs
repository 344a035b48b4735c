using System.Collections.Immutable;
using Urna.Infer;
using Urna.Infer.Roll;
using Urna.Infer.Tables;
using Urna.Model;
using Urna.Store;
using Urna.Store.Transfers;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary>What <c>urna infer</c> estimates from.</summary>
/// <param name="Problem">The two tables; null if there are none, and then the code says why.</param>
/// <param name="Titles">Names for people of rows and columns.</param>
/// <param name="Election">The election they are of; null where they come from two files.</param>
/// <param name="Findings">What a reader must know.</param>
/// <param name="Code">The exit code.</param>
sealed record InferInput(TransferProblem? Problem, TransferTitles Titles, Election? Election, ImmutableArray<Finding> Findings, int Code = ExitCode.Clean)
{
    /// <summary>Pairs two contests of an election folder.</summary>
    public static InferInput FromElection(string path, string from, string to, RollScenario? scenario, IEnumerable<string?> levels, Language language)
    {
        if (to.LastIndexOf(':') is > 0 and var at)
        {
            return Across(path, from, (to[..at], to[(at + 1)..]), scenario, language);
        }

        if (Opened.Election(path, language) is not { Election: var election })
        {
            return Nothing(ExitCode.Unreadable);
        }

        if (levels.FirstOrDefault(l => l is not null && !election.Places.Levels.Contains(l)) is { } level)
        {
            throw new UsageException(LocalizedText.Say(
                "infer-input.has-no-level-it-has", ("election", election.Id), ("level", level),
                ("levels", string.Join(", ", election.Places.Levels))));
        }

        var (earlier, later) = (Opened.Contests(election, from)[0], Opened.Contests(election, to)[0]);
        if (scenario?.Kind is RollKind.Gross or RollKind.Known && ContestTransfer.AreOfTheSameVoters(earlier, later))
        {
            throw new UsageException(LocalizedText.Say("infer-input.and-are-of-the-same-voters", ("from", from), ("to", to)));
        }

        // These can fail to fit; the pairing as given shows which rows and columns there are.
        if (scenario?.Kind is RollKind.Gross or RollKind.Known && ContestTransfer.Between(earlier, later, election, RollScenario.None) is { } given)
        {
            Refuse(given.Problem, scenario);
        }

        if (ContestTransfer.Between(earlier, later, election, scenario) is { } transfer)
        {
            return new InferInput(transfer.Problem, transfer.Titles, election, [.. transfer.Findings]);
        }

        Messages.Tell(LocalizedText.Say("infer-input.no-unit-states-its-roll-votes", ("from", from), ("to", to)).In(language));
        return Nothing(ExitCode.NotEnoughData);
    }

    /// <summary>Pairs a contest with one of another election of the same folder.</summary>
    static InferInput Across(string path, string from, (string Folder, string Contest) to, RollScenario? scenario, Language language)
    {
        var (workspace, own) = Workspace.Around(path);
        if (Opened.Told(own, language) is not { Election: var earlier })
        {
            return Nothing(ExitCode.Unreadable);
        }

        if (workspace.Named(to.Folder) is not [var other])
        {
            throw new UsageException($"There is no one election '{to.Folder}' beside '{path}'; there is {string.Join(", ", workspace.Elections.Select(e => e.Folder))}.");
        }

        if (Opened.Told(other, language) is not { Election: var later })
        {
            return Nothing(ExitCode.Unreadable);
        }

        var (rows, columns) = (Opened.Contests(earlier, from)[0], Opened.Contests(later, to.Contest)[0]);
        if (AcrossElections.Between(earlier, rows, later, columns, scenario) is { } transfer)
        {
            return new InferInput(transfer.Problem, transfer.Titles, later, [AcrossElections.Caution(transfer, earlier, later), .. transfer.Findings]);
        }

        Messages.Tell(LocalizedText.Say("infer-input.no-unit-states-its-roll-votes", ("from", from), ("to", $"{to.Folder}:{to.Contest}")).In(language));
        return Nothing(ExitCode.NotEnoughData);
    }

    /// <summary>Pairs two tables.</summary>
    public static InferInput FromFiles(FileInfo rows, FileInfo columns, bool hasKey, RollScenario scenario, string groups, string? options, Language language)
    {
        var read = TransferTables.Read(rows.FullName, columns.FullName, hasKey);
        if (read.Findings.Any(f => f.Severity == Severity.Fault))
        {
            Messages.TellFaults($"{rows.Name}, {columns.Name}", read.Findings, language);
            return Nothing(ExitCode.Unreadable);
        }

        if (read.Value is { InformedUnits: 0 } empty)
        {
            Messages.Tell(LocalizedText.Say(
                "infer-input.none-of-the-units-of-and", ("units", empty.Units.Length), ("rows", rows.Name), ("columns", columns.Name)).In(language));
            return Nothing(ExitCode.NotEnoughData);
        }

        if (read.Value is { } given)
        {
            var problem = given.Of(InferKinds.Of(given, groups, options));
            Refuse(problem, scenario);
            var roll = RollBalance.Apply(problem, scenario);
            return new InferInput(roll.Problem, TransferTitles.Of(roll.Problem), null, [.. read.Findings, .. roll.Findings, .. roll.VotesOnly, .. roll.Problem.Check.Findings]);
        }

        Messages.Tell(LocalizedText.Say("infer-input.and-have-no-unit-in-common", ("rows", rows.Name), ("columns", columns.Name)).In(language));
        return Nothing(ExitCode.NotEnoughData);
    }

    static void Refuse(TransferProblem problem, RollScenario scenario)
    {
        if (RollBalance.FaultIn(problem, scenario) is { } fault)
        {
            throw new UsageException(LocalizedText.Say("infer-input.roll-does-not-fit", ("fault", fault)));
        }
    }

    static InferInput Nothing(int code) => new(null, new TransferTitles([], []), null, [], code);
}
