using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Validate;

namespace Urna.Audit.Plans;

/// <summary>A row of the sheets: what was read on a ballot, or counted in a box, for one choice.</summary>
/// <param name="Id">The ballot or box.</param>
/// <param name="Choice">The choice, <c>blank</c> or <c>null</c>.</param>
/// <param name="Votes">The votes, ≥ 0.</param>
/// <param name="Row">The row of the file, from 1 with the header as row 1.</param>
public sealed record SheetRow(string Id, string Choice, long Votes, int Row);

/// <summary>Reads sheets against a plan: every sheet is of what was drawn, of this contest, once, and holds no more votes than ballots.</summary>
/// <param name="contests">The contests that are audited.</param>
/// <param name="plan">The plan.</param>
/// <param name="file">The file, as findings name it.</param>
public sealed class SheetReading(ImmutableArray<AuditedContest> contests, AuditPlan plan, string file)
{
    readonly List<Finding> findings = [];
    readonly Dictionary<string, AuditBox> boxes = contests.SelectMany(c => c.Boxes).GroupBy(b => b.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    readonly HashSet<string> drawn = plan.Draws.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
    readonly Dictionary<(int Contest, int District), Dictionary<string, int>> names = [];

    /// <summary>The sheets by contest and id, and what is wrong with them.</summary>
    /// <param name="rows">The rows, in the order of the file.</param>
    public (ImmutableArray<Dictionary<string, AuditSheet>> Sheets, ImmutableArray<Finding> Findings) Read(ImmutableArray<SheetRow> rows)
    {
        var sheets = contests.Select(_ => new Dictionary<string, AuditSheet>(StringComparer.Ordinal)).ToImmutableArray();
        var isBox = plan.Settings.Method == AuditMethod.BatchComparison;
        var told = rows.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);

        // Sheets of everything are a full count by hand, whatever was drawn.
        var isFull = isBox ? boxes.Keys.All(told.Contains) : told.Count >= boxes.Values.Sum(b => b.Ballots);
        foreach (var sheet in rows.GroupBy(r => r.Id, StringComparer.Ordinal))
        {
            var first = sheet.First();
            if (Box(sheet.Key, isBox) is not { } box)
            {
                Fault("V603", first, "id", sheet.Key, "a name of the manifest", LocalizedText.Say("v603.row-is-not-in-the-manifest", ("row", first.Row), ("id", sheet.Key)));
            }
            else if (!isFull && !drawn.Contains(sheet.Key))
            {
                Fault("V607", first, "id", sheet.Key, "one that was drawn", LocalizedText.Say("v607.row-was-not-drawn-draws-n", ("row", first.Row), ("id", sheet.Key)));
            }
            else
            {
                for (var c = 0; c < contests.Length; c++)
                {
                    Read(c, box, [.. sheet], isBox, sheets[c]);
                }
            }
        }

        return (sheets, [.. findings]);
    }

    /// <summary>The box of a name: itself, or that of a ballot whose number it has.</summary>
    AuditBox? Box(string id, bool isBox)
    {
        if (boxes.TryGetValue(id, out var own) && (isBox || own.Ballots == 1))
        {
            return own;
        }

        var slash = id.LastIndexOf('/');
        return !isBox && slash > 0 && boxes.TryGetValue(id[..slash], out var box) && long.TryParse(id.AsSpan(slash + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= box.Ballots ? box : null;
    }

    /// <summary>The reserved choice that a sheet's word means, however it is spelled.</summary>
    static string? Reserved(string choice) => FoldedName.Of(choice) switch
    {
        var word when word == FoldedName.Of("blank") => "blank",
        var word when word == FoldedName.Of("null") => "null",
        _ => null,
    };

    void Read(int number, AuditBox of, ImmutableArray<SheetRow> rows, bool isBox, Dictionary<string, AuditSheet> sheets)
    {
        var contest = contests[number];
        var box = contests.Length == 1 ? of : contest.Boxes.FirstOrDefault(b => b.Id == of.Id);
        if (box is null)
        {
            return;
        }

        var known = Names(number, box.District);
        var (lines, counts) = (new long?[contest.Votes.Districts[box.District].Votes.Length], new Dictionary<string, long>());
        foreach (var row in rows)
        {
            var key = FoldedName.Of(row.Choice);
            if (known.TryGetValue(row.Choice, out var line) || known.TryGetValue(key, out line))
            {
                if (lines[line] is not null)
                {
                    Fault("V605", row, "choice", row.Choice, "each choice once", LocalizedText.Say("v605.row-of-stands-twice", ("row", row.Row), ("choice", row.Choice), ("id", row.Id)));
                }

                lines[line] = row.Votes;
            }
            else if (Reserved(row.Choice) is { } reserved)
            {
                if (!counts.TryAdd(reserved, row.Votes))
                {
                    Fault("V605", row, "choice", row.Choice, "each choice once", LocalizedText.Say("v605.row-of-stands-twice", ("row", row.Row), ("choice", row.Choice), ("id", row.Id)));
                }
            }
            else if (contests.Length == 1 || !contests.Index().Any(c => c.Index != number && c.Item.Boxes.FirstOrDefault(b => b.Id == of.Id) is { } other && Names(c.Index, other.District) is var theirs && (theirs.ContainsKey(row.Choice) || theirs.ContainsKey(key))))
            {
                Fault("V606", row, "choice", row.Choice, "a choice of the box's ballot, blank or null", LocalizedText.Say("v606.row-is-not-on-the-ballot", ("row", row.Row), ("choice", row.Choice), ("district", contest.Votes.Districts[box.District].District)));
            }
        }

        var (most, sum) = (isBox ? box.Ballots * contest.VotesPerBallot : contest.VotesPerBallot, lines.Sum(l => l ?? 0) + counts.Values.Sum());
        if (sum > most || lines.Any(l => l > (isBox ? box.Ballots : 1)))
        {
            Fault("V604", rows[^1], "votes", $"{sum}", $"at most {most}", LocalizedText.Say("v604.row-has-votes-it-holds-ballots", ("row", rows[^1].Row), ("id", rows[0].Id), ("votes", sum), ("ballots", isBox ? box.Ballots : 1)));
        }
        else if (isBox && sum < most && Array.FindIndex(lines, l => l is null) is >= 0 and var absent)
        {
            var name = contest.Votes.Districts[box.District].Votes[absent].Candidacy.Name;
            Fault("V610", rows[^1], "choice", "", name, LocalizedText.Say("v610.row-says-nothing-of-and-of", ("row", rows[^1].Row), ("id", rows[0].Id), ("name", name), ("ballots", most - sum)));
        }

        sheets[rows[0].Id] = new(rows[0].Id, box.District, [.. lines.Select(l => l ?? 0)], counts.GetValueOrDefault("blank"), counts.GetValueOrDefault("null"));
    }

    /// <summary>The lines of a district's ballot by id, and by name where only one has it.</summary>
    Dictionary<string, int> Names(int contest, int district)
    {
        if (names.TryGetValue((contest, district), out var known))
        {
            return known;
        }

        known = [];
        ImmutableArray<CandidacyVotes> lines = contests[contest].Votes.Districts[district].Votes;
        var isPlain = contests[contest].Id.Length == 0;
        var named = lines.Index().SelectMany(l => new[] { isPlain ? "" : l.Item.Candidacy.Choice, FoldedName.Of(l.Item.Candidacy.Name), FoldedName.Of(l.Item.Candidacy.ListName), FoldedName.Of($"{l.Item.Candidacy.ListName}/{l.Item.Candidacy.Party}/{l.Item.Candidacy.Candidate}") }.Distinct().Select(n => (Name: n, l.Index)));
        foreach (var group in named.Where(n => n.Name.Length > 0).GroupBy(n => n.Name, StringComparer.Ordinal).Where(g => g.Select(n => n.Index).Distinct().Count() == 1))
        {
            known[group.Key] = group.First().Index;
        }

        return names[(contest, district)] = known;
    }

    void Fault(string code, SheetRow row, string column, string found, string expected, LocalizedText sentence) =>
        findings.Add(Codes.Finding(code, sentence) with { File = file, Row = row.Row, Column = column, Found = found, Expected = expected });
}
