using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Urna.Report.Views;

namespace Urna.Report;

/// <summary>The tables of a site as files for machines: names as the sources write them, figures without separators.</summary>
static class DataFiles
{
    /// <summary>The description of all data files, after the standard of data packages.</summary>
    public const string Package = "datapackage.json";

    static readonly JsonSerializerOptions options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true, NewLine = "\n" };

    static readonly string[] votes = ["place", "place_name", "level", "line", "votes", "units_missing", "registered", "cast", "valid", "blank", "null"];

    static readonly string[] withoutSeats = ["votes"];

    static readonly string[] withSeats = ["votes", "elected"];

    static readonly string[] seats = ["district", "list", "party", "person", "votes", "basis"];

    /// <summary>The data files of a site.</summary>
    public static IEnumerable<(string Path, Func<string> Content)> Of(Edition e)
    {
        foreach (var contest in e.Contests)
        {
            yield return ($"data-{contest.Name}.csv", () => Csv(votes, Votes(contest)));
            yield return ($"data-{contest.Name}.json", () => Json(contest, votes, Votes(contest)));
            if (contest.Allocation is not null)
            {
                yield return ($"elected-{contest.Name}.csv", () => Csv(seats, Seats(contest)));
                yield return ($"elected-{contest.Name}.json", () => Json(contest, seats, Seats(contest)));
            }
        }

        yield return (Package, () => Described(e));
    }

    /// <summary>The SHA-256 of a contest's votes as its CSV has them, in hexadecimal digits.</summary>
    public static string Hash(ContestView contest) => contest.Hash(() => Sha(Csv(votes, Votes(contest))));

    static string Sha(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    static IEnumerable<object?[]> Votes(ContestView contest) =>
        from result in contest.FirstPlaces.Prepend(contest.Whole).Concat(contest.MapPlaces).DistinctBy(r => r.Count.Place.Id)
        let count = result.Count
        from line in result.Lines
        select new object?[]
        {
            count.Place.Id, count.Place.Name, count.Place.Level, line.Name, line.Votes.Known, (long)line.Votes.UnitsMissing,
            count.Registered.Value, count.Cast.Value, count.Valid.Value, count.Blank.Value, count.Null.Value,
        };

    static IEnumerable<object?[]> Seats(ContestView contest) =>
        from district in contest.Allocation!.Districts
        from seat in district.Elected
        select new object?[]
        {
            district.District, seat.Candidacy.ListName, seat.Party ?? "", seat.Candidate ?? "", seat.Votes, JsonNamingPolicy.KebabCaseLower.ConvertName(seat.Basis.ToString()),
        };

    static string Csv(string[] columns, IEnumerable<object?[]> rows)
    {
        var text = new StringBuilder().AppendJoin(',', columns).Append('\n');
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Field)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A field; one that a spreadsheet would take for a formula is kept from it by a leading apostrophe.</summary>
    static string Field(object? value)
    {
        if (value is not string text)
        {
            return value is long number ? number.ToString(CultureInfo.InvariantCulture) : "";
        }

        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\n\r") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    static string Json(ContestView contest, string[] columns, IEnumerable<object?[]> rows)
    {
        var text = new StringBuilder("{\"contest\":").Append(JsonSerializer.Serialize(contest.Contest.Id, options))
            .Append(",\"columns\":[").AppendJoin(',', columns.Select(c => $"\"{c}\"")).Append("],\"rows\":[\n");
        text.AppendJoin(",\n", rows.Select(r => "[" + string.Join(',', r.Select(v => v switch
        {
            string s => JsonSerializer.Serialize(s, options),
            long n => n.ToString(CultureInfo.InvariantCulture),
            _ => "null",
        })) + "]"));
        return text.Append("\n]}\n").ToString();
    }

    static string Described(Edition e)
    {
        var resources =
            from contest in e.Contests
            from file in contest.Allocation is null ? withoutSeats : withSeats
            let content = file == "votes" ? Csv(votes, Votes(contest)) : Csv(seats, Seats(contest))
            select (JsonNode)new JsonObject
            {
                ["name"] = $"{(file == "votes" ? "data" : file)}-{contest.Name}",
                ["title"] = e.L(contest.Contest.Title),
                ["path"] = $"{(file == "votes" ? "data" : file)}-{contest.Name}.csv",
                ["format"] = "csv",
                ["encoding"] = "utf-8",
                ["bytes"] = Encoding.UTF8.GetByteCount(content),
                ["hash"] = $"sha256:{Sha(content)}",
                ["schema"] = new JsonObject
                {
                    ["fields"] = new JsonArray([.. (file == "votes" ? votes : seats).Select(c => (JsonNode)new JsonObject { ["name"] = c, ["type"] = IsNumber(c) ? "integer" : "string" })]),
                },
            };
        return new JsonObject
        {
            ["profile"] = "tabular-data-package",
            ["name"] = e.Election.Id.ToLowerInvariant(),
            ["title"] = e.L(e.Election.Title),
            ["sources"] = new JsonArray([.. e.Election.Sources.Select(Source)]),
            ["resources"] = new JsonArray([.. resources]),
        }.ToJsonString(options) + "\n";

        JsonNode Source(Urna.Model.Source source)
        {
            var told = new JsonObject { ["title"] = e.L(source.Title) };
            if (source.Url is { } url)
            {
                told["path"] = url;
            }

            return told;
        }
    }

    static bool IsNumber(string column) => column is "votes" or "units_missing" or "registered" or "cast" or "valid" or "blank" or "null";
}
