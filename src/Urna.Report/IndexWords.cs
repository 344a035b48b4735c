using System.Collections.Immutable;
using Urna.Power;

namespace Urna.Report;

/// <summary>An index as people read it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it says, in a line.</param>
/// <param name="ByList">Its value by list; a dash where there is none.</param>
/// <param name="ByParty">Its value by party; a dash where there is none.</param>
public sealed record IndexLine(string Name, string Meaning, string ByList, string ByParty);

/// <summary>Says what indices and kinds of standing are.</summary>
public static class IndexWords
{
    /// <summary>One line an index.</summary>
    /// <param name="indices">The indices of a contest.</param>
    /// <param name="e">The readers' words.</param>
    public static ImmutableArray<IndexLine> Of(ContestIndices indices, Wording e)
    {
        return
        [
            Line("Gallagher", e.Say("index.distance-of-seats-from-votes-in"), i => Points(i.Gallagher)),
            Line("Loosemore-Hanby", e.Say("index.share-of-the-seats-that-exact"), i => Points(i.LoosemoreHanby)),
            Line("Sainte-Laguë", e.Say("index.squared-differences-each-beside-its-votes"), i => Number(i.SainteLague)),
            Line("D’Hondt", e.Say("index.seats-for-each-vote-of-the"), i => Number(i.DHondt)),
            Line("Rae", e.Say("index.mean-difference-of-those-who-took"), i => Points(i.Rae)),
            Line(e.Say("index.largest-deviation-lijphart-1994"), e.Say("index.the-difference-that-is-greatest"), i => Points(i.LargestDeviation)),
            Line(e.Say("index.two-largest-lijphart-1984"), e.Say("index.mean-difference-of-the-two-with"), i => Points(i.TwoLargest)),
            Line(e.Say("term.effective-number-votes"), e.Say("index.so-many-equal-ones-would-split"), i => Number(i.EffectiveByVotes, 2)),
            Line(e.Say("term.effective-number-seats"), e.Say("index.so-many-equal-ones-would-split-2"), i => Number(i.EffectiveBySeats, 2)),
        ];

        IndexLine Line(string name, string meaning, Func<Disproportionality, string> value) =>
            new(name, meaning, indices.ByList is { } list ? value(list) : "–", indices.ByParty is { } party ? value(party) : "–");

        string Points(double? share) => e.Percent(share, 2);

        string Number(double? value, int decimals = 4) => value is { } v ? e.Numbers.Number(v, decimals) : "–";
    }

    /// <summary>How persons stand to the parties.</summary>
    /// <param name="standing">How they stand.</param>
    /// <param name="e">The readers' words.</param>
    public static string Of(Standing standing, Wording e) => standing switch
    {
        Standing.OutsideLists => e.Say("term.outside-any-list"),
        Standing.IndependentList => e.Say("index.on-lists-of-independents-only"),
        Standing.OnPartyList => e.Say("index.without-a-party-on-lists-with"),
        _ => e.Say("term.of-a-party"),
    };
}
