using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Urna.Audit.Plans;
using Urna.Model;

namespace Urna.Contract;

/// <summary>A plan of an audit, in the shape of <c>urna audit plan --format json</c>.</summary>
/// <param name="Assertions">What must be true of the ballots, tightest first within each contest and district.</param>
/// <param name="Tightest">The assertion that needs the largest sample; null where nothing must be confirmed.</param>
/// <param name="Expected">Ballots, or draws of boxes, where the count is right.</param>
/// <param name="FirstRound">The first round as known tools print it.</param>
/// <param name="Draws">What is drawn, smallest ticket first.</param>
/// <param name="Method">How paper is held against the count.</param>
/// <param name="Risk">The risk limit, in (0, 1).</param>
/// <param name="Seed">The public seed; null where none was given.</param>
/// <param name="Groups">Each contest and district by itself.</param>
public sealed record AuditPlanJson(
    IEnumerable<AuditPlanJson.PlannedAssertion> Assertions,
    AuditPlanJson.PlannedAssertion? Tightest,
    AuditPlanJson.PlannedSizes Expected,
    long FirstRound,
    IEnumerable<AuditPlanJson.DrawnTicket> Draws,
    string Method,
    double Risk,
    string? Seed,
    IEnumerable<AuditPlanJson.PlannedPart> Groups)
{
    /// <summary>What the audit costs by rate of errors; left out where it was not asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<PlannedCost>? Costs { get; init; }

    /// <summary>What the audit costs where ballots, or boxes, are misread at a rate.</summary>
    /// <param name="Rate">The part that is reported one vote too favourably to the winner.</param>
    /// <param name="Mean">The sample on average, over audits that were played through.</param>
    /// <param name="Q90">The sample that is enough in nine of ten.</param>
    public sealed record PlannedCost(double Rate, double Mean, long Q90)
    {
        /// <summary>A cost as its answer.</summary>
        /// <param name="cost">The cost.</param>
        public static PlannedCost Of(AuditCost cost) => new((cost ?? throw new ArgumentNullException(nameof(cost))).Rate, cost.Mean, cost.Q90);
    }

    /// <summary>An assertion about ballots.</summary>
    /// <param name="Winner">Who is ahead; empty for all others.</param>
    /// <param name="Loser">Who is behind; empty for all others.</param>
    /// <param name="Kind">plurality, quotients, threshold or majority.</param>
    /// <param name="District">The district; * for the whole territory.</param>
    /// <param name="Margin">Twice the assorter's mean, less one.</param>
    /// <param name="Mean">The assorter's mean as reported.</param>
    /// <param name="Upper">The greatest number that the assorter gives a ballot.</param>
    /// <param name="NoError">The comparison assorter's value for a ballot without error.</param>
    /// <param name="SizeWithoutErrors">The sample if nothing is misread, before rounding up; null where no sample confirms it.</param>
    public sealed record PlannedAssertion(string Winner, string Loser, string Kind, string District, double Margin, double Mean, double Upper, double NoError, double? SizeWithoutErrors)
    {
        /// <summary>The contest; left out for plain files.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Contest { get; init; }

        internal static PlannedAssertion Of(PlannedGroup planned, AuditedStatement audited) => new(
            audited.Assertion.Winner,
            audited.Assertion.Loser,
            Spelling.Kebab(audited.Assertion.Kind),
            audited.Assertion.District,
            audited.Assertion.Margin.Value,
            audited.Assertion.Mean.Value,
            audited.Assertion.Upper.Value,
            audited.Assertion.NoError,
            Finite(planned.WithoutErrors[planned.Group.Statements.IndexOf(audited)]))
        {
            Contest = planned.Group.Contest.Length == 0 ? null : planned.Group.Contest,
        };
    }

    /// <summary>The size of a sample where the count is right.</summary>
    /// <param name="Mean">On average.</param>
    /// <param name="Q90">A round that ends the audit in nine of ten cases.</param>
    public sealed record PlannedSizes(long Mean, long Q90);

    /// <summary>A draw.</summary>
    /// <param name="Ticket">The ticket, a decimal fraction written in full.</param>
    /// <param name="Kind">batch or ballot.</param>
    /// <param name="Id">The box, or the ballot as BOX/NUMBER.</param>
    /// <param name="Times">Which time it is that this is drawn.</param>
    public sealed record DrawnTicket(string Ticket, string Kind, string Id, int Times)
    {
        internal static DrawnTicket Of(AuditDraw draw) => new(draw.Ticket, draw.IsBox ? "batch" : "ballot", draw.Id, draw.Times);
    }

    /// <summary>The sample of a contest in a district.</summary>
    /// <param name="Contest">The contest; empty for plain files.</param>
    /// <param name="District">The district; * for the whole territory.</param>
    /// <param name="Ballots">All its ballots.</param>
    /// <param name="Assertions">How many assertions there are.</param>
    /// <param name="Tightest">The assertion that needs the largest sample.</param>
    /// <param name="Expected">The size where the count is right.</param>
    /// <param name="FirstRound">The first round as known tools print it.</param>
    /// <param name="Drawn">Draws for it among those listed.</param>
    public sealed record PlannedPart(string Contest, string District, long Ballots, int Assertions, PlannedAssertion Tightest, PlannedSizes Expected, long FirstRound, int Drawn)
    {
        /// <summary>How many times over all errors together could upset the outcome; left out where ballots are drawn.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public double? TotalBound { get; init; }

        internal static PlannedPart Of(PlannedGroup planned) => new(
            planned.Group.Contest,
            planned.Group.District,
            planned.Group.Ballots,
            planned.Group.Statements.Length,
            PlannedAssertion.Of(planned, planned.Group.Statements[planned.WithoutErrors.IndexOf(planned.WithoutErrors.Max())]),
            new(planned.Size.Mean, planned.Size.Q90),
            planned.Size.FirstRound,
            planned.Draws.Length)
        {
            TotalBound = planned.Bounds?.Total.Value,
        };
    }

    /// <summary>A plan as its answer.</summary>
    /// <param name="plan">The plan.</param>
    public static AuditPlanJson Of(AuditPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var size = plan.Size;
        return new(
            plan.Groups.SelectMany(g => g.Group.Statements.Select(s => PlannedAssertion.Of(g, s))),
            plan.Tightest is { } tightest ? PlannedAssertion.Of(tightest.Group, tightest.Statement) : null,
            new(size.Mean, size.Q90),
            size.FirstRound,
            plan.Draws.Select(DrawnTicket.Of),
            Spelling.Kebab(plan.Settings.Method),
            plan.Settings.Risk,
            plan.Settings.Seed.Length == 0 ? null : plan.Settings.Seed,
            plan.Groups.Select(PlannedPart.Of));
    }

    static double? Finite(double size) => double.IsFinite(size) ? size : null;
}

/// <summary>What a sample says, in the shape of <c>urna audit assess --format json</c>.</summary>
/// <param name="Assertions">The assertions with the risk that is left of each.</param>
/// <param name="Risk">The risk limit, in (0, 1).</param>
/// <param name="Decision">stop, go-on or count-all.</param>
/// <param name="Draws">Draws so far.</param>
/// <param name="Missing">Draws without a sheet; they count against.</param>
/// <param name="Groups">Each contest and district by itself.</param>
public sealed record AuditAssessJson(
    IEnumerable<AuditAssessJson.AssessedAssertion> Assertions, double Risk, string Decision, int Draws, int Missing, IEnumerable<AuditAssessJson.AssessedPart> Groups)
{
    /// <summary>An assertion with the risk that is left of it.</summary>
    /// <param name="Winner">Who is ahead; empty for all others.</param>
    /// <param name="Loser">Who is behind; empty for all others.</param>
    /// <param name="Kind">plurality, quotients, threshold or majority.</param>
    /// <param name="District">The district; * for the whole territory.</param>
    /// <param name="Margin">Twice the assorter's mean, less one.</param>
    /// <param name="Mean">The assorter's mean as reported.</param>
    /// <param name="Upper">The greatest number that the assorter gives a ballot.</param>
    /// <param name="NoError">The comparison assorter's value for a ballot without error.</param>
    /// <param name="SizeWithoutErrors">The sample if nothing is misread, before rounding up; null where no sample confirms it.</param>
    /// <param name="P">The risk that is left, in [0, 1].</param>
    public sealed record AssessedAssertion(string Winner, string Loser, string Kind, string District, double Margin, double Mean, double Upper, double NoError, double? SizeWithoutErrors, double P)
    {
        /// <summary>The contest; left out for plain files.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Contest { get; init; }

        internal static AssessedAssertion Of(AuditPlanJson.PlannedAssertion a, double p) => new(a.Winner, a.Loser, a.Kind, a.District, a.Margin, a.Mean, a.Upper, a.NoError, a.SizeWithoutErrors, p) { Contest = a.Contest };
    }

    /// <summary>What the sample of a contest in a district says.</summary>
    /// <param name="Contest">The contest; empty for plain files.</param>
    /// <param name="District">The district; * for the whole territory.</param>
    /// <param name="P">The greatest risk that is left of an assertion.</param>
    /// <param name="Decision">stop, go-on or count-all.</param>
    /// <param name="NextRound">Draws in all after a next round, if it goes on as it did; null where there is none.</param>
    /// <param name="Errors">Ballots or boxes whose sheets differ from the count, by votes in favour of the reported winner.</param>
    public sealed record AssessedPart(string Contest, string District, double P, string Decision, long? NextRound, IEnumerable<AssessedError> Errors);

    /// <summary>A ballot or box whose sheet differs from the count.</summary>
    /// <param name="Id">The ballot or box.</param>
    /// <param name="Votes">Votes by which the count was too favourable to a reported winner; negative for too unfavourable.</param>
    public sealed record AssessedError(string Id, double Votes);

    /// <summary>What a sample says as its answer.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="groups">What the sheets say of each group.</param>
    public static AuditAssessJson Of(AuditPlan plan, ImmutableArray<AssessedGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new(
            groups.SelectMany(g => g.Plan.Group.Statements.Select((s, i) => AssessedAssertion.Of(AuditPlanJson.PlannedAssertion.Of(g.Plan, s), g.P[i]))),
            plan.Settings.Risk,
            Spelling.Kebab(Assessment.Decide(groups)),
            plan.Draws.Length,
            groups.Sum(g => g.Missing),
            groups.Select(g => new AssessedPart(g.Plan.Group.Contest, g.Plan.Group.District, g.P.Max(), Spelling.Kebab(g.Decision), g.NextRound, g.Errors.Select(e => new AssessedError(e.Id, e.Votes)))));
    }
}
