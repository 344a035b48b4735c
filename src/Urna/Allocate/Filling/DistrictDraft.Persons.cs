using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Lots;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Filling;

/// <summary>The seats of a district on their way from lists down to persons.</summary>
sealed partial class DistrictDraft
{
    /// <summary>Shares a holder's seats among those within it, or seats it.</summary>
    void Descend(int level, Claimant holder, int seats, (long Votes, Divisor Divisor) quotient)
    {
        if (seats == 0)
        {
            return;
        }

        if (tree.IsLast(level, holder.Holder))
        {
            Seat(level, holder, seats);
            return;
        }

        var step = Sharing[level + 1];
        var holders = Claimants(level + 1, tree.Within(level, holder.Holder));
        var context = Context with
        {
            WithinVotes = holder.Votes,
            IsWithin = true,
            QuotientVotes = quotient.Votes,
            QuotientDivisor = quotient.Divisor,
        };
        var held = ElectedBelow.Count > 0 && step.Holders == Holder.Candidate
            ? ShareAboveOthers(step, holders, seats, holder.Name, context)
            : Share(step, holders, seats, holder.Name, context);
        var last = LastQuotient(step, holders, held);
        for (var i = 0; i < holders.Length; i++)
        {
            Descend(level + 1, holders[i], held[i], last.Votes > 0 ? last : quotient);
        }
    }

    int[] Share(SharingStep step, ImmutableArray<Claimant> holders, int seats, string within, SharingContext context)
    {
        if (step is MostVotesStep { OfEachSex: > 0 } each)
        {
            return ShareBySex(each, holders, within, context);
        }

        if (step is ByRankStep ranks)
        {
            return ShareByRank(ranks, holders, within);
        }

        if (step is HighestAveragesStep { Exhausted: Exhaustion.NewElection } renewed && holders.Any(h => h.Capacity < seats))
        {
            var round = renewed with { Exhausted = Exhaustion.NextQuotients };
            return RenewedElection.Fill(renewed, holders, seats, within, (some, left) => Share(round, some, left, within, context), steps);
        }

        if (step is MajorityStep majority && !holders.IsEmpty)
        {
            CheckMajority(majority, holders, context);
        }

        if (step.NeedsPositions && WithoutPlace(holders) is { IsEmpty: false } without)
        {
            var names = string.Join(", ", without);
            Missing.Add(new($"the place on the list of {names}", $"el lugar en la lista de {names}"));
            return new int[holders.Length];
        }

        var shared = SharedSeats.By(step, holders, seats, context);
        if (exhaustible || step is ListSurplusStep)
        {
            steps.AddRange(StepTrace.Of(step, holders, shared, seats, within, context));
        }

        Break(step, holders, shared);
        if (step is not (MajorityStep or EachStep or LargestRemainderStep { Remainders: Remainders.None } or LargestRemainderStep { IsOpenEnded: true }) && seats - shared.Held.Sum() is var vacant && vacant > 0 && shared.Left == 0)
        {
            steps.Add(new SeatsVacant(step.Article, step.Holders, within, vacant, holders.All(h => h.Votes == 0)));
        }

        return shared.Held;
    }

    /// <summary>Tells each way to the majority that was tried, up to one that is met.</summary>
    void CheckMajority(MajorityStep step, ImmutableArray<Claimant> holders, SharingContext context)
    {
        var (total, first) = (holders.Sum(h => h.Votes), holders[0]);
        var second = holders.Length > 1 ? holders[1] : null;
        foreach (var condition in step.AnyOf)
        {
            var whole = context.BaseOf(condition.Of, total);
            var isMet = condition.IsMetBy(first.Votes, second?.Votes ?? 0, whole, context.Registered);
            steps.Add(new MajorityChecked(step.Article, first.Name, first.Votes, whole ?? total, condition.Needed, condition.Inclusive, isMet)
            {
                Of = condition.Of,
                Lead = condition.Lead,
                Second = condition.Lead is null ? null : second?.Votes ?? 0,
                OfRoll = condition.OfRoll,
                Roll = condition.OfRoll is null ? null : context.Registered,
            });
            if (isMet)
            {
                return;
            }
        }
    }

    /// <summary>Those whose place on their list is not known, or is another's as well.</summary>
    static ImmutableArray<string> WithoutPlace(ImmutableArray<Claimant> holders) =>
        holders.Length < 2 ? [] : [.. holders.Where(h => h.Position == 0 || holders.Any(o => o.Holder != h.Holder && o.Position == h.Position)).Select(h => h.Name)];

    /// <summary>The level at which holders of a kind are tied.</summary>
    static TieLevel TieLevelOf(Holder holders) => holders switch
    {
        Holder.List => TieLevel.List,
        Holder.Subpact => TieLevel.Subpact,
        Holder.Party => TieLevel.Party,
        _ => TieLevel.Candidate,
    };

    /// <summary>Gives the seats of a tie to those who win it.</summary>
    void Break(SharingStep step, ImmutableArray<Claimant> holders, SharedSeats shared)
    {
        if (shared.Left == 0)
        {
            return;
        }

        var level = Sharing.Select(s => s.Holders).ToList().IndexOf(step.Holders);
        var winners = Ties.Winners(
            TieLevelOf(step.Holders),
            shared.Tied,
            TieNames.Of(shared.Tied, i => holders[i].Name, i => District.Votes[tree.Levels[level].Lines[holders[i].Holder][0]].Candidacy),
            shared.Left,
            TieRules(step, holders, i => next.Votes(level, holders[i].Holder, shared.Held[i]), i => next.Highest(level, holders[i].Holder)),
            step.Article,
            steps);
        foreach (var winner in winners)
        {
            shared.Held[winner]++;
        }
    }

    int[] ShareBySex(MostVotesStep step, ImmutableArray<Claimant> holders, string within, SharingContext context)
    {
        var level = tree.Levels[Sharing.IndexOf(step)];
        var held = new int[holders.Length];
        foreach (var sex in new[] { Sex.Female, Sex.Male })
        {
            var own = Enumerable.Range(0, holders.Length).Where(i => District.Votes[level.Lines[holders[i].Holder][0]].Candidacy.Sex == sex).ToList();
            var some = own.Select(i => holders[i]).ToImmutableArray();
            var shared = SharedSeats.By(step, some, step.OfEachSex, context);
            steps.AddRange(StepTrace.Of(step, some, shared, step.OfEachSex, within, context));
            Break(step, some, shared);
            for (var i = 0; i < own.Count; i++)
            {
                held[own[i]] = shared.Held[i];
            }
        }

        return held;
    }

    static (long Votes, Divisor Divisor) LastQuotient(SharingStep? step, ImmutableArray<Claimant> holders, int[] held) =>
        step is HighestAveragesStep averages ? averages.LastQuotient([.. holders.Select(h => h.Votes)], held) : (0, new(1));

    /// <summary>Seats a holder that is not shared further; one that is no person stands for each seat it wins.</summary>
    void Seat(int level, Claimant holder, int seats)
    {
        var seated = tree.Seated(level, holder.Holder, District.Votes);
        var basis = Sharing[level] is ListSurplusStep ? ListSurplusAccount.BasisOf(steps, seated)
            : Sharing.Any(s => s.Basis == Basis.Quotient) && Sharing[level].Basis == Basis.MostVotes ? Basis.Quotient : Sharing[level].Basis;
        var drawn = Ties.Used.Count > 0 && steps.OfType<TieBroken>().Any(t => t is { By: TieRule.Lot, Level: TieLevel.Candidate } && t.Winners.Contains(holder.Name));
        elected.AddRange(Enumerable.Repeat(new Seat(seated, holder.Votes, drawn ? Basis.Lot : basis), seats));
    }

    /// <summary>Marks the persons who hold a seat only because others had no candidacy left.</summary>
    ImmutableArray<Seat> WithExhaustion()
    {
        // Where other districts have a say, what the lists would have had without limits is not this district's alone.
        if (!HasOwnMargins || !steps.Exists(s => s is NewElectionHeld or SeatByQuotient { Passed.IsEmpty: false }))
        {
            return [.. elected];
        }

        var unlimited = new DistrictDraft(AllVotes, Sharing, new TieBreaker(District.District, []), tree, exhaustible: false) { Seats = Seats };
        Barred.CopyTo(unlimited.Barred, 0);
        unlimited.ShareAmongLists();
        unlimited.Fill();
        var anyway = unlimited.elected.CountBy(s => s.Candidacy.Choice).ToDictionary();
        return [.. elected.Select(s => s.Basis == Basis.Quotient && !Take(s.Candidacy.Choice) ? s with { Basis = Basis.Exhaustion } : s)];

        bool Take(string choice)
        {
            var left = anyway.GetValueOrDefault(choice);
            anyway[choice] = left - 1;
            return left > 0;
        }
    }
}
