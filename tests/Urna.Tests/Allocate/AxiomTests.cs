using System.Collections.Concurrent;
using System.Globalization;
using Urna.Allocate;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>Random laws on random votes keep every axiom.</summary>
public class AxiomTests
{
    /// <summary>Pairs to try, always the same: few where every change is tested, as many as <c>URNA_PAIRS</c> says in a long run.</summary>
    static readonly int pairs = int.TryParse(Environment.GetEnvironmentVariable("URNA_PAIRS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 300;

    [Fact]
    public void Allocate_AnyLawOnAnyVotes_KeepsEveryAxiom()
    {
        var broken = new ConcurrentBag<string>();
        var filled = 0;
        Parallel.For(0, pairs, i =>
        {
            var (law, votes) = RandomElections.Pair(i);
            Interlocked.Add(ref filled, SeatAllocation.Allocate(law, votes) is { Faults.IsEmpty: true } result && result.Districts.Any(d => !d.Elected.IsEmpty) ? 1 : 0);
            foreach (var axiom in Axioms.Broken(law, votes))
            {
                broken.Add($"{axiom}: pair {i} {Text(law, votes)}");
            }
        });

        // The shortest of each kind is the easiest to read.
        var kinds = broken.GroupBy(b => b[..b.IndexOf(':', StringComparison.Ordinal)]).Select(g => $"{g.Count()} of {pairs}: {g.MinBy(b => b.Length)}").ToList();
        Assert.True(kinds.Count == 0, string.Join("\n\n", kinds));
        Assert.True(filled > pairs / 2, $"Only {filled} of {pairs} pairs filled a seat.");
    }

    /// <summary>A pair on a few lines, so that a failure can be read.</summary>
    static string Text(ElectoralRule law, ContestVotes votes) =>
        $"\n  {string.Join("\n  ", law.Steps.Select(s => s.ToString()!.Replace("Urna.Allocate.", "", StringComparison.Ordinal)))}\n"
        + string.Join('\n', votes.Districts.Select(d => $"    {d.District} ({d.Tier}) {d.Seats} seats, levelling {d.Levelling}, roll {d.Registered}, blank {d.Blank}, null {d.Null}: "
            + string.Join("; ", d.Votes.Select(v => $"{v.Candidacy.ListName}/{v.Candidacy.Subpact}/{v.Candidacy.Party}/{v.Candidacy.Candidate}#{v.Candidacy.ListPosition}{(v.Candidacy.Sex == Sex.Unknown ? "" : v.Candidacy.Sex.ToString()[..1])} {v.Votes}"))));
}
