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
        var units = new Option<int>("--units") { HelpName = "N", Required = true };
        var rows = new Option<int>("--rows") { HelpName = "R", Required = true };
        var columns = new Option<int>("--columns") { HelpName = "C", Required = true };
        var size = new Option<double>("--size") { HelpName = "MEAN", Required = true };
        var spread = Number("--size-spread", 0, "CV");
        var heterogeneity = Number("--heterogeneity", 0, "φ");
        var context = Number("--context", 0, "κ");
        var segregation = Number("--segregation", 0.1, "λ");
        var change = Number("--roll-change", 0, "RATE");
        var seed = new Option<ulong>("--seed") { HelpName = "S", DefaultValueFactory = _ => 1 };
        var output = new Option<DirectoryInfo>("--output", "-o") { HelpName = "DIR", Required = true };
        var force = new Option<bool>("--force");
        var command = new Command("simulate")
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

    static Option<double> Number(string name, double usual, string help) =>
        new(name) { HelpName = help, DefaultValueFactory = _ => usual };

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
