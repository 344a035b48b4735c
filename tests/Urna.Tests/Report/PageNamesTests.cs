using CsCheck;
using Urna.Report;
using Urna.Report.Views;
using Urna.Tests.Cli;

namespace Urna.Tests.Report;

/// <summary>No two pages share a name, on any disk, whatever their ids are.</summary>
public class PageNamesTests
{
    static readonly string[] devices = ["CON", "PRN", "AUX", "NUL", "COM1", "LPT1"];

    /// <summary>Ids that are made to meet: hyphens, case, accents, other alphabets, great length, names that Windows keeps for itself.</summary>
    static readonly Gen<string> ids = Gen.Frequency(
        (6, Gen.String[Gen.Char["ab-"], 1, 4]),
        (2, Gen.String[Gen.Char["aAñÑá. /\\:*?\u0000\u202e\u200b東"], 1, 3]),
        (1, Gen.Int[0, devices.Length - 1].Select(i => devices[i])),
        (1, Gen.Int[70, 400].Select(n => new string('a', n))));

    [Fact]
    public void Names_OfDistinctIds_AreDistinctAndShort() => ids.HashSet[1, 60].Sample(distinct =>
    {
        var names = new Names();
        var given = distinct.Select(names.Of).ToList();

        return given.Distinct(StringComparer.OrdinalIgnoreCase).Count() == distinct.Count
            && given.All(n => n.Length < 100 && n.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            && given.SequenceEqual(distinct.Select(names.Of))
            && given.SequenceEqual(distinct.Select(new Names().Of));
    });

    [Fact]
    public void Names_OfDistinctPairs_AreDistinct() => Gen.Select(ids, ids).HashSet[1, 60].Sample(distinct =>
    {
        var (firsts, seconds, names) = (new Names(), new Names(), new Names());
        var given = distinct.Select(pair => names.Of($"district-{firsts.Of(pair.Item1)}-{seconds.Of(pair.Item2)}", "district", pair.Item1, pair.Item2)).ToList();

        return given.Distinct(StringComparer.OrdinalIgnoreCase).Count() == distinct.Count;
    });

    [Fact]
    public void Names_OfPlainIds_AreTheIds()
    {
        var names = new Names();

        Assert.Equal(["president-1", "deputies", "region-13"], new[] { "president-1", "Deputies", "región 13" }.Select(names.Of));
    }

    [Fact]
    public void Report_OfContestsWhoseNamesMeet_HasAPageForEachDistrict()
    {
        using var folder = new PlainFolder();
        folder.Write("places.csv", "place,parent,level,name\nr,,country,R\nb-c,r,district,First\nc,r,district,Second\nz,r,district,Z\nw,r,district,W\n");
        folder.Write("c0.csv", "choice,district,list,party,candidate\nx1,b-c,L1,L1,N1\nx2,z,L2,L2,N2\n");
        folder.Write("c1.csv", "choice,district,list,party,candidate\nx3,c,L3,L3,N3\nx4,w,L4,L4,N4\n");
        folder.Write("r.csv", "contest,place,choice,votes\na,b-c,x1,10\na,z,x2,20\na-b,c,x3,30\na-b,w,x4,40\n");
        folder.Write("election.yaml", """
            id: e
            title: E
            country: xm
            date: 2030-05-05
            places: places.csv
            contests:
              - { id: a, title: T a, rule: congress-2015, seats: { b-c: 2, z: 2 }, candidacies: c0.csv, results: r.csv }
              - { id: a-b, title: T a-b, rule: congress-2015, seats: { c: 2, w: 2 }, candidacies: c1.csv, results: r.csv }
            """);
        var site = Path.Combine(folder.Folder, "site");
        var run = UrnaCommand.Run("report", folder.Folder, "-o", site);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(4, Directory.GetFiles(site, "district-*.html").Length);
        Assert.Contains("First", Linked("seats-a.html"), StringComparison.Ordinal);
        Assert.Contains("Second", Linked("seats-a-b.html"), StringComparison.Ordinal);

        string Linked(string page) => string.Concat(
            File.ReadAllText(Path.Combine(site, page)).Split("href=\"").Skip(1).Select(l => l[..l.IndexOf('"', StringComparison.Ordinal)])
                .Where(l => l.StartsWith("district-", StringComparison.Ordinal)).Select(l => File.ReadAllText(Path.Combine(site, l))).Select(TitleOf));

        static string TitleOf(string page) => page[page.IndexOf("<h1>", StringComparison.Ordinal)..page.IndexOf("</h1>", StringComparison.Ordinal)];
    }

    [Fact]
    public void Anchors_OfDistinctClaims_AreDistinct()
    {
        string[] claims = ["a", "ñ", "ó", "a b", "a_b", "a.b", "a-b", ":f1:"];

        Assert.Equal(claims.Length, claims.Select(ClaimWords.Anchor).Distinct().Count());
    }
}
