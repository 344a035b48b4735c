namespace Urna.Judge.Articles;

/// <summary>A run of a block's text that one element of the markup holds.</summary>
/// <param name="Text">Its text; empty where the element holds none.</param>
/// <param name="Source">Where the element begins in the article's source.</param>
public readonly record struct ArticlePiece(string Text, int Source);
