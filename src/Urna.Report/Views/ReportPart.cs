using Microsoft.AspNetCore.Components;
using Urna.Count;
using Urna.Model;

namespace Urna.Report.Views;

/// <summary>The words and numbers that every page and part of a site writes with.</summary>
public abstract class ReportPart : ComponentBase
{
    /// <summary>The edition that the site tells.</summary>
    [Inject]
    protected Edition Edition { get; set; } = null!;

    /// <summary>The wording in the site's language.</summary>
    protected string L(string english, string spanish) => Edition.L(english, spanish);

    /// <summary>A sentence of the catalogue in the site's language.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="arguments">What it is told of, by name.</param>
    protected string Say(string key, params ReadOnlySpan<(string Name, Argument Value)> arguments) => Edition.Say(key, arguments);

    /// <summary>The wording in the site's language.</summary>
    protected string L(LocalizedText text) => Edition.L(text);

    /// <summary>A whole number; a dash where there is none.</summary>
    protected string N(long? value) => Edition.Whole(value);

    /// <summary>The votes of a total.</summary>
    protected string N(Total votes) => Edition.Votes(votes);

    /// <summary>A percentage; a dash where there is none.</summary>
    protected string P(double? share, int decimals = 1) => Edition.Percent(share, decimals);
}
