using System.Text.RegularExpressions;
using System.Xml.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using Urna.Report;

namespace Urna.Tests;

/// <summary>Data flows one way: a stage uses only those before it, a project only those below it.</summary>
public partial class ArchitectureTests
{
    static readonly string[] stages =
        ["Model", "Numerics", "Validate", "Count", "Allocate", "Power", "Infer", "Forecast", "Scenarios", "Audit", "History", "Judge", "Contract"];

    // Rooms whose inner walls are still open: each counts as one.
    static readonly string[] undivided = ["Urna.Judge", "Urna.Report"];

    // The rooms of the allocation; its root comes last.
    static readonly string[] allocation =
        ["Methods", "Steps", "Validity", "Laws", "Votes", "Account", "Lots", "Margins", "Parity", "Filling", "Thresholds", "Limits", "Tiers", "Biproportional", "Transferable", ""];

    static readonly Lazy<Architecture> compiled = new(() => new ArchLoader().LoadAssemblies(typeof(Reckoning).Assembly, typeof(Site).Assembly).Build());

    static readonly Lazy<HashSet<(string From, string To)>> rooms = new(() =>
        [.. Uses().Select(u => (From: Room(u.From), To: Room(u.To))).Where(r => r.From != r.To)]);

    [Fact]
    public void Stages_UseOnlyEarlierStages()
    {
        var violations =
            from use in Uses()
            let own = Array.IndexOf(stages, Stage(use.From))
            let other = Array.IndexOf(stages, Stage(use.To))
            where own >= 0 && other > own
            select $"{use.From.FullName} uses {use.To.FullName}";
        Assert.Empty(violations.Distinct());
    }

    /// <summary>What is read first can be read without what comes after: no room leads back to itself through others.</summary>
    [Fact]
    public void Rooms_FormNoCircle()
    {
        var circles =
            from room in rooms.Value.Select(r => r.From).Distinct()
            let reached = Reached(room)
            where reached.Contains(room)
            select $"{room} <-> {string.Join(", ", reached.Where(r => Reached(r).Contains(room)).Order(StringComparer.Ordinal))}";
        Assert.Empty(circles);
    }

    /// <summary>From arithmetic to the whole flow: each room of the allocation uses only those before it.</summary>
    [Fact]
    public void RoomsOfAllocate_UseOnlyEarlierRooms()
    {
        var own = rooms.Value.Where(r => IsOf(r.From) && IsOf(r.To)).ToList();
        var violations = own.Where(r => Order(r.To) < 0 || Order(r.From) < 0 || Order(r.To) > Order(r.From)).Select(r => $"{r.From} uses {r.To}");
        Assert.Empty(violations);
        Assert.Equal(allocation.Length, own.SelectMany(r => new[] { r.From, r.To }).Distinct().Count());

        static bool IsOf(string room) => room == "Urna.Allocate" || room.StartsWith("Urna.Allocate.", StringComparison.Ordinal);
        static int Order(string room) => Array.IndexOf(allocation, room == "Urna.Allocate" ? "" : room["Urna.Allocate.".Length..]);
    }

    static HashSet<string> Reached(string room)
    {
        var reached = new HashSet<string>();
        var next = new Stack<string>([room]);
        while (next.TryPop(out var at))
        {
            foreach (var to in rooms.Value.Where(r => r.From == at && reached.Add(r.To)).Select(r => r.To))
            {
                next.Push(to);
            }
        }

        return reached;
    }

    static IEnumerable<(IType From, IType To)> Uses() =>
        from type in compiled.Value.Types
        where IsOurs(type)
        from dependency in type.Dependencies
        where dependency.Target is not GenericParameter && IsOurs(dependency.Target)
        select (type, dependency.Target);

    static bool IsOurs(IType type) => type.Namespace?.FullName is { } name && (name == "Urna" || name.StartsWith("Urna.", StringComparison.Ordinal));

    static string Stage(IType type) => type.Namespace.FullName.Split('.') is ["Urna", var stage, ..] ? stage : "";

    // At the root each type is a room of its own: the reckoning stands below the claims that ask it, the pipeline above all.
    static string Room(IType type) =>
        type.Namespace.FullName is var name && name == "Urna" ? Outer().Match(type.FullName).Value : undivided.FirstOrDefault(u => name.StartsWith(u, StringComparison.Ordinal)) ?? name;

    [Theory]
    [InlineData("Urna", new string[0])]
    [InlineData("Urna.Report", new[] { "Urna" })]
    [InlineData("Urna.Laws", new string[0])]
    [InlineData("Urna.Store", new[] { "Urna", "Urna.Laws" })]
    [InlineData("Urna.Web", new[] { "Urna.Report", "Urna.Store" })]
    [InlineData("Urna.Cli", new[] { "Urna.Report", "Urna.Store", "Urna.Web" })]
    public void Projects_ReferToThoseBelow(string project, string[] below)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, $"{project}.csproj"));
        Assert.Equal(below, file.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)));
    }

    /// <summary>Neither the core nor the pages read, write, or ask clock or chance.</summary>
    [Fact]
    public void Core_HasNoInputOrOutput()
    {
        var violations =
            from type in compiled.Value.Types
            where IsOurs(type)
            from dependency in type.Dependencies
            where Impure().IsMatch(dependency.Target.FullName)
                || (dependency is MethodCallDependency call && ImpureCall().IsMatch($"{call.Target.FullName}.{call.TargetMember.Name}"))
            select $"{type.FullName}: {dependency.Target.FullName}";
        Assert.Empty(violations.Distinct());
    }

    /// <summary>A merge that leaves two sentences under one key would be told by no compiler.</summary>
    [Fact]
    public void Catalogues_HaveEachKeyOnce()
    {
        var twice =
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Urna/Words"))
            from key in File.ReadLines(file).GroupBy(l => l.Split(':')[0]).Where(g => g.Count() > 1)
            select $"{Path.GetFileName(file)}: {key.Key}";
        Assert.Empty(twice);
    }

    /// <summary>No country's rule in code: a law's name stands in data only. Methods without a country have names that words of law files bear too.</summary>
    [Fact]
    public void Code_NamesNoShippedLaw()
    {
        var violations =
            from file in Sources("Urna").Concat(Sources("Urna.Report")).Concat(Sources("Urna.Store"))
            let code = Comment().Replace(File.ReadAllText(file), "")
            from law in Repository.Laws.Names.Where(n => !Repository.Laws.Files.Any(f => f.EndsWith($"/any/{n}.yaml", StringComparison.Ordinal)))
            where code.Contains($"\"{law}\"", StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {law}";
        Assert.Empty(violations);
    }

    static IEnumerable<string> Sources(string project) =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*.*", SearchOption.AllDirectories)
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
        select file;

    [GeneratedRegex(@"^Urna\.\w+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Outer();

    [GeneratedRegex(@"^System\.(IO\.(File|Directory|FileStream|FileInfo|DirectoryInfo)|Console|Environment|Net\..*|Diagnostics\.(Process|Stopwatch)|TimeProvider)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Impure();

    [GeneratedRegex(@"^System\.(DateTime|DateTimeOffset)\.get_(Now|UtcNow|Today)\(|^System\.Random\.(get_Shared|\.ctor)\(|^System\.Guid\.NewGuid\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ImpureCall();

    [GeneratedRegex("//.*", RegexOptions.None, 1000)]
    private static partial Regex Comment();
}
