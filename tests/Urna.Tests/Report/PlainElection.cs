using Urna.Tests.Cli;

namespace Urna.Tests.Report;

/// <summary>The smallest election that a report can be made of.</summary>
static class PlainElection
{
    /// <summary>Writes it into a folder, with a source at an address.</summary>
    public static void Write(PlainFolder folder, string address)
    {
        folder.Write("places.csv", "place,parent,level,name\nr,,country,R\nn,r,district,N\n");
        folder.Write("c.csv", "choice,district,list,party,candidate\nx1,,L1,L1,Ana\nx2,,L2,L2,Bea\n");
        folder.Write("r.csv", "contest,place,choice,votes\na,n,x1,10\na,n,x2,20\n");
        folder.Write("election.yaml", $$"""
            id: e
            title: E
            country: xm
            date: 2030-05-05
            places: places.csv
            sources: [{ id: s, title: Source, url: "{{address}}" }]
            contests: [{ id: a, title: T, candidacies: c.csv, results: r.csv, sources: [s] }]
            """);
    }
}
