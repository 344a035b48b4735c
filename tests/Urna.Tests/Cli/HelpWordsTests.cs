using System.CommandLine;
using Urna.Cli;
using Urna.Model;

namespace Urna.Tests.Cli;

/// <summary>Each command, argument, option and example of help speaks each language, from the catalogue alone.</summary>
public class HelpWordsTests
{
    public static TheoryData<Language> AllLanguages => [.. Enum.GetValues<Language>()];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Describe_EveryCommand_SaysAllOfIt(Language language)
    {
        foreach (var (command, verb) in Commands(CommandTree.Root(), ""))
        {
            Help.Describe(command, verb, language);
            Assert.All(
                command.Arguments.AsEnumerable<Symbol>().Concat(command.Options).Concat(command.Subcommands).Append(command),
                s => Assert.False(string.IsNullOrWhiteSpace(s.Description), $"{verb} {s.Name}"));
        }
    }

    [Fact]
    public void Catalogue_HasTheHelpOfWhatIsThere_AndNoOther()
    {
        var known = Catalogue.Keys(Language.English).ToHashSet();
        var needed = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (command, verb) in Commands(CommandTree.Root(), ""))
        {
            needed.Add(Help.Key(verb));
            needed.UnionWith(command.Arguments.AsEnumerable<Symbol>().Concat(command.Options).Select(s => Help.KeyOf(verb, s.Name, known)));
            needed.UnionWith(HelpExamples.Of[verb.Length == 0 ? "urna" : verb].Select((_, i) => $"{Help.Key(verb)}.example-{i + 1}").Where(known.Contains));
        }

        Assert.Equal(needed, known.Where(k => k.StartsWith("help.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Language.Spanish)]
    [InlineData(Language.Portuguese)]
    public void Catalogue_HasNoHelpLeftInEnglish(Language language) => Assert.Empty(
        from key in Catalogue.Keys(language)
        where key.StartsWith("help", StringComparison.Ordinal)
        let english = Catalogue.Text(key, Language.English)
        where english.Contains(' ', StringComparison.Ordinal) && english != "plain, {formats}" && english == Catalogue.Text(key, language)
        select key);

    [Theory]
    [InlineData("es", "Opciones:", "Uso:", "Ejemplos:", "[si falta: ")]
    [InlineData("pt", "Opções:", "Uso:", "Exemplos:", "[se faltar: ")]
    public void Help_InALanguage_HasItsHeadingsAndNoneOfTheParsers(string language, params string[] headings)
    {
        var help = UrnaCommand.Run("report", "--help", "--lang", language).Output;

        Assert.All(headings, h => Assert.Contains(h, help, StringComparison.Ordinal));
        Assert.All(
            ["Description:", "Usage:", "Arguments:", "Options:", "Examples:", "[options]", "[default:", "REQUIRED"],
            h => Assert.DoesNotContain(h, help, StringComparison.Ordinal));
    }

    static IEnumerable<(Command Command, string Verb)> Commands(Command command, string verb) =>
        command.Subcommands.SelectMany(c => Commands(c, $"{verb} {c.Name}".Trim())).Prepend((command, verb));
}
