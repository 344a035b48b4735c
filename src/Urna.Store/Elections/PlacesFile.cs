using System.Collections.Immutable;
using Urna.Model;
using Urna.Store.Csv;
using Urna.Store.Folders;
using Urna.Validate;

namespace Urna.Store.Elections;

/// <summary>Reads <c>places.csv</c>.</summary>
static class PlacesFile
{
    static readonly CsvFile.Columns columns = new(["place", "parent", "level", "name"], ["voters"]);

    public static PlaceTree? Read(FolderFiles folder, string file, FaultLog faults)
    {
        var places = ImmutableArray.CreateBuilder<Place>();
        var rows = new List<int>();
        CsvFile.Read(folder, file, columns, faults, row =>
        {
            if (row.Required("place") is { } id && row.Required("level") is { } level)
            {
                var parent = row.Text("parent");
                var name = row.Text("name");
                var voters = row.Text("voters");
                if (level == Count.Tabulate.VotersLevel)
                {
                    faults.Add(
                        "V110",
                        LocalizedText.Say("v110.row-is-not-the-name-of", ("row", row.Row), ("level", level)),
                        file, row.Row, "level", level, "another name");
                }

                places.Add(new Place(id, parent.Length > 0 ? parent : null, level, name.Length > 0 ? name : id) { Voters = voters.Length > 0 ? voters : null });
                rows.Add(row.Row);
            }
        });
        var all = places.ToImmutable();
        if (all.IsEmpty)
        {
            if (!faults.HasFaults)
            {
                faults.Add("V111", LocalizedText.Say("v111.there-are-no-places"), file, 1, "place", "", "at least a root");
            }

            return null;
        }

        var twice = Twice(all, rows, file, faults);
        if (twice || HasUnknownParents(all, rows, file, faults))
        {
            return null;
        }

        if (PlaceTree.FaultIn(all) is { } fault)
        {
            faults.Add("V111", fault.Message, file, rows[fault.Index], "parent", fault.Found, "one root, and every other place below it");
            return null;
        }

        return new PlaceTree(all);
    }

    static bool Twice(ImmutableArray<Place> places, List<int> rows, string file, FaultLog faults)
    {
        var first = new Dictionary<string, int>();
        var found = false;
        for (var i = 0; i < places.Length; i++)
        {
            if (!first.TryAdd(places[i].Id, rows[i]))
            {
                found = true;
                faults.Add(
                    "V106",
                    LocalizedText.Say(
                        "v106.the-place-stands-in-row-and", ("place", places[i].Id), ("first", first[places[i].Id]),
                        ("row", rows[i])),
                    file, rows[i], "place", places[i].Id, "each place once");
            }
        }

        return found;
    }

    static bool HasUnknownParents(ImmutableArray<Place> places, List<int> rows, string file, FaultLog faults)
    {
        var ids = places.Select(p => p.Id).ToHashSet();
        var found = false;
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i].Parent is { } parent && !ids.Contains(parent))
            {
                found = true;
                faults.Add(
                    "V107",
                    LocalizedText.Say(
                        "v107.row-the-parent-of-is-not", ("row", rows[i]), ("parent", parent), ("place", places[i].Id)),
                    file, rows[i], "parent", parent, Nearest.Among(parent, ids), places[i].Id);
            }
        }

        return found;
    }
}
