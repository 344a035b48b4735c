using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Transferable;
using Urna.Model;

namespace Urna.Report.Views;

/// <summary>How the seats of a list went to its parties.</summary>
/// <param name="List">The list.</param>
/// <param name="Table">The quotients of its parties.</param>
public sealed record PartySharing(string List, QuotientTable Table);

/// <summary>The explanation of a district's seats.</summary>
public sealed class DistrictView
{
    internal DistrictView(ContestView contest, DistrictAllocation allocation)
    {
        Contest = contest;
        Allocation = allocation;
        Rule = contest.Allocation!.Rule;
        Votes = contest.Votes.TryGetValue(allocation.District, out var votes) ? votes.Votes : [];
        Lists = Sharing(Holder.List, "", allocation.Lists.Select(l => (l.List, l.Votes)));
        Parties =
        [
            .. from list in allocation.Lists
               let parties = Votes.Where(v => v.Candidacy.ListName == list.List && v.Candidacy.Kind != CandidacyKind.ListVote)
                   .AggregateBy(v => v.Candidacy.Party, 0L, (sum, v) => sum + v.Votes).Select(p => (p.Key, p.Value)).ToList()
               where parties.Count > 1
               let table = Sharing(Holder.Party, list.List, parties)
               where table is not null
               select new PartySharing(list.List, table),
        ];
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

    /// <summary>The quotients of parties, for lists with seats and several parties.</summary>
    public ImmutableArray<PartySharing> Parties { get; }

    /// <summary>The steps that are neither quotients nor most votes, in order.</summary>
    public ImmutableArray<AllocationStep> Others { get; }

    /// <summary>Whether votes to gain and to lose are worked out: not where ranked ballots are counted.</summary>
    public bool HasMargins => !Rule.StepsFor(Allocation.District).Any(s => s is TransferableVoteStep);

    /// <summary>The seat of a candidacy; null where it has none.</summary>
    /// <param name="candidacy">A candidacy of the district.</param>
    public Seat? SeatOf(Candidacy candidacy) => Allocation.Elected.FirstOrDefault(s => s.Candidacy.Choice == candidacy.Choice);

    /// <summary>The article of the step that chooses persons; empty if none does.</summary>
    public string PersonsArticle => Rule.StepsFor(Allocation.District).OfType<SharingStep>().LastOrDefault(s => s.Holders == Holder.Candidate)?.Article ?? "";

    QuotientTable? Sharing(Holder level, string within, IEnumerable<(string Name, long Votes)> holders) =>
        Rule.StepsFor(Allocation.District).OfType<HighestAveragesStep>().FirstOrDefault(s => s.Holders == level) is { } step
            ? QuotientTable.Of(Allocation.Steps.OfType<SeatByQuotient>().Where(s => s.Level == level && s.Within == within), step.Divisors, holders)
            : null;
}
