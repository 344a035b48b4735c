using Urna.Report;
using Urna.Tests.Cli;

namespace Urna.Tests.Report;

/// <summary>A page leads to the web, or nowhere.</summary>
public class WebAddressTests
{
    [Theory]
    [InlineData("https://www.servel.cl/x?a=1&b=2")]
    [InlineData("HTTP://example.org/")]
    [InlineData("mailto:press@example.org")]
    public void Of_AnAddressOfTheWeb_IsIt(string address) => Assert.Equal(address, WebAddress.Of(address));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("http\n://example.org")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//example.org/x")]
    [InlineData("https:")]
    [InlineData("https://")]
    [InlineData("http:javascript:alert(1)")]
    [InlineData("see the archive")]
    [InlineData("")]
    [InlineData(null)]
    public void Of_AnythingElse_IsNoAddress(string? address) => Assert.Null(WebAddress.Of(address));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    public void Report_OfASourceWithAnAddressThatRuns_WritesItAsText(string address)
    {
        using var folder = new PlainFolder();
        PlainElection.Write(folder, address);
        var site = Path.Combine(folder.Folder, "site");
        var run = UrnaCommand.Run("report", folder.Folder, "-o", site);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(address, File.ReadAllText(Path.Combine(site, "methods.html")), StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(site, "*.html"), page => Assert.DoesNotContain($"href=\"{address}", File.ReadAllText(page), StringComparison.OrdinalIgnoreCase));
    }
}
