using System.Collections.Immutable;
using Urna.Allocate.Filling;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Biproportional;

/// <summary>The districts of a biproportional law by the lists that take part.</summary>
/// <param name="Numbers">The districts' numbers in the contest.</param>
/// <param name="Districts">The districts, with seats to fill.</param>
/// <param name="Lists">The lists, in the order in which the districts bring them.</param>
/// <param name="Claims">By cell, row by row, the list's number in its district; −1 where it does not run or is barred.</param>
sealed record ListTable(ImmutableArray<int> Numbers, ImmutableArray<DistrictState> Districts, ImmutableArray<string> Lists, ImmutableArray<int> Claims)
{
    /// <summary>Number of lists.</summary>
    public int Columns => Lists.Length;

    /// <summary>Votes by cell.</summary>
    public ImmutableArray<long> Votes => [.. Claims.Select((claim, cell) => claim < 0 ? 0 : At(cell).Votes)];

    /// <summary>Seats that each cell can fill.</summary>
    public ImmutableArray<int> Capacities => [.. Claims.Select((claim, cell) => claim < 0 ? 0 : At(cell).Capacity)];

    /// <summary>Seats by district.</summary>
    public ImmutableArray<int> Seats => [.. Districts.Select(d => d.Seats)];

    /// <summary>Seats that each list can fill over all districts.</summary>
    public ImmutableArray<long> CapacityByList => [.. Enumerable.Range(0, Columns).Select(j => Capacities.Where((_, c) => c % Columns == j).Sum(c => (long)c))];

    /// <summary>Lays out the districts that a step is for.</summary>
    public static ListTable Of(BiproportionalStep step, ContestState contest)
    {
        ImmutableArray<int> numbers = [.. contest.Frame.Districts.Where(i => contest.Frame.All[i].Sharing is [var first, ..] && ReferenceEquals(first, step) && contest[i].Seats > 0)];
        ImmutableArray<DistrictState> districts = [.. contest.Of(numbers)];
        var columns = new Dictionary<string, int>();
        var names = ImmutableArray.CreateBuilder<string>();
        var cells = new List<(int Row, int Column, int Claim)>();
        for (var row = 0; row < districts.Length; row++)
        {
            for (var claim = 0; claim < districts[row].Lists.Length; claim++)
            {
                if (districts[row].Barred[claim] || districts[row].Lists[claim].Votes == 0)
                {
                    continue;
                }

                var key = Key(districts[row], claim);
                if (columns.TryAdd(key, names.Count))
                {
                    names.Add(districts[row].Lists[claim].Name);
                }

                cells.Add((row, columns[key], claim));
            }
        }

        var claims = new int[districts.Length * names.Count];
        Array.Fill(claims, -1);
        foreach (var (row, column, claim) in cells)
        {
            claims[(row * names.Count) + column] = claim;
        }

        return new ListTable(numbers, districts, names.ToImmutable(), [.. claims]);
    }

    /// <summary>The same with another state of a district.</summary>
    public ListTable With(int row, DistrictState district) => this with { Districts = Districts.SetItem(row, district) };

    /// <summary>The contest with the districts as they are here.</summary>
    public ContestState In(ContestState contest) => Numbers.Zip(Districts).Aggregate(contest, (c, d) => c.With(d.First, d.Second));

    /// <summary>The list behind a cell in its district.</summary>
    public Claimant At(int cell) => Districts[cell / Columns].Lists[Claims[cell]];

    /// <summary>Lists of one name are one list everywhere; a candidacy outside lists stands alone in its district.</summary>
    static string Key(DistrictState district, int list) =>
        district.Frame.FirstLine(list) is { Kind: CandidacyKind.Independent } alone ? $"\0{district.Name}\0{alone.Choice}" : district.Lists[list].Name;
}
