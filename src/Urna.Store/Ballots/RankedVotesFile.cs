using System.Collections.Immutable;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Store.Elections;
using Urna.Store.Folders;
using Urna.Validate;

namespace Urna.Store.Ballots;

/// <summary>Reads all that a law of ranked ballots needs from plain files.</summary>
/// <remarks>
/// The ballots are a BLT file, which is one district, or a table <c>contest,place,count,ranking</c>. VOTES.csv and SEATS.csv are needed only for
/// what the ballots do not state: lists and parties, and the seats of a table.
/// </remarks>
public static class RankedVotesFile
{
    /// <summary>Reads the ballots, and lists every fault if they cannot be read.</summary>
    /// <param name="ballots">The path of a BLT file, or of a table that ends in .csv or .csv.gz.</param>
    /// <param name="votes">The path of VOTES.csv, whose votes must be the first preferences; or null.</param>
    /// <param name="seats">The path of SEATS.csv, or null.</param>
    /// <param name="lots">The path of lots.csv, or null.</param>
    public static ReadResult<ContestVotes> Read(string ballots, string? votes = null, string? seats = null, string? lots = null)
    {
        var faults = new FaultLog();
        var file = Path.GetFileName(ballots);
        var isTable = file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase);
        var ranked = isTable ? BallotsCsv.ReadAlone(ballots, file, faults) : BltFile.Read(ballots, file, faults) is { } one ? [one] : [];
        var stated = seats is null ? null : VotesFile.ReadSeats(seats, faults);
        var rows = votes is null ? null : VotesFile.ReadVotes(votes, stated is null ? null : [.. stated.Keys], faults).ToDictionary(v => v.Key, v => v.Value.Lines.ToImmutableArray());
        var drawn = lots is null ? [] : LotsFile.Read(FolderFiles.Anywhere(""), lots, faults);
        ImmutableArray<DistrictVotes> districts = faults.HasFaults ? [] : [.. ranked.Select(r => District(r, file, stated, rows, faults)).OfType<DistrictVotes>()];
        return faults.Result(() =>
        {
            var made = new ContestVotes(districts, [], drawn);
            var found = VotesCheck.Of(made, Path.GetFileNameWithoutExtension(file), file);
            faults.AddRange(found);
            return made with { Findings = found };
        });
    }

    static DistrictVotes? District(
        RankedDistrict ranked,
        string file,
        Dictionary<string, DistrictVotes>? stated,
        Dictionary<string, ImmutableArray<CandidacyVotes>>? rows,
        FaultLog faults)
    {
        var name = ranked.District.Length > 0 ? ranked.District : Path.GetFileNameWithoutExtension(file);
        if (stated is not null && ranked.Seats is not null && stated.Count == 1)
        {
            name = stated.Keys.Single();
        }
        else if (stated is not null && stated.Keys.FirstOrDefault(d => FoldedName.Of(d) == FoldedName.Of(name)) is var own)
        {
            name = own ?? name;
        }

        if ((stated is null ? ranked.Seats : SeatsOf(name, ranked, file, stated, faults)) is not { } seats)
        {
            if (stated is null)
            {
                faults.Add(
                    "V103",
                    LocalizedText.Say("v103.the-ballots-of-do-not-state", ("name", name)),
                    file, expected: "district,seats", place: name);
            }

            return null;
        }

        var registered = stated?[name].Registered;
        return rows is null
            ? new DistrictVotes(name, seats, [.. ranked.Candidates.Select((c, i) => Unstated(c, i, name))], registered) { Ballots = ranked.Ballots, VotesAreStated = false }
            : WithRows(new DistrictVotes(name, seats, [], registered), ranked, file, rows, faults);
    }

    static int? SeatsOf(string district, RankedDistrict ranked, string file, Dictionary<string, DistrictVotes> stated, FaultLog faults)
    {
        if (!stated.TryGetValue(district, out var own))
        {
            faults.Add(
                "V107",
                LocalizedText.Say("v107.is-not-a-district-of-the", ("district", district)),
                file, found: district, expected: Nearest.Among(district, stated.Keys), place: district);
            return null;
        }

        if (ranked.Seats is { } seats && seats != own.Seats)
        {
            faults.Add(
                "V131",
                LocalizedText.Say(
                    "v131.the-ballots-say-that-has-seats", ("district", district), ("seats", seats), ("seats2", own.Seats)),
                file, found: $"{seats}", expected: $"{own.Seats}", place: district);
            return null;
        }

        return own.Seats;
    }

    static CandidacyVotes Unstated(string name, int number, string district) =>
        new(new Candidacy { Choice = $"{number + 1}", Candidate = name, District = district }, 0);

    /// <summary>The candidacies of VOTES.csv, with the ballots in their numbers.</summary>
    static DistrictVotes? WithRows(
        DistrictVotes district, RankedDistrict ranked, string file, Dictionary<string, ImmutableArray<CandidacyVotes>> rows, FaultLog faults)
    {
        var votes = rows.GetValueOrDefault(district.District, []);
        if (votes.IsEmpty && rows.Count == 1 && ranked.Seats is not null)
        {
            votes = rows.Values.Single();
        }

        var names = votes.Select(v => FoldedName.Of(v.Candidacy.Name)).ToList();
        int[] numbers = [.. ranked.Candidates.Select(c => names.IndexOf(FoldedName.Of(c)))];
        foreach (var (index, unknown) in ranked.Candidates.Index().Where(c => numbers[c.Index] < 0))
        {
            faults.Add(
                "V108",
                LocalizedText.Say("v108.is-on-the-ballots-of-but", ("unknown", unknown), ("district", district.District)),
                file, found: unknown, expected: Nearest.Among(unknown, votes.Select(v => v.Candidacy.Name)), place: district.District);
        }

        foreach (var row in votes.Index().Where(v => v.Item.Votes > 0 && !numbers.Contains(v.Index)).Select(v => v.Item))
        {
            faults.Add(
                "V131",
                LocalizedText.Say(
                    "v131.has-votes-in-but-is-not", ("candidacy", row.Candidacy.Name), ("district", district.District)),
                file, found: row.Candidacy.Name, expected: Nearest.Among(row.Candidacy.Name, ranked.Candidates), place: district.District);
        }

        return numbers.Contains(-1) ? null : district with { Votes = votes, Ballots = ranked.Ballots.Renumbered(numbers, votes.Length) };
    }
}
