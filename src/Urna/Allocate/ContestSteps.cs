using Urna.Allocate.Filling;
using Urna.Allocate.Limits;
using Urna.Allocate.Steps;
using Urna.Allocate.Thresholds;
using Urna.Allocate.Tiers;

namespace Urna.Allocate;

/// <summary>Takes the steps that look at several districts together.</summary>
static class ContestSteps
{
    /// <summary>Takes one step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="contest">The districts while their seats are filled.</param>
    public static void Apply(ContestStep step, ContestDraft contest)
    {
        switch (step)
        {
            case ThresholdStep threshold:
                Barring.Apply(threshold, contest);
                break;
            case DistrictSeatsStep sizes:
                DistrictSizes.Apply(sizes, contest);
                break;
            case BonusStep bonus:
                Bonuses.Apply(bonus, contest);
                break;
            case CapStep cap:
                Caps.Apply(cap, contest);
                break;
            case SurplusVotesStep surplus:
                SurplusVotes.Apply(surplus, contest);
                break;
            case TierStep tier:
                TierSeats.Apply(tier, contest);
                break;
        }
    }
}
