using System.Collections.Immutable;
using Spectre.Console;
using Spectre.Console.Rendering;
using Urna.Model;
using Urna.Power;
using Urna.Report;

namespace Urna.Cli.Verbs;

/// <summary>Power and coalitions as tables for people.</summary>
static class PowerTables
{
    /// <summary>Power in chambers; quorums that need the same seats of a chamber share a table.</summary>
    public static IEnumerable<IRenderable> Of(ImmutableArray<ChamberPower> powers, BlocKind kind, Language language)
    {
        var words = new Wording(language);
        foreach (var same in powers.GroupBy(p => (p.Chamber.Name, p.Game.Quota)))
        {
            var power = same.First();
            yield return new Text(words.Say(
                "power-tables.of-seats", ("same", same.Key.Name), ("quota", same.Key.Quota), ("seats", power.Game.Seats)));
            foreach (var quorum in same.Select(p => p.Quorum).OfType<Quorum>())
            {
                yield return new Text($"  {Told(quorum, words)}\n");
            }

            yield return Members(power, kind, words);
            yield return new Text(Coalitions(power, words) + "\n");
        }

        foreach (var note in Unverified(powers.Select(p => p.Quorum).OfType<Quorum>(), words))
        {
            yield return note;
        }
    }

    /// <summary>What passes; quorums that need the same seats are told together.</summary>
    public static IEnumerable<IRenderable> Of(ImmutableArray<Passage> passages, Language language)
    {
        var words = new Wording(language);
        foreach (var same in passages.GroupBy(p => words.List(p.Needs.Select(n => $"{n.Chamber.Name} {words.Whole(n.Needed)}/{words.Whole(n.Chamber.Seats)}"))))
        {
            yield return new Text(string.Concat(same.Select(p => $"{Told(p.Quorum, words)}\n")));
            yield return new Text($"  {words.Say("term.needed")}: {same.Key}\n{Listed(same.First(), words)}\n");
        }

        foreach (var note in Unverified(passages.Select(p => p.Quorum), words))
        {
            yield return note;
        }
    }

    /// <summary>A coalition against each quorum.</summary>
    public static IEnumerable<IRenderable> Of(IReadOnlyList<string> coalition, ImmutableArray<CoalitionCheck> checks, Language language)
    {
        var words = new Wording(language);
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(words.Say("term.quorum")).AddColumn(words.Say("term.chamber")).AddColumn(new TableColumn(words.Say("term.seats")).RightAligned())
            .AddColumn(new TableColumn(words.Say("term.needed")).RightAligned()).AddColumn(words.Say("term.reached"));
        foreach (var check in checks)
        {
            foreach (var (i, chamber) in check.Chambers.Index())
            {
                table.AddRow(
                    i == 0 ? Markup.Escape($"{check.Quorum.Title.In(language)} {QuorumWords.Period(check.Quorum, words)}".TrimEnd()) : "",
                    Markup.Escape(chamber.Chamber),
                    words.Whole(chamber.Seats),
                    words.Whole(chamber.Needed),
                    chamber.Lacking == 0 ? words.Say("term.yes") : words.Say("power-tables.no-lacking", ("lacking", chamber.Lacking)));
            }
        }

        yield return new Text(words.List(coalition) + "\n");
        yield return table;
        foreach (var note in Unverified(checks.Select(c => c.Quorum), words))
        {
            yield return note;
        }
    }

    static string Told(Quorum quorum, Wording words)
    {
        var period = QuorumWords.Period(quorum, words);
        return $"{words.L(quorum.Title)}: {QuorumWords.Share(quorum, words)}{(period.Length > 0 ? $", {period}" : "")} [{quorum.Article}]";
    }

    /// <summary>What was not checked against the law's text, each once.</summary>
    static IEnumerable<IRenderable> Unverified(IEnumerable<Quorum> quorums, Wording words) =>
        from same in quorums.Where(q => q.Unverified is not null).Distinct().GroupBy(q => words.L(q.Unverified!))
        select new Text($"{words.Say("methods-page.not-verified-against-the-laws-text")} ({string.Join(", ", same.Select(q => q.Id).Distinct())}): {same.Key}\n");

    static Table Members(ChamberPower power, BlocKind kind, Wording words)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(kind == BlocKind.Party ? words.Say("term.party") : words.Say("term.list"));
        foreach (var title in new[] { words.Say("term.seats"), words.Say("term.share"), "Shapley-Shubik", "Banzhaf", words.Say("term.banzhaf-absolute") })
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        foreach (var member in power.Members)
        {
            table.AddRow(
                Markup.Escape(member.Member.Name),
                words.Whole(member.Member.Seats),
                words.Percent((double)member.Member.Seats / power.Game.Seats),
                words.Percent(member.Shapley.Value, 2),
                words.Percent(member.Banzhaf.Value, 2),
                words.Percent(member.BanzhafAbsolute.Value, 2));
        }

        return table;
    }

    static string Coalitions(ChamberPower power, Wording words)
    {
        var shown = power.Minimal.Listed;
        var text = Heading(power.Minimal.Count, shown.Length, words) + string.Concat(shown.Select(c => $"  {Named(power, c)}\n"));
        return power.Connected is not { } connected ? text
            : text + words.Say("power-tables.connected-from-left-to-right", ("connected", connected.Length)) + string.Concat(connected.Select(c => $"  {Named(power, c)}\n"));
    }

    static string Listed(Passage passage, Wording words) =>
        passage.Count is not { } count
            ? words.Say(
                "power-tables.not-computed-blocs-in-several-chambers", ("blocs", passage.Blocs.Length),
                ("mostBlocs", Passage.MostBlocs))
            : "  " + Heading(count, passage.Coalitions.Length, words) + string.Concat(passage.Coalitions.Select(c => $"    {string.Join(", ", c)}\n"));

    static string Heading(System.Numerics.BigInteger count, int shown, Wording words)
    {
        var all = QuorumWords.Count(count, words);
        return count == shown
            ? words.Say("power-tables.minimal-winning-coalitions", ("all", all))
            : words.Say("power-tables.minimal-winning-coalitions-the-first-smallest", ("all", all), ("shown", shown));
    }

    static string Named(ChamberPower power, ImmutableArray<int> coalition) =>
        $"{string.Join(", ", coalition.Select(i => power.Game.Members[i].Name))} ({coalition.Sum(i => power.Game.Members[i].Seats)})";
}
