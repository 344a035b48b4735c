namespace Urna.Tests.Judge;

/// <summary>A claim that was made up, and whether it holds.</summary>
/// <param name="Fields">Its fields but for the id, in YAML.</param>
/// <param name="Holds">Whether it holds.</param>
sealed record ClaimVariant(string Fields, bool Holds);

/// <summary>Makes claims that hold and claims that do not, from tables that were added up plainly.</summary>
/// <remarks>Each kind turns value, rank, scope, direction or wording; no code of the judge is used.</remarks>
sealed class ClaimVariants(int seed)
{
    static readonly PlainTables y2021 = new("cl-2021");
    static readonly PlainTables presidents = new("cl-1989-2017");
    static readonly PlainTables y2017 = new("cl-2017");

    readonly Random chance = new(seed);

    /// <summary>As many that hold as do not.</summary>
    public List<ClaimVariant> Make(int pairs)
    {
        Func<IEnumerable<ClaimVariant>>[] kinds = [Share, ShareWorded, Votes, Rank, MarginPoints, MarginVotes, Turnout, Scope, Change, Record, Seats, Majority, Elected, Reaching, Date, SeatChange];
        return [.. Enumerable.Range(0, pairs).SelectMany(i => kinds[i % kinds.Length]())];
    }

    IEnumerable<ClaimVariant> Share()
    {
        var (contest, place, choice) = Somewhere();
        var decimals = chance.Next(0, 3);
        var (votes, all) = (y2021.Of(contest, choice, place), Ballot(contest, choice, place));
        return Pair(
            $"measure: share\n contest: {contest}\n of: {choice}\n places: [\"{place}\"]\n value: ",
            $"{PlainTables.Percent(votes, all, decimals)} %",
            $"{PlainTables.Percent(votes, all, decimals, Moved(leastBelow: 2))} %");
    }

    IEnumerable<ClaimVariant> ShareWorded()
    {
        var (contest, place, choice) = Somewhere();
        var (votes, all) = (y2021.Of(contest, choice, place), Ballot(contest, choice, place));
        var fields = $"measure: share\n contest: {contest}\n of: {choice}\n places: [\"{place}\"]\n base: valid\n wording: ";
        var (below, above) = (PlainTables.Percent(votes, all, 1, -1), PlainTables.Percent(votes, all, 1, 1));
        return chance.Next(4) switch
        {
            0 => Pair(fields, $"over\n value: {below} %", $"over\n value: {above} %"),
            1 => Pair(fields, $"under\n value: {above} %", $"under\n value: {below} %"),
            2 => Pair(fields, $"at-least\n value: {below} %", $"at-most\n value: {below} %"),
            // The tenth below and the tenth above are both within one tenth; two tenths from the nearest are not.
            _ => Pair(fields, $"about\n value: {PlainTables.Percent(votes, all, 1, IsRoundedDown(votes, all) ? 1 : -1)} %", $"about\n value: {PlainTables.Percent(votes, all, 1, IsRoundedDown(votes, all) ? -2 : 2)} %"),
        };
    }

    static bool IsRoundedDown(long part, long all) => (part * 1_000 % all) * 2 < all;

    IEnumerable<ClaimVariant> Votes()
    {
        var (contest, place, choice) = Somewhere();
        var votes = y2021.Of(contest, choice, place);
        var moved = votes + Moved();
        return Pair($"measure: votes\n contest: {contest}\n of: {choice}\n places: [\"{place}\"]\n value: ", $"{votes} votes", $"{(moved % 10 == 0 ? moved + 11 : moved)} votes");
    }

    IEnumerable<ClaimVariant> Rank()
    {
        var region = One(y2021.Places("region"));
        var ranked = y2021.Choices("president-1").OrderByDescending(c => y2021.Of("president-1", c, region)).ToList();
        var at = chance.Next(ranked.Count);
        return Pair(
            $"measure: rank\n contest: president-1\n places: [{region}]\n of: {ranked[at]}\n value: ", $"rank {at + 1}", $"rank {(at == 0 ? 2 : at)}");
    }

    IEnumerable<ClaimVariant> MarginPoints()
    {
        var region = One(y2021.Places("region"));
        var (a, b, all) = (y2021.Of("president-2", "boric", region), y2021.Of("president-2", "kast", region), y2021.Valid("president-2", region));
        var points = PlainTables.Percent(a - b, all, 1);
        return Pair($"measure: margin\n contest: president-2\n places: [{region}]\n value: {points} points\n ", "of: boric\n than: kast", "of: kast\n than: boric");
    }

    IEnumerable<ClaimVariant> MarginVotes()
    {
        var contest = One(["president-1989-1", "president-2009-1", "president-2013-2", "president-2005-2"]);
        var ranked = presidents.Choices(contest).OrderByDescending(c => presidents.Of(contest, c)).ToList();
        var ahead = presidents.Of(contest, ranked[0]) - presidents.Of(contest, ranked[1]);
        return Pair(
            $"measure: margin\n contest: cl-1989-2017/{contest}\n of: \"{ranked[0]}\"\n than: \"{ranked[1]}\"\n wording: almost\n value: ",
            $"{(ahead * 20 / 19) - chance.Next(0, 3)} votes",
            chance.Next(2) == 0 ? $"{ahead} votes" : $"{(ahead * 20 / 19) + 2} votes");
    }

    IEnumerable<ClaimVariant> Turnout()
    {
        var region = One(y2021.Places("region"));
        var contest = One(["president-1", "president-2"]);
        var (cast, roll) = (y2021.Of(contest, "cast", region), y2021.Of(contest, "registered", region));
        if (cast == 0)
        {
            cast = y2021.Valid(contest, region) + y2021.Of(contest, "blank", region) + y2021.Of(contest, "null", region);
        }

        return chance.Next(2) == 0
            ? Pair($"measure: turnout\n contest: {contest}\n places: [{region}]\n value: ", $"{PlainTables.Percent(cast, roll, 1)} %", $"{PlainTables.Percent(cast, roll, 1, Moved(leastBelow: 2))} %")
            : Pair($"contest: {contest}\n places: [{region}]\n value: {PlainTables.Percent(roll - cast, roll, 1)} %\n ", "measure: abstention", "measure: turnout");
    }

    /// <summary>What holds with the vote abroad and not at home, or the other way round.</summary>
    IEnumerable<ClaimVariant> Scope()
    {
        var choice = One(["boric", "kast", "sichel", "parisi"]);
        var (with, home) = (PlainTables.Percent(y2021.Of("president-1", choice), y2021.Valid("president-1"), 3), PlainTables.Percent(y2021.Of("president-1", choice, without: "abroad"), y2021.Valid("president-1", without: "abroad"), 3));
        Assert.NotEqual(with, home);
        var fields = $"measure: share\n contest: president-1\n of: {choice}\n scopes: [{{ name: at home, without: abroad }}]\n value: ";
        return Pair(fields, $"{home} %", $"{with} %");
    }

    IEnumerable<ClaimVariant> Change()
    {
        var region = One(y2021.Places("region"));
        var (before, after) = (y2021.Of("president-1", "boric", region), y2021.Of("president-2", "boric", region));
        var (all1, all2) = (y2021.Valid("president-1", region), y2021.Valid("president-2", region));
        var points = PlainTables.Percent(((System.Numerics.BigInteger)after * all1) - ((System.Numerics.BigInteger)before * all2), (System.Numerics.BigInteger)all1 * all2, 1);
        return Pair(
            $"measure: change\n what: share\n of: boric\n contest: president-2\n since: president-1\n places: [{region}]\n value: ",
            $"{points} points",
            $"{(points.StartsWith('-') ? points[1..] : $"-{points}")} points");
    }

    IEnumerable<ClaimVariant> Record()
    {
        var contest = One(["president-1993-1", "president-2005-1", "president-2013-1", "president-2009-2"]);
        var isGreatest = presidents.Valid(contest) > presidents.Valid("president-1989-1");
        return Pair(
            $"measure: record\n what: votes\n of: [valid]\n contest: cl-1989-2017/{contest}\n since: cl-1989-2017/president-1989-1\n value: 1 times\n wording: ",
            isGreatest ? "over" : "under",
            isGreatest ? "under" : "over");
    }

    IEnumerable<ClaimVariant> Seats()
    {
        var list = One(["Apruebo Dignidad", "Nuevo Pacto Social", "Chile Podemos +", "Frente Social Cristiano", "Partido de la Gente"]);
        var choices = y2021.Rows("candidacies-deputies.csv").Where(c => c["list"] == list).Select(c => c["choice"]).ToHashSet();
        var seats = y2021.Rows("outcome-deputies.csv").Count(o => choices.Contains(o["choice"]));
        return Pair($"measure: seats\n contest: deputies\n of: \"{list}\"\n value: ", $"{seats} seats", $"{seats + Moved()} seats");
    }

    IEnumerable<ClaimVariant> Majority()
    {
        var chamber = One(["deputies", "senate"]);
        var lists = y2021.Rows("members.csv").Where(m => m["chamber"] == chamber).Select(m => m["list"]).Distinct().OrderBy(_ => chance.Next()).Take(chance.Next(2, 5)).ToList();
        var all = MembersOf(y2021, chamber, _ => true);
        var isMajority = MembersOf(y2021, chamber, lists.Contains) * 2 > all;
        return Pair(
            $"measure: majority\n chamber: {chamber}\n of: [{string.Join(", ", lists.Select(l => $"\"{l}\""))}]\n value: ",
            isMajority ? "yes" : "no",
            isMajority ? "no" : "yes");
    }

    IEnumerable<ClaimVariant> Elected()
    {
        var candidacies = y2021.Rows("candidacies-deputies.csv").ToDictionary(c => c["choice"], c => c["candidate"]);
        var winners = y2021.Rows("outcome-deputies.csv").Select(o => o["choice"]).ToHashSet();
        var (won, lost) = (One([.. winners]), One([.. candidacies.Keys.Where(c => !winners.Contains(c))]));
        return Pair("measure: elected\n contest: deputies\n value: 1 persons\n of: ", $"\"{won}\"", $"\"{lost}\"");
    }

    IEnumerable<ClaimVariant> Reaching()
    {
        var places = y2021.Places("commune").Where(p => y2021.Valid("president-2", p) > 0).OrderBy(_ => chance.Next()).Take(6).ToList();
        var reach = chance.Next(40, 66);
        var count = places.Count(p => y2021.Of("president-2", "boric", p) * 100 > reach * y2021.Valid("president-2", p));
        return Pair(
            $"measure: places-reaching\n contest: president-2\n of: boric\n base: valid\n reach: {reach} %\n places: [{string.Join(", ", places.Select(p => $"\"{p}\""))}]\n value: ", $"{count} places", $"{count + Moved()} places");
    }

    IEnumerable<ClaimVariant> Date() => Pair("measure: date\n contest: primaries\n wording: ", One(["plain\n value: 2021-07-18", "at-most\n value: 2021-07-18", "over\n value: 2021-07-17"]), One(["plain\n value: 2021-07-19", "under\n value: 2021-07-18", "at-least\n value: 2021-07-19"]));

    IEnumerable<ClaimVariant> SeatChange()
    {
        var party = One(["RN", "UDI", "PS", "PC", "PPD", "RD"]);
        var change = MembersOf(y2021, "deputies", _ => true, party) - MembersOf(y2017, "deputies", _ => true, party);
        return Pair($"measure: change\n what: seats\n chamber: deputies\n since: cl-2017/\n of: {party}\n value: ", $"{change} seats", $"{(change == 0 ? 1 : -change)} seats");
    }

    static int MembersOf(PlainTables tables, string chamber, Func<string, bool> isList, string? party = null) =>
        tables.Rows("members.csv").Where(m => m["chamber"] == chamber && isList(m["list"]) && (party is null || m["party"] == party)).Sum(m => int.Parse(m["seats"], System.Globalization.CultureInfo.InvariantCulture));

    (string Contest, string Place, string Choice) Somewhere()
    {
        var contest = One(["president-1", "president-2", "primaries"]);
        var place = One(y2021.Places(chance.Next(2) == 0 ? "region" : "commune"));
        return y2021.Valid(contest, place) == 0 ? Somewhere() : (contest, place, One(y2021.Choices(contest)));
    }

    static IEnumerable<ClaimVariant> Pair(string fields, string holds, string fails) => [new(fields + holds, true), new(fields + fails, false)];

    /// <summary>The votes on the ballot of a choice: in a primary those of its pact, and else all.</summary>
    static long Ballot(string contest, string choice, string place)
    {
        var lists = y2021.Rows($"candidacies-{contest}.csv").ToDictionary(c => c["choice"], c => c.GetValueOrDefault("list", ""));
        return contest == "primaries" ? y2021.Sum(contest, c => lists.TryGetValue(c, out var list) && list == lists[choice], place) : y2021.Valid(contest, place);
    }

    /// <summary>By how many last digits a number is moved: one below may be the number with its digits cut off.</summary>
    int Moved(int leastBelow = 1) => chance.Next(2) == 0 ? -chance.Next(leastBelow, leastBelow + 3) : chance.Next(1, 4);

    string One(List<string> all) => all[chance.Next(all.Count)];
}
