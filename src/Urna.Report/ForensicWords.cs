using Urna.Audit.Forensics;

namespace Urna.Report;

/// <summary>Tests of counts in words: what each looks at, what else could cause what it sees, and what it supposes.</summary>
public static class ForensicWords
{
    /// <summary>A test's name.</summary>
    public static string Of(ForensicKind kind, Wording words) => kind switch
    {
        ForensicKind.IntegerPercentages => words.L("Whole per cents, turnout or share", "Porcentajes enteros, participación o resultado"),
        ForensicKind.IntegerResult => words.L("Whole per cents, share", "Porcentajes enteros, resultado"),
        ForensicKind.IntegerTurnout => words.L("Whole per cents, turnout", "Porcentajes enteros, participación"),
        ForensicKind.Fingerprint => words.L("Fingerprint: units high in turnout and share", "Huella: unidades altas en participación y resultado"),
        ForensicKind.AnomalousVotes => words.L("Votes beyond proportion where turnout is high", "Votos fuera de proporción donde la participación es alta"),
        ForensicKind.ContestDifferences => words.L("Contests of one box that differ", "Elecciones de una misma caja que difieren"),
        ForensicKind.Arithmetic => words.L("Figures that cannot all be true", "Cifras que no pueden ser todas ciertas"),
        ForensicKind.Copies => words.L("Neighbours with the same figures", "Unidades vecinas con las mismas cifras"),
        ForensicKind.NeighbourOutliers => words.L("Units far from their neighbours", "Unidades lejos de sus vecinas"),
        ForensicKind.TransitionOutliers => words.L("Units far from what moves of voters lead to expect", "Unidades lejos de lo que los traspasos de votantes hacen esperar"),
        ForensicKind.LateReturns => words.L("Late returns beside early ones", "Actas tardías junto a las tempranas"),
        _ => words.L("Last digits", "Últimos dígitos"),
    };

    /// <summary>What else could cause it, first, and what the test supposes.</summary>
    public static string Caution(ForensicKind kind, Wording words) => $"{Causes(kind, words)} {Supposes(kind, words)}";

    /// <summary>Innocent causes of what a test sees.</summary>
    public static string Causes(ForensicKind kind, Wording words) => kind switch
    {
        ForensicKind.IntegerPercentages or ForensicKind.IntegerResult or ForensicKind.IntegerTurnout => words.L(
            "Innocent causes: small or round rolls, rules that close a box at a round number, shares that a source rounded before counts were made of them.",
            "Causas inocentes: padrones pequeños o redondos, reglas que cierran una caja en un número redondo, porcentajes que la fuente redondeó antes de volverlos votos."),
        ForensicKind.Fingerprint or ForensicKind.AnomalousVotes => words.L(
            "Innocent causes: places where the leader's voters turn out more, barracks, hospitals and closed villages that vote as one, two kinds of places in one neighbourhood.",
            "Causas inocentes: lugares donde quienes apoyan a la primera mayoría votan más, cuarteles, hospitales y aldeas que votan de una manera, dos tipos de lugares en un mismo barrio."),
        ForensicKind.ContestDifferences => words.L(
            "Innocent causes: people who take only one paper, papers put into the neighbour's box, people entitled to vote in one contest only.",
            "Causas inocentes: personas que reciben una sola papeleta, papeletas en la caja vecina, personas con derecho a votar en una sola elección."),
        ForensicKind.Arithmetic => words.L(
            "Innocent causes: typing errors, votes from elsewhere added to a box (envelopes, abroad, early voting), rolls that are those of another day.",
            "Causas inocentes: errores de digitación, votos de otra parte sumados a una caja (sobres, exterior, voto anticipado), padrones de otra fecha."),
        ForensicKind.Copies => words.L(
            "Innocent causes: a row entered twice, small boxes, one family of places that votes alike.",
            "Causas inocentes: una fila ingresada dos veces, cajas pequeñas, lugares parecidos que votan igual."),
        ForensicKind.NeighbourOutliers or ForensicKind.TransitionOutliers => words.L(
            "Innocent causes: prisons, universities, care homes, new housing, a candidate's own street, a party's figures swapped with another's by mistake.",
            "Causas inocentes: cárceles, universidades, hogares de ancianos, viviendas nuevas, la calle de una candidatura, cifras de dos partidos cambiadas por error."),
        ForensicKind.LateReturns => words.L(
            "Innocent causes: large boxes take longer, votes by post are counted last, far places report late.",
            "Causas inocentes: las cajas grandes tardan más, el voto por correo se cuenta al final, los lugares lejanos informan tarde."),
        _ => words.L(
            "Innocent causes: counts that lie close together, boxes of one size. Digits tell very little; no conclusion should rest on them alone.",
            "Causas inocentes: recuentos muy parecidos, cajas de un mismo tamaño. Los dígitos dicen muy poco; ninguna conclusión debe apoyarse solo en ellos."),
    };

    /// <summary>What a test supposes.</summary>
    public static string Supposes(ForensicKind kind, Wording words) => kind switch
    {
        ForensicKind.IntegerPercentages or ForensicKind.IntegerResult or ForensicKind.IntegerTurnout => words.L(
            "Supposes that everybody in a unit decides alone, at the unit's rates.", "Supone que cada persona de una unidad decide sola, con las tasas de la unidad."),
        ForensicKind.Fingerprint => words.L(
            "Supposes that neighbours differ by mood and size alone, so that as many units are low in both as high in both.", "Supone que las unidades vecinas difieren solo por ánimo y tamaño, de modo que hay tantas bajas en ambas como altas en ambas."),
        ForensicKind.AnomalousVotes => words.L(
            "Supposes that within a neighbourhood turnout does not hang on whom people vote for.", "Supone que, dentro de un barrio, la participación no depende de por quién se vota."),
        ForensicKind.ContestDifferences => words.L(
            "Supposes that small differences come alike everywhere.", "Supone que las pequeñas diferencias ocurren por igual en todas partes."),
        ForensicKind.Arithmetic => words.L(
            "Supposes nothing: the figures contradict each other.", "No supone nada: las cifras se contradicen."),
        ForensicKind.Copies => words.L(
            "Supposes that choices vary one by one, as they do among the neighbours.", "Supone que las opciones varían una por una, como entre las vecinas."),
        ForensicKind.NeighbourOutliers or ForensicKind.TransitionOutliers => words.L(
            "Supposes that the tail of differences goes on as it falls.", "Supone que la cola de las diferencias sigue como viene cayendo."),
        ForensicKind.LateReturns => words.L(
            "Supposes that within a neighbourhood the order of arrival does not hang on how people voted.", "Supone que, dentro de un barrio, el orden de llegada no depende de cómo se votó."),
        _ => words.L("Supposes that counts spread over many tens.", "Supone que los recuentos se reparten en muchas decenas."),
    };

    /// <summary>What can be concluded, in words that never accuse.</summary>
    public static string Of(ForensicResult result, Wording words) => result.Conclusion switch
    {
        ForensicConclusion.AsByChance => words.L("As by chance.", "Como por azar."),
        ForensicConclusion.Anomaly => words.L("An anomaly: someone should look. It does not say why.", "Una anomalía: conviene mirar. No dice por qué."),
        _ => words.L("Nothing can be concluded.", "No se puede concluir nada."),
    };
}
