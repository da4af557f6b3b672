using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Running;

/// <summary>How many sheets of A4 a page takes when it is printed.</summary>
public static partial class Sheets
{
    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PageOfPdf();

    public static async Task<int> SheetsAsync(this IPage page)
    {
        // A page that is printed across says so itself.
        var pdf = await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });
        return PageOfPdf().Count(Encoding.Latin1.GetString(pdf));
    }
}
