using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Store.Import;

/// <summary>A level of places that a mapping takes from each row.</summary>
/// <param name="Level">The level, such as <c>commune</c>.</param>
/// <param name="Id">The id, with columns in braces: <c>region-{cut_region}</c>.</param>
/// <param name="Name">The name, with columns in braces.</param>
sealed record PlaceColumn(string Level, Template Id, Template Name);

/// <summary>A column of votes.</summary>
/// <param name="Column">The column's header.</param>
/// <param name="Choice">The choice or reserved choice that it counts.</param>
/// <param name="Candidacy">The candidacy; null for a reserved choice.</param>
sealed record ChoiceColumn(string Column, string Choice, Candidacy? Candidacy);

/// <summary>A contest that a mapping takes from the columns of each row.</summary>
/// <param name="Id">The contest's id.</param>
/// <param name="Fields">Fields of its entry in <c>election.yaml</c>, as the mapping gives them.</param>
/// <param name="Columns">Its columns.</param>
sealed record MappedContest(string Id, ImmutableArray<KeyValuePair<string, object>> Fields, ImmutableArray<ChoiceColumn> Columns);

/// <summary>How to read an official body's file of one row a unit: a mapping, as data.</summary>
/// <param name="Header">The fields of <c>election.yaml</c> that are not places or contests.</param>
/// <param name="Places">The levels, from the root to the unit.</param>
/// <param name="Contests">The contests.</param>
/// <param name="Ignore">Columns that are left out on purpose.</param>
sealed record ImportMap(
    ImmutableArray<KeyValuePair<string, object>> Header, ImmutableArray<PlaceColumn> Places, ImmutableArray<MappedContest> Contests, ImmutableArray<string> Ignore)
{
    /// <summary>Every column that the mapping reads.</summary>
    public ImmutableArray<string> Columns =>
        [.. Places.SelectMany(p => p.Id.Columns.Concat(p.Name.Columns)).Concat(Contests.SelectMany(c => c.Columns.Select(x => x.Column))).Distinct()];
}
