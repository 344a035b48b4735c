using System.Collections.Concurrent;

namespace Urna;

/// <summary>A value that is made when it is first asked for, once, and then kept.</summary>
/// <typeparam name="T">What is made.</typeparam>
/// <remarks>
/// Any number of threads may ask; those that ask while it is made wait. What fails or is cancelled is not kept: whoever asks next makes it
/// anew, and gets the failure that is then its own.
/// </remarks>
sealed class Kept<T>
{
    Task<T>? kept;

    /// <summary>The value.</summary>
    /// <param name="make">Makes it; never asks for the value itself.</param>
    /// <param name="cancel">Ends the wait for another thread; <paramref name="make"/> heeds its own.</param>
    public T Of(Func<T> make, CancellationToken cancel = default)
    {
        var own = new TaskCompletionSource<T>();
        while (Interlocked.CompareExchange(ref kept, own.Task, null) is { } made)
        {
            Task.WaitAny([made], cancel);
            if (made.IsCompletedSuccessfully)
            {
                return made.Result;
            }
        }

        return Make(make, own);
    }

    T Make(Func<T> make, TaskCompletionSource<T> own)
    {
        var isMade = false;
        try
        {
            var value = make();
            isMade = true;
            own.SetResult(value);
            return value;
        }
        finally
        {
            if (!isMade)
            {
                Volatile.Write(ref kept, null);
                own.SetCanceled();
            }
        }
    }
}

/// <summary>Values by key, each made when it is first asked for, once, and then kept.</summary>
/// <typeparam name="TKey">What they are found by.</typeparam>
/// <typeparam name="T">What is made.</typeparam>
sealed class Kept<TKey, T>
    where TKey : notnull
{
    readonly ConcurrentDictionary<TKey, Kept<T>> values = new();

    /// <summary>The value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="make">Makes it; never asks for the same key.</param>
    /// <param name="cancel">Ends the wait for another thread; <paramref name="make"/> heeds its own.</param>
    public T Of(TKey key, Func<T> make, CancellationToken cancel = default) => values.GetOrAdd(key, static _ => new Kept<T>()).Of(make, cancel);
}
