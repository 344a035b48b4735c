using BenchmarkDotNet.Running;
using Urna.Benchmarks;

// Two words and a number write the case of many districts; anything else is for BenchmarkDotNet.
if (args is ["districts", var number, var folder])
{
    ManyDistricts.Write(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture), folder);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
