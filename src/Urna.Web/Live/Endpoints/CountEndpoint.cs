using Urna.Contract;
using Urna.Count;
using Urna.Model;

namespace Urna.Web.Live.Endpoints;

/// <summary>The votes of a contest.</summary>
static class CountEndpoint
{
    public static Endpoint Endpoint { get; } = new("/api/v1/elections/{id}/contests/{contest}/count", "The votes of a contest: the whole, or one count a place of a level.", typeof(IEnumerable<CountJson>), Answer)
    {
        Command = "urna count",
        Parameters = [new("by", "a level of places, or voters"), new("without", "a place that is left out") { IsMany = true }],
    };

    static Reply Answer(LiveState state, Asked asked)
    {
        var (_, reckoning, contest) = state.Contest(asked.Path("id"), asked.Path("contest"));
        var (places, without, by) = (reckoning.Election.Places, asked.Many("without"), asked.One("by"));
        if (without.FirstOrDefault(p => !places.Contains(p)) is { } unknown)
        {
            throw ServeFault.Wrong("without", unknown, places.Places.Select(p => p.Id));
        }

        var levels = Tabulate.LevelsOf(places);
        return by is not null && !levels.Contains(by) ? throw ServeFault.Wrong("by", by, levels)
            : Reply.Json(Tabulate.Rows(reckoning.Election, contest, by, without, Language.English).Select(CountJson.Of));
    }
}
