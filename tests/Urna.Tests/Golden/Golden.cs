using System.Runtime.CompilerServices;

namespace Urna.Tests.Golden;

/// <summary>Compares a text with a file kept in git; with URNA_ACCEPT=1 the file is rewritten, for the difference to be reviewed.</summary>
static class GoldenFile
{
    public static void Matches(string actual, string name, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, name);
        var text = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("URNA_ACCEPT") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{name} is missing; run the tests with URNA_ACCEPT=1 to write it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }
}
