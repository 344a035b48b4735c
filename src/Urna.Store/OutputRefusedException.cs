namespace Urna.Store;

/// <summary>Nothing was written, since what is there is not ours to replace.</summary>
/// <param name="message">What is there, and what to do.</param>
public sealed class OutputRefusedException(string message) : IOException(message);
