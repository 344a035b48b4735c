using System.Collections.Immutable;
using Urna.Model;
using Urna.Store.Yaml;

namespace Urna.Store.Elections;

/// <summary>Reads the field <c>lists</c>: how lists are shown through all contests.</summary>
static class ListsField
{
    /// <summary>The looks of the lists; those with faults are left out and told.</summary>
    public static ImmutableArray<ListLook> Read(YamlMap yaml)
    {
        var looks = ImmutableArray.CreateBuilder<ListLook>();
        foreach (var item in yaml.Maps("lists"))
        {
            var name = item.Required("name");
            var colour = item.Text("colour");
            var look = new ListLook(name.Length > 0 ? name : "?", item.Texts("names")) { Family = item.Text("family"), Position = item.Whole("position", 1) };
            if (colour is not null && !ListLook.IsColour(colour))
            {
                item.NotAllowed("colour", colour, ["#1c8058"]);
                colour = null;
            }

            item.Done();
            looks.Add(look with { Colour = colour });
        }

        return looks.ToImmutable();
    }
}
