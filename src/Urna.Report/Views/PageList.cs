using Microsoft.AspNetCore.Components;
using Urna.Model;
using Urna.Report.Pages;

namespace Urna.Report.Views;

/// <summary>The pages of a site: the path of each, the component that renders it, and what it shows.</summary>
static class PageList
{
    /// <summary>All pages, the overview first.</summary>
    public static IEnumerable<(string Path, Type Page, Dictionary<string, object?> Parameters)> Of(Edition e)
    {
        yield return Page<IndexPage>("index.html");
        foreach (var contest in e.Contests)
        {
            foreach (var page in OfContest(contest, e))
            {
                yield return page;
            }
        }

        foreach (var scenarios in e.Scenarios)
        {
            yield return Page<ScenariosPage>(e.ScenariosFile(scenarios), (nameof(ScenariosPage.Scenarios), scenarios));
        }

        if (e.Account.Power is { } power)
        {
            yield return Page<PowerPage>(PowerPage.PowerFile, (nameof(PowerPage.Account), power));
        }

        if (e.Claims is not null)
        {
            yield return Page<ClaimsPage>(ClaimsPage.ClaimsFile);
        }

        foreach (var flow in e.Flows)
        {
            yield return Page<FlowPage>(e.FlowFile(flow), (nameof(FlowPage.Flow), flow));
            for (var row = 0; flow.Places.Length > 1 && row < flow.RowNames.Length; row++)
            {
                if (flow.Counts[row].Sum() > 0)
                {
                    yield return Page<FlowRowPage>(e.FlowRowFile(flow, row), (nameof(FlowRowPage.Flow), flow), (nameof(FlowRowPage.Row), row));
                }
            }
        }

        foreach (var place in e.Homes)
        {
            yield return Page<HomePage>(e.HomeFile(place.Id), (nameof(HomePage.Place), place));
        }

        yield return Page<QualityPage>("quality.html");
        yield return Page<MethodsPage>("methods.html");
    }

    static IEnumerable<(string Path, Type Page, Dictionary<string, object?> Parameters)> OfContest(ContestView contest, Edition e)
    {
        var places = contest.FirstPlaces.Select(r => (Result: r, Below: contest.Below(r.Count.Place))).Where(p => !p.Below.IsEmpty).ToList();
        foreach (var (result, _) in places)
        {
            e.AddPlacePage(contest, result.Count.Place.Id);
        }

        var linked = places.Select(p => p.Result.Count.Place.Id).ToHashSet();
        yield return Page<ResultsPage>(contest.ResultsFile, (nameof(ResultsPage.Contest), contest), (nameof(ResultsPage.Linked), linked));
        foreach (var (result, below) in places)
        {
            yield return Page<PlacePage>(
                e.PlaceFile(contest, result.Count.Place.Id),
                (nameof(PlacePage.Contest), contest), (nameof(PlacePage.Result), result), (nameof(PlacePage.Below), below));
        }

        if (contest.Contest.Kind != ContestKind.Voters)
        {
            yield return Page<EmbedPage>(contest.EmbedFile, (nameof(EmbedPage.Contest), contest));
        }

        if (contest.IsChamber)
        {
            yield return Page<SeatsPage>(contest.SeatsFile, (nameof(SeatsPage.Contest), contest));
            foreach (var district in contest.Allocation!.Districts)
            {
                yield return Page<DistrictPage>(
                    e.DistrictFile(contest, district.District),
                    (nameof(DistrictPage.Contest), contest), (nameof(DistrictPage.District), new DistrictView(contest, district)));
            }
        }
    }

    static (string, Type, Dictionary<string, object?>) Page<T>(string path, params ReadOnlySpan<(string Name, object Value)> parameters)
        where T : IComponent
    {
        var all = new Dictionary<string, object?>();
        foreach (var (name, value) in parameters)
        {
            all.Add(name, value);
        }

        return (path, typeof(T), all);
    }
}
