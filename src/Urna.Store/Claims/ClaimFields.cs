using System.Collections.Immutable;
using Urna.Judge;
using Urna.Judge.Articles;
using Urna.Model;
using Urna.Power;
using Urna.Store.Yaml;

namespace Urna.Store.Claims;

/// <summary>Reads the fields of one claim.</summary>
static class ClaimFields
{
    const string AllEarlier = "all";

    /// <summary>Measures by the word that files have for them.</summary>
    public static readonly Dictionary<string, Measure> Measures = Enum.GetValues<Measure>().ToDictionary(m => Spelling.Kebab(m));

    static readonly Dictionary<string, Measure> parts = Measures.Where(m => m.Value <= Measure.SeatShare).ToDictionary();

    static readonly Dictionary<string, Judge.Wording> wordings = Enum.GetValues<Judge.Wording>().ToDictionary(w => Spelling.Kebab(w));

    static readonly Dictionary<string, ShareBase> bases = Enum.GetValues<ShareBase>().ToDictionary(b => Spelling.Kebab(b));

    static readonly Dictionary<string, Standing> standings = Enum.GetValues<Standing>().ToDictionary(s => Spelling.Kebab(s));

    static readonly Dictionary<string, Allocate.Outcome> outcomes = Enum.GetValues<Allocate.Outcome>().ToDictionary(o => Spelling.Kebab(o));

    static readonly Dictionary<string, bool> answers = new() { [Judge.Claim.Yes] = true, [Judge.Claim.No] = false };

    /// <summary>Reads a claim; its faults are gathered.</summary>
    public static Claim Read(YamlMap yaml, ClaimStore? store, Article? article)
    {
        var measure = yaml.Word("measure", Measures);
        var since = yaml.Texts("since");
        var scopes = yaml.Maps("scopes").Select(map => (Yaml: map, Scope: Scope(map))).ToList();
        var isWord = measure is Measure.Outcome or Measure.Majority or Measure.Quorum;
        var isAll = measure == Measure.Record && since.Contains(AllEarlier);
        var claim = new Claim
        {
            Id = yaml.Required("id"),
            Says = yaml.Localized("says") ?? LocalizedText.Same(""),
            Spans = ArticleFields.Spans(yaml, article),
            Measure = measure ?? Measure.NotObservable,
            Contest = Contest(yaml, "contest", yaml.Text("contest"), store),
            Of = yaml.Texts("of"),
            Standing = Standings(yaml),
            Than = yaml.Texts("than"),
            Between = yaml.Texts("between"),
            Places = yaml.Texts("places"),
            Base = yaml.Word("base", bases) ?? ShareBase.Valid,
            Chamber = yaml.Text("chamber"),
            Members = yaml.Whole("members", 1),
            Quorum = yaml.Text("quorum"),
            Matter = yaml.Text("matter"),
            Date = yaml.Date("date"),
            What = yaml.Word("what", parts) ?? Measure.Turnout,
            Since = [.. since.Where(s => !isAll || s != AllEarlier).Select(name => Contest(yaml, "since", name, store)).OfType<ContestName>()],
            SinceAll = isAll,
            From = Contest(yaml, "from", yaml.Text("from"), store),
            Word = isWord ? Word(yaml, measure!.Value) : null,
            Stated = isWord ? null : Stated(yaml, "value", yaml.Text("value")),
            Wording = yaml.Word("wording", wordings) ?? Judge.Wording.Plain,
            Reach = Stated(yaml, "reach", yaml.Text("reach")),
            Scopes = [.. scopes.Select(s => s.Scope)],
            Reason = yaml.Localized("reason"),
            Note = yaml.Localized("note"),
        };
        if (!yaml.Has("measure"))
        {
            yaml.Fault("V103", $"the claim '{claim.Id}' needs 'measure'.", "measure", "", string.Join(", ", Measures.Keys));
        }

        if (measure is not null)
        {
            ClaimTakes.Check(yaml, claim);
            ClaimNames.Check(yaml, claim, [.. scopes.Select(s => s.Yaml)], store);
        }

        yaml.Done();
        return claim;
    }

    static ClaimScope Scope(YamlMap yaml)
    {
        if (!yaml.Has("name"))
        {
            yaml.Fault("V103", "a scope needs a name.", "name", "", "a name for people");
        }

        var scope = new ClaimScope(yaml.Localized("name") ?? LocalizedText.Same(""), yaml.Texts("of"), yaml.Texts("without"), yaml.Word("base", bases))
        {
            Standing = Standings(yaml),
            Members = yaml.Whole("members", 1),
            Matter = yaml.Text("matter"),
            Date = yaml.Date("date"),
        };
        yaml.Done();
        return scope;
    }

    static ImmutableArray<Standing> Standings(YamlMap yaml)
    {
        var words = yaml.Texts("standing");
        foreach (var word in words.Where(w => !standings.ContainsKey(w)))
        {
            yaml.NotAllowed("standing", word, standings.Keys);
        }

        return [.. words.Where(standings.ContainsKey).Select(w => standings[w])];
    }

    /// <summary>An outcome, or whether a bloc reaches what the claim is about: it does, if nothing is said.</summary>
    static string? Word(YamlMap yaml, Measure measure) =>
        measure != Measure.Outcome ? yaml.Word("value", answers) is false ? Judge.Claim.No : Judge.Claim.Yes
        : yaml.Word("value", outcomes) is { } outcome ? Spelling.Kebab(outcome) : null;

    static Stated? Stated(YamlMap yaml, string key, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var stated = Judge.Stated.Parse(text);
        if (stated is null)
        {
            yaml.Fault("V110", $"'{text}' is not a number with its unit.", key, text, Judge.Stated.Allowed);
        }

        return stated;
    }

    /// <summary><c>contest</c>, <c>election/contest</c>, or <c>election/</c> where members of a chamber are counted.</summary>
    static ContestName? Contest(YamlMap yaml, string key, string? text, ClaimStore? store)
    {
        if (text is null)
        {
            return null;
        }

        var name = text.Split('/') is [var election, var contest] ? new ContestName(election, contest) : new ContestName(null, text);
        if (store is null || store.Contest(name) is not null || (name.Contest.Length == 0 && (yaml.Has("chamber") || yaml.Has("matter")) && store.Election(name.Election) is not null))
        {
            return name;
        }

        if (store.Election(name.Election) is { } known)
        {
            yaml.NotAllowed(key, text, known.Contests.Select(c => name.Election is null ? c.Id : $"{name.Election}/{c.Id}"));
        }
        else
        {
            yaml.NotAllowed(key, text, store.Elections.Select(e => $"{e}/…"));
        }

        return null;
    }
}
