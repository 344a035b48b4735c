using System.Text;
using Urna.Model;

namespace Urna.Cli;

/// <summary>Writes messages in which nothing hides, whatever names they quote.</summary>
sealed class VisibleWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(VisibleText.Of($"{value}", lines: true));

    public override void Write(string? value) => inner.Write(VisibleText.Of(value ?? "", lines: true));

    public override void WriteLine(string? value)
    {
        Write(value);
        inner.Write('\n');
    }

    public override void WriteLine() => inner.Write('\n');

    public override void Flush() => inner.Flush();
}
