using System.Globalization;
using Urna.Judge.Suggest;
using Urna.Model;

namespace Urna.Cli.Verbs;

/// <summary>Asks a person in the terminal what a draft leaves to choose.</summary>
/// <param name="input">Where answers come from.</param>
/// <param name="output">Where questions go.</param>
/// <param name="language">The language of the questions.</param>
sealed class ClaimQuestions(TextReader input, TextWriter output, Language language)
{
    /// <summary>The draft with what was answered; a field without an answer stays open, and nothing more of the draft is asked.</summary>
    public DraftClaim Ask(DraftClaim draft)
    {
        output.WriteLine($"\n{draft.Id}  {VisibleText.Of(draft.Words)}");
        var fields = draft.Fields.ToBuilder();
        for (var i = 0; i < fields.Count; i++)
        {
            if (!fields[i].IsOpen)
            {
                continue;
            }

            if (Answer(fields[i]) is not { } value)
            {
                break;
            }

            fields[i] = new DraftField(fields[i].Key, [value]);
        }

        return draft with { Fields = fields.ToImmutable() };
    }

    string? Answer(DraftField field)
    {
        output.WriteLine($"  {field.Key}:");
        foreach (var (value, i) in field.Values.Select((v, i) => (v, i)))
        {
            output.WriteLine($"    {i + 1}  {VisibleText.Of(value)}");
        }

        output.Write(LocalizedText.Say("claim-questions.number-other-value-or-nothing-to").In(language));
        var line = input.ReadLine()?.Trim();
        return string.IsNullOrEmpty(line) ? null
            : int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= field.Values.Length ? field.Values[number - 1] : line;
    }
}
