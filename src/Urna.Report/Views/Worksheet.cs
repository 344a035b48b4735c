using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Report.Views;

/// <summary>How the seats of a list went to its parties.</summary>
/// <param name="List">The list.</param>
/// <param name="Seats">Its seats.</param>
/// <param name="Table">The quotients of its parties.</param>
public sealed record PartySharing(string List, int Seats, QuotientTable Table);

/// <summary>A district's seats by highest averages, laid out as an electoral court does.</summary>
/// <remarks>Worksheets of the Tribunal Calificador de Elecciones, 2021: votes, quotients, electoral quotient, parties, persons.</remarks>
public sealed class Worksheet
{
    Worksheet(DistrictAllocation allocation, QuotientTable lists, SeatByQuotient last, ImmutableArray<PartySharing> parties)
    {
        Allocation = allocation;
        Lists = lists;
        Last = last;
        Parties = parties;
    }

    /// <summary>The district's seats.</summary>
    public DistrictAllocation Allocation { get; }

    /// <summary>The quotients of the lists.</summary>
    public QuotientTable Lists { get; }

    /// <summary>The last seat: its quotient is the electoral quotient.</summary>
    public SeatByQuotient Last { get; }

    /// <summary>The quotients of parties or sub-pacts, for lists with seats and several of them.</summary>
    public ImmutableArray<PartySharing> Parties { get; }

    /// <summary>How many electoral quotients are in a list's votes.</summary>
    /// <param name="votes">The list's votes.</param>
    public double Quotients(long votes) => Last.Votes == 0 ? 0 : votes * Last.Divisor.Value / Last.Votes;

    /// <summary>The worksheet of a district; null where its lists do not share by quotients.</summary>
    /// <param name="rule">The law.</param>
    /// <param name="allocation">The district's seats.</param>
    /// <param name="votes">The votes they were filled from.</param>
    public static Worksheet? Of(ElectoralRule rule, DistrictAllocation allocation, ImmutableArray<CandidacyVotes> votes)
    {
        var steps = FirstElection(allocation, Holder.List, "").OfType<SeatByQuotient>().ToList();
        if (steps.FindLast(s => s.Level == Holder.List) is not { } last
            || Sharing(rule, allocation, Holder.List, "", allocation.Lists.Select(l => (l.List, l.Votes))) is not { } lists)
        {
            return null;
        }

        var level = rule.StepsFor(allocation.District).Any(s => s is SharingStep { Holders: Holder.Subpact }) ? Holder.Subpact : Holder.Party;
        var parties = from list in allocation.Lists
                      let own = votes.Where(v => v.Candidacy.ListName == list.List && v.Candidacy.Kind != CandidacyKind.ListVote)
                          .AggregateBy(v => HolderTree.NameOf(v.Candidacy, level), 0L, (sum, v) => sum + v.Votes).Select(p => (p.Key, p.Value)).ToList()
                      where own.Count > 1
                      let table = Sharing(rule, allocation, level, list.List, own)
                      where table is not null
                      select new PartySharing(list.List, list.Seats, table);
        return new Worksheet(allocation, lists, last, [.. parties]);
    }

    static QuotientTable? Sharing(ElectoralRule rule, DistrictAllocation allocation, Holder level, string within, IEnumerable<(string Name, long Votes)> holders) =>
        rule.StepsFor(allocation.District).OfType<HighestAveragesStep>().FirstOrDefault(s => s.Holders == level) is { } step
            ? QuotientTable.Of(FirstElection(allocation, level, within).OfType<SeatByQuotient>().Where(s => s.Level == level && s.Within == within), step.Divisors, holders)
            : null;

    /// <summary>The steps before seats that some could not fill were shared anew, with quotients of their own.</summary>
    static IEnumerable<AllocationStep> FirstElection(DistrictAllocation allocation, Holder level, string within) =>
        allocation.Steps.TakeWhile(s => s is not NewElectionHeld h || h.Level != level || h.Within != within);
}
