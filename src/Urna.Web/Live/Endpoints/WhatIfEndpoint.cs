using System.Collections.Immutable;
using Urna.Contract;
using Urna.Model;
using Urna.Report;
using Urna.Scenarios;
using Urna.Scenarios.Changes;
using Urna.Scenarios.Goals;
using Urna.Store.Scenarios;

namespace Urna.Web.Live.Endpoints;

/// <summary>Other laws, pacts, districts and votes, and what it would have taken.</summary>
/// <remarks>The parameters are the command's options, in the order in which the address has them. None may name a file.</remarks>
static class WhatIfEndpoint
{
    const int MostDraws = 2_000;

    public static Endpoint Endpoint { get; } = new("/api/v1/elections/{id}/contests/{contest}/whatif", "The contest as it was, and under one scenario: who would sit, and what it would have taken.", typeof(IEnumerable<WhatIfJson>), Answer)
    {
        Command = "urna whatif",
        Parameters =
        [
            new("rule", "a shipped law's name"), new("join", "a joined list of this name; each of= after it is a list that it joins") { IsMany = true }, new("of", "a list of the join before it") { IsMany = true },
            new("split", "the parties of this list run apart; * for all") { IsMany = true }, new("move", "this party or person runs on the list of the to= after it") { IsMany = true }, new("to", "the list of the move or withdrawal before it") { IsMany = true },
            new("withdraw", "this list, party or person does not run") { IsMany = true }, new("districts", "nation, or a level of places"), new("magnitudes", "registered, votes, or DISTRICT=N") { IsMany = true },
            new("threshold", "a share of all votes, as 5%"), new("swing", "points by which a list's share changes, as LIST=+2") { IsMany = true }, new("swing-kind", "how") { Words = ["uniform", "proportional"] },
            new("add-votes", "DISTRICT|LIST|N") { IsMany = true }, new("transfer", "A=B=60%") { IsMany = true }, new("draws", "so many draws"), new("seed", "their seed"), new("deviation", "list=3, district=2") { IsMany = true },
            new("poll", "n=1000, LIST=25%") { IsMany = true }, new("find", "majority LIST, seats LIST N, quorum NAME, person NAME"), new("with", "a list that counts with it") { IsMany = true }, new("explain", "true: every step") { Words = ["true", "false", ""] },
        ],
    };

    static Reply Answer(LiveState state, Asked asked)
    {
        var (_, reckoning, contest) = state.Contest(asked.Path("id"), asked.Path("contest"));
        var counted = ScenarioInput.Of(reckoning, contest) ?? throw ServeFault.NotThere("contest", contest.Id, reckoning.Election.Contests.Where(c => reckoning.LawOf(c) is not null).Select(c => c.Id));
        ImmutableArray<ScenarioOptions.Given> given = [.. asked.All.Where(p => p.Name is not ("find" or "with" or "explain")).Select(p => new ScenarioOptions.Given($"--{p.Name}", p.Name == "add-votes" ? [.. p.Value.Split('|')] : [p.Value]))];
        if (ScenarioOptions.NamingFiles(given) is [var file, ..])
        {
            throw ServeFault.Wrong(file.Option[2..], file.Values[0], file.Option == "--rule" ? Store.Laws.RuleLibrary.Shipped.Names : ["a value that names no file"]);
        }

        _ = asked.Whole("draws", 1, MostDraws);
        try
        {
            var scenario = ScenarioOptions.Scenario(given, counted);
            var goal = ScenarioOptions.Goal(asked.One("find"), asked.Many("with"), null, counted, reckoning);
            if (goal is Goal.Pacts)
            {
                throw ServeFault.Wrong("find", "pacts", ["majority LIST", "seats LIST N", "quorum NAME", "person NAME"]);
            }

            return Told(counted, scenario, goal, asked.Flag("explain"));
        }
        catch (ScenarioRefusedException e)
        {
            throw ServeFault.Wrong("query", e.Message);
        }
    }

    static Reply Told(CountedContest counted, Scenario? scenario, Goal? goal, bool explain)
    {
        var (outcomes, faults) = WhatIf.Of(counted, scenario is null ? [] : [scenario], goal);
        if (!faults.IsEmpty)
        {
            throw new ServeFault(400, [.. faults.Select(f => f.Fault.Finding).Distinct()]);
        }

        if (outcomes.FirstOrDefault(o => !o.Allocation.Faults.IsEmpty) is { } refused)
        {
            throw new ServeFault(400, refused.Allocation.Faults);
        }

        var english = new Wording(Language.English);
        return Reply.Json(outcomes.Select(o => WhatIfJson.Of(o, r => ScenarioWords.Because(r, english), explain)));
    }
}
