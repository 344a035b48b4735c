using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Urna.History;
using Urna.Model;
using Urna.Store.Csv;
using Urna.Store.Folders;

namespace Urna.Store.Elections;

/// <summary>A small table of the totals of all elections of a folder, so that a claim about time does not read them all.</summary>
/// <remarks>
/// It is no source: each row holds only while the files it was counted from are the same, byte by byte, and an election without such a row is read.
/// </remarks>
sealed class HistoryTotals
{
    /// <summary>The table, beside the election folders.</summary>
    public const string FileName = "history/totals.csv";

    const string WholeLevel = "whole";

    static readonly string[] header =
    [
        "folder", "digest", "election", "country", "contest", "title", "titulo", "series", "kind", "date", "place", "name", "registered", "cast", "valid", "blank", "null", "votes", "preliminary", "abroad", "sources",
    ];

    static readonly CsvFile.Columns columns = new([.. header], []);

    static readonly Dictionary<string, ContestKind> kinds = Enum.GetValues<ContestKind>().ToDictionary(k => Spelling.Kebab(k));

    readonly string root;
    readonly Dictionary<string, (string Digest, List<VoteCount> Votes)> rows;
    readonly Lazy<byte[]> book;

    HistoryTotals(string root, Dictionary<string, (string Digest, List<VoteCount> Votes)> rows)
    {
        (this.root, this.rows) = (root, rows);
        book = new(() => BookDigest(root));
    }

    /// <summary>A table without rows.</summary>
    public static HistoryTotals None { get; } = new("", []);

    /// <summary>The table of a folder; without rows where there is none, or it cannot be read.</summary>
    /// <param name="root">The folder that holds the election folders.</param>
    public static HistoryTotals Read(string root)
    {
        var read = new Dictionary<string, (string Digest, List<VoteCount> Votes)>();
        var faults = new FaultLog();
        if (File.Exists(Path.Combine(root, FileName)))
        {
            using var files = FolderFiles.Open(root);
            CsvFile.Read(files, FileName, columns, faults, row => Add(row, read));
        }

        return faults.HasFaults ? new(root, []) : new(root, read);
    }

    static void Add(CsvRow row, Dictionary<string, (string Digest, List<VoteCount> Votes)> rows)
    {
        if (!kinds.TryGetValue(row.Text("kind"), out var kind) || !DateOnly.TryParseExact(row.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            row.Fault("V110", LocalizedText.Say("v110.the-row-is-not-urnas"), "kind", row.Text("kind"), string.Join(", ", kinds.Keys));
            return;
        }

        if (row.Required("folder") is not { } folder || row.Required("place") is not { } place || row.Required("election") is not { } election || row.Required("contest") is not { } contest)
        {
            return;
        }

        if (!rows.TryGetValue(folder, out var own))
        {
            rows.Add(folder, own = (row.Text("digest"), []));
        }

        own.Votes.Add(new VoteCount(election, row.Text("country"), contest, new(row.Text("title"), row.Text("titulo")), row.Text("series"), date, new Place(place, null, WholeLevel, row.Text("name")), row.Text("preliminary") == "yes")
        {
            Kind = kind,
            Row = new(FileName, row.Row),
            Counts = new() { Registered = row.CountOrNone("registered"), Cast = row.CountOrNone("cast"), Valid = row.CountOrNone("valid"), Blank = row.CountOrNone("blank"), Null = row.CountOrNone("null") },
            Cast = row.CountOrNone("votes"),
            IsWithAbroad = row.Text("abroad") == "yes",
            Sources = [.. row.Text("sources").Split(" | ", StringSplitOptions.RemoveEmptyEntries)],
        });
    }

    /// <summary>The votes of an election folder; null where the table does not have them as the folder is now.</summary>
    /// <param name="path">The folder.</param>
    public ImmutableArray<VoteCount>? Of(string path) =>
        rows.TryGetValue(Path.GetFileName(Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar)), out var own) && Path.GetDirectoryName(Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar)) == root && own.Digest == Digest(path, book.Value)
            ? [.. own.Votes] : null;

    /// <summary>The table of elections as they are now.</summary>
    public static string Write(ImmutableArray<WorkspaceElection> elections, HistoryBook history)
    {
        var text = new StringBuilder(CsvText.Header(header));
        foreach (var election in elections)
        {
            var above = Path.GetDirectoryName(Path.GetFullPath(election.Path).TrimEnd(Path.DirectorySeparatorChar))!;
            var digest = Digest(election.Path, BookDigest(above));
            foreach (var v in NationalVotes.Of(election.Require(), history))
            {
                text.Append(CsvText.Line(header, [
                    election.Folder, digest, v.Election, v.Country, v.Contest, v.Title.English, v.Title.Spanish, v.Series, Spelling.Kebab(v.Kind), v.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), v.Place.Id, v.Place.Name,
                    v.Counts.Registered, v.Counts.Cast, v.Counts.Valid, v.Counts.Blank, v.Counts.Null, v.Cast, v.IsPreliminary ? "yes" : "", v.IsWithAbroad ? "yes" : "", string.Join(" | ", v.Sources),
                ]));
            }
        }

        return text.ToString();
    }

    /// <summary>What tells a folder's files from any others: its description and tables, and the book; claims, scenarios and articles change no count.</summary>
    static string Digest(string path, byte[] book)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sum.AppendData(book);
        foreach (var file in Directory.EnumerateFiles(path).Where(f => Path.GetExtension(f) is not (".md" or ".yaml") || Path.GetFileName(f) == ElectionFolder.FileName).Order(StringComparer.Ordinal))
        {
            Append(sum, file);
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset())[..32];
    }

    static byte[] BookDigest(string root)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in new[] { HistoryFile.FileName }.Concat(Directory.Exists(Path.Combine(root, "history")) ? Directory.EnumerateFiles(Path.Combine(root, "history")).Select(f => $"history/{Path.GetFileName(f)}").Where(f => f != FileName).Order(StringComparer.Ordinal) : []))
        {
            Append(sum, Path.Combine(root, file));
        }

        return sum.GetHashAndReset();
    }

    // Lines end alike wherever the files were checked out.
    static void Append(IncrementalHash sum, string file)
    {
        if (!File.Exists(file))
        {
            return;
        }

        sum.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
        var content = File.ReadAllBytes(file);
        sum.AppendData(file.EndsWith(".gz", StringComparison.Ordinal) || !content.Contains((byte)'\r') ? content : [.. content.Where(b => b != '\r')]);
    }
}
