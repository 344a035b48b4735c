using Urna.Store;
using Urna.Tests.Cli;

namespace Urna.Tests.Store;

/// <summary>A folder is written whole or not at all, wherever a crash strikes.</summary>
public sealed class OutputFolderTests : IDisposable
{
    readonly PlainFolder files = new();

    string Folder => Path.Combine(files.Folder, "out");

    public void Dispose() => files.Dispose();

    [Fact]
    public void Write_ThatFails_LeavesTheFormerFolder()
    {
        OutputFolder.Write(Folder, [("a.txt", ["one"])]);

        Assert.Throws<IOException>(() => OutputFolder.Write(Folder, [("a.txt", Failing())]));
        Assert.Throws<IOException>(() => OutputFolder.Write(Folder, [("a.txt", ["two"])], _ => throw new IOException("full")));

        Assert.Equal("one", File.ReadAllText(Path.Combine(Folder, "a.txt")));
    }

    [Fact]
    public void Update_ThatFails_ChangesNoFile()
    {
        OutputFolder.Write(Folder, [("a.txt", ["one"]), ("b.txt", ["one"])]);

        Assert.Throws<IOException>(() => OutputFolder.Update(Folder, [("a.txt", ["two"]), ("b.txt", Failing())]));

        Assert.Equal(["one", "one"], Texts());
        OutputFolder.Update(Folder, [("b.txt", ["two"])]);
        Assert.Equal(["one", "two"], Texts());
    }

    /// <summary>A crash after a former folder stepped aside, before the new one took its place.</summary>
    [Fact]
    public void Recover_BetweenTheTwoRenames_PutsTheFormerFolderBack()
    {
        OutputFolder.Write(Folder, [("a.txt", ["one"]), ("b.txt", ["one"])]);
        Directory.Move(Folder, Folder + ".urna-former");

        OutputFolder.Recover(Folder);

        Assert.Equal(["one", "one"], Texts());
    }

    /// <summary>A crash when half of the waiting files stand in their place.</summary>
    [Fact]
    public void Recover_AmidAnUpdate_PutsTheOtherFilesInPlace()
    {
        OutputFolder.Write(Folder, [("a.txt", ["two"]), ("b.txt", ["one"])]);
        var waiting = Directory.CreateDirectory(Path.Combine(Folder, ".urna-pending"));
        File.WriteAllText(Path.Combine(waiting.FullName, "b.txt"), "two");

        OutputFolder.Recover(Folder);

        Assert.Equal(["two", "two"], Texts());
        Assert.False(Directory.Exists(waiting.FullName));
    }

    /// <summary>A folder of that name which urna did not write is nobody's to delete.</summary>
    [Fact]
    public void Recover_LeavesWhatItDoesNotKnow()
    {
        Directory.CreateDirectory(Folder + ".former");
        Directory.CreateDirectory(Folder + ".urna-former");
        Directory.CreateDirectory(Folder);

        OutputFolder.Recover(Folder);

        Assert.True(Directory.Exists(Folder + ".former") && Directory.Exists(Folder + ".urna-former"));
    }

    string[] Texts() => [File.ReadAllText(Path.Combine(Folder, "a.txt")), File.ReadAllText(Path.Combine(Folder, "b.txt"))];

    static IEnumerable<string> Failing()
    {
        yield return "tw";
        throw new IOException("the disk is full");
    }
}
