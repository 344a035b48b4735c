using System.Text.Json;
using Urna.Tests.Cli;

namespace Urna.Tests.Judge;

/// <summary>Claims with value, rank, scope, direction or wording turned are judged as the tables say.</summary>
public sealed class ClaimVariantsTests : IDisposable
{
    const int Pairs = 48;

    readonly PlainFolder files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Variants_ThatHold_AreConfirmed_AndOthersContradicted(int seed)
    {
        var variants = new ClaimVariants(seed).Make(Pairs);
        var claims = variants.Select((v, i) => $"  - id: v{i}\n    {v.Fields.Replace("\n ", "\n    ", StringComparison.Ordinal)}\n");
        var file = files.Write("claims.yaml", $"election: cl-2021\nclaims:\n{string.Concat(claims)}");
        var result = UrnaCommand.Run("claims", file, "--elections", Repository.Elections, "--format", "json");
        Assert.True(result.ExitCode == 1, result.Errors);

        using var json = JsonDocument.Parse(result.Output);
        var wrong = json.RootElement.EnumerateArray().Zip(variants)
            .Where(p => p.First.GetProperty("verdict").GetString() is not ("confirmed" or "confirmed-by-rounding") == p.Second.Holds || p.First.GetProperty("verdict").GetString() is not ("confirmed" or "confirmed-by-rounding" or "contradicted"))
            .Select(p => $"{p.Second}: {p.First.GetProperty("verdict")}, {p.First.GetProperty("explanation")}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(Pairs, variants.Count(v => v.Holds));
        Assert.Equal(Pairs, variants.Count(v => !v.Holds));
    }
}
