namespace Urna.Forecast;

/// <summary>One type of vote in all units: what is counted, what is missing, and what is known beside.</summary>
/// <remarks>Tables are row by row: a unit's columns stand together.</remarks>
sealed record Stratum
{
    /// <summary>The places above the units.</summary>
    public required UnitTree Tree { get; init; }

    /// <summary>Columns of votes: lists, or choices.</summary>
    public required int Columns { get; init; }

    /// <summary>Votes counted, shape [units × columns].</summary>
    public required double[] Counted { get; init; }

    /// <summary>Votes counted by unit.</summary>
    public required double[] Total { get; init; }

    /// <summary>Votes that are expected to come, by unit.</summary>
    public required double[] Missing { get; init; }

    /// <summary>Stations or batches counted in units that are partly counted.</summary>
    public required double[] Batches { get; init; }

    /// <summary>Shares of each unit before, shape [units × <see cref="BeforeColumns"/>]; NaN in the first column where nothing is known.</summary>
    public double[] Before { get; init; } = [];

    /// <summary>Columns of <see cref="Before"/>; 0 where nothing is known.</summary>
    public int BeforeColumns { get; init; }

    /// <summary>The column of now that is each column of before; −1 where none is.</summary>
    public int[] Same { get; init; } = [];

    /// <summary>People, or votes before, by unit: how large it is; 0 where not known.</summary>
    public required double[] Exposure { get; init; }

    /// <summary>The order in which units came, ascending; NaN where not known.</summary>
    public required double[] Arrival { get; init; }

    /// <summary>The district of each unit, from 0.</summary>
    public required int[] District { get; init; }

    /// <summary>Districts there are.</summary>
    public required int Districts { get; init; }

    /// <summary>Which columns stand in each district, shape [districts × columns]; empty if all do.</summary>
    public bool[] Stands { get; init; } = [];

    /// <summary>The number of units.</summary>
    public int Units => Total.Length;
}
