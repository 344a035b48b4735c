using Urna.Allocate.Account;
using Urna.Validate;

namespace Urna.Tests.Doors;

/// <summary>What a door answers, without file and row, which only some doors have.</summary>
/// <param name="Seats">Who is elected where, on what basis, and what is tied or missing; one line each.</param>
/// <param name="Findings">Codes with places; what is told both of the votes and beside the seats stands once.</param>
/// <param name="Faults">Codes of what keeps the votes from being used.</param>
sealed record DoorAnswer(string Seats, string Findings, string Faults)
{
    /// <summary>The answer of a door.</summary>
    /// <param name="allocation">The seats; null where the votes cannot be used.</param>
    /// <param name="findings">What was found on reading, and in the figures.</param>
    public static DoorAnswer Of(ContestAllocation? allocation, IReadOnlyCollection<Finding> findings) => new(
        allocation is null ? "" : Lines(
        [
            .. from district in allocation.Districts
               from seat in district.Elected
               select $"{district.District}: {seat.Candidacy.ListName} / {seat.Candidacy.Party} / {seat.Person} {seat.Votes} {seat.Basis}",
            .. from district in allocation.Districts
               from tie in district.Ties
               select $"{district.District}: tie {tie.Level} {string.Join(" = ", tie.Among.Order(StringComparer.Ordinal))} {tie.Seats}",
            .. from district in allocation.Districts
               from missing in district.Missing
               select $"{district.District}: missing {missing.English}",
        ]),
        Lines(findings.Where(f => f.Severity != Severity.Fault).Concat(allocation?.Findings ?? []).Distinct().Select(f => $"{f.Code} {f.Place}")),
        Lines(findings.Where(f => f.Severity == Severity.Fault).Concat(allocation?.Faults ?? []).Select(f => f.Code).Distinct()));

    static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));
}
