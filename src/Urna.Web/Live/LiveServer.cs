using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Urna.Model;
using Urna.Web.Assistants;
using Urna.Web.Live.Endpoints;

namespace Urna.Web.Live;

/// <summary>The live service: pages rendered when they are asked for, the API, events, tools for assistants. It reads, and writes nothing.</summary>
/// <remarks><c>docs/serve.md</c> describes it.</remarks>
public static class LiveServer
{
    const int MostConnections = 2_000;
    const int MostWaiting = 256;

    static readonly TimeSpan slow = TimeSpan.FromSeconds(10);

    static readonly TimeSpan beat = TimeSpan.FromSeconds(15);

    /// <summary>The addresses of the API.</summary>
    internal static ImmutableArray<Endpoint> Api { get; } =
    [
        ElectionsEndpoint.All, ElectionsEndpoint.One, CountEndpoint.Endpoint, SeatsEndpoint.Seats, SeatsEndpoint.Margins, FlowsEndpoint.Endpoint, ProjectionEndpoint.Endpoint, WhatIfEndpoint.Endpoint, ClaimsEndpoint.Endpoint,
    ];

    /// <summary>Serves until it is cancelled.</summary>
    /// <param name="settings">What is served, and where.</param>
    /// <param name="started">Called with the address when it listens.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="InvalidDataException">A path is no election folder, nor a folder of such.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task RunAsync(ServeSettings settings, Action<string> started, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(started);
        using var elections = new LiveElections(settings);
        var app = Build(settings, elections);
        await using var _ = app.ConfigureAwait(false);
        await app.StartAsync(cancel).ConfigureAwait(false);
        started(app.Urls.First());
        var watch = elections.WatchAsync();
        try
        {
            await Task.Delay(Timeout.Infinite, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // That is how it is ended.
        }

        await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        elections.Dispose();
        await watch.ConfigureAwait(false);
    }

    /// <summary>The service, not yet listening.</summary>
    internal static WebApplication Build(ServeSettings settings, LiveElections elections)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "urna" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Limit(kestrel, settings));
        builder.Services.AddRoutingCore();
        builder.Services.AddHostFiltering(o => o.AllowedHosts = [.. Hosts(settings)]);
        builder.Services.AddResponseCompression(o =>
        {
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/ld+json", "application/problem+json"];
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        builder.Services.AddRateLimiter(o => Rate(o, settings));
        builder.Services.AddMcpServer().WithHttpTransport(o =>
        {
            o.Stateless = true;
            o.ConfigureSessionOptions = (_, options, _) =>
            {
                AssistantServer.Fill(options, elections.Now.Workspace);
                return Task.CompletedTask;
            };
        });
        var app = builder.Build();
        app.Use((context, next) => Guard(context, next, settings));
        app.UseHostFiltering();
        app.UseRateLimiter();
        app.UseResponseCompression();
        app.UseRouting();
        foreach (var endpoint in Api)
        {
            app.MapMethods(endpoint.Path, [HttpMethods.Get, HttpMethods.Head], context => Ask(context, endpoint));
        }

        app.MapPost("/api/v1/elections/{id}/article", context => Article(context, elections.Now));
        app.MapGet("/openapi/v1.json", context => Write(context, ApiDocument.Of(Api, settings.Version)));
        app.MapGet("/events", context => Events(context, elections));
        app.MapGet("/healthz", context => Write(context, Reply.Text(new JsonObject { ["status"] = "ok", ["version"] = settings.Version, ["snapshot"] = elections.Now.Stamp, ["elections"] = elections.Now.Workspace.Elections.Length }.ToJsonString() + "\n", "application/json; charset=utf-8"), isKept: false));
        app.MapMcp("/mcp");
        LivePages.Map(app, settings, elections);
        return app;

        Task Ask(HttpContext context, Endpoint endpoint) => Tell(context, settings, elections.Now, new Asked(context.Request, endpoint.Parameters), (state, asked) => Task.FromResult(endpoint.Answer(state, asked)));
    }

    /// <summary>Answers from one state, kept by its address.</summary>
    internal static async Task Tell(HttpContext context, ServeSettings settings, LiveState state, Asked asked, Func<LiveState, Asked, Task<Reply>> answer)
    {
        var reply = await state.Of(asked.Address, () => answer(state, asked)).WaitAsync(settings.MostTime, context.RequestAborted).ConfigureAwait(false);
        context.Response.Headers["Urna-Snapshot"] = state.Stamp;
        await Write(context, reply).ConfigureAwait(false);
    }

    /// <summary>Writes an answer, or that the reader has it already.</summary>
    internal static async Task Write(HttpContext context, Reply reply, bool isKept = true)
    {
        var response = context.Response;
        response.Headers.ETag = reply.Tag;
        response.Headers.CacheControl = isKept ? "no-cache" : "no-store";
        if (isKept && context.Request.Headers.IfNoneMatch.SelectMany(t => (t ?? "").Split(',')).Any(t => t.Trim() is "*" || t.Trim().TrimStart('W', '/') == reply.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = reply.Type;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(reply.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    /// <summary>What every answer carries, so that nothing foreign runs in a page of ours, nor a page of ours in a foreign one.</summary>
    internal static void Protect(HttpResponse response, bool isEmbed = false)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {(isEmbed ? "*" : "'self'")}";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }

    static async Task Guard(HttpContext context, RequestDelegate next, ServeSettings settings)
    {
        Protect(context.Response);
        try
        {
            await next(context).ConfigureAwait(false);
            if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed or StatusCodes.Status400BadRequest or StatusCodes.Status415UnsupportedMediaType, ContentType: null })
            {
                await Problem.Write(context, context.Response.StatusCode).ConfigureAwait(false);
            }
        }
        catch (ServeFault fault)
        {
            await Problem.Write(context, fault.Status, fault.Findings).ConfigureAwait(false);
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException e)
        {
            await Problem.Write(context, e.StatusCode).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await Problem.Write(context, StatusCodes.Status504GatewayTimeout).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException and not InvalidDataException and not IOException and not UnauthorizedAccessException)
        {
            // Nothing of what is within is told to a reader.
            settings.Failed($"{context.Request.Method} {context.Request.Path}: {e}");
            await Problem.Write(context, StatusCodes.Status500InternalServerError).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader went away.
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await Problem.Write(context, StatusCodes.Status503ServiceUnavailable, Validate.Codes.Finding("V121", e is InvalidDataException ? e.Message : "The data cannot be read now.")).ConfigureAwait(false);
        }
    }

    static async Task Article(HttpContext context, LiveState state)
    {
        var asked = new Asked(context.Request, [new("lang", "") { Words = [.. Languages.All.Select(l => l.Code)] }]);
        using var reader = new StreamReader(context.Request.Body, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        string text;
        try
        {
            text = await reader.ReadToEndAsync(context.RequestAborted).ConfigureAwait(false);
        }
        catch (DecoderFallbackException)
        {
            throw ServeFault.Wrong("article", "The article is not UTF-8.");
        }

        var id = asked.Path("id");
        await Write(context, await Task.Run(() => ClaimsEndpoint.Check(state, id, text, asked.Language())).ConfigureAwait(false), isKept: false).ConfigureAwait(false);
    }

    static async Task Events(HttpContext context, LiveElections elections)
    {
        _ = new Asked(context.Request, []);
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpResponseBodyFeature>()?.DisableBuffering();
        using var listener = elections.Listen();
        await response.WriteAsync($"event: now\ndata: {elections.Now.Stamp}\n\n", context.RequestAborted).ConfigureAwait(false);
        await response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        while (true)
        {
            var told = await Next(listener.Coming, context.RequestAborted).ConfigureAwait(false) is { } state ? $"event: snapshot\ndata: {state.Stamp}\n\n" : ": beat\n\n";
            await response.WriteAsync(told, context.RequestAborted).ConfigureAwait(false);
            await response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }

    /// <summary>The next state; null if none comes for a while.</summary>
    static async Task<LiveState?> Next(System.Threading.Channels.ChannelReader<LiveState> coming, CancellationToken aborted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(beat);
        try
        {
            return await coming.ReadAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            return null;
        }
    }

    static void Limit(KestrelServerOptions kestrel, ServeSettings settings)
    {
        kestrel.AddServerHeader = false;
        kestrel.Listen(settings.Address, settings.Port);
        kestrel.Limits.MaxRequestBodySize = settings.MostBody;
        kestrel.Limits.MaxConcurrentConnections = MostConnections;
        kestrel.Limits.RequestHeadersTimeout = slow;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestLineSize = 8 * 1024;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: slow);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(1);
    }

    /// <summary>Names under which the service may be asked: a foreign page that found our port asks under its own, and gets nothing.</summary>
    static ImmutableArray<string> Hosts(ServeSettings settings) =>
        settings.Hosts.IsEmpty ? ["localhost", "127.0.0.1", "[::1]", settings.Address.ToString()] : settings.Hosts;

    static void Rate(RateLimiterOptions options, ServeSettings settings)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (rejected, _) => await Problem.Write(rejected.HttpContext, StatusCodes.Status429TooManyRequests).ConfigureAwait(false);
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = settings.MostRequests * 2,
                TokensPerPeriod = settings.MostRequests,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = MostWaiting,
                AutoReplenishment = true,
            }));
    }
}
