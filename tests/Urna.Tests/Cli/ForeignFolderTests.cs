using Urna.Tests.Store;

namespace Urna.Tests.Cli;

/// <summary>A folder that another hand made, to catch whoever reads it: no verb touches anything around it, nor anything in it.</summary>
public sealed class ForeignFolderTests : IDisposable
{
    readonly PlainFolder files = new();
    readonly string secret;
    readonly string folder;

    public ForeignFolderTests()
    {
        var home = Directory.CreateDirectory(Path.Combine(files.Folder, "home")).FullName;
        secret = Path.Combine(home, "secret.csv");
        File.WriteAllText(secret, "top secret line\n");
        File.WriteAllText(Path.Combine(home, "election.yaml.partial"), "mine");
        using var election = new TinyElection();
        folder = Directory.CreateDirectory(Path.Combine(files.Folder, "foreign")).FullName;
        foreach (var file in Directory.EnumerateFiles(election.Folder))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        Link(".urna-pending", "results.csv");
        Link(".urna-pending.partial", "places.csv");
        Link($".urna-{new string('a', 32)}.state", "places.csv");
        Link($".urna-{new string('b', 32)}.partial", "places.csv");
        Directory.CreateSymbolicLink(Path.Combine(folder, "pages"), home);
        File.CreateSymbolicLink(Path.Combine(folder, ".urna-pending", "places.csv"), secret);
        Directory.CreateSymbolicLink(Path.Combine(folder, ".urna-pending", "sub"), home);
        Directory.CreateDirectory(folder + ".urna-former");
        Directory.CreateDirectory(folder + ".partial");

        void Link(string name, string file)
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
            File.CreateSymbolicLink(Path.Combine(folder, name, file), secret);
        }
    }

    public void Dispose() => files.Dispose();

    /// <summary>Also where a marker of ours stands in it, of this version or of the one before.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("This folder was written by urna and may be replaced by it.\n")]
    [InlineData("""{"kind":"election","state":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","files":{"results.csv":"","pages/secret.csv":""}}""")]
    public void Verbs_ThatRead_TouchNothing(string? marker)
    {
        if (marker is not null)
        {
            File.WriteAllText(Path.Combine(folder, ".urna-output"), marker);
        }

        var before = FolderTree.Of(files.Folder);
        foreach (var arguments in (string[][])
        [
            ["validate", folder], ["count", folder], ["seats", folder], ["why", folder, "n-1", "a1"], ["diff", folder, "1", "latest"],
            ["power", folder], ["report", folder, "-o", folder], ["report", folder, "-o", Path.Combine(files.Folder, "home")],
            ["import", Path.Combine(folder, "results.csv"), "--as", "cl-tricel-mesa-long-xlsx", "-o", folder],
        ])
        {
            var told = UrnaCommand.Run(arguments);

            Assert.DoesNotContain("secret line", told.Output + told.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", told.Errors, StringComparison.Ordinal);
            Assert.Equal(before, FolderTree.Of(files.Folder));
        }
    }

    /// <summary>Even by force nothing is written through a link, and nothing is deleted that is not ours.</summary>
    [Fact]
    public void Report_ByForce_StaysWithinItsFolder()
    {
        using var election = new TinyElection();
        var before = FolderTree.Of(Path.Combine(files.Folder, "home"));
        var own = Directory.EnumerateFiles(folder).ToDictionary(f => f, File.ReadAllText);

        Assert.Equal(0, UrnaCommand.Run("report", election.Folder, "-o", folder, "--force").ExitCode);

        Assert.Equal(before, FolderTree.Of(Path.Combine(files.Folder, "home")));
        Assert.All(own, f => Assert.Equal(f.Value, File.ReadAllText(f.Key)));
        Assert.True(File.Exists(Path.Combine(folder, "index.html")));
        Assert.True(Directory.Exists(folder + ".urna-former") && Directory.Exists(folder + ".partial"));
    }

    /// <summary>A path of election.yaml that leads out of the folder is refused, and nothing of the file is quoted.</summary>
    [Theory]
    [InlineData("places: places.csv", "places: ../home/secret.csv")]
    [InlineData("results: results.csv", "results: ../../secret.csv")]
    [InlineData("candidacies: candidacies.csv", "candidacies: linked.csv")]
    [InlineData("outcome: outcome.csv", "outcome: sub/../../home/secret.csv")]
    [InlineData("places: places.csv", "places: /etc/passwd")]
    [InlineData("places: places.csv", "places: places.csv\nmembers: pages/secret.csv")]
    [InlineData("places: places.csv", "places: places.csv\nmap: { file: ../secret.csv, key: k, level: commune, credit: C }")]
    [InlineData("places: places.csv", "places: places.csv\nmap: { file: /etc/passwd, key: k, level: commune, credit: C }")]
    [InlineData("rule: congress-2015", "rule: ../../law.yaml")]
    [InlineData("rule: congress-2015", "rule: /etc/law.yaml")]
    [InlineData("places: places.csv", "places: places.csv\nquorums: ../.hidden/law.yaml")]
    public void Read_OfAPathThatLeadsOut_IsRefused(string field, string other)
    {
        File.CreateSymbolicLink(Path.Combine(folder, "linked.csv"), secret);
        File.WriteAllText(Path.Combine(files.Folder, "secret.csv"), "top secret line\n");
        var yaml = Path.Combine(folder, "election.yaml");
        File.WriteAllText(yaml, File.ReadAllText(yaml).Replace(field, other, StringComparison.Ordinal));

        var told = UrnaCommand.Run("validate", folder, "--format", "json");

        Assert.Equal(3, told.ExitCode);
        Assert.Contains("V180", told.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret line", told.Output + told.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", told.Output + told.Errors, StringComparison.Ordinal);
    }

    /// <summary>Claims and their article are of the folder too.</summary>
    [Fact]
    public void Read_OfClaimsThatAreALinkOut_IsRefused()
    {
        File.CreateSymbolicLink(Path.Combine(folder, "article.md"), secret);

        var told = UrnaCommand.Run("report", folder, "-o", Path.Combine(files.Folder, "site"));

        Assert.Equal(3, told.ExitCode);
        Assert.Contains("V180", told.Errors, StringComparison.Ordinal);
    }

    /// <summary>Maps and laws that several elections share lie in a folder beside them, also behind a link to the election.</summary>
    [Fact]
    public void Read_OfALawInAFolderBeside_IsRead()
    {
        var laws = Directory.CreateDirectory(Path.Combine(files.Folder, "laws")).FullName;
        File.Copy(Path.Combine(Repository.Root, "docs", "examples", "laws", "xm-assembly.yaml"), Path.Combine(laws, "xm-assembly.yaml"));
        var yaml = Path.Combine(folder, "election.yaml");
        File.WriteAllText(yaml, File.ReadAllText(yaml).Replace("rule: congress-2015", "rule: ../laws/xm-assembly.yaml", StringComparison.Ordinal));
        Directory.CreateSymbolicLink(Path.Combine(files.Folder, "home", "linked"), folder);

        Assert.Equal(0, UrnaCommand.Run("seats", folder).ExitCode);
        Assert.Equal(0, UrnaCommand.Run("seats", Path.Combine(files.Folder, "home", "linked")).ExitCode);
    }

    /// <summary>No verb replaces what it reads, by whatever name; what else lies in the folder is replaced as any file is.</summary>
    [Fact]
    public void Verbs_ThatWriteAFile_NeverReplaceWhatTheyRead()
    {
        File.CreateSymbolicLink(Path.Combine(files.Folder, "link.csv"), Path.Combine(folder, "results.csv"));
        Directory.CreateSymbolicLink(Path.Combine(files.Folder, "way"), folder);
        var laws = Directory.CreateDirectory(Path.Combine(files.Folder, "laws")).FullName;
        var law = Path.Combine(laws, "xm-assembly.yaml");
        File.Copy(Path.Combine(Repository.Root, "docs", "examples", "laws", "xm-assembly.yaml"), law);
        var yaml = Path.Combine(folder, "election.yaml");
        File.WriteAllText(yaml, File.ReadAllText(yaml).Replace("rule: congress-2015", "rule: ../laws/xm-assembly.yaml", StringComparison.Ordinal));
        var before = FolderTree.Of(files.Folder);
        foreach (var arguments in (string[][])
        [
            ["count", folder, "-o", Path.Combine(folder, "results.csv")],
            ["count", folder, "-o", Path.Combine(files.Folder, "link.csv")],
            ["export", folder, "-o", Path.Combine(files.Folder, "way", "places.csv")],
            ["export", folder, "--to", "parquet", "-o", yaml],
            ["export", folder, "--to", "nist", "-o", Path.Combine(folder, "candidacies.csv")],
            ["seats", folder, "-o", law],
            ["report", folder, "-o", laws, "--force"],
            ["report", Path.Combine(files.Folder, "way"), "-o", folder, "--force"],
            ["report", folder, "-o", Path.Combine(files.Folder, "way"), "--force"],
        ])
        {
            Assert.Equal(2, UrnaCommand.Run(arguments).ExitCode);
            Assert.Equal(before, FolderTree.Of(files.Folder));
        }

        var mine = Path.Combine(folder, "mine.csv");
        File.WriteAllText(mine + ".partial", "mine");
        Assert.Equal(0, UrnaCommand.Run("count", folder, "--format", "csv", "-o", mine).ExitCode);
        Assert.Equal(0, UrnaCommand.Run("count", folder, "--format", "csv", "-o", mine).ExitCode);
        Assert.Equal("mine", File.ReadAllText(mine + ".partial"));
    }
}
