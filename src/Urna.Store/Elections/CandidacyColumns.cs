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

    /// <summary>Reads a row; null with a fault where it is not a candidacy.</summary>
    public static Candidacy? Read(CsvRow row)
    {
        var kind = row.Text("kind");
        var sex = row.Text("sex");
        if (!kinds.TryGetValue(kind, out var candidacyKind))
        {
            row.Fault("V110", $"'{kind}' is not a kind of candidacy.", "kind", kind, "(empty), list-vote, independent, constituency");
            return null;
        }

        if (!sexes.TryGetValue(sex, out var candidateSex))
        {
            row.Fault("V110", $"'{sex}' is not a sex.", "sex", sex, "F, M or empty");
            return null;
        }

        var candidacy = new Candidacy
        {
            Choice = "",
            List = row.Text("list"),
            Party = row.Text("party"),
            Candidate = row.Text("candidate"),
            Kind = candidacyKind,
            Sex = candidateSex,
            Subpact = row.Text("subpact"),
            Alternate = row.Text("alternate"),
            ListPosition = Small(row, "list_position"),
            Members = Small(row, "members"),
        };
        if (candidacyKind == CandidacyKind.Independent && candidacy.Candidate.Length == 0)
        {
            row.Fault("V115", "a candidacy outside any list needs a name.", "candidate", "", "a name");
            return null;
        }

        return candidacy;
    }

    /// <summary>A number from 1 that a person could count; null if the cell is empty.</summary>
    static int? Small(CsvRow row, string column)
    {
        if (row.CountOrNone(column) is not { } number)
        {
            return null;
        }

        if (number is >= 1 and <= 10_000)
        {
            return (int)number;
        }

        row.Fault("V110", $"'{number}' in '{column}' is not a number from 1 to 10000.", column, $"{number}", "1 to 10000, or empty");
        return null;
    }
}
