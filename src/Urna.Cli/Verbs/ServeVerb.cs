using System.CommandLine;
using System.Net;
using Urna.Model;
using Urna.Store;
using Urna.Web.Live;

namespace Urna.Cli.Verbs;

/// <summary><c>urna serve</c>: the pages live, the API, events, tools for assistants over HTTP.</summary>
static class ServeVerb
{
    const int MostPort = 65_535;

    public static Command Command()
    {
        var elections = new Argument<string[]>("ELECTIONS") { Arity = ArgumentArity.OneOrMore };
        var port = new Option<int>("--port") { HelpName = "N", DefaultValueFactory = _ => 8080 };
        var address = new Option<string?>("--address") { HelpName = "IP" };
        var host = new Option<string[]>("--host") { HelpName = "NAME", DefaultValueFactory = _ => [] };
        var language = Options.Language();
        var command = new Command("serve") { elections, port, address, host, language };
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = new ServeSettings([.. parsed.GetRequiredValue(elections).Select(ShippedElections.Resolve)])
            {
                Port = parsed.GetValue(port) is >= 0 and <= MostPort and var free ? free : throw Refused("--port", $"{parsed.GetValue(port)}", $"0 … {MostPort}"),
                Address = parsed.GetValue(address) is not { } text ? IPAddress.Loopback : IPAddress.TryParse(text, out var ip) ? ip : throw Refused("--address", text, "192.0.2.1, 0.0.0.0, ::"),
                Hosts = [.. parsed.GetValue(host)!],
                Language = parsed.GetValue(language),
                Version = ReportVerb.Version(),
                Failed = Messages.Tell,
            };
            if (!IPAddress.IsLoopback(settings.Address) && settings.Hosts.IsEmpty)
            {
                throw new UsageException(LocalizedText.Say("serve.an-address-needs-a-host", ("address", $"{settings.Address}")));
            }

            await LiveServer.RunAsync(settings, at => Messages.Tell(LocalizedText.Say("serve.listening", ("at", at))), cancel).ConfigureAwait(false);
            return ExitCode.Clean;
        });
        return command;
    }

    static UsageException Refused(string option, string value, string allowed) => new(LocalizedText.Say("option.not-allowed", ("value", value), ("option", option), ("allowed", allowed)));
}
