using System.Globalization;

namespace Urna.Benchmarks;

/// <summary>An election of as many districts as are asked for, as plain files and as a folder.</summary>
/// <remarks>Each district is a unit with a roll, three lists of two persons each, blank and null votes, and three seats. No chance: the same bytes each time.</remarks>
static class ManyDistricts
{
    const int Seats = 3;
    static readonly string[] lists = ["Alba", "Brisa", "Cima"];

    /// <summary>Writes <c>votes.csv</c>, <c>seats.csv</c> and the folder <c>election</c>.</summary>
    /// <param name="districts">How many districts, ≥ 1.</param>
    /// <param name="folder">Where; made if it is not there.</param>
    public static void Write(int districts, string folder)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(districts, 1);
        var election = Directory.CreateDirectory(Path.Combine(folder, "election")).FullName;
        using var votes = File.CreateText(Path.Combine(folder, "votes.csv"));
        using var seats = File.CreateText(Path.Combine(folder, "seats.csv"));
        using var places = File.CreateText(Path.Combine(election, "places.csv"));
        using var candidacies = File.CreateText(Path.Combine(election, "candidacies.csv"));
        using var results = File.CreateText(Path.Combine(election, "results.csv"));
        using var yaml = File.CreateText(Path.Combine(election, "election.yaml"));
        votes.Write("district,list,party,candidate,votes\n");
        seats.Write("district,seats\n");
        places.Write("place,parent,level,name\nall,,country,All\n");
        candidacies.Write("choice,district,list,party,candidate\n");
        results.Write("contest,place,choice,votes\n");
        yaml.Write("id: many\ntitle: Many districts\ncountry: xx\ndate: 2030-05-05\nplaces: places.csv\nsources:\n  - { id: made, title: Made }\ncontests:\n"
            + "  - id: assembly\n    title: Assembly\n    rule: congress-2015\n    candidacies: candidacies.csv\n    results: results.csv\n    balance: cast = valid + blank + null\n    sources: [made]\n    seats:\n");
        for (var d = 0; d < districts; d++)
        {
            var district = $"d{d.ToString("D6", CultureInfo.InvariantCulture)}";
            seats.Write($"{district},{Seats}\n");
            places.Write($"{district},all,district,{district}\n");
            yaml.Write($"      {district}: {Seats}\n");
            results.Write($"assembly,{district},registered,3000\n");
            for (var line = 0; line < 2 * lists.Length; line++)
            {
                var (list, person, count) = (lists[line / 2], $"{lists[line / 2][0]}{line % 2} {district}", 50 + (((d * 131) + (line * line * 97)) % 211));
                votes.Write($"{district},{list},{list[..1]},{person},{count}\n");
                candidacies.Write($"{district}-{line},{district},{list},{list[..1]},{person}\n");
                results.Write($"assembly,{district},{district}-{line},{count}\n");
            }

            results.Write($"assembly,{district},blank,20\nassembly,{district},null,{d % 17}\n");
        }
    }
}
