using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>Random votes that a law can be tried on: few votes, so that ties and exhausted lists are common.</summary>
static class RandomElections
{
    static readonly string[] names = ["north", "south", "west"];

    /// <summary>A law and votes for it, the same for the same number.</summary>
    /// <param name="number">The number of the pair, ≥ 0.</param>
    public static (ElectoralRule Law, ContestVotes Votes) Pair(int number)
    {
        var law = RandomLaws.All.Generate(new PCG(1, (ulong)number), null, out _);
        return (law, For(law, number));
    }

    /// <summary>Votes for a law, the same for the same seed.</summary>
    /// <param name="law">The law.</param>
    /// <param name="seed">The seed.</param>
    public static ContestVotes For(ElectoralRule law, int seed)
    {
        var random = new Random(seed);
        return law.Steps.OfType<BallotStep>().FirstOrDefault() is { } ranked ? Ranked(ranked, random)
            : law.Steps.Any(s => s is MajorityStep) ? Rounds(law, random)
            : new Builder(law, random).Build();
    }

    static ContestVotes Ranked(BallotStep law, Random random)
    {
        var candidates = random.Next(2, 7);
        var ballots = new RankedBallots.Builder(candidates);
        for (var ranking = random.Next(1, 12); ranking > 0; ranking--)
        {
            int[] order = [.. Enumerable.Range(0, candidates)];
            random.Shuffle(order);
            ballots.Add(random.Next(1, 9), order.AsSpan(0, random.Next(1, candidates + 1)));
        }

        return new ContestVotes(
            [
                new DistrictVotes("north", law is PreferenceCountStep or TransferableVoteStep { Stop: StopRule.TwoLeft } ? 1 : random.Next(1, 4), [.. Enumerable.Range(0, candidates).Select(c => new CandidacyVotes(new Candidacy { Choice = $"{c}", Candidate = $"{(char)('A' + c)}" }, 0))])
                {
                    Ballots = ballots.ToBallots(),
                    VotesAreStated = false,
                },
            ],
            [],
            []);
    }

    static ContestVotes Rounds(ElectoralRule law, Random random)
    {
        var districts = Enumerable.Range(0, random.Next(1, 3)).Select(d => new DistrictVotes(
            names[d], 1, [.. Enumerable.Range(0, random.Next(1, 5)).Select(c => new CandidacyVotes(new Candidacy { Choice = $"{names[d]}{c}", District = names[d], Party = $"P{c}", Candidate = $"c{c} of {names[d]}" }, random.Next(0, 9)))]));
        return new ContestVotes([.. districts], [], []);
    }

    /// <summary>Builds the districts of an election.</summary>
    sealed class Builder(ElectoralRule law, Random random)
    {
        readonly int most = random.Next(3) switch { 0 => 5, 1 => 40, _ => 400 };
        readonly int depth = random.Next(4);
        readonly int lists = random.Next(2, 5);
        readonly bool isSized = law.Steps.Any(s => s is DistrictSeatsStep);
        readonly int? ranks = law.Steps.OfType<ByRankStep>().FirstOrDefault()?.Seats.Sum();
        readonly bool isBinomial = law.Steps.Any(s => s is DoublingStep);
        readonly bool hasTier = law.Steps.Any(s => s is TierStep or SurplusVotesStep);

        public ContestVotes Build()
        {
            var between = law.Steps.Any(s => s is TierStep { Placement.InTiers: true });
            var regions = hasTier && (between || random.Next(4) == 0);
            var districts = Enumerable.Range(0, random.Next(1, 4)).Select(d => District(names[d]) with { Tier = regions ? (d == 0 ? "Upper" : "Lower") : null }).ToList();
            if (regions)
            {
                districts.AddRange(districts.Select(d => d.Tier!).Distinct().ToList().Select(t => Tier(t)));
            }
            if (between || (!regions && hasTier) || (isSized && random.Next(2) == 0))
            {
                districts.Add(Tier("*"));
            }

            return new ContestVotes([.. districts], [], []);
        }

        DistrictVotes District(string name) =>
            new(name, isSized ? 0 : isBinomial ? 2 : ranks ?? random.Next(1, 7), [.. Lines(name, depth, alone: random.Next(3) == 0)], random.Next(20, 900))
            {
                Blank = random.Next(0, 9),
                Null = random.Next(0, 9),
                Levelling = hasTier && random.Next(3) == 0 ? random.Next(0, 3) : null,
            };

        DistrictVotes Tier(string name) => new(name, random.Next(0, 7), hasTier && random.Next(2) == 0 ? [.. Lines(name, random.Next(2) == 0 ? 3 : 0, alone: random.Next(3) == 0)] : [], random.Next(20, 900))
        {
            Blank = random.Next(0, 9),
            Null = random.Next(0, 9),
        };

        int Votes() => random.Next(8) == 0 ? 0 : random.Next(1, most + 1);

        /// <summary>Rows of a district: lists alone, their parties, some persons, or all persons.</summary>
        IEnumerable<CandidacyVotes> Lines(string district, int depth, bool alone)
        {
            for (var l = 0; l < lists; l++)
            {
                var (list, place) = ($"{(char)('A' + l)}", 0);
                for (var p = depth == 0 ? 1 : random.Next(1, 4); p > 0; p--)
                {
                    var candidacy = new Candidacy
                    {
                        Choice = $"{district}/{list}{p}",
                        District = district,
                        List = list,
                        Party = depth == 0 ? "" : $"{list}{p}",
                        Subpact = depth > 0 && p < 3 && l % 2 == 0 ? "S" : "",
                    };
                    if (depth < 2 || (depth == 2 && random.Next(2) == 0))
                    {
                        yield return new CandidacyVotes(candidacy, Votes());
                        continue;
                    }

                    for (var c = random.Next(1, 4); c > 0; c--)
                    {
                        place++;
                        yield return new CandidacyVotes(
                            candidacy with { Choice = $"{district}/{list}{p}{c}", Candidate = $"{list}{p}{c} of {(c == 1 ? "all" : district)}", ListPosition = place, Sex = random.Next(2) == 0 ? Sex.Female : Sex.Male }, Votes());
                    }
                }

                if (random.Next(4) == 0)
                {
                    yield return new CandidacyVotes(new Candidacy { Choice = $"{district}/{list}", District = district, List = list, Kind = CandidacyKind.ListVote }, Votes());
                }
            }

            if (alone)
            {
                yield return new CandidacyVotes(
                    new Candidacy { Choice = $"{district}/ida", District = district, Candidate = $"Ida of {district}", Kind = CandidacyKind.Independent, ListPosition = 1, Sex = Sex.Female }, Votes());
            }
        }
    }
}
