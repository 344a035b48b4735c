using Urna.Allocate;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Audit.Statements;

/// <summary>Why an outcome cannot be put into statements about ballots, in words.</summary>
static class RefusalWords
{
    public static LocalizedText Transferable { get; } = LocalizedText.Say("audit.votes-are-transferred-from-one-count-to");

    public static LocalizedText Preferences { get; } = LocalizedText.Say("audit.ranked-ballots-are-compared-whole");

    public static LocalizedText Biproportional { get; } = LocalizedText.Say("audit.seats-are-shared-among-lists-and-districts");

    public static LocalizedText Parity { get; } = LocalizedText.Say("audit.seats-are-corrected-for-parity-of-women");

    public static LocalizedText Tiers { get; } = LocalizedText.Say("audit.seats-of-a-tier-make-up-for");

    public static LocalizedText TwoVotes { get; } = LocalizedText.Say("audit.every-voter-has-two-votes-one-for");

    public static LocalizedText Minimum { get; } = LocalizedText.Say("audit.every-list-with-votes-has-seats-before");

    public static LocalizedText NewElection { get; } = LocalizedText.Say("audit.a-list-had-no-candidacy-left-and");

    public static LocalizedText Vacant { get; } = LocalizedText.Say("audit.seats-stay-empty-or-a-list-has");

    public static LocalizedText Quota { get; } = LocalizedText.Say("audit.the-quota-is-rounded-to-whole-votes");

    public static LocalizedText Seats { get; } = LocalizedText.Say("audit.a-threshold-counts-seats-that-a-list");

    public static LocalizedText PartyThreshold { get; } = LocalizedText.Say("audit.a-threshold-for-parties-within-their-lists");

    public static LocalizedText SeveralVotes { get; } = LocalizedText.Say("audit.a-ballot-has-several-votes-for-lists");

    public static LocalizedText NotSo { get; } = LocalizedText.Say("audit.the-reported-outcome-does-not-follow-from");

    public static LocalizedText Tie { get; } = LocalizedText.Say("audit.a-tie-is-open-there-is-no");

    public static LocalizedText NoVotes { get; } = LocalizedText.Say("audit.there-are-no-votes");

    public static LocalizedText Of(RuleStep step) => step switch
    {
        TransferableVoteStep => Transferable,
        PreferenceCountStep => Preferences,
        BiproportionalStep => Biproportional,
        ParityStep or NationalParityStep or AlternateParityStep => Parity,
        TierStep => Tiers,
        _ => LocalizedText.Say("audit.the-step-of-is-not-one", ("article", step.Article)),
    };
}
