using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using ModelContextProtocol.Client;
using Urna.Tests.Cli;
using Urna.Web.Live;

namespace Urna.Tests.Web;

/// <summary>The live service, asked over a socket of its own.</summary>
public sealed class LiveServiceTests : IAsyncLifetime
{
    readonly PlainFolder folder = new();
    readonly System.Collections.Concurrent.ConcurrentQueue<string> failures = new();
    LiveElections elections = null!;
    WebApplication app = null!;
    HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        Write(60, 40);
        var settings = new ServeSettings([Path.Combine(folder.Folder, "town"), Path.Combine(Repository.Elections, "cl-1970"), Path.Combine(Repository.Elections, "cl-2022"), Path.Combine(Repository.Elections, "cl-1989-2017")]) { Port = 0, MostRequests = 100_000, Version = Urna.Cli.Verbs.ReportVerb.Version(), Failed = failures.Enqueue };
        elections = new LiveElections(settings);
        app = LiveServer.Build(settings, elections);
        await app.StartAsync();
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    /// <summary>Whatever was asked, and however readers went away, nothing failed within.</summary>
    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        Assert.Empty(failures);
        folder.Dispose();
    }

    [Theory]
    [InlineData("cl-1970/contests/president/count", "count", "cl-1970", "--contest", "president")]
    [InlineData("cl-2022/contests/plebiscite/count?by=region&without=region-13", "count", "cl-2022", "--contest", "plebiscite", "--by", "region", "--without", "region-13")]
    [InlineData("cl-1989-2017/contests/president-1989-1/count?by=voters", "count", "cl-1989-2017", "--contest", "president-1989-1", "--by", "voters")]
    [InlineData("cl-1970/contests/president/margins", "seats", "cl-1970", "--contest", "president", "--margins")]
    [InlineData("cl-1970/contests/president/whatif?withdraw=tomic", "whatif", "cl-1970", "--contest", "president", "--withdraw", "tomic")]
    [InlineData("cl-1970/contests/president/seats?explain=true", "seats", "cl-1970", "--contest", "president", "--explain")]
    public async Task Answers_AreThoseOfTheCommand_ByteForByte(string address, string verb, string election, params string[] options)
    {
        var said = UrnaCommand.Run([verb, $"elections/{election}", .. options, "--format", "json"]);

        Assert.Equal(said.Output, await client.GetStringAsync($"/api/v1/elections/{address}"));
    }

    [Fact]
    public async Task Claims_AreJudgedAsTheCommandJudges_ByteForByte()
    {
        var said = UrnaCommand.RunIn(Directory.GetCurrentDirectory(), ["claims", Path.Combine(Repository.Elections, "cl-1970", "claims.yaml"), "--format", "json"]);

        Assert.Equal(said.Output, await client.GetStringAsync("/api/v1/elections/cl-1970/claims"));
    }

    [Fact]
    public async Task Elections_AreListed_AndEachTellsItsContests()
    {
        var all = JsonDocument.Parse(await client.GetStringAsync("/api/v1/elections")).RootElement;
        var one = JsonDocument.Parse(await client.GetStringAsync("/api/v1/elections/cl-1970")).RootElement;

        Assert.Equal(["town", "cl-1970", "cl-2022", "cl-1989-2017"], all.EnumerateArray().Select(e => e.GetProperty("id").GetString()));
        Assert.Contains("president", one.GetProperty("contests").EnumerateArray().Select(c => c.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("/api/v1/elections/nowhere", 404, "town")]
    [InlineData("/api/v1/elections/town/contests/mayr/count", 404, "mayor")]
    [InlineData("/api/v1/elections/town/contests/mayor/count?by=planet", 400, "country")]
    [InlineData("/api/v1/elections/town/contests/mayor/count?colour=red", 400, "without")]
    [InlineData("/api/v1/elections/town/contests/mayor/count?by=country&by=country", 400, "one value")]
    [InlineData("/api/v1/elections/town/contests/mayor/seats?explain=perhaps", 400, "true")]
    [InlineData("/api/v1/elections/town/contests/mayor/projection", 404, "urna night record")]
    [InlineData("/api/v1/elections/cl-1970/contests/president/whatif?rule=..%2F..%2Fetc%2Fpasswd", 400, "rule")]
    [InlineData("/api/v1/elections/cl-1970/contests/president/whatif?districts=%2Fetc%2Fpasswd.csv", 400, "names no file")]
    [InlineData("/en/town/..%2f..%2felection.yaml", 404, "index.html")]
    [InlineData("/xx/town/index.html", 404, "pt")]
    [InlineData("/nothing/at/all", 404, "")]
    [InlineData("/healthz?colour=red", 400, "query")]
    [InlineData("/openapi/v1.json?colour=red", 400, "query")]
    [InlineData("/events?colour=red", 400, "query")]
    [InlineData("/en?colour=red", 400, "query")]
    [InlineData("/en/town?colour=red", 400, "query")]
    public async Task BadRequests_SayWhatIsAllowed(string address, int status, string allowed)
    {
        using var response = await client.GetAsync(address);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(allowed, text, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Folder, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE", "/api/v1/elections", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/api/v1/elections/town/contests/mayor/count", HttpStatusCode.MethodNotAllowed)]
    public async Task Service_OnlyReads(string method, string address, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var response = await client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Reader_WhoHasAnAnswer_GetsItOnceOnly()
    {
        using var first = await client.GetAsync("/en/cl-1970/index.html");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/en/cl-1970/index.html");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Pages_AreThoseOfTheReport_InEveryLanguage()
    {
        using var redirect = await client.GetAsync("/es/town");
        Assert.Equal("/es/town/index.html", redirect.Headers.Location!.ToString());
        foreach (var language in new[] { "en", "es", "pt" })
        {
            var page = await client.GetStringAsync($"/{language}/town/index.html");
            Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
            Assert.Contains("/live.js", page, StringComparison.Ordinal);
            Assert.Contains("town/index.html", await client.GetStringAsync($"/{language}/index.html"), StringComparison.Ordinal);
        }

        Assert.StartsWith("<!DOCTYPE html>", await client.GetStringAsync("/embed/en/town/index.html?part=table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_OfAFolder_AreTextAndNeverMarkup()
    {
        Write(60, 40, "<script>alert(1)</script>");
        Assert.True(elections.Look());
        foreach (var address in new[] { "/", "/en/town/index.html", "/en/town/mayor.html", "/embed/en/town/index.html?part=table" })
        {
            using var response = await client.GetAsync(address);
            Assert.DoesNotContain("<script>alert", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Contains("script-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Set-Cookie"));
        }
    }

    /// <summary>What is published is what is served, but for the script by which a page asks for itself again; publishing again changes no byte.</summary>
    [Fact]
    public async Task Files_ThatArePublished_AreThePagesThatAreServed()
    {
        var (first, second) = (Path.Combine(folder.Folder, "one"), Path.Combine(folder.Folder, "two"));
        Assert.Equal(0, UrnaCommand.Run("publish", Path.Combine(folder.Folder, "town"), "-o", first).ExitCode);
        Assert.Equal(0, UrnaCommand.Run("publish", Path.Combine(folder.Folder, "town"), "-o", second).ExitCode);
        string[] names = [.. Directory.EnumerateFiles(first, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(first, f)).Order(StringComparer.Ordinal)];

        Assert.Contains("pt/town/index.html", names);
        Assert.All(names, n => Assert.Equal(File.ReadAllBytes(Path.Combine(first, n)), File.ReadAllBytes(Path.Combine(second, n))));
        var served = await client.GetStringAsync("/es/town/methods.html");
        Assert.Equal(File.ReadAllText(Path.Combine(first, "es", "town", "methods.html")), served.Replace("  <script src=\"/live.js\" defer></script>\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Host_OfAnotherSite_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";
        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Article_IsDraftedAndJudged_AndOneTooLargeIsRefused()
    {
        using var article = new StringContent("In the plebiscite of 2022, Reject won 61.89 % of the votes.", Encoding.UTF8, new MediaTypeHeaderValue("text/markdown"));
        using var told = await client.PostAsync("/api/v1/elections/cl-2022/article", article);
        using var large = new ByteArrayContent(new byte[300 * 1024]);
        using var refused = await client.PostAsync("/api/v1/elections/cl-2022/article", large);
        using var wrong = new ByteArrayContent([0xff, 0xfe, 0xff]);
        using var unread = await client.PostAsync("/api/v1/elections/cl-2022/article", wrong);

        Assert.True(JsonDocument.Parse(await told.Content.ReadAsStringAsync()).RootElement.TryGetProperty("judged", out _));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, unread.StatusCode);
    }

    /// <summary>While a count changes again and again, every answer is one of its states: the votes of the town always add up to 100.</summary>
    [Fact]
    public async Task Readers_WhileACountChanges_SeeWholeStates()
    {
        using var end = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var ayes = 0; !end.IsCancellationRequested; ayes = (ayes + 7) % 101)
            {
                Count(ayes, 100 - ayes);
                elections.Look();
                await Task.Delay(2);
            }
        });
        var reads = LongRun.Of(300, 10_000);
        var seen = new HashSet<long>();
        for (var i = 0; i < reads; i++)
        {
            using var response = await client.GetAsync("/api/v1/elections/town/contests/mayor/count");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var choices = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement[0].GetProperty("choices").EnumerateArray().Select(c => c.GetProperty("votes").GetInt64()).ToList();
            Assert.Equal(100, choices.Sum());
            seen.Add(choices[0]);
        }

        await end.CancelAsync();
        await writer;
        Assert.True(seen.Count > 1, $"{seen.Count} states were seen.");
    }

    /// <summary>What a folder holds when it is first asked for is told under the name of that state, not of the one before.</summary>
    [Fact]
    public async Task Answer_OfAFolderThatChangedUnseen_IsOfTheStateThatComesAfter()
    {
        var before = elections.Now.Stamp;
        Count(71, 29);
        using var response = await client.GetAsync("/api/v1/elections/town/contests/mayor/count");

        Assert.Contains("\"votes\": 71", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotEqual(before, response.Headers.GetValues("Urna-Snapshot").Single());
        Assert.Equal(elections.Now.Stamp, response.Headers.GetValues("Urna-Snapshot").Single());
    }

    /// <summary>A page and the API never show two counts under the name of one state.</summary>
    [Fact]
    public async Task PageAndAnswer_OfOneState_ShowOneCount()
    {
        using var first = await client.GetAsync("/api/v1/elections/town/contests/mayor/count");
        Count(71, 29);
        using var page = await client.GetAsync("/en/town/index.html");
        using var second = await client.GetAsync("/api/v1/elections/town/contests/mayor/count");
        var isSame = first.Headers.GetValues("Urna-Snapshot").Single() == page.Headers.GetValues("Urna-Snapshot").Single();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(isSame, !(await page.Content.ReadAsStringAsync()).Contains("71", StringComparison.Ordinal));
        Assert.Equal(page.Headers.GetValues("Urna-Snapshot"), second.Headers.GetValues("Urna-Snapshot"));
    }

    /// <summary>A folder that goes away and comes back: what was told is told on, whoever watches is told, and then all is well again.</summary>
    [Fact]
    public async Task Service_WhoseFolderGoesAway_SaysThatItIsStale()
    {
        var before = await client.GetStringAsync("/api/v1/elections/town/contests/mayor/count");
        var (town, aside) = (Path.Combine(folder.Folder, "town"), Path.Combine(folder.Folder, "elsewhere"));
        Directory.Move(town, aside);
        Assert.False(elections.Look());

        Assert.Equal(before, await client.GetStringAsync("/api/v1/elections/town/contests/mayor/count"));
        Assert.Equal("stale", JsonDocument.Parse(await client.GetStringAsync("/healthz")).RootElement.GetProperty("status").GetString());
        Assert.Single(failures);
        failures.Clear();

        Directory.Move(aside, town);
        elections.Look();
        Assert.Equal("ok", JsonDocument.Parse(await client.GetStringAsync("/healthz")).RootElement.GetProperty("status").GetString());
    }

    /// <summary>Other elections keep what was read of them when one gets a new count.</summary>
    [Fact]
    public async Task Elections_ThatDidNotChange_AreNotReadAgain()
    {
        await client.GetStringAsync("/api/v1/elections/cl-1970/contests/president/count");
        var before = elections.Now.Election("cl-1970").Reckoning;
        Count(71, 29);

        Assert.True(elections.Look());
        Assert.Same(before, elections.Now.Election("cl-1970").Reckoning);
    }

    /// <summary>It ends when it is told to, also while somebody listens.</summary>
    [Fact]
    public async Task Service_ThatIsEnded_EndsAtOnce()
    {
        using var end = new CancellationTokenSource();
        var at = new TaskCompletionSource<string>();
        var served = LiveServer.RunAsync(new ServeSettings([Path.Combine(folder.Folder, "town")]) { Port = 0 }, at.SetResult, end.Token);
        using var listener = new HttpClient { BaseAddress = new Uri(await at.Task) };
        using var events = new StreamReader(await listener.GetStreamAsync("/events"));
        Assert.Equal("event: now", await events.ReadLineAsync());
        await end.CancelAsync();

        await served;
        Assert.EndsWith("\n\n", $"event: now\n{await events.ReadToEndAsync()}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_TellASnapshot_AndPagesChangeWithIt()
    {
        using var response = await client.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal("event: now", await events.ReadLineAsync());
        var before = await events.ReadLineAsync();
        await events.ReadLineAsync();
        var page = await client.GetStringAsync("/en/town/index.html");

        // The reader is told of what comes after it has begun to listen.
        var told = events.ReadLineAsync();
        for (var ayes = 70; !told.IsCompleted; ayes++)
        {
            Write(ayes % 100, 100 - (ayes % 100));
            Assert.True(elections.Look());
            await Task.WhenAny(told, Task.Delay(50));
        }

        Assert.Equal("event: snapshot", await told);
        Assert.NotEqual(before, await events.ReadLineAsync());
        Assert.NotEqual(page, await client.GetStringAsync("/en/town/index.html"));
    }

    [Fact]
    public async Task Api_DescribesItself_AndEveryAddressOfItAnswers()
    {
        var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json")).RootElement;

        Assert.Equal("3.1.0", document.GetProperty("openapi").GetString());
        var gets = document.GetProperty("paths").EnumerateObject().Where(p => p.Value.TryGetProperty("get", out _)).Select(p => p.Name).ToList();
        Assert.Equal(LiveServer.Api.Length, gets.Count);
        foreach (var path in gets)
        {
            using var response = await client.GetAsync(path.Replace("{id}", "cl-1970", StringComparison.Ordinal).Replace("{contest}", "president", StringComparison.Ordinal));
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{path}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task Assistants_AskOverHttpToo()
    {
        await using var asked = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(client.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }));

        Assert.Contains("count", (await asked.ListToolsAsync()).Select(t => t.Name));
        Assert.NotEqual(true, (await asked.CallToolAsync("count", new Dictionary<string, object?> { ["election"] = "town", ["contest"] = "mayor" })).IsError);
    }

    /// <summary>Whatever bytes come, the service answers the next reader.</summary>
    [Fact]
    public async Task Service_UnderBrokenRequests_StaysAlive()
    {
        var random = new Random(1);
        string[] parts = ["GET ", "POST ", "/api/v1/elections/", "town", "/contests/mayor/", "count?by=", "%00", "%ff", "..%2f", "<script>", " HTTP/1.1\r\n", "Host: localhost\r\n", "Content-Length: -1\r\n", "Transfer-Encoding: chunked\r\n", "\r\n", "\0", "ñ", new('a', 9_000)];
        for (var i = 0; i < LongRun.Of(200, 10_000); i++)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, client.BaseAddress!.Port);
            var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => parts[random.Next(parts.Length)])));
            try
            {
                await socket.GetStream().WriteAsync(bytes);
            }
            catch (IOException)
            {
                // It was refused while it was sent.
            }
        }

        Assert.Equal("ok", JsonDocument.Parse(await client.GetStringAsync("/healthz")).RootElement.GetProperty("status").GetString());
    }

    /// <summary>A town that counts two answers; its table is replaced whole, as every writer of Urna does.</summary>
    void Write(int ayes, int noes, string title = "Mayor")
    {
        var town = Directory.CreateDirectory(Path.Combine(folder.Folder, "town")).FullName;
        File.WriteAllText(Path.Combine(town, "places.csv"), "place,parent,level,name\ncountry,,country,Town\n");
        File.WriteAllText(Path.Combine(town, "election.yaml"), $$"""
            id: town
            title: { en: "{{title}}", es: "{{title}}" }
            country: xx
            date: 2026-01-01
            places: places.csv
            levels:
              country: { en: Country, es: País }
            sources:
              - { id: s, title: { en: Sheet, es: Acta }, publisher: Town }
            contests:
              - id: mayor
                title: { en: "{{title}}", es: "{{title}}" }
                candidacies: candidacies.csv
                results: results.csv
                sources: [s]
            """);
        File.WriteAllText(Path.Combine(town, "candidacies.csv"), "choice,district,list,candidate\na,country,A,Ay\nb,country,B,No\n");
        Count(ayes, noes);
    }

    /// <summary>The table of the town, put in its place at once.</summary>
    void Count(int ayes, int noes)
    {
        var town = Path.Combine(folder.Folder, "town");
        var aside = Path.Combine(folder.Folder, $"results-{Guid.NewGuid():N}");
        File.WriteAllText(aside, $"contest,place,choice,votes\nmayor,country,a,{ayes}\nmayor,country,b,{noes}\n");
        File.Move(aside, Path.Combine(town, "results.csv"), overwrite: true);
    }
}
