using System.Collections.Immutable;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Urna.Judge.Articles;

namespace Urna.Report.Articles;

/// <summary>Sets marks and places of notes into an article's tree.</summary>
static class ArticleMarkup
{
    /// <summary>Marks the words of claims, and makes room for notes after their sentences.</summary>
    /// <param name="article">The article.</param>
    /// <param name="tree">Its markup, which is changed.</param>
    /// <param name="places">Where it makes claims.</param>
    public static void Set(Article article, ArticleTree tree, IReadOnlyList<ClaimPlace> places)
    {
        foreach (var group in places.GroupBy(p => p.Span.Block).OrderByDescending(g => g.Key))
        {
            var block = article.Blocks[group.Key];
            var ends = group.Where(p => p.IsFirst).GroupBy(p => article.SentenceOf(p.Span).End)
                .ToDictionary(e => e.Key, e => (ImmutableArray<int>)[.. e.OrderBy(p => p.Span.Start).Select(p => p.Claim)]);
            var leaf = tree.Leaves[block.Index];
            var segments = Split(tree.Pieces(block), [.. group.SelectMany(p => new[] { p.Span.Start, p.Span.End }), .. ends.Keys]);
            foreach (var (inline, start, end) in segments)
            {
                Mark(inline, [.. group.Where(p => p.Span.Start < end && p.Span.End > start)], start, end);
            }

            if (OutsideOf(leaf) is { } outer)
            {
                InsertAfter(outer, new NotesBlock([.. ends.OrderBy(e => e.Key).SelectMany(e => e.Value)]));
                continue;
            }

            foreach (var (end, claims) in ends)
            {
                var last = segments.Last(s => s.Start < end && s.End > s.Start);
                TopOf(last.Inline, leaf.Inline!).InsertAfter(new NotesInline(claims));
            }
        }
    }

    /// <summary>The elements of a block that hold text, split where a mark or a note begins or ends.</summary>
    static List<(Inline Inline, int Start, int End)> Split(IEnumerable<(LeafInline Inline, string Text, int Start, int End)> pieces, HashSet<int> edges)
    {
        var segments = new List<(Inline, int, int)>();
        foreach (var piece in pieces.Where(p => p.Text.Length > 0))
        {
            var cuts = edges.Where(e => e > piece.Start && e < piece.End).Order().ToList();
            if (piece.Inline is not LiteralInline literal || cuts.Count == 0)
            {
                segments.Add((piece.Inline, piece.Start, piece.End));
                continue;
            }

            Inline after = literal;
            foreach (var (start, end) in cuts.Prepend(piece.Start).Zip(cuts.Append(piece.End)))
            {
                var part = new LiteralInline(new StringSlice(piece.Text[(start - piece.Start)..(end - piece.Start)]));
                after.InsertAfter(part);
                after = part;
                segments.Add((part, start, end));
            }

            literal.Remove();
        }

        return segments;
    }

    static void Mark(Inline inline, IReadOnlyList<ClaimPlace> claims, int start, int end)
    {
        if (claims.Count == 0 || inline is LineBreakInline)
        {
            return;
        }

        var mark = new MarkInline(
            [.. claims.Select(c => c.Claim).Distinct()],
            [.. claims.Where(c => c.IsFirst && c.Span.Start >= start).Select(c => c.Claim)],
            [.. claims.Where(c => c.Span.End <= end).Select(c => c.Claim)]);
        inline.ReplaceBy(mark, copyChildren: false);
        mark.AppendChild(inline);
    }

    /// <summary>The block after which notes stand, where they cannot stand inside: a heading, or a whole table.</summary>
    static Block? OutsideOf(LeafBlock leaf)
    {
        for (Block? block = leaf; block is not null; block = block.Parent)
        {
            if (block is Table)
            {
                return block;
            }
        }

        return leaf is HeadingBlock ? leaf : null;
    }

    /// <summary>After a block, and after the notes that stand there, which are of later words.</summary>
    static void InsertAfter(Block block, NotesBlock notes) => block.Parent!.Insert(block.Parent.IndexOf(block) + 1, notes);

    static Inline TopOf(Inline inline, ContainerInline root)
    {
        while (inline.Parent is { } parent && parent != root)
        {
            inline = parent;
        }

        return inline;
    }
}
