using Urna.Model;

namespace Urna.History;

/// <summary>Which votes are of one kind, so that one can be set against the one before.</summary>
/// <remarks>A rule that is written down: the words of a contest's id without years and numbers, its kind and its round, within a country.</remarks>
static class ContestSeries
{
    /// <summary>The series of a contest.</summary>
    public static string Of(Election election, Contest contest) => Of(election.Country, contest.Kind, contest.Id, contest.Round);

    /// <summary>The series of a vote that no folder holds.</summary>
    public static string Of(string country, ContestKind kind, string contest, int round) =>
        $"{country} {Spelling.Kebab(kind)} {string.Join('-', contest.Split('-').Where(word => !word.All(char.IsAsciiDigit)))} {round}";
}
