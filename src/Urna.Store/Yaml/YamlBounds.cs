using Urna.Store.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Urna.Store.Yaml;

/// <summary>Asks a YAML text, before anything is built of it, whether it is a tree of a size that people write.</summary>
/// <remarks>
/// An alias stands for all that its anchor names: a few lines of aliases can stand for billions of values, and one within its own anchor for endless depth.
/// Fields are named by plain text only, since a mapping or an alias as a name has no meaning in any file of ours.
/// </remarks>
static class YamlBounds
{
    /// <summary>Refuses what goes beyond a bound.</summary>
    /// <exception cref="YamlException">A field is not named by plain text, or an alias stands for nothing or within its own anchor.</exception>
    /// <exception cref="TooLargeException">It is too deep or too large.</exception>
    public static void Check(string text)
    {
        var open = new Stack<Part>();
        var anchors = new Dictionary<AnchorName, Size>();
        open.Push(new Part(AnchorName.Empty, isMapping: false));
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart or SequenceStart when parser.Current is NodeEvent node:
                    RefuseAsName(open.Peek(), node);
                    anchors.Remove(node.Anchor);
                    open.Push(new Part(node.Anchor, node is MappingStart));
                    RefuseDepth(open.Count - 1, node);
                    break;
                case MappingEnd or SequenceEnd:
                    var ended = open.Pop();
                    Keep(ended.Anchor, ended.Size, anchors);
                    open.Peek().Take(ended.Size, parser.Current);
                    break;
                case Scalar scalar:
                    Keep(scalar.Anchor, new Size(1, 0), anchors);
                    open.Peek().Take(new Size(1, 0), scalar);
                    break;
                case AnchorAlias alias:
                    RefuseAsName(open.Peek(), alias);
                    if (!anchors.TryGetValue(alias.Value, out var size))
                    {
                        throw new YamlException(alias.Start, alias.End, $"the alias '*{alias.Value}' stands within its own anchor, or before it");
                    }

                    RefuseDepth(open.Count - 1 + size.Depth, alias);
                    open.Peek().Take(size, alias);
                    break;
            }
        }
    }

    static void Keep(AnchorName anchor, Size size, Dictionary<AnchorName, Size> anchors)
    {
        if (!anchor.IsEmpty)
        {
            anchors[anchor] = size;
        }
    }

    static void RefuseAsName(Part within, ParsingEvent what)
    {
        if (within.NamesNext)
        {
            throw new YamlException(what.Start, what.End, "a field is named by plain text, and not by a mapping, a list or an alias");
        }
    }

    static void RefuseDepth(int depth, ParsingEvent at)
    {
        if (depth > Bounds.Depth)
        {
            throw new TooLargeException($"its fields are nested more than {Bounds.Depth} deep, the most that is accepted", (int)at.Start.Line);
        }
    }

    /// <summary>How many values something stands for, and how deep they lie.</summary>
    readonly record struct Size(long Nodes, int Depth);

    /// <summary>A mapping or list that is being read.</summary>
    sealed class Part(AnchorName anchor, bool isMapping)
    {
        int children;

        public AnchorName Anchor => anchor;

        /// <summary>Whether the next value is the name of a field.</summary>
        public bool NamesNext => isMapping && children % 2 == 0;

        public Size Size { get; private set; } = new(1, 1);

        public void Take(Size size, ParsingEvent at)
        {
            children++;
            Size = new Size(Size.Nodes + size.Nodes, Math.Max(Size.Depth, size.Depth + 1));
            if (Size.Nodes > Bounds.YamlNodes)
            {
                throw new TooLargeException($"it stands for more than {Bounds.YamlNodes} values, the most that is accepted", (int)at.Start.Line);
            }
        }
    }
}
