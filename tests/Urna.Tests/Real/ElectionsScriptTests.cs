using System.Diagnostics;
using System.IO.Compression;

namespace Urna.Tests.Real;

/// <summary>The folders that ship are what the committed script makes of the source tables, byte for byte.</summary>
public class ElectionsScriptTests
{
    [Fact]
    public async Task MakeElections_GivesTheFoldersThatShip()
    {
        var data = Repository.Shared("data");
        var archive = Repository.Shared("archive");
        var made = Directory.CreateTempSubdirectory("urna-test-");
        var start = new ProcessStartInfo("dotnet", ["run", "tools/make-elections.cs", "--", data, archive, made.FullName]) { WorkingDirectory = Repository.Root, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        using var script = Process.Start(start)!;
        var errors = script.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(script.ExitCode == 0, await errors + output);

        var files = Directory.EnumerateFiles(made.FullName, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(made.FullName, f)).ToList();
        Assert.All(files, file => Assert.True(Content(Path.Combine(made.FullName, file)).AsSpan().SequenceEqual(Content(Path.Combine(Repository.Elections, file))), $"{file} differs."));
        Assert.Empty(Directory.EnumerateFiles(Repository.Elections, "*.csv*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Repository.Elections, f)).Except([.. files, Path.Combine("history", "totals.csv")]));
        made.Delete(recursive: true);
    }

    // How tables are packed may differ between machines; what they hold may not.
    static byte[] Content(string path)
    {
        using var file = File.OpenRead(path);
        using var unpacked = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var content = new MemoryStream();
        unpacked.CopyTo(content);
        return content.ToArray();
    }
}
