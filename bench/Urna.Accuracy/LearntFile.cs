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
        var text = new StringBuilder("""
            using Urna.Model;

            namespace Urna.Infer.Groups;

            /// <summary>Written by <c>bench/Urna.Accuracy -- groups</c>; not to be changed by hand.</summary>
            static class LearntGroups
            {
                /// <summary>The model.</summary>
                public static GroupModel Model { get; } = new(

            """);
        text.Append(CultureInfo.InvariantCulture, $"        [{List(GroupLearner.Learn(cases).Traits)}],\n        [\n");
        foreach (var (pair, judged) in Printable.Of(cases))
        {
            text.Append(Pair(pair, judged, On(pair, judged, cases)));
        }

        return text.Append("        ]);\n}\n").ToString();
    }

    static string Pair(GroupLearning pair, JudgedTable[] judged, (string English, string Spanish) on) => string.Create(CultureInfo.InvariantCulture, $$"""
                    new(
                        new(GroupKind.{{pair.Pair.Rows}}, GroupKind.{{pair.Pair.Columns}}),
                        [{{List(pair.Pull)}}],
                        {{Number(pair.Scale)}},
                        [{{List(pair.Shares)}}],
                        [{{List(pair.Differences)}}],
                        [{{List(pair.Tables)}}],
                        [{{List(Held(judged))}}],
                        [{{List(HeldDifferences(judged))}}],
                        [{{List(HeldTables(judged))}}],
                        {{pair.LeastIdentifiability:R}},
                        new({{Number(pair.Seen.Apart)}}, {{Number(pair.Seen.Strength)}}, {{Number(pair.Seen.Explained)}}),
                        new(
                            "{{on.English}}",
                            "{{on.Spanish}}"))
                    {
                        Use = IntervalUse.{{pair.Use}},
                        Widened = {{Number(pair.Widened)}},
                        TellsSigns = {{(pair.TellsSigns ? "true" : "false")}},
                    },

        """);

    /// <summary>On what a pair was judged, or why it has no intervals.</summary>
    static (string English, string Spanish) On(GroupLearning pair, JudgedTable[] tables, IReadOnlyList<GroupCase> cases)
    {
        var (rows, columns) = (names[pair.Pair.Rows], names[pair.Pair.Columns]);
        JudgedTable[] own = pair.Use == IntervalUse.OfRows ? [] : tables;
        var sources = (own.Length > 0 ? own.Select(t => t.Case.Source) : cases.Where(c => c.Belongs(pair.Pair)).Select(c => c.Source)).Distinct().Select(s => places.GetValueOrDefault(s, (English: s, Spanish: s))).ToList();
        var (english, spanish) = (string.Join(", ", sources.Select(s => s.English)), string.Join(", ", sources.Select(s => s.Spanish)));
        if (own.Length == 0)
        {
            return (
                $"{rows.English} by {columns.English}: tables of {english}, no two sources of which could judge each other",
                $"{rows.Spanish} por {columns.Spanish}: tablas de {spanish}, sin dos fuentes que pudieran juzgarse entre sí");
        }

        var cells = tables.Sum(t => t.Cells.Count());
        var held = 100 * Held(tables).ElementAt(2);
        var (wider, ancho) = pair.Use == IntervalUse.None
            ? (string.Create(CultureInfo.InvariantCulture, $"; 90% intervals held {held:F0}%, and in some kind or source too few however wide"), string.Create(CultureInfo.InvariantCulture, $"; los intervalos del 90 % contuvieron el {held:F0} %, y en algún tipo o fuente muy pocos por anchos que fueran"))
            : pair.Widened == 1 ? ("", "") : ($"; made {Tenths(pair.Widened)} times as wide as learnt", $"; {Tenths(pair.Widened).Replace('.', ',')} veces más anchos que lo aprendido");
        var (flows, flujos) = pair.Pair == new PairOfKinds(GroupKind.Vote, GroupKind.Vote)
            ? ("; two contests of one ballot: flows between two rounds with abstention have no published truth anywhere", "; dos votaciones de una papeleta: la verdad de los flujos entre dos vueltas con abstención no está publicada en ninguna parte")
            : ("", "");
        return (
            $"{rows.English} by {columns.English}: {cells} cells of {tables.Length} tables of {english}; each source judged by the others{wider}{flows}",
            $"{rows.Spanish} por {columns.Spanish}: {cells} celdas de {tables.Length} tablas de {spanish}; cada fuente juzgada por las demás{ancho}{flujos}");
    }

    static string Tenths(double value) => value.ToString("0.0#", CultureInfo.InvariantCulture);

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
