using System.Collections.Immutable;
using Urna.Model;
using Urna.Scenarios;
using Urna.Scenarios.Changes;
using Urna.Validate;

namespace Urna.Store.Scenarios;

/// <summary>A scenario with where it was read, so that its faults name a line.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Contest">The contest that it is of; null for any.</param>
/// <param name="File">The file, as findings name it; empty for options.</param>
/// <param name="Line">Where it starts.</param>
/// <param name="Lines">Lines of its fields, entry by entry.</param>
public sealed record ReadScenario(Scenario Scenario, string? Contest, string File, int Line, ImmutableDictionary<string, ImmutableArray<int>> Lines)
{
    /// <summary>A fault as a finding of the file.</summary>
    /// <param name="fault">The fault.</param>
    public Finding Locate(ScenarioFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (File.Length == 0)
        {
            return fault.Finding;
        }

        var lines = Lines.GetValueOrDefault(fault.Field, []);
        var line = fault.Item < lines.Length ? lines[fault.Item] : lines.IsDefaultOrEmpty ? Line : lines[0];
        var finding = fault.Finding;
        return finding with { Sentence = LocalizedText.Say("yaml-map.line", ("line", line), ("message", finding.Sentence)), File = File, Row = line };
    }
}

/// <summary>The scenarios of a file.</summary>
/// <param name="Scenarios">The scenarios, in the order of the file.</param>
public sealed record ScenarioSet(ImmutableArray<ReadScenario> Scenarios)
{
    /// <summary>The scenarios of a contest: those that name it, and those that name none.</summary>
    /// <param name="contest">The contest's id.</param>
    public ImmutableArray<ReadScenario> For(string contest) => [.. Scenarios.Where(s => s.Contest is null || s.Contest == contest)];
}
