using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Validate;

/// <summary>What a code of a finding means.</summary>
/// <param name="Code">The permanent code.</param>
/// <param name="Severity">The severity that its findings have.</param>
/// <param name="Title">What it says, in a few words.</param>
public sealed record CodeMeaning(string Code, Severity Severity, LocalizedText Title);

/// <summary>The permanent codes of findings.</summary>
/// <remarks>A code is never given another meaning; <c>docs/findings.md</c> explains each with an example and what to do.</remarks>
public static class Codes
{
    /// <summary>All codes, ascending.</summary>
    public static ImmutableArray<CodeMeaning> All { get; } =
    [
        new("V101", Severity.Fault, LocalizedText.Say("codes.a-file-is-missing")),
        new("V102", Severity.Fault, LocalizedText.Say("codes.not-valid-yaml-or-json")),
        new("V103", Severity.Fault, LocalizedText.Say("codes.a-column-or-field-is-missing")),
        new("V104", Severity.Fault, LocalizedText.Say("codes.not-a-whole-number")),
        new("V105", Severity.Fault, LocalizedText.Say("term.a-negative-count")),
        new("V106", Severity.Fault, LocalizedText.Say("codes.the-same-key-twice")),
        new("V107", Severity.Fault, LocalizedText.Say("term.an-unknown-place")),
        new("V108", Severity.Fault, LocalizedText.Say("term.an-unknown-choice")),
        new("V109", Severity.Fault, LocalizedText.Say("term.an-unknown-contest")),
        new("V110", Severity.Fault, LocalizedText.Say("codes.a-field-or-value-that-is")),
        new("V111", Severity.Fault, LocalizedText.Say("codes.the-places-are-not-a-tree")),
        new("V112", Severity.Fault, LocalizedText.Say("term.a-malformed-row")),
        new("V113", Severity.Fault, LocalizedText.Say("codes.text-that-is-not-utf-8")),
        new("V114", Severity.Fault, LocalizedText.Say("term.an-unknown-law")),
        new("V115", Severity.Fault, LocalizedText.Say("codes.an-empty-value-where-one-is")),
        new("V116", Severity.Fault, LocalizedText.Say("codes.a-reference-to-something-that-is")),
        new("V117", Severity.Fault, LocalizedText.Say("codes.a-number-beyond-the-largest-that")),
        new("V118", Severity.Fault, LocalizedText.Say("term.not-a-date")),
        new("V119", Severity.Warning, LocalizedText.Say("codes.a-column-that-is-not-used")),
        new("V120", Severity.Fault, LocalizedText.Say("codes.a-drawing-of-lots-that-fits")),
        new("V121", Severity.Fault, LocalizedText.Say("codes.a-file-or-folder-cannot-be")),
        new("V122", Severity.Fault, LocalizedText.Say("codes.seats-that-no-table-of-districts")),
        new("V130", Severity.Fault, LocalizedText.Say("codes.steps-of-a-law-that-do")),
        new("V131", Severity.Fault, LocalizedText.Say("codes.ranked-ballots-disagree-with-another-file")),
        new("V132", Severity.Fault, LocalizedText.Say("codes.a-name-in-a-law-that")),
        new("V133", Severity.Fault, LocalizedText.Say("codes.seats-that-no-step-of-the")),
        new("V134", Severity.Fault, LocalizedText.Say("codes.a-law-needs-seats-that-nothing")),
        new("V140", Severity.Fault, LocalizedText.Say("codes.a-packed-file-that-is-refused")),
        new("V141", Severity.Info, LocalizedText.Say("codes.rows-that-are-no-figures")),
        new("V142", Severity.Warning, LocalizedText.Say("codes.rows-or-files-that-no-rule")),
        new("V143", Severity.Fault, LocalizedText.Say("codes.rows-that-neither-were-kept-nor")),
        new("V144", Severity.Warning, LocalizedText.Say("codes.a-code-that-a-spreadsheet-turned")),
        new("V145", Severity.Warning, LocalizedText.Say("codes.a-key-without-a-row-in")),
        new("V146", Severity.Info, LocalizedText.Say("codes.stations-that-are-counted-together")),
        new("V147", Severity.Warning, LocalizedText.Say("codes.a-contest-without-choices")),
        new("V148", Severity.Warning, LocalizedText.Say("codes.the-day-of-the-vote-is")),
        new("V149", Severity.Warning, LocalizedText.Say("codes.a-unit-that-may-be-a")),
        new("V160", Severity.Fault, LocalizedText.Say("codes.words-that-the-article-does-not")),
        new("V161", Severity.Fault, LocalizedText.Say("codes.words-that-stand-more-than-once")),
        new("V162", Severity.Fault, LocalizedText.Say("codes.an-article-that-cannot-be-read")),
        new("V170", Severity.Fault, LocalizedText.Say("codes.a-claim-that-needs-an-election")),
        new("V171", Severity.Fault, LocalizedText.Say("codes.several-folders-that-are-one-election")),
        new("V180", Severity.Fault, LocalizedText.Say("codes.a-path-that-leads-out-of")),
        new("V181", Severity.Fault, LocalizedText.Say("codes.a-ledger-that-is-not-that")),
        new("V182", Severity.Info, LocalizedText.Say("codes.a-file-that-was-changed-since")),
        new("V183", Severity.Info, LocalizedText.Say("codes.a-ledger-that-is-not-bound")),
        new("V184", Severity.Info, LocalizedText.Say("codes.an-election-that-is-known-and")),
        new("V190", Severity.Fault, LocalizedText.Say("codes.a-document-beyond-the-bounds-that")),
        new("V191", Severity.Warning, LocalizedText.Say("codes.names-that-look-alike-and-are")),
        new("V201", Severity.Error, LocalizedText.Say("codes.votes-cast-differ-from-their-parts")),
        new("V202", Severity.Error, LocalizedText.Say("codes.more-votes-cast-than-people-on")),
        new("V203", Severity.Error, LocalizedText.Say("codes.valid-votes-differ-from-the-sum")),
        new("V204", Severity.Warning, LocalizedText.Say("codes.no-figure-for-a-choice-on")),
        new("V205", Severity.Warning, LocalizedText.Say("codes.a-unit-without-any-vote")),
        new("V206", Severity.Info, LocalizedText.Say("codes.places-without-a-return")),
        new("V207", Severity.Warning, LocalizedText.Say("codes.a-stated-total-differs-from-the")),
        new("V208", Severity.Error, LocalizedText.Say("codes.more-votes-than-the-ballots-allow")),
        new("V209", Severity.Error, LocalizedText.Say("codes.a-unit-inside-another-unit-of")),
        new("V210", Severity.Error, LocalizedText.Say("codes.votes-for-a-choice-outside-its")),
        new("V211", Severity.Info, LocalizedText.Say("codes.absent-rows-are-zero-as-the")),
        new("V212", Severity.Info, LocalizedText.Say("codes.a-unit-states-only-part-of")),
        new("V213", Severity.Warning, LocalizedText.Say("codes.a-unit-outside-the-districts-that")),
        new("V214", Severity.Info, LocalizedText.Say("codes.contests-of-one-day-that-differ")),
        new("V301", Severity.Error, LocalizedText.Say("codes.the-seats-under-the-law-differ")),
        new("V302", Severity.Warning, LocalizedText.Say("codes.a-tie-is-open")),
        new("V303", Severity.Warning, LocalizedText.Say("codes.seats-that-cannot-be-filled-since")),
        new("V310", Severity.Warning, LocalizedText.Say("codes.seats-that-the-law-does-not")),
        new("V311", Severity.Warning, LocalizedText.Say("codes.seats-whose-persons-the-law-does")),
        new("V312", Severity.Warning, LocalizedText.Say("codes.open-ties-with-too-many-ends")),
        new("V401", Severity.Warning, LocalizedText.Say("codes.two-candidacies-of-a-district-share")),
        new("V402", Severity.Warning, LocalizedText.Say("codes.one-name-in-several-spellings")),
        new("V404", Severity.Info, LocalizedText.Say("codes.persons-without-a-list-who-are")),
        new("V405", Severity.Warning, LocalizedText.Say("codes.a-list-called-by-a-word")),
        new("V406", Severity.Warning, LocalizedText.Say("codes.two-places-or-districts-in-spellings")),
        new("V407", Severity.Warning, LocalizedText.Say("codes.more-votes-for-choices-than-voters")),
        new("V408", Severity.Warning, LocalizedText.Say("codes.a-name-for-a-level-or")),
        new("V410", Severity.Warning, LocalizedText.Say("codes.a-candidacy-called-by-a-word")),
        new("V501", Severity.Info, LocalizedText.Say("codes.a-unit-that-only-one-of")),
        new("V502", Severity.Warning, LocalizedText.Say("codes.units-whose-two-tables-sum-differently")),
        new("V503", Severity.Info, LocalizedText.Say("codes.a-row-or-column-without-people")),
        new("V504", Severity.Info, LocalizedText.Say("codes.units-that-tell-nothing-of-flows")),
        new("V505", Severity.Warning, LocalizedText.Say("codes.the-method-did-not-converge")),
        new("V506", Severity.Warning, LocalizedText.Say("codes.a-method-that-does-not-fit")),
        new("V507", Severity.Warning, LocalizedText.Say("codes.rows-that-cannot-be-told-apart")),
        new("V508", Severity.Info, LocalizedText.Say("codes.shares-at-0-or-1-whose")),
        new("V509", Severity.Info, LocalizedText.Say("codes.shares-that-vary-from-unit-to")),
        new("V510", Severity.Info, LocalizedText.Say("codes.a-row-that-hardly-shows")),
        new("V511", Severity.Info, LocalizedText.Say("codes.units-unlike-what-the-estimate-expects")),
        new("V512", Severity.Info, LocalizedText.Say("codes.shares-that-change-with-the-place")),
        new("V521", Severity.Info, LocalizedText.Say("codes.people-who-stand-in-one-of")),
        new("V522", Severity.Error, LocalizedText.Say("codes.known-entries-and-exits-that-do")),
        new("V523", Severity.Info, LocalizedText.Say("codes.tables-of-votes-only-without-abstention")),
        new("V524", Severity.Info, LocalizedText.Say("codes.groups-of-those-who-voted-not")),
        new("V525", Severity.Info, LocalizedText.Say("codes.a-place-with-fewer-units-than")),
        new("V526", Severity.Info, LocalizedText.Say("codes.intervals-as-wide-as-shares-move")),
        new("V527", Severity.Info, LocalizedText.Say("codes.intervals-that-did-not-hold-elsewhere")),
        new("V534", Severity.Info, LocalizedText.Say("codes.flows-whose-truth-is-published-nowhere")),
        new("V535", Severity.Warning, LocalizedText.Say("codes.rows-unlike-the-kind-that-they")),
        new("V536", Severity.Info, LocalizedText.Say("codes.too-few-units-for-intervals")),
        new("V540", Severity.Fault, LocalizedText.Say("codes.a-claim-that-is-still-a")),
        new("V550", Severity.Fault, LocalizedText.Say("codes.an-answer-that-is-too-large")),
        new("V560", Severity.Info, LocalizedText.Say("codes.words-that-stand-for-counts-not")),
        new("V561", Severity.Info, LocalizedText.Say("codes.a-file-written-otherwise-than-the")),
        new("V562", Severity.Warning, LocalizedText.Say("codes.totals-that-differ-from-the-sum")),
        new("V563", Severity.Warning, LocalizedText.Say("codes.rows-that-are-added-although-one")),
        new("V564", Severity.Info, LocalizedText.Say("codes.a-roll-that-is-known-above")),
        new("V565", Severity.Info, LocalizedText.Say("codes.columns-of-whole-numbers-that-were")),
        new("V566", Severity.Warning, LocalizedText.Say("codes.two-totals-of-one-place-that")),
        new("V567", Severity.Info, LocalizedText.Say("codes.a-file-whose-last-line-has")),
        new("V568", Severity.Warning, LocalizedText.Say("codes.rows-that-stand-twice-and-are")),
        new("V569", Severity.Warning, LocalizedText.Say("codes.records-that-stand-twice")),
        new("V570", Severity.Warning, LocalizedText.Say("codes.a-contest-of-a-few-figures")),
        new("V571", Severity.Warning, LocalizedText.Say("codes.places-of-two-names-or-codes")),
        new("V600", Severity.Fault, LocalizedText.Say("codes.a-manifest-of-fewer-ballots-than")),
        new("V601", Severity.Warning, LocalizedText.Say("codes.a-manifest-of-more-ballots-than-were")),
        new("V602", Severity.Fault, LocalizedText.Say("codes.a-manifest-of-more-ballots-than-people")),
        new("V603", Severity.Fault, LocalizedText.Say("codes.a-box-or-ballot-that-is-not")),
        new("V604", Severity.Fault, LocalizedText.Say("codes.a-sheet-of-more-votes-than")),
        new("V605", Severity.Fault, LocalizedText.Say("codes.a-sheet-that-stands-twice")),
        new("V606", Severity.Fault, LocalizedText.Say("codes.a-sheet-with-a-choice-that")),
        new("V607", Severity.Fault, LocalizedText.Say("codes.a-sheet-of-what-was-not")),
        new("V608", Severity.Fault, LocalizedText.Say("codes.a-box-whose-ballots-differ-between")),
        new("V609", Severity.Fault, LocalizedText.Say("codes.a-unit-of-the-count-without")),
        new("V610", Severity.Fault, LocalizedText.Say("codes.a-sheet-of-a-box-that")),
        new("V611", Severity.Warning, LocalizedText.Say("codes.ballots-beside-the-votes-that-the")),
        new("V620", Severity.Fault, LocalizedText.Say("codes.a-scenario-names-what-the-contest")),
        new("V621", Severity.Fault, LocalizedText.Say("codes.changes-of-a-scenario-that-contradict")),
        new("V622", Severity.Fault, LocalizedText.Say("codes.districts-of-a-scenario-that-do")),
        new("V623", Severity.Fault, LocalizedText.Say("codes.a-change-beyond-what-there-is")),
        new("V624", Severity.Fault, LocalizedText.Say("codes.a-ballot-on-which-nobody-is")),
        new("V625", Severity.Fault, LocalizedText.Say("codes.a-change-that-this-contest-or")),
        new("V626", Severity.Warning, LocalizedText.Say("codes.votes-of-a-scenario-that-follow")),
        new("V627", Severity.Warning, LocalizedText.Say("codes.what-was-decided-about-something-else")),
        new("V640", Severity.Warning, LocalizedText.Say("codes.night-went-back")),
        new("V641", Severity.Warning, LocalizedText.Say("codes.night-was-emptied")),
        new("V642", Severity.Info, LocalizedText.Say("codes.night-repeats")),
        new("V643", Severity.Warning, LocalizedText.Say("codes.night-two-at-once")),
        new("V644", Severity.Warning, LocalizedText.Say("codes.night-outstanding-unknown")),
        new("V645", Severity.Warning, LocalizedText.Say("codes.night-has-no-counterpart")),
        new("V646", Severity.Warning, LocalizedText.Say("codes.night-of-before-has-no-counterpart")),
        new("V647", Severity.Warning, LocalizedText.Say("codes.night-later-differs")),
        new("V648", Severity.Info, LocalizedText.Say("codes.night-levels-disagree")),
        new("V650", Severity.Warning, LocalizedText.Say("codes.night-too-many-counted")),
        new("V651", Severity.Warning, LocalizedText.Say("codes.night-few-places")),
        new("V670", Severity.Warning, LocalizedText.Say("codes.a-family-of-lists-names-what")),
        new("V671", Severity.Info, LocalizedText.Say("codes.two-elections-are-paired-by")),
    ];

    /// <summary>The meaning of a code.</summary>
    /// <param name="code">A code of <see cref="All"/>.</param>
    /// <exception cref="ArgumentException">The code is not known.</exception>
    public static CodeMeaning Of(string code) =>
        All.FirstOrDefault(c => c.Code == code) ?? throw new ArgumentException($"'{code}' is not a code of a finding.", nameof(code));

    /// <summary>A finding under a code, with the code's severity.</summary>
    /// <param name="code">A code of <see cref="All"/>.</param>
    /// <param name="sentence">What it says, in one sentence for people.</param>
    public static Finding Finding(string code, LocalizedText sentence) => new(code, Of(code).Severity, sentence);

    /// <summary>A finding whose sentence stands in code, in two languages.</summary>
    /// <param name="code">A code of <see cref="All"/>.</param>
    /// <param name="message">One sentence for people.</param>
    /// <param name="spanish">The same in Spanish; null where only the code's title is told.</param>
    public static Finding Finding(string code, string message, string? spanish = null) => Finding(code, new LocalizedText(message, spanish ?? $"{Of(code).Title.Spanish}."));
}
