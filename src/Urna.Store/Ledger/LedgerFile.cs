using System.Collections.Immutable;
using System.Globalization;
using DuckDB.NET.Data;

namespace Urna.Store.Ledger;

/// <summary>The ledger of an election: every snapshot that was imported, and the row of each figure.</summary>
/// <remarks>Every query throws <see cref="InvalidDataException"/> where the file is no ledger, or is being written by another program.</remarks>
/// <param name="folder">The election folder.</param>
public sealed class LedgerFile(string folder)
{
    /// <summary>The ledger's name in an election folder.</summary>
    public const string FileName = "ledger.duckdb";

    readonly string path = Path.Combine(folder, FileName);

    /// <summary>Whether the folder has a ledger.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>The snapshots, oldest first.</summary>
    public ImmutableArray<Snapshot> Snapshots()
    {
        using var ledger = LedgerConnection.OpenToRead(path);
        return
        [
            .. ledger.Read(
                """
                select s.number, s.as_of, count(distinct f.place), count(f.place), s.sha256
                from snapshots s left join figures f on f.snapshot = s.number group by all order by s.number
                """,
                r => new Snapshot(r.GetInt32(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3), r.GetString(4))),
        ];
    }

    /// <summary>The snapshot of a moment or a number; null if there is none.</summary>
    /// <param name="name">The moment as it was given, a number, or <c>latest</c>.</param>
    public Snapshot? Find(string name)
    {
        var all = Snapshots();
        return name == "latest" ? all.LastOrDefault()
            : all.FirstOrDefault(s => s.AsOf == name)
                ?? (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? all.FirstOrDefault(s => s.Number == number) : null);
    }

    /// <summary>The rows that gave the figures of some units for a choice.</summary>
    /// <param name="snapshot">The snapshot's number.</param>
    /// <param name="places">The units.</param>
    /// <param name="choice">The choice.</param>
    /// <param name="contest">The contest; null for all that have the choice.</param>
    public ImmutableArray<FigureSource> Why(int snapshot, IReadOnlyCollection<string> places, string choice, string? contest)
    {
        using var ledger = LedgerConnection.OpenToRead(path);
        return
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
    }

    /// <summary>The figures of a snapshot, contest by contest.</summary>
    /// <param name="snapshot">The snapshot's number.</param>
    public ImmutableArray<(string Contest, string Place, string Choice, long Votes)> Figures(int snapshot)
    {
        using var ledger = LedgerConnection.OpenToRead(path);
        return
        [
            .. ledger.Read(
                "select contest, place, choice, votes from figures where snapshot = $1 order by contest, place, choice",
                r => (r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt64(3)), snapshot),
        ];
    }

    /// <summary>Units by status in a snapshot.</summary>
    /// <param name="snapshot">The snapshot's number.</param>
    public ImmutableArray<(string Contest, string Status, long Units)> Statuses(int snapshot)
    {
        using var ledger = LedgerConnection.OpenToRead(path);
        return
        [
            .. ledger.Read(
                "select contest, status, count(*) from returns where snapshot = $1 group by all order by all",
                r => (r.GetString(0), r.GetString(1), r.GetInt64(2)), snapshot),
        ];
    }

    /// <summary>What differs between two snapshots.</summary>
    /// <param name="from">The earlier one.</param>
    /// <param name="to">The later one.</param>
    public LedgerDifference Compare(Snapshot from, Snapshot to)
    {
        using var ledger = LedgerConnection.OpenToRead(path);
        return new LedgerDifference(from, to, [.. Units(ledger, from.Number, to.Number)], [.. Choices(ledger, from.Number, to.Number)]);
    }

    static List<FigureChange> Units(DuckDBConnection ledger, int from, int to) => ledger.Read(
        """
        with a as (select contest, place, choice, votes from figures where snapshot = $1),
             b as (select contest, place, choice, votes from figures where snapshot = $2),
             ua as (select distinct contest, place from a), ub as (select distinct contest, place from b)
        select contest, place, 'came' as change, '' as choice, null::bigint as before, null::bigint as after from ub anti join ua using (contest, place)
        union all select contest, place, 'went', '', null, null from ua anti join ub using (contest, place)
        union all
        select contest, place, 'corrected', choice, a.votes, b.votes from a full join b using (contest, place, choice)
        where a.votes is distinct from b.votes
            and (contest, place) in (select (contest, place) from ua) and (contest, place) in (select (contest, place) from ub)
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
