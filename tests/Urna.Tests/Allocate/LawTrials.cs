using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>Small random elections that have all a law can ask for: tiers, rolls, sexes, places on lists, alternates, second rounds, ballots with odd marks.</summary>
static class LawTrials
{
    /// <summary>Votes for a law; the same for the same seed.</summary>
    /// <param name="law">The law, which decides what there must be.</param>
    /// <param name="seed">The seed.</param>
    public static ContestVotes Votes(ElectoralRule law, int seed)
    {
        var random = new Random(seed);
        if (law.Steps.OfType<BallotStep>().FirstOrDefault() is { } ranked)
        {
            return new([Ranked(ranked, random)], [], []);
        }

        if (law.Steps.Any(s => s is MajorityStep))
        {
            return Rounds(law, random);
        }

        var sized = law.Steps.OfType<DistrictSeatsStep>().FirstOrDefault();
        var isTiered = law.Steps.Any(s => s is TierStep or SurplusVotesStep);
        var seats = law.Steps.OfType<ByRankStep>().FirstOrDefault() is { } ranks ? ranks.Seats.Sum() : law.Steps.Any(s => s is DoublingStep or MostVotesStep { OfEachSex: > 0 }) ? 2 : law.Steps.Any(s => s is AlternateParityStep) ? 1 : random.Next(1, 6);
        var districts = new[] { "north", "south" }.Select(d => District(d, sized is null ? seats : 0, random)).ToList();
        if (law.Steps.Any(s => s is TierStep { Placement.InTiers: true }))
        {
            districts = [.. districts.Select((d, i) => d with { Tier = i == 0 ? "Upper" : "Lower" }), new DistrictVotes("Upper", 0, []), new DistrictVotes("Lower", 0, [])];
        }

        if (isTiered || sized is { Method: not null, Seats: null })
        {
            // Where persons of the tier are elected, they are those who run in the districts as well.
            var persons = law.Steps.Any(s => s is SharingStep && s.Districts.Contains("*"))
                ? districts[0].Votes.Where(v => v.Candidacy.Kind == CandidacyKind.OfList).Select(v => v with { Candidacy = v.Candidacy with { District = "*", Choice = $"*{v.Candidacy.Choice}" } }) : [];
            districts.Add(new DistrictVotes("*", isTiered ? random.Next(2, 6) : 8, [.. persons]));
        }

        return new([.. districts], [], []);
    }

    /// <summary>Three lists of two parties, and a person alone; now and then a list is short of persons.</summary>
    static DistrictVotes District(string name, int seats, Random random)
    {
        var lines = new List<CandidacyVotes>();
        var scale = random.Next(3) switch { 0 => 4, 1 => 30, _ => 90 };
        foreach (var list in "ABC")
        {
            var place = 0;
            foreach (var party in "xy")
            {
                for (var c = random.Next(list == 'C' ? 1 : 0, 4); c > 0; c--)
                {
                    place++;
                    lines.Add(new(
                        new Candidacy
                        {
                            Choice = $"{name}{list}{party}{c}",
                            District = name,
                            List = $"{list}",
                            Party = $"{list}{party}",
                            Subpact = party == 'x' && list == 'A' ? "S" : "",
                            Candidate = $"{list}{party}{c} of {name}",
                            ListPosition = place,
                            Sex = random.Next(3) == 0 ? Sex.Female : Sex.Male,
                            Alternate = random.Next(2) == 0 ? $"alternate of {list}{party}{c}" : "",
                        },
                        random.Next(0, scale)));
                }
            }

            if (random.Next(3) == 0)
            {
                lines.Add(new(new Candidacy { Choice = $"{name}{list}", District = name, List = $"{list}", Kind = CandidacyKind.ListVote }, random.Next(0, scale)));
            }
        }

        lines.Add(new(new Candidacy { Choice = $"{name}i", District = name, Candidate = $"Ida of {name}", Kind = CandidacyKind.Independent, ListPosition = 1, Sex = Sex.Female }, random.Next(0, scale)));
        return new(name, seats, [.. lines], random.Next(60, 500)) { Blank = random.Next(0, 60), Null = random.Next(0, 60) };
    }

    static ContestVotes Rounds(ElectoralRule law, Random random)
    {
        CandidacyVotes Line(int c, int round) => new(new Candidacy { Choice = $"c{c}", Party = $"P{c}", Candidate = $"person {c}", ListPosition = 4 - c }, random.Next(0, 8), round);
        var rounds = law.Steps.Any(s => s is RunoffStep) ? random.Next(3) : 0;
        ImmutableArray<CandidacyVotes> first = [.. Enumerable.Range(0, 4).Select(c => Line(c, 1))];
        ImmutableArray<CandidacyVotes> lines = rounds switch
        {
            0 => first,
            1 => [Line(0, 2), Line(1, 2)],
            _ => [.. first, .. first.OrderByDescending(l => l.Votes).Take(2).Select(l => l with { Round = 2, Votes = random.Next(0, 8) })],
        };
        ImmutableArray<LotDrawn> lots = random.Next(2) == 0 ? [new("north", TieLevel.Candidate, "person 0")] : [];
        ImmutableArray<CongressVote> congress = law.Steps.Any(s => s is CongressStep) && random.Next(2) == 0 ? [new("person 0", 60), new("person 1", 40)] : [];
        return new([new DistrictVotes("north", 1, lines, random.Next(10, 60)) { Blank = random.Next(0, 4), Null = random.Next(0, 4) }], congress, lots);
    }

    static DistrictVotes Ranked(BallotStep law, Random random)
    {
        const int candidates = 5;
        var ballots = new RankedBallots.Builder(candidates);
        for (var ranking = random.Next(3, 12); ranking > 0; ranking--)
        {
            int[] order = [.. Enumerable.Range(0, candidates)];
            random.Shuffle(order);
            var marks = order[..random.Next(1, candidates + 1)].ToList();
            marks.InsertRange(random.Next(0, marks.Count), random.Next(5) switch
            {
                0 => [RankedBallots.Skipped],
                1 => [RankedBallots.Skipped, RankedBallots.Skipped],
                2 => [RankedBallots.Overvoted],
                3 => [marks[0]],
                _ => Array.Empty<int>(),
            });
            ballots.Add(random.Next(1, 9), [.. marks]);
        }

        return new DistrictVotes(
            "north", law is PreferenceCountStep or TransferableVoteStep { Stop: StopRule.TwoLeft } ? 1 : random.Next(1, 4), [.. Enumerable.Range(0, candidates).Select(c => new CandidacyVotes(new Candidacy { Choice = $"{c}", Candidate = $"{(char)('A' + c)}" }, 0))])
        {
            Ballots = ballots.ToBallots(),
            VotesAreStated = false,
        };
    }
}
