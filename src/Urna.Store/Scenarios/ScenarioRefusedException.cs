namespace Urna.Store.Scenarios;

/// <summary>That options make no scenario; the message says what is allowed.</summary>
/// <param name="message">What is wrong, and what is allowed.</param>
public sealed class ScenarioRefusedException(string message) : Exception(message);
