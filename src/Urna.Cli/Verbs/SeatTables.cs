using Spectre.Console;
using Spectre.Console.Rendering;
using Urna.Allocate;
using Urna.Model;
using Urna.Report;

namespace Urna.Cli.Verbs;

/// <summary>Seats as tables for people.</summary>
static class SeatTables
{
    const int ClosestShown = 15;

    /// <summary>A contest: totals by list, then who is elected, and on demand the steps or the closest seats.</summary>
    public static IEnumerable<IRenderable> Of(Contest? contest, ContestAllocation allocation, bool explain, bool margins, Language language)
    {
        var words = new Wording(language);
        var title = contest is null ? allocation.Rule.Title.In(language) : $"{contest.Title.In(language)} ({contest.Id})";
        yield return new Text($"{title}\n{words.L("Law", "Ley")}: {allocation.Rule.Name}\n");
        yield return new Text(OutcomeLine(allocation, language) + "\n");
        if (allocation.Districts.Sum(d => d.Seats) > 1 && allocation.SeatsByList.Any())
        {
            yield return Totals(allocation, language);
        }

        if (margins)
        {
            yield return Closest(allocation, language);
        }
        else if (allocation.Districts.Any(d => !d.Elected.IsEmpty))
        {
            yield return Elected(allocation, language);
        }

        if (explain)
        {
            foreach (var district in allocation.Districts)
            {
                yield return new Text($"\n{words.L("District", "Distrito")} {district.District}\n" + string.Concat(district.Steps.Select(s => $"  {StepWords.Of(s, words)} [{s.Article}]\n")));
            }
        }

        yield return new Text("\n");
    }

    static string OutcomeLine(ContestAllocation allocation, Language language) => allocation.Outcome switch
    {
        Outcome.Runoff => new LocalizedText(
            $"No majority: a second vote between {string.Join(" and ", allocation.Between)}.",
            $"Sin mayoría: segunda votación entre {string.Join(" y ", allocation.Between)}.").In(language),
        Outcome.Congress => new LocalizedText(
            $"No majority: Congress chooses between {string.Join(" and ", allocation.Between)}.",
            $"Sin mayoría: el Congreso elige entre {string.Join(" y ", allocation.Between)}.").In(language),
        Outcome.Tie => new LocalizedText("A tie is open.", "Hay un empate abierto.").In(language),
        _ => new LocalizedText($"{allocation.Districts.Sum(d => d.Elected.Length)} elected.", $"{allocation.Districts.Sum(d => d.Elected.Length)} electos.").In(language),
    };

    static Table Totals(ContestAllocation allocation, Language language)
    {
        var numbers = NumberStyle.Of(language);
        var votes = allocation.Districts.SelectMany(d => d.Lists).AggregateBy(l => l.List, 0L, (sum, l) => sum + l.Votes).ToDictionary();
        var table = New(
            (new LocalizedText("List", "Lista").In(language), false),
            (new LocalizedText("Votes", "Votos").In(language), true),
            (new LocalizedText("Seats", "Escaños").In(language), true));
        foreach (var (list, seats) in allocation.SeatsByList)
        {
            table.AddRow(Markup.Escape(list), numbers.Whole(votes[list]), numbers.Whole(seats));
            votes.Remove(list);
        }

        if (votes.Count > 0)
        {
            table.AddRow(
                new LocalizedText($"{votes.Count} without a seat", $"{votes.Count} sin escaños").In(language), numbers.Whole(votes.Values.Sum()), numbers.Whole(0));
        }

        return table;
    }

    static Table Elected(ContestAllocation allocation, Language language)
    {
        var words = new Wording(language);
        var numbers = words.Numbers;
        var table = New(
            (words.L("District", "Distrito"), false), (words.L("Elected", "Electo"), false), (words.L("Party", "Partido"), false),
            (words.L("List", "Lista"), false), (words.L("Votes", "Votos"), true), (words.L("Basis", "Por"), false));
        foreach (var district in allocation.Districts)
        {
            foreach (var seat in district.Elected)
            {
                table.AddRow(
                    Markup.Escape(district.District),
                    Markup.Escape(seat.Person),
                    Markup.Escape(seat.Candidacy.Party),
                    Markup.Escape(seat.Candidacy.ListName),
                    numbers.Whole(seat.Votes),
                    StepWords.Of(seat.Basis, words));
            }
        }

        return table;
    }

    /// <summary>The lists that fewest votes would have given one seat more.</summary>
    static Table Closest(ContestAllocation allocation, Language language)
    {
        var words = new Wording(language);
        var numbers = words.Numbers;
        var table = New(
            (words.L("District", "Distrito"), false), (words.L("List", "Lista"), false), (words.L("Votes", "Votos"), true),
            (words.L("Seats", "Escaños"), true), (words.L("Votes to gain one", "Votos para ganar uno"), true), (words.L("Votes to lose one", "Votos para perder uno"), true));
        var closest = allocation.Districts.SelectMany(d => d.Lists.Select(l => (d.District, List: l)))
            .OrderBy(p => Math.Min(p.List.VotesToGain ?? long.MaxValue, p.List.VotesToLose ?? long.MaxValue)).Take(ClosestShown);
        foreach (var (district, list) in closest)
        {
            table.AddRow(
                Markup.Escape(district), Markup.Escape(list.List), numbers.Whole(list.Votes), numbers.Whole(list.Seats),
                list.VotesToGain is { } gain ? numbers.Whole(gain) : "–", list.VotesToLose is { } lose ? numbers.Whole(lose) : "–");
        }

        return table;
    }

    static Table New(params ReadOnlySpan<(string Title, bool Number)> columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (title, number) in columns)
        {
            table.AddColumn(number ? new TableColumn(title).RightAligned() : new TableColumn(title));
        }

        return table;
    }
}
