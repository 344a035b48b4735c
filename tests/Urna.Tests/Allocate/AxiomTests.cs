using System.Collections.Concurrent;
using System.Globalization;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>Random laws on random votes keep every axiom.</summary>
public class AxiomTests
{
    /// <summary>Pairs to try, always the same: few where every change is tested, as many as <c>URNA_PAIRS</c> says in a long run.</summary>
    static readonly int pairs = int.TryParse(Environment.GetEnvironmentVariable("URNA_PAIRS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 300;

    /// <summary>The pairs that <c>URNA_PAIR</c> names, to look at some alone; otherwise all.</summary>
    static readonly int[] tried = Environment.GetEnvironmentVariable("URNA_PAIR") is { Length: > 0 } some
        ? [.. some.Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture))]
        : [.. Enumerable.Range(0, pairs)];

    [Fact]
    public void Allocate_AnyLawOnAnyVotes_KeepsEveryAxiom()
    {
        var broken = new ConcurrentBag<(string Axiom, int Pair, string Text)>();
        var filled = 0;
        Parallel.ForEach(tried, i =>
        {
            var (law, votes) = RandomElections.Pair(i);
            Interlocked.Add(ref filled, SeatAllocation.Allocate(law, votes) is { Faults.IsEmpty: true } result && result.Districts.Any(d => !d.Elected.IsEmpty) ? 1 : 0);
            foreach (var axiom in Axioms.Broken(law, votes))
            {
                broken.Add((axiom, i, Text(law, votes) + Text(SeatAllocation.Allocate(law, votes))));
            }
        });

        // The shortest of each kind is the easiest to read.
        var kinds = broken.GroupBy(b => b.Axiom).Select(g => $"{g.Key}: {g.Count()} of {tried.Length}, pairs {string.Join(", ", g.Select(b => b.Pair).Order())}\n{g.MinBy(b => b.Text.Length).Text}").ToList();
        Assert.True(kinds.Count == 0, string.Join("\n\n", kinds));
        Assert.True(filled > tried.Length / 2, $"Only {filled} of {tried.Length} pairs filled a seat.");
    }

    /// <summary>A pair on a few lines, so that a failure can be read.</summary>
    internal static string Text(ElectoralRule law, ContestVotes votes) =>
        $"\n  {string.Join("\n  ", law.Steps.Select(s => Text(s)))}\n"
        + string.Join('\n', votes.Districts.Select(d => $"    {d.District} ({d.Tier}) {d.Seats} seats, levelling {d.Levelling}, roll {d.Registered}, blank {d.Blank}, null {d.Null}: "
            + string.Join("; ", d.Votes.Select(v => $"{v.Candidacy.ListName}/{v.Candidacy.Subpact}/{v.Candidacy.Party}/{v.Candidacy.Candidate}#{v.Candidacy.ListPosition}{(v.Candidacy.Sex == Sex.Unknown ? "" : v.Candidacy.Sex.ToString()[..1])} {v.Votes}"))));

    /// <summary>What came out, district by district.</summary>
    static string Text(ContestAllocation result) => string.Concat(result.Districts.Select(d =>
        $"\n    => {d.District} of {d.Seats}: {string.Join("; ", d.Elected.Select(s => $"{s.Candidacy.ListName}/{s.Candidacy.Party}/{s.Candidate}"))}"
        + string.Concat(d.Ties.Select(t => $"\n       tie {t.Level} {t.Seats} of {string.Join(", ", t.Among)}"))
        + string.Concat(d.Missing.Select(m => $"\n       missing {m}"))
        + $"\n       {string.Join("; ", d.Steps.Select(s => $"{s}"))}"));

    /// <summary>A step with those of its fields that say something.</summary>
    static string Text(object? value) => value switch
    {
        null or false or "" => "",
        RuleStep or TierPlacement or ThresholdCondition => $"{value.GetType().Name}({string.Join(", ", value.GetType().GetProperties().Where(p => p.CanWrite && p.Name != nameof(RuleStep.Article)).Select(p => (p.Name, Value: Text(p.GetValue(value)))).Where(p => p.Value.Length > 0).Select(p => $"{p.Name}: {p.Value}"))})",
        System.Collections.IEnumerable and not string => string.Join('+', ((System.Collections.IEnumerable)value).Cast<object>().Select(Text)),
        _ => $"{value}",
    };
}
