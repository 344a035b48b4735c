using System.Collections.Immutable;

namespace Urna.Judge.Suggest;

/// <summary>Which contest an article speaks of when a sentence begins.</summary>
/// <param name="Year">The year; 0 where none was told.</param>
/// <param name="Kind">The kind; empty where none was told.</param>
/// <param name="Round">The round; 0 where none was told.</param>
/// <param name="Contests">Contests that were named; empty where none was.</param>
/// <param name="Paragraph">The paragraph in which it was told.</param>
/// <param name="Seen">All that was told so far, so that what was told once only carries further.</param>
sealed record Focus(int Year, string Kind, int Round, ImmutableArray<string> Contests, int Paragraph, ImmutableHashSet<string> Seen)
{
    /// <summary>Nothing was told yet.</summary>
    public static Focus None { get; } = new(0, "", 0, [], -1, []);

    /// <summary>Years that were told so far: where there are several, no year carries to another sentence for sure.</summary>
    public ImmutableHashSet<int> Years { get; init; } = [];

    /// <summary>Years that were told in <see cref="YearParagraph"/>.</summary>
    public ImmutableHashSet<int> YearsHere { get; init; } = [];

    /// <summary>The paragraph in which a year was told last; -1 where none was.</summary>
    public int YearParagraph { get; init; } = -1;

    /// <summary>What was told in <see cref="Paragraph"/>: where it is one thing, it holds on.</summary>
    public ImmutableHashSet<string> ToldHere { get; init; } = [];

    /// <summary>Whether the year that was told last is a contest's, and no other could be meant in a paragraph.</summary>
    public bool IsYearOf(Venue venue, int paragraph) => Year == 0 ? venue.IsOwn && Years.All(venue.Years.Contains)
        : venue.Years.Contains(Year) && (Years.All(venue.Years.Contains) || (YearParagraph == paragraph && YearsHere.All(venue.Years.Contains)));

    /// <summary>Whether what was told still holds without another word in a paragraph.</summary>
    public bool HoldsIn(int paragraph) => paragraph == Paragraph || Seen.Count(s => s.Length > 0) <= 1 || ToldHere.Count == 1;

    /// <summary>The focus after a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="paragraph">Its paragraph.</param>
    public Focus After(SentenceText sentence, int paragraph)
    {
        var after = Told(sentence, paragraph);
        if (after != this)
        {
            after = after with { ToldHere = (Paragraph == paragraph ? ToldHere : []).Add($"{after.Kind}{after.Round}{string.Concat(after.Contests)}") };
        }

        var years = sentence.Cues.Where(c => !sentence.IsSubordinate(c)).Select(c => c.Cue?.Year ?? (c.Quantity is { Kind: QuantityKind.Date, Value: [not '-', ..] and var day } ? int.Parse(day.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture) : 0)).Where(y => y > 0).ToList();
        return years.Count == 0 ? after with { YearsHere = YearsHere, YearParagraph = YearParagraph }
            : after with { YearsHere = (YearParagraph == paragraph ? YearsHere : []).Union(years), YearParagraph = paragraph };
    }

    Focus Told(SentenceText sentence, int paragraph)
    {
        // A house that is only spoken of, with nobody of a ballot in the sentence, is no new contest: “35 % trusted Congress”.
        var hasNames = sentence.Names.Any();
        var told = Suggest.Told.In(sentence.Cues.Where(c => !sentence.IsSubordinate(c) && (hasNames || c.Cue?.Kind is not ("congress" or "deputies" or "senate" or "council"))));
        if (told.IsEmpty)
        {
            return this;
        }

        var years = Years.Union(told.Years);
        if (told.IsMixed)
        {
            return None with { Years = years, Year = told.Years.Length == 1 ? told.Years[0] : 0, Paragraph = paragraph, Seen = Seen.Union(["?", "??"]) };
        }

        var seen = Seen.Add($"{string.Concat(told.Kinds)}{string.Concat(told.Rounds)}{string.Concat(told.Contests)}");
        var year = told.Years.FirstOrDefault();
        if (year != 0 && year != Year)
        {
            return new Focus(year, told.Kinds.FirstOrDefault(""), told.Rounds.FirstOrDefault(), told.Contests, paragraph, Year == 0 ? seen : seen.Union(["?", "??"])) { Years = years };
        }

        var kind = told.Kinds.FirstOrDefault("");
        return kind.Length == 0 && told.Contests.IsEmpty ? this
            : new Focus(Year, kind, told.Rounds.FirstOrDefault(kind == Kind ? Round : 0), told.Contests, paragraph, seen) { Years = years };
    }
}

/// <summary>What some words tell of the contest that is meant.</summary>
/// <param name="Years">The years.</param>
/// <param name="Kinds">The kinds.</param>
/// <param name="Rounds">The rounds.</param>
/// <param name="Contests">The contests by name.</param>
/// <param name="Days">The days, as month and day where the year is not told.</param>
sealed record Told(ImmutableArray<int> Years, ImmutableArray<string> Kinds, ImmutableArray<int> Rounds, ImmutableArray<string> Contests, ImmutableArray<string> Days)
{
    /// <summary>Whether they tell nothing.</summary>
    public bool IsEmpty => Years.IsEmpty && Kinds.IsEmpty && Rounds.IsEmpty && Contests.IsEmpty && Days.IsEmpty;

    /// <summary>Whether they tell more than one thing.</summary>
    public bool IsMixed => Years.Length > 1 || Kinds.Length > 1 || Rounds.Length > 1 || Days.Length > 1;

    /// <summary>What pieces tell.</summary>
    /// <param name="items">Cues and days.</param>
    public static Told In(IEnumerable<Item> items)
    {
        var all = items.ToList();
        var cues = all.Select(i => i.Cue).OfType<VenueCue>().ToList();
        ImmutableArray<string> kinds = [.. cues.Select(c => c.Kind).Where(k => k.Length > 0).Distinct()];
        ImmutableArray<string> days = [.. all.Select(i => i.Quantity).OfType<Quantity>().Where(q => q.Kind == QuantityKind.Date && q.Value.Length > 0).Select(q => q.Value).Distinct()];
        return new(
            [.. cues.Select(c => c.Year).Concat(days.Where(d => d[0] != '-').Select(d => int.Parse(d.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture))).Where(y => y > 0).Distinct()],
            kinds.Length == 2 && kinds.Contains("president") && kinds.Contains("primary") && cues.TrueForAll(c => c.Round == 0) ? ["primary"] : kinds,
            [.. cues.Select(c => c.Round).Where(r => r > 0).Distinct()], [.. cues.SelectMany(c => c.Contests).Distinct()], days);
    }
}
