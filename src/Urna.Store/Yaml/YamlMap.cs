using System.Collections.Immutable;
using System.Globalization;
using Urna.Model;
using Urna.Store.Files;
using Urna.Store.Folders;
using Urna.Validate;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Urna.Store.Yaml;

/// <summary>A mapping of a YAML file, whose faults name line, value and allowed values.</summary>
sealed class YamlMap
{
    readonly YamlMappingNode node;
    readonly FaultLog faults;
    readonly HashSet<string> known = [];
    readonly Dictionary<string, YamlNode> fields = [];
    readonly HashSet<string> faulty = [];

    YamlMap(YamlMappingNode node, string file, FaultLog faults)
    {
        this.node = node;
        this.faults = faults;
        File = file;
        foreach (var (key, value) in node.Children)
        {
            fields.TryAdd(TextOf(key), value);
        }
    }

    /// <summary>The file, as findings name it.</summary>
    public string File { get; }

    /// <summary>The line on which the mapping starts.</summary>
    public int Line => (int)node.Start.Line;

    /// <summary>Whether any of its fields has a fault so far.</summary>
    public bool HasFaults => faulty.Count > 0;

    /// <summary>The keys, in order.</summary>
    public IEnumerable<string> Keys => node.Children.Keys.Select(TextOf);

    /// <summary>Reads a file whose document is a mapping; null with a fault if it is not.</summary>
    public static YamlMap? Load(string path, string file, FaultLog faults) => Load(FolderFiles.Anywhere(""), path, file, faults);

    /// <summary>Reads a file of a folder whose document is a mapping; null with a fault if it is not.</summary>
    public static YamlMap? Load(FolderFiles folder, string path, string file, FaultLog faults) => Load(() => folder.Text(path, Bounds.YamlBytes), file, faults);

    /// <summary>Reads a text that is a mapping; null with a fault if it is not.</summary>
    /// <param name="text">YAML, or JSON, which is YAML too.</param>
    /// <param name="file">What faults call it.</param>
    /// <param name="faults">Where faults are told.</param>
    public static YamlMap? Of(string text, string file, FaultLog faults) => Load(() => text.Length <= Bounds.YamlBytes ? text : throw new TooLargeException($"has more than {Bounds.YamlBytes} characters"), file, faults);

    static YamlMap? Load(Func<string> read, string file, FaultLog faults)
    {
        try
        {
            var text = CanonicalText.Of(read());
            YamlBounds.Check(text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
            {
                return new YamlMap(root, file, faults);
            }

            faults.Add("V102", LocalizedText.Say("v102.is-not-a-yaml-mapping-of", ("file", file)), file, 1, expected: "key: value lines");
        }
        catch (YamlException e)
        {
            faults.Add(
                "V102",
                LocalizedText.Say(
                    "v102.is-not-valid-yaml-line-column", ("file", file), ("line", e.Start.Line), ("column", e.Start.Column)),
                file, (int)e.Start.Line);
        }
        catch (Exception e) when (InputFile.IsFault(e))
        {
            InputFile.Tell(e, file, faults);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet 18 lets these out of its scanner on some malformed flow mappings.
            faults.Add("V102", LocalizedText.Say("v102.is-not-valid-yaml-a-bracket", ("file", file)), file);
        }

        return null;
    }

    /// <summary>The line of a field, or of the mapping if it has none.</summary>
    public int LineOf(string key) => Node(key) is { } value ? (int)value.Start.Line : Line;

    /// <summary>Whether the field is there.</summary>
    public bool Has(string key) => Node(key) is not null;

    /// <summary>Whether the field is there and has a fault so far.</summary>
    public bool IsFaulty(string key) => faulty.Contains(key) && Has(key);

    /// <summary>Whether the field is a single value.</summary>
    public bool IsText(string key) => Node(key) is YamlScalarNode;

    /// <summary>Whether the field begins with a digit or a sign, as numbers do.</summary>
    public bool IsNumber(string key) => Node(key) is YamlScalarNode { Value: [(>= '0' and <= '9') or '-' or '+', ..] };

    /// <summary>A field's text, or null.</summary>
    public string? Text(string key) => Node(key) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value ?? "",
        var other => Wrong<string>(key, other, "a single value"),
    };

    /// <summary>A field's text, which must be there.</summary>
    public string Required(string key)
    {
        if (Text(key) is { Length: > 0 } text)
        {
            return text;
        }

        if (Node(key) is null or YamlScalarNode)
        {
            Fault("V103", LocalizedText.Say("v103.the-field-is-missing", ("key", key)), key, "", key);
        }

        return "";
    }

    /// <summary>A whole number within bounds, or null.</summary>
    public int? Whole(string key, int minimum = 0, int maximum = int.MaxValue)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum)
        {
            return value;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var big) && big > maximum)
        {
            Fault(
                "V117",
                LocalizedText.Say("v117.in-is-beyond-the-largest-that", ("text", text), ("key", key), ("maximum", maximum)),
                key, text, $"at most {maximum}");
            return null;
        }

        if (value < 0 && minimum >= 0)
        {
            Fault(
                "V105",
                LocalizedText.Say("v105.in-is-negative", ("text", text), ("key", key)),
                key, text, $"a whole number, {minimum} or more");
            return null;
        }

        Fault(
            "V104",
            LocalizedText.Say("v104.in-is-not-a-whole-number", ("text", text), ("key", key), ("minimum", minimum)),
            key, text, $"a whole number, {minimum} or more");
        return null;
    }

    /// <summary>A date, or null.</summary>
    public DateOnly? Date(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Fault("V118", LocalizedText.Say("v118.in-is-not-a-date", ("text", text), ("key", key)), key, text, "a date as 2021-11-21");
        return null;
    }

    /// <summary>A word out of a table, or null.</summary>
    public T? Word<T>(string key, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        NotAllowed(key, text, words.Keys);
        return null;
    }

    /// <summary>A text in each language: a mapping of en, es and perhaps pt, or one text for all.</summary>
    public LocalizedText? Localized(string key)
    {
        if (Node(key) is YamlScalarNode { Value: { } both })
        {
            return LocalizedText.Same(both);
        }

        if (Map(key) is not { } map)
        {
            return null;
        }

        var text = new LocalizedText(map.Required("en"), map.Required("es"), map.Text("pt"));
        map.Done();
        return text;
    }

    /// <summary>A field that is a mapping, or null.</summary>
    public YamlMap? Map(string key) => Node(key) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(map, File, faults),
        var other => Wrong<YamlMap>(key, other, "a mapping of fields"),
    };

    /// <summary>A field that is a list of mappings; empty if it is not there.</summary>
    public ImmutableArray<YamlMap> Maps(string key) =>
        [.. Items(key).Select(item => item is YamlMappingNode map ? new YamlMap(map, File, faults) : Wrong<YamlMap>(key, item, "a mapping of fields")).OfType<YamlMap>()];

    /// <summary>A field that is a text or a list of texts; empty if it is not there.</summary>
    public ImmutableArray<string> Texts(string key) =>
        Node(key) is YamlScalarNode { Value: { } one }
            ? [one]
            : [.. Items(key).Select(item => item is YamlScalarNode { Value: { } text } ? text : Wrong<string>(key, item, "a text")).OfType<string>()];

    /// <summary>A field of one or several texts or mappings; a text stands for a mapping that has only that field.</summary>
    public ImmutableArray<YamlMap> TextsOrMaps(string key, string textKey)
    {
        IEnumerable<YamlNode> items = Node(key) is { } one and (YamlScalarNode or YamlMappingNode) ? [one] : Items(key);
        return
        [
            .. items.Select(item => item switch
            {
                YamlMappingNode map => new YamlMap(map, File, faults),
                YamlScalarNode { Value.Length: > 0 } text => new YamlMap(new YamlMappingNode(new YamlScalarNode(textKey), text), File, faults),
                _ => Wrong<YamlMap>(key, item, "a text"),
            }).OfType<YamlMap>(),
        ];
    }

    /// <summary>Faults for the fields that nothing asked for.</summary>
    public void Done()
    {
        foreach (var key in node.Children.Keys.Where(k => !known.Contains(TextOf(k))))
        {
            faults.Add(
                "V110",
                LocalizedText.Say("v110.line-the-field-is-not-known", ("line", key.Start.Line), ("textOf", TextOf(key))),
                File, (int)key.Start.Line, TextOf(key), TextOf(key), Nearest.Among(TextOf(key), known));
        }
    }

    /// <summary>A fault of a field.</summary>
    public void Fault(string code, LocalizedText message, string key, string found, string expected)
    {
        var line = LineOf(key);
        faulty.Add(key);
        var told = Validate.Codes.Finding(code, LocalizedText.Say("yaml-map.line", ("line", line), ("message", message)));
        faults.Add(told with { File = File, Row = line, Column = key, Found = found, Expected = expected });
    }

    /// <summary>What is worth knowing of a field that is as it should be.</summary>
    public void Note(string code, LocalizedText message, string key, string found, string expected)
    {
        var line = LineOf(key);
        faults.Add(Validate.Codes.Finding(code, LocalizedText.Say("yaml-map.line", ("line", line), ("message", message))) with { File = File, Row = line, Column = key, Found = found, Expected = expected });
    }

    /// <summary>A fault of a value that is not among those allowed.</summary>
    public void NotAllowed(string key, string found, IEnumerable<string> allowed, string code = "V110") =>
        Fault(
            code,
            LocalizedText.Say("yaml-map.is-not-allowed-in", ("found", found), ("key", key)),
            key, found, Nearest.Among(found, allowed));

    static string TextOf(YamlNode key) => key is YamlScalarNode { Value: { } text } ? text : key.ToString();

    YamlNode? Node(string key)
    {
        known.Add(key);
        var value = fields.GetValueOrDefault(key);
        return value is YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" } ? null : value;
    }

    IEnumerable<YamlNode> Items(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlSequenceNode sequence:
                return sequence.Children;
            case var other:
                Wrong<string>(key, other, "a list");
                return [];
        }
    }

    T? Wrong<T>(string key, YamlNode found, string expected)
        where T : class
    {
        faulty.Add(key);
        faults.Add(
            "V110",
            LocalizedText.Say("v110.line-must-be", ("line", found.Start.Line), ("key", key), ("expected", expected)),
            File, (int)found.Start.Line, key, found.NodeType.ToString(), expected);
        return null;
    }
}
