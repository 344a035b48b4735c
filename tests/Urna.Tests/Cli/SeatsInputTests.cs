using System.Text.Json;

namespace Urna.Tests.Cli;

/// <summary>Seats from plain files: every bad input gets a clear error, and every odd one the right answer.</summary>
public sealed class SeatsInputTests : IDisposable
{
    const string Header = "district,list,party,candidate,votes\n";
    const string Seats = "district,seats\nd,2\n";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("urna-test-");

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Votes, seats, and the code of the fault.</summary>
    [Theory]
    [InlineData("d,A,P,Ana,-1\n", Seats, "V105")]
    [InlineData("d,A,P,Ana,\n", Seats, "V104")]
    [InlineData("d,A,P,Ana,10.5\n", Seats, "V104")]
    [InlineData("d,A,P,Ana,\"1,000\"\n", Seats, "V104")]
    [InlineData("d,A,P,Ana,10\nd,A,P,Ana,11\n", Seats, "V106")]
    [InlineData("d,A,P,Ana,4611686018427387904\n", Seats, "V117")]
    [InlineData("d,A,P,Ana,99999999999999999999999999\n", Seats, "V117")]
    [InlineData("d,A,P,Ana,10\n", "district,seats\nd,0\n", "V110")]
    [InlineData("d,A,P,Ana,10\n", "district,seats\nd,-1\n", "V105")]
    [InlineData("d,A,P,Ana,10\n", "district,seats\nd,99999999\n", "V117")]
    [InlineData("d,A,P,Ana,10\n", "district,seats\nd,1\nd,2\n", "V106")]
    [InlineData("e,A,P,Ana,10\n", Seats, "V107")]
    [InlineData("d,,,,10\n", Seats, "V115")]
    [InlineData("d,A,P,Ana,10\n", "district,seats,tier\nd,1,East\n", "V107")]
    public void Seats_BadFile_IsAFaultWithItsCodeAndRow(string votes, string seats, string code)
    {
        var result = Run("congress-2015", Header + votes, seats);

        Assert.Equal(3, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(code, result.Errors, StringComparison.Ordinal);
    }

    /// <summary>
    /// Quotas of 20 in each district leave 12, 11 and 17 votes in the first and 0, 15 and 5 in the second: of three seats left, quotas give one each to B and C, the remainder one to A.
    /// The tier has no row of its own, and each vote is shown once.
    /// </summary>
    [Fact]
    public void Seats_OfPooledRemainders_ShowEachVoteOnce()
    {
        var result = Run("house-1995", Header + "n,A,,,52\nn,B,,,31\nn,C,,,17\ns,A,,,20\ns,B,,,55\ns,C,,,25\n", "district,seats\nn,5\ns,5\n", "--format", "table");

        Assert.Matches(@"A +72 +4\s", result.Output);
        Assert.Matches(@"B +86 +4\s", result.Output);
        Assert.Matches(@"C +42 +2\s", result.Output);
    }

    [Fact]
    public void Seats_ManyFaults_AreToldAtOnce()
    {
        var result = Run("congress-2015", Header + "d,A,P,Ana,-1\nd,B,Q,Beto,x\ne,C,R,Ciro,5\n", Seats);

        Assert.Contains("votes.csv:2: V105", result.Errors, StringComparison.Ordinal);
        Assert.Contains("votes.csv:3: V104", result.Errors, StringComparison.Ordinal);
        Assert.Contains("votes.csv:4: V107", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Seats_MoreSeatsThanCandidacies_LeavesTheRestVacantAndSaysSo()
    {
        var result = Run("congress-2015", Header + "d,A,P,Ana,10\n", "district,seats\nd,3\n", "--explain");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(1, District(result).GetProperty("elected").GetArrayLength());
        Assert.Contains("seats-vacant", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Seats_WithoutAnyVote_AreVacant()
    {
        var result = Run("congress-2015", Header + "d,A,P,Ana,0\nd,B,Q,Beto,0\n", Seats);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(0, District(result).GetProperty("elected").GetArrayLength());
    }

    /// <summary>The largest count that is accepted, in many rows: the sums are beyond 2^45 and the seats are right.</summary>
    [Fact]
    public void Seats_HugeCounts_AreSharedExactly()
    {
        const long most = 1L << 40;
        var rows = string.Concat(Enumerable.Range(0, 40).Select(i => $"d,{(i < 20 ? "A" : "B")},P,c{i},{most - (i == 39 ? 1 : 0)}\n"));
        var lists = District(Run("congress-2015", Header + rows, "district,seats\nd,1\n")).GetProperty("lists");

        Assert.Equal("A", lists[0].GetProperty("list").GetString());
        Assert.Equal(1, lists[0].GetProperty("seats").GetInt32());
        Assert.Equal(1, lists[1].GetProperty("votesToGain").GetInt64() - 1);
    }

    /// <summary>An independent is a list of one, whatever its list says (DESIGN: contract of VOTES.csv).</summary>
    [Fact]
    public void Seats_Independent_IsAListOfOne()
    {
        var result = Run("congress-2015", "district,list,party,candidate,votes,kind\nd,A,P,Ana,10,\nd,A,IND,Sol,50,independent\nd,,,,7,blank\nd,,,,3,null\n", Seats);
        var lists = District(result).GetProperty("lists").EnumerateArray().ToDictionary(l => l.GetProperty("list").GetString()!, l => l.GetProperty("votes").GetInt64());

        Assert.Equal(["A", "IND: Sol"], lists.Keys.Order());
        Assert.Equal(10, lists["A"]);
    }

    [Fact]
    public void AllOutcomes_OfAnOpenTie_AreListedAndTheCodeIsStill1()
    {
        var result = Run("mayors", Header + "d,,P,Ana,10\nd,,Q,Beto,10\n", "district,seats\nd,1\n", "--all-outcomes");
        var root = JsonDocument.Parse(result.Output).RootElement;

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["Ana", "Beto"], root.GetProperty("outcomes").EnumerateArray().Select(o => o.GetProperty("elected")[0].GetProperty("candidate").GetString()));
        Assert.True(root.GetProperty("outcomesComplete").GetBoolean());
    }

    /// <summary>Every level that a tie names is a level of the lots file: a levelling seat that two districts claim equally.</summary>
    [Fact]
    public void Seats_TieBetweenDistricts_IsDecidedByTheLotsItAsksFor()
    {
        using var files = new PlainFolder();
        string[] ask =
        [
            "seats", "--format", "json",
            "--rule", files.Write("law.yaml", "rule: law\ncountry: xx\nsteps:\n  - { step: highest-averages, holders: lists, divisors: dhondt, article: x }\n  - { step: levelling, divisors: dhondt, place: districts, article: x }\n"),
            "--votes", files.Write("votes.csv", Header + "north,A,A,,100\nnorth,B,B,,60\nsouth,A,A,,100\nsouth,B,B,,60\n"),
            "--seats", files.Write("seats.csv", "district,seats\nnorth,1\nsouth,1\n*,1\n"),
        ];
        var open = UrnaCommand.Run(ask);
        Assert.Equal(1, open.ExitCode);
        Assert.Contains("\"level\": \"district\"", open.Output, StringComparison.Ordinal);

        var drawn = UrnaCommand.Run([.. ask, "--lots", files.Write("lots.csv", "district,level,winner\n*,district,B (north)\n")]);
        Assert.Equal(0, drawn.ExitCode);
        var districts = JsonDocument.Parse(drawn.Output).RootElement.GetProperty("districts").EnumerateArray().ToList();
        Assert.Equal([2, 1], districts.Where(d => d.GetProperty("district").GetString() != "*").Select(d => d.GetProperty("elected").GetArrayLength()));
    }

    [Fact]
    public void Margins_InJson_NameTheClosestSeats()
    {
        var result = Run("congress-2015", Header + "d,A,P,Ana,100\nd,B,Q,Beto,60\nd,C,R,Ciro,55\n", Seats, "--margins");
        var closest = JsonDocument.Parse(result.Output).RootElement.GetProperty("closest").EnumerateArray().First(c => c.GetProperty("change").GetString() == "gain");

        Assert.Equal("C", closest.GetProperty("name").GetString());
        Assert.Equal(6, closest.GetProperty("margin").GetInt64());
        Assert.Equal("B", closest.GetProperty("others")[0].GetString());
    }

    /// <summary>The worksheet of District 2 in 2021, as the Electoral Court's steps have it.</summary>
    [Fact]
    public void Explain_Deputies_IsTheFiveStepWorksheet()
    {
        var text = UrnaCommand.Run("seats", "elections/cl-2021", "--contest", "deputies", "--explain", "--lang", "es").Output;

        foreach (var heading in new[] { "1. Votos de las listas; 3 escaños", "2. Votos divididos", "3. El cociente electoral es 15.929", "4. Partidos de", "5. Candidaturas electas" })
        {
            Assert.Contains(heading, text, StringComparison.Ordinal);
        }
    }

    UrnaCommand.Result Run(string rule, string votes, string seats, params string[] options)
    {
        var (votesFile, seatsFile) = (Path.Combine(folder.FullName, "votes.csv"), Path.Combine(folder.FullName, "seats.csv"));
        File.WriteAllText(votesFile, votes);
        File.WriteAllText(seatsFile, seats);
        string[] format = options.Contains("--format") ? [] : ["--format", "json"];
        return UrnaCommand.Run(["seats", "--rule", rule, "--votes", votesFile, "--seats", seatsFile, .. format, .. options]);
    }

    static JsonElement District(UrnaCommand.Result result) => JsonDocument.Parse(result.Output).RootElement.GetProperty("districts")[0];
}
