using System.Collections.Immutable;
using Urna.Model;
using Urna.Power;
using Urna.Store.Elections;

namespace Urna.Cli;

/// <summary>The members of chambers as <c>power</c> gets them: a table of members, or an election's.</summary>
/// <param name="Members">The members.</param>
/// <param name="Quorums">The quorums that the election names; null if none.</param>
/// <param name="Date">The day of the election; null for a table.</param>
sealed record MembersInput(ImmutableArray<MemberGroup> Members, QuorumLaw? Quorums, DateOnly? Date)
{
    /// <summary>Reads a folder or a table, or tells all that keeps it from being read.</summary>
    public static MembersInput? ReadOrTell(string path)
    {
        if (Directory.Exists(path) || Path.GetFileName(path) == ElectionFolder.FileName)
        {
            return ElectionInput.ReadOrTell(path) is { } read ? new MembersInput(read.Election.Members, read.Quorums, read.Election.Date) : null;
        }

        var table = MembersFile.Read(path);
        if (table.Value is { } members)
        {
            return new MembersInput([.. members], null, null);
        }

        Messages.TellFaults(path, table.Findings);
        return null;
    }

    /// <summary>The chambers that are asked for, with members in blocs.</summary>
    public ImmutableArray<Chamber> Chambers(BlocKind kind, string? only)
    {
        var all = Chamber.Of(Members, kind);
        return only is null || all.IsEmpty ? all
            : all.FirstOrDefault(c => FoldedName.Of(c.Name) == FoldedName.Of(only)) is { } one ? [one]
            : throw new UsageException($"there is no chamber '{only}'; there is {string.Join(", ", all.Select(c => c.Name))}.");
    }
}
