using Urna.Model;

namespace Urna.Infer.Groups;

/// <summary>Written by <c>bench/Urna.Accuracy -- groups</c>; not to be changed by hand.</summary>
static class LearntGroups
{
    /// <summary>The model.</summary>
    public static GroupModel Model { get; } = new(
        [1.268, -0.318, 0.129],
        [
            new(
                new(GroupKind.Sex, GroupKind.Party),
                [0.242],
                -3.541,
                [0.805, 1.664, 2.462, 3.305],
                [1.005, 2.27, 3.214, 4.197],
                [2.535, 4.89, 6.499, 8.94],
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
                -4.308,
                [0.754, 1.808, 2.579, 3.321],
                [0.928, 2.453, 3.58, 4.682],
                [2.077, 3.943, 5.427, 6.981],
                [0.597, 0.882, 0.961, 0.982],
                [0.571, 0.865, 0.96, 0.982],
                [0.705, 0.937, 0.989, 1],
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
                -3.843,
                [0.85, 1.513, 2.014, 2.557],
                [1.178, 2.122, 2.852, 3.669],
                [0.839, 1.697, 2.412, 3.196],
                [0.455, 0.773, 0.918, 0.964],
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
                -4.473,
                [0.671, 1.728, 2.704, 3.647],
                [0.869, 2.153, 3.07, 4.008],
                [2.218, 4.58, 6.481, 8.55],
                [0.529, 0.706, 0.804, 0.843],
                [0.458, 0.75, 0.75, 0.806],
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
                -3.794,
                [0.703, 1.69, 2.538, 3.565],
                [0.703, 1.775, 2.888, 4.175],
                [4.227, 8.128, 10.947, 15.072],
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
                -3.575,
                [0.741, 1.835, 2.613, 3.395],
                [0.894, 1.991, 2.84, 3.741],
                [2.512, 4.694, 6.421, 8.178],
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
                -3.419,
                [0.77, 1.742, 2.519, 3.352],
                [0.883, 1.924, 2.763, 3.681],
                [3.749, 7.147, 9.967, 12.694],
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
                -3.232,
                [0.901, 1.512, 1.933, 2.366],
                [0.811, 1.625, 2.163, 2.677],
                [1.459, 2.54, 3.426, 4.271],
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
                -4.379,
                [0.859, 1.754, 2.417, 3.134],
                [1.028, 2.083, 2.859, 3.667],
                [1.772, 3.475, 4.949, 6.617],
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
                -3.658,
                [0.74, 1.685, 2.401, 3.115],
                [1.205, 2.598, 3.628, 4.608],
                [2.268, 4.029, 5.473, 6.964],
                [0.45, 0.7, 0.7, 0.8],
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
                -3.163,
                [1.064, 1.966, 2.611, 3.262],
                [0.919, 1.87, 2.567, 3.256],
                [1.855, 3.335, 4.501, 5.859],
                [0.352, 0.718, 0.915, 1],
                [0.407, 0.737, 0.916, 0.994],
                [0.077, 1, 1, 1],
                0.0006,
                new(0.158, 0.543, 0.981),
                new(
                    "race by turnout: 142 cells of 13 tables of Georgia (United States), North Carolina; each source judged by the others; made 1.16 times as wide as learnt",
                    "raza por participación: 142 celdas de 13 tablas de Georgia (Estados Unidos), Carolina del Norte; cada fuente juzgada por las demás; 1,16 veces más anchos que lo aprendido"))
            {
                Use = IntervalUse.Own,
                Widened = 1.158,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Party, GroupKind.Turnout),
                [0.114],
                -3.812,
                [0.914, 1.671, 2.27, 2.868],
                [1.039, 1.969, 2.645, 3.437],
                [1.644, 3.171, 4.501, 5.958],
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
                [0.67, 0.516, -0.271],
                -3.272,
                [0.644, 1.54, 2.324, 3.218],
                [0.743, 1.863, 2.824, 3.884],
                [3.335, 6.121, 8.413, 10.937],
                [0.53, 0.84, 0.928, 0.972],
                [0.493, 0.842, 0.944, 0.982],
                [0.411, 0.95, 0.994, 0.997],
                0.0105,
                new(0.318, 0.784, 0.995),
                new(
                    "vote by vote: 9143 cells of 319 tables of New Zealand, Scotland, Dillon (South Carolina), Yuma (Arizona); each source judged by the others; two contests of one ballot: flows between two rounds with abstention have no published truth anywhere",
                    "voto por voto: 9143 celdas de 319 tablas de Nueva Zelandia, Escocia, Dillon (Carolina del Sur), Yuma (Arizona); cada fuente juzgada por las demás; dos votaciones de una papeleta: la verdad de los flujos entre dos vueltas con abstención no está publicada en ninguna parte"))
            {
                Use = IntervalUse.Own,
                Widened = 1,
                TellsSigns = true,
            },
            new(
                new(GroupKind.Sex, GroupKind.Other),
                [-0.002, -0.072, -0.002],
                -3.725,
                [0.891, 1.823, 2.581, 3.41],
                [1.133, 2.424, 3.431, 4.516],
                [1.633, 3.616, 5.355, 7.28],
                [0.764, 0.974, 0.996, 0.999],
                [0.735, 0.965, 0.993, 1],
                [0.864, 0.994, 1, 1],
                0.0002,
                new(0.033, 0.498, 0.826),
                new(
                    "sex by anything: 1394 cells of 154 tables of Albania, Chile, Germany, Ecuador, Georgia (United States), India, Italy, North Carolina; each source judged by the others; made 1.16 times as wide as learnt",
                    "sexo por cualquier cosa: 1394 celdas de 154 tablas de Albania, Chile, Alemania, Ecuador, Georgia (Estados Unidos), India, Italia, Carolina del Norte; cada fuente juzgada por las demás; 1,16 veces más anchos que lo aprendido"))
            {
                Use = IntervalUse.Own,
                Widened = 1.158,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Age, GroupKind.Other),
                [0.077, -0.101, 0],
                -3.51,
                [0.694, 1.591, 2.285, 3.031],
                [0.743, 1.738, 2.518, 3.399],
                [2.092, 4.482, 6.566, 9.219],
                [0.424, 0.71, 0.834, 0.927],
                [0.4, 0.726, 0.893, 0.947],
                [0.313, 0.75, 0.938, 1],
                0.0001,
                new(0.044, 0.423, 0.891),
                new(
                    "age by anything: 314 cells of 16 tables of Germany, Ecuador, North Carolina; each source judged by the others; 90% intervals held 83%, and in some kind or source too few however wide",
                    "edad por cualquier cosa: 314 celdas de 16 tablas de Alemania, Ecuador, Carolina del Norte; cada fuente juzgada por las demás; los intervalos del 90 % contuvieron el 83 %, y en algún tipo o fuente muy pocos por anchos que fueran"))
            {
                Use = IntervalUse.None,
                Widened = 1,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Race, GroupKind.Other),
                [0.402, -0.02, 0.609],
                -3.614,
                [0.742, 1.773, 2.645, 3.605],
                [1.18, 2.818, 4.094, 5.35],
                [1.787, 3.767, 5.405, 7.28],
                [0.644, 0.889, 0.976, 0.992],
                [0.712, 0.98, 0.992, 0.997],
                [0.609, 0.953, 0.984, 1],
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
                -3.829,
                [0.857, 1.739, 2.466, 3.21],
                [1.022, 2.038, 2.868, 3.724],
                [1.658, 3.657, 5.351, 7.477],
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
                -3.18,
                [0.903, 2.107, 3.119, 4.194],
                [1.922, 4.948, 7.343, 9.789],
                [4.648, 8.66, 12.042, 15.738],
                [0.58, 0.869, 0.951, 0.986],
                [0.759, 0.936, 0.979, 0.994],
                [0.714, 1, 1, 1],
                0.0103,
                new(0.35, 0.669, 0.929),
                new(
                    "vote by anything: 1079 cells of 21 tables of Scotland, Cambridge (Massachusetts), Minneapolis, San Francisco; each source judged by the others; made 1.28 times as wide as learnt",
                    "voto por cualquier cosa: 1079 celdas de 21 tablas de Escocia, Cambridge (Massachusetts), Minneapolis, San Francisco; cada fuente juzgada por las demás; 1,28 veces más anchos que lo aprendido"))
            {
                Use = IntervalUse.Own,
                Widened = 1.276,
                TellsSigns = false,
            },
            new(
                new(GroupKind.Other, GroupKind.Other),
                [-0.916, 3.161, 3.025],
                -3.537,
                [0.72, 1.568, 2.235, 2.952],
                [0.789, 1.844, 2.698, 3.648],
                [1.897, 3.873, 5.544, 7.475],
                [0.375, 0.75, 1, 1],
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
