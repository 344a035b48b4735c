using System.Diagnostics;
using System.Text.Json.Serialization;
using Urna.Allocate.Account;
using Urna.Allocate.Biproportional;
using Urna.Allocate.Transferable;
using Urna.Model;

namespace Urna.Contract;

/// <summary>Something that was done to fill seats, as <c>urna seats --explain</c> tells it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(SeatByQuotientJson), "seat-by-quotient")]
[JsonDerivedType(typeof(SeatByVotesJson), "seat-by-votes")]
[JsonDerivedType(typeof(DoublingCheckedJson), "doubling-checked")]
[JsonDerivedType(typeof(MajorityCheckedJson), "majority-checked")]
[JsonDerivedType(typeof(BonusGivenJson), "bonus-given")]
[JsonDerivedType(typeof(ListCappedJson), "list-capped")]
[JsonDerivedType(typeof(VotesAddedJson), "votes-added")]
[JsonDerivedType(typeof(SeatPassedOnJson), "seat-passed-on")]
[JsonDerivedType(typeof(TieBrokenJson), "tie-broken")]
[JsonDerivedType(typeof(SeatYieldedJson), "seat-yielded")]
[JsonDerivedType(typeof(CongressVotedJson), "congress-voted")]
[JsonDerivedType(typeof(SeatsVacantJson), "seats-vacant")]
[JsonDerivedType(typeof(NewElectionHeldJson), "new-election-held")]
[JsonDerivedType(typeof(ListPlaceReckonedJson), "list-place-reckoned")]
[JsonDerivedType(typeof(VotesPassedDownJson), "votes-passed-down")]
[JsonDerivedType(typeof(PairComparedJson), "pair-compared")]
[JsonDerivedType(typeof(LevelCountedJson), "level-counted")]
[JsonDerivedType(typeof(TurnToYieldJson), "turn-to-yield")]
[JsonDerivedType(typeof(ListBarredJson), "list-barred")]
[JsonDerivedType(typeof(DistrictSizedJson), "district-sized")]
[JsonDerivedType(typeof(SeatsLevelledJson), "seats-levelled")]
[JsonDerivedType(typeof(SeatWithdrawnJson), "seat-withdrawn")]
[JsonDerivedType(typeof(SeatsPassedUpJson), "seats-passed-up")]
[JsonDerivedType(typeof(HeldBelowJson), "held-below")]
[JsonDerivedType(typeof(SeatsPooledJson), "seats-pooled")]
[JsonDerivedType(typeof(SeatPlacedJson), "seat-placed")]
[JsonDerivedType(typeof(SeatsByQuotaJson), "seats-by-quota")]
[JsonDerivedType(typeof(ListsApportionedJson), "lists-apportioned")]
[JsonDerivedType(typeof(SeatsRoundedJson), "seats-rounded")]
[JsonDerivedType(typeof(QuotaSetJson), "quota-set")]
[JsonDerivedType(typeof(CountTakenJson), "count-taken")]
[JsonDerivedType(typeof(LastVacanciesFilledJson), "last-vacancies-filled")]
public abstract partial record StepJson
{
    /// <summary>The article of law behind it.</summary>
    [JsonPropertyOrder(1)]
    public required string Article { get; init; }

    /// <summary>The answer of a step.</summary>
    /// <param name="step">The step.</param>
    public static StepJson Told(AllocationStep step) => step switch
    {
        SeatByQuotient s => new SeatByQuotientJson(Spelling.Kebab(s.Level), s.Within, s.Seat, s.Winner, s.Votes, s.Divisor.Value, s.Passed) { Article = s.Article },
        SeatByVotes s => new SeatByVotesJson(Spelling.Kebab(s.Level), s.Within, s.Winner, s.Votes) { Article = s.Article },
        DoublingChecked s => new DoublingCheckedJson(s.First, s.FirstVotes, s.Second, s.SecondVotes, s.Factor, s.Doubled) { Article = s.Article },
        MajorityChecked s => new MajorityCheckedJson(s.Candidate, s.Votes, s.Total, s.Needed.ToString(), s.Inclusive, s.Reached, Spelling.Kebab(s.Of), s.Lead?.ToString(), s.Second, s.OfRoll?.ToString(), s.Roll) { Article = s.Article },
        BonusGiven s => new BonusGivenJson(s.List, s.Votes, s.Seats, s.IsGuarantee) { Article = s.Article },
        ListCapped s => new ListCappedJson(s.List, s.Seats, s.Due) { Article = s.Article },
        VotesAdded s => new VotesAddedJson(s.List, s.OfLosers, s.OfWinners) { Article = s.Article },
        SeatPassedOn s => new SeatPassedOnJson(s.From, s.District, s.FromVotes, s.FromDivisor.Value, s.To, s.ToVotes, s.ToDivisor.Value) { Article = s.Article },
        TieBroken s => new TieBrokenJson(Spelling.Kebab(s.Level), s.Among, s.Winners, Spelling.Kebab(s.By)) { Article = s.Article },
        SeatYielded s => new SeatYieldedJson(s.Out, s.OutVotes, s.In, s.InVotes, s.Within) { Article = s.Article },
        CongressVoted s => new CongressVotedJson(s.Candidate, s.Votes, s.Total, s.Reached) { Article = s.Article },
        SeatsVacant s => new SeatsVacantJson(Spelling.Kebab(s.Level), s.Within, s.Seats, s.NobodyHasVotes) { Article = s.Article },
        NewElectionHeld s => new NewElectionHeldJson(Spelling.Kebab(s.Level), s.Within, s.Full, s.Seats) { Article = s.Article },
        ListPlaceReckoned s => new ListPlaceReckonedJson(s.Within, s.Place, s.Candidate, s.Votes, s.ListVotes, VoteFractionJson.Of(s.Received), VoteFractionJson.Of(s.Total), VoteFractionJson.Of(s.Quotient), s.Factor, s.Elected is { } elected ? Spelling.Kebab(elected) : null) { Article = s.Article },
        VotesPassedDown s => new VotesPassedDownJson(s.Within, s.Place, s.Candidate, s.Votes, s.PassedDown, s.Enough) { Article = s.Article },
        PairCompared s => new PairComparedJson(s.First, s.Second, s.ForFirst, s.ForSecond) { Article = s.Article },
        LevelCounted s => new LevelCountedJson(s.Level, s.Candidate, s.Votes, s.Valid) { Article = s.Article },
        TurnToYield s => new TurnToYieldJson(s.List, s.Votes, s.Women, s.Men) { Article = s.Article },
        ListBarred s => new ListBarredJson(s.List, s.Votes, s.Needed) { Article = s.Article },
        DistrictSized s => new DistrictSizedJson(s.District, s.Size, s.Seats) { Article = s.Article },
        SeatsLevelled s => new SeatsLevelledJson(s.List, s.Votes, s.Share, s.Held, s.Added) { Article = s.Article },
        SeatWithdrawn s => new SeatWithdrawnJson(s.List, s.District, s.Holder, s.Votes, s.Share, s.NextWeakest, s.NextShare) { Article = s.Article },
        SeatsPassedUp s => new SeatsPassedUpJson(s.District, s.Seats) { Article = s.Article },
        HeldBelow s => new HeldBelowJson(s.Within, s.Candidate, s.District, s.StaysVacant) { Article = s.Article },
        SeatsPooled s => new SeatsPooledJson(s.List, s.Votes, s.Added) { Article = s.Article },
        SeatPlaced s => new SeatPlacedJson(s.List, s.District, s.Votes, s.Divisor.Value, Spelling.Kebab(s.By), s.Of, s.Times, s.Claim, s.NextList, s.NextDistrict, s.NextClaim) { Article = s.Article },
        SeatsByQuota s => new SeatsByQuotaJson(Spelling.Kebab(s.Level), s.Within, s.Winner, s.Votes, s.Quota.Value, s.Whole, s.Seats) { Article = s.Article },
        ListsApportioned s => new ListsApportionedJson(s.Seats, s.VoterNumbers, s.Divisor, s.Lists.Select(ListShareJson.Of)) { Article = s.Article },
        SeatsRounded s => new SeatsRoundedJson(s.List, s.Votes, s.DistrictDivisor, s.ListDivisor, s.Seats, s.Tied, s.Held, s.Quotient) { Article = s.Article },
        QuotaSet s => new QuotaSetJson(s.Valid, s.Without, s.Seats, s.Quota, s.MustExceed) { Article = s.Article },
        CountTaken s => new CountTakenJson(s.Count, Spelling.Kebab(s.Kind), s.From, s.Passed.Select(PassedBallotsJson.Of), s.Quota, s.Tallies.Select(CandidateTallyJson.Of), s.Exhausted, s.Lost, s.Elected, s.Excluded) { Article = s.Article },
        LastVacanciesFilled s => new LastVacanciesFilledJson(s.Elected, Spelling.Kebab(s.By)) { Article = s.Article },
        _ => throw new UnreachableException("A kind of step has no shape in the contract."),
    };
}
