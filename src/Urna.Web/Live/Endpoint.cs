using System.Collections.Immutable;

namespace Urna.Web.Live;

/// <summary>An address of the API: what it is asked with, what it answers, and how.</summary>
/// <param name="Path">The address, with the names in braces.</param>
/// <param name="Says">What it answers, in a sentence.</param>
/// <param name="Shape">The shape of its answer; null where it is described in words alone.</param>
/// <param name="Answer">Makes the answer from one state.</param>
sealed record Endpoint(string Path, string Says, Type? Shape, Func<LiveState, Asked, Reply> Answer)
{
    /// <summary>The parameters behind the path.</summary>
    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    /// <summary>The command whose answer it is.</summary>
    public string Command { get; init; } = "";
}
