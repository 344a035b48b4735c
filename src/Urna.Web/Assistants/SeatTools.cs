using System.ComponentModel;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using Urna.Allocate.Account;
using Urna.Contract;
using Urna.Model;
using Urna.Validate;

namespace Urna.Web.Assistants;

/// <summary>Who is elected under the law, why, and who can decide what.</summary>
/// <param name="open">The elections.</param>
sealed class SeatTools(OpenElections open)
{
    [Description("Fill the seats of a contest under its exact law: seats by list and party, and who is elected in each district.")]
    public CallToolResult Seats(
        [Description("The election's id.")] string election, [Description("The contest's id.")] string contest, [Description("Only this district.")] string? district = null)
    {
        var (reckoning, own, allocation, path) = Filled(election, contest);
        return Told(reckoning, own, In(allocation, district), explain: false, $"urna seats {path} --contest {OpenElections.Word(own.Id)} --format json");
    }

    [Description("Explain the seats of one district step by step, each step with its article of the law: every quotient, comparison and tie.")]
    public CallToolResult ExplainSeat(
        [Description("The election's id.")] string election, [Description("The contest's id.")] string contest, [Description("The district, as seats tells it.")] string district)
    {
        var (reckoning, own, allocation, path) = Filled(election, contest);
        return Told(reckoning, own, In(allocation, district), explain: true, $"urna seats {path} --contest {OpenElections.Word(own.Id)} --explain --format json");
    }

    [Description("Say who can decide what among the members of a chamber: exact power of each party, and the smallest coalitions.")]
    public CallToolResult Power([Description("The election's id.")] string election, [Description("Only this chamber.")] string? chamber = null)
    {
        var (reckoning, path) = open.Election(election);
        if (chamber is not null && reckoning.Election.Members.All(m => m.Chamber != chamber))
        {
            throw ToolFault.NotAllowed("chamber", chamber, reckoning.Election.Members.Select(m => m.Chamber));
        }

        var account = reckoning.Power ?? throw new ToolFault([Codes.Finding("V117", LocalizedText.Say(
            "v117.has-no-members-whose-power-can", ("election", election)))]);
        var told = account.Chambers.SelectMany(c => c).Where(c => chamber is null || c.Chamber.Name == chamber).Select(c => PowerJson.Of(c, Urna.Power.BlocKind.Party));
        return ToolAnswer.Of(
            ToolAnswer.Shape(told), Coverage.None, reckoning.Election.Sources, $"urna power {path}{(chamber is null ? "" : $" --chamber {OpenElections.Word(chamber)}")} --format json");
    }

    (Reckoning Reckoning, Contest Contest, ContestAllocation Allocation, string Path) Filled(string election, string contest)
    {
        var (reckoning, path) = open.Election(election);
        var own = OpenElections.Contest(reckoning.Election, contest);
        var allocation = reckoning.Seats(own) ?? throw new ToolFault([Codes.Finding("V114", LocalizedText.Say("v114.no-law-fills-seats-of", ("own", own.Id))) with { Column = "contest", Found = own.Id, Expected = Nearest.Among(own.Id, reckoning.Election.Contests.Where(c => reckoning.LawOf(c) is not null).Select(c => c.Id)) }]);
        return allocation.Faults.IsEmpty ? (reckoning, own, allocation, path) : throw new ToolFault(allocation.Faults);
    }

    static ContestAllocation In(ContestAllocation allocation, string? district) => district is null ? allocation
        : allocation.Districts.Where(d => d.District == district).ToList() is { Count: > 0 } own ? allocation with { Districts = [.. own] }
        : throw ToolFault.NotAllowed("district", district, allocation.Districts.Select(d => d.District));

    static CallToolResult Told(Reckoning reckoning, Contest contest, ContestAllocation allocation, bool explain, string command) => ToolAnswer.Of(
        ToolAnswer.Shape(SeatsJson.Of(contest.Id, allocation, explain)), Coverage.Of(contest, allocation.Districts.SelectMany(d => d.Missing).Select(m => m.English).Distinct()),
        OpenElections.SourcesOf(reckoning.Election, contest), command);
}
