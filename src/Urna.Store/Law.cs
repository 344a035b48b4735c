using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Laws;
using Urna.Power;
using Urna.Store.Laws;

namespace Urna.Store;

/// <summary>The one door to laws: those that ship, by name, and those of one's own, by path.</summary>
public static class Law
{
    /// <summary>The names of the laws that ship, ascending.</summary>
    public static ImmutableArray<string> Names => RuleLibrary.Shipped.Names;

    /// <summary>Opens a law that fills seats.</summary>
    /// <param name="nameOrPath">The name of one that ships, as <c>dhondt</c> or <c>congress-2015</c>, or the path of a .yaml file.</param>
    /// <exception cref="InvalidDataException">There is none, or it is no sound law; the message has every fault.</exception>
    public static ElectoralRule Open(string nameOrPath) => RuleLibrary.Shipped.Find(nameOrPath).Require();

    /// <summary>Opens the quorums of a chamber or a congress.</summary>
    /// <param name="nameOrPath">The name of a file of quorums that ships, or the path of a .yaml file.</param>
    /// <exception cref="InvalidDataException">There is none, or it cannot be read; the message has every fault.</exception>
    public static QuorumLaw OpenQuorums(string nameOrPath) => QuorumLibrary.Shipped.Find(nameOrPath).Require();
}
