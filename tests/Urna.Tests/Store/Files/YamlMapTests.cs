using Urna.Store;
using Urna.Store.Yaml;
using Urna.Tests.Store.Import;

namespace Urna.Tests.Store.Files;

/// <summary>A mapping gives what it has, and each fault with code, line and value.</summary>
public sealed class YamlMapTests : IDisposable
{
    readonly SmallImport files = new();
    readonly FaultLog faults = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Fields_ThatAreThere_AreGiven()
    {
        var map = Load("a: x\nn: 7\nday: 2021-11-21\nlist: [p, q]\none: p\nboth: { en: E, es: S }\nsame: B\nmaps:\n  - { a: 1 }\n  - { a: 2 }\nempty: ~\n");

        Assert.Equal(("x", 7, new DateOnly(2021, 11, 21)), (map.Required("a"), map.Whole("n"), map.Date("day")));
        Assert.Equal(["p", "q"], map.Texts("list"));
        Assert.Equal(["p"], map.Texts("one"));
        Assert.Equal(("E", "S"), (map.Localized("both")!.English, map.Localized("both")!.Spanish));
        Assert.Equal("B", map.Localized("same")!.Spanish);
        Assert.Equal(["1", "2"], map.Maps("maps").Select(m => m.Text("a")));
        Assert.Equal((false, null, 3), (map.Has("empty"), map.Text("none"), map.LineOf("day")));
        map.Done();
        Assert.Empty(faults.Findings);
    }

    /// <summary>A text, the field that is asked for as a kind, and the code, line and value of its fault.</summary>
    [Theory]
    [InlineData("a: 1\nb: x", "b", "whole", "V104", 2, "x")]
    [InlineData("a: 1\nb: 1.5", "b", "whole", "V104", 2, "1.5")]
    [InlineData("a: 1\nb: -3", "b", "whole", "V105", 2, "-3")]
    [InlineData("a: 1\nb: 99999999999", "b", "whole", "V117", 2, "99999999999")]
    [InlineData("a: 1\nb: 21-11-2021", "b", "date", "V118", 2, "21-11-2021")]
    [InlineData("a: 1\nb: 2021-02-30", "b", "date", "V118", 2, "2021-02-30")]
    [InlineData("a: 1\nb: [x]", "b", "text", "V110", 2, "Sequence")]
    [InlineData("a: 1\nb: x", "b", "map", "V110", 2, "Scalar")]
    [InlineData("a: 1\nb: x", "b", "maps", "V110", 2, "Scalar")]
    [InlineData("a: 1\nb: x", "c", "required", "V103", 1, "")]
    [InlineData("a: 1\nb: ''", "b", "required", "V103", 2, "")]
    [InlineData("a: 1\nb: blu", "b", "word", "V110", 2, "blu")]
    public void Field_ThatIsWrong_IsAFaultAtItsLine(string text, string key, string kind, string code, int line, string found)
    {
        var map = Load(text);
        object? value = kind switch
        {
            "whole" => map.Whole(key),
            "date" => map.Date(key),
            "text" => map.Text(key),
            "map" => map.Map(key),
            "maps" => map.Maps(key).FirstOrDefault(),
            "word" => map.Word(key, new Dictionary<string, int> { ["blue"] = 1, ["red"] = 2 }),
            _ => map.Required(key) is { Length: > 0 } given ? given : null,
        };
        var fault = Assert.Single(faults.Findings);

        Assert.Null(value);
        Assert.Equal((code, line, key, found), (fault.Code, fault.Row, fault.Column, fault.Found));
        Assert.True(map.HasFaults);
    }

    [Fact]
    public void Done_TellsTheFieldThatNobodyAskedFor_WithTheNearest()
    {
        var map = Load("country: cl\ntitel: x\n");
        map.Required("country");
        map.Text("title");
        map.Done();
        var fault = Assert.Single(faults.Findings);

        Assert.Equal(("V110", 2, "titel"), (fault.Code, fault.Row, fault.Found));
        Assert.Contains("title", fault.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- a\n- b\n")]
    [InlineData("just words\n")]
    [InlineData("a: 1\na: 2\n")]
    [InlineData("a: [1\n")]
    public void Load_OfWhatIsNoMapping_IsAFault(string text)
    {
        Assert.Null(YamlMap.Load(files.Write("x.yaml", text), "x.yaml", faults));
        Assert.Equal("V102", Assert.Single(faults.Findings).Code);
    }

    YamlMap Load(string text) => YamlMap.Load(files.Write("x.yaml", text), "x.yaml", faults)!;
}
