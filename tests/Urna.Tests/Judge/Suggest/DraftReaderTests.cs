using Urna.Judge;
using Urna.Judge.Articles;
using Urna.Judge.Suggest;
using Urna.Model;
using Urna.Store.Claims;
using Urna.Store.Elections;

namespace Urna.Tests.Judge.Suggest;

/// <summary>Sentences and the drafts that plain rules make of them.</summary>
public class DraftReaderTests
{
    static readonly Lazy<DraftReader> reader = new(() =>
    {
        var elections = new[] { "cl-2021", "cl-1970", "cl-2017" }.Select(id => ElectionFolder.Read(Path.Combine(Repository.Elections, id)).Value!).ToDictionary(e => e.Id);
        var rules = elections.Values.SelectMany(e => e.Contests).Select(c => c.Rule).OfType<string>().Distinct().ToDictionary(name => name, Repository.Law);
        return new DraftReader(new ClaimStore(elections["cl-2021"], elections, rules), NamesFile.Read(Path.Combine(Repository.Elections, NamesFile.FileName)).Value);
    });

    /// <summary>A sentence, and the fields of its drafts; a field without one value is left open.</summary>
    [Theory]
    [InlineData("Kast had 28 % in the first round.", "share president-1 of:kast 28 %")]
    [InlineData("Boric won 25.8 percent of the vote in the first round.", "share president-1 of:boric 25.8 %")]
    [InlineData("In the first round Kast came first with 28 %, and Boric followed with 25.8 %.", "rank president-1 of:kast rank 1 | share president-1 of:kast 28 % | share president-1 of:boric 25.8 %")]
    [InlineData("In the second round turnout rose to almost 56 %.", "turnout president-2 almost 56 %")]
    [InlineData("In the first round 53 % stayed away.", "abstention president-1 53 %")]
    [InlineData("More than eight million people voted in the runoff.", "votes president-2 of:cast over 8 million votes")]
    [InlineData("Boric won the runoff by more than ten points.", "margin president-2 of:boric than:kast over 10 points")]
    [InlineData("Almost one million votes lay between Boric and Kast in the runoff.", "margin president-2 of:? than:? almost 1 million votes")]
    [InlineData("Turnout fell by 3.2 points in the second round.", "change president-2 what:turnout since:president-1 -3.2 points")]
    [InlineData("Boric had 4,620,890 votes in the runoff.", "votes president-2 of:boric 4620890 votes")]
    [InlineData("Boric had 4.6 million votes in the runoff.", "votes president-2 of:boric 4.6 million votes")]
    [InlineData("Sichel finished fourth in the first round.", "rank president-1 of:sichel rank 4")]
    [InlineData("Apruebo Dignidad has 37 of 155 deputies.", "seats deputies of:Apruebo Dignidad 37 seats")]
    [InlineData("The PC has 12 deputies.", "seats deputies of:PC 12 seats")]
    [InlineData("The right won a majority of the Senate.", "majority contest? of:? yes")]
    [InlineData("Over half voted for Kast.", "share contest? of:kast over 50 %")]
    [InlineData("About a third of those on the roll abstained in the second round.", "abstention president-2 about 33 %")]
    [InlineData("The primaries were held on 18 July 2021.", "date primaries 2021-07-18")]
    [InlineData("In 1970 Allende had 36.6 % of the vote.", "share cl-1970/president of:allende 36.6 %")]
    [InlineData("68 % of women under 30 voted for Boric in the runoff.", "measure? president-2 of:boric 68 %")]
    [InlineData("En la primera vuelta Kast llegó primero con 27,9 % y Boric obtuvo 25,8 %.", "rank president-1 of:kast rank 1 | share president-1 of:kast 27.9 % | share president-1 of:boric 25.8 %")]
    [InlineData("La abstención fue de 53% en la primera votación.", "abstention president-1 53 %")]
    [InlineData("La participación saltó a casi 56 % en la segunda vuelta.", "turnout president-2 almost 56 %")]
    [InlineData("Más de ocho millones de personas votaron en la segunda vuelta.", "votes president-2 of:cast over 8 million votes")]
    [InlineData("Boric ganó el balotaje por más de diez puntos.", "margin president-2 of:boric than:kast over 10 points")]
    [InlineData("Boric obtuvo 4.620.890 votos en la segunda votación.", "votes president-2 of:boric 4620890 votes")]
    [InlineData("Apruebo Dignidad tiene treinta y siete diputados.", "seats deputies of:Apruebo Dignidad 37 seats")]
    [InlineData("Chile Podemos + no logró mayoría absoluta en el Senado.", "majority contest? of:Chile Podemos + no")]
    [InlineData("Cerca del 28 % votó por Kast en la primera vuelta.", "share president-1 of:kast about 28 %")]
    [InlineData("Al menos un tercio votó por Boric en la primera vuelta.", "share president-1 of:boric at-least 33 %")]
    [InlineData("Parisi quedó en tercer lugar.", "rank president-1 of:parisi rank 3")]
    [InlineData("La segunda vuelta fue el 19 de diciembre de 2021.", "date president-2 2021-12-19")]
    [InlineData("En 1970 Allende obtuvo 36,6 % de los votos.", "share cl-1970/president of:allende 36.6 %")]
    [InlineData("SANTIAGO, Dec 19 (wire) - In the runoff Boric won 55.9% of the vote.", "share president-2 of:boric 55.9 %")]
    [InlineData("Boric, a former student leader, won the runoff with 55.87% of the vote, beating Kast, a lawyer who had promised a wall and who ended with 44.13%.", "share president-2 of:boric 55.87 % | margin president-2 of:boric than:kast over 0 votes | share president-2 of:kast 44.13 %")]
    [InlineData("Kast won the first round. He had 27.9 %.", "share president-1 of:kast 27.9 %")]
    [InlineData("Boric beat Kast in the runoff. Turnout was 55.6 %. He had 55.9 %.", "margin president-2 of:boric than:kast over 0 votes | turnout president-2 55.6 % | measure? president-2 of:? 55.9 %")]
    [InlineData("In the runoff Boric took 4,621,231 votes, or 55.9 %, against 44.1 % for his rival.", "votes president-2 of:boric 4621231 votes | share president-2 of:boric 55.9 % | measure? president-2 of:? 44.1 %")]
    [InlineData("In the runoff Boric beat Kast by 4,621,231 votes to 3,650,662.", "margin president-2 of:boric than:kast over 0 votes | votes president-2 of:boric 4621231 votes | votes president-2 of:kast 3650662 votes")]
    [InlineData("Kast and Boric went through to the runoff with 27.9 % and 25.8 %, respectively.", "share president-1 of:kast 27.9 % | share president-1 of:boric 25.8 %")]
    [InlineData("In the Chamber of Deputies Apruebo Dignidad and the New Social Pact have 37 seats each.", "seats deputies of:Apruebo Dignidad 37 seats | seats deputies of:Nuevo Pacto Social 37 seats")]
    [InlineData("Apruebo Dignidad y el Nuevo Pacto Social suman 74 diputados.", "seats deputies of:Apruebo Dignidad,Nuevo Pacto Social 74 seats")]
    [InlineData("In the runoff, with 98 of every 100 stations counted, Kast had 44.1 %.", "share president-2 of:kast night 44.1 %")]
    [InlineData("In Santiago's Metropolitan Region turnout in the runoff was 59 %.", "turnout president-2 region-13 59 %")]
    [InlineData("In La Araucanía Kast took 60.1 % in the runoff and in Ñuble 58.6 %.", "share president-2 of:kast region-9 60.1 % | share president-2 of:kast region-16 58.6 %")]
    [InlineData("In the runoff 7,868,295 people voted to reject the text.", "measure? president-2 of:? 7868295 votes")]
    [InlineData("En la segunda vuelta la diferencia entre Kast y Boric fue de 970.569 votos.", "margin president-2 of:boric than:kast 970569 votes")]
    [InlineData("Votaron 1,2 millones más que en la primera vuelta, cuando votaron 7.115.590 ciudadanos.", "votes president-1 of:? value? | votes president-1 of:cast 7115590 votes")]
    [InlineData("In 1970 Allende was confirmed by Congress by 153 votes to 35 for Alessandri.", "assembly-votes cl-1970/president of:allende 153 votes | assembly-votes cl-1970/president of:alessandri 35 votes")]
    [InlineData("The Communist Party went from 8 to 12 seats in the Chamber of Deputies since 2017.", "from-to deputies what:seats of:PC since:cl-2017/ 8 seats,12 seats")]
    [InlineData("Boric won 4.0 million votes in the runoff.", "votes president-2 of:boric 4.0 million votes")]
    [InlineData("In the runoff there were 65,000 null votes.", "votes president-2 of:null 65000 votes")]
    [InlineData("Inflation was 7 % that year.", "")]
    [InlineData("The reform was cut from 8 % of GDP to 5 %.", "")]
    [InlineData("700,000 people marched in Santiago.", "")]
    [InlineData("Boric was born in 1986.", "")]
    [InlineData("It was the first round.", "")]
    public void Of_ASentence_DraftsWhatItSays(string sentence, string drafts) =>
        Assert.Equal(drafts, string.Join(" | ", reader.Value.Of(MarkdownArticle.Read(sentence)!).Claims.Select(Told)));

    [Fact]
    public void Of_SentencesWithNumbersAndNoElection_AreToldAndNotDrafted()
    {
        var drafts = reader.Value.Of(MarkdownArticle.Read("Chile chose in 2021. Prices rose by 7 %. Kast had 28 % in the first round.")!);

        Assert.Equal(["Prices rose by 7 %."], drafts.LeftOut.Select(s => s.Text));
        Assert.Equal(["Kast had 28 % in the first round."], drafts.Claims.Select(c => c.Words));
    }

    [Fact]
    public void Of_WordsThatStandTwice_SayWhich()
    {
        var drafts = reader.Value.Of(MarkdownArticle.Read("Kast had 28 % in the first round.\n\nKast had 28 % in the first round.")!);

        Assert.Equal([1, 2], drafts.Claims.Select(c => c.Occurrence));
        Assert.Equal(["S1", "S2"], drafts.Claims.Select(c => c.Id));
    }

    /// <summary>Every draft's words are found in the article, whatever the article is.</summary>
    [Fact]
    public void Of_AnyText_DraftsWordsThatTheArticleHas()
    {
        string[] words = ["Kast", "Boric", "28 %", "25,8 %", "won by", "ten points", "and", ",", ".", "first", "came", "turnout", "half", "a majority", "4 April 1971", "1.234.567 votos", "**12**", "deputies", "(", "\n\n", "|", "“", "million"];
        Gen.Int[0, words.Length - 1].Select(i => words[i]).Array[0, 25].Sample(
            text =>
            {
                var article = MarkdownArticle.Read(string.Join(' ', text))!;
                return reader.Value.Of(article).Claims.All(c => new ClaimSpan(c.Words, c.Occurrence).In(article) is not null);
            },
            iter: 300);
    }

    [Fact]
    public void DraftText_MarksWhatIsToBeChosen_AndIsMarkedAsADraft()
    {
        var text = DraftText.Of(reader.Value.Of(MarkdownArticle.Read("\"Kast\" had 28 %.")!), "cl-2021", Language.Spanish);

        Assert.StartsWith("# Borrador", text, StringComparison.Ordinal);
        Assert.Contains("contest: # elija: president-1, president-2\n", text, StringComparison.Ordinal);
        Assert.Contains("\\\"Kast\\\" had 28 %", text, StringComparison.Ordinal);
    }

    static string Told(DraftClaim claim) => string.Join(' ', claim.Fields.Select(f => f.IsOpen
        ? f.Key is "of" or "than" ? $"{f.Key}:?" : $"{f.Key}?"
        : f.Key is "of" or "than" or "what" or "since" ? $"{f.Key}:{string.Join(',', f.Values)}" : string.Join(',', f.Values)));
}
