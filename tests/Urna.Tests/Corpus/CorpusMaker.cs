using System.Globalization;
using System.Text;

namespace Urna.Tests.Corpus;

/// <summary>Writes the articles of the corpus out of templates and the tables, so that labels are right by construction.</summary>
static class CorpusMaker
{
    sealed record Subject(string Election, string Contest, int Year, string Kind, string English, string Spanish);

    /// <summary>Of eight statements one is made false.</summary>
    const int FalseOneIn = 8;

    const int SentencesOfRace = 8;

    static readonly List<Subject> subjects =
    [
        new("cl-2021", "president-2", 2021, "race2", "the runoff", "la segunda vuelta"), new("cl-2021", "president-1", 2021, "racen", "the first round", "la primera vuelta"),
        new("cl-2022", "plebiscite", 2022, "race2", "the plebiscite", "el plebiscito"), new("cl-2023", "plebiscite", 2023, "race2", "the plebiscite", "el plebiscito"),
        new("cl-2020", "plebiscite", 2020, "race2", "the plebiscite", "el plebiscito"), new("cl-1970", "president", 1970, "racen", "the presidential election", "la elección presidencial"),
        .. new[] { 1999, 2005, 2009, 2013, 2017 }.SelectMany(y => new Subject[]
        {
            new("cl-1989-2017", $"president-{y}-1", y, "racen", "the first round", "la primera vuelta"), new("cl-1989-2017", $"president-{y}-2", y, "race2", "the runoff", "la segunda vuelta"),
        }),
        new("cl-1989-2017", "president-1989-1", 1989, "racen", "the presidential election", "la elección presidencial"), new("cl-1989-2017", "president-1993-1", 1993, "racen", "the presidential election", "la elección presidencial"),
        new("cl-2021", "deputies", 2021, "seats", "the election of deputies", "la elección de diputados"), new("cl-2013", "deputies", 2013, "seats", "the election of deputies", "la elección de diputados"),
        new("cl-1973", "deputies", 1973, "seats", "the election of deputies", "la elección de diputados"),
    ];

    /// <summary>The articles of a half.</summary>
    /// <param name="templates">The templates: kind, language, sentence, parted by bars.</param>
    /// <param name="half">The name of the half.</param>
    /// <param name="seed">What the choices of sentences and false numbers come from.</param>
    public static List<CorpusArticle> Make(IEnumerable<string> templates, string half, int seed)
    {
        var parsed = templates.Where(t => t.Length > 0 && t[0] != '#').Select(t => t.Split('|', 3)).Select(t => (Kind: t[0], Language: t[1], Text: t[2])).ToList();
        var random = new Random(seed);
        var articles = new List<CorpusArticle>();
        foreach (var (subject, i) in subjects.Concat(subjects).Select((s, i) => (s, i)).Where(s => s.i < subjects.Count || s.i % 5 != 0))
        {
            var language = (i + (i / subjects.Count) + (half == "judged" ? 1 : 0)) % 2 == 0 ? "en" : "es";
            articles.Add(One(subject, language, [.. parsed.Where(t => t.Language == language).Select(t => (t.Kind, t.Text))], $"{half}-{i + 1:00}-{subject.Year}-{subject.Contest}-{language}", random));
        }

        return articles;
    }

    static CorpusArticle One(Subject subject, string language, List<(string Kind, string Text)> templates, string name, Random random)
    {
        var labels = new List<CorpusLabel>();
        List<string> Taken(string kind, int most) => [.. templates.Where(t => t.Kind == kind).Select(t => t.Text).OrderBy(_ => random.Next()).Take(most)];

        var filler = new CorpusFiller(subject.Election, subject.Contest, subject.Year, language == "en" ? subject.English : subject.Spanish, language, subject.Kind == "seats", random, FalseOneIn);
        var hasTurnout = subject is { Election: "cl-2021", Contest: "president-2" };
        var sentences = Taken(subject.Kind, SentencesOfRace).Concat(hasTurnout ? Taken("turnout", 3) : []).Select(t => (t, IsClaim: true)).Concat(Taken("distractor", 4).Select(t => (t, IsClaim: false))).OrderBy(_ => random.Next()).ToList();
        var (text, distractors) = (new StringBuilder(), new List<string>());
        text.Append(CultureInfo.InvariantCulture, $"# {(language == "en" ? "What happened in" : "Qué pasó en")} {(language == "en" ? subject.English : subject.Spanish)} {(language == "en" ? "of" : "de")} {subject.Year}\n\n");
        text.Append(filler.Fill(Taken("intro", 1)[0], labels));
        foreach (var ((template, isClaim), i) in sentences.Select((s, i) => (s, i)))
        {
            var sentence = filler.Fill(template, labels);
            text.Append(i % 5 == 4 ? "\n\n" : " ").Append(sentence);
            if (!isClaim)
            {
                distractors.Add(sentence);
            }
        }

        return new(name, subject.Election, language, text.Append('\n').ToString(), labels, distractors);
    }
}
