using Urna.Report.Views;

namespace Urna.Tests.Report;

/// <summary>Names in capitals are shown as people write them; all others stay as they are.</summary>
public class UsualCaseTests
{
    [Theory]
    [InlineData("PARTIDO COMUNISTA DE CHILE", "Partido Comunista de Chile")]
    [InlineData("MARIA O'HIGGINS NUÑEZ", "Maria O'higgins Nuñez")]
    [InlineData("LA LISTA DEL PUEBLO DISTRITO 9 (D9)", "La Lista del Pueblo Distrito 9 (D9)")]
    [InlineData("INDEPENDIENTES-LISTA YN", "Independientes-Lista YN")]
    [InlineData("UDI", "UDI")]
    [InlineData("MAPUCHE-01", "MAPUCHE-01")]
    [InlineData("Sofía Cid", "Sofía Cid")]
    [InlineData("DÉMOCRATES <b>", "DÉMOCRATES <b>")]
    [InlineData("", "")]
    public void Of_ChangesOnlyCapitals(string raw, string shown) => Assert.Equal(shown, UsualCase.Of(raw));
}
