using Spectre.Console;
using Spectre.Console.Rendering;
using Urna.Report;
using Urna.Contract;

namespace Urna.Cli.Verbs;

/// <summary>What changed since claims were judged before, for people and as rows.</summary>
static class ClaimChangeTables
{
    public static readonly string[] Header = ["id", "change", "verdict_before", "verdict", "unit", "stated_before", "stated", "computed_before", "computed", "explanation"];

    public static object?[] Row(ClaimChangeJson c) =>
        [c.Id, c.Change, c.Before?.Verdict, c.Now?.Verdict, c.Unit, c.Before?.Stated, c.Now?.Stated, c.Before?.Computed, c.Now?.Computed, c.Explanation];

    public static IRenderable Of(IReadOnlyCollection<ClaimChangeJson> changes, string file, Report.Wording words)
    {
        if (changes.Count == 0)
        {
            return new Text(words.Say("claim-change-tables.no-verdict-and-no-figure-changed", ("file", file)));
        }

        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = true };
        table.AddColumn(words.Say("term.claim"));
        table.AddColumn(words.Say("term.what-changed"));
        table.AddColumn(words.Say("term.before"));
        table.AddColumn(words.Say("term.now"));
        table.AddColumn(words.Say("term.why"));
        foreach (var c in changes)
        {
            table.AddRow(Markup.Escape($"{c.Id}  {c.Claim}"), ClaimWords.OfChange(c.Change, words), Markup.Escape(State(c.Before, c.Unit, words)), Markup.Escape(State(c.Now, c.Unit, words)), Markup.Escape(c.Explanation));
        }

        return table;
    }

    static string State(ClaimStateJson? state, string unit, Report.Wording words)
    {
        if (state is null)
        {
            return "–";
        }

        var computed = ClaimWords.Value(state.Computed, unit, words);
        return computed.Length == 0 ? ClaimWords.Of(state.Verdict, words) : $"{ClaimWords.Of(state.Verdict, words)} ({computed})";
    }
}
