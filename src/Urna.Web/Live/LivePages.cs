using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Urna.Model;
using Urna.Report;
using Urna.Report.Live;

namespace Urna.Web.Live;

/// <summary>The pages of the service: a home, the site of each election in each language, parts of pages for other sites.</summary>
static class LivePages
{
    const string Html = "text/html; charset=utf-8";
    const string Script = "live.js";

    static readonly Parameter[] part = [new("part", "what of the page") { Words = ["figure", "table"] }, new("n", "which of them, from 1")];

    /// <summary>Adds their addresses.</summary>
    public static void Map(IEndpointRouteBuilder app, ServeSettings settings, LiveElections elections)
    {
        void Page(string path, Parameter[] known, Func<LiveState, Asked, Task<Reply>> answer) => app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], context =>
        {
            LiveServer.Protect(context.Response, path.StartsWith("/embed", StringComparison.Ordinal));
            return LiveServer.Tell(context, settings, elections, new Asked(context.Request, [.. known]), answer);
        });

        void Folder(string path) => app.MapGet(path, context =>
        {
            var asked = new Asked(context.Request, []);
            context.Response.Redirect($"/{string.Join('/', new[] { asked.Path("lang"), asked.Path("id") }.Where(p => p.Length > 0).Select(Uri.EscapeDataString))}/index.html");
            return Task.CompletedTask;
        });

        Page("/", [], (state, _) => Home(state, settings.Language, settings, ""));
        Page("/urna.css", [], (_, _) => Task.FromResult(Reply.Text(LiveSite.Style, "text/css; charset=utf-8")));
        Page($"/{Script}", [], (_, _) => Task.FromResult(Reply.Text(LiveScript.Text, "text/javascript; charset=utf-8")));
        Page("/{lang:length(2)}/index.html", [], (state, asked) => Home(state, LanguageOf(asked), settings, "../"));
        Page("/{lang:length(2)}/{id}/{file}", [], Site);

        // Links within a page go from its folder, so that the folder is told.
        Folder("/{lang:length(2)}");
        Folder("/{lang:length(2)}/{id}");
        Page("/embed/{lang}/{id}/{file}", part, Embed);
    }

    static async Task<Reply> Home(LiveState state, Language language, ServeSettings settings, string root)
    {
        return Reply.Text(Alive(await LiveSite.HomeAsync(state.Told(), new SiteOptions(language, settings.Version), root, isLive: true).ConfigureAwait(false)), Html);
    }

    static async Task<Reply> Site(LiveState state, Asked asked)
    {
        var file = await File(state, asked).ConfigureAwait(false);
        return Reply.Text(file.Path.EndsWith(".html", StringComparison.Ordinal) ? Alive(file.Content) : file.Content, TypeOf(file.Path));
    }

    static async Task<SiteFile> File(LiveState state, Asked asked)
    {
        var (name, site) = (asked.Path("file"), state.Site(asked.Path("id"), LanguageOf(asked)));
        return await site.RenderAsync(name).ConfigureAwait(false) ?? throw ServeFault.NotThere("file", name, site.Paths);
    }

    /// <summary>A picture or a table of a page alone, with the page that it is from.</summary>
    static async Task<Reply> Embed(LiveState state, Asked asked)
    {
        var (file, kind, which) = (await File(state, asked).ConfigureAwait(false), asked.One("part") ?? "figure", asked.Whole("n", 1, 1_000) ?? 1);
        var at = -1;
        for (var i = 0; i < which; i++)
        {
            at = file.Content.IndexOf($"<{kind}", at + 1, StringComparison.Ordinal);
            if (at < 0)
            {
                throw ServeFault.NotThere("n", $"{which}", [$"{i}"]);
            }
        }

        var end = file.Content.IndexOf($"</{kind}>", at, StringComparison.Ordinal) + kind.Length + 3;
        var (title, language) = (Between(file.Content, "<title>", "</title>"), LanguageOf(asked).Code());
        var folder = $"/{language}/{Uri.EscapeDataString(asked.Path("id"))}/";
        var page = $"{folder}{Uri.EscapeDataString(file.Path)}";
        return Reply.Text(
            $"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<link rel=\"stylesheet\" href=\"{folder}urna.css\">\n</head>\n<body class=\"embed\">\n<main>\n{file.Content[at..end]}\n<p class=\"small\"><a href=\"{page}\" target=\"_top\">{title}</a> · Urna</p>\n</main>\n</body>\n</html>\n",
            Html);
    }

    static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }

    static Language LanguageOf(Asked asked) => Languages.Of(asked.Path("lang")) ?? throw ServeFault.NotThere("language", asked.Path("lang"), Languages.All.Select(l => l.Code));

    /// <summary>A page that asks for itself again when something new is counted; without script it is whole.</summary>
    static string Alive(string html) => html.Replace("</head>", $"  <script src=\"/{Script}\" defer></script>\n</head>", StringComparison.Ordinal);

    static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => Html,
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".jsonld" => "application/ld+json",
        _ => "application/json; charset=utf-8",
    };
}
