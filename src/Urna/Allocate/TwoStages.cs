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
    public static DistrictAllocation Fill(
        MajorityStep majority, ImmutableArray<RuleStep> steps, DistrictVotes district, ImmutableArray<CongressVote> congress, TieBreaker ties, List<Finding> faults)
    {
        var first = district with { Votes = [.. district.Votes.Where(v => v.Round == 1)] };
        var second = district with { Votes = [.. district.Votes.Where(v => v.Round > 1)] };
        if (first.Votes.IsEmpty)
        {
            return Runoff(steps, second, ties, faults);
        }

        var known = new DistrictDraft(first, [majority], ties);
        if (majority.Bases.Where(b => known.BaseOf(b) is null).Select(MissingVotes.OfBase).ToImmutableArray() is { IsEmpty: false } lacking)
        {
            return new DistrictAllocation(district.District, district.Seats, [], [], [], [], lacking);
        }

        var allocation = Of(first, majority, ties);
        if (!allocation.Elected.IsEmpty)
        {
            AddOthers(second.Votes.Select(v => v.Candidacy.Name), [], district.District, faults);
        }

        if (!ties.Open.IsEmpty || !allocation.Elected.IsEmpty || first.Votes.All(v => v.Votes == 0))
        {
            return allocation;
        }

        var finalists = Finalists(majority, first, ties, out var tieSteps);
        allocation = allocation with { Steps = allocation.Steps.AddRange(tieSteps), Ties = ties.Open };
        ImmutableArray<string> names = [.. finalists.Select(f => f.Candidacy.Name)];
        if (!ties.Open.IsEmpty)
        {
            return allocation;
        }

        if (steps.OfType<CongressStep>().FirstOrDefault() is { } congressStep)
        {
            return InCongress(congressStep, allocation, finalists, congress, faults);
        }

        if (second.Votes.IsEmpty)
        {
            return allocation with { Finalists = new(district.District, LastStage.Runoff, names) };
        }

        AddOthers(second.Votes.Select(v => v.Candidacy.Name), names, district.District, faults);
        ImmutableArray<string> absent = [.. names.Where(n => !second.Votes.Any(v => Same(v.Candidacy.Name, n)))];
        if (majority.MayWithdraw ? absent.Length == names.Length : !absent.IsEmpty)
        {
            // No row is not no vote: whoever has none is not known to have lost.
            return new DistrictAllocation(district.District, district.Seats, [], [], [], allocation.Steps, [MissingVotes.Of(absent)]);
        }

        var runoff = Runoff(steps, second, ties, faults);
        return runoff with { Steps = [.. allocation.Steps, .. runoff.Steps] };
    }

    static DistrictAllocation Of(DistrictVotes district, SharingStep step, TieBreaker ties)
    {
        var draft = new DistrictDraft(district, [step], ties);
        draft.ShareAmongLists();
        return draft.Fill();
    }

    static ImmutableArray<CandidacyVotes> Finalists(MajorityStep step, DistrictVotes first, TieBreaker ties, out List<AllocationStep> steps)
    {
        steps = [];
        var draft = new DistrictDraft(first, [step], ties);
        var shared = SharedSeats.By(new MostVotesStep { Article = step.Article, Holders = step.Holders }, draft.Lists, Math.Max(step.Finalists, Through(step, draft)), default);
        var through = Enumerable.Range(0, draft.Lists.Length).Where(i => shared.Held[i] > 0);
        if (shared.Left > 0)
        {
            through = through.Concat(ties.Winners(
                TieLevel.Candidate,
                shared.Tied,
                TieNames.Of(shared.Tied, i => draft.Lists[i].Name, draft.FirstLine),
                shared.Left,
                DistrictDraft.TieRules(step, draft.Lists, i => draft.Lines(i).Max(l => l.Votes), i => draft.Lines(i).Max(l => l.Votes)),
                step.Article,
                steps));
        }

        return [.. through.Select(i => draft.Lines(i).First())];
    }

    /// <summary>How many reach the share with which everybody goes on.</summary>
    static int Through(MajorityStep step, DistrictDraft draft) =>
        step.FinalistShare is { } share ? draft.Lists.Count(l => l.Votes > 0 && share.IsReachedBy(l.Votes, draft.BaseOf(step.FinalistOf)!.Value, inclusive: true)) : 0;

    static DistrictAllocation Runoff(ImmutableArray<RuleStep> steps, DistrictVotes second, TieBreaker ties, List<Finding> faults)
    {
        if (steps.OfType<RunoffStep>().FirstOrDefault() is not { } step)
        {
            faults.Add(Codes.Finding("V110", $"There are votes of a second round in '{second.District}', but the law has none.", $"Hay votos de una segunda votación en '{second.District}', pero la ley no la contempla.") with { Place = second.District, Column = "round" });
            return new DistrictAllocation(second.District, second.Seats, [], [], [], [], []);
        }

        var allocation = Of(second, step, ties);
        return allocation with { Elected = [.. allocation.Elected.Select(s => s with { Basis = s.Basis == Basis.Lot ? Basis.Lot : Basis.Majority })] };
    }

    // Constitution of 1925, arts. 64-65: more than half of those who vote; else the vote is taken again.
    static DistrictAllocation InCongress(
        CongressStep step, DistrictAllocation allocation, ImmutableArray<CandidacyVotes> finalists, ImmutableArray<CongressVote> congress, List<Finding> faults)
    {
        ImmutableArray<string> names = [.. finalists.Select(f => f.Candidacy.Name)];
        var open = allocation with { Finalists = new(allocation.District, LastStage.Congress, names) };
        if (congress.IsEmpty)
        {
            return open;
        }

        var forCandidates = congress.Where(v => FoldedName.Of(v.Candidate) is not ("BLANK" or "NULL")).ToList();
        AddOthers(forCandidates.Select(v => v.Candidate).Where(n => !finalists.Any(f => Same(f.Candidacy.Choice, n))), names, allocation.District, faults);
        var total = congress.Sum(v => v.Votes);
        if (faults.Count > 0 || forCandidates.MaxBy(v => v.Votes) is not { } leader)
        {
            return open;
        }

        var winner = finalists.First(f => Same(f.Candidacy.Name, leader.Candidate) || Same(f.Candidacy.Choice, leader.Candidate));
        var reached = (Int128)leader.Votes * 2 > total;
        var voted = allocation.Steps.Add(new CongressVoted(step.Article, winner.Candidacy.Name, leader.Votes, total, reached));
        return reached ? WithSeat(allocation with { Steps = voted }, winner) : open with { Steps = voted };
    }

    static DistrictAllocation WithSeat(DistrictAllocation allocation, CandidacyVotes winner) => allocation with
    {
        Elected = [new Seat(winner.Candidacy, winner.Votes, Basis.Majority)],
        Lists = [.. allocation.Lists.Select(l => l.List == winner.Candidacy.ListName ? l with { Seats = 1 } : l)],
    };

    /// <summary>Adds a fault for whoever has votes in the last stage without having gone on to it.</summary>
    static void AddOthers(IEnumerable<string> names, ImmutableArray<string> finalists, string district, List<Finding> faults) =>
        faults.AddRange(names.Where(n => !finalists.Any(f => Same(f, n))).Select(other =>
            Codes.Finding("V108", $"'{other}' has votes in the last stage in '{district}' but did not go on to it.", $"'{other}' tiene votos en la última etapa en '{district}', pero no pasó a ella.") with
            {
                Place = district,
                Found = other,
                Expected = finalists.IsEmpty ? "no vote, since the first decided" : string.Join(", ", finalists),
            }));

    static bool Same(string a, string b) => FoldedName.Of(a) == FoldedName.Of(b);
}
