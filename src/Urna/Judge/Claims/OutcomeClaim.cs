using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Claims;

/// <summary>How the law ends a contest: at once, by a second vote, by Congress, or in a tie.</summary>
public sealed record OutcomeClaim : WordClaim
{
    internal OutcomeClaim(ClaimFields fields)
        : base(fields, Kind) => (Contest, Winners, Between) = (fields.Contest!, fields.Of, fields.Between);

    /// <summary>The contest.</summary>
    public ContestName Contest { get; }

    /// <summary>Who won in the end; empty where not stated.</summary>
    public ImmutableArray<string> Winners { get; }

    /// <summary>Between whom it is decided; empty where not stated.</summary>
    public ImmutableArray<string> Between { get; }

    internal static ClaimKind Kind { get; } = new(Measure.Outcome, ["contest", "value"], ["of", "between"], f => new OutcomeClaim(f))
    {
        // Whoever claims something of an outcome that data leave open waits for the data.
        Words = [.. Allocate.Account.Outcome.Words.Where(w => w != "incomplete")],
    };

    internal override Terms Terms => new(new Subject(Winners, []));

    internal override Figure Figure(Measuring measuring) => measuring.Outcome(Contest, Word, Between);

    internal override LocalizedText? Said => FigureWords.Outcome(Word);
}
