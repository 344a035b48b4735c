using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Urna.Model;

namespace Urna.Web.Live;

/// <summary>A parameter of an address.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Says">What it is, for the description of the API.</param>
sealed record Parameter(string Name, string Says)
{
    /// <summary>Whether it may stand several times.</summary>
    public bool IsMany { get; init; }

    /// <summary>The words that it may be; empty where it is free.</summary>
    public ImmutableArray<string> Words { get; init; } = [];
}

/// <summary>What a reader asks for: names of the path, and the parameters behind it. Nothing unknown passes.</summary>
/// <param name="request">The request.</param>
/// <param name="known">The parameters that the address takes.</param>
sealed class Asked(HttpRequest request, ImmutableArray<Parameter> known)
{
    /// <summary>Characters of a value at most.</summary>
    const int MostCharacters = 2_000;

    /// <summary>The parameters in their order, checked.</summary>
    public ImmutableArray<(string Name, string Value)> All { get; } = [.. Checked(request.Query, known)];

    /// <summary>The address with all that changes its answer.</summary>
    public string Address { get; } = $"{request.Path}{request.QueryString}";

    /// <summary>A name of the path.</summary>
    public string Path(string name) => request.RouteValues[name] as string ?? "";

    /// <summary>The one value of a parameter; null if it is not given.</summary>
    public string? One(string name) => All.FirstOrDefault(p => p.Name == name).Value;

    /// <summary>The values of a parameter.</summary>
    public ImmutableArray<string> Many(string name) => [.. All.Where(p => p.Name == name).Select(p => p.Value)];

    /// <summary>Yes or no; no if it is not given.</summary>
    public bool Flag(string name) => One(name) switch
    {
        null or "false" => false,
        "true" or "" => true,
        var other => throw ServeFault.Wrong(name, other, ["true", "false"]),
    };

    /// <summary>A whole number; null if it is not given.</summary>
    public int? Whole(string name, int least, int most) => One(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? n
        : throw ServeFault.Wrong(name, text, [$"{least} … {most}"]);

    /// <summary>The language; English if none is given.</summary>
    public Language Language() => One("lang") is not { } code ? default
        : Languages.Of(code) ?? throw ServeFault.Wrong("lang", code, Languages.All.Select(l => l.Code));

    static IEnumerable<(string Name, string Value)> Checked(IQueryCollection query, ImmutableArray<Parameter> known)
    {
        foreach (var (name, values) in query)
        {
            if (known.FirstOrDefault(p => p.Name == name) is not { } parameter)
            {
                throw ServeFault.Wrong("query", name, known.Select(p => p.Name));
            }

            if (!parameter.IsMany && values.Count > 1)
            {
                throw ServeFault.Wrong(name, string.Join(", ", (IEnumerable<string?>)values), ["one value"]);
            }

            foreach (var value in values)
            {
                yield return value is { Length: > MostCharacters } ? throw ServeFault.Wrong(name, $"{value.Length} characters", [$"{MostCharacters} characters at most"])
                    : !parameter.Words.IsEmpty && !parameter.Words.Contains(value ?? "") ? throw ServeFault.Wrong(name, value ?? "", parameter.Words)
                    : (name, value ?? "");
            }
        }
    }
}
