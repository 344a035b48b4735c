using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Claims;

/// <summary>A share that no count shows and that is inferred.</summary>
public sealed record InferredShareClaim : CountedClaim
{
    internal InferredShareClaim(ClaimFields fields)
        : base(fields, Kind) => (Contest, From, Rows, Columns, Stated, Wording) =
            (fields.Contest!, fields.From!, fields.Of, fields.Than, fields.Value, fields.Wording ?? Wording.Plain);

    /// <summary>The contest of the columns.</summary>
    public ContestName Contest { get; }

    /// <summary>The contest of the rows.</summary>
    public ContestName From { get; }

    /// <summary>The rows, taken together.</summary>
    public ImmutableArray<string> Rows { get; }

    /// <summary>The column, or two of which the first is ahead of the second.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>The number that is stated; null if none is.</summary>
    public Stated? Stated { get; }

    /// <summary>How it is said.</summary>
    public Wording Wording { get; }

    internal static ClaimKind Kind { get; } = new(Measure.InferredShare, ["contest", "from", "of", "than"], ["value", "wording"], f => new InferredShareClaim(f))
    {
        MostThan = 2,
        Units = f => [f.Than.Length > 1 ? ClaimUnit.Points : ClaimUnit.Share],
    };

    internal override Terms Terms => new(new Subject(Rows, []));

    internal override Figure Figure(Measuring measuring) => measuring.Estimate(this);

    internal override (Stated Stated, Wording Wording)? Number => Stated is null ? null : (Stated, Wording);

    internal override LocalizedText? Said => Stated is null ? null : FigureWords.Said(Stated, Wording);
}
