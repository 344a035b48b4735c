using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json.Serialization;
using Urna.Model;
using Urna.Power;

namespace Urna.Contract;

/// <summary>Power in a chamber, in the shape of <c>urna power --format json</c>.</summary>
/// <param name="Chamber">The chamber.</param>
/// <param name="Quota">Seats that the decision needs.</param>
/// <param name="Members">The power of each party or list.</param>
/// <param name="MinimalCoalitions">Minimal winning coalitions, the smallest first.</param>
/// <param name="MinimalCoalitionsTotal">How many there are, listed or not.</param>
/// <param name="Seats">Members in office.</param>
/// <param name="Proper">Whether two coalitions without a common member can never both pass.</param>
public sealed record PowerJson(
    string Chamber,
    int Quota,
    IEnumerable<PowerJson.Member> Members,
    IEnumerable<IEnumerable<string>> MinimalCoalitions,
    [property: JsonConverter(typeof(WholeConverter))] BigInteger? MinimalCoalitionsTotal,
    int Seats,
    bool Proper)
{
    /// <summary>Neighbours from left to right that win and have none to spare at the ends; left out without an order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<IEnumerable<string>>? ConnectedCoalitions { get; init; }

    /// <summary>The kind of law; left out where only a number of seats was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Quorum { get; init; }

    /// <summary>What the quorum is a share of: in-office or present.</summary>
    [JsonPropertyName("of")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Base { get; init; }

    /// <summary>The first day on which the quorum holds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? From { get; init; }

    /// <summary>The last day on which the quorum holds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Until { get; init; }

    /// <summary>The article of law.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Article { get; init; }

    /// <summary>The power of a party, or of a list where lists were asked for.</summary>
    public sealed record Member(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Party,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? List,
        int Seats,
        string Shapley,
        string Banzhaf,
        string BanzhafAbsolute);

    /// <summary>What passes in every chamber under a quorum.</summary>
    public sealed record Passing(
        string Quorum,
        IReadOnlyDictionary<string, int> Needed,
        IEnumerable<IEnumerable<string>> Coalitions,
        [property: JsonConverter(typeof(WholeConverter))] BigInteger? CoalitionsTotal,
        DateOnly? From,
        DateOnly? Until,
        string Article);

    /// <summary>What a coalition has in a chamber, needs, and lacks.</summary>
    public sealed record Need(string Chamber, int Seats, int Needed, int Lacking);

    /// <summary>A coalition against a quorum.</summary>
    public sealed record Check(
        IEnumerable<string> Coalition, string Quorum, bool Passes, IEnumerable<Need> Chambers, DateOnly? From, DateOnly? Until, string Article);

    /// <summary>The power of a chamber's members.</summary>
    /// <param name="power">The power.</param>
    /// <param name="kind">Whether members are parties or lists.</param>
    public static PowerJson Of(ChamberPower power, BlocKind kind) => new(
        power.Chamber.Name,
        power.Game.Quota,
        power.Members.Select(m => new Member(
            kind == BlocKind.Party ? m.Member.Name : null,
            kind == BlocKind.List ? m.Member.Name : null,
            m.Member.Seats,
            m.Shapley.ToString(),
            m.Banzhaf.ToString(),
            m.BanzhafAbsolute.ToString())),
        Named(power, power.Minimal.Listed),
        power.Minimal.Count,
        power.Game.Seats,
        power.Game.IsProper)
    {
        ConnectedCoalitions = power.Connected is { } connected ? Named(power, connected) : null,
        Quorum = power.Quorum?.Id,
        Base = power.Quorum is { } quorum ? Spelling.Kebab(quorum.Of) : null,
        From = power.Quorum?.From,
        Until = power.Quorum?.Until,
        Article = power.Quorum?.Article,
    };

    /// <summary>What passes under a quorum.</summary>
    /// <param name="passage">What passes.</param>
    public static Passing Of(Passage passage) => new(
        passage.Quorum.Id,
        passage.Needs.ToDictionary(n => n.Chamber.Name, n => n.Needed),
        passage.Coalitions.Select(c => c.AsEnumerable()),
        passage.Count,
        passage.Quorum.From,
        passage.Quorum.Until,
        passage.Quorum.Article);

    /// <summary>A coalition against a quorum.</summary>
    /// <param name="coalition">The names of its members.</param>
    /// <param name="check">What it has and needs.</param>
    public static Check Of(IEnumerable<string> coalition, CoalitionCheck check) =>
        new(coalition, check.Quorum.Id, check.Passes, check.Chambers.Select(c => new Need(c.Chamber, c.Seats, c.Needed, c.Lacking)), check.Quorum.From, check.Quorum.Until, check.Quorum.Article);

    static IEnumerable<IEnumerable<string>> Named(ChamberPower power, ImmutableArray<ImmutableArray<int>> coalitions) =>
        coalitions.Select(c => c.Select(i => power.Game.Members[i].Name));
}
