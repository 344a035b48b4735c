using System.Collections.Immutable;
using Markdig.Syntax.Inlines;

namespace Urna.Report.Articles;

/// <summary>Words of an article in which claims are made.</summary>
/// <param name="claims">Indices of the claims.</param>
/// <param name="first">Those of them whose first words these are.</param>
/// <param name="last">Those of them whose last words these are.</param>
sealed class MarkInline(ImmutableArray<int> claims, ImmutableArray<int> first, ImmutableArray<int> last) : ContainerInline
{
    /// <summary>Indices of the claims.</summary>
    public ImmutableArray<int> Claims { get; } = claims;

    /// <summary>Those of them whose first words these are.</summary>
    public ImmutableArray<int> First { get; } = first;

    /// <summary>Those of them whose last words these are.</summary>
    public ImmutableArray<int> Last { get; } = last;
}
