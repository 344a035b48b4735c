using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Urna.Model;

namespace Urna.Store.Export;

/// <summary>Writes an election as an ElectionReport of NIST SP 1500-100, version 2, in JSON.</summary>
/// <remarks>Wack et al. (2019), Election Results Common Data Format Specification, NIST SP 1500-100r2.</remarks>
public static class NistReport
{
    static readonly JsonWriterOptions options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the report.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="election">The election.</param>
    public static void Write(string path, Election election)
    {
        var aside = path + ".partial";
        using (var stream = File.Create(aside))
        using (var json = new Utf8JsonWriter(stream, options))
        {
            Report(json, election);
        }

        File.Move(aside, path, overwrite: true);
    }

    static void Report(Utf8JsonWriter json, Election election)
    {
        var ids = election.Places.Places.Index().ToDictionary(p => p.Item.Id, p => $"gp-{p.Index + 1}");
        json.WriteStartObject();
        json.WriteString("@type", "ElectionResults.ElectionReport");
        json.WriteString("Format", "precinct-level");
        json.WriteString("GeneratedDate", Moment(election.Date));
        json.WriteString("Issuer", election.Sources.FirstOrDefault()?.Publisher ?? election.Title.English);
        json.WriteString("IssuerAbbreviation", election.Country);
        json.WriteString("SequenceStart", "1");
        json.WriteString("SequenceEnd", "1");
        json.WriteString("Status", "unofficial-complete");
        json.WriteString("VendorApplicationId", "urna");
        json.WriteStartArray("GpUnit");
        foreach (var place in election.Places.Places)
        {
            Unit(json, election.Places, place, ids);
        }

        json.WriteEndArray();
        json.WriteStartArray("Election");
        json.WriteStartObject();
        json.WriteString("@type", "ElectionResults.Election");
        Text(json, "Name", election.Title);
        json.WriteString("StartDate", election.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("EndDate", election.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("Type", "general");
        json.WriteString("ElectionScopeId", ids[election.Places.Root.Id]);
        Candidates(json, election);
        json.WriteStartArray("Contest");
        foreach (var (index, contest) in election.Contests.Index())
        {
            Contest(json, contest, index, ids, election.Places.Root.Id);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Unit(Utf8JsonWriter json, PlaceTree places, Place place, Dictionary<string, string> ids)
    {
        json.WriteStartObject();
        json.WriteString("@id", ids[place.Id]);
        json.WriteString("@type", "ElectionResults.ReportingUnit");
        Text(json, "Name", LocalizedText.Same(place.Name));
        json.WriteString("Type", "other");
        json.WriteString("OtherType", place.Level);
        json.WriteStartArray("ExternalIdentifier");
        json.WriteStartObject();
        json.WriteString("@type", "ElectionResults.ExternalIdentifier");
        json.WriteString("Type", "local-level");
        json.WriteString("Value", place.Id);
        json.WriteEndObject();
        json.WriteEndArray();
        if (!places.Children(place.Id).IsEmpty)
        {
            json.WriteStartArray("ComposingGpUnitIds");
            foreach (var child in places.Children(place.Id))
            {
                json.WriteStringValue(ids[child.Id]);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    static void Candidates(Utf8JsonWriter json, Election election)
    {
        json.WriteStartArray("Candidate");
        foreach (var (index, contest) in election.Contests.Index())
        {
            foreach (var (choice, candidacy) in contest.Candidacies.Index())
            {
                json.WriteStartObject();
                json.WriteString("@id", $"candidate-{index + 1}-{choice + 1}");
                json.WriteString("@type", "ElectionResults.Candidate");
                Text(json, "BallotName", LocalizedText.Same(candidacy.Name));
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    static void Contest(Utf8JsonWriter json, Contest contest, int index, Dictionary<string, string> ids, string root)
    {
        json.WriteStartObject();
        json.WriteString("@id", $"contest-{index + 1}");
        json.WriteString("@type", "ElectionResults.CandidateContest");
        json.WriteString("Name", contest.Title.English);
        json.WriteString("ElectionDistrictId", ids[root]);
        json.WriteNumber("VotesAllowed", contest.Balance.Votes < 1 ? 1 : contest.Balance.Votes);
        json.WriteStartArray("ContestSelection");
        for (var choice = 0; choice < contest.Candidacies.Length; choice++)
        {
            json.WriteStartObject();
            json.WriteString("@id", $"selection-{index + 1}-{choice + 1}");
            json.WriteString("@type", "ElectionResults.CandidateSelection");
            json.WriteStartArray("CandidateIds");
            json.WriteStringValue($"candidate-{index + 1}-{choice + 1}");
            json.WriteEndArray();
            json.WriteStartArray("VoteCounts");
            foreach (var unit in contest.Returns)
            {
                foreach (var entry in unit.Votes.Where(v => v.Choice == choice))
                {
                    json.WriteStartObject();
                    json.WriteString("@type", "ElectionResults.VoteCounts");
                    json.WriteString("GpUnitId", ids[unit.Place]);
                    json.WriteString("Type", "total");
                    json.WriteNumber("Count", entry.Votes);
                    json.WriteEndObject();
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Others(json, contest, ids);
        json.WriteEndObject();
    }

    /// <summary>What units state beside the choices.</summary>
    static void Others(Utf8JsonWriter json, Contest contest, Dictionary<string, string> ids)
    {
        json.WriteStartArray("OtherCounts");
        foreach (var unit in contest.Returns.Where(u => u.Counts != default))
        {
            json.WriteStartObject();
            json.WriteString("@type", "ElectionResults.OtherCounts");
            json.WriteString("GpUnitId", ids[unit.Place]);
            if (unit.Counts.Cast is { } cast)
            {
                json.WriteNumber("BallotsCast", cast);
            }

            if (unit.Counts.Blank is { } blank)
            {
                json.WriteNumber("Undervotes", blank);
            }

            if (unit.Counts.Null is { } spoilt)
            {
                json.WriteNumber("Overvotes", spoilt);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void Text(Utf8JsonWriter json, string name, LocalizedText text)
    {
        json.WriteStartObject(name);
        json.WriteString("@type", "ElectionResults.InternationalizedText");
        json.WriteStartArray("Text");
        foreach (var (language, content) in text.English == text.Spanish ? [("en", text.English)] : new[] { ("en", text.English), ("es", text.Spanish) })
        {
            json.WriteStartObject();
            json.WriteString("@type", "ElectionResults.LanguageString");
            json.WriteString("Language", language);
            json.WriteString("Content", content);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static string Moment(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
}
