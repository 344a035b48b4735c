using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Urna.Model;

namespace Urna.Cli;

/// <summary>Help that teaches, in the reader's language: what a verb answers, its options, and examples to try.</summary>
/// <remarks>
/// What a command, argument or option is stands in the catalogue as <c>help.VERB</c>, <c>help.VERB.NAME</c>, or <c>help.NAME</c> where
/// several verbs have it. It is looked up when someone asks for help, so that no verb waits for it.
/// </remarks>
static class Help
{
    /// <summary>Gives every command a help that has its words and examples.</summary>
    public static void Teach(Command root) => Teach(root, "");

    /// <summary>The verbs that lead to a command, each followed by a space.</summary>
    public static string PathOf(CommandResult command) =>
        command.Command is RootCommand ? "" : $"{(command.Parent is CommandResult parent ? PathOf(parent) : "")}{command.Command.Name} ";

    /// <summary>Says in a language what a command, its parts and the verbs below it are.</summary>
    /// <param name="command">The command.</param>
    /// <param name="verb">The verbs that lead to it, with spaces between; empty for the root.</param>
    /// <param name="language">The reader's language.</param>
    public static void Describe(Command command, string verb, Language language)
    {
        var known = Catalogue.Keys(language).ToHashSet();
        command.Description = HelpWords.Say(Key(verb), language);
        foreach (var part in command.Arguments.AsEnumerable<Symbol>().Concat(command.Options))
        {
            part.Description = HelpWords.Say(KeyOf(verb, part.Name, known), language);
        }

        foreach (var below in command.Subcommands)
        {
            below.Description = HelpWords.Say(Key($"{verb} {below.Name}".Trim()), language);
        }
    }

    /// <summary>The key of an argument's or option's words: its verb's own, or the one that verbs share.</summary>
    /// <param name="verb">The verbs that lead to its command, with spaces between.</param>
    /// <param name="name">Its name.</param>
    /// <param name="known">All keys.</param>
    public static string KeyOf(string verb, string name, HashSet<string> known) =>
        known.Contains($"{Key(verb)}.{name}") ? $"{Key(verb)}.{name}" : $"help.{name}";

    /// <summary>The key of a command's words.</summary>
    /// <param name="verb">The verbs that lead to it, with spaces between; empty for the root.</param>
    public static string Key(string verb) => verb.Length == 0 ? "help.urna" : $"help.{verb.Replace(' ', '.')}";

    static void Teach(Command command, string verb)
    {
        var help = command.Options.OfType<HelpOption>().FirstOrDefault() ?? new HelpOption();
        if (!command.Options.Contains(help))
        {
            command.Options.Add(help);
        }

        help.Action = new InWords((HelpAction)help.Action!, command, verb);
        foreach (var below in command.Subcommands)
        {
            Teach(below, $"{verb} {below.Name}".Trim());
        }
    }

    sealed class InWords(HelpAction help, Command command, string verb) : SynchronousCommandLineAction
    {
        // Help is asked for by whoever does not know the arguments yet.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var language = Messages.Language;
            Describe(command, verb, language);
            var output = parseResult.InvocationConfiguration.Output;
            using var page = new StringWriter();
            parseResult.InvocationConfiguration.Output = page;
            var code = help.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output = output;
            output.Write(HelpWords.Headed(page.ToString(), language));
            output.WriteLine(HelpWords.Examples(verb, language));
            return code;
        }
    }
}
