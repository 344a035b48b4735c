using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Audit.Statements;

/// <summary>The statements of one district, from its lists down to persons.</summary>
static class DistrictStatements
{
    /// <summary>What must be true of a district's votes for its seats.</summary>
    public static StatementSet Of(ElectoralRule rule, DistrictVotes votes, AuditDistrict district, DistrictAllocation filled, ThresholdStatements thresholds, CountedVotes counted)
    {
        var steps = rule.StepsFor(votes.District);
        return steps.OfType<MajorityStep>().FirstOrDefault() is { } majority
            ? TwoRounds(majority, votes, district, filled, counted)
            : Shared([.. steps.OfType<SharingStep>()], rule, votes, district, filled, thresholds, counted);
    }

    /// <summary>The last round that was voted: a second vote, or the first with its majority or its finalists.</summary>
    static StatementSet TwoRounds(MajorityStep majority, DistrictVotes votes, AuditDistrict district, DistrictAllocation filled, CountedVotes counted)
    {
        var last = votes.Votes.Max(v => v.Round);
        if (filled.Elected.IsEmpty && filled.Finalists is null)
        {
            return StatementSet.Refused(RefusalWords.NoVotes);
        }

        // By a name as the law knows it: of a person, or of a list where lists stand.
        HashSet<string> chosen = [.. filled.Finalists?.Among ?? [], .. filled.Elected.Select(s => s.Candidacy.Name)];
        ImmutableArray<AuditHolder> holders =
        [
            .. votes.Votes.Index().Where(v => v.Item.Round == last).GroupBy(v => HolderTree.NameOf(v.Item.Candidacy, majority.Holders)).Select(g => new AuditHolder(
                g.Key, [.. g.Select(v => new BallotLine(district.Scope[0], v.Index))], 1, g.Any(v => chosen.Contains(v.Item.Candidacy.Name)) ? 1 : 0, 0)),
        ];
        ImmutableArray<BallotLine> lines = [.. holders.SelectMany(h => h.Lines)];
        var all = new AuditSharing(district.Name, district.Scope, holders, lines, false, 1) { Whole = (1, lines), Votes = counted };
        return last > 1 ? new([.. all.More([.. holders.Where(h => h.Seats > 0)], [.. holders.Where(h => h.Seats == 0)])], [])
            : filled.Finalists is null ? MajorityStatements.AtOnce(majority, all, votes.Registered)
            : MajorityStatements.GoOn(majority, all, votes.Registered);
    }

    static StatementSet Shared(
        ImmutableArray<SharingStep> steps, ElectoralRule rule, DistrictVotes votes, AuditDistrict district, DistrictAllocation filled, ThresholdStatements thresholds, CountedVotes counted)
    {
        var statements = new List<Statement>();
        var barred = new HashSet<BallotLine>();
        foreach (var step in rule.Steps.OfType<ThresholdStep>().Where(s => s.Districts.IsEmpty || s.IsFor(FoldedName.Of(votes.District))))
        {
            foreach (var list in district.Lists)
            {
                if (thresholds.Of(step, list, district) is not { } passed)
                {
                    return StatementSet.Refused(RefusalWords.Seats);
                }

                statements.AddRange(passed.Because);
                barred.UnionWith(passed.Passes ? [] : list.Holder.Lines);
            }
        }

        var walk = new Walk(steps, votes, district, new SeatsOnLines(district.Scope[0], votes, filled), counted, barred);
        var below = walk.From(0, 0..walk.Tree.Levels[0].Names.Length, district.Lines, district.Seats);
        return below.IsComplete ? new([.. statements, .. below.Statements], []) : below;
    }

    /// <summary>Goes down from lists to persons, wherever a holder has seats.</summary>
    sealed class Walk(ImmutableArray<SharingStep> steps, DistrictVotes votes, AuditDistrict district, SeatsOnLines seats, CountedVotes counted, HashSet<BallotLine> barred)
    {
        public HolderTree Tree { get; } = votes.Tree([.. steps.Select(s => s.Holders)]);

        public StatementSet From(int level, Range range, ImmutableArray<BallotLine> within, int toShare)
        {
            var names = Tree.Levels[level];
            var (start, count) = range.GetOffsetAndLength(names.Names.Length);
            ImmutableArray<(int Index, AuditHolder Holder)> holders =
            [
                .. Enumerable.Range(start, count).Select(i => (i, new AuditHolder(
                    names.Names[i], Lines(names.Lines[i]), names.Capacities[i], seats.Of(names.Lines[i]), names.Positions[i]))).Where(h => !h.Item2.Lines.Any(barred.Contains)),
            ];
            var sharing = new AuditSharing(district.Name, district.Scope, [.. holders.Select(h => h.Holder)], within, level > 0, toShare) { Whole = (district.Seats, district.Lines), Votes = counted };
            var own = SharingStatements.Of(steps[level], sharing);
            ImmutableArray<StatementSet> sets = [own, .. holders.Where(h => h.Holder.Seats > 0 && !Tree.IsLast(level, h.Index)).Select(h => From(level + 1, Tree.Within(level, h.Index), h.Holder.Lines, h.Holder.Seats))];
            return sets.FirstOrDefault(s => !s.IsComplete) is { } refused ? refused : new([.. sets.SelectMany(s => s.Statements)], []);
        }

        ImmutableArray<BallotLine> Lines(int[] lines) => [.. lines.Select(l => new BallotLine(district.Scope[0], l))];
    }
}
