using System.Diagnostics;

namespace Urna.Store.Folders;

/// <summary>The lock of the one who writes a folder; it ends with its process, however that ends.</summary>
/// <remarks>
/// A file that is open to one alone: the system's own lock on Windows, <c>flock</c> elsewhere. It is deleted while it is held, and whoever opens it makes sure
/// that the file at its path is still the one that was opened, which .NET does for files that are opened in this way.
/// </remarks>
sealed class WriterLock : IDisposable
{
    /// <summary>The lock's name in the folder.</summary>
    public const string FileName = ".urna-lock";

    const int Pause = 25;

    readonly FileStream file;

    WriterLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock, waiting for whoever has it.</summary>
    /// <param name="folder">The folder; it is made if it is not there.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="waiting">Called once if it must wait.</param>
    /// <exception cref="OutputRefusedException">Another has it still.</exception>
    public static WriterLock Take(string folder, TimeSpan patience, Action? waiting)
    {
        for (var clock = Stopwatch.StartNew(); ; Thread.Sleep(Pause))
        {
            // Whoever fails in a folder that was not there takes it away again.
            Directory.CreateDirectory(folder);
            if (TryTake(folder) is { } taken)
            {
                return taken;
            }

            waiting?.Invoke();
            waiting = null;
            if (clock.Elapsed > patience)
            {
                throw new OutputRefusedException($"Another urna is writing '{folder}' (it holds '{FileName}'); try again when it is done.");
            }
        }
    }

    /// <summary>Takes the lock if nobody has it; null otherwise.</summary>
    public static WriterLock? TryTake(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (RealPath.IsLink(path))
        {
            throw new OutputRefusedException($"'{path}' is a link, and no lock of urna's; remove it.");
        }

        try
        {
            return new WriterLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (IsTaken(e))
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();

    /// <summary>Whether another has the file open: EAGAIN of Linux and macOS, a violation of sharing or a deletion under way on Windows.</summary>
    static bool IsTaken(Exception e) =>
        OperatingSystem.IsWindows() ? e is UnauthorizedAccessException || (e is IOException && (e.HResult & 0xFFFF) is 32 or 33) : e is IOException && e.HResult is 11 or 35;
}
