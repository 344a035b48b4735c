using Spectre.Console;
using Spectre.Console.Rendering;
using Urna.Allocate.Account;
using Urna.Report;
using Urna.Report.Views;

namespace Urna.Cli.Verbs;

/// <summary>A district's seats as the five-step worksheet of an electoral court.</summary>
static class WorksheetTables
{
    public static IEnumerable<IRenderable> Of(Worksheet sheet, Wording words)
    {
        var district = sheet.Allocation;
        yield return Heading(words.Say("worksheet-tables.1-votes-of-the-lists-seats", ("seats", district.Seats)));
        yield return Votes(district, words);
        yield return Heading(words.Say("worksheet-tables.2-votes-divided-the-seat-that"));
        yield return Quotients(sheet.Lists, words.Say("term.list"), words);
        foreach (var note in Notes(sheet.Lists, words))
        {
            yield return note;
        }

        yield return Heading(words.Say(
            "worksheet-tables.3-the-electoral-quotient-is-votes",
            ("quotient", StepWords.Quotient(sheet.Last.Votes, sheet.Last.Divisor, words)), ("votes", sheet.Last.Votes),
            ("text", StepWords.Text(sheet.Last.Divisor, words)), ("article", sheet.Last.Article)));
        yield return Seats(sheet, words);
        foreach (var list in sheet.Parties)
        {
            yield return Heading(words.Say(
                "worksheet-tables.4-parties-of-seats", ("list", list.List), ("seats", list.Seats), ("article", list.Table.Article)));
            yield return Quotients(list.Table, words.Say("term.party"), words);
            foreach (var note in Notes(list.Table, words))
            {
                yield return note;
            }
        }

        yield return Heading(words.Say("term.5-elected"));
        yield return Elected(district, words);
        foreach (var step in district.Steps.Where(s => s is not (SeatByQuotient or SeatByVotes)))
        {
            yield return new Text($"  {StepWords.Of(step, words)} [{step.Article}]\n");
        }
    }

    static Text Heading(string text) => new($"  {text}\n");

    static Table Votes(DistrictAllocation district, Wording words)
    {
        var table = SeatTables.New((words.Say("term.list"), false), (words.Say("term.votes"), true));
        foreach (var list in district.Lists)
        {
            table.AddRow(Markup.Escape(list.List), words.Whole(list.Votes));
        }

        return table;
    }

    static Table Quotients(QuotientTable quotients, string holder, Wording words)
    {
        var table = SeatTables.New([(holder, false), .. quotients.Divisors.Select(d => ($"÷ {StepWords.Text(d, words)}", true))]);
        foreach (var row in quotients.Rows)
        {
            table.AddRow([
                Markup.Escape(row.Name.Length > 0 ? row.Name : words.Say("term.without-party")),
                .. quotients.Divisors.Select((d, i) => StepWords.Quotient(row.Votes, d, words) + Markup.Escape(row.Seats[i] is { } seat ? $" [{words.Whole(seat)}]".PadLeft(5) : "     "))]);
        }

        return table;
    }

    static IEnumerable<Text> Notes(QuotientTable quotients, Wording words)
    {
        if (quotients.Left > 0)
        {
            yield return new Text(words.Say("worksheet-tables.not-shown-with-fewer-votes-than", ("left", quotients.Left)));
        }

        if (!quotients.Passed.IsEmpty)
        {
            yield return new Text(words.Say("worksheet-tables.no-candidacy-was-left-to-take", ("passed", words.List(quotients.Passed))));
        }
    }

    static Table Seats(Worksheet sheet, Wording words)
    {
        var table = SeatTables.New(
            (words.Say("term.list"), false), (words.Say("term.votes"), true), (words.Say("term.votes-quotient"), true), (words.Say("term.seats"), true));
        foreach (var list in sheet.Allocation.Lists.Where(l => l.Votes > 0))
        {
            table.AddRow(Markup.Escape(list.List), words.Whole(list.Votes), words.Numbers.Number(sheet.Quotients(list.Votes), 3), words.Whole(list.Seats));
        }

        return table;
    }

    static Table Elected(DistrictAllocation district, Wording words)
    {
        var table = SeatTables.New(
            (words.Say("term.list"), false), (words.Say("term.party"), false), (words.Say("term.elected-3"), false), (words.Say("term.votes"), true), (words.Say("term.basis"), false));
        foreach (var seat in district.Elected)
        {
            table.AddRow(
                Markup.Escape(seat.Candidacy.ListName), Markup.Escape(seat.Candidacy.Party), Markup.Escape(seat.Candidate ?? words.Say("term.not-named-2")), words.Whole(seat.Votes), StepWords.Of(seat.Basis, words));
        }

        return table;
    }
}
