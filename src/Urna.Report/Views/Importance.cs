using Urna.Allocate.Account;
using Urna.Model;

namespace Urna.Report.Views;

/// <summary>Which contests a reader looks for first.</summary>
static class Importance
{
    /// <summary>The contests, the most important first: one seat of the whole country, then chambers by size, then the rest.</summary>
    public static IEnumerable<ContestView> Order(IEnumerable<ContestView> contests) => contests
        .OrderBy(Rank).ThenByDescending(c => c.IsChamber ? c.Allocation!.Districts.Sum(d => d.Seats) : 0).ThenByDescending(c => c.Contest.Date);

    static int Rank(ContestView contest) => contest switch
    {
        { Contest.Kind: ContestKind.Voters } => 6,
        { Contest.Kind: ContestKind.Primary } => 5,
        { IsSingle: true, Allocation: { Outcome: not (Outcome.Runoff or Outcome.Congress) } } => 0,
        { Contest.Kind: ContestKind.Plebiscite } => 1,
        { IsChamber: true } => contest.IsOfPersons ? 3 : 2,
        { Allocation: null } => 5,
        _ => 4,
    };
}
