using System.Text.RegularExpressions;
using Urna.Model;

namespace Urna.Tests.Model;

/// <summary>Each language says each sentence, of the same arguments; the code says each, and no sentence stands in code.</summary>
public partial class CatalogueTests
{
    static readonly Language[] languages = Enum.GetValues<Language>();

    static readonly Lazy<List<(string File, string Code)>> sources = new(() => [..
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.*", SearchOption.AllDirectories)
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
        select (Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), Comment().Replace(File.ReadAllText(file), ""))]);

    public static TheoryData<Language> AllLanguages => [.. languages];

    /// <summary>The files' lines are ascending, so that two who add sentences meet only where they add the same.</summary>
    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void File_IsAscendingAndHasNoKeyTwice(Language language)
    {
        var path = Path.Combine(Repository.Root, "src/Urna/Words", $"{language.Code()}.txt");
        var lines = File.ReadAllLines(path);
        string[] sorted = [.. lines.Where(l => l.Length > 0).Distinct().OrderBy(Key, StringComparer.Ordinal)];
        if (Environment.GetEnvironmentVariable("URNA_ACCEPT") == "1")
        {
            File.WriteAllText(path, string.Concat(sorted.Select(l => l + "\n")));
            lines = sorted;
        }

        Assert.Equal(lines.OrderBy(Key, StringComparer.Ordinal), lines);
        Assert.Empty(lines.GroupBy(Key).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Languages_HaveTheSameSentences()
    {
        var english = Catalogue.Keys(Language.English).ToHashSet();
        foreach (var language in languages)
        {
            var keys = Catalogue.Keys(language).ToHashSet();
            Assert.Empty(english.Except(keys).Select(k => $"{language} lacks {k}"));
            Assert.Empty(keys.Except(english).Select(k => $"{language} has {k}, which English lacks"));
        }
    }

    [Fact]
    public void Sentences_HaveTheSameArgumentsInEachLanguage()
    {
        var differing =
            from key in Catalogue.Keys(Language.English)
            let english = string.Join(' ', Catalogue.Of(key, Language.English).Names)
            from language in languages
            let own = string.Join(' ', Catalogue.Of(key, language).Names)
            where own != english
            select $"{key}: {language} has [{own}], English [{english}]";
        Assert.Empty(differing);
    }

    /// <summary>Whatever an argument is, one branch is meant for it.</summary>
    [Fact]
    public void Branches_LeaveNothingOut()
    {
        var lacking =
            from language in languages
            from key in Catalogue.Keys(language)
            from Match hole in Chosen().Matches(Catalogue.Text(key, language))
            let branches = Branch().Matches(hole.Value).Select(b => b.Groups["name"].Value).ToHashSet()
            where !branches.Contains("other") && !(branches.Contains("yes") && branches.Contains("no"))
            select $"{language} {key}: {hole.Value}";
        Assert.Empty(lacking);
    }

    [Fact]
    public void Code_SaysOnlyWhatTheCatalogueHas_WithItsArguments()
    {
        var keys = Catalogue.Keys(Language.English).ToHashSet();
        var faults = new List<string>();
        foreach (var (file, code) in sources.Value)
        {
            foreach (Match call in Said().Matches(code))
            {
                var key = call.Groups["key"].Value;
                if (!keys.Contains(key))
                {
                    faults.Add($"{file} says '{key}', which the catalogue lacks");
                    continue;
                }

                var needed = Catalogue.Of(key, Language.English).Names;
                var told = Told(code, call.Index + call.Length).Order(StringComparer.Ordinal);
                if (!needed.SequenceEqual(told))
                {
                    faults.Add($"{file} tells '{key}' of [{string.Join(' ', told)}], it needs [{string.Join(' ', needed)}]");
                }
            }
        }

        Assert.Empty(faults);
    }

    [Fact]
    public void Catalogue_HasOnlyWhatCodeSays()
    {
        var named = sources.Value.SelectMany(s => Literal().Matches(s.Code)).Select(m => m.Groups["text"].Value).ToHashSet();
        var begun = sources.Value.SelectMany(s => Begun().Matches(s.Code)).Select(m => m.Groups["text"].Value).ToHashSet();
        var unsaid = Catalogue.Keys(Language.English).Where(k =>
            !named.Contains(k) && !k.StartsWith("list.", StringComparison.Ordinal) && !k.StartsWith("expected.", StringComparison.Ordinal) && !k.StartsWith("help.", StringComparison.Ordinal) && !begun.Any(b => k.StartsWith(b, StringComparison.Ordinal))).ToList();
        Assert.Empty(unsaid);
    }

    /// <summary>A sentence in two languages side by side is not for code; the catalogue has it.</summary>
    [Fact]
    public void Code_HasNoSentenceInTwoLanguages()
    {
        var left =
            from source in sources.Value
            where converted.Any(c => source.File.StartsWith(c, StringComparison.Ordinal)) && !open.Any(o => source.File.StartsWith(o, StringComparison.Ordinal))
            from Match text in TwoLanguages().Matches(source.Code)
            select $"{source.File}: {text.Value}";
        Assert.Empty(left);
    }

    /// <summary>What a verb or an option is, the catalogue says when help is asked for: <c>HelpWordsTests</c> holds it to the command.</summary>
    [Fact]
    public void Command_HasNoDescriptionInCode() => Assert.Empty(
        from source in sources.Value
        where source.File.StartsWith("src/Urna.Cli/", StringComparison.Ordinal)
        from Match text in Described().Matches(source.Code)
        select $"{source.File}: {text.Value}");

    [Theory]
    [InlineData(0, "0 seats", "0 escaños", "0 cadeira")]
    [InlineData(1, "1 seat", "1 escaño", "1 cadeira")]
    [InlineData(2, "2 seats", "2 escaños", "2 cadeiras")]
    [InlineData(21_000, "21,000 seats", "21.000 escaños", "21.000 cadeiras")]
    public void Plural_IsTheLanguages(long seats, string english, string spanish, string portuguese)
    {
        Assert.Equal(english, Pattern.Read("{n:whole} {n|one=seat|other=seats}").Say([("n", seats)], Language.English));
        Assert.Equal(spanish, Pattern.Read("{n:whole} {n|one=escaño|other=escaños}").Say([("n", seats)], Language.Spanish));
        Assert.Equal(portuguese, Pattern.Read("{n:whole} {n|one=cadeira|other=cadeiras}").Say([("n", seats)], Language.Portuguese));
    }

    [Fact]
    public void Pattern_ChoosesByNumberWordAndYesOrNo_WithHolesInBranches()
    {
        var pattern = Pattern.Read("{n|0=nobody|one={who}|other={n} of {who|A=them|other=others}}{sure|yes=!|no=?}");
        Assert.Equal(["n", "sure", "who"], pattern.Names);
        Assert.Equal("nobody!", pattern.Say([("n", 0), ("who", "A"), ("sure", true)], Language.English));
        Assert.Equal("A?", pattern.Say([("n", 1), ("who", "A"), ("sure", false)], Language.English));
        Assert.Equal("2 of them?", pattern.Say([("n", 2), ("who", "A"), ("sure", false)], Language.English));
        Assert.Equal("2 of others?", pattern.Say([("n", 2), ("who", "B"), ("sure", false)], Language.English));
    }

    [Theory]
    [InlineData("en", "A, B and C", "1,234.5", "55.7%")]
    [InlineData("es", "A, B y C", "1.234,5", "55,7\u00A0%")]
    [InlineData("pt", "A, B e C", "1.234,5", "55,7%")]
    public void Arguments_AreWrittenAsTheLanguageDoes(string code, string names, string number, string share)
    {
        var language = Languages.All.Single(l => l.Code == code).Language;
        Assert.Equal(
            $"{names} {number} {share} –",
            Pattern.Read("{names:and} {number:number1} {share:percent} {none:whole}").Say([("names", new[] { "A", "B", "C" }), ("number", 1234.5), ("share", 0.557), ("none", (long?)null)], language));
    }

    [Theory]
    [InlineData("{n")]
    [InlineData("{}")]
    [InlineData("n}")]
    [InlineData("{n|one}")]
    [InlineData("{n|one=x")]
    [InlineData("x\\")]
    public void Read_MalformedPattern_IsRefused(string text) => Assert.Throws<FormatException>(() => Pattern.Read(text));

    [Fact]
    public void Say_UnknownKeyOrArgument_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Catalogue.Say("no.such-key", Language.English));
        Assert.Throws<InvalidOperationException>(() => Pattern.Read("{a}").Say([("b", "x")], Language.English));
    }

    [Fact]
    public void LocalizedText_OfData_SaysTheNearestLanguageWhereOneIsMissing()
    {
        Assert.Equal("Lista", new LocalizedText("List", "Lista").Portuguese);
        Assert.Equal("Chapa", new LocalizedText("List", "Lista", "Chapa").Portuguese);
        Assert.Equal(new LocalizedText("List", "Lista"), new LocalizedText("List", "Lista", "Lista"));
        Assert.NotEqual(new LocalizedText("List", "Lista"), new LocalizedText("List", "Lista", "Chapa"));
    }

    static readonly string[] converted = ["src/Urna.Report/", "src/Urna.Cli/", "src/Urna/", "src/Urna.Store/", "src/Urna.Web/"];

    // A draft of a mapping writes titles as data has them.
    static readonly string[] open = ["src/Urna.Store/Import/Drafts/"];

    static string Key(string line) => line[..line.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>Names of the arguments that a call tells, from after its key.</summary>
    static IEnumerable<string> Told(string code, int at)
    {
        var (depth, quoted) = (1, false);
        for (; at < code.Length && depth > 0; at++)
        {
            quoted ^= code[at] == '"' && code[at - 1] != '\\';
            if (!quoted && code[at] is '(' or '[' or '{')
            {
                if (depth++ == 1 && Argument().Match(code, at) is { Success: true } name)
                {
                    yield return name.Groups["name"].Value;
                }
            }
            else if (!quoted && code[at] is ')' or ']' or '}')
            {
                depth--;
            }
        }
    }

    [GeneratedRegex(@"^\s*//.*|(?<=[;{},])\s*//.*", RegexOptions.Multiline, 5000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bSay\(\s*""(?<key>[^""]+)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Said();

    [GeneratedRegex(@"\G\(""(?<name>\w+)"",", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Argument();

    [GeneratedRegex(@"""(?<text>[a-z0-9-]+\.[a-z0-9-]+)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\$""(?<text>[a-z0-9-]+\.[a-z0-9-]+)\{", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Begun();

    [GeneratedRegex(@"\bL\(\s*\$?""[^\n]*|new LocalizedText\(\s*\$?""[^\n]*|""[^""\n]*[áéíóúñ¿][^""\n]* [^""\n]* [^""\n]*""", RegexOptions.None, 5000)]
    private static partial Regex TwoLanguages();

    [GeneratedRegex(@"\bDescription = \$?""[^\n]*|\bnew (Root)?Command\(\s*""[^""]*"",\s*\$?""[^\n]*|\bCommand Command\(\) => new\(""[^""]*"",\s*\$?""[^\n]*", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Described();

    [GeneratedRegex(@"\{\w+(:\w+)?\|([^{}]|\{[^{}]*\})*\}", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Chosen();

    [GeneratedRegex(@"\|(?<name>\w+)=", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Branch();
}
