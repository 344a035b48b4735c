using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Urna.Forecast;
using Urna.Model;
using Urna.Store.Csv;

namespace Urna.Store.Nights;

/// <summary>Tables of recorded nights, each read as what it is: which column is the place, which the choice, what is a subtotal.</summary>
public static partial class NightFormats
{
    /// <summary>A source's tables, by name.</summary>
    static readonly Dictionary<string, Action<string, NightTableDraft, FaultLog>> formats = new(StringComparer.Ordinal)
    {
        ["cl-servel-live"] = Servel,
        ["no-valg"] = Norway,
        ["bo-trep"] = Bolivia,
        ["pe-onpe-results"] = PeruVotes,
        ["pe-onpe-summary"] = PeruStatus,
        ["us-ca-sos"] = California,
        ["us-la-county"] = LosAngeles,
        ["us-wi-wards"] = Wisconsin,
        ["mx-quick-count"] = Mexico,
    };

    /// <summary>The names of the formats.</summary>
    public static ImmutableArray<string> Names { get; } = [.. formats.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Reads tables of one format.</summary>
    /// <param name="format">One of <see cref="Names"/>.</param>
    /// <param name="root">What the place that contains all is called.</param>
    /// <param name="files">The files.</param>
    public static ReadResult<NightTable> Read(string format, string root, params IEnumerable<string> files)
    {
        var faults = new FaultLog();
        var draft = new NightTableDraft(root);
        foreach (var file in files)
        {
            formats[format](file, draft, faults);
        }

        return faults.Result(draft.Table);
    }

    static void Each(string file, FaultLog faults, Action<CsvRow> take) => CsvFile.Read(file, Path.GetFileName(file), null, faults, take);

    static DateTimeOffset? Time(CsvRow row, string column)
    {
        if (NightTime.Parse(row.Text(column)) is { } time)
        {
            return time;
        }

        row.Fault("V118", LocalizedText.Say("v118.in-is-not-a-time", ("text", row.Text(column)), ("key", column)), column, row.Text(column), "ISO 8601");
        return null;
    }

    /// <summary>Chile: lines of the official live page. A line with a letter is a pact's subtotal.</summary>
    static void Servel(string file, NightTableDraft draft, FaultLog faults) => Each(file, faults, row =>
    {
        if (Time(row, "snapshot") is not { } time || row.Count("mesas_totales") is not { } of || of == 0 || row.Count("mesas_escrutadas") is not { } counted)
        {
            return;
        }

        var place = draft.Place(("commune", row.Text("comuna")));
        draft.Status(time, place, VoteType.All, counted == 0 ? CountStatus.NotCounted : counted < of ? CountStatus.Partial : CountStatus.Counted, counted, of, null);
        if (char.IsAsciiDigit(row.Text("fila").FirstOrDefault()) && row.Count("votos") is { } votes)
        {
            draft.Vote(time, place, VoteType.All, row.Text("fila"), votes);
        }
    });

    /// <summary>Norway: votes of an entity with those in advance, or its state. <c>Andre</c> is a subtotal; blank ballots are not valid.</summary>
    static void Norway(string file, NightTableDraft draft, FaultLog faults) => Each(file, faults, row =>
    {
        if (Time(row, "report_time") is not { } time)
        {
            return;
        }

        var place = NorwegianPlace(draft, row.Text("entity"), row.Columns.Contains("name") ? row.Text("name") : "");
        if (row.Columns.Contains("electors"))
        {
            draft.Status(time, place, VoteType.All, CountStatus.Partial, null, null, row.CountOrNone("electors"));
            if (row.CountOrNone("approved_ballot_papers") is { } cast)
            {
                draft.Vote(time, place, VoteType.All, "cast", cast);
            }
        }
        else if (row.Text("party") is var party and not ("Andre" or "BLANKE") && row.Count("votes") is { } votes && row.Count("votes_advance") is { } advance)
        {
            draft.Vote(time, place, VoteType.Advance, party, advance);
            draft.Vote(time, place, VoteType.PollingDay, party, Math.Max(0, votes - advance));
        }
    });

    static string NorwegianPlace(NightTableDraft draft, string entity, string name)
    {
        var parts = entity.Split('-');
        if (parts.Length < 2)
        {
            return draft.Place();
        }

        var county = draft.Place($"fylke-{parts[1]}", null, "county", name);
        if (parts.Length < 3)
        {
            return county;
        }

        var municipality = draft.Place($"kommune-{parts[1]}-{parts[2]}", county, "municipality", name);
        return parts.Length < 4 ? municipality : draft.Place(entity, municipality, "district", name);
    }

    /// <summary>Bolivia: tally sheets as they stood; the time is in the file's name, the end has none.</summary>
    static void Bolivia(string file, NightTableDraft draft, FaultLog faults)
    {
        var stamp = Stamp().Match(file);
        var time = stamp.Success
            ? DateTimeOffset.ParseExact(stamp.Value, "yyyyMMddTHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : new DateTimeOffset(2019, 10, 25, 0, 0, 0, TimeSpan.Zero);
        string[] lists = ["CC", "FPV", "MTS", "UCS", "MAS - IPSP", "21F", "PDC", "MNR", "PAN-BOL"];
        Each(file, faults, row =>
        {
            var sheet = row.Text(row.Columns.First(c => c.EndsWith("Mesa", StringComparison.Ordinal)));
            var above = draft.Place(("country", row.Text("País")), ("department", row.Text("Departamento")), ("province", row.Text("Provincia")), ("municipality", row.Text("Municipio")), ("place", $"{row.Text("Localidad")} · {row.Text("Recinto")}"));
            var place = draft.Place(sheet, above, "sheet", sheet);
            foreach (var list in lists)
            {
                if (row.CountOrNone(list) is { } votes)
                {
                    draft.Vote(time, place, VoteType.All, list, votes);
                }
            }

            draft.Status(time, place, VoteType.All, CountStatus.Counted, null, null, row.CountOrNone("Inscritos"));
        });
    }

    /// <summary>Peru: votes of the whole, a department or a district.</summary>
    static void PeruVotes(string file, NightTableDraft draft, FaultLog faults) => Each(file, faults, row =>
    {
        if (Time(row, "updated") is { } time && row.CountOrNone("TOTAL_VOTOS") is { } votes && row.Text("C_CODI_AGRUPOL") is { Length: 8 } and ("00000014" or "00000007") and var list)
        {
            draft.Vote(time, PeruPlace(draft, row), VoteType.All, list, votes);
        }
    });

    /// <summary>Peru: sheets counted, and all there are.</summary>
    static void PeruStatus(string file, NightTableDraft draft, FaultLog faults) => Each(file, faults, row =>
    {
        if (Time(row, "updated") is { } time && row.Count("CONTABILIZA") is { } counted && row.Count("MESAS_HABILES") is { } of)
        {
            draft.Status(time, PeruPlace(draft, row), VoteType.All, counted == 0 ? CountStatus.NotCounted : counted < of ? CountStatus.Partial : CountStatus.Counted, counted, of, null);
        }
    });

    static string PeruPlace(NightTableDraft draft, CsvRow row) =>
        !row.Columns.Contains("departamento") ? draft.Place()
        : !row.Columns.Contains("distrito") ? draft.Place(("department", row.Text("departamento")))
        : draft.Place(("department", row.Text("departamento")), ("province", row.Text("provincia")), ("district", row.Text("distrito")));

    /// <summary>California: counties with precincts reporting, which are not votes counted; the zone stands in each time.</summary>
    static void California(string file, NightTableDraft draft, FaultLog faults) => Each(file, faults, row =>
    {
        if (Time(row, "commit_time") is not { } time || row.Text("county") is "Statewide" || row.Count("votes") is not { } votes)
        {
            return;
        }

        var place = draft.Place(("county", row.Text("county")));
        draft.Vote(time, place, VoteType.All, row.Text("candidate"), votes);
        if (Precincts().Match(row.Text("reporting").Replace(",", "", StringComparison.Ordinal)) is { Success: true } told)
        {
            var (counted, of) = (long.Parse(told.Groups["counted"].Value, CultureInfo.InvariantCulture), long.Parse(told.Groups["of"].Value, CultureInfo.InvariantCulture));
            draft.Status(time, place, VoteType.All, counted == 0 && votes == 0 ? CountStatus.NotCounted : CountStatus.Partial, Math.Min(counted, of), of, null);
        }
    });

    /// <summary>Los Angeles: contests of the county; each is a place of its own here.</summary>
    static void LosAngeles(string file, NightTableDraft draft, FaultLog faults) => Each(file, faults, row =>
    {
        if (row.Count("seq") is { } number && row.Count("votes") is { } votes)
        {
            var place = draft.Place(("contest", row.Text("contest_id")));
            draft.Vote(new DateTimeOffset(2024, 3, 5, 20, 0, 0, TimeSpan.Zero).AddHours(number), place, VoteType.All, row.Text("candidate_id"), votes);
        }
    });

    /// <summary>Wisconsin: wards of counties.</summary>
    static void Wisconsin(string file, NightTableDraft draft, FaultLog faults) => Each(file, faults, row =>
    {
        // A ward that has not reported has no figure.
        if (row.Text("votes") is not ("NA" or "") && Time(row, "snapshot_local") is { } time && Thousands(row, "votes") is { } votes)
        {
            var place = draft.Place(("county", row.Text("county")), ("municipality", $"{row.Text("ctv")} {row.Text("municipality")}"), ("ward", row.Text("reporting_unit")));
            draft.Vote(time, place, VoteType.All, Candidate(row.Text("candidate")), votes);
        }
    });

    /// <summary>A count that may have commas between thousands.</summary>
    static long? Thousands(CsvRow row, string column) =>
        long.TryParse(row.Text(column), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : row.Count(column);

    static string Candidate(string text) => text.Contains("HARRIS", StringComparison.OrdinalIgnoreCase) ? "Harris" : text.Contains("TRUMP", StringComparison.OrdinalIgnoreCase) ? "Trump" : "Others";

    /// <summary>Mexico: stations of the sample in the order in which they came.</summary>
    static void Mexico(string file, NightTableDraft draft, FaultLog faults) => Each(file, faults, row =>
    {
        // Stations that never came have no total.
        if (row.Text("TOTAL") is "NA" or "")
        {
            return;
        }

        var arrived = NightTime.Parse(row.Text("timestamp"));
        var id = row.Text("CLAVE_CASILLA");
        var place = draft.Place(id, draft.Place(("state", row.Text("ID_ESTADO"))), "station", id);
        var time = arrived ?? new DateTimeOffset(2018, 7, 3, 0, 0, 0, TimeSpan.Zero);
        draft.Status(DateTimeOffset.MinValue.AddYears(2000), place, VoteType.All, CountStatus.NotCounted, null, null, row.CountOrNone("LISTA_NOMINAL"));
        var sum = 0L;
        foreach (var list in (string[])["RAC", "JAMK", "AMLO"])
        {
            var votes = row.CountOrNone(list) ?? 0;
            sum += votes;
            draft.Vote(time, place, VoteType.All, list, votes);
        }

        draft.Vote(time, place, VoteType.All, "others", Math.Max(0, (row.CountOrNone("TOTAL") ?? sum) - sum));
        draft.Status(time, place, VoteType.All, CountStatus.Counted, null, null, row.CountOrNone("LISTA_NOMINAL"));
    });

    [GeneratedRegex(@"\d{8}T\d{6}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"\((?<counted>\d+) of (?<of>\d+)\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Precincts();
}
