using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Urna.Model;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import;

/// <summary>A figure, and the row that gave it.</summary>
/// <param name="Unit">The number of its unit.</param>
/// <param name="Choice">The number of its choice.</param>
/// <param name="Votes">The figure.</param>
/// <param name="File">The number of its file.</param>
/// <param name="Row">Its first row.</param>
readonly record struct Figure(int Unit, int Choice, long Votes, int File, int Row);

/// <summary>A contest while the rows that speak of it are read.</summary>
sealed class ContestDraft(string id, MappedContest mapped)
{
    static readonly Comparer<Figure> byChoice = Comparer<Figure>.Create((a, b) => a.Choice.CompareTo(b.Choice));

    readonly Dictionary<string, int> numberOf = [];
    readonly List<ChoiceDraft> choices = [];
    readonly List<List<Figure>?> byUnit = [];
    readonly List<Figure> added = [];
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
    public IEnumerable<Figure> Figures => byUnit.OfType<List<Figure>>().SelectMany(f => f);

    /// <summary>The rows beside the first one of figures that several rows add up to.</summary>
    public IReadOnlyList<Figure> Added => added;

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

    /// <summary>The id of a choice by its number.</summary>
    public string ChoiceOf(int number) => choices[number].Id;

    /// <summary>A text with columns in braces, filled from the first row that has them; null if none has.</summary>
    public string? Fill(Template template) => Samples.Find(s => template.Fits(s.Header)) is { } row ? template.Bind(row.Header).Of(row) : null;

    /// <summary>Keeps the row if it is the first of its table.</summary>
    public void Sample(SourceRow row)
    {
        if (Samples.Count == 0 || (!ReferenceEquals(Samples[^1].Header, row.Header) && Samples.TrueForAll(s => !ReferenceEquals(s.Header, row.Header))))
        {
            Samples.Add(row);
        }
    }

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

    /// <summary>Adds a figure; the figure that stood there before, or null.</summary>
    public Figure? Add(Figure figure, Repeated repeated)
    {
        while (byUnit.Count <= figure.Unit)
        {
            byUnit.Add(null);
        }

        var figures = byUnit[figure.Unit] ??= [];

        // Rows mostly name the choices in one order; the search is for those that do not.
        var index = figures.Count == 0 || figures[^1].Choice < figure.Choice ? ~figures.Count : figures.BinarySearch(figure, byChoice);
        if (index < 0)
        {
            figures.Insert(~index, figure);
            return null;
        }

        var before = figures[index];
        if (repeated == Repeated.Sum)
        {
            // The first row's part is what is left when the others are taken from the sum.
            figures[index] = before with { Votes = before.Votes + figure.Votes };
            added.Add(figure);
            return null;
        }

        return repeated == Repeated.Same && before.Votes == figure.Votes ? null : before;
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
