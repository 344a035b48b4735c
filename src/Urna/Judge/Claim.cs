using System.Collections.Immutable;
using Urna.Judge.Articles;
using Urna.Judge.Claims;
using Urna.Model;

namespace Urna.Judge;

/// <summary>Something that an article says of an election: one record a measure, with the fields that it takes.</summary>
/// <remarks>
/// A claim that exists has what its measure needs and nothing that it does not take: <see cref="Of"/> makes it out of fields, and its properties cannot be
/// changed afterwards. Its names are those of elections, which <see cref="ClaimJudge"/> has: it looks at them again.
/// </remarks>
public abstract record Claim
{
    /// <summary>The word of a claim that something holds.</summary>
    public const string Yes = "yes";

    /// <summary>The word of a claim that it does not.</summary>
    public const string No = "no";

    private protected Claim(ClaimFields fields, ClaimKind kind)
    {
        if (ClaimShape.Faults(fields).Distinct().ToImmutableArray() is { IsEmpty: false } faults)
        {
            throw ClaimFault.Error(fields.Id, faults, nameof(fields));
        }

        (Fields, Measure, Id, Says, Spans, Note) = (fields, kind.Measure, fields.Id, fields.Says ?? LocalizedText.Same(""), fields.Spans, fields.Note);
    }

    /// <summary>What it is about.</summary>
    public Measure Measure { get; }

    /// <summary>The id, unique among the claims that are judged together.</summary>
    public string Id { get; }

    /// <summary>The claim in words.</summary>
    public LocalizedText Says { get; }

    /// <summary>Where the article says it; empty where no place is given.</summary>
    public ImmutableArray<ClaimSpan> Spans { get; }

    /// <summary>What a reader must know of how it is judged; null if nothing.</summary>
    public LocalizedText? Note { get; }

    /// <summary>The fields that it was made of.</summary>
    internal ClaimFields Fields { get; }

    /// <summary>The number that is stated, and how it is said; null where a word or nothing is.</summary>
    internal virtual (Stated Stated, Wording Wording)? Number => null;

    /// <summary>Makes the claim that fields are.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="store">The elections whose names they use; null to leave names to the judge.</param>
    /// <exception cref="ArgumentException">The fields are no claim; the message has every fault.</exception>
    public static Claim Of(ClaimFields fields, ClaimStore? store = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return fields.Faults(store) is { IsEmpty: false } faults
            ? throw ClaimFault.Error(fields.Id, faults, nameof(fields))
            : ClaimKinds.Of(fields.Measure!.Value)!.Make(fields);
    }
}

/// <summary>A claim that counts can judge.</summary>
public abstract record CountedClaim : Claim
{
    private protected CountedClaim(ClaimFields fields, ClaimKind kind)
        : base(fields, kind) => Scopes = fields.Scopes;

    /// <summary>The ways to take it, the plainest first; empty where there is only one.</summary>
    public ImmutableArray<ClaimScope> Scopes { get; }

    /// <summary>What its number counts, before a way to take it changes anything.</summary>
    internal abstract Terms Terms { get; }

    /// <summary>What it states, in words; null where it states nothing.</summary>
    internal abstract LocalizedText? Said { get; }

    /// <summary>Computes what it is about.</summary>
    internal abstract Figure Figure(Measuring measuring);

    /// <summary>What would have been true; null where the data do not say.</summary>
    internal virtual LocalizedText? Instead(Measuring measuring, Figure figure) => figure.Instead;

    /// <summary>What holds of a figure by a rule of its own; null for that of numbers and words.</summary>
    internal virtual Verdict? VerdictOf(Figure figure) => null;

    /// <summary>The whole of what is told of a figure; null for number and detail.</summary>
    internal virtual LocalizedText? Told(Figure figure) => null;
}

/// <summary>A claim that states a number.</summary>
public abstract record NumberClaim : CountedClaim
{
    private protected NumberClaim(ClaimFields fields, ClaimKind kind)
        : base(fields, kind) => (Stated, Wording) = (fields.Value!, fields.Wording ?? Wording.Plain);

    /// <summary>The number.</summary>
    public Stated Stated { get; }

    /// <summary>How it is said.</summary>
    public Wording Wording { get; }

    internal override (Stated Stated, Wording Wording)? Number => (Stated, Wording);

    internal override LocalizedText? Said => FigureWords.Said(Stated, Wording);

    /// <summary>Places that are taken together; none for one or the whole.</summary>
    private protected static ImmutableArray<string> Together(ClaimFields fields) => fields.Places.Length > 1 ? fields.Places : [];
}

/// <summary>A claim that states a word.</summary>
public abstract record WordClaim : CountedClaim
{
    private protected WordClaim(ClaimFields fields, ClaimKind kind)
        : base(fields, kind) => Word = fields.Word ?? Yes;

    /// <summary>The word: an outcome, or <c>yes</c> or <c>no</c>.</summary>
    public string Word { get; }
}

/// <summary>A claim that no count of the store can judge.</summary>
public abstract record UncountedClaim : Claim
{
    private protected UncountedClaim(ClaimFields fields, ClaimKind kind)
        : base(fields, kind) => Reason = fields.Reason!;

    /// <summary>Why not.</summary>
    public LocalizedText Reason { get; }
}
