using System.Collections.Immutable;
using Urna.Allocate.Methods;
using Urna.Model;

namespace Urna.Scenarios.Changes;

/// <summary>Lists that run as one.</summary>
/// <param name="As">The name of the joined list.</param>
/// <param name="Of">The lists that it joins, two or more.</param>
public sealed record ListJoin(string As, ImmutableArray<string> Of)
{
    /// <summary>The name of the joined list.</summary>
    public string As { get; init; } = Checked.Text(As, "as");

    /// <summary>The lists that it joins.</summary>
    public ImmutableArray<string> Of { get; init; } = Checked.List(Of, "of");
}

/// <summary>A list whose parties run apart.</summary>
/// <param name="List">The list; <c>*</c> for all lists of several parties.</param>
public sealed record ListSplit(string List)
{
    /// <summary>The sign for all lists.</summary>
    public const string Every = "*";

    /// <summary>The list; <c>*</c> for all lists of several parties.</summary>
    public string List { get; init; } = Checked.Text(List, "split");

    /// <summary>The lists that it falls into, each of some of its parties; empty for each party by itself.</summary>
    public ImmutableArray<ListJoin> Into { get; init; } = [];
}

/// <summary>What a move takes.</summary>
public enum MovedKind
{
    /// <summary>A party, in all districts.</summary>
    Party,

    /// <summary>A person.</summary>
    Candidate,
}

/// <summary>A party or a person that runs on another list.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Name">Its name; of a person also the candidacy's id.</param>
/// <param name="To">The list; <c>independent</c> for a person outside any.</param>
public sealed record Move(MovedKind Kind, string Name, string To)
{
    /// <summary>The word for outside any list.</summary>
    public const string Outside = "independent";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = Checked.Text(Name, "name");

    /// <summary>The list; <c>independent</c> for a person outside any.</summary>
    public string To { get; init; } = Checked.Text(To, "to");
}

/// <summary>A candidacy that does not run.</summary>
/// <param name="Name">A list, a party or a person.</param>
public sealed record StandDown(string Name)
{
    /// <summary>A list, a party or a person.</summary>
    public string Name { get; init; } = Checked.Text(Name, "withdraw");

    /// <summary>Where it does not run; null for everywhere.</summary>
    public string? District { get; init; }

    /// <summary>Where its votes go, by list or person, shares of at most 1 in all; what is left goes nowhere.</summary>
    public ImmutableArray<VoteShare> To { get; init; } = [];
}

/// <summary>A share of votes that goes to somebody.</summary>
/// <param name="Name">A list or a person.</param>
/// <param name="Share">The share, in [0, 1].</param>
public sealed record VoteShare(string Name, ExactShare Share);

/// <summary>An exact number of parts in a million millions: what people write of percentages.</summary>
/// <param name="Millionths">Parts in 10¹²; negative for less.</param>
public readonly record struct ExactShare(long Millionths)
{
    /// <summary>The whole.</summary>
    public const long One = 1_000_000_000_000;

    /// <summary>The nearest number.</summary>
    public double Value => (double)Millionths / One;

    /// <summary>A share from a number.</summary>
    public static ExactShare Of(double share) => new((long)Math.Round(share * One));

    /// <summary>Points, of which the whole has a hundred.</summary>
    public static ExactShare OfPoints(decimal points) => new((long)decimal.Round(points * (One / 100)));

    /// <summary>Reads <c>60%</c>, <c>0.6</c> or <c>3/5</c>; null if the text is none of these.</summary>
    public static ExactShare? Parse(string text) =>
        Proportion.Parse(text) is { } p && p.Numerator <= p.Denominator ? new((long)((Int128)p.Numerator * One / p.Denominator)) : null;

    /// <summary>Reads points such as <c>+2</c> or <c>-1.5</c>; null if the text is no number.</summary>
    public static ExactShare? ParsePoints(string text) =>
        decimal.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var points)
        && Math.Abs(points) <= 1_000 ? OfPoints(points) : null;
}
