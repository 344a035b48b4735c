using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Urna.Cli;

/// <summary>Help that teaches: what a verb answers, its options, and examples to try.</summary>
static class Help
{
    /// <summary>What the command is.</summary>
    public const string Root =
        "Urna, an election laboratory: from official counts to seats under the exact law, to who voted for whom, to a report one can publish.";

    static readonly Dictionary<string, string[]> examples = new()
    {
        ["urna"] =
        [
            "urna report elections/cl-2021 -o out         the whole account, as a site that opens from disk",
            "urna count elections/cl-2021 --by region     votes by region",
            "urna seats elections/cl-2021 --explain       every seat, with the steps that led to it",
        ],
        ["report"] =
        [
            "urna report elections/cl-2021 -o out",
            "urna report elections/cl-2021 -o salida --lang es",
            "urna report elections/cl-2021 --article my.md -o out     the article, with each verdict beside its sentence",
        ],
        ["validate"] =
        [
            "urna validate elections/cl-2021",
            "urna validate elections/cl-1970 --fail-on warning     exit code 1 if a total differs",
            "urna validate votes.csv --format json                 one finding a line",
            "urna validate elections/cl-2021 --max-examples 50     more examples of each code",
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
            "urna history elections --measure change --measure votes --of communists        the largest changes first",
        ],
        ["seats"] =
        [
            "urna seats elections/cl-2021 --contest deputies",
            "urna seats elections/cl-2021 --contest convention --explain",
            "urna seats --rule congress-2015 --votes votes.csv --seats seats.csv --format json",
            "urna seats --rule dhondt --threshold 5% --votes votes.csv --seats seats.csv       a method by its name, to try",
            "urna seats --rule scottish-councils --ballots ward.blt --explain        ranked ballots, with a sheet of every count",
        ],
        ["power"] =
        [
            "urna power members.csv --quota 78                            power and minimal coalitions where 78 seats decide",
            "urna power elections/cl-2021                                 under each quorum of the election's date",
            "urna power elections/cl-2021 --passes --date 2023-03-01      which lists pass what in both chambers",
            "urna power elections/cl-2021 --coalition \"Apruebo Dignidad,Nuevo Pacto Social\"",
        ],
        ["audit"] =
        [
            "urna audit plan elections/cl-2021 --contest deputies      how many ballots would confirm each district's seats",
            "urna audit assess ELECTION --contest ID --seed 41 --manifest boxes.csv --sheets sheets.csv",
        ],
        ["audit forensics"] =
        [
            "urna audit forensics elections/cl-2021 --contest president-2              every test the data allow, with controls",
            "urna audit forensics ELECTION --contest ID --page tests.html --lang es    a page: innocent causes first",
        ],
        ["audit plan"] =
        [
            "urna audit plan elections/cl-2021 --contest president-2 --method batch-comparison --seed 31415926535897932384",
            "urna audit plan --rule dhondt --votes votes.csv --seats seats.csv --method ballot-comparison --format json",
            "urna audit plan ELECTION --contest ID --manifest boxes.csv --seed 31415926535897932384 --format csv -o pull.csv     what to fetch, place by place",
        ],
        ["audit assess"] =
        [
            "urna audit assess ELECTION --contest ID --manifest boxes.csv --seed 31415926535897932384 --sheets sheets.csv     exit code 0: stop",
        ],
        ["whatif"] =
        [
            "urna whatif elections/cl-2021 --contest deputies --split '*'                 without pacts",
            "urna whatif elections/cl-2021 --contest deputies --districts nation --threshold 5%",
            "urna whatif elections/cl-2021 --contest deputies --join Left --of 'Apruebo Dignidad' --of 'Nuevo Pacto Social' --draws 1000 --seed 7",
            "urna whatif elections/cl-2021 --contest deputies --find 'majority Apruebo Dignidad'       the fewest votes, and the least swing",
            "urna whatif elections/cl-2021 elections/cl-2021/scenarios.yaml --contest deputies        several side by side",
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
            "urna infer --rows boxes/W.csv --columns boxes/X.csv       then compare with boxes/truth.csv",
        ],
        ["night"] =
        [
            "urna night record my-election --snapshots snapshots.csv --status status.csv",
            "urna night project my-election --contest president-2 --baseline elections/cl-2021:president-1",
            "urna night replay elections/cl-2021 --contest president-2",
        ],
        ["night record"] =
        [
            "urna night record my-election --snapshots snapshots.csv --status status.csv       the plain tables",
            "urna night record my-election --source https://example.org/results.csv --as plain --every 60s",
        ],
        ["night project"] =
        [
            "urna night project my-election --contest president-2                  as the night stands",
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
            "urna claims elections/cl-2021/claims.yaml --article elections/cl-2021/article.md     with the sentence of each claim",
            "urna claims elections/cl-1970/claims.yaml --lang es --format json",
            "urna claims elections/cl-2021/claims.yaml --since monday.json     which verdicts and figures changed since --format json wrote monday.json",
        ],
        ["claims check"] =
        [
            "urna claims check elections/cl-2021/article.md --election cl-2021",
            "urna claims check column.md --election elections/cl-2021 --interactive --lang es",
            "urna claims check elections/cl-2021/article.md --election cl-2021 --page checked     open checked/claims.html",
        ],
        ["claims suggest"] =
        [
            "urna claims suggest elections/cl-2021/article.md --election cl-2021",
            "urna claims suggest column.md --election elections/cl-2021 --lang es -o claims.yaml",
        ],
        ["import"] =
        [
            "urna import --detect kerg.csv                                what it is, and why",
            "urna import kerg.csv --as de-kerg-csv -o bundestag",
            "urna import night-1930.csv --map my.yaml --as-of 2021-11-21T19:30 -o night      a snapshot more in the ledger",
            "urna import stations.csv.gz --map formats/cl-president-2021-stations.yaml -o my-election",
        ],
        ["export"] = ["urna export elections/cl-2021 -o figures.csv", "urna export elections/cl-2021 --to parquet -o figures.parquet", "urna export elections/cl-1970 --to nist -o report.json"],
        ["explain"] = ["urna explain V201"],
        ["why"] =
        [
            "urna why elections/cl-2021 region-13 boric                   which rows of which table say so, and their source",
            "urna why elections/cl-2021 region-13 registered --contest president-2 --format csv",
            "urna why bundestag 1 registered                              of an imported election: which row of which official file",
        ],
        ["diff"] = ["urna diff night 1 2", "urna diff night 2021-11-21T19:30 latest --format csv"],
        ["rule"] =
        [
            "urna rule list                               the laws that ship",
            "urna rule show congress-2015 --lang es       a law in words, with what was not verified",
            "urna rule steps                              what a law's file may say, field by field",
            "urna rule check my-law.yaml                  every fault, with its line and what is allowed",
        ],
        ["mcp"] = ["urna mcp                                     for an assistant program: tools over the elections of ./elections (docs/mcp.md)", "urna mcp elections/cl-2021 my-election"],
        ["serve"] =
        [
            "urna serve elections                         all elections of a folder, on http://localhost:8080",
            "urna serve cl-2021 my-night --port 0         pages ask for themselves again when a snapshot comes",
        ],
        ["publish"] = ["urna publish elections -o public", "urna publish elections/cl-2021 -o public --lang es"],
        ["rule list"] = ["urna rule list", "urna rule list --lang es --format csv"],
        ["rule show"] = ["urna rule show congress-2015", "urna rule show docs/examples/laws/xm-assembly.yaml --format json"],
        ["rule steps"] = ["urna rule steps", "urna rule steps levelling", "urna rule steps --format csv -o steps.csv"],
        ["rule check"] = ["urna rule check docs/examples/laws/xm-assembly.yaml", "urna rule check laws/a.yaml laws/b.yaml --format json"],
    };

    /// <summary>Adds the examples to the help of every verb.</summary>
    public static void TeachWithExamples(RootCommand root)
    {
        foreach (var (command, name) in root.Subcommands.SelectMany(c => c.Subcommands.Select(s => (s, $"{c.Name} {s.Name}")).Append((c, c.Name))).Append((root, "urna")))
        {
            var help = command.Options.OfType<HelpOption>().FirstOrDefault() ?? new HelpOption();
            if (!command.Options.Contains(help))
            {
                command.Options.Add(help);
            }

            help.Action = new WithExamples((HelpAction)help.Action!, examples[name]);
        }
    }

    /// <summary>The verbs that lead to a command, each followed by a space.</summary>
    public static string PathOf(CommandResult command) =>
        command.Command is RootCommand ? "" : $"{(command.Parent is CommandResult parent ? PathOf(parent) : "")}{command.Command.Name} ";

    sealed class WithExamples(HelpAction help, string[] lines) : SynchronousCommandLineAction
    {
        // Help is asked for by whoever does not know the arguments yet.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = help.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var line in lines)
            {
                output.WriteLine($"  {line}");
            }

            output.WriteLine();
            return code;
        }
    }
}
