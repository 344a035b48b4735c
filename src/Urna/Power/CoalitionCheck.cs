using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Power;

/// <summary>What a coalition has in a chamber, against what a quorum needs.</summary>
/// <param name="Chamber">The chamber.</param>
/// <param name="Seats">The coalition's seats.</param>
/// <param name="Needed">The seats that the quorum needs.</param>
public sealed record ChamberCheck(string Chamber, int Seats, int Needed)
{
    /// <summary>The seats that are lacking; 0 if none.</summary>
    public int Lacking => Math.Max(0, Needed - Seats);
}

/// <summary>Whether a coalition passes a quorum in every chamber it is for.</summary>
/// <param name="Quorum">The quorum.</param>
/// <param name="Chambers">Chamber by chamber.</param>
public sealed record CoalitionCheck(Quorum Quorum, ImmutableArray<ChamberCheck> Chambers)
{
    /// <summary>Whether no seat is lacking.</summary>
    public bool Passes => Chambers.All(c => c.Lacking == 0);

    /// <summary>A coalition against each quorum.</summary>
    /// <param name="chambers">The chambers.</param>
    /// <param name="names">The names of its blocs, as some chamber has them.</param>
    /// <param name="law">The quorums.</param>
    /// <param name="date">The day on which they must hold; null for all of them.</param>
    /// <exception cref="ArgumentException">No chamber has a bloc of the name.</exception>
    public static ImmutableArray<CoalitionCheck> Of(ImmutableArray<Chamber> chambers, IEnumerable<string> names, QuorumLaw law, DateOnly? date)
    {
        var keys = names.Select(FoldedName.Of).ToHashSet();
        var known = chambers.SelectMany(c => c.Blocs).Select(b => FoldedName.Of(b.Name)).ToHashSet();
        if (keys.FirstOrDefault(k => !known.Contains(k)) is { } stranger)
        {
            throw new ArgumentException($"No chamber has a bloc '{stranger}'.", nameof(names));
        }

        return
        [
            .. from passage in Passage.Of(chambers, law, date, 0)
               select new CoalitionCheck(passage.Quorum, [.. passage.Needs.Select(n => new ChamberCheck(
                   n.Chamber.Name, n.Chamber.Blocs.Where(b => keys.Contains(FoldedName.Of(b.Name))).Sum(b => b.Seats), n.Needed))]),
        ];
    }
}
