using System.Collections.Immutable;
using Urna.Judge;
using Urna.Judge.Articles;
using Urna.Model;
using Urna.Power;
using Urna.Store.Yaml;

namespace Urna.Store.Claims;

/// <summary>Reads one claim: its fields with their lines; what they must be is checked by <see cref="ClaimFields"/>.</summary>
static class ClaimMap
{
    static readonly Dictionary<string, bool> marks = new[] { true, false }.ToDictionary(b => $"{b}".ToLowerInvariant());

    const string AllEarlier = "all";

    static readonly Dictionary<string, Measure> measures = Enum.GetValues<Measure>().ToDictionary(m => Spelling.Kebab(m));

    static readonly Dictionary<string, Measure> parts = measures.Where(m => m.Value <= Measure.SeatShare).ToDictionary();

    static readonly Dictionary<string, bool> yesOrNo = new() { ["true"] = true, ["false"] = false, ["yes"] = true, ["no"] = false };

    static readonly Dictionary<string, bool> counts = new() { ["final"] = false, ["night"] = true };

    static readonly Dictionary<string, bool> orders = new() { ["highest"] = false, ["lowest"] = true };

    static readonly Dictionary<string, Judge.Wording> wordings = Enum.GetValues<Judge.Wording>().ToDictionary(w => Spelling.Kebab(w));

    static readonly Dictionary<string, ShareBase> bases = Enum.GetValues<ShareBase>().ToDictionary(b => Spelling.Kebab(b));

    static readonly Dictionary<string, Standing> standings = Enum.GetValues<Standing>().ToDictionary(s => Spelling.Kebab(s));

    /// <summary>Reads a claim; null with all its faults if it is none.</summary>
    public static Claim? Read(YamlMap yaml, ClaimStore? store, Article? article, FaultLog log)
    {
        var scopes = yaml.Maps("scopes").Select(map => (Yaml: map, Scope: Scope(map))).ToList();
        var fields = Fields(yaml, article) with { Scopes = [.. scopes.Select(s => s.Scope)] };
        fields = store is null ? fields : FamilyNames.In(fields, store);
        ImmutableArray<ClaimFault> all = fields.Measure is null && yaml.Has("measure") ? [] : fields.Faults(store);
        ImmutableArray<ClaimFault> faults = [.. all.Where(f => !f.IsOfData)];
        foreach (var away in all.Where(f => f.IsOfData))
        {
            yaml.Note("V184", away.Message, away.Field, away.Found, away.Expected);
        }

        foreach (var fault in faults)
        {
            Tell(fault, fault.Scope is { } at ? scopes[at].Yaml : yaml);
            log.AddRange(fault.Because);
        }

        TellDraft(yaml);
        yaml.Done();
        return faults.IsEmpty && !yaml.HasFaults && !scopes.Exists(s => s.Yaml.HasFaults) ? Claim.Of(fields) : null;
    }

    /// <summary>Adds file and line to a fault; a field that is there and could not be read was told already.</summary>
    static void Tell(ClaimFault fault, YamlMap yaml)
    {
        if (!yaml.IsFaulty(fault.Field))
        {
            yaml.Fault(fault.Code, fault.Message, fault.Field, fault.Found, fault.Expected);
        }
    }

    /// <summary>A draft is not judged before a person has read it and taken the mark out.</summary>
    static void TellDraft(YamlMap yaml)
    {
        if (yaml.Word("draft", marks) == true)
        {
            var id = yaml.Text("id") ?? "";
            yaml.Fault(
                "V540",
                LocalizedText.Say("v540.the-claim-is-still-a-draft", ("id", id)),
                "draft", yaml.Text("draft")!, "a claim that a person has read, without 'draft: true'");
        }
    }

    static ClaimFields Fields(YamlMap yaml, Article? article)
    {
        var measure = yaml.Word("measure", measures);
        var since = yaml.Texts("since");
        var isWord = measure is Measure.Outcome or Measure.Majority or Measure.Quorum or Measure.FirstTime or Measure.Extreme or Measure.Trend or Measure.ChangeAfter;
        var isAll = measure is Measure.Record or Measure.Extreme && since.Contains(AllEarlier);
        return new ClaimFields
        {
            Id = yaml.Text("id") ?? "",
            Says = yaml.Localized("says"),
            Spans = ArticleFields.Spans(yaml, article),
            Measure = measure,
            Contest = Contest(yaml.Text("contest")),
            Of = yaml.Texts("of"),
            Standing = Standings(yaml),
            Than = yaml.Texts("than"),
            Between = yaml.Texts("between"),
            Places = yaml.Texts("places"),
            Base = yaml.Word("base", bases),
            Chamber = yaml.Text("chamber"),
            Members = yaml.Whole("members", 1),
            Quorum = yaml.Text("quorum"),
            Matter = yaml.Text("matter"),
            Date = yaml.Date("date"),
            What = yaml.Word("what", parts),
            Since = [.. since.Where(s => !isAll || s != AllEarlier).Select(ContestName.Parse)],
            SinceAll = isAll,
            From = Contest(yaml.Text("from")),
            Word = isWord ? yaml.Text("value") : null,
            Value = isWord ? null : Stated(yaml, "value", yaml.Text("value")),
            Wording = yaml.Word("wording", wordings),
            Reach = Stated(yaml, "reach", yaml.Text("reach")),
            Values = [.. yaml.Texts("values").Select(text => Stated(yaml, "values", text)).OfType<Stated>()],
            Elected = yaml.Whole("elected", 1),
            Level = yaml.Text("level"),
            OutOf = Stated(yaml, "out-of", yaml.Text("out-of")),
            IsLowestFirst = yaml.Word("order", orders) ?? false,
            IsNegated = yaml.Word("not", yesOrNo) ?? false,
            IsOfTheNight = yaml.Word("count", counts) ?? false,
            Reason = yaml.Localized("reason"),
            Note = yaml.Localized("note"),
        };
    }

    static ClaimScope Scope(YamlMap yaml)
    {
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

    static Stated? Stated(YamlMap yaml, string key, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var stated = Judge.Stated.Parse(text);
        if (stated is null)
        {
            yaml.Fault("V110", LocalizedText.Say("v110.is-not-a-number-with-its", ("text", text)), key, text, Judge.Stated.Allowed);
        }

        return stated;
    }

    static ContestName? Contest(string? text) => text is null ? null : ContestName.Parse(text);
}
