using System.Collections.Immutable;
using Spectre.Console;
using Spectre.Console.Rendering;
using Urna.Allocate.Laws;
using Urna.Contract;
using Urna.Model;
using Urna.Power;
using Urna.Report;
using Urna.Store;
using Urna.Store.Laws;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary>A law as a line of a list.</summary>
sealed record LawCard(string Name, string Country, LocalizedText Title, LocalizedText Applies);

/// <summary>A law that was read and can be shown.</summary>
/// <param name="Card">Its line in a list.</param>
/// <param name="InWords">The law as people read it.</param>
/// <param name="AsJson">The law as programs read it.</param>
sealed record ShownLaw(LawCard Card, Func<Wording, IEnumerable<IRenderable>> InWords, Func<Wording, object> AsJson);

/// <summary>The kinds of law file, told apart by the list that each must hold.</summary>
static class LawKinds
{
    /// <summary>A kind of law file.</summary>
    /// <param name="Field">The field that only it has.</param>
    /// <param name="Check">Everything wrong with a file.</param>
    /// <param name="Read">Reads a file.</param>
    sealed record Kind(string Field, Func<string, ImmutableArray<Finding>> Check, Func<string, ReadResult<ShownLaw>> Read);

    static readonly ImmutableArray<Kind> kinds = [new("steps", RuleFile.Check, ReadSteps), new("quorums", path => QuorumsFile.Read(path).Findings, ReadQuorums)];

    /// <summary>Everything wrong with a law's file.</summary>
    public static ImmutableArray<Finding> Check(string path) => KindOf(path).Check(path);

    /// <summary>Reads a law of any kind.</summary>
    public static ReadResult<ShownLaw> Read(string path) => KindOf(path).Read(path);

    static Kind KindOf(string path)
    {
        var fields = RuleFile.FieldsOf(path);
        return kinds.FirstOrDefault(k => fields.Contains(k.Field)) ?? kinds[0];
    }

    static ReadResult<ShownLaw> ReadSteps(string path)
    {
        var read = RuleFile.Read(path);
        return new(read.Value is { } rule ? new ShownLaw(new(rule.Name, rule.Country, rule.Title, rule.Applies), words => InWords(rule, words), words => LawAnswers.Of(rule, words)) : null, read.Findings);
    }

    static IEnumerable<IRenderable> InWords(ElectoralRule rule, Wording words)
    {
        yield return new Text($"{words.L(rule.Title)} ({rule.Name})\n");
        if (rule.Applies.English.Length > 0)
        {
            yield return new Text($"{words.Say("term.applies")}: {words.L(rule.Applies)}\n");
        }

        yield return new Text("\n");
        foreach (var (number, step) in LawAnswers.Of(rule, words).Steps.Select((s, i) => (i + 1, s)))
        {
            var districts = step.Districts.Any() ? words.Say("methods-page.for", ("districts", words.List(step.Districts))) : "";
            yield return Indented($"{number}. {step.Words}{districts} {step.Ties}".TrimEnd(), 2);
            yield return Indented(step.Article, 5);
            if (step.Unverified is { } unverified)
            {
                yield return Indented($"{words.Say("methods-page.not-verified-against-the-laws-text")}: {unverified}", 5);
            }
        }

        if (!rule.Sources.IsEmpty)
        {
            yield return new Text($"\n{words.Say("term.read-from")}\n");
            foreach (var source in rule.Sources)
            {
                yield return Indented(source, 2);
            }
        }
    }

    static ReadResult<ShownLaw> ReadQuorums(string path)
    {
        var read = QuorumsFile.Read(path);
        return new(
            read.Value is { } law
                ? new ShownLaw(new(law.Name, law.Country, law.Title, LocalizedText.Same("")), words => InWords(law, words), words => LawAnswers.Of(law, words))
                : null,
            read.Findings);
    }

    static IEnumerable<IRenderable> InWords(QuorumLaw law, Wording words)
    {
        yield return new Text($"{words.L(law.Title)} ({law.Name})\n\n");
        foreach (var quorum in LawAnswers.Of(law, words).Quorums)
        {
            yield return Indented(quorum.Words, 2);
            yield return Indented(quorum.Article, 5);
            if (quorum.Unverified is { } unverified)
            {
                yield return Indented($"{words.Say("methods-page.not-verified-against-the-laws-text")}: {unverified}", 5);
            }
        }
    }

    static Padder Indented(string text, int columns) => new(new Text(text), new Padding(columns, 0, 0, 0));
}
