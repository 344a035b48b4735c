using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>What a sentence seems to claim of an election.</summary>
sealed class SentenceReading
{
    static readonly HashSet<string> joints = ["AND", "Y", "E", "WHILE", "BUT", "MIENTRAS", "PERO"];

    static readonly System.Buffers.SearchValues<char> marks = System.Buffers.SearchValues.Create(",;:—–()");

    readonly string text;
    readonly Venues venues;
    readonly ImmutableArray<Token> tokens;
    readonly ImmutableArray<Quantity> quantities;
    readonly ImmutableArray<Mention> mentions;
    readonly ImmutableHashSet<Venue> around;

    public SentenceReading(string text, Venues venues)
    {
        this.text = text;
        this.venues = venues;
        tokens = Token.Of(text);
        quantities = [.. Quantities.Of(tokens)];
        around = venues.Around(tokens);
        mentions = [.. venues.Names.In(tokens).Select(m => m with { Meant = [.. m.Meant.Where(o => around.Contains(o.Venue))] }).Where(m => !m.Meant.IsEmpty)];
    }

    /// <summary>Whether the sentence has any number but years.</summary>
    public bool HasNumbers => quantities.Any(q => q.Kind != QuantityKind.Bare || q.After > q.First + 1 || tokens[q.First].Raw is not [_, _, _, _]);

    /// <summary>Each claim: where its words begin and end, and what the rules guess of it.</summary>
    public IEnumerable<(int Start, int End, ImmutableArray<DraftField> Fields)> Claims()
    {
        var claims = quantities.Select(q => (Quantity: q, Fields: Fields(q))).Where(c => !c.Fields.IsDefault).ToList();
        return claims.Select(c => claims.Count == 1 ? (0, text.Length, c.Fields) : (ClauseOf(c.Quantity).Start, ClauseOf(c.Quantity).End, c.Fields));
    }

    ImmutableArray<DraftField> Fields(Quantity quantity)
    {
        var (start, end) = ClauseOf(quantity);
        ImmutableArray<Token> clause = [.. tokens.Where(t => t.Start >= start && t.End <= end)];
        return Cues.Elsewhere.In(clause) ? default : quantity.Kind switch
        {
            QuantityKind.Percent => Percent(quantity, clause),
            QuantityKind.Points => Points(quantity, clause),
            QuantityKind.People => People(quantity, clause),
            QuantityKind.Seats => Seats("seats", quantity),
            QuantityKind.Majority => Cues.Seats.In(tokens) || around.Any(v => v.Contest is null && IsTitled(v)) || Named(quantity) is null
                ? Seats("majority", quantity with { Value = quantity.Wording == Wording.Over ? "yes" : "no", Wording = Wording.Plain }) : Shares("share", quantity),
            QuantityKind.Rank when quantity.Value.Length > 0 => Shares("rank", quantity),
            QuantityKind.Date when quantity.Value.Length > 0 && quantities.All(q => q.Kind is QuantityKind.Date or QuantityKind.Bare) && Cues.Vote.In(tokens) =>
                Make("date", quantity, For(v => v.Contest is not null), null),
            _ => default,
        };
    }

    ImmutableArray<DraftField> Percent(Quantity quantity, ImmutableArray<Token> clause)
    {
        var isNamedHere = mentions.Any(m => clause.Contains(tokens[m.First]));
        return Cues.Turnout.In(clause) ? Roll("turnout", quantity)
            : Cues.Abstention.In(clause) ? Roll("abstention", quantity)
            : Cues.Seats.In(clause) ? Seats("seat-share", quantity)
            : isNamedHere ? Shares("share", quantity)
            : Cues.Turnout.In(tokens) ? Roll("turnout", quantity)
            : Cues.Abstention.In(tokens) ? Roll("abstention", quantity)
            : mentions.IsEmpty ? default : Shares("share", quantity);
    }

    ImmutableArray<DraftField> Points(Quantity quantity, ImmutableArray<Token> clause)
    {
        if (Cues.Turnout.In(tokens) && (Cues.Rose.In(tokens) || Cues.Fell.In(tokens)))
        {
            var where = For(v => v.Contest is not null);
            ImmutableArray<string> since = where is [{ Contest.FirstRound: { } first }] ? [first] : [];
            var fell = Cues.Fell.In(tokens) ? quantity with { Value = $"-{quantity.Value}" } : quantity;
            return Make("change", fell, where, null, new DraftField("what", ["turnout"]), new DraftField("since", since));
        }

        return Cues.Lead.In(tokens) || Cues.Won.In(tokens) ? Margin(quantity) : default;
    }

    ImmutableArray<DraftField> People(Quantity quantity, ImmutableArray<Token> clause) =>
        Cues.Lead.In(clause) && !mentions.IsEmpty ? Margin(quantity)
        : mentions.Any(m => clause.Contains(tokens[m.First])) && Named(quantity) is not null ? Shares("votes", quantity)
        : Cues.Voted.In(clause) ? Make("votes", quantity, For(v => v.Contest is not null), ["cast"])
        : Cues.Lead.In(tokens) && !mentions.IsEmpty ? Margin(quantity)
        : !mentions.IsEmpty ? Shares("votes", quantity)
        : default;

    ImmutableArray<DraftField> Roll(string measure, Quantity quantity) => Make(measure, quantity, For(v => v.Contest is not null), null);

    ImmutableArray<DraftField> Shares(string measure, Quantity quantity)
    {
        var named = Named(quantity);
        var where = For(v => v.Contest is not null && (named is null || named.Meant.Any(m => m.Venue == v)));
        var (start, end) = ClauseOf(quantity);
        ImmutableArray<string> measures = measure == "share" && Cues.Groups.In([.. tokens.Where(t => t.Start >= start && t.End <= end)]) ? ["inferred-share", "needs-data", measure] : [measure];
        return Make(measures, quantity, where, OfIn(named, where));
    }

    ImmutableArray<DraftField> Seats(string measure, Quantity quantity)
    {
        var named = Named(quantity);
        var where = For(v => (v.Contest is null || !v.Contest.Seats.IsEmpty) && (named is null || named.Meant.Any(m => m.Venue == v)));
        return Make(measure, quantity, where, OfIn(named, where));
    }

    ImmutableArray<DraftField> Margin(Quantity quantity)
    {
        var named = Named(quantity);
        var where = For(v => v.Contest is not null && (named is null || named.Meant.Any(m => m.Venue == v)));
        var of = OfIn(named, where);
        var (start, end) = ClauseOf(quantity);
        if (Cues.Between.In([.. tokens.Where(t => t.Start >= start && t.End <= end)]) && mentions.Length > 1)
        {
            of = [.. mentions.SelectMany(m => OfIn(m, where)).Distinct()];
            return Make("margin", quantity, where, of, new DraftField("than", of));
        }

        var others = mentions.Where(m => m != named).SelectMany(m => OfIn(m, where)).Where(o => !of.Contains(o)).Distinct().ToImmutableArray();
        var rivals = where.SelectMany(v => v.Contest!.Candidacies).Select(c => c.Choice).Distinct().Where(c => !of.Contains(c)).ToImmutableArray();
        return Make("margin", quantity, where, of, new DraftField("than", others.Length == 1 ? others : rivals.Length == 1 ? rivals : others));
    }

    static ImmutableArray<string> OfIn(Mention? named, ImmutableArray<Venue> where) =>
        named is null ? [] : [.. named.Meant.Where(m => where.Contains(m.Venue)).Select(m => m.Of).DistinctBy(FoldedName.Of)];

    static ImmutableArray<DraftField> Make(string measure, Quantity quantity, ImmutableArray<Venue> where, ImmutableArray<string>? of, params ReadOnlySpan<DraftField> more) =>
        Make([measure], quantity, where, of, more);

    static ImmutableArray<DraftField> Make(ImmutableArray<string> measures, Quantity quantity, ImmutableArray<Venue> where, ImmutableArray<string>? of, params ReadOnlySpan<DraftField> more)
    {
        var fields = ImmutableArray.CreateBuilder<DraftField>();
        fields.Add(new DraftField("measure", measures));
        fields.Add(new DraftField(where is [{ Contest: null }] ? "chamber" : "contest", [.. where.Where(v => where.Length == 1 || v.Contest is not null).Select(v => v.Name)]));
        if (of is { } names)
        {
            fields.Add(new DraftField("of", names));
        }

        fields.AddRange(more);
        if (quantity.Wording != Wording.Plain)
        {
            fields.Add(new DraftField("wording", [Spelling.Kebab(quantity.Wording)]));
        }
        else if (quantity.IsRound)
        {
            fields.Add(new DraftField("wording", ["about", "almost", "over", "plain"]));
        }

        fields.Add(new DraftField("value", [quantity.Value]));
        return fields.ToImmutable();
    }

    ImmutableArray<Venue> For(Func<Venue, bool> can) =>
        venues.For(tokens, quantities.Where(q => q.Kind == QuantityKind.Date).Select(q => q.Value), around.Where(can), v => mentions.All(m => m.Meant.Any(o => o.Venue == v)));

    /// <summary>Whether a sentence has a word of a chamber's title.</summary>
    bool IsTitled(Venue venue) => new[] { venue.Title.English, venue.Title.Spanish }.Any(t => tokens.Any(w => w.Folded == FoldedName.Of(t)));

    /// <summary>Whom a number is of: the nearest name before it in its clause, else after it there, else in the sentence.</summary>
    Mention? Named(Quantity quantity)
    {
        var (start, end) = ClauseOf(quantity);
        var here = mentions.Where(m => tokens[m.First].Start >= start && tokens[m.After - 1].End <= end).ToList();
        return Nearest(here) ?? Nearest(mentions);

        Mention? Nearest(IReadOnlyList<Mention> among) => among.LastOrDefault(m => m.After <= quantity.First) ?? among.FirstOrDefault(m => m.First >= quantity.After);
    }

    /// <summary>The part of the sentence, between marks or conjunctions, that a number stands in.</summary>
    (int Start, int End) ClauseOf(Quantity quantity)
    {
        var (start, end) = (quantity.First, quantity.After - 1);
        while (start > 0 && !IsJoint(start - 1, start) && !IsTakenBefore(start))
        {
            start--;
        }

        while (end < tokens.Length - 1 && !IsJoint(end + 1, end + 1) && !HasMark(end, end + 1))
        {
            end++;
        }

        return (tokens[start].Start, tokens[end].End);

        // “Between A and B” is one thing.
        bool IsJoint(int joint, int next) => !Cues.Between.In([.. tokens.Skip(joint - 4).Take(Math.Min(4, joint))]) && joints.Contains(tokens[joint].Folded) || (joint != next && HasMark(joint, next));

        // A number of the same sentence ends where the next clause begins, even without a mark.
        bool IsTakenBefore(int at) => quantities.Any(q => q != quantity && q.Kind is not (QuantityKind.Date or QuantityKind.Bare or QuantityKind.Rank) && q.After == at);
    }

    bool HasMark(int left, int right) => text.AsSpan(tokens[left].End, tokens[right].Start - tokens[left].End).IndexOfAny(marks) >= 0;
}
