using System.Collections.Immutable;
using Urna.Allocate.Steps;
using Urna.Count;
using Urna.Model;

namespace Urna.Allocate.Votes;

/// <summary>The votes that fill a district's seats, from its count.</summary>
static class DistrictCount
{
    /// <summary>The votes of a contest, district by district in the order of the places.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="places">Its places.</param>
    public static ImmutableArray<DistrictVotes> Of(Contest contest, PlaceTree places)
    {
        var countOf = Tabulate.EachDistrict(contest, places);
        var named = contest.Seats.Keys.Concat(contest.SeatsByLaw).ToHashSet();
        var nearest = places.Nearest(named.Contains);
        var ballots = contest.Ballots.ToLookup(b => nearest(b.Place), b => b.Ballots);
        var tierOf = named.ToDictionary(d => d, d => places[d].Parent is { } parent ? nearest(parent) : null);
        var tiers = tierOf.Values.OfType<string>().ToHashSet();
        var nameOf = NamesOf(contest, places);
        return
        [
            .. places.Places.Where(p => named.Contains(p.Id)).Select(p =>
            {
                var count = countOf(p);
                return Of(contest, p, count, [.. ballots[p.Id]]) with
                {
                    District = nameOf(p.Id),
                    Tier = tierOf[p.Id] is { } tier && nameOf(tier) == tier ? tier : null,

                    // The votes of a tier without returns of its own are its districts'.
                    Missing = !contest.Ballots.IsEmpty || (tiers.Contains(p.Id) && count is null) ? [] : [.. Missing(contest, p, count, places)],
                };
            }),
        ];
    }

    /// <summary>How laws call a district: by its place's id, but the whole, where it is a tier above others, as the national tier.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="places">Its places.</param>
    public static Func<string, string> NamesOf(Contest contest, PlaceTree places)
    {
        var whole = places.Root.Id;
        var isTier = contest.Seats.ContainsKey(whole) && contest.Seats.Count + contest.SeatsByLaw.Length > 1;
        return id => isTier && id == whole ? TierStep.NationalTier : id;
    }

    /// <summary>A district's votes: of those on its ballot, and where ballots are ranked, of those that somebody marks.</summary>
    static DistrictVotes Of(Contest contest, Place district, Tabulation? count, ImmutableArray<RankedBallots> ballots)
    {
        var ranked = ballots.IsEmpty ? null : RankedBallots.Together(ballots);
        var marked = ranked?.Marked();
        var stated = count?.Choices.Where(c => c.UnitsStating > 0).ToDictionary(c => c.Choice, c => c.Votes.Known) ?? [];
        ImmutableArray<int> standing = [.. stated.Keys.Concat(marked is null ? [] : Enumerable.Range(0, marked.Length).Where(c => marked[c])).Distinct().Order()];
        return new DistrictVotes(
            district.Id,
            contest.Seats.GetValueOrDefault(district.Id),
            [.. standing.Select(c => new CandidacyVotes(contest.Candidacies[c], stated.GetValueOrDefault(c), contest.Round))],
            count?.Registered.Value)
        {
            Blank = count?.Blank.Value,
            Null = count?.Null.Value,
            Levelling = contest.Levelling.TryGetValue(district.Id, out var levelling) ? levelling : null,
            VotesAreStated = ranked is null || stated.Count > 0,
            Ballots = ranked is null ? null : Renumbered(ranked, standing, contest.Candidacies.Length),
        };
    }

    static RankedBallots Renumbered(RankedBallots ranked, ImmutableArray<int> standing, int candidacies)
    {
        int[] numbers = [.. Enumerable.Repeat(-1, candidacies)];
        for (var i = 0; i < standing.Length; i++)
        {
            numbers[standing[i]] = i;
        }

        return ranked.Renumbered(numbers, standing.Length);
    }

    /// <summary>What the count leaves open: a seat that hangs on it is not filled.</summary>
    static IEnumerable<LocalizedText> Missing(Contest contest, Place district, Tabulation? count, PlaceTree places)
    {
        if (count is null || count.Choices.All(c => c.UnitsStating == 0))
        {
            yield return MissingVotes.OfDistrict(district.Name);
            yield break;
        }

        if (!count.NotReported.IsEmpty)
        {
            yield return MissingVotes.OfUnits([.. count.NotReported.Select(id => places[id].Name)]);
        }

        ImmutableArray<string> without = [.. count.Choices.Where(c => c.Votes.State == FigureState.Missing).Select(c => contest.Candidacies[c.Choice].Name)];
        if (!without.IsEmpty)
        {
            yield return MissingVotes.Of(without);
        }
    }
}
