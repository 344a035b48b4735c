using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Laws;
using Urna.Model;
using Urna.Validate;

namespace Urna.Store.Laws;

/// <summary>The laws that ship with Urna, and those that users bring.</summary>
/// <param name="files">The files of the laws, <c>COUNTRY/NAME.yaml</c> in any folder.</param>
public sealed class RuleLibrary(ImmutableArray<string> files)
{
    /// <summary>The laws that ship inside the program.</summary>
    public static RuleLibrary Shipped { get; } = new(ShippedFiles.Rules);

    /// <summary>The names of the shipped laws, ascending; files of quorums are not among them.</summary>
    public ImmutableArray<string> Names =>
        [.. files.Where(f => !QuorumsFile.Is(f)).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    /// <summary>The files of the shipped laws, by country and name.</summary>
    public ImmutableArray<string> Files => files;

    /// <summary>Finds a law by a shipped name or by the path of a file.</summary>
    /// <param name="nameOrPath">The name, or a path that ends in .yaml or .yml.</param>
    /// <param name="beside">The folder that relative paths start from.</param>
    public ReadResult<ElectoralRule> Find(string nameOrPath, string beside = "")
    {
        var file = FindFile(nameOrPath, beside);
        return file.Value is { } path ? RuleFile.Read(path) : new ReadResult<ElectoralRule>(null, file.Findings);
    }

    /// <summary>Finds the file of a law by a shipped name or by its path.</summary>
    /// <param name="nameOrPath">The name, or a path that ends in .yaml or .yml.</param>
    /// <param name="beside">The folder that relative paths start from.</param>
    public ReadResult<string> FindFile(string nameOrPath, string beside = "")
    {
        if (nameOrPath.EndsWith(".yaml", StringComparison.Ordinal) || nameOrPath.EndsWith(".yml", StringComparison.Ordinal))
        {
            return LawFiles.Find(nameOrPath, beside);
        }

        var shipped = Files.FirstOrDefault(f => Path.GetFileNameWithoutExtension(f) == nameOrPath || f.Replace('\\', '/').EndsWith($"/{nameOrPath}.yaml", StringComparison.Ordinal));
        return shipped is not null ? new(shipped, []) : new(null,
        [
            Codes.Finding("V114", LocalizedText.Say("v114.is-not-a-shipped-law", ("nameOrPath", nameOrPath))) with { Column = "rule", Found = nameOrPath, Expected = $"{Nearest.Among(nameOrPath, Names)}, or the path of a .yaml file" },
        ]);
    }

    /// <summary>The laws that an election's contests name, by that name.</summary>
    /// <param name="election">The election.</param>
    /// <param name="beside">The election's folder.</param>
    public (ImmutableDictionary<string, ElectoralRule> Rules, ImmutableArray<Finding> Findings) FindAll(Election election, string beside)
    {
        var rules = ImmutableDictionary.CreateBuilder<string, ElectoralRule>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var name in election.Contests.Select(c => c.Rule).OfType<string>().Distinct())
        {
            var read = Find(name, beside);
            findings.AddRange(read.Findings.Select(f => f.File.Length > 0 ? f : f with { File = Elections.ElectionFolder.FileName }));
            if (read.Value is { } rule)
            {
                rules[name] = rule;
            }
        }

        return (rules.ToImmutable(), findings.ToImmutable());
    }
}
