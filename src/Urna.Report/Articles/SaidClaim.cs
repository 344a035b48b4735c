using System.Collections.Immutable;
using Urna.Contract;
using Urna.Judge;
using Urna.Judge.Articles;
using Urna.Judge.Suggest;

namespace Urna.Report.Articles;

/// <summary>A claim as an article's page marks it: judged, or an open question.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Spans">Where the article makes it.</param>
/// <param name="Class">The class of its marks.</param>
/// <param name="Sign">A sign for what holds, so that it is not told by colour alone.</param>
/// <param name="Word">What holds, in words.</param>
sealed record SaidClaim(string Id, ImmutableArray<ClaimSpan> Spans, string Class, string Sign, Func<Wording, string> Word)
{
    /// <summary>The claims of an article: the judged ones, then the open ones.</summary>
    /// <param name="judgements">The judged ones.</param>
    /// <param name="open">Those of which a person has to say what is meant.</param>
    public static ImmutableArray<SaidClaim> Of(ImmutableArray<Judgement> judgements, ImmutableArray<DraftClaim> open) =>
    [
        .. judgements.Select(j => new SaidClaim(j.Claim.Id, j.Claim.Spans, ClaimWords.Class(j.Verdict), ClaimWords.Sign(j.Verdict), w => ClaimWords.Of(ClaimJson.Name(j.Verdict), w))),
        .. open.Select(d => new SaidClaim(d.Id, [new ClaimSpan(d.Words, d.Occurrence)], "v-open", "?", w => w.Say("claims-page.open-question"))),
    ];
}
