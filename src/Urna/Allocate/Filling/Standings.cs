using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Margins;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Filling;

/// <summary>Where the lists of a district stand, and how far from a seat more or less.</summary>
static class Standings
{
    /// <summary>The lists, most votes first, and who else stands where their margins lie.</summary>
    public static (ImmutableArray<ListStanding> Lists, Rivals? Rivals) Of(DistrictState district)
    {
        var frame = district.Frame;
        if (!frame.IsExhaustible || frame.Sharing.IsEmpty)
        {
            return ([], (_, _, _) => []);
        }

        var shared = district.Shared;
        var margins = district.HasOwnMargins && !district.IsShared
            ? ListMargins.Of(frame.Sharing[0], district.Lists, shared?.Seats ?? 0, district.Held.AsSpan(), shared?.BarredWith) : new (long?, long?)[district.Lists.Length];
        var standings = new List<ListStanding>(district.Lists.Length);
        for (var i = 0; i < district.Lists.Length; i++)
        {
            // Persons of one list, and independents of one name, stand together; lists are already in the order of their votes.
            var name = frame.FirstLine(i).ListName;
            var (gain, lose) = margins[i];
            var known = frame.Sharing[0].Holders == Holder.List && frame.FirstLine(i).Kind != CandidacyKind.Independent ? -1 : standings.FindIndex(l => l.List == name);
            if (known < 0)
            {
                standings.Add(new ListStanding(name, district.Lists[i].Votes, district.Held[i], gain, lose));
                continue;
            }

            var before = standings[known];
            standings[known] = new ListStanding(
                name, before.Votes + district.Lists[i].Votes, before.Seats + district.Held[i], Least(before.VotesToGain, gain), Least(before.VotesToLose, lose));
        }

        return ([.. standings.OrderByDescending(l => l.Votes)], (list, gains, margin) => RivalsOf(district, margins, list, gains, margin));
    }

    static long? Least(long? a, long? b) => a is null || b < a ? b ?? a : a;

    /// <summary>The others whose seats change when a list of a name has the votes that its margin says.</summary>
    /// <remarks>Several lists can stand under one name; the margin is that of one of them.</remarks>
    static ImmutableArray<string> RivalsOf(DistrictState district, (long? ToGain, long? ToLose)[] margins, string list, bool gains, long margin)
    {
        var lists = district.Lists;
        var own = Enumerable.Range(0, margins.Length)
            .FirstOrDefault(i => (gains ? margins[i].ToGain : margins[i].ToLose) == margin && district.Frame.FirstLine(i).ListName == list, -1);
        if (own < 0)
        {
            return [];
        }

        var before = Changed(district, own, lists[own].Votes);
        var after = Changed(district, own, lists[own].Votes + (gains ? margin : -margin));
        return
        [
            .. Enumerable.Range(0, lists.Length)
                .Where(i => i != own && (gains ? after.Held[i] < before.Held[i] : after.Held[i] > before.Held[i] || after.Tied.Contains(i)))
                .Select(i => lists[i].Name),
        ];
    }

    /// <summary>The seats of the first sharing if one list had so many votes, with whom thresholds bar then.</summary>
    static SharedSeats Changed(DistrictState district, int list, long changed)
    {
        var barred = district.Shared?.BarredWith is { } with ? with(list, changed).ToArray() : [];
        ImmutableArray<Claimant> holders =
            [.. district.Lists.Select((l, i) => i < barred.Length && barred[i] ? l with { Votes = 0 } : i == list ? l with { Votes = changed } : l)];
        var (all, seats) = (district.Frame.ListVotes - district.Lists[list].Votes + changed, district.Shared?.Seats ?? 0);
        return SharedSeats.By(district.Frame.Sharing[0], holders, seats, new SharingContext(all, all, seats));
    }
}
