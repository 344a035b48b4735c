using System.Collections.Immutable;
using Urna.Model;
using Urna.Validate;

namespace Urna.Judge;

/// <summary>Something that keeps fields from being a claim.</summary>
/// <param name="Code">The permanent code of its finding, such as <c>V108</c>.</param>
/// <param name="Field">The field, as claims files call it.</param>
/// <param name="Scope">Which of the claim's scopes it is in, from 0; null for the claim itself.</param>
/// <param name="Found">The value got; empty where there is none.</param>
/// <param name="Expected">What is allowed, the nearest first.</param>
/// <param name="Message">One sentence for people, without file or line.</param>
public sealed record ClaimFault(string Code, string Field, int? Scope, string Found, string Expected, LocalizedText Message)
{
    /// <summary>What is wrong with the elections that the field needs; empty where the field itself is.</summary>
    public ImmutableArray<Finding> Because { get; init; } = [];

    /// <summary>Whether the claim is one, and only lacks an election that is known and not at hand.</summary>
    public bool IsOfData { get; init; }

    /// <summary>An election that is known and not at hand.</summary>
    internal static ClaimFault Withheld(string field, string found, string election) =>
        new("V184", field, null, found, election, LocalizedText.Say("claim-fault.withheld", ("election", election))) { IsOfData = true };

    /// <summary>A value that is not among those allowed.</summary>
    internal static ClaimFault NotAllowed(string field, string found, IEnumerable<string> allowed, string code = "V110", int? scope = null) =>
        new(code, field, scope, found, Nearest.Among(found, allowed), LocalizedText.Say(
            "claim-fault.is-not-allowed-in", ("found", found), ("field", field)));

    /// <summary>An election, or several, that the claim needs and that cannot be used.</summary>
    internal static ClaimFault Unusable(string field, string found, string expected, LocalizedText message, ImmutableArray<Finding> because)
    {
        var first = because[0] is { File: { Length: > 0 } file } fault ? $"{fault.Code}, {file}{(fault.Row is { } row ? $":{row}" : "")}" : because[0].Code;
        return new("V170", field, null, found, expected, LocalizedText.Say("claim-fault.sign", ("message", message), ("first", first))) { Because = because };
    }

    /// <summary>The faults of one claim as the error of a program that made them.</summary>
    internal static ArgumentException Error(string id, ImmutableArray<ClaimFault> faults, string parameter) => new(
        $"Not a claim ('{id}'): {string.Join(' ', faults.Select(f => $"{f.Code} {f.Field}{(f.Scope is { } scope ? $" of scope {scope + 1}" : "")}: {f.Message.English} Expected: {f.Expected}."))}", parameter);
}
