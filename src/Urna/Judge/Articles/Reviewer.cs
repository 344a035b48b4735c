namespace Urna.Judge.Articles;

/// <summary>Who answers for the verdicts.</summary>
/// <param name="Name">A person or newsroom.</param>
/// <param name="Date">The day on which they published them; null if not stated.</param>
/// <param name="Url">Where they published them; null if not stated.</param>
public sealed record Reviewer(string Name, DateOnly? Date, string? Url);
