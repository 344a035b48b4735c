using System.Collections.Immutable;

namespace Urna.Model;

/// <summary>How a list is shown through all contests of an election.</summary>
/// <param name="Name">The list as the ballots write it.</param>
/// <param name="Names">Its other spellings, and names of lists of the same family.</param>
public sealed record ListLook(string Name, ImmutableArray<string> Names)
{
    /// <summary>The list as the ballots write it.</summary>
    public string Name { get; init => field = Checked.Text(value, "list"); } = Checked.Text(Name, "list");

    /// <summary>The family that the list belongs to over time; null if none is named.</summary>
    public string? Family { get; init; }

    /// <summary>Its colour as <c>#rrggbb</c>; null for one of the site's own.</summary>
    public string? Colour { get; init => field = value is null || IsColour(value) ? value : throw new ArgumentException($"'{value}' is no colour.", nameof(value)); }

    /// <summary>Its place from left to right in pictures of a chamber; null if unknown.</summary>
    public int? Position { get; init; }

    /// <summary>Whether a text is a colour as <c>#rrggbb</c>.</summary>
    /// <param name="text">The text.</param>
    public static bool IsColour(string text) => text is ['#', _, _, _, _, _, _] && text.Skip(1).All(char.IsAsciiHexDigit);
}
