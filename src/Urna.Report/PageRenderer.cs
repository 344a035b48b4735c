using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Urna.Report;

/// <summary>Renders components as the text of pages, from any thread.</summary>
/// <param name="services">What the components are given; letters of all languages stand as they are.</param>
sealed class PageRenderer(IServiceCollection services)
{
    readonly IServiceProvider provider = services.AddSingleton<HtmlEncoder>(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    /// <summary>A page in which no sign hides.</summary>
    /// <param name="page">The component.</param>
    /// <param name="parameters">What it shows.</param>
    public async Task<string> RenderAsync(Type page, Dictionary<string, object?> parameters)
    {
        var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        await using var _ = renderer.ConfigureAwait(false);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync(page, ParameterView.FromDictionary(parameters))).ToHtmlString()).ConfigureAwait(false);
        return Site.Visible(html);
    }
}
