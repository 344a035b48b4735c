using System.Collections.Immutable;
using Urna.Judge;
using Urna.Model;
using Urna.Store.Yaml;

namespace Urna.Store.Claims;

/// <summary>Checks that a claim has the fields that its measure takes, and a value of its unit.</summary>
static class ClaimTakes
{
    static readonly ImmutableArray<string> guarded =
    [
        "contest", "of", "standing", "than", "between", "places", "base", "chamber", "members", "what", "since", "from", "value", "wording", "reach", "quorum", "matter", "date",
    ];

    /// <summary>What each measure needs, and what else it takes.</summary>
    static readonly Dictionary<Measure, (string[] Needs, string[] Takes)> fields = new()
    {
        [Measure.Share] = (["contest", "value", "of"], ["standing", "places", "base", "wording"]),
        [Measure.Votes] = (["contest", "value", "of"], ["standing", "places", "wording"]),
        [Measure.Rank] = (["contest", "value", "of"], ["places", "wording"]),
        [Measure.Margin] = (["contest", "value", "of", "than"], ["places", "base", "wording"]),
        [Measure.Turnout] = (["contest", "value"], ["places", "wording"]),
        [Measure.Abstention] = (["contest", "value"], ["places", "wording"]),
        [Measure.Seats] = (["contest", "value", "of"], ["standing", "chamber", "wording"]),
        [Measure.SeatShare] = (["contest", "value", "of"], ["standing", "chamber", "members", "wording"]),
        [Measure.Change] = (["contest", "value", "since"], ["what", "of", "standing", "than", "chamber", "places", "base", "wording"]),
        [Measure.Record] = (["contest", "value", "since"], ["what", "of", "standing", "than", "places", "base", "wording"]),
        [Measure.Elected] = (["contest", "value", "of"], ["wording"]),
        [Measure.Outcome] = (["contest", "value"], ["of", "between"]),
        [Measure.Majority] = (["contest", "of"], ["standing", "chamber", "members", "value"]),
        [Measure.Quorum] = (["matter", "of"], ["contest", "chamber", "quorum", "date", "value"]),
        [Measure.Bias] = (["contest", "value", "of"], ["standing", "wording"]),
        [Measure.PlacesReaching] = (["contest", "value", "of", "places", "reach"], ["standing", "base", "wording"]),
        [Measure.Date] = (["contest", "value"], ["wording"]),
        [Measure.InferredShare] = (["contest", "from", "of", "than"], ["value", "wording"]),
    };

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
    public static void Check(YamlMap yaml, Claim claim)
    {
        if (!fields.TryGetValue(claim.Measure, out var known))
        {
            Require(yaml, claim, claim.Reason is null, "reason");
            return;
        }

        foreach (var key in guarded.Where(k => yaml.Has(k) && !known.Needs.Contains(k) && !known.Takes.Contains(k)))
        {
            yaml.Fault("V110", $"the measure '{Spelling.Kebab(claim.Measure)}' does not take '{key}'.", key, key, string.Join(", ", known.Needs.Concat(known.Takes)));
        }

        foreach (var key in known.Needs)
        {
            Require(yaml, claim, IsLacking(yaml, claim, key), key);
        }

        Require(yaml, claim, claim.Measure is Measure.Change or Measure.Record && NeedsOf(claim.What) && claim.Of.IsEmpty && claim.Standing.IsEmpty, "of");
        Require(yaml, claim, claim is { Measure: Measure.Record, What: Measure.Margin, Than.IsEmpty: true }, "than");
        CheckNumbers(yaml, claim);
        CheckUnits(yaml, claim);
    }

    static bool IsLacking(YamlMap yaml, Claim claim, string key) => key switch
    {
        "contest" => claim.Chamber is null && !yaml.Has(key),
        "of" => claim.Of.IsEmpty && claim.Standing.IsEmpty && claim.Scopes.All(s => s.Of.IsEmpty && s.Standing.IsEmpty),
        "than" => claim.Than.IsEmpty,
        "places" => claim.Places.IsEmpty,
        "since" => claim.Since.IsEmpty && !claim.SinceAll && yaml.Texts(key).IsEmpty,
        "matter" => claim.Matter is null && (claim.Scopes.IsEmpty || claim.Scopes.Any(s => s.Matter is null)),
        _ => !yaml.Has(key),
    };

    static void Require(YamlMap yaml, Claim claim, bool isLacking, string key)
    {
        if (isLacking)
        {
            yaml.Fault("V103", $"the claim '{claim.Id}' needs '{key}'.", key, "", $"'{key}' for this measure");
        }
    }

    static bool NeedsOf(Measure what) => what is not (Measure.Turnout or Measure.Abstention);

    /// <summary>Faults where more are named than a measure looks at.</summary>
    static void CheckNumbers(YamlMap yaml, Claim claim)
    {
        AtMost("places", claim.Places.Length, claim.Measure == Measure.PlacesReaching ? int.MaxValue : 1);
        AtMost("than", claim.Than.Length, claim.Measure == Measure.InferredShare ? 2 : 1);
        AtMost("since", claim.Since.Length, claim.Measure == Measure.Change ? 1 : int.MaxValue);
        if (claim is { Measure: Measure.Change, What: Measure.Margin })
        {
            yaml.Fault("V110", "the change of a margin is not measured: 'than' names the place that a change is set against.", "what", "margin", "share, votes, turnout, seats");
        }

        if (claim.Chamber is not null && claim.Contest is { Contest.Length: > 0 })
        {
            yaml.Fault("V110", "'chamber' and 'contest' stand together: members are counted, or seats by the contest's law.", "chamber", claim.Chamber, "one of the two; an election alone is written 'cl-2017/'");
        }

        if (claim is { Chamber: not null, Measure: Measure.Change, What: not (Measure.Seats or Measure.SeatShare) })
        {
            yaml.Fault("V110", "of the members of a chamber only seats are measured.", "what", Spelling.Kebab(claim.What), "seats, seat-share");
        }

        void AtMost(string key, int count, int most)
        {
            if (count > most)
            {
                yaml.Fault("V110", $"the measure '{Spelling.Kebab(claim.Measure)}' takes {most} in '{key}', and {count} are named.", key, $"{count}", $"{most}");
            }
        }
    }

    static void CheckUnits(YamlMap yaml, Claim claim)
    {
        Fits("value", claim.Stated, UnitsOf(claim));
        Fits("reach", claim.Reach, [ClaimUnit.Share]);

        void Fits(string key, Stated? stated, ImmutableArray<ClaimUnit> units)
        {
            if (stated is not null && !units.Contains(stated.Unit))
            {
                yaml.Fault("V110", $"'{stated.Text}' does not fit the measure '{Spelling.Kebab(claim.Measure)}'.", key, stated.Text, string.Join(", or ", units.Select(u => examples[u])));
            }
        }
    }

    static ImmutableArray<ClaimUnit> UnitsOf(Claim claim) => claim.Measure switch
    {
        Measure.Votes => [ClaimUnit.Votes],
        Measure.Rank => [ClaimUnit.Rank],
        Measure.Margin => [ClaimUnit.Points, ClaimUnit.Votes],
        Measure.Seats => [ClaimUnit.Seats],
        Measure.Change => claim.What switch { Measure.Votes => [ClaimUnit.Votes], Measure.Rank => [ClaimUnit.Rank], Measure.Seats => [ClaimUnit.Seats], _ => [ClaimUnit.Points] },
        Measure.Record => [ClaimUnit.Ratio],
        Measure.Elected => [ClaimUnit.Persons],
        Measure.PlacesReaching => [ClaimUnit.Places],
        Measure.Date => [ClaimUnit.Date],
        Measure.Bias => [ClaimUnit.Points],
        Measure.InferredShare => [claim.Than.Length > 1 ? ClaimUnit.Points : ClaimUnit.Share],
        _ => [ClaimUnit.Share],
    };
}
