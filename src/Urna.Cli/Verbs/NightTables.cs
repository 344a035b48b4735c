using Spectre.Console;
using Spectre.Console.Rendering;
using Urna.Contract;
using Urna.Forecast;
using Urna.Model;
using Urna.Report;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary>A half-counted night as tables for people, and as rows for newsrooms' programs.</summary>
static class NightTables
{
    /// <summary>Columns as newsrooms' programs know them, with what is projected beside.</summary>
    public static string[] Header { get; } =
        ["id", "raceid", "candidateid", "name", "party", "votecount", "votepct", "precinctsreporting", "precinctstotal", "precinctsreportingpct", "winner", "lastupdated", "projectedpct", "projectedlower", "projectedupper", "probabilityfirst", "expectedvotes"];

    /// <summary>A row a choice.</summary>
    public static IEnumerable<object?[]> Cells(Projection p) => p.Choices.Select(c => new object?[]
    {
        $"{p.Contest.Id}-{c.Candidacy.Choice}", p.Contest.Id, c.Candidacy.Choice, c.Candidacy.Name, c.Candidacy.Party, c.Votes, c.CountedShare, p.UnitsCounted, p.Units, p.Units > 0 ? (double)p.UnitsCounted / p.Units : 0,
        p.Calls.Any(call => call is { What: CallKind.First, Status: CallStatus.Called } && call.Who == c.Candidacy.Choice) ? "true" : "false",
        p.AsOf is { } time ? NightJson.Time(time) : null, c.Share.Mean, c.Share.Lower, c.Share.Upper, c.First, p.Expected?.Mean,
    });

    /// <summary>The night as it stands.</summary>
    public static IEnumerable<IRenderable> Of(Projection p, Language language)
    {
        var words = new Wording(language);
        yield return Shares(p, words);
        yield return new Text($"  {words.Say("night.places", ("counted", p.UnitsCounted), ("units", p.Units), ("partial", p.UnitsPartial))}\n");
        yield return new Text($"  {(p.Expected is { } e ? words.Say("night.expected-votes", ("counted", p.Counted), ("expected", (long)e.Mean), ("lower", (long)e.Lower), ("upper", (long)e.Upper)) : words.Say("night.expected-unknown"))}\n");
        if (p.Margin is { } m)
        {
            yield return new Text($"  {words.Say("night.margin", ("of", m.Of), ("over", m.Over), ("points", words.Points(m.Points.Mean)), ("lower", words.Points(m.Points.Lower)), ("upper", words.Points(m.Points.Upper)))}\n");
        }

        if (!p.Seats.IsEmpty)
        {
            yield return Seats(p, words);
        }

        yield return Calls(p, words);
        foreach (var finding in p.Findings.Where(f => f.Severity >= Severity.Warning).Take(20))
        {
            yield return new Text($"  {finding.Code} {FindingWords.Of(finding, language)}\n");
        }
    }

    static Table Shares(Projection p, Wording words)
    {
        var table = New(words.Say("night.title", ("contest", p.Contest.Title.In(words.Language)), ("time", p.AsOf is { } t ? NightJson.Time(t) : "–")));
        table.AddColumn(words.Say("voters-table.choice"));
        Right(table, words.Say("term.votes"), words.Say("night.counted-percent"), words.Say("night.projected-percent"), words.Say("night.range"), words.Say("night.chance-of-first"));
        foreach (var c in p.Choices.OrderByDescending(c => c.Share.Mean).Take(40))
        {
            table.AddRow(Markup.Escape(c.Candidacy.Name), words.Whole(c.Votes), words.Percent(c.CountedShare), words.Percent(c.Share.Mean), $"{words.Percent(c.Share.Lower)} – {words.Percent(c.Share.Upper)}", words.Percent(c.First, 0));
        }

        return table;
    }

    static Table Seats(Projection p, Wording words)
    {
        var table = New("");
        table.AddColumn(words.Say("term.list"));
        Right(table, words.Say("night.seats-now"), words.Say("night.seats-projected"), words.Say("night.range"));
        foreach (var s in p.Seats.OrderByDescending(s => s.Seats.Mean))
        {
            table.AddRow(Markup.Escape(s.List), words.Whole(s.Now), words.Numbers.Number(s.Seats.Mean, 1), $"{words.Whole((long)s.Seats.Lower)} – {words.Whole((long)s.Seats.Upper)}");
        }

        return table;
    }

    static Table Calls(Projection p, Wording words)
    {
        var table = New(words.Say("night.calls"));
        foreach (var column in new[] { words.Say("night.what"), words.Say("night.who"), words.Say("night.state"), words.Say("night.why") })
        {
            table.AddColumn(column);
        }

        foreach (var c in p.Calls.Take(40))
        {
            table.AddRow(Markup.Escape(NightWords.Of(c.What, words) + (c.District.Length > 0 ? $" ({c.District})" : "")), Markup.Escape(c.Who), NightWords.Of(c.Status, words), Markup.Escape(c.Because.In(words.Language)));
        }

        return table;
    }

    static void Right(Table table, params string[] columns)
    {
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }
    }

    static Table New(string title) => title.Length > 0 ? new Table { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(title)) } : new Table { Border = TableBorder.Simple };
}
