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
            faults.Add("V102", $"'{file}' is not what 'urna claims --format json' writes: it cannot be read at {e.Path}.", file, (int?)e.LineNumber + 1, expected: "a JSON list of judged claims");
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
                faults.Add("V103", $"Claim {at + 1} of '{file}' lacks a field.", file, expected: "id, claim, unit, verdict, explanation and scopes");
            }
            else if (!verdicts.Contains(claim.Verdict))
            {
                faults.Add("V110", $"'{claim.Verdict}' of claim '{claim.Id}' is not a verdict.", file, column: "verdict", found: claim.Verdict, expected: Nearest.Among(claim.Verdict, verdicts));
            }
            else if (!seen.Add(claim.Id))
            {
                faults.Add("V106", $"The claim '{claim.Id}' stands twice in '{file}'.", file, column: "id", found: claim.Id, expected: "each id once");
            }
        }
    }
}
