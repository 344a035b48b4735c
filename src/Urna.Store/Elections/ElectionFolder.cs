using System.Collections.Immutable;
using Urna.Model;
using Urna.Store.Files;
using Urna.Store.Folders;
using Urna.Store.Yaml;

namespace Urna.Store.Elections;

/// <summary>Reads an election folder.</summary>
/// <remarks><c>docs/elections.md</c> describes the folder; <c>schemas/election.schema.json</c> its <c>election.yaml</c>.</remarks>
public static class ElectionFolder
{
    /// <summary>The name of the file that describes the election.</summary>
    public const string FileName = "election.yaml";

    /// <summary>How often a folder is read whose files are not as its manifest says, since it passed to another state and back just then.</summary>
    const int TriesForWhole = 3;

    /// <summary>What the choices of a contest of groups are.</summary>
    internal static readonly Dictionary<string, GroupKind> Groups = new()
    {
        ["sex"] = GroupKind.Sex,
        ["age"] = GroupKind.Age,
        ["race"] = GroupKind.Race,
        ["party"] = GroupKind.Party,
        ["vote"] = GroupKind.Vote,
        ["other"] = GroupKind.Other,
    };

    /// <summary>What a contest decides.</summary>
    internal static readonly Dictionary<string, ContestKind> Kinds = new()
    {
        ["election"] = ContestKind.Election,
        ["primary"] = ContestKind.Primary,
        ["plebiscite"] = ContestKind.Plebiscite,
        ["voters"] = ContestKind.Voters,
    };

    /// <summary>What an absent row of results means.</summary>
    internal static readonly Dictionary<string, bool> AbsentRows = new() { ["unknown"] = false, ["zero"] = true };

    /// <summary>Reads a folder whole, and lists every fault if it cannot be.</summary>
    /// <param name="path">The folder, or its <c>election.yaml</c>.</param>
    public static ReadResult<Election> Read(string path)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            return NoElection(path);
        }

        for (var i = 1; ; i++)
        {
            try
            {
                using var files = FolderFiles.Open(FolderOf(path));
                var read = Read(path, files);
                if (files.Manifest is null ? files.IsCurrent : i == TriesForWhole || read.Findings.All(f => f.Code != "V182"))
                {
                    return read;
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return new(null, [Validate.Codes.Finding("V121", LocalizedText.Say("v121.the-folder-cannot-be-read", ("path", path), ("message", e.Message))) with { File = FileName }]);
            }
        }
    }

    /// <summary>Whether a folder is one: it has an <c>election.yaml</c>, or one that waits to be put in place.</summary>
    internal static bool Is(string folder) =>
        File.Exists(Path.Combine(folder, FileName)) || (FolderManifest.In(folder) is { } marker && FolderManifest.Parse(marker.Text)?.Files.ContainsKey(FileName) == true);

    /// <summary>The id that a folder's description states, without its tables; null where it cannot be read.</summary>
    internal static string? IdOf(string folder) => StatedIn(folder, "id");

    /// <summary>A text that a folder's description states, without its tables; null where it cannot be read.</summary>
    internal static string? StatedIn(string folder, string field)
    {
        try
        {
            using var files = FolderFiles.Open(folder);
            return YamlMap.Load(files, FileName, FileName, new FaultLog())?.Text(field) is { Length: > 0 } stated ? stated : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Faults of files beside the description that are links out of the folder.</summary>
    internal static ImmutableArray<Validate.Finding> LeadingOut(string folder, params ReadOnlySpan<string> names)
    {
        var faults = new FaultLog();
        using var files = FolderFiles.Open(folder);
        foreach (var name in names)
        {
            files.Refuses(name, beside: false, faults);
        }

        return faults.Findings;
    }

    /// <summary>The folder that a path names, which may be that of its <c>election.yaml</c>.</summary>
    internal static string FolderOf(string path) => Path.GetFileName(path) == FileName ? Path.GetDirectoryName(Path.GetFullPath(path))! : path;

    /// <summary>Reads a folder whole from the files of one state.</summary>
    internal static ReadResult<Election> Read(string path, FolderFiles folder)
    {
        if (!folder.Has(FileName))
        {
            return NoElection(path);
        }

        var faults = new FaultLog();
        var election = !folder.Refuses(FileName, beside: false, faults) && YamlMap.Load(folder, FileName, FileName, faults) is { } yaml ? Read(yaml, folder, faults) : null;
        Import.ImportFindings.Read(folder, faults);
        foreach (var file in folder.Changed(except: Ledger.LedgerFile.FileName))
        {
            faults.Add("V182", LocalizedText.Say("v182.is-not-as-urna-wrote-it-2", ("file", file)), file);
        }

        return faults.Result(() => election);
    }

    static ReadResult<Election> NoElection(string path)
    {
        var other = path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal) && Directory.Exists(path) ? InputFile.OtherCase(Path.Combine(path, FileName)) : null;
        var why = other is not null ? LocalizedText.Say("v101.no-election-folder-but-other-case", ("path", path), ("file", FileName), ("other", other))
            : File.Exists(path) ? LocalizedText.Say("v101.a-file-and-no-election-folder", ("path", path))
            : Directory.Exists(path) ? LocalizedText.Say("v101.no-election-folder", ("path", path), ("file", FileName))
            : ShippedElections.Names is { IsEmpty: false } ship ? LocalizedText.Say("v101.does-not-exist-nor-ships", ("path", path), ("ship", Validate.Nearest.Among(path, ship)))
            : LocalizedText.Say("v101.does-not-exist", ("path", path));
        return new(null, [Validate.Codes.Finding("V101", why) with { File = FileName, Found = path, Expected = $"a folder with {FileName}" }]);
    }

    static Election? Read(YamlMap yaml, FolderFiles folder, FaultLog faults)
    {
        var id = yaml.Required("id");
        var title = SourcesField.Title(yaml);
        var country = yaml.Required("country");
        var date = DateOf(yaml) ?? default;
        var sources = SourcesField.Read(yaml);
        var levels = yaml.Map("levels");
        var chambers = yaml.Map("chambers");
        var chamberNames = chambers?.Keys.ToImmutableSortedDictionary(k => k, k => chambers.Localized(k) ?? LocalizedText.Same(k));
        var lists = ListsField.Read(yaml);
        var listsNote = yaml.Localized("lists-note");
        var voters = yaml.Map("voters");
        var votersNames = voters?.Keys.ToImmutableSortedDictionary(k => k, k => voters.Localized(k) ?? LocalizedText.Same(k));
        var levelNames = levels?.Keys.ToImmutableSortedDictionary(k => k, k => levels.Localized(k) ?? LocalizedText.Same(k));
        var members = yaml.Text("members") is { } file ? MembersFile.Read(folder, file, faults) : [];
        var quorums = yaml.Text("quorums");
        var places = yaml.Required("places") is { Length: > 0 } placesFile ? PlacesFile.Read(folder, placesFile, faults) : null;
        var map = yaml.Map("map") is { } mapYaml && places is not null ? MapFile.Read(mapYaml, folder, places, faults) : null;
        if (places is not null)
        {
            foreach (var unknown in voters?.Keys.Where(k => !places.Voters.Contains(k)) ?? [])
            {
                voters!.NotAllowed(unknown, unknown, places.Voters, "V108");
            }
        }

        if (!faults.HasFaults)
        {
            TellUnused(levels, places!.Levels, "level");
            TellUnused(chambers, members.Select(m => m.Chamber), "chamber");
        }

        var contests = places is null ? [] : Contests(yaml, folder, places, date, [.. sources.Select(s => s.Id)], faults);
        yaml.Maps("contests");
        yaml.Done();
        return faults.HasFaults || places is null
            ? null
            : new Election
            {
                Id = id,
                Title = title,
                Country = country,
                Date = date,
                Places = places,
                LevelNames = levelNames ?? ImmutableSortedDictionary<string, LocalizedText>.Empty,
                VotersNames = votersNames ?? ImmutableSortedDictionary<string, LocalizedText>.Empty,
                ChamberNames = chamberNames ?? ImmutableSortedDictionary<string, LocalizedText>.Empty,
                Lists = lists,
                ListsNote = listsNote,
                Contests = contests,
                Sources = sources,
                Members = members,
                MembersFile = yaml.Text("members") ?? "",
                Quorums = quorums,
                Map = map,
            };
    }

    /// <summary>Tells names that are given to what the tables do not have, and so are shown nowhere.</summary>
    static void TellUnused(YamlMap? names, IEnumerable<string> used, string what)
    {
        foreach (var unused in names?.Keys.Except(used) ?? [])
        {
            names!.Fault(
                "V408",
                LocalizedText.Say("v408.name-of-nothing", ("what", what), ("unused", unused)),
                unused, unused, Validate.Nearest.Among(unused, used));
        }
    }

    static DateOnly? DateOf(YamlMap yaml)
    {
        yaml.Required("date");
        return yaml.Date("date");
    }

    static ImmutableArray<Contest> Contests(
        YamlMap yaml, FolderFiles folder, PlaceTree places, DateOnly date, ImmutableArray<string> sources, FaultLog faults)
    {
        var drafts = yaml.Maps("contests").Select(item => Draft(item, folder, places, date, sources, faults)).ToList();
        foreach (var twice in drafts.GroupBy(d => d.Contest.Id).Where(g => g.Count() > 1))
        {
            twice.Last().Yaml.Fault(
                "V106",
                LocalizedText.Say("v106.the-contest-stands-twice", ("twice", twice.Key)),
                "id", twice.Key, "ids that differ");
        }

        foreach (var (item, contest) in drafts.Where(d => d.Contest.FirstRound is { } first && drafts.All(o => o.Contest.Id != first || o.Contest.Id == d.Contest.Id)))
        {
            item.NotAllowed("first-round", contest.FirstRound!, drafts.Select(d => d.Contest.Id).Where(id => id != contest.Id), "V116");
        }

        CheckVoters(drafts);
        var returns = ResultsFile.ReadAll(folder, [.. drafts.Select(d => d.Contest).DistinctBy(c => c.Id)], places, faults);
        return AwaitedUnits.In([.. drafts.Select(d => d.Contest with { Returns = returns.GetValueOrDefault(d.Contest.Id, []) })], places);
    }

    /// <summary>Groups of voters are of voters of another contest, which is a vote.</summary>
    static void CheckVoters(List<(YamlMap Yaml, Contest Contest)> drafts)
    {
        var votes = drafts.Where(d => d.Contest.Kind != ContestKind.Voters).Select(d => d.Contest.Id).ToList();
        foreach (var (item, contest) in drafts.Where(d => d.Contest.VotersOf is { } voted && !votes.Contains(voted)))
        {
            item.NotAllowed("voters-of", contest.VotersOf!, votes, "V116");
        }

        foreach (var (item, contest) in drafts.Where(d => d.Contest is { Groups: not GroupKind.Other, Kind: not ContestKind.Voters }))
        {
            item.Fault(
                "V110",
                LocalizedText.Say("v110.groups-stands-in-which-is-a", ("contest", contest.Id)),
                "groups", $"{contest.Groups}", "kind: voters");
        }

        foreach (var (item, contest) in drafts.Where(d => d.Contest is { VotersOf: not null, Kind: not ContestKind.Voters }))
        {
            item.Fault(
                "V110",
                LocalizedText.Say("v110.voters-of-stands-in-which-is", ("contest", contest.Id)),
                "voters-of", contest.VotersOf!, "kind: voters");
        }
    }

    static (YamlMap Yaml, Contest Contest) Draft(
        YamlMap item, FolderFiles folder, PlaceTree places, DateOnly date, ImmutableArray<string> sources, FaultLog faults)
    {
        var id = item.Required("id");
        var candidacies = item.Required("candidacies") is { Length: > 0 } file ? CandidaciesFile.Read(folder, file, places, faults) : [];
        var seats = SeatsField.Read(item, places, candidacies);
        var contest = new Contest
        {
            Id = id.Length > 0 ? id : $"(line {item.Line})",
            Title = SourcesField.Title(item),
            Kind = item.Word("kind", Kinds) ?? ContestKind.Election,
            Date = item.Date("date") ?? date,
            Rule = item.Text("rule"),
            Round = item.Whole("round", 1) ?? 1,
            FirstRound = item.Text("first-round"),
            VotersOf = item.Text("voters-of"),
            Groups = item.Word("groups", Groups) ?? GroupKind.Other,
            Candidacies = candidacies,
            Seats = seats,
            SeatsByLaw = SeatsField.ByLaw(item, places, seats),
            Levelling = SeatsField.Levelling(item, places),
            Returns = [],
            ResultsFile = item.Required("results"),
            Ballots = item.Text("ballots") is { } ballots ? Ballots.BallotsCsv.Read(folder, ballots, id, candidacies, places, faults) : [],
            Balance = BalanceOf(item),
            AbsentIsZero = item.Word("missing", AbsentRows) ?? false,
            Congress = item.Text("congress") is { } congress ? CongressFile.Read(folder, congress, faults) : [],
            Lots = item.Text("lots") is { } lots ? LotsFile.Read(folder, lots, faults) : [],
            Outcome = item.Text("outcome") is { } outcome ? OutcomeFile.Read(folder, outcome, candidacies, places, faults) : [],
            ChoiceNames = ChoiceNames(item, candidacies),
            Stated = StatedField.Read(item, places, candidacies, sources),
            IsPreliminary = StatedField.IsPreliminary(item),
            Lacks = StatedField.Lacks(item, candidacies),
            Sources = item.Texts("sources"),
            Note = item.Localized("note"),
        };
        foreach (var source in contest.Sources.Where(s => !sources.Contains(s)))
        {
            item.NotAllowed("sources", source, sources, "V116");
        }

        item.Done();
        return (item, contest);
    }

    /// <summary>Names of choices in both languages, where they are words and not proper names.</summary>
    static ImmutableSortedDictionary<string, LocalizedText> ChoiceNames(YamlMap item, ImmutableArray<Candidacy> candidacies)
    {
        if (item.Map("names") is not { } names)
        {
            return ImmutableSortedDictionary<string, LocalizedText>.Empty;
        }

        foreach (var unknown in names.Keys.Where(k => candidacies.All(c => c.Choice != k)))
        {
            names.NotAllowed(unknown, unknown, candidacies.Select(c => c.Choice), "V108");
        }

        return names.Keys.ToImmutableSortedDictionary(k => k, k => names.Localized(k) ?? LocalizedText.Same(k));
    }

    static Balance BalanceOf(YamlMap item)
    {
        if (item.Text("balance") is not { } text)
        {
            return default;
        }

        if (Balance.Parse(text) is { } balance)
        {
            return balance;
        }

        item.Fault("V110", LocalizedText.Say("v110.is-not-allowed-in-balance", ("text", text)), "balance", text, Balance.Allowed);
        return default;
    }
}
