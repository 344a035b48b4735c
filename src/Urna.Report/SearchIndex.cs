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

    /// <summary>The index: pages with what they are, then names with their page; places first, then whoever stood.</summary>
    public static string Of(Edition e)
    {
        var names = e.Homes.Select(p => (p.Name, Page: (e.HomeFile(p.Id), e.Level(p.Level)))).Concat(Persons(e)).ToList();
        var pages = names.Select(n => n.Page).Distinct().ToList();
        var at = pages.Index().ToDictionary(p => p.Item, p => p.Index);
        var text = new StringBuilder("window.urnaPages=[\n")
            .AppendJoin(",\n", pages.Select(p => JsonSerializer.Serialize(new[] { p.Item1, p.Item2 }, options)))
            .Append("\n];\nwindow.urnaIndex=[\n")
            .AppendJoin(",\n", names.GroupBy(n => n.Page).Select(g => $"[{at[g.Key]},{JsonSerializer.Serialize(string.Join('|', g.Select(n => n.Name.Replace('|', '/'))), options)}]"));
        return text.Append("\n];\n").ToString();
    }

    static IEnumerable<(string Name, (string File, string What) Page)> Persons(Edition e) =>
        from contest in e.Contests
        where contest.Contest.Kind is Urna.Model.ContestKind.Election or Urna.Model.ContestKind.Primary
        let title = e.L(contest.Contest.Title)
        let districts = contest.IsChamber ? contest.Allocation!.Districts.Select(d => d.District).ToHashSet() : []
        from candidacy in contest.Contest.Candidacies
        where candidacy.Candidate.Length > 0
        let district = candidacy.District is { } own && own != e.Election.Places.Root.Id ? own : null
        let page = district is null ? contest.ResultsFile : districts.Contains(district) ? e.DistrictFile(contest, district)
            : e.IsHome(district) ? e.HomeFile(district) : contest.ResultsFile
        select (e.Shown(candidacy.Candidate), (page, district is null ? title : $"{title}, {e.PlaceName(district)}"));
}
