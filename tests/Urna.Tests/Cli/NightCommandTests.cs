using System.Net;
using System.Text;
using System.Text.Json;
using Urna.Forecast;
using Urna.Model;
using Urna.Store.Nights;

namespace Urna.Tests.Cli;

/// <summary>A night as its users meet it: recorded, projected, replayed.</summary>
public sealed class NightCommandTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("urna-night-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string Election()
    {
        File.WriteAllText(Path.Combine(folder, "election.yaml"), """
            id: xx-2021
            title: { en: X, es: X }
            country: xx
            date: 2021-11-21
            places: places.csv
            contests:
              - id: x
                title: { en: X, es: X }
                candidacies: candidacies-x.csv
                results: results-x.csv
            """);
        File.WriteAllText(Path.Combine(folder, "places.csv"), "place,parent,level,name\nall,,country,All\np,all,commune,P\nq,all,commune,Q\n");
        File.WriteAllText(Path.Combine(folder, "candidacies-x.csv"), "choice,district,list,party,candidate\na,,,,A\nb,,,,B\n");
        File.WriteAllText(Path.Combine(folder, "results-x.csv"), "contest,place,choice,votes\nx,p,registered,2000\nx,q,registered,2000\n");
        return folder;
    }

    string Table(string name, string text)
    {
        File.WriteAllText(Path.Combine(folder, name), text);
        return Path.Combine(folder, name);
    }

    [Fact]
    public void Record_PlainTablesTwice_ProjectsTheSameNight()
    {
        var election = Election();
        var votes = Table("s.csv", "time,place,type,choice,votes\n2021-11-21T19:00:00,p,all,a,700\n2021-11-21T19:00:00,p,all,b,500\n");
        var status = Table("t.csv", "time,place,type,status,counted,of,registered\n2021-11-21T19:00:00,p,all,counted,,,\n");
        Assert.Equal(0, UrnaCommand.Run("night", "record", election, "--snapshots", votes, "--status", status).ExitCode);
        var once = UrnaCommand.Run("night", "project", election, "--format", "json");
        Assert.Equal(0, UrnaCommand.Run("night", "record", election, "--snapshots", votes, "--status", status).ExitCode);
        Assert.Equal(once.Output, UrnaCommand.Run("night", "project", election, "--format", "json").Output);
        using var json = JsonDocument.Parse(once.Output);
        Assert.Equal("2021-11-21T19:00:00", json.RootElement.GetProperty("asOf").GetString());
        Assert.Equal(1200, json.RootElement.GetProperty("counted").GetInt64());
        Assert.Equal(2, json.RootElement.GetProperty("units").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("unitsCounted").GetInt32());
        Assert.InRange(json.RootElement.GetProperty("expected").GetProperty("votes").GetDouble(), 1800, 3000);
    }

    [Fact]
    public void Record_UnknownPlaceOrChoice_IsRefusedWithEveryRowAndKeepsNothing()
    {
        var election = Election();
        var votes = Table("s.csv", "time,place,type,choice,votes\n2021-11-21T19:00:00,nowhere,all,a,700\n2021-11-21T19:00:00,p,all,c,500\nyesterday,p,mail,a,-1\n");
        var told = UrnaCommand.Run("night", "record", election, "--snapshots", votes);
        Assert.Equal(3, told.ExitCode);
        Assert.All(["V107", "V108", "V118", "V110", "V105"], code => Assert.Contains(code, told.Errors, StringComparison.Ordinal));
        Assert.Equal(4, UrnaCommand.Run("night", "project", election).ExitCode);
    }

    [Fact]
    public void Store_AnswerKeptAndNotRead_IsReadByTheNextRecorder()
    {
        var contest = new Contest { Id = "x", Title = LocalizedText.Same("x"), Date = new DateOnly(2021, 1, 1), Candidacies = [new Candidacy { Choice = "a", Candidate = "A" }], Returns = [] };
        var places = new PlaceTree([new("all", null, "country", "All"), new("p", "all", "commune", "P")]);
        var store = new NightStore(folder, "x");
        using var held = store.Hold(TimeSpan.Zero);

        // Killed after the answer was kept, and while the next was written.
        store.Keep(Encoding.UTF8.GetBytes("time,place,type,choice,votes\n2021-11-21T19:00:00,p,all,a,7\n"), DateTimeOffset.UnixEpoch, "s.csv");
        File.WriteAllText(Path.Combine(store.Folder, "raw", "000002-x.part"), "time,pl");
        Assert.Empty(store.Read(places, new HashSet<string> { "a" }).Value!.Votes);
        Assert.Equal(1, new NightRecorder(store, places, contest, "plain", "s.csv").Recover());
        Assert.Equal(7, store.Read(places, new HashSet<string> { "a" }).Value!.Votes.Single().Votes);
        Assert.Equal(0, new NightRecorder(store, places, contest, "plain", "s.csv").Recover());
    }

    [Fact]
    public async Task Look_SourceDownThenCorruptThenCorrected_TheNightStandsAndThenGoesOn()
    {
        var contest = new Contest { Id = "x", Title = LocalizedText.Same("x"), Date = new DateOnly(2021, 1, 1), Candidacies = [new Candidacy { Choice = "a", Candidate = "A" }], Returns = [] };
        var places = new PlaceTree([new("all", null, "country", "All"), new("p", "all", "commune", "P")]);
        var choices = new HashSet<string> { "a" };
        string? answer = "time,place,type,choice,votes\n2021-11-21T19:00:00,p,all,a,70\n";
        using var server = new HttpListener();
        var address = $"http://127.0.0.1:{41000 + (Environment.ProcessId % 20000)}/night/";
        server.Prefixes.Add(address);
        server.Start();
        var serving = Task.Run(async () =>
        {
            while (true)
            {
                var context = await server.GetContextAsync();
                context.Response.StatusCode = answer is null ? 503 : 200;
                context.Response.Close(Encoding.UTF8.GetBytes(answer ?? ""), willBlock: true);
            }
        }, TestContext.Current.CancellationToken);
        var store = new NightStore(folder, "x");
        using var held = store.Hold(TimeSpan.Zero);
        var recorder = new NightRecorder(store, places, contest, "plain", address);
        async Task<(LookKind Kind, long Votes, int BackOff)> Look()
        {
            var look = await recorder.LookAsync(DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
            var log = store.Read(places, choices).Value!;
            return (look.Kind, log.At(log.Moments[^1], ["a"]).Cell("p", VoteType.All)![0], recorder.BackOff);
        }

        Assert.Equal((LookKind.Taken, 70, 1), await Look());
        Assert.Equal((LookKind.Unchanged, 70, 1), await Look());
        answer = null;
        Assert.Equal((LookKind.Unreachable, 70, 2), await Look());
        Assert.Equal((LookKind.Unreachable, 70, 4), await Look());
        answer = "<html>";
        Assert.Equal((LookKind.Refused, 70, 8), await Look());
        answer = "time,place,type,choice,votes\n2021-11-21T19:20:00,p,all,a,60\n";
        Assert.Equal((LookKind.Taken, 60, 1), await Look());
        server.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => serving);
    }

    [Fact]
    public void Replay_ShippedElection_GivesTheContractsFields()
    {
        var told = UrnaCommand.Run("night", "replay", "elections/cl-2021", "--contest", "president-2", "--nights", "2", "--at", "10,50", "--format", "json");
        Assert.Equal(0, told.ExitCode);
        using var json = JsonDocument.Parse(told.Output);
        Assert.Equal(2, json.RootElement.GetArrayLength());
        Assert.All(["at", "nights", "error", "errorUncounted", "errorNaive", "errorBest", "intervals", "width", "seatError", "falseCalls", "calledAt"], field => Assert.True(json.RootElement[0].TryGetProperty(field, out _)));
    }
}
