using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate.Lots;

/// <summary>Names by which those who are tied can be told apart.</summary>
static class TieNames
{
    /// <summary>The name of each: its own, with the list where another has the same, then with the party, and last with the ballot's code.</summary>
    /// <param name="tied">The tied.</param>
    /// <param name="name">Their own names.</param>
    /// <param name="line">A line of the ballot of each.</param>
    public static Func<T, string> Of<T>(ImmutableArray<T> tied, Func<T, string> name, Func<T, Candidacy> line)
    {
        Func<Candidacy, string>[] more = [_ => "", c => c.ListName, c => c.Party.Length > 0 ? $"{c.ListName}, {c.Party}" : c.ListName, c => c.Choice];
        var told = more.Select(m => tied.Select(t => m(line(t)) is { Length: > 0 } with ? $"{name(t)} ({with})" : name(t)).ToList())
            .FirstOrDefault(n => n.Select(FoldedName.Of).Distinct().Count() == n.Count) ?? [.. tied.Select(name)];
        return one => told[tied.IndexOf(one)];
    }
}
