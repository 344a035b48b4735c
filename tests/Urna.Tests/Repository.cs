using System.Runtime.CompilerServices;
using Urna.Allocate.Laws;
using Urna.Store.Elections;
using Urna.Store.Laws;

namespace Urna.Tests;

/// <summary>Where tests find the repository's files, and the shared data that may be absent.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Elections => Path.Combine(Root, "elections");

    public static string SharedFolder => Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    public static RuleLibrary Laws => RuleLibrary.Shipped;

    public static QuorumLibrary Quorums => QuorumLibrary.Shipped;

    /// <summary>A file of the shared data; the test is skipped, visibly, where it is absent.</summary>
    public static string Shared(params ReadOnlySpan<string> path)
    {
        var file = Path.Combine([SharedFolder, .. path]);
        Assert.SkipUnless(Path.Exists(file), $"The shared data '{string.Join('/', path.ToArray())}' is not beside this checkout.");
        return file;
    }

    public static ElectoralRule Law(string name)
    {
        var read = Laws.Find(name);
        Assert.True(read.Value is not null, string.Join('\n', read.Findings));
        return read.Value;
    }

    public static Urna.Model.Election Election(string id)
    {
        var read = ElectionFolder.Read(Path.Combine(Elections, id));
        Assert.True(read.Value is not null, string.Join('\n', read.Findings.Take(10)));
        return read.Value;
    }

    static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
