using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Report;

/// <summary>Tells an account as pages that open from disk, without server or network.</summary>
public static class Site
{
    /// <summary>Renders the whole site.</summary>
    /// <param name="account">The account.</param>
    /// <param name="flows">Estimated flows between its contests; may be empty.</param>
    /// <param name="options">The language and version.</param>
    /// <returns>Every file, the overview first; the same input gives the same bytes.</returns>
    public static Task<ImmutableArray<SiteFile>> RenderAsync(Account account, ImmutableArray<Flow> flows, SiteOptions options) =>
        new SiteRenderer(account, flows, options).RenderAllAsync();

    /// <summary>A page in which no sign hides: names are untrusted, and a mark of direction would turn the figures beside them round.</summary>
    internal static string Visible(string html) => VisibleText.Hides(html, lines: true) ? string.Join('\t', html.Split('\t').Select(part => VisibleText.Of(part, lines: true))) : html;
}
