// A chamber of five seats by D'Hondt, told step by step, and who went from whom to whom between two counts of three stations.
using Urna.Allocate;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Contract;
using Urna.Infer;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Tables;
using Urna.Infer.Uncertainty;
using Urna.Model;

var law = new ElectoralRule(
    "five-seats", LocalizedText.Same("Five seats"), "xx", LocalizedText.Same(""), [],
    [
        new HighestAveragesStep(DivisorRule.DHondt) { Article = "art. 1", Holders = Holder.List },
        new MostVotesStep { Article = "art. 2", Holders = Holder.Candidate },
    ]);
CandidacyVotes[] votes =
[
    new(new Candidacy { Choice = "1", List = "Green", Party = "G", Candidate = "Ana" }, 420),
    new(new Candidacy { Choice = "2", List = "Green", Party = "G", Candidate = "Bea" }, 180),
    new(new Candidacy { Choice = "3", List = "Green", Party = "G", Candidate = "Eva" }, 90),
    new(new Candidacy { Choice = "4", List = "Blue", Party = "B", Candidate = "Carl" }, 310),
    new(new Candidacy { Choice = "5", List = "Blue", Party = "B", Candidate = "Dan" }, 150),
];
var allocation = SeatAllocation.Allocate(law, new ContestVotes([new DistrictVotes("d", 5, [.. votes])], [], []));
Console.WriteLine(ContractJson.Write(SeatsJson.Of("chamber", allocation, explain: true)));

var stations = new TransferProblem(
    ["Ana", "Carl"], ["Green", "Blue"], ["one", "two", "three"],
    [300, 100, 120, 280, 200, 200],
    [310, 90, 150, 250, 225, 175]);
var inference = Inference.Of(stations, TransferMethod.Auto, new TransferOptions(), new IntervalOptions());
Console.WriteLine(ContractJson.Write(TransferJson.Of(inference, 0, [])));
