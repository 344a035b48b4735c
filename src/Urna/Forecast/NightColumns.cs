using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Forecast;

/// <summary>The columns that are projected: the choices, or their lists where ballots differ by district or are long.</summary>
sealed class NightColumns
{
    const int MostChoices = 40;

    NightColumns(int[] ofChoice, ImmutableArray<string> names) => (OfChoice, Names) = (ofChoice, names);

    /// <summary>The column of each choice.</summary>
    public int[] OfChoice { get; }

    /// <summary>Names of the columns.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>How many there are.</summary>
    public int Count => Names.Length;

    /// <summary>Whether each choice is a column of its own.</summary>
    public bool AreChoices { get; private init; }

    /// <summary>The columns of a contest.</summary>
    /// <param name="contest">The contest.</param>
    public static NightColumns Of(Contest contest)
    {
        var ballot = contest.Candidacies;
        if (ballot.Length <= MostChoices && ballot.Select(c => c.District).Distinct().Count() <= 1)
        {
            return new([.. Enumerable.Range(0, ballot.Length)], [.. ballot.Select(c => c.Choice)]) { AreChoices = true };
        }

        // Persons outside any list are one column: each stands in one district, where its own votes part them again.
        var names = new List<string>();
        var of = ballot.Select(c =>
        {
            var key = c.Kind == CandidacyKind.Independent ? "IND" : c.ListKey;
            var at = names.IndexOf(key);
            if (at < 0)
            {
                at = names.Count;
                names.Add(key);
            }

            return at;
        }).ToArray();
        return new(of, [.. names]);
    }
}
