using System.Collections.Immutable;
using System.Diagnostics;
using Spectre.Console;
using Spectre.Console.Rendering;
using Urna.Contract;
using Urna.Infer;
using Urna.Infer.Estimates;
using Urna.Infer.Tables;
using Urna.Model;
using Urna.Report;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary><c>urna infer --by LEVEL</c>: one estimate a place, and their sum.</summary>
static class InferByPlace
{
    sealed record Part(Place Place, Inference Inference, double Seconds, ImmutableArray<Finding> Findings);

    /// <summary>Estimates place by place; answers and tells what a reader must know.</summary>
    public static void Run(InferInput input, string level, TransferMethod method, InferSettings settings, Format format, Wording words, Answer answer)
    {
        var (problem, election) = (input.Problem!, input.Election!);
        var parts = Progress.During("Estimating", () => Estimated(TransferSplit.By(problem, election.Places, level), input, method, settings));
        var whole = Inference.Sum(problem, [.. parts.Select(p => p.Inference)]);
        var sum = new Part(election.Places.Root, whole, parts.Sum(p => p.Seconds), input.Findings);
        switch (format)
        {
            case Format.Json:
                answer.JsonArray(parts.Select(p => Json(p)).Append(Json(sum) with { SumOf = [.. parts.Select(p => p.Place.Id)] }));
                break;
            case Format.Csv:
                answer.Csv(["place", .. InferTables.Header], parts.Append(sum).SelectMany(p => InferTables.Cells(p.Inference).Select(cell => (object?[])[p.Place.Id, .. cell])));
                break;
            default:
                answer.Render([.. parts.SelectMany(p => Told(p, p.Place.Name, input, words)), .. Told(sum, words.Say("infer-by-place.sum-of-these-places"), input, words), InferTables.Note(whole, input.Titles, words)]);
                break;
        }

        foreach (var finding in input.Findings.Concat(parts.SelectMany(p => p.Findings)))
        {
            Messages.TellFinding(finding, words.Language);
        }
    }

    static List<Part> Estimated(ImmutableArray<PlaceProblem> places, InferInput input, TransferMethod method, InferSettings settings)
    {
        var watch = Stopwatch.StartNew();
        var estimates = method.EstimateByPlace(input.Problem!, [.. places.Select(p => p.Problem)], settings.Options);
        watch.Stop();
        return [.. places.Zip(estimates, (place, estimate) => PartOf(place, Inference.With(estimate, settings.Intervals), input.Titles, watch.Elapsed.TotalSeconds / places.Length))];
    }

    static Part PartOf(PlaceProblem place, Inference inference, TransferTitles titles, double seconds)
    {
        var told = inference.Findings(titles).Select(f => f with { Place = place.Place.Id, Sentence = LocalizedText.Join(": ", [LocalizedText.Same(place.Place.Id), f.Sentence]) });
        return new Part(place.Place, inference, seconds, [.. place.Findings, .. told]);
    }

    static TransferJson Json(Part part) => TransferJson.Of(part.Inference, part.Seconds, part.Findings) with { Place = part.Place.Id };

    static IEnumerable<IRenderable> Told(Part part, string name, InferInput input, Wording words)
    {
        var units = part.Inference.Estimate.Problem.InformedUnits;
        yield return new Text(words.Say("infer-by-place.unit", ("name", name), ("units", units)) + "\n");
        yield return InferTables.Shares(part.Inference, input.Titles, words);
    }
}
