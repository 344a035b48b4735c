using System.Collections.Immutable;
using Urna.Model;
using Urna.Power;

namespace Urna.Judge;

/// <summary>A way in which a fair reader might take a claim.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="Of">Choices, lists or parties that it counts; empty for the claim's own.</param>
/// <param name="Without">Places that it leaves out.</param>
/// <param name="Base">What shares are of; null for the claim's own.</param>
/// <remarks>A claim that has it checks it: by itself it is what somebody wrote.</remarks>
public sealed record ClaimScope(LocalizedText Name, ImmutableArray<string> Of, ImmutableArray<string> Without, ShareBase? Base)
{
    /// <summary>Choices, lists or parties that it counts; empty for the claim's own.</summary>
    public ImmutableArray<string> Of { get; init => field = Given.Names(value); } = Given.Names(Of);

    /// <summary>Places that it leaves out.</summary>
    public ImmutableArray<string> Without { get; init => field = Given.Names(value); } = Given.Names(Without);

    /// <summary>Standings to the parties that it counts besides.</summary>
    public ImmutableArray<Standing> Standing { get; init => field = Given.All(value); } = [];

    /// <summary>The kind of law whose quorum is asked for; null for the claim's own.</summary>
    public string? Matter { get; init; }

    /// <summary>The day whose quorums hold; null for the claim's own.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Members of the chamber, ≥ 1; null for the claim's own.</summary>
    public int? Members { get; init; }

    /// <summary>Whether it names whom it counts.</summary>
    internal bool HasSubject => !Of.IsEmpty || !Standing.IsEmpty;

    /// <summary>Whether it says something under a key of claims files.</summary>
    internal bool States(string key) => key switch
    {
        "of" => !Of.IsEmpty,
        "without" => !Without.IsEmpty,
        "base" => Base is not null,
        "standing" => !Standing.IsEmpty,
        "matter" => Matter is not null,
        "date" => Date is not null,
        "members" => Members is not null,
        _ => false,
    };
}
