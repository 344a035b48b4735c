using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Urna.Forecast;
using Urna.Model;
using Urna.Store.Folders;
using Urna.Validate;

namespace Urna.Store.Nights;

/// <summary>What was recorded of a night, in the election's folder: answers as they came, and the rows that were read from each.</summary>
/// <remarks>
/// An answer is written aside and renamed before it is parsed, and so are its rows: a recorder that is killed leaves whole answers and whole batches, and goes
/// on from them. Readers never write, and see whole batches.
/// </remarks>
public sealed class NightStore
{
    /// <summary>The folder of nights in an election's folder.</summary>
    public const string FolderName = "night";

    const string RawFolder = "raw";
    const string BatchFolder = "rows";
    const string VotesEnd = ".snapshots.csv";
    const string StatusEnd = ".status.csv";
    const string RefusedEnd = ".refused";

    readonly string folder;

    /// <summary>The night of a contest.</summary>
    /// <param name="election">The election's folder.</param>
    /// <param name="contest">The contest's id.</param>
    public NightStore(string election, string contest)
    {
        var path = Path.GetFileName(election) == "election.yaml" ? Path.GetDirectoryName(Path.GetFullPath(election))! : election;
        folder = Path.Combine(path, FolderName, string.Concat(contest.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_')));
    }

    /// <summary>Where it stands.</summary>
    public string Folder => folder;

    /// <summary>Whether anything was recorded.</summary>
    public bool Exists => Directory.Exists(Path.Combine(folder, BatchFolder));

    /// <summary>Holds the folder against other recorders.</summary>
    /// <param name="patience">How long to wait for another.</param>
    /// <exception cref="OutputRefusedException">Another recorder has it.</exception>
    public IDisposable Hold(TimeSpan patience)
    {
        var held = WriterLock.Take(folder, patience, null);
        foreach (var part in new[] { RawFolder, BatchFolder })
        {
            var path = Path.Combine(folder, part);
            Directory.CreateDirectory(path);
            foreach (var aside in Directory.EnumerateFiles(path, "*.part"))
            {
                File.Delete(aside);
            }
        }

        return held;
    }

    /// <summary>Everything recorded so far.</summary>
    /// <param name="places">The election's places.</param>
    /// <param name="choices">The contest's choices.</param>
    public ReadResult<NightLog> Read(PlaceTree places, IReadOnlySet<string> choices)
    {
        var (votes, statuses, findings) = (new List<SnapshotRow>(), new List<StatusRow>(), new List<Finding>());
        foreach (var file in Batches())
        {
            var status = file[..^VotesEnd.Length] + StatusEnd;
            var read = PlainNightTables.Read(file, File.Exists(status) ? status : null, places, choices);
            findings.AddRange(read.Findings);
            votes.AddRange(read.Value?.Votes ?? []);
            statuses.AddRange(read.Value?.Statuses ?? []);
        }

        return new(findings.Exists(f => f.Severity == Severity.Fault) ? null : NightLog.Of(votes, statuses), [.. findings]);
    }

    /// <summary>Keeps an answer whole, unless it is the one that came last.</summary>
    /// <param name="bytes">The answer.</param>
    /// <param name="came">When it came.</param>
    /// <param name="name">The end of its file's name.</param>
    /// <returns>The file; null if the answer is the last one again.</returns>
    public string? Keep(byte[] bytes, DateTimeOffset came, string name)
    {
        var raw = Path.Combine(folder, RawFolder);
        var last = Directory.EnumerateFiles(raw).Where(f => !f.EndsWith(RefusedEnd, StringComparison.Ordinal)).Order(StringComparer.Ordinal).LastOrDefault();
        if (last is not null && SHA256.HashData(File.ReadAllBytes(last)).AsSpan().SequenceEqual(SHA256.HashData(bytes)))
        {
            return null;
        }

        var number = last is null ? 1 : int.Parse(Path.GetFileName(last).Split('-')[0], CultureInfo.InvariantCulture) + 1;
        var file = Path.Combine(raw, $"{number:000000}-{came.UtcDateTime:yyyyMMddTHHmmss}-{name}");
        Write(file, bytes);
        return file;
    }

    /// <summary>Answers that were kept and whose rows were neither taken nor refused: a recorder was killed between.</summary>
    public IEnumerable<string> Unread() => Directory.EnumerateFiles(Path.Combine(folder, RawFolder)).Order(StringComparer.Ordinal)
        .Where(f => !f.EndsWith(RefusedEnd, StringComparison.Ordinal) && !File.Exists(f + RefusedEnd) && !File.Exists(BatchOf(f) + VotesEnd));

    /// <summary>Adds the rows of a kept answer.</summary>
    /// <param name="raw">The answer's file.</param>
    /// <param name="log">Its rows.</param>
    public void Append(string raw, NightLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        Write(BatchOf(raw) + StatusEnd, Encoding.UTF8.GetBytes("time,place,type,status,counted,of,registered\n" + string.Concat(log.Statuses.Select(PlainNightTables.Line))));
        Write(BatchOf(raw) + VotesEnd, Encoding.UTF8.GetBytes("time,place,type,choice,votes\n" + string.Concat(log.Votes.Select(PlainNightTables.Line))));
    }

    /// <summary>Marks an answer as one that cannot be read, so that it is not tried again.</summary>
    /// <param name="raw">The answer's file.</param>
    /// <param name="why">Why.</param>
    public static void Refuse(string raw, string why) => Write(raw + RefusedEnd, Encoding.UTF8.GetBytes(why));

    IEnumerable<string> Batches() => Exists ? Directory.EnumerateFiles(Path.Combine(folder, BatchFolder), "*" + VotesEnd).Order(StringComparer.Ordinal) : [];

    string BatchOf(string raw) => Path.Combine(folder, BatchFolder, Path.GetFileName(raw));

    static void Write(string file, byte[] bytes)
    {
        var aside = file + ".part";
        using (var stream = new FileStream(aside, FileMode.Create, FileAccess.Write))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        File.Move(aside, file, overwrite: true);
    }
}
