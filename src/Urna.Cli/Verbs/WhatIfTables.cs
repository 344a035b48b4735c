using System.Collections.Immutable;
using Spectre.Console;
using Spectre.Console.Rendering;
using Urna.Allocate.Account;
using Urna.Model;
using Urna.Power;
using Urna.Report;
using Urna.Scenarios;
using Urna.Scenarios.Chance;

namespace Urna.Cli.Verbs;

/// <summary>Scenarios side by side, as tables for people and rows for programs.</summary>
static class WhatIfTables
{
    const int MostPlaces = 30;

    /// <summary>Seats side by side, then each scenario: who comes in and goes out, and why.</summary>
    public static IEnumerable<IRenderable> Of(ImmutableArray<ScenarioOutcome> outcomes, Language language)
    {
        var words = new Wording(language);
        yield return new Text($"{outcomes[0].Contest.Source?.Title.In(language)}\n");
        yield return Seats(outcomes, words);
        yield return Figures(outcomes, words);
        foreach (var outcome in outcomes)
        {
            foreach (var part in Of(outcomes[0], outcome, words))
            {
                yield return part;
            }
        }
    }

    /// <summary>A row a seat of each scenario, and a row for each person who goes out.</summary>
    public static IEnumerable<object?[]> Rows(ImmutableArray<ScenarioOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            var ins = outcome.Changes.Select(c => c.In).OfType<Seat>().ToHashSet();
            foreach (var (district, seat) in outcome.Allocation.Districts.SelectMany(d => d.Elected.Select(s => (d.District, s))))
            {
                yield return [outcome.Scenario.Id, district, ins.Contains(seat) ? "in" : "", seat.Candidacy.ListName, seat.Party, seat.Candidate, seat.Votes, Spelling.Kebab(seat.Basis)];
            }

            foreach (var change in outcome.Changes.Where(c => c.Out is not null))
            {
                yield return [outcome.Scenario.Id, change.District, "out", change.Out!.Candidacy.ListName, change.Out.Party, change.Out.Candidate, change.Out.Votes, ""];
            }
        }
    }

    static IEnumerable<IRenderable> Of(ScenarioOutcome actual, ScenarioOutcome outcome, Wording words)
    {
        if (!ReferenceEquals(actual, outcome))
        {
            yield return new Text($"\n{outcome.Scenario.Title.In(words.Language)} ({outcome.Scenario.Id}, {outcome.Allocation.Rule.Name}): {OutcomeWords.Of(outcome.Allocation, words)} {ScenarioWords.Sentence(actual, outcome, words)}\n");
        }

        if (!outcome.Changes.IsEmpty)
        {
            yield return Changes(outcome, words);
        }

        if (!outcome.Splits.IsEmpty)
        {
            yield return Splits(outcome, words);
        }

        if (outcome.Draws is { } draws)
        {
            yield return Draws(draws, words);
        }

        if (outcome.Find is { } found)
        {
            yield return new Text($"\n{ScenarioWords.Of(found, words)}\n");
            if (!found.Where.IsEmpty)
            {
                var table = New((words.Say("term.district"), false), (words.Say("scenario.term-votes-for"), false), (words.Say("scenario.term-votes-more"), true));
                foreach (var place in found.Where.Take(MostPlaces))
                {
                    table.AddRow(Markup.Escape(place.District), Markup.Escape(place.List), words.Whole(place.Add));
                }

                yield return table;
            }
        }
    }

    static Table Seats(ImmutableArray<ScenarioOutcome> outcomes, Wording words)
    {
        var table = New([(words.Say("term.list"), false), .. outcomes.Select(o => (o.Scenario.Id, true))]);
        var seats = outcomes.Select(o => o.Allocation.SeatsByList.ToDictionary()).ToList();
        foreach (var list in seats.SelectMany(s => s.Keys).Distinct().OrderByDescending(l => seats[0].GetValueOrDefault(l)).ThenByDescending(l => seats.Max(s => s.GetValueOrDefault(l))))
        {
            table.AddRow([Markup.Escape(list), .. seats.Select(s => s.TryGetValue(list, out var own) ? words.Whole(own) : "–")]);
        }

        return table;
    }

    static Table Figures(ImmutableArray<ScenarioOutcome> outcomes, Wording words)
    {
        var table = New([(words.Say("term.figure"), false), .. outcomes.Select(o => (o.Scenario.Id, true))]);
        string Index(double? value) => value is { } v ? words.Numbers.Number(v * 100, 2) : "–";
        void Row(string name, Func<ScenarioOutcome, string> of) => table.AddRow([Markup.Escape(name), .. outcomes.Select(of)]);
        Row(words.Say("scenario.term-gallagher-by-list"), o => Index(o.Indices.ByList?.Gallagher));
        Row(words.Say("scenario.term-gallagher-by-party"), o => Index(o.Indices.ByParty?.Gallagher));
        Row(words.Say("scenario.term-loosemore-hanby-by-list"), o => Index(o.Indices.ByList?.LoosemoreHanby));
        Row(words.Say("scenario.term-effective-lists-by-seats"), o => o.Indices.ByList is { } i ? words.Numbers.Number(i.EffectiveBySeats, 2) : "–");
        foreach (var standing in outcomes.SelectMany(o => o.Indices.Independents).Select(s => s.Standing).Distinct())
        {
            Row(IndexWords.Of(standing, words), o => o.Indices.Independents.FirstOrDefault(s => s.Standing == standing) is { } s ? $"{words.Whole(s.Seats)} ({words.Percent(s.VoteShare, 1)})" : "–");
        }

        if (outcomes.Any(o => o.Women is not null))
        {
            Row(words.Say("scenario.term-women"), o => words.Whole(o.Women));
        }

        return table;
    }

    static Table Changes(ScenarioOutcome outcome, Wording words)
    {
        var table = New((words.Say("term.district"), false), (words.Say("scenario.term-in"), false), (words.Say("scenario.term-out"), false), (words.Say("scenario.term-because"), false));
        foreach (var change in outcome.Changes)
        {
            table.AddRow(Markup.Escape(change.District), Markup.Escape(Who(change.In)), Markup.Escape(Who(change.Out)), Markup.Escape(ScenarioWords.Because(change.Because, words)));
        }

        return table;
    }

    static string Who(Seat? seat) => seat is null ? "–" : seat.Candidate is { } person ? $"{person} ({seat.Candidacy.ListName})" : seat.Candidacy.ListName;

    static Table Splits(ScenarioOutcome outcome, Wording words)
    {
        var table = New(
            (words.Say("term.list"), false), (words.Say("scenario.term-joined-of"), false), (words.Say("term.votes"), true), (words.Say("scenario.term-seats-together"), true), (words.Say("scenario.term-seats-apart"), true),
            (words.Say("scenario.term-votes-without-a-seat-together"), true), (words.Say("scenario.term-votes-without-a-seat-apart"), true));
        foreach (var s in outcome.Splits)
        {
            table.AddRow(Markup.Escape(s.List), Markup.Escape(words.List(s.Of)), words.Whole(s.Votes), words.Whole(s.Together), words.Whole(s.Apart), words.Whole(s.WastedTogether), words.Whole(s.WastedApart));
        }

        return table;
    }

    static Table Draws(DrawnSeats draws, Wording words)
    {
        var outside = (1 - draws.Options.Level) / 2;
        var table = New(
            (words.Say("term.list"), false), (words.Say("scenario.term-seats-mean"), true), (words.Say("scenario.term-lower-end"), true), (words.Say("scenario.term-upper-end"), true), (words.Say("term.majority"), true));
        table.Title = new TableTitle(Markup.Escape(words.Say(
            "scenario.draws-title",
            ("draws", draws.Options.Number), ("seed", $"{draws.Options.Seed}"), ("level", words.Percent(draws.Options.Level, 0)), ("ties", draws.Ties))));
        foreach (var list in draws.Lists)
        {
            table.AddRow(Markup.Escape(list.List), words.Numbers.Number(list.Mean, 2), words.Whole(list.Quantile(outside)), words.Whole(list.Quantile(1 - outside)), words.Percent(list.Majority, 1));
        }

        return table;
    }

    static Table New(params (string Title, bool IsNumber)[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (title, isNumber) in columns)
        {
            var column = new TableColumn(Markup.Escape(title));
            table.AddColumn(isNumber ? column.RightAligned() : column);
        }

        return table;
    }
}
