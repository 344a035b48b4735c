using System.Collections.Immutable;
using System.Globalization;

namespace Urna.Model;

/// <summary>What a message is told of: a text, a number, a yes or no, or names in a row.</summary>
/// <remarks>The catalogue's pattern says how it is written; the default value is nothing, which is written as a dash.</remarks>
public readonly struct Argument
{
    readonly object? held;
    readonly double number;

    Argument(object? held, double number = 0) => (this.held, this.number) = (held, number);

    enum Kind
    {
        Whole,
        Number,
        Yes,
        No,
    }

    /// <summary>A text that is the same in all languages.</summary>
    public static implicit operator Argument(string? text) => new(text);

    /// <summary>A text that each language has its own words for.</summary>
    public static implicit operator Argument(LocalizedText? text) => new(text);

    /// <summary>A whole number.</summary>
    public static implicit operator Argument(long value) => new(new WholeNumber(value));

    /// <summary>A whole number, or nothing.</summary>
    public static implicit operator Argument(long? value) => value is { } known ? known : default(Argument);

    /// <summary>A number, such as a share in [0, 1].</summary>
    public static implicit operator Argument(double value) => new(Kind.Number, value);

    /// <summary>A number, or nothing.</summary>
    public static implicit operator Argument(double? value) => value is { } known ? known : default(Argument);

    /// <summary>Yes or no, between which a pattern chooses.</summary>
    public static implicit operator Argument(bool value) => new(value ? Kind.Yes : Kind.No);

    /// <summary>Names in a row.</summary>
    public static implicit operator Argument(string[] names) => List(names);

    /// <summary>Names in a row.</summary>
    public static implicit operator Argument(ImmutableArray<string> names) => List(names);

    /// <summary>Names in a row, each the same in all languages.</summary>
    /// <param name="names">The names, in order.</param>
    public static Argument List(IEnumerable<string> names) => new(new Row([.. names.Select(n => (Argument)n)]));

    /// <summary>Texts in a row, each with words of its own in each language.</summary>
    /// <param name="texts">The texts, in order.</param>
    public static Argument List(IEnumerable<LocalizedText> texts) => new(new Row([.. texts.Select(t => (Argument)t)]));

    /// <summary>The argument as a pattern asks for it.</summary>
    /// <param name="format">The pattern's word for how; empty for as it is.</param>
    /// <param name="language">The reader's language.</param>
    internal string Written(string format, Language language) => held switch
    {
        null => format.Length == 0 ? "" : "–",
        string text => text,
        LocalizedText text => text.In(language),
        Row row => InARow(row, format, language),
        WholeNumber whole => Whole(whole.Value, format, language),
        Kind.Number => Number(format, language),
        _ => throw new InvalidOperationException($"A yes or no is chosen between, not written as '{format}'."),
    };

    /// <summary>The argument with its texts, which are the same in all languages, as a site shows them.</summary>
    /// <param name="shown">How a text is shown.</param>
    internal Argument Written(Func<string, string> shown) => held switch
    {
        string text => shown(text),
        Row row => new(new Row([.. row.Items.Select(i => i.Written(shown))])),
        _ => this,
    };

    /// <summary>Whether a branch of a pattern is meant for this argument exactly.</summary>
    /// <param name="branch">The branch's name.</param>
    internal bool Is(string branch) => held switch
    {
        string text => text == branch,
        WholeNumber whole => whole.Value.ToString(CultureInfo.InvariantCulture) == branch,
        Row row => row.Items.Length.ToString(CultureInfo.InvariantCulture) == branch,
        Kind.Yes => branch == "yes",
        Kind.No => branch == "no",
        null => branch == "none",
        _ => false,
    };

    /// <summary>The plural form that a language has for this number, or for so many names.</summary>
    /// <param name="language">The reader's language.</param>
    internal string Plural(Language language) => held switch
    {
        WholeNumber whole => Plurals.Of(whole.Value, language),
        Row row => Plurals.Of(row.Items.Length, language),
        Kind.Number => Plurals.Of(number, language),
        _ => Plurals.Other,
    };

    static string Whole(long value, string format, Language language) => format switch
    {
        "" => value.ToString(CultureInfo.InvariantCulture),
        "whole" => NumberStyle.Of(language).Whole(value),
        "signed" => NumberStyle.Of(language).Signed(value),
        _ => ((Argument)(double)value).Number(format, language),
    };

    string Number(string format, Language language)
    {
        var decimals = format.Length > 0 && char.IsAsciiDigit(format[^1]) ? format[^1] - '0' : 1;
        return format.TrimEnd('0', '1', '2', '3', '4', '5', '6') switch
        {
            "" => number.ToString("R", CultureInfo.InvariantCulture),
            "number" => NumberStyle.Of(language).Number(number, decimals),
            "percent" => NumberStyle.Of(language).Percent(number, decimals),
            _ => throw new InvalidOperationException($"A number is not written as '{format}'."),
        };
    }

    static string InARow(Row row, string format, Language language)
    {
        var items = row.Items.Select(i => i.Written("", language)).ToList();
        return format switch
        {
            "" => string.Join(", ", items),
            "lines" => string.Join("; ", items),
            "or-else" => string.Join(Catalogue.Say("list.or-else", language), items),
            "and" or "or" => items.Count < 2 ? string.Concat(items)
                : $"{string.Join(", ", items.SkipLast(1))} {Catalogue.Say(format == "and" ? "list.and" : "list.or", language)} {items[^1]}",
            _ => throw new InvalidOperationException($"Names in a row are not written as '{format}'."),
        };
    }

    sealed record WholeNumber(long Value);

    sealed record Row(ImmutableArray<Argument> Items);
}
