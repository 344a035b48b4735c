using System.Collections.Immutable;
using Urna.Audit.Statements;
using Urna.Model;
using Urna.Validate;

namespace Urna.Audit.Plans;

/// <summary>A row of a manifest: where a box lies, and how many ballots it holds.</summary>
/// <param name="Batch">The box's name.</param>
/// <param name="Place">The place where it is kept, or the district.</param>
/// <param name="Ballots">Its ballots, ≥ 0.</param>
/// <param name="Row">The row of the file, from 1 with the header as row 1.</param>
public sealed record ManifestRow(string Batch, string Place, long Ballots, int Row);

/// <summary>Checks a manifest against roll and count before anything is drawn.</summary>
public static class Manifest
{
    /// <summary>The contest with the manifest's boxes, and what does not fit; a fault keeps it from being used.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="rows">The manifest.</param>
    /// <param name="file">The file, as findings name it.</param>
    /// <param name="needsVotes">Whether the votes of each box are needed, so that boxes must be the units of the count.</param>
    public static (AuditedContest Contest, ImmutableArray<Finding> Findings) Apply(AuditedContest contest, ImmutableArray<ManifestRow> rows, string file, bool needsVotes)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var units = contest.Boxes.ToDictionary(b => b.Id, StringComparer.Ordinal);
        var boxes = ImmutableArray.CreateBuilder<AuditBox>();
        foreach (var row in rows)
        {
            var unit = units.GetValueOrDefault(row.Batch);
            if ((unit?.District ?? contest.DistrictOf(row.Place)) is not { } district)
            {
                findings.Add(At(Codes.Finding("V107", LocalizedText.Say("v107.row-is-not-a-place-of-this-contest", ("row", row.Row), ("place", row.Place))), row, file, "place", row.Place, "a district, or a place within one"));
                continue;
            }

            if (unit is not null && unit.Ballots != row.Ballots)
            {
                findings.Add(At(Codes.Finding("V608", LocalizedText.Say("v608.row-box-holds-ballots-in-the-manifest", ("row", row.Row), ("box", row.Batch), ("ballots", row.Ballots), ("counted", unit.Ballots))), row, file, "ballots", $"{row.Ballots}", $"{unit.Ballots}"));
            }

            if (unit is null && needsVotes)
            {
                findings.Add(At(Codes.Finding("V603", LocalizedText.Say("v603.row-box-has-no-return-in-the-count", ("row", row.Row), ("box", row.Batch))), row, file, "batch", row.Batch, "a unit of the contest"));
            }

            boxes.Add((unit ?? new AuditBox(row.Batch, row.Place, district, row.Ballots, [])) with { Place = row.Place, Ballots = row.Ballots });
        }

        if (needsVotes)
        {
            var named = rows.Select(r => r.Batch).ToHashSet(StringComparer.Ordinal);
            findings.AddRange(contest.Boxes.Where(b => b.Ballots > 0 && !named.Contains(b.Id)).Select(b => Codes.Finding("V609", LocalizedText.Say("v609.the-count-has-a-return-of", ("box", b.Id))) with { File = file, Place = b.Id }));
        }

        findings.AddRange(Sums(contest, boxes, file));
        var sums = boxes.GroupBy(b => b.District).ToDictionary(g => g.Key, g => g.Sum(b => b.Ballots));
        var counted = new CountedVotes([.. contest.Counted.Districts.Select((d, i) => d with { Ballots = sums.GetValueOrDefault(i, d.Ballots), AllAreKnown = sums.ContainsKey(i) })]);
        return (contest with { Boxes = boxes.ToImmutable(), Counted = counted, HasManifest = true }, findings.ToImmutable());
    }

    /// <summary>Each district's ballots beside its votes and its roll: fewer than were counted, or more than people, cannot be.</summary>
    static IEnumerable<Finding> Sums(AuditedContest contest, IEnumerable<AuditBox> boxes, string file)
    {
        var sums = boxes.GroupBy(b => b.District).ToDictionary(g => g.Key, g => g.Sum(b => b.Ballots));
        var needed = contest.Statements.Statements.SelectMany(s => s.Scope).ToHashSet();
        foreach (var (i, district) in contest.Counted.Districts.Index().Where(d => needed.Contains(d.Index)))
        {
            var ballots = sums.GetValueOrDefault(i);
            var counted = Math.Max((district.Valid + contest.VotesPerBallot - 1) / contest.VotesPerBallot, district.AllAreKnown ? district.Ballots : 0);
            if (ballots < counted)
            {
                yield return Codes.Finding("V600", LocalizedText.Say("v600.the-manifest-holds-ballots-of-and", ("ballots", ballots), ("district", district.District), ("counted", counted))) with
                {
                    File = file, Place = district.District, Column = "ballots", Found = $"{ballots}", Expected = $"at least {counted}",
                };
            }
            else if (ballots > counted)
            {
                yield return Codes.Finding("V601", LocalizedText.Say("v601.the-manifest-holds-more-ballots-of", ("ballots", ballots), ("district", district.District), ("counted", counted))) with
                {
                    File = file, Place = district.District, Column = "ballots", Found = $"{ballots}", Expected = $"{counted}",
                };
            }

            if (contest.Votes.Districts[i].Registered is { } roll && ballots > roll)
            {
                yield return Codes.Finding("V602", LocalizedText.Say("v602.the-manifest-holds-ballots-of-whose", ("ballots", ballots), ("district", district.District), ("roll", roll))) with
                {
                    File = file, Place = district.District, Column = "ballots", Found = $"{ballots}", Expected = $"at most {roll}",
                };
            }
        }
    }

    static Finding At(Finding finding, ManifestRow row, string file, string column, string found, string expected) =>
        finding with { File = file, Row = row.Row, Column = column, Found = found, Expected = expected, Place = row.Place };
}
