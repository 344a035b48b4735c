using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>A contest or a chamber that a sentence may speak of.</summary>
/// <param name="Election">Its election.</param>
/// <param name="Contest">The contest; null for a chamber.</param>
/// <param name="Chamber">The chamber; empty for a contest.</param>
/// <param name="IsOwn">Whether the election is the claims' own.</param>
sealed record Venue(Election Election, Contest? Contest, string Chamber, bool IsOwn)
{
    /// <summary>Its name in a claims file.</summary>
    public string Name => Contest is null ? Chamber : IsOwn ? Contest.Id : $"{Election.Id}/{Contest.Id}";

    /// <summary>Its title in both languages.</summary>
    public LocalizedText Title => Contest?.Title ?? Election.ChamberName(Chamber);

    /// <summary>The contests and chambers of an election that votes are counted or seats held in.</summary>
    public static IEnumerable<Venue> Of(Election election, bool isOwn) =>
        election.Contests.Where(c => c.Kind != ContestKind.Voters).Select(c => new Venue(election, c, "", isOwn))
            .Concat(isOwn ? election.Members.Select(m => m.Chamber).Distinct().Where(c => election.Contest(c) is null).Select(c => new Venue(election, null, c, true)) : []);
}
