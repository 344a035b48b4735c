using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Lots;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate;

/// <summary>A majority at once, or else a choice between the finalists: by a second vote or by Congress.</summary>
static class TwoStages
{
    /// <summary>Fills the seat by the votes of the first stage, or by those of the last, or tells between whom it stands.</summary>
    /// <param name="majority">The step of the first stage.</param>
    /// <param name="steps">All steps for the district.</param>
    /// <param name="district">The district, with the votes of both rounds.</param>
    /// <param name="congress">The votes of Congress; empty if there were none.</param>
    /// <param name="ties">The ties of the district before.</param>
    public static FilledDistrict Fill(MajorityStep majority, ImmutableArray<RuleStep> steps, DistrictVotes district, ImmutableArray<CongressVote> congress, TieState ties)
    {
        var first = district with { Votes = [.. district.Votes.Where(v => v.Round == 1)] };
        var second = district with { Votes = [.. district.Votes.Where(v => v.Round > 1)] };
        if (first.Votes.IsEmpty)
        {
            return Runoff(steps, second, ties);
        }

        if (majority.Bases.Where(b => first.BaseOf(b) is null).Select(MissingVotes.OfBase).ToImmutableArray() is { IsEmpty: false } lacking)
        {
            return new(new DistrictAllocation(district.District, district.Seats, [], [], [], [], lacking), ties, []);
        }

        var once = Of(first, majority, ties);
        if (!once.Allocation.Elected.IsEmpty)
        {
            return once with { Faults = Others(second.Votes.Select(v => v.Candidacy.Name), [], district.District) };
        }

        return !once.Ties.Open.IsEmpty || first.Votes.All(v => v.Votes == 0) ? once : SecondStage(majority, steps, first, second, congress, once);
    }

    /// <summary>What follows where nobody has the majority.</summary>
    static FilledDistrict SecondStage(
        MajorityStep majority, ImmutableArray<RuleStep> steps, DistrictVotes first, DistrictVotes second, ImmutableArray<CongressVote> congress, FilledDistrict once)
    {
        var (finalists, chosen) = Finalists(majority, first, once.Ties);
        var allocation = once.Allocation with { Steps = once.Allocation.Steps.AddRange(chosen.Steps), Ties = chosen.Ties.Open };
        ImmutableArray<string> names = [.. finalists.Select(f => f.Candidacy.Name)];
        if (!chosen.Ties.Open.IsEmpty)
        {
            return new(allocation, chosen.Ties, []);
        }

        if (steps.OfType<CongressStep>().FirstOrDefault() is { } congressStep)
        {
            return InCongress(congressStep, allocation, finalists, congress, chosen.Ties);
        }

        if (second.Votes.IsEmpty)
        {
            return new(allocation with { Finalists = new(first.District, LastStage.Runoff, names) }, chosen.Ties, []);
        }

        var others = Others(second.Votes.Select(v => v.Candidacy.Name), names, first.District);
        ImmutableArray<string> absent = [.. names.Where(n => !second.Votes.Any(v => Same(v.Candidacy.Name, n)))];
        if (majority.MayWithdraw ? absent.Length == names.Length : !absent.IsEmpty)
        {
            // No row is not no vote: whoever has none is not known to have lost.
            return new(new DistrictAllocation(first.District, first.Seats, [], [], [], allocation.Steps, [MissingVotes.Of(absent)]), chosen.Ties, others);
        }

        var runoff = Runoff(steps, second, chosen.Ties);
        return runoff with { Allocation = runoff.Allocation with { Steps = [.. allocation.Steps, .. runoff.Allocation.Steps] }, Faults = [.. others, .. runoff.Faults] };
    }

    static FilledDistrict Of(DistrictVotes district, SharingStep step, TieState ties)
    {
        var (allocation, state) = Seating.Fill(ListSharing.Share(new DistrictState(new DistrictFrame(district, [step]), ties)));
        return new(allocation, state.Ties, []);
    }

    static (ImmutableArray<CandidacyVotes> Finalists, DistrictState State) Finalists(MajorityStep step, DistrictVotes first, TieState ties)
    {
        var frame = new DistrictFrame(first, [step]);
        var state = new DistrictState(frame, ties);
        var shared = SharedSeats.By(new MostVotesStep { Article = step.Article, Holders = step.Holders }, frame.Lists, Math.Max(step.Finalists, Through(step, frame)), default);
        ImmutableArray<int> through = [.. Enumerable.Range(0, frame.Lists.Length).Where(i => shared.Held[i] > 0)];
        if (shared.Left > 0)
        {
            (var drawn, state) = state.Break(
                TieLevel.Candidate,
                shared.Tied,
                TieNames.Of(shared.Tied, i => frame.Lists[i].Name, frame.FirstLine),
                shared.Left,
                TieMeasures.Of(step, frame.Lists, i => frame.Lines(i).Max(l => l.Votes), i => frame.Lines(i).Max(l => l.Votes)),
                step.Article);
            through = through.AddRange(drawn);
        }

        return ([.. through.Select(i => frame.Lines(i).First())], state);
    }

    /// <summary>How many reach the share with which everybody goes on.</summary>
    static int Through(MajorityStep step, DistrictFrame district) =>
        step.FinalistShare is { } share ? district.Lists.Count(l => l.Votes > 0 && share.IsReachedBy(l.Votes, district.BaseOf(step.FinalistOf)!.Value, inclusive: true)) : 0;

    static FilledDistrict Runoff(ImmutableArray<RuleStep> steps, DistrictVotes second, TieState ties)
    {
        if (steps.OfType<RunoffStep>().FirstOrDefault() is not { } step)
        {
            return new(new DistrictAllocation(second.District, second.Seats, [], [], [], [], []), ties, [Codes.Finding("V110", LocalizedText.Say(
                "v110.there-are-votes-of-a-second", ("district", second.District))) with { Place = second.District, Column = "round" }]);
        }

        var filled = Of(second, step, ties);
        return filled with
        {
            Allocation = filled.Allocation with { Elected = [.. filled.Allocation.Elected.Select(s => s with { Basis = s.Basis == Basis.Lot ? Basis.Lot : Basis.Majority })] },
        };
    }

    // Constitution of 1925, arts. 64-65: more than half of those who vote; else the vote is taken again.
    static FilledDistrict InCongress(
        CongressStep step, DistrictAllocation allocation, ImmutableArray<CandidacyVotes> finalists, ImmutableArray<CongressVote> congress, TieState ties)
    {
        ImmutableArray<string> names = [.. finalists.Select(f => f.Candidacy.Name)];
        var open = allocation with { Finalists = new(allocation.District, LastStage.Congress, names) };
        if (congress.IsEmpty)
        {
            return new(open, ties, []);
        }

        var forCandidates = congress.Where(v => FoldedName.Of(v.Candidate) is not ("BLANK" or "NULL")).ToList();
        var others = Others(forCandidates.Select(v => v.Candidate).Where(n => !finalists.Any(f => Same(f.Candidacy.Choice, n))), names, allocation.District);
        var total = congress.Sum(v => v.Votes);
        if (!others.IsEmpty || forCandidates.MaxBy(v => v.Votes) is not { } leader)
        {
            return new(open, ties, others);
        }

        var winner = finalists.First(f => Same(f.Candidacy.Name, leader.Candidate) || Same(f.Candidacy.Choice, leader.Candidate));
        var reached = (Int128)leader.Votes * 2 > total;
        var voted = allocation.Steps.Add(new CongressVoted(step.Article, winner.Candidacy.Name, leader.Votes, total, reached));
        return new(reached ? WithSeat(allocation with { Steps = voted }, winner) : open with { Steps = voted }, ties, []);
    }

    static DistrictAllocation WithSeat(DistrictAllocation allocation, CandidacyVotes winner) => allocation with
    {
        Elected = [new Seat(winner.Candidacy, winner.Votes, Basis.Majority)],
        Lists = [.. allocation.Lists.Select(l => l.List == winner.Candidacy.ListName ? l with { Seats = 1 } : l)],
    };

    /// <summary>A fault for whoever has votes in the last stage without having gone on to it.</summary>
    static ImmutableArray<Finding> Others(IEnumerable<string> names, ImmutableArray<string> finalists, string district) =>
        [.. names.Where(n => !finalists.Any(f => Same(f, n))).Select(other =>
            Codes.Finding("V108", LocalizedText.Say("v108.has-votes-in-the-last-stage", ("other", other), ("district", district))) with
            {
                Place = district,
                Found = other,
                Expected = finalists.IsEmpty ? "no vote, since the first decided" : string.Join(", ", finalists),
            })];

    static bool Same(string a, string b) => FoldedName.Of(a) == FoldedName.Of(b);
}
