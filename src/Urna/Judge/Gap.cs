using System.Collections.Immutable;
using Urna.Count;
using Urna.Model;

namespace Urna.Judge;

/// <summary>What the data of a count lack, and how much that can be.</summary>
/// <param name="Votes">Votes for choices that may be lacking, at most; 0 where none are, null where nothing bounds them.</param>
/// <param name="Ballots">Votes cast that may be lacking, at most, beyond those that are known.</param>
/// <param name="Roll">People on the roll who may be lacking, at most.</param>
/// <param name="Missing">What is lacking, for people.</param>
sealed record Gap(long? Votes, long? Ballots, long? Roll, ImmutableArray<LocalizedText> Missing)
{
    /// <summary>What is lacking where votes cast, and not those for choices, are counted.</summary>
    public ImmutableArray<LocalizedText> MissingBallots { get; private init; } = [];

    const int MostNamed = 3;

    // A rule that is written down: a count that was not final is taken to lack no more than one vote in a hundred.
    const int PreliminaryPart = 100;

    /// <summary>That of totals that a source states: nothing bounds those that it does not.</summary>
    public static Gap Of(Tabulation count) => new(count.Choices.All(c => c.Votes.Value is not null) ? 0 : null, count.Cast.Value is null ? null : 0, count.Registered.Value is null ? null : 0, []);

    /// <summary>What the data of some units of a contest lack.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="places">Its places.</param>
    /// <param name="units">The units that are counted.</param>
    /// <param name="awaited">Places there that have no row in the results yet.</param>
    /// <param name="isWhole">Whether they are the whole contest, of which lacks are told and totals are stated.</param>
    /// <param name="without">Places that are left out.</param>
    public static Gap Of(Contest contest, PlaceTree places, IReadOnlyCollection<PollingStationReturn> units, IReadOnlyCollection<string> awaited, bool isWhole, ImmutableArray<string> without)
    {
        var ballots = new Ballots(contest, places);
        var (votes, cast, roll) = (new Bound(), new Bound(), new Bound());
        var (lacking, parts) = (new List<string>(awaited), new List<string>());
        foreach (var unit in units)
        {
            var isComplete = ballots.AreCompleteIn(unit);
            var counts = UnitCounts.Of(unit, contest.Balance, isComplete);
            var sum = UnitCounts.SumOfChoices(unit);
            var low = counts.Cast ?? Math.Max(counts.Valid ?? 0, contest.Balance.Kind == BalanceKind.VotesPerBallot ? 0 : sum) + (counts.Blank ?? 0) + (counts.Null ?? 0);
            roll.Add(0, counts.Registered is null ? null : 0);
            cast.Add(low, counts.Cast ?? counts.Registered);
            votes.Add(sum, isComplete ? sum : (counts.Valid ?? counts.Cast ?? counts.Registered) * contest.Balance.Votes);
            (isComplete ? counts.Cast is null ? parts : null : lacking)?.Add(unit.Place);
        }

        foreach (var _ in awaited)
        {
            votes.Add(0, null);
            cast.Add(0, null);
            roll.Add(0, null);
        }

        var names = Named(lacking, places, LocalizedText.Say("term.no-full-count"));
        var gap = isWhole ? Whole(contest, without, (votes, cast, roll), units.Sum(u => u.Counts.Registered ?? 0), [.. names]) : new(votes.Most, cast.Most, roll.Most, [.. names]);
        return gap with { MissingBallots = [.. Named(parts.Count == units.Count ? [] : parts, places, LocalizedText.Say("gap.votes-cast-not-known"))] };
    }

    /// <summary>That of a whole contest: what is told as lacking comes on top, and totals that sources state bound what units lack.</summary>
    static Gap Whole(Contest contest, ImmutableArray<string> without, (Bound Votes, Bound Cast, Bound Roll) units, long registered, List<LocalizedText> names)
    {
        var totals = contest.Stated.Where(s => !s.IsPreliminary && s.Without.ToHashSet().SetEquals(without)).ToList();
        long? Stated(string reserved) => totals.Max(t => t.Figures.TryGetValue(reserved, out var figure) ? figure : (long?)null);
        var ofRoll = units.Roll.Most ?? (Stated("registered") is { } all ? Math.Max(0, all - registered) : null);
        var ofCast = units.Cast.Within(Stated("cast"), ofRoll);
        var ofVotes = units.Votes.Within(Stated("valid") ?? Stated("cast"), ofRoll);
        foreach (var lack in contest.Lacks)
        {
            var isCounted = contest.Candidacies.All(c => lack.Figures.ContainsKey(c.Choice));
            var sum = lack.Figures.Where(f => !ReportedCounts.IsReserved(f.Key)).Sum(f => f.Value);
            ofVotes += isCounted ? (contest.IsPreliminary ? sum : 0) : lack.AtMost - sum;
            ofCast += lack.Figures.ContainsKey("cast") ? 0 : lack.AtMost;
            ofRoll += lack.Figures.ContainsKey("registered") ? 0 : null;
            names.Add(lack.Name);
        }

        if (contest.IsPreliminary)
        {
            (ofVotes, ofCast) = (ofVotes + (units.Votes.Known / PreliminaryPart), ofCast + (units.Cast.Known / PreliminaryPart));
            names.Add(LocalizedText.Say("gap.what-came-after-the-preliminary-count"));
        }

        return new(ofVotes, ofCast, ofRoll, [.. names]);
    }

    static List<LocalizedText> Named(List<string> places, PlaceTree tree, LocalizedText before) => places.Count == 0 ? []
        : [before.With("", string.Join(", ", places.Take(MostNamed).Select(p => tree[p].Name)) + (places.Count > MostNamed ? $" (+{places.Count - MostNamed})" : ""))];

    /// <summary>A sum of parts of which some are known only between bounds.</summary>
    struct Bound()
    {
        long bounded;
        long low;
        bool isOpen;

        /// <summary>What is known of all parts.</summary>
        public long Known { get; private set; }

        /// <summary>How much more it may be, at most; null where nothing bounds a part.</summary>
        public readonly long? Most => isOpen ? null : bounded;

        /// <summary>Adds a part.</summary>
        /// <param name="least">What is known of it.</param>
        /// <param name="most">What it is at most; null where nothing bounds it.</param>
        public void Add(long least, long? most)
        {
            Known += least;
            bounded += most is { } bound ? Math.Max(0, bound - least) : 0;
            low += most is null ? least : 0;
            isOpen |= most is null;
        }

        /// <summary>How much more it may be where the whole, or the roll of the parts without a bound, is stated.</summary>
        public readonly long? Within(long? whole, long? rollOfOpen) => !isOpen ? bounded
            : whole is { } total ? Math.Max(0, total - Known)
            : rollOfOpen is { } people ? bounded + Math.Max(0, people - low) : null;
    }
}
