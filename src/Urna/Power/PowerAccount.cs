using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Power;

/// <summary>Who can decide what after an election.</summary>
/// <param name="Law">The quorums; null if the election names none.</param>
/// <param name="Date">The day whose quorums hold.</param>
/// <param name="Chambers">Power by party: chamber by chamber, quorum by quorum; without quorums, for more than half of the members.</param>
/// <param name="Passes">What passes, by list.</param>
public sealed record PowerAccount(QuorumLaw? Law, DateOnly Date, ImmutableArray<ImmutableArray<ChamberPower>> Chambers, ImmutableArray<Passage> Passes)
{
    const int MostCoalitions = 10;

    /// <summary>The account of an election's members; null if there are none, or too many to compute.</summary>
    /// <param name="election">The election.</param>
    /// <param name="law">The quorums that it names; null if none.</param>
    public static PowerAccount? Of(Election election, QuorumLaw? law)
    {
        var chambers = Chamber.Of(election.Members, BlocKind.Party).Where(c => c.Seats > 0).ToImmutableArray();
        if (chambers.IsEmpty || !chambers.All(c => WeightedGame.Fits(c.Blocs)))
        {
            return null;
        }

        var lists = Chamber.Of(election.Members, BlocKind.List);
        return new PowerAccount(
            law, election.Date, [.. chambers.Select(c => Of(c, law, election.Date))], law is null ? [] : Passage.Of(lists, law, election.Date, MostCoalitions));
    }

    static ImmutableArray<ChamberPower> Of(Chamber chamber, QuorumLaw? law, DateOnly date)
    {
        var quorums = law?.For(chamber.Name, date) ?? [];
        return quorums.IsEmpty ? [ChamberPower.Of(chamber, (chamber.Seats / 2) + 1, MostCoalitions)] : ChamberPower.Of(chamber, quorums, MostCoalitions);
    }
}
