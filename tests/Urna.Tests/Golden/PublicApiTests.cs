using Microsoft.AspNetCore.Components;
using PublicApiGenerator;
using Urna.Report;
using Urna.Store.Elections;

namespace Urna.Tests.Golden;

/// <summary>What other programs may depend on changes only on purpose. Pages of the report are not part of it.</summary>
public class PublicApiTests
{
    [Fact]
    public void Urna_PublicApi_IsTheAcceptedOne() => GoldenFile.Matches(typeof(Pipeline).Assembly.GeneratePublicApi(Options()), "Urna.api.txt");

    [Fact]
    public void Report_PublicApi_IsTheAcceptedOne()
    {
        // Razor asks that pages, and what they take, be public; nothing outside may depend on them.
        var types = typeof(Site).Assembly.GetExportedTypes()
            .Where(t => !typeof(ComponentBase).IsAssignableFrom(t) && t.Namespace is not ("Urna.Report.Views" or "Urna.Report.Pictures")).ToArray();
        GoldenFile.Matches(types.GeneratePublicApi(Options()), "Urna.Report.api.txt");
    }

    [Fact]
    public void Store_PublicApi_IsTheAcceptedOne() => GoldenFile.Matches(typeof(ElectionFolder).Assembly.GeneratePublicApi(Options()), "Urna.Store.api.txt");

    static ApiGeneratorOptions Options() => new() { IncludeAssemblyAttributes = false };
}
