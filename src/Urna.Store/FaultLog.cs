using System.Collections.Immutable;
using Urna.Model;
using Urna.Validate;

namespace Urna.Store;

/// <summary>What was read, or why it could not be.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="Value">What was read; null if there are faults.</param>
/// <param name="Findings">Everything found on the way, faults included.</param>
public sealed record ReadResult<T>(T? Value, ImmutableArray<Finding> Findings)
    where T : class
{
    /// <summary>What was read, for callers that cannot go on without.</summary>
    /// <exception cref="InvalidDataException">It could not be read; the message has every fault.</exception>
    public T Require() => Value ?? throw new InvalidDataException(string.Join('\n', Findings.Where(f => f.Severity == Severity.Fault)
        .Select(f => $"{f.File}{(f.Row is { } row ? $":{row}" : "")}: {f.Code} {f.Message}")));
}

/// <summary>Collects every fault of what is being read, so that all are told at once.</summary>
sealed class FaultLog
{
    const int Longest = 80;

    readonly List<Finding> findings = [];
    readonly HashSet<Finding> told = [];

    /// <summary>Whether anything so far keeps the input from being used.</summary>
    public bool HasFaults { get; private set; }

    /// <summary>How many findings there are so far.</summary>
    public int Count => findings.Count;

    /// <summary>The findings so far.</summary>
    public ImmutableArray<Finding> Findings => [.. findings];

    /// <summary>Adds a finding, once.</summary>
    public void Add(Finding finding)
    {
        if (!told.Add(finding))
        {
            return;
        }

        findings.Add(finding);
        HasFaults |= finding.Severity == Severity.Fault;
    }

    /// <summary>Adds findings, each once.</summary>
    public void AddRange(ImmutableArray<Finding> added)
    {
        foreach (var finding in added)
        {
            Add(finding);
        }
    }

    /// <summary>Adds a finding under a code.</summary>
    public void Add(string code, LocalizedText message, string file, int? row = null, string column = "", string found = "", string expected = "", string place = "") =>
        Add(Codes.Finding(code, message) with { File = file, Row = row, Column = column, Found = found, Expected = expected, Place = place });

    /// <summary>A text in short, as a finding quotes what it found.</summary>
    public static string Short(string? text) => text is null ? "" : text.Length <= Longest ? text : text[..Longest] + "…";

    /// <summary>The result: the value if nothing kept it from being made.</summary>
    public ReadResult<T> Result<T>(Func<T?> value)
        where T : class
    {
        var made = HasFaults ? null : value();
        return new ReadResult<T>(HasFaults ? null : made, Findings);
    }
}
