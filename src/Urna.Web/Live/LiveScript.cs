namespace Urna.Web.Live;

/// <summary>The script of live pages.</summary>
static class LiveScript
{
    /// <summary>It asks for the page again when a snapshot comes, after a moment that differs from reader to reader.</summary>
    public const string Text = """
        "use strict";
        (() => {
          let seen = null;
          const events = new EventSource("/events");
          const changed = (event) => {
            if (seen !== null && seen !== event.data) setTimeout(() => location.reload(), 200 + Math.random() * 2000);
            seen = event.data;
          };
          events.addEventListener("now", changed);
          events.addEventListener("snapshot", changed);
        })();
        """;
}
