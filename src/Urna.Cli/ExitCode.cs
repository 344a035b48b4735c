namespace Urna.Cli;

/// <summary>The exit codes of the command; scripts depend on them.</summary>
static class ExitCode
{
    /// <summary>Clean.</summary>
    public const int Clean = 0;

    /// <summary>The answer is bad news: findings, a contradicted claim, an open tie.</summary>
    public const int BadNews = 1;

    /// <summary>The command was used wrongly.</summary>
    public const int WrongUsage = 2;

    /// <summary>A file cannot be read as what it says it is.</summary>
    public const int Unreadable = 3;

    /// <summary>There is not enough data to answer.</summary>
    public const int NotEnoughData = 4;
}
