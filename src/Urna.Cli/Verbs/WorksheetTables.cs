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
        yield return Heading(words.L($"1. Votes of the lists; {words.Whole(district.Seats)} seats", $"1. Votos de las listas; {words.Whole(district.Seats)} escaños"));
        yield return Votes(district, words);
        yield return Heading(words.L("2. Votes divided; the seat that each quotient won is in brackets", "2. Votos divididos; entre corchetes, el escaño que obtuvo cada cociente"));
        yield return Quotients(sheet.Lists, words.L("List", "Lista"), words);
        foreach (var note in Notes(sheet.Lists, words))
        {
            yield return note;
        }

        yield return Heading(words.L(
            $"3. The electoral quotient is {StepWords.Quotient(sheet.Last.Votes, sheet.Last.Divisor, words)}: {words.Whole(sheet.Last.Votes)} votes divided by {StepWords.Text(sheet.Last.Divisor, words)} ({sheet.Last.Article})",
            $"3. El cociente electoral es {StepWords.Quotient(sheet.Last.Votes, sheet.Last.Divisor, words)}: {words.Whole(sheet.Last.Votes)} votos divididos por {StepWords.Text(sheet.Last.Divisor, words)} ({sheet.Last.Article})"));
        yield return Seats(sheet, words);
        foreach (var list in sheet.Parties)
        {
            yield return Heading(words.L(
                $"4. Parties of {list.List}; {words.Whole(list.Seats)} seats ({list.Table.Article})", $"4. Partidos de {list.List}; {words.Whole(list.Seats)} escaños ({list.Table.Article})"));
            yield return Quotients(list.Table, words.L("Party", "Partido"), words);
            foreach (var note in Notes(list.Table, words))
            {
                yield return note;
            }
        }

        yield return Heading(words.L("5. Elected", "5. Candidaturas electas"));
        yield return Elected(district, words);
        foreach (var step in district.Steps.Where(s => s is not (SeatByQuotient or SeatByVotes)))
        {
            yield return new Text($"  {StepWords.Of(step, words)} [{step.Article}]\n");
        }
    }

    static Text Heading(string text) => new($"  {text}\n");

    static Table Votes(DistrictAllocation district, Wording words)
    {
        var table = SeatTables.New((words.L("List", "Lista"), false), (words.L("Votes", "Votos"), true));
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
                Markup.Escape(row.Name.Length > 0 ? row.Name : words.L("Without party", "Sin partido")),
                .. quotients.Divisors.Select((d, i) => StepWords.Quotient(row.Votes, d, words) + Markup.Escape(row.Seats[i] is { } seat ? $" [{words.Whole(seat)}]".PadLeft(5) : "     "))]);
        }

        return table;
    }

    static IEnumerable<Text> Notes(QuotientTable quotients, Wording words)
    {
        if (quotients.Left > 0)
        {
            yield return new Text(words.L(
                $"  Not shown: {words.Whole(quotients.Left)} with fewer votes than half of the last quotient that won a seat.\n",
                $"  No se muestran: {words.Whole(quotients.Left)} con menos votos que la mitad del último cociente que obtuvo escaño.\n"));
        }

        if (!quotients.Passed.IsEmpty)
        {
            yield return new Text(words.L(
                $"  No candidacy was left to take the seat of a higher quotient: {words.List(quotients.Passed)}.\n",
                $"  No quedaban candidaturas para ocupar el escaño de un cociente mayor: {words.List(quotients.Passed)}.\n"));
        }
    }

    static Table Seats(Worksheet sheet, Wording words)
    {
        var table = SeatTables.New(
            (words.L("List", "Lista"), false), (words.L("Votes", "Votos"), true), (words.L("Votes / quotient", "Votos / cociente"), true), (words.L("Seats", "Escaños"), true));
        foreach (var list in sheet.Allocation.Lists.Where(l => l.Votes > 0))
        {
            table.AddRow(Markup.Escape(list.List), words.Whole(list.Votes), words.Numbers.Number(sheet.Quotients(list.Votes), 3), words.Whole(list.Seats));
        }

        return table;
    }

    static Table Elected(DistrictAllocation district, Wording words)
    {
        var table = SeatTables.New(
            (words.L("List", "Lista"), false), (words.L("Party", "Partido"), false), (words.L("Elected", "Electo"), false), (words.L("Votes", "Votos"), true), (words.L("Basis", "Por"), false));
        foreach (var seat in district.Elected)
        {
            table.AddRow(
                Markup.Escape(seat.Candidacy.ListName), Markup.Escape(seat.Candidacy.Party), Markup.Escape(seat.Candidate ?? words.L("(not named)", "(sin nombre)")), words.Whole(seat.Votes), StepWords.Of(seat.Basis, words));
        }

        return table;
    }
}
