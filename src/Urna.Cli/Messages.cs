using Urna.Model;
using Urna.Report;
using Urna.Validate;

namespace Urna.Cli;

/// <summary>What people are told on standard error.</summary>
static class Messages
{
    /// <summary>Every fault, with file and row, then what to do.</summary>
    public static void TellFaults(string input, IEnumerable<Finding> findings, Language language = Language.English)
    {
        var faults = findings.Where(f => f.Severity == Severity.Fault).ToList();
        foreach (var fault in faults)
        {
            TellFinding(fault, language);
        }

        Tell(LocalizedText.Say("messages.cannot-be-used-fault-nothing-was", ("input", input), ("faults", faults.Count)).In(language));
    }

    /// <summary>What was read but not used, or read with doubt.</summary>
    public static void TellWarnings(IEnumerable<Finding> findings, Language language)
    {
        foreach (var finding in findings.Where(f => f.Severity is Severity.Warning or Severity.Error))
        {
            TellFinding(finding, language);
        }
    }

    /// <summary>A finding, with file and row.</summary>
    public static void TellFinding(Finding finding, Language language) =>
        Console.Error.WriteLine($"{Where(finding)}{finding.Code} {FindingWords.Of(finding, language)}");

    /// <summary>The reader's language, as <c>--lang</c> says anywhere in the command.</summary>
    public static Language Language { get; private set; }

    /// <summary>Takes the reader's language from the command, before it is understood, so that what is wrong with it is told so too.</summary>
    /// <param name="args">The command's words.</param>
    public static void Heed(string[] args)
    {
        var at = Array.IndexOf(args, "--lang");
        var code = at >= 0 && at + 1 < args.Length ? args[at + 1] : Array.Find(args, a => a.StartsWith("--lang=", StringComparison.Ordinal))?["--lang=".Length..];
        Language = code is null ? default : Languages.Of(code) ?? default;
    }

    /// <summary>One message, in the reader's language.</summary>
    public static void Tell(LocalizedText message) => Tell(message.In(Language));

    /// <summary>One message.</summary>
    public static void Tell(string message) => Console.Error.WriteLine($"urna: {message}");

    /// <summary>One line if a contest's figures do not all agree; what they say is for <c>validate</c>, or told beside it.</summary>
    public static void TellDisagreement(string path, Contest contest, Reckoning reckoning, Language language, params IEnumerable<Finding> told)
    {
        var words = new Wording(language);
        var findings = reckoning.Check(contest).Where(f => f.Severity >= Severity.Warning).Except(told).ToList();
        if (findings.Count > 0)
        {
            var codes = words.List(findings.Select(f => f.Code).Distinct().Order(StringComparer.Ordinal));
            Tell(words.Say("messages.some-of-its-figures-disagree-urna", ("contest", contest.Id), ("codes", codes), ("path", path)));
        }
    }

    static string Where(Finding f) => f.File.Length == 0 ? "urna: " : f.Row is { } row ? $"{f.File}:{row}: " : $"{f.File}: ";
}
