using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Lots;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Filling;

/// <summary>A tier's persons who may be elected in the districts below.</summary>
sealed partial class DistrictDraft
{
    /// <summary>The name under which a person is one in a tier and in the districts below it.</summary>
    public static string PersonKey(Candidacy candidacy) => $"{FoldedName.Of(candidacy.Candidate)}\0{candidacy.ListKey}";

    /// <summary>The persons that the seats of the lists would elect as they stand now; nothing is changed.</summary>
    public ImmutableArray<Seat> Preview()
    {
        var trial = new DistrictDraft(AllVotes, Sharing, new TieBreaker(District.District, Ties.Lots), tree, exhaustible) { Seats = Seats };
        Held.CopyTo(trial.Held, 0);
        trial.Fill();
        Ties.Foresee(trial.Ties.Open);
        return [.. trial.elected];
    }

    /// <summary>Lowers the capacities of a tier's lists by those of their persons who are elected below.</summary>
    /// <param name="elected">Persons elected below, by <see cref="PersonKey"/>, with their district.</param>
    public void LimitTo(IReadOnlyDictionary<string, string> elected)
    {
        if (Sharing.IsEmpty || elected.Count == 0 || Sharing[^1] is not { Holders: Holder.Candidate, ForElectedBelow: Allocate.Steps.ElectedBelow.Skip })
        {
            return;
        }

        for (var i = 0; i < Lists.Length; i++)
        {
            var gone = Lines(i).Where(l => l.Candidacy.Candidate.Length > 0).Select(l => PersonKey(l.Candidacy)).Distinct().Count(elected.ContainsKey);
            if (gone > 0 && Lists[i].Capacity < int.MaxValue)
            {
                Lists = Lists.SetItem(i, Lists[i] with { Capacity = Lists[i].Capacity - gone });
                Barred[i] |= Sharing[0].Holders == Holder.Candidate;
            }
        }
    }

    /// <summary>Shares a list's seats of a tier among persons of whom some are elected below.</summary>
    int[] ShareAboveOthers(SharingStep step, ImmutableArray<Claimant> holders, int seats, string within, SharingContext context)
    {
        var level = Sharing.IndexOf(step);
        ImmutableArray<string?> below = [.. holders.Select(h => ElectedBelow.GetValueOrDefault(PersonKey(District.Votes[tree.Levels[level].Lines[h.Holder][0]].Candidacy)))];
        var held = new int[holders.Length];
        if (step.ForElectedBelow == Allocate.Steps.ElectedBelow.Vacant)
        {
            held = Share(step, holders, seats, within, context);
            for (var i = 0; i < held.Length; i++)
            {
                if (held[i] > 0 && below[i] is { } where)
                {
                    held[i] = 0;
                    steps.Add(new HeldBelow(step.Article, within, holders[i].Name, where, StaysVacant: true));
                }
            }

            return held;
        }

        steps.AddRange(holders.Select((h, i) => (h.Name, Where: below[i])).Where(p => p.Where is not null).Select(p => new HeldBelow(step.Article, within, p.Name, p.Where!, StaysVacant: false)));
        ImmutableArray<int> open = [.. Enumerable.Range(0, holders.Length).Where(i => below[i] is null)];
        var some = Share(step, [.. open.Select(i => holders[i])], seats, within, context);
        for (var i = 0; i < open.Length; i++)
        {
            held[open[i]] = some[i];
        }

        return held;
    }
}
