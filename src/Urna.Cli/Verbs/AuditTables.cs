using System.Collections.Immutable;
using Spectre.Console;
using Spectre.Console.Rendering;
using Urna.Audit.Plans;
using Urna.Report;

namespace Urna.Cli.Verbs;

/// <summary>Plans and assessments of audits as tables for people.</summary>
static class AuditTables
{
    const int Shown = 20;

    /// <summary>A plan: each contest and district, then what is drawn by place.</summary>
    public static IEnumerable<IRenderable> Of(AuditPlan plan, Wording words)
    {
        yield return new Text(AuditWords.Lead(plan, words) + "\n\n");
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(words.Say("audit.contest")).AddColumn(words.Say("audit.district")).AddColumn(Right(words.Say("audit.ballots-2"))).AddColumn(Right(words.Say("audit.assertions")))
            .AddColumn(words.Say("audit.tightest-2")).AddColumn(Right(words.Say("audit.without-errors"))).AddColumn(Right(words.Say("audit.mean"))).AddColumn(Right("90 %")).AddColumn(Right(words.Say("audit.first-round")));
        foreach (var g in plan.Groups)
        {
            var at = g.WithoutErrors.IndexOf(g.WithoutErrors.Max());
            table.AddRow(
                Markup.Escape(g.Group.Contest), Markup.Escape(g.Group.District), words.Whole(g.Group.Ballots), words.Whole(g.Group.Statements.Length),
                Markup.Escape(AuditWords.Of(g.Group.Statements[at].Assertion, words)), double.IsFinite(g.WithoutErrors[at]) ? words.Numbers.Number(g.WithoutErrors[at], 1) : "–",
                words.Whole(g.Size.Mean), words.Whole(g.Size.Q90), words.Whole(g.Size.FirstRound));
        }

        yield return table;
        yield return Draws(plan, words);
    }

    /// <summary>What an audit costs by rate of errors; nothing where it was not asked for.</summary>
    public static IEnumerable<IRenderable> Of(ImmutableArray<AuditCost> costs, Wording words)
    {
        if (costs.IsEmpty)
        {
            yield break;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(Right(words.Say("audit.misread-by-one-vote"))).AddColumn(Right(words.Say("audit.mean"))).AddColumn(Right("90 %"));
        foreach (var cost in costs)
        {
            table.AddRow(words.Percent(cost.Rate, 2), words.Numbers.Number(cost.Mean, 1), words.Whole(cost.Q90));
        }

        yield return table;
    }

    /// <summary>What a sample says.</summary>
    public static IEnumerable<IRenderable> Of(AuditPlan plan, ImmutableArray<AssessedGroup> groups, Wording words)
    {
        yield return new Text(AuditWords.Of(Assessment.Decide(groups), words) + "\n\n");
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(words.Say("audit.contest")).AddColumn(words.Say("audit.district")).AddColumn(Right(words.Say("audit.draws"))).AddColumn(Right(words.Say("audit.without-a-sheet")))
            .AddColumn(Right(words.Say("audit.risk-left"))).AddColumn(Right(words.Say("audit.limit"))).AddColumn(words.Say("audit.what-follows")).AddColumn(Right(words.Say("audit.draws-after-the-next-round")));
        foreach (var g in groups)
        {
            table.AddRow(
                Markup.Escape(g.Plan.Group.Contest), Markup.Escape(g.Plan.Group.District), words.Whole(g.Plan.Draws.Length), words.Whole(g.Missing),
                words.Percent(g.P.Max(), 2), words.Percent(plan.Settings.Risk, 1), Markup.Escape(AuditWords.Of(g.Decision, words).Split(':')[0]), words.Whole(g.NextRound));
        }

        yield return table;
        foreach (var group in groups.Where(g => !g.Errors.IsEmpty))
        {
            var errors = new Table { Border = TableBorder.Simple, Title = new TableTitle(words.Say("audit.sheets-that-differ-from-the-count")) };
            errors.AddColumn(words.Say("audit.box-or-ballot")).AddColumn(Right(words.Say("audit.votes-too-favourable-to-a-reported-winner")));
            foreach (var (id, votes) in group.Errors.Take(Shown))
            {
                errors.AddRow(Markup.Escape(id), words.Numbers.Number(votes, 1));
            }

            yield return errors;
        }
    }

    /// <summary>What is drawn, place by place.</summary>
    public static ImmutableArray<(string Place, string Name, AuditDraw Draw)> PullSheet(AuditPlan plan, ImmutableArray<AuditedContest> contests)
    {
        var places = contests.SelectMany(c => c.Boxes).GroupBy(b => b.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return
        [
            .. plan.Draws.Select(d => (places.GetValueOrDefault(d.Box)?.Place ?? "", places.GetValueOrDefault(d.Box)?.Name ?? d.Box, Draw: d))
                .OrderBy(d => d.Item1, StringComparer.Ordinal).ThenBy(d => d.Draw.Box, StringComparer.Ordinal).ThenBy(d => d.Draw.Number).ThenBy(d => d.Draw.Times),
        ];
    }

    static IRenderable Draws(AuditPlan plan, Wording words)
    {
        ImmutableArray<AuditDraw> draws = plan.Draws;
        if (draws.IsEmpty)
        {
            return new Text(plan.Settings.Seed.Length == 0 ? words.Say("audit.give-seed-digits-to-draw") : AuditWords.NothingDrawn(hasBoxes: plan.Groups.Any(g => !g.Boxes.IsEmpty), words) + "\n");
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(words.Say("audit.drawn")).AddColumn(Right(words.Say("audit.time"))).AddColumn(words.Say("audit.ticket"));
        foreach (var draw in draws.Take(Shown))
        {
            table.AddRow(Markup.Escape(draw.Id), words.Whole(draw.Times), draw.Ticket[..Math.Min(22, draw.Ticket.Length)] + "…");
        }

        table.Caption = draws.Length > Shown ? new TableTitle(words.Say("audit.the-first-of-format-csv-writes-all", ("shown", Shown), ("all", words.Whole(draws.Length)))) : null;
        return table;
    }

    static TableColumn Right(string title) => new TableColumn(title).RightAligned();
}
