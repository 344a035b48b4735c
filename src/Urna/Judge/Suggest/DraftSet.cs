using System.Collections.Immutable;
using Urna.Judge.Articles;

namespace Urna.Judge.Suggest;

/// <summary>The claims that an article seems to make.</summary>
/// <param name="Claims">The drafts, in the order of the article.</param>
/// <param name="LeftOut">Sentences with numbers in which no rule found an election.</param>
public sealed record DraftSet(ImmutableArray<DraftClaim> Claims, ImmutableArray<ArticleSentence> LeftOut);
