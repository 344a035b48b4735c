using System.Collections.Concurrent;
using Urna.Allocate;
using Urna.Allocate.Laws;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Report;

namespace Urna.Tests.Allocate;

/// <summary>No field of a law is without effect: for each there is an election that it decides, or whose account it changes.</summary>
public class LawAnswersTests
{
    const int Trials = 600;

    /// <summary>Fields that are told and fill no seat, each with the reason.</summary>
    static readonly Dictionary<string, string> told = new()
    {
        [".Unverified"] = "says what was not checked against the text of the law",
        ["EachStep.Article"] = "a seat for each is told without a step",
        ["NeedsDataStep.Article"] = "nothing is filled",
        [".WherePresent"] = "says which names may be absent, and these elections have all names",
    };

    static readonly Wording words = new(Language.English);

    /// <summary>The seats, who holds them and why, open ties, what is missing, and every step with its article.</summary>
    static string Answer(ElectoralRule law, ContestVotes votes)
    {
        var allocation = SeatAllocation.Allocate(law, votes);
        return string.Join('\n', allocation.Faults.Select(f => f.Message).Concat([$"{allocation.Outcome}"]).Concat(allocation.Districts.SelectMany(d => (IEnumerable<string>)
        [
            $"{d.District} {d.Seats}",
            .. d.Lists.Select(l => $"{l}"),
            .. d.Elected.Select(s => $"{s.Person} {s.Basis}"),
            .. d.Ties.Select(t => $"{t.Level} {t.Seats} {string.Join('/', t.Among)}"),
            .. d.Missing.Select(m => m.English),
            .. d.Steps.Select(s => $"{s.Article} {StepWords.Of(s, words)}"),
        ])));
    }

    static bool ChangesAnAnswer(LawVariant variant)
    {
        for (var seed = 0; seed < Trials; seed++)
        {
            // The votes are made for the law as it was, so that only the law differs.
            var votes = LawTrials.Votes(variant.Law, seed);
            if (Answer(variant.Law, votes) != Answer(variant.Changed, votes))
            {
                return true;
            }
        }

        return false;
    }

    [Fact]
    public void Answers_OfEveryFieldOfALaw_ChangeWithIt()
    {
        var idle = new ConcurrentBag<string>();
        var fields = LawVariants.All.Where(v => !told.Keys.Any(t => v.Field.EndsWith(t, StringComparison.Ordinal))).GroupBy(v => v.Field);
        Parallel.ForEach(fields, new ParallelOptions { MaxDegreeOfParallelism = 2 }, field =>
        {
            if (!field.Any(ChangesAnAnswer))
            {
                idle.Add(field.Key);
            }
        });

        Assert.True(idle.IsEmpty, string.Join('\n', idle.Order(StringComparer.Ordinal)));
    }
}
