using System.Collections.Immutable;
using Urna.Model;
using Urna.Report;
using Urna.Report.Live;
using Urna.Validate;

namespace Urna.Web.Live;

/// <summary>All pages of a service as files for any host of plain files: the same text, every language.</summary>
public sealed class Publication
{
    readonly SeenElections seen;
    readonly string path;

    Publication(SeenElections seen, string path) => (this.seen, this.path) = (seen, path);

    /// <summary>What keeps elections from being published; empty if nothing does.</summary>
    public ImmutableArray<(string Election, ImmutableArray<Finding> Findings)> Faults => [.. seen.Served.Elections.Where(e => e.Reckoning is null).Select(e => (e.Folder, e.Reading.Findings))];

    /// <summary>Opens an election, or all elections of a folder; nothing is read yet.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="InvalidDataException">It is neither.</exception>
    public static Publication Open(string path) => new(SeenElections.At([path]), path);

    /// <summary>Every file, one at a time.</summary>
    /// <param name="language">The language of the page that opens first.</param>
    /// <param name="version">The version of Urna.</param>
    /// <param name="told">Called with each election when its pages begin.</param>
    /// <exception cref="InvalidDataException">An election or its claims cannot be used, or changed meanwhile; the message has every fault.</exception>
    public IEnumerable<SiteFile> Files(Language language, string version, Action<string> told)
    {
        ArgumentNullException.ThrowIfNull(told);
        var all = Whole(path, () => new LiveState(seen, version).Told());
        yield return new("index.html", Now(LiveSite.HomeAsync(all, new(language, version), "", isLive: false)));
        yield return new("urna.css", LiveSite.Style);
        foreach (var (code, own) in Languages.All)
        {
            yield return new($"{code}/index.html", Now(LiveSite.HomeAsync(all, new(own, version), "../", isLive: false)));
        }

        foreach (var election in seen.Served.Elections)
        {
            told(election.Folder);

            // What is computed of an election is let go with it.
            var state = new LiveState(seen, version);
            foreach (var (code, own) in Languages.All)
            {
                var site = Open(state, election.Id ?? election.Folder, own);
                foreach (var page in site.Paths)
                {
                    var file = Now(site.RenderAsync(page))!;
                    yield return file with { Path = $"{code}/{election.Id ?? election.Folder}/{page}" };
                }
            }
        }

        // Nothing takes its place yet: pages of two moments are never put beside each other.
        if (SeenElections.At([path]).Stamps.Whole != seen.Stamps.Whole)
        {
            throw new InvalidDataException(LocalizedText.Say("publish.changed-meanwhile", ("path", path)).English);
        }
    }

    static T Now<T>(Task<T> task) => task.GetAwaiter().GetResult();

    /// <summary>The pages of an election, or an error with every fault.</summary>
    static SiteRenderer Open(LiveState state, string election, Language language)
    {
        try
        {
            return Whole(election, () => state.Site(election, language));
        }
        catch (ServeFault fault)
        {
            throw new InvalidDataException($"'{election}' cannot be used:{string.Concat(fault.Findings.Select(f => $"\n{f.File}{(f.Row is { } row ? $":{row}" : "")}: {f.Code} {f.Message}"))}", fault);
        }
    }

    /// <summary>Something that is read, or an error that it changed meanwhile.</summary>
    static T Whole<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (StateGone gone)
        {
            throw new InvalidDataException(LocalizedText.Say("publish.changed-meanwhile", ("path", name)).English, gone);
        }
    }
}
