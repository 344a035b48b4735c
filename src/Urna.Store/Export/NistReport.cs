using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Urna.Model;

namespace Urna.Store.Export;

/// <summary>Writes an election as an ElectionReport of NIST SP 1500-100, version 2, in JSON.</summary>
/// <remarks>
/// Wack et al. (2019), Election Results Common Data Format Specification, NIST SP 1500-100r2. The roll and the ballots cast stand with units; blank votes are
/// <c>Undervotes</c> and null votes <c>Overvotes</c>, the nearest that the standard has. Lists are coalitions, and each district has a contest of its own.
/// </remarks>
public static class NistReport
{
    static readonly JsonWriterOptions options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the report.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="election">The election.</param>
    public static void Write(string path, Election election) => OutputFile.WriteAt(path, aside =>
    {
        using var stream = File.Create(aside);
        using var json = new Utf8JsonWriter(stream, options);
        Report(json, election, new NistIds(election));
    });

    static void Report(Utf8JsonWriter json, Election election, NistIds ids)
    {
        json.Begin("ElectionReport");
        json.WriteString("Format", "precinct-level");

        // The same election gives the same bytes, so its own day stands for that of the writing.
        json.WriteString("GeneratedDate", election.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z");
        json.WriteString("Issuer", election.Sources.FirstOrDefault()?.Publisher ?? election.Title.English);
        json.WriteString("IssuerAbbreviation", election.Country);
        json.WriteNumber("SequenceEnd", 1);
        json.WriteNumber("SequenceStart", 1);
        json.WriteString("Status", "unofficial-complete");
        json.WriteString("VendorApplicationId", "urna");
        var rolls = Agreed(election, u => u.Counts.Registered);
        var voters = Agreed(election, u => u.Counts.Cast);
        json.Each("GpUnit", election.Places.Places, place => Unit(json, election.Places, place, ids, rolls.GetValueOrDefault(place.Id), voters.GetValueOrDefault(place.Id)));
        json.Each("Party", ids.Parties, party =>
        {
            json.Begin(party.Members is null ? "Party" : "Coalition", party.Id);
            json.Text("Name", LocalizedText.Same(party.Name));
            json.Ids("PartyIds", party.Members ?? []);
            json.WriteEndObject();
        });
        json.Each("Election", [election], e => Vote(json, e, ids));
        json.WriteEndObject();
    }

    static void Vote(Utf8JsonWriter json, Election election, NistIds ids)
    {
        var contests = election.Contests.Where(c => c.Kind != ContestKind.Voters).ToList();
        json.Begin("Election");
        json.Each("BallotCounts", contests.SelectMany(c => c.Returns.Where(u => u.Counts.Cast is not null).Select(u => (Contest: c, Unit: u))), cast =>
        {
            json.Begin("BallotCounts");
            json.Number("BallotsCast", cast.Unit.Counts.Cast);
            json.WriteString("GpUnitId", ids.Units[cast.Unit.Place]);
            json.WriteString("Type", contests.Count == 1 ? "total" : "other");
            if (contests.Count > 1)
            {
                json.WriteString("OtherType", cast.Contest.Id);
            }

            json.WriteEndObject();
        });
        json.Each("Candidate", contests.SelectMany(c => c.Candidacies.Where(NistIds.IsPerson).Select(x => (Contest: c, Candidacy: x))), named =>
        {
            json.Begin("Candidate", ids.CandidateOf(named.Contest, named.Candidacy));
            json.Text("BallotName", LocalizedText.Same(named.Candidacy.Name));
            json.Code(named.Candidacy.Choice);
            if (ids.PartyOf(named.Candidacy.Party) is { } party)
            {
                json.WriteString("PartyId", party);
            }

            json.WriteEndObject();
        });
        json.Each("Contest", contests, contest => NistContest.Write(json, contest, election.Places, ids));
        json.WriteString("ElectionScopeId", ids.Units[election.Places.Root.Id]);
        json.Day("EndDate", contests.Select(c => c.Date).Append(election.Date).Max());
        json.Text("Name", election.Title);
        json.Day("StartDate", contests.Select(c => c.Date).Append(election.Date).Min());
        json.WriteString("Type", contests.Count > 0 && contests.TrueForAll(c => c.Kind == ContestKind.Primary) ? "primary" : "general");
        json.WriteEndObject();
    }

    static void Unit(Utf8JsonWriter json, PlaceTree places, Place place, NistIds ids, long? roll, long? voters)
    {
        json.Begin("ReportingUnit", ids.Units[place.Id]);
        json.Ids("ComposingGpUnitIds", places.Children(place.Id).Select(c => ids.Units[c.Id]));
        json.Code(place.Id);
        json.Text("Name", LocalizedText.Same(place.Name));
        json.WriteString("OtherType", place.Level);
        json.WriteString("Type", "other");
        json.Number("VotersParticipated", voters);
        json.Number("VotersRegistered", roll);
        json.WriteEndObject();
    }

    /// <summary>A figure of each unit for which all contests that state it agree.</summary>
    static Dictionary<string, long?> Agreed(Election election, Func<PollingStationReturn, long?> figure) =>
        election.Contests.Where(c => c.Kind != ContestKind.Voters).SelectMany(c => c.Returns).Where(u => figure(u) is not null)
            .GroupBy(u => u.Place).ToDictionary(g => g.Key, g => g.Select(figure).Distinct().Count() == 1 ? figure(g.First()) : null);
}
