using System.Collections.Immutable;
using System.Globalization;
using Urna.Audit;
using Urna.Audit.Plans;
using Urna.Model;
using Urna.Store.Csv;
using Urna.Validate;

namespace Urna.Store.Audits;

/// <summary>Reads the files of an audit: manifest, sheets, records and expected errors.</summary>
/// <remarks><c>docs/audit.md</c> describes them.</remarks>
public static class AuditFiles
{
    static readonly CsvFile.Columns manifestColumns = new(["batch", "place", "ballots"], []);
    static readonly CsvFile.Columns sheetColumns = new(["id", "choice", "votes"], ["reported"]);
    static readonly CsvFile.Columns errorColumns = new(["kind", "rate"], []);
    static readonly string[] kinds = ["one-over", "two-over", "one-under", "two-under"];

    /// <summary>Reads a manifest: each box once.</summary>
    /// <param name="path">The file: <c>batch,place,ballots</c>.</param>
    public static ReadResult<IReadOnlyList<ManifestRow>> Manifest(string path)
    {
        var (faults, rows, seen) = (new FaultLog(), new List<ManifestRow>(), new HashSet<string>(StringComparer.Ordinal));
        CsvFile.Read(path, Path.GetFileName(path), manifestColumns, faults, row =>
        {
            if (row.Required("batch") is { } batch && row.Count("ballots") is { } ballots)
            {
                if (!seen.Add(batch))
                {
                    row.Fault("V106", LocalizedText.Say("v106.row-the-box-stands-twice", ("row", row.Row), ("batch", batch)), "batch", batch, "each box once");
                }

                rows.Add(new ManifestRow(batch, row.Text("place"), ballots, row.Row));
            }
        });
        if (rows.Count == 0 && !faults.HasFaults)
        {
            faults.Add("V115", LocalizedText.Say("v115.the-manifest-has-no-box", ("file", Path.GetFileName(path))), Path.GetFileName(path), expected: "a row for each box");
        }

        return faults.Result<IReadOnlyList<ManifestRow>>(() => rows);
    }

    /// <summary>Reads sheets, with what the machine made of each where the file says it.</summary>
    /// <param name="path">The file: <c>id,choice,votes</c>, and optionally <c>reported</c>.</param>
    public static ReadResult<AuditSheets> Sheets(string path)
    {
        var (faults, rows, reported) = (new FaultLog(), ImmutableArray.CreateBuilder<SheetRow>(), ImmutableArray.CreateBuilder<SheetRow>());
        CsvFile.Read(path, Path.GetFileName(path), sheetColumns, faults, row =>
        {
            if (row.Required("id") is { } id && row.Required("choice") is { } choice && row.Count("votes") is { } votes)
            {
                rows.Add(new SheetRow(id, choice, votes, row.Row));
                if (row.CountOrNone("reported") is { } record)
                {
                    reported.Add(new SheetRow(id, choice, record, row.Row));
                }
            }
        });
        return faults.Result(() => new AuditSheets(rows.ToImmutable(), reported.ToImmutable()));
    }

    /// <summary>Reads when units came in.</summary>
    /// <param name="path">The file: <c>place,time</c>, a number that grows or an ISO time.</param>
    public static ReadResult<IReadOnlyDictionary<string, double>> Arrivals(string path)
    {
        var (faults, times) = (new FaultLog(), new Dictionary<string, double>());
        CsvFile.Read(path, Path.GetFileName(path), new(["place", "time"], []), faults, row =>
        {
            var (place, text) = (row.Required("place"), row.Text("time"));
            double? time = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
                : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.ToUnixTimeMilliseconds() : null;
            if (time is null)
            {
                row.Fault("V118", LocalizedText.Say("v118.row-is-not-a-time", ("row", row.Row), ("text", text)), "time", text, "a number, or a time as 2021-11-21T19:30:00Z");
            }
            else if (place is not null && !times.TryAdd(place, time.Value))
            {
                row.Fault("V106", LocalizedText.Say("v106.row-the-unit-stands-twice", ("row", row.Row), ("place", place)), "place", place, "each unit once");
            }
        });
        return faults.Result<IReadOnlyDictionary<string, double>>(() => times);
    }

    /// <summary>Reads how often ballots, or boxes, are expected to be misread.</summary>
    /// <param name="path">The file: <c>kind,rate</c>, with the kinds one-over, two-over, one-under and two-under.</param>
    public static ReadResult<ErrorRates> Errors(string path)
    {
        var (faults, rates) = (new FaultLog(), new Dictionary<string, double>());
        CsvFile.Read(path, Path.GetFileName(path), errorColumns, faults, row =>
        {
            var (kind, text) = (row.Text("kind"), row.Text("rate"));
            if (!kinds.Contains(kind))
            {
                row.Fault("V110", LocalizedText.Say("v110.row-is-not-a-kind-of-error", ("row", row.Row), ("kind", kind)), "kind", kind, string.Join(", ", kinds));
            }
            else if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) || rate is not (>= 0 and <= 1))
            {
                row.Fault("V110", LocalizedText.Say("v110.row-is-not-a-rate", ("row", row.Row), ("text", text)), "rate", text, "a number from 0 to 1, such as 0.001");
            }
            else if (!rates.TryAdd(kind, rate))
            {
                row.Fault("V106", LocalizedText.Say("v106.row-the-kind-stands-twice", ("row", row.Row), ("kind", kind)), "kind", kind, "each kind once");
            }
        });
        return faults.Result(() => new ErrorRates(rates.GetValueOrDefault(kinds[0]), rates.GetValueOrDefault(kinds[1]), rates.GetValueOrDefault(kinds[2]), rates.GetValueOrDefault(kinds[3])));
    }
}

/// <summary>The rows of sheets.</summary>
/// <param name="Rows">What people read or counted.</param>
/// <param name="Reported">What the machine made of the same, where the file says it.</param>
public sealed record AuditSheets(ImmutableArray<SheetRow> Rows, ImmutableArray<SheetRow> Reported);
