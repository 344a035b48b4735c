using System.Text;
using Urna.Report.Views;

namespace Urna.Report;

/// <summary>The one style sheet of a site.</summary>
static class Stylesheet
{
    const string Fixed = """
        /* Urna: a restrained page for figures. System fonts, no network. */
        :root { --paper: #fdfcfa; --ink: #1d1f21; --soft: #55595d; --rule: #d9d6cf; --band: #f3f1ec; --link: #17538c; --edge: #fdfcfa; --shade: #0004; color-scheme: light dark; }
        @media (prefers-color-scheme: dark) { :root { --paper: #15181b; --ink: #e8e6e1; --soft: #a9adb1; --rule: #363a3e; --band: #1f2327; --link: #8cc4f5; --edge: #15181b; --shade: #fff5; } }
        * { box-sizing: border-box; }
        td, th, li, dt, dd, a, strong, em, figcaption, h1, h2, h3 { unicode-bidi: isolate; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; overflow-wrap: break-word; }
        main, .masthead, footer { max-width: 72rem; margin: 0 auto; padding: 0 clamp(1rem, 3.2vw, 2rem); }
        h1, h2, .site, .lead, .big, .close .d { font-family: Charter, "Bitstream Charter", "Iowan Old Style", "Sitka Text", Cambria, Georgia, "Liberation Serif", serif; }
        h1 { font-size: clamp(1.55rem, 1.2rem + 1.6vw, 2.3rem); line-height: 1.14; letter-spacing: -.01em; margin: .15em 0 .45em; max-width: 30em; text-wrap: balance; }
        .kick { margin: 1.4rem 0 0; font-size: .82rem; font-weight: 600; color: var(--soft); max-width: none; }
        h2 { font-size: 1.4rem; line-height: 1.25; margin: 2.4rem 0 .5rem; padding-top: .6rem; border-top: 2px solid var(--ink); }
        h3 { font-size: 1.06rem; line-height: 1.35; margin: 1.4rem 0 .2rem; }
        .third h2, .third h3 { font: 600 1.06rem/1.35 system-ui, sans-serif; border: 0; padding: 0; margin: 0; }
        .first h2 { border: 0; padding: 0; margin-top: 1.2rem; }
        h2 a { color: inherit; }
        h2 .date, h2 > span { font: .95rem/1.4 system-ui, sans-serif; color: var(--soft); margin-left: .4rem; }
        p { max-width: 44rem; margin: .5rem 0; }
        .lead { font-size: 1.2rem; line-height: 1.45; }
        .date, .small, small, figcaption { color: var(--soft); font-size: .86rem; }
        .account { font: 1.08rem/1.5 Georgia, "Liberation Serif", serif; max-width: 50rem; list-style: none; padding: 0; }
        .account li { margin: .45rem 0; }
        .g2, .g3 { display: grid; gap: 1.6rem 2.5rem; align-items: start; }
        .g2 > *, .g3 > * { min-width: 0; margin: 0; }
        @media (min-width: 56rem) { .g2 { grid-template-columns: 1fr 1fr; } .g3 { grid-template-columns: repeat(3, 1fr); } }
        .story { font-size: .94rem; }
        .third .date { margin: .1rem 0 .3rem; }
        figure > figcaption > b { display: block; color: var(--ink); font-size: .98rem; }
        .res { list-style: none; margin: .5rem 0; padding: 0; font-size: .92rem; line-height: 1.3; }
        .res li { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr 3.6rem 6.4rem; gap: 0 .8rem; align-items: center; padding: .34rem 0; border-bottom: 1px solid var(--rule); }
        .res.short li { grid-template-columns: minmax(6rem, 10rem) 1fr 3.6rem; }
        .res small { display: block; }
        .res svg { width: 100%; height: .8rem; }
        .res .pc, .res .v { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .res .pc { font-weight: 650; } .res .v { color: var(--soft); }
        .duelh { display: flex; justify-content: space-between; gap: 1rem; line-height: 1.25; margin: .4rem 0; }
        .duelh div + div { text-align: right; }
        .big { display: block; font-weight: 700; font-size: clamp(2rem, 1.5rem + 2vw, 2.9rem); line-height: 1; letter-spacing: -.02em; }
        svg.duel { width: 100%; height: 3.7rem; overflow: visible; }
        .midline { stroke: var(--ink); stroke-width: 2; }
        .close { list-style: none; margin: 0; padding: 0; max-width: 46rem; }
        .close li { display: grid; grid-template-columns: 5rem 1fr; gap: .9rem; padding: .55rem 0; border-bottom: 1px solid var(--rule); align-items: baseline; }
        .close .d { font-weight: 700; font-size: 1.5rem; line-height: 1; text-align: right; white-space: nowrap; }
        .close .d small, .close p small { display: block; font: .82rem/1.35 system-ui, sans-serif; }
        .close p { margin: 0; }
        .links { list-style: none; margin: .6rem 0; padding: 0; columns: 14rem; column-gap: 1.5rem; font-size: .94rem; }
        .links li { break-inside: avoid; padding: .12rem 0; }
        .search label { display: block; font-size: .86rem; color: var(--soft); }
        .search input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 2px; padding: .4rem .6rem; width: min(26rem, 100%); }
        .search input:focus-visible { outline: 3px solid var(--link); outline-offset: 1px; }
        .found { list-style: none; margin: .3rem 0; padding: 0; } .found li { padding: .25rem 0; border-bottom: 1px solid var(--rule); max-width: 40rem; }
        .sort { font: inherit; color: inherit; background: none; border: 0; padding: 0; text-align: inherit; cursor: pointer; text-decoration: underline dotted 1px; text-underline-offset: .2em; }
        .sort:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        [aria-sort=ascending] .sort::after { content: " ↑"; } [aria-sort=descending] .sort::after { content: " ↓"; }
        .spread svg { width: 100%; max-width: 40rem; } .spread .other { fill: var(--soft); opacity: .45; }
        .tools { display: flex; flex-wrap: wrap; gap: .2rem 1rem; margin-top: 2.4rem; font-size: .86rem; color: var(--soft); }
        .cite { background: var(--band); padding: .6rem 1rem; margin-top: .8rem; font-size: .86rem; } .cite p { max-width: 60rem; } .cite code { font-size: .8rem; overflow-wrap: anywhere; }
        .plainfoot th, .plainfoot td { font-weight: 400; color: var(--soft); border-top: 0; } .plainfoot tr:first-child > * { border-top: 1px solid var(--ink); }
        .plain { list-style: none; margin: .3rem 0; padding: 0; font-size: .92rem; } .plain li { padding: .15rem 0; }
        .embed main { padding-top: .2rem; } .embed h1 { font-size: 1.3rem; margin-top: .1rem; }
        .langs { font-size: .86rem; }
        .note { border-left: 3px solid var(--soft); padding: .1rem 0 .1rem .8rem; }
        a { color: var(--link); text-underline-offset: .15em; }
        a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        .skip { position: absolute; left: -999rem; }
        .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .4rem .8rem; z-index: 2; }
        .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

        .masthead { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .2rem 2rem; padding-top: .8rem; padding-bottom: .5rem; }
        .masthead::after { content: ""; flex-basis: 100%; border-bottom: 1px solid var(--rule); }
        .site { margin: 0; font-weight: bold; }
        .site a { color: inherit; text-decoration: none; }
        .site span { font: .86rem system-ui, sans-serif; color: var(--soft); margin-left: .5rem; white-space: nowrap; }
        .masthead nav > ul { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; list-style: none; margin: 0; padding: 0; font-size: .92rem; }
        .masthead [aria-current] { color: inherit; font-weight: 600; }
        .masthead details { position: relative; }
        .masthead summary { cursor: pointer; color: var(--link); }
        .masthead details ul { position: absolute; right: 0; z-index: 1; width: max-content; max-width: min(22rem, 84vw); background: var(--paper); border: 1px solid var(--rule); box-shadow: 0 4px 14px #0003; margin: .3rem 0 0; padding: .6rem 1rem; list-style: none; }
        .masthead details li { padding: .2rem 0; }
        .crumbs { margin-top: .8rem; font-size: .92rem; }
        .crumbs + h1 { margin-top: .2rem; }
        footer { margin-top: 3rem; padding-top: .6rem; padding-bottom: 1.5rem; color: var(--soft); font-size: .86rem; }
        footer::before { content: ""; display: block; border-top: 1px solid var(--rule); margin-bottom: .6rem; }

        /* A shadow at an edge says that a table goes on there; it is covered where the table ends. */
        .scroll { overflow-x: auto; max-width: 100%; margin: .8rem 0; container-type: inline-size; background: linear-gradient(90deg, var(--paper) 40%, #0000) left / 2.6rem 100% no-repeat local, linear-gradient(270deg, var(--paper) 40%, #0000) right / 2.6rem 100% no-repeat local, linear-gradient(90deg, #0000 1px, var(--shade) 1px, #0000) left / .8rem 100% no-repeat, linear-gradient(270deg, #0000 1px, var(--shade) 1px, #0000) right / .8rem 100% no-repeat; }
        table { border-collapse: collapse; font-size: .92rem; line-height: 1.35; font-variant-numeric: tabular-nums lining-nums; }
        caption { position: sticky; left: 0; max-width: 100cqi; text-align: left; color: var(--soft); font-size: .86rem; padding-bottom: .35rem; }
        th, td { padding: .32rem .7rem .32rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); font-weight: normal; }
        thead th { vertical-align: bottom; font-size: .8rem; line-height: 1.25; color: var(--soft); border-bottom: 1px solid var(--ink); }
        tbody th { min-width: 7rem; }
        tfoot th, tfoot td { border-bottom: 0; border-top: 1px solid var(--ink); font-weight: 600; }
        .n + td:not(.n), .n + th:not(.n) { padding-left: .9rem; }
        .n { text-align: right; white-space: nowrap; padding-left: .7rem; padding-right: .3rem; }
        thead .n { white-space: normal; min-width: 4.2rem; max-width: 9rem; }
        .wide { width: 12rem; min-width: 7rem; padding-left: .6rem; }
        .results { width: 100%; }
        .results th[scope=row] { min-width: 9rem; }
        .places { width: 100%; }
        .places td:not(.n) { min-width: 9rem; }
        .flow td { line-height: 1.25; }
        td.small { min-width: 10rem; }
        .findings td { font-size: .86rem; min-width: 5rem; }
        .findings td:last-child { min-width: 16rem; }
        .group th { background: var(--band); font-weight: 600; padding-left: .4rem; }
        .elected th { font-weight: 600; }
        .held { display: inline-block; margin-right: .9rem; }
        td:has(> .held) { min-width: 14rem; }
        .elected td:last-child { min-width: 8rem; }
        .quotients .won { outline: 2px solid var(--ink); outline-offset: -3px; padding-right: .5rem; background: var(--band); }
        .quotients .seat { display: block; font-size: .75rem; color: var(--soft); }
        svg.bar { width: 100%; height: .8rem; margin-top: .25rem; background: var(--band); }
        .swatch { display: inline-block; width: .72em; height: .72em; margin-right: .12em; border: 1px solid #0003; }
        .open { fill: none; stroke: var(--soft); stroke-width: 1; background: none; }
        .swatch.open { border: 1.5px solid var(--soft); border-radius: 50%; }
        main details > summary { cursor: pointer; margin: .8rem 0; color: var(--link); }
        dt { font-weight: 600; margin-top: .8rem; }
        dd { margin: 0; max-width: 44rem; }
        pre { background: var(--band); padding: .7rem 1rem; white-space: pre-wrap; }

        figure { margin: 1rem 0; }
        svg { max-width: 100%; height: auto; display: block; }
        svg text { font: 13px system-ui, sans-serif; fill: var(--ink); dominant-baseline: central; }
        svg text.end { text-anchor: end; }
        svg.lines text { dominant-baseline: auto; }
        svg .mid { text-anchor: middle; }
        svg .grid { stroke: var(--rule); }
        svg.lines { width: 100%; min-width: 34rem; max-width: 52rem; }
        .hemicycle svg { margin: 0 auto; }
        .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1rem 2rem; } .pair h3 { margin-bottom: 0; } .pair svg { max-width: 100%; height: auto; }
        .hemicycle .count text { font: bold 30px Georgia, serif; text-anchor: middle; dominant-baseline: auto; }
        .legend { display: flex; flex-wrap: wrap; justify-content: center; gap: .2rem 1.1rem; list-style: none; margin: .7rem 0; padding: 0; font-size: .9rem; }
        .panels { display: flex; flex-wrap: wrap; gap: 1rem 1.4rem; align-items: flex-start; justify-content: center; }
        .panel { margin: 0; max-width: 100%; }
        .panel figcaption { font-size: .8rem; color: var(--soft); max-width: 14rem; }
        .panel figcaption span { display: block; }
        .insets { display: flex; flex-flow: row wrap; gap: .8rem; width: 110px; }
        .inset svg { border: 1px solid var(--rule); }
        .inset path[class^=k] { stroke: currentColor; stroke-width: 10; }
        .inset figcaption { max-width: 8rem; }
        .map path { stroke: var(--edge); stroke-width: 1.6; fill-rule: evenodd; stroke-linejoin: round; }
        .map path:hover { stroke: var(--ink); stroke-width: 6; }
        .map path.none { fill: var(--paper); stroke: var(--soft); stroke-width: 4; stroke-dasharray: 4 8; }
        .map path.scale { fill: none; stroke: var(--ink); stroke-width: 8; }
        .tints td, .tints thead th { text-align: center; padding: .2rem .35rem; border: 0; min-width: 3.4rem; }
        .tints thead th:first-child { text-align: left; padding-left: 0; }
        .tints th { border: 0; }
        .tint { display: block; height: 1rem; border: 1px solid #0002; }
        .ivs { width: 100%; } .ivs td { width: 18%; } .ivs th[scope=row] { font-weight: 600; min-width: 9rem; } .ivs th small { display: block; }
        .iv { width: 100%; min-width: 4rem; height: 1.5rem; overflow: visible; } .iv rect { opacity: .55; } .iv .unknown { fill: var(--soft); opacity: .3; } .iv circle { fill: var(--ink); }
        .iv .bd { display: none; stroke: var(--soft); stroke-dasharray: 2 3; stroke-width: 2; } body:has(#bounds:checked) .iv .bd { display: inline; }
        .untold th, .untold td { color: var(--soft); }
        .toggle { font-size: .9rem; } .toggle input { width: 1.1rem; height: 1.1rem; vertical-align: -.15em; }

        /* Verdicts: each has a sign, a word, a line of its own and a colour that colour-blind readers can tell apart. */
        .v-confirmed { --v: #0072b2; --line: solid; }
        .v-confirmed-by-rounding { --v: #0072b2; --line: double; }
        .v-depends-on-scope { --v: #8c6d1f; --line: dashed; }
        .v-contradicted { --v: #b84a00; --line: wavy; }
        .v-estimated { --v: #9b3d82; --line: dotted; }
        .v-not-observable, .v-needs-data, .v-several, .v-open { --v: var(--soft); --line: dotted; }
        @media (prefers-color-scheme: dark) { .v-confirmed, .v-confirmed-by-rounding { --v: #56b4e9; } .v-depends-on-scope { --v: #e6b94a; } .v-contradicted { --v: #ff9152; } .v-estimated { --v: #e39acb; } }
        .verdicts { display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; list-style: none; margin: .8rem 0; padding: 0; }
        .verdicts span, .label span { display: inline-block; min-width: 1.1em; font-weight: bold; color: var(--v); }
        a.label { text-decoration: none; }
        a.label b, a.label:hover span { text-decoration: underline; text-underline-offset: .15em; }
        .ref { font: bold .72rem/1 system-ui, sans-serif; color: var(--v); text-decoration: none; padding: 0 .15em; white-space: nowrap; }
        .ref:hover, .ref:focus-visible { text-decoration: underline; }
        sup { line-height: 0; }
        .judged { max-width: 38rem; font: 1.08rem/1.6 Georgia, "Liberation Serif", serif; }
        .judged .p { margin: .8rem 0; }
        .judged h2 { border-top: 0; padding-top: 0; margin-top: 1.2rem; }
        .judged blockquote { margin: .8rem 0; padding-left: 1rem; border-left: 3px solid var(--rule); }
        .judged .image { font-style: italic; color: var(--soft); }
        mark { background: none; color: inherit; text-decoration: underline var(--line) var(--v) 2px; text-underline-offset: .2em; }
        mark.v-several { text-decoration-style: double; }
        .notes { font: .86rem/1.4 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
        .verdict { margin: .45rem 0; padding: .05rem 0 .05rem .7rem; border-left: 4px solid var(--v); }
        .verdict .label { margin-right: .35rem; }
        .verdict .way { display: block; }
        .verdict p { margin: .3rem 0; }
        .judged .verdict summary { margin: 0; width: fit-content; }
        .origin span { display: block; font-size: .82rem; color: var(--soft); }
        .origin code, .origin .rows { display: inline; overflow-wrap: anywhere; }
        .claims .label { white-space: nowrap; }
        .claims tr:target, .verdict:target { background: var(--band); }
        .claims td:last-child { min-width: 16rem; }
        @media (min-width: 64rem) { .judged { display: flow-root; } .judged .notes { float: right; clear: right; width: 20.5rem; margin-right: -23.5rem; } section:has(> .judged) { overflow: clip visible; } }

        @media (max-width: 40rem) { h1 { font-size: 1.6rem; } .lead { font-size: 1.08rem; } main, .masthead, footer { padding-left: .9rem; padding-right: .9rem; } .masthead details { position: static; } .masthead { position: relative; } .ivs thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; } .ivs, .ivs tbody, .ivs tr, .ivs td, .ivs th { display: block; width: auto; } .ivs tr { padding: .6rem 0; border-bottom: 1px solid var(--rule); } .ivs td, .ivs th { border: 0; padding: .1rem 0; } .ivs td { display: grid; grid-template-columns: 6.5rem 1fr 7rem; gap: .6rem; align-items: center; } .ivs td::before { content: attr(data-l); font-size: .82rem; color: var(--soft); } .ivs td span { text-align: right; } td:has(> .held) { min-width: 11rem; } .masthead details ul { left: .9rem; right: .9rem; width: auto; max-width: none; } .results .wide { display: none; } .res li, .res.short li { grid-template-columns: 1fr auto auto; gap: .1rem .8rem; } .res li > svg { grid-row: 2; grid-column: 1 / -1; } .close li { grid-template-columns: 3.8rem 1fr; } .close .d { font-size: 1.2rem; } }
        @media print { :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --band: #fff; --link: #000; } .masthead nav, .skip, .more, .search, .tools { display: none; } body { font-size: 10pt; } main { max-width: none; } .scroll { overflow: visible; } h2, figure, tr { break-inside: avoid; } h2 { break-after: avoid; } .bar, .swatch, .tint { print-color-adjust: exact; } }

        """;

    /// <summary>The rules, then the site's own colours and their tints.</summary>
    public static string Text { get; } = Of(new Palette([]));

    /// <summary>The rules, then the colours of a site and their tints.</summary>
    public static string Of(Palette palette)
    {
        var rules = new StringBuilder(Fixed);
        for (var colour = 0; colour < palette.All.Count; colour++)
        {
            rules.Append($".k{colour} {{ background: {palette.All[colour]}; fill: {palette.All[colour]}; }}\n");
            for (var tint = 0; tint < 5; tint++)
            {
                var tinted = palette.TintOf(colour, tint);
                rules.Append($".k{colour}t{tint} {{ color: {tinted}; background: currentColor; fill: currentColor; }}\n");
            }
        }

        rules.Append("@media screen and (prefers-color-scheme: dark) {\n");
        for (var colour = 0; colour < palette.All.Count; colour++)
        {
            var dark = colour < Palette.Dark.Count ? Palette.Dark[colour] : Shade.Readable(palette.All[colour], Shade.DarkPaper);
            rules.Append($".k{colour} {{ background: {dark}; fill: {dark}; }}\n");
        }

        return rules.Append("}\n").ToString();
    }
}
