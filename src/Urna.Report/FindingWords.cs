using Urna.Model;
using Urna.Validate;

namespace Urna.Report;

/// <summary>Findings in the words of the reader's language.</summary>
public static class FindingWords
{
    /// <summary>What is expected, where it is told in words and not as values.</summary>
    static readonly Dictionary<string, string> expectations = new()
    {
        ["(none)"] = "(ninguno)",
        ["a date as 2021-11-21"] = "una fecha como 2021-11-21",
        ["a folder with election.yaml"] = "una carpeta con election.yaml",
        ["a fraction as 1/2"] = "una fracción como 1/2",
        ["a list"] = "una lista",
        ["a list of levels"] = "una lista de niveles",
        ["a list of steps"] = "una lista de pasos",
        ["a list, party or candidate"] = "una lista, un partido o una candidatura",
        ["a mapping of fields"] = "un conjunto de campos",
        ["a name"] = "un nombre",
        ["a row a candidacy"] = "una fila por candidatura",
        ["a row a district"] = "una fila por distrito",
        ["a single value"] = "un solo valor",
        ["a text"] = "un texto",
        ["a unit within a district of 'seats'"] = "una unidad dentro de un distrito de 'seats'",
        ["a value"] = "un valor",
        ["a whole number, 0 or more"] = "un número entero, 0 o más",
        ["a whole number, 1 or more"] = "un número entero, 1 o más",
        ["another id"] = "otro identificador",
        ["at least a root"] = "al menos una raíz",
        ["each candidacy once a district"] = "cada candidatura una vez por distrito",
        ["each choice once"] = "cada opción una vez",
        ["each choice once a place"] = "cada opción una vez por lugar",
        ["each district once"] = "cada distrito una vez",
        ["each place once"] = "cada lugar una vez",
        ["each unit once"] = "cada unidad una vez",
        ["F, M or empty"] = "F, M o vacío",
        ["ids that differ"] = "identificadores distintos",
        ["key: value lines"] = "líneas clave: valor",
        ["one root, and every other place below it"] = "una raíz, y todo otro lugar bajo ella",
        ["one row a unit"] = "una fila por unidad",
        ["1 or more"] = "1 o más",
        ["1 for the first, 2 for the second, or empty"] = "1 para la primera, 2 para la segunda, o vacío",
        ["units that do not contain each other"] = "unidades que no se contengan una a otra",
    };

    /// <summary>The sentence, and what was expected instead.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="language">The reader's language.</param>
    public static string Of(Finding finding, Language language)
    {
        var expected = Expected(finding, language);
        return Sentence(finding, language) + (expected.Length == 0 ? "" : LocalizedText.Say("finding.expected", ("expected", expected)).In(language));
    }

    /// <summary>The sentence.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="language">The reader's language.</param>
    public static string Sentence(Finding finding, Language language) => finding.Sentence.In(language);

    /// <summary>The value, or values, expected.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="language">The reader's language.</param>
    public static string Expected(Finding finding, Language language)
    {
        var text = finding.Expected;
        return language == Language.English ? text
            : expectations.TryGetValue(text, out var spanish) ? spanish
            : text.Replace("at most ", "a lo sumo ", StringComparison.Ordinal)
                .Replace("a choice on the ballot of ", "una opción de la papeleta de ", StringComparison.Ordinal)
                .Replace(", or the path of a .yaml file", ", o la ruta de un archivo .yaml", StringComparison.Ordinal)
                .Replace(" more)", " más)", StringComparison.Ordinal);
    }

    /// <summary>How much a finding matters.</summary>
    /// <param name="severity">The severity.</param>
    /// <param name="language">The reader's language.</param>
    public static string Of(Severity severity, Language language) => severity switch
    {
        Severity.Fault => LocalizedText.Say("term.fault").In(language),
        Severity.Error => LocalizedText.Say("term.error").In(language),
        Severity.Warning => LocalizedText.Say("term.warning").In(language),
        _ => LocalizedText.Say("term.info").In(language),
    };
}
