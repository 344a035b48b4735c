using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Urna.Model;
using Urna.Store.Files;

namespace Urna.Store.Import.Sources;

/// <summary>Reads rows of an XML or JSON document by paths.</summary>
/// <remarks>
/// XPath 1.0 without namespaces. A JSON document is read as elements below <c>json</c>: a property is an element of its name, and each value of an
/// array an element <c>item</c>.
/// </remarks>
static class TreeReader
{
    public static void Read(SourceFile file, TableFormat format, RowTally tally, Func<TableHeader, bool> begin, Action<SourceRow> read)
    {
        var header = new TableHeader(format.Fields.Select(f => f.Name));
        var root = format.Kind == TableKind.Xml ? Xml(file) : Json(file);
        var paths = format.Fields.Select(f => XPathExpression.Compile(f.Where)).ToArray();
        var found = root.CreateNavigator().Select(format.Rows);
        if (!begin(header))
        {
            return;
        }

        var number = 0;
        foreach (XPathNavigator node in found)
        {
            number++;
            tally.Take();
            var row = node is IXmlLineInfo info && info.HasLineInfo() && info.LineNumber > 1 ? info.LineNumber : number;
            var cells = Array.ConvertAll(paths, p => TextOf(node, p));
            GridReader.Give(new SourceRow(header, cells, file.Name, row), format, tally, read);
        }
    }

    /// <summary>Whether the document has any row of the table.</summary>
    public static bool HasRows(SourceFile file, TableFormat format) =>
        (format.Kind == TableKind.Xml ? Xml(file) : Json(file)).CreateNavigator().Select(format.Rows).MoveNext();

    /// <summary>A path's text: that of its nodes, joined by equals signs if there are several.</summary>
    static string TextOf(XPathNavigator node, XPathExpression path) => CanonicalText.Of(node.Evaluate(path) switch
    {
        XPathNodeIterator nodes => string.Join('=', nodes.Cast<XPathNavigator>().Select(n => n.Value.Trim())),
        double number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        bool holds => holds ? "true" : "false",
        var text => text.ToString()?.Trim() ?? "",
    });

    static XElement Xml(SourceFile file)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = Bounds.Document,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var stream = file.Open();
        using var reader = new ShallowXmlReader(XmlReader.Create(stream, settings));
        var root = XElement.Load(reader, LoadOptions.SetLineInfo);
        foreach (var element in root.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
            element.ReplaceAttributes(element.Attributes().Where(a => !a.IsNamespaceDeclaration).DistinctBy(a => a.Name.LocalName).Select(a => new XAttribute(a.Name.LocalName, a.Value)).ToList());
        }

        return new XDocument(root).Root!;
    }

    static XElement Json(SourceFile file)
    {
        using var stream = new LimitedStream(file.Open(), Bounds.Document);
        using var held = new MemoryStream();
        stream.CopyTo(held);
        var bytes = held.GetBuffer().AsSpan(0, (int)held.Length);
        bytes = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        try
        {
            // A line a value, as logs and exports have it, is read as one array of them.
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Bounds.JsonDepth, AllowMultipleValues = true });
            var values = new List<XElement>();
            while (reader.Read())
            {
                using var value = JsonDocument.ParseValue(ref reader);
                values.Add(Element(values.Count == 0 ? "json" : "item", value.RootElement));
            }

            if (values.Count == 0)
            {
                throw new JsonException("it is empty");
            }

            if (values.Count > 1)
            {
                values[0].Name = "item";
            }

            return new XDocument(values.Count == 1 ? values[0] : new XElement("json", values)).Root!;
        }
        catch (InvalidOperationException e)
        {
            // The parser finds only here that a text is no UTF-8.
            throw new JsonException("a text in it is not UTF-8", e);
        }
    }

    static XElement Element(string name, JsonElement value) => new(XmlConvert.EncodeLocalName(name), value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Select(p => Element(p.Name.Length > 0 ? p.Name : "_", p.Value)),
        JsonValueKind.Array => value.EnumerateArray().Select(v => Element("item", v)),
        JsonValueKind.Null => null,
        JsonValueKind.String => Clean(value.GetString()!),
        _ => value.GetRawText(),
    });

    /// <summary>A text without the characters that no XML may hold.</summary>
    static string Clean(string text) => string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
