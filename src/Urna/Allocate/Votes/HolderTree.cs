using System.Collections.Immutable;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Votes;

/// <summary>The holders of one kind in a district; those within one holder stand side by side.</summary>
/// <param name="Names">Name by holder.</param>
/// <param name="Capacities">Seats that each can fill.</param>
/// <param name="Positions">Place on the list by holder; 0 where the ballot has no order.</param>
/// <param name="Lines">Lines of the ballot by holder.</param>
/// <param name="Persons">Whether persons stand on the ballot, by holder.</param>
/// <param name="Within">Where the holders within each start on the next level, and, last, their number.</param>
/// <param name="Alone">Lines that count for a holder and for none within it, each with its holder; on the last level, all lines.</param>
sealed record HolderLevel(string[] Names, int[] Capacities, int[] Positions, int[][] Lines, bool[] Persons, int[] Within, (int Line, int Holder)[] Alone);

/// <summary>Who holds whom on a district's ballot, from lists down to persons.</summary>
sealed class HolderTree
{
    readonly ImmutableArray<Holder> kinds;

    HolderTree(ImmutableArray<HolderLevel> levels, ImmutableArray<Holder> kinds) => (Levels, this.kinds) = (levels, kinds);

    /// <summary>The levels, one for each sharing step.</summary>
    public ImmutableArray<HolderLevel> Levels { get; }

    /// <summary>Groups the lines of a ballot by the holders of each step.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="kinds">The kind of holder of each step, from the top.</param>
    public static HolderTree Of(ImmutableArray<CandidacyVotes> lines, ImmutableArray<Holder> kinds)
    {
        var levels = ImmutableArray.CreateBuilder<HolderLevel>();
        int[][] parents = [[.. Enumerable.Range(0, lines.Length)]];
        foreach (var kind in kinds)
        {
            var within = new List<int> { 0 };
            var holders = new List<(string Name, int[] Lines)>();
            foreach (var parent in parents)
            {
                holders.AddRange(Among(parent, lines, kind));
                within.Add(holders.Count);
            }

            if (levels.Count > 0)
            {
                levels[^1] = Above(levels[^1], [.. within], holders.SelectMany(h => h.Lines));
            }

            parents = [.. holders.Select(h => h.Lines)];
            levels.Add(new HolderLevel(
                [.. holders.Select(h => h.Name)],
                [.. parents.Select(p => CapacityOf(p, lines))],
                [.. parents.Select(p => lines[p[0]].Candidacy.ListPosition ?? 0)],
                parents,
                [.. parents.Select(p => p.Any(line => lines[line].Candidacy.Candidate.Length > 0))],
                [],
                [.. parents.SelectMany((p, holder) => p.Select(line => (line, holder)))]));
        }

        return new HolderTree(levels.ToImmutable(), kinds);
    }

    /// <summary>Adds up the votes of each holder on each level.</summary>
    /// <param name="lines">Votes by line.</param>
    /// <param name="votes">Votes by level and holder; overwritten.</param>
    public void Sum(ReadOnlySpan<long> lines, long[][] votes)
    {
        for (var level = votes.Length - 1; level >= 0; level--)
        {
            var sums = votes[level];
            Array.Clear(sums);
            foreach (var (line, holder) in Levels[level].Alone)
            {
                sums[holder] += lines[line];
            }

            if (level + 1 < votes.Length)
            {
                AddWithin(Levels[level].Within, votes[level + 1], sums);
            }
        }
    }

    /// <summary>The range of holders within one, on the level below.</summary>
    public Range Within(int level, int holder) => Levels[level].Within[holder]..Levels[level].Within[holder + 1];

    /// <summary>Whether nothing is shared within a holder: it is on the last level, or persons would be next and its ballot has none.</summary>
    public bool IsLast(int level, int holder) =>
        level + 1 == Levels.Length
        || Levels[level].Within[holder] == Levels[level].Within[holder + 1]
        || (kinds[level + 1] == Holder.Candidate && !Levels[level].Persons[holder]);

    /// <summary>Who sits for a holder that is shared no further: a person only where law or ballot leave no choice.</summary>
    /// <param name="level">The holder's level.</param>
    /// <param name="holder">The holder.</param>
    /// <param name="lines">The lines of the ballot.</param>
    /// <returns>The line itself where it is the only one and names what the law elects; else the list, with its party if it has but one.</returns>
    public Candidacy Seated(int level, int holder, ImmutableArray<CandidacyVotes> lines)
    {
        var own = Levels[level].Lines[holder].Select(l => lines[l].Candidacy).ToList();
        var first = own[0];
        if (kinds[level] == Holder.Candidate || (own.Count == 1 && (first.Candidate.Length == 0 || first.Kind == CandidacyKind.Independent)))
        {
            return first;
        }

        var parties = own.Where(c => c.Kind != CandidacyKind.ListVote).Select(c => c.Party).Distinct().ToList();
        var party = parties.Count == 1 ? parties[0] : "";
        return new Candidacy { Choice = $"{first.ListName}/{party}", District = first.District, List = first.ListName, Party = party };
    }

    static void AddWithin(int[] within, long[] below, long[] sums)
    {
        for (var holder = 0; holder < sums.Length; holder++)
        {
            for (var i = within[holder]; i < within[holder + 1]; i++)
            {
                sums[holder] += below[i];
            }
        }
    }

    /// <summary>A level once the one below it is known.</summary>
    static HolderLevel Above(HolderLevel level, int[] within, IEnumerable<int> below)
    {
        var counted = below.ToHashSet();
        return level with { Within = within, Alone = [.. level.Alone.Where(a => !counted.Contains(a.Line))] };
    }

    static IEnumerable<(string Name, int[] Lines)> Among(int[] members, ImmutableArray<CandidacyVotes> lines, Holder kind)
    {
        var groups = new Dictionary<string, List<int>>();
        foreach (var line in members.Where(m => kind == Holder.List || lines[m].Candidacy.Kind != CandidacyKind.ListVote))
        {
            var key = Key(lines[line].Candidacy, kind);
            if (!groups.TryGetValue(key, out var group))
            {
                groups.Add(key, group = []);
            }

            group.Add(line);
        }

        return groups.Values.Select(g => (NameOf(lines[g[0]].Candidacy, kind), g.ToArray()));
    }

    /// <summary>The name of the holder of a kind that a line of the ballot counts for.</summary>
    internal static string NameOf(Candidacy first, Holder kind) => kind switch
    {
        Holder.List => first.ListName,
        Holder.Subpact => first.Subpact.Length > 0 ? first.Subpact : HasParty(first) ? first.Party : first.Name,
        Holder.Party => first.Party.Length > 0 ? first.Party : first.ListName,
        _ => first.Name,
    };

    /// <summary>Whether a candidacy has a party: a person whose party is only a word for none is one of no party, and nobody's company.</summary>
    static bool HasParty(Candidacy candidacy) => candidacy.Party.Length > 0 && (candidacy.Candidate.Length == 0 || !IndependentWords.Are(candidacy.Party));

    /// <summary>A candidacy outside any list stays apart even from one of the same name.</summary>
    static string Key(Candidacy candidacy, Holder kind) => kind switch
    {
        Holder.List when candidacy.Kind == CandidacyKind.Independent => $"\0{candidacy.Choice}",
        Holder.List => candidacy.ListName,
        Holder.Subpact when candidacy.Subpact.Length > 0 => $"\0subpact\0{candidacy.ListName}\0{candidacy.Subpact}",
        Holder.Subpact => HasParty(candidacy) ? $"{candidacy.ListName}\0{candidacy.Party}" : $"\0{candidacy.Choice}",
        Holder.Party when candidacy.Party.Length > 0 => $"{candidacy.ListName}\0{candidacy.Party}",
        Holder.Party => candidacy.Kind == CandidacyKind.Independent ? $"\0{candidacy.Choice}" : $"\0{candidacy.ListName}",
        _ => candidacy.Choice,
    };

    /// <summary>Persons can be elected once; a line without a person stands for as many as it wins.</summary>
    static int CapacityOf(int[] members, ImmutableArray<CandidacyVotes> lines)
    {
        var persons = 0;
        foreach (var line in members.Select(m => lines[m].Candidacy).Where(c => c.Kind != CandidacyKind.ListVote))
        {
            if (line.Candidate.Length == 0)
            {
                return int.MaxValue;
            }

            persons++;
        }

        return persons == 0 ? int.MaxValue : persons;
    }
}
