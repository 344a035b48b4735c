using System.IO.Pipelines;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Urna.Store;
using Urna.Web.Assistants;

namespace Urna.Tests.Web;

/// <summary>The tools for assistant programs, asked by the protocol's own client over pipes, on the worked example.</summary>
public sealed class AssistantServerTests : IAsyncLifetime
{
    readonly Pipe toServer = new();
    readonly Pipe toClient = new();
    readonly CancellationTokenSource end = new();
    Task served = Task.CompletedTask;
    McpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        served = AssistantServer.RunAsync(Workspace.Open(Repository.Elections), toServer.Reader.AsStream(), toClient.Writer.AsStream(), end.Token);
        client = await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()));
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await end.CancelAsync();
        try
        {
            await served;
        }
        catch (OperationCanceledException)
        {
            // That is how it was ended.
        }

        end.Dispose();
    }

    [Fact]
    public async Task Tools_AreReadOnly_AndSayWhatTheyTakeAndGive()
    {
        var tools = await client.ListToolsAsync();

        Assert.Equal(["check_article", "check_claim", "count", "draft_article", "explain_seat", "find_names", "flows", "list_contests", "list_elections", "power", "seats"], tools.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, t => Assert.True(t.ProtocolTool.Annotations!.ReadOnlyHint));
        Assert.All(tools, t => Assert.NotEmpty(t.Description));
        Assert.All(tools, t => Assert.Equal("object", t.ProtocolTool.OutputSchema!.Value.GetProperty("type").GetString()));
        Assert.All(tools, t => Assert.True(t.ProtocolTool.OutputSchema!.Value.GetProperty("properties").GetProperty("answer") is var own && (own.TryGetProperty("type", out _) || own.TryGetProperty("anyOf", out _)), t.Name));
        Assert.All(tools, t => Assert.All(References(t.ProtocolTool.OutputSchema!.Value), r => Assert.True(Leads(t.ProtocolTool.OutputSchema!.Value, r), $"{t.Name}: {r}")));
        Assert.Equal("integer", TypeOf(tools.Single(t => t.Name == "check_claim"), "elected"));
        Assert.Contains("measure", tools.Single(t => t.Name == "check_claim").ProtocolTool.InputSchema.GetProperty("required").EnumerateArray().Select(r => r.GetString()));
    }

    /// <summary>What a desk asks on a Monday: what there is, what it is called, what was counted, and whether the sentence holds.</summary>
    [Fact]
    public async Task Desk_FindsTheContest_CountsIt_AndChecksTheSentence()
    {
        Assert.Contains("cl-2021", (await Ask("list_elections")).GetProperty("answer").EnumerateArray().Select(e => e.GetProperty("election").GetString()));
        Assert.Contains("president-2", (await Ask("list_contests", ("election", "cl-2021"))).GetProperty("answer").GetProperty("contests").EnumerateArray().Select(e => e.GetProperty("contest").GetString()));
        Assert.Contains((await Ask("find_names", ("election", "cl-2021"), ("text", "boric"))).GetProperty("answer").EnumerateArray(), n => n.GetProperty("id").GetString() == "boric" && n.GetProperty("contest").GetString() == "president-2");

        var count = await Ask("count", ("election", "cl-2021"), ("contest", "president-2"));
        Assert.Equal(4_621_231, count.GetProperty("answer")[0].GetProperty("choices").EnumerateArray().Single(c => c.GetProperty("choice").GetString() == "boric").GetProperty("votes").GetInt64());
        Assert.Contains("urna count ", count.GetProperty("command").GetString(), StringComparison.Ordinal);
        Assert.Equal("tricel-president", count.GetProperty("sources")[0].GetProperty("id").GetString());

        var claim = await Ask("check_claim", ("election", "cl-2021"), ("measure", "margin"), ("contest", "president-2"), ("of", new[] { "boric" }), ("than", new[] { "kast" }), ("value", "10 points"), ("wording", "over"));
        Assert.Equal("confirmed", claim.GetProperty("answer")[0].GetProperty("verdict").GetString());
        var abroad = await Ask("check_claim", ("election", "cl-2022"), ("measure", "share"), ("contest", "plebiscite"), ("of", new[] { "reject" }), ("value", "61.89 %"));
        Assert.Equal("depends-on-scope", abroad.GetProperty("answer")[0].GetProperty("verdict").GetString());
        Assert.Equal("the vote abroad", abroad.GetProperty("coverage").GetProperty("missing")[0].GetString());
    }

    [Fact]
    public async Task Seats_AreFilledAndExplained_WithTheLawAndTheCommand()
    {
        var seats = await Ask("seats", ("election", "cl-2021"), ("contest", "deputies"), ("district", "10"));
        Assert.Equal(8, seats.GetProperty("answer").GetProperty("districts")[0].GetProperty("elected").GetArrayLength());
        var why = await Ask("explain_seat", ("election", "cl-2021"), ("contest", "deputies"), ("district", "3"));
        Assert.NotEmpty(why.GetProperty("answer").GetProperty("districts")[0].GetProperty("steps").EnumerateArray());
        Assert.Contains("--explain", why.GetProperty("command").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty((await Ask("power", ("election", "cl-2021"), ("chamber", "senate"))).GetProperty("answer").EnumerateArray());
    }

    [Fact]
    public async Task Flows_AreAnEstimateWithIntervalsAndBounds()
    {
        var flows = (await Ask("flows", ("election", "cl-2021"), ("from", "president-1"), ("to", "president-2"))).GetProperty("answer");

        Assert.Equal(flows.GetProperty("rows").GetArrayLength(), flows.GetProperty("shares").GetArrayLength());
        Assert.Equal(flows.GetProperty("shares").GetArrayLength(), flows.GetProperty("boundLower").GetArrayLength());
    }

    [Fact]
    public async Task Article_IsDrafted_AndItsClaimsAreJudgedBesideTheirSentences()
    {
        const string article = "# A column\n\nBoric won the second round of December 2021 with 55.87 % of the vote.\n";
        Assert.Contains("election: cl-2021", (await Ask("draft_article", ("election", "cl-2021"), ("article", article))).GetProperty("answer").GetProperty("claims").GetString(), StringComparison.Ordinal);
        var judged = await Ask("check_article", ("election", "cl-2021"), ("article", article), ("claims", "election: cl-2021\nclaims:\n  - { id: a, span: 55.87 %, measure: share, contest: president-2, of: [boric], value: 55.87 % }\n"));

        Assert.Equal("confirmed-by-rounding", judged.GetProperty("answer")[0].GetProperty("verdict").GetString());
        Assert.Equal(3, judged.GetProperty("answer")[0].GetProperty("sentences")[0].GetProperty("line").GetInt32());
        Assert.Contains("toFinish", (await Ask("check_article", ("election", "cl-2021"), ("article", article))).GetProperty("answer").EnumerateObject().Select(p => p.Name));
    }

    /// <summary>What cannot be answered is told with the finding's code and the nearest names, and never as an empty answer.</summary>
    [Theory]
    [InlineData("count", "cl-2021", "president-3", "V110", "president-1")]
    [InlineData("count", "cl-1900", "president", "V110", "cl-1970")]
    [InlineData("seats", "cl-2020", "plebiscite", "V114", "")]
    [InlineData("explain_seat", "cl-2021", "deputies", "V110", "1")]
    public async Task Names_ThatAreNotThere_AreToldWithTheirCode(string tool, string election, string contest, string code, string nearest)
    {
        var (isError, told) = await Call(tool, [("election", election), ("contest", contest), .. tool == "explain_seat" ? [("district", (object)"99")] : Array.Empty<(string, object)>()]);

        Assert.True(isError, told.ToString());
        Assert.Equal(code, told.GetProperty("findings")[0].GetProperty("code").GetString());
        Assert.Contains(nearest, told.GetProperty("findings")[0].GetProperty("expected").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claim_ThatIsNone_IsToldWithItsFaults()
    {
        var (isError, told) = await Call("check_claim", [("election", "cl-2021"), ("measure", "share"), ("contest", "president-2"), ("of", new[] { "borik" }), ("value", "28 apples")]);

        Assert.True(isError);
        Assert.Equal(["V108", "V110"], told.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()).Order(StringComparer.Ordinal));
    }

    /// <summary>An answer is paged or refused, and never cut in silence.</summary>
    [Fact]
    public async Task Answers_AreBounded_AndSayWhatIsNext()
    {
        var page = (await Ask("count", ("election", "cl-2021"), ("contest", "president-2"), ("by", "commune"), ("limit", 50))).GetProperty("page");
        Assert.Equal((0, 50, 50), (page.GetProperty("offset").GetInt32(), page.GetProperty("count").GetInt32(), page.GetProperty("next").GetInt32()));
        Assert.True(page.GetProperty("of").GetInt32() > 340);
        var (isError, told) = await Call("seats", [("election", "cl-2021"), ("contest", "mayors")]);
        Assert.True(isError);
        Assert.Equal("V550", told.GetProperty("findings")[0].GetProperty("code").GetString());
    }

    /// <summary>The command itself, started as an assistant program starts it: its output is the protocol's alone, and it ends with its input.</summary>
    [Fact]
    public async Task Command_ServesOverStandardInputAndOutput()
    {
        var command = Path.Combine(AppContext.BaseDirectory, "Urna.Cli.dll");
        await using var own = await McpClient.CreateAsync(new StdioClientTransport(new() { Command = "dotnet", Arguments = [command, "mcp", Repository.Elections], Name = "urna" }));

        Assert.Equal(11, (await own.ListToolsAsync()).Count);
        Assert.Null((await own.CallToolAsync("count", new Dictionary<string, object?> { ["election"] = "cl-1970", ["contest"] = "president" })).IsError);
    }

    static string? TypeOf(McpClientTool tool, string parameter) =>
        tool.ProtocolTool.InputSchema.GetProperty("properties").GetProperty(parameter).GetProperty("type") is { ValueKind: JsonValueKind.Array } several ? several[0].GetString() : null;

    async Task<JsonElement> Ask(string tool, params (string Name, object Value)[] arguments)
    {
        var (isError, told) = await Call(tool, arguments);
        Assert.False(isError, told.ToString());
        return told;
    }

    async Task<(bool IsError, JsonElement Told)> Call(string tool, (string Name, object Value)[] arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => (object?)a.Value));
        return (result.IsError == true, JsonDocument.Parse(result.Content.OfType<TextContentBlock>().Single().Text).RootElement);
    }

    /// <summary>Every reference of a schema to one of its own parts.</summary>
    static IEnumerable<string> References(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(p => p.Name == "$ref" ? [p.Value.GetString()!] : References(p.Value)),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(References),
        _ => [],
    };

    static bool Leads(JsonElement schema, string reference)
    {
        foreach (var part in reference.Split('/').Skip(1))
        {
            if (schema.ValueKind == JsonValueKind.Array && int.TryParse(part, out var index) && index < schema.GetArrayLength())
            {
                schema = schema[index];
            }
            else if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty(part, out schema))
            {
                return false;
            }
        }

        return true;
    }
}
