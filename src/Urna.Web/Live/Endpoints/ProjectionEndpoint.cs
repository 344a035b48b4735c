using Urna.Contract;
using Urna.Forecast;
using Urna.Store.Nights;
using Urna.Validate;

namespace Urna.Web.Live.Endpoints;

/// <summary>What a half-counted night says.</summary>
static class ProjectionEndpoint
{
    const int MostDraws = 5_000;

    public static Endpoint Endpoint { get; } = new("/api/v1/elections/{id}/contests/{contest}/projection", "The night of a contest as it stands: what is counted, what is to come, and what it projects.", typeof(NightJson), Answer)
    {
        Command = "urna night project",
        Parameters = [new("as-of", "a time, as 2021-11-21T19:30:00"), new("draws", "how many draws"), new("seed", "their seed")],
    };

    static Reply Answer(LiveState state, Asked asked)
    {
        var (folder, reckoning, contest) = state.Contest(asked.Path("id"), asked.Path("contest"));
        var read = state.Read(folder, () => new NightStore(folder.Path, contest.Id).Read(reckoning.Election.Places, contest.Candidacies.Select(c => c.Choice).ToHashSet()));
        var night = read.Value ?? throw ServeFault.NotEnough([.. read.Findings]);
        if (night.Moments.IsEmpty)
        {
            throw new ServeFault(404, [Codes.Finding("V110", Model.LocalizedText.Say("tool-fault.is-not-allowed-in", ("found", contest.Id), ("field", "projection"))) with { Column = "contest", Found = contest.Id, Expected = "a contest whose night was recorded with 'urna night record'" }]);
        }

        var until = asked.One("as-of") is not { } text ? night.Moments[^1] : NightTime.Parse(text) ?? throw ServeFault.Wrong("as-of", text, ["2021-11-21T19:30:00"]);
        if (until < night.Moments[0])
        {
            throw ServeFault.Wrong("as-of", asked.One("as-of")!, [NightJson.Time(night.Moments[0])]);
        }

        var settings = new ProjectionOptions();
        var projector = new Projector(contest, reckoning.Election.Places, reckoning.LawOf(contest), settings with { Draws = asked.Whole("draws", 2, MostDraws) ?? settings.Draws, Seed = (ulong)(asked.Whole("seed", 0, int.MaxValue) ?? (int)settings.Seed) });
        var sweep = new NightSweep(night, [.. contest.Candidacies.Select(c => c.Choice)]);
        sweep.To(until);
        var projection = projector.Project(sweep.State);
        return Reply.Json(NightJson.Of(projection with { Findings = [.. night.Findings, .. projection.Findings] }));
    }
}
