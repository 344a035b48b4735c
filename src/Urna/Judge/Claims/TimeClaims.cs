using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Claims;

/// <summary>A claim about a vote in the line of votes of its country.</summary>
public abstract record TimeClaim : WordClaim
{
    private protected TimeClaim(ClaimFields fields, ClaimKind kind)
        : base(fields, kind) => (Contest, Base, Date) = (fields.Contest!, fields.Base ?? ShareBase.Registered, fields.Date);

    /// <summary>The vote; the last, where several are set in a row.</summary>
    public ContestName Contest { get; }

    /// <summary>What is followed: turnout of the roll or of adults, or the number of votes cast or valid.</summary>
    public ShareBase Base { get; }

    /// <summary>The day from which votes are taken; null for all.</summary>
    public DateOnly? Date { get; }

    internal override Terms Terms => new(Subject.Nobody) { Base = Base, Date = Date };

    internal override LocalizedText? Told(Figure figure) => figure.Detail;
}

/// <summary>Whether a number was reached for the first time.</summary>
public sealed record FirstTimeClaim : TimeClaim
{
    internal FirstTimeClaim(ClaimFields fields)
        : base(fields, Kind) => Reach = fields.Reach!;

    /// <summary>What was reached.</summary>
    public Stated Reach { get; }

    internal static ClaimKind Kind { get; } = new(Measure.FirstTime, ["contest", "reach"], ["base", "date", "value"], f => new FirstTimeClaim(f)) { Words = [Yes, No] };

    internal override LocalizedText? Said => LocalizedText.Say(Word == No ? "time.not-first" : "time.first", ("reach", FigureWords.Of(Reach)));

    internal override Figure Figure(Measuring measuring) => measuring.FirstTime(this);
}

/// <summary>Whether a vote has the highest or the lowest number of all before it.</summary>
public sealed record ExtremeClaim : TimeClaim
{
    internal ExtremeClaim(ClaimFields fields)
        : base(fields, Kind) => (IsLowest, IsOfAll) = (fields.IsLowestFirst, fields.SinceAll);

    /// <summary>Whether it is the lowest.</summary>
    public bool IsLowest { get; }

    /// <summary>Whether it is set against every vote, and not only those of its series.</summary>
    public bool IsOfAll { get; }

    internal static ClaimKind Kind { get; } = new(Measure.Extreme, ["contest"], ["since", "base", "date", "order", "value"], f => new ExtremeClaim(f)) { Words = [Yes, No], MostSince = 0 };

    internal override LocalizedText? Said => LocalizedText.Say("time.extreme", ("lowest", IsLowest), ("no", Word == No), ("all", IsOfAll));

    internal override Figure Figure(Measuring measuring) => measuring.Extreme(this);
}

/// <summary>Whether a number fell, or rose, from each vote of a series to the next.</summary>
public sealed record TrendClaim : TimeClaim
{
    /// <summary>The word of ever fewer.</summary>
    public const string Falling = "falling";

    /// <summary>The word of ever more.</summary>
    public const string Rising = "rising";

    internal TrendClaim(ClaimFields fields)
        : base(fields, Kind)
    {
    }

    internal static ClaimKind Kind { get; } = new(Measure.Trend, ["contest", "value"], ["base", "date"], f => new TrendClaim(f)) { Words = [Falling, Rising] };

    internal override LocalizedText? Said => LocalizedText.Say(Word == Falling ? "time.falling" : "time.rising");

    internal override Figure Figure(Measuring measuring) => measuring.Trend(this);
}

/// <summary>Whether most of a change came after a day.</summary>
public sealed record ChangeAfterClaim : TimeClaim
{
    internal ChangeAfterClaim(ClaimFields fields)
        : base(fields, Kind) => (Since, After) = (fields.Since[0], fields.Date!.Value);

    /// <summary>The vote from which the change is taken.</summary>
    public ContestName Since { get; }

    /// <summary>The day.</summary>
    public DateOnly After { get; }

    internal static ClaimKind Kind { get; } = new(Measure.ChangeAfter, ["contest", "since", "date"], ["base", "value"], f => new ChangeAfterClaim(f)) { Words = [Yes, No], MostSince = 1 };

    internal override LocalizedText? Said => LocalizedText.Say(Word == No ? "time.not-most-after" : "time.most-after", ("date", After.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    // The day parts the votes; it is not the first of them.
    internal override Terms Terms => base.Terms with { Date = null };

    internal override Figure Figure(Measuring measuring) => measuring.ChangeAfter(this);
}

/// <summary>Votes cast per person of voting age.</summary>
public sealed record TurnoutOfAdultsClaim : NumberClaim
{
    internal TurnoutOfAdultsClaim(ClaimFields fields)
        : base(fields, Kind) => Contest = fields.Contest!;

    /// <summary>The vote.</summary>
    public ContestName Contest { get; }

    internal static ClaimKind Kind { get; } = new(Measure.TurnoutOfAdults, ["contest", "value"], ["wording"], f => new TurnoutOfAdultsClaim(f)) { Units = _ => [ClaimUnit.Share] };

    internal override Terms Terms => new(Subject.Nobody) { Base = ShareBase.Adults, Stated = Stated };

    internal override Figure Figure(Measuring measuring) => measuring.TurnoutOfAdults(this);
}

/// <summary>The share of a country's people who live in some places.</summary>
public sealed record PeopleShareClaim : NumberClaim
{
    internal PeopleShareClaim(ClaimFields fields)
        : base(fields, Kind) => (Election, Places, Date, Base) = (fields.Contest?.Election, fields.Places, fields.Date, fields.Base);

    /// <summary>The election whose places they are; null for the claims' own.</summary>
    public string? Election { get; }

    /// <summary>The places, taken together.</summary>
    public ImmutableArray<string> Places { get; }

    /// <summary>A day of the year; null for the election's.</summary>
    public DateOnly? Date { get; }

    /// <summary>People of voting age alone; null for all.</summary>
    public ShareBase? Base { get; }

    internal static ClaimKind Kind { get; } = new(Measure.PeopleShare, ["places", "value"], ["contest", "date", "base", "wording"], f => new PeopleShareClaim(f)) { Units = _ => [ClaimUnit.Share], MostPlaces = int.MaxValue };

    internal override Terms Terms => new(Subject.Nobody) { Places = Places, Date = Date, Base = Base ?? ShareBase.Valid, Stated = Stated };

    internal override Figure Figure(Measuring measuring) => measuring.PeopleShare(this);
}
