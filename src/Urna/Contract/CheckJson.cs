namespace Urna.Contract;

/// <summary>An article that was checked, in the shape of <c>urna claims check --format json</c>.</summary>
/// <param name="Judged">The claims of which the words leave no other reading, or whose questions a person answered, with their verdicts.</param>
/// <param name="Open">The drafts of which a person must choose something, not judged.</param>
/// <param name="LeftOut">Sentences with numbers in which no rule found a claim.</param>
public sealed record CheckJson(IEnumerable<ClaimJson> Judged, IEnumerable<DraftJson> Open, IEnumerable<SentenceJson> LeftOut);
