using System.Collections.Immutable;
using System.Globalization;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Model;
using Urna.Scenarios;
using Urna.Scenarios.Chance;
using Urna.Scenarios.Changes;
using Urna.Scenarios.Goals;
using Urna.Store.Laws;

namespace Urna.Store.Scenarios;

/// <summary>One scenario as options say it: of the command, or of an address.</summary>
public static class ScenarioOptions
{
    /// <summary>Words that <c>--add-votes</c> takes: district, list and number.</summary>
    public const int WordsOfAddVotes = 3;

    /// <summary>The deviation of lists where draws are asked for without one, in points.</summary>
    public const double ListDeviation = 3;

    /// <summary>The further deviation in districts, in points.</summary>
    public const double DistrictDeviation = 2;

    /// <summary>What was given, option by option.</summary>
    public sealed record Given(string Option, ImmutableArray<string> Values);

    /// <summary>The options that name a file where their value says so; nobody from afar may read one.</summary>
    /// <param name="given">The options.</param>
    public static ImmutableArray<Given> NamingFiles(ImmutableArray<Given> given) =>
        [.. given.Where(g => g switch
        {
            { Option: "--rule", Values: [var rule] } => !RuleLibrary.Shipped.Names.Contains(rule),
            { Option: "--districts", Values: [var table] } => table.EndsWith(".csv", StringComparison.Ordinal),
            { Option: "--transfer", Values: [var rows] } => !rows.Contains('=', StringComparison.Ordinal),
            _ => false,
        })];

    /// <summary>The scenario of the options; null if none is given.</summary>
    /// <param name="given">The options, in their order.</param>
    /// <param name="contest">The contest as it was, for names that hold signs.</param>
    public static Scenario? Scenario(ImmutableArray<Given> given, CountedContest contest)
    {
        if (given.IsEmpty)
        {
            return null;
        }

        var names = BallotNames.Of(contest.Votes);
        var (rule, transfer) = (One(given, "--rule"), Values(given, "--transfer"));
        return new Scenario
        {
            Id = "scenario",
            Title = LocalizedText.Same(string.Join(' ', given.Select(g => $"{g.Option} {string.Join(' ', g.Values)}"))),
            Rule = rule is null ? null : Law(rule),
            Join = Joins(given),
            Split = [.. Values(given, "--split").Select(s => new ListSplit(s))],
            Move = Moves(given, names),
            Withdraw = Withdrawals(given),
            Districts = Districts(One(given, "--districts")),
            Magnitudes = Magnitudes(Values(given, "--magnitudes")),
            Threshold = One(given, "--threshold") is { } share ? new(Proportion.Parse(share) ?? throw new ScenarioRefusedException($"'{share}' in --threshold is not a share; allowed: a share as 5%, 1/20 or 0.05.")) : null,
            Swing = Swing(given),
            AddVotes = [.. given.Where(g => g.Option == "--add-votes").Select(g => g.Values is [var district, var of, var n] ? new VotesMore(district, of, Whole(n, "--add-votes")) : throw new ScenarioRefusedException("--add-votes takes DISTRICT LIST N."))],
            Transfer = transfer.IsEmpty ? null : Transfer(transfer),
            Draws = Draws(given),
        };
    }

    /// <summary>The goal of <c>--find</c>; null if none is asked for.</summary>
    /// <param name="text">The words of the option.</param>
    /// <param name="with">The lists of <c>--with</c>.</param>
    /// <param name="from">The list of <c>--from</c>.</param>
    /// <param name="contest">The contest as it was.</param>
    /// <param name="reckoning">Its election, whose members and quorums make a quorum a number of seats.</param>
    public static Goal? Goal(string? text, ImmutableArray<string> with, string? from, CountedContest contest, Reckoning reckoning)
    {
        if (text is null)
        {
            return with.IsEmpty && from is null ? null : throw new ScenarioRefusedException("--with and --from go with --find.");
        }

        var words = text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var rest = words.Length > 1 ? words[1] : "";
        Goal goal = (words.FirstOrDefault(), rest.LastIndexOf(' ')) switch
        {
            ("majority", _) when rest.Length > 0 => new Goal.Majority { Bloc = [Unquoted(rest), .. with] },
            ("seats", > 0 and var at) when int.TryParse(rest[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 => new Goal.Seats(n) { Bloc = [Unquoted(rest[..at]), .. with] },
            ("quorum", _) when rest.Length > 0 && !with.IsEmpty => Quorum(Unquoted(rest), with, contest, reckoning),
            ("person", _) when rest.Length > 0 && with.IsEmpty => new Goal.Person(Unquoted(rest)),
            ("transfer", _) when NameList.Split(rest, _ => false, ' ') is [var of, var to] => new Goal.Passing(of, to),
            ("pacts", _) when !with.IsEmpty => new Goal.Pacts(rest.Length > 0 ? Unquoted(rest) : null) { Bloc = with },
            _ => throw new ScenarioRefusedException(
                $"'{text}' is not allowed for --find; allowed: \"majority LIST\", \"seats LIST N\", \"quorum NAME\" with --with LIST, \"person NAME\", \"transfer FROM TO\", \"pacts [PARTY]\" with --with PARTY."),
        };
        return goal with { From = from };
    }

    static Goal.Quorum Quorum(string name, ImmutableArray<string> bloc, CountedContest contest, Reckoning reckoning)
    {
        var law = reckoning.Quorums ?? throw new ScenarioRefusedException($"'{reckoning.Election.Id}' names no quorums.");
        var (goal, known) = QuorumGoal.Of(name, bloc, contest, reckoning.Election, law);
        return goal ?? throw new ScenarioRefusedException($"there is no quorum '{name}' of '{contest.Source?.Id}'; there is {(known.IsEmpty ? "none" : string.Join(", ", known))}.");
    }

    static string Unquoted(string name) => name is ['"', .. var inner, '"'] ? inner.Replace("\"\"", "\"", StringComparison.Ordinal) : name;

    static ImmutableArray<string> Values(ImmutableArray<Given> given, string option) => [.. given.Where(g => g.Option == option).Select(g => g.Values[0])];

    static string? One(ImmutableArray<Given> given, string option) => Values(given, option) switch
    {
        [] => null,
        [var one] => one,
        _ => throw new ScenarioRefusedException($"{option} is given twice."),
    };

    static ElectoralRule Law(string name)
    {
        var read = RuleLibrary.Shipped.Find(name);
        return read.Value ?? throw new ScenarioRefusedException(string.Join("\n", read.Findings.Select(f => f.Expected.Length > 0 ? $"{f.Message} Allowed: {f.Expected}." : f.Message)));
    }

    static ImmutableArray<ListJoin> Joins(ImmutableArray<Given> given)
    {
        var joins = ImmutableArray.CreateBuilder<ListJoin>();
        foreach (var g in given.Where(g => g.Option is "--join" or "--of"))
        {
            if (g.Option == "--join")
            {
                joins.Add(new(g.Values[0], []));
            }
            else if (joins.Count == 0)
            {
                throw new ScenarioRefusedException("--of goes with a --join before it.");
            }
            else
            {
                joins[^1] = joins[^1] with { Of = joins[^1].Of.Add(g.Values[0]) };
            }
        }

        return joins.ToImmutable();
    }

    static ImmutableArray<Move> Moves(ImmutableArray<Given> given, BallotNames names)
    {
        var moves = ImmutableArray.CreateBuilder<Move>();
        string? what = null;
        foreach (var g in given.Where(g => g.Option is "--move" or "--to" or "--withdraw"))
        {
            if (g.Option == "--to" && what is { } moved)
            {
                moves.Add(new(names.Party(moved) is not null ? MovedKind.Party : MovedKind.Candidate, moved, g.Values[0]));
            }
            else if (what is { } open)
            {
                throw new ScenarioRefusedException($"--move {open} needs a --to LIST after it.");
            }

            what = g.Option == "--move" ? g.Values[0] : null;
        }

        return what is null ? moves.ToImmutable() : throw new ScenarioRefusedException($"--move {what} needs a --to LIST after it.");
    }

    static ImmutableArray<StandDown> Withdrawals(ImmutableArray<Given> given)
    {
        var downs = ImmutableArray.CreateBuilder<StandDown>();
        var isOpen = false;
        foreach (var g in given.Where(g => g.Option is "--move" or "--to" or "--withdraw"))
        {
            if (g.Option == "--withdraw")
            {
                downs.Add(new(g.Values[0]));
            }
            else if (g.Option == "--to" && isOpen)
            {
                var (name, share) = Pair(g.Values[0], "--to");
                downs[^1] = downs[^1] with { To = downs[^1].To.Add(new(name, Share(share, "--to"))) };
            }

            isOpen = g.Option == "--withdraw" || (g.Option == "--to" && isOpen);
        }

        return downs.ToImmutable();
    }

    static DistrictChange? Districts(string? text)
    {
        if (text is null or DistrictChange.Nation)
        {
            return text is null ? null : new();
        }

        if (!text.EndsWith(".csv", StringComparison.Ordinal))
        {
            return new() { Level = text };
        }

        var read = DistrictTable.Read(text);
        return read.Value ?? throw new ScenarioRefusedException(string.Join("\n", read.Findings.Select(f => f.Message)));
    }

    static MagnitudeChange? Magnitudes(ImmutableArray<string> values) => values switch
    {
        [] => null,
        ["registered" or "by: registered" or "by:registered"] => new() { By = MagnitudeBase.Registered },
        ["votes"] => new() { By = MagnitudeBase.Votes },
        _ => new() { Table = values.Select(v => Pair(v, "--magnitudes")).ToImmutableSortedDictionary(v => v.Name, v => (int)Math.Min(int.MaxValue, Whole(v.Value, "--magnitudes")), StringComparer.Ordinal) },
    };

    static VoteSwing? Swing(ImmutableArray<Given> given)
    {
        var points = Values(given, "--swing").Select(v => Pair(v, "--swing")).ToList();
        var kind = One(given, "--swing-kind") switch
        {
            null or "uniform" => SwingKind.Uniform,
            "proportional" => SwingKind.Proportional,
            var other => throw new ScenarioRefusedException($"'{other}' is not allowed for --swing-kind; allowed: uniform, proportional."),
        };
        return points.Count == 0 ? null : new(kind, [.. points.Select(p => new VoteShare(p.Name, ExactShare.ParsePoints(p.Value) ?? throw new ScenarioRefusedException($"'{p.Value}' in --swing is no number of points; allowed: points as +2 or -1.5.")))]);
    }

    static VoteTransfer Transfer(ImmutableArray<string> values)
    {
        if (values is [var file] && !file.Contains('=', StringComparison.Ordinal))
        {
            var read = TransferFile.Read(file);
            return read.Value ?? throw new ScenarioRefusedException(string.Join("\n", read.Findings.Select(f => f.Message)));
        }

        return new(
        [
            .. values.Select(v => (Pair: Pair(v, "--transfer"), v)).Select(v => (From: Pair(v.Pair.Name, "--transfer"), Share: Share(v.Pair.Value, "--transfer")))
                .GroupBy(v => v.From.Name).Select(row => new TransferRow(row.Key, [.. row.Select(r => new VoteShare(r.From.Value, r.Share))])),
        ]);
    }

    static DrawOptions? Draws(ImmutableArray<Given> given)
    {
        var (n, seed, deviations, poll) = (One(given, "--draws"), One(given, "--seed"), Values(given, "--deviation"), Values(given, "--poll").Select(v => Pair(v, "--poll")).ToList());
        if (n is null)
        {
            return seed is null && deviations.IsEmpty && poll.Count == 0 ? null : throw new ScenarioRefusedException("--seed, --deviation and --poll go with --draws N.");
        }

        var stated = deviations.Select(v => Pair(v, "--deviation")).ToDictionary(p => p.Name, p => Points(p.Value));
        if (stated.Keys.FirstOrDefault(k => k is not ("list" or "district")) is { } unknown)
        {
            throw new ScenarioRefusedException($"'{unknown}' is not allowed in --deviation; allowed: list=POINTS, district=POINTS.");
        }

        var answers = poll.Where(p => p.Name == "n").Select(p => (int?)Whole(p.Value, "--poll")).FirstOrDefault();
        if (poll.Count > 0 && answers is not > 0)
        {
            throw new ScenarioRefusedException("--poll needs n=N, the answers of the poll.");
        }

        try
        {
            return new DrawOptions
            {
                Number = (int)Math.Min(int.MaxValue, Whole(n, "--draws")),
                Seed = seed is null ? 1 : ulong.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : throw new ScenarioRefusedException($"'{seed}' is not allowed for --seed; allowed: a whole number, 0 or more."),
                List = stated.GetValueOrDefault("list", answers is null && stated.Count == 0 ? ListDeviation : 0) / 100,
                District = stated.GetValueOrDefault("district", answers is null && stated.Count == 0 ? DistrictDeviation : 0) / 100,
                Poll = answers,
                Expected = [.. poll.Where(p => p.Name != "n").Select(p => new VoteExpected(p.Name, Share(p.Value, "--poll").Value))],
            };
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new ScenarioRefusedException(e.Message.Split(" (Parameter ")[0]);
        }
    }

    static (string Name, string Value) Pair(string text, string option) => text.LastIndexOf('=') is > 0 and var at
        ? (Unquoted(text[..at].Trim()), text[(at + 1)..].Trim())
        : throw new ScenarioRefusedException($"'{text}' is not allowed for {option}; give NAME=VALUE.");

    static ExactShare Share(string text, string option) =>
        ExactShare.Parse(text) ?? throw new ScenarioRefusedException($"'{text}' in {option} is not a share of at most the whole; allowed: a share as 60%, 3/5 or 0.6.");

    static double Points(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points)
        ? points : throw new ScenarioRefusedException($"'{text}' in --deviation is no number of points; allowed: points as 3 or 1.5.");

    static long Whole(string text, string option) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
        ? n : throw new ScenarioRefusedException($"'{text}' in {option} is not a whole number.");
}
