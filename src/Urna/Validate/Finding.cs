using Urna.Model;

namespace Urna.Validate;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>A reader should know; nothing is wrong.</summary>
    Info,

    /// <summary>A figure disagrees with another and someone should look.</summary>
    Warning,

    /// <summary>The figures cannot all be true.</summary>
    Error,

    /// <summary>The file cannot be read as what it says it is.</summary>
    Fault,
}

/// <summary>Something a reader of the data must know, under a code that never changes.</summary>
/// <param name="Code">The permanent code, such as <c>V201</c>; <c>docs/findings.md</c> explains each.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Sentence">What it says, in one sentence for people.</param>
public sealed record Finding(string Code, Severity Severity, LocalizedText Sentence)
{
    /// <summary>The sentence in English.</summary>
    public string Message => Sentence.English;

    /// <summary>The file, as the election folder names it; empty if it is about no one file.</summary>
    public string File { get; init; } = "";

    /// <summary>The row, from 1 with the header as row 1; null if it is about no one row.</summary>
    public int? Row { get; init; }

    /// <summary>The column; empty if it is about no one column.</summary>
    public string Column { get; init; } = "";

    /// <summary>The place; empty if it is about no one place.</summary>
    public string Place { get; init; } = "";

    /// <summary>The value got.</summary>
    public string Found { get; init; } = "";

    /// <summary>The value, or values, expected.</summary>
    public string Expected { get; init; } = "";
}
