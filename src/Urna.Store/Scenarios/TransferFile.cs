using Urna.Model;
using Urna.Scenarios.Changes;

namespace Urna.Store.Scenarios;

/// <summary>Reads the flows that <c>urna infer --format json</c> wrote as a transfer of votes.</summary>
public static class TransferFile
{
    /// <summary>Reads the flows, and says why if they cannot be.</summary>
    /// <param name="path">The file.</param>
    public static ReadResult<VoteTransfer> Read(string path)
    {
        var faults = new FaultLog();
        var (transfer, why) = new ScenarioFiles("", "", faults).Flows(path);
        if (why is not null)
        {
            faults.Add("V102", LocalizedText.Say("scenario.fault-cannot-be-read-as-flows", ("name", path), ("why", why)), Path.GetFileName(path), expected: "what 'urna infer --format json' wrote");
        }

        return faults.Result(() => transfer);
    }
}
