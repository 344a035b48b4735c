using Urna.Model;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import;

/// <summary>Codes of places that stand with two names, and names that stand with two codes.</summary>
/// <remarks>Stations often share a name, such as that of postal votes; levels above them do not.</remarks>
sealed class PlaceNames
{
    readonly Dictionary<(string Level, string Parent, string Name), string> codeOf = [];
    readonly HashSet<string> told = [];
    (string File, int Row, string Id, string Name, string Other)? twoNames;
    (string File, int Row, string Id, string Name, string Other)? twoCodes;
    int named;
    int coded;

    /// <summary>Looks at the name that a row gives of a place.</summary>
    public void Look(SourceRow row, Place place, BoundPlace level, bool isUnit)
    {
        if (!level.HasOwnName || level.Name.Of(row) is not { Length: > 0 } name)
        {
            return;
        }

        if (name != place.Name && place.Name != place.Id && CountWords.Folded(name) != CountWords.Folded(place.Name) && told.Add($"{place.Id}|{name}") && named++ == 0)
        {
            twoNames = (row.File, row.Row, place.Id, name, place.Name);
        }

        if (isUnit || codeOf.TryAdd((level.Level, place.Parent ?? "", name), place.Id))
        {
            return;
        }

        var code = codeOf[(level.Level, place.Parent ?? "", name)];
        if (code != place.Id && told.Add($"{place.Id}|{code}|{name}") && coded++ == 0)
        {
            twoCodes = (row.File, row.Row, place.Id, name, code);
        }
    }

    /// <summary>Tells them.</summary>
    public void Tell(FaultLog faults)
    {
        if (twoNames is var (file, row, id, name, other))
        {
            faults.Add(
                "V571",
                LocalizedText.Say("v571.codes-have-two-names", ("count", named), ("row", row), ("id", id), ("name", name), ("other", other)),
                file, row, found: name, expected: other, place: id);
        }

        if (twoCodes is var (from, line, code, text, before))
        {
            faults.Add(
                "V571",
                LocalizedText.Say("v571.names-have-two-codes", ("count", coded), ("row", line), ("name", text), ("id", code), ("other", before)),
                from, line, found: code, expected: before, place: code);
        }
    }
}
