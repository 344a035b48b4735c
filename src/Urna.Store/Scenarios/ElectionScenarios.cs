using System.Collections.Immutable;
using Urna.Model;
using Urna.Scenarios;
using Urna.Validate;

namespace Urna.Store.Scenarios;

/// <summary>The scenarios of a file, counted for the contests that they are of.</summary>
public static class ElectionScenarios
{
    /// <summary>Counts them, or lists every fault with its line.</summary>
    /// <param name="path">The file.</param>
    /// <param name="folder">The election's folder.</param>
    /// <param name="reckoning">The election with its laws.</param>
    public static ReadResult<ScenarioAccount> Of(string path, string folder, Reckoning reckoning)
    {
        ArgumentNullException.ThrowIfNull(reckoning);
        var read = ScenariosFile.Read(path, folder);
        if (read.Value is not { } set)
        {
            return new(null, read.Findings);
        }

        var contests = ImmutableArray.CreateBuilder<ContestScenarios>();
        var findings = read.Findings.ToBuilder();
        foreach (var contest in reckoning.Election.Contests)
        {
            var scenarios = set.For(contest.Id);
            if (scenarios.IsEmpty || ScenarioInput.Of(reckoning, contest) is not { } counted)
            {
                continue;
            }

            var (outcomes, faults) = WhatIf.Of(counted, [.. scenarios.Select(s => s.Scenario)]);
            findings.AddRange(faults.Select(f => scenarios.First(s => s.Scenario.Id == f.Scenario).Locate(f.Fault)));
            findings.AddRange(outcomes.SelectMany(o => o.Allocation.Faults));
            contests.Add(new(contest, outcomes));
        }

        findings.AddRange(Unknown(set, reckoning));
        return new(findings.Any(f => f.Severity == Severity.Fault) ? null : new ScenarioAccount(contests.ToImmutable()), findings.ToImmutable());
    }

    /// <summary>Scenarios of contests that the election has not.</summary>
    static IEnumerable<Finding> Unknown(ScenarioSet set, Reckoning reckoning) =>
        from s in set.Scenarios
        where s.Contest is { } id && reckoning.Election.Contest(id) is null
        select Codes.Finding("V620", LocalizedText.Say("scenario.fault-no-such-contest", ("line", s.Line), ("contest", s.Contest ?? ""))) with
        {
            File = s.File,
            Row = s.Line,
            Column = "contest",
            Found = s.Contest!,
            Expected = Nearest.Among(s.Contest!, reckoning.Election.Contests.Select(c => c.Id)),
        };
}
