namespace Urna.Cli;

/// <summary>Commands to try, by verb; the catalogue has what some of them answer, as <c>help.VERB.example-N</c>.</summary>
static class HelpExamples
{
    /// <summary>The examples of each verb.</summary>
    public static IReadOnlyDictionary<string, string[]> Of { get; } = new Dictionary<string, string[]>
    {
        ["urna"] =
        [
            "urna report elections/cl-2021 -o out",
            "urna count elections/cl-2021 --by region",
            "urna seats elections/cl-2021 --explain",
        ],
        ["report"] =
        [
            "urna report elections/cl-2021 -o out",
            "urna report elections/cl-2021 -o salida --lang es",
            "urna report elections/cl-2021 --article my.md -o out",
        ],
        ["validate"] =
        [
            "urna validate elections/cl-2021",
            "urna validate elections/cl-1970 --fail-on warning",
            "urna validate votes.csv --format json",
            "urna validate elections/cl-2021 --max-examples 50",
        ],
        ["count"] =
        [
            "urna count elections/cl-2021 --contest president-2 --by region",
            "urna count elections/cl-2021 --contest president-2 --without abroad",
            "urna count elections/cl-2021 --by commune --format csv -o communes.csv",
        ],
        ["history"] =
        [
            "urna history elections --measure turnout",
            "urna history elections --measure seats --of right",
            "urna history elections --measure turnout-of-adults --place 13101 --format csv",
            "urna history elections --measure change --measure votes --of communists",
        ],
        ["seats"] =
        [
            "urna seats elections/cl-2021 --contest deputies",
            "urna seats elections/cl-2021 --contest convention --explain",
            "urna seats --rule congress-2015 --votes votes.csv --seats seats.csv --format json",
            "urna seats --rule dhondt --threshold 5% --votes votes.csv --seats seats.csv",
            "urna seats --rule scottish-councils --ballots ward.blt --explain",
        ],
        ["power"] =
        [
            "urna power members.csv --quota 78",
            "urna power elections/cl-2021",
            "urna power elections/cl-2021 --passes --date 2023-03-01",
            "urna power elections/cl-2021 --coalition \"Apruebo Dignidad,Nuevo Pacto Social\"",
        ],
        ["audit"] =
        [
            "urna audit plan elections/cl-2021 --contest deputies",
            "urna audit assess ELECTION --contest ID --seed 41 --manifest boxes.csv --sheets sheets.csv",
        ],
        ["audit forensics"] =
        [
            "urna audit forensics elections/cl-2021 --contest president-2",
            "urna audit forensics ELECTION --contest ID --page tests.html --lang es",
        ],
        ["audit plan"] =
        [
            "urna audit plan elections/cl-2021 --contest president-2 --method batch-comparison --seed 31415926535897932384",
            "urna audit plan --rule dhondt --votes votes.csv --seats seats.csv --method ballot-comparison --format json",
            "urna audit plan ELECTION --contest ID --manifest boxes.csv --seed 31415926535897932384 --format csv -o pull.csv",
        ],
        ["audit assess"] =
        [
            "urna audit assess ELECTION --contest ID --manifest boxes.csv --seed 31415926535897932384 --sheets sheets.csv",
        ],
        ["whatif"] =
        [
            "urna whatif elections/cl-2021 --contest deputies --split '*'",
            "urna whatif elections/cl-2021 --contest deputies --districts nation --threshold 5%",
            "urna whatif elections/cl-2021 --contest deputies --join Left --of 'Apruebo Dignidad' --of 'Nuevo Pacto Social' --draws 1000 --seed 7",
            "urna whatif elections/cl-2021 --contest deputies --find 'majority Apruebo Dignidad'",
            "urna whatif elections/cl-2021 elections/cl-2021/scenarios.yaml --contest deputies",
        ],
        ["infer"] =
        [
            "urna infer elections/cl-2021 --from president-1 --to president-2",
            "urna infer elections/cl-2021 --from president-1 --to president-2 --by region",
            "urna infer elections/cl-2021 --from voters-age --to president-2 --lang es",
            "urna infer --rows round1.csv --columns round2.csv --roll net --format json",
            "urna infer simulate --units 500 --rows 4 --columns 3 --size 300 -o boxes",
        ],
        ["infer simulate"] =
        [
            "urna infer simulate --units 500 --rows 4 --columns 3 --size 300 -o boxes",
            "urna infer simulate --units 2000 --rows 6 --columns 5 --size 250 --heterogeneity 0.02 --roll-change 0.01 --seed 7 -o boxes",
            "urna infer --rows boxes/W.csv --columns boxes/X.csv",
        ],
        ["night"] =
        [
            "urna night record my-election --snapshots snapshots.csv --status status.csv",
            "urna night project my-election --contest president-2 --baseline elections/cl-2021:president-1",
            "urna night replay elections/cl-2021 --contest president-2",
        ],
        ["night record"] =
        [
            "urna night record my-election --snapshots snapshots.csv --status status.csv",
            "urna night record my-election --source https://example.org/results.csv --as plain --every 60s",
        ],
        ["night project"] =
        [
            "urna night project my-election --contest president-2",
            "urna night project my-election --contest president-2 --as-of 2021-12-19T19:30 --format json",
            "urna night project my-election --contest president-2 --all --format csv -o night.csv",
        ],
        ["night replay"] =
        [
            "urna night replay elections/cl-2021 --contest president-2 --order clustered --nights 20",
            "urna night replay elections/cl-2021 --contest deputies --order small-first --at 10,50",
        ],
        ["claims"] =
        [
            "urna claims elections/cl-2021/claims.yaml",
            "urna claims elections/cl-2021/claims.yaml --article elections/cl-2021/article.md",
            "urna claims elections/cl-1970/claims.yaml --lang es --format json",
            "urna claims elections/cl-2021/claims.yaml --since monday.json",
        ],
        ["claims check"] =
        [
            "urna claims check elections/cl-2021/article.md --election cl-2021",
            "urna claims check column.md --election elections/cl-2021 --interactive --lang es",
            "urna claims check elections/cl-2021/article.md --election cl-2021 --page checked",
        ],
        ["claims suggest"] =
        [
            "urna claims suggest elections/cl-2021/article.md --election cl-2021",
            "urna claims suggest column.md --election elections/cl-2021 --lang es -o claims.yaml",
        ],
        ["import"] =
        [
            "urna import --detect kerg.csv",
            "urna import kerg.csv --as de-kerg-csv -o bundestag",
            "urna import night-1930.csv --map my.yaml --as-of 2021-11-21T19:30 -o night",
            "urna import stations.csv.gz --map formats/cl-president-2021-stations.yaml -o my-election",
        ],
        ["export"] = ["urna export elections/cl-2021 -o figures.csv", "urna export elections/cl-2021 --to parquet -o figures.parquet", "urna export elections/cl-1970 --to nist -o report.json"],
        ["explain"] = ["urna explain V201"],
        ["why"] =
        [
            "urna why elections/cl-2021 region-13 boric",
            "urna why elections/cl-2021 region-13 registered --contest president-2 --format csv",
            "urna why bundestag 1 registered",
        ],
        ["diff"] = ["urna diff night 1 2", "urna diff night 2021-11-21T19:30 latest --format csv"],
        ["rule"] =
        [
            "urna rule list",
            "urna rule show congress-2015 --lang es",
            "urna rule steps",
            "urna rule check my-law.yaml",
        ],
        ["mcp"] = ["urna mcp", "urna mcp elections/cl-2021 my-election"],
        ["serve"] =
        [
            "urna serve elections",
            "urna serve cl-2021 my-night --port 0",
        ],
        ["publish"] = ["urna publish elections -o public", "urna publish elections/cl-2021 -o public --lang es"],
        ["rule list"] = ["urna rule list", "urna rule list --lang es --format csv"],
        ["rule show"] = ["urna rule show congress-2015", "urna rule show docs/examples/laws/xm-assembly.yaml --format json"],
        ["rule steps"] = ["urna rule steps", "urna rule steps levelling", "urna rule steps --format csv -o steps.csv"],
        ["rule check"] = ["urna rule check docs/examples/laws/xm-assembly.yaml", "urna rule check laws/a.yaml laws/b.yaml --format json"],
    };
}
