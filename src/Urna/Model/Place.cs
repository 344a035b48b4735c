namespace Urna.Model;

/// <summary>A place in which votes are counted or seats are filled.</summary>
/// <param name="Id">The source's code, unique in the election.</param>
/// <param name="Parent">The place that contains it; null for the root.</param>
/// <param name="Level">The kind of place, such as <c>commune</c>.</param>
/// <param name="Name">The name as the source writes it.</param>
public sealed record Place(string Id, string? Parent, string Level, string Name)
{
    /// <summary>The source's code, unique in the election; empty only for what is no place of a tree.</summary>
    public string Id { get; init => field = Checked.OrEmpty(value, "place"); } = Checked.OrEmpty(Id, "place");

    /// <summary>The place that contains it; null for the root.</summary>
    public string? Parent { get; init => field = value is null ? null : CanonicalText.Of(value); } = Parent is null ? null : CanonicalText.Of(Parent);

    /// <summary>The kind of place, such as <c>commune</c>.</summary>
    public string Level { get; init => field = Checked.Text(value, "level of a place"); } = Checked.Text(Level, "level of a place");

    /// <summary>The name as the source writes it.</summary>
    public string Name { get; init => field = Checked.OrEmpty(value, "name of a place"); } = Checked.OrEmpty(Name, "name of a place");

    /// <summary>The group of voters whose ballots alone are counted here, such as <c>women</c>; null for everybody.</summary>
    /// <remarks>Chile until 2010 and Ecuador count the ballots of women and of men apart: their votes by sex are observed, not estimated.</remarks>
    public string? Voters { get; init; }
}
