using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Urna.Allocate.Account;
using Urna.Allocate.Lots;
using Urna.Allocate.Margins;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Allocate.Filling;

/// <summary>A district while its seats are filled: first among lists, then down to persons.</summary>
/// <remarks>Between the two, steps that look at several districts may change which lists take part and how many seats they have.</remarks>
sealed partial class DistrictDraft
{
    readonly HolderTree tree;
    readonly long[][] votes;
    readonly string[] keys;
    readonly long listVotes;
    readonly List<AllocationStep> steps = [];
    readonly List<Seat> elected = [];
    readonly NextPerson next;
    readonly bool exhaustible;
    BarredWith? sharedWith;
    (long? ToGain, long? ToLose)[] margins = [];
    int sharedSeats;

    /// <summary>Lays out a district.</summary>
    /// <param name="district">The district's votes.</param>
    /// <param name="sharing">The steps, each sharing the seats of the one before.</param>
    /// <param name="ties">Breaks ties.</param>
    public DistrictDraft(DistrictVotes district, ImmutableArray<SharingStep> sharing, TieBreaker ties)
        : this(district, sharing, ties, null, exhaustible: true)
    {
    }

    DistrictDraft(DistrictVotes district, ImmutableArray<SharingStep> sharing, TieBreaker ties, HolderTree? known, bool exhaustible)
    {
        AllVotes = district;
        District = district.ForOwnSeats;
        Sharing = sharing;
        Ties = ties;
        this.exhaustible = exhaustible;
        tree = known ?? District.Tree([.. sharing.Select(s => s.Holders)]);
        votes = [.. tree.Levels.Select(l => new long[l.Names.Length])];
        tree.Sum([.. District.Votes.Select(v => v.Votes)], votes);
        next = new NextPerson(tree, sharing, District.Votes, Claimants);
        Lists = sharing.IsEmpty ? [] : Claimants(0, 0..tree.Levels[0].Names.Length);
        listVotes = Lists.Sum(l => l.Votes);
        Held = new int[Lists.Length];
        Barred = new bool[Lists.Length];
        Seats = district.Seats;
        keys = new string[Lists.Length];
    }

    /// <summary>All votes cast in the district, also those that do not fill its own seats.</summary>
    public DistrictVotes AllVotes { get; }

    /// <summary>Whether it is a tier above other districts.</summary>
    public bool IsTier { get; set; }

    /// <summary>Who holds a seat in the districts below a tier, by person and list, with the district; empty unless it is a tier.</summary>
    public IReadOnlyDictionary<string, string> ElectedBelow { get; set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether a tier has votes of its own, and not only the sum of its districts'.</summary>
    public bool HasOwnVotes { get; init; } = true;

    /// <summary>What would have to be known to fill its seats.</summary>
    public ICollection<LocalizedText> Missing { get; } = [];

    /// <summary>What the first sharing knows of the district.</summary>
    public SharingContext Context => new(listVotes, listVotes, Seats) { Blank = AllVotes.Blank, Null = AllVotes.Null, Registered = AllVotes.Registered };

    /// <summary>The votes that fill the district's own seats.</summary>
    public DistrictVotes District { get; }

    /// <summary>The sharing steps of the law for this district.</summary>
    public ImmutableArray<SharingStep> Sharing { get; }

    /// <summary>Breaks ties.</summary>
    public TieBreaker Ties { get; }

    /// <summary>The holders of the first sharing, most votes first.</summary>
    public ImmutableArray<Claimant> Lists { get; private set; }

    /// <summary>Seats by list; overwritten by the sharing and by steps that look at several districts.</summary>
    public int[] Held { get; }

    /// <summary>Lists that take no part in the sharing, because they did not reach a threshold.</summary>
    public bool[] Barred { get; }

    /// <summary>Whom thresholds bar when a list's votes are changed; null where no threshold was applied before the lists were shared.</summary>
    public BarredWith? BarredWith { get; set; }

    /// <summary>Seats to fill.</summary>
    public int Seats { get; set; }

    /// <summary>The seats that were to be shared among the lists, whatever later steps made of them.</summary>
    public int SeatsToShare => HasShared ? sharedSeats : Seats;

    /// <summary>Whether the first sharing is already done by another step.</summary>
    public bool IsShared { get; set; }

    /// <summary>The lists that took part when the seats were shared; empty before.</summary>
    public ImmutableArray<bool> TookPart { get; private set; } = [];

    /// <summary>Whether the seats have been shared among the lists, so that a threshold that comes later does not touch them.</summary>
    public bool HasShared { get; private set; }

    /// <summary>Whether each list's margins follow from this district's sharing alone.</summary>
    public bool HasOwnMargins { get; set; } = true;

    /// <summary>What was done, in order.</summary>
    public ICollection<AllocationStep> Steps => steps;

    /// <summary>A line of the ballot behind a list.</summary>
    public Candidacy FirstLine(int list) => District.Votes[tree.Levels[0].Lines[Lists[list].Holder][0]].Candidacy;

    /// <summary>The lines of the ballot behind a list, with their votes.</summary>
    public IEnumerable<CandidacyVotes> Lines(int list) => tree.Levels[0].Lines[Lists[list].Holder].Select(l => District.Votes[l]);

    /// <summary>The number of the list with a key among <see cref="Lists"/>; −1 if it has no line here.</summary>
    public int IndexOf(string key)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            if (KeyOf(i) == key)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The numbers of the list, or of its parties or persons, with a key among <see cref="Lists"/>.</summary>
    public int[] IndexesOf(string key) => [.. Enumerable.Range(0, keys.Length).Where(i => KeyOf(i) == key)];

    /// <summary>The seats that a list holds here, also by its persons.</summary>
    public int HeldBy(string key)
    {
        var held = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            held += Held[i] > 0 && KeyOf(i) == key ? Held[i] : 0;
        }

        return held;
    }

    /// <summary>The votes that a share is a share of; null if not known.</summary>
    public long? BaseOf(VoteBase kind) => AllVotes.BaseOf(kind);

    /// <summary>Shares the seats among the lists that take part.</summary>
    public void ShareAmongLists()
    {
        if (Sharing.IsEmpty || IsShared || Missing.Count > 0 || Sharing[0] is SharedAboveStep)
        {
            return;
        }

        HasShared = true;

        // Thresholds of later steps do not touch this sharing.
        sharedWith = BarredWith;
        sharedSeats = Seats;
        TookPart = [.. Barred.Select(b => !b)];
        ImmutableArray<int> open = [.. Enumerable.Range(0, Lists.Length).Where(i => !Barred[i])];
        ShareWithin(open);

        if (Sharing[0] is LargestRemainderStep { IsOpenEnded: true })
        {
            Seats = Held.Sum();
        }
    }

    /// <summary>Shares each list's seats down to persons, and gives the account of the district.</summary>
    /// <remarks>Where something is missing nobody is seated: who would be may hang on it.</remarks>
    public DistrictAllocation Fill()
    {
        if (Missing.Count > 0)
        {
            return new DistrictAllocation(District.District, Seats, [], [], [], [.. steps], [.. Missing]);
        }

        var quotient = LastQuotient(Sharing.IsEmpty ? null : Sharing[0], Lists, Held);
        for (var i = 0; i < Lists.Length; i++)
        {
            Descend(0, Lists[i], Held[i], quotient);
        }

        return new DistrictAllocation(District.District, Seats, Standings(), Missing.Count > 0 ? [] : WithExhaustion(), Ties.Open, [.. steps], [.. Missing]) { Rivals = Rivals };
    }

    /// <summary>How the law breaks ties between holders.</summary>
    internal static IEnumerable<(TieRule, Func<int, long>?)> TieRules(
        SharingStep step, ImmutableArray<Claimant> holders, Func<int, long> nextPerson, Func<int, long> highest) =>
        step.Ties.Select(rule => (rule, rule switch
        {
            TieRule.MostVotes => i => holders[i].Votes,
            TieRule.MostPersonalVotes => nextPerson,
            TieRule.HighestPersonalVote => highest,
            TieRule.ListOrder => i => holders[i].Position == 0 ? long.MinValue : -holders[i].Position,
            _ => (Func<int, long>?)null,
        }));

    string KeyOf(int list) => keys[list] ??= ListTotals.KeyOf(FirstLine(list));

    /// <summary>The holders of a range, most votes first; equals stay in the order of the ballot.</summary>
    ImmutableArray<Claimant> Claimants(int level, Range range)
    {
        var holders = tree.Levels[level];
        var (start, count) = range.GetOffsetAndLength(holders.Names.Length);
        var claimants = new Claimant[count];
        for (var i = 0; i < count; i++)
        {
            var h = start + i;
            claimants[i] = new Claimant(holders.Names[h], votes[level][h], exhaustible ? holders.Capacities[h] : int.MaxValue, h, holders.Positions[h]);
            if (Sharing.Length > level && Sharing[level].NeedsPersons)
            {
                claimants[i] = claimants[i] with { Persons = [.. holders.Lines[h].Select(l => District.Votes[l]).Where(v => v.Candidacy is { Candidate.Length: > 0, Kind: not CandidacyKind.ListVote }).Select(v => v.Votes)] };
            }
        }

        claimants.AsSpan().Sort((a, b) => a.Votes == b.Votes ? a.Holder.CompareTo(b.Holder) : b.Votes.CompareTo(a.Votes));
        return ImmutableCollectionsMarshal.AsImmutableArray(claimants);
    }

    ImmutableArray<ListStanding> Standings()
    {
        if (!exhaustible || Sharing.IsEmpty)
        {
            return [];
        }

        margins = HasOwnMargins && !IsShared ? ListMargins.Of(Sharing[0], Lists, sharedSeats, Held, sharedWith) : new (long?, long?)[Lists.Length];
        var standings = new List<ListStanding>(Lists.Length);
        for (var i = 0; i < Lists.Length; i++)
        {
            // Persons of one list, and independents of one name, stand together; lists are already in the order of their votes.
            var name = FirstLine(i).ListName;
            var (gain, lose) = margins[i];
            var known = Sharing[0].Holders == Holder.List && FirstLine(i).Kind != CandidacyKind.Independent ? -1 : standings.FindIndex(l => l.List == name);
            if (known < 0)
            {
                standings.Add(new ListStanding(name, Lists[i].Votes, Held[i], gain, lose));
                continue;
            }

            var before = standings[known];
            standings[known] = new ListStanding(name, before.Votes + Lists[i].Votes, before.Seats + Held[i], Least(before.VotesToGain, gain), Least(before.VotesToLose, lose));
        }

        return [.. standings.OrderByDescending(l => l.Votes)];
    }

    static long? Least(long? a, long? b) => a is null || b < a ? b ?? a : a;
}
