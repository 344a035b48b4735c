using Urna.Model;

namespace Urna.Infer.Groups;

/// <summary>Written by <c>bench/Urna.Accuracy -- groups</c>; not to be changed by hand.</summary>
static class LearntGroups
{
    /// <summary>The model.</summary>
    public static GroupModel Model { get; } = new(
        [1.299, -0.297, 0.129],
        [
            new(
                new(GroupKind.Sex, GroupKind.Party),
                [0.242],
                -3.539,
                [0.801, 1.683, 2.486, 3.378],
                [1.006, 2.267, 3.236, 4.185],
                [2.565, 4.899, 6.484, 8.848],
                [0, 0, 0, 0],
                [0, 0, 0, 0],
                [0, 0, 0, 0],
                0.0008,
                new(0.005, 0.092, 0.545),
                new(
                    "sex by party: tables of North Carolina, no two sources of which could judge each other",
                    "sexo por partido: tablas de Carolina del Norte, sin dos fuentes que pudieran juzgarse entre sí"))
            {
                Use = IntervalUse.OfRows,
                Widened = 1,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Sex, GroupKind.Vote),
                [0],
                -4.318,
                [0.755, 1.814, 2.598, 3.363],
                [0.929, 2.451, 3.577, 4.67],
                [2.079, 3.911, 5.357, 6.889],
                [0.599, 0.886, 0.963, 0.983],
                [0.567, 0.869, 0.96, 0.982],
                [0.716, 0.937, 0.989, 1],
                0.0002,
                new(0.03, 0.498, 0.646),
                new(
                    "sex by vote: 1142 cells of 95 tables of Chile, Germany, Ecuador; each source judged by the others",
                    "sexo por voto: 1142 celdas de 95 tablas de Chile, Alemania, Ecuador; cada fuente juzgada por las demás"))
            {
                Use = IntervalUse.Own,
                Widened = 1,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Sex, GroupKind.Turnout),
                [0],
                -3.866,
                [0.847, 1.526, 2.038, 2.599],
                [1.179, 2.124, 2.875, 3.659],
                [0.839, 1.687, 2.389, 3.159],
                [0.455, 0.782, 0.918, 0.964],
                [0.436, 0.764, 0.909, 0.964],
                [0.436, 0.836, 0.945, 1],
                0.0003,
                new(0.033, 0.411, 0.826),
                new(
                    "sex by turnout: 220 cells of 55 tables of Albania, Ecuador, Georgia (United States), India, Italy; each source judged by the others",
                    "sexo por participación: 220 celdas de 55 tablas de Albania, Ecuador, Georgia (Estados Unidos), India, Italia; cada fuente juzgada por las demás"))
            {
                Use = IntervalUse.Own,
                Widened = 1,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Age, GroupKind.Sex),
                [0],
                -4.465,
                [0.66, 1.741, 2.735, 3.753],
                [0.872, 2.177, 3.11, 4.064],
                [2.224, 4.548, 6.393, 8.521],
                [0.529, 0.725, 0.804, 0.843],
                [0.472, 0.75, 0.764, 0.806],
                [0.667, 0.667, 0.667, 0.667],
                0.0028,
                new(0.044, 0.423, 0.891),
                new(
                    "age by sex: 51 cells of 6 tables of Ecuador, North Carolina; each source judged by the others; 90% intervals held 80%, and in some kind or source too few however wide",
                    "edad por sexo: 51 celdas de 6 tablas de Ecuador, Carolina del Norte; cada fuente juzgada por las demás; los intervalos del 90 % contuvieron el 80 %, y en algún tipo o fuente muy pocos por anchos que fueran"))
            {
                Use = IntervalUse.None,
                Widened = 1,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Age, GroupKind.Race),
                [0.234],
                -3.773,
                [0.705, 1.701, 2.571, 3.627],
                [0.714, 1.786, 2.907, 4.205],
                [4.293, 8.115, 10.957, 14.915],
                [0, 0, 0, 0],
                [0, 0, 0, 0],
                [0, 0, 0, 0],
                0.0028,
                new(0.015, 0.267, 0.443),
                new(
                    "age by race: tables of North Carolina, no two sources of which could judge each other",
                    "edad por raza: tablas de Carolina del Norte, sin dos fuentes que pudieran juzgarse entre sí"))
            {
                Use = IntervalUse.OfRows,
                Widened = 1,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Age, GroupKind.Party),
                [0.108],
                -3.564,
                [0.736, 1.828, 2.649, 3.454],
                [0.89, 1.989, 2.831, 3.729],
                [2.49, 4.607, 6.273, 7.96],
                [0, 0, 0, 0],
                [0, 0, 0, 0],
                [0, 0, 0, 0],
                0.0028,
                new(0.015, 0.269, 0.437),
                new(
                    "age by party: tables of North Carolina, no two sources of which could judge each other",
                    "edad por partido: tablas de Carolina del Norte, sin dos fuentes que pudieran juzgarse entre sí"))
            {
                Use = IntervalUse.OfRows,
                Widened = 1,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Age, GroupKind.Vote),
                [0.205],
                -3.403,
                [0.769, 1.76, 2.565, 3.426],
                [0.882, 1.929, 2.776, 3.708],
                [3.727, 6.94, 9.623, 12.211],
                [0, 0, 0, 0],
                [0, 0, 0, 0],
                [0, 0, 0, 0],
                0.0005,
                new(0.003, 0.199, 0.767),
                new(
                    "age by vote: tables of Germany, no two sources of which could judge each other",
                    "edad por voto: tablas de Alemania, sin dos fuentes que pudieran juzgarse entre sí"))
            {
                Use = IntervalUse.OfRows,
                Widened = 1,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Age, GroupKind.Turnout),
                [0],
                -3.222,
                [0.893, 1.538, 1.98, 2.415],
                [0.81, 1.63, 2.167, 2.705],
                [1.484, 2.534, 3.439, 4.228],
                [1, 1, 1, 1],
                [1, 1, 1, 1],
                [1, 1, 1, 1],
                0.0001,
                new(0.015, 0.299, 0.731),
                new(
                    "age by turnout: tables of Germany, North Carolina, no two sources of which could judge each other",
                    "edad por participación: tablas de Alemania, Carolina del Norte, sin dos fuentes que pudieran juzgarse entre sí"))
            {
                Use = IntervalUse.OfRows,
                Widened = 1,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Race, GroupKind.Sex),
                [0.072],
                -4.374,
                [0.855, 1.766, 2.469, 3.211],
                [1.035, 2.095, 2.888, 3.693],
                [1.784, 3.472, 4.904, 6.492],
                [0, 0, 0, 0],
                [0, 0, 0, 0],
                [0, 0, 0, 0],
                0.0041,
                new(0.155, 0.265, 0.86),
                new(
                    "race by sex: tables of Georgia (United States), no two sources of which could judge each other",
                    "raza por sexo: tablas de Georgia (Estados Unidos), sin dos fuentes que pudieran juzgarse entre sí"))
            {
                Use = IntervalUse.OfRows,
                Widened = 1,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Race, GroupKind.Party),
                [0.76],
                -3.639,
                [0.733, 1.69, 2.452, 3.195],
                [1.23, 2.643, 3.684, 4.732],
                [2.263, 4.068, 5.478, 6.733],
                [0.45, 0.7, 0.75, 0.8],
                [0.5, 0.675, 0.725, 0.775],
                [0, 0, 0, 0],
                0.0197,
                new(0.567, 0.359, 0.899),
                new(
                    "race by party: tables of North Carolina, North Carolina, 2001, no two sources of which could judge each other",
                    "raza por partido: tablas de Carolina del Norte, Carolina del Norte, 2001, sin dos fuentes que pudieran juzgarse entre sí"))
            {
                Use = IntervalUse.OfRows,
                Widened = 1,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Race, GroupKind.Turnout),
                [0.224],
                -3.149,
                [1.008, 1.903, 2.546, 3.19],
                [0.88, 1.798, 2.465, 3.134],
                [1.793, 3.177, 4.282, 5.562],
                [0.352, 0.704, 0.901, 0.986],
                [0.389, 0.731, 0.886, 0.994],
                [0.077, 1, 1, 1],
                0.0006,
                new(0.158, 0.543, 0.981),
                new(
                    "race by turnout: 142 cells of 13 tables of Georgia (United States), North Carolina; each source judged by the others; made 1.1 times as wide as learnt",
                    "raza por participación: 142 celdas de 13 tablas de Georgia (Estados Unidos), Carolina del Norte; cada fuente juzgada por las demás; 1,1 veces más anchos que lo aprendido"))
            {
                Use = IntervalUse.Own,
                Widened = 1.102,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Party, GroupKind.Turnout),
                [0.114],
                -3.788,
                [0.917, 1.674, 2.333, 2.93],
                [1.061, 1.985, 2.689, 3.495],
                [1.652, 3.195, 4.376, 5.768],
                [0, 0, 0, 0],
                [0, 0, 0, 0],
                [0, 0, 0, 0],
                0.0049,
                new(0.043, 0.3, 0.652),
                new(
                    "party by turnout: tables of North Carolina, no two sources of which could judge each other",
                    "partido por participación: tablas de Carolina del Norte, sin dos fuentes que pudieran juzgarse entre sí"))
            {
                Use = IntervalUse.OfRows,
                Widened = 1,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Vote, GroupKind.Vote),
                [-0.103, 10.223, 0.001],
                -3.161,
                [0.663, 1.538, 2.297, 3.179],
                [0.705, 1.804, 2.774, 3.863],
                [3.327, 6.161, 8.455, 11.058],
                [0.672, 0.892, 0.958, 0.986],
                [0.55, 0.897, 0.975, 0.995],
                [0.665, 0.981, 0.997, 0.997],
                0.0105,
                new(0.318, 0.784, 0.995),
                new(
                    "vote by vote: 9143 cells of 319 tables of New Zealand, Scotland, Dillon (South Carolina), Yuma (Arizona); each source judged by the others; made 1.05 times as wide as learnt; two contests of one ballot: flows between two rounds with abstention have no published truth anywhere",
                    "voto por voto: 9143 celdas de 319 tablas de Nueva Zelandia, Escocia, Dillon (Carolina del Sur), Yuma (Arizona); cada fuente juzgada por las demás; 1,05 veces más anchos que lo aprendido; dos votaciones de una papeleta: la verdad de los flujos entre dos vueltas con abstención no está publicada en ninguna parte"))
            {
                Use = IntervalUse.Own,
                Widened = 1.05,
                TellsSigns = true,
            },
            new(
                new(GroupKind.Sex, GroupKind.Other),
                [-0.002, -0.072, -0.002],
                -3.736,
                [0.933, 1.915, 2.718, 3.601],
                [1.19, 2.54, 3.613, 4.748],
                [1.718, 3.835, 5.72, 7.85],
                [0.784, 0.981, 0.997, 0.999],
                [0.75, 0.97, 0.994, 1],
                [0.896, 0.994, 1, 1],
                0.0002,
                new(0.033, 0.498, 0.826),
                new(
                    "sex by anything: 1394 cells of 154 tables of Albania, Chile, Germany, Ecuador, Georgia (United States), India, Italy, North Carolina; each source judged by the others; made 1.22 times as wide as learnt",
                    "sexo por cualquier cosa: 1394 celdas de 154 tablas de Albania, Chile, Alemania, Ecuador, Georgia (Estados Unidos), India, Italia, Carolina del Norte; cada fuente juzgada por las demás; 1,22 veces más anchos que lo aprendido"))
            {
                Use = IntervalUse.Own,
                Widened = 1.216,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Age, GroupKind.Other),
                [0.077, -0.101, 0],
                -3.497,
                [0.693, 1.59, 2.283, 3.026],
                [0.747, 1.737, 2.52, 3.385],
                [2.087, 4.52, 6.692, 9.254],
                [0.42, 0.717, 0.841, 0.93],
                [0.401, 0.728, 0.891, 0.948],
                [0.313, 0.75, 0.938, 1],
                0.0001,
                new(0.044, 0.423, 0.891),
                new(
                    "age by anything: 314 cells of 16 tables of Germany, Ecuador, North Carolina; each source judged by the others; 90% intervals held 84%, and in some kind or source too few however wide",
                    "edad por cualquier cosa: 314 celdas de 16 tablas de Alemania, Ecuador, Carolina del Norte; cada fuente juzgada por las demás; los intervalos del 90 % contuvieron el 84 %, y en algún tipo o fuente muy pocos por anchos que fueran"))
            {
                Use = IntervalUse.None,
                Widened = 1,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Race, GroupKind.Other),
                [0.402, -0.02, 0.609],
                -3.606,
                [0.736, 1.774, 2.653, 3.623],
                [1.191, 2.831, 4.109, 5.403],
                [1.786, 3.82, 5.495, 7.44],
                [0.636, 0.883, 0.979, 0.992],
                [0.714, 0.982, 0.992, 0.997],
                [0.609, 0.969, 0.984, 1],
                0.0006,
                new(0.69, 0.543, 0.981),
                new(
                    "race by anything: 632 cells of 64 tables of the United States, 1910 and 1968, Georgia (United States), North Carolina, North Carolina, 2001; each source judged by the others; made 1.1 times as wide as learnt",
                    "raza por cualquier cosa: 632 celdas de 64 tablas de Estados Unidos, 1910 y 1968, Georgia (Estados Unidos), Carolina del Norte, Carolina del Norte, 2001; cada fuente juzgada por las demás; 1,1 veces más anchos que lo aprendido"))
            {
                Use = IntervalUse.Own,
                Widened = 1.102,
                TellsSigns = true,
            },
            new(
                new(GroupKind.Party, GroupKind.Other),
                [0.129, 0.074, -0.001],
                -3.804,
                [0.862, 1.774, 2.495, 3.37],
                [1.038, 2.062, 2.841, 3.819],
                [1.671, 3.657, 5.481, 7.503],
                [0, 0, 0, 0],
                [0, 0, 0, 0],
                [0, 0, 0, 0],
                0.0049,
                new(0.043, 0.3, 0.652),
                new(
                    "party by anything: tables of North Carolina, no two sources of which could judge each other",
                    "partido por cualquier cosa: tablas de Carolina del Norte, sin dos fuentes que pudieran juzgarse entre sí"))
            {
                Use = IntervalUse.None,
                Widened = 1,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Vote, GroupKind.Other),
                [0.196, 0.082, -0.012],
                -3.159,
                [0.863, 2.009, 2.979, 4.015],
                [1.839, 4.721, 6.998, 9.332],
                [4.42, 8.342, 11.569, 15.201],
                [0.565, 0.856, 0.946, 0.984],
                [0.757, 0.929, 0.976, 0.991],
                [0.714, 1, 1, 1],
                0.0103,
                new(0.35, 0.669, 0.929),
                new(
                    "vote by anything: 1079 cells of 21 tables of Scotland, Cambridge (Massachusetts), Minneapolis, San Francisco; each source judged by the others; made 1.22 times as wide as learnt",
                    "voto por cualquier cosa: 1079 celdas de 21 tablas de Escocia, Cambridge (Massachusetts), Minneapolis, San Francisco; cada fuente juzgada por las demás; 1,22 veces más anchos que lo aprendido"))
            {
                Use = IntervalUse.Own,
                Widened = 1.216,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Other, GroupKind.Other),
                [-0.916, 3.161, 3.025],
                -3.526,
                [0.719, 1.561, 2.229, 2.957],
                [0.791, 1.844, 2.697, 3.644],
                [1.886, 3.892, 5.626, 7.624],
                [0.375, 0.875, 1, 1],
                [0.5, 0.917, 1, 1],
                [0.5, 1, 1, 1],
                0.0001,
                new(0.69, 0.784, 0.995),
                new(
                    "anything by anything: 16 cells of 2 tables of North Carolina; each source judged by the others; 90% intervals held 100%, and in some kind or source too few however wide",
                    "cualquier cosa por cualquier cosa: 16 celdas de 2 tablas de Carolina del Norte; cada fuente juzgada por las demás; los intervalos del 90 % contuvieron el 100 %, y en algún tipo o fuente muy pocos por anchos que fueran"))
            {
                Use = IntervalUse.None,
                Widened = 1,
                TellsSigns = false,
            },
        ]);
}
