using System.Collections.Immutable;

namespace Urna.Judge.Suggest;

/// <summary>Who a pronoun means, or “his rival” on a ballot of two.</summary>
static class Pronouns
{
    static readonly Phrases<bool> same = new Phrases<bool>().Add(true, "HE|SHE|ELLA|EL MISMO|THEY|IT|ESTE|ESTA");

    static readonly Phrases<bool> other = new Phrases<bool>().Add(true, "HIS RIVAL|HER RIVAL|HIS OPPONENT|HER OPPONENT|SU RIVAL|SU CONTENDOR|SU CONTENDORA|SU OPONENTE|SU CONTRINCANTE|SU ADVERSARIO|SU ADVERSARIA");

    /// <summary>The name that is meant; null where the words leave more than one.</summary>
    /// <param name="pronoun">The pronoun.</param>
    /// <param name="tokens">The words of the sentence.</param>
    /// <param name="subject">Whom the text is about; null if nobody for sure.</param>
    /// <param name="last">The name before it in the sentence; null if none.</param>
    public static Item? Meant(Item pronoun, ImmutableArray<Token> tokens, Item? subject, Item? last)
    {
        if (subject is null)
        {
            return null;
        }

        if (same.At(tokens, pronoun.First).Length == pronoun.After - pronoun.First)
        {
            return last is null || last == subject ? subject with { Class = 'N' } : null;
        }

        if (other.At(tokens, pronoun.First).Length == 0)
        {
            return null;
        }

        ImmutableArray<Meaning> rivals = [.. subject.Meanings.Where(m => m.Venue is { Choices: 2, Contest: not null })
            .SelectMany(m => m.Venue.Contest!.Candidacies.Where(c => c.Choice != m.Of).Select(c => new Meaning(m.Venue, c.Choice, true)))];
        return rivals.IsEmpty ? null : subject with { Class = 'N', Meanings = rivals };
    }
}
