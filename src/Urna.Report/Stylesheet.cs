using System.Text;
using Urna.Report.Views;

namespace Urna.Report;

/// <summary>The one style sheet of a site.</summary>
static class Stylesheet
{
    const string Fixed = """
        /* Urna: a restrained page for figures. System fonts, no network. */
        :root { --paper: #fff; --ink: #1a1a1a; --soft: #595959; --rule: #d0d0d0; --band: #f4f3ef; --link: #0b4f8a; --edge: #fff; --shade: #0004; color-scheme: light dark; }
        @media (prefers-color-scheme: dark) { :root { --paper: #16181a; --ink: #e9e7e2; --soft: #b0aeaa; --rule: #45484b; --band: #212427; --link: #8cc4f5; --edge: #16181a; --shade: #fff5; } }
        * { box-sizing: border-box; }
        td, th, li, dt, dd, a, strong, em, figcaption, h1, h2, h3 { unicode-bidi: isolate; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; overflow-wrap: break-word; }
        main, .masthead, footer { max-width: 66rem; margin: 0 auto; padding: 0 1.25rem; }
        h1, h2, h3, .site, .lead { font-family: Georgia, "Iowan Old Style", "Liberation Serif", "Times New Roman", serif; }
        h1 { font-size: 2.1rem; line-height: 1.15; margin: 1.2rem 0 .4rem; text-wrap: balance; }
        h2 { font-size: 1.4rem; line-height: 1.25; margin: 2.4rem 0 .5rem; padding-top: .6rem; border-top: 2px solid var(--ink); }
        h3 { font-size: 1.1rem; margin: 1.6rem 0 .3rem; }
        h2 a { color: inherit; }
        h2 .date, h2 > span { font: .95rem/1.4 system-ui, sans-serif; color: var(--soft); margin-left: .4rem; }
        p { max-width: 44rem; margin: .5rem 0; }
        .lead { font-size: 1.2rem; line-height: 1.45; }
        .date, .small, small, figcaption { color: var(--soft); font-size: .86rem; }
        .account { font: 1.08rem/1.5 Georgia, "Liberation Serif", serif; max-width: 50rem; list-style: none; padding: 0; }
        .account li { margin: .45rem 0; }
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
        .bar { display: block; height: .8rem; margin-top: .25rem; background: var(--band); }
        .bar span { display: block; height: 100%; min-width: 1px; }
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
        .ribbon { opacity: .5; }
        .ribbon:hover { opacity: .85; }
        .sankey svg { min-width: 46rem; margin: 0 auto; }

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

        @media (max-width: 40rem) { h1 { font-size: 1.6rem; } .lead { font-size: 1.08rem; } main, .masthead, footer { padding-left: .9rem; padding-right: .9rem; } .masthead details { position: static; } .masthead { position: relative; } .sankey svg { min-width: 38rem; } td:has(> .held) { min-width: 11rem; } .masthead details ul { left: .9rem; right: .9rem; width: auto; max-width: none; } .results .wide { display: none; } }
        @media print { .masthead nav, .skip, .more { display: none; } body { font-size: 10pt; } main { max-width: none; } .scroll { overflow: visible; } h2, figure, tr { break-inside: avoid; } h2 { break-after: avoid; } .bar, .swatch, .tint { print-color-adjust: exact; } }

        """;

    /// <summary>The rules, then the colours and their tints.</summary>
    public static string Text { get; } = Fixed + Colours();

    static string Colours()
    {
        var rules = new StringBuilder();
        for (var colour = 0; colour < Palette.Colours.Count; colour++)
        {
            rules.Append($".k{colour} {{ background: {Palette.Colours[colour]}; fill: {Palette.Colours[colour]}; }}\n");
            for (var tint = 0; tint < 5; tint++)
            {
                var tinted = Palette.Tinted(colour, tint);
                rules.Append($".k{colour}t{tint} {{ color: {tinted}; background: currentColor; fill: currentColor; }}\n");
            }
        }

        return rules.ToString();
    }
}
