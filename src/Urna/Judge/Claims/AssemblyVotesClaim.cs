namespace Urna.Judge.Claims;

/// <summary>Votes that somebody had in the assembly that chose, or how far ahead they were there.</summary>
public sealed record AssemblyVotesClaim : NumberClaim
{
    internal AssemblyVotesClaim(ClaimFields fields)
        : base(fields, Kind) => (Contest, Subject, Than) = (fields.Contest!, fields.Subject, fields.Than);

    /// <summary>The contest.</summary>
    public ContestName Contest { get; }

    /// <summary>For whom.</summary>
    public Subject Subject { get; }

    /// <summary>Whose votes are taken off; empty where none are.</summary>
    public System.Collections.Immutable.ImmutableArray<string> Than { get; }

    internal static ClaimKind Kind { get; } = new(Measure.AssemblyVotes, ["contest", "value", "of"], ["than", "wording"], f => new AssemblyVotesClaim(f))
    {
        Units = _ => [ClaimUnit.Votes],
    };

    internal override Terms Terms => new(Subject) { Than = Than, Stated = Stated };

    internal override Figure Figure(Measuring measuring) => measuring.AssemblyVotes(Contest);
}
