using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Report.Views;

/// <summary>Colours that colour-blind readers can tell apart, given to names once for a whole site.</summary>
/// <remarks>Each has a contrast of 3 to 1 with light and dark paper, and most pairs differ for colour-blind readers too; a name stands beside each. Index <see cref="Grey"/> is for all else.</remarks>
public sealed class Palette
{
    /// <summary>The colour of independents, other lists, and whoever comes after the last colour.</summary>
    public const int Grey = 7;

    readonly Dictionary<string, int> given = [];
    readonly HashSet<string> looked = [];
    readonly List<string> own = [.. Colours];
    bool isClosed;

    /// <summary>A palette in which some lists have colours of their own, wherever they stand.</summary>
    /// <param name="looks">How lists are shown; empty for the site's colours by votes.</param>
    public Palette(ImmutableArray<ListLook> looks)
    {
        foreach (var look in looks)
        {
            if (look.Colour is { } colour)
            {
                own.Add(Shade.Readable(colour, Shade.LightPaper));
            }

            foreach (var name in look.Names.Prepend(look.Name).Where(_ => look.Colour is not null))
            {
                given[FoldedName.Of(name)] = own.Count - 1;
                looked.Add(FoldedName.Of(name));
            }
        }
    }

    /// <summary>The colours of this site, full; the folder's come after the site's own.</summary>
    public IReadOnlyList<string> All => own;

    /// <summary>The colours, full.</summary>
    public static IReadOnlyList<string> Colours { get; } =
        ["#2c6fb3", "#bf3b12", "#8446a8", "#1c8058", "#b98600", "#14244f", "#571d17", "#83878c"];

    /// <summary>The same colours on dark paper.</summary>
    public static IReadOnlyList<string> Dark { get; } =
        ["#7cc0f2", "#ee6c3c", "#d68ad0", "#45b98a", "#e4cf4a", "#5c7cf0", "#9c6f66", "#8b8f94"];

    /// <summary>The upper bounds of the shares that share a tint, ascending; the last tint has none.</summary>
    /// <param name="two">Whether only two contend.</param>
    public static IReadOnlyList<double> Steps(bool two) => two ? [0.55, 0.6, 0.7, 0.8] : [0.3, 0.4, 0.5, 0.6];

    /// <summary>The tint of a share, 0 to 4.</summary>
    /// <param name="share">A leader's share, in [0, 1].</param>
    /// <param name="two">Whether only two contend.</param>
    public static int Tint(double share, bool two) => Steps(two).Count(s => share >= s);

    /// <summary>A colour mixed with white.</summary>
    /// <param name="colour">The index of a colour.</param>
    /// <param name="tint">0 to 4, lightest first.</param>
    public static string Tinted(int colour, int tint)
    {
        double[] strengths = [0.34, 0.5, 0.66, 0.83, 1];
        return Tinted(Colours[colour], strengths[tint]);
    }

    /// <summary>A colour of this site mixed with white.</summary>
    /// <param name="colour">The index of a colour.</param>
    /// <param name="tint">0 to 4, lightest first.</param>
    public string TintOf(int colour, int tint)
    {
        double[] strengths = [0.34, 0.5, 0.66, 0.83, 1];
        return Tinted(own[colour], strengths[tint]);
    }

    static string Tinted(string hex, double strength)
    {
        return "#" + string.Concat(Enumerable.Range(0, 3).Select(i =>
        {
            var full = Convert.ToInt32(hex.Substring(1 + (2 * i), 2), 16);
            return ((int)Math.Round(255 - ((255 - full) * strength))).ToString("x2");
        }));
    }

    /// <summary>The colour that a name has been given; grey if none.</summary>
    /// <param name="name">A choice's or list's name.</param>
    public int Of(string name) => given.GetValueOrDefault(FoldedName.Of(name), Grey);

    /// <summary>Keeps what is given: later names have colours for their own picture, so that no page hangs on the order of pages.</summary>
    internal void Close() => isClosed = true;

    /// <summary>Colours for the contenders of a contest, in their order: a name keeps what it has been given before.</summary>
    /// <param name="names">Their names.</param>
    public IEnumerable<int> Assign(IReadOnlyList<string> names)
    {
        var keys = names.Select(FoldedName.Of).ToList();
        if (keys.Exists(looked.Contains))
        {
            // Two lists of one family in one contest are told apart: the second is grey.
            var used = new HashSet<int>();
            return [.. keys.Select(k => looked.Contains(k) && used.Add(given[k]) ? given[k] : Grey)];
        }

        var taken = new HashSet<int>();
        var colours = keys.Select(k => given.TryGetValue(k, out var old) && taken.Add(old) ? old : -1).ToArray();
        for (var i = 0; i < colours.Length; i++)
        {
            if (colours[i] < 0)
            {
                colours[i] = Enumerable.Range(0, Grey).FirstOrDefault(c => !taken.Contains(c), Grey);
                taken.Add(colours[i]);
            }

            if (colours[i] != Grey && !isClosed)
            {
                given.TryAdd(keys[i], colours[i]);
            }
        }

        return colours;
    }
}
