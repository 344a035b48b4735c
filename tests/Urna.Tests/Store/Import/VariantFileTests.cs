using Urna.Count;
using Urna.Store.Elections;
using Urna.Store.Import;

namespace Urna.Tests.Store.Import;

/// <summary>Files of one body that differ from its sample: other years' headers, other levels, numbers written otherwise.</summary>
public class VariantFileTests
{
    /// <summary>Format, text, units, and the largest sum of a choice.</summary>
    [Theory]
    [InlineData("us-openelections-csv", "county,precinct,office,district,party,candidate,votes,early_voting\nAdams,Ward 1,President,,DEM,A,\"1,234\",1000\nAdams,Ward 1,President,,REP,B,812.0,12\nAdams,Ward 2,President,,DEM,A,100,50\n", 2, 1334)]
    [InlineData("us-openelections-csv", "county,office,district,party,candidate,votes\nAnderson,President,,REP,A,100\nAnderson,President,,DEM,B,50\nBedford,President,,REP,A,30\n", 2, 130)]
    [InlineData("us-openelections-csv", "county,town,ward,office,district,party,candidate,votes\nBelknap,Alton,,President,,REP,A,100\nBelknap,Laconia,Ward 1,President,,REP,A,50\nBelknap,Laconia,Ward 2,President,,REP,A,70\n", 3, 220)]
    [InlineData("us-openelections-csv", "town,ward,precinct,office,district,party,candidate,votes\nBoston,1,1,President,,D,A,9\nBoston,1,2,President,,D,A,8\nBoston,2,1,President,,D,A,7\n", 3, 24)]
    [InlineData("uk-hoc-library-csv", "ons_id,ons_region_id,constituency_name,county_name,region_name,country_name,constituency_type,declaration_time,result,first_party,second_party,electorate,valid_votes,invalid_votes,majority,con,lab,other,other_winner\nW1,W9,Aberavon,G,Wales,Wales,County,x,Lab hold,Lab,Con,49891,33268,57,16761,5901,27367,0,0\nW2,W9,Aberconwy,C,Wales,Wales,County,x,Con hold,Con,Lab,45251,28039,83,635,14337,13702,0,0\n", 2, 41069)]
    public void Import_OfAVariant_GivesItsTotals(string format, string text, int units, long largest)
    {
        using var files = new SmallImport();
        var file = files.Write("results.csv", text);
        var match = FormatLibrary.Match([file], format)[0];
        Assert.True(match.Fits, match.Why);
        var read = Importer.Import([file], match.Map, files.Election, new ImportOptions { Date = new DateOnly(2030, 5, 5) });
        Assert.True(read.Value is not null, string.Join('\n', read.Findings.Select(f => f.Message)));
        var election = ElectionFolder.Read(files.Election).Value!;

        Assert.Equal(units, election.Contests[0].Returns.Length);
        Assert.Equal(largest, Tabulate.Whole(election.Contests[0], election.Places, []).Choices.Max(c => c.Votes.Known));
    }

    /// <summary>1.0 is one vote, but 1.5 is none, and 1.000 may be a thousand.</summary>
    [Theory]
    [InlineData("1.0", true)]
    [InlineData("1.5", false)]
    [InlineData("1.000", false)]
    [InlineData(".0", false)]
    public void Import_OfAFraction_IsTakenOnlyWhereItCanBeNothingElse(string figure, bool isTaken)
    {
        using var files = new SmallImport();

        Assert.Equal(isTaken, files.Read(files.Write("votes.csv", $"station,a,b,blank\n1,{figure},2,0\n")).Value is not null);
    }
}
