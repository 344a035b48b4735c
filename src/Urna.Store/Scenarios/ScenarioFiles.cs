using System.Collections.Immutable;
using System.Text.Json;
using Urna.Allocate.Laws;
using Urna.Contract;
using Urna.Model;
using Urna.Scenarios.Chance;
using Urna.Scenarios.Changes;
using Urna.Store.Csv;
using Urna.Store.Files;
using Urna.Store.Laws;
using Urna.Validate;

namespace Urna.Store.Scenarios;

/// <summary>The files that a scenario may name: laws, tables of districts, flows, projections.</summary>
/// <param name="folder">The folder that paths start from.</param>
/// <param name="electionFolder">The election's folder, in which its own laws may lie; empty for none.</param>
/// <param name="faults">Where faults go.</param>
sealed class ScenarioFiles(string folder, string electionFolder, FaultLog faults)
{
    /// <summary>A law by its name or path; null with the reason if there is none.</summary>
    public (ElectoralRule? Rule, Finding? Fault) Law(string name)
    {
        var isPath = name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal);
        var path = isPath ? new[] { folder, electionFolder }.Where(f => f.Length > 0).Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists) ?? Path.Combine(folder, name) : name;
        var read = RuleLibrary.Shipped.Find(path);
        return (read.Value, read.Findings.FirstOrDefault(f => f.Severity == Severity.Fault));
    }

    /// <summary>A table <c>place,district</c>; null with its faults told.</summary>
    public ImmutableSortedDictionary<string, string>? Districts(string name)
    {
        var table = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var before = faults.Count;
        CsvFile.Read(Path.Combine(folder, name), name, new(["place", "district"], []), faults, row =>
        {
            if (row.Required("place") is { } place && row.Required("district") is { } district && !table.TryAdd(place, district))
            {
                row.Fault("V106", LocalizedText.Say("v106.stands-twice", ("district", place)), "place", place, "each place once");
            }
        });
        return faults.HasFaults && faults.Count > before ? null : table.ToImmutable();
    }

    /// <summary>The flows that <c>urna infer --format json</c> wrote; null with the reason.</summary>
    public (VoteTransfer? Transfer, string? Why) Flows(string name)
    {
        try
        {
            var json = InputFile.Text(Path.Combine(folder, name), Bounds.YamlBytes);
            return ContractJson.Read<TransferJson>(json) is { Rows: { } rows, Columns: { } columns, Shares: { } shares }
                ? (Of([.. rows], [.. columns], [.. shares]), null) : (null, "it holds no rows, columns and shares");
        }
        catch (JsonException e)
        {
            return (null, e.Message);
        }
        catch (Exception e) when (InputFile.IsFault(e))
        {
            return (null, e.Message);
        }
    }

    static VoteTransfer Of(string[] rows, string[] columns, double[][] shares) =>
        new([.. rows.Select((row, r) => new TransferRow(row, [.. columns.Select((c, i) => new VoteShare(c, ExactShare.Of(Math.Clamp(shares[r][i], 0, 1))))]))]);

    /// <summary>The shares that <c>urna night project</c> wrote, with deviations from its intervals; null with the reason.</summary>
    public (DrawOptions? Options, string? Why) Projection(string name, DrawOptions options)
    {
        try
        {
            using var json = JsonDocument.Parse(InputFile.Text(Path.Combine(folder, name), Bounds.YamlBytes));
            var root = json.RootElement;
            var level = root.GetProperty("level").GetDouble();
            var outside = Urna.Numerics.NormalInterval.HalfWidth(level);
            var expected = ImmutableArray.CreateBuilder<VoteExpected>();
            var deviations = ImmutableSortedDictionary.CreateBuilder<string, double>();
            foreach (var choice in root.GetProperty("choices").EnumerateArray().Where(c => c.GetProperty("share").ValueKind == JsonValueKind.Number))
            {
                var list = choice.GetProperty("name").GetString() ?? "";
                expected.Add(new(list, choice.GetProperty("share").GetDouble()));
                deviations[list] = (choice.GetProperty("upper").GetDouble() - choice.GetProperty("lower").GetDouble()) / 2 / outside;
            }

            return (options with { Expected = expected.ToImmutable(), OfList = deviations.ToImmutable() }, null);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException || InputFile.IsFault(e))
        {
            return (null, e.Message);
        }
    }
}
