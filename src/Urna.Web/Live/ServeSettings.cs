using System.Collections.Immutable;
using System.Net;
using Urna.Model;

namespace Urna.Web.Live;

/// <summary>What a service serves, and where.</summary>
/// <param name="Paths">Election folders, or folders of them.</param>
public sealed record ServeSettings(ImmutableArray<string> Paths)
{
    /// <summary>The port; 0 for any that is free.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>The address that is listened on; this machine alone unless another is named.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Names of hosts under which the service may be asked; where none is named, this machine's own.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>The language of the home page.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>The version of Urna that pages tell.</summary>
    public string Version { get; init; } = "";

    /// <summary>Told what went wrong within, for whoever runs the service.</summary>
    public Action<string> Failed { get; init; } = _ => { };

    /// <summary>How often the folders are looked at for something new.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Bytes of a request's body at most.</summary>
    public long MostBody { get; init; } = 256 * 1024;

    /// <summary>Requests a second that one address may send for long.</summary>
    public int MostRequests { get; init; } = 500;

    /// <summary>How long one answer may take.</summary>
    public TimeSpan MostTime { get; init; } = TimeSpan.FromSeconds(60);
}
