using System.Collections.Immutable;
using Urna.Model;
using Urna.Store.Yaml;

namespace Urna.Store.Elections;

/// <summary>Reads the <c>sources</c> of a description, and titles.</summary>
static class SourcesField
{
    /// <summary>The sources, each id once.</summary>
    public static ImmutableArray<Source> Read(YamlMap yaml)
    {
        var sources = ImmutableArray.CreateBuilder<Source>();
        foreach (var item in yaml.Maps("sources"))
        {
            var source = new Source(
                item.Required("id"), Title(item), item.Text("publisher"), item.Texts("via"), item.Text("url"), item.Localized("note"));
            if (sources.Any(s => s.Id == source.Id))
            {
                item.Fault("V106", LocalizedText.Say("v106.the-source-stands-twice", ("source", source.Id)), "id", source.Id, "ids that differ");
            }

            item.Done();
            sources.Add(source);
        }

        return sources.ToImmutable();
    }

    /// <summary>A title, which must be there.</summary>
    public static LocalizedText Title(YamlMap yaml)
    {
        if (yaml.Localized("title") is { } title)
        {
            return title;
        }

        yaml.Required("title");
        return LocalizedText.Same("");
    }
}
