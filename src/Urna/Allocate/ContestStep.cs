using System.Collections.Immutable;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate;

/// <summary>A step that looks at several districts together.</summary>
/// <remarks>
/// Those before the first sharing step of a law decide who takes part and how many seats there are; those after it
/// may give or move seats of lists, before these go down to parties and persons.
/// </remarks>
public abstract record ContestStep : RuleStep
{
    /// <summary>Changes the districts' drafts, and writes down what it did.</summary>
    /// <param name="contest">The districts while their seats are filled.</param>
    internal abstract void Apply(ContestDraft contest);
}

/// <summary>A contest while its seats are filled.</summary>
/// <param name="votes">The votes.</param>
/// <param name="districts">Its districts whose seats are shared among lists.</param>
sealed class ContestDraft(ContestVotes votes, ImmutableArray<DistrictDraft> districts)
{
    /// <summary>The district that stands for the whole territory in files.</summary>
    public const string NationalTier = "*";

    /// <summary>The votes.</summary>
    public ContestVotes Votes { get; } = votes;

    /// <summary>Breaks ties over the seats of the whole territory, by the lots drawn for <see cref="NationalTier"/>.</summary>
    public TieBreaker Territory { get; } = new(NationalTier, votes.Lots);

    /// <summary>The districts, without the national tier.</summary>
    public ImmutableArray<DistrictDraft> Districts { get; } = [.. districts.Where(d => d.District.District != NationalTier)];

    /// <summary>The national tier; null where the contest has none.</summary>
    public DistrictDraft? National { get; } = districts.FirstOrDefault(d => d.District.District == NationalTier);

    /// <summary>All of them, in order.</summary>
    public ImmutableArray<DistrictDraft> All { get; } = districts;

    /// <summary>What keeps the seats from being filled.</summary>
    public ICollection<Finding> Faults { get; } = [];

    /// <summary>The districts that a step is for: those it names, or all but the national tier.</summary>
    public ImmutableArray<DistrictDraft> For(RuleStep step)
    {
        var names = step.Districts.Select(FoldedName.Of).ToHashSet();
        return names.Count == 0 ? Districts : [.. All.Where(d => names.Contains(FoldedName.Of(d.District.District)))];
    }

    /// <summary>Votes by list over some districts, most first; a candidacy outside lists counts alone.</summary>
    public static ImmutableArray<(string List, long Votes)> VotesByList(IEnumerable<DistrictDraft> districts) =>
    [
        .. districts.SelectMany(d => d.Lists).GroupBy(l => l.Name).Select(g => (g.Key, g.Sum(l => l.Votes))).OrderByDescending(l => l.Item2),
    ];
}
