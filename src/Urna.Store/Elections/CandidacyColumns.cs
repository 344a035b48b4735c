using System.Collections.Immutable;
using Urna.Model;
using Urna.Store.Csv;

namespace Urna.Store.Elections;

/// <summary>Reads the columns that describe a candidacy, the same in election folders and in VOTES.csv.</summary>
static class CandidacyColumns
{
    static readonly Dictionary<string, CandidacyKind> kinds = new()
    {
        [""] = CandidacyKind.OfList,
        ["list-vote"] = CandidacyKind.ListVote,
        ["independent"] = CandidacyKind.Independent,
        ["constituency"] = CandidacyKind.Constituency,
    };

    static readonly Dictionary<string, Sex> sexes = new() { [""] = Sex.Unknown, ["F"] = Sex.Female, ["M"] = Sex.Male };

    /// <summary>The names of the columns.</summary>
    public static ImmutableArray<string> Names { get; } =
        ["list", "party", "candidate", "kind", "sex", "subpact", "alternate", "list_position", "round", "members"];

    /// <summary>Reads a row; a faulty one is a candidacy all the same, so that its fault is told once and not with every row that names it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="choice">The id under which results name it.</param>
    /// <param name="district">The place that elects it; empty where the ballot is the same everywhere.</param>
    public static Candidacy Read(CsvRow row, string choice, string district)
    {
        var kind = row.Text("kind");
        var sex = row.Text("sex");
        if (!kinds.TryGetValue(kind, out var candidacyKind))
        {
            row.Fault(
                "V110",
                LocalizedText.Say("v110.is-not-a-kind-of-candidacy", ("kind", kind)),
                "kind", kind, "(empty), list-vote, independent, constituency");
        }

        if (!sexes.TryGetValue(sex, out var candidateSex))
        {
            row.Fault("V110", LocalizedText.Say("v110.is-not-a-sex", ("sex", sex)), "sex", sex, "F, M or empty");
        }

        var candidacy = new Candidacy
        {
            Choice = choice,
            District = district.Length > 0 ? district : null,
            List = row.Text("list"),
            Party = row.Text("party"),
            Candidate = row.Text("candidate"),
            Kind = candidacyKind,
            Sex = candidateSex,
            Subpact = row.Text("subpact"),
            Alternate = row.Text("alternate"),
            ListPosition = row.SmallOrNone("list_position"),
            Members = row.SmallOrNone("members"),
        };
        if (candidacyKind == CandidacyKind.Independent && candidacy.Candidate.Length == 0)
        {
            row.Fault("V115", LocalizedText.Say("v115.a-candidacy-outside-any-list-needs"), "candidate", "", "a name");
        }

        return candidacy;
    }
}
