using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Filling;

/// <summary>Who else stands where a list's margin lies.</summary>
sealed partial class DistrictDraft
{
    /// <summary>The others whose seats change when a list of a name has the votes that its margin says.</summary>
    /// <remarks>Several lists can stand under one name; the margin is that of one of them.</remarks>
    ImmutableArray<string> Rivals(string list, bool gains, long margin)
    {
        var own = Enumerable.Range(0, margins.Length)
            .FirstOrDefault(i => (gains ? margins[i].ToGain : margins[i].ToLose) == margin && FirstLine(i).ListName == list, -1);
        if (own < 0)
        {
            return [];
        }

        var before = Changed(own, Lists[own].Votes);
        var after = Changed(own, Lists[own].Votes + (gains ? margin : -margin));
        return
        [
            .. Enumerable.Range(0, Lists.Length)
                .Where(i => i != own && (gains ? after.Held[i] < before.Held[i] : after.Held[i] > before.Held[i] || after.Tied.Contains(i)))
                .Select(i => Lists[i].Name),
        ];
    }

    /// <summary>The seats of the first sharing if one list had so many votes, with whom thresholds bar then.</summary>
    SharedSeats Changed(int list, long changed)
    {
        var barred = sharedWith is { } with ? with(list, changed).ToArray() : [];
        ImmutableArray<Claimant> holders =
            [.. Lists.Select((l, i) => i < barred.Length && barred[i] ? l with { Votes = 0 } : i == list ? l with { Votes = changed } : l)];
        var all = listVotes - Lists[list].Votes + changed;
        return SharedSeats.By(Sharing[0], holders, sharedSeats, new SharingContext(all, all, sharedSeats));
    }
}
