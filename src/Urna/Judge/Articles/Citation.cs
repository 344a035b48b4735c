namespace Urna.Judge.Articles;

/// <summary>Where an article was published, as far as the claims file says.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Date">The day.</param>
/// <param name="Url">Its address.</param>
/// <param name="Language">The code of its language, such as <c>es</c>.</param>
public sealed record Citation(string? Title, string? Author, string? Publisher, DateOnly? Date, string? Url, string? Language);
