using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate;

/// <summary>What holds of the seats of a contest whatever is drawn for the ties that are open.</summary>
/// <remarks>
/// A tie can reach further than the seat it is for: to the parties of the tied list, to other districts, to the balance of women and men. So every
/// drawing is tried, the ties that it leads to with it; what all of them have in common is sure, and the rest is what the tie changes.
/// </remarks>
static class SureSeats
{
    const int MostWays = 200;

    /// <summary>Keeps what is sure, and adds to each open tie what hangs on it.</summary>
    /// <param name="rule">The law.</param>
    /// <param name="votes">The votes, with the lots on record.</param>
    /// <param name="filled">The seats as the law fills them until ties stop it.</param>
    public static ContestAllocation Of(ElectoralRule rule, ContestVotes votes, ContestAllocation filled)
    {
        if (!filled.Faults.IsEmpty || filled.Districts.All(d => d.Ties.IsEmpty))
        {
            return filled;
        }

        if (rule.Steps.Any(s => s is NationalParityStep or AlternateParityStep) || SeatAllocation.AreFilledTogether(rule, votes.Districts))
        {
            return Common(rule, votes, filled) ?? Withheld(filled);
        }

        var byName = votes.Districts.ToLookup(d => d.District);
        var lots = votes.Lots.ToLookup(l => l.District);
        ImmutableArray<ContestAllocation> alone =
        [
            .. filled.Districts.Select(d => d.Ties.IsEmpty || rule.StepsFor(d.District).Any(s => s is BallotStep or MajorityStep) ? Only(d) : Common(rule, VotesOf(d.District), Only(d)) ?? Withheld(Only(d), ListsAreSure(rule, d))),
        ];
        return filled with
        {
            Districts = [.. alone.SelectMany(a => a.Districts)],
            Faults = [.. alone.SelectMany(a => a.Faults)],
            Findings = [.. filled.Findings, .. alone.SelectMany(a => a.Findings).DistinctBy(f => f.Code)],
        };

        // A district by itself, with its own lots.
        ContestAllocation Only(DistrictAllocation district) => filled with { Districts = [district], Findings = [] };
        ContestVotes VotesOf(string district) => votes with { Districts = [.. byName[district]], Lots = [.. lots[district]] };
    }

    /// <summary>Whether no tie of a district that is filled by itself can reach the seats of its lists: all are within lists, and no balance moves seats afterwards.</summary>
    static bool ListsAreSure(ElectoralRule rule, DistrictAllocation district) =>
        district.Ties.All(t => t.Level is TieLevel.Candidate or TieLevel.Party or TieLevel.Subpact) && !rule.StepsFor(district.District).Any(s => s is ParityStep);

    /// <summary>What all ways have in common; null if they are too many.</summary>
    static ContestAllocation? Common(ElectoralRule rule, ContestVotes votes, ContestAllocation filled)
    {
        var ways = PossibleOutcomes.Fitting(rule, votes, MostWays);
        if (!ways.IsComplete)
        {
            return null;
        }

        ImmutableArray<ContestAllocation> ends = [.. ways.Outcomes.Select(o => o.Allocation)];
        if (ends.SelectMany(e => e.Faults).Where(f => f.Code != "V120").DistinctBy(f => f.Message).ToImmutableArray() is { IsEmpty: false } faults)
        {
            // What cannot be under some drawing cannot be told yet; lots that only another drawing asks for are no fault.
            return Withheld(filled) with { Faults = faults, Findings = filled.Findings };
        }

        var certain = OnlyCertain(filled, ways.Outcomes);
        var common = certain.Districts.Select(d => Common(d, [.. ends.Select(e => e.Districts.FirstOrDefault(o => o.District == d.District))])).ToList();

        // A seat whose district is drawn stands where its tie does.
        var moved = ends.Min(e => e.Districts.Sum(d => d.Seats)) - common.Sum(c => c.District.Seats);
        if (moved != 0 && common.FindIndex(c => c.District.Ties.Any(t => t.Level == TieLevel.District)) is var at and >= 0)
        {
            common[at] = (common[at].District with { Seats = common[at].District.Seats + moved }, common[at].Changes);
        }

        ImmutableArray<TieChange> changes = [.. common.SelectMany(c => c.Changes)];
        if (changes.IsEmpty && ends.All(e => e.Districts.All(d => d.Missing.IsEmpty) && Sizes(e).SequenceEqual(Sizes(ends[0]))))
        {
            // Nothing hangs on what is drawn, so that nothing has to be; where data are missing that is not known.
            return filled with { Districts = [.. common.Select(c => c.District with { Ties = [] })] };
        }

        return filled with
        {
            Districts = [.. common.Select(c => c.District with { Ties = [.. c.District.Ties.Select(t => t with { Changes = changes })] })],
        };
    }

    /// <summary>The seats of each district and of each of its lists, some of which may stay vacant.</summary>
    static IEnumerable<(string District, string List, int Seats)> Sizes(ContestAllocation end) =>
        end.Districts.SelectMany(d => d.Lists.Select(l => (d.District, l.List, l.Seats)).Order().Prepend((d.District, "", d.Seats)));

    /// <summary>Keeps the ties that are there whatever is drawn for the others: one that came up beside an open one may be another, or none, once that is drawn.</summary>
    /// <remarks>Of one district and level those are kept that all ways begin with, since each drawing serves the first tie that it fits.</remarks>
    static ContestAllocation OnlyCertain(ContestAllocation filled, ImmutableArray<PossibleOutcome> ways)
    {
        var first = PossibleOutcomes.First(filled)?.Open.Order;
        return filled with { Districts = [.. filled.Districts.Select(d => d with { Ties = [.. d.Ties.Where(t => t.Order == first || Certain(d, t.Level).Contains(t))] })] };

        IEnumerable<OpenTie> Certain(DistrictAllocation district, TieLevel level)
        {
            var drawn = ways.Select(w => w.Ties.Where(o => o.District == district.District && o.Open.Level == level).Select(o => o.Open).ToList()).ToList();
            return district.Ties.Where(t => t.Level == level).TakeWhile((t, i) => drawn.TrueForAll(w => i < w.Count && w[i].IsSame(t)));
        }
    }

    static (DistrictAllocation District, ImmutableArray<TieChange> Changes) Common(DistrictAllocation filled, ImmutableArray<DistrictAllocation?> ends)
    {
        var counts = ends.Select(e => (e?.Elected ?? []).CountBy(KeyOf).ToDictionary()).ToList();
        var sure = counts.SelectMany(c => c.Keys).Distinct().ToDictionary(k => k, k => counts.Min(c => c.GetValueOrDefault(k)));
        ImmutableArray<TieChange> changes = [.. sure.Where(k => counts.Exists(c => c.GetValueOrDefault(k.Key) != k.Value)).Select(k => new TieChange(filled.District, k.Key.List, k.Key.Party, k.Key.Candidate))];
        var left = new Dictionary<(string, string?, string?), int>(sure);
        var seats = (ends[0]?.Elected ?? []).Where(s => left[KeyOf(s)]-- > 0).Select(s => BasisIn(s, filled));
        var lists = filled.Lists.Select(l => l with { Seats = ends.Min(e => e?.Lists.FirstOrDefault(o => o.List == l.List)?.Seats ?? 0) });

        // The tie stops the account; what follows under every drawing, such as seats that nobody can take, is told as well.
        var told = (ends[0]?.Steps ?? filled.Steps).Where(s => ends.All(e => e is null || e.Steps.Any(o => o.ToString() == s.ToString())));
        var district = filled with { Steps = [.. told], Seats = ends.Min(e => e?.Seats ?? filled.Seats), Elected = [.. seats], Lists = [.. lists] };
        var hanging = filled.Ties.IsEmpty && !changes.IsEmpty ? district.Seats - district.Elected.Length - ends.Min(e => e?.Vacant ?? 0) : 0;
        return (district with { Hanging = Math.Max(0, hanging) }, changes);
    }

    /// <summary>The seat as it stands without any drawing, if it does.</summary>
    static Seat BasisIn(Seat seat, DistrictAllocation filled) => filled.Elected.FirstOrDefault(s => KeyOf(s) == KeyOf(seat)) ?? seat;

    static (string List, string? Party, string? Candidate) KeyOf(Seat seat) => (seat.Candidacy.ListName, seat.Party, seat.Candidate);

    /// <summary>Nothing is given where the ways are too many to look at; of the ties those of the first one's level are told, since later ones may hang on them.</summary>
    /// <param name="filled">The seats as the law fills them until ties stop it.</param>
    /// <param name="keepsLists">Whether no tie can reach the seats of lists.</param>
    static ContestAllocation Withheld(ContestAllocation filled, bool keepsLists = false) => filled with
    {
        Districts =
        [
            .. filled.Districts.Select(d => d with
            {
                Elected = [],
                Lists = keepsLists ? d.Lists : [.. d.Lists.Select(l => l with { Seats = 0 })],
                Ties = [.. d.Ties.Where(t => PossibleOutcomes.First(filled) is { Open: var first } && (t.Order == first.Order || (t.Level == first.Level && t.Level != TieLevel.District)))],
            }),
        ],
        Findings = filled.Findings.Add(Codes.Finding("V312", LocalizedText.Say("v312.the-open-ties-can-end-in", ("mostWays", MostWays)))),
    };
}
