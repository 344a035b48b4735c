using Urna.Model;

namespace Urna.Cli;

/// <summary>A command that cannot be done as it was written.</summary>
/// <param name="sentence">What is wrong, and what is allowed.</param>
sealed class UsageException(LocalizedText sentence) : Exception(sentence.In(Messages.Language))
{
    /// <summary>A refusal that was put into words already.</summary>
    /// <param name="told">The words.</param>
    public UsageException(string told)
        : this(LocalizedText.Same(told))
    {
    }
}
