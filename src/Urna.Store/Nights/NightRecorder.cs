using System.Collections.Immutable;
using Urna.Forecast;
using Urna.Model;
using Urna.Validate;

namespace Urna.Store.Nights;

/// <summary>What a recorder tells of one look at its source.</summary>
/// <param name="Kind">What came of it.</param>
/// <param name="Rows">Rows that were taken.</param>
/// <param name="Why">Why nothing was; empty if something was.</param>
/// <param name="Since">How long nothing new has come.</param>
public sealed record Look(LookKind Kind, int Rows, string Why, TimeSpan Since);

/// <summary>What came of one look at a source.</summary>
public enum LookKind
{
    /// <summary>New rows.</summary>
    Taken,

    /// <summary>The same answer as before.</summary>
    Unchanged,

    /// <summary>No answer.</summary>
    Unreachable,

    /// <summary>An answer that cannot be read; it is kept.</summary>
    Refused,
}

/// <summary>Looks at a source again and again, and keeps what it says.</summary>
public sealed class NightRecorder
{
    const int LargestAnswer = 1 << 28;
    const int MostBackOff = 16;

    readonly NightStore store;
    readonly PlaceTree places;
    readonly ImmutableDictionary<string, string> choices;
    readonly string format;
    readonly string source;
    int failures;
    DateTimeOffset? lastNew;

    /// <summary>Prepares a recorder.</summary>
    /// <param name="store">Where it keeps.</param>
    /// <param name="places">The election's places.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="format">The source's format: plain, or one of <see cref="NightFormats.Names"/>.</param>
    /// <param name="source">A file, or an address.</param>
    public NightRecorder(NightStore store, PlaceTree places, Contest contest, string format, string source)
    {
        ArgumentNullException.ThrowIfNull(contest);
        (this.store, this.places, this.format, this.source) = (store, places, format, source);
        choices = contest.Candidacies.SelectMany(c => new[] { c.Choice, FoldedName.Of(c.Name), FoldedName.Of(c.Choice) }.Distinct().Select(n => (n, c.Choice)))
            .GroupBy(p => p.n).ToImmutableDictionary(g => g.Key, g => g.First().Choice);
    }

    /// <summary>How many times the interval the next look should wait: more after each failure, up to 16.</summary>
    public int BackOff => Math.Min(1 << Math.Min(failures, 10), MostBackOff);

    /// <summary>Takes in answers that were kept and not read.</summary>
    public int Recover() => store.Unread().ToList().Sum(raw => Take(raw).Rows);

    /// <summary>Looks once.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Look> LookAsync(DateTimeOffset now, CancellationToken cancel)
    {
        byte[] bytes;
        try
        {
            bytes = await Fetch(cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or UnauthorizedAccessException || (e is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            failures++;
            return new(LookKind.Unreachable, 0, e.Message, Since(now));
        }

        if (store.Keep(bytes, now, Name()) is not { } raw)
        {
            failures = 0;
            return new(LookKind.Unchanged, 0, "", Since(now));
        }

        var look = Take(raw);
        failures = look.Kind == LookKind.Refused ? failures + 1 : 0;
        lastNew = look.Kind == LookKind.Taken ? now : lastNew;
        return look with { Since = Since(now) };
    }

    TimeSpan Since(DateTimeOffset now) => lastNew is { } last ? now - last : TimeSpan.Zero;

    string Name() => new([.. Path.GetFileName(source.TrimEnd('/')).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')]);

    async Task<byte[]> Fetch(CancellationToken cancel)
    {
        var path = Directory.Exists(source) ? Directory.EnumerateFiles(source).Order(StringComparer.Ordinal).LastOrDefault() ?? throw new IOException($"'{source}' is empty.") : source;
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return await File.ReadAllBytesAsync(path, cancel).ConfigureAwait(false);
        }

        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = LargestAnswer };
        return await client.GetByteArrayAsync(address, cancel).ConfigureAwait(false);
    }

    Look Take(string raw)
    {
        var read = Rows(raw);
        if (read.Value is not { } log)
        {
            var why = read.Findings.FirstOrDefault(f => f.Severity == Severity.Fault)?.Message ?? "It has no rows.";
            NightStore.Refuse(raw, why);
            return new(LookKind.Refused, 0, why, TimeSpan.Zero);
        }

        store.Append(raw, log);
        return new(LookKind.Taken, log.Votes.Length + log.Statuses.Length, "", TimeSpan.Zero);
    }

    ReadResult<NightLog> Rows(string raw)
    {
        if (format == "plain")
        {
            var log = PlainNightTables.Read(raw, null, places, choices.Values.ToHashSet());
            return log.Value is { Votes.IsEmpty: true } ? new(null, log.Findings) : log;
        }

        var read = NightFormats.Read(format, places.Root.Id, raw);
        return read.Value is { } table ? Placed(table) : new(null, read.Findings);
    }

    /// <summary>The rows under the election's own ids; a place or choice that it has not is a fault.</summary>
    ReadResult<NightLog> Placed(NightTable table)
    {
        var faults = new FaultLog();
        var byName = places.Places.ToLookup(p => FoldedName.Of(p.Name));
        var own = new Dictionary<string, string>();
        foreach (var place in table.Places)
        {
            if (place.Parent is null || places.Contains(place.Id))
            {
                own[place.Id] = place.Parent is null ? places.Root.Id : place.Id;
            }
            else if (byName[FoldedName.Of(place.Name)].ToList() is [var one])
            {
                own[place.Id] = one.Id;
            }
        }

        var votes = table.Votes.Where(v => Knows(own, v.Place, faults)).Select(v => v with { Place = own[v.Place], Choice = ChoiceOf(v.Choice, faults) }).ToList();
        var statuses = table.Statuses.Where(s => Knows(own, s.Place, faults)).Select(s => s with { Place = own[s.Place] }).ToList();
        return faults.Result(() => NightLog.Of(votes, statuses));
    }

    bool Knows(Dictionary<string, string> own, string place, FaultLog faults)
    {
        if (own.ContainsKey(place))
        {
            return true;
        }

        faults.Add("V107", LocalizedText.Say("v107.is-not-a-place-2", ("place", place)), Path.GetFileName(source), found: place, expected: Nearest.Among(place, places.Places.Select(p => p.Id)), place: place);
        return false;
    }

    string ChoiceOf(string choice, FaultLog faults)
    {
        if (ReportedCounts.IsReserved(choice))
        {
            return choice;
        }

        // Lists on official pages often begin with the number of the ballot.
        var name = choice.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ', '.', '-');
        var found = choices.GetValueOrDefault(choice) ?? choices.GetValueOrDefault(FoldedName.Of(choice)) ?? (name.Length > 0 ? choices.GetValueOrDefault(FoldedName.Of(name)) : null);
        if (found is null)
        {
            faults.Add("V108", LocalizedText.Say("v108.is-not-a-choice", ("choice", choice)), Path.GetFileName(source), found: choice, expected: Nearest.Among(choice, choices.Values.Distinct()));
        }

        return found ?? choice;
    }
}
