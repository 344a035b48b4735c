using System.Collections.Immutable;
using System.Globalization;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Store.Csv;
using Urna.Store.Folders;
using Urna.Validate;

namespace Urna.Store.Elections;

/// <summary>Reads the votes and seats of any election from plain CSV files.</summary>
/// <remarks>
/// VOTES.csv: <c>district,list,party,candidate,votes</c> and optional columns; SEATS.csv: <c>district,seats</c>, optionally
/// <c>registered</c>, <c>levelling</c> (seats of the tier above that must go to the district) and <c>tier</c> (the tier it belongs to).
/// </remarks>
public static class VotesFile
{
    /// <summary>The name of a tier of seats that has no ballots of its own.</summary>
    const string NationalTier = "*";

    static readonly CsvFile.Columns voteColumns = new(["district", "list", "party", "candidate", "votes"], CandidacyColumns.Names);
    const int MostSeats = 100_000;

    static readonly CsvFile.Columns seatColumns = new(["district", "seats"], ["registered", "levelling", "tier"]);

    /// <summary>Reads all that a law needs, and lists every fault if it cannot be read.</summary>
    /// <param name="votes">The path of VOTES.csv.</param>
    /// <param name="seats">The path of SEATS.csv.</param>
    /// <param name="lots">The path of lots.csv, or null.</param>
    /// <param name="congress">The path of the votes of Congress, or null.</param>
    public static ReadResult<ContestVotes> Read(string votes, string seats, string? lots = null, string? congress = null)
    {
        var faults = new FaultLog();
        var districts = ReadSeats(seats, faults);
        var byDistrict = ReadVotes(votes, districts.Count == 0 ? null : [.. districts.Keys], faults);
        var drawn = lots is null ? [] : LotsFile.Read(FolderFiles.Anywhere(""), lots, faults);
        var chosen = congress is null ? [] : CongressFile.Read(FolderFiles.Anywhere(""), congress, faults);
        var tiers = districts.Values.Select(d => d.Tier).OfType<string>().ToHashSet();
        return Checked(votes, faults, () => new ContestVotes(
            [
                .. districts.Values.Select(d => byDistrict.GetValueOrDefault(d.District) is { } box
                    ? d with { Votes = [.. box.Lines], Blank = box.Blank, Null = box.Null }
                    : d with { Missing = d.District == NationalTier || tiers.Contains(d.District) ? [] : [MissingVotes.OfDistrict(d.District)] }),
            ],
            chosen,
            drawn));
    }

    /// <summary>Everything found in a VOTES.csv that stands alone.</summary>
    /// <param name="path">The file.</param>
    public static ImmutableArray<Validate.Finding> Check(string path)
    {
        var faults = new FaultLog();
        var byDistrict = ReadVotes(path, null, faults);
        return Checked(path, faults, () => new ContestVotes([.. byDistrict.Select(d => new DistrictVotes(d.Key, 0, [.. d.Value.Lines]) { Blank = d.Value.Blank, Null = d.Value.Null })], [], [])).Findings;
    }

    /// <summary>What was read, with what the checks of every door find in it.</summary>
    /// <param name="path">The path of VOTES.csv.</param>
    /// <param name="faults">What was found on reading.</param>
    /// <param name="votes">The votes, once nothing keeps them from being made.</param>
    internal static ReadResult<ContestVotes> Checked(string path, FaultLog faults, Func<ContestVotes> votes) => faults.Result(() =>
    {
        var made = votes();
        var found = VotesCheck.Of(made, Path.GetFileNameWithoutExtension(path), Path.GetFileName(path), v => int.Parse(v.Candidacy.Choice, NumberStyles.None, CultureInfo.InvariantCulture));
        faults.AddRange(found);
        return made with { Findings = found };
    });

    /// <summary>Reads SEATS.csv, as districts without votes.</summary>
    internal static Dictionary<string, DistrictVotes> ReadSeats(string path, FaultLog faults)
    {
        var districts = new Dictionary<string, DistrictVotes>();
        var tiers = new List<(string Tier, int Row)>();
        CsvFile.Read(path, Path.GetFileName(path), seatColumns, faults, row =>
        {
            var stated = row.Seats("seats");
            if (row.Required("district") is not { } district)
            {
                return;
            }

            // A district whose seats are a fault is a district, so that its votes are none.
            var seats = stated ?? 0;

            var tier = row.Text("tier");
            var laidOut = new DistrictVotes(district, seats, [], row.CountOrNone("registered"))
            {
                Levelling = row.CountOrNone("levelling") is { } levelling ? (int)Math.Min(levelling, MostSeats) : null,
                Tier = tier.Length > 0 ? tier : null,
            };
            if (seats > MostSeats)
            {
                row.Fault(
                    "V110",
                    LocalizedText.Say("v110.has-seats", ("district", district), ("seats", seats)),
                    "seats", $"{seats}", $"at most {MostSeats}", district);
            }

            if (!districts.TryAdd(district, laidOut))
            {
                row.Fault(
                    "V106",
                    LocalizedText.Say("v106.stands-twice", ("district", district)),
                    "district", district, "each district once", district);
            }

            if (tier.Length > 0)
            {
                tiers.Add((tier, row.Row));
            }
        });
        foreach (var (tier, row) in tiers.Where(t => !districts.ContainsKey(t.Tier)))
        {
            faults.Add(
                "V107",
                LocalizedText.Say("v107.row-the-tier-has-no-row", ("row", row), ("tier", tier)),
                Path.GetFileName(path), row, "tier", tier, Nearest.Among(tier, districts.Keys));
        }

        if (districts.Count == 0 && !faults.HasFaults)
        {
            var file = Path.GetFileName(path);
            faults.Add(
                "V115",
                LocalizedText.Say("v115.the-file-names-no-district", ("file", file)),
                file, 1, "district", "", "a row a district");
        }

        return districts;
    }

    /// <summary>What a VOTES.csv holds of one district.</summary>
    internal sealed class Box
    {
        public List<CandidacyVotes> Lines { get; } = [];

        public long? Blank { get; set; }

        public long? Null { get; set; }
    }

    /// <summary>Reads VOTES.csv, by district.</summary>
    internal static Dictionary<string, Box> ReadVotes(string path, ImmutableHashSet<string>? districts, FaultLog faults)
    {
        var votes = new Dictionary<string, Box>();
        var seen = new Dictionary<(string District, int Round, string List, string Party, string Candidate, CandidacyKind Kind, int? Position), int>();
        CsvFile.Read(path, Path.GetFileName(path), voteColumns, faults, row =>
        {
            var district = row.Required("district");
            var count = row.Count("votes");
            if (district is null || count is null)
            {
                return;
            }

            if (!votes.TryGetValue(district, out var box))
            {
                votes.Add(district, box = new Box());
            }

            if (districts?.Contains(district) == false)
            {
                row.Fault(
                    "V107",
                    LocalizedText.Say("v107.is-not-a-district-of-the", ("district", district)),
                    "district", district, Nearest.Among(district, districts), district);
            }

            if (row.Text("kind") is "blank" or "null")
            {
                box.Blank = row.Text("kind") == "blank" ? (box.Blank ?? 0) + count : box.Blank;
                box.Null = row.Text("kind") == "null" ? (box.Null ?? 0) + count : box.Null;
                return;
            }

            var candidacy = CandidacyColumns.Read(row, $"{row.Row}", district);
            if (Round(row) is not { } round || !IsNamed(row, candidacy))
            {
                return;
            }

            var key = (district, round, candidacy.ListName, candidacy.Party, candidacy.Candidate, candidacy.StatedKind, candidacy.ListPosition);
            if (!seen.TryAdd(key, row.Row))
            {
                row.Fault(
                    "V106",
                    LocalizedText.Say(
                        "v106.in-stands-already-in-row", ("candidacy", candidacy.Name), ("district", district), ("seen", seen[key])),
                    "candidate", candidacy.Name, "each candidacy once a district", district);
            }

            box.Lines.Add(new CandidacyVotes(candidacy, count.Value, round));
        });
        return votes;
    }

    static int? Round(CsvRow row)
    {
        if (row.Text("round").Length == 0)
        {
            return 1;
        }

        if (row.Count("round") is not (< 1 or > 2) and { } round)
        {
            return (int)round;
        }

        row.Fault(
            "V110",
            LocalizedText.Say("v110.is-not-a-round", ("text", row.Text("round"))),
            "round", row.Text("round"), "1 for the first, 2 for the second, or empty");
        return null;
    }

    static bool IsNamed(CsvRow row, Candidacy candidacy)
    {
        if (candidacy is not { List: "", Party: "", Candidate: "" })
        {
            return true;
        }

        row.Fault("V115", LocalizedText.Say("v115.the-row-names-no-list-party"), "candidate", "", "a list, party or candidate");
        return false;
    }
}
