#:package Urna.Store@*-*
// A lesson in one file: why the fourth seat goes where it goes. dotnet run lesson.cs
using Urna.Allocate;
using Urna.Store;
using Urna.Store.Elections;

// 1. A district of four seats. Change the votes and run again.
var folder = Directory.CreateTempSubdirectory("urna-lesson").FullName;
File.WriteAllText($"{folder}/votes.csv", """
    district,list,party,candidate,votes
    1,Orange,,,4100
    1,Green,,,3300
    1,Violet,,,1600
    1,Grey,,,1000
    """);
File.WriteAllText($"{folder}/seats.csv", "district,seats\n1,4\n");
var votes = VotesFile.Read($"{folder}/votes.csv", $"{folder}/seats.csv").Require();

// 2. Three rules see the same votes.
foreach (var law in new[] { "dhondt", "sainte-lague", "hare" })
{
    var district = SeatAllocation.Allocate(Law.Open(law), votes).Districts[0];
    Console.WriteLine($"\n{law}");
    foreach (var list in district.Lists)
    {
        // 3. How near was it? Votes that a list lacked for one seat more, and those it could lose before one is gone.
        Console.WriteLine($"  {list.List,-7} {list.Votes,5:N0} votes  {list.Seats} seats  one more with {list.VotesToGain:N0}, one less without {list.VotesToLose:N0}");
    }
}
