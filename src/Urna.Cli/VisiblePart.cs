using Spectre.Console.Rendering;
using Urna.Model;

namespace Urna.Cli;

/// <summary>A part of what people read, in whose texts nothing hides: no name can drive the terminal.</summary>
sealed class VisiblePart(IRenderable part) : IRenderable
{
    public Measurement Measure(RenderOptions options, int maxWidth) => part.Measure(options, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
        part.Render(options, maxWidth).Select(s => s.IsControlCode || s.IsLineBreak || !VisibleText.Hides(s.Text, lines: true) ? s : new Segment(VisibleText.Of(s.Text, lines: true), s.Style));
}
