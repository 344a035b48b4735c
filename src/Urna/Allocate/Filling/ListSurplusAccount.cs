using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Filling;

/// <summary>Tells how the persons of a list were elected by surplus and products.</summary>
static class ListSurplusAccount
{
    /// <summary>The account of a list, person by person in the list's order.</summary>
    public static IEnumerable<AllocationStep> Of(ListSurplusStep step, ImmutableArray<Claimant> holders, int seats, string within, SharingContext context)
    {
        long[] votes = [.. holders.Select(h => h.Votes)];
        int[] capacities = [.. holders.Select(h => h.Capacity)];
        int[] positions = [.. holders.Select(h => h.Position)];
        var places = new ListPlace[holders.Length];
        ListSurplus.Share(new Sharing(votes, capacities, seats, context) { Positions = positions }, places);
        var divisor = context.QuotientDivisor;
        var quotient = new VoteFraction((Int128)context.QuotientVotes * divisor.Denominator, divisor.Numerator);
        var listVotes = context.WithinVotes - votes.Sum();
        return Told();

        IEnumerable<AllocationStep> Told()
        {
            for (var j = 0; j < places.Length; j++)
            {
                var place = places[j];
                var holder = holders[place.Holder];
                yield return place.Way == ListWay.All
                    ? new SeatByVotes(step.Article, step.Holders, within, holder.Name, holder.Votes)
                    : new ListPlaceReckoned(
                        step.Article,
                        within,
                        j + 1,
                        holder.Name,
                        holder.Votes,
                        j == 0 ? listVotes : 0,
                        new(place.Received, divisor.Numerator),
                        new(place.Total, divisor.Numerator),
                        quotient,
                        place.Factor,
                        BasisOf(place.Way));
            }
        }
    }

    /// <summary>Why a person of a list holds a seat, by the account.</summary>
    public static Basis BasisOf(IEnumerable<AllocationStep> steps, Candidacy person) =>
        steps.OfType<ListPlaceReckoned>().FirstOrDefault(s => s.Within == person.ListName && s.Candidate == person.Name)?.Elected ?? Basis.Quotient;

    static Basis? BasisOf(ListWay way) => way switch
    {
        ListWay.Out => null,
        ListWay.Surplus => Basis.Surplus,
        ListWay.Product => Basis.MostVotes,
        _ => Basis.Quotient,
    };
}
