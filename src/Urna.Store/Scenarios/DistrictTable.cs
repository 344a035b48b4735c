using Urna.Scenarios.Changes;

namespace Urna.Store.Scenarios;

/// <summary>Reads a table of districts: <c>place,district</c>.</summary>
public static class DistrictTable
{
    /// <summary>Reads the table, and lists every fault if it cannot be.</summary>
    /// <param name="path">The file.</param>
    public static ReadResult<DistrictChange> Read(string path)
    {
        var faults = new FaultLog();
        var table = new ScenarioFiles("", "", faults).Districts(path);
        return faults.Result(() => table is null ? null : new DistrictChange { Table = table });
    }
}
