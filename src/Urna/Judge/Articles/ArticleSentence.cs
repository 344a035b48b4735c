namespace Urna.Judge.Articles;

/// <summary>A sentence of an article.</summary>
/// <param name="Block">The index of the block.</param>
/// <param name="Start">The first character in the block's text.</param>
/// <param name="End">The character after the last.</param>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Text">Its words, without markup.</param>
public sealed record ArticleSentence(int Block, int Start, int End, int Line, string Text);
