using Urna.Model;
using System.Collections.Immutable;
using Urna.Store.Files;
using Urna.Laws;
using Urna.Store.Import.Sources;
using Urna.Validate;

namespace Urna.Store.Import;

/// <summary>Whether files are of a format, and what speaks for it or against it.</summary>
/// <param name="Format">The name for <c>--as</c>.</param>
/// <param name="Map">The mapping's file.</param>
/// <param name="Fits">Whether the files can be read by it.</param>
/// <param name="Columns">Columns that it reads and the files have.</param>
/// <param name="Why">What was found, or what is missing.</param>
public sealed record FormatMatch(string Format, string Map, bool Fits, int Columns, string Why)
{
    /// <summary>Where it does not fit, the share of the columns that it needs and the file has, from 0 to 1.</summary>
    public double Nearness { get; init; }
}

/// <summary>The mappings that ship: <c>formats/NAME.yaml</c>, or a folder of variants <c>formats/NAME/*.yaml</c>.</summary>
public static class FormatLibrary
{
    /// <summary>The names for <c>--as</c>, in order.</summary>
    public static IReadOnlyList<string> Names => [.. Maps.Select(m => m.Format).Distinct()];

    static IEnumerable<(string Format, string Map)> Maps => ShippedFiles.Formats.Select(m => (m.Split('/')[1].Replace(".yaml", "", StringComparison.Ordinal), m));

    /// <summary>Why files cannot be compared with any mapping: they are missing, empty, damaged, or a folder without files.</summary>
    /// <param name="files">Files, folders of files, or zip files.</param>
    public static ImmutableArray<Finding> FaultsOf(IReadOnlyList<string> files)
    {
        var faults = new FaultLog();
        var own = files.ToHashSet();
        foreach (var source in SourceFile.Of(files, faults).Where(s => s.Entry is null && own.Contains(s.Path)))
        {
            try
            {
                using var data = InputFile.OpenData(source.Path);
            }
            catch (Exception e) when (InputFile.IsFault(e))
            {
                InputFile.Tell(e, source.Path, faults);
            }
        }

        foreach (var empty in files.Where(f => Directory.Exists(f) && !Directory.EnumerateFiles(f).Any()))
        {
            faults.Add(Codes.Finding("V101", LocalizedText.Say("v101.the-folder-has-no-files", ("empty", empty))) with { File = empty, Found = "no file", Expected = "a file, or a folder with files" });
        }

        return [.. faults.Findings.Where(f => f.Severity == Severity.Fault)];
    }

    /// <summary>Compares files with every mapping, or with the variants of one format; the best first.</summary>
    /// <param name="files">Files, folders of files, or zip files.</param>
    /// <param name="format">The format; null for all.</param>
    public static IReadOnlyList<FormatMatch> Match(IReadOnlyList<string> files, string? format = null)
    {
        var sources = SourceFile.Of(files, new FaultLog());
        return
        [
            .. Maps.Where(m => format is null || m.Format == format).Select(m => Match(m.Format, m.Map, sources))
                .OrderByDescending(m => m.Fits).ThenByDescending(m => m.Fits ? 1 : m.Nearness).ThenByDescending(m => m.Columns).ThenBy(m => m.Map, StringComparer.Ordinal),
        ];
    }

    static FormatMatch Match(string format, string path, List<SourceFile> sources)
    {
        var faults = new FaultLog();
        return ImportMapFile.Read(path, faults) is { } map && !faults.HasFaults
            ? MapFit.Of(format, path, map, sources)
            : new FormatMatch(format, path, false, 0, faults.Findings[0].Message);
    }
}
