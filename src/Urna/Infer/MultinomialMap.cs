namespace Urna.Infer;

/// <summary>One step of the multinomial EM: from shares to the shares they imply.</summary>
/// <remarks>
/// With w people by row g, x votes by column c and μ_c = Σ_g w_g p_gc in unit b: q_bgc ∝ p_gc x_bc / (μ_bc − p_gc), and p_gc becomes
/// Σ_b w_bg q_bgc / Σ_b w_bg. Where one person alone makes up μ_bc, q is 1. Units without votes are left out.
/// Thraves, Ubilla, Hermosilla, "Fast ecological inference algorithm for the R×C case", Statistics and Computing (2026).
/// </remarks>
sealed class MultinomialMap(TransferProblem problem)
{
    readonly double[] expected = new double[problem.ColumnNames.Length];
    readonly double[] chances = new double[problem.ColumnNames.Length];

    /// <summary>Applications so far.</summary>
    public int Evaluations { get; private set; }

    /// <summary>The standard start: each row votes as its units do.</summary>
    public double[] StandardStart()
    {
        var (rows, columns) = (problem.RowNames.Length, problem.ColumnNames.Length);
        var start = new double[rows * columns];
        for (var b = 0; b < problem.Units.Length; b++)
        {
            var votes = problem.ColumnsOf(b);
            var total = Sum(votes);
            if (total == 0)
            {
                continue;
            }

            for (var g = 0; g < rows; g++)
            {
                for (var c = 0; c < columns; c++)
                {
                    start[(g * columns) + c] += problem.RowsOf(b)[g] * votes[c] / total;
                }
            }
        }

        Normalise(start, columns);
        return start;
    }

    /// <summary>Applies the map.</summary>
    /// <param name="shares">P(column | row), shape [rows × columns].</param>
    /// <param name="next">The shares they imply, same shape.</param>
    public void Apply(ReadOnlySpan<double> shares, Span<double> next)
    {
        Evaluations++;
        var columns = expected.Length;
        next.Clear();
        for (var b = 0; b < problem.Units.Length; b++)
        {
            var people = problem.RowsOf(b);
            var votes = problem.ColumnsOf(b);
            if (Sum(votes) == 0)
            {
                continue;
            }

            Expect(people, shares);
            for (var g = 0; g < people.Length; g++)
            {
                if (people[g] > 0)
                {
                    AddRow(people[g], votes, shares.Slice(g * columns, columns), next.Slice(g * columns, columns));
                }
            }
        }

        Normalise(next, columns);
    }

    /// <summary>Σ_b log of the multinomial likelihood of unit b's votes under its expected shares, constants included.</summary>
    public double LogLikelihood(ReadOnlySpan<double> shares)
    {
        var sum = 0.0;
        for (var b = 0; b < problem.Units.Length; b++)
        {
            var votes = problem.ColumnsOf(b);
            var total = Sum(votes);
            Expect(problem.RowsOf(b), shares);
            var people = Sum(expected);
            if (total == 0 || people == 0)
            {
                continue;
            }

            sum += Numerics.LogGamma.Of(total + 1);
            for (var c = 0; c < votes.Length; c++)
            {
                sum += (votes[c] == 0 ? 0 : votes[c] * Math.Log(expected[c] / people)) - Numerics.LogGamma.Of(votes[c] + 1);
            }
        }

        return sum;
    }

    void Expect(ReadOnlySpan<double> people, ReadOnlySpan<double> shares)
    {
        var columns = expected.Length;
        expected.AsSpan().Clear();
        for (var g = 0; g < people.Length; g++)
        {
            for (var c = 0; c < columns; c++)
            {
                expected[c] += people[g] * shares[(g * columns) + c];
            }
        }
    }

    void AddRow(double people, ReadOnlySpan<double> votes, ReadOnlySpan<double> shares, Span<double> next)
    {
        var sum = 0.0;
        for (var c = 0; c < votes.Length; c++)
        {
            var others = expected[c] - shares[c];
            chances[c] = others > 0 ? shares[c] * votes[c] / others : shares[c] > 0 && votes[c] > 0 ? double.PositiveInfinity : 0;
            sum += chances[c];
        }

        if (sum == 0)
        {
            return;
        }

        var certain = double.IsPositiveInfinity(sum);
        var weight = certain ? people / CountOfInfinite() : people / sum;
        for (var c = 0; c < votes.Length; c++)
        {
            next[c] += certain ? (double.IsPositiveInfinity(chances[c]) ? weight : 0) : weight * chances[c];
        }
    }

    int CountOfInfinite() => chances.Count(double.IsPositiveInfinity);

    static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    static void Normalise(Span<double> shares, int columns)
    {
        for (var row = 0; row < shares.Length; row += columns)
        {
            var sum = Sum(shares.Slice(row, columns));
            for (var c = 0; sum > 0 && c < columns; c++)
            {
                shares[row + c] /= sum;
            }
        }
    }
}
