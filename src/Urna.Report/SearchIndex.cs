using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Urna.Report.Views;

namespace Urna.Report;

/// <summary>Places and persons by name, as a script, so that the search also works from disk.</summary>
static class SearchIndex
{
    /// <summary>The file's name.</summary>
    public const string FileName = "urna-index.js";

    static readonly JsonSerializerOptions options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The index: places first, then whoever stood, each with what it is and its page.</summary>
    public static string Of(Edition e)
    {
        var rows = e.Homes.Select(p => new[] { p.Name, e.Level(p.Level), e.HomeFile(p.Id) }).Concat(Persons(e));
        var text = new StringBuilder("window.urnaIndex=[\n");
        text.AppendJoin(",\n", rows.Select(r => JsonSerializer.Serialize(r, options)));
        return text.Append("\n];\n").ToString();
    }

    static IEnumerable<string[]> Persons(Edition e) =>
        from contest in e.Contests
        where contest.Contest.Kind is Urna.Model.ContestKind.Election or Urna.Model.ContestKind.Primary
        let title = e.L(contest.Contest.Title)
        from candidacy in contest.Contest.Candidacies
        where candidacy.Candidate.Length > 0
        let page = candidacy.District is { } district && contest.IsChamber && contest.Allocation!.Districts.Any(d => d.District == district)
            ? e.DistrictFile(contest, district) : contest.ResultsFile
        let place = candidacy.District is { } district && district != e.Election.Places.Root.Id ? $", {e.PlaceName(district)}" : ""
        select new[] { e.Shown(candidacy.Candidate), title + place, page };
}
