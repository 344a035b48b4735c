using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Scenarios.Goals;

/// <summary>What is to be reached.</summary>
public abstract record Goal
{
    Goal()
    {
    }

    /// <summary>The goal in the words in which it is asked for.</summary>
    public abstract string Words { get; }

    /// <summary>The lists that are to reach it together; empty where a person is.</summary>
    public ImmutableArray<string> Bloc { get; init => field = Checked.List(value, "with"); } = [];

    /// <summary>The list from which votes are moved; null where they are added.</summary>
    public string? From { get; init; }

    /// <summary>More than half of the seats.</summary>
    public sealed record Majority : Goal
    {
        /// <inheritdoc/>
        public override string Words => $"majority {string.Join(", ", Bloc)}";
    }

    /// <summary>A number of seats.</summary>
    /// <param name="Number">The number, ≥ 1.</param>
    public sealed record Seats(int Number) : Goal
    {
        /// <summary>The number, ≥ 1.</summary>
        public int Number { get; init; } = Checked.AtLeast(1, Number, "seats");

        /// <inheritdoc/>
        public override string Words => $"seats {string.Join(", ", Bloc)} {Number}";
    }

    /// <summary>A quorum in every chamber.</summary>
    /// <param name="Name">The kind of law.</param>
    /// <param name="Needed">Seats of this contest that it takes, after those that the lists hold in the chamber anyway; ≥ 0.</param>
    public sealed record Quorum(string Name, int Needed) : Goal
    {
        /// <summary>What the lists have, and lack, in other chambers.</summary>
        public ImmutableArray<ChamberNeed> Elsewhere { get; init => field = Checked.List(value, "elsewhere"); } = [];

        /// <inheritdoc/>
        public override string Words => $"quorum {Name}";
    }

    /// <summary>A person is elected.</summary>
    /// <param name="Name">The person, or the candidacy's id.</param>
    public sealed record Person(string Name) : Goal
    {
        /// <inheritdoc/>
        public override string Words => $"person {Name}";
    }

    /// <summary>Somebody wins a second vote by the votes of one who did not go on to it.</summary>
    /// <param name="Of">Whose votes pass.</param>
    /// <param name="To">Who is to win by them.</param>
    public sealed record Passing(string Of, string To) : Goal
    {
        /// <inheritdoc/>
        public override string Words => $"transfer {Of} {To}";
    }

    /// <summary>The pacts in which parties have most seats.</summary>
    /// <param name="For">The party or list whose seats are looked at; null for all of the bloc together.</param>
    public sealed record Pacts(string? For) : Goal
    {
        /// <inheritdoc/>
        public override string Words => For is null ? "pacts" : $"pacts {For}";
    }
}

/// <summary>What a coalition has, and needs, in a chamber that the contest does not fill.</summary>
/// <param name="Chamber">The chamber.</param>
/// <param name="Seats">The seats that it holds.</param>
/// <param name="Needed">The seats that it needs.</param>
public sealed record ChamberNeed(string Chamber, int Seats, int Needed);

/// <summary>Votes more for a list or person of a district.</summary>
/// <param name="District">The district.</param>
/// <param name="List">The list, or the person.</param>
/// <param name="Add">How many, ≥ 1.</param>
public sealed record VotesNeeded(string District, string List, long Add);

/// <summary>What it would have taken.</summary>
/// <param name="Goal">What was to be reached.</param>
/// <param name="Votes">The fewest votes; null where no number reaches it.</param>
/// <param name="Where">In which districts, for whom.</param>
/// <param name="Swing">The least uniform swing that reaches it, as a share; null where none does, or none is asked for.</param>
/// <param name="IsOptimal">Whether it is proved that no fewer votes do.</param>
public sealed record Found(Goal Goal, long? Votes, ImmutableArray<VotesNeeded> Where, double? Swing, bool IsOptimal)
{
    /// <summary>The seats that the goal asks for; null where it is no number of seats.</summary>
    public int? Target { get; init; }

    /// <summary>The seats that are sure without it; null where it is no number of seats.</summary>
    public int? Held { get; init; }

    /// <summary>Where it is not proved, a number of votes that is surely too few; null otherwise.</summary>
    public long? Lower { get; init; }

    /// <summary>The share of somebody's votes that passes; null where none does.</summary>
    public double? Share { get; init; }

    /// <summary>The pacts, each with its parties; empty where pacts are not asked for.</summary>
    public ImmutableArray<ImmutableArray<string>> Pacts { get; init; } = [];

    /// <summary>Ways to form pacts that were looked at; null where pacts are not asked for.</summary>
    public long? Partitions { get; init; }
}
