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
            var known = choices.Where(c => !ReportedCounts.IsReserved(c.Id)).ToList();
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

        return repeated == Repeated.Same && former.Votes == figure.Votes ? null : former;
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
