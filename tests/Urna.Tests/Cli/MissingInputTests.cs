namespace Urna.Tests.Cli;

/// <summary>A file or folder that cannot be read is told by its path, whatever verb asks for it.</summary>
public sealed class MissingInputTests : IDisposable
{
    readonly PlainFolder folder = new();

    public MissingInputTests()
    {
        folder.Write("empty.csv", "");
        folder.Write("v.csv", "district,list,party,candidate,votes\nD,A,,x,5\n");
        folder.Write("u.csv", "unit,a,b\nx,1,2\n");
        folder.Write("s.csv", "district,seats\nD,1\n");
        Directory.CreateDirectory(Path.Combine(folder.Folder, "nothing"));
    }

    public void Dispose() => folder.Dispose();

    /// <summary>The verb with its options, PATH where the input stands.</summary>
    public static TheoryData<string> Verbs { get; } =
    [
        "import --detect PATH", "import PATH --as de-kerg2-csv -o OUT", "import PATH -o OUT", "validate PATH", "count PATH", "seats PATH", "report PATH -o OUT", "claims PATH", "power PATH --quota 2", "why PATH a b",
        "diff PATH 1 2", "export PATH -o OUT", "infer PATH --from a --to b", "infer --rows PATH --columns u.csv", "seats --rule congress-2015 --votes PATH --seats s.csv", "seats --rule congress-2015 --votes v.csv --seats PATH",
        "seats --rule scottish-councils --ballots PATH",
    ];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Verb_WithInputThatCannotBeRead_NamesIt(string line)
    {
        foreach (var input in (string[])["no-such.csv", "empty.csv", "nothing"])
        {
            var run = UrnaCommand.Run([.. line.Split(' ').Select(w => w switch
            {
                "PATH" => Path.Combine(folder.Folder, input),
                "OUT" => Path.Combine(folder.Folder, "out"),
                _ when w.EndsWith(".csv", StringComparison.Ordinal) => Path.Combine(folder.Folder, w),
                _ => w,
            })]);

            Assert.True(run.ExitCode is 2 or 3, $"{line} {input}: {run.ExitCode}");
            Assert.Contains(input, run.Output + run.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("''", run.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
            Assert.False(Directory.Exists(Path.Combine(folder.Folder, "out")) || File.Exists(Path.Combine(folder.Folder, "out")));
        }
    }

    /// <summary>What is not there is not called a folder of the wrong kind.</summary>
    [Theory]
    [InlineData("no-such.csv", "does not exist")]
    [InlineData("empty.csv", "is a file, and not an election folder")]
    [InlineData("nothing", "has no election.yaml")]
    public void Count_WithoutAnElection_SaysWhatThePathIs(string input, string words) =>
        Assert.Contains(words, UrnaCommand.Run("count", Path.Combine(folder.Folder, input)).Errors, StringComparison.Ordinal);
}
