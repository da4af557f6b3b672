using ImprovementTracker.Documents.Plan;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.People;

namespace ImprovementTracker.Web.Plan;

/// <summary>The plan, as it is chosen in the list of actions, as an Excel file to download.</summary>
public static class PlanFile
{
    public static void MapPlanFile(this WebApplication app) => app.MapGet("/p/{slug}/actions.xlsx", async (
        string slug, string? status, string? theme, string? lead, string? overdue, string? recheck, string? text, string? order, HttpContext http, PlanExport export, CurrentActor current) =>
    {
        var plan = await export.LoadAsync(await current.GetAsync(), slug, PlanAddress.Read(status, theme, lead, overdue, recheck, text, order, null), http.RequestAborted);
        using var file = new MemoryStream();
        PlanWorkbook.Write(plan, file);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(file.ToArray(), PlanWorkbook.ContentType, $"plan-{plan.Programme.Slug}-as-at-{Words.DayInEngland(plan.AsAt):yyyy-MM-dd}.xlsx");
    }).RequireAuthorization();
}
