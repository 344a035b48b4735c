using Urna.Infer.Tables;

namespace Urna.Infer.Expectations;

/// <summary>The columns of a problem with the one at the end that the others are measured against: the last that has votes.</summary>
sealed class ReferenceColumn
{
    readonly int[] order;
    readonly int columns;

    /// <summary>Finds it.</summary>
    /// <param name="problem">The counts.</param>
    public ReferenceColumn(TransferProblem problem)
    {
        columns = problem.ColumnNames.Length;
        var reference = columns - 1;
        while (reference > 0 && Enumerable.Range(0, problem.Units.Length).All(b => problem.ColumnsOf(b)[reference] == 0))
        {
            reference--;
        }

        order = [.. Enumerable.Range(0, columns).Where(c => c != reference), reference];
    }

    /// <summary>The problem's columns in our order.</summary>
    public ReadOnlySpan<int> Order => order;

    /// <summary>Rows of values in our order.</summary>
    /// <param name="values">Values in the problem's order, shape [any × columns].</param>
    public double[] Sorted(ReadOnlySpan<double> values)
    {
        var sorted = new double[values.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = values[Index(i)];
        }

        return sorted;
    }

    /// <summary>Where the problem has what is at an index in our order.</summary>
    /// <param name="index">The index, in shape [any × columns].</param>
    public int Index(int index) => index - (index % columns) + order[index % columns];
}
