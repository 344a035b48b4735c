namespace Urna.Cli;

/// <summary>The command was used wrongly, in a way that only shows once the election is read.</summary>
sealed class UsageException(string message) : Exception(message);
