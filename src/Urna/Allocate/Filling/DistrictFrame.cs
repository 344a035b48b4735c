using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Allocate.Filling;

/// <summary>What does not change of a district while its seats are filled: its votes, its ballot and its steps.</summary>
sealed class DistrictFrame
{
    readonly long[][] votes;
    readonly OtherCounts others;
    readonly bool exhaustible;

    /// <summary>Lays out a district.</summary>
    /// <param name="district">The district's votes.</param>
    /// <param name="sharing">The steps, each sharing the seats of the one before.</param>
    public DistrictFrame(DistrictVotes district, ImmutableArray<SharingStep> sharing)
        : this(district, sharing, null, exhaustible: true)
    {
    }

    DistrictFrame(DistrictVotes district, ImmutableArray<SharingStep> sharing, HolderTree? known, bool exhaustible)
    {
        AllVotes = district;
        others = new(district.Blank, district.Null, district.Registered);
        District = district.ForOwnSeats;
        Sharing = sharing;
        this.exhaustible = exhaustible;
        Tree = known ?? District.Tree([.. sharing.Select(s => s.Holders)]);
        votes = [.. Tree.Levels.Select(l => new long[l.Names.Length])];
        Tree.Sum([.. District.Votes.Select(v => v.Votes)], votes);
        Next = new NextPerson(Tree, sharing, District.Votes, Claimants);
        Lists = sharing.IsEmpty ? [] : Claimants(0, 0..Tree.Levels[0].Names.Length);
        ListVotes = Lists.Sum(l => l.Votes);
    }

    /// <summary>All votes cast in the district, also those that do not fill its own seats.</summary>
    public DistrictVotes AllVotes { get; }

    /// <summary>The votes that fill the district's own seats.</summary>
    public DistrictVotes District { get; }

    /// <summary>The district's name.</summary>
    public string Name => District.District;

    /// <summary>The sharing steps of the law for this district.</summary>
    public ImmutableArray<SharingStep> Sharing { get; }

    /// <summary>Who holds whom on its ballot.</summary>
    public HolderTree Tree { get; }

    /// <summary>Who would take a holder's next seat.</summary>
    public NextPerson Next { get; }

    /// <summary>The holders of the first sharing as counted, most votes first.</summary>
    public ImmutableArray<Claimant> Lists { get; }

    /// <summary>The votes of all of them.</summary>
    public long ListVotes { get; }

    /// <summary>Whether it is a tier above other districts.</summary>
    public bool IsTier { get; init; }

    /// <summary>Whether a tier has votes of its own, and not only the sum of its districts'.</summary>
    public bool HasOwnVotes { get; init; } = true;

    /// <summary>Whether a holder fills no more seats than it has persons; otherwise the district is only thought of.</summary>
    public bool IsExhaustible => exhaustible;

    /// <summary>The keys under which the holders of the first sharing are lists in all districts.</summary>
    ImmutableArray<string> Keys => field.IsDefault ? field = [.. Enumerable.Range(0, Lists.Length).Select(i => ListTotals.KeyOf(FirstLine(i)))] : field;

    /// <summary>The same district if no holder ran out of persons.</summary>
    public DistrictFrame Inexhaustible() => new(AllVotes, Sharing, Tree, exhaustible: false) { IsTier = IsTier, HasOwnVotes = HasOwnVotes };

    /// <summary>What the first sharing knows of the district.</summary>
    /// <param name="seats">Its seats.</param>
    public SharingContext Context(int seats) => new(ListVotes, ListVotes, seats) { Others = others };

    /// <summary>The votes that a share is a share of; null if not known.</summary>
    public long? BaseOf(VoteBase kind) => AllVotes.BaseOf(kind);

    /// <summary>A line of the ballot behind a list.</summary>
    public Candidacy FirstLine(int list) => LineOf(0, Lists[list]);

    /// <summary>A line of the ballot behind a holder.</summary>
    public Candidacy LineOf(int level, Claimant holder) => District.Votes[Tree.Levels[level].Lines[holder.Holder][0]].Candidacy;

    /// <summary>The lines of the ballot behind a list, with their votes.</summary>
    public IEnumerable<CandidacyVotes> Lines(int list) => Tree.Levels[0].Lines[Lists[list].Holder].Select(l => District.Votes[l]);

    /// <summary>The key under which a list is one in all districts.</summary>
    public string KeyOf(int list) => Keys[list];

    /// <summary>The number of the list with a key; −1 if it has no line here.</summary>
    public int IndexOf(string key) => Keys.IndexOf(key);

    /// <summary>The numbers of the list, or of its parties or persons, with a key.</summary>
    public int[] IndexesOf(string key) => [.. Enumerable.Range(0, Lists.Length).Where(i => Keys[i] == key)];

    /// <summary>The holders of a range, most votes first; equals stay in the order of the ballot.</summary>
    public ImmutableArray<Claimant> Claimants(int level, Range range)
    {
        var holders = Tree.Levels[level];
        var (start, count) = range.GetOffsetAndLength(holders.Names.Length);
        var claimants = new Claimant[count];
        for (var i = 0; i < count; i++)
        {
            var h = start + i;
            claimants[i] = new Claimant(holders.Names[h], votes[level][h], exhaustible ? holders.Capacities[h] : int.MaxValue, h, holders.Positions[h]);
            if (Sharing.Length > level && Sharing[level].NeedsPersons)
            {
                claimants[i] = claimants[i] with
                {
                    Persons = [.. holders.Lines[h].Select(l => District.Votes[l]).Where(v => v.Candidacy is { Candidate.Length: > 0, Kind: not CandidacyKind.ListVote }).Select(v => v.Votes)],
                };
            }
        }

        claimants.AsSpan().Sort((a, b) => a.Votes == b.Votes ? a.Holder.CompareTo(b.Holder) : b.Votes.CompareTo(a.Votes));
        return ImmutableCollectionsMarshal.AsImmutableArray(claimants);
    }

    /// <summary>The level of a kind of holder; −1 if no step shares among them.</summary>
    public int LevelOf(Holder holders)
    {
        for (var level = 0; level < Sharing.Length; level++)
        {
            if (Sharing[level].Holders == holders)
            {
                return level;
            }
        }

        return -1;
    }
}
