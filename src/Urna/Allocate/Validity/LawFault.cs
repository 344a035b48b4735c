using Urna.Model;


namespace Urna.Allocate.Validity;

/// <summary>Why steps cannot be a law: one field of one step.</summary>
/// <param name="Step">The step's number from 0; −1 where no step is to blame.</param>
/// <param name="Field">The field as law files name it.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
/// <param name="Found">What the field says, as law files write it.</param>
/// <param name="Expected">What would fit.</param>
public sealed record LawFault(int Step, string Field, LocalizedText Message, string Found, string Expected)
{
    /// <summary>The permanent code.</summary>
    public string Code { get; init; } = "V130";

    /// <summary>The number from 0 of the condition or row within the field <c>any-of</c> or <c>sizes</c>; null outside such a list.</summary>
    public int? Part { get; init; }

    /// <summary>A fault of a step that does not yet know its number.</summary>
    internal LawFault(string field, LocalizedText message, string found, string expected)
        : this(-1, field, message, found, expected)
    {
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Code}{(Step < 0 ? "" : $" step {Step + 1}")}, '{Field}': {Message}{(Found.Length == 0 ? "" : $" Found: {Found}.")} Expected: {Expected}.";
}
