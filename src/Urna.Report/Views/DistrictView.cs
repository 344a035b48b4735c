using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Report.Views;

/// <summary>The explanation of a district's seats.</summary>
public sealed class DistrictView
{
    internal DistrictView(ContestView contest, DistrictAllocation allocation)
    {
        Contest = contest;
        Allocation = allocation;
        Rule = contest.Allocation!.Rule;
        Votes = contest.Votes.TryGetValue(allocation.District, out var votes) ? votes.Votes : [];
        var worksheet = Worksheet.Of(Rule, allocation, Votes);
        Lists = worksheet?.Lists;
        Parties = worksheet?.Parties ?? [];
        Others = [.. allocation.Steps.Where(s => s is not (SeatByQuotient or SeatByVotes))];
    }

    /// <summary>The contest.</summary>
    public ContestView Contest { get; }

    /// <summary>The district's seats.</summary>
    public DistrictAllocation Allocation { get; }

    /// <summary>The law.</summary>
    public ElectoralRule Rule { get; }

    /// <summary>The votes of every candidacy.</summary>
    public ImmutableArray<CandidacyVotes> Votes { get; }

    /// <summary>The quotients of the lists; null where the law uses none.</summary>
    public QuotientTable? Lists { get; }

    /// <summary>The quotients of parties or sub-pacts, for lists with seats and several of them.</summary>
    public ImmutableArray<PartySharing> Parties { get; }

    /// <summary>The steps that are neither quotients nor most votes, in order.</summary>
    public ImmutableArray<AllocationStep> Others { get; }

    /// <summary>Whether votes to gain and to lose are worked out: not where ranked ballots are counted.</summary>
    public bool HasMargins => !Rule.StepsFor(Allocation.District).Any(s => s is BallotStep);

    /// <summary>The seat of a candidacy; null where it has none.</summary>
    /// <param name="candidacy">A candidacy of the district.</param>
    public Seat? SeatOf(Candidacy candidacy) => Allocation.Elected.FirstOrDefault(s => s.Candidacy.Choice == candidacy.Choice);

    /// <summary>The article of the step that chooses persons; empty if none does.</summary>
    public string PersonsArticle => Rule.StepsFor(Allocation.District).OfType<SharingStep>().LastOrDefault(s => s.Holders == Holder.Candidate)?.Article ?? "";
}
