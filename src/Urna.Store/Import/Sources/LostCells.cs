using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Urna.Store.Files;

namespace Urna.Store.Import.Sources;

/// <summary>Cells of a workbook that are not empty, and have no value: errors, and formulas whose value was not saved.</summary>
/// <remarks>ECMA-376, part 1, 18.3.1.4: a cell <c>c</c> of type <c>e</c>, or with a formula <c>f</c> and no value <c>v</c>. The library that reads sheets takes them for empty.</remarks>
static class LostCells
{
    /// <summary>What stands for the value that was not saved.</summary>
    public const string Unsaved = "#UNSAVED!";

    /// <summary>The texts that stand for the cells, by row from 1 and column from 0, of a sheet of an .xlsx file; none for workbooks of other forms.</summary>
    /// <param name="stream">The workbook, which is left at its beginning.</param>
    /// <param name="sheet">The sheet's name; null for the first one.</param>
    public static Dictionary<(int Row, int Column), string> Of(Stream stream, string? sheet)
    {
        stream.Position = 0;
        Span<byte> mark = stackalloc byte[2];
        var isZip = stream.ReadAtLeast(mark, 2, throwOnEndOfStream: false) == 2 && mark is [(byte)'P', (byte)'K'];
        stream.Position = 0;
        if (!isZip)
        {
            return new();
        }

        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return PartOf(zip, sheet) is { } part ? Cells(part) : new();
        }
        catch (XmlException)
        {
            // The reader of the sheet tells what is wrong with it.
            return new();
        }
        finally
        {
            stream.Position = 0;
        }
    }

    static ZipArchiveEntry? PartOf(ZipArchive zip, string? sheet)
    {
        if (zip.GetEntry("xl/workbook.xml") is not { } book || zip.GetEntry("xl/_rels/workbook.xml.rels") is not { } links)
        {
            return null;
        }

        XNamespace relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var entry = Document(book).Descendants().Where(e => e.Name.LocalName == "sheet").FirstOrDefault(e => sheet is null || (string?)e.Attribute("name") == sheet);
        var target = (string?)Document(links).Descendants().FirstOrDefault(e => (string?)e.Attribute("Id") == (string?)entry?.Attribute(relations + "id"))?.Attribute("Target");
        return target is null ? null : zip.GetEntry(target.StartsWith('/') ? target[1..] : $"xl/{target}");
    }

    static XElement Document(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        using var reader = XmlReader.Create(stream, Settings());
        return XElement.Load(reader);
    }

    static XmlReaderSettings Settings() => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = Bounds.Workbook };

    static Dictionary<(int Row, int Column), string> Cells(ZipArchiveEntry part)
    {
        var cells = new Dictionary<(int Row, int Column), string>();
        using var stream = part.Open();
        using var reader = XmlReader.Create(stream, Settings());
        var (row, column, hasFormula, hasValue, isError) = (0, -1, false, false, false);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.LocalName)
                {
                    case "row":
                        row = int.TryParse(reader.GetAttribute("r"), System.Globalization.CultureInfo.InvariantCulture, out var stated) ? stated : row + 1;
                        column = -1;
                        break;
                    case "c":
                        column = reader.GetAttribute("r") is { } address ? ColumnOf(address) : column + 1;
                        (hasFormula, hasValue, isError) = (false, false, reader.GetAttribute("t") == "e");
                        break;
                    case "f":
                        hasFormula = true;
                        break;
                    case "v" when isError:
                        cells[(row, column)] = reader.ReadElementContentAsString();
                        hasValue = true;
                        break;
                    case "v" or "is":
                        hasValue |= !reader.IsEmptyElement;
                        break;
                }
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "c" } && hasFormula && !hasValue)
            {
                cells[(row, column)] = Unsaved;
            }
        }

        return cells;
    }

    /// <summary>The column of an address as AB12, from 0.</summary>
    static int ColumnOf(string address) => address.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (column, letter) => Math.Min(1 << 20, (26 * column) + letter - 'A' + 1)) - 1;
}
