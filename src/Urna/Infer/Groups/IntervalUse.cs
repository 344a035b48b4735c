namespace Urna.Infer.Groups;

/// <summary>On what intervals of a pair of kinds rest.</summary>
enum IntervalUse
{
    /// <summary>On what was learnt of the pair: it held on sources left out.</summary>
    Own,

    /// <summary>On what was learnt of the rows' kind: no two sources have the pair.</summary>
    OfRows,

    /// <summary>On nothing: with sources left out too few cells were held, or were judged.</summary>
    None,
}
