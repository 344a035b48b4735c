using System.Globalization;
using System.Numerics;
using Urna.Judge;

namespace Urna.Tests.Judge;

/// <summary>True figures of the elections that ship, written as people write them, from tables added up without the program.</summary>
/// <remarks>Fields of a true sentence, and of one that is false under every base and rounding.</remarks>
static class TrueFigures
{
    /// <summary>A sentence as fields, whether it is true, and its words for messages.</summary>
    public sealed record Sentence(ClaimFields Fields, bool IsTrue)
    {
        public override string ToString() => $"{Fields.Measure} {Fields.Contest} {string.Join('+', Fields.Of)} {Fields.Value?.Text} {Fields.Wording} {string.Join('+', Fields.Places)}";
    }

    static readonly (string Election, string Contest)[] contests =
    [
        ("cl-2021", "president-1"), ("cl-2021", "president-2"), ("cl-2020", "plebiscite"), ("cl-2020", "organ"), ("cl-2022", "plebiscite"), ("cl-2023", "plebiscite"), ("cl-1970", "president"),
        ("cl-1989-2017", "president-1989-1"), ("cl-1989-2017", "president-1999-2"), ("cl-1989-2017", "president-2005-2"), ("cl-1989-2017", "president-2013-2"), ("cl-1989-2017", "president-2017-2"),
    ];

    /// <summary>All sentences of shares, votes, margins, ranks and turnouts, of a seed.</summary>
    public static IEnumerable<Sentence> All(int seed)
    {
        var chance = new Random(seed);
        foreach (var (election, contest) in contests)
        {
            var tables = new PlainTables(election);
            var totals = tables.Choices(contest).Select(c => (Choice: c, Votes: tables.Of(contest, c))).OrderByDescending(c => c.Votes).ToList();
            var name = new ContestName(election, contest);
            long valid = totals.Sum(t => t.Votes), blank = tables.Of(contest, "blank"), none = tables.Of(contest, "null"), cast = Math.Max(tables.Of(contest, "cast"), valid + blank + none), roll = tables.Of(contest, "registered");
            foreach (var (choice, votes) in totals)
            {
                var fields = new ClaimFields { Id = "x", Contest = name, Of = [choice] };
                foreach (var sentence in Shares(fields, votes, valid, cast, chance).Concat(Votes(fields, votes)).Concat(Ranks(fields, totals.Count(t => t.Votes > votes) + 1, totals.Count)))
                {
                    yield return sentence;
                }
            }

            foreach (var sentence in Margins(new ClaimFields { Id = "x", Contest = name, Of = [totals[0].Choice], Than = [totals[1].Choice] }, totals[0].Votes - totals[1].Votes, valid))
            {
                yield return sentence;
            }
        }
    }

    static IEnumerable<Sentence> Shares(ClaimFields fields, long votes, long valid, long cast, Random chance)
    {
        var share = fields with { Measure = Measure.Share };
        foreach (var all in new[] { valid, cast }.Distinct())
        {
            foreach (var decimals in new[] { 0, 1, 2 })
            {
                // Rounded, cut off, with a comma, in words: every desk has its own way.
                var (rounded, cut) = (PlainTables.Percent(votes, all, decimals), Cut(votes, all, decimals));
                yield return new(share with { Value = Stated.Parse($"{rounded} %") }, true);
                yield return new(share with { Value = Stated.Parse($"{cut.Replace('.', ',')} por ciento") }, true);
                yield return new(share with { Value = Stated.Parse($"{rounded} percent"), Wording = Wording.About }, true);
            }
        }

        var whole = (int)(votes * 100 / valid);
        yield return new(share with { Value = Stated.Parse($"{whole - 1} %"), Wording = Wording.Over }, true);
        yield return new(share with { Value = Stated.Parse($"{whole + 1} %"), Wording = Wording.Under }, true);
        yield return new(share with { Value = Stated.Parse($"{whole + 1} %"), Wording = Wording.AtMost }, true);
        yield return new(share with { Value = Stated.Parse($"{whole + 5 + chance.Next(9)} %") }, false);
        yield return new(share with { Value = Stated.Parse($"{whole + 6} %"), Wording = Wording.Over }, false);
        yield return new(share with { Value = Stated.Parse($"{whole + 7} %"), Wording = Wording.AtLeast }, false);
    }

    static IEnumerable<Sentence> Votes(ClaimFields fields, long votes)
    {
        var count = fields with { Measure = Measure.Votes };
        yield return new(count with { Value = Stated.Parse($"{votes} votes") }, true);
        yield return new(count with { Value = Stated.Parse($"{votes.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '.')} votos") }, true);
        yield return new(count with { Value = Stated.Parse($"{votes.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ')} votes") }, true);
        for (var unit = 10L; unit * 10 <= votes; unit *= 10)
        {
            // Rounded to tens, hundreds, thousands …: the zeros are no digits.
            var rounded = (votes + (unit / 2)) / unit * unit;
            yield return new(count with { Value = Stated.Parse($"{rounded} votes"), Wording = unit > votes / 100 ? Wording.About : null }, true);
        }

        if (votes >= 1_000_000)
        {
            foreach (var decimals in new[] { 1, 2, 3 })
            {
                yield return new(count with { Value = Stated.Parse($"{InMillions(votes, decimals)} million votes") }, true);
                yield return new(count with { Value = Stated.Parse($"{InMillions(votes, decimals).Replace('.', ',')} millones de votos") }, true);
            }

            yield return new(count with { Value = Stated.Parse($"{votes / 1_000_000} million votes"), Wording = Wording.Over }, votes % 1_000_000 > 0);
        }

        yield return new(count with { Value = Stated.Parse($"{votes / 2} votes"), Wording = Wording.Under }, false);
        yield return new(count with { Value = Stated.Parse($"{(votes * 7 / 10) + 3} votes") }, false);
    }

    static IEnumerable<Sentence> Ranks(ClaimFields fields, int rank, int choices)
    {
        yield return new(fields with { Measure = Measure.Rank, Value = Stated.Parse($"rank {rank}") }, true);
        yield return new(fields with { Measure = Measure.Rank, Value = Stated.Parse($"rank {(rank == choices ? 1 : choices)}") }, false);
    }

    static IEnumerable<Sentence> Margins(ClaimFields fields, long ahead, long valid)
    {
        var margin = fields with { Measure = Measure.Margin };
        foreach (var decimals in new[] { 0, 1, 2 })
        {
            yield return new(margin with { Value = Stated.Parse($"{PlainTables.Percent(ahead, valid, decimals)} points") }, true);
        }

        yield return new(margin with { Value = Stated.Parse($"{ahead} votes") }, true);
        yield return new(margin with { Value = Stated.Parse("0 votes"), Wording = Wording.Over }, true);
        yield return new(margin with { Value = Stated.Parse("0 votes"), Wording = Wording.Under }, false);
        yield return new(margin with { Value = Stated.Parse($"{(ahead * 100 / valid) + 8} points"), Wording = Wording.Over }, false);
    }

    static string Cut(long part, long all, int decimals) => PlainTables.Percent(part * BigInteger.Pow(10, decimals + 2) / all, BigInteger.Pow(10, decimals + 2), decimals);

    static string InMillions(long votes, int decimals) => Math.Round(votes / 1_000_000m, decimals, MidpointRounding.AwayFromZero).ToString($"F{decimals}", CultureInfo.InvariantCulture);
}
