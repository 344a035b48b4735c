using System.Collections.Immutable;
using System.Globalization;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate.Votes;

/// <summary>Asks of votes by district, however they came, what is asked of a contest of an election.</summary>
/// <remarks>
/// The votes are laid out as a contest whose units are its districts, so that every check of <see cref="Validation"/> is made of them too, also
/// those to come. No identity between counts is claimed, since such votes do not say how many a ballot gives.
/// </remarks>
public static class VotesCheck
{
    const string Level = "district";

    /// <summary>What does not fit together in votes.</summary>
    /// <param name="votes">The votes.</param>
    /// <param name="name">What findings call them.</param>
    /// <param name="file">The file that they come from; empty for none.</param>
    /// <param name="rowOf">The row of that file for a candidacy's votes; null where there is none.</param>
    public static ImmutableArray<Finding> Of(ContestVotes votes, string name, string file = "", Func<CandidacyVotes, int>? rowOf = null)
    {
        ArgumentNullException.ThrowIfNull(votes);
        var rounds = votes.Districts.SelectMany(d => d.Votes).Select(v => v.Round).Distinct().Order();
        return [.. rounds.SelectMany(round => OfRound(votes, round, name, file, rowOf)), .. Validation.Check(Places(votes)).Select(f => f with { File = file })];
    }

    static IEnumerable<Finding> OfRound(ContestVotes votes, int round, string name, string file, Func<CandidacyVotes, int>? rowOf)
    {
        var candidacies = ImmutableArray.CreateBuilder<Candidacy>();
        var returns = ImmutableArray.CreateBuilder<PollingStationReturn>();
        var standing = votes.Districts.Where(d => d.Votes.Any(v => v.Round == round)).ToList();
        foreach (var district in standing)
        {
            var entries = ImmutableArray.CreateBuilder<ChoiceVotes>();
            foreach (var line in district.Votes.Where(v => v.Round == round))
            {
                var row = rowOf?.Invoke(line) ?? 0;
                entries.Add(new ChoiceVotes(candidacies.Count, line.Votes, row));
                candidacies.Add(line.Candidacy with { Choice = $"{(row > 0 ? row : candidacies.Count + 1)}", District = district.District });
            }

            // Ranked ballots without stated first preferences have no votes by candidacy.
            if (district.Ballots is null)
            {
                var counts = new ReportedCounts(district.Registered, null, null, district.Blank, district.Null, null);
                returns.Add(new PollingStationReturn(district.District, counts, entries.ToImmutable(), entries[0].Row));
            }
        }

        var contest = new Contest
        {
            Id = name,
            Title = LocalizedText.Same(name),
            Date = default,
            Round = round,
            Candidacies = candidacies.ToImmutable(),
            Returns = returns.ToImmutable(),
            ResultsFile = file,
        };
        return Validation.Check(contest, Places(votes)).Select(f => f with { File = f is { File: "" } ? file : f.File, Row = f.Row is > 0 ? f.Row : rowOf is null ? null : LastRow(f.Found) });
    }

    /// <summary>The districts that have votes, or should: a tier whose votes are those of the districts below is none.</summary>
    static PlaceTree Places(ContestVotes votes)
    {
        var tiers = votes.Districts.Select(d => d.Tier).OfType<string>().Append(TierStep.NationalTier).ToHashSet();
        var districts = votes.Districts.Where(d => !d.Votes.IsEmpty || !tiers.Contains(d.District)).Select(d => d.District).ToList();
        var root = "whole";
        while (districts.Contains(root))
        {
            root += "*";
        }

        return new PlaceTree([new Place(root, null, "whole", root), .. districts.Select(d => new Place(d, root, Level, d))]);
    }

    /// <summary>The last row that a finding names: of candidacies that share a name, the one that came second.</summary>
    static int? LastRow(string found) => int.TryParse(found.Split(", ")[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;
}
