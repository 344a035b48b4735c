namespace Urna.Tests.Cli;

/// <summary>No name of a file drives the terminal, in tables or messages.</summary>
public class HostileNamesTests
{
    const string Hostile = "Ana\u001b]0;x\u009c\u202Eb\u200B";

    [Fact]
    public void Tables_OfHostileNames_ShowEscapes()
    {
        using var folder = new PlainFolder();
        var votes = folder.Write("v.csv", $"district,list,party,candidate,votes\nD,{Hostile},E,e1,60\nD,B,F,f1,40\n");
        var run = UrnaCommand.Run("seats", "--rule", "congress-2015", "--votes", votes, "--seats", folder.Write("s.csv", "district,seats\nD,2\n"));

        Assert.Contains("\\u001B]0;x\\u009C\\u202Eb\\u200B", run.Output, StringComparison.Ordinal);
        AssertPlain(run);
    }

    [Fact]
    public void Messages_OfHostileNames_ShowEscapes()
    {
        using var folder = new PlainFolder();
        var votes = folder.Write("v.csv", $"district,list,party,candidate,votes\n{Hostile},A,E,e1,60\n");
        var run = UrnaCommand.Run("seats", "--rule", "congress-2015", "--votes", votes, "--seats", folder.Write($"s{Hostile}.csv", "district,seats\nD,2\n"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("\\u001B", run.Errors, StringComparison.Ordinal);
        AssertPlain(run);
    }

    static void AssertPlain(UrnaCommand.Result run) =>
        Assert.All(run.Output + run.Errors, c => Assert.False((char.IsControl(c) && c is not ('\n' or '\r')) || c is '\u202E' or '\u200B', $"U+{(int)c:X4}"));
}
