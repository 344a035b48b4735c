using System.Collections.Immutable;
using Urna.History;
using Urna.Model;
using Urna.Store.Folders;
using Urna.Store.Yaml;

namespace Urna.Store.Elections;

/// <summary>Reads what history needs beside counts, from <c>history.yaml</c> beside election folders.</summary>
/// <remarks><c>docs/history.md</c> describes the file; <c>schemas/history.schema.json</c> checks it in an editor.</remarks>
public static class HistoryFile
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "history.yaml";

    /// <summary>The book of a folder of elections; an empty one where there is no file.</summary>
    /// <param name="folder">The folder that holds the election folders.</param>
    public static ReadResult<HistoryBook> Read(string folder)
    {
        var faults = new FaultLog();
        if (!File.Exists(Path.Combine(folder, FileName)))
        {
            return new(HistoryBook.Empty, []);
        }

        using var files = FolderFiles.Open(folder);
        if (files.Refuses(FileName, beside: false, faults) || YamlMap.Load(files, FileName, FileName, faults) is not { } yaml)
        {
            return faults.Result<HistoryBook>(() => null);
        }

        var (people, turnout, places) = (yaml.Text("people"), yaml.Text("turnout"), yaml.Text("places"));
        var lasting = yaml.Texts("lasting");
        var sources = SourcesField.Read(yaml);
        var families = Families(yaml);
        yaml.Done();
        ImmutableArray<string> ids = [.. sources.Select(s => s.Id)];
        var readPeople = people is null ? [] : HistoryCsv.People(files, people, ids, faults);
        var readTurnout = turnout is null ? [] : HistoryCsv.Turnout(files, turnout, ids, faults);
        var readPlaces = places is null ? [] : HistoryCsv.Places(files, places, faults);
        return faults.Result(() => new HistoryBook { People = readPeople, Turnouts = readTurnout, Changes = readPlaces, Families = families, Lasting = lasting, Sources = sources });
    }

    static ImmutableArray<ListFamily> Families(YamlMap yaml)
    {
        var families = ImmutableArray.CreateBuilder<ListFamily>();
        foreach (var item in yaml.Maps("families"))
        {
            var id = item.Required("id");
            var family = new ListFamily(id.Length > 0 ? id : $"(line {item.Line})", item.Localized("title") ?? LocalizedText.Same(id), item.Required("country"), [.. item.Maps("of").Select(Members)]);
            if (family.Members.IsEmpty)
            {
                item.Fault("V103", LocalizedText.Say("v103.the-family-needs-of", ("family", id)), "of", "", "lists, parties or persons");
            }

            if (families.Any(f => f.Id == family.Id))
            {
                item.Fault("V106", LocalizedText.Say("v106.the-family-stands-twice", ("family", id)), "id", id, "each id once");
                continue;
            }

            item.Done();
            families.Add(family);
        }

        return families.ToImmutable();
    }

    static FamilyMembers Members(YamlMap map)
    {
        var members = new FamilyMembers(map.Texts("lists"), map.Texts("parties"), map.Texts("persons"), map.Texts("only"));
        if (members is { Lists.IsEmpty: true, Parties.IsEmpty: true, Persons.IsEmpty: true })
        {
            map.Fault("V103", LocalizedText.Say("v103.members-of-a-family-need"), "lists", "", "names");
        }

        map.Done();
        return members;
    }
}
