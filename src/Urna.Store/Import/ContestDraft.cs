using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Urna.Model;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import;

/// <summary>A contest while the rows that speak of it are read.</summary>
sealed class ContestDraft(string id, MappedContest mapped)
{
    readonly Dictionary<string, int> numberOf = [];
    readonly List<ChoiceDraft> choices = [];
    readonly List<UnitFigures?> byUnit = [];
    readonly FigureBlocks blocks = new();
    readonly List<AddedFigure> added = [];
    readonly List<(int Unit, Figure Figure, int File, string Word)> totals = [];
    readonly Dictionary<(int Unit, int Choice), HashSet<string>> wordsOf = [];
    int expected;
    readonly Dictionary<int, int> emptyOf = [];

    /// <summary>The id.</summary>
    public string Id => id;

    /// <summary>The entry of the mapping that it comes from.</summary>
    public MappedContest Mapped => mapped;

    /// <summary>The first row of each table that speaks of it, from which titles and other fields are filled.</summary>
    public List<SourceRow> Samples { get; } = [];

    /// <summary>Ranked ballots: place, number of ballots and ranking.</summary>
    public List<(string Place, long Count, string Ranking)> Ballots { get; } = [];

    /// <summary>The candidacies on the ballot, in the order in which they first appear.</summary>
    public ImmutableArray<Candidacy> Candidacies
    {
        get
        {
            var known = choices.Where(c => !ReportedCounts.IsReserved(c.Id) && c.Id != CountWords.Total).ToList();
            var used = known.Where(c => c.IsOnBallot).ToList();
            return [.. (used.Count > 0 ? used : known).Select(c => c.Candidacy)];
        }
    }

    /// <summary>The figures, unit by unit, the choices in the order in which they first appear.</summary>
    public IEnumerable<UnitFigures> Figures => byUnit.OfType<UnitFigures>();

    /// <summary>The rows beside the first one of figures that several rows add up to.</summary>
    public IReadOnlyList<AddedFigure> Added => added;

    /// <summary>A cell of the unit has no figure.</summary>
    public void NoteEmpty(int unit) => emptyOf[unit] = emptyOf.GetValueOrDefault(unit) + 1;

    /// <summary>The status of each unit that rows speak of.</summary>
    public IEnumerable<(int Unit, string Status)> Statuses()
    {
        var isZero = mapped.Fields.Any(f => f is { Key: "missing", Value: "zero" });
        for (var unit = 0; unit < byUnit.Count; unit++)
        {
            if (byUnit[unit] is null)
            {
                continue;
            }

            yield return (unit, emptyOf.ContainsKey(unit) && !isZero ? "partial" : "counted");
        }

        foreach (var unit in emptyOf.Keys.Where(u => u >= byUnit.Count || byUnit[u] is null).Order())
        {
            yield return (unit, "not-counted");
        }
    }

    /// <summary>The ids of the choices, by number.</summary>
    public IEnumerable<string> Choices => choices.Select(c => c.Id);

    /// <summary>The id of a choice by its number.</summary>
    public string ChoiceOf(int number) => choices[number].Id;

    /// <summary>A text with columns in braces, filled from the first row that has them; null if none has.</summary>
    public string? Fill(Template template) =>
        Samples.FindIndex(s => template.Fits(s.Header)) is >= 0 and var found ? template.Bind(Samples[found].Header).Of(Samples[found]) : null;

    /// <summary>Keeps the row if it is the first of its table.</summary>
    public void Sample(SourceRow row)
    {
        if (Samples.Count == 0 || !(ReferenceEquals(Samples[^1].Header, row.Header) || HasSampleOf(row.Header)))
        {
            Samples.Add(row.Copy());
        }
    }

    bool HasSampleOf(TableHeader header) => Samples.Exists(s => ReferenceEquals(s.Header, header));

    /// <summary>The number of a choice, which is made the first time.</summary>
    public int NumberOf(string choice)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numberOf, choice, out var known);
        if (!known)
        {
            number = choices.Count;
            choices.Add(new ChoiceDraft(choice));
        }

        return number;
    }

    /// <summary>Whether the choice is on the ballot, and names for it; a name that is known stays.</summary>
    public void Name(int choice, bool isOnBallot, string district = "", string list = "", string party = "", string candidate = "") =>
        choices[choice].Learn(isOnBallot, district, list, party, candidate);

    /// <summary>Whether a choice stands on the ballot and has its names, so that no row needs to give them again.</summary>
    public bool IsNamed(int choice) => choices[choice].IsNamed;

    /// <summary>Whether the contest knows the choice and the unit, and the unit has no figure of it.</summary>
    public bool IsGap(int unit, string choice)
    {
        if (!numberOf.TryGetValue(choice, out var number) || unit >= byUnit.Count || byUnit[unit] is not { Count: > 0 } figures)
        {
            return false;
        }

        foreach (var figure in figures.Figures)
        {
            if (figure.Choice == number)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds a figure of a unit; the figure that stood there before, or null.</summary>
    public Figure? Add(int unit, Figure figure, int file, Repeated repeated)
    {
        while (byUnit.Count <= unit)
        {
            byUnit.Add(null);
        }

        if (byUnit[unit] is not { } figures)
        {
            // Units mostly have as many figures as the one before.
            expected = byUnit.Count > 1 && byUnit[^2] is { } before ? before.Count : expected;
            byUnit[unit] = figures = new UnitFigures(unit, expected, blocks);
        }

        var index = figures.Add(figure, file);
        if (index < 0)
        {
            return null;
        }

        var former = figures.Figures[index];
        if (repeated == Repeated.Sum)
        {
            // The first row's part is what is left when the others are taken from the sum.
            figures.Plus(index, figure.Votes);
            added.Add(new AddedFigure(unit, figure, file));
            return null;
        }

        return former;
    }

    /// <summary>The number of the choice that is a total of others; −1 if the files have none.</summary>
    public int TotalChoice => numberOf.GetValueOrDefault(CountWords.Total, -1);

    /// <summary>The totals that the source states, by place and choice.</summary>
    public Dictionary<(string Place, int Choice), (long Votes, int Row)> Stated { get; } = [];

    /// <summary>Keeps a total that the source states of a place; parts of it are added.</summary>
    /// <returns>The total that stood there before and differs; null if there is none.</returns>
    public Figure? State(string place, Figure stated, Repeated repeated)
    {
        if (Stated.TryAdd((place, stated.Choice), (stated.Votes, stated.Row)))
        {
            return null;
        }

        var before = Stated[(place, stated.Choice)];
        if (repeated == Repeated.Sum)
        {
            Stated[(place, stated.Choice)] = (before.Votes + stated.Votes, before.Row);
            return null;
        }

        return before.Votes == stated.Votes ? null : new Figure(stated.Choice, before.Row, before.Votes);
    }

    /// <summary>Whether a count of the unit was given by another word before.</summary>
    public bool IsAnotherWord(int choice, string word, int unit)
    {
        var texts = wordsOf.TryGetValue((unit, choice), out var known) ? known : wordsOf[(unit, choice)] = [];
        return texts.Add(word) && texts.Count > 1;
    }

    /// <summary>Keeps a figure that is the total of others of its choice, or of all choices.</summary>
    public void AddTotal(int unit, Figure figure, int file, string word) => totals.Add((unit, figure, file, word));

    /// <summary>Takes counts of units that hold for every contest there, where the contest has none of its own.</summary>
    public void Adopt(ContestDraft turnout)
    {
        foreach (var unit in turnout.Figures)
        {
            if (unit.Unit >= byUnit.Count || byUnit[unit.Unit] is not { } own)
            {
                continue;
            }

            for (var i = 0; i < unit.Count; i++)
            {
                var figure = unit.Figures[i];
                own.Add(figure with { Choice = NumberOf(turnout.ChoiceOf(figure.Choice)) }, unit.FileOf(i));
            }
        }

        foreach (var ((place, choice), stated) in turnout.Stated)
        {
            Stated.TryAdd((place, NumberOf(turnout.ChoiceOf(choice))), stated);
        }
    }

    /// <summary>Puts totals in the place of their parts, and tells where they differ, or where one of the parts seems to be the total.</summary>
    public void Settle(PlacesDraft places, string file, FaultLog faults)
    {
        TellHiddenTotals(places, file, faults);
        FillBallotWords();
        var differing = new List<(int Unit, Figure Total, long Sum)>();
        var replaced = new HashSet<(int, int)>();
        foreach (var (unit, total, source, word) in totals)
        {
            if (word.Length > 0)
            {
                if (SumsOf(unit) is var (valid, all) && all > 0 && total.Votes != valid && total.Votes != all)
                {
                    differing.Add((unit, total, valid));
                }

                continue;
            }

            var before = Add(unit, total, source, Repeated.Fault);
            if (before is not { } parts)
            {
                continue;
            }

            if (parts.Votes != total.Votes)
            {
                differing.Add((unit, total, parts.Votes));
            }

            byUnit[unit]!.Replace(total, source);
            replaced.Add((unit, total.Choice));
        }

        added.RemoveAll(a => replaced.Contains((a.Unit, a.Figure.Choice)));
        if (differing is [var first, ..])
        {
            var place = places.Units[first.Unit];
            faults.Add(
                "V562",
                LocalizedText.Say(
                    "v562.totals-differ-from-the-sum-of", ("id", id), ("differing", differing.Count),
                    ("choiceOf", ChoiceOf(first.Total.Choice)), ("place", place), ("votes", first.Total.Votes), ("sum", first.Sum)),
                file, first.Total.Row, found: $"{first.Sum}", expected: $"{first.Total.Votes}", place: place);
        }
    }

    /// <summary>Takes away a roll that is zero in every unit although the file states one of the whole: it is known there only.</summary>
    /// <returns>The roll that the file states; null where units have their own.</returns>
    public long? FreeStatedRoll(string whole)
    {
        if (!numberOf.TryGetValue("registered", out var roll))
        {
            return null;
        }

        var stated = Stated.Where(s => s.Key.Choice == roll && (s.Key.Place == whole || s.Key.Place is "" or StatedTotals.Whole)).Select(s => (long?)s.Value.Votes).FirstOrDefault();
        if (stated is not > 0 || Figures.Any(u => u.VotesOf(roll) > 0))
        {
            return null;
        }

        foreach (var unit in Figures)
        {
            unit.Remove(roll);
        }

        return stated;
    }

    /// <summary>The votes of the candidacies of a unit, and those with blank and null ones.</summary>
    (long Valid, long All) SumsOf(int unit)
    {
        var (valid, all) = (0L, 0L);
        foreach (var figure in unit < byUnit.Count && byUnit[unit] is { } own ? own.Figures : [])
        {
            var isReserved = ReportedCounts.IsReserved(ChoiceOf(figure.Choice));
            valid += isReserved ? 0 : figure.Votes;
            all += isReserved && ChoiceOf(figure.Choice) is not ("blank" or "null" or "blank-or-null") ? 0 : figure.Votes;
        }

        return (valid, all);
    }

    /// <summary>Where each row is a ballot, a unit without a row of blank or null ones has none, nor of candidacies.</summary>
    void FillBallotWords()
    {
        if (mapped.Ballots is null)
        {
            return;
        }

        foreach (var kind in wordsOf.Keys.Select(k => k.Choice).Distinct().ToList())
        {
            foreach (var unit in Figures.Where(u => u.Count > 0).ToList())
            {
                unit.Add(new Figure(kind, unit.Figures[0].Row, 0), unit.FileOf(0));
            }
        }

        var candidacy = choices.FindIndex(c => c.IsOnBallot && !ReportedCounts.IsReserved(c.Id));
        foreach (var unit in Figures.Where(u => candidacy >= 0 && u.Count > 0 && !HasCandidacies(u)).ToList())
        {
            unit.Add(new Figure(candidacy, unit.Figures[0].Row, 0), unit.FileOf(0));
        }
    }

    bool HasCandidacies(UnitFigures unit)
    {
        foreach (var figure in unit.Figures)
        {
            if (!ReportedCounts.IsReserved(ChoiceOf(figure.Choice)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tells figures that several rows add up to although one of them is the sum of the others.</summary>
    void TellHiddenTotals(PlacesDraft places, string file, FaultLog faults)
    {
        var (hidden, seen) = (new List<AddedFigure>(), 0);
        foreach (var parts in added.GroupBy(a => (a.Unit, a.Figure.Choice)).Where(g => g.Count() > 1))
        {
            var sum = byUnit[parts.Key.Unit]!.VotesOf(parts.Key.Choice);
            var votes = parts.Select(p => p.Figure.Votes).Append(sum - parts.Sum(p => p.Figure.Votes)).Where(v => v > 0).ToList();
            seen += votes.Count > 2 ? 1 : 0;
            if (votes.Count > 2 && 2 * votes.Max() == sum)
            {
                hidden.Add(parts.First());
            }
        }

        if (hidden.Count > 0 && 2 * hidden.Count >= seen)
        {
            var place = places.Units[hidden[0].Unit];
            faults.Add(
                "V563",
                LocalizedText.Say(
                    "v563.figures-are-added-from-rows-of", ("id", id), ("hidden", hidden.Count),
                    ("choiceOf", ChoiceOf(hidden[0].Figure.Choice)), ("place", place)),
                file, hidden[0].Figure.Row, found: $"{hidden.Count}", expected: "rows that are parts", place: place);
        }
    }

    sealed class ChoiceDraft(string id)
    {
        public string Id => id;

        public bool IsOnBallot { get; private set; }

        public bool IsNamed { get; private set; }

        public Candidacy Candidacy { get; private set; } = new() { Choice = id };

        public void Learn(bool isOnBallot, string district, string list, string party, string candidate)
        {
            IsOnBallot |= isOnBallot;
            IsNamed |= isOnBallot;
            Candidacy = Candidacy with
            {
                District = Candidacy.District ?? (district.Length > 0 ? district : null),
                List = Candidacy.List.Length > 0 ? Candidacy.List : list,
                Party = Candidacy.Party.Length > 0 ? Candidacy.Party : party,
                Candidate = Candidacy.Candidate.Length > 0 ? Candidacy.Candidate : candidate,
            };
        }
    }
}
