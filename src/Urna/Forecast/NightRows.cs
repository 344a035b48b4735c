using Urna.Model;

namespace Urna.Forecast;

/// <summary>What a source said at a time: the votes of a choice in a place.</summary>
/// <param name="Time">When the source said it.</param>
/// <param name="Place">The place's id.</param>
/// <param name="Type">The type of vote.</param>
/// <param name="Choice">A choice's id, or a reserved choice such as <c>cast</c>.</param>
/// <param name="Votes">Votes so far, ≥ 0; the row replaces the earlier one of its place, type and choice.</param>
public sealed record SnapshotRow(DateTimeOffset Time, string Place, VoteType Type, string Choice, long Votes)
{
    /// <summary>The place's id.</summary>
    public string Place { get; init => field = Checked.Text(value, "place"); } = Checked.Text(Place, "place");

    /// <summary>A choice's id, or a reserved choice such as <c>cast</c>.</summary>
    public string Choice { get; init => field = Checked.Text(value, "choice"); } = Checked.Text(Choice, "choice");

    /// <summary>Votes so far, ≥ 0.</summary>
    public long Votes { get; init => field = Checked.Count(value, $"votes of {Choice} in {Place}"); } = Checked.Count(Votes, $"votes of {Choice} in {Place}");
}

/// <summary>What a source said at a time of how far the count of a place is.</summary>
/// <param name="Time">When the source said it.</param>
/// <param name="Place">The place's id.</param>
/// <param name="Type">The type of vote.</param>
/// <param name="Status">How far the count is.</param>
/// <param name="Counted">Stations or batches counted, ≥ 0; null if not said.</param>
/// <param name="Of">Stations or batches there are, at least as many; null if not said.</param>
/// <param name="Registered">People on the roll; null if not said.</param>
public sealed record StatusRow(DateTimeOffset Time, string Place, VoteType Type, CountStatus Status, long? Counted, long? Of, long? Registered)
{
    /// <summary>The place's id.</summary>
    public string Place { get; init => field = Checked.Text(value, "place"); } = Checked.Text(Place, "place");

    /// <summary>How far the count is.</summary>
    public CountStatus Status { get; init => field = Checked.Known(value, "status"); } = Checked.Known(Status, "status");

    /// <summary>Stations or batches counted, ≥ 0; null if not said.</summary>
    public long? Counted { get; init => field = Checked.Count(value, $"counted in {Place}"); } = Checked.Count(Counted, $"counted in {Place}");

    /// <summary>Stations or batches there are; null if not said.</summary>
    public long? Of { get; init => field = Checked.Count(value, $"stations of {Place}"); } = Checked.Count(Of, $"stations of {Place}");

    /// <summary>People on the roll; null if not said.</summary>
    public long? Registered { get; init => field = Checked.Count(value, $"registered in {Place}"); } = Checked.Count(Registered, $"registered in {Place}");
}
