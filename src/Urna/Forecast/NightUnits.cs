using System.Collections.Immutable;
using Urna.Model;
using Urna.Validate;

namespace Urna.Forecast;

/// <summary>What stands of one type of vote in one unit.</summary>
sealed class UnitCell
{
    /// <summary>Votes by choice.</summary>
    public required long[] Votes { get; init; }

    /// <summary>Votes for all choices.</summary>
    public long Total { get; init; }

    /// <summary>Whether all of it is counted.</summary>
    public bool IsComplete { get; set; }

    /// <summary>Stations counted; null if not said.</summary>
    public long? Counted { get; init; }

    /// <summary>Stations there are; null if not said.</summary>
    public long? Of { get; init; }

    /// <summary>Ballots cast, as stated; null if not said.</summary>
    public long? Cast { get; init; }

    /// <summary>When it came; NaN if it did not.</summary>
    public double Arrival { get; init; } = double.NaN;

    /// <summary>Whether its votes grew since they came first.</summary>
    public bool Grew { get; init; }

    /// <summary>Whether the source says how far the count is.</summary>
    public bool HasStatus { get; init; }
}

/// <summary>The units of a night at a moment: places that are counted by themselves, and what is counted above them.</summary>
/// <remarks>Where a place and places below it both have figures, the lower stand, and what the upper has beyond them is counted without a place.</remarks>
sealed class NightUnits
{
    /// <summary>The units' places.</summary>
    public required ImmutableArray<string> Places { get; init; }

    /// <summary>Cells by type: one a unit.</summary>
    public required SortedDictionary<VoteType, UnitCell?[]> Cells { get; init; }

    /// <summary>People on the roll, by unit; 0 if not known.</summary>
    public required double[] Registered { get; init; }

    /// <summary>Votes counted above the units, by place and type.</summary>
    public required ImmutableArray<(string Place, VoteType Type, long[] Votes)> Above { get; init; }

    /// <summary>Ballots cast in each unit over all types, as stated; 0 where not said.</summary>
    public double[] Cast { get; init; } = [];

    /// <summary>Ballots cast as stated for places above units.</summary>
    public required ImmutableArray<(string Place, long Cast)> CastAbove { get; init; }

    /// <summary>What was odd.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Finds the units of a moment.</summary>
    /// <param name="state">What stands.</param>
    /// <param name="places">The places.</param>
    /// <param name="rolls">People on the roll, by place, as the election states them.</param>
    public static NightUnits Of(NightState state, PlaceTree places, IReadOnlyDictionary<string, long> rolls) => new Resolving(state, places, rolls).Units();

    sealed class Resolving
    {
        readonly NightState state;
        readonly PlaceTree places;
        readonly IReadOnlyDictionary<string, long> rolls;
        readonly Dictionary<string, List<(VoteType Type, NightCell Cell)>> told = [];
        readonly HashSet<string> above = [];
        readonly HashSet<string> aboveRolls = [];
        readonly HashSet<string> levels = [];
        readonly List<string> units = [];
        readonly List<(string, VoteType, long[])> rests = [];
        readonly List<(string, long)> casts = [];
        readonly List<Finding> findings = [];

        public Resolving(NightState state, PlaceTree places, IReadOnlyDictionary<string, long> rolls)
        {
            (this.state, this.places, this.rolls) = (state, places, rolls);
            foreach (var ((place, type), cell) in state.Cells.OrderBy(c => c.Key.Place, StringComparer.Ordinal).ThenBy(c => c.Key.Type))
            {
                if (cell.HasVotes || cell.Status is not null)
                {
                    (told.TryGetValue(place, out var cells) ? cells : told[place] = []).Add((type, cell));
                }
            }

            Mark(told.Keys, above);
            Mark(rolls.Keys, aboveRolls);
            levels.UnionWith(told.Keys.Where(p => !above.Contains(p)).Select(p => places[p].Level));
        }

        void Mark(IEnumerable<string> ids, HashSet<string> marked)
        {
            foreach (var id in ids)
            {
                foreach (var place in places.Line(id).Skip(1))
                {
                    if (!marked.Add(place.Id))
                    {
                        break;
                    }
                }
            }
        }

        public NightUnits Units()
        {
            Visit(places.Root.Id);
            var cells = new SortedDictionary<VoteType, UnitCell?[]>();
            var registered = new double[units.Count];
            for (var u = 0; u < units.Count; u++)
            {
                foreach (var (type, cell) in CellsOf(units[u]))
                {
                    (cells.TryGetValue(type, out var row) ? row : cells[type] = new UnitCell?[units.Count])[u] = cell;
                }

                registered[u] = RollOf(units[u]);
            }

            if (cells.Count == 0)
            {
                cells[VoteType.All] = new UnitCell?[units.Count];
            }

            foreach (var ((place, _), cell) in state.Cells.Where(c => c.Value.Cast is not null && c.Key.Type == VoteType.All && !told.ContainsKey(c.Key.Place)).OrderBy(c => c.Key.Place, StringComparer.Ordinal))
            {
                casts.Add((place, cell.Cast!.Value));
            }

            return new()
            {
                Places = [.. units],
                Cells = cells,
                Registered = registered,
                Cast = [.. units.Select(u => (double)(state.Cell(u, VoteType.All)?.Cast ?? 0))],
                Above = [.. rests],
                CastAbove = [.. casts.Distinct()],
                Findings = [.. findings],
            };
        }

        /// <summary>Takes the units in and below a place; its votes by type.</summary>
        Dictionary<VoteType, long[]> Visit(string id)
        {
            if (!above.Contains(id))
            {
                if (told.ContainsKey(id))
                {
                    units.Add(id);
                    return CellsOf(id).ToDictionary(c => c.Type, c => c.Cell.Votes);
                }

                Silent(id);
                return [];
            }

            var below = new Dictionary<VoteType, long[]>();
            foreach (var child in places.Children(id))
            {
                foreach (var (type, votes) in Visit(child.Id))
                {
                    Add(below.TryGetValue(type, out var sum) ? sum : below[type] = new long[votes.Length], votes);
                }
            }

            if (told.TryGetValue(id, out var own))
            {
                casts.AddRange(own.Where(o => o.Cell.Cast is not null && o.Type == VoteType.All).Select(o => (id, o.Cell.Cast!.Value)));
                Rest(id, below);
            }

            return below;
        }

        /// <summary>What a place has beyond those below it.</summary>
        void Rest(string id, Dictionary<VoteType, long[]> below)
        {
            var own = CellsOf(id).Where(c => c.Cell.Total > 0).ToDictionary(c => c.Type, c => c.Cell.Votes);
            if (own.Count == 1 && own.ContainsKey(VoteType.All) && below.Count > 0 && !below.ContainsKey(VoteType.All))
            {
                // The place does not part types, those below do: they are compared as a whole.
                var sum = new long[state.Choices.Length];
                foreach (var votes in below.Values)
                {
                    Add(sum, votes);
                }

                below = new(below) { [VoteType.All] = sum };
            }

            foreach (var (type, votes) in own)
            {
                var under = below.GetValueOrDefault(type) ?? new long[votes.Length];
                var (up, down) = (votes.Sum(), under.Sum());
                if (up <= down)
                {
                    if (up < down)
                    {
                        findings.Add(NightFindings.LevelsDisagree(places[id].Name, up, down));
                    }

                    continue;
                }

                long[] rest = [.. votes.Select((v, i) => Math.Max(0, v - under[i]))];
                rests.Add((id, type, rest));
                Add(below.TryGetValue(type, out var known) ? known : below[type] = new long[votes.Length], rest);
            }
        }

        /// <summary>Places of which nothing is said: at the level at which others report.</summary>
        void Silent(string id)
        {
            var children = places.Children(id);
            if (children.IsEmpty || levels.Contains(places[id].Level) || (levels.Count == 0 && !aboveRolls.Contains(id) && rolls.ContainsKey(id)))
            {
                // Where rolls are stated, a place without one does not vote.
                if (rolls.Count == 0 || rolls.ContainsKey(id) || aboveRolls.Contains(id))
                {
                    units.Add(id);
                }

                return;
            }

            foreach (var child in children)
            {
                Silent(child.Id);
            }
        }

        double RollOf(string id)
        {
            long? stated = null;
            foreach (var type in Enum.GetValues<VoteType>())
            {
                stated = Math.Max(stated ?? 0, state.Cell(id, type)?.Registered ?? 0) is > 0 and var r ? r : stated;
            }

            return stated is > 0 ? stated.Value : rolls.TryGetValue(id, out var roll) ? roll : aboveRolls.Contains(id) ? places.Children(id).Sum(c => RollOf(c.Id)) : 0;
        }

        IEnumerable<(VoteType Type, UnitCell Cell)> CellsOf(string id)
        {
            if (!told.TryGetValue(id, out var cells))
            {
                yield break;
            }

            var whole = cells.FirstOrDefault(c => c.Type == VoteType.All).Cell;
            var typed = cells.Where(c => c.Type != VoteType.All && (c.Cell.HasVotes || c.Cell.Status is not null)).ToList();
            foreach (var (type, cell) in typed)
            {
                yield return (type, Made(cell, cell.Votes, cell.Status is null ? whole : cell));
            }

            if (whole is null || (typed.Count > 0 && !whole.HasVotes))
            {
                yield break;
            }

            if (typed.Count == 0)
            {
                yield return (VoteType.All, Made(whole, whole.Votes, whole));
                yield break;
            }

            var rest = (long[])whole.Votes.Clone();
            foreach (var (_, cell) in typed)
            {
                for (var i = 0; i < rest.Length; i++)
                {
                    rest[i] = Math.Max(0, rest[i] - cell.Votes[i]);
                }
            }

            var hasAdvance = typed.Exists(t => t.Type == VoteType.Advance);
            var hasDay = typed.Exists(t => t.Type == VoteType.PollingDay);
            if (rest.Sum() > 0 || hasAdvance != hasDay)
            {
                yield return (hasAdvance && !hasDay ? VoteType.PollingDay : hasDay && !hasAdvance ? VoteType.Advance : VoteType.All, Made(whole, rest, whole));
            }
        }

        static UnitCell Made(NightCell cell, long[] votes, NightCell? status)
        {
            var total = votes.Sum();
            return new()
            {
                Votes = votes,
                Total = total,
                IsComplete = status?.Status is CountStatus.Counted or CountStatus.Corrected || (status is { Status: null, Counted: { } k, Of: { } n } && k >= n && n > 0),
                HasStatus = status?.Status is not null || status?.Of is not null,
                Counted = status?.Counted,
                Of = status?.Of,
                Cast = cell.Cast,
                Arrival = cell.First is { } first && total > 0 ? first.UtcTicks : double.NaN,
                Grew = cell.AtFirst > 0 && cell.Total > cell.AtFirst + (cell.AtFirst / 100),
            };
        }

        static void Add(long[] to, long[] from)
        {
            for (var i = 0; i < to.Length; i++)
            {
                to[i] += from[i];
            }
        }
    }
}
