namespace Urna.Model;

/// <summary>What a line of the ballot stands for.</summary>
public enum CandidacyKind
{
    /// <summary>A person, party or list that takes part through its list.</summary>
    OfList,

    /// <summary>Votes for a list without a preference for a person.</summary>
    ListVote,

    /// <summary>A person outside any list, who counts as a list of one.</summary>
    Independent,

    /// <summary>The first vote of a two-vote system, for a constituency.</summary>
    Constituency,
}

/// <summary>A person's sex as a roll or a candidacy states it.</summary>
public enum Sex
{
    /// <summary>The source does not say.</summary>
    Unknown,

    /// <summary>A woman.</summary>
    Female,

    /// <summary>A man.</summary>
    Male,
}

/// <summary>A line of the ballot: a person, a party, a list, or an answer.</summary>
public sealed record Candidacy
{
    readonly bool isOfNoParty;

    /// <summary>The id under which results name it, unique in the contest.</summary>
    public required string Choice { get; init => field = Checked.Text(value, "choice"); }

    /// <summary>The place that elects it; null where the ballot is the same everywhere.</summary>
    public string? District { get; init => field = value is null ? null : Checked.Text(value, "district"); }

    /// <summary>The list or pact; empty for a candidacy outside any.</summary>
    public string List { get; init => field = Checked.OrEmpty(value, "list"); } = "";

    /// <summary>The party, or the party in whose quota an independent runs.</summary>
    public string Party
    {
        get;
        init
        {
            field = Checked.OrEmpty(value, "party");
            isOfNoParty = IndependentWords.Are(field);
        }
    } = "";

    /// <summary>The person or answer; empty for a party's or a list's line.</summary>
    public string Candidate { get; init => field = Checked.OrEmpty(value, "candidate"); } = "";

    /// <summary>What the line stands for; a person without a list whose party is a word for none is outside any.</summary>
    public CandidacyKind Kind
    {
        get => IsIndependentByWord ? CandidacyKind.Independent : StatedKind;
        init => StatedKind = Checked.Known(value, "kind");
    }

    /// <summary>What its source says it stands for, before the word in place of a party is asked.</summary>
    public CandidacyKind StatedKind { get; private init; }

    /// <summary>Whether nothing but the word in place of its party says that it is outside any list.</summary>
    internal bool IsIndependentByWord => isOfNoParty && StatedKind == CandidacyKind.OfList && List.Length == 0 && Candidate.Length > 0;

    /// <summary>The person's sex, for laws of parity.</summary>
    public Sex Sex { get; init => field = Checked.Known(value, "sex"); }

    /// <summary>The sub-pact within the pact; empty if none.</summary>
    public string Subpact { get; init => field = Checked.OrEmpty(value, "subpact"); } = "";

    /// <summary>The paired person of the other sex who may take the seat; empty if none.</summary>
    public string Alternate { get; init => field = Checked.OrEmpty(value, "alternate"); } = "";

    /// <summary>The place on the list, from 1; null where the order has no meaning.</summary>
    public int? ListPosition { get; init => field = (int?)Checked.Count(value, "list_position"); }

    /// <summary>How many parties its list joins, where the source states it; null if it does not.</summary>
    public int? Members { get; init => field = (int?)Checked.Count(value, "members"); }

    /// <summary>The name of its list in results: a candidacy outside any is a list of one, <c>IND: name</c>; without a list, the party's or its own.</summary>
    public string ListName =>
        Kind == CandidacyKind.Independent ? $"IND: {Candidate}" : List.Length > 0 ? List : Party.Length > 0 ? Party : Name;

    /// <summary>The key under which its list is one in all districts: its folded name, or the name as it is where another list differs from it by accents or case alone.</summary>
    internal string ListKey => OwnListKey ?? FoldedName.Of(ListName);

    /// <summary>The key of a list that shares its folded name with another; null where the folded name is enough.</summary>
    internal string? OwnListKey { get; init; }

    /// <summary>The name shown to people.</summary>
    public string Name => Candidate.Length > 0 ? Candidate : Party.Length > 0 ? Party : List.Length > 0 ? List : Choice;
}
