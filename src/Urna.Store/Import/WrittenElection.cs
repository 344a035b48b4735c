using Urna.Model;
using System.Globalization;
using Urna.Store.Csv;
using Urna.Store.Elections;
using YamlDotNet.Serialization;

namespace Urna.Store.Import;

/// <summary>The files of the election folder that an import writes.</summary>
sealed class WrittenElection(ImportMap map, ImportDraft draft, ImportOptions options, FaultLog faults)
{
    const int Block = 1 << 14;

    Dictionary<string, object> Described => field ??= Describe();

    /// <summary>The election's id.</summary>
    public string Id => Described["id"].ToString()!;

    /// <summary>What tells the election from others.</summary>
    public ElectionIdentity Identity => new(
        map.Header.Any(h => h.Key == "id") ? Id : null, Described["country"].ToString()!, Described["date"].ToString()!, [.. Written.Select(c => c.Id)]);

    /// <summary>How many figures there are.</summary>
    public long Figures => Written.Sum(c => c.Figures.Sum(u => (long)u.Count));

    /// <summary>The files: their names and their text, a block at a time.</summary>
    public IEnumerable<(string Path, IEnumerable<string> Text)> Files()
    {
        yield return (ElectionFolder.FileName, [new SerializerBuilder().WithQuotingNecessaryStrings().WithNewLine("\n").Build().Serialize(Described)]);
        yield return ("places.csv", Csv(["place", "parent", "level", "name"], draft.Places.Places.Select(p => new[] { p.Id, p.Parent ?? "", p.Level, p.Name })));
        foreach (var contest in Written)
        {
            yield return ($"candidacies-{contest.Id}.csv", Csv(
                ["choice", "district", "list", "party", "candidate"],
                contest.Candidacies.Select(x => new[] { x.Choice, x.District ?? "", x.List, x.Party, x.Candidate })));
            yield return ($"results-{contest.Id}.csv", Results(contest));
            if (contest.Ballots.Count > 0)
            {
                yield return ($"ballots-{contest.Id}.csv", Csv(["contest", "place", "count", "ranking"], Rankings(contest)));
            }
        }

        if (ImportFindings.Kept(faults.Findings).Any())
        {
            yield return (ImportFindings.FileName, ImportFindings.Text(faults.Findings));
        }
    }

    /// <summary>The contests that have a ballot; the others are told.</summary>
    List<ContestDraft> Written => field ??= [.. draft.Contests.Where(c => !c.Candidacies.IsEmpty || Untold(c))];

    bool Untold(ContestDraft contest)
    {
        faults.Add("V147", LocalizedText.Say("v147.the-contest-has-no-choice-and", ("contest", contest.Id)), "", found: contest.Id);
        return false;
    }

    /// <summary>The lines of results, a unit at a time; ids are quoted once and not in each row.</summary>
    IEnumerable<string> Results(ContestDraft contest)
    {
        yield return "contest,place,choice,votes\n";
        var choices = new List<string>();
        var lines = new System.Text.StringBuilder();
        foreach (var unit in contest.Figures)
        {
            var head = $"{CsvText.Cell(contest.Id, isKey: true)},{CsvText.Cell(draft.Places.Units[unit.Unit], isKey: true)},";
            foreach (var figure in unit.Figures)
            {
                while (choices.Count <= figure.Choice)
                {
                    choices.Add(CsvText.Cell(contest.ChoiceOf(choices.Count), isKey: true));
                }

                lines.Append(head).Append(choices[figure.Choice]).Append(',').Append(figure.Votes).Append('\n');
            }

            if (lines.Length >= Block)
            {
                yield return lines.ToString();
                lines.Clear();
            }
        }

        yield return lines.ToString();
    }

    static IEnumerable<string[]> Rankings(ContestDraft contest) =>
        contest.Ballots.GroupBy(b => (b.Place, b.Ranking)).Select(g => new[] { contest.Id, g.Key.Place, g.Sum(b => b.Count).ToString(CultureInfo.InvariantCulture), g.Key.Ranking });

    Dictionary<string, object> Describe()
    {
        var header = map.Header.ToDictionary();
        header.TryAdd("id", options.Id ?? map.Name);
        header["title"] = options.Title is { } named ? named : header.TryGetValue("title", out var mapped) && Filled(mapped) is { } title ? title : NameOfFiles();

        var date = options.Date ?? draft.Date ?? FixedDate();
        if (date is null)
        {
            faults.Add(
                "V148",
                LocalizedText.Say("v148.neither-mapping-nor-file-states-the"),
                ElectionFolder.FileName, column: "date", expected: "a date as 2021-11-21");
        }

        var election = new Dictionary<string, object> { ["id"] = header["id"], ["title"] = header["title"], ["country"] = header["country"] };
        election["date"] = (date ?? default).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var (key, value) in header)
        {
            election.TryAdd(key, value);
        }

        // Levels that no table had are none of the election's.
        var used = draft.Places.Places.Select(p => p.Level).ToHashSet();
        if (election.GetValueOrDefault("levels") is Dictionary<string, object> levels)
        {
            election["levels"] = levels.Where(l => used.Contains(l.Key)).ToDictionary();
        }

        election["places"] = "places.csv";
        var entries = Written.Select(Entry).ToList();
        if (entries.Any(e => e.TryGetValue("stated", out var stated) && stated is List<Dictionary<string, object>> totals && totals.Any(t => (string)t["source"] == StatedTotals.Source)))
        {
            var given = $"The files that were imported: {string.Join(", ", draft.Files.Select(f => f.File.Name).Distinct().Take(5))}";
            election["sources"] = ((List<Dictionary<string, object>>)election["sources"]).Append(new Dictionary<string, object> { ["id"] = StatedTotals.Source, ["title"] = given }).ToList();
        }

        election["contests"] = entries;
        return election;
    }

    string NameOfFiles() => draft.Files.Count > 0 ? Path.GetFileNameWithoutExtension(draft.Files[0].File.Name) : map.Name;

    /// <summary>A field of the header, its columns filled from the first rows that have them; null if they are empty there.</summary>
    object? Filled(object field) => field switch
    {
        string text when text.Contains('{', StringComparison.Ordinal) => draft.Contests.Select(c => c.Fill(new Template(text))).FirstOrDefault(t => t is { Length: > 0 }),
        Dictionary<string, object> texts => texts.Values.Select(Filled).ToList() is var filled && filled.TrueForAll(t => t is not null)
            ? filled.Distinct().Count() == 1 ? filled[0] : texts.Keys.Zip(filled).ToDictionary(t => t.First, t => t.Second!)
            : null,
        _ => field,
    };

    DateOnly? FixedDate() =>
        map.Date is { } date && date.Text.Columns.IsEmpty && DateOnly.TryParseExact(date.Text.Bind(new([])).Of(new(new([]), [], "", 0)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    Dictionary<string, object> Entry(ContestDraft contest)
    {
        var english = contest.Fill(contest.Mapped.Title.English) is { Length: > 0 } title ? title : contest.Id;
        var spanish = contest.Fill(contest.Mapped.Title.Spanish) is { Length: > 0 } titulo ? titulo : contest.Id;
        var entry = new Dictionary<string, object>
        {
            ["id"] = contest.Id,
            ["title"] = english == spanish ? english : new Dictionary<string, object> { ["en"] = english, ["es"] = spanish },
        };
        foreach (var (key, value) in contest.Mapped.Fields)
        {
            entry[key] = value is string text && text.Contains('{', StringComparison.Ordinal) ? contest.Fill(new Template(text)) ?? text : value;
            if (key == "date" && !DateOnly.TryParseExact((string)entry[key], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                faults.Add(
                    "V118",
                    LocalizedText.Say("v118.the-date-of-is-which-is", ("contest", contest.Id), ("entry", entry[key].ToString())),
                    contest.Samples.FirstOrDefault().File ?? "", contest.Samples.FirstOrDefault().Row, "date", (string)entry[key], "a date as 2021-11-21");
            }
        }

        var source = entry.GetValueOrDefault("sources") is List<string> { Count: > 0 } named ? named[0] : StatedTotals.Source;
        if (StatedTotals.Written(contest, draft.Places, source) is { Count: > 0 } stated)
        {
            entry["sources"] = entry.GetValueOrDefault("sources") is List<string> { Count: > 0 } known ? known : new List<string> { source };
            entry["stated"] = stated;
        }

        entry["candidacies"] = $"candidacies-{contest.Id}.csv";
        entry["results"] = $"results-{contest.Id}.csv";
        if (contest.Ballots.Count > 0)
        {
            entry["ballots"] = $"ballots-{contest.Id}.csv";
        }

        return entry;
    }

    /// <summary>The lines of a CSV file, a block at a time.</summary>
    static IEnumerable<string> Csv(string[] header, IEnumerable<string[]> rows)
    {
        yield return CsvText.Header(header);
        foreach (var block in rows.Chunk(4096))
        {
            yield return string.Concat(block.Select(row => CsvText.Line(header, row)));
        }
    }
}
