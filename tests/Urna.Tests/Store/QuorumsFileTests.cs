using Urna.Power;
using Urna.Store;
using Urna.Store.Laws;

namespace Urna.Tests.Store;

/// <summary>A file of quorums reads, or every fault of it is told by line.</summary>
public class QuorumsFileTests
{
    const string Small = """
        rule: xm-quorums
        title: { en: Marisma, es: Marisma }
        country: xm
        sources: [Constitution]
        quorums:
          - id: law
            share: 1/2
            exceeds: true
            of: present
            until: 2020-12-31
            article: art. 1
          - id: law
            share: 3/5
            rounding: nearest
            from: 2021-01-01
            article: art. 2
            chambers: [assembly]
            unverified: all of it
        """;

    [Fact]
    public void Read_SmallFile_HasItsFields()
    {
        var law = Read(Small).Value!;

        Assert.Equal(("xm-quorums", "xm", 2), (law.Name, law.Country, law.Quorums.Length));
        Assert.Equal((true, QuorumBase.Present, new DateOnly(2020, 12, 31)), (law.Quorums[0].Exceeds, law.Quorums[0].Of, law.Quorums[0].Until!.Value));
        Assert.Equal((QuorumRounding.Nearest, QuorumBase.InOffice, "art. 2"), (law.Quorums[1].Rounding, law.Quorums[1].Of, law.Quorums[1].Article));
        Assert.Equal(["law"], law.For("Assembly", null).Select(q => q.Id));
        Assert.Equal([1], law.For("senate", null).Select(q => q.Numerator));
    }

    [Theory]
    [InlineData("share: 1/2", "share: half", "V110", "a fraction as 1/2")]
    [InlineData("share: 1/2", "share: 3/2", "V110", "cannot be reached")]
    [InlineData("share: 1/2", "share: 0/2", "V110", "cannot be reached")]
    [InlineData("share: 1/2", "share: 2/2", "V110", "cannot be reached")]
    [InlineData("share: 1/2", "", "V103", "share")]
    [InlineData("of: present", "of: absent", "V110", "present, in-office")]
    [InlineData("rounding: nearest", "rounding: sideways", "V110", "down, nearest, up")]
    [InlineData("until: 2020-12-31", "until: 2020-13-31", "V118", "a date")]
    [InlineData("from: 2021-01-01", "from: 2021-01-01\n    until: 2020-01-01", "V110", "before 'from'")]
    [InlineData("article: art. 1", "artcle: art. 1", "V110", "article")]
    [InlineData("country: xm", "", "V103", "country")]
    [InlineData("quorums:", "steps:", "V110", "'urna seats' takes it")]
    [InlineData("    chambers: [assembly]\n", "", null, "")]
    [InlineData("from: 2021-01-01\n    article: art. 2\n    chambers: [assembly]", "from: 2020-12-31\n    article: art. 2", "V106", "do not overlap")]
    public void Read_DamagedFile_TellsTheFault(string from, string to, string? code, string told)
    {
        Assert.Contains(from, Small, StringComparison.Ordinal);
        var findings = Read(Small.Replace(from, to, StringComparison.Ordinal)).Findings;

        if (code is null)
        {
            Assert.Empty(findings);
            return;
        }

        Assert.Contains(findings, f => f.Code == code && f.Row > 0 && $"{f.Message} {f.Expected}".Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public void Laws_AndQuorums_AreNotTakenForEachOther()
    {
        Assert.DoesNotContain("quorums", Repository.Laws.Names);
        Assert.Equal(["quorums"], Repository.Quorums.Names);
        Assert.Contains("'urna power' takes it", Assert.Single(Repository.Laws.Find("quorums").Findings).Message, StringComparison.Ordinal);
        Assert.Contains("'urna seats' takes it", Assert.Single(Repository.Quorums.Find("congress-2015").Findings).Message, StringComparison.Ordinal);
        Assert.Equal("V114", Assert.Single(Repository.Quorums.Find("quorum").Findings).Code);
        Assert.Equal("V101", Assert.Single(Repository.Quorums.Find("no-such.yaml").Findings).Code);
    }

    static ReadResult<QuorumLaw> Read(string text)
    {
        var folder = Directory.CreateTempSubdirectory("urna-test-");
        try
        {
            var path = Path.Combine(folder.FullName, "xm-quorums.yaml");
            File.WriteAllText(path, text);
            return QuorumsFile.Read(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
