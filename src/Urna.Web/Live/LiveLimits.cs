using System.Collections.Immutable;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Urna.Web.Live;

/// <summary>How much of the service one reader may take.</summary>
static class LiveLimits
{
    const int MostConnections = 2_000;
    const int MostWaiting = 256;

    static readonly TimeSpan slow = TimeSpan.FromSeconds(10);

    /// <summary>Connections, sizes, and how slowly they may come.</summary>
    public static void Of(KestrelServerOptions kestrel, ServeSettings settings)
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
    public static ImmutableArray<string> Hosts(ServeSettings settings) =>
        settings.Hosts.IsEmpty ? ["localhost", "127.0.0.1", "[::1]", settings.Address.ToString()] : settings.Hosts;

    /// <summary>Requests of one address in a second, and how many may wait.</summary>
    public static void Rate(RateLimiterOptions options, ServeSettings settings)
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
