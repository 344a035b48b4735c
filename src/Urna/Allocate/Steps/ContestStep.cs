namespace Urna.Allocate.Steps;

/// <summary>A step that looks at several districts together.</summary>
/// <remarks>
/// Those before the first sharing step of a law decide who takes part and how many seats there are; those after it
/// may give or move seats of lists, before these go down to parties and persons.
/// </remarks>
public abstract record ContestStep : RuleStep
{
    /// <summary>Whether the seats of a district hang on the votes of others, so that all stay open where one lacks data.</summary>
    internal virtual bool JoinsDistricts => true;
}
