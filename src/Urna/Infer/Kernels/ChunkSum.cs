namespace Urna.Infer.Kernels;

/// <summary>What a chunk of units adds to a sum.</summary>
/// <param name="first">The chunk's first unit.</param>
/// <param name="last">One beyond its last unit.</param>
/// <param name="part">Where its part goes; all zero at first.</param>
delegate void ChunkPart(int first, int last, Span<double> part);

/// <summary>A sum over units, in chunks whose parts are added in the order of the units.</summary>
/// <remarks>Chunks do not depend on the number of cores, so neither does the sum, to the last bit.</remarks>
/// <param name="units">How many units there are.</param>
/// <param name="chunk">Units in a chunk.</param>
/// <param name="size">Numbers in the sum.</param>
/// <param name="threads">Threads at most; 0 for as many as the machine has cores.</param>
sealed class ChunkSum(int units, int chunk, int size, int threads)
{
    readonly int chunks = (units + chunk - 1) / chunk;
    readonly double[] parts = new double[(units + chunk - 1) / chunk * size];
    readonly ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads == 0 ? -1 : threads };

    /// <summary>Adds up.</summary>
    /// <param name="part">What a chunk adds; called from several threads.</param>
    /// <param name="total">Where the sum goes.</param>
    public void Of(ChunkPart part, Span<double> total)
    {
        if (parallel.MaxDegreeOfParallelism == 1 || chunks == 1)
        {
            for (var i = 0; i < chunks; i++)
            {
                One(part, i);
            }
        }
        else
        {
            Parallel.For(0, chunks, parallel, i => One(part, i));
        }

        total.Clear();
        for (var i = 0; i < parts.Length; i++)
        {
            total[i % size] += parts[i];
        }
    }

    void One(ChunkPart part, int index)
    {
        var own = parts.AsSpan(index * size, size);
        own.Clear();
        part(index * chunk, Math.Min(units, (index + 1) * chunk), own);
    }
}
