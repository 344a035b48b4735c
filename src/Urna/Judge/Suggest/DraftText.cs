using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>Writes drafts as a claims file for a person to finish.</summary>
public static class DraftText
{
    /// <summary>The file.</summary>
    /// <param name="drafts">The drafts.</param>
    /// <param name="election">The id of the election.</param>
    /// <param name="language">The language of the comments.</param>
    public static string Of(DraftSet drafts, string election, Language language)
    {
        var file = new StringBuilder();
        Comment(file, In("draft.a-draft-that-urna-claims-suggest"));
        Comment(file, In("draft.read-each-claim-mend-it-fill"));
        file.Append(CultureInfo.InvariantCulture, $"election: {election}\ntitle: {Quoted(In("draft.draft-to-be-finished-by-a"))}\nclaims:{(drafts.Claims.IsEmpty ? " []" : "")}\n");
        foreach (var claim in drafts.Claims)
        {
            file.Append(CultureInfo.InvariantCulture, $"  - id: {claim.Id}   # {In("draft.line")} {claim.Line}, {In("draft.rule")} {claim.Rule}\n");
            file.Append(claim.Occurrence is { } n ? $"    span: {{ words: {Quoted(claim.Words)}, occurrence: {n} }}\n" : $"    span: {Quoted(claim.Words)}\n");
            file.Append("    draft: true\n");
            file.Append(CultureInfo.InvariantCulture, $"    says: {Quoted(claim.Words)}\n");
            foreach (var field in claim.Fields)
            {
                file.Append(CultureInfo.InvariantCulture, $"    {field.Key}:{Value(field)}\n");
            }
        }

        if (!drafts.LeftOut.IsEmpty)
        {
            Comment(file, In("draft.sentences-with-numbers-in-which-no"));
            foreach (var sentence in drafts.LeftOut)
            {
                Comment(file, $"  {In("draft.line")} {sentence.Line}: {sentence.Text}");
            }
        }

        return file.ToString();

        string In(string key) => Catalogue.Say(key, language);

        string Value(DraftField field) => field.Values switch
        {
            [] => $" # {In("draft.choose")}: {Open(field.Key)}",
            [_, _, ..] when !field.IsOpen => $" [{string.Join(", ", field.Values.Select(Scalar))}]",
            [var one] when !field.IsOpen => field.Key is "of" or "since" or "places" ? $" [{Scalar(one)}]" : $" {Scalar(one)}",
            var several => $" # {In("draft.choose")}: {string.Join(", ", several)}",
        };

        string Open(string key) => key switch
        {
            "than" => In("draft.the-choice-that-is-compared-with"),
            "since" => In("draft.the-contest-that-is-compared-with"),
            "contest" => In("draft.a-contest-or-a-chamber-in"),
            _ => In("draft.the-choices-lists-or-parties-that"),
        };
    }

    static void Comment(StringBuilder file, string text) => file.Append(CultureInfo.InvariantCulture, $"# {text}\n");

    static string Scalar(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/' or '.' or ' ' or '%') && char.IsAsciiLetterOrDigit(text[0]) ? text : Quoted(text);

    static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
