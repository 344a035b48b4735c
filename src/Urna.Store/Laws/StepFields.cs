using Urna.Model;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Store.Yaml;

namespace Urna.Store.Laws;

/// <summary>Fields that several steps of a law share.</summary>
static class StepFields
{
    /// <summary>The words for yes and no.</summary>
    public static readonly Dictionary<string, bool> Flags = new() { ["true"] = true, ["false"] = false };

    static readonly Dictionary<string, Holder> holders = new()
    {
        ["lists"] = Holder.List,
        ["subpacts"] = Holder.Subpact,
        ["parties"] = Holder.Party,
        ["candidates"] = Holder.Candidate,
    };

    static readonly Dictionary<string, TieRule> ties = new()
    {
        ["most-votes"] = TieRule.MostVotes,
        ["most-personal-votes"] = TieRule.MostPersonalVotes,
        ["highest-personal-vote"] = TieRule.HighestPersonalVote,
        ["list-order"] = TieRule.ListOrder,
        ["lot"] = TieRule.Lot,
    };

    /// <summary>Reads among whom a step shares, and how it breaks ties.</summary>
    public static T Sharing<T>(YamlMap yaml, T step)
        where T : SharingStep => (T)(Held(yaml, step) with { Ties = Ties(yaml) });

    /// <summary>How a tie is broken, in order.</summary>
    public static ImmutableArray<TieRule> Ties(YamlMap yaml)
    {
        var words = yaml.Texts("ties");
        return words.IsEmpty ? [TieRule.Lot] : [.. words.Select(t => Among(yaml, "ties", t, ties)).OfType<TieRule>()];
    }

    /// <summary>Reads among whom a step that knows no ties shares.</summary>
    public static SharingStep Held(YamlMap yaml, SharingStep step)
    {
        yaml.Required("holders");
        return step with { Holders = yaml.Word("holders", holders) ?? Holder.List };
    }

    /// <summary>A list that may not be empty.</summary>
    public static ImmutableArray<string> Listed(YamlMap yaml, string key)
    {
        var texts = yaml.Texts(key);
        if (texts.IsEmpty)
        {
            yaml.Fault("V103", LocalizedText.Say("v103.the-field-is-missing-2", ("key", key)), key, "", $"a list of {key}");
        }

        return texts;
    }

    /// <summary>A share as <c>1/2</c>, <c>5%</c> or <c>0.05</c>, which must be there.</summary>
    public static Proportion Proportion(YamlMap yaml, string key)
    {
        var text = yaml.Required(key);
        if (Allocate.Methods.Proportion.Parse(text) is { } fraction)
        {
            return fraction;
        }

        if (text.Length > 0)
        {
            yaml.Fault(
                "V110",
                LocalizedText.Say("v110.in-is-not-a-fraction", ("text", text), ("key", key)),
                key, text, "a fraction as 1/2, 5% or 0.05");
        }

        return new Proportion(1, 2);
    }

    /// <summary>Divisors: a sequence's name, or its first terms.</summary>
    public static DivisorRule Divisors(YamlMap yaml, string key = "divisors")
    {
        var terms = Listed(yaml, key);
        if (terms is [var name] && DivisorRule.Known.FirstOrDefault(d => d.Name == name) is { } known)
        {
            return known;
        }

        if (terms is [var power] && Power(power) is { } powers)
        {
            return powers;
        }

        if (terms.Length < 2)
        {
            yaml.NotAllowed(key, string.Join("", terms), DivisorRule.Known.Select(d => d.Name).Append("dhondt^0.9"));
            return DivisorRule.DHondt;
        }

        ImmutableArray<Divisor> divisors = [.. terms.Select(Decimal).OfType<Divisor>()];
        if (divisors.Length == terms.Length && Enumerable.Range(1, divisors.Length - 1).All(i => Divisor.CompareQuotients(1, divisors[i], 1, divisors[i - 1]) < 0))
        {
            return DivisorRule.Of(divisors);
        }

        yaml.Fault(
            "V110",
            LocalizedText.Say("v110.in-are-not-ascending-numbers", ("terms", string.Join(", ", terms)), ("key", key)),
            key, string.Join(", ", terms), "ascending numbers as [1.4, 3, 5]; the last difference goes on");
        return DivisorRule.DHondt;
    }

    /// <summary>A word out of a table; null with a fault where it is not there.</summary>
    public static T? Among<T>(YamlMap yaml, string key, string word, Dictionary<string, T> words)
        where T : struct
    {
        if (words.TryGetValue(word, out var value))
        {
            return value;
        }

        yaml.NotAllowed(key, word, words.Keys);
        return null;
    }

    /// <summary>Powers of D'Hondt's divisors, as <c>dhondt^0.9</c>; null if the text is none, or an exponent that is not kept exactly.</summary>
    static DivisorRule? Power(string text)
    {
        const string name = "dhondt^";
        return text.StartsWith(name, StringComparison.Ordinal) && Allocate.Methods.Proportion.Parse(text[name.Length..]) is { Denominator: >= 2 and <= 10, Numerator: >= 1 and <= 9 } exponent
            && BigInteger.GreatestCommonDivisor(exponent.Numerator, exponent.Denominator).IsOne
                ? DivisorRule.Power((int)exponent.Numerator, (int)exponent.Denominator) : null;
    }

    /// <summary>A decimal number as an exact fraction; null if the text is none.</summary>
    static Divisor? Decimal(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value < 0 || value > 1_000_000 || value.Scale > 6)
        {
            return null;
        }

        var denominator = (long)Math.Pow(10, value.Scale);
        var numerator = (long)(value * denominator);
        var common = (long)BigInteger.GreatestCommonDivisor(numerator, denominator);
        return new Divisor(numerator / common, denominator / common);
    }
}
