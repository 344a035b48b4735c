using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>Fields of a draft as those of a claim.</summary>
public static class DraftFields
{
    static readonly HashSet<string> keys = ["measure", "contest", "chamber", "of", "than", "places", "base", "level", "out-of", "what", "since", "wording", "value", "values", "order", "count"];

    static readonly Dictionary<string, Measure> measures = Enum.GetValues<Measure>().ToDictionary(m => Spelling.Kebab(m));

    static readonly Dictionary<string, Wording> wordings = Enum.GetValues<Wording>().ToDictionary(w => Spelling.Kebab(w));

    static readonly Dictionary<string, ShareBase> bases = Enum.GetValues<ShareBase>().ToDictionary(b => Spelling.Kebab(b));

    /// <summary>The claim's fields; null while something is left to choose.</summary>
    /// <param name="draft">A draft.</param>
    public static ClaimFields? Of(DraftClaim draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Of(draft.Id, draft.Fields) is { } fields ? fields with { Says = LocalizedText.Same(draft.Words), Spans = [new(draft.Words, draft.Occurrence)] } : null;
    }

    /// <summary>The claims that drafts are, and the drafts that a person has to answer first.</summary>
    /// <param name="drafts">The drafts.</param>
    /// <param name="store">The elections whose names they use.</param>
    /// <returns>Claims, in the order of the drafts; and the drafts of which something is open, or names what no election has.</returns>
    public static (ImmutableArray<Claim> Sure, ImmutableArray<DraftClaim> Open) Parted(IEnumerable<DraftClaim> drafts, ClaimStore store)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        var known = drafts.Select(d => (Draft: d, Fields: Of(d) is { } fields && fields.Faults(store).IsEmpty ? fields : null)).ToList();
        return ([.. known.Select(k => k.Fields).OfType<ClaimFields>().Select(f => Claim.Of(f, store))], [.. known.Where(k => k.Fields is null).Select(k => k.Draft)]);
    }

    // What no field says, or no word is, leaves the draft open: it is asked, never left out.
    internal static ClaimFields? Of(string id, ImmutableArray<DraftField> fields)
    {
        string? One(string key) => fields.FirstOrDefault(f => f.Key == key) is { } field ? field.Values[0] : null;
        if (fields.Any(f => f.IsOpen || !keys.Contains(f.Key)) || One("measure") is not { } measure || !measures.TryGetValue(measure, out var known)
            || !Is(measures, "what") || !Is(bases, "base") || !Is(wordings, "wording"))
        {
            return null;
        }

        var isWord = known is Measure.Majority or Measure.Outcome or Measure.Quorum;
        return new ClaimFields
        {
            Id = id,
            Measure = known,
            Contest = One("contest") is { } contest ? ContestName.Parse(contest) : null,
            Chamber = One("chamber"),
            Of = List("of"),
            Than = List("than"),
            Places = List("places"),
            Base = One("base") is { } ofWhat ? bases[ofWhat] : null,
            Level = One("level"),
            OutOf = One("out-of") is { } outOf ? Stated.Parse(outOf) : null,
            What = One("what") is { } what ? measures[what] : null,
            Since = [.. List("since").Select(ContestName.Parse)],
            Values = [.. List("values").Select(Stated.Parse).OfType<Stated>()],
            IsLowestFirst = One("order") == "lowest",
            IsOfTheNight = One("count") == "night",
            Wording = One("wording") is { } wording ? wordings[wording] : null,
            Value = !isWord && One("value") is { } value ? Stated.Parse(value) : null,
            Word = isWord ? One("value") : null,
        };

        bool Is<T>(Dictionary<string, T> words, string key) => One(key) is not { } word || words.ContainsKey(word);
        ImmutableArray<string> List(string key) => fields.FirstOrDefault(f => f.Key == key)?.Values ?? [];
    }
}
