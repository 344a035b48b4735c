using System.Collections.Immutable;
using Urna.Judge.Articles;
using Urna.Judge.Suggest;
using Urna.Model;

namespace Urna.Judge;

/// <summary>Claims that were read, with the elections that they are judged by.</summary>
/// <param name="Election">The election that they are about, as they name it.</param>
/// <param name="Title">Where they stand.</param>
/// <param name="Claims">The claims, in order.</param>
/// <param name="Store">The elections that they are judged by.</param>
public sealed record ClaimSet(string Election, LocalizedText Title, ImmutableArray<Claim> Claims, ClaimStore Store)
{
    /// <summary>The article that they are bound to; null if none was given.</summary>
    public Article? Article { get; init; }

    /// <summary>What the article seems to claim besides, of which a person has to say what is meant; nothing is judged of it.</summary>
    public ImmutableArray<DraftClaim> Open { get; init => field = Given.All(value); } = [];

    /// <summary>Where the article was published; null if the file does not say.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Who answers for the verdicts; null if the file does not say.</summary>
    public Reviewer? Reviewer { get; init; }
}

/// <summary>Claims with what holds of each.</summary>
/// <param name="Set">The claims.</param>
/// <param name="Judgements">What holds of each, in their order.</param>
public sealed record JudgedClaims(ClaimSet Set, ImmutableArray<Judgement> Judgements);
