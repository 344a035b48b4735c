using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Urna.Web.Live;

/// <summary>Events as a server sends them: the state of now, and each that comes after it.</summary>
static class LiveEvents
{
    static readonly TimeSpan beat = TimeSpan.FromSeconds(15);

    /// <summary>Tells them until the reader goes away or the service ends.</summary>
    public static async Task Tell(HttpContext context, LiveElections elections)
    {
        _ = new Asked(context.Request, []);
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        using var listener = elections.Listen();
        var told = $"event: now\ndata: {elections.Now.Stamp}\n\n";
        try
        {
            while (true)
            {
                await response.WriteAsync(told, end.Token).ConfigureAwait(false);
                await response.Body.FlushAsync(end.Token).ConfigureAwait(false);
                told = await Next(listener.Coming, end.Token).ConfigureAwait(false) is { } state ? $"event: snapshot\ndata: {state.Stamp}\n\n" : ": beat\n\n";
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The service ends; whoever listens asks again when it is back.
        }
    }

    /// <summary>The next state; null if none comes for a while.</summary>
    static async Task<LiveState?> Next(ChannelReader<LiveState> coming, CancellationToken end)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(end);
        patience.CancelAfter(beat);
        try
        {
            return await coming.ReadAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!end.IsCancellationRequested)
        {
            return null;
        }
    }
}
