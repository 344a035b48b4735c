using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Urna.Report.Views;

namespace Urna.Report;

/// <summary>A page's data as schema.org's Dataset, for search engines.</summary>
static class DatasetJson
{
    // The encoder writes <, > and & as escapes, so that no text can end the script that holds it.
    static readonly JsonSerializerOptions options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The data of a contest, or of the whole election.</summary>
    public static string Of(Edition e, ContestView? contest, string title, string file)
    {
        var told = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Dataset",
            ["name"] = contest is null ? e.L(e.Election.Title) : $"{e.L(contest.Contest.Title)} – {e.L(e.Election.Title)}",
            ["description"] = title,
            ["inLanguage"] = Urna.Model.Languages.Code(e.Language),
            ["temporalCoverage"] = (contest?.Contest.Date ?? e.Election.Date).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["creator"] = new JsonArray([.. e.Election.Sources.Select(s => s.Publisher).OfType<string>().Distinct().Select(p => (JsonNode)new JsonObject { ["@type"] = "Organization", ["name"] = p })]),
            ["distribution"] = new JsonArray([.. (contest is null ? [DataFiles.Package] : new[] { $"data-{contest.Name}.csv", $"data-{contest.Name}.json" }).Select(f => (JsonNode)new JsonObject
            {
                ["@type"] = "DataDownload",
                ["contentUrl"] = e.Options.Address + f,
                ["encodingFormat"] = f.EndsWith(".csv", StringComparison.Ordinal) ? "text/csv" : "application/json",
            })]),
        };
        if (e.Options.Address is { } address)
        {
            told["url"] = address + file;
        }

        return told.ToJsonString(options);
    }
}
