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
        Comment(file, In("A draft that 'urna claims suggest' made by plain rules. It judges nothing and may be wrong.", "Borrador que 'urna claims suggest' hizo con reglas simples. No juzga nada y puede estar errado."));
        Comment(file, In("Read each claim, mend it, fill each field that says 'choose', and take 'draft: true' out; 'urna claims' tells those that are left.", "Lea cada afirmación, corríjala, complete cada campo que dice 'elija' y quite 'draft: true'; 'urna claims' indica los que quedan."));
        file.Append(CultureInfo.InvariantCulture, $"election: {election}\ntitle: {Quoted(In("Draft, to be finished by a person", "Borrador, por completar"))}\nclaims:{(drafts.Claims.IsEmpty ? " []" : "")}\n");
        foreach (var claim in drafts.Claims)
        {
            file.Append(CultureInfo.InvariantCulture, $"  - id: {claim.Id}   # {In("line", "línea")} {claim.Line}, {In("rule", "regla")} {claim.Rule}\n");
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
            Comment(file, In("Sentences with numbers in which no rule found a claim about the election:", "Oraciones con números en las que ninguna regla halló una afirmación sobre la elección:"));
            foreach (var sentence in drafts.LeftOut)
            {
                Comment(file, $"  {In("line", "línea")} {sentence.Line}: {sentence.Text}");
            }
        }

        return file.ToString();

        string In(string english, string spanish) => new LocalizedText(english, spanish).In(language);

        string Value(DraftField field) => field.Values switch
        {
            [] => $" # {In("choose", "elija")}: {Open(field.Key)}",
            [var one] when !field.IsOpen => field.Key is "of" or "since" or "places" ? $" [{Scalar(one)}]" : $" {Scalar(one)}",
            var several => $" # {In("choose", "elija")}: {string.Join(", ", several)}",
        };

        string Open(string key) => key switch
        {
            "than" => In("the choice that is compared with", "la opción con que se compara"),
            "since" => In("the contest that is compared with", "la votación con que se compara"),
            "contest" => In("a contest, or a chamber in a field of its own", "una votación, o una cámara en su propio campo"),
            _ => In("the choices, lists or parties that are meant", "las opciones, listas o partidos de que se trata"),
        };
    }

    static void Comment(StringBuilder file, string text) => file.Append(CultureInfo.InvariantCulture, $"# {text}\n");

    static string Scalar(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/' or '.' or ' ' or '%') && char.IsAsciiLetterOrDigit(text[0]) ? text : Quoted(text);

    static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
