using Urna.Allocate.Steps;
using Urna.Model;
using static Urna.Allocate.Validity.StepFaults;

namespace Urna.Allocate.Validity;

/// <summary>What is wrong with a count of ranked ballots, by itself.</summary>
static class TransferableFaults
{
    const int MostDecimals = 9;

    /// <summary>The faults of the step's own fields.</summary>
    /// <remarks>Without a surplus that is passed on, what is said of surpluses is right of each of them, and allowed.</remarks>
    public static IEnumerable<LawFault> Of(TransferableVoteStep step) =>
        Known("quota", step.Quota).Concat(Known("surplus", step.Surplus)).Concat(Known("surplus-share", step.Share)).Concat(Known("surplus-order", step.Order))
            .Concat(Known("rounding", step.Rounding)).Concat(Known("exclude", step.Exclude)).Concat(Known("excluded-ballots", step.Parcels))
            .Concat(Known("last-vacancy", step.LastVacancy)).Concat(Known("stop", step.Stop)).Concat(Known("overvote", step.Overvote)).Concat(Known("duplicate", step.Duplicate))
            .Concat(SharingFaults.Ties(step.Ties, TieRule.Backwards, TieRule.Forwards, TieRule.Lot))
            .Concat(Names("write-ins", step.WriteIns, "line", NameOf(step)))
            .Concat(AtLeast("skipped", step.SkippedRanks, 0))
            .Concat(Decimals(step));

    /// <summary>The faults of the fields of a count by pairs or by levels.</summary>
    public static IEnumerable<LawFault> Of(PreferenceCountStep step) =>
        Known("method", step.Method).Concat(Known("victories", step.Size)).Concat(step is { Method: PreferenceMethod.Bucklin, Size: not VictorySize.WinningVotes }
            ? [new("victories", LocalizedText.Say("v130.levels-compare-no-pairs"), $"{step.Size}", "no field victories")]
            : Array.Empty<LawFault>());

    static IEnumerable<LawFault> Decimals(TransferableVoteStep step)
    {
        if (step.Decimals is < 0 or > MostDecimals)
        {
            yield return new(
                "decimals",
                LocalizedText.Say("v130.decimals-are-not-kept", ("decimals", step.Decimals)),
                $"{step.Decimals}", $"a whole number from 0 to {MostDecimals}, or exact");
        }
    }
}
