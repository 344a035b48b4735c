using System.Reflection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Urna.Store;
using Urna.Validate;

namespace Urna.Web.Assistants;

/// <summary>The tools of Urna for assistant programs, over the Model Context Protocol: they read, and write nothing.</summary>
/// <remarks><c>docs/mcp.md</c> describes them. Nothing but the protocol's messages is written to the output.</remarks>
public static class AssistantServer
{
    const string Instructions =
        "Urna counts official elections and judges what is said of them. Look up names first (list_elections, list_contests, find_names), then count or check. "
        + "Tell every verdict with its explanation, coverage and sources; an estimate is no count; what needs data is not false.";

    static readonly (string Name, string Answer)[] described =
    [
        ("list_elections", "A list of elections."), ("list_contests", "Contests, levels and chambers."), ("find_names", "A list of choices, places and members."), ("count", "As urna count --format json."),
        ("seats", "As urna seats --format json."), ("explain_seat", "As urna seats --explain --format json."), ("power", "As urna power --format json."), ("flows", "As urna infer --format json."),
        ("check_claim", "As urna claims --format json."), ("draft_article", "A claims file to finish."), ("check_article", "As urna claims --format json; beside it what is left to finish."),
    ];

    /// <summary>Serves elections to one client until its input ends.</summary>
    /// <param name="workspace">The elections.</param>
    /// <param name="input">What the client writes.</param>
    /// <param name="output">What it reads.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task RunAsync(Workspace workspace, Stream input, Stream output, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var transport = new StreamServerTransport(input, output, "urna");
        await using (transport.ConfigureAwait(false))
        {
            var server = McpServer.Create(transport, Options(workspace));
            await using (server.ConfigureAwait(false))
            {
                await server.RunAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    static McpServerOptions Options(Workspace workspace)
    {
        var options = new McpServerOptions();
        Fill(options, workspace);
        return options;
    }

    /// <summary>Gives a server its tools over elections.</summary>
    internal static void Fill(McpServerOptions options, Workspace workspace)
    {
        var open = new OpenElections(workspace);
        var (counts, seats, flows, claims) = (new CountTools(open), new SeatTools(open), new FlowTools(open), new ClaimTools(open));
        Delegate[] tools = [counts.ListElections, counts.ListContests, counts.FindNames, counts.Count, seats.Seats, seats.ExplainSeat, seats.Power, flows.Flows, claims.CheckClaim, claims.DraftArticle, claims.CheckArticle];
        var collection = new McpServerPrimitiveCollection<McpServerTool>();
        foreach (var (tool, (name, answer)) in tools.Zip(described))
        {
            collection.Add(McpServerTool.Create(tool, new McpServerToolCreateOptions
            {
                Name = name,
                ReadOnly = true,
                Destructive = false,
                Idempotent = true,
                OpenWorld = false,
                UseStructuredContent = true,
                OutputSchema = ToolAnswer.Schema(name, answer),
            }));
        }

        options.ServerInfo = new Implementation { Name = "urna", Version = typeof(AssistantServer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0" };
        options.ServerInstructions = Instructions;
        options.ToolCollection = collection;
        options.Filters.Request.CallToolFilters.Add(next => async (request, cancel) =>
        {
            try
            {
                return await next(request, cancel).ConfigureAwait(false);
            }
            catch (Exception e) when (e is ToolFault or TargetInvocationException { InnerException: ToolFault })
            {
                return ToolAnswer.Refused((e as ToolFault ?? (ToolFault)e.InnerException!).Findings);
            }
            catch (InvalidDataException e)
            {
                return ToolAnswer.Refused(Codes.Finding("V121", e.Message));
            }
        });
    }
}
