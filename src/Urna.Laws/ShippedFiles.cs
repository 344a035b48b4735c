using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Urna.Laws;

/// <summary>The data files that ship inside this library, each by a path such as <c>shipped:rules/cl/binomial-1988.yaml</c>.</summary>
public static class ShippedFiles
{
    /// <summary>What the path of a shipped file begins with.</summary>
    public const string Scheme = "shipped:";

    // Where the library is built, folders may be parted by another sign.
    static readonly FrozenDictionary<string, string> resources =
        typeof(ShippedFiles).Assembly.GetManifestResourceNames().ToFrozenDictionary(name => Scheme + name.Replace('\\', '/'), StringComparer.Ordinal);

    /// <summary>Laws and quorums, <c>shipped:rules/COUNTRY/NAME.yaml</c>, ascending.</summary>
    public static ImmutableArray<string> Rules { get; } = In("rules");

    /// <summary>Mappings of official formats, <c>shipped:formats/NAME.yaml</c> or <c>shipped:formats/NAME/VARIANT.yaml</c>, ascending.</summary>
    public static ImmutableArray<string> Formats { get; } = In("formats");

    /// <summary>Schemas of YAML files and of JSON answers, <c>shipped:schemas/…</c>, ascending.</summary>
    public static ImmutableArray<string> Schemas { get; } = In("schemas");

    /// <summary>Whether a path is that of a shipped file.</summary>
    /// <param name="path">Any path.</param>
    public static bool Has(string path) => resources.ContainsKey(path);

    /// <summary>Opens a shipped file, in UTF-8.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="FileNotFoundException">No such file ships.</exception>
    public static Stream Open(string path) => resources.TryGetValue(path, out var name)
        ? typeof(ShippedFiles).Assembly.GetManifestResourceStream(name)!
        : throw new FileNotFoundException("no such file ships.", path);

    static ImmutableArray<string> In(string folder) =>
        [.. resources.Keys.Where(p => p.StartsWith($"{Scheme}{folder}/", StringComparison.Ordinal)).OrderBy(p => Path.ChangeExtension(p, null), StringComparer.Ordinal)];
}
