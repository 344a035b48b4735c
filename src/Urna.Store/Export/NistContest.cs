using System.Text.Json;
using Urna.Model;

namespace Urna.Store.Export;

/// <summary>Writes a contest of an ElectionReport: one for each district that elects, or one for the whole.</summary>
static class NistContest
{
    public static void Write(Utf8JsonWriter json, Contest contest, PlaceTree places, NistIds ids)
    {
        var votes = contest.Returns.SelectMany(u => u.Votes.Select(v => (v.Choice, u.Place, v.Votes))).ToLookup(v => v.Choice, v => (v.Place, v.Votes));
        foreach (var district in contest.Candidacies.Index().GroupBy(c => c.Item.District ?? places.Root.Id))
        {
            var units = contest.Returns.Where(u => district.Key == places.Root.Id || places.Line(u.Place).Any(p => p.Id == district.Key));
            json.Begin(contest.Kind == ContestKind.Plebiscite ? "BallotMeasureContest" : "CandidateContest", $"contest-{contest.Id}-{ids.Units[district.Key]}");
            json.Each("ContestSelection", district, candidacy => Selection(json, contest, candidacy.Item, votes[candidacy.Index], ids));
            json.WriteString("ElectionDistrictId", ids.Units[district.Key]);
            json.Code(contest.Id);
            json.WriteString("Name", district.Key == places.Root.Id ? contest.Title.English : $"{contest.Title.English}, {places[district.Key].Name}");
            if (contest.Kind != ContestKind.Plebiscite)
            {
                json.Number("NumberElected", contest.Seats.TryGetValue(district.Key, out var seats) ? seats : null);
            }

            json.Each("OtherCounts", units.Where(u => u.Counts.Blank is not null || u.Counts.Null is not null), unit =>
            {
                json.Begin("OtherCounts");
                json.WriteString("GpUnitId", ids.Units[unit.Place]);
                json.Number("Overvotes", unit.Counts.Null);
                json.Number("Undervotes", unit.Counts.Blank);
                json.WriteEndObject();
            });
            if (!contest.Ballots.IsEmpty)
            {
                json.WriteString("VoteVariation", "rcv");
            }

            if (contest.Kind != ContestKind.Plebiscite)
            {
                json.WriteNumber("VotesAllowed", Math.Max(1, contest.Balance.Votes));
            }

            json.WriteEndObject();
        }
    }

    static void Selection(Utf8JsonWriter json, Contest contest, Candidacy candidacy, IEnumerable<(string Place, long Votes)> votes, NistIds ids)
    {
        var id = ids.SelectionOf(contest, candidacy);
        if (contest.Kind == ContestKind.Plebiscite)
        {
            json.Begin("BallotMeasureSelection", id);
            json.Text("Selection", contest.ChoiceNames.GetValueOrDefault(candidacy.Choice) ?? LocalizedText.Same(candidacy.Name));
        }
        else if (NistIds.IsPerson(candidacy) || (ids.ListOf(candidacy.List) ?? ids.PartyOf(candidacy.Party)) is not { } party)
        {
            json.Begin("CandidateSelection", id);
            json.Ids("CandidateIds", NistIds.IsPerson(candidacy) ? [ids.CandidateOf(contest, candidacy)] : []);
            json.Ids("EndorsementPartyIds", ids.ListOf(candidacy.List) is { } list ? [list] : []);
        }
        else
        {
            json.Begin("PartySelection", id);
            json.Ids("PartyIds", [candidacy.Kind == CandidacyKind.ListVote ? party : ids.PartyOf(candidacy.Party) ?? party]);
        }

        json.Each("VoteCounts", votes, figure =>
        {
            json.Begin("VoteCounts");
            json.WriteNumber("Count", figure.Votes);
            json.WriteString("GpUnitId", ids.Units[figure.Place]);
            json.WriteString("Type", "total");
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }
}
