using Urna.Model;
using Urna.Tests.Model;

namespace Urna.Tests.Cli;

/// <summary>What the command tells of a wrong use or a wrong file, it tells in the reader's language.</summary>
public class LanguageTests
{
    public static TheoryData<string> Mistakes =>
    [
        "count",
        "count elections/cl-1970 --by galaxy",
        "count elections/cl-1970 --format xml",
        "count elections/nowhere",
        "seats elections/cl-1970 --contest nix",
        "seats --rule nix --votes nix.csv --seats nix.csv",
        "power nix.csv --quota 0",
        "infer elections/cl-1970",
        "explain V999",
        "import nix.csv --as nix -o nix",
        "report elections/cl-1970",
    ];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistake_IsToldInEachLanguage_WithTheSameExitCode(string command)
    {
        var told = Languages.All.Select(l => (l.Language, Result: UrnaCommand.Run([.. command.Split(' '), "--lang", l.Code]))).ToList();

        Assert.Single(told.Select(t => t.Result.ExitCode).Distinct());
        Assert.Equal(told.Count, told.Select(t => t.Result.Errors).Distinct().Count());
        Assert.NotEqual("", told[0].Result.Errors);
        Assert.Empty(
            from one in told
            from other in Languages.All
            where other.Language != one.Language
            from part in SentencesOf.Found(other.Language, one.Language, one.Result.Errors, 14)
            select $"{one.Language}: {part}");
    }
}
