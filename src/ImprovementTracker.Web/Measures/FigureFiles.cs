using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.Dashboards;
using ImprovementTracker.Web.People;

namespace ImprovementTracker.Web.Measures;

/// <summary>Recorded figures as files to download.</summary>
public static class FigureFiles
{
    public static void MapFigureFiles(this WebApplication app)
    {
        app.MapGet("/p/{slug}/figures.xlsx", (string slug, string? from, string? to, string? measure, HttpContext http, FigureExport export, CurrentActor current) =>
            SendAsync(slug, Choice(from, to, measure), http, export, current, "xlsx", FigureWorkbook.ContentType, FigureWorkbook.WriteAsync)).RequireAuthorization();
        app.MapGet("/p/{slug}/figures.csv", (string slug, string? from, string? to, string? measure, HttpContext http, FigureExport export, CurrentActor current) =>
            SendAsync(slug, Choice(from, to, measure), http, export, current, "csv", "text/csv; charset=utf-8", FigureCsv.WriteAsync)).RequireAuthorization();
    }

    private static FigureChoice Choice(string? from, string? to, string? measure) =>
        new(DashboardAddress.MonthIn(from), DashboardAddress.MonthIn(to), string.IsNullOrEmpty(measure) ? null : measure);

    private static async Task<IResult> SendAsync(string slug, FigureChoice choice, HttpContext http, FigureExport export, CurrentActor current, string ending, string type, Func<FigureExport.Opened, Stream, CancellationToken, Task> writeAsync)
    {
        var opened = await export.LoadAsync(await current.GetAsync(), slug, choice, http.RequestAborted);
        // By way of a file: whatever goes wrong is still said on a page, and however large it is it never stands in memory.
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
        });
        try
        {
            await writeAsync(opened, file, http.RequestAborted);
            file.Position = 0;
            http.Response.Headers.CacheControl = "no-store";
            return Results.File(file, type, Name(opened, ending));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>figures-nottinghamshire-2010-as-at-2011-06-14.xlsx.</summary>
    private static string Name(FigureExport.Opened opened, string ending) =>
        $"figures-{opened.Choice.Measure ?? opened.Programme.Slug}-as-at-{Words.DayInEngland(opened.AsAt):yyyy-MM-dd}.{ending}";
}
