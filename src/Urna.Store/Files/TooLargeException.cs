namespace Urna.Store.Files;

/// <summary>What is read goes beyond a bound of <see cref="Bounds"/>.</summary>
/// <param name="message">The bound, as the end of a sentence.</param>
/// <param name="line">The line or row where it is passed; null if none is known.</param>
sealed class TooLargeException(string message, int? line = null) : Exception(message)
{
    /// <summary>The line or row where it is passed; null if none is known.</summary>
    public int? Line => line;
}
