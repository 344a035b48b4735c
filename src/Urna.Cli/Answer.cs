using System.Text;
using System.Text.Json;
using Spectre.Console;
using Urna.Report.Json;
using Urna.Store.Csv;

namespace Urna.Cli;

/// <summary>Where an answer goes: data to standard output or a file, messages to standard error.</summary>
sealed class Answer(FileInfo? file)
{
    const int WidthWithoutTerminal = 200;

    /// <summary>Writes one JSON value.</summary>
    public void Json<T>(T value) => Write(JsonSerializer.Serialize(value, Words.Options) + "\n");

    /// <summary>Writes text as it is.</summary>
    public void Text(string text) => Write(text);

    /// <summary>Writes one JSON value a line.</summary>
    public void JsonLines<T>(IEnumerable<T> values) => Write(string.Concat(values.Select(v => JsonSerializer.Serialize(v, Words.OneLine) + "\n")));

    /// <summary>Writes CSV with a header; a null is an empty cell.</summary>
    public void Csv(string[] header, IEnumerable<object?[]> rows)
    {
        var text = new StringBuilder(CsvText.Header(header));
        foreach (var row in rows)
        {
            text.Append(CsvText.Line(header, row));
        }

        Write(text.ToString());
    }

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
            Write(string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd())));
        }
    }

    void Write(string text)
    {
        if (file is null)
        {
            using var output = Console.OpenStandardOutput();
            output.Write(Encoding.UTF8.GetBytes(text));
        }
        else
        {
            Store.OutputFile.Write(file.FullName, text);
        }
    }
}
