using System.Text.Json;
using Urna.Store.Elections;
using Urna.Store.Export;

namespace Urna.Tests.Store;

/// <summary>A report of NIST SP 1500-100, version 2, has the parts that the standard names, and loses no vote.</summary>
public sealed class NistReportTests : IDisposable
{
    /// <summary>For each type: what it must have, and what else it may (the standard's JSON schema, version 2).</summary>
    static readonly Dictionary<string, (string[] Required, string[] Allowed)> standard = new()
    {
        ["ElectionReport"] = (["Format", "GeneratedDate", "Issuer", "IssuerAbbreviation", "SequenceEnd", "SequenceStart", "Status", "VendorApplicationId"], ["Election", "GpUnit", "Party"]),
        ["Election"] = (["ElectionScopeId", "EndDate", "Name", "StartDate", "Type"], ["BallotCounts", "Candidate", "Contest"]),
        ["ReportingUnit"] = (["@id", "Type"], ["ComposingGpUnitIds", "ExternalIdentifier", "Name", "OtherType", "VotersParticipated", "VotersRegistered"]),
        ["Party"] = (["@id", "Name"], []),
        ["Coalition"] = (["@id", "Name"], ["PartyIds"]),
        ["Candidate"] = (["@id", "BallotName"], ["ExternalIdentifier", "PartyId"]),
        ["CandidateContest"] = (["@id", "ElectionDistrictId", "Name", "VotesAllowed"], ["ContestSelection", "ExternalIdentifier", "NumberElected", "OtherCounts", "VoteVariation"]),
        ["BallotMeasureContest"] = (["@id", "ElectionDistrictId", "Name"], ["ContestSelection", "ExternalIdentifier", "OtherCounts", "VoteVariation"]),
        ["CandidateSelection"] = (["@id"], ["CandidateIds", "EndorsementPartyIds", "VoteCounts"]),
        ["PartySelection"] = (["@id", "PartyIds"], ["VoteCounts"]),
        ["BallotMeasureSelection"] = (["@id", "Selection"], ["VoteCounts"]),
        ["VoteCounts"] = (["Count", "GpUnitId", "Type"], []),
        ["BallotCounts"] = (["GpUnitId", "Type"], ["BallotsCast", "OtherType"]),
        ["OtherCounts"] = (["GpUnitId"], ["Overvotes", "Undervotes"]),
        ["ExternalIdentifier"] = (["Type", "Value"], []),
        ["InternationalizedText"] = (["Text"], []),
        ["LanguageString"] = (["Content", "Language"], []),
    };

    readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("cl-2021")]
    [InlineData("cl-2020")]
    [InlineData("cl-1971")]
    [InlineData("cl-2013")]
    public void Report_HasThePartsOfTheStandard_AndEveryVote(string folder)
    {
        var election = ElectionFolder.Read(Path.Combine(Repository.Root, "elections", folder)).Value!;
        NistReport.Write(path, election);
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var objects = Objects(json.RootElement).ToList();

        Assert.All(objects, o =>
        {
            var (required, allowed) = standard[o.GetProperty("@type").GetString()!["ElectionResults.".Length..]];
            var names = o.EnumerateObject().Select(p => p.Name).Where(n => n != "@type").ToList();
            Assert.Empty(required.Except(names));
            Assert.Empty(names.Except(required).Except(allowed));
            Assert.Equal(names.Count, names.Distinct().Count());
        });
        Assert.Equal(JsonValueKind.Number, json.RootElement.GetProperty("SequenceStart").ValueKind);
        var ids = objects.Where(o => o.TryGetProperty("@id", out _)).Select(o => o.GetProperty("@id").GetString()!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(objects.SelectMany(References).Except(ids));
        Assert.Equal(
            election.Contests.Where(c => c.Kind != Urna.Model.ContestKind.Voters).SelectMany(c => c.Returns).SelectMany(u => u.Votes).Sum(v => v.Votes),
            objects.Where(o => o.TryGetProperty("Count", out _)).Sum(o => o.GetProperty("Count").GetInt64()));
    }

    static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Objects(p.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };

    /// <summary>The ids that an object names.</summary>
    static IEnumerable<string> References(JsonElement element) => element.EnumerateObject().SelectMany(p =>
        p.Name.EndsWith("Ids", StringComparison.Ordinal) ? p.Value.EnumerateArray().Select(v => v.GetString()!)
        : p.Name.EndsWith("Id", StringComparison.Ordinal) && p.Name is not ("VendorApplicationId") && p.Name[0] != '@' ? [p.Value.GetString()!]
        : []);
}
