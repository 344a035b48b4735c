using System.Collections.Immutable;
using Urna.Model;
using Urna.Power;
using Urna.Validate;

namespace Urna.Store.Elections;

/// <summary>The members of chambers: those of an election, or of a table that stands alone.</summary>
/// <param name="Members">The members.</param>
/// <param name="Quorums">The quorums that the election names; null if none.</param>
/// <param name="Date">The day of the election; null for a table.</param>
public sealed record ChamberMembers(ImmutableArray<MemberGroup> Members, QuorumLaw? Quorums, DateOnly? Date)
{
    /// <summary>Reads an election folder or a table, and lists every fault if it cannot be read.</summary>
    /// <param name="path">An election folder, its <c>election.yaml</c>, or the path of a table of members.</param>
    public static ReadResult<ChamberMembers> Read(string path)
    {
        path = ShippedElections.Resolve(path);
        if (Directory.Exists(path) || Path.GetFileName(path) == ElectionFolder.FileName)
        {
            var (reckoning, findings) = WorkspaceElection.At(path).Reading;
            return new(reckoning is null ? null : new ChamberMembers(reckoning.Election.Members, reckoning.Quorums, reckoning.Election.Date), findings);
        }

        var table = MembersFile.Read(path);
        return new(table.Value is { } members ? new ChamberMembers([.. members], null, null) : null, table.Findings);
    }

    /// <summary>The chambers, with members in blocs.</summary>
    /// <param name="kind">Who votes as one.</param>
    public ImmutableArray<Chamber> Chambers(BlocKind kind) => Chamber.Of(Members, kind);
}
