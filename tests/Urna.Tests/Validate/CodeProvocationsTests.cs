using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Votes;
using Urna.Infer;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Simulation;
using Urna.Infer.Tables;
using Urna.Infer.Uncertainty;
using Urna.Model;
using Urna.Numerics;
using Urna.Store.Claims;
using Urna.Store.Elections;
using Urna.Tests.Infer;
using Urna.Tests.Store;
using Urna.Tests.Store.Import;
using Urna.Validate;

namespace Urna.Tests.Validate;

/// <summary>Every code of a finding is raised by something small, at the door through which it comes.</summary>
public partial class CodeProvocationsTests
{
    const string Offices = """
        country: xm
        date: 2030-05-05
        tables: [{ id: votes }]
        places:
          - { level: region, id: "{region}", name: "{name}", title: Region }
          - { level: station, id: "{region}-{station}", title: Station }
        contests:
          - { id: "{office}", title: "{office}", choices: [{ column: votes, choice: "{choice}", candidate: "{choice}" }] }
        """;

    const string Kinds = """
        country: xm
        date: 2030-05-05
        tables: [{ id: votes }]
        places:
          - { level: country, id: xm, title: Country }
          - { level: station, id: "{station}", title: Station }
        contests:
          - { id: c, title: Contest, choices: [{ column: votes, choice: "{name}", candidate: "{name}", where: { kind: list } }] }
        ignore: [kind]
        """;

    const string Joined = """
        country: xm
        date: 2030-05-05
        tables: [{ id: votes, file: "votes*", with: [{ table: names, on: { code: code } }] }, { id: names, file: "names*" }]
        places:
          - { level: country, id: xm, title: Country }
          - { level: station, id: "{station}", title: Station }
        contests:
          - { id: c, title: Contest, choices: [{ column: votes, choice: "{code}", candidate: "{name}" }] }
        """;

    /// <summary>The smallest input of each code that no other test raises.</summary>
    static readonly Dictionary<string, Func<IEnumerable<Finding>>> provocations = new()
    {
        // A folder in the place of a file.
        ["V121"] = () => ArticleFile.Read(Path.GetTempPath()).Findings,
        // A row that no rule of the mapping reads.
        ["V142"] = () => Imported(Kinds, ("votes.csv", "station,kind,name,votes\n1,list,A,5\n1,other,B,6\n")),
        // A key that the joined table does not have.
        ["V145"] = () => Imported(Joined, ("votes.csv", "station,code,votes\n1,a,5\n1,b,6\n"), ("names.csv", "code,name\na,Ann\n")),
        // Stations 1 and 2 in one row.
        ["V146"] = () => Imported(SmallImport.Map.Replace("id: \"{station}\"", "id: \"{station}\", fused: \"{station}\"", StringComparison.Ordinal), ("votes.csv", "station,a,b,blank\n1-2,5,6,1\n3,5,6,1\n")),
        // A second contest, of which only blank votes are read.
        ["V147"] = () => Imported($"{SmallImport.Map}\n  - {{ id: other, title: Other, choices: [{{ column: blank, choice: blank }}] }}", ("votes.csv", "station,a,b,blank\n1,5,6,1\n")),
        // Neither the mapping nor the file has a day.
        ["V148"] = () => Imported(SmallImport.Map.Replace("date: 2030-05-05\n", "", StringComparison.Ordinal), ("votes.csv", "station,a,b,blank\n1,5,6,1\n")),
        // Quotations within each other, beyond what Markdown takes.
        ["V162"] = () => ReadArticle(new string('>', 5_000) + " deep"),
        // 3 votes a ballot of 100 valid ballots are 300 at most.
        ["V208"] = () => Checked(t => t.Damage("election.yaml", "balance: cast = valid + blank + null", "balance: \"votes-per-ballot: 3\"").Damage("results.csv", "assembly,n-1,null,4", "assembly,n-1,null,4\nassembly,n-1,valid,100")),
        // One seat, two with the same votes.
        ["V302"] = () => Tied(),
        // Two candidacies of one district with one name.
        ["V401"] = () => Checked(t => t.Damage("candidacies.csv", "a2,north,A,Q,Beto Quiroz", "a2,north,A,Q,ANA PEREZ").Damage("outcome.csv", "north,a2,Beto Quiroz", "north,a2,ANA PEREZ")),
        // One list with and without its accent.
        ["V402"] = () => Checked(t => t.Damage("candidacies.csv", "a3,south,A,P", "a3,south,Á,P")),
        // Persons without a list whose party is a word for none, and a list that is called so.
        ["V404"] = () => Checked(t => t.Damage("candidacies.csv", "a2,north,A,Q,", "a2,north,,IND,")),
        ["V405"] = () => Checked(t => t.Damage("candidacies.csv", "a1,north,A,", "a1,north,Independent,").Damage("candidacies.csv", "a2,north,A,", "a2,north,Independent,")),
        ["V410"] = () => Checked(t => t.Damage("candidacies.csv", "a1,north,A,", "a1,north,Total,").Damage("candidacies.csv", "a2,north,A,", "a2,north,Total,")),
        // A place with and without a point.
        ["V406"] = () => Checked(t => t.Damage("places.csv", "s-1,south,commune,", "s-1,south,commune,\nS-1.,south,commune,")),
        // A roll of 1 beside 400 votes, where nothing says how many votes a ballot gives.
        ["V407"] = () => Checked(t => t.Damage("election.yaml", "    balance: cast = valid + blank + null\n", "").Damage("results.csv", "n-1,registered,1000", "n-1,registered,1")),
        // A level with a letter too many.
        ["V408"] = () => Checked(t => t.Damage("election.yaml", "places: places.csv\n", "places: places.csv\nlevels: { communes: Communes }\n")),
        // A column of whole numbers that the mapping neither reads nor names.
        ["V565"] = () => Imported(Kinds.Replace("ignore: [kind]", "ignore: \"*\"", StringComparison.Ordinal), ("votes.csv", "station,kind,name,votes,other\n1,list,A,5,7\n2,list,A,6,9\n")),
        // Two rows of the whole that differ.
        ["V566"] = () => Imported(
            SmallImport.Map.Replace("tables: [{ id: votes }]", "tables: [{ id: votes, totals: [{ where: { station: TOTAL }, of: whole }] }]", StringComparison.Ordinal),
            ("votes.csv", "station,a,b,blank\n1,5,6,1\nTOTAL,5,6,1\nTOTAL,6,6,1\n")),
        // A file cut off within a line.
        ["V567"] = () => Imported(SmallImport.Map, ("votes.csv", "station,a,b,blank\n1,5,6,1\n2,5,6,1")),
        // One row pasted twice where rows are added.
        ["V568"] = () => Imported(
            Kinds.Replace("where: { kind: list }", "where: { kind: list }, repeated: sum", StringComparison.Ordinal), ("votes.csv", "station,kind,name,votes\n1,list,A,5\n1,list,A,5\n")),
        // One ballot's number in two rows that differ.
        ["V569"] = () => Imported(
            SmallImport.Map.Replace("{ id: votes }", "{ id: votes, once: station }", StringComparison.Ordinal).Replace("\"{station}\"", "\"{station}-{a}\"", StringComparison.Ordinal),
            ("votes.csv", "station,a,b,blank\n1,5,6,1\n1,7,6,1\n")),
        // A slip in the name of the contest.
        ["V570"] = () => Imported(Offices, ("votes.csv", "region,name,station,office,choice,votes\n1,North,1,Mayor,A,5\n1,North,1,Mayor,B,4\n1,North,2,Mayor,A,6\n1,North,3,Mayor,A,2\n1,North,2,Mayer,B,3\n")),
        // One code with two names.
        ["V571"] = () => Imported(Offices, ("votes.csv", "region,name,station,office,choice,votes\n1,North,1,Mayor,A,5\n1,South,2,Mayor,A,6\n")),
        // Two steps are not enough.
        ["V505"] = () => Inferred(Problems.Large(40, 3, 3, 1), TransferMethod.Multinomial, new TransferOptions { MaxEvaluations = 2 }, null),
        ["V508"] = () => Inferred(AtTheEdge().Of(new TransferKinds(GroupKind.Party, GroupKind.Vote)), TransferMethod.Multinomial, new TransferOptions(), new IntervalOptions()),
        ["V510"] = () => Inferred(Mixed(), TransferMethod.Multinomial, new TransferOptions(), null),
        ["V511"] = () => Inferred(OneUnlike(), TransferMethod.Multinomial, new TransferOptions(), null),
        ["V512"] = () => Inferred(BoxSimulation.Draw(new SimulationSettings { Units = 300, Rows = 3, Columns = 3, Size = 250, Segregation = 0.2, Context = 3, Seed = 7 }).Problem, TransferMethod.Multinomial, new TransferOptions(), null),
        ["V526"] = () => Inferred(BoxSimulation.Draw(new SimulationSettings { Units = 300, Rows = 3, Columns = 3, Size = 250, Segregation = 0.2, Context = 3, Seed = 7 }).Problem.Of(new TransferKinds(GroupKind.Party, GroupKind.Vote)), TransferMethod.Multinomial, new TransferOptions(), new IntervalOptions()),
        ["V527"] = () => Inferred(Problems.Large(40, 3, 3, 1).Of(new TransferKinds(GroupKind.Age, GroupKind.Sex)), TransferMethod.Multinomial, new TransferOptions(), null),
        ["V534"] = () => Inferred(Problems.Large(40, 3, 3, 1).Of(new TransferKinds(GroupKind.Vote, GroupKind.Vote)), TransferMethod.Multinomial, new TransferOptions(), null),
        // Rows that live as far apart as the two of no kind, said to be women and men; two units.
        ["V535"] = () => Inferred(OneUnlike().Of(new TransferKinds(GroupKind.Sex, GroupKind.Vote)), TransferMethod.Multinomial, new TransferOptions(), null),
        ["V536"] = () => Inferred(OneUnlike().Over([0, 1]).Of(new TransferKinds(GroupKind.Sex, GroupKind.Vote)), TransferMethod.Multinomial, new TransferOptions(), null),
        // One unit, three rows.
        ["V525"] = () => new PlaceProblem(new Place("p", null, "place", "P"), new TransferProblem(["a", "b", "c"], ["x"], ["u"], [5, 6, 7], [18L])).Findings,
    };

    public static TheoryData<string> Provoked { get; } = [.. provocations.Keys];

    [Theory]
    [MemberData(nameof(Provoked))]
    public void Provocation_RaisesItsCode(string code)
    {
        var findings = provocations[code]().ToList();

        Assert.True(findings.Exists(f => f.Code == code), $"{code} is not among: {string.Join('\n', findings.Select(f => $"{f.Code} {f.Message}"))}");
        Assert.All(findings.Where(f => f.Code == code), f => Assert.Equal(Codes.Of(code).Severity, f.Severity));
    }

    /// <summary>A sound election raises none of them but what is always worth knowing.</summary>
    [Fact]
    public void SoundElection_RaisesNothing()
    {
        var findings = Checked(_ => { }).ToList();

        Assert.True(findings.TrueForAll(f => f.Severity == Severity.Info), string.Join('\n', findings.Select(f => $"{f.Code} {f.Message}")));
    }

    /// <summary>No code that the source raises without a test that raises it: a provocation here, or a test that names it.</summary>
    [Fact]
    public void Codes_AreAllProvokedBySomeTest()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Urna.Tests"), "*.cs", SearchOption.AllDirectories);
        var named = tests.SelectMany(file => CodeInTest().Matches(File.ReadAllText(file)).Select(m => m.Groups["code"].Value)).ToHashSet();

        var source = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "Codes.cs").Select(File.ReadAllText).ToList();
        var raised = Codes.All.Select(c => c.Code).Where(code => source.Exists(s => s.Contains($"\"{code}\"", StringComparison.Ordinal))).ToList();

        Assert.True(raised.Count > 60);
        Assert.DoesNotContain(raised, code => !named.Contains(code));
    }

    static ImmutableArray<Finding> Imported(string map, params (string Name, string Text)[] files)
    {
        using var small = new SmallImport();
        return Urna.Store.Import.Importer.Import([.. files.Select(f => small.Write(f.Name, f.Text))], small.Write("map.yaml", map), small.Election, new Urna.Store.Import.ImportOptions()).Findings;
    }

    static ImmutableArray<Finding> ReadArticle(string text)
    {
        using var files = new SmallImport();
        return ArticleFile.Read(files.Write("article.md", text)).Findings;
    }

    static IEnumerable<Finding> Checked(Action<TinyElection> damage)
    {
        using var tiny = new TinyElection();
        damage(tiny);
        var read = ElectionFolder.Read(tiny.Folder);
        Assert.True(read.Value is not null, string.Join('\n', read.Findings.Select(f => f.Message)));
        return [.. read.Findings, .. Validation.Check(read.Value)];
    }

    static IEnumerable<Finding> Tied()
    {
        using var tiny = new TinyElection();
        tiny.Damage("results.csv", "assembly,s-1,b3,350", "assembly,s-1,b3,400").Damage("election.yaml", "south: 2", "south: 1");
        var election = ElectionFolder.Read(tiny.Folder).Value!;
        var contest = election.Contests[0];
        return OutcomeCheck.Of(contest, SeatAllocation.Allocate(Repository.Law("congress-2015"), ContestVotes.Of(contest, election.Places)));
    }

    static IEnumerable<Finding> Inferred(TransferProblem problem, TransferMethod method, TransferOptions options, IntervalOptions? intervals) =>
        Inference.Of(problem, method, options, intervals).Findings(TransferTitles.Of(problem));

    /// <summary>Everybody of the first row in the first column: shares at 0 and 1.</summary>
    static TransferProblem AtTheEdge() => Of(40, 2, 2, (unit, row, random) => row == 0 ? [1, 0] : [0, 1]);

    /// <summary>Two rows in the same proportion everywhere, but for a person.</summary>
    static TransferProblem Mixed()
    {
        long[] people = [.. Enumerable.Range(0, 40).SelectMany(u => new[] { 1_000L + u % 2, 1_000L + (u + 1) % 2, 500L + 10 * u })];
        long[] votes = [.. Enumerable.Range(0, 40).SelectMany(u => new[] { 900L + 3 * u, 1_601L + 7 * u })];
        return new TransferProblem(["a", "b", "c"], ["x", "y"], Problems.Names("u", 40), people, votes);
    }

    static TransferProblem OneUnlike() => Of(60, 2, 2, (unit, row, random) => unit == 7 ? [0.02, 0.98] : row == 0 ? [0.9, 0.1] : [0.4, 0.6]);

    /// <summary>Units of 1,000 people, of whom the first row grows from 5 to 95 per cent.</summary>
    static TransferProblem Of(int units, int rows, int columns, Func<int, int, RandomSource, double[]> sharesOf)
    {
        var random = new RandomSource(5);
        var (people, votes) = (new List<long>(), new List<long>());
        for (var u = 0; u < units; u++)
        {
            long[] own = [50 + (900 * u / units), 950 - (900 * u / units)];
            var cast = new long[columns];
            for (var g = 0; g < rows; g++)
            {
                var counts = new long[columns];
                random.Multinomial(own[g], sharesOf(u, g, random), counts);
                for (var c = 0; c < columns; c++)
                {
                    cast[c] += counts[c];
                }
            }

            people.AddRange(own);
            votes.AddRange(cast);
        }

        return new TransferProblem(Problems.Names("r", rows), Problems.Names("c", columns), Problems.Names("u", units), [.. people], [.. votes]);
    }

    [GeneratedRegex(@"\[?""(?<code>V\d{3})\b|\|?(?<code>V\d{3})\|", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeInTest();
}
