using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge;

/// <summary>Where a figure comes from: the command that shows it, and the rows of tables.</summary>
sealed partial class Measuring
{
    string Folder(Election election) => Quoted(store.PathOf(election));

    string CountQuery(Election election, Contest contest, string? place)
    {
        var at = PlacesOf(place).FirstOrDefault(p => election.Places.Contains(p) && p != election.Places.Root.Id) ?? BallotOf(election, contest, place).District;
        var level = at is null ? "" : $" --by {Quoted(election.Places[at].Level)}";
        return $"urna count {Folder(election)} --contest {Quoted(contest.Id)}{level}{string.Concat(terms.Without.Where(election.Places.Contains).Select(w => $" --without {Quoted(w)}"))}";
    }

    string SeatsQuery(Election election, Contest contest, bool explain = false) =>
        $"urna seats {Folder(election)} --contest {Quoted(contest.Id)}{(explain ? " --explain" : "")}";

    string PowerQuery(Election election, string chamber) => $"urna power {Folder(election)} --chamber {Quoted(chamber)}{(IsOfLists(election) ? " --by list" : "")}";

    string QuorumQuery(Election election, DateOnly date) =>
        IsOfLists(election) ? $"urna power {Folder(election)} {Coalition} --date {date:yyyy-MM-dd}" : $"urna power {Folder(election)} --passes --date {date:yyyy-MM-dd}";

    /// <summary>The names with commas between them; each in an option of its own where one has a comma or a quote itself.</summary>
    string Coalition => Of.Any(n => n.Contains(',', StringComparison.Ordinal) || n.Contains('"', StringComparison.Ordinal))
        ? string.Join(' ', Of.Select(n => $"--coalition {Quoted(n)}"))
        : $"--coalition {Quoted(string.Join(',', Of))}";

    /// <summary>Whether every name is that of a list of the chambers.</summary>
    bool IsOfLists(Election election) => Of.All(n => election.Members.Any(m => Same(n, m.List) && m.Kind != MemberKind.Independent));

    /// <summary>A word as a shell takes it.</summary>
    static string Quoted(string word) => word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '+')
        ? word
        : $"\"{string.Concat(word.Select(c => c is '"' or '\\' or '$' or '`' ? $"\\{c}" : $"{c}"))}\"";

    /// <summary>The rows of the results that a measure looks at.</summary>
    ImmutableArray<SourceRows> RowsOf(Measure measure, Election election, Contest contest, string? place)
    {
        if (contest.ResultsFile.Length == 0 || PlacesOf(place).Any(p => !election.Places.Contains(p)) || measure == Measure.Date)
        {
            return [];
        }

        if (measure is Measure.Seats or Measure.SeatShare or Measure.Majority or Measure.Elected or Measure.Outcome or Measure.Bias)
        {
            return [WholeTable(election, contest)];
        }

        var isCounted = measure == Measure.Rank ? _ => true : Counted(contest);
        var isCompared = (Candidacy c) => isCounted(c) || (measure == Measure.Margin && Is(c, terms.Than));
        var part = measure switch
        {
            Measure.Turnout or Measure.Abstention => "cast",
            Measure.Votes => Of is [var total] ? total : "",
            Measure.Share => BaseWord,
            Measure.Margin => terms.InVotes ? "" : BaseWord,
            _ => "",
        };
        var ballot = BallotOf(election, contest, place).District;
        var rows = Kept(election, contest, ballot is not null ? [ballot] : PlacesOf(place)).SelectMany(unit => Rows(unit, contest, isCompared, part)
            .Concat(measure is Measure.Turnout or Measure.Abstention ? [Row(unit, "registered")] : []));
        return [new SourceRows(election.Id, contest.ResultsFile, [.. rows.Where(r => r > 0).Distinct().Order()])];
    }

    string BaseWord => terms.Base switch { ShareBase.Cast => "cast", ShareBase.Registered => "registered", _ => "valid" };

    /// <summary>The rows of a unit's choices, and of a total: as it is stated, or else those of its parts.</summary>
    static IEnumerable<int> Rows(PollingStationReturn unit, Contest contest, Func<Candidacy, bool> isCounted, string total)
    {
        var isStated = Row(unit, total) > 0 && total != "valid";
        var wholeBallot = total == "valid" || (total == "cast" && !isStated);
        var parts = total != "cast" || isStated ? [total] : new[] { "blank", "null", "blank-or-null" };
        return unit.Votes.Where(v => wholeBallot || isCounted(contest.Candidacies[v.Choice])).Select(v => v.Row).Concat(parts.Select(p => Row(unit, p)));
    }

    static int Row(PollingStationReturn unit, string reserved)
    {
        var at = ReportedCounts.ReservedChoices.IndexOf(reserved);
        return at >= 0 && at < unit.CountRows.Length ? unit.CountRows[at] : 0;
    }

    static SourceRows WholeTable(Election election, Contest contest) => new(
        election.Id, contest.ResultsFile, [.. contest.Returns.SelectMany(u => u.Votes.Select(v => v.Row).Concat(u.CountRows)).Where(r => r > 0).Order()]);

    static ImmutableArray<SourceRows> MemberRows(Election election, ImmutableArray<string> chambers) => election.MembersFile.Length == 0 ? []
        : [new(election.Id, election.MembersFile, [.. election.Members.Where(m => chambers.Any(c => Same(c, m.Chamber)) && m.Row > 0).Select(m => m.Row)])];

    /// <summary>Whether a source is of the members: no contest names it.</summary>
    static bool IsOfMembers(Source source, Election election) =>
        election.Contests.All(c => c.Sources.IsEmpty) || election.Contests.All(c => !c.Sources.Contains(source.Id));
}
