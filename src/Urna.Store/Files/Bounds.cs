namespace Urna.Store.Files;

/// <summary>The most that is read of anything, far above any official file.</summary>
/// <remarks>A file is untrusted: without bounds, a few hundred bytes can ask for all memory, or for hours.</remarks>
static class Bounds
{
    /// <summary>Levels of a YAML or XML document; official files nest about twenty deep.</summary>
    public const int Depth = 100;

    /// <summary>Levels of a JSON document; those of NIST nest twelve deep.</summary>
    public const int JsonDepth = 64;

    /// <summary>Bytes of a YAML file, which people write by hand; the largest that ships has 60 thousand.</summary>
    public const long YamlBytes = 1L << 24;

    /// <summary>Values of a YAML file once its aliases are written out.</summary>
    public const long YamlNodes = 1_000_000;

    /// <summary>Bytes or characters of a document that is held whole: XML, JSON, a map.</summary>
    public const long Document = 1L << 28;

    /// <summary>Bytes of an article, a few times what its text may have.</summary>
    public const long ArticleBytes = 1L << 23;

    /// <summary>Bytes of ranked ballots, which are held whole.</summary>
    public const long Ballots = 1L << 30;

    /// <summary>Cells of a sheet from its first to its last, empty ones counted: all rows that a workbook can have, 128 wide.</summary>
    public const long SheetCells = 1L << 27;

    /// <summary>Bytes that all parts of a workbook unpack to, since it is held whole.</summary>
    public const long Workbook = 1L << 29;

    /// <summary>Entries of a zip file; an election by station has a few thousand.</summary>
    public const int ZipEntries = 100_000;

    /// <summary>Bytes that a packed file unpacks to: national results by station have about half of that.</summary>
    public const long Unpacked = 1L << 32;

    /// <summary>How many times larger than its packed bytes a file may be: tables of votes reach fifty.</summary>
    public const long Ratio = 200;

    /// <summary>Bytes that even the smallest packed file may unpack to.</summary>
    public const long AlwaysUnpacked = 1L << 26;

    /// <summary>The bytes that a packed file may unpack to.</summary>
    /// <param name="packed">Its packed bytes.</param>
    /// <param name="most">The most whatever its size.</param>
    public static long UnpackedOf(long packed, long most) => Math.Min(most, Math.Max(AlwaysUnpacked, packed > most / Ratio ? most : packed * Ratio));
}
