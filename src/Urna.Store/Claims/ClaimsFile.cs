using System.Collections.Immutable;
using Urna.Judge;
using Urna.Judge.Articles;
using Urna.Model;
using Urna.Store.Yaml;

namespace Urna.Store.Claims;

/// <summary>Claims that were read.</summary>
/// <param name="Election">The id of the election that they are about.</param>
/// <param name="Title">Where they stand.</param>
/// <param name="Claims">The claims, in order.</param>
/// <param name="Store">The elections that they are judged by.</param>
public sealed record ClaimSet(string Election, LocalizedText Title, ImmutableArray<Claim> Claims, ClaimStore Store)
{
    /// <summary>The article that they are bound to; null if none was given.</summary>
    public Article? Article { get; init; }

    /// <summary>Where the article was published; null if the file does not say.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Who answers for the verdicts; null if the file does not say.</summary>
    public Reviewer? Reviewer { get; init; }
}

/// <summary>Reads claims from their YAML file.</summary>
/// <remarks><c>docs/claims.md</c> describes the file; <c>schemas/claims.schema.json</c> checks it in an editor.</remarks>
public static class ClaimsFile
{
    static readonly Dictionary<string, Measure> measures = new()
    {
        ["share"] = Measure.Share,
        ["votes"] = Measure.Votes,
        ["rank"] = Measure.Rank,
        ["margin"] = Measure.Margin,
        ["turnout"] = Measure.Turnout,
        ["abstention"] = Measure.Abstention,
        ["seats"] = Measure.Seats,
        ["seat-share"] = Measure.SeatShare,
        ["change"] = Measure.Change,
        ["record"] = Measure.Record,
        ["elected"] = Measure.Elected,
        ["places-reaching"] = Measure.PlacesReaching,
        ["date"] = Measure.Date,
        ["inferred-share"] = Measure.InferredShare,
        ["not-observable"] = Measure.NotObservable,
        ["needs-data"] = Measure.NeedsData,
    };

    static readonly Dictionary<string, Measure> parts = measures.Where(m => m.Value <= Measure.SeatShare).ToDictionary();

    static readonly Dictionary<string, Judge.Wording> wordings = new()
    {
        ["plain"] = Judge.Wording.Plain,
        ["about"] = Judge.Wording.About,
        ["almost"] = Judge.Wording.Almost,
        ["over"] = Judge.Wording.Over,
        ["at-least"] = Judge.Wording.AtLeast,
        ["under"] = Judge.Wording.Under,
        ["at-most"] = Judge.Wording.AtMost,
    };

    static readonly Dictionary<string, ShareBase> bases = new() { ["valid"] = ShareBase.Valid, ["cast"] = ShareBase.Cast, ["registered"] = ShareBase.Registered };

    /// <summary>Reads claims, and lists every fault if they cannot be read or name what the store has not.</summary>
    /// <param name="path">The file.</param>
    /// <param name="storeOf">The elections, given the id of the claims' own; null where there is no such election.</param>
    /// <param name="article">The article that has the claims' words; null to leave them unbound.</param>
    public static ReadResult<ClaimSet> Read(string path, Func<string, ClaimStore?> storeOf, Article? article = null)
    {
        var faults = new FaultLog();
        ClaimSet? read = null;
        if (YamlMap.Load(path, Path.GetFileName(path), faults) is { } yaml)
        {
            var election = yaml.Required("election");
            var title = yaml.Localized("title") ?? LocalizedText.Same(Path.GetFileNameWithoutExtension(path));
            var store = storeOf(election);
            if (store is null)
            {
                yaml.NotAllowed("election", election, []);
            }

            var (citation, reviewer) = (ArticleFields.Citation(yaml), ArticleFields.Reviewer(yaml));
            var maps = yaml.Maps("claims");
            ImmutableArray<Claim> claims = [.. maps.Select(map => Claim(map, store, article))];
            foreach (var (map, claim) in maps.Zip(claims).Where((pair, i) => claims.Take(i).Any(c => c.Id == pair.Second.Id)))
            {
                map.Fault("V106", $"the claim '{claim.Id}' stands twice.", "id", claim.Id, "each id once");
            }

            yaml.Done();
            read = store is null ? null : new ClaimSet(election, title, claims, store) { Article = article, Citation = citation, Reviewer = reviewer };
        }

        return faults.Result(() => read);
    }

    static Claim Claim(YamlMap yaml, ClaimStore? store, Article? article)
    {
        var measure = yaml.Word("measure", measures);
        var claim = new Claim
        {
            Id = yaml.Required("id"),
            Says = yaml.Localized("says") ?? LocalizedText.Same(""),
            Spans = ArticleFields.Spans(yaml, article),
            Measure = measure ?? Measure.NotObservable,
            Contest = Contest(yaml, "contest", yaml.Text("contest"), store),
            Of = yaml.Texts("of"),
            Than = yaml.Text("than"),
            Places = yaml.Texts("places"),
            Base = yaml.Word("base", bases) ?? ShareBase.Valid,
            Chamber = yaml.Text("chamber"),
            What = yaml.Word("what", parts) ?? Measure.Turnout,
            Since = [.. yaml.Texts("since").Select(name => Contest(yaml, "since", name, store)).OfType<ContestName>()],
            From = Contest(yaml, "from", yaml.Text("from"), store),
            Stated = Stated(yaml, "value", yaml.Text("value")),
            Wording = yaml.Word("wording", wordings) ?? Judge.Wording.Plain,
            Reach = Stated(yaml, "reach", yaml.Text("reach")),
            Scopes = [.. yaml.Maps("scopes").Select(Scope)],
            Reason = yaml.Localized("reason"),
            Note = yaml.Localized("note"),
        };
        RequireFields(yaml, claim);
        RequireNames(yaml, claim, store);
        yaml.Done();
        return claim;
    }

    static ClaimScope Scope(YamlMap yaml)
    {
        var scope = new ClaimScope(yaml.Localized("name") ?? LocalizedText.Same(""), yaml.Texts("of"), yaml.Texts("without"), yaml.Word("base", bases));
        yaml.Done();
        return scope;
    }

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

    /// <summary><c>contest</c>, or <c>election/contest</c>.</summary>
    static ContestName? Contest(YamlMap yaml, string key, string? text, ClaimStore? store)
    {
        if (text is null)
        {
            return null;
        }

        var name = text.Split('/') is [var election, var contest] ? new ContestName(election, contest) : new ContestName(null, text);
        if (store is null || store.Contest(name) is not null || (name.Contest.Length == 0 && yaml.Has("chamber") && store.Election(name.Election) is not null))
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

    /// <summary>Faults where a measure lacks what it takes.</summary>
    static void RequireFields(YamlMap yaml, Claim claim)
    {
        if (!yaml.Has("measure"))
        {
            yaml.Fault("V103", $"the claim '{claim.Id}' needs 'measure'.", "measure", "", string.Join(", ", measures.Keys));
            return;
        }

        var isCounted = claim.Measure is not (Measure.NotObservable or Measure.NeedsData);
        Require(isCounted && claim.Chamber is null, "contest");
        Require(!isCounted, "reason");
        Require(isCounted && claim.Measure is not Measure.InferredShare, "value");
        Require(claim.Measure is Measure.Share or Measure.Rank or Measure.Margin or Measure.Seats or Measure.SeatShare or Measure.Elected or Measure.InferredShare or Measure.PlacesReaching or Measure.Votes, "of");
        Require(claim.Measure is Measure.Margin or Measure.InferredShare, "than");
        Require(claim.Measure is Measure.InferredShare, "from");
        Require(claim.Measure is Measure.Change or Measure.Record, "since");
        Require(claim.Measure is Measure.PlacesReaching, "places");
        Require(claim.Measure is Measure.PlacesReaching, "reach");

        void Require(bool needed, string key)
        {
            if (needed && !yaml.Has(key))
            {
                yaml.Fault("V103", $"the claim '{claim.Id}' needs '{key}'.", key, "", $"'{key}' for this measure");
            }
        }
    }

    /// <summary>Faults where a claim names a choice, place or chamber that its election has not.</summary>
    static void RequireNames(YamlMap yaml, Claim claim, ClaimStore? store)
    {
        var election = store?.Election(claim.Contest?.Election);
        var contest = claim.Contest is null ? null : store?.Contest(claim.Contest)?.Contest;
        if (election is null || (contest is null && claim.Chamber is null))
        {
            return;
        }

        foreach (var place in claim.Places.Concat(claim.Scopes.SelectMany(s => s.Without)).Where(p => !election.Places.Contains(p)))
        {
            yaml.NotAllowed("places", place, election.Places.Places.Select(p => p.Id));
        }

        if (claim.Chamber is { } chamber && election.Members.All(m => m.Chamber != chamber))
        {
            yaml.NotAllowed("chamber", chamber, election.Members.Select(m => m.Chamber).Distinct());
        }

        if (claim.Measure is Measure.InferredShare || claim.Of is ["cast" or "valid" or "registered"])
        {
            return;
        }

        string[] names = claim.Chamber is { } seated
            ? [.. election.Members.Where(m => m.Chamber == seated).SelectMany(m => new[] { m.List, m.Party }).Distinct()]
            : [.. contest!.Candidacies.SelectMany(c => new[] { c.Choice, c.Candidate, c.List, c.Party }).Where(n => n.Length > 0).Distinct()];
        var folded = names.Select(FoldedName.Of).ToHashSet();
        // A list that a chamber has no member of any more is still a list that an earlier one had.
        if (claim.Measure == Measure.Change)
        {
            return;
        }

        foreach (var name in claim.Of.Concat(claim.Scopes.SelectMany(s => s.Of)).Append(claim.Than ?? "").Where(n => n.Length > 0 && !folded.Contains(FoldedName.Of(n))))
        {
            yaml.NotAllowed("of", name, names);
        }
    }
}
