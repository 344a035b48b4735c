using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using Urna.Allocate;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Real;

/// <summary>Elections of Chile whose figures are not in a shipped folder, against who was elected.</summary>
public class ChileReplayTests
{
    static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "Urna.Tests", "Real", "data", file)).Skip(1).Select(line => line.Split(','));

    /// <summary>
    /// Senate, March 1973: five constituencies, 25 senators (electoral registry; copy of S. Riffo, sebastianriffo/congreso, CC BY-NC). Federated parties are one list.
    /// </summary>
    [Fact]
    public void Congress1973_Senate_SeatsThe25WhoWereElected()
    {
        var rows = Rows("cl-1973-senate.csv").ToList();
        ImmutableArray<DistrictVotes> districts = [.. rows.GroupBy(r => r[0]).Select(unit => new DistrictVotes(unit.Key, 5, [.. unit.Select(Line)]))];
        var result = SeatAllocation.Allocate(Repository.Law("congress-1973"), new ContestVotes(districts, [], []));

        Assert.Equal(2_201_855, rows.Sum(r => Votes(r[3])));
        Assert.All(result.Districts, d => Assert.Equal(
            rows.Where(r => r[0] == d.District && r[4] == "1").Select(r => r[2]).Order(StringComparer.Ordinal), d.Elected.Select(s => s.Person).Order(StringComparer.Ordinal)));
        Assert.Equal(25, result.Districts.Sum(d => d.Elected.Length));

        static CandidacyVotes Line(string[] row) => new(
            new Candidacy { Choice = $"{row[0]}/{row[1]}/{row[2]}", List = row[1], Candidate = row[2], Kind = row[2].Length == 0 ? CandidacyKind.ListVote : CandidacyKind.OfList }, Votes(row[3]));
    }

    /// <summary>
    /// Deputies, March 1969, each party a list of its own: the 25 units outside Santiago, whose four are told as one in the source (same copy). Votes of
    /// persons are not known, so the seats of the parties are compared.
    /// </summary>
    [Fact]
    public void Congress1958_Deputies1969_GiveEachPartyItsSeats()
    {
        var rows = Rows("cl-1969-deputies.csv").ToList();
        ImmutableArray<DistrictVotes> districts =
        [
            .. rows.GroupBy(r => r[0]).Select(unit => new DistrictVotes(
                unit.Key,
                unit.Sum(r => int.Parse(r[3], CultureInfo.InvariantCulture)),
                [.. unit.Select(r => new CandidacyVotes(new Candidacy { Choice = r[1], List = r[1] }, Votes(r[2])))])),
        ];
        var result = SeatAllocation.Allocate(Repository.Law("congress-1958"), new ContestVotes(districts, [], []));

        Assert.Equal(25, result.Districts.Length);
        Assert.Equal(117, result.Districts.Sum(d => d.Elected.Length));
        Assert.All(result.Districts, d => Assert.Equal(
            rows.Where(r => r[0] == d.District && r[3] != "0").ToDictionary(r => r[1], r => int.Parse(r[3], CultureInfo.InvariantCulture)).OrderBy(p => p.Key, StringComparer.Ordinal),
            d.Lists.Where(l => l.Seats > 0).ToDictionary(l => l.List, l => l.Seats).OrderBy(p => p.Key, StringComparer.Ordinal)));
    }

    /// <summary>Governor of the Metropolitan Region, second vote of 24 November 2024 (SERVEL's live page, its last state).</summary>
    [Fact]
    public void Governors2018_SecondVoteOf2024_ElectsClaudioOrrego()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Repository.Shared("data", "night", "servel_live_snapshots_gobernadores.csv.gz")), CompressionMode.Decompress));
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',').Select(c => c.Trim('"')).ToArray()).ToList();
        var last = rows.Select(r => r[0]).Order(StringComparer.Ordinal).Last();
        var votes = rows.Where(r => r[0] == last && char.IsAsciiDigit(r[2][0])).GroupBy(r => r[2][(r[2].IndexOf(' ', StringComparison.Ordinal) + 1)..])
            .Select(c => new CandidacyVotes(new Candidacy { Choice = c.Key, Candidate = c.Key }, c.Sum(r => Votes(r[4])), 2)).ToImmutableArray();
        var result = SeatAllocation.Allocate(Repository.Law("governors-2018"), new ContestVotes([new DistrictVotes("13", 1, votes)], [], []));

        Assert.Equal(4_572_056, votes.Sum(v => v.Votes));
        Assert.Equal(("CLAUDIO ORREGO LARRAIN", 2_516_097), Assert.Single(result.Districts[0].Elected) is var seat ? (seat.Person, (int)seat.Votes) : default);
    }

    /// <summary>Forty per cent itself is enough (Constitution, art. 111).</summary>
    [Theory]
    [InlineData(400, 350, 250, "elected")]
    [InlineData(399, 351, 250, "runoff")]
    public void Governors2018_FortyPerCent_IsEnough(long first, long second, long third, string outcome)
    {
        ImmutableArray<CandidacyVotes> votes = [.. new[] { first, second, third }.Select((v, i) => new CandidacyVotes(new Candidacy { Choice = $"{i}", Candidate = $"c{i}" }, v))];
        Assert.Equal(outcome, SeatAllocation.Allocate(Repository.Law("governors-2018"), new ContestVotes([new DistrictVotes("r", 1, votes)], [], [])).Outcome.Word);
    }

    static long Votes(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
