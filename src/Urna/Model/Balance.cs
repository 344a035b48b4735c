using System.Globalization;

namespace Urna.Model;

/// <summary>How the counts of a ballot relate to each other.</summary>
public enum BalanceKind
{
    /// <summary>No identity is claimed.</summary>
    None,

    /// <summary>cast = valid + blank + null, and valid = the sum of the choices.</summary>
    CastIsValidBlankNull,

    /// <summary>Blank votes are valid: cast = valid + null, and valid = the sum of the choices + blank.</summary>
    BlankInValid,

    /// <summary>A ballot has several votes: cast = valid + blank + null in ballots; the choices sum to at most n × valid.</summary>
    VotesPerBallot,
}

/// <summary>The identity that holds between a contest's counts.</summary>
/// <param name="Kind">Which identity.</param>
/// <param name="Votes">Votes a ballot may give, ≥ 1.</param>
public readonly record struct Balance(BalanceKind Kind, int Votes = 1)
{
    // One less than the votes, so that the default value is of one vote.
    readonly int others = Checked.AtLeast(1, Votes, "votes-per-ballot") - 1;

    /// <summary>Which identity.</summary>
    public BalanceKind Kind { get; init => field = Checked.Known(value, "balance"); } = Checked.Known(Kind, "balance");

    /// <summary>Votes a ballot may give, ≥ 1.</summary>
    public int Votes { get => others + 1; init => others = Checked.AtLeast(1, value, "votes-per-ballot") - 1; }

    /// <summary>The spellings that <see cref="Parse"/> knows.</summary>
    public const string Allowed = "'cast = valid + blank + null', 'blank-in-valid', 'votes-per-ballot: n'";

    /// <summary>Reads the wording of an election file; null where it is not one of <see cref="Allowed"/>.</summary>
    /// <param name="text">The wording; empty for no identity.</param>
    public static Balance? Parse(string text)
    {
        var words = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        const string perBallot = "votes-per-ballot:";
        return words switch
        {
            "" => new Balance(BalanceKind.None),
            "cast = valid + blank + null" => new Balance(BalanceKind.CastIsValidBlankNull),
            "blank-in-valid" => new Balance(BalanceKind.BlankInValid),
            _ when words.StartsWith(perBallot, StringComparison.Ordinal)
                && int.TryParse(words.AsSpan(perBallot.Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var n)
                && n >= 1 => new Balance(BalanceKind.VotesPerBallot, n),
            _ => null,
        };
    }
}
