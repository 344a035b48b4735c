namespace Urna.Allocate.Steps;

/// <summary>Seats that are filled from ranked ballots: the law's only step for its districts.</summary>
public abstract record BallotStep : RuleStep
{
    /// <summary>Only this program knows how a step is taken.</summary>
    private protected BallotStep()
    {
    }
}
