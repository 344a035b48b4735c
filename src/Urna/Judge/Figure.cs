using System.Collections.Immutable;
using Urna.Infer.Uncertainty;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Judge;

/// <summary>A number that was computed for a claim, and where it comes from.</summary>
/// <param name="Value">The number; null if it cannot be computed.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="DenominatorName">What it is a part of; null if of nothing.</param>
/// <param name="Denominator">How many that are; null if of nothing.</param>
/// <param name="Missing">What is missing for it; null if it could be computed.</param>
/// <param name="Query">The command that shows the counts.</param>
public sealed record Figure(Fraction? Value, ClaimUnit Unit, LocalizedText? DenominatorName, long? Denominator, LocalizedText? Missing, string Query)
{
    /// <summary>An estimate's interval and bounds; null for a count.</summary>
    public Inferred? Inferred { get; init; }

    /// <summary>Ids of the sources of the counts.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The rows of tables from which it was computed.</summary>
    public ImmutableArray<SourceRows> Rows { get; init; } = [];

    /// <summary>Between what it may lie, given what its data lack; null where they lack nothing that changes it.</summary>
    public PossibleRange? Possible { get; init; }

    /// <summary>The earlier number, where a claim says from what to what it went; null elsewhere.</summary>
    public Figure? Earlier { get; init; }

    /// <summary>The ballot or whole that a share or rank is of; null elsewhere.</summary>
    public LocalizedText? Base { get; init; }

    /// <summary>How much of what is counted the data have.</summary>
    public Completeness Completeness { get; init; } = Completeness.Full;

    /// <summary>What a reader must know of the data.</summary>
    public ImmutableArray<LocalizedText> Notes { get; init; } = [];

    /// <summary>What else is true beside it, and that a reader would ask for; null if nothing.</summary>
    public LocalizedText? But { get; init; }

    /// <summary>An outcome as a word; null for numbers.</summary>
    public string? Word { get; init; }

    /// <summary>Whether the word that is stated holds; null where a number is judged.</summary>
    public bool? Holds { get; init; }

    /// <summary>Seats that a majority or a quorum takes; null elsewhere.</summary>
    public int? Needed { get; init; }

    /// <summary>What is told beside the number; null if nothing.</summary>
    public LocalizedText? Detail { get; init; }

    /// <summary>What would have been true where the claim is contradicted; null if it is not, or the data do not say.</summary>
    public LocalizedText? Instead { get; init; }
}

/// <summary>How much of what is counted the data have.</summary>
/// <param name="Known">The part of the votes that is known at least, in [0, 1]; null where nothing bounds what is lacking.</param>
/// <param name="Missing">What is lacking, for people; empty if nothing is.</param>
public sealed record Completeness(double? Known, ImmutableArray<LocalizedText> Missing)
{
    /// <summary>That of data that lack nothing.</summary>
    public static Completeness Full { get; } = new(1, []);

    /// <summary>That of two figures together: the lesser of both.</summary>
    internal static Completeness Together(Completeness a, Completeness b) =>
        new(a.Known is { } x && b.Known is { } y ? Math.Min(x, y) : null, [.. a.Missing.Union(b.Missing)]);
}

/// <summary>An inferred share.</summary>
/// <param name="Share">The estimate, in [0, 1]; null where nothing but bounds can be told.</param>
/// <param name="Lower">The lower end of its interval.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Level">How often such an interval holds the truth.</param>
/// <param name="BoundLower">The least share that the units' totals allow.</param>
/// <param name="BoundUpper">The greatest.</param>
/// <param name="Coverage">How often such an interval held the truth where it is published; null where its ends are the bounds.</param>
/// <param name="Observable">Whether units tell these people apart, so that an estimate says anything of them.</param>
public sealed record Inferred(double? Share, double Lower, double Upper, double Level, double BoundLower, double BoundUpper, IntervalCoverage? Coverage, bool Observable);

/// <summary>What holds of a claim under one way to take it.</summary>
/// <param name="Scope">The way; null where the claim has only one.</param>
/// <param name="Figure">What was computed.</param>
/// <param name="Verdict">What holds.</param>
public sealed record ScopeJudgement(ClaimScope? Scope, Figure Figure, Verdict Verdict);

/// <summary>What holds of a claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">The verdict over all ways to take it.</param>
/// <param name="Scopes">What holds under each, the plainest first.</param>
/// <param name="Explanation">Why, in words.</param>
public sealed record Judgement(Claim Claim, Verdict Verdict, ImmutableArray<ScopeJudgement> Scopes, LocalizedText Explanation)
{
    /// <summary>What a reader must know of the data by which it was judged.</summary>
    public ImmutableArray<LocalizedText> Notes => [.. Scopes.SelectMany(s => s.Figure.Notes).Distinct()];
}
