using System.Diagnostics;
using System.IO.Compression;

namespace Urna.Tests.Real;

/// <summary>The folders that ship are what the committed script makes of the source tables, byte for byte.</summary>
public class ElectionsScriptTests
{
    /// <summary>Tables that no source of figures has: how a law joins districts.</summary>
    static readonly string[] writtenFromLaw = [Path.Combine("cl-2013", "districts-2015.csv")];

    [Fact]
    public async Task MakeElections_GivesTheFoldersThatShip()
    {
        var made = Directory.CreateTempSubdirectory("urna-test-");
        await Make("tools/make-elections.cs", Repository.Shared("data"), Repository.Shared("archive"), made.FullName);
        await Make("tools/make-foreign-elections.cs", Repository.Shared("archive"), Repository.Shared("cases"), made.FullName);

        var files = Directory.EnumerateFiles(made.FullName, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(made.FullName, f)).ToList();
        Assert.All(files, file => Assert.True(Content(Path.Combine(made.FullName, file)).AsSpan().SequenceEqual(Content(Path.Combine(Repository.Elections, file))), $"{file} differs."));
        Assert.Empty(Directory.EnumerateFiles(Repository.Elections, "*.csv*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Repository.Elections, f)).Except([.. files, .. writtenFromLaw, Path.Combine("history", "totals.csv")]));
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

    static async Task Make(string script, string first, string second, string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["run", script, "--", first, second, folder]) { WorkingDirectory = Repository.Root, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await errors + output);
    }
}
