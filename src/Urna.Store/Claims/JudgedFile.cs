using Urna.Model;
using System.Text.Json;
using Urna.Judge;
using Urna.Contract;
using Urna.Store.Files;
using Urna.Validate;

namespace Urna.Store.Claims;

/// <summary>Reads what an earlier <c>urna claims --format json</c> wrote.</summary>
public static class JudgedFile
{
    static readonly string[] verdicts = [.. Enum.GetValues<Verdict>().Select(ClaimJson.Name)];

    /// <summary>Reads judged claims, and lists every fault if they cannot be read.</summary>
    /// <param name="path">The file.</param>
    public static ReadResult<IReadOnlyList<ClaimJson>> Read(string path)
    {
        var faults = new FaultLog();
        var file = Path.GetFileName(path);
        IReadOnlyList<ClaimJson> claims = [];
        try
        {
            claims = JsonSerializer.Deserialize<List<ClaimJson>>(InputFile.Text(path, Bounds.Document), ContractJson.Options) ?? [];
            Check(claims, file, faults);
        }
        catch (JsonException e)
        {
            faults.Add(
                "V102",
                LocalizedText.Say("v102.is-not-what-urna-claims-format", ("file", file), ("path", e.Path)),
                file, (int?)e.LineNumber + 1, expected: "a JSON list of judged claims");
        }
        catch (Exception e) when (InputFile.IsFault(e))
        {
            InputFile.Tell(e, file, faults);
        }

        return faults.Result(() => claims);
    }

    static void Check(IReadOnlyList<ClaimJson> claims, string file, FaultLog faults)
    {
        var seen = new HashSet<string>();
        foreach (var (at, claim) in claims.Index())
        {
            if (claim?.Id is null || claim.Verdict is null || claim.Unit is null || claim.Claim is null || claim.Explanation is null || claim.Scopes is null || claim.Scopes.Any(s => s?.Verdict is null))
            {
                faults.Add(
                    "V103",
                    LocalizedText.Say("v103.claim-of-lacks-a-field", ("at", at + 1), ("file", file)),
                    file, expected: "id, claim, unit, verdict, explanation and scopes");
            }
            else if (!verdicts.Contains(claim.Verdict))
            {
                faults.Add(
                    "V110",
                    LocalizedText.Say("v110.of-claim-is-not-a-verdict", ("verdict", claim.Verdict), ("claim", claim.Id)),
                    file, column: "verdict", found: claim.Verdict, expected: Nearest.Among(claim.Verdict, verdicts));
            }
            else if (!seen.Add(claim.Id))
            {
                faults.Add(
                    "V106",
                    LocalizedText.Say("v106.the-claim-stands-twice-in", ("claim", claim.Id), ("file", file)),
                    file, column: "id", found: claim.Id, expected: "each id once");
            }
        }
    }
}
