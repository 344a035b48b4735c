using System.Collections.Immutable;
using Urna.Model;
using Urna.Store.Csv;
using Urna.Store.Folders;
using Urna.Validate;

namespace Urna.Store.Elections;

/// <summary>Reads <c>members-*.csv</c>: the members of chambers.</summary>
/// <remarks><c>chamber,party,list,seats</c>, and optionally <c>elected</c>, <c>kind</c> and <c>position</c>; <c>docs/power.md</c> describes it.</remarks>
public static class MembersFile
{
    const int MostSeats = 100_000;

    static readonly Dictionary<string, MemberKind> kinds = new()
    {
        [""] = MemberKind.OfParty,
        ["without-party"] = MemberKind.WithoutParty,
        ["independent"] = MemberKind.Independent,
    };

    static readonly CsvFile.Columns columns = new(["chamber", "party", "list", "seats"], ["elected", "kind", "position"]);

    /// <summary>Reads members that stand alone, and lists every fault if they cannot be read.</summary>
    /// <param name="path">The file.</param>
    public static ReadResult<IReadOnlyList<MemberGroup>> Read(string path)
    {
        var faults = new FaultLog();
        var members = Read(FolderFiles.Anywhere(Path.GetDirectoryName(path) ?? ""), Path.GetFileName(path), faults);
        return faults.Result<IReadOnlyList<MemberGroup>>(() => members);
    }

    internal static ImmutableArray<MemberGroup> Read(FolderFiles folder, string file, FaultLog faults)
    {
        var members = ImmutableArray.CreateBuilder<MemberGroup>();
        var groups = new HashSet<(string, string, string, long?)>();
        CsvFile.Read(folder, file, columns, faults, row =>
        {
            var (chamber, seats) = (row.Required("chamber"), Seats(row));
            var (party, list) = (row.Text("party"), row.Text("list"));
            var (elected, position) = (row.CountOrNone("elected"), row.CountOrNone("position"));
            if (!kinds.TryGetValue(row.Text("kind"), out var kind))
            {
                row.Fault(
                    "V110",
                    LocalizedText.Say("v110.is-not-a-kind-of-member", ("text", row.Text("kind"))),
                    "kind", row.Text("kind"), "independent, without-party, or nothing");
            }

            if (party.Length == 0 && list.Length == 0)
            {
                row.Fault("V115", LocalizedText.Say("v115.party-and-list-are-empty"), "party", "", "a party, a list or both");
            }

            if (chamber is not null && !groups.Add((FoldedName.Of(chamber), FoldedName.Of(party), FoldedName.Of(list), elected)))
            {
                row.Fault(
                    "V106",
                    LocalizedText.Say("v106.of-stands-twice-in", ("party", party), ("list", list), ("chamber", chamber)),
                    "party", party, "one row for each chamber, party, list and year");
            }

            if (chamber is not null && seats is { } count)
            {
                members.Add(new MemberGroup(chamber, party, list, count, (int?)elected, kind, (int?)position) { Row = row.Row });
            }
        });
        foreach (var alike in LookAlikes.Of(members))
        {
            faults.Add(alike with { File = file });
        }

        return members.ToImmutable();
    }

    static int? Seats(CsvRow row)
    {
        if (row.Count("seats") is not { } seats || seats <= MostSeats)
        {
            return (int?)row.CountOrNone("seats");
        }

        row.Fault(
            "V117",
            LocalizedText.Say("v117.in-seats-is-beyond-the-most", ("seats", seats), ("mostSeats", MostSeats)),
            "seats", $"{seats}", $"at most {MostSeats}");
        return null;
    }
}
