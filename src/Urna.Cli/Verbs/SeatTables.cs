using Spectre.Console;
using Spectre.Console.Rendering;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Model;
using Urna.Report;
using Urna.Report.Views;

namespace Urna.Cli.Verbs;

/// <summary>Seats as tables for people.</summary>
static class SeatTables
{
    const int RowsOfOneSeat = 6;
    const int WidestWorksheet = 12;

    /// <summary>A contest: totals by list, then who is elected unless the closest seats are asked for, and on demand the steps.</summary>
    public static IEnumerable<IRenderable> Of(FilledContest filled, bool explain, bool margins, Language language)
    {
        var (contest, votes, allocation) = filled;
        var words = new Wording(language);
        var title = contest is null ? allocation.Rule.Title.In(language) : $"{contest.Title.In(language)} ({contest.Id})";
        yield return new Text($"{title}\n{words.Say("term.law")}: {allocation.Rule.Name}\n");
        yield return new Text(OutcomeWords.Of(allocation, words) + "\n");
        if (allocation.Districts.Sum(d => d.Seats) > 1 && allocation.SeatsByList.Any())
        {
            yield return Totals(filled, language);
        }

        if (!margins && allocation.Districts.Any(d => !d.Elected.IsEmpty || IsToldBeside(d, allocation)))
        {
            yield return Elected(allocation, language);
        }

        if (explain)
        {
            var byName = votes.Districts.ToLookup(d => d.District, d => d.Votes);
            foreach (var district in allocation.Districts)
            {
                yield return new Text($"\n{words.Say("term.district")} {district.District}\n");
                if (Worksheet.Of(allocation.Rule, district, byName[district.District].FirstOrDefault([])) is { } worksheet && worksheet.Lists.Divisors.Length <= WidestWorksheet)
                {
                    foreach (var part in WorksheetTables.Of(worksheet, words))
                    {
                        yield return part;
                    }
                }
                else
                {
                    yield return new Text(string.Concat(district.Steps.Select(s => $"  {StepWords.Of(s, words)} [{s.Article}]\n")));
                    foreach (var sheet in CountSheet.Of(district, language))
                    {
                        yield return sheet;
                    }
                }
            }
        }

        yield return new Text("\n");
    }

    static Table Totals(FilledContest filled, Language language)
    {
        var allocation = filled.Allocation;
        var numbers = NumberStyle.Of(language);

        // A tier that the law adds without a row in the seats has the votes of its districts once more.
        var own = filled.Votes.Districts.Select(d => d.District).ToHashSet();
        var votes = filled.Votes.HasTiers
            ? filled.Votes.VotesByList().ToDictionary()
            : allocation.Districts.Where(d => own.Contains(d.District)).SelectMany(d => d.Lists).AggregateBy(l => l.List, 0L, (sum, l) => sum + l.Votes).ToDictionary();
        var table = New(
            (LocalizedText.Say("term.list").In(language), false),
            (LocalizedText.Say("term.votes").In(language), true),
            (LocalizedText.Say("term.seats").In(language), true));
        foreach (var (list, seats) in allocation.SeatsByList)
        {
            table.AddRow(Markup.Escape(list), numbers.Whole(votes.GetValueOrDefault(list)), numbers.Whole(seats));
            votes.Remove(list);
        }

        if (votes.Count > 0)
        {
            table.AddRow(
                LocalizedText.Say("seat-tables.without-a-seat", ("votes", votes.Count)).In(language), numbers.Whole(votes.Values.Sum()), numbers.Whole(0));
        }

        return table;
    }

    /// <summary>Whether a district's open seats need a row: of a single one, the sentence above says who goes on and that nobody has a vote.</summary>
    static bool IsToldBeside(DistrictAllocation district, ContestAllocation allocation) =>
        allocation is not { Districts: [_], Outcome: Outcome.Runoff or Outcome.Congress or Outcome.NoVotes } && OutcomeWords.Open(district, new(Language.English)).Any();

    static Table Elected(ContestAllocation allocation, Language language)
    {
        var words = new Wording(language);
        var numbers = words.Numbers;
        var table = New(
            (words.Say("term.district"), false), (words.Say("term.elected-3"), false), (words.Say("term.party"), false),
            (words.Say("term.list"), false), (words.Say("term.votes"), true), (words.Say("term.basis"), false));
        foreach (var district in allocation.Districts)
        {
            foreach (var seat in district.Elected)
            {
                table.AddRow(
                    Markup.Escape(district.District),
                    Markup.Escape(seat.Candidate ?? words.Say("term.not-named-2")),
                    Markup.Escape(seat.Candidacy.Party),
                    Markup.Escape(seat.Candidacy.ListName),
                    numbers.Whole(seat.Votes),
                    StepWords.Of(seat.Basis, words));
            }

            foreach (var open in OutcomeWords.Open(district, words))
            {
                table.AddRow(Markup.Escape(district.District), Markup.Escape($"– {open}"), "", "", "", "");
            }
        }

        return table;
    }

    /// <summary>The seats of all contests that fewest votes would have changed, in one table.</summary>
    public static IEnumerable<IRenderable> Closest(IEnumerable<FilledContest> filled, int most, Language language)
    {
        var words = new Wording(language);
        var all = filled.ToList();
        var table = New([
            .. all.Count > 1 ? [(words.Say("term.contest-2"), false)] : Array.Empty<(string, bool)>(),
            (words.Say("term.district"), false), (words.Say("term.votes-needed"), true), (words.Say("term.who"), false),
            (words.Say("term.votes"), true), (words.Say("term.would-have"), false), (words.Say("term.and-then"), false)]);
        // A seat that a list would gain through a person, or lose to another that gains it, is one row.
        var closest = all.SelectMany(f => ClosestSeats.Of(f.Allocation, f.Votes, most * RowsOfOneSeat).Select(s => (Contest: f.Contest?.Id ?? "", Seat: s)))
            .OrderBy(c => c.Seat.Gains ? c.Seat.Margin - 1 : c.Seat.Margin).ThenByDescending(c => c.Seat.Gains).ThenBy(c => c.Seat.Level)
            .DistinctBy(c => (c.Contest, c.Seat.District, c.Seat.Gains ? c.Seat.Margin - 1 : c.Seat.Margin)).Take(most);
        foreach (var (contest, seat) in closest)
        {
            var others = words.List(seat.Others);
            table.AddRow([
                .. all.Count > 1 ? [Markup.Escape(contest)] : Array.Empty<string>(),
                Markup.Escape(seat.District),
                words.Numbers.Signed(seat.Gains ? seat.Margin : -seat.Margin),
                Markup.Escape(seat.Name),
                words.Whole(seat.Votes),
                seat.Gains ? words.Say("term.gained-a-seat") : words.Say("seat-tables.no-longer-been-sure-of-its"),
                Markup.Escape(others.Length == 0 ? "" : seat.Gains ? words.Say("seat-tables.would-have-lost-it", ("others", others)) : words.Say(
                    "seat-tables.would-have-reached-for-it", ("others", others)))]);
        }

        yield return new Text(words.Say("seat-tables.the-closest-seats-how-few-votes"));
        yield return table;
    }

    /// <summary>Every way in which the open ties can end.</summary>
    public static IEnumerable<IRenderable> Outcomes(FilledContest filled, PossibleOutcomes outcomes, Language language)
    {
        var words = new Wording(language);
        yield return new Text(words.Say(
            "seat-tables.the-open-ties-can-end-in", ("isComplete", outcomes.IsComplete), ("outcomes", outcomes.Outcomes.Length)));
        var table = New((words.Say("term.drawn"), false), (words.Say("term.elected-there"), false));
        foreach (var outcome in outcomes.Outcomes)
        {
            var tied = outcome.Lots.Select(l => l.District).ToHashSet();
            table.AddRow(
                Markup.Escape(string.Join("; ", outcome.Lots.Select(l => $"{l.District}: {l.Winner}"))),
                Markup.Escape(string.Join("; ", outcome.Allocation.Districts.Where(d => tied.Contains(d.District)).Select(d => $"{d.District}: {words.List(d.Elected.Select(e => e.Person))}"))));
        }

        yield return table;
    }

    public static Table New(params ReadOnlySpan<(string Title, bool Number)> columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (title, number) in columns)
        {
            table.AddColumn(number ? new TableColumn(title).RightAligned() : new TableColumn(title));
        }

        return table;
    }
}
