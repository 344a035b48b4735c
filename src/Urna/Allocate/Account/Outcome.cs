using System.Collections.Immutable;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate.Account;

/// <summary>How a contest ends under its law: one of the variants below, and no other.</summary>
/// <remarks>
/// A variant carries what keeps it from being another, district by district. Where districts end in different ways, the contest ends as the
/// least final of them: <see cref="Refused"/>, <see cref="Incomplete"/>, <see cref="Tie"/>, <see cref="Runoff"/> or <see cref="Congress"/>.
/// </remarks>
public abstract record Outcome
{
    Outcome()
    {
    }

    /// <summary>Every word that an answer may have as its outcome.</summary>
    public static ImmutableArray<string> Words { get; } = ["elected", "runoff", "congress", "tie", "incomplete", "no-votes"];

    /// <summary>The outcome as files and answers spell it: one of <see cref="Words"/>.</summary>
    public string Word => Spelled;

    // Nobody outside can spell another, so that the family stays closed though a record may be copied.
    private protected abstract string Spelled { get; }

    /// <summary>How the districts of a contest end together.</summary>
    /// <param name="districts">The districts.</param>
    /// <param name="faults">What keeps the votes from being what they say they are.</param>
    internal static Outcome Of(ImmutableArray<DistrictAllocation> districts, ImmutableArray<Finding> faults)
    {
        if (!faults.IsEmpty)
        {
            return new Refused(faults);
        }

        ImmutableArray<DistrictGap> gaps = [.. districts.Where(d => !d.Missing.IsEmpty).Select(d => new DistrictGap(d.District, d.Missing))];
        if (!gaps.IsEmpty)
        {
            return new Incomplete(gaps);
        }

        ImmutableArray<DistrictTie> ties = [.. districts.SelectMany(d => d.Ties.Select(t => new DistrictTie(d.District, t)))];
        return ties.IsEmpty ? Decided(districts) : new Tie(ties);
    }

    /// <summary>How districts end in which nothing is missing and no tie is open.</summary>
    static Outcome Decided(ImmutableArray<DistrictAllocation> districts)
    {
        ImmutableArray<Finalists> between = [.. districts.Select(d => d.Finalists).OfType<Finalists>()];
        if (!between.IsEmpty)
        {
            return between.Any(f => f.In == LastStage.Congress) ? new Congress(between) : new Runoff(between);
        }

        ImmutableArray<VacantSeats> vacant = [.. districts.Select(VacantSeats.In).OfType<VacantSeats>()];
        return districts.All(d => d.Elected.IsEmpty) ? new NoVotes(vacant) : new Elected(vacant);
    }

    /// <summary>The seats are filled, but for those that law and ballot leave vacant.</summary>
    /// <param name="Vacant">Seats that stay empty, by district; empty if none does.</param>
    public sealed record Elected(ImmutableArray<VacantSeats> Vacant) : Outcome
    {
        private protected override string Spelled => "elected";
    }

    /// <summary>A second vote decides.</summary>
    /// <param name="Between">Who goes on, by district; districts that are decided are left out.</param>
    public sealed record Runoff(ImmutableArray<Finalists> Between) : Outcome
    {
        private protected override string Spelled => "runoff";
    }

    /// <summary>Congress decides.</summary>
    /// <param name="Between">Who goes on, by district; districts that are decided are left out.</param>
    public sealed record Congress(ImmutableArray<Finalists> Between) : Outcome
    {
        private protected override string Spelled => "congress";
    }

    /// <summary>A tie is open until lots are drawn.</summary>
    /// <param name="Ties">The open ties, by district.</param>
    public sealed record Tie(ImmutableArray<DistrictTie> Ties) : Outcome
    {
        private protected override string Spelled => "tie";
    }

    /// <summary>Something must be known that the data do not say.</summary>
    /// <param name="Missing">What, by district.</param>
    public sealed record Incomplete(ImmutableArray<DistrictGap> Missing) : Outcome
    {
        private protected override string Spelled => "incomplete";
    }

    /// <summary>Nobody is elected, since nobody who takes part has a vote.</summary>
    /// <param name="Vacant">The seats that stay empty, by district.</param>
    public sealed record NoVotes(ImmutableArray<VacantSeats> Vacant) : Outcome
    {
        private protected override string Spelled => "no-votes";
    }

    /// <summary>The votes, lots or votes of Congress cannot be what they say they are.</summary>
    /// <param name="Faults">Why.</param>
    public sealed record Refused(ImmutableArray<Finding> Faults) : Outcome
    {
        private protected override string Spelled => "incomplete";
    }
}

/// <summary>What decides where nobody has the majority that the law asks for.</summary>
public enum LastStage
{
    /// <summary>A second vote.</summary>
    Runoff,

    /// <summary>A vote of Congress.</summary>
    Congress,
}

/// <summary>Who goes on in a district where nobody has the majority that the law asks for.</summary>
/// <param name="District">The district.</param>
/// <param name="In">What decides between them.</param>
/// <param name="Among">Their names, most votes first.</param>
public sealed record Finalists(string District, LastStage In, ImmutableArray<string> Among);

/// <summary>An open tie with its district.</summary>
/// <param name="District">The district.</param>
/// <param name="Open">The tie.</param>
public sealed record DistrictTie(string District, OpenTie Open);

/// <summary>What must be known of a district to fill all its seats.</summary>
/// <param name="District">The district.</param>
/// <param name="Needed">What.</param>
public sealed record DistrictGap(string District, ImmutableArray<LocalizedText> Needed);

/// <summary>Seats of a district that nobody takes, though nothing is missing and nothing is tied.</summary>
/// <param name="District">The district.</param>
/// <param name="Seats">How many stay empty, ≥ 1.</param>
/// <param name="Of">How many it has.</param>
/// <param name="NobodyHasVotes">Whether no candidacy there has a vote; otherwise none that takes part is left.</param>
public sealed record VacantSeats(string District, int Seats, int Of, bool NobodyHasVotes)
{
    /// <summary>How many of them a list gave back, since it held more than its share.</summary>
    public int GivenBack { get; init; }

    /// <summary>How many of them are due to persons elected in a district below.</summary>
    public int DueBelow { get; init; }

    /// <summary>The vacant seats of a district; null if none is.</summary>
    /// <param name="district">The district.</param>
    public static VacantSeats? In(DistrictAllocation district)
    {
        ArgumentNullException.ThrowIfNull(district);
        return district.Vacant > 0
            ? new(district.District, district.Vacant, district.Seats, !district.Lists.IsEmpty && district.Lists.All(l => l.Votes == 0)) { GivenBack = district.GivenBack, DueBelow = district.DueBelow }
            : null;
    }
}
