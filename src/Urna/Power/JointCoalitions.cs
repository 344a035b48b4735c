using System.Collections.Immutable;

namespace Urna.Power;

/// <summary>Coalitions that reach their quota in every chamber and, without any one member, in not every one.</summary>
/// <param name="quotas">Seats needed, by chamber, each ≥ 1.</param>
/// <param name="seats">Seats by chamber and member.</param>
sealed class JointCoalitions(int[] quotas, int[][] seats)
{
    readonly int members = seats[0].Length;
    readonly int[][] rest = [.. seats.Select(RestOf)];
    readonly int[] sums = new int[quotas.Length];
    readonly List<uint> found = [];

    /// <summary>All of them: fewest members, then most seats, then the larger members.</summary>
    public ImmutableArray<ImmutableArray<int>> All()
    {
        Extend(0, 0);
        return
        [
            .. found.Select(set => (Set: set, Members: MembersOf(set)))
                .OrderBy(c => c.Members.Length).ThenByDescending(c => c.Members.Sum(i => seats.Sum(s => s[i]))).ThenBy(c => c.Set)
                .Select(c => c.Members),
        ];
    }

    /// <summary>Adds members from one on to a coalition that does not pass.</summary>
    void Extend(int from, uint set)
    {
        for (var member = from; member < members && CanStillPass(member); member++)
        {
            Move(member, 1);
            var with = set | (1u << member);
            if (!Passes())
            {
                Extend(member + 1, with);
            }
            else if (IsMinimal(with))
            {
                found.Add(with);
            }

            Move(member, -1);
        }
    }

    /// <summary>Whether all members from one on would be enough.</summary>
    bool CanStillPass(int from)
    {
        for (var chamber = 0; chamber < quotas.Length; chamber++)
        {
            if (sums[chamber] + rest[chamber][from] < quotas[chamber])
            {
                return false;
            }
        }

        return true;
    }

    bool Passes()
    {
        for (var chamber = 0; chamber < quotas.Length; chamber++)
        {
            if (sums[chamber] < quotas[chamber])
            {
                return false;
            }
        }

        return true;
    }

    bool IsMinimal(uint set)
    {
        for (var member = 0; member < members; member++)
        {
            if ((set >> member & 1) == 0)
            {
                continue;
            }

            Move(member, -1);
            var passes = Passes();
            Move(member, 1);
            if (passes)
            {
                return false;
            }
        }

        return true;
    }

    void Move(int member, int sign)
    {
        for (var chamber = 0; chamber < quotas.Length; chamber++)
        {
            sums[chamber] += sign * seats[chamber][member];
        }
    }

    ImmutableArray<int> MembersOf(uint set) => [.. Enumerable.Range(0, members).Where(i => (set >> i & 1) != 0)];

    /// <summary>The seats of all members from each on.</summary>
    static int[] RestOf(int[] seats)
    {
        var left = new int[seats.Length + 1];
        for (var i = seats.Length - 1; i >= 0; i--)
        {
            left[i] = left[i + 1] + seats[i];
        }

        return left;
    }
}
