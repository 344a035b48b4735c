using Urna.Model;
using System.CommandLine;
using Urna.Infer.Simulation;
using Urna.Store;
using Urna.Store.Transfers;

namespace Urna.Cli.Verbs;

/// <summary><c>urna infer simulate</c>: boxes with known truth.</summary>
static class InferSimulateVerb
{
    public static Command Command()
    {
        var units = new Option<int>("--units") { Description = "how many units", HelpName = "N", Required = true };
        var rows = new Option<int>("--rows") { Description = "how many groups or earlier votes", HelpName = "R", Required = true };
        var columns = new Option<int>("--columns") { Description = "how many later votes", HelpName = "C", Required = true };
        var size = new Option<double>("--size") { Description = "mean number of people of a unit", HelpName = "MEAN", Required = true };
        var spread = Number("--size-spread", "standard deviation of the sizes over their mean", 0, "CV");
        var heterogeneity = Number("--heterogeneity", "how far units vote differently, 0 to 1", 0, "φ");
        var context = Number("--context", "how far a group's votes depend on its share of the unit, in log-odds", 0, "κ");
        var segregation = Number("--segregation", "how apart the groups live, 0 to 1", 0.1, "λ");
        var change = Number("--roll-change", "part of the people who leave the roll, and who enter it, 0 to 1", 0, "RATE");
        var seed = new Option<ulong>("--seed") { Description = "the same seed gives the same files", HelpName = "S", DefaultValueFactory = _ => 1 };
        var output = new Option<DirectoryInfo>("--output", "-o") { Description = "the folder to write", HelpName = "DIR", Required = true };
        var force = new Option<bool>("--force") { Description = "write over what is there and was not simulated" };
        var command = new Command("simulate", "Make boxes with known truth: W.csv and X.csv to estimate from, truth.csv to compare with.")
        {
            units, rows, columns, size, spread, heterogeneity, context, segregation, change, seed, output, force,
        };
        command.SetAction(parsed => Run(
            new SimulationSettings
            {
                Units = parsed.GetValue(units),
                Rows = parsed.GetValue(rows),
                Columns = parsed.GetValue(columns),
                Size = parsed.GetValue(size),
                SizeSpread = parsed.GetValue(spread),
                Heterogeneity = parsed.GetValue(heterogeneity),
                Context = parsed.GetValue(context),
                Segregation = parsed.GetValue(segregation),
                RollChange = parsed.GetValue(change),
                Seed = parsed.GetValue(seed),
            },
            parsed.GetRequiredValue(output).FullName,
            parsed.GetValue(force)));
        return command;
    }

    static Option<double> Number(string name, string description, double usual, string help) =>
        new(name) { Description = description, HelpName = help, DefaultValueFactory = _ => usual };

    static int Run(SimulationSettings settings, string folder, bool force)
    {
        var target = new OutputTarget(folder, OutputKind.Simulation) { Force = force };
        if ((settings.Fault ?? OutputFolder.RefusalOf(target)) is { } refusal)
        {
            throw new UsageException(refusal);
        }

        var boxes = Progress.During("Drawing", () => BoxSimulation.Draw(settings));
        SimulationFiles.Write(target, boxes);
        Messages.Tell(LocalizedText.Say(
            "infer-simulate.units-with-people-written-to-seed", ("units", settings.Units), ("truth", boxes.Truth.Sum()),
            ("folder", folder), ("seed", settings.Seed)));
        return ExitCode.Clean;
    }
}
