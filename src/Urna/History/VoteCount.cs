using System.Collections.Immutable;
using Urna.Count;
using Urna.Model;

namespace Urna.History;

/// <summary>The count of a vote in a place, with where each part comes from.</summary>
/// <param name="Election">The election's id.</param>
/// <param name="Country">The country's code.</param>
/// <param name="Contest">The contest's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Series">Its series.</param>
/// <param name="Date">The day.</param>
/// <param name="Place">The place.</param>
/// <param name="IsPreliminary">Whether the count was not final.</param>
public sealed record VoteCount(string Election, string Country, string Contest, LocalizedText Title, string Series, DateOnly Date, Place Place, bool IsPreliminary)
{
    const string WholeLevel = "whole";

    /// <summary>What is known of ballots and roll, of the same people.</summary>
    public ReportedCounts Counts { get; init; }

    /// <summary>Votes cast alone, where the roll of the same people is not known.</summary>
    public long? Cast { get; init; }

    /// <summary>What the vote decided.</summary>
    public ContestKind Kind { get; init; }

    /// <summary>The sources.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The row of a table of national figures from which it was read; null where it is the count of a folder's own results.</summary>
    public TableRow? Row { get; init; }

    /// <summary>Whether the vote abroad is in the counts though the folder's own count has none.</summary>
    public bool IsWithAbroad { get; init; }

    /// <summary>What a reader must know; null if nothing.</summary>
    public LocalizedText? Note => IsWithAbroad ? LocalizedText.Say("history.with-abroad") : null;

    /// <summary>The count of a contest that a folder holds.</summary>
    /// <param name="election">The election.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="count">Its count in a place.</param>
    /// <param name="book">What sources state beside it.</param>
    /// <remarks>
    /// Roll and ballots must be of the same people. For a whole contest: its own count if it has both; else a stated line of the vote at home; else its own
    /// ballots with a stated roll; else a stated line with the vote abroad.
    /// </remarks>
    internal static VoteCount Of(Election election, Contest contest, Tabulation count, HistoryBook book)
    {
        var whole = count.Place.Id == election.Places.Root.Id;
        var own = new ReportedCounts { Registered = count.Registered.Value, Cast = count.Cast.Value, Valid = count.Valid.Value, Blank = count.Blank.Value, Null = count.Null.Value };
        var vote = new VoteCount(election.Id, election.Country, contest.Id, contest.Title, ContestSeries.Of(election, contest), contest.Date, count.Place, contest.IsPreliminary)
        {
            Kind = contest.Kind, Counts = own, Cast = own.Cast, Sources = SourcesOf(election, contest),
        };
        if (!whole || own is { Registered: not null, Cast: not null })
        {
            return vote;
        }

        var lines = book.Turnouts.Where(t => t.Election == election.Id && t.Contest == contest.Id).ToList();
        var home = lines.Find(l => !l.WithAbroad);
        if (home is { Counts: { Registered: not null, Cast: not null } })
        {
            return vote.Stated(home, book);
        }

        var roll = own.Cast is null ? null : contest.Stated.Where(s => !s.Without.Any() && s.Figures.ContainsKey("registered")).Select(s => (long?)s.Figures["registered"]).FirstOrDefault();
        return roll is not null ? vote with { Counts = own with { Registered = roll } }
            : lines.Find(l => l.WithAbroad) is { Counts: { Registered: not null, Cast: not null } } abroad ? vote.Stated(abroad, book)
            : own.Cast is null && (home ?? lines.FirstOrDefault()) is { } line ? vote.Stated(line, book)
            : vote;
    }

    /// <summary>A vote that no folder holds.</summary>
    internal static VoteCount Of(StatedTurnout line, HistoryBook book) =>
        new VoteCount(line.Election, line.Country, line.Contest, line.Title, ContestSeries.Of(line.Country, ContestKind.Election, line.Contest, 1), line.Date, new Place(line.Country, null, WholeLevel, line.Country), line.IsPreliminary)
            .Stated(line, book);

    VoteCount Stated(StatedTurnout line, HistoryBook book) => this with
    {
        Counts = line.Counts, Cast = line.Counts.Cast, Sources = [book.SourceLine(line.Source)], Row = line.Row, IsPreliminary = line.IsPreliminary, IsWithAbroad = line.WithAbroad,
    };

    /// <summary>The sources of a contest, each in one line.</summary>
    internal static ImmutableArray<string> SourcesOf(Election election, Contest contest) =>
        [.. contest.Sources.Select(id => election.Sources.FirstOrDefault(s => s.Id == id) is { } source ? HistoryBook.LineOf(source) : id)];

    /// <summary>A point of it.</summary>
    internal HistoryPoint Point(string subject, HistoryMeasure measure, HistoryUnit unit, Numerics.Fraction value) => new(Election, Contest, Date, Place.Id, subject, measure, unit, value)
    {
        Series = Series, Title = Title, PlaceName = Place.Name, Sources = Sources, IsPreliminary = IsPreliminary, Note = Note,
    };
}
