using System.Collections.Immutable;
using Urna.Power;

namespace Urna.Report;

/// <summary>An index as people read it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it says, in a line.</param>
/// <param name="ByList">Its value by list; a dash where there is none.</param>
/// <param name="ByParty">Its value by party; a dash where there is none.</param>
public sealed record IndexLine(string Name, string Meaning, string ByList, string ByParty);

/// <summary>Says what indices and kinds of standing are.</summary>
public static class IndexWords
{
    /// <summary>One line an index.</summary>
    /// <param name="indices">The indices of a contest.</param>
    /// <param name="e">The readers' words.</param>
    public static ImmutableArray<IndexLine> Of(ContestIndices indices, Wording e)
    {
        return
        [
            Line("Gallagher", e.L("distance of seats from votes in which large differences weigh more", "distancia entre escaños y votos en que pesan más las diferencias grandes"), i => Points(i.Gallagher)),
            Line("Loosemore-Hanby", e.L("share of the seats that exact proportion would move", "porcentaje de los escaños que movería la proporción exacta"), i => Points(i.LoosemoreHanby)),
            Line("Sainte-Laguë", e.L("squared differences, each beside its votes; 0 if proportional", "diferencias al cuadrado, cada una respecto de sus votos; 0 si es proporcional"), i => Number(i.SainteLague)),
            Line("D’Hondt", e.L("seats for each vote of the most favoured; 1 if proportional", "escaños por voto de la más favorecida; 1 si es proporcional"), i => Number(i.DHondt)),
            Line("Rae", e.L("mean difference of those who took part", "diferencia media de quienes participaron"), i => Points(i.Rae)),
            Line(e.L("Largest deviation (Lijphart 1994)", "Mayor desviación (Lijphart 1994)"), e.L("the difference that is greatest", "la diferencia más grande"), i => Points(i.LargestDeviation)),
            Line(e.L("Two largest (Lijphart 1984)", "Las dos mayores (Lijphart 1984)"), e.L("mean difference of the two with most votes", "diferencia media de las dos más votadas"), i => Points(i.TwoLargest)),
            Line(e.L("Effective number, votes", "Número efectivo, votos"), e.L("so many equal ones would split the votes as much", "tantas iguales dividirían igual los votos"), i => Number(i.EffectiveByVotes, 2)),
            Line(e.L("Effective number, seats", "Número efectivo, escaños"), e.L("so many equal ones would split the seats as much", "tantas iguales dividirían igual los escaños"), i => Number(i.EffectiveBySeats, 2)),
        ];

        IndexLine Line(string name, string meaning, Func<Disproportionality, string> value) =>
            new(name, meaning, indices.ByList is { } list ? value(list) : "–", indices.ByParty is { } party ? value(party) : "–");

        string Points(double? share) => e.Percent(share, 2);

        string Number(double? value, int decimals = 4) => value is { } v ? e.Numbers.Number(v, decimals) : "–";
    }

    /// <summary>How persons stand to the parties.</summary>
    /// <param name="standing">How they stand.</param>
    /// <param name="e">The readers' words.</param>
    public static string Of(Standing standing, Wording e) => standing switch
    {
        Standing.OutsideLists => e.L("Outside any list", "Fuera de toda lista"),
        Standing.IndependentList => e.L("On lists of independents only", "En listas solo de independientes"),
        Standing.OnPartyList => e.L("Without a party, on lists with parties", "Sin partido, en listas con partidos"),
        _ => e.L("Of a party", "De un partido"),
    };
}
