using System.Globalization;
using System.Text;
using Urna.Infer.Groups;
using Urna.Infer.Uncertainty;
using Urna.Model;

namespace Urna.Accuracy;

/// <summary>Writes what was learnt of kinds of groups as the source that ships.</summary>
static class LearntFile
{
    static readonly Dictionary<string, (string English, string Spanish)> places = new()
    {
        ["AL"] = ("Albania", "Albania"),
        ["CAMB"] = ("Cambridge (Massachusetts)", "Cambridge (Massachusetts)"),
        ["CL"] = ("Chile", "Chile"),
        ["DE"] = ("Germany", "Alemania"),
        ["DILLON"] = ("Dillon (South Carolina)", "Dillon (Carolina del Sur)"),
        ["EC"] = ("Ecuador", "Ecuador"),
        ["ECO"] = ("the United States, 1910 and 1968", "Estados Unidos, 1910 y 1968"),
        ["GA"] = ("Georgia (United States)", "Georgia (Estados Unidos)"),
        ["IN"] = ("India", "India"),
        ["IT"] = ("Italy", "Italia"),
        ["NZ"] = ("New Zealand", "Nueva Zelandia"),
        ["MPLS"] = ("Minneapolis", "Minneapolis"),
        ["NC"] = ("North Carolina", "Carolina del Norte"),
        ["SCO"] = ("Scotland", "Escocia"),
        ["SENC"] = ("North Carolina, 2001", "Carolina del Norte, 2001"),
        ["SF"] = ("San Francisco", "San Francisco"),
        ["YUMA"] = ("Yuma (Arizona)", "Yuma (Arizona)"),
    };

    static readonly Dictionary<GroupKind, (string English, string Spanish)> names = new()
    {
        [GroupKind.Sex] = ("sex", "sexo"),
        [GroupKind.Age] = ("age", "edad"),
        [GroupKind.Race] = ("race", "raza"),
        [GroupKind.Party] = ("party", "partido"),
        [GroupKind.Vote] = ("vote", "voto"),
        [GroupKind.Turnout] = ("turnout", "participación"),
        [GroupKind.Other] = ("anything", "cualquier cosa"),
    };

    /// <summary>The source.</summary>
    /// <param name="cases">The cases it was learnt on.</param>
    public static string Of(IReadOnlyList<GroupCase> cases)
    {
        var model = GroupLearner.Learn(cases);
        var (bySource, byHalf, unknown) = (LeftOut.BySource(cases), LeftOut.ByHalf(cases), LeftOut.BySource(cases, columnsKnown: false));
        var text = new StringBuilder("""
            using Urna.Model;

            namespace Urna.Infer.Groups;

            /// <summary>Written by <c>bench/Urna.Accuracy -- groups</c>; not to be changed by hand.</summary>
            static class LearntGroups
            {
                /// <summary>The model.</summary>
                public static GroupModel Model { get; } = new(

            """);
        text.Append(CultureInfo.InvariantCulture, $"        [{List(model.Traits)}],\n        [\n");
        foreach (var pair in model.Pairs)
        {
            var all = (pair.Pair.Columns == GroupKind.Other ? unknown : bySource).Where(t => t.Case.Belongs(pair.Pair)).ToArray();
            var halves = pair.Pair.Columns != GroupKind.Other && !cases.Where(c => c.Belongs(pair.Pair)).DistinctBy(c => c.Source).Skip(1).Any();
            JudgedTable[] own = [.. (halves ? byHalf.Where(t => t.Case.Belongs(pair.Pair)) : all).Where(t => !t.ByBounds || pair.Pair.Rows == GroupKind.Other)];
            var (english, spanish) = On(pair.Pair, own, halves);

            // What no table could judge is believed of none.
            var seen = own.Length == 0 ? new TableRange(0, 0, 0) : pair.Seen;
            text.Append(CultureInfo.InvariantCulture, $"""
                            new(
                                new(GroupKind.{pair.Pair.Rows}, GroupKind.{pair.Pair.Columns}),
                                [{List(pair.Pull)}],
                                {Number(pair.Scale)},
                                [{List(pair.Shares)}],
                                [{List(pair.Differences)}],
                                [{List(pair.Tables)}],
                                [{List(Held(own))}],
                                [{List(HeldDifferences(own))}],
                                [{List(HeldTables(own))}],
                                {pair.LeastIdentifiability.ToString("R", CultureInfo.InvariantCulture)},
                                new({Number(seen.Apart)}, {Number(seen.Strength)}, {Number(seen.Explained)}),
                                new(
                                    "{english}",
                                    "{spanish}")),

                """);
        }

        return text.Append("        ]);\n}\n").ToString();
    }

    static (string English, string Spanish) On(PairOfKinds pair, JudgedTable[] tables, bool halves)
    {
        var sources = tables.Select(t => t.Case.Source).Distinct().Select(s => places.GetValueOrDefault(s, (English: s, Spanish: s))).ToList();
        var (cells, rows, columns) = (tables.Sum(t => t.Cells.Count()), names[pair.Rows], names[pair.Columns]);
        var (how, cómo) = !halves ? ("each source judged by the others", "cada fuente juzgada por las demás") : ("one source alone, each half judged by the other", "una sola fuente, cada mitad juzgada por la otra");
        var (flows, flujos) = pair == new PairOfKinds(GroupKind.Vote, GroupKind.Vote)
            ? ("; two contests of one ballot: flows between two rounds with abstention have no published truth anywhere", "; dos votaciones de una papeleta: la verdad de los flujos entre dos vueltas con abstención no está publicada en ninguna parte")
            : ("", "");
        return (
            $"{rows.English} by {columns.English}: {cells} cells of {tables.Length} tables of {string.Join(", ", sources.Select(s => s.English))}; {how}{flows}",
            $"{rows.Spanish} por {columns.Spanish}: {cells} celdas de {tables.Length} tablas de {string.Join(", ", sources.Select(s => s.Spanish))}; {cómo}{flujos}");
    }

    static IEnumerable<double> Held(JudgedTable[] tables) =>
        IntervalCalibration.Levels.Select((_, k) => Part(tables.SelectMany(t => t.Cells.Select(i => t.Holds(i, t.Learning.Shares[k])))));

    static IEnumerable<double> HeldDifferences(JudgedTable[] tables) =>
        IntervalCalibration.Levels.Select((_, k) => Part(tables.SelectMany(t => t.Differences().Select(d => Math.Abs(d.Truth - d.Estimate) <= t.Learning.Differences[k] * d.Usual))));

    static IEnumerable<double> HeldTables(JudgedTable[] tables) =>
        IntervalCalibration.Levels.Select((_, k) => Part(tables.Select(t => t.Worst() <= t.Learning.Tables[k])));

    static double Part(IEnumerable<bool> held)
    {
        var all = held.ToArray();
        return all.Length == 0 ? 0 : all.Count(h => h) / (double)all.Length;
    }

    static string List(IEnumerable<double> values) => string.Join(", ", values.Select(Number));

    static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
