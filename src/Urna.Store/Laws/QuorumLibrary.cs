using Urna.Model;
using System.Collections.Immutable;
using Urna.Laws;
using Urna.Power;
using Urna.Validate;

namespace Urna.Store.Laws;

/// <summary>The quorums that ship with Urna, and those that users bring.</summary>
/// <param name="files">The files of laws and quorums, <c>COUNTRY/NAME.yaml</c> in any folder.</param>
public sealed class QuorumLibrary(ImmutableArray<string> files)
{
    /// <summary>The quorums that ship inside the program.</summary>
    public static QuorumLibrary Shipped { get; } = new(ShippedFiles.Rules);

    /// <summary>The names of the shipped files of quorums, ascending.</summary>
    public ImmutableArray<string> Names =>
        [.. files.Where(QuorumsFile.Is).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    /// <summary>Finds quorums by a shipped name or by the path of a file.</summary>
    /// <param name="nameOrPath">The name, or a path that ends in .yaml or .yml.</param>
    /// <param name="beside">The folder that relative paths start from.</param>
    public ReadResult<QuorumLaw> Find(string nameOrPath, string beside = "")
    {
        if (nameOrPath.EndsWith(".yaml", StringComparison.Ordinal) || nameOrPath.EndsWith(".yml", StringComparison.Ordinal))
        {
            var file = LawFiles.Find(nameOrPath, beside);
            return file.Value is { } path ? QuorumsFile.Read(path) : new ReadResult<QuorumLaw>(null, file.Findings);
        }

        return files.FirstOrDefault(f => Path.GetFileNameWithoutExtension(f) == nameOrPath) is { } shipped ? QuorumsFile.Read(shipped) : new ReadResult<QuorumLaw>(null,
        [
            Codes.Finding("V114", LocalizedText.Say("v114.is-not-a-shipped-file-of", ("nameOrPath", nameOrPath))) with
            {
                Column = "rule",
                Found = nameOrPath,
                Expected = $"{Nearest.Among(nameOrPath, Names)}, or the path of a .yaml file",
            },
        ]);
    }
}
