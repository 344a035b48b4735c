namespace Urna.Model;

/// <summary>A place in which votes are counted or seats are filled.</summary>
/// <param name="Id">The source's code, unique in the election.</param>
/// <param name="Parent">The place that contains it; null for the root.</param>
/// <param name="Level">The kind of place, such as <c>commune</c>.</param>
/// <param name="Name">The name as the source writes it.</param>
public sealed record Place(string Id, string? Parent, string Level, string Name);
