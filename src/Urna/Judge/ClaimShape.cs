using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge;

/// <summary>Checks that a claim has the fields that its measure takes, and a value of its unit.</summary>
static class ClaimShape
{
    static readonly ImmutableArray<string> guarded =
    [
        "contest", "of", "standing", "than", "between", "places", "base", "chamber", "members", "what", "since", "from", "value", "wording", "reach", "quorum", "matter", "date", "scopes", "reason",
        "values", "elected", "level", "out-of", "order", "not", "count",
    ];

    static readonly ImmutableArray<string> ofScopes = ["of", "standing", "without", "base", "members", "matter", "date"];

    static readonly Dictionary<ClaimUnit, string> examples = new()
    {
        [ClaimUnit.Share] = "per cent, as 28 %",
        [ClaimUnit.Points] = "points, as 11.7 points",
        [ClaimUnit.Votes] = "votes, as 970569 votes",
        [ClaimUnit.Seats] = "seats, as 37 seats",
        [ClaimUnit.Rank] = "a rank, as rank 3",
        [ClaimUnit.Ratio] = "times, as 2 times",
        [ClaimUnit.Persons] = "persons, as 1 persons",
        [ClaimUnit.Places] = "places, as 2 places",
        [ClaimUnit.Date] = "a day, as 2021-07-18",
    };

    /// <summary>Faults of fields that are lacking, that the measure does not take, or that do not fit together.</summary>
    public static IEnumerable<ClaimFault> Faults(ClaimFields fields)
    {
        if (fields.Id.Length == 0)
        {
            yield return new("V103", "id", null, "", "id", LocalizedText.Say("claim-shape.the-field-id-is-missing"));
        }

        if (fields.Measure is not { } measure || ClaimKinds.Of(measure) is not { } kind)
        {
            yield return fields.Measure is { } none
                ? ClaimFault.NotAllowed("measure", $"{none}", Measures)
                : new("V103", "measure", null, "", string.Join(", ", Measures), Needs(fields, "measure"));
            yield break;
        }

        foreach (var fault in Keys(fields, kind).Concat(Numbers(fields, kind)).Concat(Names(fields)).Concat(Grounds(fields, kind)).Concat(Scopes(fields, kind)).Concat(Values(fields, kind)))
        {
            yield return fault;
        }
    }

    static IEnumerable<string> Measures => ClaimKinds.All.Select(k => Spelling.Kebab(k.Measure));

    static IEnumerable<ClaimFault> Keys(ClaimFields fields, ClaimKind kind)
    {
        var taken = kind.Taken(fields);
        foreach (var key in guarded.Where(k => fields.States(k) && !taken.Contains(k) && (k != "scopes" || kind.Needs.Contains("reason"))))
        {
            yield return NotTaken(fields, kind, key, key, null);
        }

        foreach (var key in kind.Needs.Where(k => IsLacking(fields, kind, k)).Concat(PartNeeds(fields, kind)).Distinct())
        {
            yield return new("V103", key, null, "", $"'{key}' for this measure", Needs(fields, key));
        }
    }

    static LocalizedText Needs(ClaimFields fields, string key) => LocalizedText.Say(
        "claim-shape.the-claim-needs", ("fields", fields.Id), ("key", key));

    static ClaimFault NotTaken(ClaimFields fields, ClaimKind kind, string key, string found, int? scope)
    {
        var part = kind.Takes.Contains("what") ? Spelling.Kebab(fields.What ?? Measure.Turnout) : null;
        var word = Spelling.Kebab(kind.Measure);
        var taken = scope is null ? kind.Taken(fields) : [.. ofScopes.Where(k => kind.ScopeTakes(k, fields))];
        return new("V110", key, scope, found, string.Join(", ", taken.DefaultIfEmpty("(none)")), LocalizedText.Say(
            "claim-shape.the-measure-does-not-take", ("word", word), ("isPart", part is not null), ("part", part), ("key", key), ("inScope", scope is not null)));
    }

    static bool IsLacking(ClaimFields fields, ClaimKind kind, string key) => key switch
    {
        "contest" => fields.Chamber is null && fields.Contest is null,
        "of" => !fields.Subject.IsSomebody && (fields.Scopes.IsEmpty || fields.Scopes.Any(s => !s.HasSubject)),
        "matter" => fields.Matter is null && (fields.Scopes.IsEmpty || fields.Scopes.Any(s => s.Matter is null)),
        "value" => fields.Value is null && (fields.Word is null || kind.Words.IsEmpty),
        _ => !fields.States(key),
    };

    /// <summary>What the measure needs whose change or record is asked for.</summary>
    static IEnumerable<string> PartNeeds(ClaimFields fields, ClaimKind kind) =>
        !kind.Takes.Contains("what") || ClaimKinds.Of(fields.What ?? Measure.Turnout) is not { IsPart: true } part ? []
        : part.Needs.Where(k => (k == "of" || (k == "than" && kind.Measure == Measure.Record)) && IsLacking(fields, part, k));

    /// <summary>Faults where more are named than a measure looks at, or one twice.</summary>
    static IEnumerable<ClaimFault> Numbers(ClaimFields fields, ClaimKind kind)
    {
        IEnumerable<(string Key, int Count, int Most)> counts = [("places", fields.Places.Length, kind.MostPlaces), ("than", fields.Than.Length, kind.MostThan), ("since", fields.Since.Length, kind.MostSince)];
        foreach (var (key, count, most) in counts.Where(c => c.Count > c.Most))
        {
            var word = Spelling.Kebab(kind.Measure);
            yield return new("V110", key, null, $"{count}", $"{most}", LocalizedText.Say(
                "claim-shape.the-measure-takes-in-and-are", ("word", word), ("most", most), ("key", key), ("count", count)));
        }

        foreach (var place in fields.Places.GroupBy(p => p).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            yield return new("V106", "places", null, place, "each place once", LocalizedText.Say(
                "claim-shape.the-place-stands-twice", ("place", place)));
        }

        foreach (var (at, based) in fields.Scopes.Index().Where(s => s.Item is not null).Select(s => ((int?)s.Index, s.Item.Base)).Prepend((null, fields.Base)))
        {
            if (based is { } word && !BasesOf(kind).Contains(word))
            {
                yield return ClaimFault.NotAllowed("base", Spelling.Kebab(word), BasesOf(kind).Select(b => Spelling.Kebab(b)), scope: at);
            }
        }

        if (fields.SinceAll && kind.Measure is not (Measure.Record or Measure.Extreme))
        {
            yield return ClaimFault.NotAllowed("since", "all", ["a contest"]);
        }

        if (fields.Members is < 1)
        {
            yield return TooFew("members", fields.Members.Value, null);
        }
    }

    /// <summary>What shares of a measure may be of; only those over time know people of voting age.</summary>
    static ImmutableArray<ShareBase> BasesOf(ClaimKind kind) =>
        kind.Measure is Measure.FirstTime or Measure.Extreme or Measure.Trend or Measure.ChangeAfter ? [.. Enum.GetValues<ShareBase>()]
        : kind.Measure == Measure.PeopleShare ? [ShareBase.Adults]
        : [ShareBase.Valid, ShareBase.Cast, ShareBase.Registered];

    static ClaimFault TooFew(string key, int found, int? scope) =>
        new("V104", key, scope, $"{found}", "a whole number, 1 or more", LocalizedText.Say(
            "claim-shape.in-is-not-a-whole-number", ("found", found), ("key", key)));

    /// <summary>Faults of names that are empty.</summary>
    static IEnumerable<ClaimFault> Names(ClaimFields fields)
    {
        IEnumerable<(string Key, ImmutableArray<string> Names)> lists = [("of", fields.Of), ("than", fields.Than), ("between", fields.Between), ("places", fields.Places)];
        foreach (var (key, _) in lists.Where(l => l.Names.Any(string.IsNullOrWhiteSpace)))
        {
            yield return ClaimFault.NotAllowed(key, "", ["a name"]);
        }

        if (fields.Spans.Contains(null!) || fields.Since.Contains(null!) || fields.Scopes.Contains(null!) || fields.Values.Contains(null!))
        {
            yield return ClaimFault.NotAllowed(fields.Spans.Contains(null!) ? "span" : fields.Since.Contains(null!) ? "since" : fields.Values.Contains(null!) ? "values" : "scopes", "", ["a value"]);
        }
    }

    /// <summary>Faults where contest, chamber and what is counted there do not fit together.</summary>
    static IEnumerable<ClaimFault> Grounds(ClaimFields fields, ClaimKind kind)
    {
        if (fields.Chamber is not null && fields.Contest is { Contest.Length: > 0 } && kind.Measure != Measure.Quorum)
        {
            yield return new("V110", "chamber", null, fields.Chamber, "one of the two; an election alone is written 'cl-2017/'", LocalizedText.Say("claim-shape.chamber-and-contest-stand-together-members"));
        }

        if (fields.Chamber is not null && !fields.Standing.IsEmpty)
        {
            yield return NotTaken(fields, kind, "standing", "standing", null);
        }

        if (fields.Chamber is null && kind.Measure != Measure.Quorum && kind.Needs.Contains("contest"))
        {
            foreach (var (key, name) in fields.Since.Select(s => ("since", s)).Prepend(("contest", fields.Contest!)).Append(("from", fields.From!)).Where(n => n.Item2 is { Contest.Length: 0 }))
            {
                yield return ClaimFault.NotAllowed(key, $"{name}", [$"{name.Election}/…"]);
            }
        }

        if (fields.What is { } what && kind.Takes.Contains("what") && (ClaimKinds.Of(what) is not { IsPart: true } || (kind.Measure == Measure.Change && what == Measure.Margin)))
        {
            yield return what == Measure.Margin
                ? new("V110", "what", null, "margin", "share, votes, turnout, seats", LocalizedText.Say("claim-shape.the-change-of-a-margin-is"))
                : ClaimFault.NotAllowed("what", Spelling.Kebab(what), ClaimKinds.All.Where(k => k.IsPart).Select(k => Spelling.Kebab(k.Measure)));
        }
    }

    static IEnumerable<ClaimFault> Scopes(ClaimFields fields, ClaimKind kind)
    {
        foreach (var (at, scope) in fields.Scopes.Index().Where(s => s.Item is not null))
        {
            if (scope.Name is not { English.Length: > 0 } and not { Spanish.Length: > 0 })
            {
                yield return new("V103", "name", at, "", "a name for people", LocalizedText.Say("claim-shape.a-scope-needs-a-name"));
            }
            else if (fields.Scopes.Take(at).Any(s => s?.Name == scope.Name))
            {
                yield return new("V106", "name", at, scope.Name.English, "each name once", LocalizedText.Say(
                    "claim-shape.the-scope-stands-twice", ("scope", scope.Name)));
            }

            foreach (var key in ofScopes.Where(k => scope.States(k) && !kind.ScopeTakes(k, fields)))
            {
                yield return NotTaken(fields, kind, key, key, at);
            }

            foreach (var key in new[] { ("of", scope.Of), ("without", scope.Without) }.Where(l => l.Item2.Any(string.IsNullOrWhiteSpace)).Select(l => l.Item1))
            {
                yield return ClaimFault.NotAllowed(key, "", ["a name"], scope: at);
            }

            if (scope.Members is < 1)
            {
                yield return TooFew("members", scope.Members.Value, at);
            }
        }
    }

    /// <summary>Faults of what is stated: a number of another unit, or a word that the measure has not.</summary>
    static IEnumerable<ClaimFault> Values(ClaimFields fields, ClaimKind kind)
    {
        if (fields.Word is { } word && !kind.Words.Contains(word))
        {
            yield return ClaimFault.NotAllowed("value", word, kind.Words.IsEmpty ? [Stated.Allowed] : kind.Words);
        }

        if (fields.Value is { } value && !kind.Units(fields).Contains(value.Unit))
        {
            yield return kind.Words.IsEmpty ? Misfit("value", value, kind.Units(fields)) : ClaimFault.NotAllowed("value", value.Text, kind.Words);
        }
        else if (fields.Value is { Unit: ClaimUnit.Rank } rank && kind.Measure == Measure.Rank && rank.Value < Numerics.Fraction.One)
        {
            yield return ClaimFault.NotAllowed("value", rank.Text, ["rank 1 or a later one"]);
        }

        if (!fields.Values.IsEmpty && fields.Values.Length != 2 && !kind.UnitsOfValues(fields).IsEmpty)
        {
            yield return new("V110", "values", null, $"{fields.Values.Length}", "two numbers, the earlier first", LocalizedText.Say("claim-shape.values-needs-two-numbers-the-earlier"));
        }

        foreach (var one in fields.Values.Where(v => v is not null && kind.UnitsOfValues(fields) is { IsEmpty: false } units && !units.Contains(v.Unit)))
        {
            yield return Misfit("values", one, kind.UnitsOfValues(fields));
        }

        if (fields.OutOf is { } all && all.Unit != ClaimUnit.Places)
        {
            yield return Misfit("out-of", all, [ClaimUnit.Places]);
        }

        if (fields.Elected is not null && fields.Chamber is null)
        {
            yield return new("V110", "elected", null, $"{fields.Elected}", "a chamber, whose members have years", LocalizedText.Say("claim-shape.elected-goes-with-chamber-alone"));
        }

        var reached = kind.Measure == Measure.FirstTime && fields.Base is ShareBase.Cast or ShareBase.Valid ? ClaimUnit.Votes : ClaimUnit.Share;
        if (fields.Reach is { } reach && reach.Unit != reached)
        {
            yield return Misfit("reach", reach, [reached]);
        }

        ClaimFault Misfit(string key, Stated stated, ImmutableArray<ClaimUnit> units) => new(
            "V110", key, null, stated.Text, string.Join(", or ", units.Select(u => examples[u]).DefaultIfEmpty("(none)")),
            LocalizedText.Say("claim-shape.does-not-fit-the-measure", ("stated", stated.Text), ("kebab", Spelling.Kebab(kind.Measure))));
    }
}
