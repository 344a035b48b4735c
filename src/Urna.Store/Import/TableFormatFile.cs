using Urna.Model;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Urna.Store.Yaml;

namespace Urna.Store.Import;

/// <summary>Reads the entries of <c>tables</c> in a mapping.</summary>
static class TableFormatFile
{
    static readonly Dictionary<string, TableKind> kinds = new()
    {
        ["csv"] = TableKind.Csv,
        ["fixed"] = TableKind.Fixed,
        ["sheet"] = TableKind.Sheet,
        ["xml"] = TableKind.Xml,
        ["json"] = TableKind.Json,
        ["blt"] = TableKind.Blt,
        ["preflib"] = TableKind.Preflib,
        ["abif"] = TableKind.Abif,
    };

    /// <summary>The words of a choice between two.</summary>
    public static readonly Dictionary<string, bool> YesOrNo = new() { ["yes"] = true, ["no"] = false };

    static readonly Dictionary<string, string> encodings = new()
    {
        ["utf-8"] = "utf-8",
        ["utf-16"] = "utf-16",
        ["iso-8859-1"] = "iso-8859-1",
        ["iso-8859-15"] = "iso-8859-15",
        ["iso-8859-2"] = "iso-8859-2",
        ["iso-8859-3"] = "iso-8859-3",
        ["iso-8859-4"] = "iso-8859-4",
        ["iso-8859-5"] = "iso-8859-5",
        ["iso-8859-6"] = "iso-8859-6",
        ["iso-8859-7"] = "iso-8859-7",
        ["iso-8859-8"] = "iso-8859-8",
        ["iso-8859-9"] = "iso-8859-9",
        ["iso-8859-13"] = "iso-8859-13",
        ["shift_jis"] = "shift_jis",
        ["euc-jp"] = "euc-jp",
        ["euc-kr"] = "euc-kr",
        ["gb18030"] = "gb18030",
        ["big5"] = "big5",
        ["koi8-r"] = "koi8-r",
        ["koi8-u"] = "koi8-u",
        ["macintosh"] = "macintosh",
        ["utf-16be"] = "utf-16BE",
        ["utf-32"] = "utf-32",
        ["windows-874"] = "windows-874",
        ["windows-1253"] = "windows-1253",
        ["windows-1254"] = "windows-1254",
        ["windows-1255"] = "windows-1255",
        ["windows-1256"] = "windows-1256",
        ["windows-1257"] = "windows-1257",
        ["windows-1258"] = "windows-1258",
        ["windows-1250"] = "windows-1250",
        ["windows-1251"] = "windows-1251",
        ["windows-1252"] = "windows-1252",
        ["cp437"] = "ibm437",
        ["cp850"] = "ibm850",
        ["cp852"] = "ibm852",
    };

    public static TableFormat Read(YamlMap table)
    {
        var format = new TableFormat
        {
            Id = table.Required("id"),
            Kind = table.Word("kind", kinds) ?? TableKind.Csv,
            File = table.Text("file"),
            Encodings = EncodingsOf(table),
            IsOptional = table.Word("optional", YesOrNo) ?? false,
            Separator = SeparatorOf(table),
            Skip = table.Whole("skip") ?? 0,
            HeaderAt = Pattern(table, "header-at"),
            HeaderRows = table.Whole("header-rows", 0, 10) ?? 1,
            Sheet = table.Text("sheet"),
            Fields = table.Map("fields") is { } fields ? [.. fields.Keys.Select(k => (k, fields.Required(k)))] : [],
            Rows = table.Text("rows") ?? "",
            Transpose = table.Word("transpose", YesOrNo) ?? false,
            FillDown = table.Texts("fill-down"),
            Ragged = table.Word("ragged", YesOrNo) ?? false,
            NoFigure = table.Texts("no-figure"),
            Thousands = table.Texts("thousands"),
            LeaveOut = [.. table.Maps("leave-out").Select(LeftOutRows)],
            Totals = [.. table.Maps("totals").Select(Totals)],
            Blocks = table.Text("blocks"),
            Lacks = table.Texts("lacks"),
            Once = table.Texts("once"),
            Sections = table.Map("sections") is { } sections ? Sections(sections) : null,
            With = [.. table.Maps("with").Select(Join)],
        };
        table.Done();
        CheckFields(format, table);
        return format;
    }

    /// <summary>A field that is a regular expression; null if it is not there.</summary>
    public static Regex? Pattern(YamlMap yaml, string key)
    {
        if (yaml.Text(key) is not { } text)
        {
            return null;
        }

        try
        {
            return new Regex(text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (RegexParseException e)
        {
            yaml.Fault(
                "V110",
                LocalizedText.Say("v110.in-is-not-a-regular-expression-2", ("text", text), ("key", key), ("offset", e.Offset + 1)),
                key, text, "a regular expression");
            return null;
        }
    }

    /// <summary>Conditions on columns; none if the field is not there.</summary>
    public static ImmutableArray<Condition> Conditions(YamlMap? where)
    {
        if (where is null)
        {
            return [];
        }

        var conditions = ImmutableArray.CreateBuilder<Condition>();
        foreach (var column in where.Keys)
        {
            var allowed = where.Texts(column);
            if (allowed.IsEmpty)
            {
                where.Fault(
                    "V103",
                    LocalizedText.Say("v103.has-no-text-to-compare-with", ("column", column)),
                    column, "", "a text or a list of texts");
            }

            if (allowed.Where(Condition.IsPattern).FirstOrDefault(p => !IsRegex(p[1..^1])) is { } broken)
            {
                where.Fault(
                    "V110",
                    LocalizedText.Say("v110.is-not-a-regular-expression", ("broken", broken)),
                    column, broken, "a regular expression between slashes");
                continue;
            }

            conditions.Add(new Condition(column.TrimEnd('?'), allowed) { IsOptional = column.EndsWith('?') });
        }

        return conditions.ToImmutable();
    }

    static bool IsRegex(string text)
    {
        try
        {
            _ = new Regex(text, RegexOptions.None, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    static ImmutableArray<string> EncodingsOf(YamlMap table)
    {
        var named = table.Texts("encoding");
        foreach (var unknown in named.Where(n => !encodings.ContainsKey(n)))
        {
            table.NotAllowed("encoding", unknown, encodings.Keys);
        }

        return named.IsEmpty ? ["utf-8"] : [.. named.Select(n => encodings.GetValueOrDefault(n, "utf-8"))];
    }

    static char SeparatorOf(YamlMap table)
    {
        switch (table.Text("separator"))
        {
            case null:
                return ',';
            case "tab":
                return '\t';
            case [var one and not '"']:
                return one;
            case var other:
                table.NotAllowed("separator", other, [",", ";", "|", "tab"]);
                return ',';
        }
    }

    static LeftOut LeftOutRows(YamlMap rows)
    {
        if (!rows.Has("where"))
        {
            rows.Fault("V103", LocalizedText.Say("v103.the-field-where-is-missing-without"), "where", "", "where: { column: text }");
        }

        var left = new LeftOut(Conditions(rows.Map("where")), rows.Required("reason"));
        rows.Done();
        return left;
    }

    static TotalRows Totals(YamlMap rows)
    {
        RequireWhere(rows);
        var totals = new TotalRows(Conditions(rows.Map("where")), new Template(rows.Text("of") ?? ""));
        rows.Done();
        return totals;
    }

    static SectionRows Sections(YamlMap rows)
    {
        RequireWhere(rows);
        var sections = new SectionRows(rows.Required("column"), Conditions(rows.Map("where")), new Template(rows.Required("text")));
        rows.Done();
        return sections;
    }

    static void RequireWhere(YamlMap rows)
    {
        if (!rows.Has("where"))
        {
            rows.Fault("V103", LocalizedText.Say("v103.the-field-where-is-missing-without-2"), "where", "", "where: { column: text }");
        }
    }

    static TableJoin Join(YamlMap with)
    {
        var table = with.Required("table");
        var on = with.Map("on");
        var join = new TableJoin(table, on is null ? [] : [.. on.Keys.Select(k => (k, on.Required(k)))]);
        with.Done();
        return join;
    }

    static void CheckFields(TableFormat format, YamlMap table)
    {
        if (format.Kind is TableKind.Xml or TableKind.Json && format.Rows.Length == 0)
        {
            table.Fault("V103", LocalizedText.Say("v103.a-table-of-this-kind-needs"), "rows", "", "rows: a path");
        }

        if (format.Kind is TableKind.Xml or TableKind.Json or TableKind.Fixed && format.Fields.IsEmpty)
        {
            table.Fault("V103", LocalizedText.Say("v103.a-table-of-this-kind-needs-2"), "fields", "", "fields: { name: where it stands }");
        }

        foreach (var (name, where) in format.Kind == TableKind.Fixed ? format.Fields : [])
        {
            if (Sources.FixedReader.Places(where) is null)
            {
                table.Fault(
                    "V110",
                    LocalizedText.Say("v110.of-is-not-the-places-of", ("where", where), ("name", name)),
                    "fields", where, "the first and the last place, as 12-13");
            }
        }
    }
}
