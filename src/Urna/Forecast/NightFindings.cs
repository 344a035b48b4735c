using System.Globalization;
using Urna.Model;
using Urna.Validate;

namespace Urna.Forecast;

/// <summary>What a reader must know of a night.</summary>
static class NightFindings
{
    public static Finding WentBack(string place, string choice, long old, long now) =>
        Codes.Finding("V640", LocalizedText.Say("v640.went-back", ("place", place), ("choice", choice), ("old", old), ("now", now))) with
        {
            Place = place, Column = choice, Found = $"{now}", Expected = $"at least {old}",
        };

    public static Finding Emptied(string place, long old) =>
        Codes.Finding("V641", LocalizedText.Say("v641.was-emptied", ("place", place), ("old", old))) with { Place = place, Found = "0", Expected = $"at least {old}" };

    public static Finding Repeated(DateTimeOffset time) =>
        Codes.Finding("V642", LocalizedText.Say("v642.repeats", ("time", time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)))) with
        {
            Found = time.ToString("O", CultureInfo.InvariantCulture),
        };

    public static Finding TwoAtOnce(string place, string choice, long stands, long other) =>
        Codes.Finding("V643", LocalizedText.Say("v643.two-at-once", ("place", place), ("choice", choice), ("stands", stands), ("other", other))) with
        {
            Place = place, Column = choice, Found = $"{other}", Expected = $"{stands}",
        };

    public static Finding OutstandingUnknown(int units) =>
        Codes.Finding("V644", LocalizedText.Say("v644.outstanding-unknown", ("units", units))) with
        {
            Found = $"{units}", Expected = "registered, cast, or --baseline",
        };

    public static Finding Unmatched(string place, long electors) =>
        Codes.Finding("V645", LocalizedText.Say("v645.has-no-counterpart", ("place", place), ("electors", electors))) with
        {
            Place = place, Found = $"{electors}", Expected = "a place of the earlier election",
        };

    public static Finding BaselineLeft(string place, long electors) =>
        Codes.Finding("V646", LocalizedText.Say("v646.of-before-has-no-counterpart", ("place", place), ("electors", electors))) with
        {
            Place = place, Found = $"{electors}", Expected = "a place of this election",
        };

    public static Finding ArrivalTells(double points) =>
        Codes.Finding("V647", LocalizedText.Say("v647.later-differs", ("points", points.ToString("0.0", CultureInfo.InvariantCulture)))) with
        {
            Found = points.ToString("0.0", CultureInfo.InvariantCulture),
        };

    public static Finding LevelsDisagree(string place, long above, long below) =>
        Codes.Finding("V648", LocalizedText.Say("v648.levels-disagree", ("place", place), ("above", above), ("below", below))) with
        {
            Place = place, Found = $"{above}", Expected = $"{below}",
        };

    public static Finding TooManyCounted(string place, long counted, long of) =>
        Codes.Finding("V650", LocalizedText.Say("v650.too-many-counted", ("place", place), ("counted", counted), ("of", of))) with { Place = place, Found = $"{counted}", Expected = $"at most {of}" };

    public static Finding NoPlaces(int units) =>
        Codes.Finding("V651", LocalizedText.Say("v651.few-places", ("units", units))) with { Found = $"{units}" };
}
