using System.IO.Compression;
using System.Text;
using Urna.Store;
using Urna.Store.Import;

namespace Urna.Tests.Store.Import;

/// <summary>Small files and mappings in a folder that goes away.</summary>
sealed class SmallImport : IDisposable
{
    /// <summary>A mapping of <c>station,a,b,blank</c>.</summary>
    public const string Map = """
        country: xm
        date: 2030-05-05
        tables: [{ id: votes }]
        places:
          - { level: country, id: xm, title: Country }
          - { level: station, id: "{station}", title: Station }
        contests:
          - { id: c, title: Contest, choices: [{ column: a, choice: a, candidate: A }, { column: b, choice: b, candidate: B }, { column: blank, choice: blank }] }
        """;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("urna-test-");

    public string Election => Path.Combine(folder.FullName, "election");

    public string Root => folder.FullName;

    /// <summary>Writes a file of text.</summary>
    public string Write(string name, string text, Encoding? encoding = null)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return path;
    }

    /// <summary>Writes a zip file of entries.</summary>
    public string Zip(string name, params IEnumerable<(string Name, string Text)> entries)
    {
        var path = Path.Combine(folder.FullName, name);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (entry, text) in entries)
        {
            using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
            writer.Write(text);
        }

        return path;
    }

    /// <summary>Writes a workbook of one sheet, whose rows are given as XML cells.</summary>
    public string Workbook(string name, string rows, string padding = "") => Zip(
        name,
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
        ("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>{padding}"""));

    /// <summary>Imports a file by a mapping.</summary>
    public ReadResult<ImportSummary> Read(string file, string map = Map, ImportOptions? options = null) =>
        Importer.Import([file], Write("map.yaml", map), Election, options ?? new ImportOptions());

    public void Dispose() => folder.Delete(recursive: true);
}
