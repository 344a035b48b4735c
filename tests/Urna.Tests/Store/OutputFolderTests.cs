using Urna.Store;
using Urna.Tests.Cli;

namespace Urna.Tests.Store;

/// <summary>A folder passes from one state to the next whole or not at all, and only what is ours is replaced.</summary>
public sealed class OutputFolderTests : IDisposable
{
    readonly PlainFolder files = new();

    string Folder => Path.Combine(files.Folder, "out");

    OutputTarget Report => new(Folder, OutputKind.Report);

    public void Dispose() => files.Dispose();

    [Fact]
    public void Write_ThatFails_LeavesTheFormerFolder_AndNothingOfItsOwn()
    {
        OutputFolder.Write(Report, [("a.txt", ["one"])]);
        var before = Tree(files.Folder);

        Assert.Throws<IOException>(() => OutputFolder.Write(Report, [("a.txt", Failing())]));

        Assert.Equal(before, Tree(files.Folder));
    }

    /// <summary>The same files make the same bytes, whatever stood there before.</summary>
    [Fact]
    public void Write_TheSameFiles_GivesTheSameManifest()
    {
        OutputFolder.Write(Report, [("a.txt", ["one"])]);
        var manifest = File.ReadAllText(Path.Combine(Folder, OutputFolder.Marker));
        OutputFolder.Write(Report, [("a.txt", ["two"])]);
        Assert.NotEqual(manifest, File.ReadAllText(Path.Combine(Folder, OutputFolder.Marker)));
        OutputFolder.Write(Report, [("a.txt", ["one"])]);
        OutputFolder.Write(Report, [("a.txt", ["one"])]);

        Assert.Equal(manifest, File.ReadAllText(Path.Combine(Folder, OutputFolder.Marker)));
        Assert.Equal([".urna-output", "a.txt"], Names(Folder));
    }

    [Fact]
    public void Write_ThatFails_LeavesNoFolderWhereNoneWas()
    {
        var deep = Path.Combine(files.Folder, "one", "two");

        Assert.Throws<IOException>(() => OutputFolder.Write(new OutputTarget(deep, OutputKind.Report), [("a.txt", Failing())]));

        Assert.Empty(Tree(files.Folder));
    }

    [Fact]
    public void Write_ReplacesItsOwnFiles_AndLeavesThoseOfAnotherHand()
    {
        OutputFolder.Write(Report, [("a.txt", ["one"]), ("pages/b.txt", ["one"])]);
        File.WriteAllText(Path.Combine(Folder, "CNAME"), "mine");

        OutputFolder.Write(Report, [("a.txt", ["two"]), ("c.txt", ["two"])]);

        Assert.Equal([".urna-output", "CNAME", "a.txt", "c.txt"], Names(Folder));
        Assert.Equal("two", File.ReadAllText(Path.Combine(Folder, "a.txt")));
    }

    [Fact]
    public void Write_OverWhatIsNotOurs_IsRefused()
    {
        OutputFolder.Write(Report, [("a.txt", ["one"])]);
        File.WriteAllText(Path.Combine(Folder, "b.txt"), "mine");
        Refused(new OutputTarget(Folder, OutputKind.Election), "a.txt");
        Refused(Report, "b.txt");
        File.WriteAllText(Path.Combine(Folder, "a.txt"), "mine too");
        Refused(Report, "a.txt");

        OutputFolder.Write(new OutputTarget(Folder, OutputKind.Election) { Force = true }, [("c.txt", ["two"])]);
        Assert.Equal([".urna-output", "b.txt", "c.txt"], Names(Folder));

        void Refused(OutputTarget target, string name)
        {
            var before = Tree(files.Folder);
            Assert.Throws<OutputRefusedException>(() => OutputFolder.Write(target, [(name, ["two"])]));
            Assert.Equal(before, Tree(files.Folder));
        }
    }

    /// <summary>On the disks of many machines such files are one, and the votes of one would be lost.</summary>
    [Theory]
    [InlineData("A.csv")]
    [InlineData("../a.csv")]
    [InlineData(".urna-output")]
    [InlineData("x/.URNA-lock")]
    public void Write_NamesThatCannotStandBesideOthers_AreRefused(string name) =>
        Assert.Throws<OutputRefusedException>(() => OutputFolder.Write(Report, [("a.csv", ["one"]), (name, ["two"])]));

    /// <summary>What a writer left who died before it was done goes with the next; that of one who lives stays, and so does what is not ours.</summary>
    [Fact]
    public void Write_ClearsWhatDeadWritersLeft()
    {
        OutputFolder.Write(Report, [("a.txt", ["one"])]);
        var (dead, living) = (Staging('a'), Staging('b'));
        using var held = new FileStream(Path.Combine(living, ".urna-lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        Directory.CreateDirectory(Path.Combine(Folder, $".urna-{new string('c', 32)}.state"));
        Directory.CreateDirectory(Path.Combine(Folder, ".urna-mine.partial"));
        File.WriteAllText(Path.Combine(Folder, ".urna-lock"), "");

        OutputFolder.Write(Report, [("a.txt", ["two"])]);

        Assert.False(Directory.Exists(dead));
        Assert.Equal([".urna-mine.partial", Path.GetFileName(living)], Directory.EnumerateDirectories(Folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal([".urna-output", "a.txt"], Directory.EnumerateFiles(Folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal));

        string Staging(char letter)
        {
            var path = Path.Combine(Folder, $".urna-{new string(letter, 32)}.partial");
            Directory.CreateDirectory(path);
            File.WriteAllText(Path.Combine(path, "a.txt"), "tw");
            return path;
        }
    }

    /// <summary>A writer that is stopped after the manifest leaves files that wait: they are read there, and the next writer puts them in place.</summary>
    [Fact]
    public void Write_StoppedAmidPuttingInPlace_IsEndedByTheNext()
    {
        using var election = new TinyElection();
        var target = new OutputTarget(Folder, OutputKind.Election);
        OutputFolder.Write(target, Files(election.Folder, "120"));
        var former = Directory.EnumerateFiles(Folder).ToDictionary(f => f, File.ReadAllBytes);
        OutputFolder.Write(target, Files(election.Folder, "121"));
        var state = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, ".urna-output"))).RootElement.GetProperty("state").GetString();
        var waiting = Directory.CreateDirectory(Path.Combine(Folder, $".urna-{state}.state")).FullName;
        foreach (var (path, bytes) in former.Where(f => Path.GetFileName(f.Key) is "results.csv" or "places.csv"))
        {
            File.Move(path, Path.Combine(waiting, Path.GetFileName(path)));
            File.WriteAllBytes(path, bytes);
        }

        var before = Tree(files.Folder);
        var read = Urna.Store.Elections.ElectionFolder.Read(Folder);
        Assert.Empty(read.Findings);
        Assert.Equal(121, read.Value!.Contest("assembly")!.Returns.SelectMany(r => r.Votes).First(v => v.Choice == 0).Votes);
        Assert.Equal(before, Tree(files.Folder));

        Assert.Throws<IOException>(() => OutputFolder.Write(target, [("places.csv", Failing())]));
        Assert.False(Directory.Exists(waiting));
        Assert.Contains("assembly,n-1,a1,121", File.ReadAllText(Path.Combine(Folder, "results.csv")), StringComparison.Ordinal);
    }

    /// <summary>No link within the folder is followed out of it, by name or by force.</summary>
    [Fact]
    public void Write_ThroughALink_IsRefused()
    {
        var outside = Directory.CreateDirectory(Path.Combine(files.Folder, "outside")).FullName;
        File.WriteAllText(Path.Combine(outside, "b.txt"), "mine");
        OutputFolder.Write(Report, [("a.txt", ["one"])]);
        Directory.CreateSymbolicLink(Path.Combine(Folder, "pages"), outside);
        Directory.CreateSymbolicLink(Path.Combine(Folder, $".urna-{new string('a', 32)}.partial"), outside);
        File.CreateSymbolicLink(Path.Combine(Folder, "c.txt"), Path.Combine(outside, "b.txt"));

        Assert.Throws<OutputRefusedException>(() => OutputFolder.Write(Report with { Force = true }, [("pages/b.txt", ["two"])]));
        OutputFolder.Write(Report with { Force = true }, [("c.txt", ["two"])]);

        Assert.Equal("mine", File.ReadAllText(Path.Combine(outside, "b.txt")));
        Assert.Equal("two", File.ReadAllText(Path.Combine(Folder, "c.txt")));
        File.Delete(Path.Combine(Folder, ".urna-lock"));
        File.CreateSymbolicLink(Path.Combine(Folder, ".urna-lock"), Path.Combine(outside, "new"));
        Assert.Throws<OutputRefusedException>(() => OutputFolder.Write(Report, [("c.txt", ["three"])]));
        Assert.Equal(["b.txt"], Names(outside));
    }

    /// <summary>A manifest that another hand wrote leads nowhere.</summary>
    [Theory]
    [InlineData("../precious.txt")]
    [InlineData("/precious.txt")]
    [InlineData("a/../../precious.txt")]
    public void Write_OverAFolderWhoseManifestLeadsOut_IsRefused(string name)
    {
        var precious = files.Write("precious.txt", "mine");
        Directory.CreateDirectory(Folder);
        File.WriteAllText(
            Path.Combine(Folder, ".urna-output"), "{\"kind\":\"report\",\"state\":\"" + new string('a', 32) + "\",\"files\":{\"" + name + "\":\"\"}}");
        Directory.CreateDirectory(Path.Combine(Folder, $".urna-{new string('a', 32)}.state"));

        Assert.Throws<OutputRefusedException>(() => OutputFolder.Write(Report, [("a.txt", ["one"])]));
        OutputFolder.Write(Report with { Force = true }, [("a.txt", ["one"])]);

        Assert.Equal("mine", File.ReadAllText(precious));
    }

    [Fact]
    public void Write_WhileAnotherWrites_Waits_AndIsRefusedInTheEnd()
    {
        Directory.CreateDirectory(Folder);
        var waited = false;
        using (new FileStream(Path.Combine(Folder, ".urna-lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Throws<OutputRefusedException>(() => OutputFolder.Write(Report with { Patience = TimeSpan.FromMilliseconds(60), Waiting = () => waited = true }, [("a.txt", ["one"])]));
        }

        Assert.True(waited);
        OutputFolder.Write(Report, [("a.txt", ["one"])]);
    }

    /// <summary>What the version before wrote said nothing of what it is; what it left half done is read, and nothing of it is touched.</summary>
    [Fact]
    public void Read_OfAFolderOfTheVersionBefore_SeesWhatWaits()
    {
        using var election = new TinyElection();
        election.Write(".urna-output", "This folder was written by urna and may be replaced by it.\n");
        var waiting = Directory.CreateDirectory(Path.Combine(election.Folder, ".urna-pending"));
        File.WriteAllText(Path.Combine(waiting.FullName, "results.csv"), File.ReadAllText(Path.Combine(election.Folder, "results.csv")).Replace("assembly,n-1,a1,120", "assembly,n-1,a1,121", StringComparison.Ordinal));
        var before = Tree(election.Folder);

        var read = Urna.Store.Elections.ElectionFolder.Read(election.Folder);

        Assert.Equal(121, read.Value!.Contest("assembly")!.Returns.SelectMany(r => r.Votes).First(v => v.Choice == 0).Votes);
        Assert.Equal(before, Tree(election.Folder));
        Assert.NotNull(OutputFolder.RefusalOf(new OutputTarget(election.Folder, OutputKind.Report)));
    }

    /// <summary>Files of an election, with another count of one choice.</summary>
    static IEnumerable<(string Path, IEnumerable<string> Text)> Files(string election, string votes) => Directory.EnumerateFiles(election)
        .Select(f => (Path.GetFileName(f), (IEnumerable<string>)[File.ReadAllText(f).Replace("assembly,n-1,a1,120", $"assembly,n-1,a1,{votes}", StringComparison.Ordinal)]));

    static List<string> Names(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal)];

    static List<string> Tree(string folder) => FolderTree.Of(folder);

    static IEnumerable<string> Failing()
    {
        yield return "tw";
        throw new IOException("the disk is full");
    }
}
