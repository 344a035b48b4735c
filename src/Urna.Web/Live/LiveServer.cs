using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModelContextProtocol.Server;
using Urna.Model;
using Urna.Web.Assistants;
using Urna.Web.Live.Endpoints;

namespace Urna.Web.Live;

/// <summary>The live service: pages rendered when they are asked for, the API, events, tools for assistants. It reads, and writes nothing.</summary>
/// <remarks><c>docs/serve.md</c> describes it.</remarks>
public static class LiveServer
{
    /// <summary>How long a folder that is being written to is asked again.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    /// <summary>How long answers under way are waited for when the service is ended.</summary>
    static readonly TimeSpan farewell = TimeSpan.FromSeconds(1);

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
        var elections = new LiveElections(settings);
        var app = Build(settings, elections);
        await using var _ = app.ConfigureAwait(false);
        await app.StartAsync(cancel).ConfigureAwait(false);
        started(app.Urls.First());
        var watch = elections.WatchAsync(cancel);
        try
        {
            await Task.Delay(Timeout.Infinite, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // That is how it is ended.
        }

        await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        await watch.ConfigureAwait(false);
    }

    /// <summary>The service, not yet listening.</summary>
    internal static WebApplication Build(ServeSettings settings, LiveElections elections)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "urna" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => LiveLimits.Of(kestrel, settings));
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = farewell);
        builder.Services.AddRoutingCore();
        builder.Services.AddHostFiltering(o => o.AllowedHosts = [.. LiveLimits.Hosts(settings)]);
        builder.Services.AddResponseCompression(o =>
        {
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/ld+json", "application/problem+json"];
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        builder.Services.AddRateLimiter(o => LiveLimits.Rate(o, settings));
        builder.Services.AddMcpServer().WithHttpTransport(o =>
        {
            o.Stateless = true;
            o.ConfigureSessionOptions = (_, options, _) =>
            {
                Assist(options, elections.Now);
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

        app.MapPost("/api/v1/elections/{id}/article", context => Article(context, settings, elections));
        app.MapGet("/openapi/v1.json", context => Plain(context, ApiDocument.Of(Api, settings.Version)));
        app.MapGet("/events", context => LiveEvents.Tell(context, elections));
        app.MapGet("/healthz", context => Plain(context, Health(settings, elections), isKept: false));
        app.MapMcp("/mcp");
        LivePages.Map(app, settings, elections);
        return app;

        Task Ask(HttpContext context, Endpoint endpoint) => Tell(context, settings, elections, new Asked(context.Request, endpoint.Parameters), (state, asked) => Task.FromResult(endpoint.Answer(state, asked)));
    }

    /// <summary>Answers from one state, kept by its address.</summary>
    internal static Task Tell(HttpContext context, ServeSettings settings, LiveElections elections, Asked asked, Func<LiveState, Asked, Task<Reply>> answer) =>
        Tell(context, settings, elections, state => state.Of(asked.Address, () => answer(state, asked)), isKept: true);

    /// <summary>Answers from one state; where a folder changed under it, from the next.</summary>
    static async Task Tell(HttpContext context, ServeSettings settings, LiveElections elections, Func<LiveState, Task<Reply>> answer, bool isKept)
    {
        var (started, wait) = (TimeProvider.System.GetTimestamp(), 10);
        while (true)
        {
            var state = elections.Now;
            try
            {
                var reply = await answer(state).WaitAsync(settings.MostTime, context.RequestAborted).ConfigureAwait(false);
                context.Response.Headers["Urna-Snapshot"] = state.Stamp;
                await Write(context, reply, isKept).ConfigureAwait(false);
                return;
            }
            catch (StateGone) when (TimeProvider.System.GetElapsedTime(started) < patience)
            {
                elections.Look();
                await Task.Delay(wait, context.RequestAborted).ConfigureAwait(false);
                wait *= 2;
            }
        }
    }

    /// <summary>An answer that takes no parameters.</summary>
    static Task Plain(HttpContext context, Reply reply, bool isKept = true)
    {
        _ = new Asked(context.Request, []);
        return Write(context, reply, isKept);
    }

    /// <summary>That it lives, and what it serves; <c>stale</c> where the folders cannot be looked at, so that what is served may be old.</summary>
    static Reply Health(ServeSettings settings, LiveElections elections) => Reply.Text(new JsonObject
    {
        ["status"] = elections.IsStale ? "stale" : "ok",
        ["version"] = settings.Version,
        ["snapshot"] = elections.Now.Stamp,
        ["elections"] = elections.Now.Workspace.Elections.Length,
    }.ToJsonString() + "\n", "application/json; charset=utf-8");

    /// <summary>Tools over one state; an answer under which a folder changed is refused, and not mixed.</summary>
    static void Assist(McpServerOptions options, LiveState state)
    {
        AssistantServer.Fill(options, state.Workspace);
        options.Filters.Request.CallToolFilters.Add(next => async (request, cancel) =>
        {
            var answer = await next(request, cancel).ConfigureAwait(false);
            try
            {
                state.Confirm();
                return answer;
            }
            catch (StateGone)
            {
                return ToolAnswer.Refused(Changing);
            }
        });
    }

    static Validate.Finding Changing => Validate.Codes.Finding("V121", LocalizedText.Say("serve.data-changing"));

    /// <summary>Writes an answer, or that the reader has it already.</summary>
    internal static async Task Write(HttpContext context, Reply reply, bool isKept = true)
    {
        var response = context.Response;
        response.Headers.ETag = reply.Tag;
        response.Headers.CacheControl = isKept ? "no-cache" : "no-store";
        if (isKept && context.Request.Headers.IfNoneMatch.SelectMany(t => (t ?? "").Split(',')).Any(t => t.Trim() is "*" || t.Trim().TrimStart('W', '/') == reply.Tag[2..]))
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
        catch (StateGone)
        {
            await Problem.Write(context, StatusCodes.Status503ServiceUnavailable, Changing).ConfigureAwait(false);
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
            // Its message may name folders of this machine, which is for whoever runs the service.
            settings.Failed($"{context.Request.Method} {context.Request.Path}: {e.Message}");
            await Problem.Write(context, StatusCodes.Status503ServiceUnavailable, Changing).ConfigureAwait(false);
        }
    }

    static async Task Article(HttpContext context, ServeSettings settings, LiveElections elections)
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

        var (id, language) = (asked.Path("id"), asked.Language());
        await Tell(context, settings, elections, state => state.Made(() => Task.FromResult(ClaimsEndpoint.Check(state, id, text, language))), isKept: false).ConfigureAwait(false);
    }
}
