using System.Text.Json.Serialization;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Power;

namespace Urna.Contract;

/// <summary>The seats of a contest, in the shape of <c>urna seats --format json</c>.</summary>
/// <param name="Contest">The contest's id; null for plain files.</param>
/// <param name="Rule">The law's name.</param>
/// <param name="Outcome">elected, runoff, congress, tie, incomplete or no-votes.</param>
/// <param name="Between">Who goes on, by district, where a second vote or Congress decides.</param>
/// <param name="Districts">The districts.</param>
/// <param name="Totals">Seats by list and party.</param>
public sealed record SeatsJson(
    string? Contest, string Rule, string Outcome, IEnumerable<SeatsJson.Finals> Between, IEnumerable<SeatsJson.District> Districts, SeatsJson.Sums Totals)
{
    /// <summary>How far the seats are from the votes; left out unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IndicesJson? Indices { get; init; }

    /// <summary>What a reader of the seats must know; left out where there is nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<FindingJson>? Findings { get; init; }

    /// <summary>The seats that fewest votes would have changed; null unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<Close>? Closest { get; init; }

    /// <summary>Every way in which the open ties can end; null unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<Possible>? Outcomes { get; init; }

    /// <summary>Whether these are all the ways; null unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? OutcomesComplete { get; init; }

    /// <summary>A seat that few votes would have changed.</summary>
    public sealed record Close(string District, string Level, string Name, long Votes, string Change, long Margin, IEnumerable<string> Others)
    {
        /// <summary>The seat.</summary>
        /// <param name="seat">A close seat.</param>
        public static Close Of(CloseSeat seat)
        {
            ArgumentNullException.ThrowIfNull(seat);
            return new(seat.District, Spelling.Kebab(seat.Level), seat.Name, seat.Votes, seat.Gains ? "gain" : "lose", seat.Margin, seat.Others);
        }
    }

    /// <summary>One way in which open ties can end.</summary>
    public sealed record Possible(IEnumerable<Lot> Lots, IEnumerable<ElectedIn> Elected)
    {
        /// <summary>The way.</summary>
        /// <param name="outcome">One outcome.</param>
        public static Possible Of(PossibleOutcome outcome)
        {
            ArgumentNullException.ThrowIfNull(outcome);
            return new(
                outcome.Lots.Select(l => new Lot(l.District, Spelling.Kebab(l.Level), l.Winner)),
                from d in outcome.Allocation.Districts
                where outcome.Lots.Any(l => l.District == d.District)
                from s in d.Elected
                select new ElectedIn(d.District, s.Candidacy.ListName, s.Party, s.Candidate));
        }
    }

    /// <summary>A person who would be elected in a district.</summary>
    public sealed record ElectedIn(string District, string List, string? Party, string? Candidate);

    /// <summary>Who goes on in a district.</summary>
    public sealed record Finals(string District, IEnumerable<string> Among);

    /// <summary>A district.</summary>
    public sealed record District(
        [property: JsonPropertyName("district")] string Name,
        int Seats,
        int Vacant,
        IEnumerable<string> Missing,
        IEnumerable<Standing> Lists,
        IEnumerable<Person> Elected,
        IEnumerable<Tie> Ties,
        IEnumerable<StepJson>? Steps)
    {
        /// <summary>Seats that are open because of a tie elsewhere; left out where there are none.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? Hanging { get; init; }
    }

    /// <summary>What a list has, and the votes that would give it a seat more or a seat less; null where no number of votes does.</summary>
    public sealed record Standing(string List, long Votes, int Seats, long? VotesToGain, long? VotesToLose);

    /// <summary>A tie that is open, with all that may come out one way or the other.</summary>
    public sealed record Tie(string Level, IEnumerable<string> Among, int Seats, IEnumerable<ElectedIn> Changes);

    /// <summary>A lot that was drawn.</summary>
    public sealed record Lot(string District, string Level, string Winner);

    /// <summary>A seat that is filled; party and person are null where law or votes name none.</summary>
    public sealed record Person(string List, string? Party, string? Candidate, long Votes, string Basis);

    /// <summary>Seats by list and by party.</summary>
    public sealed record Sums(IReadOnlyDictionary<string, int> Lists, IReadOnlyDictionary<string, int> Parties);

    /// <summary>The contest's seats.</summary>
    /// <param name="contest">The contest's id; null for plain files.</param>
    /// <param name="allocation">Its seats.</param>
    /// <param name="explain">Whether every step is told.</param>
    /// <param name="indices">How far the seats are from the votes; null if not asked for.</param>
    public static SeatsJson Of(string? contest, ContestAllocation allocation, bool explain, ContestIndices? indices = null) => new(
        contest,
        allocation.Rule.Name,
        allocation.Outcome.Word,
        allocation.Between.Select(f => new Finals(f.District, f.Among)),
        allocation.Districts.Select(d => Of(d, explain)),
        new Sums(Ordered(allocation.SeatsByList), Ordered(allocation.SeatsByParty)))
    {
        Indices = indices is null ? null : IndicesJson.Of(indices),
        Findings = allocation.Findings.IsEmpty ? null : allocation.Findings.Select(FindingJson.Of),
    };

    static District Of(DistrictAllocation district, bool explain) => new(
        district.District,
        district.Seats,
        district.Vacant,
        district.Missing.Select(m => m.English),
        district.Lists.Select(l => new Standing(l.List, l.Votes, l.Seats, l.VotesToGain, l.VotesToLose)),
        district.Elected.Select(s => new Person(s.Candidacy.ListName, s.Party, s.Candidate, s.Votes, Spelling.Kebab(s.Basis))),
        district.Ties.Select(t => new Tie(
            Spelling.Kebab(t.Level), t.Among, t.Seats, t.Changes.Select(c => new ElectedIn(c.District, c.List, c.Party, c.Candidate)))),
        explain ? district.Steps.Select(StepJson.Told) : null)
    {
        Hanging = district.Hanging > 0 ? district.Hanging : null,
    };

    static Dictionary<string, int> Ordered(IEnumerable<KeyValuePair<string, int>> seats) => new(seats);
}
