using System.Text;
using System.Text.Json;
using Spectre.Console;
using Urna.Contract;
using Urna.Store.Csv;

namespace Urna.Cli;

/// <summary>Where an answer goes: data to standard output or a file, messages to standard error.</summary>
sealed class Answer(FileInfo? file)
{
    const int WidthWithoutTerminal = 200;

    /// <summary>Writes one JSON value, piece by piece.</summary>
    public void Json<T>(T value) => Write(output =>
    {
        JsonSerializer.Serialize(output, value, ContractJson.Options);
        output.WriteByte((byte)'\n');
    });

    /// <summary>Writes JSON values as one array, piece by piece.</summary>
    public void JsonArray<T>(IEnumerable<T> values) => Json(values);

    /// <summary>Writes text as it is.</summary>
    public void Text(string text) => Write(output => output.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes one JSON value a line.</summary>
    public void JsonLines<T>(IEnumerable<T> values) => Write(output =>
    {
        foreach (var value in values)
        {
            JsonSerializer.Serialize(output, value, ContractJson.OneLine);
            output.WriteByte((byte)'\n');
        }
    });

    /// <summary>Writes CSV with a header; a null is an empty cell.</summary>
    public void Csv(string[] header, IEnumerable<object?[]> rows) => Write(output =>
    {
        output.Write(Encoding.UTF8.GetBytes(CsvText.Header(header)));
        foreach (var row in rows)
        {
            output.Write(Encoding.UTF8.GetBytes(CsvText.Line(header, row)));
        }
    });

    /// <summary>Writes findings for programs: one JSON object a line, or CSV.</summary>
    public void Findings(IEnumerable<Validate.Finding> findings, Format format)
    {
        var told = findings.Select(FindingJson.Of);
        if (format == Format.Json)
        {
            JsonLines(told);
            return;
        }

        Csv(
            ["code", "severity", "file", "row", "column", "place", "found", "expected", "message"],
            told.Select(f => new object?[] { f.Code, f.Severity, f.File, f.Row, f.Column, f.Place, f.Found, f.Expected, f.Message }));
    }

    /// <summary>Writes what people read.</summary>
    public void Render(params IEnumerable<Spectre.Console.Rendering.IRenderable> parts)
    {
        using var text = new StringWriter();
        var toTerminal = file is null && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = toTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = toTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(toTerminal ? Console.Out : text),
        });
        if (!toTerminal)
        {
            console.Profile.Width = WidthWithoutTerminal;
            console.Profile.Capabilities.Unicode = true;
        }

        foreach (var part in parts)
        {
            console.Write(new VisiblePart(part));
        }

        if (!toTerminal)
        {
            Text(string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd())));
        }
    }

    void Write(Action<Stream> write)
    {
        if (file is not null)
        {
            Store.OutputFile.WriteBytes(file.FullName, write);
            return;
        }

        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        write(output);
    }
}
