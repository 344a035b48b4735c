using System.CommandLine;
using Urna.Cli.Verbs;

namespace Urna.Cli;

/// <summary>The command with all its verbs.</summary>
static class CommandTree
{
    /// <summary>The command, whose every verb takes the reader's language and has help.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand();
        Command[] verbs =
        [
            ReportVerb.Command(), ValidateVerb.Command(), CountVerb.Command(), HistoryVerb.Command(),
            SeatsVerb.Command(), PowerVerb.Command(), InferVerb.Command(), NightVerb.Command(),
            AuditVerb.Command(), ClaimsVerb.Command(), ImportVerb.Command(), WhyVerb.Command(),
            DiffVerb.Command(), ExportVerb.Command(), ExplainVerb.Command(), RuleVerb.Command(),
            McpVerb.Command(), WhatIfVerb.Command(), ServeVerb.Command(), PublishVerb.Command(),
        ];
        foreach (var verb in verbs)
        {
            root.Add(verb);
        }

        SpeakAll(root);
        Help.Teach(root);
        return root;
    }

    // Each verb takes the reader's language, if only for what it tells beside its answer.
    static void SpeakAll(Command command)
    {
        if (command.Subcommands.Count == 0 && command.Options.All(o => o.Name != "--lang"))
        {
            command.Add(Options.Language());
        }

        foreach (var part in command.Subcommands)
        {
            SpeakAll(part);
        }
    }
}
