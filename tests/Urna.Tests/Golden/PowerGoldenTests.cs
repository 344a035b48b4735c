using Urna.Tests.Cli;

namespace Urna.Tests.Golden;

/// <summary>What passed in the Congress elected in 2021, letter by letter.</summary>
public class PowerGoldenTests
{
    [Fact]
    public void Power_WhatPasses2021() => GoldenFile.Matches(UrnaCommand.Run("power", "elections/cl-2021", "--passes", "--lang", "es").Output, "power-2021-passes.txt");

    [Fact]
    public void Power_Senate2021() => GoldenFile.Matches(UrnaCommand.Run("power", "elections/cl-2021", "--chamber", "senate", "--format", "csv").Output, "power-2021-senate.csv");
}
