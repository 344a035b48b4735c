using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Lots;
using Urna.Allocate.Steps;
using Urna.Allocate.Validity;
using Urna.Model;

namespace Urna.Allocate.Filling;

/// <summary>A tier's persons who may be elected in the districts below.</summary>
static class PersonsBelow
{
    /// <summary>The name under which a person is one in a tier and in the districts below it.</summary>
    public static string KeyOf(Candidacy candidacy) => $"{FoldedName.Of(candidacy.Candidate)}\0{candidacy.ListKey}";

    /// <summary>The tier with fewer persons to seat: without those whom the districts below would elect as they stand.</summary>
    /// <remarks>The ties that would come up there then are foreseen, so that they are numbered as they will be.</remarks>
    public static ContestState Limit(ContestState contest, TierFrame tier)
    {
        if (!IsLimited(contest[tier.Index]))
        {
            return contest;
        }

        var elected = new Dictionary<string, string>();
        foreach (var i in tier.Districts)
        {
            var district = contest[i];
            var trial = Trial(district);
            contest = contest.With(i, district with { Ties = district.Ties.Foreseeing(trial.Ties.Open) });
            foreach (var seat in trial.Elected.Where(s => s.Candidate is not null))
            {
                elected.TryAdd(KeyOf(seat.Candidacy), district.Name);
            }
        }

        return contest.Let(tier.Index, t => LimitTo(t, elected));
    }

    /// <summary>A district as if its seats went down to persons now.</summary>
    static DistrictState Trial(DistrictState district) =>
        Seating.Seat(new DistrictState(district.Frame, new TieState(district.Name, district.Ties.Lots)) { Seats = district.Seats, Held = district.Held });

    /// <summary>Whether persons who are elected below are passed over in a tier.</summary>
    static bool IsLimited(DistrictState tier) => tier.Frame.Sharing is [.., { Holders: Holder.Candidate, ForElectedBelow: ElectedBelow.Skip }];

    /// <summary>Lowers the capacities of a tier's lists by those of their persons who are elected below.</summary>
    static DistrictState LimitTo(DistrictState tier, Dictionary<string, string> elected)
    {
        for (var i = 0; i < tier.Lists.Length && elected.Count > 0; i++)
        {
            var gone = tier.Frame.Lines(i).Where(l => l.Candidacy.Candidate.Length > 0).Select(l => KeyOf(l.Candidacy)).Distinct().Count(elected.ContainsKey);
            if (gone > 0 && tier.Lists[i].Capacity < int.MaxValue)
            {
                tier = tier with
                {
                    Lists = tier.Lists.SetItem(i, tier.Lists[i] with { Capacity = tier.Lists[i].Capacity - gone }),
                    Barred = tier.Barred.SetItem(i, tier.Barred[i] || tier.Frame.Sharing[0].Holders == Holder.Candidate),
                };
            }
        }

        return tier;
    }

    /// <summary>Shares a list's seats of a tier among persons of whom some are elected below.</summary>
    public static (int[] Held, DistrictState State) Share(DistrictState tier, SharingOf own)
    {
        var (step, holders, level) = (own.Step, own.Holders, tier.Frame.Sharing.IndexOf(own.Step));
        ImmutableArray<string?> below = [.. holders.Select(h => tier.ElectedBelow.GetValueOrDefault(KeyOf(tier.Frame.LineOf(level, h))))];
        if (step.ForElectedBelow == ElectedBelow.Vacant)
        {
            var (due, state) = HolderSharing.Share(tier, own);
            for (var i = 0; i < due.Length; i++)
            {
                if (due[i] > 0 && below[i] is { } where)
                {
                    due[i] = 0;
                    state = state.Tell(new HeldBelow(step.Article, own.Within, holders[i].Name, where, StaysVacant: true));
                }
            }

            return (due, state);
        }

        ImmutableArray<int> open = [.. Enumerable.Range(0, holders.Length).Where(i => below[i] is null)];
        var passed = holders.Select((h, i) => (h.Name, Where: below[i])).Where(p => p.Where is not null).Select(p => new HeldBelow(step.Article, own.Within, p.Name, p.Where!, StaysVacant: false));
        var (some, shared) = HolderSharing.Share(tier.Tell(passed), own with { Holders = [.. open.Select(i => holders[i])] });
        var held = new int[holders.Length];
        for (var i = 0; i < open.Length; i++)
        {
            held[open[i]] = some[i];
        }

        return (held, shared);
    }
}
