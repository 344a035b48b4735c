using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Laws;
using Urna.Allocate.Lots;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests;

/// <summary>What holds of seats under every law, each said once; tests of methods and of laws use the same words.</summary>
/// <remarks>Balinski &amp; Young (2001), Fair Representation, 2nd ed., app. A; Pukelsheim (2017), Proportional Representation, 2nd ed.</remarks>
static class Axioms
{
    // Of one sharing.

    /// <summary>Max-min inequality: nobody's next quotient is above anybody's last. It characterises a divisor method.</summary>
    public static bool NobodyTakesASeatFromAnother(long[] votes, int[] held, DivisorRule rule, int[]? capacities = null) =>
        Enumerable.Range(0, votes.Length).All(i => votes[i] == 0 || (capacities is not null && held[i] >= capacities[i])
            || Enumerable.Range(0, votes.Length).Where(j => held[j] > 0).All(j => Divisor.CompareQuotients(votes[i], rule.At(held[i]), votes[j], rule.At(held[j] - 1)) <= 0));

    /// <summary>Quota: nobody is further than one seat from their exact share.</summary>
    public static bool StaysWithinTheQuota(long[] votes, int[] held, int seats) =>
        (Int128)votes.Sum() is var total && votes.Zip(held).All(p => p.Second >= (Int128)p.First * seats / total && p.Second <= (((Int128)p.First * seats) + total - 1) / total);

    /// <summary>Monotonicity: holder by holder, nobody has fewer than before.</summary>
    public static bool NobodyHasFewer(IEnumerable<int> before, IEnumerable<int> after) => before.Zip(after).All(p => p.First <= p.Second);

    /// <summary>Conservation: sure seats and tied ones are all the seats, and more are tied than there are seats for.</summary>
    public static bool SeatsAreConserved(int[] held, bool[] tied, int left, int seats) =>
        held.Sum() + left == seats && (left == 0 || tied.Count(t => t) > left);

    /// <summary>Capacity: nobody has more seats than candidacies.</summary>
    public static bool CapacityIsRespected(int[] held, int[] capacities) => held.Zip(capacities).All(p => p.First <= p.Second);

    // Of a contest.

    /// <summary>The names of the axioms that the seats of a contest break; empty for none.</summary>
    public static IEnumerable<string> Broken(ElectoralRule law, ContestVotes votes)
    {
        var result = SeatAllocation.Allocate(law, votes);
        if (!result.Faults.IsEmpty)
        {
            return [];
        }

        IEnumerable<(string Name, bool Holds)> all =
        [
            ("nobody is elected twice", NobodyIsElectedTwice(result)),
            ("seats are conserved", SeatsAreConserved(law, result)),
            ("nobody barred has a seat", NobodyBarredHasASeat(law, result)),
            ("capacity is respected", CapacityIsRespected(votes, result)),
            ("a seat goes to somebody with candidacies", SeatsGoToCandidacies(votes, result)),
            ("names and the order of rows do not matter", IsSymmetric(law, votes, result)),
            ("votes times three seat the same", IsHomogeneous(law, votes, result)),
            ("one seat more costs nobody a seat", IsHouseMonotone(law, votes, result)),
            ("votes more cost nobody a seat", IsVoteMonotone(law, votes, result)),
            ("margins are exact", MarginsAreExact(law, votes, result)),
            ("margins of persons are exact", PersonMarginsAreExact(law, votes)),
            ("a tie ends with the lots it asks for", TiesEnd(law, votes)),
            ("what is sure stays under every drawing", SureSeatsStay(law, votes, result)),
        ];
        return all.Where(a => !a.Holds).Select(a => a.Name);
    }

    /// <summary>A person holds one seat at most, in a district and in the tiers above it.</summary>
    public static bool NobodyIsElectedTwice(ContestAllocation result)
    {
        var named = result.Districts.SelectMany(d => d.Elected.Where(s => s.Candidate is not null).Select(s => (d.District, Key: PersonsBelow.KeyOf(s.Candidacy)))).ToList();
        var above = result.Districts.Select(d => d.District).Where(d => d is "*" or "Upper" or "Lower").ToHashSet();
        return named.Distinct().Count() == named.Count
            && named.Where(n => above.Contains(n.District)).All(n => !named.Exists(o => !above.Contains(o.District) && o.Key == n.Key && (n.District == "*" || IsUnder(o.District, n.District))));
    }

    static bool IsUnder(string district, string region) => (district == "north") == (region == "Upper");

    /// <summary>Every seat is held, vacant for a reason that is told, or hangs on a tie.</summary>
    public static bool SeatsAreConserved(ElectoralRule law, ContestAllocation result)
    {
        var isOpen = result.Districts.Any(d => !d.Ties.IsEmpty);
        var joined = law.Steps.Any(s => s is ContestStep or BiproportionalStep or NationalParityStep or AlternateParityStep or BallotStep or ParityStep);
        return result.Outcome is Outcome.Runoff or Outcome.Congress || result.Districts.All(d =>
        {
            var told = d.Elected.Length + Vacant(d);
            var tied = d.Ties.Sum(t => t.Seats);
            return !d.Missing.IsEmpty || IsOpenEnded(law, d) || (isOpen && joined ? told <= d.Seats : told + tied <= d.Seats && (told + tied == d.Seats || isOpen));
        });
    }

    static bool IsOpenEnded(ElectoralRule law, DistrictAllocation district) => law.StepsFor(district.District).Any(s => s is EachStep or MostVotesStep { OfEachSex: > 0 } or MajorityStep);

    static int Vacant(DistrictAllocation district) => district.Steps.Sum(s => s switch
    {
        SeatsVacant v => v.Seats,
        SeatWithdrawn w when w.District == district.District => 1,
        HeldBelow { StaysVacant: true } => 1,
        _ => 0,
    });

    /// <summary>A list that a threshold barred before the seats were shared has none.</summary>
    public static bool NobodyBarredHasASeat(ElectoralRule law, ContestAllocation result) =>
        law.Steps.ToList() is var steps && steps.FindIndex(s => s is SharingStep) is var first && steps.FindIndex(s => s is ThresholdStep) is var threshold
        && (threshold < 0 || threshold > first || result.Districts.All(d => d.Steps.OfType<ListBarred>().All(b => d.Lists.Where(l => l.List == b.List).All(l => l.Seats == 0))));

    /// <summary>A list whose rows are persons has no more seats in its district than persons.</summary>
    public static bool CapacityIsRespected(ContestVotes votes, ContestAllocation result) => result.Districts.All(d =>
        votes.Districts.FirstOrDefault(v => v.District == d.District) is not { Votes.IsEmpty: false } own
        || d.Lists.All(l => own.Votes.Where(v => v.Candidacy.ListName == l.List && v.Candidacy.Kind != CandidacyKind.ListVote).ToList() is var lines
            && (lines.Count == 0 || lines.Exists(v => v.Candidacy.Candidate.Length == 0) || l.Seats <= lines.Count)));

    /// <summary>Whoever is seated stands on the ballot: the list, the party, and the person where one is named.</summary>
    public static bool SeatsGoToCandidacies(ContestVotes votes, ContestAllocation result) => result.Districts.All(d => d.Elected.All(s =>
        votes.Districts.Any(v => (v.District == d.District || v.Votes.IsEmpty || d.District == "*" || votes.Districts.Any(t => t.Tier == d.District)) && v.Votes.Any(l =>
            FoldedName.Of(l.Candidacy.ListName) == FoldedName.Of(s.Candidacy.ListName)
            && (s.Party is null || s.Candidate is null || l.Candidacy.Party == s.Party) && (s.Candidate is null || l.Candidacy.Candidate == s.Candidacy.Candidate)))));

    /// <summary>Renaming parties and persons, and reading the rows and districts backwards, changes nothing.</summary>
    public static bool IsSymmetric(ElectoralRule law, ContestVotes votes, ContestAllocation result)
    {
        if (votes.Districts.Any(d => d.Ballots is not null))
        {
            return true;
        }

        var other = votes with { Districts = [.. votes.Districts.Reverse().Select(d => d with { Votes = [.. d.Votes.Reverse().Select(v => v with { Candidacy = Renamed(v.Candidacy) })] })] };
        var again = SeatAllocation.Allocate(law, other);

        // Where there are too many ways to look at, it depends on the order in which they are tried.
        return result.Findings.Concat(again.Findings).Any(f => f.Code == "V312") || Told(again, n => n).SequenceEqual(Told(result, Renamed));
    }

    static Candidacy Renamed(Candidacy c) => c with { Subpact = Renamed(c.Subpact), List = Renamed(c.List), Party = Renamed(c.Party), Candidate = Renamed(c.Candidate) };

    // The list that thresholds exempt keeps its name.
    static string Renamed(string name) => name.Length == 0 || name == "A" ? name : $"Z{(char)('z' - (name[0] - 'A'))}{name}";

    /// <summary>Who holds what and what is open, in an order of its own.</summary>
    static IEnumerable<string> Told(ContestAllocation result, Func<string, string> rename)
    {
        string List(string list) => list.StartsWith("IND: ", StringComparison.Ordinal) ? $"IND: {rename(list[5..])}" : rename(list);
        string Name(string name) => name.EndsWith(')') && name.IndexOf(" (", StringComparison.Ordinal) is var at and > 0 ? $"{List(name[..at])} ({string.Join(", ", name[(at + 2)..^1].Split(", ").Select(Name))})"
            : name is "north" or "south" or "west" ? name : List(name);
        return result.Districts.SelectMany(d =>
            d.Elected.Select(s => $"{d.District} {List(s.Candidacy.ListName)} {rename(s.Candidacy.Party)} {rename(s.Candidacy.Candidate)} {s.Votes}")
                .Concat(d.Lists.Select(l => $"{d.District} {List(l.List)} {l.Votes} {l.Seats} {l.VotesToGain} {l.VotesToLose}"))
                .Concat(d.Ties.Select(t => $"{d.District} tie {t.Level} {t.Seats} {string.Join(',', t.Among.Select(Name).Order(StringComparer.Ordinal))}"))
                .Append($"{d.District} {d.Seats} {Vacant(d)}")).Append(result.Outcome.Word).Order(StringComparer.Ordinal);
    }

    /// <summary>Every vote three times, and every person on the roll: the same seats, unless the law counts votes or rounds a quota.</summary>
    public static bool IsHomogeneous(ElectoralRule law, ContestVotes votes, ContestAllocation result)
    {
        if (votes.Districts.Any(d => d.Ballots is not null) || law.Steps.Any(CountsVotes))
        {
            return true;
        }

        var more = votes with
        {
            Districts =
            [
                .. votes.Districts.Select(d => d with
                {
                    Votes = [.. d.Votes.Select(v => v with { Votes = 3 * v.Votes })],
                    Registered = 3 * d.Registered,
                    Blank = 3 * d.Blank,
                    Null = 3 * d.Null,
                }),
            ],
        };
        return Seats(SeatAllocation.Allocate(law, more)).SequenceEqual(Seats(result));

        static IEnumerable<string> Seats(ContestAllocation all) => all.Districts.SelectMany(d =>
            d.Elected.Select(s => $"{d.District} {s.Candidacy.ListName} {s.Candidacy.Party} {s.Candidate}").Order(StringComparer.Ordinal)
                .Concat(d.Ties.Select(t => $"{d.District} tie {t.Level} {t.Seats} {string.Join(',', t.Among.Order(StringComparer.Ordinal))}")));
    }

    static bool CountsVotes(RuleStep step) => step switch
    {
        LargestRemainderStep s => s.Stated is not null || s.Rounding != QuotaRounding.None || s.Quota == QuotaKind.Droop,
        ThresholdStep s => s.AnyOf.Any(c => c.Votes is not null),
        DistrictSeatsStep s => s.Method is not { } method || CountsVotes(method),
        BiproportionalStep s => s.RoundsVoterNumbers,
        LevellingStep s => CountsVotes(s.Method) || s.Placement?.By == PlaceBy.Remainder,
        PoolStep => true,
        _ => false,
    };

    /// <summary>One seat more in each district by divisors: no list has fewer.</summary>
    public static bool IsHouseMonotone(ElectoralRule law, ContestVotes votes, ContestAllocation result)
    {
        if (law.Steps.Any(s => s is ContestStep or BiproportionalStep) || votes.Districts.Any(d => law.StepsFor(d.District).FirstOrDefault() is not HighestAveragesStep { Exhausted: Exhaustion.NextQuotients, Ties: [] or [TieRule.Lot] }))
        {
            return true;
        }

        var larger = SeatAllocation.Allocate(law, votes with { Districts = [.. votes.Districts.Select(d => d with { Seats = d.Seats + 1 })] });
        return result.Districts.All(d => d.Lists.All(l => larger.Districts.Single(o => o.District == d.District).Lists.Where(o => o.List == l.List).Sum(o => o.Seats) >= l.Seats));
    }

    /// <summary>Votes more for a list cost it no seat in its district, in laws whose margins are searched for on this ground.</summary>
    public static bool IsVoteMonotone(ElectoralRule law, ContestVotes votes, ContestAllocation result) => Lists(law, votes, result).All(l =>
        law.StepsFor(l.District).OfType<SharingStep>().First() is LargestRemainderStep { IsMonotone: false } ||
        new[] { 1L, 7 }.All(x => SeatsWith(law, votes, l.District, l.Standing.List, x) >= l.Standing.Seats));

    /// <summary>Votes to gain give the seat and one less does not; votes to lose likewise; none is told only where no number does it.</summary>
    public static bool MarginsAreExact(ElectoralRule law, ContestVotes votes, ContestAllocation result) => Lists(law, votes, result).All(l =>
    {
        var (district, standing) = l;
        int With(long x) => SeatsWith(law, votes, district, standing.List, x);
        IEnumerable<long> Less(long margin) => new[] { 1, margin / 2, margin - 2, margin - 1 }.Where(x => x > 0 && x < margin);
        var huge = law.Steps.Any(s => s is LargestRemainderStep { Stated: not null }) ? 10_000 : (votes.Districts.Sum(d => d.Votes.Sum(v => v.Votes)) + 1) * 1_000;
        return (standing.VotesToGain is { } gain
                ? gain >= 1 && With(gain) > standing.Seats && Less(gain).All(x => With(x) <= standing.Seats)
                : With(huge) <= standing.Seats)
            && (standing.VotesToLose is { } lose
                ? lose >= 1 && With(-lose) < standing.Seats && Less(lose).All(x => With(-x) >= standing.Seats)
                : standing.Seats == 0 || With(-standing.Votes) >= standing.Seats);
    });

    /// <summary>The lists whose margins follow from their own district's sharing.</summary>
    static IEnumerable<(string District, ListStanding Standing)> Lists(ElectoralRule law, ContestVotes votes, ContestAllocation result)
    {
        var far = law.Steps.Any(s => s is TierStep or BiproportionalStep or SurplusVotesStep or LargestRemainderStep { HasMinima: true } or BonusStep or CapStep or ThresholdStep { Holders: Holder.Party } or DistrictSeatsStep { Of: not VoteBase.Registered } or DistrictSeatsStep { Method: not null })
            || votes.Districts.Any(d => d.Ballots is not null);
        return far ? [] : from d in result.Districts
                          where d.Missing.IsEmpty && votes.Districts.Any(v => v.District == d.District && !v.Votes.IsEmpty) && law.StepsFor(d.District).OfType<SharingStep>().FirstOrDefault() is { Holders: Holder.List } step and not (EachStep or ByRankStep)
                              && step.Ties.All(t => t is TieRule.MostVotes or TieRule.Lot)
                          from l in d.Lists
                          select (d.District, l);
    }

    /// <summary>A person is elected with the votes to gain and not with fewer, and no longer with the votes to lose less.</summary>
    public static bool PersonMarginsAreExact(ElectoralRule law, ContestVotes votes) => votes.Districts.All(d => PersonMargins.Of(law, d).All(p =>
    {
        DistrictVotes Changed(long x) => d with { Votes = [.. d.Votes.Select(v => v.Candidacy.Choice == p.Candidacy.Choice ? v with { Votes = v.Votes + x } : v)] };
        bool With(long x) => SeatAllocation.Allocate(law, votes with { Districts = votes.Districts.Replace(d, Changed(x)) })
            .Districts.Single(o => o.District == d.District).Elected.Any(s => s.Candidacy.Choice == p.Candidacy.Choice);
        return With(0) == p.Elected
            && (p.VotesToGain is { } gain ? !p.Elected && With(gain) && (gain == 1 || !With(gain - 1)) : p.Elected || !With(law.Steps.Any(s => s is LargestRemainderStep { Stated: not null }) ? 10_000 : d.Votes.Sum(v => v.Votes) * 1_000))
            && (p.VotesToLose is { } lose ? p.Elected && !With(-lose) && (lose == 1 || With(1 - lose)) : !p.Elected || With(-p.Votes));
    }));

    static int SeatsWith(ElectoralRule law, ContestVotes votes, string district, string list, long more)
    {
        var changed = votes with { Districts = [.. votes.Districts.Select(d => d.District == district ? d with { Votes = With(d.Votes, list, more) } : d)] };
        return SeatAllocation.Allocate(law, changed).Districts.Single(d => d.District == district).Lists.Where(l => l.List == list).Sum(l => l.Seats);
    }

    static ImmutableArray<CandidacyVotes> With(ImmutableArray<CandidacyVotes> lines, string list, long more)
    {
        var left = more;
        return
        [
            .. lines.Select(v =>
            {
                if (v.Candidacy.ListName != list || left == 0)
                {
                    return v;
                }

                var change = left > 0 ? left : -Math.Min(-left, v.Votes);
                left -= change;
                return v with { Votes = v.Votes + change };
            }),
        ];
    }

    /// <summary>Each tie that is told is gone once the drawing that it asks for is on record, until none is left; no drawing that is asked for turns out idle.</summary>
    /// <remarks>All told ties are drawn at once where each can be: where lots of one district settle those of others (tables, balance of the sexes), one by one.</remarks>
    public static bool TiesEnd(ElectoralRule law, ContestVotes votes)
    {
        var oneByOne = law.Steps.Any(s => s is BiproportionalStep or NationalParityStep or AlternateParityStep);
        for (var round = 0; round < 200; round++)
        {
            var result = SeatAllocation.Allocate(law, votes);
            if (!result.Faults.IsEmpty)
            {
                return false;
            }

            var ties = result.Districts.SelectMany(d => d.Ties.Select(t => (d.District, Tie: t))).Take(oneByOne ? 1 : int.MaxValue).ToList();
            if (ties.Count == 0)
            {
                return result.Outcome is not Outcome.Tie;
            }

            votes = votes with { Lots = votes.Lots.AddRange(ties.SelectMany(t => t.Tie.Among.Take(t.Tie.Seats).Select(w => new LotDrawn(t.District, t.Tie.Level, w)))) };
        }

        return false;
    }

    /// <summary>Whoever is seated while a tie is open is seated whatever is drawn.</summary>
    public static bool SureSeatsStay(ElectoralRule law, ContestVotes votes, ContestAllocation result)
    {
        if (FirstTie(result) is not var (district, tie) || votes.Lots.Length > 2)
        {
            return true;
        }

        foreach (var drawn in new[] { tie.Among.Take(tie.Seats), tie.Among.Skip(tie.Among.Length - tie.Seats) })
        {
            var with = votes with { Lots = votes.Lots.AddRange(drawn.Select(w => new LotDrawn(district, tie.Level, w))) };
            var after = SeatAllocation.Allocate(law, with);
            var left = Held(after).CountBy(s => s).ToDictionary();
            if (Held(result).CountBy(s => s).Any(s => left.GetValueOrDefault(s.Key) < s.Value) || !SureSeatsStay(law, with, after))
            {
                return false;
            }
        }

        return true;

        static IEnumerable<string> Held(ContestAllocation all) =>
            all.Districts.SelectMany(d => d.Elected.Select(s => $"{d.District}/{s.Candidacy.ListName}/{s.Candidacy.Party}/{s.Person}"));
    }

    static (string District, OpenTie Tie)? FirstTie(ContestAllocation result) =>
        result.Districts.SelectMany(d => d.Ties.Select(t => (d.District, t))).Cast<(string, OpenTie)?>().FirstOrDefault();
}
