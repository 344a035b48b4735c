using System.Text;
using Urna.Store.Folders;

namespace Urna.Store;

/// <summary>What a folder holds that a command writes.</summary>
public enum OutputKind
{
    /// <summary>A site that tells an election.</summary>
    Report,

    /// <summary>An election that was imported.</summary>
    Election,

    /// <summary>Boxes with known truth.</summary>
    Simulation,
}

/// <summary>A folder that a command writes.</summary>
/// <param name="Path">The folder; a link is followed, since the user names it.</param>
/// <param name="Kind">What it is to hold.</param>
public sealed record OutputTarget(string Path, OutputKind Kind)
{
    /// <summary>Whether what another hand has put there, or another kind of output, is written over.</summary>
    public bool Force { get; init; }

    /// <summary>How long to wait for another who writes the folder.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Called once if another writes the folder, before waiting for it.</summary>
    public Action? Waiting { get; init; }
}

/// <summary>A folder that a command writes whole or not at all.</summary>
/// <remarks>
/// A manifest in the folder names what we wrote there, and only that is ever replaced or deleted; <c>docs/decisions/0024</c> tells how the folder passes from one state
/// to the next. What another hand has put beside our files stays there.
/// </remarks>
public static class OutputFolder
{
    /// <summary>The file by which a former output is known.</summary>
    public const string Marker = FolderManifest.FileName;

    static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether a folder's name is one under which an earlier version let an output stand aside.</summary>
    /// <param name="name">The name.</param>
    public static bool IsAside(string name) => FormerLayout.IsAside(name);

    /// <summary>Why a folder may not be written; null if it may.</summary>
    /// <param name="target">The folder.</param>
    /// <param name="inputs">What the command reads; no folder that holds any of it is written.</param>
    public static string? RefusalOf(OutputTarget target, params ReadOnlySpan<string> inputs)
    {
        var (path, real) = (target.Path, RealPath.Of(target.Path));
        return File.Exists(real) ? $"'{path}' is a file."
            : RealPath.Holds(real, RealPath.Of(Environment.CurrentDirectory)) ? $"'{path}' is or holds the folder you are in; name a folder of its own."
            : FirstIn(real, inputs) is { } input ? $"'{path}' holds what is read ('{input}'), which would be lost; name another folder."
            : FormerLayout.RefusalOf(real) ?? RefusalOfFormer(target, real);
    }

    static string? FirstIn(string folder, ReadOnlySpan<string> inputs)
    {
        foreach (var input in inputs)
        {
            if (RealPath.Holds(folder, RealPath.Of(input)))
            {
                return input;
            }
        }

        return FilesRead.FirstIn(folder);
    }

    /// <summary>Whether what stands there is ours, of the same kind, and as we left it.</summary>
    static string? RefusalOfFormer(OutputTarget target, string real)
    {
        if (target.Force || !Directory.Exists(real) || !FolderWriter.HoldsAnything(real))
        {
            return null;
        }

        using var former = FolderFiles.Open(real);
        var path = target.Path;
        return former switch
        {
            { IsOfFormerVersion: true } => target.Kind == OutputKind.Election && former.Has(Elections.ElectionFolder.FileName)
                ? null
                : $"'{path}' was written by an earlier version of urna, which did not say what it holds; name another folder, or say --force.",
            { Manifest: null } => $"'{path}' exists and was not written by urna; name another folder, or say --force to write into it.",
            { Manifest.Kind: var kind } when kind != target.Kind => $"'{path}' holds {Words(kind)}, and not {Words(target.Kind)}; name another folder, or say --force to replace it.",
            // A ledger that was changed is told where it is opened, with what is wrong with it.
            _ => former.Changed(except: Ledger.LedgerFile.FileName).FirstOrDefault(former.Has) is { } changed
                ? $"'{Path.Combine(path, changed)}' was changed since urna wrote it, which would be lost; move it away, or say --force."
                : null,
        };
    }

    static string Words(OutputKind kind) => kind switch
    {
        OutputKind.Report => "a report",
        OutputKind.Election => "an election that was imported",
        _ => "boxes that were simulated",
    };

    /// <summary>Writes the folder, in place of a former one of its kind.</summary>
    /// <param name="target">The folder.</param>
    /// <param name="files">Its files: a relative path with forward slashes, and its lines of text.</param>
    /// <exception cref="OutputRefusedException">It may not be written.</exception>
    public static void Write(OutputTarget target, IEnumerable<(string Path, IEnumerable<string> Text)> files)
    {
        using var writer = FolderWriter.Begin(target);
        WriteFiles(writer.Aside, files);
        writer.Commit();
    }

    /// <summary>Writes files into the folder that stands aside.</summary>
    internal static void WriteFiles(string folder, IEnumerable<(string Path, IEnumerable<string> Text)> files)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, text) in files)
        {
            if (!FolderManifest.IsName(name) || !names.Add(name))
            {
                throw new OutputRefusedException($"'{name}' cannot be the name of a file beside the others: no two may differ in the case of letters alone.");
            }

            var target = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var writer = new StreamWriter(target, append: false, utf8);
            foreach (var part in text)
            {
                writer.Write(part);
            }
        }
    }
}
