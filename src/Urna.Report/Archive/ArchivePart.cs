using Microsoft.AspNetCore.Components;
using Urna.Model;

namespace Urna.Report.Archive;

/// <summary>The words and numbers of the pages over all elections.</summary>
public abstract class ArchivePart : ComponentBase
{
    /// <summary>What the pages tell.</summary>
    [Inject]
    protected ArchiveEdition Edition { get; set; } = null!;

    /// <summary>A sentence of the catalogue in the site's language.</summary>
    protected string Say(string key, params ReadOnlySpan<(string Name, Argument Value)> arguments) => Edition.Say(key, arguments);

    /// <summary>The wording in the site's language.</summary>
    protected string L(LocalizedText text) => Edition.L(text);

    /// <summary>A whole number; a dash where there is none.</summary>
    protected string N(long? value) => Edition.Whole(value);

    /// <summary>A percentage; a dash where there is none.</summary>
    protected string P(double? share) => Edition.Percent(share);
}
