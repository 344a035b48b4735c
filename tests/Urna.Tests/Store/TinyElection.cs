namespace Urna.Tests.Store;

/// <summary>A complete small election, written to a folder of the test's own.</summary>
sealed class TinyElection : IDisposable
{
    public TinyElection()
    {
        Folder = Directory.CreateTempSubdirectory("urna-test-").FullName;
        Write("election.yaml", """
            id: tiny
            title: { en: A small election, es: Una elección pequeña }
            country: xx
            date: 2020-05-03
            places: places.csv
            sources:
              - { id: made, title: Made up for tests }
            contests:
              - id: assembly
                title: { en: Assembly, es: Asamblea }
                rule: congress-2015
                seats: { north: 3, south: 2 }
                candidacies: candidacies.csv
                results: results.csv
                balance: cast = valid + blank + null
                sources: [made]
                outcome: outcome.csv
                stated:
                  - { source: made, figures: { registered: 3400, a1: 210 } }
            """);
        Write("places.csv", """
            place,parent,level,name
            xx,,country,Smalland
            north,xx,district,North
            south,xx,district,South
            n-1,north,commune,Northville
            n-2,north,commune,Ñuñoa del Norte
            s-1,south,commune,Southport
            """);
        Write("candidacies.csv", """
            choice,district,list,party,candidate,kind,sex
            a1,north,A,P,Ana Pérez,,F
            a2,north,A,Q,Beto Quiroz,,M
            b1,north,B,R,Carla Ríos,,F
            b2,north,B,R,Darío Soto,,M
            i1,north,,,Elena Toro,independent,F
            a3,south,A,P,Flor Uribe,,F
            b3,south,B,R,Gil Vera,,M
            """);
        Write("results.csv", """
            contest,place,choice,votes
            assembly,n-1,registered,1000
            assembly,n-1,a1,120
            assembly,n-1,a2,60
            assembly,n-1,b1,150
            assembly,n-1,b2,40
            assembly,n-1,i1,30
            assembly,n-1,blank,6
            assembly,n-1,null,4
            assembly,n-2,registered,900
            assembly,n-2,a1,90
            assembly,n-2,a2,80
            assembly,n-2,b1,100
            assembly,n-2,b2,20
            assembly,n-2,i1,70
            assembly,n-2,blank,5
            assembly,n-2,null,5
            assembly,s-1,registered,1500
            assembly,s-1,a3,400
            assembly,s-1,b3,350
            assembly,s-1,blank,10
            assembly,s-1,null,15
            """);
        Write("outcome.csv", """
            district,choice,candidate
            north,a1,Ana Pérez
            north,a2,Beto Quiroz
            north,b1,Carla Ríos
            south,a3,Flor Uribe
            south,b3,Gil Vera
            """);
    }

    public string Folder { get; }

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text + "\n");

    /// <summary>Replaces a text that must stand in the file.</summary>
    public TinyElection Damage(string file, string from, string to)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
