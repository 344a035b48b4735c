using System.Collections.Immutable;
using Urna.Count;
using Urna.Model;

namespace Urna.Judge;

/// <summary>The counts that figures are computed from: which units, which ballot, and what they lack.</summary>
sealed partial class Measuring
{
    /// <summary>A count, the ballot that it is of, and what its data lack.</summary>
    /// <param name="Count">The count.</param>
    /// <param name="Gap">What it lacks.</param>
    /// <param name="Ballot">The people or places that it is of, for people.</param>
    sealed record OnBallot(Tabulation Count, Gap Gap, LocalizedText Ballot)
    {
        /// <summary>Votes for choices, at least.</summary>
        public long Votes => Count.Choices.Sum(c => c.Votes.Known);

        /// <summary>Votes cast, at least.</summary>
        public long Cast => Count.Cast.Value ?? Math.Max(Count.Cast.Known, Votes + Count.Blank.Known + Count.Null.Known);
    }

    /// <summary>Whether several places are taken together, or one, or the whole.</summary>
    ImmutableArray<string> PlacesOf(string? place) => place is not null ? [place] : terms.Places;

    OnBallot CountOn(Election election, Contest contest, string? place)
    {
        var (district, isOn, name) = BallotOf(election, contest, place);
        var places = district is not null ? [district] : PlacesOf(place);
        var count = CountAt(election, contest, places);
        var gap = terms.Variant is null || (terms.Variant is CountVariant.OfTheNight && contest.IsPreliminary)
            ? Gap.Of(contest, election.Places, [.. Kept(election, contest, places)], [.. contest.Awaited.Where(id => IsKept(election, id, places))], places.IsEmpty || places.Contains(election.Places.Root.Id), Without(election))
            : Gap.Of(count);
        if (count.Registered.Value is not null && contest.Lacks.IsEmpty)
        {
            // The roll of the whole may be known where no unit has one.
            gap = gap with { Roll = 0 };
        }

        if (isOn is not null)
        {
            ImmutableArray<ChoiceTotal> own = [.. count.Choices.Where(c => isOn(contest.Candidacies[c.Choice]))];
            count = count with { Choices = own, Valid = own.All(c => c.Votes.Value is not null) ? new Total(own.Sum(c => c.Votes.Known), 0) : new Total(0, 1) };
        }

        return new OnBallot(count, gap, name);
    }

    /// <summary>The ballot on which those stand whose votes are counted: a district's, that of a pact's primary, or the whole contest's.</summary>
    (string? District, Func<Candidacy, bool>? IsOn, LocalizedText Name) BallotOf(Election election, Contest contest, string? place)
    {
        var where = PlacesOf(place) is { IsEmpty: false } named ? string.Join(", ", named.Select(p => election.Places[p].Name)) : null;
        LocalizedText whole = where is not null ? LocalizedText.Same(where) : election.Places.Root.Name is var root && terms.Without.Any(election.Places.Contains)
            ? LocalizedText.Say("measuring-counts.without", ("root", root), ("namesOf", NamesOf(election, terms.Without))) : LocalizedText.Same(root);
        if (terms.IsWholeContest || !terms.Of.Standing.IsEmpty || PersonsNamed(contest) is not { Count: > 0 } persons)
        {
            return (null, null, whole);
        }

        var districts = persons.Select(c => c.District).Distinct().ToList();
        var several = contest.Candidacies.Select(c => c.District).Distinct().Skip(1).Any();
        var district = several && where is null && districts is [{ } one] && election.Places.Contains(one) ? one : null;
        if (contest.Kind == ContestKind.Primary && persons.Select(c => c.List).Distinct().ToList() is [{ Length: > 0 } list] && contest.Candidacies.Any(c => c.List != list))
        {
            return (district, c => c.List == list, LocalizedText.Say(
                "measuring-counts.the-primary-of", ("list", list), ("where", where ?? election.Places.Root.Name)));
        }

        return (district, null, district is null ? whole : Named(election, district));
    }

    /// <summary>A place with its level, so that district 10 is not taken for the tenth of something else.</summary>
    static LocalizedText Named(Election election, string place) => election.Places[place] is var found && election.LevelName(found.Level) is var level
        ? LocalizedText.Say("measuring-counts.sign", ("found", found.Name), ("level", level)) : throw new InvalidOperationException();

    static string NamesOf(Election election, ImmutableArray<string> places) => string.Join(", ", places.Where(election.Places.Contains).Select(p => election.Places[p].Name));

    /// <summary>The candidacies that are named as persons, by id or name; none where a list or party is named.</summary>
    List<Candidacy> PersonsNamed(Contest contest)
    {
        ImmutableArray<string> names = [.. Of, .. terms.Than];
        return names.IsEmpty || names.Any(n => !contest.Candidacies.Any(c => IsPerson(c, n)))
            ? [] : [.. contest.Candidacies.Where(c => names.Any(n => IsPerson(c, n)))];
    }

    /// <summary>On how many ballots those stand who are named, where a share or rank of one ballot is asked for; null if on one.</summary>
    LocalizedText? SeveralBallots(Contest contest, string? place)
    {
        var districts = PlacesOf(place).IsEmpty && terms.Of.Standing.IsEmpty && !terms.IsWholeContest ? PersonsNamed(contest).Select(c => c.District).OfType<string>().Distinct().ToList() : [];
        return districts.Count < 2 ? null : LocalizedText.Say(
            "measuring-counts.one-ballot-those-who-are-named", ("districts", districts.Count),
            ("districts2", string.Join(", ", districts.Take(MostNamed))));
    }

    ImmutableArray<string> Without(Election election) => [.. terms.Without.Where(election.Places.Contains)];

    Tabulation CountAt(Election election, Contest contest, ImmutableArray<string> places)
    {
        // What is left out is a place of the claim's election; an earlier one need not have it.
        var without = Without(election);
        return terms.Variant switch
        {
            CountVariant.OfSource { Source: var source } => StatedBy(election, contest, places, s => s.Source == source && s.Without.IsEmpty) ?? Rows(),
            CountVariant.OfTheNight when !contest.IsPreliminary => StatedBy(election, contest, places, s => s.IsPreliminary) ?? Rows(),
            CountVariant.WithLacks when places.IsEmpty => WithLacks(contest, Rows()),
            CountVariant.KnownUnits => Tabulate.Some(contest, election.Places, u => IsKept(election, u.Place, places) && UnitCounts.Of(u, contest.Balance, true) is { Registered: not null, Cast: not null }),
            _ => Rows(),
        };

        Tabulation Rows() => places switch
        {
            [] => Tabulate.Whole(contest, election.Places, without),
            [var one] => Tabulate.At(contest, election.Places, one, without),
            _ => Tabulate.Together(contest, election.Places, places, without),
        };
    }

    /// <summary>Whether the store has the count that is asked for; a count of the night is not made of another.</summary>
    bool HasCount(Election election, Contest contest, string? place) =>
        terms.Variant is not CountVariant.OfTheNight || contest.IsPreliminary || StatedBy(election, contest, PlacesOf(place), s => s.IsPreliminary) is not null;

    /// <summary>A count out of the totals that a source states for a place; null if it states none.</summary>
    static Tabulation? StatedBy(Election election, Contest contest, ImmutableArray<string> places, Func<StatedTotal, bool> isMeant)
    {
        var place = places is [var one] ? one : election.Places.Root.Id;
        if (places.Length > 1 || contest.Stated.FirstOrDefault(s => s.Place == place && isMeant(s)) is not { } stated)
        {
            return null;
        }

        Total Of(string choice) => stated.Figures.TryGetValue(choice, out var figure) ? new Total(figure, 0) : new Total(0, 1);
        return new Tabulation(
            contest, election.Places[place], 1, Of("registered"), Of("cast"), Of("valid"), Of("blank"), Of("null"), [.. contest.Candidacies.Select((c, i) => new ChoiceTotal(i, Of(c.Choice)))]);
    }

    /// <summary>A count with what is known of the votes that its rows lack.</summary>
    static Tabulation WithLacks(Contest contest, Tabulation count)
    {
        Total Plus(string choice, Total total) => contest.Lacks.Aggregate(total, (sum, lack) => sum.Plus(lack.Figures.TryGetValue(choice, out var figure) ? figure : null));
        return count with
        {
            Registered = Plus("registered", count.Registered),
            Cast = Plus("cast", count.Cast),
            Valid = new Total(0, 1),
            Blank = Plus("blank", count.Blank),
            Null = Plus("null", count.Null),
            Choices = [.. count.Choices.Select(c => c with { Votes = Plus(contest.Candidacies[c.Choice].Choice, c.Votes) })],
        };
    }

    bool IsKept(Election election, string unit, ImmutableArray<string> places) =>
        (places.IsEmpty || places.Any(p => election.Places.IsWithin(unit, p))) && !election.Places.Line(unit).Any(p => terms.Without.Contains(p.Id));

    IEnumerable<PollingStationReturn> Kept(Election election, Contest contest, ImmutableArray<string> places) => contest.Returns.Where(u => IsKept(election, u.Place, places));
}
