using System.Globalization;
using System.Xml;
using Urna.Model;
using Urna.Store.Files;

namespace Urna.Store.Import.Sources;

/// <summary>The raw rows of a sheet of an OpenDocument workbook.</summary>
/// <remarks>OASIS, Open Document Format 1.3, part 3, section 9: rows and cells that repeat are written once.</remarks>
static class OdsReader
{
    /// <summary>Cells that repeat beyond a table are its format to the end of the sheet, and hold nothing.</summary>
    const int MostColumns = 1 << 14;

    /// <summary>The rows that hold anything, of the first sheet or the one of a name.</summary>
    /// <param name="content">The document's part <c>content.xml</c>.</param>
    /// <param name="sheet">The sheet's name; null for the first one.</param>
    /// <param name="names">Gets the names of the sheets that were passed.</param>
    public static IEnumerable<(int Row, string[] Cells)>? Rows(Stream content, string? sheet, List<string> names)
    {
        var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = Bounds.Workbook });
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "table", IsEmptyElement: false })
            {
                var name = Attribute(reader, "name") ?? "";
                if (sheet is null || name == sheet)
                {
                    return Rows(reader);
                }

                names.Add(name);
            }
        }

        return null;
    }

    static IEnumerable<(int Row, string[] Cells)> Rows(XmlReader reader)
    {
        using (reader)
        {
            var row = 1;
            while (reader.Read() && reader is not { NodeType: XmlNodeType.EndElement, LocalName: "table" })
            {
                if (reader is not { NodeType: XmlNodeType.Element, LocalName: "table-row" })
                {
                    continue;
                }

                var repeated = Number(reader, "number-rows-repeated");
                var cells = reader.IsEmptyElement ? [] : Cells(reader);
                for (var turn = 0; turn < repeated; turn++)
                {
                    if (cells.Length == 0)
                    {
                        row += repeated;
                        break;
                    }

                    yield return (row++, [.. cells]);
                }
            }
        }
    }

    static string[] Cells(XmlReader reader)
    {
        var cells = new List<string>();
        while (reader.Read() && reader is not { NodeType: XmlNodeType.EndElement, LocalName: "table-row" })
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "table-cell" or "covered-table-cell" })
            {
                continue;
            }

            var repeated = Number(reader, "number-columns-repeated");
            var text = Text(reader);
            for (var turn = 0; turn < Math.Min(repeated, MostColumns) && cells.Count < MostColumns; turn++)
            {
                cells.Add(text);
            }
        }

        var used = cells.FindLastIndex(c => c.Length > 0) + 1;
        return [.. cells.Take(used)];
    }

    static string Text(XmlReader reader)
    {
        var (type, value, date) = (Attribute(reader, "value-type"), Attribute(reader, "value"), Attribute(reader, "date-value"));
        var hasFormula = Attribute(reader, "formula") is not null;
        var text = "";
        if (!reader.IsEmptyElement)
        {
            var (depth, paragraphs) = (reader.Depth, new List<string>());
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "annotation" })
                {
                    reader.Skip();
                }

                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
                {
                    paragraphs.Add(reader.Value);
                }
            }

            text = string.Concat(paragraphs);
        }

        return type switch
        {
            "float" or "currency" or "percentage" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number.ToString("0.###############", CultureInfo.InvariantCulture),
            "date" when date is not null => date.Split('T')[0],
            null when hasFormula && text.Length == 0 => LostCells.Unsaved,
            _ => CanonicalText.Of(text.Trim()),
        };
    }

    static int Number(XmlReader reader, string name) => int.TryParse(Attribute(reader, name), CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 1;

    /// <summary>An attribute by its local name; prefixes differ between programs.</summary>
    static string? Attribute(XmlReader reader, string name)
    {
        string? value = null;
        while (reader.MoveToNextAttribute())
        {
            value = reader.LocalName == name ? reader.Value : value;
        }

        reader.MoveToElement();
        return value;
    }
}
