using System.Collections.Immutable;
using Spectre.Console;
using Spectre.Console.Rendering;
using Urna.Count;
using Urna.Model;
using Urna.Report;

namespace Urna.Cli.Verbs;

/// <summary>Counts as tables for people.</summary>
static class CountTables
{
    /// <summary>One place: a row a choice.</summary>
    public static IEnumerable<IRenderable> OfOnePlace(Election election, Tabulation count, string scope, Language language)
    {
        var words = new Wording(language);
        var numbers = words.Numbers;
        var table = New(Title(election, count, language) + scope);
        table.AddColumn(words.Say("voters-table.choice"));
        table.AddColumn(words.Say("term.list"));
        table.AddColumn(new TableColumn(words.Say("term.votes")).RightAligned());
        table.AddColumn(new TableColumn("%").RightAligned());
        foreach (var choice in count.Ranked)
        {
            var candidacy = count.Contest.Candidacies[choice.Choice];
            table.AddRow(Escaped(candidacy.Name), Escaped(candidacy.ListName == candidacy.Name ? "" : candidacy.ListName), Votes(choice.Votes, numbers), Share(count.Share(choice), numbers));
        }

        table.AddEmptyRow();
        foreach (var (name, total) in Totals(count, language))
        {
            table.AddRow(name, "", Votes(total, numbers), "");
        }

        table.AddRow(words.Say("term.turnout"), "", "", Share(count.Turnout, numbers));
        yield return table;
        foreach (var reason in Reasons(count, language))
        {
            yield return new Text($"  {reason}\n");
        }

        yield return new Text("\n");
    }

    /// <summary>Several places: a row a place and one for all, with the choices that have most votes in all.</summary>
    public static IEnumerable<IRenderable> ByPlace(
        Election election, ImmutableArray<Tabulation> counts, Tabulation all, string scope, int mostColumns, Language language)
    {
        var words = new Wording(language);
        var numbers = words.Numbers;
        var contest = counts[0].Contest;
        var choices = counts.SelectMany(c => c.Choices).AggregateBy(c => c.Choice, 0L, (sum, c) => sum + c.Votes.Known)
            .OrderByDescending(c => c.Value).Take(mostColumns).Select(c => c.Key).ToList();
        var table = New(Title(election, counts[0], language) + scope);
        table.AddColumn(words.Say("term.place"));
        foreach (var choice in choices)
        {
            table.AddColumn(new TableColumn(Escaped(contest.Candidacies[choice].Choice)).RightAligned());
        }

        table.AddColumn(new TableColumn(words.Say("term.valid")).RightAligned());
        table.AddColumn(new TableColumn(words.Say("term.cast")).RightAligned());
        table.AddColumn(new TableColumn(words.Say("term.registered")).RightAligned());
        table.AddColumn(new TableColumn(words.Say("term.turnout-3")).RightAligned());
        foreach (var count in counts)
        {
            table.AddRow(Row(count, count.Place.Name, choices, numbers));
        }

        table.AddEmptyRow();
        table.AddRow(Row(all, words.Say("term.all-2"), choices, numbers));
        yield return table;
        foreach (var reason in counts.SelectMany(c => Reasons(c, language).Select(r => $"{c.Place.Name}: {r}")).Concat(Reasons(all, language)))
        {
            yield return new Text($"  {reason}\n");
        }

        yield return new Text("\n");
    }

    static string[] Row(Tabulation count, string name, List<int> choices, NumberStyle numbers)
    {
        var votes = count.Choices.ToDictionary(c => c.Choice, c => c.Votes);
        return
        [
            Escaped(name),
            .. choices.Select(c => votes.TryGetValue(c, out var total) ? Votes(total, numbers) : ""),
            Votes(count.Valid, numbers),
            Votes(count.Cast, numbers),
            Votes(count.Registered, numbers),
            Share(count.Turnout, numbers),
        ];
    }

    static Table New(string title) => new() { Title = new TableTitle(Escaped(title)), Border = TableBorder.Simple, UseSafeBorder = false };

    static string Title(Election election, Tabulation count, Language language) =>
        $"{election.Title.In(language)} · {count.Contest.Title.In(language)} ({count.Contest.Id})";

    static IEnumerable<(string Name, Total Total)> Totals(Tabulation count, Language language)
    {
        var words = new Wording(language);
        yield return (words.Say("term.valid-votes"), count.Valid);
        yield return (words.Say("term.blank-votes"), count.Blank);
        yield return (words.Say("term.null-votes"), count.Null);
        yield return (words.Say("term.votes-cast"), count.Cast);
        yield return (words.Say("term.registered"), count.Registered);
    }

    /// <summary>Why a total is not given.</summary>
    static IEnumerable<string> Reasons(Tabulation count, Language language) =>
        from total in Totals(count, language)
        let units = count.Units + count.UnitsAwaited
        where total.Total.UnitsMissing > 0 && (total.Total.UnitsMissing < units || total.Total.UnitsNotReported > 0)
        select LocalizedText.Say(
            "count-tables.not-given-because-of-units-not", ("total", total.Name), ("unitsMissing", total.Total.UnitsMissing),
            ("units", units), ("notReported", NotReported(total.Total))).In(language);

    static LocalizedText NotReported(Total total) => total.UnitsNotReported == 0 ? LocalizedText.Same("") : LocalizedText.Say(
        "count-tables.not-reported-yet", ("unitsNotReported", total.UnitsNotReported));

    static string Votes(Total total, NumberStyle numbers) => total.Value is { } votes ? numbers.Whole(votes) : "–";

    static string Share(double? share, NumberStyle numbers) => share is { } value ? numbers.Percent(value) : "–";

    static string Escaped(string text) => Markup.Escape(text);
}
