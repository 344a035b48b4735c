using System.Collections.Immutable;
using System.Globalization;

namespace Urna.Judge.Suggest;

/// <summary>The contests that words may mean.</summary>
/// <param name="Venues">Them, the likeliest first.</param>
/// <param name="IsSure">Whether there is one and the words leave no other.</param>
sealed record VenueChoice(ImmutableArray<Venue> Venues, bool IsSure)
{
    /// <summary>Whether words of the sentence itself tell which.</summary>
    public bool IsTold { get; init; }

    /// <summary>Those of which a clause speaks.</summary>
    /// <param name="all">Every contest and chamber of the store, the claims' own first.</param>
    /// <param name="can">Which can have what is said.</param>
    /// <param name="clause">What the clause itself tells.</param>
    /// <param name="sentence">What the whole sentence tells.</param>
    /// <param name="focus">What was told before.</param>
    /// <param name="holds">Whether what was told before still holds.</param>
    /// <param name="paragraph">The paragraph of the clause.</param>
    public static VenueChoice Of(ImmutableArray<Venue> all, Func<Venue, bool> can, Told clause, Told sentence, Focus focus, bool holds, int paragraph)
    {
        var told = Merged(clause, sentence);
        var able = all.Where(can).ToImmutableArray();
        var named = Narrowed(able, told);
        if (told.IsMixed)
        {
            return new([.. named.IsEmpty ? able.Where(v => v.IsOwn) : named], false);
        }

        if (!told.IsEmpty && named.IsEmpty)
        {
            return new([.. able.Where(v => v.IsOwn)], false);
        }

        // A year that is told reaches into other elections; without one, as in “on 4 September”, the claims' own is meant.
        var isForeign = told.Years.IsEmpty && told.Contests.IsEmpty && told.Days.All(d => d[0] == '-');
        var left = isForeign ? Own(named, focus) : named;
        if (left.Length == 1)
        {
            return new(left, !isForeign || (focus.IsYearOf(left[0], paragraph) && (left[0].IsOwn || holds || focus.YearParagraph == paragraph)));
        }

        var isOther = (!told.Years.IsEmpty && focus.Year != 0 && told.Years[0] != focus.Year) || (!told.Kinds.IsEmpty && focus.Kind.Length > 0 && told.Kinds[0] != focus.Kind);
        if (isOther || !told.Rounds.IsEmpty || left.IsEmpty)
        {
            return new(left.IsEmpty ? able : left, false);
        }

        var before = new Told([], focus.Kind.Length > 0 ? [focus.Kind] : [], focus.Round > 0 ? [focus.Round] : [], focus.Contests, []);
        var focused = Narrowed(left, before);
        return focused.IsEmpty || before.IsEmpty ? new(left, false) : new([.. focused, .. focused.Length == 1 && holds ? [] : left.Except(focused)], focused.Length == 1 && holds && (!isForeign || focus.IsYearOf(focused[0], paragraph)));
    }

    static ImmutableArray<Venue> Own(ImmutableArray<Venue> named, Focus focus)
    {
        var ofYear = focus.Year == 0 ? [] : named.Where(v => v.Years.Contains(focus.Year)).ToImmutableArray();
        ImmutableArray<Venue> own = [.. named.Where(v => v.IsOwn)];
        return !ofYear.IsEmpty ? ofYear : !own.IsEmpty ? own : named;
    }

    static Told Merged(Told clause, Told sentence) => new(
        clause.Years.IsEmpty ? sentence.Years : clause.Years, clause.Kinds.IsEmpty && clause.Contests.IsEmpty ? sentence.Kinds : clause.Kinds, clause.Rounds.IsEmpty && clause.Contests.IsEmpty ? sentence.Rounds : clause.Rounds,
        clause.Contests.IsEmpty && clause.Kinds.IsEmpty ? sentence.Contests : clause.Contests, clause.Days.IsEmpty ? sentence.Days : clause.Days);

    static ImmutableArray<Venue> Narrowed(ImmutableArray<Venue> venues, Told told)
    {
        var left = venues.Where(v => (told.Years.IsEmpty || told.Years.Any(v.Years.Contains)) && (told.Kinds.IsEmpty || told.Kinds.Any(k => VenueKinds.Fits(v, k)))
            && (told.Rounds.IsEmpty || told.Rounds.Contains(v.Round)) && (told.Contests.IsEmpty || told.Contests.Contains($"{v.Election.Id}/{v.Contest?.Id}"))).ToImmutableArray();
        var days = left.Where(v => v.Contest is { } contest && told.Days.Any(d => contest.Date.ToString(d[0] == '-' ? "--MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture) == d)).ToImmutableArray();
        return told.Days.IsEmpty ? left : days;
    }
}
