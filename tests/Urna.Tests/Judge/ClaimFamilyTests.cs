using System.Collections.Immutable;
using System.Reflection;
using Urna.Judge;
using Urna.Judge.Claims;
using Urna.Model;
using Urna.Numerics;
using Urna.Power;

namespace Urna.Tests.Judge;

/// <summary>A claim that exists is one: whoever makes it, out of whatever fields.</summary>
public class ClaimFamilyTests
{
    static readonly Stated share = Stated.Parse("28 %")!;

    static readonly ClaimFields kast = new() { Id = "k", Measure = Measure.Share, Contest = new ContestName(null, "president-1"), Of = ["kast"], Value = share };

    /// <summary>Fields that are a claim of each measure, by the elections that ship.</summary>
    static readonly ImmutableArray<ClaimFields> sound =
    [
        kast,
        kast with { Measure = Measure.Votes, Of = ["valid"], Value = Stated.Parse("1 votes") },
        kast with { Measure = Measure.Rank, Value = Stated.Parse("rank 1") },
        kast with { Measure = Measure.Margin, Than = ["boric"], Value = Stated.Parse("2 points") },
        kast with { Measure = Measure.Turnout, Of = [] },
        kast with { Measure = Measure.Abstention, Of = [] },
        kast with { Measure = Measure.Seats, Contest = new ContestName(null, "deputies"), Of = ["PC"], Value = Stated.Parse("12 seats") },
        kast with { Measure = Measure.SeatShare, Contest = null, Chamber = "senate", Of = ["RN"] },
        kast with { Measure = Measure.Change, Of = [], Contest = new ContestName(null, "president-2"), Since = [new ContestName(null, "president-1")], Value = Stated.Parse("5 points") },
        kast with { Measure = Measure.Record, What = Measure.Votes, Of = ["valid"], SinceAll = true, Value = Stated.Parse("1 times") },
        kast with { Measure = Measure.Elected, Contest = new ContestName("cl-2013", "deputies"), Of = ["Gabriel Boric Font"], Value = Stated.Parse("1 persons") },
        kast with { Measure = Measure.Outcome, Of = [], Value = null, Word = "runoff" },
        kast with { Measure = Measure.Majority, Contest = null, Chamber = "senate", Of = ["RN"], Value = null },
        kast with { Measure = Measure.Quorum, Contest = null, Matter = "reform", Of = ["RN"], Value = null, Word = "no" },
        kast with { Measure = Measure.Bias, Contest = new ContestName("cl-2013", "deputies"), Of = [], Standing = [Standing.OutsideLists], Value = Stated.Parse("0 points") },
        kast with { Measure = Measure.PlacesReaching, Places = ["region-1", "region-2"], Reach = share, Value = Stated.Parse("2 places") },
        kast with { Measure = Measure.Date, Of = [], Value = Stated.Parse("2021-11-21") },
        kast with { Measure = Measure.InferredShare, Contest = new ContestName(null, "president-2"), From = new ContestName(null, "president-1"), Of = ["abstention"], Than = ["boric"], Value = null },
        new() { Id = "n", Measure = Measure.NotObservable, Reason = LocalizedText.Same("It is in no count.") },
        new() { Id = "d", Measure = Measure.NeedsData, Reason = LocalizedText.Same("A roll by age and sex.") },
        kast with { Measure = Measure.FromTo, What = Measure.Seats, Contest = null, Chamber = "senate", Since = [new ContestName("cl-2017", "")], Of = ["RN"], Value = null, Values = [Stated.Parse("8 seats")!, Stated.Parse("12 seats")!] },
        kast with { Measure = Measure.PlaceRank, Of = [], Places = ["region-1"], Value = Stated.Parse("rank 1") },
        kast with { Measure = Measure.PlacesWon, Level = "region", Value = Stated.Parse("5 places") },
        kast with { Measure = Measure.AssemblyVotes, Contest = new ContestName("cl-1970", "president"), Of = ["allende"], Value = Stated.Parse("153 votes") },
        kast with { Measure = Measure.FirstTime, Of = [], Base = ShareBase.Cast, Value = null, Reach = Stated.Parse("7000000 votes") },
        kast with { Measure = Measure.Extreme, Of = [], Base = ShareBase.Adults, SinceAll = true, Value = null },
        kast with { Measure = Measure.Trend, Of = [], Value = null, Word = "falling" },
        kast with { Measure = Measure.ChangeAfter, Of = [], Value = null, Since = [new ContestName("cl-1989-2017", "president-1989-1")], Date = new DateOnly(2012, 1, 1) },
        kast with { Measure = Measure.TurnoutOfAdults, Of = [] },
        kast with { Measure = Measure.PeopleShare, Contest = null, Of = [], Places = ["region-13"] },
    ];

    static ClaimStore Store => ShippedStore.Of("cl-2021")!;

    [Fact]
    public void Family_HasOneSealedRecordAMeasure()
    {
        var records = typeof(Claim).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Claim)) && !t.IsAbstract).ToList();

        Assert.All(records, r => Assert.True(r.IsSealed, $"{r.Name} is not sealed."));
        Assert.Equal(records.Select(r => r.Name).Order(StringComparer.Ordinal), ClaimKinds.All.Select(k => $"{k.Measure}Claim").Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<Measure>(), ClaimKinds.All.Select(k => k.Measure));
        Assert.Equal(Enum.GetValues<Measure>(), sound.Select(f => f.Measure!.Value));
    }

    /// <summary>Nothing can be put into a claim past its checks, with <c>with</c> or otherwise.</summary>
    [Fact]
    public void Claim_OnceMade_CannotBeChanged()
    {
        var settable = from type in typeof(Claim).Assembly.GetTypes()
                       where typeof(Claim).IsAssignableFrom(type)
                       from property in type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                       where property.CanWrite
                       select $"{type.Name}.{property.Name}";
        Assert.Empty(settable);
        Assert.All(typeof(Claim).Assembly.GetTypes().Where(typeof(Claim).IsAssignableFrom), t => Assert.Empty(t.GetConstructors()));
    }

    [Fact]
    public void Of_SoundFields_MakesTheRecordOfTheMeasure() =>
        Assert.All(sound, fields =>
        {
            Assert.Empty(fields.Faults(Store));
            Assert.Equal($"{fields.Measure}Claim", Claim.Of(fields, Store).GetType().Name);
        });

    /// <summary>A field that a measure does not take is never passed over in silence.</summary>
    [Fact]
    public void Faults_OfEveryFieldThatAMeasureDoesNotTake_NameIt()
    {
        var given = new Dictionary<string, Func<ClaimFields, ClaimFields>>
        {
            ["contest"] = f => f with { Contest = new ContestName(null, "president-1") },
            ["of"] = f => f with { Of = ["kast"] },
            ["standing"] = f => f with { Standing = [Standing.OfParty] },
            ["than"] = f => f with { Than = ["boric"] },
            ["between"] = f => f with { Between = ["boric", "kast"] },
            ["places"] = f => f with { Places = ["region-1"] },
            ["base"] = f => f with { Base = ShareBase.Cast },
            ["chamber"] = f => f with { Chamber = "senate", Contest = null },
            ["members"] = f => f with { Members = 155 },
            ["quorum"] = f => f with { Quorum = "quorums" },
            ["matter"] = f => f with { Matter = "reform" },
            ["date"] = f => f with { Date = new DateOnly(2022, 3, 11) },
            ["what"] = f => f with { What = Measure.Turnout },
            ["since"] = f => f with { Since = [new ContestName(null, "president-1")] },
            ["from"] = f => f with { From = new ContestName(null, "president-1") },
            ["value"] = f => f with { Value = share },
            ["wording"] = f => f with { Wording = Wording.Over },
            ["reach"] = f => f with { Reach = share },
            ["scopes"] = f => f with { Scopes = [new ClaimScope(LocalizedText.Same("all"), [], [], null)] },
            ["reason"] = f => f with { Reason = LocalizedText.Same("why") },
        };
        foreach (var fields in sound)
        {
            var kind = ClaimKinds.Of(fields.Measure!.Value)!;
            foreach (var (key, give) in given.Where(g => !fields.States(g.Key) && !kind.Taken(fields).Contains(g.Key) && (g.Key != "scopes" || kind.Needs.Contains("reason"))))
            {
                Assert.Contains(give(fields).Faults(), f => f is { Code: "V110" } && f.Field == key && f.Found.Length > 0);
            }
        }
    }

    [Fact]
    public void Faults_OfEveryFieldThatAMeasureNeeds_NameIt()
    {
        foreach (var fields in sound)
        {
            foreach (var key in ClaimKinds.Of(fields.Measure!.Value)!.Needs)
            {
                Assert.Contains(Without(fields, key).Faults(), f => f is { Code: "V103", Found: "" } && f.Field == key);
            }
        }
    }

    static ClaimFields Without(ClaimFields fields, string key) => key switch
    {
        "values" => fields with { Values = [] },
        "level" => fields with { Level = null },
        "contest" => fields with { Contest = null, Chamber = null },
        "of" => fields with { Of = [], Standing = [] },
        "than" => fields with { Than = [] },
        "value" => fields with { Value = null, Word = null },
        "since" => fields with { Since = [], SinceAll = false },
        "places" => fields with { Places = [] },
        "reach" => fields with { Reach = null },
        "matter" => fields with { Matter = null },
        "from" => fields with { From = null },
        "date" => fields with { Date = null },
        "reason" => fields with { Reason = null },
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "Not a field that a measure needs."),
    };

    /// <summary>What was an error of the program, or a false verdict, is refused with what was found and what is allowed.</summary>
    [Fact]
    public void Of_FieldsThatAreNoClaim_ThrowsWithWhatIsWrong()
    {
        Refused(new ClaimFields(), "id", "measure");
        Refused(new ClaimFields { Id = "x", Measure = Measure.Share }, "'contest'", "'value'", "'of'");
        Refused(kast with { Measure = (Measure)99 }, "'99'", "share");
        Refused(kast with { Of = default }, "'of'");
        Refused(kast with { Of = [null!] }, "'of'", "a name");
        Refused(kast with { Of = ["nobody"] }, "'nobody'", "boric");
        Refused(kast with { Contest = new ContestName(null, "president-3") }, "'president-3'", "president-1");
        Refused(kast with { Contest = new ContestName("cl-1900", "president") }, "'cl-1900/president'", "cl-1970/…");
        Refused(kast with { Contest = new ContestName("cl-2017", "") }, "'cl-2017/'");
        Refused(kast with { Places = ["region-99"] }, "'region-99'", "region-9");
        Refused(sound[8] with { Places = ["region-1", "region-2"] }, "takes 1 in 'places'");
        Refused(kast with { Value = Stated.Parse("37 seats") }, "'37 seats'", "per cent");
        Refused(kast with { Value = null, Word = "yes" }, "'yes'");
        Refused(kast with { Scopes = [new ClaimScope(LocalizedText.Same("home"), ["nobody"], ["mars"], null)] }, "'nobody'", "'mars'", "scope 1");
        Refused(kast with { Scopes = [new ClaimScope(null!, [], [], null)] }, "a scope needs a name");
        Refused(sound[2] with { Value = Stated.Parse("rank 0") }, "'rank 0'", "rank 1");
        Refused(sound[6] with { Of = ["Tories"] }, "'Tories'");
        Refused(sound[7] with { Members = 0 }, "'0' in 'members'");
        Refused(sound[7] with { Members = 3 }, "3 in 'members'", "50 or more");
        Refused(sound[10] with { Of = ["Nobody At All"] }, "'Nobody At All'");
        Refused(sound[11] with { Word = "parliament" }, "'parliament'", "congress");
        Refused(sound[12] with { Chamber = "lords" }, "'lords'", "senate");
        Refused(sound[13] with { Matter = "reforms" }, "'reforms'", "reform");
        Refused(sound[15] with { Places = ["region-1", "region-1"] }, "'region-1' stands twice");
        Refused(sound[17] with { Than = ["trump"] }, "'trump'");
        Refused(new ClaimFields { Id = "n", Measure = Measure.NotObservable }, "'reason'");
    }

    /// <summary>What a measure would not have looked at is refused: the figure would have been another than the reader asked for.</summary>
    [Fact]
    public void Of_FieldsThatWouldHaveBeenPassedOver_AreRefused()
    {
        var change = sound[8];
        Refused(change with { Of = ["kast"] }, "the measure 'change' of 'turnout' does not take 'of'");
        Refused(change with { What = Measure.Seats, Of = ["PC"], Places = ["region-1"], Contest = new ContestName(null, "deputies"), Since = [new ContestName("cl-2017", "deputies")], Value = Stated.Parse("1 seats") }, "does not take 'places'");
        Refused(change with { Contest = null, Chamber = "senate", Since = [new ContestName("cl-2017", "")], Value = Stated.Parse("1 points") }, "does not take 'chamber'");
        Refused(sound[12] with { Standing = [Standing.OfParty] }, "does not take 'standing'");
        Refused(sound[6] with { Scopes = [new ClaimScope(LocalizedText.Same("home"), [], ["abroad"], null)] }, "does not take 'without' in a scope");
        Refused(kast with { Scopes = [new ClaimScope(LocalizedText.Same("all"), [], [], null) { Members = 155 }] }, "does not take 'members' in a scope");
        Refused(kast with { Of = [], Scopes = [new ClaimScope(LocalizedText.Same("one"), ["kast"], [], null), new ClaimScope(LocalizedText.Same("nobody"), [], [], null)] }, "needs 'of'");
        Refused(sound[1] with { Of = ["cast"], Standing = [Standing.OutsideLists] }, "'cast' is not allowed in 'of'");
        Refused(sound[1] with { Of = ["cast"], Scopes = [new ClaimScope(LocalizedText.Same("kast"), ["nobody"], [], null)] }, "'nobody'");
    }

    static void Refused(ClaimFields fields, params string[] told)
    {
        var error = Assert.Throws<ArgumentException>(() => Claim.Of(fields, Store));
        Assert.All(told, t => Assert.Contains(t, error.Message, StringComparison.Ordinal));
    }

    /// <summary>A claim of names that these elections have not is not judged by a count of nothing.</summary>
    [Theory]
    [InlineData("cl-1971")]
    [InlineData("cl-2020")]
    [InlineData("cl-2021")]
    public void Judge_OfAnyClaim_NeverThrowsNorContradictsWhatIsNotThere(string own)
    {
        var store = ShippedStore.Of(own)!;
        // The estimate takes seconds and is judged elsewhere.
        foreach (var fields in sound.Where(f => f.Measure != Measure.InferredShare))
        {
            var judgement = ClaimJudge.Of(Claim.Of(fields), store);
            Assert.NotEqual("", judgement.Explanation.English);
            if (!fields.Faults(store).IsEmpty)
            {
                Assert.Equal(Verdict.NeedsData, judgement.Verdict);
                Assert.Contains("Expected: ", judgement.Explanation.English, StringComparison.Ordinal);
                Assert.Contains("Se esperaba: ", judgement.Explanation.Spanish, StringComparison.Ordinal);
            }
        }

        var nobody = Claim.Of(kast with { Contest = new ContestName("cl-2021", "president-1"), Of = ["nobody"] });
        Assert.Equal(Verdict.NeedsData, ClaimJudge.Of(nobody, store).Verdict);
    }

    [Fact]
    public void Stated_OutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new Stated(Fraction.One, ClaimUnit.Text, Fraction.One, "1"));
        Assert.Throws<ArgumentException>(() => new Stated(Fraction.One, (ClaimUnit)99, Fraction.One, "1"));
        Assert.Throws<ArgumentException>(() => new Stated(Fraction.One, ClaimUnit.Share, Fraction.Zero, "1 %"));
        Assert.Throws<ArgumentException>(() => new Stated(new Fraction(1, 2), ClaimUnit.Seats, Fraction.One, "0.5 seats"));
        Assert.Throws<ArgumentException>(() => new Stated(10_000_000, ClaimUnit.Date, Fraction.One, "a day"));
        Assert.Throws<ArgumentException>(() => new Stated(System.Numerics.BigInteger.Pow(10, 30) is var huge ? new Fraction(huge, 1) : default, ClaimUnit.Votes, Fraction.One, "1e30 votes"));
        Assert.Throws<ArgumentException>(() => new Stated(Fraction.One, ClaimUnit.Votes, Fraction.One, ""));
        Assert.Throws<ArgumentNullException>(() => new ContestName(null, null!));
        Assert.Throws<ArgumentNullException>(() => Claim.Of(null!));
    }
}
