using System.Collections.Immutable;
using Urna.Judge.Articles;

namespace Urna.Judge.Suggest;

/// <summary>Drafts claims from articles about one election, by plain rules.</summary>
/// <remarks>
/// A draft without anything to choose is one of which the words leave no other reading. The count is looked at for one thing only: to ask a person where it contradicts one
/// reading and another of the same words holds. Safe for any number of threads.
/// </remarks>
public sealed class DraftReader
{
    readonly ClaimStore store;
    readonly ImmutableArray<Venue> venues;
    readonly Chunker chunker;

    /// <summary>Learns the names of a store.</summary>
    /// <param name="store">The elections.</param>
    /// <param name="names">Usual other names; null for none.</param>
    public DraftReader(ClaimStore store, NameBook? names = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        var (own, book) = (store.Election(null)!, names ?? NameBook.Empty);
        this.store = store;
        venues = [.. store.Elections.Order(StringComparer.Ordinal).Select(id => store.Election(id)!).OrderBy(e => e.Id != own.Id).SelectMany(e => Venue.Of(e, e.Id == own.Id))];
        chunker = new Chunker(new NameIndex(venues, book), new PlaceIndex(venues.Select(v => v.Election).Distinct(), book), Contests(book));
    }

    /// <summary>What an article seems to say of the election.</summary>
    /// <param name="article">The article.</param>
    public DraftSet Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new ArticleReading(article, store, venues, chunker).Drafts();
    }

    static Phrases<VenueCue> Contests(NameBook book)
    {
        var contests = new Phrases<VenueCue>();
        foreach (var other in book.Contests)
        {
            foreach (var also in other.Also.Select(Token.WordsOf).Where(w => !w.IsEmpty))
            {
                contests.Add(new VenueCue("", 0, 0, other.Of), string.Join(' ', also));
            }
        }

        return contests;
    }
}
