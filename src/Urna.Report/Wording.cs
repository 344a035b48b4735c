using Urna.Model;

namespace Urna.Report;

/// <summary>Words and numbers for readers of one language.</summary>
/// <param name="language">The readers' language.</param>
public class Wording(Language language)
{
    /// <summary>The readers' language.</summary>
    public Language Language { get; } = language;

    /// <summary>How numbers are written.</summary>
    public NumberStyle Numbers { get; } = NumberStyle.Of(language);

    /// <summary>The wording in the readers' language.</summary>
    public string L(string english, string spanish) => Language == Language.Spanish ? spanish : english;

    /// <summary>A sentence of the catalogue in the readers' language.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="arguments">What it is told of, by name.</param>
    public virtual string Say(string key, params ReadOnlySpan<(string Name, Argument Value)> arguments) => Catalogue.Say(key, Language, arguments);

    /// <summary>The wording in the readers' language.</summary>
    public string L(LocalizedText text) => text.In(Language);

    /// <summary>A whole number; a dash where there is none.</summary>
    public string Whole(long? value) => value is { } number ? Numbers.Whole(number) : "–";

    /// <summary>A percentage; a dash where there is none.</summary>
    public string Percent(double? share, int decimals = 1) => share is { } s ? Numbers.Percent(s, decimals) : "–";

    /// <summary>A difference of two shares in points with its sign, one decimal.</summary>
    /// <param name="difference">The difference, in [−1, 1].</param>
    public string Points(double difference) =>
        (difference > 0 ? "+" : difference < 0 ? "−" : "") + Numbers.Number(Math.Abs(difference) * 100, 1);

    /// <summary>Names in a row: A, B and C.</summary>
    public virtual string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))} {Say("list.and")} {all[^1]}";
    }
}
