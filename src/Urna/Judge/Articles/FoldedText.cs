using System.Collections.Immutable;
using System.Text;

namespace Urna.Judge.Articles;

/// <summary>A text without what a quoter may change: emphasis, runs of spaces, the shape of quotes.</summary>
/// <param name="Text">The folded text.</param>
/// <param name="Origins">Where each of its characters stands in the text as it was.</param>
sealed record FoldedText(string Text, ImmutableArray<int> Origins)
{
    /// <summary>Folds a text.</summary>
    /// <param name="text">Any text.</param>
    public static FoldedText Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        var origins = ImmutableArray.CreateBuilder<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = char.IsWhiteSpace(text[i]) ? ' ' : text[i] switch { '“' or '”' or '„' or '«' or '»' => '"', '‘' or '’' or '‚' => '\'', var other => other };
            if (c is '*' or '_' or '`' or '\u00AD' || (c == ' ' && folded.Length > 0 && folded[^1] == ' '))
            {
                continue;
            }

            folded.Append(c);
            origins.Add(i);
        }

        return new FoldedText(folded.ToString(), origins.ToImmutable());
    }
}
