using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate.Steps;

/// <summary>Who holds the seats that a step shares out.</summary>
public enum Holder
{
    /// <summary>Lists and pacts; a candidacy outside any is a list of one.</summary>
    List,

    /// <summary>The sub-pacts of a list; a party outside any is one of its own, and so is a person without a party.</summary>
    Subpact,

    /// <summary>The parties of a list.</summary>
    Party,

    /// <summary>Persons.</summary>
    Candidate,
}
