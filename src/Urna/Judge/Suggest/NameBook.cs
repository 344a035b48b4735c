using System.Collections.Immutable;

namespace Urna.Judge.Suggest;

/// <summary>Usual other names of choices, lists, parties, places and contests, translations among them.</summary>
/// <remarks>They are data: <c>names.yaml</c> beside the elections or in one of them, as <c>docs/claims.md</c> describes.</remarks>
public sealed record NameBook
{
    /// <summary>A book without names.</summary>
    public static NameBook Empty { get; } = new();

    /// <summary>Choices, lists and parties, by any of their names in the elections.</summary>
    public ImmutableArray<OtherNames> Choices { get; init => field = Given.All(value); } = [];

    /// <summary>Places, by id.</summary>
    public ImmutableArray<OtherNames> Places { get; init => field = Given.All(value); } = [];

    /// <summary>Contests, as <c>cl-2020/plebiscite</c>.</summary>
    public ImmutableArray<OtherNames> Contests { get; init => field = Given.All(value); } = [];

    /// <summary>Names of places that are usually words: they are taken as places only where their level is told.</summary>
    public ImmutableArray<string> Words { get; init => field = Given.Names(value); } = [];

    /// <summary>The names of both.</summary>
    /// <param name="other">Another book.</param>
    public NameBook With(NameBook other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new() { Choices = [.. Choices, .. other.Choices], Places = [.. Places, .. other.Places], Contests = [.. Contests, .. other.Contests], Words = [.. Words, .. other.Words] };
    }
}

/// <summary>Other names of what elections call by one name or several.</summary>
/// <param name="Of">The names or ids that the elections have.</param>
/// <param name="Also">The others.</param>
/// <param name="Only">Ids of the elections for which they hold; empty for all.</param>
public sealed record OtherNames(ImmutableArray<string> Of, ImmutableArray<string> Also, ImmutableArray<string> Only)
{
    /// <summary>The names or ids that the elections have.</summary>
    public ImmutableArray<string> Of { get; init => field = Given.Names(value); } = Given.Names(Of);

    /// <summary>The others.</summary>
    public ImmutableArray<string> Also { get; init => field = Given.Names(value); } = Given.Names(Also);

    /// <summary>Ids of the elections for which they hold; empty for all.</summary>
    public ImmutableArray<string> Only { get; init => field = Given.Names(value); } = Given.Names(Only);
}
