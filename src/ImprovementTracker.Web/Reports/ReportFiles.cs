using ImprovementTracker.Documents.Reports;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Domain.Reports;
using ImprovementTracker.Web.People;

namespace ImprovementTracker.Web.Reports;

/// <summary>Reports as files to download.</summary>
public static class ReportFiles
{
    public const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapReportFiles(this WebApplication app) => app.MapGet("/p/{slug}/report.docx", async (
        string slug, string? from, string? to, CommitteeReports reports, CurrentActor current, CancellationToken cancel) =>
    {
        if (!Month.TryParse(from, out var first) || !Month.TryParse(to, out var last))
            throw new BrokenRule("Choose the first and the last month of the report, such as 2010-04 and 2011-05.");
        var report = await reports.LoadAsync(await current.GetAsync(), slug, first, last, cancel);
        var file = new MemoryStream();
        WordReport.Write(report, file);
        file.Position = 0;
        return Results.File(file, WordType, $"committee-report-{slug}-{first.ToIso()}-to-{last.ToIso()}.docx");
    }).RequireAuthorization();
}
