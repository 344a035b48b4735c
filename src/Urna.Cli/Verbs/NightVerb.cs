using System.Collections.Immutable;
using System.CommandLine;
using Urna.Contract;
using Urna.Forecast;
using Urna.Model;
using Urna.Store;
using Urna.Store.Elections;
using Urna.Store.Nights;

namespace Urna.Cli.Verbs;

/// <summary><c>urna night</c>: the half-counted night.</summary>
static class NightVerb
{
    public static Command Command() => new("night")
    {
        NightRecordVerb.Command(), NightProjectVerb.Command(), NightReplayVerb.Command(),
    };

    /// <summary>The contest of a night.</summary>
    public static Contest Contest(Election election, string? id) =>
        id is not null ? Opened.Contests(election, id)[0]
        : election.Contests.Where(c => c.Kind != ContestKind.Voters).ToList() is [var only] ? only
        : throw new UsageException($"'{election.Id}' has several contests; give --contest: {string.Join(", ", election.Contests.Select(c => c.Id))}.");

    /// <summary>The earlier contest, laid on the places of now; null where none is asked for.</summary>
    public static (bool IsRead, Baseline? Baseline) Earlier(Election election, Contest contest, string? name, FileInfo? changed, Language language)
    {
        if (name is null)
        {
            return changed is null ? (true, null) : throw new UsageException("--places-changed goes with --baseline.");
        }

        var at = name.LastIndexOf(':');
        if (at <= 0)
        {
            throw new UsageException($"'{name}' in --baseline is not FOLDER:CONTEST.");
        }

        if (Opened.Election(name[..at], language) is not { Election: var before })
        {
            return (false, null);
        }

        var earlier = Opened.Contests(before, name[(at + 1)..])[0];
        var changes = ImmutableArray<PlaceChange>.Empty;
        if (changed is not null)
        {
            var read = PlaceChangesFile.Read(changed.FullName);
            if (read.Value is null)
            {
                Messages.TellFaults(changed.Name, read.Findings, language);
                return (false, null);
            }

            changes = read.Value.All;
        }

        return (true, Urna.Forecast.Baseline.Of(election, contest, Same(election, before) ? election : before, earlier, changes));
    }

    /// <summary>Whether two readings are of one election, whose places then are the same by their ids.</summary>
    static bool Same(Election one, Election other) => one.Id == other.Id && one.Places.Places.SequenceEqual(other.Places.Places);

    public static Option<string?> Baseline() => new("--baseline") { HelpName = "FOLDER:CONTEST" };

    public static Option<FileInfo?> Changed() => new("--places-changed") { HelpName = "TABLE.csv" };

    public static Option<int> Draws(int usual) => new("--draws") { HelpName = "N", DefaultValueFactory = _ => usual };

    public static Option<ulong> Seed() => new("--seed") { HelpName = "S", DefaultValueFactory = _ => 1UL };
}
