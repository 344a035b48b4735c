using System.Collections.Immutable;
using Urna.Count;

namespace Urna.Report.Views;

/// <summary>What a line of results stands for.</summary>
public enum ContenderKind
{
    /// <summary>A choice of the ballot.</summary>
    Choice,

    /// <summary>A list or pact.</summary>
    List,

    /// <summary>All candidacies outside lists.</summary>
    Independents,

    /// <summary>All lists that are not shown by themselves.</summary>
    Others,
}

/// <summary>A choice, or a group of choices, that a contest's pages compare.</summary>
/// <param name="Name">The name; empty for the groups that the edition names.</param>
/// <param name="Detail">Its party or list, where that says more; else empty.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Colour">The index of its colour in <see cref="Palette"/>.</param>
/// <param name="Lines">How many lines of the ballot it holds, or how many lists for the others.</param>
public sealed record Contender(string Name, string Detail, ContenderKind Kind, int Colour, int Lines);

/// <summary>A list, or a choice where no lists compete, in one place.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Contender">The index of its contender.</param>
/// <param name="Votes">Its votes.</param>
public readonly record struct PlaceLine(string Name, int Contender, Total Votes);

/// <summary>A contest's count in a place, as its pages compare it.</summary>
/// <param name="Count">The count.</param>
/// <param name="Lines">The lines there, most votes first.</param>
/// <param name="ByContender">The votes of each contender; not on the ballot there: null.</param>
public sealed record PlaceResult(Tabulation Count, ImmutableArray<PlaceLine> Lines, ImmutableArray<Total?> ByContender)
{
    /// <summary>The votes for all choices.</summary>
    public long Sum { get; } = Lines.Sum(l => l.Votes.Known);

    /// <summary>Whether every unit states every choice on its ballot.</summary>
    public bool IsComplete { get; } = Lines.All(l => l.Votes.UnitsMissing == 0);

    /// <summary>The line with most votes; null where there are none, two are equal, or figures are missing.</summary>
    public PlaceLine? Leader => !IsComplete || Sum == 0 || (Lines.Length > 1 && Lines[0].Votes == Lines[1].Votes) ? null : Lines[0];

    /// <summary>A share of the votes for all choices, in [0, 1]; null where figures are missing.</summary>
    /// <param name="votes">Votes here.</param>
    public double? Share(Total votes) => IsComplete && Sum > 0 ? (double)votes.Known / Sum : null;
}
