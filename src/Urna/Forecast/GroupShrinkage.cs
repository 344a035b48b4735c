namespace Urna.Forecast;

/// <summary>How far places keep what is their own, level by level, and how sure that is.</summary>
/// <remarks>
/// A group's estimate is its parent's plus k times what its own counted votes differ by, k = τ²/(τ² + v), with τ² by moments and means weighted by votes
/// (nested analysis of variance; Efron and Morris, Journal of the American Statistical Association 70, 1975). Variances are traces over the
/// choices, so one k holds for all and shares keep their sum.
/// </remarks>
sealed class GroupShrinkage
{
    readonly UnitTree tree;
    readonly double[] weight;
    readonly double[] groupWeight;
    readonly double[] keptByUnit;
    readonly double[] keptByGroup;

    GroupShrinkage(UnitTree tree, double[] weight)
    {
        (this.tree, this.weight) = (tree, weight);
        groupWeight = new double[tree.Groups];
        keptByUnit = new double[tree.Units];
        keptByGroup = new double[tree.Groups];
        BetweenUnits = 0;
        Between = new double[tree.Depth.Max() + 1];
    }

    /// <summary>The variance between units of one group, summed over choices.</summary>
    public double BetweenUnits { get; private set; }

    /// <summary>The variance between groups of one parent by depth, summed over choices; nothing at 0.</summary>
    public double[] Between { get; }

    /// <summary>Differences between units and groups that were seen, by which variances are known.</summary>
    public int Contrasts { get; private set; }

    /// <summary>How much of its own each unit keeps, in [0, 1].</summary>
    public ReadOnlySpan<double> KeptByUnit => keptByUnit;

    /// <summary>How much of its own each group keeps, in [0, 1].</summary>
    public double[] KeptByGroup => keptByGroup;

    /// <summary>Learns variances from residuals.</summary>
    /// <param name="tree">The places.</param>
    /// <param name="weight">Votes counted by unit.</param>
    /// <param name="residuals">What units differ by, shape [units × columns].</param>
    /// <param name="columns">Columns of the residuals.</param>
    /// <param name="noise">Variance of each unit's own residual as a word on its missing votes, summed over choices.</param>
    /// <param name="prior">The variance that is believed before any is seen, summed over choices.</param>
    public static GroupShrinkage Learn(UnitTree tree, double[] weight, double[] residuals, int columns, double[] noise, double prior)
    {
        var made = new GroupShrinkage(tree, weight);
        var means = made.Means(residuals, columns);
        made.LearnVariances(means, residuals, columns, noise, prior);
        return made;
    }

    void LearnVariances(double[] means, double[] residuals, int columns, double[] noise, double prior)
    {
        var (groups, units) = (tree.Groups, tree.Units);
        var square = new double[groups];
        double spread = 0, own = 0, freedom = 0;
        var seen = new int[groups];
        for (var u = 0; u < units; u++)
        {
            if (weight[u] <= 0)
            {
                continue;
            }

            var g = tree.GroupOfUnit[u];
            var part = weight[u] / groupWeight[g];
            square[g] += part * part;
            seen[g]++;
            spread += weight[u] * Distance(residuals, u, means, g, columns);
            own += weight[u] * (1 - part) * noise[u];
            freedom += weight[u] * (1 - part);
        }

        var contrasts = seen.Sum(n => Math.Max(n - 1, 0));
        Contrasts = contrasts;
        BetweenUnits = Pooled(freedom > 0 ? Math.Max(0, (spread - own) / freedom) : 0, contrasts, prior);

        // The noise of a group's mean: from the units in it, then from the groups in it.
        var mean = new double[groups];
        for (var u = 0; u < units; u++)
        {
            if (weight[u] > 0)
            {
                var part = weight[u] / groupWeight[tree.GroupOfUnit[u]];
                mean[tree.GroupOfUnit[u]] += part * part * (BetweenUnits + noise[u]);
            }
        }

        for (var level = Between.Length - 1; level >= 1; level--)
        {
            LearnLevel(level, means, columns, mean, prior);
        }

        for (var g = 0; g < groups; g++)
        {
            var between = Between[tree.Depth[g]];
            keptByGroup[g] = groupWeight[g] <= 0 ? 0 : tree.Parent[g] < 0 ? 1 : between <= 0 ? 0 : between / (between + mean[g]);
        }

        for (var u = 0; u < units; u++)
        {
            keptByUnit[u] = weight[u] <= 0 || BetweenUnits <= 0 ? 0 : BetweenUnits / (BetweenUnits + noise[u]);
        }
    }

    void LearnLevel(int level, double[] means, int columns, double[] noise, double prior)
    {
        double spread = 0, own = 0, freedom = 0;
        var seen = new Dictionary<int, int>();
        for (var g = 0; g < tree.Groups; g++)
        {
            if (tree.Depth[g] != level || groupWeight[g] <= 0)
            {
                continue;
            }

            var parent = tree.Parent[g];
            var part = groupWeight[g] / groupWeight[parent];
            seen[parent] = seen.GetValueOrDefault(parent) + 1;
            spread += groupWeight[g] * Distance(means, g, means, parent, columns);
            own += groupWeight[g] * (1 - part) * noise[g];
            freedom += groupWeight[g] * (1 - part);
        }

        var contrasts = seen.Values.Sum(n => n - 1);
        Contrasts += contrasts;
        Between[level] = Pooled(freedom > 0 ? Math.Max(0, (spread - own) / freedom) : 0, contrasts, Math.Min(prior, BetweenUnits));
        for (var g = 0; g < tree.Groups; g++)
        {
            if (tree.Depth[g] == level && groupWeight[g] > 0)
            {
                var part = groupWeight[g] / groupWeight[tree.Parent[g]];
                noise[tree.Parent[g]] += part * part * (Between[level] + noise[g]);
            }
        }
    }

    /// <summary>Replaces columns by what each unit is believed to have of them beside the whole.</summary>
    /// <param name="columns">Values by unit, shape [units × width]; those of units without votes are not looked at.</param>
    /// <param name="width">Columns.</param>
    /// <returns>The estimates, shape [units × width].</returns>
    public double[] Estimate(double[] columns, int width)
    {
        var means = Means(columns, width);
        var groups = new double[means.Length];
        for (var g = 0; g < tree.Groups; g++)
        {
            var parent = tree.Parent[g];
            for (var c = 0; c < width; c++)
            {
                var above = parent < 0 ? 0 : groups[(parent * width) + c];
                groups[(g * width) + c] = above + (keptByGroup[g] * (means[(g * width) + c] - above));
            }
        }

        var estimates = new double[columns.Length];
        for (var u = 0; u < tree.Units; u++)
        {
            var (at, g) = (u * width, tree.GroupOfUnit[u] * width);
            for (var c = 0; c < width; c++)
            {
                var above = groups[g + c];
                estimates[at + c] = keptByUnit[u] > 0 ? above + (keptByUnit[u] * (columns[at + c] - above)) : above;
            }
        }

        return estimates;
    }

    /// <summary>The variance of the missing votes of each district around their estimate, in votes squared, summed over choices.</summary>
    /// <param name="missing">Votes missing by unit.</param>
    /// <param name="district">The district of each unit, from 0.</param>
    /// <param name="districts">How many there are.</param>
    /// <param name="byDistrict">On return, what is each district's own.</param>
    /// <returns>What districts share, for the whole.</returns>
    public double Variance(ReadOnlySpan<double> missing, ReadOnlySpan<int> district, int districts, Span<double> byDistrict)
    {
        var up = new double[tree.Groups];
        var of = new int[tree.Groups];
        Array.Fill(of, -1);
        for (var u = 0; u < tree.Units; u++)
        {
            var left = missing[u] * (1 - keptByUnit[u]);
            var g = tree.GroupOfUnit[u];
            byDistrict[district[u]] += missing[u] * left * BetweenUnits;
            up[g] += left;
            of[g] = of[g] == -1 || of[g] == district[u] ? district[u] : districts;
        }

        var shared = 0.0;
        for (var g = tree.Groups - 1; g > 0; g--)
        {
            var parent = tree.Parent[g];
            var left = up[g] * (1 - keptByGroup[g]);
            var variance = up[g] * left * Between[tree.Depth[g]];
            if (of[g] >= 0 && of[g] < districts)
            {
                byDistrict[of[g]] += variance;
            }
            else
            {
                shared += variance;
            }

            up[parent] += left;
            of[parent] = of[g] < 0 ? of[parent] : of[parent] == -1 || of[parent] == of[g] ? of[g] : districts;
        }

        return shared;
    }

    /// <summary>The variance of one missing vote's place that its count does not tell, summed over choices: what a selection could work on.</summary>
    /// <param name="missing">Votes missing by unit.</param>
    /// <returns>What is between units of one group, and what is between groups.</returns>
    public (double Units, double Groups) Unexplained(ReadOnlySpan<double> missing)
    {
        double all = 0, units = 0, groups = 0;
        var up = new double[tree.Groups];
        for (var u = 0; u < tree.Units; u++)
        {
            all += missing[u];
            units += missing[u] * (1 - keptByUnit[u]) * BetweenUnits;
            up[tree.GroupOfUnit[u]] += missing[u];
        }

        for (var g = tree.Groups - 1; g > 0; g--)
        {
            groups += up[g] * (1 - keptByGroup[g]) * Between[tree.Depth[g]];
            up[tree.Parent[g]] += up[g];
        }

        return all > 0 ? (units / all, groups / all) : (0, 0);
    }

    /// <summary>Means by group, weighted by votes.</summary>
    double[] Means(double[] columns, int width)
    {
        var means = new double[tree.Groups * width];
        Array.Clear(groupWeight);
        for (var u = 0; u < tree.Units; u++)
        {
            if (weight[u] <= 0)
            {
                continue;
            }

            var g = tree.GroupOfUnit[u];
            groupWeight[g] += weight[u];
            for (var c = 0; c < width; c++)
            {
                means[(g * width) + c] += weight[u] * columns[(u * width) + c];
            }
        }

        for (var g = tree.Groups - 1; g > 0; g--)
        {
            var parent = tree.Parent[g];
            groupWeight[parent] += groupWeight[g];
            for (var c = 0; c < width; c++)
            {
                means[(parent * width) + c] += means[(g * width) + c];
            }
        }

        for (var g = 0; g < tree.Groups; g++)
        {
            for (var c = 0; c < width; c++)
            {
                means[(g * width) + c] /= Math.Max(groupWeight[g], double.Epsilon);
            }
        }

        return means;
    }

    static double Pooled(double seen, int contrasts, double prior) => ((contrasts * seen) + (PriorContrasts * prior)) / (contrasts + PriorContrasts);

    static double Distance(double[] a, int i, double[] b, int j, int columns)
    {
        var sum = 0.0;
        for (var c = 0; c < columns; c++)
        {
            var d = a[(i * columns) + c] - b[(j * columns) + c];
            sum += d * d;
        }

        return sum;
    }

    /// <summary>Differences that the belief before the count is worth.</summary>
    const double PriorContrasts = 3;
}
