using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Scenarios.Changes;

/// <summary>How a swing meets districts.</summary>
public enum SwingKind
{
    /// <summary>As many points in each district.</summary>
    Uniform,

    /// <summary>In each district in proportion to the list's share there.</summary>
    Proportional,
}

/// <summary>A change of the shares of lists.</summary>
/// <param name="Kind">How it meets districts.</param>
/// <param name="Points">Points by list, in [−100, 100]; lists that are not named make up for them in proportion to their votes.</param>
public sealed record VoteSwing(SwingKind Kind, ImmutableArray<VoteShare> Points)
{
    /// <summary>Points by list.</summary>
    public ImmutableArray<VoteShare> Points { get; init; } = Checked.List(Points, "points");
}

/// <summary>Votes more, or fewer.</summary>
/// <param name="District">Where.</param>
/// <param name="Of">The list or person.</param>
/// <param name="Votes">How many; negative for fewer.</param>
public sealed record VotesMore(string District, string Of, long Votes)
{
    /// <summary>Where.</summary>
    public string District { get; init; } = Checked.Text(District, "district");

    /// <summary>The list or person.</summary>
    public string Of { get; init; } = Checked.Text(Of, "of");

    /// <summary>The list or person from whom they are taken; null for new votes.</summary>
    public string? From { get; init; }
}

/// <summary>Whose votes go where.</summary>
/// <param name="Rows">Rows by list, person, or count beside them; who is not named keeps the votes.</param>
public sealed record VoteTransfer(ImmutableArray<TransferRow> Rows)
{
    /// <summary>Rows by list, person, or count beside them.</summary>
    public ImmutableArray<TransferRow> Rows { get; init; } = Checked.List(Rows, "rows");
}

/// <summary>Where the votes of one list or person go.</summary>
/// <param name="From">The list or person; or <c>blank</c>, <c>null</c>, <c>blank-or-null</c> and <c>abstention</c>.</param>
/// <param name="To">Shares of at most 1 in all; what is left goes nowhere.</param>
public sealed record TransferRow(string From, ImmutableArray<VoteShare> To)
{
    /// <summary>The list or person, or a count beside them.</summary>
    public string From { get; init; } = Checked.Text(From, "from");

    /// <summary>Shares by list or person.</summary>
    public ImmutableArray<VoteShare> To { get; init; } = Checked.List(To, "to");
}
