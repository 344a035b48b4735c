using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Report.Live;

/// <summary>An election that a service tells.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title; null where it cannot be read.</param>
/// <param name="Date">Its day; null where it cannot be read.</param>
/// <param name="Faults">What keeps it from being read.</param>
public sealed record LiveElection(string Id, LocalizedText? Title, DateOnly? Date, ImmutableArray<string> Faults);
