namespace Urna.Tests;

/// <summary>Generators that several tests share.</summary>
static class Generators
{
    /// <summary>One of some values.</summary>
    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
