using System.Text.Json;
using Urna.Judge;
using Urna.Judge.Suggest;
using Urna.Store;
using Urna.Tests.Golden;

namespace Urna.Tests.Corpus;

/// <summary>Drafts of the articles of the corpus: half of it is for building the rules, half only for judging them.</summary>
public class CorpusTests
{
    static readonly JsonSerializerOptions json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    static readonly Lazy<Workspace> workspace = new(() => Workspace.Open(Repository.Elections));

    static readonly Dictionary<string, int> seeds = new() { ["building"] = 20211219, ["judged"] = 20220904 };

    /// <summary>The committed articles and labels are those that the tables give.</summary>
    [Theory]
    [InlineData("building")]
    [InlineData("judged")]
    public void Corpus_IsWhatTheTablesSay(string half)
    {
        var articles = Articles(half);

        GoldenFile.Matches(JsonSerializer.Serialize(articles, json) + "\n", Path.Combine("..", "Corpus", $"{half}.json"));
        Assert.True(articles.Count >= 30);
        Assert.True(articles.Sum(a => a.Labels.Count) >= 400);
        Assert.True(articles.Sum(a => a.Distractors.Count) >= 100);
        Assert.True(articles.Select(a => a.Election).Distinct().Count() >= 6);
    }

    /// <summary>No draft that asks nothing is wrong; most statements are found, and half are exact.</summary>
    [Fact]
    public void Drafts_OfTheCorpus_AreNeverSilentlyWrong()
    {
        var halves = seeds.Keys.Select(Scored).Concat(seeds.Keys.Select(Written)).ToList();

        GoldenFile.Matches(CorpusScore.Page(halves), Path.Combine("..", "..", "..", "bench", "results", "2026-11-claims-corpus.md"));
        Assert.All(halves, h => Assert.DoesNotContain(h.Rows, r => r.IsSilent || r.IsFalse));
        var building = halves[0].Rows.Where(r => r.Measure != "distractor").ToList();
        Assert.True(building.Count(r => r.IsFound) >= 0.85 * building.Count);
        Assert.True(building.Count(r => r.IsExact) >= 0.6 * building.Count);
        Assert.All(halves.Skip(2), h => Assert.True(h.Rows.Count(r => r.IsFound) >= 0.75 * h.Rows.Count && h.Rows.Count(r => r.IsExact) >= 0.45 * h.Rows.Count, h.Half));
    }

    /// <summary>Marks of written articles stand where their words do, over several elections.</summary>
    [Theory]
    [InlineData("building")]
    [InlineData("judged")]
    public void WrittenArticles_HaveTheirStatementsInTheText(string half)
    {
        var articles = WrittenArticles(half);

        Assert.True(articles.Count >= 8);
        Assert.True(articles.Sum(a => a.Labels.Count) >= 110);
        Assert.All(articles, a => Assert.All(a.Labels, l => Assert.Equal(l.Words, a.Text.Substring(l.At, l.Words.Length))));
        Assert.True(articles.Select(a => a.Election).Distinct().Count() >= 5);
    }

    static List<WrittenArticle> WrittenArticles(string half) =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Urna.Tests", "Corpus", "Written", half), "*.txt").Order(StringComparer.Ordinal).Select(WrittenArticle.Read)];

    static (string Half, List<Scored> Rows, int Whole, int Drafts, int Distractors, int Articles) Written(string half)
    {
        var articles = WrittenArticles(half);
        var scored = articles.Select(a => WrittenScore.Of(a, new DraftReader(workspace.Value.StoreOf(a.Election).Value!, workspace.Value.NamesFor(a.Election).Value), workspace.Value.StoreOf(a.Election).Value!)).ToList();
        return ($"{half} (written by hand)", [.. scored.SelectMany(s => s.Rows)], scored.Sum(s => s.Whole), scored.Sum(s => s.Drafts), 0, articles.Count);
    }

    static List<CorpusArticle> Articles(string half) => CorpusMaker.Make(File.ReadLines(Path.Combine(Repository.Root, "tests", "Urna.Tests", "Corpus", $"templates-{half}.txt")), half, seeds[half]);

    static (string Half, List<Scored> Rows, int Whole, int Drafts, int Distractors, int Articles) Scored(string half)
    {
        var articles = Articles(half);
        var readers = articles.Select(a => a.Election).Distinct().ToDictionary(e => e, e => (Store: workspace.Value.StoreOf(e).Value!, Reader: new DraftReader(workspace.Value.StoreOf(e).Value!, workspace.Value.NamesFor(e).Value)));
        var scored = articles.Select(a => CorpusScore.Of(a, readers[a.Election].Reader, readers[a.Election].Store)).ToList();
        if (Environment.GetEnvironmentVariable("URNA_CORPUS_FAILURES") is { } file && half == "building")
        {
            File.WriteAllLines(file, scored.SelectMany(s => s.Rows).Where(r => !r.IsExact).Select(r => $"{(r.IsSilent ? "SILENT " : "")}{(r.IsFalse ? "FALSE " : "")}{r.Language} {r.Measure} {r.Failure} | {r.Sentence}").Order(StringComparer.Ordinal));
        }

        return (half, [.. scored.SelectMany(s => s.Rows)], scored.Sum(s => s.Whole), scored.Sum(s => s.Drafts), articles.Sum(a => a.Distractors.Count), articles.Count);
    }
}
