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
        Many("--rule", "RULE"),
        Many("--join", "NAME"),
        Many("--of", "LIST"),
        Many("--split", "LIST"),
        Many("--move", "WHAT"),
        Many("--to", "LIST"),
        Many("--withdraw", "WHO"),
        Many("--districts", "nation|LEVEL|FILE.csv"),
        Many("--magnitudes", "registered|votes|DISTRICT=N"),
        Many("--threshold", "SHARE"),
        Many("--swing", "LIST=POINTS"),
        Many("--swing-kind", "uniform|proportional"),
        Many("--add-votes", "DISTRICT LIST N", ScenarioOptions.WordsOfAddVotes),
        Many("--transfer", "FILE|A=B=SHARE"),
        Many("--draws", "N"),
        Many("--seed", "S"),
        Many("--deviation", "list=D"),
        Many("--poll", "n=N|LIST=SHARE"),
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

    static Option<string[]> Many(string name, string help, int values = 1) => new(name)
    {
        HelpName = help,
        Arity = new ArgumentArity(values, MostValues),
        AllowMultipleArgumentsPerToken = values > 1,
    };
}
