using System.Collections.Immutable;
using Urna.Forecast;
using Urna.Model;

namespace Urna.Store.Nights;

/// <summary>What a source's tables hold of a night: rows, and the places and choices that they name.</summary>
/// <param name="Votes">Rows of votes.</param>
/// <param name="Statuses">Rows of the state of the count.</param>
/// <param name="Places">The places they name, with those above; the first contains all.</param>
/// <param name="Choices">The choices they name, in the order of the source.</param>
public sealed record NightTable(ImmutableArray<SnapshotRow> Votes, ImmutableArray<StatusRow> Statuses, ImmutableArray<Place> Places, ImmutableArray<string> Choices);

/// <summary>Gathers the rows of a night while its tables are read.</summary>
sealed class NightTableDraft
{
    readonly List<SnapshotRow> votes = [];
    readonly List<StatusRow> statuses = [];
    readonly Dictionary<string, Place> places = [];
    readonly List<Place> order = [];
    readonly HashSet<string> choices = [];
    readonly List<string> choiceOrder = [];

    public NightTableDraft(string root) => Add(new Place(root, null, "whole", root));

    /// <summary>A place below others, each named by its line from the whole down; its id is the line.</summary>
    public string Place(params ReadOnlySpan<(string Level, string Name)> line)
    {
        var above = order[0].Id;
        var id = "";
        foreach (var (level, name) in line)
        {
            id = id.Length == 0 ? name : $"{id}/{name}";
            if (!places.ContainsKey(id))
            {
                Add(new Place(id, above, level, name));
            }

            above = id;
        }

        return above;
    }

    /// <summary>A place by an id of its own.</summary>
    public string Place(string id, string? above, string level, string name)
    {
        if (!places.ContainsKey(id))
        {
            Add(new Place(id, above ?? order[0].Id, level, name));
        }

        return id;
    }

    public void Vote(DateTimeOffset time, string place, VoteType type, string choice, long number)
    {
        if (!ReportedCounts.IsReserved(choice) && choices.Add(choice))
        {
            choiceOrder.Add(choice);
        }

        votes.Add(new(time, place, type, choice, number));
    }

    public void Status(DateTimeOffset time, string place, VoteType type, CountStatus status, long? counted, long? of, long? registered) =>
        statuses.Add(new(time, place, type, status, counted, of, registered));

    public NightTable Table() => new([.. votes], [.. statuses], [.. order], [.. choiceOrder]);

    void Add(Place place)
    {
        places[place.Id] = place;
        order.Add(place);
    }
}
