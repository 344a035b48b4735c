using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Urna.Model;
using Urna.Power;
using Urna.Report;
using Urna.Contract;
using Urna.Store.Elections;
using Urna.Store.Laws;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary><c>urna power</c>: who can decide what in a chamber, and what passes in all.</summary>
static class PowerVerb
{
    /// <summary>How many coalitions a table lists if not told.</summary>
    public const int MostInTables = 10;

    /// <summary>How many coalitions JSON lists if not told.</summary>
    public const int MostInData = 1_000;

    sealed record Request(
        string Path, int? Quota, string? Rule, DateOnly? Date, BlocKind? By, string? Chamber, int? Coalitions, ImmutableArray<string> Order, bool Passes, ImmutableArray<string> Coalition, Format Format, Language Language)
    {
        /// <summary>Coalitions to list at most.</summary>
        public int Most => Coalitions ?? (Format == Format.Table ? MostInTables : MostInData);
    }

    public static Command Command()
    {
        var members = new Argument<string>("MEMBERS");
        var quota = new Option<int?>("--quota") { HelpName = "N" };
        var rule = new Option<string?>("--rule") { HelpName = "QUORUMS" };
        var date = new Option<string?>("--date") { HelpName = "DATE" };
        var by = new Option<string?>("--by") { HelpName = "party|list" };
        by.AcceptOnlyFromAmong("party", "list");
        var chamber = new Option<string?>("--chamber") { HelpName = "NAME" };
        var coalitions = new Option<int?>("--coalitions") { HelpName = "N" };
        var order = new Option<string[]>("--order") { HelpName = "A,B,…", DefaultValueFactory = _ => [] };
        var passes = new Option<bool>("--passes");
        var coalition = new Option<string[]>("--coalition") { HelpName = "A,B,…", DefaultValueFactory = _ => [] };
        var format = Options.Format();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("power")
        {
            members, quota, rule, date, by, chamber, coalitions, order, passes, coalition, format, output, language,
        };
        command.SetAction(parsed => Run(
            new Request(
                parsed.GetRequiredValue(members),
                parsed.GetValue(quota),
                parsed.GetValue(rule),
                DateOf(parsed.GetValue(date)),
                parsed.GetValue(by) switch { "party" => BlocKind.Party, "list" => BlocKind.List, _ => null },
                parsed.GetValue(chamber),
                parsed.GetValue(coalitions),
                [.. parsed.GetValue(order)!],
                parsed.GetValue(passes),
                [.. parsed.GetValue(coalition)!],
                parsed.GetValue(format),
                parsed.GetValue(language)),
            new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Run(Request request, Answer answer)
    {
        Check(request);
        if (Read(request) is not { } input || !TryFindQuorums(request, input, out var law))
        {
            return ExitCode.Unreadable;
        }

        var asksForLists = request.Passes || !request.Coalition.IsEmpty;
        var kind = request.By ?? (asksForLists ? BlocKind.List : BlocKind.Party);
        var chambers = Chambers(input.Chambers(kind), request.Chamber).Where(c => c.Seats > 0).ToImmutableArray();
        if (chambers.IsEmpty)
        {
            Messages.Tell(LocalizedText.Say("power.has-no-members-so-nobody-can", ("path", request.Path)));
            return ExitCode.NotEnoughData;
        }

        if (chambers.Where(c => !WeightedGame.Fits(c.Blocs)).ToList() is { Count: > 0 } large)
        {
            Messages.TellFaults(request.Path, large.Select(c => Codes.Finding("V117", LocalizedText.Say(
                "v117.has-members-and-seats-too-many", ("name", c.Name), ("blocs", c.Blocs.Length), ("seats", c.Seats))) with
            {
                Expected = $"members × members × (seats + 1) of at most {WeightedGame.MostCells}",
            }));
            return ExitCode.Unreadable;
        }

        var date = request.Date ?? input.Date;
        return law is null ? OfQuota(request, answer, chambers, kind)
            : chambers.All(c => law.For(c.Name, date).IsEmpty) ? NoQuorum(law, date!.Value)
            : asksForLists ? Together(request, answer, chambers, law, date)
            : OfQuorums(request, answer, chambers, kind, law, date);
    }

    /// <summary>The members, or all that keeps them from being read is told.</summary>
    static ChamberMembers? Read(Request request)
    {
        var (members, findings) = ChamberMembers.Read(request.Path);
        if (members is null)
        {
            Messages.TellFaults(request.Path, findings, request.Language);
            return null;
        }

        Messages.TellWarnings(findings, request.Language);
        return members;
    }

    /// <summary>The chambers that are asked for.</summary>
    static ImmutableArray<Chamber> Chambers(ImmutableArray<Chamber> all, string? only) => only is null || all.IsEmpty ? all
        : all.FirstOrDefault(c => FoldedName.Of(c.Name) == FoldedName.Of(only)) is { } one ? [one]
        : throw new UsageException(LocalizedText.Say(
            "power.there-is-no-chamber-there-is", ("only", only), ("all", string.Join(", ", all.Select(c => c.Name)))));

    static void Check(Request request)
    {
        if (request.Quota is < 1)
        {
            throw new UsageException(LocalizedText.Say("power.is-not-allowed-for-quota-give", ("quota", request.Quota)));
        }

        if (request.Coalitions is < 0)
        {
            throw new UsageException(LocalizedText.Say("power.is-not-allowed-for-coalitions-give", ("coalitions", request.Coalitions)));
        }

        if (request is { Quota: not null, Rule: not null } or { Quota: not null, Date: not null })
        {
            throw new UsageException(LocalizedText.Say("power.give-either-quota-or-rule-and"));
        }

        if (request.Quota is not null && (request.Passes || !request.Coalition.IsEmpty))
        {
            throw new UsageException(LocalizedText.Say("power.passes-and-coalition-need-quorums-give"));
        }

        if ((request.Passes && !request.Coalition.IsEmpty) || (!request.Order.IsEmpty && (request.Passes || !request.Coalition.IsEmpty)))
        {
            throw new UsageException(LocalizedText.Say("power.give-one-of-passes-coalition-and"));
        }
    }

    /// <summary>The quorums of the question; null where a number of seats is asked for. False if they cannot be read.</summary>
    static bool TryFindQuorums(Request request, ChamberMembers input, out QuorumLaw? law)
    {
        law = request.Quota is null ? input.Quorums : null;
        if (request.Rule is { } rule)
        {
            var read = QuorumLibrary.Shipped.Find(rule);
            law = read.Value;
            if (law is null)
            {
                Messages.TellFaults(rule, read.Findings, request.Language);
                return false;
            }
        }

        return law is not null || request.Quota is not null ? true : throw new UsageException(LocalizedText.Say("power.give-quota-n-or-rule-quorums"));
    }

    static int OfQuota(Request request, Answer answer, ImmutableArray<Chamber> chambers, BlocKind kind) =>
        Write(request, answer, [.. chambers.Select(c => ChamberPower.Of(c, request.Quota!.Value, request.Most, OrderOf(request, chambers, c)))], kind);

    static int OfQuorums(Request request, Answer answer, ImmutableArray<Chamber> chambers, BlocKind kind, QuorumLaw law, DateOnly? date) =>
        Write(request, answer, [.. chambers.SelectMany(c => ChamberPower.Of(c, law.For(c.Name, date), request.Most, OrderOf(request, chambers, c)))], kind);

    static int Write(Request request, Answer answer, ImmutableArray<ChamberPower> powers, BlocKind kind)
    {
        switch (request.Format)
        {
            case Format.Json:
                answer.JsonArray(powers.Select(p => PowerJson.Of(p, kind)));
                break;
            case Format.Csv:
                answer.Csv(
                    ["chamber", "quorum", "from", "until", "quota", Spelling.Kebab(kind), "seats", "shapley", "banzhaf", "banzhaf_absolute"],
                    from p in powers
                    from m in p.Members
                    select new object?[] { p.Chamber.Name, p.Quorum?.Id, $"{p.Quorum?.From:yyyy-MM-dd}", $"{p.Quorum?.Until:yyyy-MM-dd}", p.Game.Quota, m.Member.Name, m.Member.Seats, m.Shapley, m.Banzhaf, m.BanzhafAbsolute });
                break;
            default:
                answer.Render(PowerTables.Of(powers, kind, request.Language));
                break;
        }

        var words = new Wording(request.Language);
        foreach (var note in powers.Select(p => QuorumWords.Note(p, words)).Where(n => n.Length > 0).Distinct())
        {
            Messages.Tell(note);
        }

        foreach (var (chamber, quota, minimal) in powers.Select(p => (p.Chamber.Name, p.Game.Quota, p.Minimal)).DistinctBy(p => (p.Name, p.Quota)))
        {
            TellCut($"{chamber}, {quota}", minimal.Count, minimal.Listed.Length, request, words);
        }

        return ExitCode.Clean;
    }

    /// <summary>What passes in all chambers, or whether one coalition does.</summary>
    static int Together(Request request, Answer answer, ImmutableArray<Chamber> chambers, QuorumLaw law, DateOnly? date)
    {
        var words = new Wording(request.Language);
        if (request.Coalition is { IsEmpty: false } names)
        {
            var coalition = Named(names, chambers, "--coalition");
            var checks = CoalitionCheck.Of(chambers, coalition, law, date);
            Write(
                request, answer, checks.Select(c => PowerJson.Of(coalition, c)), PowerTables.Of(coalition, checks, request.Language),
                ["quorum", "from", "until", "chamber", "seats", "needed", "lacking"],
                from c in checks
                from h in c.Chambers
                select new object?[] { c.Quorum.Id, $"{c.Quorum.From:yyyy-MM-dd}", $"{c.Quorum.Until:yyyy-MM-dd}", h.Chamber, h.Seats, h.Needed, h.Lacking });
            return ExitCode.Clean;
        }

        var passages = Passage.Of(chambers, law, date, request.Most);
        Write(
            request, answer, passages.Select(PowerJson.Of), PowerTables.Of(passages, request.Language),
            ["quorum", "from", "until", "coalition", "member"],
            from p in passages
            from c in p.Coalitions.Index()
            from name in c.Item
            select new object?[] { p.Quorum.Id, $"{p.Quorum.From:yyyy-MM-dd}", $"{p.Quorum.Until:yyyy-MM-dd}", c.Index + 1, name });
        foreach (var passage in passages)
        {
            TellCut(passage.Quorum.Id, passage.Count, passage.Coalitions.Length, request, words);
        }

        return passages.Any(p => p.Count is null) ? ExitCode.NotEnoughData : ExitCode.Clean;
    }

    static void Write<T>(
        Request request, Answer answer, IEnumerable<T> json, IEnumerable<Spectre.Console.Rendering.IRenderable> tables, string[] header, IEnumerable<object?[]> rows)
    {
        switch (request.Format)
        {
            case Format.Json:
                answer.JsonArray(json);
                break;
            case Format.Csv:
                answer.Csv(header, rows);
                break;
            default:
                answer.Render(tables);
                break;
        }
    }

    /// <summary>Says where data list fewer coalitions than there are; tables say it themselves.</summary>
    static void TellCut(string what, System.Numerics.BigInteger? count, int listed, Request request, Wording words)
    {
        if (count is null)
        {
            Messages.Tell(words.Say("power.more-than-blocs-in-several-chambers", ("what", what), ("mostBlocs", Passage.MostBlocs)));
        }
        else if (request.Format == Format.Json && listed < count)
        {
            Messages.Tell(words.Say(
                "power.minimal-coalitions-the-first-are-listed", ("what", what), ("count", count?.ToString()), ("listed", listed)));
        }
    }

    static int NoQuorum(QuorumLaw law, DateOnly date)
    {
        var periods = law.Quorums.Select(q => $"{q.Id} {q.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "…"} to {q.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "…"}");
        Messages.Tell(LocalizedText.Say(
            "power.has-no-quorum-of-these-chambers", ("law", law.Name), ("date", $"{date:yyyy-MM-dd}"),
            ("periods", string.Join(", ", periods))));
        return ExitCode.NotEnoughData;
    }

    /// <summary>A chamber's members from left to right; those without seats, if not named, come last. Null without an order.</summary>
    static ImmutableArray<int>? OrderOf(Request request, ImmutableArray<Chamber> chambers, Chamber chamber)
    {
        if (request.Order is not { IsEmpty: false } order)
        {
            return null;
        }

        var places = Named(order, chambers, "--order").Select(FoldedName.Of).Index().ToDictionary(p => p.Item, p => p.Index);
        var missing = chamber.Blocs.Where(b => b.Seats > 0 && !places.ContainsKey(FoldedName.Of(b.Name))).Select(b => b.Name).ToList();
        return missing.Count == 0
            ? [.. Enumerable.Range(0, chamber.Blocs.Length).OrderBy(i => places.GetValueOrDefault(FoldedName.Of(chamber.Blocs[i].Name), int.MaxValue))]
            : throw new UsageException(LocalizedText.Say(
                "power.order-does-not-say-where-of", ("missing", string.Join(", ", missing)), ("chamber", chamber.Name)));
    }

    /// <summary>Names of an option, each a member of some chamber and each once.</summary>
    static ImmutableArray<string> Named(ImmutableArray<string> values, ImmutableArray<Chamber> chambers, string option)
    {
        var known = chambers.SelectMany(c => c.Blocs).Select(b => b.Name).DistinctBy(FoldedName.Of).ToDictionary(FoldedName.Of);
        ImmutableArray<string> names = [.. values.SelectMany(v => NameList.Split(v, n => known.ContainsKey(FoldedName.Of(n))))];
        var unknown = names.Where(n => !known.ContainsKey(FoldedName.Of(n))).ToList();
        return unknown.Count > 0 ? throw new UsageException(LocalizedText.Say(
            "power.in-has-no-seats-here-there", ("unknown", string.Join(", ", unknown.Select(n => $"'{n}'"))), ("option", option),
            ("values", string.Join(", ", known.Values))))
            : names.Length == 0 ? throw new UsageException(LocalizedText.Say(
                "power.names-nobody-there-is", ("option", option), ("values", string.Join(", ", known.Values))))
            : names.DistinctBy(FoldedName.Of).Count() < names.Length ? throw new UsageException(LocalizedText.Say(
                "power.names-someone-twice", ("option", option)))
            : [.. names.Select(n => known[FoldedName.Of(n)])];
    }

    static DateOnly? DateOf(string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw new UsageException(LocalizedText.Say("power.is-not-allowed-for-date-give", ("text", text)));
}
