using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Urna.Store.Folders;

/// <summary>The file of a manifest as it is at a moment; another has another time, even if it says the same.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Time">When it was written.</param>
sealed record FolderMarker(string Text, DateTime Time);

/// <summary>What we wrote into a folder: by replacing it, the folder passes from one state to the next.</summary>
/// <param name="Kind">What the folder holds.</param>
/// <param name="State">The name of the state, made of what it holds: 32 hexadecimal digits.</param>
/// <param name="Files">The files that belong to it with their SHA-256, by path with forward slashes.</param>
sealed record FolderManifest(OutputKind Kind, string State, ImmutableDictionary<string, string> Files)
{
    /// <summary>Its name in the folder.</summary>
    public const string FileName = ".urna-output";

    /// <summary>Names of ours, which no output may have.</summary>
    public const string Reserved = ".urna-";

    /// <summary>The largest that is read.</summary>
    const int Largest = 1 << 26;

    static readonly JsonSerializerOptions options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>What the file says to people.</summary>
    const string About = "This folder was written by urna, which replaces only the files named here, and only while they are as it wrote them.";

    /// <summary>The folder within the folder in which the files of this state wait to be put in place.</summary>
    public string Waiting => $"{Reserved}{State}.state";

    /// <summary>The file, where the others wait, that names those of the state before which this one does not have.</summary>
    public const string FormerName = Reserved + "former";

    /// <summary>The names in such a file; none if it is none.</summary>
    public static ImmutableArray<string> FormerIn(string waiting)
    {
        try
        {
            return File.Exists(Path.Combine(waiting, FormerName)) && JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(waiting, FormerName))) is { } names
                ? [.. names.Where(IsName)]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Its text.</summary>
    public string ToText() => JsonSerializer.Serialize(
        new { About, Kind, State, Files = new SortedDictionary<string, string>(Files, StringComparer.Ordinal) }, options) + "\n";

    /// <summary>The manifest's file of a folder; null if it has none, or a link in its place.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FolderMarker? In(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, FileName));
        try
        {
            if (!file.Exists || file.LinkTarget is not null)
            {
                return null;
            }

            // Neither a pipe, which has no length, nor a file that is too large can be one.
            if (file.Length is 0 or > Largest)
            {
                return new FolderMarker("", default);
            }

            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            return new FolderMarker(reader.ReadToEnd(), File.GetLastWriteTimeUtc(stream.SafeFileHandle));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A manifest from its text; null for that of an earlier version, and for one that names what no output may have.</summary>
    public static FolderManifest? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<FolderManifest>(text, options) is { Files: { } files, State: { } state } read
                && IsStateName(state) && files.Keys.All(IsName) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a path stays within the folder, and is none of ours.</summary>
    public static bool IsName(string? path) => path is { Length: > 0 } && path.IndexOfAny(['\\', ':', '\0']) < 0
        && path.Split('/').All(p => p is not ("" or "." or "..") && !p.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a text can be the name of a state: 32 hexadecimal digits.</summary>
    public static bool IsStateName(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);
}
