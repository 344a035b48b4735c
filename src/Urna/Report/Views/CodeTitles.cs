using System.Collections.Frozen;
using Urna.Validate;

namespace Urna.Report.Views;

/// <summary>What the codes of findings say, in the site's language.</summary>
static class CodeTitles
{
    static readonly FrozenDictionary<string, string> spanish = new Dictionary<string, string>
    {
        ["V119"] = "Una columna que no se usa",
        ["V201"] = "Los votos emitidos difieren de sus partes",
        ["V202"] = "Más votos emitidos que personas inscritas",
        ["V203"] = "Los votos válidos difieren de la suma de las opciones",
        ["V204"] = "Sin cifra para una opción de la papeleta: falta, no es cero",
        ["V205"] = "Una unidad sin ningún voto",
        ["V206"] = "Lugares sin acta",
        ["V207"] = "Un total declarado difiere de la suma de las unidades",
        ["V208"] = "Más votos que los que permiten las papeletas",
        ["V209"] = "Una unidad dentro de otra de la misma elección",
        ["V210"] = "Votos para una opción fuera de su distrito",
        ["V211"] = "Las filas ausentes son cero, según la fuente",
        ["V212"] = "Una unidad informa solo una parte de sus cifras",
        ["V301"] = "Los escaños según la ley difieren del resultado oficial",
        ["V302"] = "Un empate abierto",
        ["V401"] = "Dos candidaturas de un distrito con el mismo nombre",
        ["V402"] = "Un nombre con varias grafías",
    }.ToFrozenDictionary();

    /// <summary>The title of a code.</summary>
    public static string Of(string code, Edition e)
    {
        var english = Codes.All.FirstOrDefault(c => c.Code == code)?.Title ?? code;
        return e.L(english, spanish.GetValueOrDefault(code, english));
    }

    /// <summary>The name of a severity.</summary>
    public static string Of(Severity severity, Edition e) => severity switch
    {
        Severity.Info => e.L("note", "nota"),
        Severity.Warning => e.L("warning", "advertencia"),
        Severity.Error => e.L("error", "error"),
        _ => e.L("unreadable", "ilegible"),
    };
}
