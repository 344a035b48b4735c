using Urna.Judge;
using Urna.Store.Claims;
using Urna.Tests.Cli;
using Urna.Tests.Judge;

namespace Urna.Tests.Store;

/// <summary>A claims file that names or states what cannot be is refused, with its line and what is allowed.</summary>
public sealed class ClaimsFileTests : IDisposable
{
    readonly PlainFolder files = new();

    public void Dispose() => files.Dispose();

    /// <summary>Fields of a claim on a line each, from the third; the line of the fault; what is told as found; what as allowed.</summary>
    [Theory]
    [InlineData("measure: share|contest: president-3|of: boric|value: 28 %", 5, "president-3", "president-1")]
    [InlineData("measure: share|contest: cl-1900/president|of: boric|value: 28 %", 5, "cl-1900/president", "cl-1970/")]
    [InlineData("measure: shares|contest: president-1|of: boric|value: 28 %", 4, "shares", "share")]
    [InlineData("measure: share|contest: president-1|of: bori|value: 28 %", 6, "bori", "boric")]
    [InlineData("measure: share|contest: president-1|of: boric|value: 28", 7, "28", "a number with its unit")]
    [InlineData("measure: share|contest: president-1|of: boric|value: 28 %|places: region-99", 8, "region-99", "region-")]
    [InlineData("measure: change|contest: president-2|since: president-1|value: 5 points|places: [region-1, region-2]", 8, "2", "1")]
    [InlineData("measure: share|contest: president-1|of: boric|value: 28 %|base: votes", 8, "votes", "valid")]
    [InlineData("measure: share|contest: president-1|of: boric|value: 28 %|chamber: senate", 8, "chamber", "contest, value, of")]
    [InlineData("measure: share|contest: president-1|value: 28 %", 3, "", "'of' for this measure")]
    [InlineData("measure: share|contest: president-1|of: []|value: 28 %", 6, "", "'of' for this measure")]
    [InlineData("measure: share|contest: president-1|of: [valid]|value: 28 %", 6, "valid", "boric")]
    [InlineData("measure: turnout|contest: president-1|value: 37 seats", 6, "37 seats", "per cent")]
    [InlineData("measure: rank|contest: president-1|of: boric|value: 3 %", 7, "3 %", "a rank")]
    [InlineData("measure: seats|contest: deputies|of: PC|value: 12.5 seats", 7, "12.5 seats", "a number with its unit")]
    [InlineData("measure: elected|contest: deputies|of: 1-01|value: 1 places", 7, "1 places", "persons")]
    [InlineData("measure: elected|contest: deputies|of: PC|value: 1 persons", 6, "PC", "")]
    [InlineData("measure: date|contest: primaries|value: 2 votes", 6, "2 votes", "a day")]
    [InlineData("measure: margin|contest: president-2|of: boric|than: kasst|value: 1 votes", 7, "kasst", "kast")]
    [InlineData("measure: change|what: turnout|contest: president-1|since: president-2|value: 1 points", 7, "2021-12-19", "before 2021-11-21")]
    [InlineData("measure: change|what: turnout|contest: president-2|since: president-1|value: 1 %", 8, "1 %", "points")]
    [InlineData("measure: change|what: turnout|contest: president-2|since: president-1|value: 1 points|than: chile", 9, "chile", "cl")]
    [InlineData("measure: change|what: share|contest: president-2|since: president-1|value: 1 points", 3, "", "'of' for this measure")]
    [InlineData("measure: change|what: turnout|contest: president-2|since: []|value: 1 points", 7, "", "'since' for this measure")]
    [InlineData("measure: record|what: votes|of: [valid]|contest: president-2|since: [all, cl-2002/plebiscite]|value: 1 times", 8, "cl-2002/plebiscite", "cl-2020/")]
    [InlineData("measure: record|what: votes|of: [valid]|contest: cl-1970/president|since: president-1|value: 1 times", 8, "2021-11-21", "before 1970-09-04")]
    [InlineData("measure: outcome|contest: president-1|value: parliament", 6, "parliament", "congress")]
    [InlineData("measure: outcome|contest: president-1|value: runoff|between: [boric, trump]", 7, "trump", "")]
    [InlineData("measure: majority|chamber: lords|of: PC", 5, "lords", "senate")]
    [InlineData("measure: majority|chamber: senate|of: Tories", 6, "Tories", "RN")]
    [InlineData("measure: majority|chamber: senate|of: RN|value: maybe", 7, "maybe", "yes")]
    [InlineData("measure: majority|contest: deputies|chamber: senate|of: RN", 6, "senate", "one of the two")]
    [InlineData("measure: majority|contest: convention|of: APRUEBO DIGNIDAD|members: 12", 7, "12", "138 or more")]
    [InlineData("measure: quorum|quorum: quora|matter: reform|of: RN", 5, "quora", "quorums")]
    [InlineData("measure: quorum|matter: reforms|of: RN", 5, "reforms", "reform")]
    [InlineData("measure: quorum|matter: reform|of: [RN, EVOPOLIS]", 6, "EVOPOLIS", "EVOPOLI")]
    [InlineData("measure: quorum|matter: reform|of: RN|date: 11-3-2022", 7, "11-3-2022", "a date")]
    [InlineData("measure: bias|contest: cl-2013/deputies|standing: outsiders|value: 0 points", 6, "outsiders", "outside-lists")]
    [InlineData("measure: inferred-share|contest: president-2|from: voters-age|of: 70-99|than: kast", 7, "70-99", "70-79")]
    [InlineData("measure: inferred-share|contest: president-2|from: voters-age|of: 70-79|than: [kast, boric, abstention]", 8, "3", "2")]
    [InlineData("measure: inferred-share|contest: president-2|from: cl-2020/plebiscite|of: APRUEBO|than: kast", 6, "cl-2020/plebiscite", "president-1")]
    [InlineData("measure: inferred-share|contest: president-2|from: voters-age|of: 70-79|than: [kast, boric]|value: 5 %", 9, "5 %", "points")]
    [InlineData("contest: president-1", 3, "", "share, votes")]
    [InlineData("measure: needs-data", 3, "", "'reason' for this measure")]
    public void Read_OfAClaimThatCannotBe_TellsLineAndWhatIsAllowed(string fields, int line, string found, string allowed)
    {
        var read = Read($"  - id: x\n    {fields.Replace("|", "\n    ", StringComparison.Ordinal)}\n");

        Assert.Null(read.Value);
        Assert.Contains(read.Findings, f => f.Row == line && f.Found == found && f.Expected.Contains(allowed, StringComparison.Ordinal));
    }

    /// <summary>What a program drafted is judged only when a person has read it.</summary>
    [Fact]
    public void Read_OfADraft_IsRefusedWithItsLine()
    {
        var read = Read("  - id: x\n    measure: share\n    contest: president-1\n    of: boric\n    value: 28 %\n    draft: true\n");

        Assert.Null(read.Value);
        Assert.Contains(read.Findings, f => f is { Code: "V540", Row: 8, Found: "true" });
    }

    /// <summary>The faults of scopes name the line of the scope.</summary>
    [Theory]
    [InlineData("{ name: a, of: trump }", "trump")]
    [InlineData("{ name: a, without: mars }", "mars")]
    [InlineData("{ name: a, base: all }", "all")]
    [InlineData("{ of: kast }", "")]
    [InlineData("{ name: first }", "first")]
    public void Read_OfAScopeThatCannotBe_TellsItsLine(string scope, string found)
    {
        var read = Read($"  - id: x\n    measure: share\n    contest: president-1\n    of: boric\n    value: 28 %\n    scopes:\n      - {{ name: first }}\n      - {scope}\n");

        Assert.Contains(read.Findings, f => f.Row == 10 && f.Found == found);
    }

    [Theory]
    [InlineData("election: cl-1900\nclaims: [{ id: a, measure: not-observable, reason: x }]\n")]
    [InlineData("election: cl-2021\nclaims: []\n")]
    [InlineData("election: cl-2021\n")]
    [InlineData("election: cl-2021\nclaims: [{ id: a, measure: not-observable, reason: x }, { id: a, measure: not-observable, reason: x }]\n")]
    public void Read_OfAFileWithoutElectionClaimsOrIds_IsRefused(string text) => Assert.Null(ClaimsFile.Read(files.Write("claims.yaml", text), ShippedStore.Of).Value);

    /// <summary>Whatever is cut, doubled, swapped or put into a claims file: it is refused, or judged; it never crashes.</summary>
    [Fact]
    public void Read_OfADamagedFile_IsRefusedOrJudged()
    {
        // Without the estimates, which take seconds.
        var text = File.ReadAllText(Path.Combine(Repository.Elections, "cl-2021", "claims.yaml")).Replace("measure: inferred-share", "measure: needs-data", StringComparison.Ordinal);
        var words = text.Split([' ', '\n', ',', '[', ']', '{', '}', '"'], StringSplitOptions.RemoveEmptyEntries).Distinct().Concat(["", "[]", "{}", "~", "null", "-1 %", "0 seats", "all", "cl-2017/", "/", "a/b/c", "9999999999999999999 votes", "*x", "&x", "'", "yes", "\t"]).ToArray();
        var lines = text.Split('\n');
        Gen.Select(Gen.Int[0, lines.Length - 1], Gen.Int[0, 5], Gen.Int[0, words.Length - 1], Gen.Int[0, lines.Length - 1]).Array[1, 4].Sample(
            changes =>
            {
                var damaged = lines.ToList();
                foreach (var (at, kind, word, other) in changes)
                {
                    Damage(damaged, Math.Min(at, damaged.Count - 1), kind, words[word], Math.Min(other, damaged.Count - 1));
                }

                var read = ClaimsFile.Read(files.Write($"{Guid.NewGuid():N}.yaml", string.Join('\n', damaged)), ShippedStore.Of);
                if (read.Value is { } set)
                {
                    Assert.All(set.Claims, claim => Assert.NotEqual("", ClaimJudge.Of(claim, set.Store).Explanation.English));
                }
                else
                {
                    Assert.NotEmpty(read.Findings);
                }
            },
            iter: 150,
            threads: 1);
    }

    static void Damage(List<string> lines, int at, int kind, string word, int other)
    {
        var colon = lines[at].IndexOf(": ", StringComparison.Ordinal);
        switch (kind)
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[at]);
                break;
            case 2:
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 3:
                lines[at] = lines[at][..(lines[at].Length / 2)];
                break;
            default:
                lines[at] = colon < 0 ? word : $"{lines[at][..colon]}: {word}";
                break;
        }
    }

    Urna.Store.ReadResult<ClaimSet> Read(string claim) => ClaimsFile.Read(files.Write("claims.yaml", $"election: cl-2021\nclaims:\n{claim}"), ShippedStore.Of);
}
