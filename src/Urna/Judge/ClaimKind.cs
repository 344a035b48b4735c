using System.Collections.Immutable;

namespace Urna.Judge;

/// <summary>A measure as claims have it: the fields that it needs and takes, and how its claim is made.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Needs">The fields that must be there, as claims files call them.</param>
/// <param name="Takes">Those that may be there besides.</param>
/// <param name="Make">Makes the claim out of fields that were checked.</param>
sealed record ClaimKind(Measure Measure, ImmutableArray<string> Needs, ImmutableArray<string> Takes, Func<ClaimFields, Claim> Make)
{
    /// <summary>The fields that a measure which changed, or is a record, must itself take.</summary>
    static readonly ImmutableArray<string> ofParts = ["of", "standing", "places", "base", "chamber"];

    /// <summary>What every claim that counts can judge may be given.</summary>
    static readonly ImmutableArray<string> ofCounted = ["not"];

    /// <summary>What a claim of a count of ballots may be given besides.</summary>
    static readonly ImmutableArray<string> ofBallots = ["count"];

    /// <summary>Whether its number is of ballots, so that it may be of the count of the night.</summary>
    public bool IsOfBallots { get; init; }

    /// <summary>The unit of the number, given the fields; empty where a word is stated.</summary>
    public Func<ClaimFields, ImmutableArray<ClaimUnit>> Units { get; init; } = _ => [];

    /// <summary>The unit of two numbers that are stated, given the fields; empty where they are not.</summary>
    public Func<ClaimFields, ImmutableArray<ClaimUnit>> UnitsOfValues { get; init; } = _ => [];

    /// <summary>The words that may be stated; empty where a number is.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Whether its change and its record are measured.</summary>
    public bool IsPart { get; init; }

    /// <summary>How many places it takes.</summary>
    public int MostPlaces { get; init; } = 1;

    /// <summary>How many it is set against.</summary>
    public int MostThan { get; init; } = 1;

    /// <summary>How many earlier contests it takes.</summary>
    public int MostSince { get; init; } = int.MaxValue;

    /// <summary>What the measure may be given, in the order in which it is told: of a change or record, what its part takes.</summary>
    public ImmutableArray<string> Taken(ClaimFields fields)
    {
        ImmutableArray<string> all = [.. Needs, .. Takes, .. Needs.Contains("reason") ? [] : ofCounted, .. IsOfBallots ? ofBallots : []];
        if (!all.Contains("what") || ClaimKinds.Of(fields.What ?? Measure.Turnout) is not { IsPart: true } part)
        {
            return all;
        }

        var partTakes = part.Taken(fields with { What = null });
        return [.. all.Where(key => ofParts.Contains(key) ? partTakes.Contains(key) : key != "than" || partTakes.Contains(Measure is Measure.Record or Measure.PlaceRank ? "than" : "places"))];
    }

    /// <summary>Whether one of its scopes may say something under a key.</summary>
    public bool ScopeTakes(string key, ClaimFields fields) => Taken(fields).Contains(key == "without" ? "places" : key);
}
