using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate.Steps;

/// <summary>A holder that claims seats in one sharing: a list, a party or a person.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Votes">Its votes.</param>
/// <param name="Capacity">Seats it can fill.</param>
/// <param name="Holder">Its number on its level.</param>
/// <param name="Position">Its place on the list; 0 where the ballot has no order.</param>
sealed record Claimant(string Name, long Votes, int Capacity, int Holder, int Position)
{
    /// <summary>The votes of its persons; empty where none stand on the ballot, or no step asks for them.</summary>
    public long[] Persons { get; init; } = [];
}
