using System.Collections.Immutable;

namespace Urna.Judge.Suggest;

/// <summary>A draft in the making: what it measures, where, of whom, and the number.</summary>
/// <param name="reading">What the rules read.</param>
/// <param name="quantity">The number; null where none is told.</param>
/// <param name="measure">The measure.</param>
/// <param name="value">The value as claims write it; null where it is to be told by a person.</param>
sealed class Draft(Reading reading, Quantity? quantity, string measure, string? value)
{
    /// <summary>What the rules read.</summary>
    public Reading Reading => reading;

    /// <summary>The number; null where none is told.</summary>
    public Quantity? Quantity => quantity;

    /// <summary>The value as claims write it; null where it is to be told by a person.</summary>
    public string? Value => value;

    /// <summary>Whether the value can be read in more ways than one.</summary>
    public bool ValueIsOpen { get; set; }

    /// <summary>The measure.</summary>
    public DraftField Measure { get; set; } = new("measure", [measure]);

    /// <summary>The contests that may be meant.</summary>
    public VenueChoice Contest { get; set; } = new([], false);

    /// <summary>The other fields.</summary>
    public List<DraftField> Fields { get; } = [];

    /// <summary>Further contests that a second look found.</summary>
    public List<string> Also { get; } = [];

    /// <summary>Places of the same names on another level, at which a second look is to look.</summary>
    public List<string> OtherPlaces { get; } = [];

    /// <summary>The first and last piece of its clause.</summary>
    public int First { get; set; }

    /// <summary>The last piece of its clause.</summary>
    public int Last { get; set; }

    /// <summary>Where it stands in the sentence.</summary>
    public int At => reading.Number?.First ?? reading.Of?.First ?? 0;

    /// <summary>Sets a field: the one value where it is sure, else what it may be.</summary>
    public void Set(string key, ImmutableArray<string> values, bool isSure, ImmutableArray<string> others = default) =>
        Fields.Add(new DraftField(key, isSure && values.Length == 1 ? values : [.. values.Concat(others.IsDefault ? [] : others).Distinct()], !isSure || values.Length != 1));

    /// <summary>All fields, in the order of claims files.</summary>
    public ImmutableArray<DraftField> All()
    {
        var one = Contest.Venues is [var only] ? only : null;
        var fields = ImmutableArray.CreateBuilder<DraftField>();
        fields.Add(Measure);
        if (one is { Contest: null })
        {
            if (!one.IsOwn)
            {
                fields.Add(new DraftField("contest", [one.Name], !Contest.IsSure));
            }

            fields.Add(new DraftField("chamber", [one.Chamber], !Contest.IsSure));
        }
        else
        {
            fields.Add(new DraftField("contest", [.. Contest.Venues.Select(v => v.Name).Concat(Also).Distinct().Take(8)], !Contest.IsSure));
        }

        fields.AddRange(Fields.OrderBy(f => f.Key == "wording"));
        if (!Fields.Exists(f => f.Key == "values"))
        {
            fields.Add(new DraftField("value", Value is null ? [] : [Value], ValueIsOpen));
        }

        return fields.ToImmutable();
    }

    /// <summary>Whether nothing is left to choose.</summary>
    public bool IsWhole => All().All(f => !f.IsOpen);
}
