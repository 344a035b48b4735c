#:package Urna.Store@*-*
// Seats of one's own votes under three laws: dotnet run seats.cs -- votes.csv seats.csv
using Urna.Allocate;
using Urna.Store;
using Urna.Store.Elections;

var votes = VotesFile.Read(args[0], args[1]).Require();
foreach (var name in new[] { "dhondt", "sainte-lague", "hare" })
{
    var seats = SeatAllocation.Allocate(Law.Open(name), votes);
    Console.WriteLine($"{name}: {string.Join(", ", seats.SeatsByList.Select(l => $"{l.Key} {l.Value}"))}");
    foreach (var district in seats.Districts)
    {
        foreach (var tie in district.Ties)
        {
            Console.WriteLine($"  tied in {district.District}: {string.Join(", ", tie.Among)}");
        }
    }
}
