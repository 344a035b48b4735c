using System.Collections.Immutable;
using Urna.Infer.Roll;
using Urna.Infer.Tables;
using Urna.Model;
using Urna.Validate;

namespace Urna.Infer;

/// <summary>The flows between two contests as a problem: everyone on the roll is in it once on each side.</summary>
/// <param name="From">The earlier contest.</param>
/// <param name="To">The later contest.</param>
/// <param name="Level">The level of the units.</param>
/// <param name="Roll">The two tables, and how their rolls were made to agree.</param>
/// <param name="Titles">Names for people of its rows and columns.</param>
/// <param name="LeftOut">Places of either contest that do not enter, because a count is missing or the other contest has no return there.</param>
public sealed record ContestTransfer(Contest From, Contest To, string Level, RollAccount Roll, TransferTitles Titles, ImmutableArray<LoneUnit> LeftOut)
{
    /// <summary>The name of people who cast a blank or null vote.</summary>
    public const string BlankOrNull = "blank-or-null";

    /// <summary>The name of people on the roll who did not vote.</summary>
    public const string Abstention = "abstention";

    /// <summary>The name of people who voted and whose group the source does not tell.</summary>
    public const string GroupUnknown = "group-unknown";

    /// <summary>The name of people who stand among the voters while no ballot of theirs was counted.</summary>
    public const string NoBallot = "no-ballot-counted";

    /// <summary>The title of the contest in which the groups of voters voted; null where there are none.</summary>
    public LocalizedText? VotedIn { get; init; }

    /// <summary>The two tables.</summary>
    public TransferProblem Problem => Roll.Problem;

    /// <summary>The name of people who did not vote in a contest whose voters are known by group.</summary>
    /// <param name="contest">The contest in which they did not vote.</param>
    public static string DidNotVoteIn(Contest contest) => $"did-not-vote-in-{contest.Id}";

    /// <summary>Whether both sides are the voters of one contest, so that nobody abstains.</summary>
    /// <param name="from">The earlier contest.</param>
    /// <param name="to">The later contest.</param>
    public static bool AreOfTheSameVoters(Contest from, Contest to) => (from.VotersOf ?? from.Id) == (to.VotersOf ?? to.Id) && from.Id != to.Id;

    /// <summary>Pairs the units of two contests; null if no unit states all it takes in both.</summary>
    /// <param name="from">The earlier contest.</param>
    /// <param name="to">The later contest.</param>
    /// <param name="election">Their election.</param>
    /// <param name="scenario">How the rolls are made to agree; net if null.</param>
    /// <exception cref="ArgumentException">The scenario does not fit the tables.</exception>
    /// <remarks>It takes the roll, votes cast and every choice; between voters of one contest, no roll.</remarks>
    public static ContestTransfer? Between(Contest from, Contest to, Election election, RollScenario? scenario = null) => Between(from, to, election, scenario, votesOnly: false);

    /// <summary>The same; with votes only, the later contest's ballots alone are its columns, and who cast none of them is left over.</summary>
    internal static ContestTransfer? Between(Contest from, Contest to, Election election, RollScenario? scenario, bool votesOnly)
    {
        var same = AreOfTheSameVoters(from, to);
        var earlier = new ContestSide(from, Voted(from, election), election.Places, !same);
        var later = new ContestSide(to, Voted(to, election), election.Places, !same && !votesOnly);
        var units = from.Returns.Select(u => u.Place).Where(p => earlier.Tables.ContainsKey(p) && later.Tables.ContainsKey(p)).ToImmutableArray();
        if (units.IsEmpty)
        {
            return null;
        }

        var kinds = new TransferKinds(KindOf(from), KindOf(to)) { Groups = from.VotersOf is null ? [] : [.. from.Candidacies.Select(c => c.Choice)] };
        var problem = new TransferProblem(earlier.Names, later.Names, units, Joined(units, earlier), Joined(units, later)) { Kinds = kinds };
        if (problem.InformedUnits == 0)
        {
            return null;
        }

        var (entry, exit) = same ? (Unpaired(from), Unpaired(to)) : (RollScenario.Entered, votesOnly ? NoBallot : RollScenario.Left);
        var usual = RollScenario.NetAs(Free(entry, earlier.Names), Free(exit, later.Names));
        var roll = RollBalance.Apply(problem, scenario is null || scenario.Kind == RollKind.Net ? usual : scenario);
        var titles = new TransferTitles(Titled(earlier, roll.Problem.RowNames), Titled(later, roll.Problem.ColumnNames));
        return new ContestTransfer(from, to, election.Places[units[0]].Level, roll, titles, LoneUnits(from, to, [.. units])) { VotedIn = (Voted(from, election) ?? Voted(to, election))?.Title };
    }

    /// <summary>What a reader must know of the pairing.</summary>
    public IEnumerable<Finding> Findings => [.. LoneUnit.Findings(LeftOut), .. GroupsOfVoters(From), .. GroupsOfVoters(To), .. Roll.Findings, .. Problem.Check.Findings];

    /// <summary>Says wherever groups are those of voters, not of the roll.</summary>
    IEnumerable<Finding> GroupsOfVoters(Contest contest)
    {
        if (contest.VotersOf is { } voted && !AreOfTheSameVoters(From, To))
        {
            yield return Codes.Finding("V524", LocalizedText.Say(
                "v524.the-groups-of-are-of-people", ("contest", contest.Title), ("votedIn", VotedIn ?? LocalizedText.Same(voted))));
        }
    }

    static GroupKind KindOf(Contest contest) => contest.VotersOf is null && contest.Kind != ContestKind.Voters ? GroupKind.Vote : contest.Groups;

    static Contest? Voted(Contest contest, Election election) => contest.VotersOf is { } voted ? election.Contest(voted) : null;

    /// <summary>The name, on a side, of people of the other side whom it does not show.</summary>
    static string Unpaired(Contest contest) => contest.VotersOf is null ? NoBallot : GroupUnknown;

    /// <summary>A name that no choice has.</summary>
    static string Free(string name, ImmutableArray<string> taken) => taken.Contains(name) ? Free(name + "*", taken) : name;

    static ImmutableArray<LocalizedText> Titled(ContestSide side, ImmutableArray<string> names) =>
        [.. side.Titles, .. names.Skip(side.Titles.Length).Select(TransferTitles.Of)];

    static long[] Joined(ImmutableArray<string> units, ContestSide side)
    {
        var counts = new List<long>(units.Length * side.Names.Length);
        foreach (var unit in units)
        {
            counts.AddRange(side.Tables[unit]);
        }

        return [.. counts];
    }

    static ImmutableArray<LoneUnit> LoneUnits(Contest earlier, Contest later, HashSet<string> entered) =>
    [
        .. from unit in earlier.Returns.Concat(later.Returns)
           where !entered.Contains(unit.Place)
           group unit by unit.Place into lone
           select new LoneUnit(lone.Key, lone.Max(u => u.Counts.Registered ?? u.Counts.Cast ?? UnitCounts.SumOfChoices(u)), OfContest: true),
    ];
}

/// <summary>The estimated flows between two contests.</summary>
/// <param name="Transfer">The two contests as a problem.</param>
/// <param name="Inference">The estimate, and how far to believe it.</param>
public sealed record ContestFlow(ContestTransfer Transfer, Inference Inference)
{
    /// <summary>What a reader must know of the pairing and of the estimate.</summary>
    public IEnumerable<Finding> Findings => Transfer.Findings.Concat(Inference.Findings(Transfer.Titles));
}
