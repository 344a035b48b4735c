using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Validate;

/// <summary>What a code of a finding means.</summary>
/// <param name="Code">The permanent code.</param>
/// <param name="Severity">The severity that its findings have.</param>
/// <param name="Title">What it says, in a few words.</param>
public sealed record CodeMeaning(string Code, Severity Severity, LocalizedText Title);

/// <summary>The permanent codes of findings.</summary>
/// <remarks>A code is never given another meaning; <c>docs/findings.md</c> explains each with an example and what to do.</remarks>
public static class Codes
{
    /// <summary>All codes, ascending.</summary>
    public static ImmutableArray<CodeMeaning> All { get; } =
    [
        new("V101", Severity.Fault, new("A file is missing", "Falta un archivo")),
        new("V102", Severity.Fault, new("Not valid YAML or JSON", "No es YAML o JSON válido")),
        new("V103", Severity.Fault, new("A column or field is missing", "Falta una columna o un campo")),
        new("V104", Severity.Fault, new("Not a whole number", "No es un número entero")),
        new("V105", Severity.Fault, new("A negative count", "Un recuento negativo")),
        new("V106", Severity.Fault, new("The same key twice", "La misma clave dos veces")),
        new("V107", Severity.Fault, new("An unknown place", "Un lugar desconocido")),
        new("V108", Severity.Fault, new("An unknown choice", "Una opción desconocida")),
        new("V109", Severity.Fault, new("An unknown contest", "Una elección desconocida")),
        new("V110", Severity.Fault, new("A field or value that is not allowed", "Un campo o valor que no se permite")),
        new("V111", Severity.Fault, new("The places are not a tree", "Los lugares no forman un árbol")),
        new("V112", Severity.Fault, new("A malformed row", "Una fila mal formada")),
        new("V113", Severity.Fault, new("Text that is not UTF-8", "Texto que no es UTF-8")),
        new("V114", Severity.Fault, new("An unknown law", "Una ley desconocida")),
        new("V115", Severity.Fault, new("An empty value where one is needed", "Un valor vacío donde se necesita uno")),
        new("V116", Severity.Fault, new("A reference to something that is not declared", "Una referencia a algo no declarado")),
        new("V117", Severity.Fault, new("A number beyond the largest that is accepted", "Un número mayor que el máximo aceptado")),
        new("V118", Severity.Fault, new("Not a date", "No es una fecha")),
        new("V119", Severity.Warning, new("A column that is not used", "Una columna que no se usa")),
        new("V120", Severity.Fault, new("A drawing of lots that fits no tie", "Un sorteo que no corresponde a ningún empate")),
        new("V121", Severity.Fault, new("A file or folder cannot be read", "Un archivo o carpeta que no se puede leer")),
        new("V122", Severity.Fault, new("Seats that no table of districts and lists can hold", "Escaños que no caben en ninguna tabla de distritos y listas")),
        new("V130", Severity.Fault, new("Steps of a law that do not fit together", "Pasos de una ley que no encajan")),
        new("V131", Severity.Fault, new("Ranked ballots disagree with another file", "Las papeletas no concuerdan con otro archivo")),
        new("V132", Severity.Fault, new("A name in a law that nothing bears", "Un nombre de una ley que nada lleva")),
        new("V133", Severity.Fault, new("Seats that no step of the law fills", "Escaños que ningún paso de la ley asigna")),
        new("V134", Severity.Fault, new("A law needs seats that nothing states", "Una ley necesita escaños que nada indica")),
        new("V140", Severity.Fault, new("A packed file that is refused", "Un archivo comprimido que se rechaza")),
        new("V141", Severity.Info, new("Rows that are no figures", "Filas que no son cifras")),
        new("V142", Severity.Warning, new("Rows or files that no rule of the mapping reads", "Filas o archivos que ninguna regla del mapa lee")),
        new("V143", Severity.Fault, new("Rows that neither were kept nor told", "Filas que ni se guardaron ni se informaron")),
        new("V144", Severity.Warning, new("A code that a spreadsheet turned into a date", "Un código que una planilla convirtió en fecha")),
        new("V145", Severity.Warning, new("A key without a row in the other table", "Una clave sin fila en la otra tabla")),
        new("V146", Severity.Info, new("Stations that are counted together", "Mesas que se cuentan juntas")),
        new("V147", Severity.Warning, new("A contest without choices", "Una elección sin opciones")),
        new("V148", Severity.Warning, new("The day of the vote is not known", "No se conoce el día de la votación")),
        new("V149", Severity.Warning, new("A unit that may be a total of the others", "Una unidad que puede ser el total de las demás")),
        new("V160", Severity.Fault, new("Words that the article does not have", "Palabras que no están en el artículo")),
        new("V161", Severity.Fault, new("Words that stand more than once in the article", "Palabras que están más de una vez en el artículo")),
        new("V162", Severity.Fault, new("An article that cannot be read", "Un artículo que no se puede leer")),
        new("V170", Severity.Fault, new("A claim that needs an election that cannot be used", "Una afirmación que necesita una elección que no se puede usar")),
        new("V171", Severity.Fault, new("Several folders that are one election", "Varias carpetas que son una sola elección")),
        new("V180", Severity.Fault, new("A path that leads out of the election's folder", "Una ruta que sale de la carpeta de la elección")),
        new("V181", Severity.Fault, new("A ledger that is not that of the tables", "Un libro de registro que no es el de las tablas")),
        new("V182", Severity.Info, new("A file that was changed since urna wrote it", "Un archivo que fue cambiado desde que urna lo escribió")),
        new("V183", Severity.Info, new("A ledger that is not bound to the tables", "Un libro de registro que no está ligado a las tablas")),
        new("V190", Severity.Fault, new("A document beyond the bounds that are accepted", "Un documento más allá de los límites que se aceptan")),
        new("V191", Severity.Warning, new("Names that look alike and are not the same", "Nombres que se ven iguales y no son el mismo")),
        new("V201", Severity.Error, new("Votes cast differ from their parts", "Los votos emitidos difieren de sus partes")),
        new("V202", Severity.Error, new("More votes cast than people on the roll", "Más votos emitidos que personas inscritas")),
        new("V203", Severity.Error, new("Valid votes differ from the sum of the choices", "Los votos válidos difieren de la suma de las opciones")),
        new("V204", Severity.Warning, new("No figure for a choice on the ballot: missing, not zero", "Sin cifra para una opción de la papeleta: falta, no es cero")),
        new("V205", Severity.Warning, new("A unit without any vote", "Una unidad sin ningún voto")),
        new("V206", Severity.Info, new("Places without a return", "Lugares sin acta")),
        new("V207", Severity.Warning, new("A stated total differs from the sum of the units", "Un total declarado difiere de la suma de las unidades")),
        new("V208", Severity.Error, new("More votes than the ballots allow", "Más votos que los que permiten las papeletas")),
        new("V209", Severity.Error, new("A unit inside another unit of the same contest", "Una unidad dentro de otra de la misma elección")),
        new("V210", Severity.Error, new("Votes for a choice outside its district", "Votos para una opción fuera de su distrito")),
        new("V211", Severity.Info, new("Absent rows are zero, as the source says", "Las filas ausentes son cero, según la fuente")),
        new("V212", Severity.Info, new("A unit states only part of its counts", "Una unidad informa solo una parte de sus cifras")),
        new("V213", Severity.Warning, new("A unit outside the districts that have seats", "Una unidad fuera de los distritos que tienen escaños")),
        new("V214", Severity.Info, new("Contests of one day that differ in a unit", "Elecciones de un mismo día que difieren en una unidad")),
        new("V301", Severity.Error, new("The seats under the law differ from the official outcome", "Los escaños según la ley difieren del resultado oficial")),
        new("V302", Severity.Warning, new("A tie is open", "Un empate abierto")),
        new("V303", Severity.Warning, new("Seats that cannot be filled, since votes are not known", "Escaños que no se pueden asignar, porque faltan votos")),
        new("V310", Severity.Warning, new("Seats that the law does not tell by party", "Escaños que la ley no distingue por partido")),
        new("V311", Severity.Warning, new("Seats whose persons the law does not name", "Escaños cuyas personas la ley no nombra")),
        new("V312", Severity.Warning, new("Open ties with too many ends to look at", "Empates abiertos con demasiados finales posibles")),
        new("V401", Severity.Warning, new("Two candidacies of a district share a name", "Dos candidaturas de un distrito con el mismo nombre")),
        new("V402", Severity.Warning, new("One name in several spellings", "Un nombre con varias grafías")),
        new("V404", Severity.Info, new("Persons without a list who are independents by a word", "Personas sin lista que son independientes por una palabra")),
        new("V405", Severity.Warning, new("A list called by a word for independents", "Una lista llamada con una palabra para independientes")),
        new("V406", Severity.Warning, new("Two places or districts in spellings of one name", "Dos lugares o distritos con grafías de un mismo nombre")),
        new("V407", Severity.Warning, new("More votes for choices than voters", "Más votos por las opciones que votantes")),
        new("V408", Severity.Warning, new("A name for a level or chamber that no table has", "Un nombre para un nivel o una cámara que ninguna tabla tiene")),
        new("V410", Severity.Warning, new("A candidacy called by a word for counts", "Una candidatura llamada con una palabra para recuentos")),
        new("V501", Severity.Info, new("A unit that only one of two tables has", "Una unidad que solo tiene una de las dos tablas")),
        new("V502", Severity.Warning, new("Units whose two tables sum differently", "Unidades cuyas dos tablas suman distinto")),
        new("V503", Severity.Info, new("A row or column without people", "Una fila o columna sin personas")),
        new("V504", Severity.Info, new("Units that tell nothing of flows", "Unidades que no dicen nada de los flujos")),
        new("V505", Severity.Warning, new("The method did not converge", "El método no convergió")),
        new("V506", Severity.Warning, new("A method that does not fit the counts", "Un método que no sirve para los datos")),
        new("V507", Severity.Warning, new("Rows that cannot be told apart", "Filas que no se pueden distinguir")),
        new("V508", Severity.Info, new("Shares at 0 or 1, whose standard error says too little", "Proporciones en 0 o 1, cuyo error estándar dice muy poco")),
        new("V509", Severity.Info, new("Shares that vary from unit to unit", "Proporciones que varían de una unidad a otra")),
        new("V510", Severity.Info, new("A row that hardly shows", "Una fila que apenas se ve")),
        new("V511", Severity.Info, new("Units unlike what the estimate expects", "Unidades distintas de lo que la estimación espera")),
        new("V512", Severity.Info, new("Shares that change with the place", "Proporciones que cambian con el lugar")),
        new("V521", Severity.Info, new("People who stand in one of two tables only", "Personas que están solo en una de dos tablas")),
        new("V522", Severity.Error, new("Known entries and exits that do not balance", "Entradas y salidas conocidas que no cuadran")),
        new("V523", Severity.Info, new("Tables of votes only, without abstention", "Tablas solo de votos, sin abstención")),
        new("V524", Severity.Info, new("Groups of those who voted, not of the roll", "Grupos de quienes votaron, no del padrón")),
        new("V525", Severity.Info, new("A place with fewer units than rows", "Un lugar con menos unidades que filas")),
        new("V526", Severity.Info, new("Intervals as wide as shares move with the place", "Intervalos tan anchos como las proporciones se mueven con el lugar")),
        new("V527", Severity.Info, new("Intervals that did not hold elsewhere are not given", "No se dan intervalos que en otras partes no acertaron")),
        new("V534", Severity.Info, new("Flows whose truth is published nowhere", "Flujos cuya verdad no está publicada en ninguna parte")),
        new("V535", Severity.Warning, new("Rows unlike the kind that they are said to be", "Filas distintas del tipo que se dice que son")),
        new("V536", Severity.Info, new("Too few units for intervals", "Muy pocas unidades para intervalos")),
        new("V540", Severity.Fault, new("A claim that is still a draft", "Una afirmación que es todavía un borrador")),
        new("V550", Severity.Fault, new("An answer that is too large", "Una respuesta demasiado grande")),
        new("V560", Severity.Info, new("Words that stand for counts, not candidacies", "Palabras que son recuentos, no candidaturas")),
        new("V561", Severity.Info, new("A file written otherwise than the mapping says", "Un archivo escrito de otro modo que el que dice el mapa")),
        new("V562", Severity.Warning, new("Totals that differ from the sum of their parts", "Totales que difieren de la suma de sus partes")),
        new("V563", Severity.Warning, new("Rows that are added although one is the sum of the others", "Filas que se suman aunque una es la suma de las demás")),
        new("V564", Severity.Info, new("A roll that is known above the units only", "Un padrón que solo se conoce por encima de las unidades")),
        new("V565", Severity.Info, new("Columns of whole numbers that were left out", "Columnas de números enteros que se dejaron fuera")),
        new("V566", Severity.Warning, new("Two totals of one place that differ", "Dos totales de un mismo lugar que difieren")),
        new("V567", Severity.Info, new("A file whose last line has no end", "Un archivo cuya última línea no tiene fin")),
    ];

    /// <summary>The meaning of a code.</summary>
    /// <param name="code">A code of <see cref="All"/>.</param>
    /// <exception cref="ArgumentException">The code is not known.</exception>
    public static CodeMeaning Of(string code) =>
        All.FirstOrDefault(c => c.Code == code) ?? throw new ArgumentException($"'{code}' is not a code of a finding.", nameof(code));

    /// <summary>A finding under a code, with the code's severity.</summary>
    /// <param name="code">A code of <see cref="All"/>.</param>
    /// <param name="message">One sentence for people.</param>
    /// <param name="spanish">The same in Spanish; null where only the code's title is told.</param>
    public static Finding Finding(string code, string message, string? spanish = null) => new(code, Of(code).Severity, message) { Spanish = spanish };
}
