using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>The quick count and the count with its account are one law.</summary>
public class SeatCountTests
{
    static readonly Gen<ImmutableArray<CandidacyVotes>> genBallot =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[0, 60], (list, party, votes) => (list, party, votes)).Array[1, 25].Select(lines =>
            lines.Select((l, i) => new CandidacyVotes(
                new Candidacy
                {
                    Choice = $"{i}",
                    List = $"L{l.list}",
                    Party = l.party == 2 && i % 2 == 0 ? "" : $"{l.list}{l.party}",
                    Subpact = l.party == 0 ? "S" : "",
                    ListPosition = i + 1,
                    Candidate = l.list != 4 && i % 11 == 7 ? "" : $"c{i}",
                    Kind = l.list == 4 ? CandidacyKind.Independent : i % 11 == 7 ? CandidacyKind.ListVote : CandidacyKind.OfList,
                },
                l.votes)).ToImmutableArray());

    [Theory]
    [InlineData("congress-2015")]
    [InlineData("congress-1925")]
    [InlineData("congress-1958")]
    [InlineData("congress-1973")]
    [InlineData("municipal-councils")]
    [InlineData("mayors")]
    public void Fill_OfAnyVotes_SeatsWhomTheAllocationSeats(string law) =>
        Gen.Select(genBallot, Gen.Int[1, 9]).Sample((ballot, seats) =>
        {
            var rule = Repository.Law(law);
            var district = new DistrictVotes("d", seats, ballot);
            var filled = SeatAllocation.Fill(rule, new ContestVotes([district], [], [])).Districts[0];
            var counted = new int[ballot.Length];
            var left = SeatCount.Of(rule, district)!.Fill([.. ballot.Select(v => v.Votes)], counted);
            // A seat of a list without persons names nobody: it stands on a line of the list.
            return filled.Ties.Sum(t => t.Seats) == left
                && counted.SelectMany((s, i) => Enumerable.Repeat(ballot[i].Candidacy, s)).Select(c => c.Candidate.Length > 0 ? c.Choice : c.ListName).Order(StringComparer.Ordinal)
                    .SequenceEqual(filled.Elected.Select(s => s.Candidate is null ? s.Candidacy.ListName : s.Candidacy.Choice).Order(StringComparer.Ordinal));
        });

    [Fact]
    public void Fill_SameBallotAgain_ForgetsTheVotesBefore()
    {
        var district = new DistrictVotes("d", 1, [Line("A", 5), Line("B", 3)]);
        var count = SeatCount.Of(Repository.Law("congress-2015"), district)!;
        var seats = new int[2];

        Assert.Equal(0, count.Fill([5, 3], seats));
        Assert.Equal([1, 0], seats);
        Assert.Equal(0, count.Fill([3, 5], seats));
        Assert.Equal([0, 1], seats);
        Assert.Equal(1, count.Fill([4, 4], seats));
        Assert.Equal([0, 0], seats);
    }

    [Fact]
    public void Of_LawWithSecondVote_IsNoneForIt() =>
        Assert.Null(SeatCount.Of(Repository.Law("president-1980"), new DistrictVotes("d", 1, [Line("A", 5)])));

    [Fact]
    public void Fill_VotesOfAnotherLength_Throws() =>
        Assert.Throws<ArgumentException>(() => SeatCount.Of(Repository.Law("mayors"), new DistrictVotes("d", 1, [Line("A", 5)]))!.Fill([1, 2], new int[1]));

    /// <summary>The margins at the boundary are those of the definition: one vote less is not enough.</summary>
    [Fact]
    public void Margins_OfHighestAverages_AreTheLeastVotes() =>
        Gen.Select(Gen.Long[1, 200].Array[2, 6], Gen.Int[1, 8], Generators.OneOf([.. DivisorRule.Known.Where(d => d.At(0).Numerator > 0)])).Sample((votes, seats, divisors) =>
        {
            var step = new HighestAveragesStep(divisors) { Article = "art. 1", Holders = Holder.List };
            var rule = new ElectoralRule("x", LocalizedText.Same("x"), "xx", LocalizedText.Same(""), [], [step]);
            var lists = SeatAllocation.Allocate(rule, new ContestVotes([District(votes)], [], [])).Districts[0].Lists;
            return lists.All(l =>
            {
                var i = int.Parse(l.List, System.Globalization.CultureInfo.InvariantCulture);
                return (Sure(i, votes[i]) == seats ? l.VotesToGain is null : l.VotesToGain is { } gain && Sure(i, votes[i] + gain) > Sure(i, votes[i]) && (gain == 1 || Sure(i, votes[i] + gain - 1) == Sure(i, votes[i])))
                    && (Sure(i, votes[i]) == 0 ? l.VotesToLose is null
                        : l.VotesToLose is { } lose && Sure(i, votes[i] - lose) < Sure(i, votes[i]) && (lose == 1 || Sure(i, votes[i] - lose + 1) == Sure(i, votes[i])));
            });

            DistrictVotes District(long[] v) => new("d", seats, [.. v.Select((n, i) => new CandidacyVotes(new Candidacy { Choice = $"{i}", List = $"{i}" }, n))]);

            int Sure(int list, long changed)
            {
                long[] all = [.. votes];
                all[list] = changed;
                var held = new int[all.Length];
                SeatCount.Of(rule, District(all))!.Fill(all, held);
                return held[list];
            }
        });

    static CandidacyVotes Line(string list, long votes) => new(new Candidacy { Choice = list, List = list, Candidate = list }, votes);

    /// <summary>
    /// A quota of 100 gives A three seats and B one, so that the quota of the district is 100 of 400 and the fourth person is lifted; by the
    /// one seat announced it would be 400.
    /// </summary>
    [Fact]
    public void Fill_UnderAStatedQuota_LiftsByTheSeatsThatAreFilled()
    {
        var law = RandomLaws.Law(
            new LargestRemainderStep(QuotaKind.Fixed, QuotaRounding.None, Remainders.None) { Article = "1", Holders = Holder.List, Stated = 100 },
            new ListOrderStep(new(1, 1), PreferenceBase.DistrictQuota, true) { Article = "2", Holders = Holder.Candidate });
        ImmutableArray<CandidacyVotes> lines =
        [
            .. new[] { ("A", 80L), ("A", 60), ("A", 60), ("A", 100), ("B", 100) }.Select((l, i) => new CandidacyVotes(
                new Candidacy { Choice = $"{i}", List = l.Item1, Party = l.Item1, Candidate = $"c{i}", ListPosition = i + 1 }, l.Item2)),
        ];
        var district = new DistrictVotes("d", 1, lines);
        var seats = new int[lines.Length];
        SeatCount.Of(law, district)!.Fill([.. lines.Select(l => l.Votes)], seats);

        Assert.Equal([1, 1, 0, 1, 1], seats);
        Assert.Equal(["0", "1", "3", "4"], SeatAllocation.Allocate(law, new ContestVotes([district], [], [])).Districts[0].Elected.Select(s => s.Candidacy.Choice).Order(StringComparer.Ordinal));
        Assert.Empty(PersonMargins.Of(law, district));
    }

    /// <summary>
    /// Votes that bring a list a seat more lower the quota of its seats, which lifts others above its order. Whatever margin is told: no fewer votes elect the person, and none
    /// up to twice as many fail to.
    /// </summary>
    [Theory]
    [InlineData(PreferenceBase.ListQuota)]
    [InlineData(PreferenceBase.ListDroop)]
    [InlineData(PreferenceBase.ListVotes)]
    public void PersonMargins_UnderAQuotaOfTheList_HoldOneVoteAfterAnother(PreferenceBase of)
    {
        var law = RandomLaws.Law(
            new HighestAveragesStep(DivisorRule.DHondt) { Article = "1", Holders = Holder.List },
            new ListOrderStep(new(1, 1), of, true) { Article = "2", Holders = Holder.Candidate });
        Gen.Select(Gen.Int[1, 5], Gen.Long[0, 9].Array[2, 9]).Sample(
            (seats, votes) =>
            {
                ImmutableArray<CandidacyVotes> lines =
                [
                    .. votes.Select((n, i) => new CandidacyVotes(
                        new Candidacy { Choice = $"{i}", List = $"{i % 2}", Party = $"{i % 2}", Candidate = $"c{i}", ListPosition = (i / 2) + 1 }, n)),
                ];
                var district = new DistrictVotes("d", seats, lines);
                return PersonMargins.Of(law, district).All(p => p.VotesToGain is not { } gain || Enumerable.Range(0, (int)(2 * gain) + 1).All(x => Elected(p, x) == (x >= gain)));

                bool Elected(PersonStanding p, long more) => SeatAllocation.Allocate(
                    law,
                    new ContestVotes([district with { Votes = [.. lines.Select(l => l.Candidacy.Choice == p.Candidacy.Choice ? l with { Votes = l.Votes + more } : l)] }], [], []))
                    .Districts[0].Elected.Any(s => s.Candidacy.Choice == p.Candidacy.Choice);
            },
            iter: 300);
    }
}
