using System.Collections.Immutable;

namespace Urna.Audit.Plans;

/// <summary>What a sample is to find out, and how.</summary>
/// <param name="Method">How paper is held against the count.</param>
/// <param name="Risk">The risk limit, in (0, 1): how likely at most a wrong outcome passes.</param>
/// <param name="Seed">The public seed; empty where nothing is drawn yet.</param>
/// <param name="Errors">Errors that are expected; null for the usual ones in the first round and none elsewhere.</param>
public sealed record AuditSettings(AuditMethod Method, double Risk, string Seed, ErrorRates? Errors = null)
{
    /// <summary>The risk limit, in (0, 1).</summary>
    public double Risk { get; init; } = Risk is > 0 and < 1 ? Risk : throw new ArgumentOutOfRangeException(nameof(Risk), Risk, "Expected: a risk above 0 and below 1.");
}

/// <summary>The sample of a group of statements.</summary>
/// <param name="Group">The statements.</param>
/// <param name="WithoutErrors">The size for each statement if nothing is misread, before rounding up.</param>
/// <param name="Size">The sizes of the whole group.</param>
/// <param name="Bounds">The boxes' bounds; null where ballots are drawn.</param>
/// <param name="Boxes">The boxes of its districts; empty where none are known.</param>
/// <param name="Draws">What is drawn for it, in order.</param>
public sealed record PlannedGroup(
    AuditGroup Group, ImmutableArray<double> WithoutErrors, GroupSize Size, BoxBounds? Bounds, ImmutableArray<AuditBox> Boxes, ImmutableArray<AuditDraw> Draws)
{
    /// <summary>Ballots of a sample in all: those of the boxes drawn, each once, or the ballots drawn.</summary>
    public long Work => Bounds is null ? Draws.DistinctBy(d => d.Id).LongCount() : Draws.DistinctBy(d => d.Id).Sum(d => Bounds.Find(d.Id)!.Ballots);
}

/// <summary>What an audit costs where ballots, or boxes, are misread at a rate.</summary>
/// <param name="Rate">The part that is reported one vote too favourably to the winner, in [0, 1].</param>
/// <param name="Mean">The sample on average, over audits that were played through.</param>
/// <param name="Q90">The sample that is enough in nine of ten.</param>
public sealed record AuditCost(double Rate, double Mean, long Q90);

/// <summary>A plan: samples of all groups, drawn with one seed.</summary>
/// <param name="Settings">What was asked for.</param>
/// <param name="Groups">The groups, in the order of contests and districts.</param>
public sealed record AuditPlan(AuditSettings Settings, ImmutableArray<PlannedGroup> Groups)
{
    /// <summary>The group and the statement that are closest to being false; null where there is none.</summary>
    public (PlannedGroup Group, AuditedStatement Statement)? Tightest => Groups.IsEmpty ? null
        : Groups.SelectMany(g => g.Group.Statements.Select((s, i) => (Group: g, Statement: s, Size: g.WithoutErrors[i]))).MaxBy(x => x.Size) is var (group, statement, _) ? (group, statement) : null;

    /// <summary>Everything that is drawn, smallest ticket first; what several groups draw is one draw.</summary>
    public ImmutableArray<AuditDraw> Draws => [.. Groups.SelectMany(g => g.Draws).DistinctBy(d => d.Ticket).OrderBy(d => d.Ticket, StringComparer.Ordinal)];

    /// <summary>The sums of the groups' sizes.</summary>
    public GroupSize Size => new(Sum(g => g.Mean), Sum(g => g.Q90), Sum(g => g.FirstRound));

    /// <summary>What the audit costs at several rates of errors, by playing it through; empty for ballot polling, which looks at no record.</summary>
    /// <param name="rates">The rates, each in [0, 1].</param>
    /// <param name="runs">Audits of each group at each rate, ≥ 1.</param>
    /// <param name="seed">Seeds chance.</param>
    public ImmutableArray<AuditCost> Costs(ImmutableArray<double> rates, int runs = 1_000, ulong seed = 1)
    {
        var random = new Urna.Numerics.RandomSource(seed);
        return Settings.Method == AuditMethod.BallotPolling ? [] :
        [
            .. rates.Select((rate, r) =>
            {
                var played = Groups.Select((g, i) => (g.Bounds is { } bounds ? GroupSize.WalkOf(bounds, new(rate)) : GroupSize.WalkOf(g.Group, new(rate))).Play(Settings.Risk, runs, random.Split((1_000 * r) + i), g.Bounds is null ? g.Group.Ballots : 1_000L * g.Boxes.Length)).ToList();
                return new AuditCost(rate, played.Sum(p => p.Average()), played.Sum(p => p[(int)(0.9 * (runs - 1))]));
            }),
        ];
    }

    /// <summary>Plans samples for groups of statements.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="groups">The groups, each with the boxes of its districts; no box where none are known, so that nothing is drawn.</param>
    /// <param name="draws">Draws for each group; null for its first round.</param>
    /// <exception cref="ArgumentException">The method draws boxes, and a group has none or not their votes.</exception>
    public static AuditPlan Of(AuditSettings settings, IEnumerable<(AuditGroup Group, ImmutableArray<AuditBox> Boxes)> groups, int? draws = null) =>
        new(settings, [.. groups.Select(g => Of(settings, g.Group, g.Boxes, draws))]);

    static PlannedGroup Of(AuditSettings settings, AuditGroup group, ImmutableArray<AuditBox> boxes, int? draws)
    {
        ImmutableArray<double> sizes = [.. group.Statements.Select(s => GroupSize.WithoutErrors(s, group, settings.Method, settings.Risk))];
        if (settings.Method == AuditMethod.BatchComparison)
        {
            var bounds = new BoxBounds(group, boxes);
            var size = GroupSize.Of(bounds, settings.Risk, settings.Errors);
            return new(group, sizes, size, bounds, boxes, settings.Seed.Length == 0 ? [] : AuditSample.Boxes(bounds, settings.Seed, draws ?? Whole(size.FirstRound)));
        }

        var ballots = GroupSize.Of(group, settings.Method, settings.Risk, settings.Errors);
        var isDrawn = settings.Seed.Length > 0 && !boxes.IsEmpty && ballots.FirstRound < group.Ballots;
        return new(group, sizes, ballots, null, boxes, isDrawn ? AuditSample.Ballots(boxes, settings.Seed, draws ?? Whole(ballots.FirstRound)) : []);
    }

    // A sample is a list that people go through.
    static int Whole(long size) => (int)Math.Min(size, 10_000_000);

    long Sum(Func<GroupSize, long> of) => Groups.Sum(g => of(g.Size));
}
