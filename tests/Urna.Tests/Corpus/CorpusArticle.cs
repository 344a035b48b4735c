namespace Urna.Tests.Corpus;

/// <summary>A statement of an article: where its number stands, the fields of its claim, and whether it holds.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="At">The character of the sentence at which the number, or the verb, begins.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Contest">The contest.</param>
/// <param name="Of">Whose it is; empty for nobody's.</param>
/// <param name="Than">Whom it is set against; empty for nobody.</param>
/// <param name="Wording">How it is said; empty for as it stands.</param>
/// <param name="Value">The value as claims write it.</param>
/// <param name="Holds">Whether it holds, by the tables and the written rules.</param>
public sealed record CorpusLabel(string Sentence, int At, string Measure, string Contest, string Of, string Than, string Wording, string Value, bool Holds);

/// <summary>An article of the corpus with its statements.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Election">The election that it is about.</param>
/// <param name="Language">Its language, en or es.</param>
/// <param name="Text">The text, in Markdown.</param>
/// <param name="Labels">Its statements.</param>
/// <param name="Distractors">Sentences whose numbers are no claims.</param>
public sealed record CorpusArticle(string Name, string Election, string Language, string Text, IReadOnlyList<CorpusLabel> Labels, IReadOnlyList<string> Distractors);
