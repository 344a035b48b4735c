using System.Collections.Immutable;
using Urna.Model;
using Urna.Report;
using Urna.Report.Live;
using Urna.Store;
using Urna.Validate;

namespace Urna.Web.Live;

/// <summary>All pages of a service as files for any host of plain files: the same text, every language.</summary>
public static class Publication
{
    /// <summary>What keeps elections from being published; empty if nothing does.</summary>
    /// <param name="workspace">The elections.</param>
    public static ImmutableArray<(string Election, ImmutableArray<Finding> Findings)> FaultsOf(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return [.. workspace.Elections.Where(e => e.Reckoning is null).Select(e => (e.Folder, e.Reading.Findings))];
    }

    /// <summary>Every file, one at a time.</summary>
    /// <param name="workspace">The elections; all can be read.</param>
    /// <param name="path">As they were named.</param>
    /// <param name="language">The language of the page that opens first.</param>
    /// <param name="version">The version of Urna.</param>
    /// <param name="told">Called with each election when its pages begin.</param>
    /// <exception cref="InvalidDataException">An election or its claims cannot be used; the message has every fault.</exception>
    public static IEnumerable<SiteFile> Files(Workspace workspace, string path, Language language, string version, Action<string> told)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(told);
        var known = LiveElections.Around(workspace, [path]);
        var all = new LiveState(workspace, known, "", version).Told();
        yield return new("index.html", Now(LiveSite.HomeAsync(all, new(language, version), "", isLive: false)));
        yield return new("urna.css", LiveSite.Style);
        foreach (var (code, own) in Languages.All)
        {
            yield return new($"{code}/index.html", Now(LiveSite.HomeAsync(all, new(own, version), "../", isLive: false)));
        }

        foreach (var election in workspace.Elections)
        {
            told(election.Folder);

            // What is computed of an election is let go with it.
            var state = new LiveState(workspace, known, "", version);
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
    }

    static T Now<T>(Task<T> task) => task.GetAwaiter().GetResult();

    /// <summary>The pages of an election, or an error with every fault.</summary>
    static SiteRenderer Open(LiveState state, string election, Language language)
    {
        try
        {
            return state.Site(election, language);
        }
        catch (ServeFault fault)
        {
            throw new InvalidDataException($"'{election}' cannot be used:{string.Concat(fault.Findings.Select(f => $"\n{f.File}{(f.Row is { } row ? $":{row}" : "")}: {f.Code} {f.Message}"))}", fault);
        }
    }
}
