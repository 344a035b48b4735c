using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Urna.Tests.Corpus;

/// <summary>Fills the slots of a template with names and numbers of one contest, and writes a label for each number.</summary>
sealed partial class CorpusFiller
{
    readonly string election;
    readonly string contest;
    readonly int year;
    readonly string round;
    readonly string language;
    readonly Random random;
    readonly int falseOneIn;
    readonly List<CorpusTables.Choice> ranked;
    readonly List<(string Name, int Seats)> groups;
    readonly long all;
    List<(string Name, int Seats)> chosen = [];

    public CorpusFiller(string election, string contest, int year, string round, string language, bool isSeats, Random random, int falseOneIn)
    {
        (this.election, this.contest, this.year, this.round, this.language, this.random, this.falseOneIn) = (election, contest, year, round, language, random, falseOneIn);
        ranked = isSeats ? [] : CorpusTables.Ranked(election, contest);
        groups = isSeats ? [.. CorpusTables.Groups(election, contest).Where(g => g.Seats > 1 && g.Name.Length > 1 && !g.Name.StartsWith("IND", StringComparison.Ordinal) && !g.Name.Contains("ndepend", StringComparison.Ordinal))] : [];
        all = ranked.Sum(c => c.Votes);
    }

    /// <summary>A sentence; its labels are added.</summary>
    /// <param name="template">The template.</param>
    /// <param name="labels">Where labels go.</param>
    public string Fill(string template, List<CorpusLabel> labels)
    {
        chosen = [.. groups.OrderBy(_ => random.Next()).Take(3).OrderByDescending(g => g.Seats)];
        var (text, own, from) = (new StringBuilder(), new List<CorpusLabel>(), 0);
        foreach (Match slot in Slots().Matches(template))
        {
            text.Append(template, from, slot.Index - from);
            from = slot.Index + slot.Length;
            text.Append(Slot(slot.Groups["slot"].Value, text.Length, own));
        }

        text.Append(template, from, template.Length - from);
        var sentence = text.ToString();
        if (char.IsLower(sentence[0]))
        {
            sentence = char.ToUpperInvariant(sentence[0]) + sentence[1..];
        }

        labels.AddRange(own.Select(l => l with { Sentence = sentence }));
        return sentence;
    }

    string Slot(string slot, int at, List<CorpusLabel> labels)
    {
        CorpusLabel Label(string measure, string of, string than, string wording, string value, bool holds) => new("", at, measure, contest, of, than, wording, value, holds);
        var choice = slot.FirstOrDefault(char.IsAsciiDigit) is var digit and > '0' && digit - '1' < ranked.Count ? ranked[digit - '1'] : null;
        var decimals = slot.Contains('.', StringComparison.Ordinal) ? slot[slot.IndexOf('.', StringComparison.Ordinal) + 1] - '0' : 0;
        var wording = slot.Contains('~', StringComparison.Ordinal) ? slot[(slot.IndexOf('~', StringComparison.Ordinal) + 1)..] : "";
        switch (slot)
        {
            case "rd": return round;
            case "yr": return year.ToString(CultureInfo.InvariantCulture);
            case "1" or "2" or "3": return choice!.Short;
            case "1f" or "2f" or "3f": return choice!.Full;
            case "=r1" or "=r2" or "=r3":
                labels.Add(Label("rank", choice!.Id, "", "", $"rank {slot[2]}", true));
                return "";
            case "=w":
                labels.Add(Label("margin", ranked[0].Id, ranked[1].Id, "over", "0 votes", true));
                return "";
            case ['g', var g]: return chosen[g - '1'].Name;
            case ['n', var n]:
                var seats = Maybe(chosen[n - '1'].Seats, chosen[n - '1'].Seats + 1 + random.Next(3));
                labels.Add(Label("seats", chosen[n - '1'].Name, "", "", $"{seats} seats", seats == chosen[n - '1'].Seats));
                return seats.ToString(CultureInfo.InvariantCulture);
            case ['s', ..]:
                return Percent(choice!.Votes, all, "share", choice.Id, "");
            case "kc":
                var cast = CorpusTables.Total(election, contest, "cast")!.Value;
                labels.Add(Label("votes", "cast", "", "", $"{cast} votes", true));
                return Grouped(cast);
            case ['k', _, 'm', ..]:
                var millions = Math.Round(choice!.Votes / 1e6m, decimals, MidpointRounding.AwayFromZero);
                labels.Add(Label("votes", choice.Id, "", wording, $"{(long)(millions * 1_000_000)} votes", true));
                return Decimal(millions, decimals);
            case "mk":
                var lead = ranked[0].Votes - ranked[1].Votes;
                var told = Maybe(lead, lead + (all / 40));
                labels.Add(Label("margin", ranked[0].Id, ranked[1].Id, "", $"{told} votes", told == lead));
                return Grouped(told);
            case ['m', 'p', ..]:
                var margin = ranked[0].Votes - ranked[1].Votes;
                var stated = Maybe(Rounded(margin, all, decimals), Rounded(margin, all, decimals) + 2.3m);
                labels.Add(Label("margin", ranked[0].Id, ranked[1].Id, "", $"{Plain(stated, decimals)} points", stated == Rounded(margin, all, decimals)));
                return Decimal(stated, decimals);
            case ['k', _]:
                var votes = Maybe(choice!.Votes, choice.Votes + (all / 30));
                labels.Add(Label("votes", choice.Id, "", "", $"{votes} votes", votes == choice.Votes));
                return Grouped(votes);
            case ['t', ..] or ['a', 'b', ..]:
                var (turned, roll) = (CorpusTables.Total(election, contest, "cast")!.Value, CorpusTables.Total(election, contest, "registered")!.Value);
                return slot[0] == 't' ? Percent(turned, roll, "turnout", "", "") : Percent(roll - turned, roll, "abstention", "", "");
            default: throw new ArgumentException($"'{slot}' is no slot.", nameof(slot));
        }

        string Percent(long part, long whole, string measure, string of, string than)
        {
            var exact = 100m * part / whole;
            var scale = decimals == 0 ? 1m : decimals == 1 ? 10m : 100m;
            var right = wording switch { "over" => Math.Floor(exact * scale) / scale, "almost" => Math.Ceiling(exact * scale) / scale, _ => Math.Round(exact, decimals, MidpointRounding.AwayFromZero) };
            var said = Maybe(right, right + (random.Next(2) == 0 && wording != "over" && right > 12 ? -4.2m : 6.3m));
            said = Math.Round(said, decimals, MidpointRounding.AwayFromZero);
            var holds = wording switch
            {
                "over" => exact > said, "almost" => exact < said && exact >= said * 0.95m, "about" => Math.Abs(exact - said) <= 1 / scale, _ => Math.Round(exact, decimals, MidpointRounding.AwayFromZero) == said,
            };
            labels.Add(Label(measure, of, than, wording, $"{Plain(said, decimals)} %", holds));
            return $"{Decimal(said, decimals)}{(language == "en" ? year % 2 == 0 ? " percent" : "%" : year % 2 == 0 ? " por ciento" : "%")}";
        }
    }

    T Maybe<T>(T right, T wrong) => random.Next(falseOneIn) == 0 ? wrong : right;

    static decimal Rounded(long part, long whole, int decimals) => Math.Round(100m * part / whole, decimals, MidpointRounding.AwayFromZero);

    static string Plain(decimal value, int decimals) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture);

    string Decimal(decimal value, int decimals) => language == "en" ? Plain(value, decimals) : Plain(value, decimals).Replace('.', ',');

    string Grouped(long value) => value.ToString("N0", CultureInfo.InvariantCulture).Replace(',', language == "en" ? ',' : '.');

    [GeneratedRegex(@"\{(?<slot>[^}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slots();
}
