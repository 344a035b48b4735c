using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Urna.Store.Scenarios;

namespace Urna.Cli.Verbs;

/// <summary>The options of one scenario, in the order in which they are given; <see cref="ScenarioOptions"/> understands them.</summary>
static class WhatIfOptions
{
    const int MostValues = 10_000;

    static readonly Option<string[]>[] all =
    [
        Many("--rule", "another law: a shipped law's name, or the path of a law's .yaml file", "RULE"),
        Many("--join", "a joined list of this name; each --of after it is a list that it joins", "NAME"),
        Many("--of", "a list of the --join before it", "LIST"),
        Many("--split", "the parties of this list run apart; * for all lists", "LIST"),
        Many("--move", "this party or person runs on the list of the --to after it", "WHAT"),
        Many("--to", "the list of the --move before it (or independent); after --withdraw: who gets the votes, as LIST=60%", "LIST"),
        Many("--withdraw", "this list, party or person does not run", "WHO"),
        Many("--districts", "nation, a level of places, or a table place,district in a .csv file", "nation|LEVEL|FILE.csv"),
        Many("--magnitudes", "registered or votes to share the seats by; or seats, as DISTRICT=N", "registered|votes|DISTRICT=N"),
        Many("--threshold", "lists take part only with this share of all votes, as 5%", "SHARE"),
        Many("--swing", "points by which a list's share changes, as LIST=+2", "LIST=POINTS"),
        Many("--swing-kind", "uniform (in each district as many points) or proportional", "uniform|proportional"),
        Many("--add-votes", "votes more for a list or person of a district", "DISTRICT LIST N", ScenarioOptions.WordsOfAddVotes),
        Many("--transfer", "a file that 'urna infer --format json' wrote, or whose votes go to whom, as A=B=60%", "FILE|A=B=SHARE"),
        Many("--draws", "so many draws of what votes might have been", "N"),
        Many("--seed", "the seed of the draws; 1 if absent", "S"),
        Many("--deviation", "how far draws deviate, in points: list=3, district=2", "list=D"),
        Many("--poll", "draw about a poll: n=1000, and shares as LIST=25%", "n=N|LIST=SHARE"),
    ];

    /// <summary>The options.</summary>
    public static IEnumerable<Option> All => all;

    /// <summary>The options that were given, in their order.</summary>
    public static ImmutableArray<ScenarioOptions.Given> In(ParseResult parsed)
    {
        var given = ImmutableArray.CreateBuilder<ScenarioOptions.Given>();
        var names = all.Select(o => o.Name).ToHashSet();
        foreach (var token in parsed.Tokens)
        {
            if (token.Type == TokenType.Option)
            {
                given.Add(new(token.Value, []));
            }
            else if (token.Type == TokenType.Argument && given.Count > 0 && names.Contains(given[^1].Option) && given[^1].Values.Length < (given[^1].Option == "--add-votes" ? ScenarioOptions.WordsOfAddVotes : 1))
            {
                given[^1] = given[^1] with { Values = given[^1].Values.Add(token.Value) };
            }
        }

        return [.. given.Where(g => names.Contains(g.Option) && !g.Values.IsEmpty)];
    }

    static Option<string[]> Many(string name, string description, string help, int values = 1) => new(name)
    {
        Description = description,
        HelpName = help,
        Arity = new ArgumentArity(values, MostValues),
        AllowMultipleArgumentsPerToken = values > 1,
    };
}
