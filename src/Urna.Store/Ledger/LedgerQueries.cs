using System.Collections.Immutable;
using DuckDB.NET.Data;

namespace Urna.Store.Ledger;

/// <summary>What is asked of an open ledger.</summary>
static class LedgerQueries
{
    /// <summary>The snapshots, oldest first: those without a moment, then by their moments.</summary>
    public static ImmutableArray<Snapshot> Snapshots(DuckDBConnection ledger) =>
    [
        .. ledger.Read(
            """
            select s.number, s.as_of, count(distinct f.place), count(f.place), s.sha256
            from snapshots s left join figures f on f.snapshot = s.number group by all order by s.number
            """,
            r => new Snapshot(r.GetInt32(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3), r.GetString(4))).OrderBy(s => SnapshotMoment.Parse(s.AsOf)?.Time),
    ];

    /// <summary>The rows that gave the figures of some units for a choice.</summary>
    public static ImmutableArray<FigureSource> Why(DuckDBConnection ledger, int snapshot, IReadOnlyCollection<string> places, string choice, string? contest) =>
    [
        .. ledger.Read(
            """
            with rows as (
                select f.* replace (f.votes - coalesce((
                    select sum(p.votes) from parts p
                    where p.snapshot = f.snapshot and p.contest = f.contest and p.place = f.place and p.choice = f.choice), 0) as votes)
                from figures f where snapshot = $1 and choice = $2
                union all select * from parts where snapshot = $1 and choice = $2)
            select s.contest, s.place, s.choice, s.votes::bigint, f.name, f.sha256, f.sheet, s.row
            from rows s join files f on f.snapshot = s.snapshot and f.file = s.file
            where s.snapshot = $1 and s.choice = $2 and ($3 = '' or s.contest = $3) and list_contains($4, s.place)
            order by s.contest, f.name, s.row
            """,
            r => new FigureSource(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt64(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetInt32(7)),
            snapshot, choice, contest ?? "", places.ToList()),
    ];

    /// <summary>The figures of a snapshot, contest by contest.</summary>
    public static ImmutableArray<(string Contest, string Place, string Choice, long Votes)> Figures(DuckDBConnection ledger, int snapshot) =>
    [
        .. ledger.Read(
            "select contest, place, choice, votes from figures where snapshot = $1 order by contest, place, choice",
            r => (r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt64(3)), snapshot),
    ];

    /// <summary>Units by status in a snapshot.</summary>
    /// <remarks>A snapshot may come into its place in time after those that follow it, so that what was corrected is seen when it is asked for.</remarks>
    public static ImmutableArray<(string Contest, string Status, long Units)> Statuses(DuckDBConnection ledger, int snapshot) =>
    [
        .. ledger.Read(
            """
            with corrected as (
                select distinct b.contest, b.place from figures a join figures b using (contest, place, choice)
                where a.snapshot = $1 and b.snapshot = $2 and a.votes <> b.votes)
            select r.contest, case when c.place is not null and r.status in ('counted', 'partial') then 'corrected' else r.status end as status, count(*)
            from returns r left join corrected c on c.contest = r.contest and c.place = r.place
            where r.snapshot = $2 group by all order by all
            """,
            r => (r.GetString(0), r.GetString(1), r.GetInt64(2)), Before(ledger, snapshot), snapshot),
    ];

    /// <summary>What differs between two snapshots.</summary>
    public static LedgerDifference Compare(DuckDBConnection ledger, Snapshot from, Snapshot to) =>
        new(from, to, [.. Units(ledger, from.Number, to.Number)], [.. Choices(ledger, from.Number, to.Number)]);

    /// <summary>The number of the snapshot before one in time; 0 if there is none.</summary>
    static int Before(DuckDBConnection ledger, int snapshot) => Snapshots(ledger).TakeWhile(s => s.Number != snapshot).LastOrDefault()?.Number ?? 0;

    /// <summary>What came, went, is gone or was corrected, unit by unit.</summary>
    /// <remarks>
    /// A unit came with its first votes, whether or not its roll was known before, and went with its last. A single figure of a unit that stays came, is gone, or was
    /// corrected from one number to another.
    /// </remarks>
    static List<FigureChange> Units(DuckDBConnection ledger, int from, int to) => ledger.Read(
        """
        with a as (select contest, place, choice, votes from figures where snapshot = $1),
             b as (select contest, place, choice, votes from figures where snapshot = $2),
             ua as (select distinct contest, place from a where choice <> 'registered'), ub as (select distinct contest, place from b where choice <> 'registered'),
             units as (
                select contest, place, 'came' as change from ub anti join ua using (contest, place)
                union all select contest, place, 'went' from ua anti join ub using (contest, place))
        select contest, place, change, '' as choice, null::bigint as before, null::bigint as after from units
        union all
        select contest, place, case when a.votes is null then 'came' when b.votes is null then 'gone' else 'corrected' end, choice, a.votes, b.votes
        from a full join b using (contest, place, choice)
        where a.votes is distinct from b.votes
            and ((contest, place) not in (select (contest, place) from units) or (a.votes is not null and b.votes is not null))
        order by contest, change, place, choice
        """,
        r => new FigureChange(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.IsDBNull(4) ? null : r.GetInt64(4), r.IsDBNull(5) ? null : r.GetInt64(5)),
        from, to);

    static List<ChoiceChange> Choices(DuckDBConnection ledger, int from, int to) => ledger.Read(
        """
        select contest, choice,
            coalesce(sum(votes) filter (snapshot = $1), 0)::bigint, coalesce(sum(votes) filter (snapshot = $2), 0)::bigint
        from figures where snapshot in ($1, $2) group by contest, choice order by contest, choice
        """,
        r => new ChoiceChange(r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3)),
        from, to);
}
